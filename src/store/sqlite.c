/*
 * SQLite: one file, comity.db, in write-ahead mode. Readers never wait for the writer nor it for them.
 *
 * Writers of all processes (a server and a command) take turns by a lock on the folder. SQLite's own lock would do, but
 * who waits for it polls and gives up in the end; and with ours no two connections ever write or checkpoint at once,
 * which SQLite before 3.51.3 does not survive in every case (its "WAL-reset bug"). SQLite's own busy timeout stands for
 * other programs.
 */
#include "store/store_private.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_MS 10000
/* Pages of 4 KiB. Beyond the second the writer waits a little for readers, so that the log can start anew. */
#define CHECKPOINT_PAGES 1000
#define LONG_LOG_PAGES 16000
#define RESTART_WAIT_MS 10

struct sqlite_query {
    struct query query;
    sqlite3_stmt *stmt;
};

/* What opens and ends transactions. Prepared once like the queries: parsing them costs as much as a small query. */
enum control { BEGIN, BEGIN_IMMEDIATE, COMMIT, ROLLBACK, SAVEPOINT, RELEASE, UNDO, CONTROL_COUNT };
static const char *const control_texts[CONTROL_COUNT] = {
    [BEGIN] = "BEGIN",          [BEGIN_IMMEDIATE] = "BEGIN IMMEDIATE", [COMMIT] = "COMMIT",
    [ROLLBACK] = "ROLLBACK",    [SAVEPOINT] = "SAVEPOINT job",         [RELEASE] = "RELEASE job",
    [UNDO] = "ROLLBACK TO job",
};

struct sqlite_db {
    struct db db;
    sqlite3 *handle;
    sqlite3_stmt *controls[CONTROL_COUNT];
    int folder;                   /* the writer's: open for its lock */
    int log_pages, checkpoint_at; /* the writer's: in the write-ahead log, and when to checkpoint it */
    struct sqlite_query queries[STATEMENT_COUNT];
};

static struct sqlite_db *of(struct db *db) {
    return (struct sqlite_db *)db;
}

