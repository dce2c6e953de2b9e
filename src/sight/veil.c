/* Who opened a record, where its procedure keeps that to those who have the part `opener`: for everybody else a few
 * words stand in their place, and nobody is named who is what they are by the opener (the leader of their group). What
 * the opener does as something else (as the handler) is theirs to be seen doing. */
#include "sight/sight_private.h"

void veil_begin(struct gate *gate, const struct procedure *procedure, const struct person *opener,
                const struct parts *parts) {
    const struct part *part = procedure_part(procedure, PART_OPENER);
    bool hides = part != NULL && !parts_have(parts, PART_OPENER);
    gate->names_juniors = parts_have(parts, PART_NAMES);
    gate->veil = (struct veil){.otherwise = hides ? part->otherwise : NULL, .opener = opener};
}

/* Some of the powers are only for those who deal with the record. */
static bool is_by_dealing(const struct relation *relation) {
    switch (relation->kind) {
    case RELATION_HANDLER:
    case RELATION_HANDLER_HEAD:
    case RELATION_HEAD_OF_SERVICE:
    case RELATION_SERVICE_STAFF:
    case RELATION_CABINET_MEMBER:
    case RELATION_POST:
        return true;
    default:
        return false;
    }
}

static bool is_for_dealers(const struct power *power) {
    for (size_t i = 0; power != NULL && i < power->by.count; i++)
        if (!is_by_dealing(&power->by.at[i]))
            return false;
    return power != NULL;
}

struct view_person veil_actor(const struct gate *gate, const struct procedure *procedure, const char *power,
                              const struct person *actor, int32_t on) {
    bool is_opener = actor != NULL && gate->veil.opener != NULL && strcmp(actor->id, gate->veil.opener->id) == 0;
    if (gate->veil.otherwise != NULL && is_opener && !is_for_dealers(procedure_power(procedure, power)))
        return (struct view_person){.name = gate->veil.otherwise, .by_pack = true};
    return person_shown(gate, actor, on);
}

static const struct audience *audience_named(const struct procedure *procedure, const char *relation) {
    static const char prefix[] = "audience ";
    for (size_t i = 0; text_starts(relation, prefix) && i < procedure->audience_count; i++)
        if (strcmp(procedure->audiences[i].name, relation + strlen(prefix)) == 0)
            return &procedure->audiences[i];
    return NULL;
}

const char *veil_relation(const struct gate *gate, const struct procedure *procedure, const char *name) {
    struct relation relation = {.kind = RELATION_AUDIENCE, .audience = audience_named(procedure, name), .name = name};
    for (enum relation_kind kind = 0; relation.audience == NULL && kind < RELATION_POST; kind++)
        if (strcmp(relation_name(kind), name) == 0)
            relation.kind = kind;
    if (gate->veil.otherwise == NULL || (relation.kind == RELATION_AUDIENCE && relation.audience == NULL) ||
        !relation_is_by_opener(&relation))
        return NULL;
    return relation.kind == RELATION_OPENER     ? gate->veil.otherwise
           : relation.kind == RELATION_AUDIENCE ? name
                                                : text_say(gate->sight->language, relation_meaning(relation.kind));
}

/* One of them is somebody by the opener's group or service, which tells that. */
static bool tell_where_from(const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->at[i];
        for (size_t k = 0; relation->kind == RELATION_AUDIENCE && k < relation->audience->count; k++)
            if (tell_where_from(&relation->audience->at[k].is))
                return true;
        if (relation->kind != RELATION_AUDIENCE && relation->kind != RELATION_OPENER && relation_is_by_opener(relation))
            return true;
    }
    return false;
}

const char *veil_principal(const struct gate *gate, const struct relations *relations, const char *principal,
                           int32_t on) {
    bool is_person = text_starts(principal, "person:");
    if (gate->veil.otherwise == NULL || !relations_are_by_opener(relations))
        return principal_shown(gate, principal, on);
    if (is_person && gate->veil.opener != NULL && strcmp(principal + strlen("person:"), gate->veil.opener->id) == 0)
        return gate->veil.otherwise;
    /* Which of the relations it is for is not kept. */
    return is_person || !tell_where_from(relations) ? principal_shown(gate, principal, on)
                                                    : text_say(gate->sight->language, "whom the protocol names");
}
