#include "directory/directory_private.h"

static bool covers(const struct membership *membership, int32_t on) {
    return membership->from <= on && on <= membership->to;
}

/* How many posts have a role that sorts before this one. */
static size_t roles_before(const struct directory *directory, const char *role) {
    size_t low = 0, high = directory->role_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(directory->posts_by_role[middle]->role, role) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct post *directory_post_by_role(const struct directory *directory, const char *role,
                                          const struct organization *organization) {
    for (size_t i = roles_before(directory, role); i < directory->role_count; i++) {
        const struct post *post = directory->posts_by_role[i];
        if (strcmp(post->role, role) != 0)
            break;
        if (organization == NULL || post->organization == organization)
            return post;
    }
    return NULL;
}

static const struct organization *group_of(const struct membership *membership) {
    const struct organization *organization = membership->organization;
    return organization != NULL && organization->kind == ORGANIZATION_GROUP ? organization : NULL;
}

static instant sees_from(const struct membership *membership) {
    instant begins = day_begins(membership->from);
    return membership->known_at > begins ? membership->known_at : begins;
}

bool stint_next(const struct person *person, size_t *position, struct stint *stint_r) {
    struct stint stint = {0};
    for (; *position < person->membership_count; (*position)++) {
        const struct membership *next = person->memberships[*position];
        const struct organization *group = group_of(next);
        if (group == NULL || next->to < next->from)
            continue;
        if (stint.group == NULL) {
            stint = (struct stint){group, next->from, next->to, sees_from(next)};
        } else if (group == stint.group && (stint.to == DAY_LAST || next->from <= stint.to + 1)) {
            stint.to = next->to > stint.to ? next->to : stint.to;
            if (sees_from(next) < stint.sees_from)
                stint.sees_from = sees_from(next);
        } else {
            if (next->from <= stint.to)
                stint.to = next->from - 1;
            break;
        }
    }
    *stint_r = stint;
    return stint.group != NULL;
}

const struct organization *directory_group_of(const struct directory *directory, const struct person *person,
                                              int32_t on) {
    (void)directory;
    struct stint stint;
    size_t position = 0;
    while (stint_next(person, &position, &stint))
        if (stint.from <= on && on <= stint.to)
            return stint.group;
    return NULL;
}

const struct organization *directory_service_of(const struct directory *directory, const struct person *person,
                                                int32_t on) {
    (void)directory;
    for (size_t i = person->membership_count; i > 0; i--) {
        const struct membership *membership = person->memberships[i - 1];
        if (covers(membership, on) && membership->organization != NULL &&
            membership->organization->kind == ORGANIZATION_SERVICE)
            return membership->organization;
    }
    return NULL;
}

const struct area *directory_ward_of(const struct directory *directory, const struct person *person, int32_t on) {
    (void)directory;
    for (size_t i = person->membership_count; i > 0; i--) {
        const struct membership *membership = person->memberships[i - 1];
        if (covers(membership, on) && membership->area != NULL)
            return membership->area;
    }
    return NULL;
}

static const struct person *tenant(const struct post *post, int32_t on) {
    for (size_t i = 0; i < post->membership_count; i++) {
        const struct membership *membership = post->memberships[i];
        if (covers(membership, on) && membership->person->active)
            return membership->person;
    }
    return NULL;
}

const struct person *directory_holder(const struct directory *directory, const struct post *post, int32_t on) {
    (void)directory;
    const struct person *holder = tenant(post, on);
    return holder == NULL && post->deputy != NULL ? tenant(post->deputy, on) : holder;
}

static bool has_tenure(const struct person *person, const struct post *post, int32_t on) {
    for (size_t i = 0; i < person->membership_count; i++)
        if (person->memberships[i]->post == post && covers(person->memberships[i], on))
            return true;
    return false;
}

bool directory_holds_post(const struct directory *directory, const struct person *person, const struct post *post,
                          int32_t on) {
    (void)directory;
    if (!person->active)
        return false;
    return has_tenure(person, post, on) ||
           (post->deputy != NULL && has_tenure(person, post->deputy, on) && tenant(post, on) == NULL);
}

bool directory_in_organization(const struct directory *directory, const struct person *person,
                               const struct organization *organization, int32_t on) {
    if (organization->kind == ORGANIZATION_GROUP)
        return directory_group_of(directory, person, on) == organization;
    for (size_t i = 0; i < person->membership_count; i++)
        if (person->memberships[i]->organization == organization && covers(person->memberships[i], on) &&
            (organization->kind != ORGANIZATION_SERVICE || directory_is_staff(person->memberships[i])))
            return true;
    return false;
}

bool directory_is_staff(const struct membership *membership) {
    return membership->organization != NULL && membership->organization->kind == ORGANIZATION_SERVICE &&
           membership->person->kind == PERSON_OFFICER;
}

bool directory_is_senior(const struct directory *directory, const struct person *person, int32_t on) {
    (void)directory;
    if (person->kind != PERSON_OFFICER)
        return false;
    for (size_t i = 0; i < person->membership_count; i++) {
        const struct membership *membership = person->memberships[i];
        if (membership->post != NULL && text_equal(membership->post->tier, "senior") && covers(membership, on))
            return true;
    }
    return false;
}
