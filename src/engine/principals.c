/* Relations of a pack, made into principals for one situation; and whether a person stands in one. */
#include "engine/engine_private.h"

void principals_add_name(struct arena *a, struct principals *to, const char *name) {
    if (name == NULL)
        return;
    for (size_t i = 0; i < to->list.count; i++)
        if (strcmp(to->list.at[i], name) == 0)
            return;
    LIST_ADD(a, &to->list, name);
}

void principals_add(struct arena *a, struct principals *to, const char *kind, const char *id) {
    principals_add_name(a, to, id == NULL ? NULL : arena_join(a, kind, ":", id, NULL));
}

void principals_add_post(struct arena *a, struct principals *to, const struct post *post) {
    if (post != NULL)
        principals_add(a, to, "post", post->id);
}

const struct post *head_of(const struct directory *directory, const struct organization *service) {
    if (service == NULL)
        return NULL;
    const struct post *head = directory_post_by_role(directory, "head", service);
    for (size_t i = 0; head == NULL && i < directory->post_count; i++)
        if (directory->posts[i].organization == service && text_equal(directory->posts[i].tier, "senior"))
            head = &directory->posts[i];
    return head;
}

const struct post *head_of_person(const struct situation *situation, const struct person *person) {
    if (person == NULL)
        return NULL;
    const struct directory *directory = situation->council->directory;
    return head_of(directory, directory_service_of(directory, person, situation->today));
}

void principals_add_manager(const struct situation *situation, const struct person *person, struct arena *a,
                            struct principals *to) {
    if (person != NULL && person->manager != NULL && person->manager->active)
        principals_add(a, to, "person", person->manager->id);
    else
        principals_add_post(a, to, head_of_person(situation, person));
}

const struct person *principal_person(const struct council *council, const char *principal, int32_t today) {
    if (principal == NULL)
        return NULL;
    if (text_starts(principal, "person:"))
        return directory_person(council->directory, principal + strlen("person:"));
    if (!text_starts(principal, "post:"))
        return NULL;
    const struct post *post = directory_post(council->directory, principal + strlen("post:"));
    return post == NULL ? NULL : directory_holder(council->directory, post, today);
}

static const struct post *head_of_handler(const struct situation *situation) {
    const struct directory *directory = situation->council->directory;
    const char *handler = situation->record == NULL ? NULL : situation->record->handler;
    if (handler != NULL && text_starts(handler, "post:")) {
        const struct post *post = directory_post(directory, handler + strlen("post:"));
        return post == NULL ? NULL : head_of(directory, post->organization);
    }
    return head_of_person(situation, principal_person(situation->council, handler, situation->today));
}

void principals_add_leader(const struct situation *situation, const struct organization *group, struct arena *a,
                           struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct post *leader = directory_post_by_role(directory, "leader", group);
    if (leader != NULL && directory_holder(directory, leader, situation->today) != NULL)
        principals_add_post(a, to, leader);
    else
        principals_add(a, to, "group", group->id);
}

static void add_leaders(const struct situation *situation, const struct organization *but, bool administration_only,
                        struct arena *a, struct principals *to) {
    const struct directory *directory = situation->council->directory;
    for (size_t i = 0; i < directory->organization_count; i++) {
        const struct organization *group = &directory->organizations[i];
        if (group->kind == ORGANIZATION_GROUP && group != but && (!administration_only || group->administration))
            principals_add_leader(situation, group, a, to);
    }
}

/* Who last wrote the part that the power writes first. */
static const struct person *author_of(const struct situation *situation, const struct power *power) {
    if (power == NULL || situation->record == NULL)
        return NULL;
    const char *part = NULL;
    for (size_t i = 0; i < power->form.count && part == NULL; i++)
        part = power->form.at[i].part;
    for (size_t i = situation->record->events.count; part != NULL && i-- > 0;) {
        const struct past_event *event = &situation->record->events.at[i];
        const struct power *used = procedure_power(situation->procedure, event->power);
        if (used != NULL && form_writes(&used->form, part))
            return event->actor;
    }
    return NULL;
}

static const struct person *opener_of(const struct situation *situation) {
    return situation->record == NULL ? situation->actor : situation->record->opener;
}

static const struct organization *opener_group_of(const struct situation *situation) {
    if (situation->record != NULL)
        return situation->record->opener_group;
    return situation->actor == NULL
               ? NULL
               : directory_group_of(situation->council->directory, situation->actor, situation->today);
}

