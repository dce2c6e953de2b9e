#include "pack/check_private.h"

/* Nobody decides on a matter of their own. The engine lets neither the opener nor whom a record is about use a power
 * that decides; what is left to prove is that somebody else can, and that no pack takes it back where a matter is about
 * somebody. */

static bool only_opener(const struct procedure *procedure, const struct relations *relations);

static bool hands_on(const struct procedure *procedure) {
    for (size_t i = 0; i < procedure->power_count; i++) {
        if (procedure->powers[i].handler != NULL)
            return true;
    }
    return false;
}

static bool is_only_opener(const struct procedure *procedure, const struct relation *relation) {
    if (relation->kind == RELATION_HANDLER)
        return !hands_on(procedure) && only_opener(procedure, &procedure->route);
    if (relation->kind == RELATION_POST) /* the holder of a post keeps a register, and all of it is theirs */
        return procedure->open_by.count == 1 && relation_same(&procedure->open_by.at[0], relation);
    if (relation->kind != RELATION_AUDIENCE)
        return relation->kind == RELATION_OPENER;
    for (size_t i = 0; i < relation->audience->count; i++) {
        if (!only_opener(procedure, &relation->audience->at[i].is))
            return false;
    }
    return true;
}

static bool only_opener(const struct procedure *procedure, const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++) {
        if (!is_only_opener(procedure, &relations->at[i]))
            return false;
    }
    return true;
}

static void check_power(struct check *check, const struct power *power) {
    const struct procedure *procedure = check->procedure;
    bool opener_s = power_names_opener(power);
    if (power->decides && !opener_s && only_opener(procedure, &power->by))
        check_found(check, &power->by, "power", power->name,
                    "only the opener could use it, and nobody decides on a matter of their own; expected \"opener\" in "
                    "\"by\", or \"decides: no\".");
    bool ends = power->to != NULL && power->to->final;
    if (!power->decides && !power->clock_only && ends && !opener_s && procedure->about_count > 0)
        check_found(check, &power->decides, "power", power->name,
                    "it ends a matter about somebody, who could use it themselves; expected no \"decides: no\".");
}

/* A form that asks for a person may ask whom it is about: only the pack knows. */
static bool asks_for_a_person(const struct form *form) {
    for (size_t i = 0; i < form->count; i++) {
        if (form->at[i].kind == FIELD_PERSON || form->at[i].kind == FIELD_PEOPLE)
            return true;
    }
    return false;
}

void check_decides(struct check *check) {
    const struct procedure *procedure = check->procedure;
    for (size_t i = 0; i < procedure->power_count; i++)
        check_power(check, &procedure->powers[i]);
    for (size_t i = 0; i < procedure->about_count; i++) {
        if (procedure->about[i].named.count == 0 && asks_for_a_person(&procedure->open_form))
            check_found(check, &procedure->about[i], "about", NULL,
                        "the form asks for a person, and it is not said whether they are whom it is about; expected "
                        "\"named\".");
    }
}
