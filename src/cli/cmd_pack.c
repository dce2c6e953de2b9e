#include "cli/cli.h"
#include "pack/told.h"

#include <dirent.h>

/* ---- pack check */

static int run_check(struct cli *cli) {
    const char *error = NULL;
    const struct pack *pack;
    struct pack_findings findings = {0};
    struct buf out = {.arena = cli->a};
    if (!cli_pack(cli, cli->operands[0], &pack, &error))
        return cli_failed(cli, error);
    pack_check(pack, cli->a, &findings);
    if (cli_flag(cli, "json")) {
        struct json json = {.buf = &out};
        json_start_object(&json);
        json_pair(&json, "pack", pack->name);
        json_pair(&json, "hash", pack->hash);
        json_key(&json, "findings");
        json_start_array(&json);
        for (size_t i = 0; i < findings.list.count; i++) {
            const struct pack_finding *finding = &findings.list.at[i];
            json_start_object(&json);
            json_pair(&json, "file", finding->place.file);
            json_pair_number(&json, "line", (int64_t)finding->place.line);
            json_pair_number(&json, "column", (int64_t)finding->place.column);
            json_pair(&json, "where", finding->where);
            json_pair(&json, "say", finding->say);
            json_end_object(&json);
        }
        json_end_array(&json);
        json_end_object(&json);
        buf_addc(&out, '\n');
    } else {
        for (size_t i = 0; i < findings.list.count; i++)
            buf_addf(&out, "%s\n", pack_finding_say(&findings.list.at[i], cli->a));
        if (findings.list.count == 0)
            buf_addf(&out, "%s: all is well: %zu procedure%s, %zu clauses.\n", pack->title, pack->procedure_count,
                     pack->procedure_count == 1 ? "" : "s", pack->clause_count);
    }
    int code = cli_print(cli, &out);
    if (code == CLI_DONE && findings.list.count > 0)
        return cli_failed(
            cli, arena_printf(cli->a, "%zu finding%s.", findings.list.count, findings.list.count == 1 ? "" : "s"));
    return code;
}

const struct command command_pack_check = {
    .name = "pack check",
    .summary = "prove that a pack holds together",
    .operands = "PACK",
    .operands_least = 1,
    .operands_most = 1,
    .options = {CLI_JSON_OPTION, CLI_PACKS_OPTION},
    .details = "PACK is a pack's name, or the path of its folder.",
    .run = run_check,
};

/* ---- pack source */

static int run_source(struct cli *cli) {
    const char *error = NULL;
    const struct pack *pack;
    struct buf out = {.arena = cli->a};
    if (!cli_pack(cli, cli->operands[0], &pack, &error))
        return cli_failed(cli, error);
    if (cli_flag(cli, "places"))
        buf_adds(&out, pack_source_places(pack, cli->a));
    else
        buf_addf(&out, "%s\n", pack->source);
    return cli_print(cli, &out);
}

const struct command command_pack_source = {
    .name = "pack source",
    .summary = "print a pack with all that it extends, as one text",
    .operands = "PACK",
    .operands_least = 1,
    .operands_most = 1,
    .options = {{"places", NULL,
                 "rather where each entry stands: FILE:LINE:COLUMN, then the keys to it, with tabs between"},
                CLI_PACKS_OPTION},
    .details =
        "This is what a council keeps of each version, and what its hash is of. It is JSON, but for truth values: yes\n"
        "and no. PACK is a pack's name, or the path of its folder.",
    .run = run_source,
};

/* ---- pack list */

static int is_folder(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static int run_list(struct cli *cli) {
    const char *root = cli_packs_root(cli);
    struct dirent **entries;
    struct buf out = {.arena = cli->a};
    int count = scandir(root, &entries, is_folder, alphasort);
    if (count < 0)
        return cli_failed(cli, arena_printf(cli->a, "The folder %s cannot be read.", root));
    for (int i = 0; i < count; i++) {
        const struct pack *pack;
        const char *error;
        /* what no council can have, such as common, has no procedure that somebody may open, and is left out */
        if (cli_pack(cli, entries[i]->d_name, &pack, &error))
            buf_addf(&out, "%-16s %s\n", pack->name, pack->title);
        free(entries[i]);
    }
    free(entries);
    return cli_print(cli, &out);
}

const struct command command_pack_list = {
    .name = "pack list",
    .summary = "list the packs that are there",
    .options = {CLI_PACKS_OPTION},
    .run = run_list,
};

/* ---- pack relations */

static int run_relations(struct cli *cli) {
    struct buf out = {.arena = cli->a};
    for (int kind = 0; kind < RELATION_COUNT; kind++)
        buf_addf(&out, "%-30s %s\n", relation_name((enum relation_kind)kind),
                 relation_meaning((enum relation_kind)kind));
    return cli_print(cli, &out);
}

const struct command command_pack_relations = {
    .name = "pack relations",
    .summary = "list the relations that a pack's rules can name",
    .run = run_relations,
};

/* ---- pack adopt */

static int run_adopt(struct cli *cli) {
    const char *name = cli_value(cli, "pack"), *error = NULL;
    const struct pack *pack;
    struct engine *engine;
    struct pack_findings findings = {0};
    if (name == NULL)
        return cli_misused(cli, "--pack is missing.");
    if (!cli_pack(cli, name, &pack, &error))
        return cli_failed(cli, error);
    pack_check(pack, cli->a, &findings);
    if (findings.list.count > 0)
        return cli_failed(cli, arena_printf(cli->a, "The pack has findings; see comity pack check %s.", name));
    int moved;
    if (!cli_engine(cli, &engine, &error) || !engine_adopt_pack(engine, pack, cli->a, &moved, &error))
        return cli_failed(cli, error);
    printf("%s is in force for what begins from now on. %d open record%s under it; the others keep the version that "
           "they began under.\n",
           pack->title, moved, moved == 1 ? " goes on" : "s go on");
    return CLI_DONE;
}

const struct command command_pack_adopt = {
    .name = "pack adopt",
    .summary = "put another version of the protocol in force",
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"pack", "PACK", "a pack's name, or the path of its folder"}, CLI_PACKS_OPTION},
    .details =
        "Records that are open stay under the version that they began under, unless their procedure says\n"
        "otherwise (\"earlier records\"): then each goes on under the new one, and its timeline says so. When one\n"
        "of them has no place in the new version, nothing is changed.",
    .run = run_adopt,
};
