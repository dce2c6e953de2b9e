/* Who can read the parts of a record, and who would if the viewer did what they are about to do. */
#include "sight/sight_private.h"

struct audience_line {
    struct view_audience view;
    size_t part; /* its place in the pack */
    const char *principal;
};
struct audience_lines {
    LIST(struct audience_line) list;
};

/* In an order that the rows of other records have no part in. */
static int by_part_and_time(const void *left, const void *right) {
    const struct audience_line *a = left, *b = right;
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    if (a->view.since != b->view.since)
        return a->view.since < b->view.since ? -1 : 1;
    /* an id must not decide where somebody stands whose name is not shown */
    int by_relation = strcmp(a->view.relation, b->view.relation);
    return by_relation != 0 ? by_relation : strcmp(a->principal, b->principal);
}

static bool is_same_veiled(const struct audience_line *one, const struct audience_line *other) {
    return one->principal[0] == '\0' && other->principal[0] == '\0' && one->part == other->part &&
           strcmp(one->view.relation, other->view.relation) == 0;
}

static void add_line(const struct gate *gate, const struct opened *opened, const struct part *part,
                     const char *principal, const struct view_audience *found, struct audience_lines *lines) {
    struct audience_line line = {
        .view = *found, .part = (size_t)(part - opened->procedure->parts), .principal = principal};
    line.view.part = part->name;
    line.view.title = part->title;
    line.view.who = principal_shown(gate, principal, gate->today);
    const char *veiled = veil_relation(gate, opened->procedure, found->relation);
    if (veiled != NULL) { /* where they stand, and how many they are, would tell of them too */
        line.principal = "";
        line.view.who = veiled;
    }
    LIST_ADD(gate->sight->a, &lines->list, line);
}

/* Of the parts that are in both. */
static void add_granted(const struct gate *gate, const struct opened *opened, const struct parts *parts,
                        struct audience_lines *lines) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_SIGHT_GRANTS);
    bind_int(q, opened->id);
    while (query_step(q)) {
        const struct part *part = procedure_part(opened->procedure, column_text(q, 0));
        if (part == NULL || !parts_have(&opened->parts, part->name) || !parts_have(parts, part->name))
            continue;
        struct view_audience found = {.relation = column_copy(q, 3, sight->a),
                                      .since = column_int(q, 2),
                                      .cites = cites_read(sight, opened->pack, column_text(q, 4))};
        add_line(gate, opened, part, column_copy(q, 1, sight->a), &found, lines);
    }
    query_end(q);
}

/* In their order, whom the viewer cannot tell apart once. */
static void tell_lines(const struct gate *gate, struct audience_lines *lines, struct view_audiences *view) {
    if (lines->list.count > 1)
        qsort(lines->list.at, lines->list.count, sizeof(*lines->list.at), by_part_and_time);
    for (size_t i = 0; i < lines->list.count; i++)
        if (i == 0 || !is_same_veiled(&lines->list.at[i - 1], &lines->list.at[i]))
            LIST_ADD(gate->sight->a, &view->list, lines->list.at[i].view);
}

void audience_shown(const struct gate *gate, const struct opened *opened, struct view_audiences *view) {
    struct audience_lines lines = {0};
    add_granted(gate, opened, &opened->parts, &lines);
    tell_lines(gate, &lines, view);
}

/* ---- who would ---- */

static bool reads_already(const struct audience_lines *lines, const struct preview_reader *reader) {
    for (size_t i = 0; i < lines->list.count; i++)
        if (strcmp(lines->list.at[i].view.part, reader->name) == 0 &&
            strcmp(lines->list.at[i].principal, reader->principal) == 0)
            return true;
    return false;
}

/* One of them is the viewer. */
static bool viewer_will_read(const struct gate *gate, const struct preview *preview, const char *part) {
    for (size_t i = 0; i < preview->audience.count; i++)
        if (strcmp(preview->audience.at[i].name, part) == 0 &&
            principal_includes(gate->sight->council, preview->audience.at[i].principal, gate->sight->viewer,
                               gate->today))
            return true;
    return false;
}

bool sight_will_read(const struct sight *sight, const struct request *request, struct view_audiences *view_r) {
    struct gate gate;
    struct opened opened;
    struct preview preview;
    struct parts written = {0};
    struct audience_lines lines = {0};
    *view_r = (struct view_audiences){0};
    gate_open(sight, &gate);
    if (!record_opened(&gate, request->ref, &opened) || !parts_have(&opened.parts, "record"))
        return db_failed(sight->db) == NULL;
    veil_begin(&gate, opened.procedure, opened.opener, &opened.parts);
    engine_preview_use(sight->engine, sight->db, sight->council, request, sight->a, &preview);
    for (size_t i = 0; i < preview.written.count; i++)
        LIST_ADD(sight->a, &written.names, preview.written.at[i]);
    add_granted(&gate, &opened, &written, &lines);
    for (size_t i = 0; i < preview.audience.count; i++) {
        const struct preview_reader *reader = &preview.audience.at[i];
        bool known = parts_have(&opened.parts, reader->name) ||
                     (parts_have(&written, reader->name) && viewer_will_read(&gate, &preview, reader->name));
        if (known && !reads_already(&lines, reader))
            add_line(&gate, &opened, procedure_part(opened.procedure, reader->name), reader->principal,
                     &(struct view_audience){
                         .relation = reader->relation, .since = sight->now, .cites = cites_shown(sight, reader->cites)},
                     &lines);
    }
    tell_lines(&gate, &lines, view_r);
    return db_failed(sight->db) == NULL;
}
