#include "web/limit.h"

#include <sodium.h>

void limit_init(struct limit *limit) {
    memset(limit->places, 0, sizeof(limit->places));
    pthread_mutex_init(&limit->lock, NULL);
}

void limit_end(struct limit *limit) {
    pthread_mutex_destroy(&limit->lock);
}

static size_t place_of(const char *name) {
    uint8_t digest[crypto_generichash_BYTES_MIN];
    uint64_t hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof(digest));
    for (const char *p = name; *p != '\0'; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        crypto_generichash_update(&state, (const uint8_t *)&c, 1);
    }
    crypto_generichash_final(&state, digest, sizeof(digest));
    memcpy(&hash, digest, sizeof(hash));
    return hash % LIMIT_PLACES;
}

static bool look(struct limit *limit, const char *name, int most, int seconds, instant now, bool counts) {
    size_t place = place_of(name);
    pthread_mutex_lock(&limit->lock);
    if (now - limit->places[place].since >= seconds) {
        limit->places[place].since = now;
        limit->places[place].count = 0;
    }
    bool room = limit->places[place].count < most;
    if (room && counts)
        limit->places[place].count++;
    pthread_mutex_unlock(&limit->lock);
    return room;
}

bool limit_take(struct limit *limit, const char *name, int most, int seconds, instant now) {
    return look(limit, name, most, seconds, now, true);
}

bool limit_has_room(struct limit *limit, const char *name, int most, int seconds, instant now) {
    return look(limit, name, most, seconds, now, false);
}

void limit_forget(struct limit *limit, const char *name) {
    size_t place = place_of(name);
    pthread_mutex_lock(&limit->lock);
    limit->places[place].count = 0;
    pthread_mutex_unlock(&limit->lock);
}
