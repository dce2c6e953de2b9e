/*
 * password: argon2id, few at a time, and a limit on guessing. Private to web.
 *
 * Each check takes 64 MiB and some tens of milliseconds on purpose (RFC 9106), so that no more than two run at once and
 * two wait; all others are told at once to try again, for whoever waits keeps a thread of the server from those who are
 * signed in. A name that nobody has costs as much as a wrong password, so that the time does not tell who is here.
 */
#ifndef COMITY_WEB_PASSWORD_H
#define COMITY_WEB_PASSWORD_H

#include <pthread.h>
#include <semaphore.h>

#include "base/base.h"

#define PASSWORD_LEAST 12 /* characters; NIST SP 800-63B asks for length, not for kinds of characters */
#define PASSWORD_MOST 200
#define PASSWORD_TRIES 10       /* failures for one name before it must wait */
#define PASSWORD_TRIES_TIME 900 /* seconds: the failures counted, and the wait */
#define PASSWORD_NAMES 1024
#define PASSWORD_RETRY "2" /* seconds: Retry-After (RFC 9110, 10.2.3) when too many are checked just now */

struct passwords {
    sem_t places, room; /* room: for those at work and those who wait */
    char *decoy;        /* the hash of a random password */
    pthread_mutex_t lock;
    struct {
        instant since; /* of the first failure that counts */
        int failures;
    } tries[PASSWORD_NAMES]; /* by the hash: two names that share a place share the limit */
};

bool passwords_init(struct passwords *passwords, struct arena *a);
void passwords_end(struct passwords *passwords);

enum password_said { PASSWORD_RIGHT, PASSWORD_WRONG, PASSWORD_BUSY, PASSWORD_TOO_OFTEN };
/* hash NULL: nobody of that name. now: the real clock's. */
enum password_said password_check(struct passwords *passwords, const char *name, const char *hash, const char *password,
                                  instant now);
/* The hash to keep; NULL when too many are being made just now. */
char *password_hash(struct passwords *passwords, const char *password, struct arena *a);
/* NULL for one that will do; else what is wrong with it. */
const char *password_problem(const char *password, const char *again);

#endif
