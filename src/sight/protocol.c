/* The protocol as it is in force: its clauses, and the rules that stand under each. */
#include "sight/sight_private.h"

void sight_protocol(const struct sight *sight, struct view_protocol *view_r) {
    const struct pack *pack = sight->council->pack;
    struct rules rules;
    *view_r = (struct view_protocol){.title = pack->title, .code = pack->code, .council = sight->council->name};
    pack_rules(pack, sight->a, &rules);
    for (size_t i = 0; i < pack->clause_count; i++) {
        struct view_protocol_clause clause = {.id = pack->clauses[i].id,
                                              .kind = clause_kind_name(pack->clauses[i].kind),
                                              .summary = pack->clauses[i].summary,
                                              .from = DAY_FIRST,
                                              .to = DAY_LAST};
        if (pack->clauses[i].from > DAY_LEAST)
            clause.from = pack->clauses[i].from;
        if (pack->clauses[i].to < DAY_MOST)
            clause.to = pack->clauses[i].to;
        for (size_t k = 0; k < rules.list.count; k++) {
            if (rule_carries(&rules.list.at[k], &pack->clauses[i]))
                LIST_ADD(sight->a, &clause.rules, rules.list.at[k].name);
        }
        LIST_ADD(sight->a, &view_r->clauses, clause);
    }
}

void sight_shown_at(const struct sight *sight, const char *place, struct view_cites *view_r) {
    const struct pack *pack = sight->council->pack;
    *view_r = (struct view_cites){.at = ARENA_ARRAY(sight->a, pack->clause_count, struct view_clause)};
    for (size_t i = 0; i < pack->clause_count; i++) {
        const struct clause *clause = &pack->clauses[i], *whole = pack_clause(pack, clause->of);
        if (clause_shown_at(clause, place) || (whole != NULL && clause_shown_at(whole, place)))
            view_r->at[view_r->count++] = (struct view_clause){clause->id, clause->summary};
    }
}
