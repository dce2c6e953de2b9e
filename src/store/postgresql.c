/*
 * PostgreSQL 15 or newer through libpq: a schema for each council, several Comity processes on one cluster.
 *
 * Texts are ordered by the "C" collation, as SQLite orders them. Writers of all processes take turns by an advisory
 * lock on the schema's name, which ends with the transaction. A standby is never read, so that a right that was
 * withdrawn is not granted once more by a copy that lags.
 *
 * A lost connection is made again when the next transaction begins. Lost in a commit, it leaves the outcome unknown,
 * and the error says so: a request's idempotency key makes it safe to try again.
 */
#include "store/postgresql_ddl.h"
#include "store/store_private.h"

#include <assert.h>
#include <inttypes.h>
#include <libpq-fe.h>

#define OLDEST_SERVER 150000
#define MOST_PARAMETERS 32
#define NUMBER_SIZE 24 /* a 64-bit number in decimal */

struct postgresql_query {
    struct query query;
    enum statement statement;
    char name[8];  /* the server's name for it */
    bool prepared; /* by the server, in this session */
    const char *values[MOST_PARAMETERS];
    char numbers[MOST_PARAMETERS][NUMBER_SIZE];
    PGresult *result; /* NULL before the first step */
    int row;
};

struct postgresql_db {
    struct db db;
    enum role role;
    PGconn *connection;
    struct postgresql_query *queries[STATEMENT_COUNT]; /* each made at its first use */
};

static struct postgresql_db *of(struct db *db) {
    return (struct postgresql_db *)db;
}

/* ---- failures */

/* The first line of what libpq said, without its line's end. */
static bool fail_with(struct db *db, const char *said) {
    return db_fail(db, "PostgreSQL says: %.*s", (int)strcspn(said, "\n"), said);
}

static bool is_lost(struct db *db) {
    return PQstatus(of(db)->connection) != CONNECTION_OK;
}

/* Frees the result; sets the failure if it is one. */
static bool check_result(struct db *db, PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!good && is_lost(db))
        db_fail(db, "the connection to PostgreSQL was lost");
    else if (!good)
        fail_with(db, PQresultErrorMessage(result));
    PQclear(result);
    return good;
}

static bool execute(struct db *db, const char *sql) {
    return check_result(db, PQexec(of(db)->connection, sql));
}

/* ---- connections */

static void disconnect(struct db *base) {
    struct postgresql_db *db = of(base);
    for (size_t i = 0; i < STATEMENT_COUNT; i++)
        free(db->queries[i]);
    PQfinish(db->connection);
    free(db);
}

static void ignore_notice(void *arg, const char *message) {
    (void)arg;
    (void)message;
}

/* What a session needs before its first transaction. */
static bool begin_session(struct postgresql_db *db) {
    if (is_lost(&db->db))
        return fail_with(&db->db, PQerrorMessage(db->connection));
    if (PQserverVersion(db->connection) < OLDEST_SERVER)
        return db_fail(&db->db, "PostgreSQL is older than 15");
    if (!text_equal(PQparameterStatus(db->connection, "server_encoding"), "UTF8"))
        return db_fail(&db->db, "PostgreSQL's database is not encoded in UTF8");
    PQsetNoticeProcessor(db->connection, ignore_notice, NULL);
    for (size_t i = 0; i < STATEMENT_COUNT; i++)
        if (db->queries[i] != NULL)
            db->queries[i]->prepared = false;
    if (db->role == READER)
        return true;
    /* Stronger settings of the operator stay. */
    return execute(&db->db, "SELECT set_config('synchronous_commit', 'on', false)"
                            " WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')");
}

/* The first schema of the search path, if it is not there. */
static bool make_schema(struct db *db) {
    return execute(db, "DO $$ BEGIN IF current_schema() IS NULL THEN"
                       " EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I',"
                       " (parse_ident(split_part(current_setting('search_path'), ',', 1)))[1]);"
                       " END IF; END $$");
}

/* A user's name and password end at the one "@", before anything else. */
static bool is_one_user(const char *location) {
    const char *user = strstr(location, "://") + strlen("://"), *at = strchr(user, '@');
    return at == NULL || (at < user + strcspn(user, "/?#") && strchr(at + 1, '@') == NULL);
}

