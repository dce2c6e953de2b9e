#include "store/schema.h"
#include "store/store_private.h"
#include "store/test_place.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- opening */

static void assert_not_opened(struct place *place, enum store_mode mode, const char *because) {
    struct store *store = NULL;
    assert_false(store_open(place->location, mode, place->a, &store, &place->error));
    assert_null(store);
    if (strstr(place->error, because) == NULL)
        fail_msg("'%s' does not say '%s'", place->error, because);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void what_is_not_there_is_not_opened(void **state) {
    struct place *place = *state;
    if (place->location == NULL)
        skip();
    assert_not_opened(place, STORE_OPEN, "there is no");
}

static void a_database_is_not_made_twice(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    assert_not_opened(place, STORE_CREATE, "there is a database here already");
    place_reopen(place);
    assert_true(has_name(place, "person:1"));
}

static void a_folder_that_cannot_be_made_is_named(void **state) {
    struct place *place = *state;
    place->location = place_path(place, "not/there");
    assert_not_opened(place, STORE_CREATE, "not/there: the folder cannot be made");
}

static void only_the_owner_may_read_the_files(void **state) {
    struct place *place = place_create(state);
    static const char *const names[] = {"data/comity.db", "data/comity.db-wal", "data/comity.db-shm"};
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct stat status;
        assert_int_equal(stat(place_path(place, names[i]), &status), 0);
        assert_int_equal(status.st_mode & 0777, 0600);
    }
}

static void a_closed_store_is_one_file(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    store_close(&place->store);
    struct stat status;
    if (stat(place_path(place, "data/comity.db-wal"), &status) == 0)
        assert_int_equal(status.st_size, 0);
}

static void a_file_of_another_kind_is_refused(void **state) {
    struct place *place = place_create(state);
    store_close(&place->store);
    const char *path = place_path(place, "data/comity.db");
    write_file(path, "Dear Sir or Madam, this is a letter and by no means a database of any kind whatever. It is long "
                     "enough to hold a header of a hundred bytes, but that is not what it holds.");
    assert_not_opened(place, STORE_OPEN, "is not a database");
    assert_not_opened(place, STORE_CREATE, "is not a database");
}

static void a_file_that_lost_its_end_is_refused(void **state) {
    struct place *place = place_create(state);
    store_close(&place->store);
    assert_int_equal(truncate(place_path(place, "data/comity.db"), 8192), 0);
    assert_not_opened(place, STORE_OPEN, "malformed");
}

static void an_empty_file_is_refused_and_can_be_made(void **state) {
    struct place *place = *state;
    assert_int_equal(mkdir(place->location, 0700), 0);
    write_file(place_path(place, "data/comity.db"), "");
    assert_not_opened(place, STORE_OPEN, "there is no council's data here yet");
    place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
}

static const char *hash_of(struct place *place, const char *name) {
    char *data;
    size_t length;
    assert_true(file_read(place->a, place_path(place, name), 1 << 20, &data, &length, &place->error));
    return text_sha256(place->a, data, length);
}

