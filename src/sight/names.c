/* People, principals and clauses as the viewer is shown them. */
#include "sight/sight_private.h"

bool name_is_hidden(const struct gate *gate, const struct person *person, int32_t on) {
    return gate->hides_juniors && person->kind == PERSON_OFFICER &&
           !directory_is_senior(gate->sight->council->directory, person, on);
}

/* On the record that is looked at. */
static bool is_unnamed(const struct gate *gate, const struct person *person, int32_t on) {
    return !gate->names_juniors && name_is_hidden(gate, person, on);
}

static const char *service_only(const struct gate *gate, const struct person *person, int32_t on) {
    const struct sight *sight = gate->sight;
    const struct organization *service = directory_service_of(sight->council->directory, person, on);
    const char *officer = pack_word_in(sight->council->pack, sight->language, "Officer");
    bool vowel = strchr("AEIOU", officer[0]) != NULL;
    if (service == NULL)
        return arena_printf(sight->a, vowel ? text_say(sight->language, "an %s") : text_say(sight->language, "a %s"),
                            officer);
    return arena_printf(sight->a,
                        vowel ? text_say(sight->language, "an %s of %s") : text_say(sight->language, "a %s of %s"),
                        officer, service->name);
}

/* The post that an Officer holds, else their service; a Member's group. */
static const char *title_of(const struct gate *gate, const struct person *person, int32_t on) {
    const struct directory *directory = gate->sight->council->directory;
    const struct organization *organization = person->kind == PERSON_MEMBER
                                                  ? directory_group_of(directory, person, on)
                                                  : directory_service_of(directory, person, on);
    for (size_t i = 0; person->kind == PERSON_OFFICER && i < person->membership_count; i++) {
        const struct membership *membership = person->memberships[i];
        if (membership->post != NULL && membership->from <= on && on <= membership->to)
            return membership->post->label;
    }
    return organization == NULL ? NULL : organization->name;
}

static const char *guest_shown(const struct gate *gate, const struct person *guest) {
    const struct language *in = gate->sight->language;
    return strcmp(guest->id, gate->sight->viewer->id) == 0 ? text_say(in, "You")
           : text_equal(guest->name, GUEST_OPENER)         ? text_say(in, GUEST_OPENER)
                                                           : guest->name;
}

struct view_person person_shown(const struct gate *gate, const struct person *person, int32_t on) {
    const struct person *viewer = gate->sight->viewer;
    if (person == NULL)
        return (struct view_person){.name = "Comity"};
    if (is_unnamed(gate, person, on))
        return (struct view_person){.name = service_only(gate, person, on)};
    struct view_person shown = {
        .name = person->name, .title = title_of(gate, person, on), .is_viewer = strcmp(person->id, viewer->id) == 0};
    if (person->kind == PERSON_GUEST)
        shown.name = guest_shown(gate, person);
    else if (viewer->kind != PERSON_GUEST && !name_is_hidden(gate, person, on)) /* else there is no page of theirs */
        shown.id = person->id;
    return shown;
}

static const char *name_shown(const struct gate *gate, const char *name, int32_t on) {
    const struct directory *directory = gate->sight->council->directory;
    for (size_t i = 0; gate->hides_juniors && i < directory->person_count; i++)
        if (strcmp(directory->people[i].name, name) == 0 && is_unnamed(gate, &directory->people[i], on))
            return service_only(gate, &directory->people[i], on);
    return name;
}

const char *names_shown(const struct gate *gate, const char *names, int32_t on) {
    char **lines = text_split(gate->sight->a, names, '\n');
    struct buf shown = {.arena = gate->sight->a};
    for (size_t i = 0; lines[i] != NULL; i++)
        buf_addf(&shown, "%s%s", i == 0 ? "" : "\n", name_shown(gate, lines[i], on));
    return arena_strdup(gate->sight->a, buf_text(&shown));
}

const char *principal_shown(const struct gate *gate, const char *principal, int32_t on) {
    const struct directory *directory = gate->sight->council->directory;
    const char *id = strchr(principal, ':') == NULL ? principal : strchr(principal, ':') + 1;
    if (text_starts(principal, "person:")) {
        const struct sight *sight = gate->sight;
        const struct person *person = strcmp(id, sight->viewer->id) == 0
                                          ? sight->viewer
                                          : council_person(sight->db, sight->council, id, sight->a);
        if (person != NULL && is_unnamed(gate, person, on))
            return service_only(gate, person, on);
        if (person != NULL && person->kind == PERSON_GUEST)
            return guest_shown(gate, person);
    } else if (text_starts(principal, "post:")) {
        const struct post *post = directory_post(directory, id);
        const struct person *holder = post == NULL ? NULL : directory_holder(directory, post, on);
        if (holder != NULL && is_unnamed(gate, holder, on))
            return post->label;
    }
    return principal_title(gate->sight->council, gate->sight->language, principal, on, gate->sight->a);
}

struct view_cites cites_shown(const struct sight *sight, struct cites cites) {
    struct view_cites shown = {.at = ARENA_ARRAY(sight->a, cites.count, struct view_clause), .count = cites.count};
    for (size_t i = 0; i < cites.count; i++)
        shown.at[i] = (struct view_clause){.id = cites.at[i]->id, .summary = cites.at[i]->summary};
    return shown;
}

struct view_cites cites_read(const struct sight *sight, const struct pack *pack, const char *text) {
    return cites_shown(sight, cites_parse(pack, text == NULL ? "" : text, sight->a));
}
