#include "cli/cli.h"

static int run_add(struct cli *cli) {
    const char *text = cli_value(cli, "day"), *name = cli_value(cli, "name"), *error = NULL;
    struct engine *engine;
    day date;
    int moved;
    if (text == NULL || !day_parse(text, &date))
        return cli_misused(cli, "--day must be a date such as 2026-12-24.");
    if (text_empty(name))
        return cli_misused(cli, "--name is missing: say what the day is.");
    if (!cli_engine(cli, &engine, &error) || !engine_add_holiday(engine, date, name, cli->a, &moved, &error))
        return cli_failed(cli, error);
    printf("%s is closed: %s. %d open deadline%s moved.\n", day_format(cli->a, date, DAY_FULL), name, moved,
           moved == 1 ? "" : "s");
    return CLI_DONE;
}

const struct command command_holiday_add = {
    .name = "holiday add",
    .summary = "close a day, and move the open deadlines that it touches",
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"day", "DAY", "2026-12-24"}, {"name", "NAME", "what it is: \"Day of mourning\""}},
    .run = run_add,
};

static void write_closure(struct query *q, struct buf *out, struct json *json, struct arena *a) {
    const char *date = column_text(q, 0), *name = column_text(q, 1), *known = instant_format(a, column_int(q, 2));
    if (json == NULL) {
        buf_addf(out, "%s  %s (proclaimed %s)\n", date, name, known);
        return;
    }
    json_start_object(json);
    json_pair(json, "day", date);
    json_pair(json, "name", name);
    json_pair(json, "proclaimed_at", known);
    json_end_object(json);
}

static int run_list(struct cli *cli) {
    return cli_list(cli, Q_CLOSURE_DAYS, write_closure);
}

const struct command command_holiday_list = {
    .name = "holiday list",
    .summary = "list the days that the council closed beside its pack's holidays",
    .council = true,
    .options = {CLI_STORE_OPTIONS, CLI_JSON_OPTION},
    .run = run_list,
};
