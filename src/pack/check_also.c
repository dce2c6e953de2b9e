#include "pack/check_private.h"

static bool uses(const struct also_uses *does, const struct procedure *procedure, const struct power *power) {
    for (size_t i = 0; i < does->count; i++)
        if (text_equal(does->at[i].use, power->name) && names_admit(&does->at[i].on->of, procedure->name))
            return true;
    return false;
}

bool is_used_by_others(const struct pack *pack, const struct procedure *procedure, const struct power *power) {
    for (size_t i = 0; i < pack->procedure_count; i++) {
        const struct procedure *other = &pack->procedures[i];
        if (uses(&other->does, procedure, power))
            return true;
        for (size_t k = 0; k < other->power_count; k++)
            if (uses(&other->powers[k].does, procedure, power))
                return true;
    }
    return false;
}

static bool is_given(const struct also_opens *opens, const struct field *field) {
    for (size_t i = 0; i < opens->with_count; i++)
        if (text_equal(opens->with[i].name, field->name))
            return true;
    return false;
}

void check_opens(struct check *check, const struct power *power) {
    const struct procedure *other = pack_procedure(check->pack, power->opens.procedure);
    const struct relation opener = {.kind = RELATION_OPENER};
    if (other == NULL)
        return;
    if (!relations_cover(check->procedure, &other->open_by, &opener))
        check_found(check, &power->opens, "power", power->name, "it opens \"%s\", which not all who open this may.",
                    other->name);
    for (size_t i = 0; i < other->open_form.count; i++) {
        const struct field *field = &other->open_form.at[i];
        if (field->required && field->when.count == 0 && !is_given(&power->opens, field))
            check_found(check, &power->opens, "power", power->name, "it opens \"%s\" without the field \"%s\".",
                        other->name, field->name);
    }
}
