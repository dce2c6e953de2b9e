#include "pack/build_private.h"

static bool build_choice(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"value", build_text, offsetof(struct choice, value), true},
        {"label", build_text, offsetof(struct choice, label), true},
        {"hint", build_text, offsetof(struct choice, hint), false},
        {"by", build_relations, offsetof(struct choice, by), false},
    };
    return BUILD_MAP(b, value, "a choice", keys, into);
}

static bool build_choices(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    void *array;
    if (!build_list(b, value, sizeof(*field->choices), build_choice, &array, &field->choice_count))
        return false;
    field->choices = array;
    if (field->choice_count < 2)
        return BUILD_FAIL(b, value, "there is nothing to choose; expected at least two choices.");
    for (size_t i = 0; i < field->choice_count; i++) {
        if (names_find(TABLE(field->choices, i), field->choices[i].value) != NULL)
            return BUILD_FAIL(b, value->items.at[i], "the choice \"%s\" is here twice.", field->choices[i].value);
    }
    return true;
}

static bool build_kind(struct build *b, const struct node *value, void *into) {
    const char *names[FIELD_KIND_COUNT];
    for (enum field_kind kind = 0; kind < FIELD_KIND_COUNT; kind++)
        names[kind] = field_kind_name(kind);
    const void *found;
    if (!build_name(b, value, TABLE(names, LENGTH_OF(names)), "is not a kind of field", &found))
        return false;
    *(enum field_kind *)into = (enum field_kind)((const char *const *)found - names);
    return true;
}

/* Some kinds choose among people or posts, another among clauses. */
static bool build_among(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (field->kind == FIELD_CLAUSE)
        return build_cites(b, value, &field->clauses);
    if (!build_relations(b, value, &field->among))
        return false;
    for (size_t i = 0; field->kind == FIELD_POST && i < field->among.count; i++) {
        if (!relation_is_post(&field->among.at[i]))
            return BUILD_FAIL(b, value->items.at[i], "\"%s\" is no post; expected relations that are posts.",
                              field->among.at[i].name);
    }
    return true;
}

static bool build_not_among(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    return build_relations(b, value, &field->not_among);
}

/* ---- records of other procedures */

static bool is_state_of_any(struct build *b, const struct later *later) {
    const struct field *field = later->of;
    LIST(const char *) states = {0};
    for (size_t i = 0; i < field->of.count; i++) {
        const struct procedure *procedure = pack_procedure(b->pack, field->of.at[i]);
        for (size_t k = 0; k < procedure->state_count; k++)
            LIST_ADD(b->a, &states, procedure->states[k].name);
    }
    const void *found;
    return build_name(b, later->node, TABLE(states.at, states.count), "is not a state of these procedures", &found);
}

static bool build_of(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (!build_new_names(b, value, &field->of))
        return false;
    for (size_t i = 0; i < value->items.count; i++)
        build_later(b, value->items.at[i], field, later_is_procedure);
    return true;
}

static bool build_in(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (!build_new_names(b, value, &field->in))
        return false;
    if (field->of.count == 0)
        return BUILD_FAIL(b, value, "states are of procedures; expected \"of\" beside \"in\".");
    for (size_t i = 0; i < value->items.count; i++)
        build_later(b, value->items.at[i], field, is_state_of_any);
    return true;
}

/* ---- how long it lasts */

/* "60 minutes", or the name of a choice. */
static bool build_lasts(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (!build_text(b, value, &field->lasts_by))
        return false;
    char **words = text_split(b->arena, field->lasts_by, ' ');
    if (words[1] == NULL)
        return true;
    field->lasts_by = NULL;
    return (text_to_int(words[0], 1, LASTS_MOST, &field->lasts) && text_equal(words[1], "minutes") &&
            words[2] == NULL) ||
           BUILD_FAIL(b, value, "\"%s\" is no length; expected such as 60 minutes, or the name of a choice.",
                      value->text);
}

/* The choice is always answered, and with minutes. */
static bool check_lasts(struct build *b, const struct node *value, const struct form *form, const struct field *field) {
    const struct field *by = form_field(form, field->lasts_by);
    if (by == NULL || by->kind != FIELD_CHOICE || !by->required || by->when.count > 0)
        return BUILD_FAIL(b, value, "\"%s\" is no choice of this form that everybody makes; expected one.",
                          field->lasts_by);
    int64_t minutes;
    for (size_t i = 0; i < by->choice_count; i++)
        if (!text_to_int(by->choices[i].value, 1, LASTS_MOST, &minutes))
            return BUILD_FAIL(b, value, "the choice \"%s\" of \"%s\" is no number of minutes.", by->choices[i].value,
                              by->name);
    return true;
}

