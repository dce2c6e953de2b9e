/* Whom the pack may tell of a record that is about to be opened, beside those who will read it: by notices, when
 * something is late, by a power's grants, by the parts that powers write, and by handing it on. What the opening
 * decides is applied; what only a later act decides counts as possible. */
#include "engine/engine_private.h"

struct later {
    const struct situation *after; /* as if it had been opened */
    const struct outcome *opening;
    struct arena *a;
    struct preview *preview;
};

/* ---- what can still happen ---- */

static bool is_decided(const struct later *later, const struct test *test) {
    const struct form *form = &later->after->procedure->open_form;
    return test->kind == TEST_OPENER ||
           (test->kind == TEST_FIELD && form_field(form, test->field->name) == test->field);
}

static bool may_hold(const struct later *later, const struct condition *condition) {
    for (size_t i = 0; i < condition->count; i++) {
        const struct condition one = {.at = &condition->at[i], .count = 1};
        if (is_decided(later, &condition->at[i]) && !condition_holds(later->after, &one, NULL))
            return false;
    }
    return true;
}

static bool may_be_given(const struct later *later, const struct notice *notice) {
    bool on = notice->on_opening;
    for (size_t i = 0; i < notice->on_count; i++)
        on = on || may_hold(later, &notice->on[i]->when);
    return on && may_hold(later, &notice->when);
}

/* ---- who ---- */

/* As a principal, or a person as one of those who are a principal: the opener among their group. */
static bool reads_already(const struct later *later, const char *principal) {
    const struct council *council = later->after->council;
    const struct person *person =
        text_starts(principal, "person:") ? directory_person(council->directory, principal + strlen("person:")) : NULL;
    for (size_t i = 0; i < later->opening->effects.count; i++) {
        const struct effect *effect = &later->opening->effects.at[i];
        if (effect->kind == EFFECT_GRANT &&
            (strcmp(effect->principal, principal) == 0 ||
             principal_includes(council, effect->principal, person, later->after->today)))
            return true;
    }
    return false;
}

/* Somebody stands in the relation who is not told by the opening itself. */
static bool tells_others(const struct later *later, const struct relation *relation) {
    struct principals principals = {0};
    relation_principals(later->after, relation, NULL, later->a, &principals);
    for (size_t i = 0; i < principals.list.count; i++)
        if (!reads_already(later, principals.list.at[i]))
            return true;
    return false;
}

static bool is_held(const struct later *later, const struct relation *relation) {
    struct principals principals = {0};
    relation_principals(later->after, relation, NULL, later->a, &principals);
    for (size_t i = 0; i < principals.list.count; i++)
        if (principal_is_held(later->after->council, principals.list.at[i], later->after->today))
            return true;
    return false;
}

static void add(const struct later *later, const char *who, const char *what, struct cites cites) {
    struct preview *preview = later->preview;
    for (size_t i = 0; i < preview->later.count; i++)
        if (strcmp(preview->later.at[i].who, who) == 0 && strcmp(preview->later.at[i].what, what) == 0)
            return;
    LIST_ADD(later->a, &preview->later, ((struct preview_later){who, what, cites}));
}

static bool any_held(const struct later *later, const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++)
        if (is_held(later, &relations->at[i]))
            return true;
    return false;
}

/* first: only the first of them that somebody holds; while nobody holds any, each may be the one. */
static void add_relations(const struct later *later, const struct relations *relations, bool first, const char *what,
                          struct cites cites) {
    first = first && any_held(later, relations);
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->at[i];
        if (relation->field != NULL && !through_is_known(later->after, relation)) { /* a later act may name somebody */
            add(later, relation_title(relation, later->after->language, later->a), what, cites);
            continue;
        }
        if (first && !is_held(later, relation))
            continue;
        if (relation->kind == RELATION_AUDIENCE) {
            const struct relations *is = audience_now(later->after, relation->audience);
            if (is != NULL)
                add_relations(later, is, false, what, cites);
        } else if (tells_others(later, relation)) {
            add(later, relation_title(relation, later->after->language, later->a), what, cites);
        }
        if (first)
            return;
    }
}

/* ---- by what: put together of the pack's texts, hence in their language ---- */

static const struct language *packs_language(const struct later *later) {
    return language_find(later->after->pack->language);
}

static void add_part(const struct later *later, const char *name) {
    const struct part *part = name == NULL ? NULL : procedure_part(later->after->procedure, name);
    if (part != NULL)
        add_relations(later, &part->audience, false, part->title, part->cites);
}

/* Whom the procedure names who will read the new record's parts; who opened both knows. */
static void add_opened(const struct later *later, const struct relations *audience, const char *what,
                       struct cites cites) {
    for (size_t i = 0; i < audience->count; i++) {
        const struct relation *relation = &audience->at[i];
        if (relation->kind == RELATION_AUDIENCE)
            for (size_t k = 0; k < relation->audience->count; k++)
                add_opened(later, &relation->audience->at[k].is, what, cites);
        else if (relation->kind != RELATION_OPENER)
            add(later, relation_title(relation, later->after->language, later->a), what, cites);
    }
}

static void add_opens(const struct later *later, const struct power *power) {
    const struct procedure *opened =
        power->opens.procedure == NULL ? NULL : pack_procedure(later->after->pack, power->opens.procedure);
    for (size_t i = 0; opened != NULL && i < opened->part_count; i++)
        if (form_writes(&opened->open_form, opened->parts[i].name))
            add_opened(later, &opened->parts[i].audience,
                       arena_printf(later->a, text_say(packs_language(later), "%s, by “%s”"), opened->parts[i].title,
                                    power->label),
                       opened->parts[i].cites);
}

static void add_power(const struct later *later, const struct power *power) {
    if (!may_hold(later, &power->when))
        return;
    for (size_t i = 0; i < power->grant_count; i++)
        if (may_hold(later, &power->grants[i].when))
            add_relations(later, &power->grants[i].to, false,
                          arena_printf(later->a, text_say(packs_language(later), "%s, by “%s”"),
                                       power->grants[i].part->title, power->label),
                          power->grants[i].cites);
    for (size_t i = 0; i < power->form.count; i++) {
        add_part(later, power->form.at[i].part);
        add_part(later, power->form.at[i].instead_part);
    }
    add_opens(later, power);
    if (power->handler != NULL)
        add_relations(later, &power->handler->among, false,
                      arena_printf(later->a, text_say(packs_language(later), "%s, to one person"), power->label),
                      power->cites);
}

static void add_duty(const struct later *later, const struct duty *duty) {
    if (!may_hold(later, &duty->when))
        return;
    for (size_t i = 0; i < duty->missed_count; i++)
        add_relations(later, &duty->missed[i].tell, false,
                      arena_printf(later->a, text_say(packs_language(later), KEPT_OVERDUE), duty->label), duty->cites);
}

void preview_later(const struct situation *after, const struct outcome *opening, struct arena *a,
                   struct preview *preview) {
    const struct procedure *procedure = after->procedure;
    const struct later later = {after, opening, a, preview};
    for (size_t i = 0; i < procedure->notice_count; i++) {
        const struct notice *notice = &procedure->notices[i];
        if (may_be_given(&later, notice))
            add_relations(&later, &notice->to, notice->first,
                          fill_opener(after, fill_in(after, notice->title, NULL, NULL, a), NULL, a), notice->cites);
    }
    for (size_t i = 0; i < procedure->power_count; i++)
        add_power(&later, &procedure->powers[i]);
    for (size_t i = 0; i < procedure->duty_count; i++)
        add_duty(&later, &procedure->duties[i]);
}
