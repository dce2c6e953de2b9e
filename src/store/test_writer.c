/* What the writer makes of jobs: one by one, and many at once. */
#include "store/test_asker.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <unistd.h>

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
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