/* Else libpq says what it cannot read, and that may be a piece of the password. */
static bool is_readable(const char *location) {
    PQconninfoOption *options = is_one_user(location) ? PQconninfoParse(location, NULL) : NULL;
    PQconninfoFree(options);
    return options != NULL;
}

static struct db *postgresql_connect(struct store *store, enum role role, struct arena *a, const char **error_r) {
    if (!is_readable(store->location)) {
        fail(a, error_r,
             "%s: this is no URL of PostgreSQL. What is no letter or digit is written there as %%40 is for @.",
             store->label);
        return NULL;
    }
    struct postgresql_db *db = calloc(1, sizeof(*db));
    if (db == NULL) {
        fail(a, error_r, "%s: there is no memory for a connection.", store->label);
        return NULL;
    }
    db->db.store = store;
    db->db.engine = &postgresql_engine;
    db->role = role;
    /* What stands before the location it may change; what stands after it not. */
    const char *const keys[] = {"connect_timeout",
                                "tcp_user_timeout",
                                "application_name",
                                "dbname",
                                "client_encoding",
                                "target_session_attrs",
                                NULL};
    const char *const values[] = {"10", "30000", "comity", store->location, "UTF8", "read-write", NULL};
    db->connection = PQconnectdbParams(keys, values, 1);
    bool good = begin_session(db);
    if (good && role == WRITER && store->mode == STORE_CREATE)
        good = make_schema(&db->db);
    if (good)
        return &db->db;
    fail(a, error_r, "%s: cannot be opened: %s.", store->label, db->db.failure);
    disconnect(&db->db);
    return NULL;
}

static bool settle(struct db *db) {
    (void)db; /* a server always is */
    return true;
}

/* ---- transactions */

static bool reconnect(struct db *db) {
    db_clear(db);
    PQreset(of(db)->connection);
    return begin_session(of(db));
}

/* A connection may have been lost while it was idle, which shows only now and harms nobody. */
static bool begin(struct db *db, const char *sql) {
    if (!is_lost(db) && execute(db, sql))
        return true;
    return is_lost(db) && reconnect(db) && execute(db, sql);
}

