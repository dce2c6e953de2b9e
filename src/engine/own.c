/* What people choose for themselves, and nobody else reads. */
#include "engine/engine_private.h"

bool own_view_save(struct db *db, void *context) {
    const struct own_view *view = context;
    struct query *q = query(db, Q_VIEW_COUNT);
    bind_text(q, view->person);
    bind_text(q, view->name);
    if (query_int(q, 0) >= OWN_VIEWS_MOST)
        return false;
    q = query(db, Q_VIEW_PUT);
    bind_text(q, view->person);
    bind_text(q, view->name);
    bind_text(q, view->query);
    return query_run(q);
}

bool own_view_remove(struct db *db, void *context) {
    const struct own_view *view = context;
    struct query *q = query(db, Q_VIEW_DROP);
    bind_text(q, view->person);
    bind_text(q, view->name);
    return query_run(q);
}

bool own_setting_put(struct db *db, void *context) {
    const struct own_setting *setting = context;
    struct query *q = query(db, Q_SETTING_PUT);
    bind_text(q, setting->person);
    bind_text(q, setting->name);
    bind_text(q, setting->value);
    return query_run(q);
}