static void a_database_of_another_program_is_refused(void **state) {
    struct place *place = *state;
    sqlite3 *handle;
    assert_int_equal(mkdir(place->location, 0700), 0);
    assert_int_equal(sqlite3_open(place_path(place, "data/comity.db"), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, "CREATE TABLE recipe (name)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(handle);
    const char *before = hash_of(place, "data/comity.db");
    assert_not_opened(place, STORE_OPEN, "this is not a database of Comity");
    assert_not_opened(place, STORE_CREATE, "there is a database here already");
    assert_string_equal(hash_of(place, "data/comity.db"), before);
}

static int64_t schema_of(struct place *place) {
    struct db *db = store_reader(place->store);
    db_begin(db);
    struct query *q = query(db, Q_META_GET);
    bind_text(q, "schema");
    int64_t schema = query_int(q, 0);
    db_end(db);
    return schema;
}

/* As an older Comity left it. */
static void a_database_of_an_older_comity_gets_the_present_schema(void **state) {
    struct place *place = *state;
    assert_int_equal(mkdir(place->location, 0700), 0);
    for (size_t steps = 1; steps <= LENGTH_OF(schema_steps); steps++) {
        sqlite3 *handle;
        const char *path = place_path(place, "data/comity.db");
        assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
        for (size_t i = 0; i < steps; i++)
            assert_int_equal(sqlite3_exec(handle, schema_steps[i], NULL, NULL, NULL), SQLITE_OK);
        const char *note = arena_printf(place->a, "INSERT INTO meta VALUES ('schema', '%zu')", steps);
        assert_int_equal(sqlite3_exec(handle, note, NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(handle);
        place_reopen(place);
        assert_int_equal(schema_of(place), LENGTH_OF(schema_steps));
        assert_int_equal(add_name(place, "person:1"), WRITTEN);
        store_close(&place->store);
        assert_int_equal(unlink(path), 0);
    }
}

static bool claim_newer_schema(struct db *db, void *context) {
    (void)context;
    struct query *q = query(db, Q_META_PUT);
    bind_text(q, "schema");
    bind_text(q, "9999");
    return query_run(q);
}

static void a_database_of_a_newer_comity_is_refused(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(store_write(place->store, claim_newer_schema, NULL, place->a, &place->error), WRITTEN);
    store_close(&place->store);
    assert_not_opened(place, STORE_OPEN, "newer Comity (schema 9999");
}

static void an_error_does_not_show_the_password(void **state) {
    struct place *place = *state;
    place->location = "postgresql://clerk:s3cret@127.0.0.1:1/council?password=s3cret&options=-csearch_path%3Dtown";
    assert_not_opened(place, STORE_OPEN, "postgresql://127.0.0.1:1/council: cannot be opened");
    assert_null(strstr(place->error, "s3cret"));
}

/* ---- statements */

static void every_statement_can_be_prepared(void **state) {
    struct place *place = place_create(state);
    struct db *db = store_reader(place->store);
    for (enum statement i = 0; i < STATEMENT_COUNT; i++) {
        db_begin(db);
        query_end(query(db, i));
        if (db_failed(db) != NULL)
            fail_msg("%s: %s", statement_texts[i].name, db_failed(db));
        db_end(db);
    }
}

static bool add_holds(struct db *db, void *context) {
    (void)context;
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, "post:clerk");
    int64_t principal = query_int(q, 0);
    q = query(db, Q_HOLDS_ADD);
    bind_text(q, "d\xc3\xa9j\xc3\xa0 'vu'");
    bind_int(q, principal);
    bind_int(q, INT64_MIN);
    bind_int(q, INT64_MAX);
    bind_int(q, -1);
    return query_run(q);
}

static void values_come_back_as_they_went(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(store_write(place->store, add_holds, NULL, place->a, &place->error), WRITTEN);
    struct db *db = store_reader(place->store);
    db_begin(db);
    struct query *q = query(db, Q_HOLDS_OF);
    bind_text(q, "d\xc3\xa9j\xc3\xa0 'vu'");
    bind_int(q, INT64_MAX - 1);
    assert_true(query_step(q));
    struct query *inner = query(db, Q_PRINCIPAL_NAME);
    bind_int(inner, column_int(q, 0));
    assert_string_equal(query_text(inner, place->a), "post:clerk");
    assert_int_equal(column_int(q, 1), -1);
    assert_string_equal(column_text(q, 1), "-1");
    assert_false(column_is_null(q, 1));
    assert_false(query_step(q));
    query_end(q);
    q = query(db, Q_PRINCIPAL_ID);
    bind_null(q);
    assert_int_equal(query_int(q, -7), -7);
    db_end(db);
    assert_null(db_failed(db));
}

static bool add_persons(struct db *db, void *context) {
    (void)context;
    static const char *const mails[] = {NULL, ""};
    for (size_t i = 0; i < LENGTH_OF(mails); i++) {
        struct query *q = query(db, Q_PERSON_ADD);
        bind_text(q, i == 0 ? "a" : "b");
        bind_text(q, "member");
        bind_text(q, "Name");
        bind_text(q, mails[i]);
        bind_int(q, 1);
        bind_text(q, "{}");
        query_run(q);
    }
    return true;
}

static void a_null_is_no_empty_text(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(store_write(place->store, add_persons, NULL, place->a, &place->error), WRITTEN);
    struct db *db = store_reader(place->store);
    db_begin(db);
    struct query *q = query(db, Q_PERSON_ALL);
    int rows = 0;
    while (query_step(q)) {
        bool is_null = strcmp(column_text(q, 0), "a") == 0;
        assert_int_equal(column_is_null(q, 3), is_null);
        assert_int_equal(column_copy(q, 3, place->a) == NULL, is_null);
        assert_string_equal(column_text(q, 3), "");
        rows++;
    }
    db_end(db);
    assert_int_equal(rows, 2);
}

/* Whoever reads must not wait for the writer, so another thread writes. */
static void *write_elsewhere(void *place) {
    return add_name(place, "person:1") == WRITTEN ? place : NULL;
}

static void a_reader_sees_one_state_until_it_ends(void **state) {
    struct place *place = place_create(state);
    struct db *db = store_reader(place->store);
    db_begin(db);
    struct query *q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, "person:1");
    assert_int_equal(query_int(q, 0), 0);
    pthread_t writer;
    void *wrote = NULL;
    pthread_create(&writer, NULL, write_elsewhere, place);
    pthread_join(writer, &wrote);
    assert_non_null(wrote);
    q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, "person:1");
    assert_int_equal(query_int(q, 0), 0);
    db_end(db);
    assert_true(has_name(place, "person:1"));
}

static void a_query_left_open_ends_with_the_transaction(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    struct db *db = store_reader(place->store);
    for (int i = 0; i < 2; i++) {
        db_begin(db);
        struct query *q = query(db, Q_PRINCIPAL_ID);
        bind_text(q, "person:1");
        assert_true(query_step(q));
        db_end(db);
    }
}

static void a_reader_cannot_write_and_its_failure_lasts_until_it_begins_again(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    struct db *db = store_reader(place->store);
    db_begin(db);
    struct query *q = query(db, Q_META_PUT);
    bind_text(q, "key");
    bind_text(q, "value");
    assert_false(query_run(q));
    assert_non_null(db_failed(db));
    q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, "person:1");
    assert_false(query_step(q));
    query_end(q);
    db_end(db);
    assert_non_null(db_failed(db));
    assert_true(has_name(place, "person:1"));
}

