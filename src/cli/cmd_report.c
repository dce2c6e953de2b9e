#include "cli/cli.h"

#define BAR_WIDTH 30 /* characters */

struct span {
    day from, to;
};

static const char *number(struct arena *a, int64_t number) {
    return arena_printf(a, "%lld", (long long)number);
}

static const char *few(struct arena *a) {
    return arena_printf(a, "fewer than %d", REPORT_LEAST);
}

/* "2" or "2.5"; NULL: nothing was answered or refused yet. */
static const char *median(struct arena *a, const struct report_line *line) {
    const char *whole = number(a, line->half_days / 2);
    return line->half_days < 0 ? NULL : line->half_days % 2 == 0 ? whole : arena_printf(a, "%s.5", whole);
}

/* ---- JSON */

static void write_spared_json(struct arena *a, struct json *json, int64_t spared) {
    if (spared < 0)
        json_pair(json, "spared", few(a));
    else
        json_pair_number(json, "spared", spared);
}

/* Hidden ones are null. */
static void write_records_json(struct json *json, int64_t records) {
    if (records < 0)
        json_none(json);
    else
        json_number(json, records);
}

static void write_figures_json(struct arena *a, struct json *json, const struct report_line *line) {
    json_pair_number(json, "opened", line->opened);
    json_key(json, "procedures");
    json_start_object(json);
    for (size_t i = 0; i < line->procedures.count; i++) {
        json_key(json, line->procedures.at[i].procedure);
        write_records_json(json, line->procedures.at[i].opened);
    }
    json_end_object(json);
    json_pair_number(json, "answered", line->answered);
    json_pair_number(json, "refused", line->refused);
    json_pair_number(json, "missed_duties", line->missed);
    json_key(json, "median_working_days");
    json_raw(json, line->half_days < 0 ? "null" : median(a, line));
}

