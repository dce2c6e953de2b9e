/* The directory's groups, services, bodies and wards. */
#include "sight/sight_private.h"

static const enum organization_kind kinds[] = {
    [UNIT_GROUP] = ORGANIZATION_GROUP, [UNIT_SERVICE] = ORGANIZATION_SERVICE, [UNIT_BODY] = ORGANIZATION_BODY};

static const struct post *head_of_unit(const struct gate *gate, enum unit_kind kind,
                                       const struct organization *organization) {
    if (kind == UNIT_SERVICE)
        return head_of_service(gate, organization);
    return directory_post_by_role(gate->sight->council->directory, kind == UNIT_GROUP ? "leader" : "chair",
                                  organization);
}

static struct view_unit organization_shown(const struct gate *gate, enum unit_kind kind,
                                           const struct organization *organization) {
    struct view_unit view = {.id = organization->id, .name = organization->name, .informal = organization->informal};
    const struct post *post = head_of_unit(gate, kind, organization);
    const struct person *head =
        post == NULL ? NULL : directory_holder(gate->sight->council->directory, post, gate->today);
    if (post != NULL)
        view.head_title = post->label;
    if (head != NULL)
        view.head = person_shown(gate, head, gate->today);
    return view;
}

static int by_name(const void *left, const void *right) {
    const struct view_unit *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : strcmp(a->id, b->id);
}

void sight_units(const struct sight *sight, enum unit_kind kind, struct view_units *view_r) {
    const struct directory *directory = sight->council->directory;
    struct gate gate;
    gate_begin(sight, &gate);
    *view_r = (struct view_units){0};
    for (size_t i = 0; kind == UNIT_WARD && i < directory->area_count; i++) {
        struct view_unit ward = {.id = directory->areas[i].id, .name = directory->areas[i].name};
        LIST_ADD(sight->a, &view_r->list, ward);
    }
    for (size_t i = 0; kind != UNIT_WARD && i < directory->organization_count; i++)
        if (directory->organizations[i].kind == kinds[kind])
            LIST_ADD(sight->a, &view_r->list, organization_shown(&gate, kind, &directory->organizations[i]));
    if (view_r->list.count > 1)
        qsort(view_r->list.at, view_r->list.count, sizeof(*view_r->list.at), by_name);
}

static void show_people(const struct gate *gate, const struct organization *organization, const struct area *ward,
                        struct view_unit *view) {
    const struct sight *sight = gate->sight;
    const struct directory *directory = sight->council->directory;
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        bool belongs = ward != NULL
                           ? person->kind == PERSON_MEMBER && directory_ward_of(directory, person, gate->today) == ward
                           : directory_in_organization(directory, person, organization, gate->today);
        if (person->active && belongs && !name_is_hidden(gate, person, gate->today))
            LIST_ADD(sight->a, &view->people, contact_shown(gate, person));
    }
    if (view->people.count > 1)
        qsort(view->people.at, view->people.count, sizeof(*view->people.at), contacts_by_name);
}

bool sight_unit(const struct sight *sight, enum unit_kind kind, const char *id, struct view_unit *view_r) {
    const struct directory *directory = sight->council->directory;
    const struct area *ward = kind == UNIT_WARD ? directory_area(directory, id) : NULL;
    const struct organization *organization = kind == UNIT_WARD ? NULL : directory_organization(directory, id);
    struct gate gate;
    gate_begin(sight, &gate);
    *view_r = (struct view_unit){0};
    if (ward == NULL && (organization == NULL || organization->kind != kinds[kind]))
        return false;
    *view_r = ward != NULL ? (struct view_unit){.id = ward->id, .name = ward->name}
                           : organization_shown(&gate, kind, organization);
    show_people(&gate, organization, ward, view_r);
    return true;
}
