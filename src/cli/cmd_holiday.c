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

static int run_list(struct cli *cli) {
    const char *error = NULL;
    struct store *store;
    struct db *db;
    struct buf out = {.arena = cli->a};
    struct json json = {.buf = &out};
    bool as_json = cli_flag(cli, "json");
    if (!cli_store(cli, &store, &error) || !cli_reader(cli, store, &db, &error))
        return cli_failed(cli, error);
    if (as_json)
        json_start_array(&json);
    struct query *q = query(db, Q_CLOSURE_DAYS);
    while (query_step(q)) {
        const char *date = column_copy(q, 0, cli->a), *name = column_copy(q, 1, cli->a),
                   *known = instant_format(cli->a, column_int(q, 2));
        if (!as_json) {
            buf_addf(&out, "%s  %s (proclaimed %s)\n", date, name, known);
            continue;
        }
        json_start_object(&json);
        json_pair(&json, "day", date);
        json_pair(&json, "name", name);
        json_pair(&json, "proclaimed_at", known);
        json_end_object(&json);
    }
    query_end(q);
    if (db_failed(db) != NULL)
        return cli_failed(cli, db_failed(db));
    if (as_json) {
        json_end_array(&json);
        buf_addc(&out, '\n');
    }
    return cli_print(cli, &out);
}

const struct command command_holiday_list = {
    .name = "holiday list",
    .summary = "list the days that the council closed beside its pack's holidays",
    .council = true,
    .options = {CLI_STORE_OPTIONS, CLI_JSON_OPTION},
    .run = run_list,
};
