#include "cli/cli.h"

/* How many words of the command's name the words begin with; 0 unless all of them are there. */
static size_t words_of_name(const char *name, const char *const *words, size_t count) {
    size_t taken = 0;
    while (*name != '\0') {
        size_t length = strcspn(name, " ");
        if (taken == count || strlen(words[taken]) != length || strncmp(words[taken], name, length) != 0)
            return 0;
        taken++;
        name += length;
        name += strspn(name, " ");
    }
    return taken;
}

const struct command *cli_find(const struct command *const *commands, const char *const *words, size_t count,
                               size_t *taken_r) {
    const struct command *found = NULL;
    *taken_r = 0;
    for (size_t i = 0; commands[i] != NULL; i++) {
        size_t taken = words_of_name(commands[i]->name, words, count);
        if (taken > *taken_r) {
            found = commands[i];
            *taken_r = taken;
        }
    }
    return found;
}

static const struct cli_option *find_option(const struct command *command, const char *name, size_t length,
                                            size_t *at_r) {
    for (size_t i = 0; i < CLI_OPTIONS_MOST && command->options[i].name != NULL; i++) {
        const char *known = command->options[i].name;
        if (strlen(known) == length && strncmp(known, name, length) == 0) {
            *at_r = i;
            return &command->options[i];
        }
    }
    return NULL;
}

/* One option at words[*at], which begins with "--"; moves *at over its value. */
static bool take_option(struct cli *cli, const char *const *words, size_t count, size_t *at, const char **error_r) {
    const char *name = words[*at] + 2;
    size_t length = strcspn(name, "="), index;
    const struct cli_option *option = find_option(cli->command, name, length, &index);
    if (option == NULL)
        return fail(cli->a, error_r, "There is no option --%.*s here.", (int)length, name);
    if (cli->values[index] != NULL)
        return fail(cli->a, error_r, "--%s is given twice.", option->name);
    bool attached = name[length] == '=';
    if (option->value == NULL) {
        if (attached)
            return fail(cli->a, error_r, "--%s takes no value.", option->name);
        cli->values[index] = "";
        return true;
    }
    if (!attached && *at + 1 == count)
        return fail(cli->a, error_r, "--%s needs a value: --%s %s.", option->name, option->name, option->value);
    cli->values[index] = attached ? name + length + 1 : words[++*at];
    return true;
}

bool cli_parse(struct cli *cli, const char *const *words, size_t count, const char **error_r) {
    LIST(const char *) operands = {0};
    bool options = true;
    for (size_t i = 0; i < count; i++) {
        if (options && strcmp(words[i], "--") == 0)
            options = false;
        else if (options && words[i][0] == '-' && words[i][1] == '-') {
            if (!take_option(cli, words, count, &i, error_r))
                return false;
        } else if (options && words[i][0] == '-' && words[i][1] != '\0')
            return fail(cli->a, error_r, "There is no option %s here.", words[i]);
        else
            LIST_ADD(cli->a, &operands, words[i]);
    }
    if (operands.count < cli->command->operands_least)
        return fail(cli->a, error_r, "Something is missing: %s.", cli->command->operands);
    if (operands.count > cli->command->operands_most)
        return fail(cli->a, error_r, "\"%s\" is one argument too many.", operands.at[cli->command->operands_most]);
    cli->operands = operands.at;
    cli->operand_count = operands.count;
    return true;
}

const char *cli_value(const struct cli *cli, const char *option) {
    size_t index;
    if (find_option(cli->command, option, strlen(option), &index) == NULL)
        abort(); /* a command asks for an option that it does not declare */
    return cli->values[index];
}

bool cli_flag(const struct cli *cli, const char *option) {
    return cli_value(cli, option) != NULL;
}

/* ---- help */

#define HELP_COLUMN 28

static void add_row(struct buf *out, const char *left, const char *right) {
    buf_addf(out, "  %-*s%s%s\n", HELP_COLUMN, left, strlen(left) < HELP_COLUMN ? "" : "  ", right);
}

void cli_help(const struct command *command, struct buf *out) {
    buf_addf(out, "comity %s: %s\n\nUsage: comity %s%s%s%s\n", command->name, command->summary, command->name,
             command->options[0].name == NULL ? "" : " [OPTIONS]", command->operands == NULL ? "" : " ",
             command->operands == NULL ? "" : command->operands);
    if (command->options[0].name != NULL)
        buf_adds(out, "\nOptions:\n");
    for (size_t i = 0; i < CLI_OPTIONS_MOST && command->options[i].name != NULL; i++) {
        const struct cli_option *option = &command->options[i];
        struct buf left = {0};
        buf_addf(&left, "--%s%s%s", option->name, option->value == NULL ? "" : " ",
                 option->value == NULL ? "" : option->value);
        add_row(out, buf_text(&left), option->help);
        buf_free(&left);
    }
    if (command->details != NULL)
        buf_addf(out, "\n%s\n", command->details);
}

bool cli_family(const struct command *const *commands, const char *word, struct buf *out) {
    size_t length = strlen(word);
    for (size_t i = 0; commands[i] != NULL; i++)
        if (strncmp(commands[i]->name, word, length) == 0 && commands[i]->name[length] == ' ')
            add_row(out, commands[i]->name, commands[i]->summary);
    return out->length > 0;
}

void cli_overview(const struct command *const *commands, struct buf *out) {
    buf_adds(out, "comity: a council's Member Contact Centre, run by its own protocol\n\nUsage: comity COMMAND …\n\n");
    for (size_t i = 0; commands[i] != NULL; i++)
        add_row(out, commands[i]->name, commands[i]->summary);
    buf_adds(out, "\ncomity COMMAND --help tells more of each.\n");
}