static const struct organization *service_of(const struct situation *situation) {
    return situation->record == NULL ? NULL : situation->record->service;
}

const struct relations *audience_now(const struct situation *situation, const struct audience *audience) {
    for (size_t i = 0; i < audience->count; i++)
        if (condition_holds(situation, &audience->at[i].when, NULL))
            return &audience->at[i].is;
    return NULL;
}

static void add_audience(const struct situation *situation, const struct audience *audience, const struct power *power,
                         struct arena *a, struct principals *to) {
    const struct relations *is = audience_now(situation, audience);
    for (size_t r = 0; is != NULL && r < is->count; r++)
        relation_principals(situation, &is->at[r], power, a, to);
}

/* A role that each service (group, body) has a post of means every one of them. */
static void add_role(const struct directory *directory, const char *role, struct arena *a, struct principals *to) {
    for (size_t i = 0; i < directory->post_count; i++)
        if (text_equal(directory->posts[i].role, role))
            principals_add_post(a, to, &directory->posts[i]);
}

void relation_principals(const struct situation *situation, const struct relation *relation, const struct power *power,
                         struct arena *a, struct principals *to) {
    const struct directory *directory = situation->council->directory;
    const struct person *person;
    const struct organization *group = opener_group_of(situation), *service = service_of(situation);
    switch (relation->kind) {
    case RELATION_PUBLIC:
        principals_add(a, to, "all", "public");
        break;
    case RELATION_EVERYONE:
        principals_add(a, to, "all", "people");
        break;
    case RELATION_MEMBER:
        principals_add(a, to, "all", "members");
        break;
    case RELATION_OFFICER:
        principals_add(a, to, "all", "officers");
        break;
    case RELATION_GROUP_MEMBER:
    case RELATION_ADMINISTRATION:
        for (size_t i = 0; i < directory->organization_count; i++)
            if (directory->organizations[i].kind == ORGANIZATION_GROUP &&
                (relation->kind == RELATION_GROUP_MEMBER || directory->organizations[i].administration))
                principals_add(a, to, "group", directory->organizations[i].id);
        break;
    case RELATION_SENIOR_OFFICER:
        for (size_t i = 0; i < directory->post_count; i++)
            if (text_equal(directory->posts[i].tier, "senior"))
                principals_add_post(a, to, &directory->posts[i]);
        break;
    case RELATION_OPENER:
        person = opener_of(situation);
        principals_add(a, to, "person", person == NULL ? NULL : person->id);
        break;
    case RELATION_OPENER_GROUP:
        principals_add(a, to, "group", group == NULL ? NULL : group->id);
        break;
    case RELATION_OPENER_GROUP_LEADER:
        principals_add_post(a, to, group == NULL ? NULL : directory_post_by_role(directory, "leader", group));
        break;
    case RELATION_OPENER_GROUP_WHIP:
        principals_add_post(a, to, group == NULL ? NULL : directory_post_by_role(directory, "whip", group));
        break;
    case RELATION_OPENER_HEAD:
        principals_add_post(a, to, head_of_person(situation, opener_of(situation)));
        break;
    case RELATION_HANDLER:
        principals_add_name(a, to, situation->record == NULL ? NULL : situation->record->handler);
        break;
    case RELATION_HANDLER_HEAD:
        principals_add_post(a, to, head_of_handler(situation));
        break;
    case RELATION_HEAD_OF_SERVICE:
        principals_add_post(a, to, head_of(directory, service));
        break;
    case RELATION_SERVICE_STAFF:
        principals_add(a, to, "service", service == NULL ? NULL : service->id);
        break;
    case RELATION_CABINET_MEMBER:
        principals_add_post(a, to,
                            service == NULL ? NULL : directory_post_by_role(directory, "cabinet-member", service));
        break;
    case RELATION_GROUP_LEADERS:
        add_leaders(situation, NULL, false, a, to);
        break;
    case RELATION_OTHER_GROUP_LEADERS:
        add_leaders(situation, group, false, a, to);
        break;
    case RELATION_ADMINISTRATION_LEADERS:
        add_leaders(situation, NULL, true, a, to);
        break;
    case RELATION_AUTHOR:
        person = author_of(situation, power);
        principals_add(a, to, "person", person == NULL ? NULL : person->id);
        break;
    case RELATION_OPENER_MANAGER:
        principals_add_manager(situation, opener_of(situation), a, to);
        break;
    case RELATION_HANDLER_MANAGER:
        person = principal_person(situation->council, situation->record == NULL ? NULL : situation->record->handler,
                                  situation->today);
        principals_add_manager(situation, person, a, to);
        break;
    case RELATION_POST:
        add_role(directory, relation->post->role, a, to);
        break;
    case RELATION_AUDIENCE:
        add_audience(situation, relation->audience, power, a, to);
        break;
    case RELATION_NAMED:
    case RELATION_HEAD_OF:
    case RELATION_LINE_MANAGER_OF:
    case RELATION_GROUP_LEADER_OF:
    case RELATION_CHAIR_OF:
    case RELATION_OPENER_OF:
    case RELATION_HANDLER_OF:
        through_principals(situation, relation, a, to);
        break;
    case RELATION_COUNT:
        break;
    }
}

