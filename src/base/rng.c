#include "base/base.h"

#include <pthread.h>
#include <sodium.h>

struct rng {
    bool seeded;
    pthread_mutex_t lock;
    uint8_t seed[randombytes_SEEDBYTES];
    uint64_t count;
};

static struct rng *rng_new(void) {
    struct rng *rng = calloc(1, sizeof(*rng));
    if (rng == NULL || sodium_init() < 0)
        abort();
    pthread_mutex_init(&rng->lock, NULL);
    return rng;
}

struct rng *rng_new_real(void) {
    return rng_new();
}

struct rng *rng_new_seeded(uint64_t seed) {
    struct rng *rng = rng_new();
    rng->seeded = true;
    memcpy(rng->seed, &seed, sizeof(seed));
    return rng;
}

void rng_free(struct rng **rng) {
    if (*rng == NULL)
        return;
    pthread_mutex_destroy(&(*rng)->lock);
    free(*rng);
    *rng = NULL;
}

static void free_branch(void *branch) {
    rng_free((struct rng **)&branch);
}

struct rng *rng_branch(struct rng *rng, struct arena *arena, const char *label) {
    if (!rng->seeded)
        return rng;
    struct rng *branch = rng_new();
    branch->seeded = true;
    uint8_t key[crypto_generichash_KEYBYTES_MIN] = {0};
    memcpy(key, rng->seed, sizeof(uint64_t)); /* without the count: how often the parent was used must not tell */
    crypto_generichash(branch->seed, sizeof(branch->seed), (const uint8_t *)label, strlen(label), key, sizeof(key));
    arena_on_reset(arena, free_branch, branch);
    return branch;
}

void rng_bytes(struct rng *rng, void *to, size_t length) {
    if (!rng->seeded) {
        randombytes_buf(to, length);
        return;
    }
    pthread_mutex_lock(&rng->lock);
    rng->count++;
    memcpy(rng->seed + sizeof(uint64_t), &rng->count, sizeof(rng->count));
    randombytes_buf_deterministic(to, length, rng->seed);
    pthread_mutex_unlock(&rng->lock);
}

/* Crockford's base 32: no letter that looks like a digit. */
static char *random_symbols(struct rng *rng, struct arena *arena, size_t count) {
    static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    char *text = arena_alloc(arena, count + 1);
    rng_bytes(rng, text, count);
    for (size_t i = 0; i < count; i++)
        text[i] = symbols[(unsigned char)text[i] % 32];
    return text;
}

char *rng_reference(struct rng *rng, struct arena *arena, const char *prefix) {
    const char *text = random_symbols(rng, arena, 8);
    return arena_printf(arena, "%s-%.4s-%.4s", prefix, text, text + 4);
}

char *rng_code(struct rng *rng, struct arena *arena) {
    const char *text = random_symbols(rng, arena, 16);
    return arena_printf(arena, "%.4s-%.4s-%.4s-%.4s", text, text + 4, text + 8, text + 12);
}

char *rng_token(struct rng *rng, struct arena *arena, size_t length) {
    uint8_t *bytes = arena_alloc(arena, length);
    size_t room = sodium_base64_ENCODED_LEN(length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *text = arena_alloc(arena, room);
    rng_bytes(rng, bytes, length);
    return sodium_bin2base64(text, room, bytes, length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}
