/* What the viewer sent and may still take back: their own, and nobody else's. */
#include "sight/sight_private.h"

#define HELD_MOST 50

static struct view_held held_read(const struct sight *sight, struct query *q) {
    struct view_held held = {.ref = column_copy(q, 0, sight->a),
                             .title = column_copy(q, 1, sight->a),
                             .procedure = column_copy(q, 2, sight->a),
                             .record = column_copy(q, 3, sight->a),
                             .power = column_copy(q, 4, sight->a),
                             .sends_at = column_is_null(q, 6) ? INSTANT_NONE : column_int(q, 6),
                             .why = column_copy(q, 7, sight->a),
                             .key = column_copy(q, 8, sight->a)};
    values_parse(sight->a, &held.fields, column_text(q, 5));
    return held;
}

bool sight_held(const struct sight *sight, struct view_held_list *view_r) {
    *view_r = (struct view_held_list){0};
    struct query *q = query(sight->db, Q_HELD_OF);
    bind_text(q, sight->viewer->id);
    bind_int(q, HELD_MOST);
    while (query_step(q))
        LIST_ADD(sight->a, &view_r->list, held_read(sight, q));
    query_end(q);
    return db_failed(sight->db) == NULL;
}

bool sight_held_one(const struct sight *sight, const char *ref, struct view_held *view_r, bool *found_r) {
    struct query *q = query(sight->db, Q_HELD_ONE);
    bind_text(q, ref);
    bind_text(q, sight->viewer->id);
    *found_r = query_step(q);
    if (*found_r)
        *view_r = held_read(sight, q);
    query_end(q);
    return db_failed(sight->db) == NULL;
}
