#include "pack/check_private.h"
#include "pack/told.h"

static bool has_items(const struct pack *pack, const struct clause *clause) {
    for (size_t i = 0; i < pack->clause_count; i++) {
        if (text_equal(pack->clauses[i].of, clause->id))
            return true;
    }
    return false;
}

static bool is_dealt_with(const struct rules *rules, const struct clause *clause) {
    return rules_cite(rules, clause) || clause->shown_count > 0 || clause->excuse != NULL || clause->not_yet;
}

void check_clauses(struct check *check) {
    struct rules rules;
    pack_rules(check->pack, NULL, check->a, &rules);
    for (size_t i = 0; i < check->pack->clause_count; i++) {
        const struct clause *clause = &check->pack->clauses[i];
        const struct clause *whole = clause->of == NULL ? clause : pack_clause(check->pack, clause->of);
        /* A clause with items stands by them; what holds of it as a whole holds of each. */
        if (!has_items(check->pack, clause) && !is_dealt_with(&rules, clause) && !is_dealt_with(&rules, whole))
            check_found(check, clause, "clause", clause->id,
                        "no rule cites it, no place shows it, and it is not excused.");
        if (rules_cite(&rules, clause) && clause->excuse != NULL)
            check_found(check, &clause->excuse, "clause", clause->id, "it is excused, but a rule cites it.");
        if (clause->not_yet && rules_cite(&rules, clause))
            check_found(check, &clause->not_yet, "clause", clause->id,
                        "it is said to be not there yet, but a rule cites it.");
        if (clause->not_yet && (clause->excuse != NULL || clause->shown_count > 0))
            check_found(check, &clause->not_yet, "clause", clause->id,
                        "it is said to be not there yet, but it is shown or excused.");
    }
}
