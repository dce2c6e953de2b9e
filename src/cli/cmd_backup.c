#include "cli/cli.h"

static int run(struct cli *cli) {
    const char *error = NULL;
    struct store *store;
    if (!cli_store(cli, &store, &error) || !store_backup(store, cli->operands[0], cli->a, &error))
        return cli_failed(cli, error);
    printf("A copy of the council is in %s.\n", cli->operands[0]);
    return CLI_DONE;
}

const struct command command_backup = {
    .name = "backup",
    .summary = "write a consistent copy of a council to a file, also while it serves",
    .operands = "FILE",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS},
    .details = "FILE must not exist. To restore, put it into an empty folder as comity.db.",
    .run = run,
};
