/* ticker: the thread that has the engine deal with what falls due, within a second or so. Private to web. */
#ifndef COMITY_WEB_TICKER_H
#define COMITY_WEB_TICKER_H

#include <pthread.h>

#include "engine/engine.h"

struct ticker {
    struct engine *engine;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool running, stop;
};

bool ticker_start(struct ticker *ticker, struct engine *engine);
void ticker_stop(struct ticker *ticker);

#endif