bool principal_includes(const struct council *council, const char *principal, const struct person *person,
                        int32_t today) {
    const struct directory *directory = council->directory;
    const char *colon = strchr(principal, ':');
    if (colon == NULL || person == NULL || !person->active)
        return false;
    const char *id = colon + 1;
    if (text_starts(principal, "person:"))
        return strcmp(person->id, id) == 0;
    if (text_starts(principal, "post:")) {
        const struct post *post = directory_post(directory, id);
        if (post == NULL)
            return false;
        return directory_holds_post(directory, person, post, today) ||
               directory_holder(directory, post, today) == person;
    }
    if (text_starts(principal, "all:"))
        return strcmp(id, "public") == 0 || (strcmp(id, "people") == 0 && person->kind != PERSON_GUEST) ||
               (strcmp(id, "members") == 0 && person->kind == PERSON_MEMBER) ||
               (strcmp(id, "officers") == 0 && person->kind == PERSON_OFFICER);
    if (text_starts(principal, "ward:")) {
        const struct area *ward = directory_ward_of(directory, person, today);
        return ward != NULL && strcmp(ward->id, id) == 0;
    }
    const struct organization *organization = directory_organization(directory, id);
    return organization != NULL && directory_in_organization(directory, person, organization, today);
}

bool principal_is_held(const struct council *council, const char *principal, int32_t today) {
    const struct directory *directory = council->directory;
    if (text_starts(principal, "post:")) {
        const struct post *post = directory_post(directory, principal + strlen("post:"));
        return post != NULL && directory_holder(directory, post, today) != NULL;
    }
    if (text_starts(principal, "person:")) {
        const char *id = principal + strlen("person:");
        const struct person *person = directory_person(directory, id);
        return person == NULL ? text_starts(id, GUEST_PREFIX) : person->active;
    }
    for (size_t i = 0; i < directory->person_count; i++)
        if (principal_includes(council, principal, &directory->people[i], today))
            return true;
    return false;
}

/* Relations that are tested of the person, without naming all principals that stand in them. */
static bool stands_in_category(const struct situation *situation, enum relation_kind kind, const struct person *person,
                               bool *known_r) {
    const struct directory *directory = situation->council->directory;
    const struct organization *group;
    *known_r = true;
    switch (kind) {
    case RELATION_PUBLIC:
        return true;
    case RELATION_EVERYONE:
        return person->kind != PERSON_GUEST;
    case RELATION_MEMBER:
        return person->kind == PERSON_MEMBER;
    case RELATION_OFFICER:
        return person->kind == PERSON_OFFICER;
    case RELATION_GROUP_MEMBER:
    case RELATION_ADMINISTRATION:
        group = situation->record != NULL && person == situation->record->opener
                    ? situation->record->opener_group /* as it was when the record was opened */
                    : directory_group_of(directory, person, situation->today);
        return group != NULL && (kind == RELATION_GROUP_MEMBER || group->administration);
    case RELATION_SENIOR_OFFICER:
        return directory_is_senior(directory, person, situation->today);
    case RELATION_OPENER:
        return person->active && opener_of(situation) != NULL && strcmp(person->id, opener_of(situation)->id) == 0;
    case RELATION_HANDLER:
        return situation->record != NULL && situation->record->handler != NULL &&
               principal_includes(situation->council, situation->record->handler, person, situation->today);
    default:
        *known_r = false;
        return false;
    }
}

