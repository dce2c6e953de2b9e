#include "api/api.h"
#include "cli/cli.h"

/* A time with Z or an offset, else as clocks in that zone show it; a day alone is its noon. */
static bool read_received(const char *text, enum zone zone, instant *at_r) {
    day date;
    if (day_parse(text, &date)) {
        *at_r = zone_instant(zone, date, 12 * 3600);
        return true;
    }
    if (!instant_parse(text, at_r))
        return false;
    const char *time = strchr(text, 'T');
    if (time == NULL || strpbrk(time, "Zz+-") != NULL)
        return true;
    struct local local = zone_local(ZONE_UTC, *at_r);
    *at_r = zone_instant(zone, local.date, local.second);
    return true;
}

/* "enquiry.respond"; NULL with a sentence. */
static const struct duty *find_duty(const struct cli *cli, const struct pack *pack, const char *name,
                                    const char **error_r) {
    const char *dot = strchr(name, '.');
    const struct procedure *procedure =
        dot == NULL ? NULL : pack_procedure(pack, arena_strndup(cli->a, name, (size_t)(dot - name)));
    const struct duty *duty = procedure == NULL ? NULL : procedure_duty(procedure, dot + 1);
    if (duty == NULL)
        fail(cli->a, error_r, "The pack has no duty \"%s\"; a duty is PROCEDURE.DUTY, such as enquiry.respond.", name);
    else if (duty->within.amount == 0) {
        fail(cli->a, error_r, "The duty \"%s\" has no term: it is due on the day that a form names.", name);
        return NULL;
    }
    return duty;
}

static void write_json(struct cli *cli, struct buf *out, instant received, const struct duty *duty,
                       const struct deadline *deadline) {
    struct json json = {.buf = out};
    json_start_object(&json);
    json_pair(&json, "received", instant_format(cli->a, received));
    json_pair(&json, "term", term_format(cli->a, duty->within));
    json_pair(&json, "due", day_format(cli->a, deadline->due, DAY_ISO));
    json_pair(&json, "due_at", instant_format(cli->a, deadline->ends));
    json_key(&json, "working");
    deadline_json(cli->a, &json, deadline);
    json_cites(&json, &duty->cites);
    json_end_object(&json);
    buf_addc(out, '\n');
}

static void write_text(struct cli *cli, struct buf *out, const struct duty *duty, const struct deadline *deadline) {
    buf_addf(out, "Due %s, within %s.\n", day_format(cli->a, deadline->due, DAY_FULL),
             term_format(cli->a, duty->within));
    buf_addf(out, "%s.\n", deadline_sentence(NULL, cli->a, deadline));
    for (size_t i = 0; i < duty->cites.count; i++)
        buf_addf(out, "%s: %s\n", duty->cites.at[i]->id, duty->cites.at[i]->summary);
}

/* The pack by name, or of a council (which can have closures of its own). */
static bool find_pack(struct cli *cli, const struct pack **pack_r, const struct council **council_r,
                      const char **error_r) {
    const char *name = cli_value(cli, "pack");
    struct engine *engine;
    *council_r = NULL;
    if (name != NULL)
        return cli_pack(cli, name, pack_r, error_r);
    if (!cli_engine(cli, &engine, error_r) || !cli_council(cli, engine, council_r, error_r))
        return false;
    *pack_r = (*council_r)->pack;
    return true;
}

static int run(struct cli *cli) {
    const char *name = cli_value(cli, "duty"), *received_text = cli_value(cli, "received"), *error = NULL;
    const struct council *council;
    const struct pack *pack;
    instant received;
    struct deadline deadline;
    struct buf out = {.arena = cli->a};
    if (name == NULL || received_text == NULL)
        return cli_misused(cli, "--duty and --received are needed.");
    if (!find_pack(cli, &pack, &council, &error))
        return cli_failed(cli, error);
    const struct duty *duty = find_duty(cli, pack, name, &error);
    if (duty == NULL)
        return cli_failed(cli, error);
    const struct calendar *calendar =
        council == NULL ? duty->calendar->calendar : council_calendar(council, duty->calendar);
    if (!read_received(received_text, calendar_zone(calendar), &received))
        return cli_misused(cli, "--received must be a time such as 2026-12-18T10:00.");
    if (!deadline_compute(cli->a, calendar, received, duty->within, &deadline, &error))
        return cli_failed(cli, error);
    if (cli_flag(cli, "json"))
        write_json(cli, &out, received, duty, &deadline);
    else
        write_text(cli, &out, duty, &deadline);
    return cli_print(cli, &out);
}

const struct command command_deadline = {
    .name = "deadline",
    .summary = "say when a duty is due, with the working",
    .options = {{"pack", "PACK", "the protocol"},
                CLI_STORE_OPTIONS,
                {"duty", "NAME", "PROCEDURE.DUTY, such as enquiry.respond"},
                {"received", "TIME", "2026-12-18T10:00 as clocks there show it; or with Z or an offset"},
                CLI_JSON_OPTION,
                CLI_PACKS_OPTION},
    .details = "With --data in the place of --pack, the council's pack and its own closures count.",
    .run = run,
};
