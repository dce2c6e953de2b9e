/* The directory's people. A Member is not shown the junior Officers whom the pack keeps from them: not in lists, not as
 * a page. */
#include "sight/sight_private.h"

static bool is_now(const struct gate *gate, const struct membership *membership) {
    return membership->from <= gate->today && gate->today <= membership->to;
}

struct view_contact contact_shown(const struct gate *gate, const struct person *person) {
    const struct directory *directory = gate->sight->council->directory;
    const struct organization *group = directory_group_of(directory, person, gate->today);
    const struct organization *service = directory_service_of(directory, person, gate->today);
    const struct area *ward = directory_ward_of(directory, person, gate->today);
    struct view_contact view = {
        .person = person_shown(gate, person, gate->today),
        .kind = person->kind == PERSON_MEMBER    ? "member"
                : person->kind == PERSON_OFFICER ? "officer"
                                                 : NULL,
        .email = person->email,
    };
    if (group != NULL) {
        view.group_id = group->id;
        view.group = group->name;
    }
    if (service != NULL) {
        view.service_id = service->id;
        view.service = service->name;
    }
    if (ward != NULL) {
        view.ward_id = ward->id;
        view.ward = ward->name;
    }
    for (size_t i = 0; i < person->membership_count; i++)
        if (person->memberships[i]->post != NULL && is_now(gate, person->memberships[i]))
            LIST_ADD(gate->sight->a, &view.posts, person->memberships[i]->post->label);
    return view;
}

static bool is_restricted(const struct pack *pack, const struct post *post) {
    const struct pack_post *office = post == NULL ? NULL : pack_post(pack, post->role);
    return office != NULL && office->restricted;
}

static void add_tenure(const struct gate *gate, const struct membership *membership, struct view_contact *view) {
    const struct post *post = membership->post;
    const struct organization *organization = membership->organization;
    struct view_tenure tenure = {
        .role = post != NULL ? post->role : membership->role,
        .now = is_now(gate, membership),
        .from = membership->from,
        .to = membership->to,
    };
    if (post != NULL) {
        tenure.restricted = is_restricted(gate->sight->council->pack, post);
        tenure.post_id = post->id;
        tenure.title = post->label;
    }
    if (organization != NULL) {
        tenure.organization_id = organization->id;
        tenure.organization = organization->name;
        tenure.outside = organization->kind == ORGANIZATION_OUTSIDE;
    }
    if (tenure.title == NULL)
        tenure.title = membership->label != NULL  ? membership->label
                       : membership->area != NULL ? membership->area->name
                                                  : tenure.organization;
    if (tenure.title != NULL)
        LIST_ADD(gate->sight->a, &view->tenures, tenure);
}

/* Of now first; within these the latest first. */
static void show_tenures(const struct gate *gate, const struct person *person, struct view_contact *view) {
    for (int now = 1; now >= 0; now--)
        for (size_t i = person->membership_count; i-- > 0;)
            if (is_now(gate, person->memberships[i]) == (now == 1))
                add_tenure(gate, person->memberships[i], view);
}

int contacts_by_name(const void *left, const void *right) {
    const struct view_contact *a = left, *b = right;
    int order = strcmp(a->person.name, b->person.name);
    return order != 0 ? order : strcmp(a->person.id, b->person.id);
}

static bool holds_restricted(const struct gate *gate, const struct person *person) {
    for (size_t i = 0; i < person->membership_count; i++)
        if (is_now(gate, person->memberships[i]) &&
            is_restricted(gate->sight->council->pack, person->memberships[i]->post))
            return true;
    return false;
}

static bool is_of_kind(const struct gate *gate, const struct person *person, const char *kind) {
    return kind == NULL || (strcmp(kind, "restricted") == 0 && holds_restricted(gate, person)) ||
           (strcmp(kind, "member") == 0 && person->kind == PERSON_MEMBER) ||
           (strcmp(kind, "officer") == 0 && person->kind == PERSON_OFFICER);
}

/* Every piece of the words stands somewhere in the name, in either case. */
static bool is_named(struct arena *a, const struct person *person, const char *words) {
    char **pieces = words == NULL ? NULL : text_split(a, words, ' ');
    for (size_t i = 0; pieces != NULL && pieces[i] != NULL; i++)
        if (strcasestr(person->name, pieces[i]) == NULL)
            return false;
    return true;
}

void sight_people(const struct sight *sight, const char *kind, const char *words, struct view_people *view_r) {
    const struct directory *directory = sight->council->directory;
    struct gate gate;
    gate_begin(sight, &gate);
    *view_r = (struct view_people){0};
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        if (person->active && is_of_kind(&gate, person, kind) && !name_is_hidden(&gate, person, gate.today) &&
            is_named(sight->a, person, words))
            LIST_ADD(sight->a, &view_r->list, contact_shown(&gate, person));
    }
    for (size_t i = 0; i < sight->council->pack->post_count; i++)
        view_r->restricts = view_r->restricts || sight->council->pack->posts[i].restricted;
    if (view_r->list.count > 1)
        qsort(view_r->list.at, view_r->list.count, sizeof(*view_r->list.at), contacts_by_name);
}

/* The line manager, else the head of the service. */
static void show_manager(const struct gate *gate, const struct person *person, struct view_contact *view) {
    const struct directory *directory = gate->sight->council->directory;
    const struct organization *service = directory_service_of(directory, person, gate->today);
    const struct post *head = person->manager != NULL || service == NULL ? NULL : head_of_service(gate, service);
    const struct person *manager = head != NULL ? directory_holder(directory, head, gate->today) : person->manager;
    if (manager != NULL && manager != person && manager->active && !name_is_hidden(gate, manager, gate->today))
        view->manager = person_shown(gate, manager, gate->today);
}

bool sight_person(const struct sight *sight, const char *id, struct view_contact *view_r) {
    const struct person *person = directory_person(sight->council->directory, id);
    struct gate gate;
    gate_begin(sight, &gate);
    *view_r = (struct view_contact){0};
    if (person == NULL || name_is_hidden(&gate, person, gate.today))
        return false;
    *view_r = contact_shown(&gate, person);
    show_manager(&gate, person, view_r);
    show_tenures(&gate, person, view_r);
    return true;
}

void sight_me(const struct sight *sight, struct view_contact *view_r) {
    struct gate gate;
    gate_begin(sight, &gate);
    *view_r = contact_shown(&gate, sight->viewer);
    show_manager(&gate, sight->viewer, view_r);
    show_tenures(&gate, sight->viewer, view_r);
}
