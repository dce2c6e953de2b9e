#include "store/store_private.h"
#include "store/test_faults.h"
#include "store/test_place.h"

#include <semaphore.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static bool put_name(struct db *db, const char *name) {
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, name);
    return query_int(q, 0) > 0;
}

/* ---- one job */

static bool add_and_refuse(struct db *db, void *context) {
    put_name(db, context);
    return false;
}

static void a_refusal_undoes_what_its_job_wrote(void **state) {
    struct place *place = place_create(state);
    static char name[] = "person:1";
    assert_int_equal(store_write(place->store, add_and_refuse, name, place->a, &place->error), NOT_WRITTEN);
    assert_false(has_name(place, name));
    assert_int_equal(add_name(place, "person:2"), WRITTEN);
    assert_true(has_name(place, "person:2"));
}

/* Grants to a principal that is not there, says that all is well, and goes on. */
static bool add_and_break_a_key(struct db *db, void *context) {
    (void)context;
    put_name(db, "person:1");
    struct query *q = query(db, Q_HOLDS_ADD);
    bind_text(q, "person:1");
    for (int i = 0; i < 4; i++)
        bind_int(q, 999999);
    query_run(q);
    put_name(db, "person:3");
    return true;
}

static void a_failure_in_a_job_undoes_it_whatever_it_returns(void **state) {
    struct place *place = place_create(state);
    assert_int_equal(store_write(place->store, add_and_break_a_key, NULL, place->a, &place->error), WRITE_FAILED);
    assert_non_null(strcasestr(place->error, "foreign key constraint"));
    assert_false(has_name(place, "person:1"));
    assert_false(has_name(place, "person:3"));
    assert_int_equal(add_name(place, "person:2"), WRITTEN);
}

static bool leave_a_query_open(struct db *db, void *context) {
    (void)context;
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, "person:1");
    return query_step(q);
}

static void a_query_that_a_job_left_open_is_ended(void **state) {
    struct place *place = place_create(state);
    for (int i = 0; i < 2; i++)
        assert_int_equal(store_write(place->store, leave_a_query_open, NULL, place->a, &place->error), WRITTEN);
}

/* ---- many jobs */

/* A job that others gather behind, so that one commit carries them all. */
struct gate {
    struct place *place;
    sem_t entered, leave;
    pthread_t thread;
};

static bool stand_in_gate(struct db *db, void *context) {
    (void)db;
    struct gate *gate = context;
    sem_post(&gate->entered);
    sem_wait(&gate->leave);
    return false;
}

static void *gate_run(void *context) {
    struct gate *gate = context;
    struct arena *a = arena_new();
    const char *error;
    store_write(gate->place->store, stand_in_gate, gate, a, &error);
    arena_free(&a);
    return NULL;
}

static void gate_shut(struct gate *gate, struct place *place) {
    gate->place = place;
    sem_init(&gate->entered, 0, 0);
    sem_init(&gate->leave, 0, 0);
    pthread_create(&gate->thread, NULL, gate_run, gate);
    sem_wait(&gate->entered);
}

static void gate_open(struct gate *gate) {
    sem_post(&gate->leave);
    pthread_join(gate->thread, NULL);
    sem_destroy(&gate->entered);
    sem_destroy(&gate->leave);
}

/* A thread that asks for one job. */
struct asker {
    struct place *place;
    store_job *job;
    const char *name;
    struct arena *a;
    const char *error;
    enum written written;
    pthread_t thread;
};

static bool put_name_job(struct db *db, void *context) {
    return put_name(db, ((struct asker *)context)->name);
}

/* Refuses because it sees what an earlier job wrote. */
static bool refuse_if_there(struct db *db, void *context) {
    struct query *q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, ((struct asker *)context)->name);
    return query_int(q, 0) == 0;
}

static void *asker_run(void *context) {
    struct asker *asker = context;
    asker->written = store_write(asker->place->store, asker->job, asker, asker->a, &asker->error);
    return NULL;
}

static const struct job *last_in_queue(struct store *store) {
    pthread_mutex_lock(&store->lock);
    const struct job *last = store->last;
    pthread_mutex_unlock(&store->lock);
    return last;
}

/* Returns when the job stands in the queue, behind a gate that is shut. */
static void ask(struct asker *asker, struct place *place, store_job *job, const char *name) {
    const struct job *last = last_in_queue(place->store);
    *asker = (struct asker){.place = place, .job = job, .name = name, .a = arena_new()};
    pthread_create(&asker->thread, NULL, asker_run, asker);
    while (last_in_queue(place->store) == last)
        usleep(100);
}

static enum written answer_of(struct asker *asker) {
    pthread_join(asker->thread, NULL);
    arena_free(&asker->a);
    return asker->written;
}

static void jobs_that_wait_share_a_commit(void **state) {
    struct place *place = place_create(state);
    struct gate gate;
    struct asker askers[3];
    gate_shut(&gate, place);
    ask(&askers[0], place, put_name_job, "person:1");
    ask(&askers[1], place, refuse_if_there, "person:1");
    ask(&askers[2], place, put_name_job, "person:2");
    gate_open(&gate);
    assert_int_equal(answer_of(&askers[0]), WRITTEN);
    assert_int_equal(answer_of(&askers[1]), NOT_WRITTEN);
    assert_int_equal(answer_of(&askers[2]), WRITTEN);
    struct store_figures figures;
    store_figures(place->store, &figures);
    assert_int_equal(figures.commits, 1);
    assert_int_equal(figures.jobs, 4);
    assert_true(has_name(place, "person:1") && has_name(place, "person:2"));
}

