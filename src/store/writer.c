/*
 * The writer's thread. It takes whatever jobs have come while it committed the last ones, runs each behind a savepoint,
 * commits once, and only then answers: also those that wrote nothing, for what they saw and said may come from a job of
 * the same commit. When the commit fails, all its jobs have failed.
 */
#include "store/store_private.h"

#include <assert.h>

#define MOST_IN_A_COMMIT 256

struct job {
    struct job *next;
    store_job *run;
    void *context;
    struct arena *a; /* the waiting caller's, which rests meanwhile */
    const char *error;
    enum written written;
    bool answered;
    pthread_cond_t answer;
};

static void job_fail(struct job *job, const struct db *db) {
    job->written = db->outcome_unknown ? WRITE_UNKNOWN : WRITE_FAILED;
    job->error = arena_printf(job->a, "%s: %s.",
                              db->outcome_unknown ? "It is not known whether this was saved" : "This was not saved",
                              db->failure);
}

/* Waits for jobs and takes them off the queue; NULL when the store is closing and there are none. */
static struct job *take(struct store *store) {
    pthread_mutex_lock(&store->lock);
    while (store->first == NULL && !store->closing)
        pthread_cond_wait(&store->wake, &store->lock);
    struct job *jobs = store->first, *last = jobs;
    for (int taken = 1; last != NULL && last->next != NULL && taken < MOST_IN_A_COMMIT; taken++)
        last = last->next;
    if (last != NULL) {
        store->first = last->next;
        last->next = NULL;
    }
    pthread_mutex_unlock(&store->lock);
    return jobs;
}

/* Returns whether the transaction can go on. */
static bool run_job(struct db *db, struct job *job) {
    if (!db->engine->savepoint(db))
        return false;
    bool keep = job->run(db, job->context);
    db_end_queries(db);
    bool failed = db_failed(db) != NULL;
    if (keep && !failed) {
        job->written = WRITTEN;
        return db->engine->release(db);
    }
    job->written = NOT_WRITTEN;
    if (failed)
        job_fail(job, db);
    if (!db->engine->undo(db))
        return false;
    db_clear(db);
    return true;
}

static void answer(struct store *store, struct job *jobs, const struct job *end, bool committed) {
    pthread_mutex_lock(&store->lock);
    store->figures.commits += committed;
    for (struct job *job = jobs; job != end; job = job->next) {
        store->figures.jobs++;
        job->answered = true;
        pthread_cond_signal(&job->answer);
    }
    pthread_mutex_unlock(&store->lock);
}

/* One transaction: answers the jobs that it ran and returns the others. An engine may lose the whole transaction in
 * the middle (SQLite when the disk is full); then those that ran have failed, and the others get another one. */
static struct job *run_transaction(struct store *store, struct job *jobs) {
    struct db *db = store->writer;
    struct job *rest = jobs;
    bool wrote = false;
    db_clear(db);
    bool good = db->engine->begin_write(db);
    if (!good)
        rest = NULL; /* it would not begin for the others either */
    while (good && rest != NULL) {
        good = run_job(db, rest);
        wrote |= rest->written == WRITTEN;
        rest = rest->next;
    }
    if (good && wrote)
        good = db->engine->commit(db);
    else
        db->engine->rollback(db);
    if (!good)
        for (struct job *job = jobs; job != rest; job = job->next)
            job_fail(job, db);
    answer(store, jobs, rest, good && wrote);
    return rest;
}

static void *writer_run(void *arg) {
    struct store *store = arg;
    struct job *jobs;
    while ((jobs = take(store)) != NULL) {
        while (jobs != NULL)
            jobs = run_transaction(store, jobs);
        store->engine->tidy(store->writer);
    }
    return NULL;
}

bool writer_start(struct store *store, struct arena *a, const char **error_r) {
    int error = pthread_create(&store->thread, NULL, writer_run, store);
    if (error != 0)
        return fail(a, error_r, "The writer's thread cannot be started: %s.", strerror(error));
    return true;
}

void writer_stop(struct store *store) {
    pthread_mutex_lock(&store->lock);
    store->closing = true;
    pthread_cond_signal(&store->wake);
    pthread_mutex_unlock(&store->lock);
    pthread_join(store->thread, NULL);
}

enum written store_write(struct store *store, store_job *run, void *context, struct arena *a, const char **error_r) {
    const struct db *reader = pthread_getspecific(store->reader);
    assert(reader == NULL || !reader->reading);
    struct job job = {.run = run, .context = context, .a = a};
    pthread_cond_init(&job.answer, NULL);
    pthread_mutex_lock(&store->lock);
    if (store->first == NULL)
        store->first = &job;
    else
        store->last->next = &job;
    store->last = &job;
    pthread_cond_signal(&store->wake);
    while (!job.answered)
        pthread_cond_wait(&job.answer, &store->lock);
    pthread_mutex_unlock(&store->lock);
    pthread_cond_destroy(&job.answer);
    if (job.error != NULL)
        *error_r = job.error;
    return job.written;
}

void store_figures(struct store *store, struct store_figures *figures_r) {
    pthread_mutex_lock(&store->lock);
    *figures_r = store->figures;
    pthread_mutex_unlock(&store->lock);
}
