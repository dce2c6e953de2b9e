#include "web/password.h"

#include <sodium.h>

#define AT_ONCE 2
#define WAITING 2 /* no more: each of them keeps a thread that could answer others */

bool passwords_init(struct passwords *passwords, struct arena *a) {
    *passwords = (struct passwords){0};
    passwords->decoy = arena_alloc(a, crypto_pwhash_STRBYTES);
    uint8_t random[32];
    randombytes_buf(random, sizeof(random));
    if (crypto_pwhash_str(passwords->decoy, (const char *)random, sizeof(random), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return false;
    sem_init(&passwords->places, 0, AT_ONCE);
    sem_init(&passwords->room, 0, AT_ONCE + WAITING);
    pthread_mutex_init(&passwords->lock, NULL);
    return true;
}

void passwords_end(struct passwords *passwords) {
    sem_destroy(&passwords->places);
    sem_destroy(&passwords->room);
    pthread_mutex_destroy(&passwords->lock);
}

/* False at once when all places are taken and enough wait; a wait is as long as a hash or two. */
static bool take_place(struct passwords *passwords) {
    if (sem_trywait(&passwords->room) != 0)
        return false;
    while (sem_wait(&passwords->places) != 0)
        continue; /* a signal came */
    return true;
}

static void leave_place(struct passwords *passwords) {
    sem_post(&passwords->places);
    sem_post(&passwords->room);
}

/* ---- guessing ---- */

static uint64_t name_hash(const char *name) {
    uint64_t hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, crypto_generichash_BYTES_MIN);
    for (const char *p = name; *p != '\0'; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        crypto_generichash_update(&state, (const uint8_t *)&c, 1);
    }
    uint8_t digest[crypto_generichash_BYTES_MIN];
    crypto_generichash_final(&state, digest, sizeof(digest));
    memcpy(&hash, digest, sizeof(hash));
    return hash;
}

static bool may_try(struct passwords *passwords, uint64_t name, instant now) {
    pthread_mutex_lock(&passwords->lock);
    size_t place = name % PASSWORD_NAMES;
    bool may =
        passwords->tries[place].failures < PASSWORD_TRIES || now - passwords->tries[place].since >= PASSWORD_TRIES_TIME;
    pthread_mutex_unlock(&passwords->lock);
    return may;
}

static void note_try(struct passwords *passwords, uint64_t name, bool right, instant now) {
    pthread_mutex_lock(&passwords->lock);
    size_t place = name % PASSWORD_NAMES;
    if (right || now - passwords->tries[place].since >= PASSWORD_TRIES_TIME) {
        passwords->tries[place].failures = 0;
        passwords->tries[place].since = now;
    }
    if (!right)
        passwords->tries[place].failures++;
    pthread_mutex_unlock(&passwords->lock);
}

/* ---- checking ---- */

enum password_said password_check(struct passwords *passwords, const char *name, const char *hash, const char *password,
                                  instant now) {
    uint64_t who = name_hash(name);
    if (!may_try(passwords, who, now))
        return PASSWORD_TOO_OFTEN;
    if (!take_place(passwords))
        return PASSWORD_BUSY;
    const char *against = hash == NULL ? passwords->decoy : hash;
    size_t length = strlen(password);
    bool right = crypto_pwhash_str_verify(against, password, length > PASSWORD_MOST ? 0 : length) == 0 && hash != NULL;
    leave_place(passwords);
    note_try(passwords, who, right, now);
    return right ? PASSWORD_RIGHT : PASSWORD_WRONG;
}

char *password_hash(struct passwords *passwords, const char *password, struct arena *a) {
    if (!take_place(passwords))
        return NULL;
    char *hash = arena_alloc(a, crypto_pwhash_STRBYTES);
    bool made = crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                  crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
    leave_place(passwords);
    return made ? hash : NULL;
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
        return "Password must be 12 characters or more; three or four words do well";
    if (strlen(password) > PASSWORD_MOST)
        return "Password must be 200 characters or fewer";
    if (strspn(password, (char[]){password[0], '\0'}) == strlen(password))
        return "Password must be more than one character over and over";
    return strcmp(password, again) == 0 ? NULL : "The two passwords must be the same";
}
