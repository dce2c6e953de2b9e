#include "cli/demo.h"
#include "cli/popolo.h"

/* Everybody was elected, appointed or moved in on a day some two years ago. */
#define SINCE_DAYS 800
/* Who left a group did so after the first records of the story, so that what they read then is still known. */
#define LEFT_DAYS 21

const char *demo_person_id(struct arena *a, const char *name) {
    return arena_printf(a, "p-%s", text_slug(a, name));
}

struct build {
    struct popolo popolo;
    const struct demo_council *council;
    const struct pack *pack;
    int32_t today;
    struct arena *a;
};

static void add_units(struct build *build, const struct demo_unit *units, const char *classification) {
    for (; units->id != NULL; units++)
        popolo_organization(&build->popolo, units->id, units->name, classification, units->mark);
}

static void add_post(struct build *build, const char *person, const struct demo_post *post) {
    const struct pack_post *known = post->role == NULL ? NULL : pack_post(build->pack, post->role);
    const char *id = text_slug(build->a, post->label);
    popolo_post(&build->popolo, id, post->label, post->role, known == NULL ? NULL : known->tier, post->of,
                post->deputy == NULL ? NULL : text_slug(build->a, post->deputy));
    popolo_membership(&build->popolo, person,
                      (struct popolo_time){.post = id, .from = build->today - SINCE_DAYS, .to = DAY_LAST});
}

static void add_membership(struct build *build, const char *person, const char *organization, const char *area,
                           int32_t to) {
    popolo_membership(&build->popolo, person,
                      (struct popolo_time){organization, NULL, area, build->today - SINCE_DAYS, to});
}

static void add_person(struct build *build, const struct demo_person *person, const char *kind) {
    const char *id = demo_person_id(build->a, person->name);
    const char *address = arena_printf(build->a, "%s@%s", text_slug(build->a, person->name), build->council->domain);
    popolo_person(&build->popolo, id, person->name, kind, address);
    if (person->unit != NULL)
        add_membership(build, id, person->unit, NULL, DAY_LAST);
    if (person->was_unit != NULL)
        add_membership(build, id, person->was_unit, NULL, build->today - LEFT_DAYS);
    if (person->ward != NULL)
        add_membership(build, id, "b-council", person->ward, DAY_LAST);
    if (person->body != NULL)
        add_membership(build, id, person->body, NULL, DAY_LAST);
    if (person->outside != NULL)
        add_membership(build, id, person->outside, NULL, DAY_LAST);
    for (size_t i = 0; i < DEMO_POSTS_MOST && person->posts[i].label != NULL; i++)
        add_post(build, id, &person->posts[i]);
}

struct ready {
    const char *text;
    size_t length;
};

static bool import(struct directory *directory, void *context, struct arena *a, const char **error_r) {
    const struct ready *ready = context;
    struct import_report report = {0};
    return directory_import_popolo(directory, ready->text, ready->length, &report, a, error_r);
}

bool demo_people(struct cli *cli, struct store *store, const struct demo_council *council, const struct pack *pack,
                 int32_t today, const char **error_r) {
    struct build build = {popolo_new(cli->a), council, pack, today, cli->a};
    add_units(&build, council->services, "service");
    add_units(&build, council->groups, "group");
    add_units(&build, council->bodies, "body");
    add_units(&build, council->outside, "outside body");
    for (const struct demo_unit *ward = council->wards; ward->id != NULL; ward++)
        popolo_area(&build.popolo, ward->id, ward->name);
    for (const struct demo_person *person = council->members; person->name != NULL; person++)
        add_person(&build, person, "member");
    for (const struct demo_person *person = council->officers; person->name != NULL; person++)
        add_person(&build, person, "officer");
    struct ready ready;
    ready.text = popolo_text(&build.popolo, &ready.length);
    return cli_change_directory(cli, store, import, &ready, error_r);
}
