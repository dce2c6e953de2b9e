#include "pack/build_private.h"

/* ---- relations */

/* All that can be written where a relation is wanted, for an error. */
static bool unknown_relation(struct build *b, const struct node *value) {
    LIST(const char *) names = {0};
    for (enum relation_kind kind = 0; kind < RELATION_POST; kind++)
        LIST_ADD(b->a, &names, relation_name(kind));
    for (size_t i = 0; i < b->pack->post_count; i++)
        LIST_ADD(b->a, &names, b->pack->posts[i].role);
    for (size_t i = 0; b->has_audiences && i < b->procedure->audience_count; i++)
        LIST_ADD(b->a, &names, (const char *)arena_printf(b->a, "audience %s", b->procedure->audiences[i].name));
    return build_unknown(b, value, TABLE(names.at, names.count), "is neither a relation nor a post of this pack");
}

static bool build_relation(struct build *b, const struct node *value, void *into) {
    static const char audience[] = "audience ";
    struct relation *relation = into;
    if (!build_text(b, value, &relation->name))
        return false;
    if (text_starts(relation->name, audience)) {
        if (!b->has_audiences)
            return BUILD_FAIL(b, value, "\"%s\" is not known yet; expected relations or posts.", relation->name);
        relation->kind = RELATION_AUDIENCE;
        relation->audience =
            names_find(TABLE(b->procedure->audiences, b->procedure->audience_count), relation->name + strlen(audience));
        return relation->audience != NULL || unknown_relation(b, value);
    }
    for (enum relation_kind kind = 0; kind < RELATION_POST; kind++) {
        if (text_equal(relation->name, relation_name(kind))) {
            relation->kind = kind;
            return true;
        }
    }
    if (build_through(b, value, relation))
        return true;
    relation->kind = RELATION_POST;
    relation->post = names_find(TABLE(b->pack->posts, b->pack->post_count), relation->name);
    return relation->post != NULL || unknown_relation(b, value);
}

bool build_relations(struct build *b, const struct node *value, void *into) {
    struct relations *relations = into;
    void *array;
    if (!build_list(b, value, sizeof(*relations->at), build_relation, &array, &relations->count))
        return false;
    relations->at = array;
    return relations->count > 0 || BUILD_FAIL(b, value, "nobody is named here; expected at least one relation.");
}

/* ---- conditions */

static const struct {
    const char *key;
    enum test_kind kind;
    bool negated;
} person_tests[] = {
    {"opener is", TEST_OPENER, false},      {"opener is not", TEST_OPENER, true}, {"handler is", TEST_HANDLER, false},
    {"handler is not", TEST_HANDLER, true}, {"actor is", TEST_ACTOR, false},      {"actor is not", TEST_ACTOR, true},
};

static const struct {
    const char *key;
    bool negated;
} day_tests[] = {{"on or after", false}, {"before", true}};

static bool unknown_field(struct build *b, const struct node *key) {
    LIST(const char *) names = {0};
    for (size_t i = 0; b->form_count > 0 && i < b->forms[0]->count; i++)
        LIST_ADD(b->a, &names, b->forms[0]->at[i].name);
    for (size_t i = 0; i < b->procedure->open_form.count; i++)
        LIST_ADD(b->a, &names, b->procedure->open_form.at[i].name);
    for (size_t i = 0; i < LENGTH_OF(person_tests); i++)
        LIST_ADD(b->a, &names, person_tests[i].key);
    for (size_t i = 0; i < LENGTH_OF(day_tests); i++)
        LIST_ADD(b->a, &names, day_tests[i].key);
    return build_unknown(b, key, TABLE(names.at, names.count),
                         b->form_count > 1 ? "is not a field that all of these forms or the opening form have"
                                           : "is not a field that is asked before this");
}

