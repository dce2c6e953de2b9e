#include "cli/cli.h"
#include "ledger/ledger.h"

#define SHOW_EVERY 100 /* records */

static void show(void *context, const struct ledger_replay *so_far) {
    struct cli *cli = context;
    if (so_far->records % SHOW_EVERY == 0)
        cli_progress(arena_printf(cli->a, "%lld records", (long long)so_far->records));
}

static void write_json(const struct ledger_replay *replay, struct buf *out) {
    struct json json = {.buf = out};
    json_start_object(&json);
    json_pair_number(&json, "records", replay->records);
    json_pair_number(&json, "decisions", replay->decisions);
    json_key(&json, "differences");
    json_start_array(&json);
    for (size_t i = 0; i < replay->differences.count; i++) {
        json_start_object(&json);
        json_pair(&json, "ref", replay->differences.at[i].ref);
        json_pair(&json, "say", replay->differences.at[i].say);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buf_addc(out, '\n');
}

static void write_text(const struct ledger_replay *replay, struct buf *out) {
    for (size_t i = 0; i < replay->differences.count; i++)
        buf_addf(out, "%s: %s\n", replay->differences.at[i].ref, replay->differences.at[i].say);
    if (replay->differences.count == 0)
        buf_addf(out, "%lld records, %lld decisions: each comes out as it did.\n", (long long)replay->records,
                 (long long)replay->decisions);
}

static int run_replay(struct cli *cli) {
    const char *error = NULL;
    struct engine *engine;
    struct ledger_replay replay;
    struct buf out = {.arena = cli->a};
    if (!cli_engine(cli, &engine, &error))
        return cli_failed(cli, error);
    bool good =
        ledger_replay(engine, cli->operand_count == 0 ? NULL : cli->operands[0], show, cli, cli->a, &replay, &error);
    cli_progress(NULL);
    if (!good)
        return cli_failed(cli, error);
    if (cli_flag(cli, "json"))
        write_json(&replay, &out);
    else
        write_text(&replay, &out);
    int code = cli_print(cli, &out);
    if (code == CLI_DONE && replay.differences.count > 0)
        return cli_failed(cli, arena_printf(cli->a, "%zu of %lld records came out otherwise.", replay.differences.count,
                                            (long long)replay.records));
    return code;
}

const struct command command_ledger_replay = {
    .name = "ledger replay",
    .summary = "make every decision again from what is kept of it, and compare",
    .operands = "[REF]",
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS, CLI_JSON_OPTION},
    .details =
        "Replays all records, or the one that REF names: each act and each thing that fell due is decided again\n"
        "from the pack and the council as they were then, and the record that comes of it must be the one that\n"
        "is stored. It prints a line for each record that is not, by its reference and without what was written\n"
        "in it. Nothing is changed, and the council can be served meanwhile.",
    .run = run_replay,
};