/* Whether the person stands in one of the relations; an opener stands in a category although they have left since. */
static bool stands_in(const struct situation *situation, const struct relations *relations, const struct person *person,
                      const struct power *power) {
    bool found = false;
    struct arena *scratch = NULL;
    for (size_t i = 0; i < relations->count && !found; i++) {
        bool known;
        found = stands_in_category(situation, relations->at[i].kind, person, &known);
        if (known)
            continue;
        if (scratch == NULL)
            scratch = arena_new();
        struct principals principals = {0};
        relation_principals(situation, &relations->at[i], power, scratch, &principals);
        for (size_t p = 0; p < principals.list.count && !found; p++)
            found = principal_includes(situation->council, principals.list.at[p], person, situation->today);
    }
    arena_free(&scratch);
    return found;
}

bool relations_include(const struct situation *situation, const struct relations *relations,
                       const struct person *person, const struct power *power) {
    return person != NULL && person->active && stands_in(situation, relations, person, power);
}

/* NULL where there is none: who deals with a record is known once it has gone to somebody. */
static const struct person *person_tested(const struct situation *situation, enum test_kind kind) {
    if (kind == TEST_OPENER)
        return opener_of(situation);
    if (kind == TEST_ACTOR)
        return situation->actor;
    return principal_person(situation->council, situation->record == NULL ? NULL : situation->record->handler,
                            situation->today);
}

static bool test_holds(const struct situation *situation, const struct test *test, const struct values *act_fields) {
    bool holds = false;
    if (test->kind == TEST_SINCE) {
        holds = situation->today >= test->date;
    } else if (test->kind == TEST_FIELD) {
        const char *value = act_fields == NULL ? NULL : values_get(act_fields, test->field->name);
        if (value == NULL && situation->record != NULL)
            value = values_get(&situation->record->fields, test->field->name);
        for (size_t i = 0; value != NULL && i < test->value_count && !holds; i++)
            holds = strcmp(value, test->values[i]) == 0;
    } else {
        const struct person *person = person_tested(situation, test->kind);
        struct situation asked = *situation;
        if (act_fields != NULL)
            asked.said = act_fields;
        holds = person != NULL && stands_in(&asked, &test->relations, person, NULL);
    }
    return holds != test->negated;
}

bool condition_holds(const struct situation *situation, const struct condition *condition,
                     const struct values *act_fields) {
    for (size_t i = 0; i < condition->count; i++)
        if (!test_holds(situation, &condition->at[i], act_fields))
            return false;
    return true;
}

char *principal_title(const struct council *council, const struct language *in, const char *principal, int32_t today,
                      struct arena *a) {
    const struct directory *directory = council->directory;
    const char *colon = strchr(principal, ':'), *id = colon == NULL ? principal : colon + 1;
    if (text_starts(principal, "person:")) {
        const struct person *person = directory_person(directory, id);
        return arena_strdup(a, person != NULL                  ? person->name
                               : strcmp(id, GUEST_TO_BE) == 0  ? text_say(in, "whoever is invited")
                               : text_starts(id, GUEST_PREFIX) ? text_say(in, GUEST_OPENER)
                                                               : text_say(in, "somebody who left"));
    }
    if (text_starts(principal, "post:")) {
        const struct post *post = directory_post(directory, id);
        const struct person *holder = post == NULL ? NULL : directory_holder(directory, post, today);
        return arena_join(a, post == NULL ? id : post->label, " (",
                          holder == NULL ? text_say(in, "vacant") : holder->name, ")", NULL);
    }
    if (strcmp(principal, "all:public") == 0)
        return arena_strdup(a, text_say(in, "everybody, with or without an account"));
    if (text_starts(principal, "all:"))
        return strcmp(id, "people") == 0
                   ? arena_strdup(a, text_say(in, "everyone who can sign in"))
                   : arena_printf(a, text_say(in, "all %s"),
                                  pack_word_in(council->pack, in, strcmp(id, "members") == 0 ? "Members" : "Officers"));
    const struct area *ward = text_starts(principal, "ward:") ? directory_area(directory, id) : NULL;
    const struct organization *organization = ward == NULL ? directory_organization(directory, id) : NULL;
    const char *name = ward != NULL ? ward->name : organization != NULL ? organization->name : id;
    if (ward != NULL)
        return arena_printf(a, text_say(in, "the %s for %s"), pack_word_in(council->pack, in, "Members"), name);
    return arena_printf(a, text_starts(principal, "service:") ? text_say(in, "everyone in %s") : "%s", name);
}
