#include "api/api.h"
#include "cli/cli.h"

static int run(struct cli *cli) {
    struct buf out = {.arena = cli->a};
    api_docs(&out);
    return cli_print(cli, &out);
}

const struct command command_docs_api = {
    .name = "docs api",
    .summary = "print the API's documentation (docs/api.md)",
    .run = run,
};
