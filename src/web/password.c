#include "web/password.h"

#include <sodium.h>

/* ---- a few at a time ---- */

static bool hash_made(char hash_r[crypto_pwhash_STRBYTES], const char *password, size_t length) {
    return crypto_pwhash_str(hash_r, password, length, PASSWORD_PASSES, PASSWORD_MEMORY) == 0;
}

static void look_at(struct password_work *work) {
    size_t length = strlen(work->password);
    if (length > PASSWORD_MOST)
        length = 0;
    if (work->against != NULL)
        work->right = crypto_pwhash_str_verify(work->against, work->password, length) == 0;
    else if (!hash_made(work->hash, work->password, length))
        work->refused = true; /* there is no memory for it just now */
}

static int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Whether one more may be begun at this rate; then it has been counted. */
static bool spend(struct passwords *passwords) {
    int64_t now = milliseconds();
    int64_t full = (passwords->full > now ? passwords->full : now) + PASSWORD_REFILL;
    if (full - now > PASSWORD_BURST * PASSWORD_REFILL)
        return false;
    passwords->full = full;
    return true;
}

/* Waits for a place while others have them all; false: none came free in time. */
static bool await_place(struct passwords *passwords) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += PASSWORD_PATIENCE;
    passwords->waiting++;
    int timed_out = 0;
    while (passwords->at_it >= PASSWORD_AT_ONCE && timed_out == 0)
        timed_out = pthread_cond_timedwait(&passwords->place, &passwords->lock, &until);
    passwords->waiting--;
    return passwords->at_it < PASSWORD_AT_ONCE;
}

/* Whether this one may be looked at now; then it has a place, until leave. */
static bool enter(struct passwords *passwords) {
    pthread_mutex_lock(&passwords->lock);
    bool full = passwords->at_it >= PASSWORD_AT_ONCE;
    bool may = (!full || passwords->waiting < PASSWORD_WAITING) && spend(passwords) && await_place(passwords);
    passwords->at_it += may;
    pthread_mutex_unlock(&passwords->lock);
    return may;
}

static void leave(struct passwords *passwords) {
    pthread_mutex_lock(&passwords->lock);
    passwords->at_it--;
    pthread_cond_signal(&passwords->place);
    pthread_mutex_unlock(&passwords->lock);
}

void password_try(struct passwords *passwords, struct password_work *work) {
    work->refused = !enter(passwords);
    work->finished = true;
    if (work->refused)
        return;
    look_at(work);
    leave(passwords);
}

bool passwords_init(struct passwords *passwords, struct arena *a) {
    *passwords = (struct passwords){0};
    passwords->decoy = arena_alloc(a, crypto_pwhash_STRBYTES);
    uint8_t random[32];
    randombytes_buf(random, sizeof(random));
    if (!hash_made(passwords->decoy, (const char *)random, sizeof(random)))
        return false;
    limit_init(&passwords->wrong);
    pthread_mutex_init(&passwords->lock, NULL);
    pthread_condattr_t by_clock;
    pthread_condattr_init(&by_clock);
    pthread_condattr_setclock(&by_clock, CLOCK_MONOTONIC);
    pthread_cond_init(&passwords->place, &by_clock);
    pthread_condattr_destroy(&by_clock);
    return true;
}

void passwords_end(struct passwords *passwords) {
    limit_end(&passwords->wrong);
    pthread_cond_destroy(&passwords->place);
    pthread_mutex_destroy(&passwords->lock);
}

/* ---- checking ---- */

enum password_said password_check(struct passwords *passwords, struct password_work **work_at, const char *name,
                                  const char *hash, const char *password, instant now, struct arena *a) {
    if (*work_at == NULL) {
        if (!limit_has_room(&passwords->wrong, name, PASSWORD_TRIES, PASSWORD_TRIES_TIME, now))
            return PASSWORD_TOO_OFTEN;
        *work_at = ARENA_NEW(a, struct password_work);
        (*work_at)->password = password;
        (*work_at)->against = hash == NULL ? passwords->decoy : hash;
        return PASSWORD_LATER;
    }
    if ((*work_at)->refused)
        return PASSWORD_BUSY;
    bool right = (*work_at)->right && (*work_at)->against != passwords->decoy && hash != NULL;
    if (right)
        limit_forget(&passwords->wrong, name);
    else
        limit_take(&passwords->wrong, name, PASSWORD_TRIES, PASSWORD_TRIES_TIME, now);
    return right ? PASSWORD_RIGHT : PASSWORD_WRONG;
}

struct password_work *password_hash(const char *password, struct arena *a) {
    struct password_work *work = ARENA_NEW(a, struct password_work);
    work->password = password;
    work->hash = arena_alloc(a, crypto_pwhash_STRBYTES);
    return work;
}

/* Code points, not bytes: continuation bytes are not counted. */
static size_t characters(const char *text) {
    size_t count = 0;
    for (const char *p = text; *p != '\0'; p++)
        count += ((unsigned char)*p & 0xc0) != 0x80;
    return count;
}

const char *password_problem(const char *password, const char *again) {
    if (characters(password) < PASSWORD_LEAST)
        return SAID("Password must be 12 characters or more; three or four words do well");
    if (strlen(password) > PASSWORD_MOST)
        return SAID("Password must be 200 characters or fewer");
    if (strspn(password, (char[]){password[0], '\0'}) == strlen(password))
        return SAID("Password must be more than one character over and over");
    return strcmp(password, again) == 0 ? NULL : SAID("The two passwords must be the same");
}
