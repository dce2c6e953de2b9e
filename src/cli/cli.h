/*
 * cli: the command line. A command is one const entry of a table: its name, help, options and function. The parser
 * enforces the entry before the function runs, and `--help` is printed from it, so that help and behaviour agree.
 *
 *     comity person add --data DIR --name "Alex Moss" --kind member
 *            ^^^^^^^^^^ name   ^^^^^^^^^^ option with a value; what is no option is an operand
 *
 * A command ends with 0, 1 (refused or failed: one line on standard error) or 2 (called wrongly).
 */
#ifndef COMITY_CLI_H
#define COMITY_CLI_H

#include "base/base.h"
#include "engine/engine.h"

enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_USAGE = 2 };

struct cli_option {
    const char *name;  /* without the hyphens */
    const char *value; /* what stands for the value in the help; NULL: a flag */
    const char *help;
};

#define CLI_OPTIONS_MOST 16

struct cli;

struct command {
    const char *name;                            /* "serve", "person add" */
    const char *summary;                         /* one line */
    const char *operands;                        /* as in the usage line: "ID"; NULL: none */
    size_t operands_least, operands_most;        /* how many */
    struct cli_option options[CLI_OPTIONS_MOST]; /* ends with a NULL name */
    const char *details;                         /* further help; NULL */
    bool council;                                /* --data or --store must be given */
    int (*run)(struct cli *cli);
};

/* What a command runs with. */
struct cli {
    struct arena *a;
    const struct command *command;
    const char *values[CLI_OPTIONS_MOST]; /* NULL: not given; "" for a flag that was */
    const char *const *operands;
    size_t operand_count;
};

/* The value of an option that the command declares; NULL when it was not given. */
const char *cli_value(const struct cli *cli, const char *option);
bool cli_flag(const struct cli *cli, const char *option);

/* ---- args.c: from words to a command. Words come without the program's name. */

/* The entry that the first one or two words name (the longer name wins), and how many words that took; NULL: none. */
const struct command *cli_find(const struct command *const *commands, const char *const *words, size_t count,
                               size_t *taken_r);
/* Fills cli's values and operands. "--name=value" and "--name value" are the same; "--" ends the options. */
bool cli_parse(struct cli *cli, const char *const *words, size_t count, const char **error_r);
/* The help of one command, and of the program. */
void cli_help(const struct command *command, struct buf *out);
void cli_overview(const struct command *const *commands, struct buf *out);
/* A line for each command of two words that begins with this one; false when there is none. */
bool cli_family(const struct command *const *commands, const char *word, struct buf *out);

/* ---- common.c: what many commands do */

/* Prints "comity COMMAND: say" on standard error and returns CLI_FAILED. */
int cli_failed(const struct cli *cli, const char *say);
/* The same with CLI_USAGE, and where to find help. */
int cli_misused(const struct cli *cli, const char *say);
/* A line that says how far long work is, rewritten in place, only on a terminal. NULL ends it. */
void cli_progress(const char *say);

#define CLI_STORE_OPTIONS                                                                                              \
    {"data", "DIR", "the council's folder"}, {                                                                         \
        "store", "URL", "or its PostgreSQL database (postgresql://…)"                                                \
    }
#define CLI_PACKS_OPTION                                                                                               \
    { "packs", "DIR", "the folder of all packs (else COMITY_PACKS, else the one that this program was built with)" }
#define CLI_JSON_OPTION                                                                                                \
    { "json", NULL, "print JSON" }

#define CLI_PUBLIC_URL "public-url"
/* The origin of --public-url, "https://comity.example.gov.uk"; NULL when it is not given. */
bool cli_public_url(const struct cli *cli, const char **origin_r, const char **error_r);

