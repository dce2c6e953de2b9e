/* Threads that ask the writer for jobs, and a gate behind which these gather, so that one commit carries them all. */
#ifndef COMITY_TEST_ASKER_H
#define COMITY_TEST_ASKER_H

#include "store/store_private.h"
#include "store/test_place.h"

#include <semaphore.h>

/* A principal of this name, within a job. */
bool put_name(struct db *db, const char *name);

struct gate {
    struct place *place;
    sem_t entered, leave;
    pthread_t thread;
};
/* Jobs that are asked for from then on wait until it opens. */
void gate_shut(struct gate *gate, struct place *place);
void gate_open(struct gate *gate);

/* A thread that asks for one job, which is given the asker. */
struct asker {
    struct place *place;
    store_job *job;
    const char *name;
    struct arena *a;
    const char *error;
    enum written written;
    pthread_t thread;
};
/* Returns when the job stands in the queue, behind a gate that is shut. */
void ask(struct asker *asker, struct place *place, store_job *job, const char *name);
enum written answer_of(struct asker *asker);

/* Jobs of an asker: writes its name; refuses because it sees what an earlier job wrote. */
bool put_name_job(struct db *db, void *context);
bool refuse_if_there(struct db *db, void *context);

#endif
