/* What was answered is kept, and what is not kept was not answered: crashes, disks that fail, connections that are
 * lost. */
#include "store/test_asker.h"
#include "store/test_faults.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- durability */

static void an_answer_comes_after_the_log_is_synced(void **state) {
    struct place *place = place_create(state);
    for (int i = 0; i < 20; i++) {
        assert_int_equal(add_name(place, arena_printf(place->a, "person:%d", i)), WRITTEN);
        assert_false(faults_unsynced_log());
    }
}

static bool crash(struct db *db, void *context) {
    put_name(db, context);
    _exit(7);
}

static void a_crash_in_a_job_keeps_what_was_answered_and_nothing_else(void **state) {
    struct place *place = place_create(state);
    store_close(&place->store);
    pid_t child = fork();
    if (child == 0) {
        static char name[] = "person:2";
        place_reopen(place);
        if (add_name(place, "person:1") == WRITTEN)
            store_write(place->store, crash, name, place->a, &place->error);
        _exit(8);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(WEXITSTATUS(status), 7);
    place_reopen(place);
    assert_true(has_name(place, "person:1"));
    assert_false(has_name(place, "person:2"));
    assert_true(store_check(place->store, place->a, &place->error));
}

/* ---- faults */

static void a_full_disk_fails_the_write_and_a_later_one_works(void **state) {
    struct place *place = place_create(state);
    faults_begin(0, SQLITE_FULL);
    enum written written = add_name(place, "person:1");
    assert_true(faults_end() > 0);
    assert_int_equal(written, WRITE_FAILED);
    assert_string_equal(place->error, "This was not saved: SQLite says: database or disk is full.");
    assert_false(has_name(place, "person:1"));
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
}

static void when_a_commit_fails_a_refusal_that_saw_it_fails_too(void **state) {
    struct place *place = place_create(state);
    struct gate gate;
    struct asker askers[2];
    gate_shut(&gate, place);
    ask(&askers[0], place, put_name_job, "person:1");
    ask(&askers[1], place, refuse_if_there, "person:1");
    faults_begin(0, SQLITE_IOERR_WRITE);
    gate_open(&gate);
    enum written first = answer_of(&askers[0]), second = answer_of(&askers[1]);
    assert_true(faults_end() > 0);
    assert_int_equal(first, WRITE_FAILED);
    assert_int_equal(second, WRITE_FAILED);
    assert_false(has_name(place, "person:1"));
}

/* More than the writer's cache holds, so that SQLite writes before the commit. */
static bool put_very_much(struct db *db, void *context) {
    struct asker *asker = context;
    char *long_name = arena_alloc(asker->a, 100001);
    memset(long_name, 'x', 100000);
    for (int i = 0; i < 150 && db_failed(db) == NULL; i++) {
        long_name[i] = 'y';
        put_name(db, long_name);
    }
    return true;
}

static void when_the_disk_fills_in_a_job_the_next_jobs_get_a_transaction_of_their_own(void **state) {
    struct place *place = place_create(state);
    struct gate gate;
    struct asker askers[3];
    gate_shut(&gate, place);
    ask(&askers[0], place, put_name_job, "person:1");
    ask(&askers[1], place, put_very_much, "");
    ask(&askers[2], place, put_name_job, "person:2");
    faults_begin(10, SQLITE_FULL);
    gate_open(&gate);
    enum written large = answer_of(&askers[1]);
    assert_true(faults_end() > 0);
    assert_int_equal(large, WRITE_FAILED);
    assert_int_equal(answer_of(&askers[0]), WRITE_FAILED);
    answer_of(&askers[2]);
    assert_false(has_name(place, "person:1"));
    assert_int_equal(has_name(place, "person:2"), askers[2].written == WRITTEN);
    assert_int_equal(add_name(place, "person:3"), WRITTEN);
    assert_true(store_check(place->store, place->a, &place->error));
}

enum answer { SAVED, NOT_SAVED, NOT_KNOWN, UNTRUE };

/* In a process of its own, which writes to a disk that fails after so many writes and syncs, and dies. */
static void write_and_die(struct place *place, const char *name, int pass, int result) {
    place_reopen(place);
    faults_begin(pass, result);
    enum written written = add_name(place, name);
    bool failed = faults_end() > 0;
    if (failed != (written == WRITE_FAILED || written == WRITE_UNKNOWN) ||
        has_name(place, name) != (written == WRITTEN))
        _exit(UNTRUE);
    _exit(!failed ? SAVED : written == WRITE_FAILED ? NOT_SAVED : NOT_KNOWN);
}

/* Fails the first write or sync and all later ones, then the second and all later ones, and so on until none fails. */
static void wherever_the_disk_fails_an_answer_is_true(void **state) {
    static const int results[] = {SQLITE_FULL, SQLITE_IOERR_WRITE};
    struct place *place = place_create(state);
    int seen[UNTRUE] = {0};
    for (size_t i = 0; i < LENGTH_OF(results); i++) {
        int status = -1;
        for (int pass = 0; status != SAVED; pass++) {
            const char *name = arena_printf(place->a, "person:%zu-%d", i, pass);
            store_close(&place->store);
            pid_t child = fork();
            if (child == 0)
                write_and_die(place, name, pass, results[i]);
            waitpid(child, &status, 0);
            assert_true(WIFEXITED(status));
            status = WEXITSTATUS(status);
            assert_true(status < UNTRUE);
            seen[status]++;
            place_reopen(place);
            if (status != NOT_KNOWN)
                assert_int_equal(has_name(place, name), status == SAVED);
            assert_true(store_check(place->store, place->a, &place->error));
        }
    }
    assert_true(seen[SAVED] == 2 && seen[NOT_SAVED] > 2 && seen[NOT_KNOWN] > 0);
}

static void the_log_shrinks_when_it_was_checkpointed(void **state) {
    struct place *place = place_create(state);
    struct asker asker = {.place = place, .a = place->a};
    struct stat status;
    assert_int_equal(store_write(place->store, put_very_much, &asker, place->a, &place->error), WRITTEN);
    assert_int_equal(stat(place_path(place, "data/comity.db-wal"), &status), 0);
    assert_true(status.st_size > 16 << 20);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    assert_int_equal(stat(place_path(place, "data/comity.db-wal"), &status), 0);
    assert_int_equal(status.st_size, 16 << 20);
}

/* Somebody who reads, and goes soon after they were told to. */
struct glance {
    struct place *place;
    sem_t begun, leave;
    pthread_t thread;
};

static void *glance_run(void *context) {
    struct glance *glance = context;
    struct db *db = store_reader(glance->place->store);
    db_begin(db);
    query_int(query(db, Q_RECORD_COUNT), 0);
    sem_post(&glance->begun);
    sem_wait(&glance->leave);
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    db_end(db);
    return NULL;
}

static void glance_begin(struct glance *glance, struct place *place) {
    glance->place = place;
    sem_init(&glance->begun, 0, 0);
    sem_init(&glance->leave, 0, 0);
    pthread_create(&glance->thread, NULL, glance_run, glance);
    sem_wait(&glance->begun);
}

static void glance_end(struct glance *glance) {
    sem_post(&glance->leave);
    pthread_join(glance->thread, NULL);
    sem_destroy(&glance->begun);
    sem_destroy(&glance->leave);
}

/* How often the log was started anew: the fourth number of its head. */
static uint32_t log_number(struct place *place) {
    unsigned char head[16] = {0};
    FILE *log = fopen(place_path(place, "data/comity.db-wal"), "rb");
    assert_non_null(log);
    assert_int_equal(fread(head, sizeof(head), 1, log), 1);
    fclose(log);
    return (uint32_t)head[12] << 24 | (uint32_t)head[13] << 16 | (uint32_t)head[14] << 8 | head[15];
}

/* Whether it starts anew at a write in the midst of which somebody reads. */
static bool starts_anew_past_a_reader(struct place *place) {
    struct asker asker = {.place = place, .a = place->a};
    struct glance glance;
    uint32_t before = log_number(place);
    glance_begin(&glance, place);
    assert_int_equal(store_write(place->store, put_very_much, &asker, place->a, &place->error), WRITTEN);
    glance_end(&glance);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    return log_number(place) > before;
}

static void a_long_log_starts_anew_although_there_is_always_a_reader(void **state) {
    struct place *place = place_create(state);
    struct asker asker = {.place = place, .a = place->a};
    struct glance glance;
    glance_begin(&glance, place);
    for (int i = 0; i < 3; i++)
        assert_int_equal(store_write(place->store, put_very_much, &asker, place->a, &place->error), WRITTEN);
    glance_end(&glance);
    bool anew = false;
    for (int i = 0; i < 20 && !anew;
         i++) /* a machine under load may let a reader rest for longer than it is waited for */
        anew = starts_anew_past_a_reader(place);
    assert_true(anew);
}

/* ---- a lost connection */

static bool add_and_be_cut(struct db *db, void *context) {
    put_name(db, "person:1");
    place_cut(context);
    return true;
}

static void a_connection_lost_in_a_job_fails_it_and_is_made_again(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(store_write(place->store, add_and_be_cut, place, place->a, &place->error), WRITE_FAILED);
    assert_string_equal(place->error, "This was not saved: the connection to PostgreSQL was lost.");
    assert_false(has_name(place, "person:1"));
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    assert_true(has_name(place, "person:1"));
}

/* A server that ends the session in the very commit. */
static void a_connection_lost_in_a_commit_leaves_the_outcome_unknown(void **state) {
    struct place *place = place_create(state);
    place_tell(place, "CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                      " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;"
                      "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON principal DEFERRABLE INITIALLY DEFERRED"
                      " FOR EACH ROW EXECUTE FUNCTION end_session()");
    assert_int_equal(add_name(place, "person:1"), WRITE_UNKNOWN);
    assert_string_equal(place->error, "It is not known whether this was saved: the connection to PostgreSQL was lost.");
    place_tell(place, "DROP TRIGGER at_commit ON principal");
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
}

static void a_commit_that_the_server_refuses_fails_its_jobs(void **state) {
    struct place *place = place_create(state);
    place_tell(place, "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                      " RAISE 'not today'; END $$;"
                      "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON principal DEFERRABLE INITIALLY DEFERRED"
                      " FOR EACH ROW EXECUTE FUNCTION refuse()");
    assert_int_equal(add_name(place, "person:1"), WRITE_FAILED);
    assert_non_null(strstr(place->error, "This was not saved: PostgreSQL says: ERROR:  not today"));
    assert_false(has_name(place, "person:1"));
}

static void a_connection_lost_between_transactions_is_not_noticed(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    assert_true(has_name(place, "person:1"));
    place_cut(place);
    assert_int_equal(add_name(place, "person:2"), WRITTEN);
    assert_true(has_name(place, "person:2"));
}

static void a_reader_whose_connection_was_lost_fails_once(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    struct db *db = store_reader(place->store);
    db_begin(db);
    place_cut(place);
    struct query *q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, "person:1");
    assert_int_equal(query_int(q, 0), 0);
    assert_non_null(db_failed(db));
    db_end(db);
    assert_true(has_name(place, "person:1"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_SQLITE(an_answer_comes_after_the_log_is_synced),
        ON_BOTH(a_crash_in_a_job_keeps_what_was_answered_and_nothing_else),
        ON_SQLITE(a_full_disk_fails_the_write_and_a_later_one_works),
        ON_SQLITE(when_a_commit_fails_a_refusal_that_saw_it_fails_too),
        ON_SQLITE(when_the_disk_fills_in_a_job_the_next_jobs_get_a_transaction_of_their_own),
        ON_SQLITE(wherever_the_disk_fails_an_answer_is_true),
        ON_SQLITE(the_log_shrinks_when_it_was_checkpointed),
        ON_SQLITE(a_long_log_starts_anew_although_there_is_always_a_reader),
        ON_POSTGRESQL(a_connection_lost_in_a_job_fails_it_and_is_made_again),
        ON_POSTGRESQL(a_connection_lost_in_a_commit_leaves_the_outcome_unknown),
        ON_POSTGRESQL(a_commit_that_the_server_refuses_fails_its_jobs),
        ON_POSTGRESQL(a_connection_lost_between_transactions_is_not_noticed),
        ON_POSTGRESQL(a_reader_whose_connection_was_lost_fails_once),
    };
    faults_install();
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
