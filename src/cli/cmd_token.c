#include "cli/cli.h"

/* ---- token ID... */

struct new_tokens {
    const char **hashes, *const *people, *label;
    size_t count;
    instant now;
};

static bool add(struct db *db, void *context) {
    const struct new_tokens *tokens = context;
    for (size_t i = 0; i < tokens->count; i++) {
        struct query *q = query(db, Q_TOKEN_ADD);
        bind_text(q, tokens->hashes[i]);
        bind_text(q, tokens->people[i]);
        bind_text(q, tokens->label);
        bind_int(q, tokens->now);
        if (!query_run(q))
            return false;
    }
    return true;
}

static int run(struct cli *cli) {
    const char *label = cli_value(cli, "label"), *error = NULL;
    struct engine *engine;
    const struct council *council;
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    struct new_tokens tokens = {.hashes = ARENA_ARRAY(cli->a, cli->operand_count, const char *),
                                .people = cli->operands,
                                .label = label == NULL ? "" : label,
                                .count = cli->operand_count,
                                .now = clock_now(engine_clock(engine))};
    struct buf out = {.arena = cli->a};
    for (size_t i = 0; i < tokens.count; i++) {
        const struct person *person = directory_person(council->directory, tokens.people[i]);
        if (person == NULL || !person->active)
            return cli_failed(
                cli, arena_printf(cli->a, "There is nobody with the id \"%s\" who may sign in.", tokens.people[i]));
        char *secret = rng_token(engine_rng(engine), cli->a, 32);
        tokens.hashes[i] = text_sha256(cli->a, secret, strlen(secret));
        buf_addf(&out, "%s\n", secret);
    }
    if (store_write(engine_store(engine), add, &tokens, cli->a, &error) != WRITTEN)
        return cli_failed(cli, error);
    return cli_print(cli, &out);
}

const struct command command_token = {
    .name = "token",
    .summary = "print a new API token for each person named",
    .operands = "ID...",
    .operands_least = 1,
    .operands_most = 1000,
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"label", "TEXT", "what it is for"}},
    .details =
        "Each token stands on a line of its own, in the order of the people. It is shown once: the council keeps "
        "its hash only. It acts and reads as that person until it is revoked.",
    .run = run,
};

/* ---- token list */

static void write_token(struct query *q, struct buf *out, struct json *json, struct arena *a) {
    const char *token = column_text(q, 0), *person = column_text(q, 1), *label = column_text(q, 2),
               *made = instant_format(a, column_int(q, 3)),
               *revoked = column_is_null(q, 4) ? NULL : instant_format(a, column_int(q, 4));
    if (json == NULL) {
        buf_addf(out, "%s  %s  %s  %s%s%s\n", token, made, person, label, revoked == NULL ? "" : "  revoked ",
                 revoked == NULL ? "" : revoked);
        return;
    }
    json_start_object(json);
    json_pair(json, "token", token);
    json_pair(json, "person", person);
    json_pair(json, "label", label);
    json_pair(json, "created_at", made);
    json_pair(json, "revoked_at", revoked);
    json_end_object(json);
}

static int run_list(struct cli *cli) {
    return cli_list(cli, Q_TOKEN_ALL, write_token);
}

const struct command command_token_list = {
    .name = "token list",
    .summary = "list the API tokens by the first digits of their hashes",
    .council = true,
    .options = {CLI_STORE_OPTIONS, CLI_JSON_OPTION},
    .run = run_list,
};

/* ---- token revoke */

struct revocation {
    const char *token;
    instant now;
};

static bool revoke(struct db *db, void *context) {
    const struct revocation *revocation = context;
    struct query *q = query(db, Q_TOKEN_REVOKE);
    bind_text(q, revocation->token);
    bind_int(q, revocation->now);
    return query_int(q, 0) == 1;
}

static int run_revoke(struct cli *cli) {
    const char *error = NULL;
    struct store *store;
    if (!cli_store(cli, &store, &error))
        return cli_failed(cli, error);
    struct revocation revocation = {cli->operands[0], clock_now(cli_clock(cli, store))};
    switch (store_write(store, revoke, &revocation, cli->a, &error)) {
    case WRITTEN:
        puts("Revoked.");
        return CLI_DONE;
    case NOT_WRITTEN:
        error = "There is no such token in use; see comity token list.";
        break;
    case WRITE_FAILED:
    case WRITE_UNKNOWN:
        break;
    }
    return cli_failed(cli, error);
}

const struct command command_token_revoke = {
    .name = "token revoke",
    .summary = "end an API token",
    .operands = "TOKEN",
    .operands_least = 1,
    .operands_most = 1,
    .council = true,
    .options = {CLI_STORE_OPTIONS},
    .details = "TOKEN is what comity token list shows first: the twelve digits that begin the token's hash.",
    .run = run_revoke,
};