static void write_lines_json(struct arena *a, struct json *json, const char *key, const struct report_line *lines,
                             size_t count, bool services) {
    json_key(json, key);
    json_start_array(json);
    for (size_t i = 0; i < count; i++) {
        json_start_object(json);
        json_pair(json, "id", lines[i].id);
        json_pair(json, "name", lines[i].name);
        json_pair(json, "hidden", lines[i].hidden);
        if (lines[i].hidden == NULL)
            write_figures_json(a, json, &lines[i]);
        if (services)
            write_spared_json(a, json, lines[i].spared);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_questions_json(struct json *json, const struct report *report) {
    json_key(json, "questions");
    json_start_array(json);
    for (size_t i = 0; i < report->questions.count; i++) {
        const struct report_question *question = &report->questions.at[i];
        json_start_object(json);
        json_pair(json, "procedure", question->procedure->name);
        json_pair(json, "field", question->field->name);
        json_pair(json, "label", question->field->label);
        json_key(json, "choices");
        json_start_array(json);
        for (size_t k = 0; k < question->choices.count; k++) {
            const struct report_choice *choice = &question->choices.at[k];
            json_start_object(json);
            json_pair(json, "value", choice->value);
            json_pair(json, "label", choice->label);
            json_key(json, "records");
            write_records_json(json, choice->records);
            json_end_object(json);
        }
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_json(struct arena *a, struct buf *out, const struct span *span, const struct report *report) {
    struct json json = {.buf = out};
    json_start_object(&json);
    json_pair(&json, "from", day_format(a, span->from, DAY_ISO));
    json_pair(&json, "to", day_format(a, span->to, DAY_ISO));
    write_lines_json(a, &json, "groups", report->groups.at, report->groups.count, false);
    write_lines_json(a, &json, "services", report->services.at, report->services.count, true);
    write_spared_json(a, &json, report->spared);
    write_questions_json(&json, report);
    json_end_object(&json);
    buf_addc(out, '\n');
}

/* ---- text */

/* Characters, as far as a terminal gives each one place. */
static int width(const char *text) {
    int count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

static int widest_name(const struct report_line *lines, size_t count) {
    int widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = width(lines[i].name) > widest ? width(lines[i].name) : widest;
    return widest;
}

static void write_procedures(struct buf *out, const struct report_line *line) {
    const char *before = "  ";
    for (size_t i = 0; i < line->procedures.count; i++) {
        const struct report_count *procedure = &line->procedures.at[i];
        if (procedure->opened <= 0)
            continue;
        buf_addf(out, "%s%s %lld", before, procedure->title, (long long)procedure->opened);
        before = ", ";
    }
}

static void write_lines(struct arena *a, struct buf *out, const char *heading, const struct report_line *lines,
                        size_t count) {
    int widest = widest_name(lines, count);
    widest = widest < width(heading) ? width(heading) : widest;
    buf_addf(out, "\n%-*s  Opened  Answered  Refused  Missed  Median  By procedure\n", widest, heading);
    for (size_t i = 0; i < count; i++) {
        const struct report_line *line = &lines[i];
        buf_addf(out, "%s%*s", line->name, widest - width(line->name), "");
        if (line->hidden != NULL) {
            buf_addf(out, "  %s\n", line->hidden);
            continue;
        }
        const char *days = median(a, line);
        buf_addf(out, "  %6s  %8s  %7s  %6s  %6s", number(a, line->opened), number(a, line->answered),
                 number(a, line->refused), number(a, line->missed), days == NULL ? "-" : days);
        write_procedures(out, line);
        buf_addc(out, '\n');
    }
}

static void write_spared(struct arena *a, struct buf *out, const struct report *report) {
    buf_addf(out, "\nNot sent, because an earlier answer was found: %s\n",
             report->spared < 0 ? few(a) : number(a, report->spared));
    for (size_t i = 0; i < report->services.count; i++)
        if (report->services.at[i].spared >= 0)
            buf_addf(out, "  %s: %s\n", report->services.at[i].name, number(a, report->services.at[i].spared));
}

static void write_bar(struct buf *out, int64_t records, int64_t most) {
    for (int64_t i = 0; i < records * BAR_WIDTH / most; i++)
        buf_adds(out, "█");
}

/* The longest bar is that of the most frequent answer. */
static void write_question(struct buf *out, const struct report_question *question) {
    int widest = 0;
    int64_t most = 1;
    for (size_t i = 0; i < question->choices.count; i++) {
        const struct report_choice *choice = &question->choices.at[i];
        widest = width(choice->label) > widest ? width(choice->label) : widest;
        most = choice->records > most ? choice->records : most;
    }
    buf_addf(out, "\n%s: %s\n", question->procedure->title, question->field->label);
    for (size_t i = 0; i < question->choices.count; i++) {
        const struct report_choice *choice = &question->choices.at[i];
        buf_addf(out, "  %s%*s  ", choice->label, widest - width(choice->label), "");
        if (choice->records < 0) {
            buf_adds(out, "   (hidden)\n");
            continue;
        }
        buf_addf(out, "%6lld  ", (long long)choice->records);
        write_bar(out, choice->records, most);
        buf_addc(out, '\n');
    }
}

static void write_questions(struct buf *out, const struct report *report) {
    for (size_t i = 0; i < report->questions.count; i++)
        write_question(out, &report->questions.at[i]);
    if (report->questions.count > 0)
        buf_addf(out,
                 "\nHidden: answers of fewer than %d records, from fewer people, or from which such could be "
                 "worked out.\n",
                 REPORT_LEAST);
}

static void write_text(struct arena *a, struct buf *out, const struct span *span, const struct report *report) {
    buf_addf(out, "Requests opened from %s to %s\n", day_format(a, span->from, DAY_FULL),
             day_format(a, span->to, DAY_FULL));
    write_lines(a, out, "Group", report->groups.at, report->groups.count);
    write_lines(a, out, "Service", report->services.at, report->services.count);
    write_spared(a, out, report);
    buf_adds(out, "\nMissed: duties. Median: working days from opening to the first answer or refusal.\n");
    write_questions(out, report);
}

/* ---- the command */

/* The value of a day's option; *day_r stays when it is not given. */
static bool read_day(const struct cli *cli, const char *option, day *day_r) {
    const char *text = cli_value(cli, option);
    return text == NULL || day_parse(text, day_r);
}

static bool make(struct cli *cli, const struct council *council, struct engine *engine, const struct span *span,
                 struct report *report_r, const char **error_r) {
    struct db *db;
    if (!cli_reader(cli, engine_store(engine), &db, error_r))
        return false;
    return engine_report(db, council, NULL, span->from, span->to, REPORT_OF_NOW, cli->a, report_r) ||
           fail(cli->a, error_r, "The report could not be read: %s.", db_failed(db));
}

static int run(struct cli *cli) {
    const char *error = NULL;
    struct span span = {0};
    struct report report;
    struct engine *engine;
    const struct council *council;
    struct buf out = {.arena = cli->a};
    if (!read_day(cli, "from", &span.from) || !read_day(cli, "to", &span.to))
        return cli_misused(cli, "--from and --to must be days such as 2026-04-01.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    if (cli_value(cli, "to") == NULL)
        span.to = council_day(council, clock_now(engine_clock(engine)));
    if (cli_value(cli, "from") == NULL)
        span.from = day_add_months(span.to, -12) + 1;
    if (span.from > span.to)
        return cli_misused(cli, "--from must not be after --to.");
    if (!make(cli, council, engine, &span, &report, &error))
        return cli_failed(cli, error);
    if (cli_flag(cli, "json"))
        write_json(cli->a, &out, &span, &report);
    else
        write_text(cli->a, &out, &span, &report);
    return cli_print(cli, &out);
}

const struct command command_report = {
    .name = "report",
    .summary =
        "print the equality report: requests, answers and delays by group and service; answers to what is counted",
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"from", "DAY", "the first day of opening that counts (else a year before --to)"},
                {"to", "DAY", "the last one (else today)"},
                CLI_JSON_OPTION},
    .details =
        "Nothing in it tells of one Member: a group or a service with fewer than 3 requests, or with those of\n"
        "fewer than 3 people, is named without figures, and of a procedure with fewer it has no number. A missed\n"
        "duty of whoever asked is not counted.\n"
        "Of a question that the pack says is counted, it tells how many records have which answer, in the same way.",
    .run = run,
};
