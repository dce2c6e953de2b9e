#include "web/ticker.h"

/* Something that fails (a full disk) is tried again, but not every second. */
#define AFTER_FAILURE_SECONDS 30

static bool is_due(struct ticker *ticker) {
    struct db *db = store_reader(engine_store(ticker->engine));
    if (db == NULL)
        return false;
    db_begin(db);
    instant next = engine_next_due(db);
    db_end(db);
    return next != INSTANT_NONE && next <= clock_now(engine_clock(ticker->engine));
}

/* How long to wait until the next look. */
static int tick(struct ticker *ticker, struct arena *a) {
    const char *error = NULL;
    int wait = 1;
    if (is_due(ticker) && engine_tick(ticker->engine, a, &error) < 0) {
        fprintf(stderr, "comity: what is due could not be dealt with: %s\n", error);
        wait = AFTER_FAILURE_SECONDS;
    }
    arena_reset(a);
    return wait;
}

static void *run(void *context) {
    struct ticker *ticker = context;
    struct arena *a = arena_new();
    pthread_mutex_lock(&ticker->lock);
    while (!ticker->stop) {
        pthread_mutex_unlock(&ticker->lock);
        int wait = tick(ticker, a);
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += wait;
        pthread_mutex_lock(&ticker->lock);
        if (!ticker->stop)
            pthread_cond_timedwait(&ticker->wake, &ticker->lock, &until);
    }
    pthread_mutex_unlock(&ticker->lock);
    arena_free(&a);
    return NULL;
}

bool ticker_start(struct ticker *ticker, struct engine *engine) {
    *ticker = (struct ticker){.engine = engine};
    pthread_mutex_init(&ticker->lock, NULL);
    pthread_cond_init(&ticker->wake, NULL);
    ticker->running = pthread_create(&ticker->thread, NULL, run, ticker) == 0;
    return ticker->running;
}

void ticker_stop(struct ticker *ticker) {
    if (!ticker->running)
        return;
    pthread_mutex_lock(&ticker->lock);
    ticker->stop = true;
    pthread_cond_signal(&ticker->wake);
    pthread_mutex_unlock(&ticker->lock);
    pthread_join(ticker->thread, NULL);
    pthread_mutex_destroy(&ticker->lock);
    pthread_cond_destroy(&ticker->wake);
    ticker->running = false;
}
