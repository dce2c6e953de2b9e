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

const char *relation_name_say(const struct language *in, struct arena *a, const char *name) {
    for (size_t i = 0; i < LENGTH_OF(relations); i++) {
        const char *known = relations[i].name, *rest = name + strlen(known);
        if (text_starts(name, known) && (rest[0] == '\0' || rest[0] == ' '))
            return arena_join(a, text_say(in, known), rest, NULL);
    }
    return name;
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
