/* Relations that go through a field: what was named in an act, or in an earlier one, and who that makes somebody. */
#include "engine/engine_private.h"

static const char *value_of(const struct situation *situation, const char *field) {
    const char *value = situation->said == NULL ? NULL : values_get(situation->said, field);
    if (value == NULL && situation->record != NULL)
        value = values_get(&situation->record->fields, field);
    return value;
}

bool through_is_known(const struct situation *situation, const struct relation *relation) {
    return value_of(situation, relation->field->name) != NULL;
}

static const char *principal_kind(enum field_kind kind) {
    switch (kind) {
    case FIELD_SERVICE:
        return "service";
    case FIELD_BODY:
        return "body";
    case FIELD_WARD:
    case FIELD_WARDS:
        return "ward";
    case FIELD_POST:
        return "post";
    default:
        return "person";
    }
}

static void add_head(const struct situation *situation, enum field_kind kind, const char *id, struct arena *a,
                     struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct post *post = kind == FIELD_POST ? directory_post(directory, id) : NULL;
    if (kind == FIELD_SERVICE)
        principals_add_post(a, to, head_of(directory, directory_organization(directory, id)));
    else if (kind == FIELD_POST)
        principals_add_post(a, to, post == NULL ? NULL : head_of(directory, post->organization));
    else
        principals_add_post(a, to, head_of_person(situation, directory_person(directory, id)));
}

static void add_manager(const struct situation *situation, enum field_kind kind, const char *id, struct arena *a,
                        struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct post *post = kind == FIELD_POST ? directory_post(directory, id) : NULL;
    principals_add_manager(
        situation, post != NULL ? directory_holder(directory, post, situation->today) : directory_person(directory, id),
        a, to);
}

static void add_group_leader(const struct situation *situation, const char *id, struct arena *a,
                             struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct person *person = directory_person(directory, id);
    const struct organization *group = person == NULL ? NULL : directory_group_of(directory, person, situation->today);
    if (group != NULL)
        principals_add_leader(situation, group, a, to);
}

static void add_chair(const struct situation *situation, const char *id, struct arena *a, struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct organization *body = directory_organization(directory, id);
    principals_add_post(a, to, body == NULL ? NULL : directory_post_by_role(directory, "chair", body));
}

/* The record that is named, as it is now; NULL when the field names none. */
static const struct record_facts *named_record(const struct situation *situation, const struct field *field) {
    const struct source *source = source_of(situation, field);
    return source == NULL || source->named == NULL ? NULL : source->named->record;
}

static void add_one(const struct situation *situation, const struct relation *relation, const char *id, struct arena *a,
                    struct principals *to) {
    const struct record_facts *record;
    switch (relation->kind) {
    case RELATION_NAMED:
        principals_add(a, to, principal_kind(relation->field->kind), id);
        break;
    case RELATION_HEAD_OF:
        add_head(situation, relation->field->kind, id, a, to);
        break;
    case RELATION_LINE_MANAGER_OF:
        add_manager(situation, relation->field->kind, id, a, to);
        break;
    case RELATION_GROUP_LEADER_OF:
        add_group_leader(situation, id, a, to);
        break;
    case RELATION_CHAIR_OF:
        add_chair(situation, id, a, to);
        break;
    case RELATION_OPENER_OF:
        record = named_record(situation, relation->field);
        principals_add(a, to, "person", record == NULL ? NULL : record->opener->id);
        break;
    case RELATION_HANDLER_OF:
        record = named_record(situation, relation->field);
        principals_add_name(a, to, record == NULL ? NULL : record->handler);
        break;
    default:
        break;
    }
}

/* Of what the named record says of its own: "named committee of call". */
static void add_named_there(const struct situation *situation, const struct relation *relation, struct arena *a,
                            struct principals *to) {
    const struct record_facts *record = named_record(situation, relation->field);
    const char *value = record == NULL ? NULL : values_get(&record->fields, relation->there->name);
    char **ids = value == NULL ? NULL : text_split(a, value, ' ');
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++)
        principals_add(a, to, principal_kind(relation->there->kind), ids[i]);
}

void through_principals(const struct situation *situation, const struct relation *relation, struct arena *a,
                        struct principals *to) {
    if (relation->there != NULL) {
        add_named_there(situation, relation, a, to);
        return;
    }
    const char *value = value_of(situation, relation->field->name);
    if (value != NULL && relation->field->kind == FIELD_GUEST)
        value = guest_id(a, value);
    char **ids = value == NULL ? NULL : text_split(a, value, ' ');
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++)
        add_one(situation, relation, ids[i], a, to);
}
