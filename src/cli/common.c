#include "cli/cli.h"

#include <errno.h>
#include <unistd.h>

int cli_failed(const struct cli *cli, const char *say) {
    cli_progress(NULL);
    fprintf(stderr, "comity %s: %s\n", cli->command->name, say);
    return CLI_FAILED;
}

int cli_misused(const struct cli *cli, const char *say) {
    fprintf(stderr, "comity %s: %s Try comity %s --help.\n", cli->command->name, say, cli->command->name);
    return CLI_USAGE;
}

int cli_print(const struct cli *cli, const struct buf *out) {
    if (fwrite(buf_text(out), 1, out->length, stdout) == out->length && fflush(stdout) == 0)
        return CLI_DONE;
    return cli_failed(cli, arena_printf(cli->a, "Standard output: %s.", strerror(errno)));
}

void cli_progress(const char *say) {
    if (!isatty(STDERR_FILENO))
        return;
    /* back to the margin, and away with what stood there */
    fprintf(stderr, "\r\033[K%s", say == NULL ? "" : say);
    fflush(stderr);
}

/* ---- the council */

bool cli_public_url(const struct cli *cli, const char **origin_r, const char **error_r) {
    const char *url = cli_value(cli, CLI_PUBLIC_URL);
    *origin_r = NULL;
    if (url == NULL)
        return true;
    size_t scheme = text_starts(url, "https://")  ? strlen("https://")
                    : text_starts(url, "http://") ? strlen("http://")
                                                  : 0;
    size_t host = strcspn(url + scheme, "/?#@ ");
    const char *rest = url + scheme + host;
    if (scheme == 0 || host == 0 || (rest[0] != '\0' && strcmp(rest, "/") != 0))
        return fail(cli->a, error_r, "--public-url must be such as https://comity.example.gov.uk, without a path.");
    *origin_r = arena_strndup(cli->a, url, scheme + host);
    return true;
}

bool cli_location(const struct cli *cli, const char **location_r, const char **error_r) {
    const char *folder = cli_value(cli, "data"), *url = cli_value(cli, "store");
    if (folder != NULL && url != NULL)
        return fail(cli->a, error_r, "Give --data or --store, not both.");
    *location_r = folder != NULL ? folder : url;
    if (text_empty(*location_r))
        return fail(cli->a, error_r, "Say which council: --data DIR, or --store URL.");
    if (url != NULL && !text_starts(url, "postgresql://") && !text_starts(url, "postgres://"))
        return fail(cli->a, error_r, "--store must begin with postgresql://.");
    if (folder != NULL && strstr(folder, "://") != NULL)
        return fail(cli->a, error_r, "--data is a folder; a database goes with --store.");
    return true;
}

const char *cli_place(const char *location) {
    return strstr(location, "://") == NULL ? location : "the database";
}

static void close_store(void *store) {
    store_close((struct store **)store);
}

bool cli_store(struct cli *cli, struct store **store_r, const char **error_r) {
    const char *location = NULL;
    return cli_location(cli, &location, error_r) && cli_store_at(cli, location, store_r, error_r);
}

bool cli_store_at(struct cli *cli, const char *location, struct store **store_r, const char **error_r) {
    struct store **kept = ARENA_NEW(cli->a, struct store *);
    if (!store_open(location, STORE_OPEN, cli->a, kept, error_r))
        return false;
    arena_on_reset(cli->a, close_store, kept);
    *store_r = *kept;
    return true;
}

struct founding {
    const char *name;
    const struct pack *pack;
    instant now;
};

static bool found(struct db *db, void *context) {
    const struct founding *founding = context;
    return engine_adopt(db, founding->name, founding->pack, founding->now);
}

bool cli_found(struct cli *cli, const char *location, const char *council, const struct pack *pack, instant now,
               struct store **store_r, const char **error_r) {
    struct founding founding = {council, pack, now};
    struct store **kept = ARENA_NEW(cli->a, struct store *);
    if (!store_open(location, STORE_CREATE, cli->a, kept, error_r))
        return false;
    arena_on_reset(cli->a, close_store, kept);
    *store_r = *kept;
    *error_r = "The council could not be written.";
    return store_write(*kept, found, &founding, cli->a, error_r) == WRITTEN;
}

