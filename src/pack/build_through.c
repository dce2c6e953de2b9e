/* Relations that go through a field: "named contact", "head of area". What the field is can be said only once all forms
 * of the procedure are known, because a part or a power may name what a later power's form keeps. */
#include "pack/build_private.h"

#define KIND(kind) (1u << FIELD_##kind)
static const struct {
    enum relation_kind kind;
    unsigned fields; /* the kinds of fields that it can go through */
} through[] = {
    {RELATION_NAMED,
     KIND(SERVICE) | KIND(BODY) | KIND(WARD) | KIND(WARDS) | KIND(POST) | KIND(PERSON) | KIND(PEOPLE) | KIND(GUEST)},
    {RELATION_HEAD_OF, KIND(SERVICE) | KIND(POST) | KIND(PERSON) | KIND(PEOPLE)},
    {RELATION_LINE_MANAGER_OF, KIND(POST) | KIND(PERSON) | KIND(PEOPLE)},
    {RELATION_GROUP_LEADER_OF, KIND(PERSON) | KIND(PEOPLE)},
    {RELATION_CHAIR_OF, KIND(BODY)},
    {RELATION_OPENER_OF, KIND(RECORD)},
    {RELATION_HANDLER_OF, KIND(RECORD)},
};
#undef KIND

/* What comes after the prefix and a space; NULL when the relation does not begin with it. */
static const char *field_name(const struct relation *relation, enum relation_kind kind) {
    const char *prefix = relation_name(kind);
    size_t length = strlen(prefix);
    return text_starts(relation->name, prefix) && relation->name[length] == ' ' ? relation->name + length + 1 : NULL;
}

bool build_through(struct build *b, const struct node *value, struct relation *relation) {
    for (size_t i = 0; i < LENGTH_OF(through); i++) {
        if (field_name(relation, through[i].kind) == NULL)
            continue;
        relation->kind = through[i].kind;
        struct through_field pending = {.relation = relation, .node = value};
        if (!b->facts_only) {
            pending.forms = b->forms;
            pending.form_count = b->form_count;
        }
        LIST_ADD(b->a, &b->through, pending);
        return true;
    }
    return false;
}

/* Of the act itself, if every form that it may be has the field; else a fact. */
static const struct field *find(const struct build *b, const struct through_field *pending, const char *name) {
    for (size_t i = 0; i < pending->form_count && form_field(pending->forms[i], name) != NULL; i++) {
        if (i == pending->form_count - 1)
            return form_field(pending->forms[0], name);
    }
    return procedure_fact(b->procedure, name);
}

/* A fact that two forms keep under one name must be the same kind of thing. */
static bool is_of_one_kind(const struct build *b, const struct field *field) {
    for (size_t i = 0; i < b->procedure->power_count; i++) {
        const struct power *power = &b->procedure->powers[i];
        const struct field *other = form_field(&power->form, field->name);
        if (other != NULL && power_keeps(power, other) && other->kind != field->kind)
            return false;
    }
    return true;
}

/* ---- named F of R: what the record that R names says of its own */

struct there {
    struct relation *relation;
    const char *name;
};

/* Every procedure whose records can be named has the fact, and it is the same kind of thing in each. */
static bool later_is_named_there(struct build *b, const struct later *later) {
    const struct there *there = later->of;
    struct relation *relation = there->relation;
    const struct names *of = &relation->field->of;
    for (size_t i = 0; i < of->count; i++) {
        const struct procedure *procedure = pack_procedure(b->pack, of->at[i]);
        const struct field *fact = procedure == NULL ? NULL : procedure_fact(procedure, there->name);
        if (fact == NULL || fact->kind == FIELD_GUEST || (through[0].fields & 1u << fact->kind) == 0 ||
            (relation->there != NULL && relation->there->kind != fact->kind))
            return BUILD_FAIL(b, later->node, "\"%s\" is no fact of \"%s\" that names somebody.", there->name,
                              of->at[i]);
        relation->there = fact;
    }
    return of->count > 0 || BUILD_FAIL(b, later->node, "\"%s\" can be a record of any procedure; expected \"of\".",
                                       relation->field->name);
}

/* The name of the fact, if the relation is one of these; rest_r: that of the field of this procedure. */
static const char *named_there(struct build *b, const struct through_field *pending, const char *name,
                               const char **rest_r) {
    static const char of[] = " of ";
    const char *at = pending->relation->kind == RELATION_NAMED ? strstr(name, of) : NULL;
    *rest_r = at == NULL ? name : at + strlen(of);
    return at == NULL ? NULL : arena_strndup(b->arena, name, (size_t)(at - name));
}

static bool find_there(struct build *b, const struct through_field *pending, const char *name) {
    struct there *there = ARENA_NEW(b->arena, struct there);
    *there = (struct there){pending->relation, name};
    if (pending->relation->field->kind != FIELD_RECORD)
        return BUILD_FAIL(b, pending->node, "\"%s\" names no record; expected a field of the kind record.",
                          pending->relation->field->name);
    build_later(b, pending->node, there, later_is_named_there);
    return true;
}

static bool resolve(struct build *b, const struct through_field *pending) {
    struct relation *relation = pending->relation;
    for (size_t i = 0; i < LENGTH_OF(through); i++) {
        if (through[i].kind != relation->kind)
            continue;
        const char *name;
        const char *there = named_there(b, pending, field_name(relation, relation->kind), &name);
        relation->field = find(b, pending, name);
        if (relation->field == NULL)
            return BUILD_FAIL(b, pending->node, "\"%s\" is neither a field of what is done here nor a fact.", name);
        if (there != NULL)
            return find_there(b, pending, there);
        if ((through[i].fields & 1u << relation->field->kind) == 0)
            return BUILD_FAIL(b, pending->node, "there is no \"%s\" a field of the kind %s, which \"%s\" is.",
                              relation_name(relation->kind), field_kind_name(relation->field->kind), name);
        if (relation->field->part == NULL && !is_of_one_kind(b, relation->field))
            return BUILD_FAIL(b, pending->node, "\"%s\" is a fact of more than one kind.", name);
    }
    return true;
}

bool build_through_all(struct build *b) {
    for (size_t i = 0; i < b->through.count; i++) {
        if (!resolve(b, &b->through.at[i]))
            return false;
    }
    b->through.count = 0;
    return true;
}