static void a_failed_job_does_not_fail_the_others_of_its_commit(void **state) {
    struct place *place = place_create(state);
    struct gate gate;
    struct asker askers[3];
    gate_shut(&gate, place);
    ask(&askers[0], place, put_name_job, "person:2");
    ask(&askers[1], place, add_and_break_a_key, "");
    ask(&askers[2], place, put_name_job, "person:4");
    gate_open(&gate);
    assert_int_equal(answer_of(&askers[0]), WRITTEN);
    assert_int_equal(answer_of(&askers[1]), WRITE_FAILED);
    assert_int_equal(answer_of(&askers[2]), WRITTEN);
    assert_true(has_name(place, "person:2") && has_name(place, "person:4"));
    assert_false(has_name(place, "person:1") || has_name(place, "person:3"));
}

#define THREADS 8
#define JOBS 40

static void *add_many(void *context) {
    struct asker *asker = context;
    for (int i = 0; i < JOBS; i++) {
        arena_reset(asker->a);
        struct asker one = *asker;
        one.name = arena_printf(asker->a, "%s-%d", asker->name, i);
        if (store_write(one.place->store, put_name_job, &one, one.a, &one.error) != WRITTEN)
            return (void *)(uintptr_t)one.error;
    }
    return NULL;
}

static void add_from_many_threads(struct place *const *places, size_t count) {
    struct asker askers[THREADS];
    char names[THREADS][16];
    for (size_t i = 0; i < THREADS; i++) {
        snprintf(names[i], sizeof(names[i]), "person:%zu", i);
        askers[i] = (struct asker){.place = places[i % count], .name = names[i], .a = arena_new()};
        pthread_create(&askers[i].thread, NULL, add_many, &askers[i]);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *error;
        pthread_join(askers[i].thread, &error);
        if (error != NULL)
            fail_msg("%s", (const char *)error);
        arena_free(&askers[i].a);
    }
    for (int i = 0; i < THREADS * JOBS; i++)
        assert_true(has_name(places[0], arena_printf(places[0]->a, "person:%d-%d", i / JOBS, i % JOBS)));
}

static void every_job_of_many_threads_is_answered_with_fewer_commits(void **state) {
    struct place *place = place_create(state);
    add_from_many_threads(&place, 1);
    struct store_figures figures;
    store_figures(place->store, &figures);
    assert_int_equal(figures.jobs, THREADS * JOBS);
    assert_true(figures.commits < figures.jobs);
    assert_true(figures.commits > 0);
}

/* A second store of the same place stands for a second program. */
static struct place place_twice(struct place *place) {
    struct place other = *place;
    if (!store_open(place->location, STORE_OPEN, place->a, &other.store, &place->error))
        fail_msg("%s", place->error);
    return other;
}

static void two_programs_can_write(void **state) {
    struct place *place = place_create(state);
    struct place other = place_twice(place);
    struct place *places[] = {place, &other};
    add_from_many_threads(places, 2);
    store_close(&other.store);
}

static atomic_bool began;

static bool note_that_it_began(struct db *db, void *context) {
    (void)db;
    (void)context;
    began = true;
    return false;
}

static void a_job_of_one_program_waits_for_that_of_another(void **state) {
    struct place *place = place_create(state);
    struct place other = place_twice(place);
    struct gate gate;
    struct asker asker;
    began = false;
    gate_shut(&gate, place);
    ask(&asker, &other, note_that_it_began, "");
    usleep(50000);
    bool too_early = began;
    gate_open(&gate);
    answer_of(&asker);
    store_close(&other.store);
    assert_false(too_early);
    assert_true(began);
}

static void *hold_the_lock_a_while(void *arg) {
    usleep(200000);
    sqlite3_exec(arg, "COMMIT", NULL, NULL, NULL);
    return NULL;
}

static void a_write_waits_for_another_program_that_is_busy(void **state) {
    struct place *place = place_create(state);
    sqlite3 *handle;
    pthread_t thread;
    assert_int_equal(sqlite3_open(place_path(place, "data/comity.db"), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    pthread_create(&thread, NULL, hold_the_lock_a_while, handle);
    assert_int_equal(add_name(place, "person:1"), WRITTEN);
    pthread_join(thread, NULL);
    sqlite3_close(handle);
}

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
        ON_BOTH(a_refusal_undoes_what_its_job_wrote),
        ON_BOTH(a_failure_in_a_job_undoes_it_whatever_it_returns),
        ON_BOTH(a_query_that_a_job_left_open_is_ended),
        ON_BOTH(jobs_that_wait_share_a_commit),
        ON_BOTH(every_job_of_many_threads_is_answered_with_fewer_commits),
        ON_BOTH(a_failed_job_does_not_fail_the_others_of_its_commit),
        ON_BOTH(two_programs_can_write),
        ON_BOTH(a_job_of_one_program_waits_for_that_of_another),
        ON_SQLITE(a_write_waits_for_another_program_that_is_busy),
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
