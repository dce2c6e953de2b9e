/* Where the store's tests keep their data: a folder of their own, or a schema of their own on a PostgreSQL server. */
#ifndef COMITY_TEST_PLACE_H
#define COMITY_TEST_PLACE_H

#include "store/store.h"

#include "base/test.h" /* last: cmocka's fail() hides ours */

struct place {
    struct arena *a;
    const char *folder;   /* empty at first */
    const char *location; /* for store_open; not made yet. NULL: there is no such server */
    const char *schema;   /* on PostgreSQL, to drop afterwards; else NULL */
    struct store *store;
    const char *error;
};

/* cmocka's setups and teardown; the state is a struct place. */
int place_on_sqlite(void **state);
int place_on_postgresql(void **state);
int place_leave(void **state);

/* Makes place->store, or skips the test when there is no server. */
struct place *place_create(void **state);
/* Closes the store and opens it again. */
void place_reopen(struct place *place);
/* Runs SQL in this place's schema, on PostgreSQL. */
void place_tell(struct place *place, const char *sql);
/* Ends the sessions of this place's stores, on PostgreSQL. */
void place_cut(struct place *place);
/* PLACE_FOLDER/name */
const char *place_path(struct place *place, const char *name);

/* A principal of this name, written by a job. */
enum written add_name(struct place *place, const char *name);
bool has_name(struct place *place, const char *name);

#define ON_SQLITE(function)                                                                                            \
    { #function " (sqlite)", function, place_on_sqlite, place_leave, NULL }
#define ON_POSTGRESQL(function)                                                                                        \
    { #function " (postgresql)", function, place_on_postgresql, place_leave, NULL }
#define ON_BOTH(function) ON_SQLITE(function), ON_POSTGRESQL(function)

#endif
