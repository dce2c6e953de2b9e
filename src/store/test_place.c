#include "store/test_place.h"

#include <ftw.h>
#include <libpq-fe.h>
#include <unistd.h>

static struct place *place_new(void) {
    struct arena *a = arena_new();
    struct place *place = ARENA_NEW(a, struct place);
    const char *parent = getenv("TMPDIR");
    place->a = a;
    place->folder = mkdtemp(arena_printf(a, "%s/comity-test-XXXXXX", parent == NULL ? "/tmp" : parent));
    assert_non_null(place->folder);
    return place;
}

int place_on_sqlite(void **state) {
    struct place *place = place_new();
    place->location = place_path(place, "data");
    *state = place;
    return 0;
}

/* The folder's random name serves as the schema's. */
int place_on_postgresql(void **state) {
    struct place *place = place_new();
    const char *url = getenv("COMITY_TEST_POSTGRES");
    if (url != NULL) {
        place->schema = strrchr(place->folder, '/') + 1;
        place->location = arena_printf(place->a, "%s%coptions=-csearch_path%%3D\"%s\"&application_name=%s", url,
                                       strchr(url, '?') == NULL ? '?' : '&', place->schema, place->schema);
    }
    *state = place;
    return 0;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at) {
    (void)status;
    (void)kind;
    (void)at;
    return remove(path);
}

void place_tell(struct place *place, const char *sql) {
    PGconn *connection = PQconnectdb(getenv("COMITY_TEST_POSTGRES"));
    const char *prelude = "SET client_min_messages = warning; SET search_path =";
    PGresult *result = PQexec(connection, arena_printf(place->a, "%s \"%s\"; %s", prelude, place->schema, sql));
    if (PQresultStatus(result) != PGRES_TUPLES_OK && PQresultStatus(result) != PGRES_COMMAND_OK)
        fail_msg("%s", PQerrorMessage(connection));
    PQclear(result);
    PQfinish(connection);
}

void place_cut(struct place *place) {
    place_tell(place, arena_printf(place->a,
                                   "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                   " WHERE application_name = '%s'",
                                   place->schema));
}

int place_leave(void **state) {
    struct place *place = *state;
    store_close(&place->store);
    if (place->schema != NULL)
        place_tell(place, arena_printf(place->a, "DROP SCHEMA IF EXISTS \"%s\" CASCADE", place->schema));
    nftw(place->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    struct arena *a = place->a;
    arena_free(&a);
    return 0;
}

static void open_in_mode(struct place *place, enum store_mode mode) {
    if (!store_open(place->location, mode, place->a, &place->store, &place->error))
        fail_msg("%s", place->error);
}

struct place *place_create(void **state) {
    struct place *place = *state;
    if (place->location == NULL)
        skip();
    open_in_mode(place, STORE_CREATE);
    return place;
}

void place_reopen(struct place *place) {
    store_close(&place->store);
    open_in_mode(place, STORE_OPEN);
}

const char *place_path(struct place *place, const char *name) {
    return arena_printf(place->a, "%s/%s", place->folder, name);
}

static bool add_name_job(struct db *db, void *context) {
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, context);
    return query_int(q, 0) > 0;
}

enum written add_name(struct place *place, const char *name) {
    return store_write(place->store, add_name_job, (void *)(uintptr_t)name, place->a, &place->error);
}

bool has_name(struct place *place, const char *name) {
    struct db *db = store_reader(place->store);
    assert_non_null(db);
    db_begin(db);
    struct query *q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, name);
    bool has = query_int(q, 0) > 0;
    db_end(db);
    assert_null(db_failed(db));
    return has;
}
