#include "store/test_asker.h"

#include <unistd.h>

bool put_name(struct db *db, const char *name) {
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, name);
    return query_int(q, 0) > 0;
}

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

void gate_shut(struct gate *gate, struct place *place) {
    gate->place = place;
    sem_init(&gate->entered, 0, 0);
    sem_init(&gate->leave, 0, 0);
    pthread_create(&gate->thread, NULL, gate_run, gate);
    sem_wait(&gate->entered);
}

void gate_open(struct gate *gate) {
    sem_post(&gate->leave);
    pthread_join(gate->thread, NULL);
    sem_destroy(&gate->entered);
    sem_destroy(&gate->leave);
}

bool put_name_job(struct db *db, void *context) {
    return put_name(db, ((struct asker *)context)->name);
}

bool refuse_if_there(struct db *db, void *context) {
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

void ask(struct asker *asker, struct place *place, store_job *job, const char *name) {
    const struct job *last = last_in_queue(place->store);
    *asker = (struct asker){.place = place, .job = job, .name = name, .a = arena_new()};
    pthread_create(&asker->thread, NULL, asker_run, asker);
    while (last_in_queue(place->store) == last)
        usleep(100);
}

enum written answer_of(struct asker *asker) {
    pthread_join(asker->thread, NULL);
    arena_free(&asker->a);
    return asker->written;
}