static void free_clock(void *clock) {
    clock_free((struct clock **)clock);
}

static struct clock *keep_clock(struct cli *cli, struct clock *clock) {
    struct clock **kept = ARENA_NEW(cli->a, struct clock *);
    *kept = clock;
    arena_on_reset(cli->a, free_clock, kept);
    return clock;
}

struct clock *cli_real_clock(struct cli *cli) {
    return keep_clock(cli, clock_new_real());
}

struct clock *cli_test_clock(struct cli *cli, instant now) {
    return keep_clock(cli, clock_new_test(now));
}

const char *cli_meta(struct cli *cli, struct store *store, const char *key) {
    struct db *db = store_reader(store);
    if (db == NULL)
        return NULL;
    db_begin(db);
    struct query *get = query(db, Q_META_GET);
    bind_text(get, key);
    const char *value = query_text(get, cli->a);
    db_end(db);
    return value;
}

struct clock *cli_clock(struct cli *cli, struct store *store) {
    const char *now = cli_meta(cli, store, CLI_META_TEST_NOW);
    instant at;
    return now != NULL && instant_parse(now, &at) ? cli_test_clock(cli, at) : cli_real_clock(cli);
}

static void free_rng(void *rng) {
    rng_free((struct rng **)rng);
}

static struct rng *keep_rng(struct cli *cli, struct rng *rng) {
    struct rng **kept = ARENA_NEW(cli->a, struct rng *);
    *kept = rng;
    arena_on_reset(cli->a, free_rng, kept);
    return rng;
}

struct rng *cli_rng(struct cli *cli) {
    return keep_rng(cli, rng_new_real());
}

bool cli_seed(const struct cli *cli, int64_t *seed_r, const char **error_r) {
    const char *text = cli_value(cli, "seed");
    if (text != NULL && !text_to_int(text, 0, INT64_MAX, seed_r))
        return fail(cli->a, error_r, "--seed must be a number.");
    return true;
}

struct rng *cli_seeded_rng(struct cli *cli, struct store *store) {
    int64_t seed = -1, records = 0;
    const char *error;
    if (!cli_seed(cli, &seed, &error) || seed < 0)
        return cli_rng(cli);
    struct db *db = store_reader(store);
    if (db != NULL) {
        db_begin(db);
        records = query_int(query(db, Q_RECORD_COUNT), 0);
        db_end(db);
    }
    return keep_rng(cli, rng_new_seeded((uint64_t)seed * 1000003 + (uint64_t)records));
}

static void free_engine(void *engine) {
    engine_free((struct engine **)engine);
}

bool cli_engine(struct cli *cli, struct engine **engine_r, const char **error_r) {
    struct store *store;
    if (!cli_store(cli, &store, error_r))
        return false;
    return cli_engine_with(cli, store, cli_clock(cli, store), cli_rng(cli), engine_r, error_r);
}

bool cli_engine_with(struct cli *cli, struct store *store, struct clock *clock, struct rng *rng,
                     struct engine **engine_r, const char **error_r) {
    struct engine **kept = ARENA_NEW(cli->a, struct engine *);
    if (!engine_new(store, clock, rng, cli->a, kept, error_r))
        return false;
    arena_on_reset(cli->a, free_engine, kept);
    *engine_r = *kept;
    return true;
}

static void end_reading(void *db) {
    db_end(db);
}

bool cli_reader(struct cli *cli, struct store *store, struct db **db_r, const char **error_r) {
    *db_r = store_reader(store);
    if (*db_r == NULL)
        return fail(cli->a, error_r, "The council's data cannot be read.");
    db_begin(*db_r);
    arena_on_reset(cli->a, end_reading, *db_r);
    return true;
}

