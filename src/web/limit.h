/*
 * limit: how often something may be done, for each name and in this process. Private to web.
 *
 * There are few places and many names: two that share a place share the limit, and a stranger cannot fill memory with
 * names.
 */
#ifndef COMITY_WEB_LIMIT_H
#define COMITY_WEB_LIMIT_H

#include <pthread.h>

#include "base/base.h"

#define LIMIT_PLACES 1024
#define LIMIT_MINUTE 60
#define LIMIT_RETRY "60"  /* seconds: Retry-After (RFC 9110, 10.2.3) */
#define LIMIT_OPENINGS 60 /* records that may be opened without an account in a minute, by all strangers together */

struct limit {
    pthread_mutex_t lock; /* of all below */
    struct {
        instant since; /* of the first that counts */
        int count;
    } places[LIMIT_PLACES];
};

void limit_init(struct limit *limit);
void limit_end(struct limit *limit);

/* Counts one more under the name (in whatever case it is written), if there have been fewer than `most` of it within so
 * many seconds; else false, and it is not counted. */
bool limit_take(struct limit *limit, const char *name, int most, int seconds, instant now);
/* The same without counting. */
bool limit_has_room(struct limit *limit, const char *name, int most, int seconds, instant now);
/* Begins the name's count anew. */
void limit_forget(struct limit *limit, const char *name);

#endif
