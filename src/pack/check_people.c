#include "pack/check_private.h"

bool relation_implies(enum relation_kind one, enum relation_kind other) {
    static const struct {
        enum relation_kind one, other;
    } implied[] = {
        {RELATION_ADMINISTRATION, RELATION_GROUP_MEMBER},
        {RELATION_ADMINISTRATION, RELATION_MEMBER},
        {RELATION_GROUP_MEMBER, RELATION_MEMBER},
        {RELATION_SENIOR_OFFICER, RELATION_OFFICER},
        {RELATION_GROUP_LEADERS, RELATION_GROUP_MEMBER},
        {RELATION_GROUP_LEADERS, RELATION_MEMBER},
        {RELATION_OTHER_GROUP_LEADERS, RELATION_GROUP_LEADERS},
        {RELATION_ADMINISTRATION_LEADERS, RELATION_GROUP_LEADERS},
    };
    if (one == other)
        return one < RELATION_POST;
    for (size_t i = 0; i < LENGTH_OF(implied); i++) {
        if (implied[i].one == one && implied[i].other == other)
            return true;
    }
    if (other == RELATION_EVERYONE) /* an opener may be a guest */
        return one != RELATION_PUBLIC && one != RELATION_OPENER && one != RELATION_AUTHOR;
    return other == RELATION_PUBLIC;
}

/* The role of the post that a relation leads to; NULL when it takes none. */
static const char *role_of(enum relation_kind kind) {
    switch (kind) {
    case RELATION_OPENER_GROUP_LEADER:
    case RELATION_GROUP_LEADERS:
    case RELATION_OTHER_GROUP_LEADERS:
    case RELATION_ADMINISTRATION_LEADERS:
    case RELATION_GROUP_LEADER_OF:
        return "leader";
    case RELATION_OPENER_GROUP_WHIP:
        return "whip";
    case RELATION_OPENER_HEAD:
    case RELATION_HANDLER_HEAD:
    case RELATION_HEAD_OF_SERVICE:
    case RELATION_HEAD_OF:
        return "head";
    case RELATION_CHAIR_OF:
        return "chair";
    case RELATION_CABINET_MEMBER:
        return "cabinet-member";
    default:
        return NULL;
    }
}

static bool relation_held(const struct pack *pack, const struct relation *relation) {
    const char *role = role_of(relation->kind);
    for (size_t i = 0; relation->kind == RELATION_AUDIENCE && i < relation->audience->count; i++) {
        if (relations_held(pack, &relation->audience->at[i].is))
            return true;
    }
    return relation->kind != RELATION_AUDIENCE && (role == NULL || pack_post(pack, role) != NULL);
}

bool relations_held(const struct pack *pack, const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++) {
        if (relation_held(pack, &relations->at[i]))
            return true;
    }
    return false;
}

bool relation_covers(const struct procedure *procedure, const struct relation *relation, const struct relation *who) {
    if (relation_implies(who->kind, relation->kind) || relation_same(relation, who))
        return true;
    if (who->kind == RELATION_POST && relation->kind == RELATION_SENIOR_OFFICER)
        return who->post->tier != NULL;
    for (size_t i = 0; relation->kind == RELATION_AUDIENCE && i < relation->audience->count; i++) {
        if (relations_cover(procedure, &relation->audience->at[i].is, who))
            return true;
    }
    for (size_t i = 0; who->kind == RELATION_AUDIENCE && i < who->audience->count; i++) {
        for (size_t k = 0; k < who->audience->at[i].is.count; k++) {
            if (relation_covers(procedure, relation, &who->audience->at[i].is.at[k]))
                return true;
        }
    }
    for (size_t i = 0; who->kind == RELATION_OPENER && i < procedure->open_by.count; i++) {
        const struct relation *by = &procedure->open_by.at[i];
        if (by->kind != RELATION_OPENER && relation_covers(procedure, relation, by))
            return true;
    }
    return false;
}

bool relations_cover(const struct procedure *procedure, const struct relations *relations, const struct relation *who) {
    for (size_t i = 0; i < relations->count; i++) {
        if (relation_covers(procedure, &relations->at[i], who))
            return true;
    }
    return false;
}

/* ---- the check */

/* A procedure of which the relation goes to who opened a record, which is not for everybody to know; NULL: none. */
static const struct procedure *keeps_opener(const struct pack *pack, const struct relation *relation) {
    for (size_t i = 0; relation->kind == RELATION_OPENER_OF && i < pack->procedure_count; i++) {
        const struct procedure *other = &pack->procedures[i];
        if (names_admit(&relation->field->of, other->name) && procedure_part(other, PART_OPENER) != NULL)
            return other;
    }
    return NULL;
}

static void check_held(struct check *check, const char *kind, const char *name, const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->at[i];
        const char *role = role_of(relation->kind);
        const struct procedure *other = keeps_opener(check->pack, relation);
        if (other != NULL)
            check_found(check, relation, kind, name,
                        "\"%s\" would tell who opened a record of the procedure %s, whose part \"%s\" keeps that back.",
                        relation->name, other->name, PART_OPENER);
        if (role != NULL && pack_post(check->pack, role) == NULL)
            check_found(check, relation, kind, name, "\"%s\" is nobody, because the pack has no post \"%s\".",
                        relation->name, role);
    }
}

/* What somebody can be before there is a record. */
static void check_openers(struct check *check) {
    const struct relations *by = &check->procedure->open_by;
    for (size_t i = 0; i < by->count; i++) {
        enum relation_kind kind = by->at[i].kind;
        if (kind > RELATION_ADMINISTRATION && kind != RELATION_POST)
            check_found(check, &by->at[i], "open", NULL, "\"%s\" has no meaning before there is a record.",
                        by->at[i].name);
    }
}

void check_people(struct check *check) {
    const struct procedure *procedure = check->procedure;
    check_openers(check);
    check_held(check, "open", NULL, &procedure->route);
    for (size_t i = 0; i < procedure->audience_count; i++) {
        for (size_t k = 0; k < procedure->audiences[i].count; k++)
            check_held(check, "audience", procedure->audiences[i].name, &procedure->audiences[i].at[k].is);
    }
    const struct part *hidden = procedure_part(procedure, PART_OPENER);
    const struct relation opener = {.kind = RELATION_OPENER};
    if (hidden != NULL && !relations_cover(procedure, &hidden->audience, &opener))
        check_found(check, hidden, "part", hidden->name, "its audience leaves out the opener, who knows it.");
    for (size_t i = 0; i < procedure->part_count; i++)
        check_held(check, "part", procedure->parts[i].name, &procedure->parts[i].audience);
    for (size_t i = 0; i < procedure->power_count; i++) {
        const struct power *power = &procedure->powers[i];
        check_held(check, "power", power->name, &power->by);
        for (size_t k = 0; k < power->grant_count; k++)
            check_held(check, "power", power->name, &power->grants[k].to);
    }
    for (size_t i = 0; i < procedure->duty_count; i++) {
        const struct duty *duty = &procedure->duties[i];
        check_held(check, "duty", duty->name, &duty->bearer);
        for (size_t k = 0; k < duty->missed_count; k++) {
            check_held(check, "duty", duty->name, &duty->missed[k].tell);
            check_held(check, "duty", duty->name, &duty->missed[k].pass_to);
        }
    }
    for (size_t i = 0; i < procedure->notice_count; i++)
        check_held(check, "notice", procedure->notices[i].name, &procedure->notices[i].to);
}
