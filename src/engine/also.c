/* What an act does beside its own record: powers that it uses on records that it names, and a record that it opens.
 * Decided with the act, from what was read before; applied after it, in the same transaction. */
#include "engine/engine_private.h"

/* Decides it too. */
static struct outcome *add_consequence(const struct situation *of, const struct decision *decision, const char *part,
                                       struct arena *a, struct outcome *outcome) {
    struct decision *decided = ARENA_NEW(a, struct decision);
    struct outcome *followed = ARENA_NEW(a, struct outcome);
    decide_any(of, decision, a, followed);
    *decided = *decision;
    decided->fields = followed->fields;
    LIST_ADD(a, &outcome->also, ((struct consequence){of, decided, followed, part}));
    return followed;
}

/* ---- does ---- */

static bool is_touched(const struct outcome *outcome, const struct situation *named) {
    for (size_t i = 0; i < outcome->also.count; i++)
        if (outcome->also.at[i].situation->record->id == named->record->id)
            return true;
    return false;
}

/* The record that the field names in this act, or named when it was opened; NULL: none. */
static const struct situation *named_in(const struct situation *after, const struct field *field,
                                        const struct values *fields) {
    const char *given = values_get(fields, field->name);
    if (given == NULL)
        given = values_get(&after->record->fields, field->name);
    const struct source *source = given == NULL ? NULL : source_of(after, field);
    return source == NULL ? NULL : source->named;
}

/* NULL: it was used. */
static const char *use_also(const struct situation *after, const struct situation *named, const char *name,
                            struct arena *a, struct outcome *outcome) {
    const struct power *power = procedure_power(named->procedure, name);
    struct decision decision = {.kind = DECISION_USED, .power = power};
    struct situation told = *named;
    told.language = after->language;
    if (is_touched(outcome, named))
        return situation_say(after, "Choose another record: this one is named twice");
    const char *not_now =
        power == NULL ? situation_say(after, "It stands under earlier rules.") : power_not_now(&told, power, a);
    if (not_now != NULL)
        return arena_printf(a, situation_say(after, "This record cannot be used for it any more. %s"), not_now);
    add_consequence(named, &decision, NULL, a, outcome);
    return NULL;
}

bool decide_does(const struct situation *after, const struct form *form, const struct also_uses *does,
                 struct cites cites, const struct values *fields, struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < does->count; i++) {
        const struct also_use *also = &does->at[i];
        const struct situation *named =
            condition_holds(after, &also->when, fields) ? named_in(after, also->on, fields) : NULL;
        const char *wrong = named == NULL ? NULL : use_also(after, named, also->use, a, outcome);
        if (wrong == NULL)
            continue;
        if (form_field(form, also->on->name) == also->on)
            outcome_error(outcome, a, also->on->name, wrong);
        else /* named long ago: there is no field to stand beside */
            outcome_refuse(outcome, cites, wrong);
        return false;
    }
    return true;
}

/* ---- opens ---- */

static const char *value_here(const struct situation *after, const struct field *field, const struct values *fields) {
    const char *value = values_get(fields, field->name);
    if (value == NULL)
        value = values_get(&after->record->fields, field->name);
    return value != NULL ? value : values_get(&after->written, field->name);
}

bool decide_opens(const struct situation *after, const struct power *power, const struct values *fields,
                  struct arena *a, struct outcome *outcome) {
    const struct council *council = after->council;
    const struct person *opener = after->record->opener;
    if (power->opens.procedure == NULL)
        return true;
    const struct procedure *procedure = pack_procedure(council->pack, power->opens.procedure);
    if (procedure == NULL || opener == NULL || !opener->active) {
        outcome_refuse(outcome, power->cites,
                       procedure == NULL
                           ? situation_say(after, "The protocol in force has no such procedure any more.")
                           : situation_say(after, "Whoever opened this is no longer here to open another."));
        return false;
    }
    struct situation *opening = ARENA_NEW(a, struct situation);
    situation_of_opening(council, procedure, opener, after->now, opening);
    opening->on_behalf = true;
    opening->apart.at = after->apart.at;
    opening->apart.count = opening->apart.room = after->apart.count;
    opening->made_by = after->made_by;
    struct decision decision = {.kind = DECISION_OPENED};
    for (size_t i = 0; i < power->opens.with_count; i++) {
        const char *value = value_here(after, power->opens.with[i].from, fields);
        if (value != NULL)
            values_put(a, &decision.fields, power->opens.with[i].name, value);
    }
    const struct outcome *opened = add_consequence(opening, &decision, power->event_part, a, outcome);
    if (opened->kind == OUTCOME_REFUSED)
        outcome_refuse(outcome, opened->cites, opened->say);
    else if (opened->kind == OUTCOME_INVALID)
        outcome_refuse(outcome, power->cites,
                       arena_printf(a, situation_say(after, "%s cannot be opened: %s."), procedure->title,
                                    opened->errors.at[0].say));
    return opened->kind == OUTCOME_DONE;
}
