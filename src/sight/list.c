/* Lists of records: for each principal that the viewer holds a range of its grants, merged. */
#include "sight/sight_private.h"

#define LIMIT_MOST 100

/* A cursor is the last row's time of opening and reference: "1797000000-ENQ-7QK4-2M9D". A reference that this viewer
 * cannot see stands, like one that there is not, behind all records of its second. */
static bool cursor_read(const struct gate *gate, const char *cursor, struct place *before_r) {
    *before_r = PLACE_NEWEST;
    if (cursor == NULL)
        return true;
    const char *dash = strchr(cursor, '-');
    if (dash == NULL || !text_to_int(arena_strndup(gate->sight->a, cursor, (size_t)(dash - cursor)), 0, INT64_MAX,
                                     &before_r->opened_at))
        return false;
    before_r->record = 0;
    struct query *q = query(gate->sight->db, Q_SIGHT_RECORD);
    bind_text(q, dash + 1);
    int64_t record = query_int(q, 0);
    struct parts parts;
    gate_parts(gate, record, &parts);
    if (parts.names.count > 0)
        before_r->record = record;
    return true;
}

static char *cursor_write(const struct sight *sight, struct place place) {
    struct query *q = query(sight->db, Q_SIGHT_RECORD_OF_ID);
    bind_int(q, place.record);
    return arena_printf(sight->a, "%lld-%s", (long long)place.opened_at, query_text(q, sight->a));
}

void list_granted(const struct gate *gate, const struct list_filter *filter, struct place before, struct rows *rows) {
    enum statement range = filter->mine                ? Q_LIST_OPENED
                           : filter->procedure != NULL ? Q_LIST_OF_PROCEDURE
                                                       : Q_LIST_GRANTED;
    for (size_t h = 0; h < gate->holds.count; h++)
        for (int open = 0; open <= 1; open++) {
            if (filter->state == (open == 1 ? LIST_CLOSED : LIST_OPEN))
                continue;
            struct query *q = query(gate->sight->db, range);
            bind_int(q, gate->holds.at[h].principal);
            bind_int(q, open);
            bind_int(q, before.opened_at);
            bind_int(q, before.record);
            bind_int(q, gate->holds.at[h].sees_from);
            bind_int(q, (int64_t)rows->room);
            if (range != Q_LIST_GRANTED)
                bind_text(q, filter->procedure);
            if (range == Q_LIST_OPENED)
                bind_text(q, gate->sight->viewer->id);
            rows_read(gate, q, open == 1, rows);
        }
}

bool sight_list(const struct sight *sight, const struct list_filter *filter, struct view_list *view_r) {
    struct gate gate;
    struct place before;
    struct words words = {0};
    *view_r = (struct view_list){0};
    gate_open(sight, &gate);
    if (!cursor_read(&gate, filter->after, &before))
        return db_failed(sight->db) == NULL;
    size_t limit = filter->limit < 1 ? 1 : filter->limit > LIMIT_MOST ? LIMIT_MOST : (size_t)filter->limit;
    struct rows rows = rows_new(sight->a, limit + 1);
    if (filter->words != NULL)
        words_of(sight->a, filter->words, &words);
    struct place passed;
    bool all = true;
    if (words.hashes.count > 0)
        all = list_found(&gate, filter, &words, before, &rows, &passed);
    else
        list_granted(&gate, filter, before, &rows);
    for (size_t i = 0; i < rows.count && i < limit; i++)
        LIST_ADD(sight->a, &view_r->rows, rows.at[i].view);
    view_r->unfinished = rows.count <= limit && !all;
    if (rows.count > limit)
        view_r->next = cursor_write(sight, rows.at[limit - 1].place);
    else if (!all)
        view_r->next = cursor_write(sight, passed);
    return db_failed(sight->db) == NULL;
}
