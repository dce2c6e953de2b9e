#include "cli/cli.h"
#include "cli/popolo.h"
#include "web/web.h"

/* ---- person add and person set */

struct wanted {
    const struct cli *cli;
    const char *id, *kind, *name;
    bool is_new;
    int32_t from;
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

static bool add_memberships(const struct directory *directory, const struct wanted *wanted, struct popolo *popolo,
                            struct arena *a, const char **error_r) {
    const char *group = cli_value(wanted->cli, "group"), *service = cli_value(wanted->cli, "service"),
               *ward = cli_value(wanted->cli, "ward"), *post = cli_value(wanted->cli, "post");
    struct popolo_time time = {.from = wanted->from, .to = DAY_LAST};
    if (group != NULL) {
        const struct organization *found = find_organization(directory, ORGANIZATION_GROUP, "group", group, a, error_r);
        if (found == NULL)
            return false;
        time.organization = found->id;
        popolo_membership(popolo, wanted->id, time);
    }
    if (service != NULL) {
        const struct organization *found =
            find_organization(directory, ORGANIZATION_SERVICE, "service", service, a, error_r);
        if (found == NULL)
            return false;
        time.organization = found->id;
        popolo_membership(popolo, wanted->id, time);
    }
    time.organization = NULL;
    if (ward != NULL) {
        const struct area *found = find_ward(directory, ward, a, error_r);
        if (found == NULL)
            return false;
        time.area = found->id;
        popolo_membership(popolo, wanted->id, time);
    }
    time.area = NULL;
    if (post != NULL) {
        const struct post *found = find_post(directory, post, a, error_r);
        if (found == NULL)
            return false;
        time.post = found->id;
        popolo_membership(popolo, wanted->id, time);
    }
    return true;
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
    if (!add_memberships(directory, wanted, &popolo, a, error_r))
        return false;
    if (cli_flag(wanted->cli, "active"))
        popolo_active(&popolo, wanted->id, true);
    size_t length;
    const char *text = popolo_text(&popolo, &length);
    return directory_import_popolo(directory, text, length, &report, a, error_r);
}

static int put(struct cli *cli, struct wanted *wanted) {
    const char *from = cli_value(cli, "from"), *error = NULL;
    struct engine *engine;
    const struct council *council;
    if (wanted->kind != NULL && strcmp(wanted->kind, "member") != 0 && strcmp(wanted->kind, "officer") != 0)
        return cli_misused(cli, "--kind must be member or officer.");
    if (from != NULL && !day_parse(from, &wanted->from))
        return cli_misused(cli, "--from must be a date such as 2026-05-07.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    if (from == NULL)
        wanted->from = council_day(council, clock_now(engine_clock(engine)));
    if (!cli_change_directory(cli, engine_store(engine), put_person, wanted, &error))
        return cli_failed(cli, error);
    puts(wanted->id);
    return CLI_DONE;
}

#define PERSON_OPTIONS                                                                                                 \
    {"name", "NAME", "\"Alex Moss\""}, {"email", "ADDRESS", "for messages"}, {"group", "GROUP", "a political group"},  \
        {"service", "SERVICE", "where an Officer works"}, {"ward", "WARD", "for which a Member sits"},                 \
        {"post", "POST", "an office that is there already"}, {                                                         \
        "from", "DAY", "since when group, service, ward and post are theirs; else today"                               \
    }

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
    .details = "Groups, services, wards and posts are named by id or name, and come by comity directory import.",
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
    .details = "Who joins another group has left the one before. What was read stays in the record of reads.",
    .run = run_set,
};

/* ---- person deactivate */

static bool deactivate(struct directory *directory, void *context, struct arena *a, const char **error_r) {
    const char *id = context;
    struct popolo popolo = popolo_new(a);
    struct import_report report = {0};
    size_t length;
    if (directory_person(directory, id) == NULL)
        return fail(a, error_r, "There is nobody with the id \"%s\".", id);
    popolo_active(&popolo, id, false);
    const char *text = popolo_text(&popolo, &length);
    return directory_import_popolo(directory, text, length, &report, a, error_r);
}

static int run_deactivate(struct cli *cli) {
    const char *error = NULL;
    struct store *store;
    char *id = arena_strdup(cli->a, cli->operands[0]);
    if (!cli_store(cli, &store, &error) || !cli_change_directory(cli, store, deactivate, id, &error))
        return cli_failed(cli, error);
    printf("%s can no longer sign in, and holds nothing.\n", id);
    return CLI_DONE;
}

const struct command command_person_deactivate = {
    .name = "person deactivate",
    .summary = "end a person's sign-in and posts; what they did stays",
    .operands = "ID",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS},
    .run = run_deactivate,
};

/* ---- person invite */

static int run_invite(struct cli *cli) {
    const char *error = NULL, *url = cli_value(cli, "public-url"), *id = cli->operands[0];
    struct engine *engine;
    const struct council *council;
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    const struct person *person = directory_person(council->directory, id);
    if (person == NULL || !person->active)
        return cli_failed(cli, arena_printf(cli->a, "There is nobody with the id \"%s\" who may sign in.", id));
    const char *link = web_invite(engine, id, url == NULL ? "http://127.0.0.1:8080" : url, cli->a);
    if (link == NULL)
        return cli_failed(cli, "The invitation could not be written.");
    puts(link);
    return CLI_DONE;
}

const struct command command_person_invite = {
    .name = "person invite",
    .summary = "print a link with which a person sets a password, valid for seven days",
    .operands = "ID",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"public-url", "URL", "what browsers call the server; else http://127.0.0.1:8080"}},
    .run = run_invite,
};
