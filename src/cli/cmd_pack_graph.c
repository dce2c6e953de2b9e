#include "cli/cli.h"
#include "web/graph.h"

static int run_graph(struct cli *cli) {
    const struct pack *pack;
    const char *error = NULL, *name = cli->operands[1];
    if (!cli_pack(cli, cli->operands[0], &pack, &error))
        return cli_failed(cli, error);
    const struct procedure *procedure = pack_procedure(pack, name);
    if (procedure == NULL)
        return cli_failed(cli, arena_printf(cli->a, "%s has no procedure %s.", pack->title, name));
    struct html out = HTML_IN(cli->a);
    graph_draw(&out, cli->a, pack, procedure, true);
    return cli_print(cli, &out.buf);
}

const struct command command_pack_graph = {
    .name = "pack graph",
    .summary = "draw a procedure's states as SVG",
    .operands = "PACK PROCEDURE",
    .operands_least = 2,
    .operands_most = 2,
    .options = {CLI_PACKS_OPTION},
    .details =
        "The arrows' numbers are those of the powers in the order of the pack, as the protocol's page lists them; the\n"
        "picture says the same in its text. PACK is a pack's name, or the path of its folder.",
    .run = run_graph,
};