/* What only some kinds of fields have, and whether they must. */
static bool check_field(struct build *b, const struct node *node, const struct field *field) {
#define KIND(kind) (1u << FIELD_##kind)
    static const struct {
        const char *key;
        unsigned kinds;
        bool required;
    } own[] = {{"choices", KIND(CHOICE), true},
               {"among", KIND(POST) | KIND(PERSON) | KIND(PEOPLE) | KIND(CLAUSE), true},
               {"not among", KIND(POST) | KIND(PERSON) | KIND(PEOPLE), false},
               {"deciding", KIND(BODY), false},
               {"copies", KIND(RECORD), false},
               {"past", KIND(DATE), false},
               {"counted", KIND(CHOICE), false},
               {"marks", KIND(CHOICE), false},
               {"part of", KIND(PART), true},
               {"of", KIND(RECORD), false},
               {"in", KIND(RECORD), false},
               {"lasts", KIND(TIME), false},
               {"no sooner than", KIND(DATE) | KIND(TIME), false},
               {"sooner cites", KIND(DATE) | KIND(TIME), false},
               {"sooner say", KIND(DATE) | KIND(TIME), false}};
#undef KIND
    const char *kind = field_kind_name(field->kind);
    for (size_t i = 0; i < LENGTH_OF(own); i++) {
        const struct node *value = node_get(node, own[i].key);
        bool is_own = (own[i].kinds & 1u << field->kind) != 0;
        if (value == NULL && is_own && own[i].required)
            return BUILD_FAIL(b, node, "\"%s\" is missing in the field \"%s\", which is of the kind %s.", own[i].key,
                              field->name, kind);
        if (value != NULL && !is_own)
            return BUILD_FAIL(b, value, "the field \"%s\" is of the kind %s; expected no \"%s\".", field->name, kind,
                              own[i].key);
    }
    if (field->copies != NULL && field->part == NULL)
        return BUILD_FAIL(b, node, "\"part\" is missing in the field \"%s\", into which something is copied.",
                          field->name);
    if (field->counted && (field->part != NULL || field->instead_part != NULL))
        return BUILD_FAIL(b, node, "the field \"%s\" is written to a part; expected \"counted\" of a fact.",
                          field->name);
    bool sooner = field->sooner.amount > 0;
    return (sooner == (field->sooner_say != NULL) && sooner == (field->sooner_cites.count > 0)) ||
           BUILD_FAIL(b, node, "\"no sooner than\", \"sooner cites\" and \"sooner say\" need one another.");
}

static bool build_instead(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct field, instead_when), true},
        {"part", build_part_name, offsetof(struct field, instead_part), true},
    };
    return BUILD_MAP(b, value, "another part", keys, into);
}

static bool build_field(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"name", build_new_name, offsetof(struct field, name), true},
        {"label", build_text, offsetof(struct field, label), true},
        {"hint", build_text, offsetof(struct field, hint), false},
        {"shown as", build_text, offsetof(struct field, shown_as), false},
        {"kind", build_kind, offsetof(struct field, kind), true},
        {"required", build_truth, offsetof(struct field, required), false},
        {"part", build_part_name, offsetof(struct field, part), false},
        {"instead", build_instead, 0, false},
        {"choices", build_choices, 0, false},
        {"among", build_among, 0, false},
        {"not among", build_not_among, 0, false},
        {"deciding", build_truth, offsetof(struct field, deciding), false},
        {"copies", build_new_name, offsetof(struct field, copies), false},
        {"past", build_truth, offsetof(struct field, past), false},
        {"counted", build_truth, offsetof(struct field, counted), false},
        {"marks", build_marks, 0, false},
        {"part of", build_part_of, 0, false},
        {"of", build_of, 0, false},
        {"in", build_in, 0, false},
        {"lasts", build_lasts, 0, false},
        {"no sooner than", build_term, offsetof(struct field, sooner), false},
        {"sooner cites", build_cites, offsetof(struct field, sooner_cites), false},
        {"sooner say", build_text, offsetof(struct field, sooner_say), false},
        {"when", build_when, offsetof(struct field, when), false},
    };
    struct field *field = into;
    field->required = true;
    b->facts_only = true; /* whom a field offers is said before the form is filled in */
    bool built = BUILD_MAP(b, value, "a field", keys, field) && check_field(b, value, field);
    b->facts_only = false;
    return built;
}

bool build_form(struct build *b, const struct node *value, void *into) {
    struct form *form = into;
    if (!build_is_list(b, value))
        return false;
    form->at = ARENA_ARRAY(b->arena, value->items.count, struct field);
    for (size_t i = 0; i < value->items.count; i++) {
        struct field *field = &form->at[i];
        if (!build_field(b, value->items.at[i], field))
            return false;
        if (form_field(form, field->name) != NULL)
            return BUILD_FAIL(b, value->items.at[i], "the field \"%s\" is here twice.", field->name);
        form->count++;
    }
    for (size_t i = 0; i < form->count; i++)
        if (form->at[i].lasts_by != NULL && !check_lasts(b, node_get(value->items.at[i], "lasts"), form, &form->at[i]))
            return false;
    return true;
}

static bool build_begin(struct build *b, const struct node *value, void *into) {
    if (!build_new_name(b, value, into))
        return false;
    build_later(b, value, NULL, later_is_procedure);
    return true;
}

static bool build_refusal(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct refusal, when), true},
        {"cites", build_cites, offsetof(struct refusal, cites), true},
        {"say", build_text, offsetof(struct refusal, say), true},
        {"see", build_address, offsetof(struct refusal, see), false},
        {"begin", build_begin, offsetof(struct refusal, begin), false},
    };
    return BUILD_MAP(b, value, "a refusal", keys, into);
}

bool build_refusals(struct build *b, const struct node *list, struct refusal **refusals_r, size_t *count_r) {
    void *array;
    if (!build_list(b, list, sizeof(**refusals_r), build_refusal, &array, count_r))
        return false;
    *refusals_r = array;
    return true;
}
