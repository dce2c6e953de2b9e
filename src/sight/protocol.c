/* The protocol as it is in force: its clauses, and the rules that stand under each. */
#include "sight/sight_private.h"

struct telling {
    const struct sight *sight;
    struct view_protocol *view;
    const char *where; /* "Enquiry" */
};

static void tell(const struct telling *telling, struct cites cites, const char *what, const char *name) {
    const struct pack *pack = telling->sight->council->pack;
    struct arena *a = telling->sight->a;
    const char *separator = telling->where == NULL ? "" : ": ", *where = telling->where == NULL ? "" : telling->where;
    const char *rule = name == NULL ? arena_printf(a, "%s%s%s", where, separator, what)
                                    : arena_printf(a, "%s%s%s %s", where, separator, what, name);
    for (size_t i = 0; i < cites.count; i++) {
        struct view_protocol_clause *clause = &telling->view->clauses.at[cites.at[i] - pack->clauses];
        if (clause->rules.count == 0 || strcmp(clause->rules.at[clause->rules.count - 1], rule) != 0)
            LIST_ADD(a, &clause->rules, rule);
    }
}

static void tell_power(const struct telling *telling, const struct power *power) {
    tell(telling, power->cites, "power", power->name);
    for (size_t i = 0; i < power->refusal_count; i++)
        tell(telling, power->refusals[i].cites, "refusal of power", power->name);
    for (size_t i = 0; i < power->grant_count; i++)
        tell(telling, power->grants[i].cites, "grant by power", power->name);
}

static void tell_procedure(struct telling *telling, const struct procedure *procedure) {
    telling->where = procedure->title;
    tell(telling, procedure->cites, "procedure", procedure->name);
    tell(telling, procedure->open_cites, "opening", NULL);
    for (size_t i = 0; i < procedure->refusal_count; i++)
        tell(telling, procedure->refusals[i].cites, "refusal of opening", NULL);
    tell(telling, procedure->route_cites, "route", NULL);
    if (procedure->counts_open)
        tell(telling, procedure->counts_cites, "count of open records", NULL);
    if (procedure->offers_earlier)
        tell(telling, procedure->offer_cites, "offer of earlier records", NULL);
    for (size_t i = 0; i < procedure->part_count; i++)
        tell(telling, procedure->parts[i].cites, "part", procedure->parts[i].name);
    for (size_t i = 0; i < procedure->state_count; i++)
        tell(telling, procedure->states[i].cites, "state", procedure->states[i].name);
    for (size_t i = 0; i < procedure->power_count; i++)
        tell_power(telling, &procedure->powers[i]);
    for (size_t i = 0; i < procedure->duty_count; i++)
        tell(telling, procedure->duties[i].cites, "duty", procedure->duties[i].name);
    for (size_t i = 0; i < procedure->notice_count; i++)
        tell(telling, procedure->notices[i].cites, "notice", procedure->notices[i].name);
}

static const char *kind_name(enum clause_kind kind) {
    static const char *const names[] = {
        [CLAUSE_POWER] = "power", [CLAUSE_DUTY] = "duty",     [CLAUSE_AUDIENCE] = "audience", [CLAUSE_BAN] = "ban",
        [CLAUSE_ROUTE] = "route", [CLAUSE_RECORD] = "record", [CLAUSE_GUIDE] = "guide",
    };
    return names[kind];
}

void sight_protocol(const struct sight *sight, struct view_protocol *view_r) {
    const struct pack *pack = sight->council->pack;
    *view_r = (struct view_protocol){.title = pack->title, .code = pack->code, .council = sight->council->name};
    for (size_t i = 0; i < pack->clause_count; i++) {
        struct view_protocol_clause clause = {
            .id = pack->clauses[i].id, .kind = kind_name(pack->clauses[i].kind), .summary = pack->clauses[i].summary};
        LIST_ADD(sight->a, &view_r->clauses, clause);
    }
    struct telling telling = {.sight = sight, .view = view_r};
    for (size_t i = 0; i < pack->calendar_count; i++)
        tell(&telling, pack->calendars[i].cites, "calendar", pack->calendars[i].name);
    tell(&telling, pack->junior_names_hidden, "names of junior Officers", NULL);
    for (size_t i = 0; i < pack->procedure_count; i++)
        tell_procedure(&telling, &pack->procedures[i]);
}
