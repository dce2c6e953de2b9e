/*
 * password: argon2id, few at a time, and a limit on guessing. Private to web.
 *
 * Each hash takes 64 MiB and some tens of milliseconds on purpose (RFC 9106), so that only two are
 * made at once, and four in a second; others are told to try again, and nobody waits in a queue that a stranger
 * could fill. A name that nobody has costs as much as a wrong password, so that the time does not tell who is here.
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

#define PASSWORD_AT_ONCE 2
#define PASSWORD_A_SECOND 4 /* a thread of the server that hashes one after the other answers nobody else */

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
    pthread_mutex_t lock; /* of all below */
    int at_it, begun;
    time_t second; /* in which so many were begun */
    struct {
        instant since; /* of the first failure that counts */
        int failures;
    } tries[PASSWORD_NAMES]; /* by the hash: two names that share a place share the limit */
};

bool passwords_init(struct passwords *passwords, struct arena *a);
void passwords_end(struct passwords *passwords);

/* Does the work, or refuses it when so many are at it already; it is finished either way. */
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
