/* Relations and kinds of fields: their names, and what can be said of them without a record. */
#include "pack/pack.h"

#define RELATION_ROW(kind, name, meaning) [RELATION_##kind] = {name, meaning},
static const struct { const char *name, *meaning; } relations[] = {RELATIONS(RELATION_ROW)};

const char *relation_name(enum relation_kind kind) {
    return relations[kind].name;
}

const char *relation_meaning(enum relation_kind kind) {
    return relations[kind].meaning;
}

/* The longest that the name begins with: "handler of" of "handler of call"; RELATION_COUNT: it is of another kind. */
static enum relation_kind kind_named(const char *name) {
    enum relation_kind found = RELATION_COUNT;
    for (enum relation_kind kind = 0; kind < RELATION_COUNT; kind++) {
        const char *known = relations[kind].name, *rest = name + strlen(known);
        if (text_starts(name, known) && (rest[0] == '\0' || rest[0] == ' ') &&
            (found == RELATION_COUNT || strlen(known) > strlen(relations[found].name)))
            found = kind;
    }
    return found;
}

const char *relation_name_say(const struct language *in, struct arena *a, const struct procedure *procedure,
                              const char *name) {
    enum relation_kind kind = kind_named(name);
    if (kind == RELATION_COUNT)
        return name;
    const char *known = relations[kind].name, *rest = name + strlen(known);
    const struct field *field = procedure == NULL || rest[0] == '\0' ? NULL : procedure_fact(procedure, rest + 1);
    if (field == NULL)
        return arena_join(a, text_say(in, known), rest, NULL);
    return arena_printf(a, "%s “%s”", text_say(in, relations[kind].meaning), field->label);
}

const char *relation_title(const struct relation *relation, const struct language *in, struct arena *a) {
    const char *meaning = text_say(in, relation_meaning(relation->kind));
    if (relation->kind == RELATION_POST)
        return relation->post->title;
    if (relation->there != NULL)
        return arena_printf(a, text_say(in, "%s “%s” of “%s”"), meaning, relation->there->label,
                            relation->field->label);
    return relation->field == NULL ? meaning : arena_printf(a, "%s “%s”", meaning, relation->field->label);
}

bool relation_same(const struct relation *one, const struct relation *other) {
    return one->kind == other->kind && one->post == other->post && one->audience == other->audience &&
           one->there == other->there &&
           (one->field == NULL ? other->field == NULL
                               : other->field != NULL && text_equal(one->field->name, other->field->name));
}

bool relation_is_post(const struct relation *relation) {
    switch (relation->kind) {
    case RELATION_SENIOR_OFFICER:
    case RELATION_OPENER_GROUP_LEADER:
    case RELATION_OPENER_GROUP_WHIP:
    case RELATION_OPENER_HEAD:
    case RELATION_HANDLER_HEAD:
    case RELATION_HEAD_OF_SERVICE:
    case RELATION_CABINET_MEMBER:
    case RELATION_GROUP_LEADERS:
    case RELATION_OTHER_GROUP_LEADERS:
    case RELATION_ADMINISTRATION_LEADERS:
    case RELATION_POST:
    case RELATION_HEAD_OF:
    case RELATION_GROUP_LEADER_OF:
    case RELATION_CHAIR_OF:
        return true;
    default:
        return false;
    }
}

#define FIELD_KIND_ROW(kind, name, ...) [FIELD_##kind] = name,
static const char *const field_kinds[] = {FIELD_KINDS(FIELD_KIND_ROW)};

const char *field_kind_name(enum field_kind kind) {
    return field_kinds[kind];
}

bool field_kind_is_many(enum field_kind kind) {
    return kind == FIELD_WARDS || kind == FIELD_PEOPLE;
}
