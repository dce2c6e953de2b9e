#include "cli/cli.h"

#define IMPORT_MOST ((size_t)32 * 1024 * 1024)

enum import_format { FORMAT_MODERNGOV, FORMAT_POPOLO, FORMAT_CSV };

static bool read_format(const char *text, enum import_format *format_r) {
    static const char *const names[] = {"moderngov", "popolo", "csv"};
    for (size_t i = 0; text != NULL && i < LENGTH_OF(names); i++) {
        if (strcmp(names[i], text) == 0) {
            *format_r = (enum import_format)i;
            return true;
        }
    }
    return false;
}

/* ---- import */

struct import_job {
    enum import_format format;
    const char *data;
    size_t length;
    int32_t today;
    const struct offices *offices;
    bool dry_run;
    struct import_report report;
};

static bool import(struct directory *directory, void *context, struct arena *a, const char **error_r) {
    struct import_job *job = context;
    bool read = false;
    job->report = (struct import_report){0};
    switch (job->format) {
    case FORMAT_MODERNGOV:
        read = directory_import_moderngov(directory, job->data, job->length, job->today, &job->report, a, error_r);
        break;
    case FORMAT_POPOLO:
        read = directory_import_popolo(directory, job->data, job->length, &job->report, a, error_r);
        break;
    case FORMAT_CSV:
        read =
            directory_import_csv(directory, job->data, job->length, job->today, job->offices, &job->report, a, error_r);
        break;
    }
    return read && !job->dry_run;
}

static const char *finding_name(enum finding_kind kind) {
    switch (kind) {
    case FINDING_ADDED:
        return "added";
    case FINDING_CHANGED:
        return "changed";
    case FINDING_REPAIRED:
        return "repaired";
    case FINDING_LEFT_OUT:
        return "left out";
    case FINDING_ENDED:
        return "ended";
    }
    return NULL;
}

static void write_json(const struct import_job *job, struct buf *out) {
    struct json json = {.buf = out};
    json_start_object(&json);
    json_pair_bool(&json, "dry_run", job->dry_run);
    json_key(&json, "findings");
    json_start_array(&json);
    for (size_t i = 0; i < job->report.findings.count; i++) {
        const struct finding *finding = &job->report.findings.at[i];
        json_start_object(&json);
        json_pair(&json, "kind", finding_name(finding->kind));
        json_key(&json, "line");
        if (finding->line > 0)
            json_number(&json, finding->line);
        else
            json_none(&json);
        json_pair(&json, "say", finding->say);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buf_addc(out, '\n');
}

static void write_text(const struct import_job *job, const char *path, struct buf *out) {
    size_t counts[FINDING_ENDED + 1] = {0};
    for (size_t i = 0; i < job->report.findings.count; i++) {
        const struct finding *finding = &job->report.findings.at[i];
        counts[finding->kind]++;
        buf_adds(out, path);
        if (finding->line > 0)
            buf_addf(out, ":%d", finding->line);
        buf_addf(out, ": %s: %s\n", finding_name(finding->kind), finding->say);
    }
    for (enum finding_kind kind = FINDING_ADDED; kind <= FINDING_ENDED; kind++)
        buf_addf(out, "%s%zu %s", kind == FINDING_ADDED ? "" : ", ", counts[kind], finding_name(kind));
    buf_adds(out, job->dry_run ? ". This was a dry run: nothing was changed.\n" : ".\n");
}

static int run_import(struct cli *cli) {
    const char *path = cli->operands[0], *error = NULL;
    struct import_job job = {.dry_run = cli_flag(cli, "dry-run")};
    struct engine *engine;
    const struct council *council;
    struct buf out = {.arena = cli->a};
    char *data;
    if (!read_format(cli_value(cli, "format"), &job.format))
        return cli_misused(cli, "--format must be moderngov, popolo or csv.");
    if (!file_read(cli->a, path, IMPORT_MOST, &data, &job.length, &error) || !cli_engine(cli, &engine, &error) ||
        !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    job.data = data;
    job.offices = &council->offices;
    job.today = council_day(council, clock_now(engine_clock(engine)));
    if (!cli_change_directory(cli, engine_store(engine), import, &job, &error))
        return cli_failed(cli, arena_printf(cli->a, "%s: %s", path, error));
    if (cli_flag(cli, "json"))
        write_json(&job, &out);
    else
        write_text(&job, path, &out);
    return cli_print(cli, &out);
}

const struct command command_directory_import = {
    .name = "directory import",
    .summary = "take people, posts, groups, wards and bodies from a file",
    .operands = "FILE",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"format", "FORMAT", "moderngov (XML), popolo (JSON) or csv (Officers, services and posts)"},
                {"dry-run", NULL, "say what would happen, and change nothing"},
                CLI_JSON_OPTION},
    .details =
        "The first line of a CSV names its columns: name, email, service, post, role, tier (senior), deputy (a post), "
        "manager,\nfrom, to. Others are kept with the person. Members come by the other formats.\n"
        "Prints each thing that was added, changed, repaired, left out or ended, with its line in the file.\n"
        "Importing the same file again changes nothing.",
    .run = run_import,
};

/* ---- export */

static int run_export(struct cli *cli) {
    const char *format = cli_value(cli, "format"), *error = NULL;
    struct engine *engine;
    const struct council *council;
    struct buf out = {.arena = cli->a};
    if (format != NULL && strcmp(format, "popolo") != 0)
        return cli_misused(cli, "--format must be popolo.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    directory_export_popolo(council->directory, &out);
    return cli_print(cli, &out);
}

const struct command command_directory_export = {
    .name = "directory export",
    .summary = "print the directory as Popolo JSON",
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"format", "FORMAT", "popolo, as without it"}},
    .run = run_export,
};
