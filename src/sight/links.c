/* Records that name one another: each is shown on the other's page to whoever sees both, and that the one names it. */
#include "sight/sight_private.h"

#define LINKS_MOST 50

static bool is_listed(const struct view_record *view, const char *ref) {
    for (size_t i = 0; i < view->linked.count; i++)
        if (strcmp(view->linked.at[i].ref, ref) == 0)
            return true;
    return false;
}

int64_t link_of(const struct gate *gate, int64_t record, const char *field) {
    struct query *q = query(gate->sight->db, Q_SIGHT_LINK_OF);
    bind_int(q, record);
    bind_text(q, field);
    return query_int(q, 0);
}

/* The other record as far as the viewer may read it; false when it is not there for them. */
static bool read_link(const struct gate *gate, int64_t record, const struct parts *parts, struct view_link *link_r) {
    const struct sight *sight = gate->sight;
    const struct procedure *procedure = NULL;
    const struct state *state = NULL;
    const struct pack *pack;
    if (parts->names.count == 0)
        return false;
    *link_r = (struct view_link){0};
    struct query *q = query(sight->db, Q_SIGHT_LINE);
    bind_int(q, record);
    if (query_step(q)) {
        link_r->ref = column_copy(q, 0, sight->a);
        procedure = procedure_of(sight, column_text(q, 2), column_text(q, 1), &pack);
        state = procedure == NULL ? NULL : procedure_state(procedure, column_text(q, 3));
    }
    query_end(q);
    if (state == NULL)
        return false;
    link_r->procedure = procedure->name;
    link_r->procedure_title = procedure->title;
    link_r->title = title_seen(gate, record, parts, procedure);
    if (parts_have(parts, "record")) {
        link_r->state = state->name;
        link_r->state_title = state->title;
    }
    return true;
}

/* own: the parts of the record that is looked at, if it is the one that names; NULL: it is the one that is named, and
 * the other must let the viewer see that. */
static void read_links(const struct gate *gate, struct query *q, const struct parts *own, struct view_record *view) {
    while (view->linked.count < LINKS_MOST && query_step(q)) {
        struct parts parts;
        struct view_link link;
        gate_parts(gate, column_int(q, 0), &parts);
        if (parts_have(own == NULL ? &parts : own, column_text(q, 1)) &&
            read_link(gate, column_int(q, 0), &parts, &link) && !is_listed(view, link.ref))
            LIST_ADD(gate->sight->a, &view->linked, link);
    }
    query_end(q);
}

void links_shown(const struct gate *gate, int64_t record, const struct parts *parts, struct view_record *view) {
    struct query *q = query(gate->sight->db, Q_SIGHT_LINKS);
    bind_int(q, record);
    read_links(gate, q, parts, view);
    q = query(gate->sight->db, Q_SIGHT_LINKED_BY);
    bind_int(q, record);
    read_links(gate, q, NULL, view);
}
