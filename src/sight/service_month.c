/*
 * What became of the requests to a service that were opened in a month. It counts those records alone that the viewer
 * may see, through the same grants as every list, and of their events and duties those that go with the part `record`:
 * so in two worlds that differ in what the viewer may not see the figures are the same, and whoever heads the service
 * has all of its requests before them. Figures of more than that stand in the equality report, and nowhere else.
 */
#include "sight/sight_private.h"

struct counted {
    LIST(int64_t) records;
};

/* Seen through two principals, it is one record all the same. */
static bool is_counted(const struct counted *counted, int64_t record) {
    for (size_t i = 0; i < counted->records.count; i++)
        if (counted->records.at[i] == record)
            return true;
    return false;
}

static void count(const struct gate *gate, const char *service, bool open, const struct hold *hold,
                  struct counted *counted, struct view_service_month *view) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_LIST_OF_SERVICE);
    bind_int(q, hold->principal);
    bind_int(q, open);
    bind_int(q, zone_instant(sight->council->zone, view->from, 0));
    bind_int(q, zone_instant(sight->council->zone, view->to + 1, 0));
    bind_int(q, hold->sees_from);
    bind_text(q, service);
    while (query_step(q)) {
        if (is_counted(counted, column_int(q, 0)))
            continue;
        LIST_ADD(sight->a, &counted->records, column_int(q, 0));
        int32_t opened = council_day(sight->council, column_int(q, 1));
        struct view_week *week = view->weeks;
        while (opened > week->to)
            week++;
        bool answered = !column_is_null(q, 2), missed = column_int(q, 3) > 0;
        if (missed)
            week->late++;
        else if (answered)
            week->in_time++;
        else
            week->waiting++;
    }
    query_end(q);
}

/* From Monday to Sunday, as far as they are in the month. */
static void set_weeks(struct view_service_month *view) {
    for (int32_t date = view->from; date <= view->to; date = view->weeks[view->week_count++].to + 1) {
        int32_t sunday = date + (int32_t)(SUNDAY - day_weekday(date));
        view->weeks[view->week_count] = (struct view_week){.from = date, .to = sunday < view->to ? sunday : view->to};
    }
}

bool sight_service_month(const struct sight *sight, const char *service, int32_t first,
                         struct view_service_month *view_r) {
    struct gate gate;
    struct counted counted = {0};
    *view_r = (struct view_service_month){.from = first, .to = day_add_months(first, 1) - 1};
    set_weeks(view_r);
    gate_open(sight, &gate);
    for (size_t i = 0; i < gate.holds.count; i++) {
        count(&gate, service, false, &gate.holds.at[i], &counted, view_r);
        count(&gate, service, true, &gate.holds.at[i], &counted, view_r);
    }
    view_r->requests = counted.records.count;
    return db_failed(sight->db) == NULL;
}
