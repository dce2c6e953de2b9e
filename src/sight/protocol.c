/* The protocol as it is in force: its clauses, and the rules that stand under each. */
#include "sight/sight_private.h"

static struct view_cites cites_of(const struct sight *sight, const struct cites *cites) {
    struct view_cites view = {ARENA_ARRAY(sight->a, cites->count, struct view_clause), cites->count};
    for (size_t i = 0; i < cites->count; i++)
        view.at[i] = (struct view_clause){cites->at[i]->id, cites->at[i]->summary};
    return view;
}

static struct view_rule rule_of(const struct sight *sight, const struct rule *rule) {
    return (struct view_rule){.name = rule->name,
                              .title = rule->title,
                              .procedure = rule->procedure == NULL ? NULL : rule->procedure->name,
                              .of = rule->procedure == NULL ? NULL : rule->procedure->title,
                              .cites = cites_of(sight, &rule->cites)};
}

static struct view_rule rule_in_words(const struct sight *sight, const struct rule *rule) {
    struct view_rule view = rule_of(sight, rule);
    rule_points(sight->council->pack, rule, sight->language, sight->a, &view.points);
    return view;
}

static const char *status_of(const struct coverages *coverages, const char *clause) {
    for (size_t i = 0; i < coverages->list.count; i++) {
        if (strcmp(coverages->list.at[i].clause->id, clause) == 0)
            return coverage_status_name(coverages->list.at[i].status);
    }
    return NULL;
}

static void show_family(const struct sight *sight, const struct clause *clause, struct view_protocol_clause *view) {
    const struct pack *pack = sight->council->pack;
    const struct clause *whole = pack_clause(pack, clause->of);
    view->items.at = ARENA_ARRAY(sight->a, pack->clause_count, struct view_clause);
    for (size_t i = 0; i < pack->clause_count; i++) {
        const struct clause *item = &pack->clauses[i];
        if (text_equal(item->of, clause->id))
            view->items.at[view->items.count++] = (struct view_clause){item->id, item->summary};
    }
    if (whole != NULL) {
        struct cites one = {&whole, 1};
        view->of = cites_of(sight, &one);
    }
}

/* What a pack's clauses are shown from; tell: how their rules are told, named or in words. */
struct showing {
    const struct sight *sight;
    struct rules rules;
    struct coverages coverages;
    struct view_rule (*tell)(const struct sight *sight, const struct rule *rule);
};

static struct showing showing_of(const struct sight *sight,
                                 struct view_rule (*tell)(const struct sight *sight, const struct rule *rule)) {
    struct showing showing = {.sight = sight, .tell = tell};
    pack_rules(sight->council->pack, sight->language, sight->a, &showing.rules);
    pack_coverage(sight->council->pack, "", sight->a, &showing.coverages);
    return showing;
}

static struct view_protocol_clause show_clause(const struct showing *showing, const struct clause *clause) {
    const struct sight *sight = showing->sight;
    struct view_protocol_clause view = {.id = clause->id,
                                        .kind = clause_kind_name(clause->kind),
                                        .summary = clause->summary,
                                        .status = status_of(&showing->coverages, clause->id),
                                        .excuse = clause->excuse,
                                        .from = clause->from > DAY_LEAST ? clause->from : DAY_FIRST,
                                        .to = clause->to < DAY_MOST ? clause->to : DAY_LAST};
    for (size_t i = 0; i < showing->rules.list.count; i++) {
        if (rule_carries(&showing->rules.list.at[i], clause))
            LIST_ADD(sight->a, &view.rules.list, showing->tell(sight, &showing->rules.list.at[i]));
    }
    return view;
}

void sight_protocol(const struct sight *sight, struct view_protocol *view_r) {
    const struct pack *pack = sight->council->pack;
    struct showing showing = showing_of(sight, rule_of);
    *view_r = (struct view_protocol){
        .title = pack->title, .code = pack->code, .code_address = pack->code_address, .council = sight->council->name};
    for (size_t i = 0; i < pack->clause_count; i++)
        LIST_ADD(sight->a, &view_r->clauses, show_clause(&showing, &pack->clauses[i]));
    for (size_t i = 0; i < pack->procedure_count; i++)
        LIST_ADD(sight->a, &view_r->procedures,
                 ((struct view_named){pack->procedures[i].name, pack->procedures[i].title}));
}

bool sight_protocol_clause(const struct sight *sight, const char *id, struct view_protocol_clause *view_r) {
    const struct pack *pack = sight->council->pack;
    const struct clause *clause = pack_clause(pack, id);
    if (clause == NULL)
        return false;
    struct showing showing = showing_of(sight, rule_in_words);
    *view_r = show_clause(&showing, clause);
    for (size_t i = 0; i < clause->shown_count; i++)
        LIST_ADD(sight->a, &view_r->places, pack_place_name(pack, sight->language, sight->a, clause->shown[i]));
    show_family(sight, clause, view_r);
    return true;
}

bool sight_procedure_rules(const struct sight *sight, const char *name, struct view_procedure_rules *view_r) {
    const struct pack *pack = sight->council->pack;
    const struct procedure *procedure = pack_procedure(pack, name);
    struct rules rules;
    if (procedure == NULL)
        return false;
    *view_r = (struct view_procedure_rules){.title = procedure->title, .summary = procedure->summary};
    pack_rules(pack, sight->language, sight->a, &rules);
    for (size_t i = 0; i < rules.list.count; i++) {
        if (rules.list.at[i].procedure == procedure)
            LIST_ADD(sight->a, &view_r->rules.list, rule_in_words(sight, &rules.list.at[i]));
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