/* The place that --data or --store names; false when neither or both are given. */
bool cli_location(const struct cli *cli, const char **location_r, const char **error_r);
/* What to call it in a message: a URL can hold a password. */
const char *cli_place(const char *location);
/* The store of an existing council; closed with the arena. */
bool cli_store(struct cli *cli, struct store **store_r, const char **error_r);
bool cli_store_at(struct cli *cli, const char *location, struct store **store_r, const char **error_r);
/* Its engine, with the clock that the council runs on: the real one, or the one that stands where its test left it.
 * Freed with the arena. */
bool cli_engine(struct cli *cli, struct engine **engine_r, const char **error_r);
bool cli_engine_with(struct cli *cli, struct store *store, struct clock *clock, struct rng *rng,
                     struct engine **engine_r, const char **error_r);
/* The clock of a store, see above; and a random source. Freed with the arena. */
struct clock *cli_clock(struct cli *cli, struct store *store);
struct clock *cli_real_clock(struct cli *cli);
struct clock *cli_test_clock(struct cli *cli, instant now);
struct rng *cli_rng(struct cli *cli);
/* The number of --seed; *seed_r stays when it is not given. */
bool cli_seed(const struct cli *cli, int64_t *seed_r, const char **error_r);
/* The source that --seed asks for, else a real one. A store that holds records already gets other bytes for the same
 * seed, so that no token comes twice. */
struct rng *cli_seeded_rng(struct cli *cli, struct store *store);
/* Where a store keeps the time of its test clock. */
#define CLI_META_TEST_NOW "test_now"
/* A value of the store's meta; NULL when there is none. */
const char *cli_meta(struct cli *cli, struct store *store, const char *key);
/* Sets a value of the store's meta, or drops it (NULL). */
bool cli_put_meta(struct cli *cli, struct store *store, const char *key, const char *value, const char **error_r);
const char *cli_packs_root(const struct cli *cli);
/* A new council at the location, which must not hold one; the store is closed with the arena. */
bool cli_found(struct cli *cli, const char *location, const char *council, const struct pack *pack, instant now,
               struct store **store_r, const char **error_r);
/* A pack by name under the packs' root, or by a path with a slash; freed with the arena. What it extends is beside it,
 * or among the packs that the program has of itself. */
bool cli_pack(struct cli *cli, const char *name, const struct pack **pack_r, const char **error_r);

/* A reader with its transaction; ended with the arena. */
bool cli_reader(struct cli *cli, struct store *store, struct db **db_r, const char **error_r);
/* The council's present snapshot, which lives as long as the arena. */
bool cli_council(struct cli *cli, struct engine *engine, const struct council **council_r, const char **error_r);

/* Changes the stored directory: loads it, calls edit, saves. edit returns false to change nothing, with *error_r set
 * when that is a failure. */
typedef bool cli_edit(struct directory *directory, void *context, struct arena *a, const char **error_r);
bool cli_change_directory(struct cli *cli, struct store *store, cli_edit *edit, void *context, const char **error_r);

/* Prints the rows of a query, each by write: as a line of out, or, with --json, as an object of an array. json is NULL
 * for a line. Returns as a command does. */
typedef void cli_row(struct query *q, struct buf *out, struct json *json, struct arena *a);
int cli_list(struct cli *cli, enum statement statement, cli_row *write);

/* Prints what was buffered to standard output; false (and a sentence) when that fails, as on a closed pipe. */
int cli_print(const struct cli *cli, const struct buf *out);

/* ---- the table (main.c) and the commands, one file a command or family */

extern const struct command command_backup, command_deadline, command_demo, command_directory_add,
    command_directory_export, command_directory_import, command_docs_api, command_docs_openapi, command_doctor,
    command_holiday_add, command_holiday_list, command_init, command_pack_adopt, command_pack_check, command_pack_list,
    command_pack_relations, command_ledger_replay, command_report, command_person_add, command_person_deactivate,
    command_person_invite, command_person_list, command_person_set, command_serve, command_token, command_token_list,
    command_token_revoke;

extern const struct command command_pack_coverage, command_pack_diff, command_pack_explain, command_pack_graph,
    command_pack_source, command_protocol_terms;

#endif
