#include "cli/cli.h"
#include "cli/popolo.h"

/* ---- person add and person set */

struct wanted {
    const struct cli *cli;
    const struct offices *offices;
    const char *id, *kind, *name;
    bool is_new;
    int32_t from, until;
};

/* An id, or a name that one organization of that kind alone has; NULL with a sentence. */
static const struct organization *find_organization(const struct directory *directory, enum organization_kind kind,
                                                    const char *what, const char *text, struct arena *a,
                                                    const char **error_r) {
    const struct organization *found = NULL;
    for (size_t i = 0; i < directory->organization_count; i++) {
        const struct organization *organization = &directory->organizations[i];
        if (organization->kind != kind ||
            (strcmp(organization->id, text) != 0 && strcmp(organization->name, text) != 0))
            continue;
        if (found != NULL) {
            fail(a, error_r, "There are several %ss named \"%s\"; give the id.", what, text);
            return NULL;
        }
        found = organization;
    }
    if (found == NULL)
        fail(a, error_r, "There is no %s \"%s\".", what, text);
    return found;
}

static const struct area *find_ward(const struct directory *directory, const char *text, struct arena *a,
                                    const char **error_r) {
    for (size_t i = 0; i < directory->area_count; i++)
        if (strcmp(directory->areas[i].id, text) == 0 || strcmp(directory->areas[i].name, text) == 0)
            return &directory->areas[i];
    fail(a, error_r, "There is no ward \"%s\".", text);
    return NULL;
}

static const struct post *find_post(const struct directory *directory, const char *text, struct arena *a,
                                    const char **error_r) {
    for (size_t i = 0; i < directory->post_count; i++)
        if (strcmp(directory->posts[i].id, text) == 0 || text_equal(directory->posts[i].label, text))
            return &directory->posts[i];
    fail(a, error_r, "There is no post \"%s\".", text);
    return NULL;
}

/* From the wanted day, or, where the person is in it already, only what that lacks or has too much. */
static void put_membership(struct directory *directory, const struct wanted *wanted, struct popolo *popolo,
                           struct popolo_time time) {
    const struct person *person = directory_person(directory, wanted->id);
    time.from = wanted->from;
    if (time.to > wanted->until)
        time.to = wanted->until;
    for (size_t i = 0; person != NULL && i < person->membership_count; i++) {
        const struct membership *there = person->memberships[i];
        if (there->from > time.from || there->to < time.from || !text_equal(there->post_id, time.post) ||
            (time.post == NULL && !text_equal(there->organization_id, time.organization)) ||
            !text_equal(there->area_id, time.area))
            continue;
        if (there->to > time.to) {
            directory_leave(directory, &(struct leaving){.what = time.post != NULL ? LEAVING_POSTS : LEAVING_ALL,
                                                         .from = time.to + 1,
                                                         .person = wanted->id,
                                                         .post = time.post,
                                                         .area = time.area,
                                                         .organization = time.organization});
            return;
        }
        if (there->to == time.to)
            return;
        time.from = there->to + 1;
    }
    popolo_membership(popolo, wanted->id, time);
}

/* A group or a service: the person leaves the others, or, with an empty value, all. */
static bool put_unit(struct directory *directory, const struct wanted *wanted, struct popolo *popolo, bool group,
                     struct arena *a, const char **error_r) {
    const char *option = group ? "group" : "service", *text = cli_value(wanted->cli, option);
    struct leaving others = {
        .what = group ? LEAVING_GROUPS : LEAVING_SERVICES, .from = wanted->from, .person = wanted->id};
    if (text == NULL)
        return true;
    if (*text != '\0') {
        const struct organization *unit =
            find_organization(directory, group ? ORGANIZATION_GROUP : ORGANIZATION_SERVICE, option, text, a, error_r);
        if (unit == NULL)
            return false;
        others.but_organization = unit->id;
    }
    directory_leave(directory, &others);
    if (*text != '\0')
        put_membership(directory, wanted, popolo,
                       (struct popolo_time){.organization = others.but_organization, .to = DAY_LAST});
    return true;
}

/* The day before somebody else begins who is known already, DAY_LAST when nobody does. */
static int32_t free_until(const struct post *post, int32_t from) {
    for (size_t i = 0; i < post->membership_count; i++) /* by their starts */
        if (post->memberships[i]->from > from)
            return post->memberships[i]->from - 1;
    return DAY_LAST;
}

static bool put_post(struct directory *directory, const struct wanted *wanted, struct popolo *popolo, struct arena *a,
                     const char **error_r) {
    const char *text = cli_value(wanted->cli, "post");
    if (text == NULL)
        return true;
    if (*text == '\0') {
        directory_leave(directory,
                        &(struct leaving){.what = LEAVING_POSTS, .from = wanted->from, .person = wanted->id});
        return true;
    }
    const struct post *post = find_post(directory, text, a, error_r);
    if (post == NULL)
        return false;
    bool single = directory_is_single(post, wanted->offices);
    const struct organization *of = post->organization;
    struct leaving desks = {.what = LEAVING_DESKS, .from = wanted->from, .person = wanted->id};
    struct popolo_time time = {.post = post->id, .to = single ? free_until(post, wanted->from) : DAY_LAST};
    if (of != NULL && of->kind == ORGANIZATION_SERVICE) {
        desks.but_organization = of->id;
        directory_leave(directory, &desks);
    }
    if (single)
        directory_leave(directory,
                        &(struct leaving){
                            .what = LEAVING_POSTS, .from = wanted->from, .post = time.post, .but_person = wanted->id});
    put_membership(directory, wanted, popolo, time);
    return true;
}

