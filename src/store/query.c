/* Queries and read transactions: what both engines have in common. */
#include "store/store_private.h"

#include <assert.h>

bool db_fail(struct db *db, const char *format, ...) {
    if (db->failure[0] == '\0') {
        va_list args;
        va_start(args, format);
        vsnprintf(db->failure, sizeof(db->failure), format, args);
        va_end(args);
    }
    return false;
}

void db_clear(struct db *db) {
    db->failure[0] = '\0';
    db->outcome_unknown = false;
}

const char *db_failed(const struct db *db) {
    return db->failure[0] == '\0' ? NULL : db->failure;
}

void db_end_queries(struct db *db) {
    while (db->open != NULL)
        query_end(db->open);
}

void db_begin(struct db *db) {
    db_clear(db);
    db->reading = true;
    db->engine->begin_read(db);
}

void db_end(struct db *db) {
    db_end_queries(db);
    db->engine->end_read(db);
    db->reading = false;
}

struct query *query(struct db *db, enum statement statement) {
    struct query *query = db->engine->query(db, statement);
    assert(!query->open);
    query->db = db;
    query->open = true;
    query->bound = 0;
    query->next_open = db->open;
    db->open = query;
    return query;
}

void bind_int(struct query *query, int64_t value) {
    query->db->engine->bind_int(query, value);
}

void bind_text(struct query *query, const char *text) {
    query->db->engine->bind_text(query, text);
}

void bind_null(struct query *query) {
    bind_text(query, NULL);
}

bool query_step(struct query *query) {
    return query->db->failure[0] == '\0' && query->db->engine->step(query);
}

int64_t column_int(struct query *query, int column) {
    return query->db->engine->column_int(query, column);
}

const char *column_text(struct query *query, int column) {
    const char *text = query->db->engine->column_text(query, column);
    return text == NULL ? "" : text;
}

char *column_copy(struct query *query, int column, struct arena *a) {
    return arena_strdup(a, query->db->engine->column_text(query, column));
}

bool column_is_null(struct query *query, int column) {
    return query->db->engine->column_is_null(query, column);
}

void query_end(struct query *query) {
    query->db->engine->end(query);
    query->open = false;
    struct query **at = &query->db->open;
    while (*at != query)
        at = &(*at)->next_open;
    *at = query->next_open;
}

bool query_run(struct query *query) {
    struct db *db = query->db;
    query_step(query);
    query_end(query);
    return db->failure[0] == '\0';
}

int64_t query_int(struct query *query, int64_t otherwise) {
    int64_t value = query_step(query) ? column_int(query, 0) : otherwise;
    query_end(query);
    return value;
}

char *query_text(struct query *query, struct arena *a) {
    char *text = query_step(query) ? column_copy(query, 0, a) : NULL;
    query_end(query);
    return text;
}
