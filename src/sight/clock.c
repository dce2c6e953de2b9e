/* The days of a duty's clock, one after the other: which of them count, when it stood still, when something happened.
 */
#include "sight/sight_private.h"

#define DAYS_MOST 92 /* more are too many to draw */

struct span {
    int32_t from;
    enum view_day *days;
    bool *marked;
    size_t count;
};

static bool is_within(const struct span *span, int32_t date) {
    return date >= span->from && date < span->from + (int32_t)span->count;
}

static bool pauses(const struct duty *rule, const char *state) {
    for (size_t i = 0; i < rule->paused_count; i++)
        if (strcmp(rule->paused_in[i]->name, state) == 0)
            return true;
    return false;
}

/* The day of stopping counts, if it is a working day, and that of going on does not. */
static void pause(const struct span *span, int32_t stopped, int32_t resumed) {
    for (int32_t date = stopped + 1; date <= resumed; date++)
        if (is_within(span, date) && span->days[date - span->from] == VIEW_DAY_COUNTED)
            span->days[date - span->from] = VIEW_DAY_PAUSED;
}

/* By what happened in the viewer's sight, so that a day shows no more than the timeline does. */
static void mark_events(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                        const struct duty *rule, const struct span *span) {
    bool stands = false;
    int32_t stopped = 0;
    for (size_t i = 0; i < situation->record->events.count; i++) {
        const struct past_event *event = &situation->record->events.at[i];
        if (!parts_have(parts, event->part))
            continue;
        int32_t date = council_day(gate->sight->council, event->at);
        if (is_within(span, date))
            span->marked[date - span->from] = true;
        if (event->to_state == NULL || pauses(rule, event->to_state) == stands)
            continue;
        if (stands)
            pause(span, stopped, date);
        stands = !stands;
        stopped = date;
    }
}

/* The day of receipt does not count, nor do those before it of what came when the office was closed; but hours run at
 * once. */
static int32_t counts_from(const struct sight *sight, const struct calendar *calendar, const struct duty *rule,
                           instant started_at) {
    struct deadline deadline;
    const char *error;
    int32_t on = council_day(sight->council, started_at);
    if (rule->within.unit == TERM_HOURS || rule->within.unit == TERM_WORKING_HOURS)
        return on;
    return deadline_compute(sight->a, calendar, started_at, (struct term){1, TERM_WORKING_DAYS}, &deadline, &error)
               ? deadline.from + 1
               : on + 1;
}

void clock_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                 const struct duty *rule, int32_t end, struct view_duty *view) {
    const struct sight *sight = gate->sight;
    const struct calendar *calendar = council_calendar(sight->council, rule->calendar);
    struct span span = {.from = council_day(sight->council, view->started_at)};
    int32_t to = view->due > end ? view->due : end;
    if (to < span.from || to - span.from >= DAYS_MOST)
        return;
    span.count = (size_t)(to - span.from) + 1;
    span.days = ARENA_ARRAY(sight->a, span.count, enum view_day);
    span.marked = ARENA_ARRAY(sight->a, span.count, bool);
    int32_t first = counts_from(sight, calendar, rule, view->started_at);
    for (size_t i = 0; i < span.count; i++)
        if (span.from + (int32_t)i < first || calendar_closed(calendar, span.from + (int32_t)i) != NULL)
            span.days[i] = VIEW_DAY_UNCOUNTED;
    mark_events(gate, situation, parts, rule, &span);
    view->clock = (struct view_clock){.from = span.from, .days = span.days, .marked = span.marked, .count = span.count};
}
