/* What is owed on a record, by whom and until when, with the working. */
#include "sight/sight_private.h"

static int nearest_first(const void *left, const void *right) {
    const struct view_duty *a = left, *b = right;
    if (a->paused != b->paused)
        return a->paused ? 1 : -1;
    if (a->due_at != b->due_at && !a->paused)
        return a->due_at < b->due_at ? -1 : 1;
    int by_ref = strcmp(a->ref, b->ref);
    return by_ref != 0 ? by_ref : strcmp(a->name, b->name);
}

void duties_sort(struct view_duty *duties, size_t count) {
    if (count > 1)
        qsort(duties, count, sizeof(*duties), nearest_first);
}

/* A day is due until its end, which is the next day's first moment. */
int32_t due_day(const struct sight *sight, instant due_at) {
    return council_day(sight->council, due_at - 1);
}

static void show_working(const struct sight *sight, const struct open_duty *open, struct view_duty *view) {
    struct deadline deadline;
    if (open->duty->until_field != NULL && open->counted_from == open->started_at) { /* a day that was given */
        view->working = ARENA_ARRAY(sight->a, 2, const char *);
        view->working[0] = arena_join(sight->a, day_say(sight->language, sight->a, view->due, DAY_MONTH),
                                      text_say(sight->language, " due"), NULL);
        view->sentence = view->working[0];
        return;
    }
    if (!duty_recount(sight->council, open, sight->a, &deadline) || deadline.ends != open->due_at)
        return; /* a working that came to another day would be worse than none */
    view->working = deadline_working(sight->language, sight->a, &deadline);
    view->sentence = deadline_sentence(sight->language, sight->a, &deadline);
}

int days_left(const struct calendar *calendar, int32_t today, int32_t due) {
    return due >= today ? calendar_count(calendar, today, due) : -calendar_count(calendar, due, today);
}

static bool is_viewer(const struct gate *gate, const char *principal) {
    return text_starts(principal, "person:") && strcmp(principal + strlen("person:"), gate->sight->viewer->id) == 0;
}

/* Whom the next step tells, when the time runs out: "Head of Housing (Dana Okafor) and you". */
static void tell_if_late(const struct gate *gate, const struct situation *situation, const struct open_duty *open,
                         struct view_duty *view) {
    struct arena *a = gate->sight->a;
    if ((size_t)open->step >= open->duty->missed_count)
        return;
    const struct relations *tell = &open->duty->missed[open->step].tell;
    struct principals told = {0};
    for (size_t i = 0; i < tell->count; i++)
        relation_principals(situation, &tell->at[i], NULL, a, &told);
    struct buf buf = {.arena = a};
    for (size_t i = 0; i < told.list.count; i++) {
        bool viewer = is_viewer(gate, told.list.at[i]);
        buf_adds(&buf, i == 0 ? "" : i + 1 == told.list.count ? text_say(gate->sight->language, " and ") : ", ");
        buf_adds(&buf, viewer ? text_say(gate->sight->language, "you")
                              : veil_principal(gate, tell, told.list.at[i], gate->today));
        view->late_many = view->late_many || viewer || i > 0;
    }
    view->late = buf.data;
}

static void show_clock(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                       const struct duty *rule, struct view_duty *view) {
    int32_t end = view->ended_at == INSTANT_NONE ? gate->today : council_day(gate->sight->council, view->ended_at);
    const struct calendar *calendar = council_calendar(gate->sight->council, rule->calendar);
    view->left = days_left(calendar, end, view->due);
    clock_shown(gate, situation, parts, rule, end, view);
}

void duties_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                  struct view_record *view) {
    const struct sight *sight = gate->sight;
    for (size_t i = 0; i < situation->record->duties.count; i++) {
        const struct open_duty *open = &situation->record->duties.at[i];
        bool mine = principal_includes(sight->council, open->bearer, sight->viewer, gate->today);
        if (open->duty->quiet || !(mine || parts_have(parts, part_of_rule(open->duty->part))))
            continue;
        struct view_duty duty = {
            .name = open->duty->name,
            .label = open->duty->label,
            .ref = view->ref,
            .procedure_title = view->procedure_title,
            .record_title = view->title,
            .bearer = veil_principal(gate, &open->duty->bearer, open->bearer, gate->today),
            .mine = mine,
            .missed = open->missed_at != INSTANT_NONE,
            .paused = open->state == DUTY_PAUSED,
            .started_at = open->started_at,
            .due_at = open->due_at,
            .due = due_day(sight, open->due_at),
            .ended_at = INSTANT_NONE,
            .left = open->term.amount,
            .cites = cites_shown(sight, open->duty->cites),
        };
        if (!duty.paused) {
            show_working(sight, open, &duty);
            tell_if_late(gate, situation, open, &duty);
            show_clock(gate, situation, parts, open->duty, &duty);
        }
        LIST_ADD(sight->a, &view->duties, duty);
    }
    duties_sort(view->duties.at, view->duties.count);
}

/* That it was met, and when, is known by the event that met it. */
void duties_met_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                      struct view_record *view) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_SIGHT_DUTIES_MET);
    bind_int(q, situation->record->id);
    while (query_step(q)) {
        const struct duty *rule = procedure_duty(situation->procedure, column_text(q, 0));
        const char *bearer = column_copy(q, 1, sight->a);
        bool mine = principal_includes(sight->council, bearer, sight->viewer, gate->today);
        if (rule == NULL || !(mine || parts_have(parts, column_text(q, 2))) || !parts_have(parts, column_text(q, 7)))
            continue;
        struct view_duty duty = {
            .name = rule->name,
            .label = rule->label,
            .ref = view->ref,
            .procedure_title = view->procedure_title,
            .record_title = view->title,
            .bearer = veil_principal(gate, &rule->bearer, bearer, gate->today),
            .mine = mine,
            .started_at = column_int(q, 3),
            .due_at = column_int(q, 4),
            .due = due_day(sight, column_int(q, 4)),
            .missed = !column_is_null(q, 5),
            .ended_at = column_int(q, 6),
            .cites = cites_shown(sight, rule->cites),
        };
        show_clock(gate, situation, parts, rule, &duty);
        LIST_ADD(sight->a, &view->met, duty);
    }
    query_end(q);
}