static bool execute(struct db *db, const char *sql) {
    if (sqlite3_exec(of(db)->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    return db_fail(db, "SQLite says: %s", sqlite3_errmsg(of(db)->handle));
}

static bool control(struct db *base, enum control what) {
    struct sqlite_db *db = of(base);
    sqlite3_stmt **stmt = &db->controls[what];
    bool done = (*stmt != NULL || sqlite3_prepare_v3(db->handle, control_texts[what], -1, SQLITE_PREPARE_PERSISTENT,
                                                     stmt, NULL) == SQLITE_OK) &&
                sqlite3_step(*stmt) == SQLITE_DONE;
    if (!done)
        db_fail(base, "SQLite says: %s", sqlite3_errmsg(db->handle));
    sqlite3_reset(*stmt);
    return done;
}

/* ---- connections */

static void disconnect(struct db *base) {
    struct sqlite_db *db = of(base);
    for (size_t i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(db->queries[i].stmt);
    for (size_t i = 0; i < CONTROL_COUNT; i++)
        sqlite3_finalize(db->controls[i]);
    if (db->folder >= 0 && flock(db->folder, LOCK_EX | LOCK_NB) == 0) {
        /* Brings all data into the one file, if nobody else reads. */
        sqlite3_busy_timeout(db->handle, 0);
        sqlite3_wal_checkpoint_v2(db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
    sqlite3_close(db->handle);
    if (db->folder >= 0)
        close(db->folder);
    free(db);
}

static bool sync_path(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool synced = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        close(file);
    return synced;
}

/* Makes the folder and an empty file that only its owner may read; SQLite gives its other files the same rights, and
 * syncs the folder, but not the folder's own name. */
static bool make_file(struct store *store, const char *path, struct arena *a, const char **error_r) {
    if (mkdir(store->location, 0700) != 0 && errno != EEXIST)
        return fail(a, error_r, "%s: the folder cannot be made: %s.", store->label, strerror(errno));
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno != EEXIST)
        return fail(a, error_r, "%s: cannot be made: %s.", path, strerror(errno));
    if (file >= 0)
        close(file);
    if (!sync_path(arena_printf(a, "%s/..", store->location)))
        return fail(a, error_r, "%s: the folder cannot be synced: %s.", store->label, strerror(errno));
    return true;
}

static int on_commit(void *arg, sqlite3 *handle, const char *name, int pages) {
    (void)handle;
    (void)name;
    struct sqlite_db *db = arg;
    if (pages < db->log_pages)
        db->checkpoint_at = CHECKPOINT_PAGES;
    db->log_pages = pages;
    return SQLITE_OK;
}

static int configure(struct sqlite_db *db, enum role role) {
    sqlite3 *handle = db->handle;
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, BUSY_MS);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    /* No memory map: an I/O error would then be a signal that ends the process. */
    const char *settings = role == WRITER ? "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL;"
                                            "PRAGMA cache_size = -8000; PRAGMA mmap_size = 0;"
                                            "PRAGMA journal_size_limit = 16777216;"
                                            /* what a savepoint keeps to undo a job: else a file for each */
                                            "PRAGMA temp_store = MEMORY"
                                          : "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL;"
                                            "PRAGMA cache_size = -2000; PRAGMA mmap_size = 0;"
                                            "PRAGMA query_only = ON";
    int result = sqlite3_exec(handle, settings, NULL, NULL, NULL);
    if (role == WRITER)
        sqlite3_wal_hook(handle, on_commit, db); /* takes the place of SQLite's own automatic checkpoint */
    return result;
}

static bool open_handle(struct sqlite_db *db, enum role role, struct arena *a, const char **error_r) {
    struct store *store = db->db.store;
    const char *path = arena_printf(a, "%s/comity.db", store->location);
    if (role == WRITER && store->mode == STORE_CREATE && !make_file(store, path, a, error_r))
        return false;
    struct stat status;
    if (stat(path, &status) != 0)
        return fail(a, error_r, "%s: there is no database here: %s.", store->label, strerror(errno));
    if (role == WRITER && (db->folder = open(store->location, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        return fail(a, error_r, "%s: the folder cannot be opened: %s.", store->label, strerror(errno));

    int result = sqlite3_open_v2(path, &db->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (result == SQLITE_OK)
        result = configure(db, role);
    if (result == SQLITE_NOTADB)
        return fail(a, error_r, "%s: is not a database.", path);
    if (result != SQLITE_OK)
        return fail(a, error_r, "%s: cannot be opened as a database: %s.", path, sqlite3_errmsg(db->handle));
    return true;
}

/* SQLite counts its memory under one lock for all threads, and nobody asks for the sum. */
static void no_statistics(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static struct db *sqlite_connect(struct store *store, enum role role, struct arena *a, const char **error_r) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, no_statistics); /* before the first connection, or not at all */
    struct sqlite_db *db = calloc(1, sizeof(*db));
    if (db == NULL) {
        fail(a, error_r, "%s: there is no memory for a connection.", store->label);
        return NULL;
    }
    db->db.store = store;
    db->db.engine = &sqlite_engine;
    db->folder = -1;
    db->checkpoint_at = CHECKPOINT_PAGES;
    if (open_handle(db, role, a, error_r))
        return &db->db;
    disconnect(&db->db);
    return NULL;
}

/* SQLite answers with the mode that it chose, and keeps another one without an error where it cannot share memory. */
static int expect_wal(void *arg, int columns, char **values, char **names) {
    (void)arg;
    (void)names;
    return columns == 1 && text_equal(values[0], "wal") ? 0 : 1;
}

/* Not before the file is known to be one of ours: it changes the file. */
static bool settle(struct db *db) {
    int result = sqlite3_exec(of(db)->handle, "PRAGMA journal_mode = WAL", expect_wal, NULL, NULL);
    if (result == SQLITE_ABORT)
        return db_fail(db, "the file system does not let programs share it");
    return result == SQLITE_OK || db_fail(db, "SQLite says: %s", sqlite3_errmsg(of(db)->handle));
}

/* ---- transactions */

static bool begin_read(struct db *db) {
    return control(db, BEGIN);
}

static void end_read(struct db *db) {
    if (!sqlite3_get_autocommit(of(db)->handle))
        control(db, COMMIT);
}

static bool lock_folder(struct db *db) {
    while (flock(of(db)->folder, LOCK_EX) != 0)
        if (errno != EINTR)
            return db_fail(db, "the folder cannot be locked: %s", strerror(errno));
    return true;
}

static void unlock_folder(struct db *db) {
    flock(of(db)->folder, LOCK_UN);
}

static void rollback(struct db *db) {
    if (!sqlite3_get_autocommit(of(db)->handle))
        control(db, ROLLBACK);
    unlock_folder(db);
}

static bool begin_write(struct db *db) {
    if (!lock_folder(db))
        return false;
    if (control(db, BEGIN_IMMEDIATE))
        return true;
    unlock_folder(db);
    return false;
}

static bool commit(struct db *db) {
    bool committed = control(db, COMMIT);
    /* All is written but not synced: if the process ended now, the next one could find it in the log. */
    db->outcome_unknown = !committed && sqlite3_extended_errcode(of(db)->handle) == SQLITE_IOERR_FSYNC;
    rollback(db); /* what a failed commit leaves open */
    return committed;
}

static bool savepoint(struct db *db) {
    return control(db, SAVEPOINT);
}

static bool release(struct db *db) {
    return control(db, RELEASE);
}

static bool undo(struct db *db) {
    return control(db, UNDO) && control(db, RELEASE);
}

static bool apply(struct db *db, const char *step) {
    return execute(db, step);
}

/* The log grows while it cannot be checkpointed whole, which a reader prevents; it starts anew when a write finds it
 * checkpointed and no reader in it. */
static void tidy(struct db *base) {
    struct sqlite_db *db = of(base);
    if (db->log_pages < db->checkpoint_at || !lock_folder(base))
        return;
    bool is_long = db->log_pages >= LONG_LOG_PAGES;
    sqlite3_busy_timeout(db->handle, RESTART_WAIT_MS);
    sqlite3_wal_checkpoint_v2(db->handle, NULL, is_long ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, NULL,
                              NULL);
    sqlite3_busy_timeout(db->handle, BUSY_MS);
    db->checkpoint_at = db->log_pages + CHECKPOINT_PAGES;
    unlock_folder(base);
}

/* ---- queries */

static sqlite3_stmt *stmt_of(struct query *query) {
    return ((struct sqlite_query *)query)->stmt;
}

static struct query *sqlite_query(struct db *base, enum statement statement) {
    struct sqlite_db *db = of(base);
    struct sqlite_query *query = &db->queries[statement];
    if (query->stmt == NULL && sqlite3_prepare_v3(db->handle, statement_texts[statement].sqlite, -1,
                                                  SQLITE_PREPARE_PERSISTENT, &query->stmt, NULL) != SQLITE_OK)
        db_fail(base, "SQLite cannot prepare %s: %s", statement_texts[statement].name, sqlite3_errmsg(db->handle));
    return &query->query;
}

static void check_bound(struct query *query, int result) {
    if (result != SQLITE_OK)
        db_fail(query->db, "SQLite cannot bind parameter %d: %s", query->bound, sqlite3_errstr(result));
}

static void sqlite_bind_int(struct query *query, int64_t value) {
    check_bound(query, sqlite3_bind_int64(stmt_of(query), ++query->bound, value));
}

static void sqlite_bind_text(struct query *query, const char *text) {
    check_bound(query, sqlite3_bind_text(stmt_of(query), ++query->bound, text, -1, SQLITE_STATIC));
}

static bool step(struct query *query) {
    int result = sqlite3_step(stmt_of(query));
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    return db_fail(query->db, "SQLite says: %s", sqlite3_errmsg(of(query->db)->handle));
}

static void end(struct query *query) {
    if (stmt_of(query) == NULL)
        return;
    sqlite3_reset(stmt_of(query));
    sqlite3_clear_bindings(stmt_of(query));
}

static int64_t sqlite_column_int(struct query *query, int column) {
    return sqlite3_column_int64(stmt_of(query), column);
}

static bool sqlite_column_is_null(struct query *query, int column) {
    return sqlite3_column_type(stmt_of(query), column) == SQLITE_NULL;
}

static const char *sqlite_column_text(struct query *query, int column) {
    return (const char *)sqlite3_column_text(stmt_of(query), column);
}

/* ---- care */

static bool copy_into(struct db *db, const char *path) {
    sqlite3_stmt *stmt;
    if (!execute(db, "PRAGMA query_only = OFF"))
        return false;
    if (sqlite3_prepare_v2(of(db)->handle, "VACUUM INTO ?1", -1, &stmt, NULL) != SQLITE_OK)
        return db_fail(db, "SQLite says: %s", sqlite3_errmsg(of(db)->handle));
    sqlite3_bind_text(stmt, 1, path, -1, SQLITE_STATIC);
    sqlite3_step(stmt);
    if (sqlite3_finalize(stmt) != SQLITE_OK)
        return db_fail(db, "SQLite says: %s", sqlite3_errmsg(of(db)->handle));
    /* SQLite does not sync this file. */
    return sync_path(path) || db_fail(db, "it cannot be synced: %s", strerror(errno));
}

static bool backup(struct store *store, const char *path, struct arena *a, const char **error_r) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(a, error_r, "%s: cannot be made: %s.", path, strerror(errno));
    close(file);
    struct db *db = sqlite_connect(store, READER, a, error_r);
    if (db == NULL) {
        unlink(path);
        return false;
    }
    bool copied = copy_into(db, path);
    if (!copied) {
        unlink(path);
        fail(a, error_r, "%s: the copy cannot be made: %s.", path, db->failure);
    }
    disconnect(db);
    return copied;
}

/* A row of integrity_check is a sentence, or "ok"; one of foreign_key_check names a table and a row. */
static int add_finding(void *arg, int columns, char **values, char **names) {
    (void)names;
    struct buf *findings = arg;
    if (columns == 1 && text_equal(values[0], "ok"))
        return 0;
    if (findings->length > 0)
        buf_addc(findings, '\n');
    if (columns == 1)
        buf_adds(findings, values[0]);
    else
        buf_addf(findings, "A row of %s names a row of %s that is not there.", values[0], values[2]);
    return 0;
}

static bool check(struct store *store, struct arena *a, const char **error_r) {
    struct db *db = sqlite_connect(store, READER, a, error_r);
    if (db == NULL)
        return false;
    struct buf findings = {.arena = a};
    sqlite3 *handle = of(db)->handle;
    if (sqlite3_exec(handle, "PRAGMA integrity_check; PRAGMA foreign_key_check", add_finding, &findings, NULL) !=
        SQLITE_OK)
        buf_addf(&findings, "%sSQLite says: %s.", findings.length > 0 ? "\n" : "", sqlite3_errmsg(handle));
    disconnect(db);
    *error_r = findings.length > 0 ? buf_text(&findings) : NULL;
    return findings.length == 0;
}

const struct engine sqlite_engine = {
    .name = "sqlite",
    .connect = sqlite_connect,
    .disconnect = disconnect,
    .settle = settle,
    .begin_read = begin_read,
    .end_read = end_read,
    .begin_write = begin_write,
    .commit = commit,
    .rollback = rollback,
    .savepoint = savepoint,
    .release = release,
    .undo = undo,
    .tidy = tidy,
    .apply = apply,
    .query = sqlite_query,
    .bind_int = sqlite_bind_int,
    .bind_text = sqlite_bind_text,
    .step = step,
    .end = end,
    .column_int = sqlite_column_int,
    .column_is_null = sqlite_column_is_null,
    .column_text = sqlite_column_text,
    .backup = backup,
    .check = check,
};
