#include "web/session.h"

#include <sodium.h>

#define DIGEST 16
#define KEY_BYTES 16

static char *hash_of(struct arena *a, const char *token) {
    return text_sha256(a, token, strlen(token));
}

char *session_person(struct db *db, const char *token, instant now, struct arena *a, bool *touch_r) {
    char *person = NULL;
    struct query *q = query(db, Q_SESSION_BY_HASH);
    bind_text(q, hash_of(a, token));
    if (query_step(q)) {
        instant created = column_int(q, 1), seen = column_int(q, 2);
        if (now - created < SESSION_ABSOLUTE && now - seen < SESSION_IDLE)
            person = column_copy(q, 0, a);
        *touch_r = now - seen >= SESSION_TOUCH;
    }
    query_end(q);
    return person;
}

/* A job has no arena of its own, so hashes are made in one that lives as long as the job. */
static bool with_hash(struct db *db, const char *token, enum statement statement, const instant *now) {
    struct arena *a = arena_new();
    struct query *q = query(db, statement);
    bind_text(q, hash_of(a, token));
    if (now != NULL)
        bind_int(q, *now);
    bool done = query_run(q);
    arena_free(&a);
    return done;
}

bool session_begin(struct db *db, void *context) {
    struct session_job *job = context;
    struct query *old = query(db, Q_SESSION_EXPIRE);
    bind_int(old, job->now - SESSION_ABSOLUTE);
    bind_int(old, job->now - SESSION_IDLE);
    if (!query_run(old))
        return false;
    struct arena *a = arena_new();
    struct query *q = query(db, Q_SESSION_ADD);
    bind_text(q, hash_of(a, job->token));
    bind_text(q, job->person);
    bind_int(q, job->now);
    bool done = query_run(q);
    arena_free(&a);
    return done;
}

bool session_touch(struct db *db, void *context) {
    struct session_job *job = context;
    return with_hash(db, job->token, Q_SESSION_TOUCH, &job->now);
}

bool session_end(struct db *db, void *context) {
    struct session_job *job = context;
    return with_hash(db, job->token, Q_SESSION_END, NULL);
}

char *session_bearer(struct db *db, const char *token, struct arena *a) {
    struct query *q = query(db, Q_TOKEN_PERSON);
    bind_text(q, hash_of(a, token));
    return query_text(q, a);
}

char *session_cookie(struct arena *a, const char *header, const char *name) {
    if (header == NULL)
        return NULL;
    size_t length = strlen(name);
    char *value = NULL;
    for (const char *at = header; *at != '\0';) {
        at += strspn(at, "; \t");
        size_t stop = strcspn(at, ";");
        if (stop > length && at[length] == '=' && strncmp(at, name, length) == 0) {
            if (value != NULL)
                return NULL;
            value = arena_strndup(a, at + length + 1, stop - length - 1);
        }
        at += stop;
    }
    return value;
}

static void digest_begin(crypto_generichash_state *state, const char *key) {
    size_t length = strlen(key);
    if (length > crypto_generichash_KEYBYTES_MAX)
        length = crypto_generichash_KEYBYTES_MAX;
    crypto_generichash_init(state, (const uint8_t *)key, length, DIGEST);
}

/* The NUL is part of it, so that "a" and "bc" are not "ab" and "c". */
static void digest_add(crypto_generichash_state *state, const char *text) {
    crypto_generichash_update(state, (const uint8_t *)text, strlen(text) + 1);
}

static char *digest_end(crypto_generichash_state *state, struct arena *a) {
    uint8_t digest[DIGEST];
    crypto_generichash_final(state, digest, sizeof(digest));
    return text_hex(a, digest, sizeof(digest));
}

/* The mask, and the token under it. */
struct masked {
    uint8_t mask[DIGEST], token[DIGEST];
};

/* Puts the mask on, or takes it off. */
static void apply_mask(struct masked *masked) {
    for (size_t i = 0; i < DIGEST; i++)
        masked->token[i] ^= masked->mask[i];
}

static void bare_form_token(const char *session, uint8_t *token) {
    crypto_generichash_state state;
    digest_begin(&state, session);
    digest_add(&state, "form token");
    crypto_generichash_final(&state, token, DIGEST);
}

char *session_form_token(struct arena *a, struct rng *rng, const char *session) {
    struct masked masked;
    rng_bytes(rng, masked.mask, DIGEST);
    bare_form_token(session, masked.token);
    apply_mask(&masked);
    return text_hex(a, (const uint8_t *)&masked, sizeof(masked));
}

bool session_form_token_is(const char *session, const char *given) {
    struct masked masked;
    uint8_t wanted[DIGEST];
    size_t length = 0;
    if (given == NULL || strlen(given) != 2 * sizeof(masked) ||
        sodium_hex2bin((uint8_t *)&masked, sizeof(masked), given, strlen(given), NULL, &length, NULL) != 0 ||
        length != sizeof(masked))
        return false;
    apply_mask(&masked);
    bare_form_token(session, wanted);
    return sodium_memcmp(masked.token, wanted, DIGEST) == 0;
}

char *session_form_key(struct db *db, const char *session, const char *person, struct arena *a) {
    struct query *q = query(db, Q_REQUEST_COUNT);
    bind_text(q, person);
    crypto_generichash_state state;
    digest_begin(&state, session);
    digest_add(&state, "form key");
    digest_add(&state, arena_printf(a, "%lld", (long long)query_int(q, 0)));
    return digest_end(&state, a);
}

char *session_stranger_key(const struct http_request *request) {
    if (request->session != NULL)
        return NULL;
    /* a test's source gives the same for the same page at the same time, whatever else has been sent meanwhile */
    const char *label = arena_printf(request->a, "%s at %lld", request->path, (long long)request->sight.now);
    return rng_token(rng_branch(engine_rng(request->sight.engine), request->a, label), request->a, KEY_BYTES);
}

char *session_act_key(const char *path, const struct http_pairs *form, struct arena *a) {
    const char *key = http_value(form, SESSION_KEY_FIELD);
    if (text_empty(key))
        return NULL;
    crypto_generichash_state state;
    digest_begin(&state, "");
    digest_add(&state, path);
    for (size_t i = 0; i < form->list.count; i++)
        if (strcmp(form->list.at[i].name, SESSION_TOKEN_FIELD) != 0) {
            digest_add(&state, form->list.at[i].name);
            digest_add(&state, form->list.at[i].value);
        }
    return digest_end(&state, a);
}
