/* The protocol as it is in force: its clauses, and the rules that stand under each. */
#include "sight/sight_private.h"

static struct view_cites cites_of(const struct sight *sight, const struct cites *cites) {
    struct view_cites view = {ARENA_ARRAY(sight->a, cites->count, struct view_clause), cites->count};
    for (size_t i = 0; i < cites->count; i++)
        view.at[i] = (struct view_clause){cites->at[i]->id, cites->at[i]->summary};
    return view;
}

/* In full under the first clause that it stands under, and named under the others. */
static struct view_rule rule_of(const struct sight *sight, const struct rule *rule, const char **told_under) {
    struct view_rule view = {.name = rule->name,
                             .title = rule->title,
                             .procedure = rule->procedure == NULL ? NULL : rule->procedure->name,
                             .told_under = *told_under,
                             .cites = cites_of(sight, &rule->cites)};
    if (*told_under == NULL)
        rule_points(sight->council->pack, rule, sight->a, &view.points);
    return view;
}

static const char *status_of(const struct coverages *coverages, const char *clause) {
    for (size_t i = 0; i < coverages->list.count; i++) {
        if (strcmp(coverages->list.at[i].clause->id, clause) == 0)
            return coverage_status_name(coverages->list.at[i].status);
    }
    return NULL;
}

void sight_protocol(const struct sight *sight, struct view_protocol *view_r) {
    const struct pack *pack = sight->council->pack;
    struct rules rules;
    struct coverages coverages;
    *view_r = (struct view_protocol){.title = pack->title, .code = pack->code, .council = sight->council->name};
    pack_rules(pack, sight->a, &rules);
    pack_coverage(pack, "", sight->a, &coverages);
    const char **told_under = ARENA_ARRAY(sight->a, rules.list.count, const char *);
    for (size_t i = 0; i < pack->clause_count; i++) {
        const struct clause *clause = &pack->clauses[i];
        struct view_protocol_clause view = {.id = clause->id,
                                            .kind = clause_kind_name(clause->kind),
                                            .summary = clause->summary,
                                            .status = status_of(&coverages, clause->id),
                                            .from = clause->from > DAY_LEAST ? clause->from : DAY_FIRST,
                                            .to = clause->to < DAY_MOST ? clause->to : DAY_LAST};
        for (size_t k = 0; k < rules.list.count; k++) {
            if (!rule_carries(&rules.list.at[k], clause))
                continue;
            LIST_ADD(sight->a, &view.rules.list, rule_of(sight, &rules.list.at[k], &told_under[k]));
            if (told_under[k] == NULL)
                told_under[k] = clause->id;
        }
        LIST_ADD(sight->a, &view_r->clauses, view);
    }
    for (size_t i = 0; i < pack->procedure_count; i++)
        LIST_ADD(sight->a, &view_r->procedures,
                 ((struct view_named){pack->procedures[i].name, pack->procedures[i].title}));
}

bool sight_procedure_rules(const struct sight *sight, const char *name, struct view_procedure_rules *view_r) {
    const struct pack *pack = sight->council->pack;
    const struct procedure *procedure = pack_procedure(pack, name);
    struct rules rules;
    if (procedure == NULL)
        return false;
    *view_r = (struct view_procedure_rules){.title = procedure->title, .summary = procedure->summary};
    pack_rules(pack, sight->a, &rules);
    for (size_t i = 0; i < rules.list.count; i++) {
        const char *nowhere_else = NULL;
        if (rules.list.at[i].procedure == procedure)
            LIST_ADD(sight->a, &view_r->rules.list, rule_of(sight, &rules.list.at[i], &nowhere_else));
    }
    return true;
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
