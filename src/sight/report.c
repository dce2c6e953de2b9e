/*
 * The equality report, for those to whom the pack gives it. It counts what its readers may not see, and is the one page
 * that does: so its figures are those of engine_report, which tell of no one Member, and more than that it keeps them
 * from telling of one record. A report is of a whole month, quarter or year that is over, so that no two of them
 * overlap and none can be subtracted from another; it is given when REPORT_SETTLES days have passed, and tells what had
 * become of the requests by then, so that it is the same whenever it is read, and a record that is opened or answered
 * on one day changes nothing that is seen from that day to the next.
 */
#include "sight/sight_private.h"

#define REPORT_SETTLES 14
#define REPORTS_MOST 36 /* how far back they go, in months */

static int32_t first_of_month(int32_t date) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    return date - day_of_month + 1;
}

/* The first day of the time of so many months that a day lies in; years and quarters begin with January. */
static int32_t first_of_span(int32_t date, int months) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    return day_add_months(first_of_month(date), -((month - 1) % months));
}

/* The first day of the newest report that can be given. */
static int32_t newest(const struct sight *sight, int months) {
    int32_t settled = council_day(sight->council, sight->now) - REPORT_SETTLES;
    return day_add_months(first_of_span(settled, months), -months);
}

static bool may_read(const struct sight *sight) {
    struct situation situation;
    situation_of_opening(sight->council, &sight->council->pack->procedures[0], sight->viewer, sight->now, &situation);
    return relations_include(&situation, &sight->council->pack->report_to, sight->viewer, NULL);
}

bool sight_reads_report(const struct sight *sight) {
    return sight->council->pack->report_to.count > 0 && may_read(sight);
}

bool sight_report(const struct sight *sight, int32_t asked, struct view_report *view_r) {
    const struct pack *pack = sight->council->pack;
    int months = pack->report_months;
    int32_t latest = newest(sight, months), earliest = day_add_months(latest, -REPORTS_MOST);
    *view_r = (struct view_report){.cites = cites_shown(sight, pack->report_cites),
                                   .from = asked == DAY_LAST ? latest : first_of_span(asked, months)};
    for (size_t i = 0; i < pack->report_to.count; i++)
        LIST_ADD(sight->a, &view_r->readers, relation_title(&pack->report_to.at[i], sight->language, sight->a));
    view_r->allowed = sight_reads_report(sight);
    view_r->there = view_r->allowed && view_r->from >= earliest && view_r->from <= latest;
    if (!view_r->there)
        return true;
    view_r->to = day_add_months(view_r->from, months) - 1;
    view_r->stood = view_r->to + REPORT_SETTLES;
    view_r->earlier = view_r->from > earliest ? day_add_months(view_r->from, -months) : DAY_LAST;
    view_r->later = view_r->from < latest ? day_add_months(view_r->from, months) : DAY_LAST;
    return engine_report(sight->db, sight->council, sight->language, view_r->from, view_r->to,
                         zone_instant(sight->council->zone, view_r->stood, 86400), sight->a, &view_r->report);
}
