#include "pack/pack.h"

/* Where the rules are put while they are gathered. */
struct gathering {
    struct arena *a;
    const struct procedure *procedure;
    struct rules *rules;
};

static void add(struct gathering *g, struct cites cites, const char *kind, const char *name) {
    const char *of = g->procedure == NULL ? "" : arena_printf(g->a, "%s: ", g->procedure->name);
    struct rule rule = {.procedure = g->procedure,
                        .name =
                            arena_printf(g->a, "%s%s%s%s", of, kind, name == NULL ? "" : " ", name == NULL ? "" : name),
                        .cites = cites};
    if (cites.count > 0)
        LIST_ADD(g->a, &g->rules->list, rule);
}

/* Refusals and grants have no names: they are told by their power, and counted where it has several. */
static void add_numbered(struct gathering *g, struct cites cites, const char *kind, size_t i, size_t count) {
    add(g, cites, kind, count == 1 ? NULL : arena_printf(g->a, "%zu", i + 1));
}

static void add_power(struct gathering *g, const struct power *power) {
    add(g, power->cites, "power", power->name);
    for (size_t i = 0; i < power->refusal_count; i++)
        add_numbered(g, power->refusals[i].cites, arena_printf(g->a, "refusal of power %s", power->name), i,
                     power->refusal_count);
    for (size_t i = 0; i < power->grant_count; i++)
        add_numbered(g, power->grants[i].cites, arena_printf(g->a, "grant by power %s", power->name), i,
                     power->grant_count);
}

static void add_procedure(struct gathering *g, const struct procedure *procedure) {
    g->procedure = procedure;
    add(g, procedure->open_cites, "opening", NULL);
    for (size_t i = 0; i < procedure->refusal_count; i++)
        add_numbered(g, procedure->refusals[i].cites, "refusal of opening", i, procedure->refusal_count);
    add(g, procedure->route_cites, "route", NULL);
    if (procedure->counts_open)
        add(g, procedure->counts_cites, "count of open records", NULL);
    if (procedure->offers_earlier)
        add(g, procedure->offer_cites, "offer of earlier records", NULL);
    for (size_t i = 0; i < procedure->part_count; i++)
        add(g, procedure->parts[i].cites, "part", procedure->parts[i].name);
    for (size_t i = 0; i < procedure->state_count; i++)
        add(g, procedure->states[i].cites, "state", procedure->states[i].name);
    for (size_t i = 0; i < procedure->power_count; i++)
        add_power(g, &procedure->powers[i]);
    for (size_t i = 0; i < procedure->duty_count; i++)
        add(g, procedure->duties[i].cites, "duty", procedure->duties[i].name);
    for (size_t i = 0; i < procedure->notice_count; i++)
        add(g, procedure->notices[i].cites, "notice", procedure->notices[i].name);
}

void pack_rules(const struct pack *pack, struct arena *a, struct rules *rules_r) {
    *rules_r = (struct rules){0};
    struct gathering g = {.a = a, .rules = rules_r};
    for (size_t i = 0; i < pack->calendar_count; i++)
        add(&g, pack->calendars[i].cites, "calendar", pack->calendars[i].name);
    add(&g, pack->junior_names_hidden, "junior names hidden", NULL);
    for (size_t i = 0; i < pack->procedure_count; i++)
        add_procedure(&g, &pack->procedures[i]);
}

bool rule_carries(const struct rule *rule, const struct clause *clause) {
    for (size_t i = 0; i < rule->cites.count; i++) {
        const struct clause *cited = rule->cites.at[i];
        if (cited == clause || text_equal(cited->of, clause->id))
            return true;
    }
    return false;
}

static bool cites(const struct rule *rule, const struct clause *clause) {
    for (size_t i = 0; i < rule->cites.count; i++) {
        if (rule->cites.at[i] == clause)
            return true;
    }
    return false;
}

bool rules_cite(const struct rules *rules, const struct clause *clause) {
    for (size_t i = 0; i < rules->list.count; i++) {
        if (cites(&rules->list.at[i], clause))
            return true;
    }
    return false;
}
