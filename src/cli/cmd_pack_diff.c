#include "cli/cli.h"
#include "pack/told.h"

#define IN_FORCE "in-force"
#define HASH_LENGTH_LEAST 8

/* Enough of a hash that it is no pack's name by chance. */
static bool is_hash(const char *text) {
    return strlen(text) >= HASH_LENGTH_LEAST && text[strspn(text, "0123456789abcdef")] == '\0';
}

/* A version that the council keeps; hash: its beginning. */
static bool adopted(struct cli *cli, const struct council *council, const char *hash, const struct pack **pack_r,
                    const char **error_r) {
    *pack_r = NULL;
    for (size_t i = 0; i < council->pack_count; i++) {
        if (!text_starts(council->packs[i]->hash, hash))
            continue;
        if (*pack_r != NULL)
            return fail(cli->a, error_r, "Several versions of this council begin with %s.", hash);
        *pack_r = council->packs[i];
    }
    return *pack_r != NULL || fail(cli->a, error_r, "This council never adopted a version %s.", hash);
}

/* council: NULL without --data and --store. */
static bool find(struct cli *cli, const struct council *council, const char *name, const struct pack **pack_r,
                 const char **error_r) {
    if (council == NULL || (!text_equal(name, IN_FORCE) && !is_hash(name)))
        return cli_pack(cli, name, pack_r, error_r);
    if (is_hash(name))
        return adopted(cli, council, name, pack_r, error_r);
    *pack_r = council->pack;
    return true;
}

static int run_diff(struct cli *cli) {
    const struct pack *was, *is;
    const struct council *council = NULL;
    struct engine *engine;
    const char *error = NULL;
    struct buf out = {.arena = cli->a};
    bool of_council = cli_value(cli, "data") != NULL || cli_value(cli, "store") != NULL;
    if (of_council && (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error)))
        return cli_failed(cli, error);
    if (!find(cli, council, cli->operands[0], &was, &error) || !find(cli, council, cli->operands[1], &is, &error))
        return cli_failed(cli, error);
    pack_diff(was, is, cli->a, &out);
    return cli_print(cli, &out);
}

const struct command command_pack_diff = {
    .name = "pack diff",
    .summary = "say in words what differs between two packs",
    .operands = "A B",
    .operands_least = 2,
    .operands_most = 2,
    .options = {CLI_STORE_OPTIONS, CLI_PACKS_OPTION},
    .details =
        "From A to B: who could newly see something, and what differs in procedures, powers, duties, audiences, "
        "clocks,\n"
        "refusals, notices and clauses. A and B are each a pack's name or the path of its folder, or with --data (or\n"
        "--store) \"" IN_FORCE
        "\", the version in force there, or the first letters of the hash of one that the council\n"
        "adopted before (at least eight).",
    .run = run_diff,
};
