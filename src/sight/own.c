/* What the viewer chose for themselves. */
#include "sight/sight_private.h"

bool sight_saved(const struct sight *sight, struct view_saved_list *view_r) {
    *view_r = (struct view_saved_list){0};
    struct query *q = query(sight->db, Q_VIEWS_OF);
    bind_text(q, sight->viewer->id);
    bind_int(q, OWN_VIEWS_MOST);
    while (query_step(q))
        LIST_ADD(sight->a, &view_r->list,
                 ((struct view_saved){column_copy(q, 0, sight->a), column_copy(q, 1, sight->a)}));
    query_end(q);
    return db_failed(sight->db) == NULL;
}

char *sight_setting(const struct sight *sight, const char *name) {
    struct query *q = query(sight->db, Q_SETTING_GET);
    bind_text(q, sight->viewer->id);
    bind_text(q, name);
    return query_text(q, sight->a);
}
