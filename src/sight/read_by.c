/* Who opened a record: shown in a part of another one that names it, to whoever has that part. */
#include "sight/sight_private.h"

#define READINGS_MOST 200

struct reading_row {
    const char *part, *person;
    instant at;
};

struct read_record { /* the one that was read */
    const struct procedure *procedure;
    const char *opener; /* NULL: may be named; else the id of who is not */
};

/* Those of one person and moment together, the newest first. */
static int newest_first(const void *left, const void *right) {
    const struct reading_row *a = left, *b = right;
    if (a->at != b->at)
        return a->at > b->at ? -1 : 1;
    int by_person = strcmp(a->person, b->person);
    return by_person != 0 ? by_person : strcmp(a->part, b->part);
}

static bool open_read(const struct gate *gate, int64_t record, struct read_record *read_r) {
    const struct sight *sight = gate->sight;
    const struct pack *pack;
    struct parts parts;
    *read_r = (struct read_record){0};
    gate_parts(gate, record, &parts);
    struct query *q = query(sight->db, Q_SIGHT_LINE);
    bind_int(q, record);
    if (query_step(q)) {
        read_r->procedure = procedure_of(sight, column_text(q, 2), column_text(q, 1), &pack);
        read_r->opener = column_copy(q, 4, sight->a);
    }
    query_end(q);
    if (read_r->procedure == NULL)
        return false;
    if (procedure_part(read_r->procedure, PART_OPENER) == NULL || parts_have(&parts, PART_OPENER))
        read_r->opener = NULL;
    return true;
}

static struct view_person reader_shown(const struct gate *gate, const struct read_record *read, const char *id,
                                       int32_t on) {
    if (text_equal(read->opener, id))
        return (struct view_person){.name = procedure_part(read->procedure, PART_OPENER)->otherwise, .by_pack = true};
    return person_shown(gate, council_person(gate->sight->db, gate->sight->council, id, gate->sight->a), on);
}

void readers_of_shown(const struct gate *gate, int64_t record, const struct part *part, struct view_part *view) {
    const struct sight *sight = gate->sight;
    struct read_record read;
    struct {
        LIST(struct reading_row) list;
    } rows = {0};
    int64_t named = link_of(gate, record, part->readers_of);
    if (named == 0 || !open_read(gate, named, &read))
        return;
    struct query *q = query(sight->db, Q_SIGHT_READINGS);
    bind_int(q, named);
    while (query_step(q)) {
        struct reading_row row = {column_copy(q, 0, sight->a), column_copy(q, 1, sight->a), column_int(q, 2)};
        LIST_ADD(sight->a, &rows.list, row);
    }
    query_end(q);
    if (rows.list.count > 1)
        qsort(rows.list.at, rows.list.count, sizeof(*rows.list.at), newest_first);
    for (size_t i = 0; i < rows.list.count && view->entries.count < READINGS_MOST; i++) {
        const struct reading_row *row = &rows.list.at[i];
        const struct part *opened = procedure_part(read.procedure, row->part);
        struct view_entry entry = {.field = "reader",
                                   .label = text_say(sight->language, "Opened"),
                                   .text = opened == NULL ? row->part : opened->title,
                                   .version = 1,
                                   .latest = 1,
                                   .by = reader_shown(gate, &read, row->person, council_day(sight->council, row->at)),
                                   .at = row->at};
        LIST_ADD(sight->a, &view->entries, entry);
    }
}
