#include "cli/cli.h"
#include "pack/told.h"

static int run(struct cli *cli) {
    const char *location, *error = NULL, *name = cli_value(cli, "name"), *pack_name = cli_value(cli, "pack");
    const struct pack *pack;
    struct store *store;
    struct pack_findings findings = {0};
    if (pack_name == NULL)
        return cli_misused(cli, "--pack is missing: say which protocol the council has.");
    if (!cli_location(cli, &location, &error))
        return cli_misused(cli, error);
    if (!cli_pack(cli, pack_name, &pack, &error))
        return cli_failed(cli, error);
    pack_check(pack, cli->a, &findings);
    if (findings.list.count > 0)
        return cli_failed(cli, arena_printf(cli->a, "The pack has findings; see comity pack check %s.", pack_name));
    if (!cli_found(cli, location, name == NULL ? pack->title : name, pack, time(NULL), &store, &error))
        return cli_failed(cli, error);
    printf("A council is ready in %s, under %s.\n"
           "Next: comity directory import, or comity person add; then comity serve.\n",
           cli_place(location), pack->title);
    return CLI_DONE;
}

const struct command command_init = {
    .name = "init",
    .summary = "make a new council under a protocol pack",
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"pack", "PACK", "the protocol: a pack's name, or the path of its folder"},
                {"name", "NAME", "what the council is called"},
                CLI_PACKS_OPTION},
    .run = run,
};