static bool put_ward(struct directory *directory, const struct wanted *wanted, struct popolo *popolo, struct arena *a,
                     const char **error_r) {
    const char *text = cli_value(wanted->cli, "ward");
    const struct area *ward = text == NULL ? NULL : find_ward(directory, text, a, error_r);
    if (ward != NULL)
        put_membership(directory, wanted, popolo, (struct popolo_time){.area = ward->id, .to = DAY_LAST});
    return text == NULL || ward != NULL;
}

/* A post comes last: its service stays theirs. */
static bool put_memberships(struct directory *directory, const struct wanted *wanted, struct popolo *popolo,
                            struct arena *a, const char **error_r) {
    return put_unit(directory, wanted, popolo, true, a, error_r) &&
           put_unit(directory, wanted, popolo, false, a, error_r) && put_ward(directory, wanted, popolo, a, error_r) &&
           put_post(directory, wanted, popolo, a, error_r);
}

static bool put_person(struct directory *directory, void *context, struct arena *a, const char **error_r) {
    const struct wanted *wanted = context;
    struct popolo popolo = popolo_new(a);
    struct import_report report = {0};
    const struct person *there = directory_person(directory, wanted->id);
    if (wanted->is_new && there != NULL)
        return fail(a, error_r, "There is somebody with the id \"%s\" already.", wanted->id);
    if (!wanted->is_new && there == NULL)
        return fail(a, error_r, "There is nobody with the id \"%s\".", wanted->id);
    popolo_person(&popolo, wanted->id, wanted->name, wanted->kind, cli_value(wanted->cli, "email"));
    if (!put_memberships(directory, wanted, &popolo, a, error_r))
        return false;
    if (cli_flag(wanted->cli, "active"))
        popolo_active(&popolo, wanted->id, true);
    size_t length;
    const char *text = popolo_text(&popolo, &length);
    return directory_import_popolo(directory, text, length, &report, a, error_r);
}

static int put(struct cli *cli, struct wanted *wanted) {
    const char *from = cli_value(cli, "from"), *until = cli_value(cli, "until"), *error = NULL;
    struct engine *engine;
    const struct council *council;
    if (wanted->kind != NULL && strcmp(wanted->kind, "member") != 0 && strcmp(wanted->kind, "officer") != 0)
        return cli_misused(cli, "--kind must be member or officer.");
    if (from != NULL && !day_parse(from, &wanted->from))
        return cli_misused(cli, "--from must be a date such as 2026-05-07.");
    wanted->until = DAY_LAST;
    if (until != NULL && !day_parse(until, &wanted->until))
        return cli_misused(cli, "--until must be a date such as 2027-05-06.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    wanted->offices = &council->offices;
    if (from == NULL)
        wanted->from = council_day(council, clock_now(engine_clock(engine)));
    if (wanted->until < wanted->from)
        return cli_misused(cli, "--until is before --from.");
    if (!cli_change_directory(cli, engine_store(engine), put_person, wanted, &error))
        return cli_failed(cli, error);
    puts(wanted->id);
    return CLI_DONE;
}

#define PERSON_OPTIONS                                                                                                 \
    {"name", "NAME", "\"Alex Moss\""}, {"email", "ADDRESS", "for messages"},                                           \
        {"group", "GROUP", "a political group; \"\": none any more"},                                                  \
        {"service", "SERVICE", "where an Officer works; \"\": nowhere any more"},                                      \
        {"ward", "WARD", "for which a Member sits"},                                                                   \
        {"post", "POST", "an office that is there already; \"\": none any more"},                                      \
        {"from", "DAY", "since when group, service, ward and post are theirs, or are not; else today"}, {              \
        "until", "DAY", "the last day on which they are theirs; else open"                                             \
    }
#define PERSON_MOVES                                                                                                   \
    "Who joins another group leaves the one before, and who moves to another service leaves the other ones, with the " \
    "posts there.\nAn office of one person (a head, a leader, a senior post) is left by whoever holds it. What ends "  \
    "does so on the day before --from."

static int run_add(struct cli *cli) {
    const char *name = cli_value(cli, "name"), *id = cli_value(cli, "id");
    struct wanted wanted = {.cli = cli, .name = name, .kind = cli_value(cli, "kind"), .is_new = true};
    if (text_empty(name) || wanted.kind == NULL)
        return cli_misused(cli, "--name and --kind are needed.");
    wanted.id = id != NULL ? id : arena_printf(cli->a, "p-%s", text_slug(cli->a, name));
    return put(cli, &wanted);
}

const struct command command_person_add = {
    .name = "person add",
    .summary = "add a Member or an Officer; prints the id",
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"id", "ID", "else made of the name: p-alex-moss"},
                {"kind", "KIND", "member or officer"},
                PERSON_OPTIONS,
                {"active", NULL, "may sign in, as without it"}},
    .details = "Groups, services, wards and posts are named by id or name, and come by comity directory "
               "import.\n" PERSON_MOVES,
    .run = run_add,
};

static int run_set(struct cli *cli) {
    struct wanted wanted = {.cli = cli, .id = cli->operands[0], .name = cli_value(cli, "name")};
    return put(cli, &wanted);
}

const struct command command_person_set = {
    .name = "person set",
    .summary = "change a person, or let them in again",
    .operands = "ID",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS, PERSON_OPTIONS, {"active", NULL, "may sign in again"}},
    .details = PERSON_MOVES "\nWhat was read stays in the record of reads. Who is let in again needs a new token, or "
                            "signs in with the password of before.",
    .run = run_set,
};
