#include "calendar/calendar_private.h"

/* A deadline that is being worked out: the day that was reached, and which way to go. */
struct walk {
    struct arena *arena;
    const struct calendar *calendar;
    struct deadline *deadline;
    day at;
    int direction; /* 1 into the future, -1 into the past */
    int n;         /* what was counted so far */
};

static void note(struct walk *walk, enum step_kind kind, const char *why) {
    struct step step = {.date = walk->at, .kind = kind, .n = walk->n, .why = why};
    LIST_ADD(walk->arena, &walk->deadline->steps, step);
}

static void note_closed(struct walk *walk, const char *why) {
    note(walk, is_weekend(walk->calendar, walk->at) ? STEP_WEEKEND : STEP_CLOSED, why);
}

static bool is_date(int64_t date) {
    return date >= DAY_LEAST && date <= DAY_MOST;
}

static bool check_day(struct arena *arena, int64_t date, const char **error_r) {
    return is_date(date) || fail(arena, error_r, "A deadline is counted from a day in the years 1 to 9999.");
}

static bool check_term(struct arena *arena, struct term term, const char **error_r) {
    return (term.amount >= 1 && term.amount <= TERM_MOST) ||
           fail(arena, error_r, "A term has a number from 1 to %d, not %d.", TERM_MOST, term.amount);
}

static struct walk begin(struct arena *arena, const struct calendar *calendar, day from, struct deadline *deadline_r) {
    *deadline_r = (struct deadline){.from = from};
    return (struct walk){.arena = arena, .calendar = calendar, .deadline = deadline_r, .at = from, .direction = 1};
}

static bool go_on(struct walk *walk, const char **error_r) {
    walk->at += walk->direction;
    return is_date(walk->at) || fail(walk->arena, error_r, "The deadline is outside the years 1 to 9999.");
}

/* To the next working day, which is not noted yet. */
static bool go_to_working_day(struct walk *walk, const char **error_r) {
    const char *why;
    do {
        if (!go_on(walk, error_r))
            return false;
        why = calendar_closed(walk->calendar, walk->at);
        if (why != NULL)
            note_closed(walk, why);
    } while (why != NULL);
    return true;
}

/* Ends on the day that was reached. */
static bool finish(struct walk *walk) {
    note(walk, STEP_DUE, NULL);
    walk->deadline->due = walk->at;
    walk->deadline->ends = zone_instant(walk->calendar->zone, walk->at, 24 * 3600);
    return true;
}

/* Ends at a moment. Midnight is the end of a day here, not the beginning of the next one. */
static bool finish_at(struct walk *walk, instant ends, const char **error_r) {
    struct local local = zone_local(walk->calendar->zone, ends - 1);
    if (local.date == DAY_MOST)
        return fail(walk->arena, error_r, "The deadline is outside the years 1 to 9999.");
    int minute = (local.second + 1) / 60;
    walk->at = local.date;
    note(walk, STEP_DUE, arena_printf(walk->arena, "%02d:%02d", minute / 60, minute % 60));
    walk->deadline->due = local.date;
    walk->deadline->ends = ends;
    return true;
}

/* Goes to the last day of a term. A clear term's last day is the one after those that are counted. */
static bool count_days(struct walk *walk, struct term term, const char **error_r) {
    bool working = term.unit == TERM_WORKING_DAYS || term.unit == TERM_CLEAR_WORKING_DAYS;
    bool clear = term.unit == TERM_CLEAR_DAYS || term.unit == TERM_CLEAR_WORKING_DAYS;
    for (int left = clear ? term.amount + 1 : term.amount; left > 0; left--) {
        if (!(working ? go_to_working_day(walk, error_r) : go_on(walk, error_r)))
            return false;
        if (walk->n < term.amount)
            walk->n++;
        if (left > 1)
            note(walk, STEP_COUNTED, NULL);
    }
    return true;
}

static bool count_months(struct walk *walk, int months, const char **error_r) {
    int year, month, day_of_month;
    day_to_civil(walk->at, &year, &month, &day_of_month);
    if ((year * 12 + month - 1 + months) / 12 > 9999)
        return fail(walk->arena, error_r, "The deadline is outside the years 1 to 9999.");
    walk->at = day_add_months(walk->at, months);
    walk->n = months;
    return finish(walk);
}

struct span {
    instant from, to;
};