/* ---- threads */

static void *reader_of_thread(void *arg) {
    return store_reader(arg);
}

static void each_thread_has_a_reader_which_the_next_one_inherits(void **state) {
    struct place *place = place_create(state);
    struct db *mine = store_reader(place->store);
    pthread_t thread;
    void *first, *second;
    pthread_create(&thread, NULL, reader_of_thread, place->store);
    pthread_join(thread, &first);
    pthread_create(&thread, NULL, reader_of_thread, place->store);
    pthread_join(thread, &second);
    assert_non_null(first);
    assert_ptr_not_equal(first, mine);
    assert_ptr_equal(first, second);
    assert_ptr_equal(store_reader(place->store), mine);
}

/* ---- care */

static void a_backup_is_a_store_of_its_own(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    assert_int_equal(mkdir(place_path(place, "copy"), 0700), 0);
    const char *path = place_path(place, "copy/comity.db");
    if (!store_backup(place->store, path, place->a, &place->error))
        fail_msg("%s", place->error);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(add_name(place, "person:2"), WRITTEN);

    assert_false(store_backup(place->store, path, place->a, &place->error));
    assert_non_null(strstr(place->error, "copy/comity.db: cannot be made"));

    place->location = place_path(place, "copy");
    place_reopen(place);
    assert_true(has_name(place, "person:1"));
    assert_false(has_name(place, "person:2"));
}

static void postgresql_is_backed_up_by_its_own_program(void **state) {
    struct place *place = place_create(state);
    assert_false(store_backup(place->store, place_path(place, "copy"), place->a, &place->error));
    assert_non_null(strstr(place->error, "pg_dump"));
}

static void a_sound_store_has_no_findings(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    if (!store_check(place->store, place->a, &place->error))
        fail_msg("%s", place->error);
}

static void a_damaged_page_is_found(void **state) {
    struct place *place = place_create(state);
    store_close(&place->store);
    int file = open(place_path(place, "data/comity.db"), O_WRONLY);
    char rubbish[4096];
    memset(rubbish, 0x5a, sizeof(rubbish));
    assert_int_equal(pwrite(file, rubbish, sizeof(rubbish), 4096 * 20), sizeof(rubbish));
    close(file);
    place_reopen(place);
    assert_false(store_check(place->store, place->a, &place->error));
    assert_true(strlen(place->error) > 0);
}

RUN_TESTS(ON_BOTH(what_is_not_there_is_not_opened), ON_BOTH(a_database_is_not_made_twice),
          ON_SQLITE(a_folder_that_cannot_be_made_is_named), ON_SQLITE(only_the_owner_may_read_the_files),
          ON_SQLITE(a_closed_store_is_one_file), ON_SQLITE(a_file_of_another_kind_is_refused),
          ON_SQLITE(a_file_that_lost_its_end_is_refused), ON_SQLITE(an_empty_file_is_refused_and_can_be_made),
          ON_SQLITE(a_database_of_another_program_is_refused),
          ON_SQLITE(a_database_of_an_older_comity_gets_the_present_schema),
          ON_BOTH(a_database_of_a_newer_comity_is_refused), ON_SQLITE(an_error_does_not_show_the_password),
          ON_BOTH(every_statement_can_be_prepared), ON_BOTH(values_come_back_as_they_went),
          ON_BOTH(a_null_is_no_empty_text), ON_BOTH(a_reader_sees_one_state_until_it_ends),
          ON_BOTH(a_query_left_open_ends_with_the_transaction),
          ON_BOTH(a_reader_cannot_write_and_its_failure_lasts_until_it_begins_again),
          ON_BOTH(each_thread_has_a_reader_which_the_next_one_inherits), ON_SQLITE(a_backup_is_a_store_of_its_own),
          ON_POSTGRESQL(postgresql_is_backed_up_by_its_own_program), ON_BOTH(a_sound_store_has_no_findings),
          ON_SQLITE(a_damaged_page_is_found))
