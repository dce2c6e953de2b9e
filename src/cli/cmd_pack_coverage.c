#include "cli/cli.h"
#include "pack/told.h"

#include <errno.h>
#include <sys/stat.h>

/* A pack beyond this has more scenarios than a person can read. */
#define SCENARIOS_MOST ((size_t)1024 * 1024)

/* The pack's scenarios.txt; "" when it has none. */
static bool read_scenarios(struct cli *cli, const char *name, const char **text_r, const char **error_r) {
    const char *folder = strchr(name, '/') != NULL ? name : arena_printf(cli->a, "%s/%s", cli_packs_root(cli), name);
    const char *path = arena_printf(cli->a, "%s/scenarios.txt", folder);
    struct stat status;
    char *text;
    size_t length;
    *text_r = "";
    if (stat(path, &status) != 0 && errno == ENOENT)
        return true;
    if (!file_read(cli->a, path, SCENARIOS_MOST, &text, &length, error_r))
        return false;
    *text_r = text;
    return true;
}

/* ---- as JSON */

static void write_texts(struct json *json, const char *key, const char *const *texts, size_t count) {
    json_key(json, key);
    json_start_array(json);
    for (size_t i = 0; i < count; i++)
        json_text(json, texts[i]);
    json_end_array(json);
}

static void write_json(struct buf *out, const struct coverages *coverages) {
    struct json json = {.buf = out};
    json_start_object(&json);
    json_key(&json, "clauses");
    json_start_array(&json);
    for (size_t i = 0; i < coverages->list.count; i++) {
        const struct coverage *coverage = &coverages->list.at[i];
        json_start_object(&json);
        json_pair(&json, "id", coverage->clause->id);
        json_pair(&json, "kind", clause_kind_name(coverage->clause->kind));
        json_pair(&json, "status", coverage_status_name(coverage->status));
        write_texts(&json, "rules", coverage->rules.at, coverage->rules.count);
        write_texts(&json, "scenarios", coverage->scenarios.at, coverage->scenarios.count);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buf_addc(out, '\n');
}

/* ---- as text */

static void write_lines(struct buf *out, const char *what, const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++)
        buf_addf(out, "    %s%s\n", what, texts[i]);
}

static void write_clause(struct buf *out, const struct coverage *coverage) {
    const struct clause *clause = coverage->clause;
    buf_addf(out, "%s  %s, %s\n    %s\n", clause->id, clause_kind_name(clause->kind),
             coverage_status_name(coverage->status), clause->summary);
    write_lines(out, "rule: ", coverage->rules.at, coverage->rules.count);
    write_lines(out, "scenario: ", coverage->scenarios.at, coverage->scenarios.count);
    write_lines(out, "shown at ", coverage->places.at, coverage->places.count);
    write_lines(out, "excused: ", coverage->excuses.at, coverage->excuses.count);
    write_lines(out, "not yet: ", coverage->missing.at, coverage->missing.count);
}

static void write_text(struct buf *out, const struct coverages *coverages, const size_t *counts) {
    for (size_t i = 0; i < coverages->list.count; i++)
        write_clause(out, &coverages->list.at[i]);
    buf_addf(out, "%zu clauses: ", coverages->list.count);
    for (size_t status = 0; status <= COVERAGE_NOT_YET; status++)
        buf_addf(out, "%s%zu %s", status == 0 ? "" : ", ", counts[status],
                 coverage_status_name((enum coverage_status)status));
    buf_adds(out, ".\n");
}

static int run_coverage(struct cli *cli) {
    const struct pack *pack;
    const char *scenarios, *error = NULL;
    struct coverages coverages;
    struct buf out = {.arena = cli->a};
    size_t counts[COVERAGE_NOT_YET + 1] = {0};
    if (!cli_pack(cli, cli->operands[0], &pack, &error) || !read_scenarios(cli, cli->operands[0], &scenarios, &error))
        return cli_failed(cli, error);
    pack_coverage(pack, scenarios, cli->a, &coverages);
    for (size_t i = 0; i < coverages.list.count; i++)
        counts[coverages.list.at[i].status]++;
    if (cli_flag(cli, "json"))
        write_json(&out, &coverages);
    else
        write_text(&out, &coverages, counts);
    int code = cli_print(cli, &out);
    size_t missing = counts[COVERAGE_NOT_YET];
    if (code == CLI_DONE && missing > 0)
        return cli_failed(cli,
                          arena_printf(cli->a, "%zu clause%s not there yet.", missing, missing == 1 ? " is" : "s are"));
    return code;
}

const struct command command_pack_coverage = {
    .name = "pack coverage",
    .summary = "say clause by clause what a pack does for it",
    .operands = "PACK",
    .operands_least = 1,
    .operands_most = 1,
    .options = {CLI_JSON_OPTION, CLI_PACKS_OPTION},
    .details = "For each clause its kind, the rules that carry it and the scenarios that show it (from the pack's\n"
               "scenarios.txt), or where it is shown, or why not. Ends with 1 when a clause has nothing of these.\n"
               "PACK is a pack's name, or the path of its folder.",
    .run = run_coverage,
};
