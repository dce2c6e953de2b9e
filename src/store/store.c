/* Opening and closing, the schema's steps, and the readers' connections. */
#include "store/schema.h"
#include "store/store_private.h"

#define SCHEMA ((int64_t)LENGTH_OF(schema_steps))

/* ---- the schema */

/* Whether the database may be opened in this mode; *version_r is the number of steps that it has. */
static bool check_version(struct store *store, int64_t *version_r, struct arena *a, const char **error_r) {
    struct db *db = store->writer;
    *version_r = 0;
    int64_t tables = query_int(query(db, Q_TABLE_COUNT), 0);
    if (db_failed(db) != NULL)
        return fail(a, error_r, "%s: the database cannot be read: %s.", store->label, db_failed(db));
    if (store->mode == STORE_CREATE && tables > 0)
        return fail(a, error_r, "%s: there is a database here already.", store->label);
    if (store->mode == STORE_CREATE)
        return true;
    if (tables == 0)
        return fail(a, error_r, "%s: there is no council's data here yet.", store->label);

    struct query *q = query(db, Q_META_GET);
    bind_text(q, "schema");
    const char *version = query_text(q, a);
    if (db_failed(db) != NULL)
        return fail(a, error_r, "%s: this is not a database of Comity: %s.", store->label, db_failed(db));
    if (version == NULL || !text_to_int(version, 1, INT32_MAX, version_r))
        return fail(a, error_r, "%s: this is not a database of Comity: it does not say its schema.", store->label);
    if (*version_r > SCHEMA)
        return fail(a, error_r, "%s: the database is of a newer Comity (schema %d, and this program knows %d).",
                    store->label, (int)*version_r, (int)SCHEMA);
    return true;
}

static bool apply_steps(struct db *db, int64_t version, struct arena *a) {
    if (version == SCHEMA)
        return true;
    for (int64_t i = version; i < SCHEMA; i++)
        if (!db->engine->apply(db, schema_steps[i]))
            return false;
    struct query *q = query(db, Q_META_PUT);
    bind_text(q, "schema");
    bind_text(q, arena_printf(a, "%d", (int)SCHEMA));
    return query_run(q);
}

/* All steps in one transaction, so that a crash leaves the old schema or the new one. */
static bool migrate(struct store *store, struct arena *a, const char **error_r) {
    struct db *db = store->writer;
    int64_t version;
    if (!db->engine->begin_write(db))
        return fail(a, error_r, "%s: the database cannot be opened: %s.", store->label, db->failure);
    if (!check_version(store, &version, a, error_r)) {
        db->engine->rollback(db);
        return false;
    }
    bool applied = apply_steps(db, version, a);
    if (applied)
        applied = db->engine->commit(db);
    else
        db->engine->rollback(db);
    if (!applied)
        return fail(a, error_r, "%s: the schema cannot be made: %s.", store->label, db->failure);
    if (!db->engine->settle(db))
        return fail(a, error_r, "%s: the database cannot be used: %s.", store->label, db->failure);
    return true;
}

/* ---- opening and closing */

static bool is_url(const char *location) {
    return text_starts(location, "postgresql://") || text_starts(location, "postgres://");
}

/* Without what may be secret: user and password before the host, however they were written, and options. */
static const char *label_of(struct arena *a, const char *location) {
    if (!is_url(location))
        return arena_strdup(a, location);
    const char *host = strstr(location, "://") + 3, *at = strrchr(host, '@');
    if (at != NULL)
        host = at + 1;
    return arena_printf(a, "postgresql://%.*s", (int)strcspn(host, "?"), host);
}

/* The thread ends: its connection is free for the next one. */
static void reader_give_back(void *arg) {
    struct db *db = arg;
    pthread_mutex_lock(&db->store->lock);
    db->idle = true;
    pthread_mutex_unlock(&db->store->lock);
}

static void store_free(struct store *store) {
    for (struct db *db = store->readers, *next; db != NULL; db = next) {
        next = db->next;
        store->engine->disconnect(db);
    }
    if (store->writer != NULL)
        store->engine->disconnect(store->writer);
    pthread_key_delete(store->reader);
    pthread_cond_destroy(&store->wake);
    pthread_mutex_destroy(&store->lock);
    arena_free(&store->arena);
    free(store);
}

bool store_open(const char *location, enum store_mode mode, struct arena *a, struct store **store_r,
                const char **error_r) {
    struct arena *arena = arena_new();
    struct store *store = calloc(1, sizeof(*store));
    pthread_key_t reader;
    if (store == NULL || pthread_key_create(&reader, reader_give_back) != 0) {
        arena_free(&arena);
        free(store);
        return fail(a, error_r, "%s: there are too many stores open.", location);
    }
    store->engine = is_url(location) ? &postgresql_engine : &sqlite_engine;
    store->mode = mode;
    store->arena = arena;
    store->location = arena_strdup(arena, location);
    store->label = label_of(arena, location);
    store->reader = reader;
    pthread_mutex_init(&store->lock, NULL);
    pthread_cond_init(&store->wake, NULL);

    store->writer = store->engine->connect(store, WRITER, a, error_r);
    if (store->writer == NULL || !migrate(store, a, error_r) || !writer_start(store, a, error_r)) {
        store_free(store);
        return false;
    }
    *store_r = store;
    return true;
}

void store_close(struct store **store) {
    if (*store == NULL)
        return;
    writer_stop(*store);
    store_free(*store);
    *store = NULL;
}

const char *store_engine(const struct store *store) {
    return store->engine->name;
}

/* ---- readers */

static struct db *take_idle(struct store *store) {
    struct db *db;
    pthread_mutex_lock(&store->lock);
    for (db = store->readers; db != NULL && !db->idle; db = db->next)
        ;
    if (db != NULL)
        db->idle = false;
    pthread_mutex_unlock(&store->lock);
    return db;
}

static struct db *connect_reader(struct store *store) {
    struct arena *a = arena_new();
    const char *error;
    struct db *db = store->engine->connect(store, READER, a, &error);
    arena_free(&a);
    if (db == NULL)
        return NULL;
    pthread_mutex_lock(&store->lock);
    db->next = store->readers;
    store->readers = db;
    pthread_mutex_unlock(&store->lock);
    return db;
}

struct db *store_reader(struct store *store) {
    struct db *db = pthread_getspecific(store->reader);
    if (db != NULL)
        return db;
    db = take_idle(store);
    if (db == NULL)
        db = connect_reader(store);
    if (db != NULL)
        pthread_setspecific(store->reader, db);
    return db;
}

/* ---- care */

bool store_backup(struct store *store, const char *path, struct arena *a, const char **error_r) {
    return store->engine->backup(store, path, a, error_r);
}

bool store_check(struct store *store, struct arena *a, const char **error_r) {
    return store->engine->check(store, a, error_r);
}
