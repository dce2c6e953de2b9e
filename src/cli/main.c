#include "cli/cli.h"

#include <sodium.h>

/* In the order of the help. */
static const struct command *const commands[] = {
    &command_demo,
    &command_init,
    &command_serve,
    &command_person_add,
    &command_person_set,
    &command_person_deactivate,
    &command_person_list,
    &command_person_invite,
    &command_token,
    &command_token_list,
    &command_token_revoke,
    &command_directory_add,
    &command_directory_import,
    &command_directory_export,
    &command_deadline,
    &command_holiday_add,
    &command_holiday_list,
    &command_report,
    &command_ledger_replay,
    &command_pack_check,
    &command_pack_coverage,
    &command_pack_explain,
    &command_pack_diff,
    &command_pack_graph,
    &command_pack_list,
    &command_pack_relations,
    &command_pack_source,
    &command_pack_adopt,
    &command_protocol_terms,
    &command_backup,
    &command_doctor,
    &command_docs_api,
    &command_docs_openapi,
    NULL,
};

static bool asks_for_help(const char *const *words, size_t count) {
    for (size_t i = 0; i < count && strcmp(words[i], "--") != 0; i++)
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
            return true;
    return false;
}

/* No command: the overview, the family of a first word ("person"), or that there is none of the name. */
static int run_nothing(const char *const *words, size_t count, struct buf *out) {
    bool help = count > 0 && (asks_for_help(words, count) || strcmp(words[0], "help") == 0);
    const char *word = count > 0 ? words[0] : "";
    if (count > 0 && cli_family(commands, word, out)) {
        if (!help)
            fprintf(stderr, "comity %s: which one? Try comity %s --help.\n", word, word);
    } else if (count == 0 || help)
        cli_overview(commands, out);
    else
        fprintf(stderr, "comity: there is no command \"%s\". Try comity --help.\n", word);
    if (count == 0 || help)
        fputs(buf_text(out), help ? stdout : stderr);
    return help ? CLI_DONE : CLI_USAGE;
}

static int run(struct cli *cli, const char *const *words, size_t count) {
    struct buf out = {.arena = cli->a};
    size_t taken;
    cli->command = cli_find(commands, words, count, &taken);
    if (cli->command == NULL)
        return run_nothing(words, count, &out);
    if (asks_for_help(words + taken, count - taken)) {
        cli_help(cli->command, &out);
        return cli_print(cli, &out);
    }
    const char *error = NULL;
    if (!cli_parse(cli, words + taken, count - taken, &error))
        return cli_misused(cli, error);
    const char *location;
    if (cli->command->council && !cli_location(cli, &location, &error))
        return cli_misused(cli, error);
    return cli->command->run(cli);
}

int main(int argc, char **argv) {
    if (sodium_init() < 0) {
        fputs("comity: libsodium cannot be started.\n", stderr);
        return CLI_FAILED;
    }
    struct cli cli = {.a = arena_new()};
    int code = run(&cli, (const char *const *)argv + 1, argc > 0 ? (size_t)argc - 1 : 0);
    arena_free(&cli.a);
    return code;
}
