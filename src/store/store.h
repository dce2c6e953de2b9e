/*
 * store: one API over SQLite and PostgreSQL. The only folder that knows SQL.
 *
 * A store is one council's database. Threads read on connections of their own and all writing goes through one writer,
 * which commits many jobs in one transaction (group commit) and answers each only when it is durable:
 *
 *     reader                                             writer
 *     struct db *db = store_reader(store);               store_write(store, job, context, a, &error)
 *     db_begin(db);                                          runs job(db, context) on the writer's thread, between
 *     struct query *q = query(db, Q_RECORD_BY_REF);          a savepoint and its release; returns after the commit
 *     bind_text(q, ref);
 *     while (query_step(q)) … column_text(q, 0) …
 *     query_end(q);
 *     db_end(db);
 *
 * Statements stand in statements.h and nowhere else; the schema in schema.h. A failure of the engine (a full disk, a
 * lost connection) is sticky on the db: stepping then yields no row, and db_failed tells. A reader checks it once,
 * before it answers; the writer rolls the job back. On PostgreSQL the writers of several processes take turns by an
 * advisory lock.
 */
#ifndef COMITY_STORE_H
#define COMITY_STORE_H

#include "base/base.h"
#include "store/statements.h"

/* The id of the principal all:public, which everybody holds, signed in or not. */
#define PRINCIPAL_PUBLIC ((int64_t)1)

struct store;
struct db;
struct query;

/* ---- opening
 * ---------------------------------------------------------------------------------------------------------- */

enum store_mode {
    STORE_OPEN,   /* must exist; is migrated to the present schema */
    STORE_CREATE, /* must not exist yet (no file, or an empty one; no table in the schema) */
};

/* location: a folder that holds (or will hold) comity.db, or "postgresql://…", whose search_path option names the
 * council's schema ("?options=-csearch_path%3Dtown"; default public). Starts the writer's thread. Errors: not there,
 * there already, of a newer Comity, not a database, cannot be reached. The caller owns *store_r. Thread-safe
 * afterwards. */
bool store_open(const char *location, enum store_mode mode, struct arena *a, struct store **store_r,
                const char **error_r);
/* Waits for the writer's queue to empty; clears the pointer. */
void store_close(struct store **store);
/* "sqlite" or "postgresql". */
const char *store_engine(const struct store *store);

/* ---- reading
 * ---------------------------------------------------------------------------------------------------------- */

/* This thread's connection, made at its first call; it lives until store_close. NULL when it cannot be made. */
struct db *store_reader(struct store *store);
/* A read transaction: all queries until db_end see one state. db_end ends queries that were left open. */
void db_begin(struct db *db);
void db_end(struct db *db);
/* NULL, or what the engine said, for a log; cleared by db_begin. */
const char *db_failed(const struct db *db);

/* Takes the prepared statement; parameters are bound in order by the bind_* calls that follow. At most one query of the
 * same statement is open on a db at a time; nesting different ones is fine. */
struct query *query(struct db *db, enum statement statement);
void bind_int(struct query *query, int64_t value);
void bind_text(struct query *query, const char *text); /* NULL binds NULL; the text must live until query_end */
void bind_null(struct query *query);
/* true: a row is there. false: no more rows, or failure. */
bool query_step(struct query *query);
int64_t column_int(struct query *query, int column);
/* "" for NULL. Valid until the next step; use column_copy to keep it. */
const char *column_text(struct query *query, int column);
/* A copy in the arena; NULL for NULL. */
char *column_copy(struct query *query, int column, struct arena *a);
bool column_is_null(struct query *query, int column);
void query_end(struct query *query);
/* Steps once for its effect and ends: for INSERT, UPDATE, DELETE. false on failure. */
bool query_run(struct query *query);
/* Steps once, returns the first column as a number (or otherwise when there is no row), and ends: SELECT … or INSERT …
 * RETURNING id. */
int64_t query_int(struct query *query, int64_t otherwise);
/* As query_int for text; NULL when there is no row. */
char *query_text(struct query *query, struct arena *a);

/* ---- writing
 * ---------------------------------------------------------------------------------------------------------- */

/* Returns true to keep what it wrote, false to undo it (a refusal is a job that undoes itself; it is no failure of the
 * store). Queries that it leaves open are ended. */
typedef bool store_job(struct db *db, void *context);

enum written {
    WRITTEN,      /* committed and durable */
    NOT_WRITTEN,  /* the job returned false; nothing changed */
    WRITE_FAILED, /* the engine failed, and nothing changed; *error_r says why */
    WRITE_UNKNOWN /* it failed in the very commit (a lost connection, a disk that cannot be synced): whether it was
                     saved is not known; *error_r says why */
};

/* Calls run on the writer's thread and returns when it is durable. Jobs of one commit run one after the other in the
 * order of their coming. A job must not wait for another one. Safe from any thread but the writer's own, which must not
 * be reading: a state of the database that is kept while its thread waits for the writer keeps the writer from starting
 * its log anew. */
enum written store_write(struct store *store, store_job *run, void *context, struct arena *a, const char **error_r);

struct store_figures {
    int64_t commits, jobs; /* since opening: how many jobs a commit carried */
};
void store_figures(struct store *store, struct store_figures *figures_r);

/* A consistent copy of a SQLite store as one file at path, which must not exist. PostgreSQL: an error that names
 * pg_dump. */
bool store_backup(struct store *store, const char *path, struct arena *a, const char **error_r);
/* Asks the engine to check itself (integrity_check; a query on PostgreSQL); a line for each finding, none when all is
 * well. */
bool store_check(struct store *store, struct arena *a, const char **error_r);

#endif
