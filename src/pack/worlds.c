#include "pack/check_private.h"

enum { WORLDS_MOST = 1 << 14 };

/* What can be one way or another: the choice in a field (0: none), whether a person stands in a relation, or whether a
 * day has come. */
struct variable {
    const struct field *field; /* NULL: the person, or the day */
    enum test_kind person;     /* or TEST_SINCE */
    const struct relation *relation;
    day date;
    size_t value, values;
};

struct worlds {
    struct arena *a;
    const struct procedure *procedure;
    const struct form *form;
    bool actor, begun;
    const struct relation *who; /* whoever acts is this; NULL: anybody */
    size_t given;               /* the first of the variables are as they are in another world */
    LIST(struct variable) variables;
};

struct worlds *worlds_new(struct arena *a, const struct procedure *procedure, const struct form *form, bool actor) {
    struct worlds *worlds = ARENA_NEW(a, struct worlds);
    *worlds = (struct worlds){.a = a, .procedure = procedure, .form = form, .actor = actor};
    return worlds;
}

struct worlds *worlds_inside(struct arena *a, const struct worlds *world, const struct form *form,
                             const struct relation *who) {
    struct worlds *worlds = worlds_new(a, world->procedure, form, true);
    worlds->who = who;
    for (size_t i = 0; i < world->variables.count; i++)
        LIST_ADD(a, &worlds->variables, world->variables.at[i]);
    worlds->given = worlds->variables.count;
    return worlds;
}

/* A test names the field of the first form that has it; here it is that of the form that is filled in. */
static const struct field *field_here(const struct worlds *worlds, const struct field *field) {
    const struct field *here = worlds->form == NULL ? NULL : form_field(worlds->form, field->name);
    return here == NULL ? field : here;
}

static struct variable *find_variable(const struct worlds *worlds, const struct test *test,
                                      const struct relation *relation) {
    for (size_t i = 0; i < worlds->variables.count; i++) {
        struct variable *variable = &worlds->variables.at[i];
        if (variable->field == NULL && test->kind == TEST_SINCE) {
            if (variable->person == TEST_SINCE && variable->date == test->date)
                return variable;
        } else if (test->kind == TEST_FIELD ? variable->field == field_here(worlds, test->field)
                                            : variable->field == NULL && variable->person == test->kind &&
                                                  relation_same(variable->relation, relation))
            return variable;
    }
    return NULL;
}

static void add_test(struct worlds *worlds, const struct test *test) {
    if (test->kind == TEST_FIELD) {
        const struct field *field = field_here(worlds, test->field);
        if (find_variable(worlds, test, NULL) != NULL)
            return;
        struct variable variable = {.field = field, .values = field->choice_count + 1};
        LIST_ADD(worlds->a, &worlds->variables, variable);
        worlds_add(worlds, &field->when);
        return;
    }
    if (test->kind == TEST_SINCE && find_variable(worlds, test, NULL) == NULL) {
        struct variable variable = {.person = TEST_SINCE, .date = test->date, .values = 2};
        LIST_ADD(worlds->a, &worlds->variables, variable);
    }
    for (size_t i = 0; i < test->relations.count && (test->kind != TEST_ACTOR || worlds->actor); i++) {
        if (find_variable(worlds, test, &test->relations.at[i]) != NULL)
            continue;
        struct variable variable = {.person = test->kind, .relation = &test->relations.at[i], .values = 2};
        LIST_ADD(worlds->a, &worlds->variables, variable);
    }
}

void worlds_add(struct worlds *worlds, const struct condition *condition) {
    for (size_t i = 0; i < condition->count; i++)
        add_test(worlds, &condition->at[i]);
}

static bool test_holds(const struct worlds *worlds, const struct test *test) {
    bool holds = false;
    if (test->kind == TEST_FIELD) {
        const struct variable *variable = find_variable(worlds, test, NULL);
        for (size_t i = 0; variable->value > 0 && i < test->value_count && !holds; i++)
            holds = text_equal(variable->field->choices[variable->value - 1].value, test->values[i]);
        return holds != test->negated;
    }
    if (test->kind == TEST_SINCE)
        return (find_variable(worlds, test, NULL)->value == 1) != test->negated;
    if (test->kind == TEST_ACTOR && !worlds->actor)
        return true;
    for (size_t i = 0; i < test->relations.count && !holds; i++)
        holds = find_variable(worlds, test, &test->relations.at[i])->value == 1;
    return holds != test->negated;
}

