/* What the viewer has on some days of the calendar: what is due from them, and what takes place in their sight and is
 * not everybody's. */
#include "sight/sight_private.h"

#define MOST 200

struct taking_row {
    struct view_taking view;
    int64_t record, of; /* of: the record whose time it is */
    bool titled;
};
struct taking_rows {
    LIST(struct taking_row) list;
};

/* ---- what takes place ---- */

static struct taking_row *row_of_record(const struct taking_rows *rows, int64_t record) {
    for (size_t i = 0; i < rows->list.count; i++)
        if (rows->list.at[i].record == record)
            return &rows->list.at[i];
    return NULL;
}

static void read_taking(const struct gate *gate, const struct hold *hold, instant from, instant before,
                        struct taking_rows *rows) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_LIST_TAKING_PLACE);
    bind_int(q, hold->principal);
    bind_int(q, hold->sees_from);
    bind_int(q, from);
    bind_int(q, before);
    bind_int(q, MOST + 1);
    while (query_step(q)) {
        struct row row = row_read(gate, q, true);
        struct taking_row *known = row_of_record(rows, row.place.record);
        struct taking_row taking = {
            /* its time stands before it already */
            .view = {row.view.ref, row.view.procedure_title, row.titled ? row.view.title : row.view.procedure_title,
                     column_int(q, 8), row.view.opened_at},
            .record = row.place.record,
            .of = column_int(q, 9),
            .titled = row.titled};
        if (known == NULL)
            LIST_ADD(sight->a, &rows->list, taking);
        else if (taking.titled)
            *known = taking;
    }
    query_end(q);
}

static int soonest_first(const void *left, const void *right) {
    const struct view_taking *a = &((const struct taking_row *)left)->view,
                             *b = &((const struct taking_row *)right)->view;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return strcmp(a->ref, b->ref);
}

/* The time of another record is known to who sees that one. */
static bool knows_time(const struct gate *gate, const struct taking_row *row) {
    struct parts parts;
    if (row->of == row->record)
        return true;
    gate_parts(gate, row->of, &parts);
    return parts_have(&parts, "record");
}

/* What is shown to all Members or all Officers alike is nobody's own: a time that is offered to everybody. */
static bool is_everybody(const struct gate *gate, const struct hold *hold) {
    struct query *q = query(gate->sight->db, Q_PRINCIPAL_NAME);
    bind_int(q, hold->principal);
    return text_starts(query_text(q, gate->sight->a), "all:");
}

static void show_taking(const struct gate *gate, instant from, instant before, struct view_days *view) {
    struct taking_rows rows = {0};
    for (size_t i = 0; i < gate->holds.count; i++)
        if (!is_everybody(gate, &gate->holds.at[i]))
            read_taking(gate, &gate->holds.at[i], from, before, &rows);
    if (rows.list.count > 1)
        qsort(rows.list.at, rows.list.count, sizeof(*rows.list.at), soonest_first);
    for (size_t i = 0; i < rows.list.count && !view->more; i++) {
        if (!knows_time(gate, &rows.list.at[i]))
            continue;
        view->more = view->taking.count == MOST;
        if (!view->more)
            LIST_ADD(gate->sight->a, &view->taking, rows.list.at[i].view);
    }
}

/* ---- the days ---- */

bool sight_days(const struct sight *sight, int32_t from, int32_t to, struct view_days *view_r) {
    struct gate gate;
    struct view_home home = {0};
    const struct calendar *calendar = council_calendar(sight->council, &sight->council->pack->calendars[0]);
    instant begins = zone_instant(sight->council->zone, from, 0), ends = zone_instant(sight->council->zone, to + 1, 0);
    *view_r = (struct view_days){0};
    gate_open(sight, &gate);
    duties_owed(&gate, &(struct owed){.after = begins, .until = ends, .limit = MOST}, &home);
    for (size_t i = 0; i < home.duties.count; i++)
        LIST_ADD(sight->a, &view_r->duties, home.duties.at[i]);
    show_taking(&gate, begins, ends, view_r);
    view_r->more = view_r->more || home.more_duties;
    view_r->closed = ARENA_ARRAY(sight->a, (size_t)(to - from) + 1, const char *);
    for (int32_t date = from; date <= to; date++)
        view_r->closed[date - from] = calendar_closed(calendar, date);
    return db_failed(sight->db) == NULL;
}

/* ---- calendar entries ---- */

static const char *uid_of(const struct sight *sight, const char *ref) {
    return arena_printf(sight->a, "%s@%s", ref, text_slug(sight->a, sight->council->name));
}

void sight_taking_event(const struct sight *sight, const struct view_taking *taking, struct ical_event *event_r) {
    *event_r = (struct ical_event){.uid = uid_of(sight, taking->ref),
                                   .summary = arena_printf(sight->a, "%s %s", taking->procedure_title, taking->ref),
                                   .stamp = taking->opened_at,
                                   .start = taking->at,
                                   .end = INSTANT_NONE};
}

/* The name of a duty keeps two of the same record apart; what it is called could say more than the kind of business. */
void sight_duty_event(const struct sight *sight, const struct view_duty *duty, struct ical_event *event_r) {
    *event_r = (struct ical_event){
        .uid = arena_printf(sight->a, "%s-%s", duty->name, uid_of(sight, duty->ref)),
        .summary = arena_printf(sight->a, text_say(sight->language, "Due: %s %s"), duty->procedure_title, duty->ref),
        .stamp = duty->started_at,
        .day = day_format(sight->a, duty->due, DAY_ISO),
    };
}
