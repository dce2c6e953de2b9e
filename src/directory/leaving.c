/* Who takes an office, joins a group or moves to another service leaves something, and so may somebody else. */
#include "directory/directory_private.h"

bool directory_is_single(const struct post *post, const struct offices *offices) {
    if (text_equal(post->tier, "senior"))
        return true;
    for (size_t i = 0; i < offices->count; i++)
        if (text_equal(post->role, offices->roles[i]))
            return true;
    return false;
}

static const struct organization *organization_of(const struct draft *draft, const struct membership *membership) {
    const struct post *post = table_find(&draft->posts, membership->post_id);
    if (membership->organization_id == NULL && post != NULL)
        return table_find(&draft->organizations, post->organization_id);
    return table_find(&draft->organizations, membership->organization_id);
}

static bool is_of_kind(const struct leaving *leaving, const struct membership *membership,
                       const struct organization *organization) {
    enum organization_kind kind =
        organization == NULL ? ORGANIZATION_OTHER : organization_kind_of(organization->classification);
    switch (leaving->what) {
    case LEAVING_POSTS:
        return membership->post_id != NULL;
    case LEAVING_GROUPS:
        return kind == ORGANIZATION_GROUP;
    case LEAVING_SERVICES:
        return kind == ORGANIZATION_SERVICE;
    case LEAVING_DESKS:
        return kind == ORGANIZATION_SERVICE && membership->post_id == NULL;
    case LEAVING_ALL:
        break;
    }
    return true;
}

static bool ends(const struct draft *draft, const struct leaving *leaving, const struct membership *membership) {
    const struct organization *organization = organization_of(draft, membership);
    const char *of = organization == NULL ? NULL : organization->id;
    return membership->from <= leaving->from && leaving->from <= membership->to &&
           is_of_kind(leaving, membership, organization) &&
           (leaving->person == NULL || text_equal(membership->person_id, leaving->person)) &&
           (leaving->but_person == NULL || !text_equal(membership->person_id, leaving->but_person)) &&
           (leaving->post == NULL || text_equal(membership->post_id, leaving->post)) &&
           (leaving->area == NULL || text_equal(membership->area_id, leaving->area)) &&
           (leaving->organization == NULL || text_equal(of, leaving->organization)) &&
           (leaving->but_organization == NULL || !text_equal(of, leaving->but_organization)) &&
           !table_taken(&draft->memberships, membership->id);
}

static void say_ended(struct import *in, const struct leaving *leaving, const struct membership *membership) {
    const struct person *person = table_find(&in->draft->people, membership->person_id);
    const struct post *post = table_find(&in->draft->posts, membership->post_id);
    const struct organization *organization = organization_of(in->draft, membership);
    import_say(in, FINDING_ENDED, "%s: not %s%s any more, from %s.",
               person == NULL ? membership->person_id : person->name, post == NULL ? "in " : "",
               post != NULL           ? post->label
               : organization != NULL ? organization->name
                                      : membership->id,
               day_format(in->a, leaving->from, DAY_FULL));
}

void import_leave(struct import *in, const struct leaving *leaving) {
    const struct table *memberships = &in->draft->memberships;
    for (size_t i = memberships->count; i > 0; i--) {
        struct membership *membership = memberships->entries[i - 1].row;
        if (!ends(in->draft, leaving, membership))
            continue;
        say_ended(in, leaving, membership);
        import_end_membership(in, membership, leaving->from - 1);
    }
}

void directory_leave(struct directory *directory, const struct leaving *leaving) {
    struct import_report report = {0};
    struct import in = import_start(directory, &report, directory->arena, NULL);
    import_leave(&in, leaving);
    draft_build(in.draft, directory);
}