bool worlds_hold(const struct worlds *worlds, const struct condition *condition) {
    for (size_t i = 0; i < condition->count; i++) {
        if (!test_holds(worlds, &condition->at[i]))
            return false;
    }
    return true;
}

bool worlds_refused(const struct worlds *worlds, const struct refusal *refusals, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (worlds_hold(worlds, &refusals[i].when))
            return true;
    }
    return false;
}

/* Whether every relation that lets somebody open a record makes them this too. */
static bool every_opener_is(const struct procedure *procedure, enum relation_kind kind) {
    for (size_t i = 0; i < procedure->open_by.count; i++) {
        if (!relation_implies(procedure->open_by.at[i].kind, kind))
            return false;
    }
    return true;
}

/* A day that has come is here, and so is every day before it. */
static bool has_come(const struct worlds *worlds, day date) {
    for (size_t i = 0; i < worlds->variables.count; i++) {
        const struct variable *other = &worlds->variables.at[i];
        if (other->field == NULL && other->person == TEST_SINCE && other->value == 1 && other->date > date)
            return true;
    }
    return false;
}

static bool is_possible(const struct worlds *worlds, const struct variable *variable) {
    if (variable->field != NULL) {
        bool asked = worlds_hold(worlds, &variable->field->when);
        return asked ? variable->value > 0 || !variable->field->required : variable->value == 0;
    }
    if (variable->value == 1)
        return true;
    if (variable->person == TEST_SINCE)
        return !has_come(worlds, variable->date);
    if (variable->person == TEST_ACTOR && worlds->who != NULL &&
        relation_covers(worlds->procedure, variable->relation, worlds->who))
        return false;
    /* Nobody stands outside of what another of their relations implies. Posts, audiences and what goes through a field
     * imply nothing. */
    enum relation_kind kind = variable->relation->kind;
    if (kind >= RELATION_POST)
        return true;
    if (kind == RELATION_PUBLIC || (variable->person == TEST_OPENER && every_opener_is(worlds->procedure, kind)))
        return false;
    for (size_t i = 0; i < worlds->variables.count; i++) {
        const struct variable *other = &worlds->variables.at[i];
        if (other->field == NULL && other->person == variable->person && other->value == 1 &&
            relation_implies(other->relation->kind, kind))
            return false;
    }
    return true;
}

/* Counts up like an odometer. */
static bool turn(struct worlds *worlds) {
    if (!worlds->begun)
        return worlds->begun = true;
    for (size_t i = worlds->given; i < worlds->variables.count; i++) {
        struct variable *variable = &worlds->variables.at[i];
        if (++variable->value < variable->values)
            return true;
        variable->value = 0;
    }
    return false;
}

bool worlds_next(struct worlds *worlds) {
    while (!worlds_too_many(worlds) && turn(worlds)) {
        bool possible = true;
        for (size_t i = worlds->given; i < worlds->variables.count && possible; i++)
            possible = is_possible(worlds, &worlds->variables.at[i]);
        if (possible)
            return true;
    }
    return false;
}

bool worlds_too_many(const struct worlds *worlds) {
    size_t all = 1;
    for (size_t i = worlds->given; i < worlds->variables.count; i++) {
        all *= worlds->variables.at[i].values;
        if (all > WORLDS_MOST)
            return true;
    }
    return false;
}

const char *worlds_say(const struct worlds *worlds, struct arena *a) {
    static const char *const whom[] = {[TEST_OPENER] = "opener", [TEST_HANDLER] = "handler", [TEST_ACTOR] = "actor"};
    struct buf buf = {.arena = a};
    for (size_t i = 0; i < worlds->variables.count; i++) {
        const struct variable *variable = &worlds->variables.at[i];
        const char *joint = buf.length == 0 ? " when" : " and";
        if (variable->field == NULL && variable->person == TEST_SINCE)
            buf_addf(&buf, "%s it is %s %s", joint, variable->value == 1 ? "on or after" : "before",
                     day_format(a, variable->date, DAY_ISO));
        else if (variable->field == NULL)
            buf_addf(&buf, "%s the %s is %s%s", joint, whom[variable->person], variable->value == 1 ? "" : "not ",
                     variable->relation->name);
        else if (variable->value > 0)
            buf_addf(&buf, "%s %s is \"%s\"", joint, variable->field->name,
                     variable->field->choices[variable->value - 1].value);
    }
    return buf_text(&buf);
}
