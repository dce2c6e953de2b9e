/*
 * What store.c, query.c, writer.c and the two engines share. An engine is a table of functions; each has its own kind
 * of connection and query, which begin with struct db and struct query.
 */
#ifndef COMITY_STORE_PRIVATE_H
#define COMITY_STORE_PRIVATE_H

#include "store/store.h"

#include <pthread.h>

struct statement_text {
    const char *name, *sqlite, *postgresql;
};
extern const struct statement_text statement_texts[STATEMENT_COUNT];

struct query {
    struct db *db;
    struct query *next_open;
    bool open;
    int bound; /* parameters bound so far */
};

/* A connection. */
struct db {
    struct store *store;
    const struct engine *engine;
    struct query *open;   /* the newest first */
    struct db *next;      /* readers: in the store's list */
    bool reading;         /* readers: between db_begin and db_end */
    bool idle;            /* readers: its thread has ended, so another may have it */
    bool outcome_unknown; /* writer: the commit neither succeeded nor surely failed */
    char failure[512];    /* "" when all is well */
};

/* Keeps the first failure until db->failure is cleared. Returns false. */
bool db_fail(struct db *db, const char *format, ...) PRINTF_LIKE(2, 3);
void db_clear(struct db *db);
/* Ends the queries that were left open, so that a function may return early. */
void db_end_queries(struct db *db);

enum role { READER, WRITER };

struct engine {
    const char *name;

    /* A WRITER makes what a store in mode STORE_CREATE lacks (folder, file, schema), but no table. NULL and an error.
     */
    struct db *(*connect)(struct store *store, enum role role, struct arena *a, const char **error_r);
    void (*disconnect)(struct db *db);
    /* Prepares the database for several connections, when it is known to be Comity's and to have its schema. */
    bool (*settle)(struct db *db);

    /* Transactions. begin_* connect again when the connection was lost. Those that return bool set db's failure. */
    bool (*begin_read)(struct db *db);
    void (*end_read)(struct db *db);
    bool (*begin_write)(struct db *db); /* waits for the writers of other processes */
    bool (*commit)(struct db *db);      /* durable when true; ends the transaction in any case */
    void (*rollback)(struct db *db);
    bool (*savepoint)(struct db *db);
    bool (*release)(struct db *db); /* forgets the savepoint and keeps what was written since */
    bool (*undo)(struct db *db);    /* undoes what was written since, and forgets the savepoint */
    void (*tidy)(struct db *db);    /* after a commit and its answers: whatever can wait */
    /* One step of the schema. */
    bool (*apply)(struct db *db, const char *step);

    /* Never NULL: a statement that cannot be prepared sets the failure, and then yields no row. */
    struct query *(*query)(struct db *db, enum statement statement);
    void (*bind_int)(struct query *query, int64_t value);
    void (*bind_text)(struct query *query, const char *text);
    bool (*step)(struct query *query);
    void (*end)(struct query *query);
    int64_t (*column_int)(struct query *query, int column);
    bool (*column_is_null)(struct query *query, int column);
    const char *(*column_text)(struct query *query, int column); /* NULL for NULL */

    bool (*backup)(struct store *store, const char *path, struct arena *a, const char **error_r);
    bool (*check)(struct store *store, struct arena *a, const char **error_r);
};

extern const struct engine sqlite_engine, postgresql_engine;

struct job; /* writer.c */

struct store {
    const struct engine *engine;
    enum store_mode mode;
    struct arena *arena; /* holds the two texts below; only store_open and store_close touch it */
    const char *location;
    const char *label; /* for messages: the location without a password */

    pthread_key_t reader; /* this thread's struct db */
    pthread_mutex_t lock; /* guards what follows */
    struct db *readers;
    struct job *first, *last; /* the writer's queue */
    pthread_cond_t wake;      /* the writer: a job has come, or closing */
    bool closing;
    struct store_figures figures;

    pthread_t thread;
    struct db *writer; /* the writer's thread only, while it runs */
};

bool writer_start(struct store *store, struct arena *a, const char **error_r);
/* Returns when the queue is empty and the thread has ended. */
void writer_stop(struct store *store);

#endif
