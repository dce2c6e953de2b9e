/*
 * password: argon2id, few at a time, and a limit on guessing. Private to web.
 *
 * Each hash takes 64 MiB and some tens of milliseconds on purpose (RFC 9106), and the thread of the server that makes
 * it answers nobody else meanwhile. Hence only two are made at once, a few may wait for them for a moment, and in the
 * long run there are four a second; an office that comes in at nine is a burst, which is let in. Others are told to try
 * again: no stranger can fill a queue. A name that nobody has costs as much as a wrong password, so that the time does
 * not tell who is here.
 */
#ifndef COMITY_WEB_PASSWORD_H
#define COMITY_WEB_PASSWORD_H

#include <pthread.h>

#include "web/limit.h"

#define PASSWORD_LEAST 12 /* characters; NIST SP 800-63B asks for length, not for kinds of characters */
#define PASSWORD_MOST 200
#define PASSWORD_TRIES 10       /* failures for one name before it must wait */
#define PASSWORD_TRIES_TIME 900 /* seconds: the failures counted, and the wait */
#define PASSWORD_RETRY "2"      /* seconds: Retry-After (RFC 9110, 10.2.3) when too many are checked just now */

/* Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB and 2 passes. */
#define PASSWORD_MEMORY ((size_t)19 << 20)
#define PASSWORD_PASSES 2
#define PASSWORD_AT_ONCE 2
#define PASSWORD_WAITING 4  /* at most, for one of these to end: with them fewer than the threads of the server */
#define PASSWORD_PATIENCE 1 /* seconds that one waits */
#define PASSWORD_BURST 16   /* one after the other, when there were none for a while */
#define PASSWORD_REFILL 250 /* milliseconds after which there may be one more */

/* A password to hash, or to hold against a hash. Lives in the arena of its request. */
struct password_work {
    const char *password;
    const char *against;    /* NULL: to hash */
    bool finished, refused; /* refused: too many are at it */
    bool right;
    char *hash; /* has room for it */
};

struct passwords {
    char *decoy;          /* the hash of a random password */
    pthread_mutex_t lock; /* of the three below */
    pthread_cond_t place; /* one has come free */
    int at_it, waiting;
    int64_t full;       /* when a whole burst may be begun again, in milliseconds of the monotonic clock */
    struct limit wrong; /* by name */
};

bool passwords_init(struct passwords *passwords, struct arena *a);
void passwords_end(struct passwords *passwords);

/* Does the work, or refuses it when there are too many; it is finished either way. Waits for PASSWORD_PATIENCE at most.
 */
void password_try(struct passwords *passwords, struct password_work *work);

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