bool cli_council(struct cli *cli, struct engine *engine, const struct council **council_r, const char **error_r) {
    struct db *db = store_reader(engine_store(engine));
    *council_r = NULL;
    if (db != NULL) {
        db_begin(db);
        *council_r = engine_council(engine, db, cli->a);
        db_end(db);
    }
    if (*council_r == NULL)
        return fail(cli->a, error_r, "The council's data cannot be read.");
    return true;
}

/* ---- packs */

static const char *own_packs(void) {
    const char *set = getenv("COMITY_PACKS");
    return text_empty(set) ? COMITY_PACKS_ROOT : set;
}

const char *cli_packs_root(const struct cli *cli) {
    const char *given = cli_value(cli, "packs");
    return given != NULL ? given : own_packs();
}

static void free_pack(void *pack) {
    pack_free((struct pack **)pack);
}

bool cli_pack(struct cli *cli, const char *name, const struct pack **pack_r, const char **error_r) {
    const char *root = cli_packs_root(cli);
    const char *slash = strrchr(name, '/');
    if (slash != NULL && slash[1] == '\0') /* packs/county/ */
        return cli_pack(cli, arena_strndup(cli->a, name, (size_t)(slash - name)), pack_r, error_r);
    if (slash != NULL) {
        root = slash == name ? "/" : arena_strndup(cli->a, name, (size_t)(slash - name));
        name = slash + 1;
    }
    struct pack **kept = ARENA_NEW(cli->a, struct pack *);
    if (!pack_load_over(root, own_packs(), name, cli->a, kept, error_r))
        return false;
    arena_on_reset(cli->a, free_pack, kept);
    *pack_r = *kept;
    return true;
}

/* ---- the directory */

struct change {
    cli_edit *edit;
    void *context;
    instant now;
    struct arena *a;
    const char **error_r;
    bool failed; /* the edit did, with *error_r */
};

static bool change_job(struct db *db, void *context) {
    struct change *change = context;
    struct directory *directory = directory_load(db);
    if (directory == NULL)
        return false;
    *change->error_r = NULL;
    bool saved = change->edit(directory, change->context, change->a, change->error_r) &&
                 directory_save(db, directory, change->now);
    change->failed = *change->error_r != NULL;
    directory_free(&directory);
    return saved;
}

bool cli_change_directory(struct cli *cli, struct store *store, cli_edit *edit, void *context, const char **error_r) {
    const char *say = NULL, *failure = NULL;
    struct change change = {
        .edit = edit, .context = context, .now = clock_now(cli_clock(cli, store)), .a = cli->a, .error_r = &say};
    enum written written = store_write(store, change_job, &change, cli->a, &failure);
    if (change.failed)
        return fail(cli->a, error_r, "%s", say);
    if (written == WRITE_FAILED || written == WRITE_UNKNOWN)
        return fail(cli->a, error_r, "%s", failure);
    return true;
}

/* ---- small things */

static bool put_meta(struct db *db, void *context) {
    const char *const *pair = context;
    struct query *put = query(db, pair[1] == NULL ? Q_META_DROP : Q_META_PUT);
    bind_text(put, pair[0]);
    if (pair[1] != NULL)
        bind_text(put, pair[1]);
    return query_run(put);
}

bool cli_put_meta(struct cli *cli, struct store *store, const char *key, const char *value, const char **error_r) {
    const char *pair[] = {key, value};
    return store_write(store, put_meta, pair, cli->a, error_r) == WRITTEN;
}

/* ---- a query's rows */

int cli_list(struct cli *cli, enum statement statement, cli_row *write) {
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
    struct query *q = query(db, statement);
    while (query_step(q))
        write(q, &out, as_json ? &json : NULL, cli->a);
    query_end(q);
    if (db_failed(db) != NULL)
        return cli_failed(cli, db_failed(db));
    if (as_json) {
        json_end_array(&json);
        buf_addc(&out, '\n');
    }
    return cli_print(cli, &out);
}
