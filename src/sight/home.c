/* What waits for the viewer: what they owe, their own open records, and what they were told. */
#include "sight/sight_private.h"

#define DUTIES_MOST 100
#define DUTIES_ON_HOME 25
#define WAITING_MOST 25
#define NOTICES_MOST 100
#define NOTICES_ON_HOME 10

/* ---- duties ---- */

static void read_duties(const struct gate *gate, const struct hold *hold, bool paused, const struct owed *owed,
                        struct view_home *view) {
    const struct sight *sight = gate->sight;
    struct query *name = query(sight->db, Q_PRINCIPAL_NAME);
    bind_int(name, hold->principal);
    const char *principal = query_text(name, sight->a), *bearer = NULL;
    struct query *q = query(sight->db, Q_LIST_DUTIES);
    bind_int(q, hold->principal);
    bind_int(q, hold->sees_from);
    bind_text(q, paused ? "paused" : "open");
    bind_int(q, (int64_t)owed->limit + 1); /* one more, to know that there is one */
    bind_int(q, owed->after);
    bind_int(q, owed->until);
    while (query_step(q)) {
        const struct pack *pack;
        const struct procedure *procedure = procedure_of(sight, column_text(q, 8), column_text(q, 7), &pack);
        const struct duty *rule = procedure == NULL ? NULL : procedure_duty(procedure, column_text(q, 0));
        if (rule == NULL)
            continue;
        if (bearer == NULL)
            bearer = principal_shown(gate, principal, gate->today);
        struct view_duty duty = {
            .name = rule->name,
            .label = rule->label,
            .ref = column_copy(q, 6, sight->a),
            .procedure_title = procedure->title,
            .bearer = bearer,
            .mine = true,
            .missed = !column_is_null(q, 3),
            .paused = paused,
            .started_at = column_int(q, 1),
            .due_at = column_int(q, 2),
            .due = due_day(sight, column_int(q, 2)),
            .ended_at = INSTANT_NONE,
            .cites = cites_read(sight, pack, column_text(q, 4)),
        };
        if (!paused)
            duty.left = days_left(council_calendar(sight->council, rule->calendar), gate->today, duty.due);
        if (column_is_null(q, 9)) { /* not granted to the bearer as such: perhaps to the viewer otherwise */
            struct parts parts;
            gate_parts(gate, column_int(q, 5), &parts);
            duty.record_title = title_seen(gate, column_int(q, 5), &parts, procedure);
        } else {
            duty.record_title = column_copy(q, 9, sight->a);
        }
        LIST_ADD(sight->a, &view->duties, duty);
    }
    query_end(q);
}

void duties_owed(const struct gate *gate, const struct owed *owed, struct view_home *view) {
    for (size_t i = 0; i < gate->holds.count; i++) {
        read_duties(gate, &gate->holds.at[i], false, owed, view);
        if (owed->paused)
            read_duties(gate, &gate->holds.at[i], true, owed, view);
    }
    duties_sort(view->duties.at, view->duties.count);
    view->more_duties = view->duties.count > owed->limit;
    if (view->more_duties)
        view->duties.count = owed->limit;
}

static void show_duties(const struct gate *gate, size_t limit, struct view_home *view) {
    duties_owed(gate, &(struct owed){.after = INT64_MIN, .until = INT64_MAX, .paused = true, .limit = limit}, view);
}

/* ---- notices ---- */

struct notice_row {
    struct view_notice view;
    int64_t id, record;
    const struct procedure *procedure; /* the record's; NULL: not known any more */
};
struct notice_rows {
    LIST(struct notice_row) list;
};

static int newest_first(const void *left, const void *right) {
    const struct notice_row *a = left, *b = right;
    if (a->view.at != b->view.at)
        return a->view.at > b->view.at ? -1 : 1;
    return (a->id < b->id) - (a->id > b->id);
}

const char *overdue_of(const struct sight *sight, const char *title) {
    const char **pieces = text_kept(sight->a, KEPT_OVERDUE, title);
    return pieces == NULL ? NULL : pieces[0];
}

static void read_notices(const struct gate *gate, const struct hold *hold, size_t limit, struct notice_rows *rows) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_LIST_NOTICES);
    bind_int(q, hold->principal);
    bind_int(q, hold->sees_from);
    bind_int(q, (int64_t)limit);
    while (query_step(q)) {
        const struct pack *pack;
        struct notice_row row = {.id = column_int(q, 0), .record = column_int(q, 6)};
        row.procedure = procedure_of(sight, column_text(q, 8), column_text(q, 9), &pack);
        row.view = (struct view_notice){
            .ref = column_copy(q, 1, sight->a),
            .title = column_copy(q, 2, sight->a),
            .say = column_copy(q, 3, sight->a),
            .at = column_int(q, 4),
            .record_ref = column_copy(q, 7, sight->a),
        };
        row.view.overdue = overdue_of(sight, row.view.title);
        if (pack != NULL)
            row.view.cites = cites_read(sight, pack, column_text(q, 5));
        LIST_ADD(sight->a, &rows->list, row);
    }
    query_end(q);
}

static void show_notices(const struct gate *gate, size_t limit, struct view_home *view) {
    struct notice_rows rows = {0};
    for (size_t i = 0; i < gate->holds.count; i++)
        read_notices(gate, &gate->holds.at[i], limit + 1, &rows); /* one more, to know that there is one */
    if (rows.list.count > 1)
        qsort(rows.list.at, rows.list.count, sizeof(*rows.list.at), newest_first);
    view->more_notices = rows.list.count > limit;
    for (size_t i = 0; i < rows.list.count && i < limit; i++) {
        struct notice_row *row = &rows.list.at[i];
        struct parts parts;
        gate_parts(gate, row->record, &parts);
        if (parts.names.count == 0 || row->procedure == NULL) /* told of it, and not let in */
            row->view.record_ref = NULL;
        else
            row->view.record_title = title_seen(gate, row->record, &parts, row->procedure);
        LIST_ADD(gate->sight->a, &view->notices, row->view);
    }
}

/* ---- the pages ---- */

bool sight_duties(const struct sight *sight, struct view_home *view_r) {
    struct gate gate;
    *view_r = (struct view_home){0};
    gate_open(sight, &gate);
    show_duties(&gate, DUTIES_MOST, view_r);
    return db_failed(sight->db) == NULL;
}

bool sight_notices(const struct sight *sight, struct view_home *view_r) {
    struct gate gate;
    *view_r = (struct view_home){0};
    gate_open(sight, &gate);
    show_notices(&gate, NOTICES_MOST, view_r);
    return db_failed(sight->db) == NULL;
}

bool sight_home(const struct sight *sight, struct view_home *view_r) {
    struct gate gate;
    *view_r = (struct view_home){0};
    gate_open(sight, &gate);
    show_duties(&gate, DUTIES_ON_HOME, view_r);
    show_notices(&gate, NOTICES_ON_HOME, view_r);
    struct rows waiting = rows_new(sight->a, WAITING_MOST + 1);
    list_granted(&gate, &(struct list_filter){.state = LIST_OPEN, .mine = true}, PLACE_NEWEST, &waiting);
    view_r->more_waiting = waiting.count > WAITING_MOST;
    for (size_t i = 0; i < waiting.count && i < WAITING_MOST; i++)
        LIST_ADD(sight->a, &view_r->waiting, waiting.at[i].view);
    return db_failed(sight->db) == NULL;
}
