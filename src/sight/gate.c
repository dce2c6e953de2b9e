/* What the viewer holds now, and what of a record is granted to that. */
#include "sight/sight_private.h"

void gate_begin(const struct sight *sight, struct gate *gate_r) {
    *gate_r = (struct gate){
        .sight = sight,
        .today = council_day(sight->council, sight->now),
        .hides_juniors = sight->council->pack->junior_names_hidden.count > 0 && sight->viewer->kind != PERSON_OFFICER,
    };
}

void gate_open(const struct sight *sight, struct gate *gate_r) {
    gate_begin(sight, gate_r);
    struct query *q = query(sight->db, Q_HOLDS_OF);
    bind_text(q, sight->viewer->id);
    bind_int(q, sight->now);
    while (query_step(q)) {
        struct hold hold = {.principal = column_int(q, 0), .sees_from = column_int(q, 1)};
        if (sight->council->pack->group_sees_past) /* the council lets who joins a group read its past */
            hold.sees_from = INT64_MIN;
        LIST_ADD(sight->a, &gate_r->holds, hold);
    }
    query_end(q);
    struct hold everybody = {.principal = PRINCIPAL_PUBLIC, .sees_from = INT64_MIN};
    LIST_ADD(sight->a, &gate_r->holds, everybody);
}

bool gate_admits(const struct gate *gate, int64_t principal, instant since) {
    for (size_t i = 0; i < gate->holds.count; i++)
        if (gate->holds.at[i].principal == principal)
            return since >= gate->holds.at[i].sees_from;
    return false;
}

bool parts_have(const struct parts *parts, const char *part) {
    for (size_t i = 0; i < parts->names.count; i++)
        if (strcmp(parts->names.at[i], part) == 0)
            return true;
    return false;
}

const char *part_of_rule(const char *part) {
    return part == NULL ? "record" : part;
}

void gate_parts(const struct gate *gate, int64_t record, struct parts *parts_r) {
    *parts_r = (struct parts){0};
    struct query *q = query(gate->sight->db, Q_SIGHT_PARTS);
    bind_int(q, record);
    while (query_step(q))
        if (gate_admits(gate, column_int(q, 1), column_int(q, 2)) && !parts_have(parts_r, column_text(q, 0)))
            LIST_ADD(gate->sight->a, &parts_r->names, column_copy(q, 0, gate->sight->a));
    query_end(q);
}

bool record_opened(const struct gate *gate, const char *ref, struct opened *opened_r) {
    const struct sight *sight = gate->sight;
    *opened_r = (struct opened){0};
    struct query *q = query(sight->db, Q_SIGHT_RECORD);
    bind_text(q, ref);
    bool there = query_step(q);
    if (there) {
        opened_r->id = column_int(q, 0);
        opened_r->procedure = procedure_of(sight, column_text(q, 2), column_text(q, 1), &opened_r->pack);
        opened_r->opened_at = column_int(q, 3);
        opened_r->opener = council_person(sight->db, sight->council, column_text(q, 4), sight->a);
    }
    query_end(q);
    if (!there || opened_r->procedure == NULL)
        return false;
    gate_parts(gate, opened_r->id, &opened_r->parts);
    return opened_r->parts.names.count > 0;
}
