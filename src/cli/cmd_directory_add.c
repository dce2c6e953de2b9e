#include "cli/cli.h"
#include "cli/popolo.h"

/* What a small council has no file for. */
struct addition {
    const struct cli *cli;
    const struct pack *pack;
    const char *kind, *id, *name;
};

static const char *kind_of_unit(const char *kind) {
    static const char *const kinds[] = {"group", "service", "body"};
    for (size_t i = 0; i < LENGTH_OF(kinds); i++)
        if (strcmp(kinds[i], kind) == 0)
            return kinds[i];
    return NULL;
}

static const char *mark_of(const struct cli *cli) {
    return cli_flag(cli, "administration") ? "administration" : cli_flag(cli, "informal") ? "informal" : NULL;
}

static bool is_taken(const struct directory *directory, const char *kind, const char *id) {
    if (strcmp(kind, "ward") == 0)
        return directory_area(directory, id) != NULL;
    if (strcmp(kind, "post") == 0)
        return directory_post(directory, id) != NULL;
    return directory_organization(directory, id) != NULL;
}

static bool add_post(const struct directory *directory, const struct addition *addition, struct popolo *popolo,
                     struct arena *a, const char **error_r) {
    const char *role = cli_value(addition->cli, "role"), *of = cli_value(addition->cli, "of"),
               *deputy = cli_value(addition->cli, "deputy");
    const struct pack_post *known = role == NULL ? NULL : pack_post(addition->pack, role);
    if (role != NULL && known == NULL)
        return fail(a, error_r, "The pack names no post of the role \"%s\".", role);
    if (of != NULL && directory_organization(directory, of) == NULL)
        return fail(a, error_r, "There is no group, service or body with the id \"%s\".", of);
    if (known != NULL && known->per != POST_SINGLE && of == NULL)
        return fail(a, error_r, "A %s is of something: give --of.", known->title);
    if (deputy != NULL && directory_post(directory, deputy) == NULL)
        return fail(a, error_r, "There is no post with the id \"%s\".", deputy);
    popolo_post(popolo, addition->id, addition->name, role, known == NULL ? NULL : known->tier, of, deputy);
    return true;
}

static bool add(struct directory *directory, void *context, struct arena *a, const char **error_r) {
    const struct addition *addition = context;
    struct popolo popolo = popolo_new(a);
    struct import_report report = {0};
    if (is_taken(directory, addition->kind, addition->id))
        return fail(a, error_r, "There is a %s with the id \"%s\" already.", addition->kind, addition->id);
    if (strcmp(addition->kind, "ward") == 0)
        popolo_area(&popolo, addition->id, addition->name);
    else if (strcmp(addition->kind, "post") != 0)
        popolo_organization(&popolo, addition->id, addition->name, kind_of_unit(addition->kind),
                            mark_of(addition->cli));
    else if (!add_post(directory, addition, &popolo, a, error_r))
        return false;
    size_t length;
    const char *text = popolo_text(&popolo, &length);
    return directory_import_popolo(directory, text, length, &report, a, error_r);
}

static int run(struct cli *cli) {
    const char *error = NULL, *id = cli_value(cli, "id");
    struct addition addition = {.cli = cli, .kind = cli->operands[0], .name = cli->operands[1]};
    bool post = strcmp(addition.kind, "post") == 0;
    struct engine *engine;
    const struct council *council;
    if (!post && strcmp(addition.kind, "ward") != 0 && kind_of_unit(addition.kind) == NULL)
        return cli_misused(cli, "KIND must be group, service, body, ward or post.");
    if (!post && (cli_value(cli, "role") != NULL || cli_value(cli, "of") != NULL || cli_value(cli, "deputy") != NULL))
        return cli_misused(cli, "--role, --of and --deputy are for a post.");
    if (cli_flag(cli, "administration") && strcmp(addition.kind, "group") != 0)
        return cli_misused(cli, "--administration is for a group.");
    if (cli_flag(cli, "informal") && strcmp(addition.kind, "body") != 0)
        return cli_misused(cli, "--informal is for a body.");
    addition.id = id != NULL ? id : text_slug(cli->a, addition.name);
    if (*addition.id == '\0')
        return cli_misused(cli, "NAME has no letter to make an id of; give --id.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    addition.pack = council->pack;
    if (!cli_change_directory(cli, engine_store(engine), add, &addition, &error))
        return cli_failed(cli, error);
    puts(addition.id);
    return CLI_DONE;
}

const struct command command_directory_add = {
    .name = "directory add",
    .summary = "add a group, service, body, ward or post by hand; prints the id",
    .operands = "KIND NAME",
    .operands_least = 2,
    .operands_most = 2,
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"id", "ID", "else made of the name"},
                {"administration", NULL, "of a group: it is in the Administration"},
                {"informal", NULL, "of a body: it decides nothing for the council, as a board that only discusses"},
                {"role", "ROLE", "of a post: what the pack's rules call it, such as head or chief-executive"},
                {"of", "ID", "of a post: the service headed, the group led, the body chaired"},
                {"deputy", "ID", "of a post: the post whose holder acts while nobody holds it"}},
    .details = "KIND is group, service, body, ward or post.",
    .run = run,
};
