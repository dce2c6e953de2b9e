#include "pack/check_private.h"

static bool cited_in(const struct clause *clause, const struct cites *cites) {
    for (size_t i = 0; i < cites->count; i++) {
        if (cites->at[i] == clause)
            return true;
    }
    return false;
}

static bool cited_by_refusals(const struct clause *clause, const struct refusal *refusals, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (cited_in(clause, &refusals[i].cites))
            return true;
    }
    return false;
}

static bool cited_by_power(const struct clause *clause, const struct power *power) {
    for (size_t i = 0; i < power->grant_count; i++) {
        if (cited_in(clause, &power->grants[i].cites))
            return true;
    }
    return cited_in(clause, &power->cites) || cited_by_refusals(clause, power->refusals, power->refusal_count);
}

static bool cited_by_procedure(const struct clause *clause, const struct procedure *p) {
    bool cited = cited_in(clause, &p->cites) || cited_in(clause, &p->open_cites) || cited_in(clause, &p->route_cites) ||
                 cited_in(clause, &p->counts_cites) || cited_in(clause, &p->offer_cites) ||
                 cited_by_refusals(clause, p->refusals, p->refusal_count);
    for (size_t i = 0; i < p->part_count && !cited; i++)
        cited = cited_in(clause, &p->parts[i].cites);
    for (size_t i = 0; i < p->state_count && !cited; i++)
        cited = cited_in(clause, &p->states[i].cites);
    for (size_t i = 0; i < p->power_count && !cited; i++)
        cited = cited_by_power(clause, &p->powers[i]);
    for (size_t i = 0; i < p->duty_count && !cited; i++)
        cited = cited_in(clause, &p->duties[i].cites);
    for (size_t i = 0; i < p->notice_count && !cited; i++)
        cited = cited_in(clause, &p->notices[i].cites);
    return cited;
}

static bool cited_by_pack(const struct clause *clause, const struct pack *pack) {
    bool cited = cited_in(clause, &pack->junior_names_hidden);
    for (size_t i = 0; i < pack->calendar_count && !cited; i++)
        cited = cited_in(clause, &pack->calendars[i].cites);
    for (size_t i = 0; i < pack->procedure_count && !cited; i++)
        cited = cited_by_procedure(clause, &pack->procedures[i]);
    return cited;
}

void check_clauses(struct check *check) {
    for (size_t i = 0; i < check->pack->clause_count; i++) {
        const struct clause *clause = &check->pack->clauses[i];
        bool cited = cited_by_pack(clause, check->pack);
        /* A guide says how to behave and a record what to keep: neither is a rule of a procedure. */
        bool is_rule = clause->kind != CLAUSE_GUIDE && clause->kind != CLAUSE_RECORD;
        if (!cited && clause->excuse == NULL && is_rule)
            check_found(check, clause, "clause", clause->id, "no rule cites it, and it is not excused.");
        if (cited && clause->excuse != NULL)
            check_found(check, &clause->excuse, "clause", clause->id, "it is excused, but a rule cites it.");
    }
}
