#include "pack/check_private.h"

/* Whoever deals with a record or opened it learns of it in any case, and the procedure's clauses say so. Who else
 * learns of it is a new audience: for that a clause must speak which the rule cites itself. */

static bool is_party(const struct relation *relation) {
    if (relation->kind != RELATION_AUDIENCE)
        return relation->kind == RELATION_OPENER || relation->kind == RELATION_HANDLER ||
               relation->kind == RELATION_AUTHOR;
    for (size_t i = 0; i < relation->audience->count; i++) {
        const struct relations *is = &relation->audience->at[i].is;
        for (size_t k = 0; k < is->count; k++) {
            if (!is_party(&is->at[k]))
                return false;
        }
    }
    return true;
}

/* It stands under its procedure's clauses, for want of its own. */
static bool is_uncited(const struct check *check, const struct cites *cites) {
    return cites->at == check->procedure->cites.at;
}

static void check_part(struct check *check, const struct part *part) {
    for (size_t i = 0; i < part->audience.count && is_uncited(check, &part->cites); i++) {
        const struct relation *relation = &part->audience.at[i];
        if (is_party(relation))
            continue;
        check_found(check, relation, "part", part->name,
                    "\"%s\" may read it, and it cites no clause of its own for that.", relation->name);
        return;
    }
}

/* What a power copies comes from another record to the readers of this one, and what it opens a record with goes to the
 * readers of that; whom it hands a record to reads it. */
static void check_power(struct check *check, const struct power *power) {
    if (!is_uncited(check, &power->cites))
        return;
    if (power->handler != NULL)
        check_found(check, power, "power", power->name,
                    "it gives the record to somebody else, and cites no clause of its own for that.");
    if (power->opens.procedure != NULL)
        check_found(check, &power->opens, "power", power->name,
                    "it puts what stands here into another record, and cites no clause of its own for that.");
    for (size_t i = 0; i < power->form.count; i++) {
        if (power->form.at[i].copies != NULL)
            check_found(check, &power->form.at[i], "power", power->name,
                        "it brings in what stands in another record, and cites no clause of its own for that.");
    }
}

void check_told(struct check *check) {
    const struct procedure *procedure = check->procedure;
    for (size_t i = 0; i < procedure->part_count; i++)
        check_part(check, &procedure->parts[i]);
    for (size_t i = 0; i < procedure->power_count; i++)
        check_power(check, &procedure->powers[i]);
}
