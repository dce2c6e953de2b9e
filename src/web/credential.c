#include "web/credential.h"

#include "store/store.h"
#include "web/web.h"

#define TOKEN_BYTES 32
#define DAYS_VALID 7

static char *hash_of(struct arena *a, const char *token) {
    return text_sha256(a, token, strlen(token));
}

/* ---- passwords ---- */

char *credential_of(struct db *db, const char *person, struct arena *a) {
    struct query *q = query(db, Q_CREDENTIAL_OF);
    bind_text(q, person);
    return query_text(q, a);
}

/* ---- an invitation ---- */

struct invitation {
    const char *hash, *person;
    instant now;
};

static bool add(struct db *db, void *context) {
    const struct invitation *invitation = context;
    struct query *q = query(db, Q_INVITATION_ADD);
    bind_text(q, invitation->hash);
    bind_text(q, invitation->person);
    bind_int(q, invitation->now);
    bind_int(q, invitation->now + DAYS_VALID * 24 * 3600);
    return query_run(q);
}

char *web_invite(struct engine *engine, const char *person, const char *public_url, struct arena *a) {
    const char *token = rng_token(engine_rng(engine), a, TOKEN_BYTES), *error;
    struct clock *real = clock_new_real();
    struct invitation invitation = {hash_of(a, token), person, clock_now(real)};
    clock_free(&real);
    if (store_write(engine_store(engine), add, &invitation, a, &error) != WRITTEN)
        return NULL;
    return arena_printf(a, "%s/invitation/%s", public_url, token);
}

char *credential_invited(struct db *db, const char *token, instant now, struct arena *a) {
    struct query *q = query(db, Q_INVITATION_PERSON);
    bind_text(q, hash_of(a, token));
    bind_int(q, now);
    return query_text(q, a);
}

static bool use(struct db *db, const struct credential_job *job) {
    struct arena *a = arena_new();
    struct query *q = query(db, Q_INVITATION_USE);
    bind_text(q, hash_of(a, job->token));
    bind_int(q, job->now);
    bool used = query_step(q);
    query_end(q);
    arena_free(&a);
    return used;
}

bool credential_set(struct db *db, void *context) {
    const struct credential_job *job = context;
    if (!use(db, job))
        return false;
    struct query *q = query(db, Q_CREDENTIAL_PUT);
    bind_text(q, job->person);
    bind_text(q, job->password_hash);
    bind_int(q, job->now);
    if (!query_run(q))
        return false;
    q = query(db, Q_INVITATION_USE_ALL);
    bind_text(q, job->person);
    bind_int(q, job->now);
    if (!query_run(q))
        return false;
    q = query(db, Q_SESSION_END_ALL);
    bind_text(q, job->person);
    return query_run(q);
}