/* When the office is open on the day that was reached, from a moment on; empty when it is closed. */
static struct span open_span(const struct walk *walk, instant moment) {
    const struct calendar *calendar = walk->calendar;
    struct span span = {zone_instant(calendar->zone, walk->at, calendar->open * 60),
                        zone_instant(calendar->zone, walk->at, calendar->close * 60)};
    if (span.from < moment)
        span.from = moment;
    if (span.from > span.to || calendar_closed(calendar, walk->at) != NULL)
        span.from = span.to;
    return span;
}

static bool count_working_hours(struct walk *walk, instant received, int hours, const char **error_r) {
    instant total = (instant)hours * 3600, left = total;
    for (;;) {
        struct span span = open_span(walk, received);
        if (left <= span.to - span.from) {
            walk->n = hours * 60;
            return finish_at(walk, span.from + left, error_r);
        }
        left -= span.to - span.from;
        walk->n = (int)((total - left) / 60);
        if (walk->at != walk->deadline->from)
            note(walk, STEP_COUNTED, NULL);
        if (!go_to_working_day(walk, error_r))
            return false;
    }
}

static bool count_hours(struct walk *walk, instant received, int hours, const char **error_r) {
    walk->n = hours * 60;
    return finish_at(walk, received + (instant)hours * 3600, error_r);
}

/* Notes the day of receipt: a later one for what came when the office was closed, if the calendar says so. */
static bool receive(struct walk *walk, int second, const char **error_r) {
    const struct calendar *calendar = walk->calendar;
    const char *why = calendar_closed(calendar, walk->at);
    if (calendar->late && (why != NULL || second >= calendar->close * 60)) {
        note(walk, STEP_LATE, why);
        if (!go_to_working_day(walk, error_r))
            return false;
        walk->deadline->from = walk->at;
    }
    note(walk, STEP_RECEIVED, NULL);
    return true;
}

bool deadline_compute(struct arena *arena, const struct calendar *calendar, instant received, struct term term,
                      struct deadline *deadline_r, const char **error_r) {
    if (!check_term(arena, term, error_r) || !check_day(arena, received / (24 * 3600), error_r))
        return false;
    struct local local = zone_local(calendar->zone, received);
    struct walk walk = begin(arena, calendar, local.date, deadline_r);
    if (term.unit == TERM_HOURS || term.unit == TERM_WORKING_HOURS) {
        note(&walk, STEP_RECEIVED, NULL); /* whatever the time: the hours know what is late */
        return term.unit == TERM_HOURS ? count_hours(&walk, received, term.amount, error_r)
                                       : count_working_hours(&walk, received, term.amount, error_r);
    }
    if (!receive(&walk, local.second, error_r))
        return false;
    if (term.unit == TERM_MONTHS)
        return count_months(&walk, term.amount, error_r);
    return count_days(&walk, term, error_r) && finish(&walk);
}

bool deadline_before(struct arena *arena, const struct calendar *calendar, day event, struct term term,
                     struct deadline *deadline_r, const char **error_r) {
    if (term.unit == TERM_MONTHS || term.unit == TERM_HOURS || term.unit == TERM_WORKING_HOURS)
        return fail(arena, error_r, "What is due before an event is counted in days, not as %s.",
                    term_format(arena, term));
    if (!check_term(arena, term, error_r) || !check_day(arena, event, error_r))
        return false;
    struct walk walk = begin(arena, calendar, event, deadline_r);
    walk.direction = -1;
    note(&walk, STEP_EVENT, NULL);
    if (!count_days(&walk, term, error_r))
        return false;
    const char *why = calendar_closed(calendar, walk.at);
    if (why != NULL) {
        note_closed(&walk, why);
        if (!go_to_working_day(&walk, error_r))
            return false;
    }
    return finish(&walk);
}

bool deadline_resume(struct arena *arena, const struct calendar *calendar, day resumed, int left,
                     struct deadline *deadline_r, const char **error_r) {
    if (left < 0 || left > TERM_MOST)
        return fail(arena, error_r, "A clock resumes with 0 to %d days, not %d.", TERM_MOST, left);
    if (!check_day(arena, resumed, error_r))
        return false;
    struct walk walk = begin(arena, calendar, resumed, deadline_r);
    note(&walk, STEP_RESUMED, NULL);
    if (left == 0 && calendar_closed(calendar, resumed) != NULL && !go_to_working_day(&walk, error_r))
        return false;
    return count_days(&walk, (struct term){left, TERM_WORKING_DAYS}, error_r) && finish(&walk);
}
