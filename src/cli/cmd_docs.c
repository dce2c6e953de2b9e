#include "api/api.h"
#include "cli/cli.h"

static int run_api(struct cli *cli) {
    struct buf out = {.arena = cli->a};
    api_docs(&out);
    return cli_print(cli, &out);
}

const struct command command_docs_api = {
    .name = "docs api",
    .summary = "print the API's documentation (docs/api.md)",
    .run = run_api,
};

static int run_openapi(struct cli *cli) {
    struct buf out = {.arena = cli->a};
    api_openapi(&out);
    return cli_print(cli, &out);
}

const struct command command_docs_openapi = {
    .name = "docs openapi",
    .summary = "print the API's description for programs (docs/openapi.json)",
    .run = run_openapi,
};