static bool begin_read(struct db *db) {
    return begin(db, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
}

static void rollback(struct db *db) {
    if (!is_lost(db) && PQtransactionStatus(of(db)->connection) != PQTRANS_IDLE)
        PQclear(PQexec(of(db)->connection, "ROLLBACK"));
}

static bool begin_write(struct db *db) {
    if (begin(db, "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('comity:' || current_schema(), 0))"))
        return true;
    rollback(db);
    return false;
}

/* COMMIT answers ROLLBACK, without an error, when the transaction had failed. */
static bool commit(struct db *db) {
    PGresult *result = PQexec(of(db)->connection, "COMMIT");
    if (PQresultStatus(result) == PGRES_COMMAND_OK && !text_equal(PQcmdStatus(result), "COMMIT"))
        db_fail(db, "PostgreSQL undid the transaction");
    bool committed = check_result(db, result) && db->failure[0] == '\0';
    db->outcome_unknown = !committed && is_lost(db);
    return committed;
}

static bool savepoint(struct db *db) {
    return execute(db, "SAVEPOINT job");
}

static bool release(struct db *db) {
    return execute(db, "RELEASE SAVEPOINT job");
}

static bool undo(struct db *db) {
    return execute(db, "ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job");
}

static void tidy(struct db *db) {
    (void)db; /* the server does it */
}

static bool apply(struct db *db, const char *step) {
    struct buf sql = {0};
    postgresql_ddl(step, &sql);
    bool applied = execute(db, buf_text(&sql));
    buf_free(&sql);
    return applied;
}

/* ---- queries */

static struct postgresql_query *of_query(struct query *query) {
    return (struct postgresql_query *)query;
}

static void prepare(struct postgresql_query *query) {
    struct buf sql = {0};
    const char *text = statement_texts[query->statement].postgresql;
    for (const char *p = text; *p != '\0'; p++)
        buf_addc(&sql, *p == '?' ? '$' : *p);
    query->prepared =
        check_result(query->query.db, PQprepare(of(query->query.db)->connection, query->name, buf_text(&sql), 0, NULL));
    buf_free(&sql);
}

static struct query *postgresql_query(struct db *db, enum statement statement) {
    struct postgresql_query **at = &of(db)->queries[statement];
    if (*at == NULL) {
        *at = calloc(1, sizeof(**at));
        if (*at == NULL)
            abort(); /* as an arena would */
        (*at)->statement = statement;
        snprintf((*at)->name, sizeof((*at)->name), "q%d", (int)statement);
    }
    (*at)->query.db = db;
    if (!(*at)->prepared && db->failure[0] == '\0')
        prepare(*at);
    return &(*at)->query;
}

static bool run(struct postgresql_query *query) {
    struct db *db = query->query.db;
    PGresult *result =
        PQexecPrepared(of(db)->connection, query->name, query->query.bound, query->values, NULL, NULL, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
        check_result(db, result); /* a failure, or a command that gives no rows */
        return false;
    }
    query->result = result;
    query->row = -1;
    return true;
}

static void postgresql_bind_text(struct query *base, const char *text) {
    assert(base->bound < MOST_PARAMETERS);
    of_query(base)->values[base->bound++] = text;
}

static void postgresql_bind_int(struct query *base, int64_t value) {
    assert(base->bound < MOST_PARAMETERS);
    char *number = of_query(base)->numbers[base->bound];
    snprintf(number, NUMBER_SIZE, "%" PRId64, value);
    postgresql_bind_text(base, number);
}

static bool step(struct query *base) {
    struct postgresql_query *query = of_query(base);
    if (query->result == NULL && !run(query))
        return false;
    return ++query->row < PQntuples(query->result);
}

static void end(struct query *base) {
    PQclear(of_query(base)->result);
    of_query(base)->result = NULL;
}

static bool postgresql_column_is_null(struct query *base, int column) {
    const struct postgresql_query *query = of_query(base);
    return PQgetisnull(query->result, query->row, column) != 0;
}

static const char *postgresql_column_text(struct query *base, int column) {
    const struct postgresql_query *query = of_query(base);
    return postgresql_column_is_null(base, column) ? NULL : PQgetvalue(query->result, query->row, column);
}

/* A condition is 1 or 0 on SQLite and t or f here. */
static int64_t postgresql_column_int(struct query *base, int column) {
    const char *text = postgresql_column_text(base, column);
    return text == NULL ? 0 : text[0] == 't' ? 1 : strtoll(text, NULL, 10);
}

/* ---- care */

static bool backup(struct store *store, const char *path, struct arena *a, const char **error_r) {
    (void)path;
    return fail(a, error_r, "%s: PostgreSQL's own pg_dump makes a copy of this database.", store->label);
}

static bool check(struct store *store, struct arena *a, const char **error_r) {
    struct db *db = store_reader(store);
    if (db == NULL)
        return fail(a, error_r, "%s: cannot be reached.", store->label);
    db_begin(db);
    struct query *q = query(db, Q_META_GET);
    bind_text(q, "schema");
    const char *schema = query_text(q, a);
    db_end(db);
    if (db_failed(db) != NULL)
        return fail(a, error_r, "%s: cannot be read: %s.", store->label, db_failed(db));
    return schema != NULL || fail(a, error_r, "%s: the database does not say its schema.", store->label);
}

const struct engine postgresql_engine = {
    .name = "postgresql",
    .connect = postgresql_connect,
    .disconnect = disconnect,
    .settle = settle,
    .begin_read = begin_read,
    .end_read = rollback,
    .begin_write = begin_write,
    .commit = commit,
    .rollback = rollback,
    .savepoint = savepoint,
    .release = release,
    .undo = undo,
    .tidy = tidy,
    .apply = apply,
    .query = postgresql_query,
    .bind_int = postgresql_bind_int,
    .bind_text = postgresql_bind_text,
    .step = step,
    .end = end,
    .column_int = postgresql_column_int,
    .column_is_null = postgresql_column_is_null,
    .column_text = postgresql_column_text,
    .backup = backup,
    .check = check,
};