/* While a form is built, it has only the fields above: so a field can depend on those alone. */
static const struct field *find_field(struct build *b, const char *name) {
    for (size_t i = 0; i < b->form_count && form_field(b->forms[i], name) != NULL; i++) {
        if (i == b->form_count - 1)
            return form_field(b->forms[0], name);
    }
    return form_field(&b->procedure->open_form, name);
}

/* What the act itself says can be tested wherever it is written; afterwards only facts can. */
static bool is_of_these_forms(const struct build *b, const struct field *field) {
    for (size_t i = 0; i < b->form_count; i++)
        if (form_field(b->forms[i], field->name) == field)
            return true;
    return false;
}

/* Of one field that has the name; value is a choice or a list of choices. */
static bool build_tested_values(struct build *b, const struct node *key, const struct node *value,
                                const struct field *field, struct test *test) {
    if (field->kind != FIELD_CHOICE)
        return BUILD_FAIL(b, key, "\"%s\" cannot be tested; expected a field of the kind choice.", key->text);
    if (field->part != NULL && !is_of_these_forms(b, field))
        return BUILD_FAIL(b, key, "\"%s\" cannot be tested, because it is written to a part; expected a fact.",
                          key->text);
    for (size_t i = 0; i < test->value_count; i++) {
        const struct node *one = value->kind == NODE_LIST ? value->items.at[i] : value;
        const void *choice;
        if (!build_name(b, one, TABLE(field->choices, field->choice_count),
                        "is not a choice of the field that is tested", &choice))
            return false;
        test->values[i] = one->text;
    }
    return true;
}

static bool build_field_test(struct build *b, const struct node *key, const struct node *value, struct test *test) {
    test->kind = TEST_FIELD;
    test->field = find_field(b, key->text);
    if (test->field == NULL)
        return unknown_field(b, key);
    if (value->kind == NODE_MAP) {
        const struct node *excluded = node_get(value, "not");
        if (excluded == NULL || value->keys.count != 1)
            return BUILD_FAIL(b, value, "this is no test; expected a choice, a list of choices, or {not: …}.");
        test->negated = true;
        value = excluded;
    }
    test->value_count = value->kind == NODE_LIST ? value->items.count : 1;
    if (test->value_count == 0)
        return BUILD_FAIL(b, value, "nothing is tested here; expected at least one choice.");
    test->values = ARENA_ARRAY(b->arena, test->value_count, const char *);
    for (size_t i = 0; i < b->form_count; i++) {
        const struct field *same = form_field(b->forms[i], key->text);
        if (same != NULL && !build_tested_values(b, key, value, same, test))
            return false;
    }
    return build_tested_values(b, key, value, test->field, test);
}

static bool build_test(struct build *b, const struct node *key, const struct node *value, struct test *test) {
    for (size_t i = 0; i < LENGTH_OF(person_tests); i++) {
        if (!text_equal(key->text, person_tests[i].key))
            continue;
        if (person_tests[i].kind == TEST_ACTOR && !b->has_actor)
            return BUILD_FAIL(b, key, "nobody acts here; expected a test of a field or of the opener.");
        test->kind = person_tests[i].kind;
        test->negated = person_tests[i].negated;
        return build_relations(b, value, &test->relations);
    }
    for (size_t i = 0; i < LENGTH_OF(day_tests); i++) {
        if (!text_equal(key->text, day_tests[i].key))
            continue;
        test->kind = TEST_SINCE;
        test->negated = day_tests[i].negated;
        return build_day(b, value, &test->date);
    }
    return build_field_test(b, key, value, test);
}

bool build_when(struct build *b, const struct node *value, void *into) {
    struct condition *condition = into;
    if (!build_is_map(b, value))
        return false;
    condition->at = ARENA_ARRAY(b->arena, value->keys.count, struct test);
    condition->count = value->keys.count;
    for (size_t i = 0; i < value->keys.count; i++) {
        if (!build_test(b, value->keys.at[i], value->items.at[i], &condition->at[i]))
            return false;
    }
    return true;
}
