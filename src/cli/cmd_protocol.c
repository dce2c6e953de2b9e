#include "cli/cli.h"
#include "pack/told.h"

#define DRAFT_MOST ((size_t)4 * 1024 * 1024) /* bytes: some thousand pages */

static bool read_draft(struct cli *cli, const char *path, const char **draft_r, const char **error_r) {
    char *text;
    size_t length;
    if (!file_read(cli->a, path, DRAFT_MOST, &text, &length, error_r))
        return false;
    if (strlen(text) != length || !text_is_utf8(text, length))
        return fail(cli->a, error_r, "%s: it is no plain text; expected UTF-8, such as Markdown.", path);
    *draft_r = text;
    return true;
}

/* ---- JSON */

static void write_name_json(struct json *json, const struct pack_term_name *name) {
    json_start_object(json);
    json_pair(json, "name", name->name);
    json_pair_number(json, "times", (int64_t)name->times);
    json_key(json, "lines");
    json_start_array(json);
    for (size_t i = 0; i < name->lines.count; i++)
        json_number(json, (int64_t)name->lines.at[i]);
    json_end_array(json);
    json_end_object(json);
}

static void write_json(struct buf *out, const struct pack_terms *terms) {
    struct json json = {.buf = out};
    json_start_array(&json);
    for (size_t i = 0; i < terms->list.count; i++) {
        const struct pack_term *term = &terms->list.at[i];
        json_start_object(&json);
        json_pair(&json, "role", term->role);
        json_pair_bool(&json, "consistent", term->used < 2);
        json_key(&json, "names");
        json_start_array(&json);
        for (size_t k = 0; k < term->names.count; k++)
            if (term->names.at[k].times > 0)
                write_name_json(&json, &term->names.at[k]);
        json_end_array(&json);
        json_end_object(&json);
    }
    json_end_array(&json);
    buf_addc(out, '\n');
}

/* ---- text */

static void write_name(struct buf *out, const struct pack_term_name *name) {
    buf_addf(out, "  %s: %zu, in line%s", name->name, name->times, name->lines.count == 1 ? "" : "s");
    for (size_t i = 0; i < name->lines.count; i++)
        buf_addf(out, "%s%zu", i == 0 ? " " : ", ", name->lines.at[i]);
    buf_addc(out, '\n');
}

static void write_text(struct buf *out, const struct pack_terms *terms) {
    for (size_t i = 0; i < terms->list.count; i++) {
        const struct pack_term *term = &terms->list.at[i];
        if (term->used == 0)
            buf_addf(out, "%s is not named.\n", term->role);
        else
            buf_addf(out, "%s goes under %s:\n", term->role, term->used == 1 ? "one name" : "more than one name");
        for (size_t k = 0; k < term->names.count; k++)
            if (term->names.at[k].times > 0)
                write_name(out, &term->names.at[k]);
    }
}

/* ---- the command */

static int verdict(const struct cli *cli, const struct pack_terms *terms) {
    struct buf roles = {.arena = cli->a};
    for (size_t i = 0; i < terms->list.count; i++)
        if (terms->list.at[i].used > 1)
            buf_addf(&roles, "%s%s", roles.length == 0 ? "" : ", ", terms->list.at[i].role);
    if (roles.length == 0)
        return CLI_DONE;
    return cli_failed(cli,
                      arena_printf(cli->a, "%s: under more than one name: %s.", cli->operands[0], buf_text(&roles)));
}

static int run_terms(struct cli *cli) {
    const char *name = cli_value(cli, "pack"), *draft = NULL, *error = NULL;
    const struct pack *pack;
    struct pack_terms terms;
    struct buf out = {.arena = cli->a};
    if (name == NULL)
        return cli_misused(cli, "--pack is needed.");
    if (!cli_pack(cli, name, &pack, &error) || !read_draft(cli, cli->operands[0], &draft, &error))
        return cli_failed(cli, error);
    if (pack->term_count == 0)
        return cli_failed(
            cli, arena_printf(cli->a, "%s has no \"terms\": it does not say what else roles are called.", pack->title));
    pack_terms(pack, draft, cli->a, &terms);
    if (cli_flag(cli, "json"))
        write_json(&out, &terms);
    else
        write_text(&out, &terms);
    int printed = cli_print(cli, &out);
    return printed != CLI_DONE ? printed : verdict(cli, &terms);
}

const struct command command_protocol_terms = {
    .name = "protocol terms",
    .summary = "say which roles a draft calls by more than one name",
    .operands = "FILE",
    .operands_least = 1,
    .operands_most = 1,
    .options = {{"pack", "PACK", "the protocol whose \"terms\" say what roles are called"},
                CLI_JSON_OPTION,
                CLI_PACKS_OPTION},
    .details =
        "FILE is plain text or Markdown in UTF-8. For each role: its names, how often each is there, and in which\n"
        "lines. It ends with 1 when a role goes under more than one.",
    .run = run_terms,
};
