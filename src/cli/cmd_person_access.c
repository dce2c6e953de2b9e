#include "cli/cli.h"
#include "cli/popolo.h"
#include "web/web.h"

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

/* How many open records the person handles: by name, not by a post. */
static int64_t handled(struct cli *cli, struct store *store, const char *id) {
    struct db *db = store_reader(store);
    int64_t count = 0;
    if (db == NULL)
        return 0;
    db_begin(db);
    struct query *q = query(db, Q_RECORD_HANDLED_COUNT);
    bind_text(q, arena_printf(cli->a, "person:%s", id));
    count = query_int(q, 0);
    db_end(db);
    return count;
}

static int run_deactivate(struct cli *cli) {
    const char *error = NULL;
    struct store *store;
    char *id = arena_strdup(cli->a, cli->operands[0]);
    if (!cli_store(cli, &store, &error) || !cli_change_directory(cli, store, deactivate, id, &error))
        return cli_failed(cli, error);
    printf("%s can no longer sign in, and holds nothing. Sessions, tokens and invitations have ended.\n", id);
    int64_t records = handled(cli, store, id);
    if (records > 0)
        printf("%s handles %lld open record%s; comity doctor names them and says what to do.\n", id, (long long)records,
               records == 1 ? "" : "s");
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
    const char *error = NULL, *url, *id = cli->operands[0];
    struct engine *engine;
    const struct council *council;
    if (!cli_public_url(cli, &url, &error))
        return cli_misused(cli, error);
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
    .options = {CLI_STORE_OPTIONS,
                {CLI_PUBLIC_URL, "URL", "what browsers call the server; else http://127.0.0.1:8080"}},
    .run = run_invite,
};
