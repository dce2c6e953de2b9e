/*
 * password: argon2id, few at a time, and a limit on guessing. Private to web.
 *
 * Each hash takes 64 MiB and some tens of milliseconds on purpose (RFC 9106), so that two threads of their own make
 * them and no thread that answers requests; some may wait, and others are told at once to try again. A name that nobody
 * has costs as much as a wrong password, so that the time does not tell who is here.
 */
#ifndef COMITY_WEB_PASSWORD_H
#define COMITY_WEB_PASSWORD_H

#include <pthread.h>

#include "base/base.h"

#define PASSWORD_LEAST 12 /* characters; NIST SP 800-63B asks for length, not for kinds of characters */
#define PASSWORD_MOST 200
#define PASSWORD_TRIES 10       /* failures for one name before it must wait */
#define PASSWORD_TRIES_TIME 900 /* seconds: the failures counted, and the wait */
#define PASSWORD_NAMES 1024
#define PASSWORD_RETRY "2" /* seconds: Retry-After (RFC 9110, 10.2.3) when too many are checked just now */

#define PASSWORD_THREADS 2
#define PASSWORD_WAITING 16

/* A password to hash, or to hold against a hash. Lives in the arena of its request. */
struct password_work {
    const char *password;
    const char *against;    /* NULL: to hash */
    bool finished, refused; /* refused: too many waited */
    bool right;
    char *hash;                  /* has room for it */
    void (*done)(void *context); /* called by the thread that did it, which then leaves the work alone */
    void *context;
    struct password_work *next;
};

struct passwords {
    char *decoy;          /* the hash of a random password */
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t wake;
    pthread_t threads[PASSWORD_THREADS];
    size_t thread_count, waiting;
    bool closing;
    struct password_work *first, *last;
    struct {
        instant since; /* of the first failure that counts */
        int failures;
    } tries[PASSWORD_NAMES]; /* by the hash: two names that share a place share the limit */
};

/* Starts the threads. */
bool passwords_init(struct passwords *passwords, struct arena *a);
/* Does what waits, and ends them; work that comes later is refused. Before passwords_end, which frees what they used.
 */
void passwords_stop(struct passwords *passwords);
void passwords_end(struct passwords *passwords);

/* Hands it to a thread. False when too many wait: it is then finished and refused, and done is not called. */
bool passwords_give(struct passwords *passwords, struct password_work *work);
/* What the thread does, but for calling done. */
void password_do(struct password_work *work);

enum password_said { PASSWORD_LATER, PASSWORD_RIGHT, PASSWORD_WRONG, PASSWORD_BUSY, PASSWORD_TOO_OFTEN };
/* Called twice: makes *work_at and says PASSWORD_LATER; then, when that is finished, says what came of it. hash NULL:
 * nobody of that name. now: the real clock's. */
enum password_said password_check(struct passwords *passwords, struct password_work **work_at, const char *name,
                                  const char *hash, const char *password, instant now, struct arena *a);
/* To make the hash that is kept. */
struct password_work *password_hash(const char *password, struct arena *a);
/* NULL for one that will do; else what is wrong with it. */
const char *password_problem(const char *password, const char *again);

#endif
