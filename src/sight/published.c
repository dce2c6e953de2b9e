/* What was published: parts that are granted to everybody, newest first, and what everybody may begin. */
#include "sight/sight_private.h"

#define PUBLISHED_MOST 50

bool sight_opens_to_public(const struct sight *sight) {
    const struct pack *pack = sight->council->pack;
    for (size_t i = 0; i < pack->procedure_count; i++)
        for (size_t r = 0; r < pack->procedures[i].open_by.count; r++)
            if (pack->procedures[i].open_by.at[r].kind == RELATION_PUBLIC)
                return true;
    return false;
}

/* "1797000000-FOI-7QK4-2M9D": the last line's time and reference. One that is not published stands behind all of its
 * second, whether it exists or not. */
static bool cursor_read(const struct gate *gate, const char *cursor, instant *since_r, int64_t *record_r) {
    const struct sight *sight = gate->sight;
    *since_r = *record_r = INT64_MAX;
    if (cursor == NULL)
        return true;
    const char *dash = strchr(cursor, '-');
    if (dash == NULL || !text_to_int(arena_strndup(sight->a, cursor, (size_t)(dash - cursor)), 0, INT64_MAX, since_r))
        return false;
    struct query *q = query(sight->db, Q_SIGHT_RECORD);
    bind_text(q, dash + 1);
    int64_t record = query_int(q, 0);
    struct parts parts;
    gate_parts(gate, record, &parts);
    *record_r = parts.names.count > 0 ? record : 0;
    return true;
}

struct line {
    int64_t record;
    struct view_published view;
    const struct procedure *procedure;
};
struct lines {
    LIST(struct line) list;
};

static void read_lines(const struct sight *sight, instant since, int64_t record, struct lines *lines) {
    struct query *q = query(sight->db, Q_PUBLISHED);
    bind_int(q, since);
    bind_int(q, record);
    bind_int(q, PUBLISHED_MOST + 1);
    while (query_step(q)) {
        const struct pack *pack;
        struct line line = {.record = column_int(q, 1),
                            .view = {.ref = column_copy(q, 2, sight->a), .at = column_int(q, 0)},
                            .procedure = procedure_of(sight, column_text(q, 4), column_text(q, 3), &pack)};
        if (line.procedure != NULL)
            LIST_ADD(sight->a, &lines->list, line);
    }
    query_end(q);
}

bool sight_published(const struct sight *sight, const char *after, struct view_published_list *view_r) {
    struct sight public = *sight;
    public.viewer = &visitor;
    struct gate gate;
    instant since;
    int64_t record;
    struct lines lines = {0};
    *view_r = (struct view_published_list){0};
    gate_open(&public, &gate);
    if (!cursor_read(&gate, after, &since, &record))
        return db_failed(sight->db) == NULL;
    read_lines(&public, since, record, &lines);
    for (size_t i = 0; i < lines.list.count && i < PUBLISHED_MOST; i++) {
        struct line *line = &lines.list.at[i];
        struct parts parts;
        gate_parts(&gate, line->record, &parts);
        line->view.procedure = line->procedure->name;
        line->view.procedure_title = line->procedure->title;
        line->view.title = title_seen(&gate, line->record, &parts, line->procedure);
        LIST_ADD(sight->a, &view_r->rows, line->view);
    }
    if (lines.list.count > PUBLISHED_MOST) {
        const struct view_published *last = &view_r->rows.at[PUBLISHED_MOST - 1];
        view_r->next = arena_printf(sight->a, "%lld-%s", (long long)last->at, last->ref);
    }
    return db_failed(sight->db) == NULL;
}
