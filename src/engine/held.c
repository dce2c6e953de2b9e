/* What is held before it is sent, so that it can be taken back. */
#include "engine/engine_private.h"

#define REF_LENGTH 20

/* The same for the same request: a double click holds it once. */
static const char *held_ref(const struct request *request, struct arena *a) {
    const char *both = arena_printf(a, "%s %s", request->person, request->key);
    return arena_strndup(a, text_sha256(a, both, strlen(both)), REF_LENGTH);
}

struct hold {
    struct engine *engine;
    const struct request *request;
    const char *title;
    struct arena *a;
    struct result *result;
    const char *held; /* NULL: it was done at once */
};

/* One of the person's own duties would be missed while it waits. */
static bool would_miss(struct db *db, const struct request *request, instant now) {
    if (request->ref == NULL)
        return false;
    struct query *q = query(db, Q_HELD_WOULD_MISS);
    bind_text(q, request->ref);
    bind_text(q, request->person);
    bind_int(q, now + HELD_SECONDS);
    bind_int(q, now);
    return query_int(q, 0) > 0;
}

static bool keep(struct db *db, const struct hold *hold, instant now) {
    const struct request *request = hold->request;
    struct query *q = query(db, Q_HELD_PUT);
    bind_text(q, hold->held);
    bind_text(q, request->person);
    bind_text(q, request->key);
    bind_text(q, request->ref == NULL ? request->procedure : NULL);
    bind_text(q, request->ref);
    bind_text(q, request->power);
    bind_text(q, hold->title);
    bind_text(q, values_json(&request->fields, hold->a));
    bind_int(q, now);
    bind_int(q, now + HELD_SECONDS);
    return query_run(q);
}

static bool run(struct db *db, void *context) {
    struct hold *hold = context;
    instant now = clock_now(engine_clock(hold->engine));
    hold->held = NULL;
    if (would_miss(db, hold->request, now))
        return act_in_job(hold->engine, db, hold->request, ACT_DO, hold->a, hold->result);
    act_in_job(hold->engine, db, hold->request, ACT_CHECK, hold->a, hold->result);
    if (hold->result->kind != RESULT_DONE || hold->result->repeated)
        return false;
    hold->held = held_ref(hold->request, hold->a);
    return keep(db, hold, now);
}

void engine_hold(struct engine *engine, const struct request *request, const char *title, struct arena *a,
                 struct result *result_r, const char **held_r) {
    struct hold hold = {.engine = engine, .request = request, .title = title, .a = a, .result = result_r};
    *result_r = (struct result){0};
    *held_r = NULL;
    if (act_has_good_key(request, result_r) && act_write(engine, run, &hold, a, result_r))
        *held_r = hold.held;
}

void held_done(struct db *db, const struct request *request, struct arena *a) {
    if (request->person == NULL || request->key == NULL)
        return;
    held_throw_away(db, &(struct held_one){.ref = held_ref(request, a), .person = request->person});
}

/* ---- sending */

struct row {
    struct held_one one;
    struct request request;
};

/* Of ref, person, key, procedure, record, power, fields. */
static bool read_row(struct query *q, struct arena *a, struct row *row_r) {
    bool found = query_step(q);
    if (found) {
        row_r->one = (struct held_one){.ref = column_copy(q, 0, a), .person = column_copy(q, 1, a)};
        row_r->request = (struct request){.person = row_r->one.person,
                                          .key = column_copy(q, 2, a),
                                          .procedure = column_copy(q, 3, a),
                                          .ref = column_copy(q, 4, a),
                                          .power = column_copy(q, 5, a)};
        values_parse(a, &row_r->request.fields, column_text(q, 6));
    }
    query_end(q);
    return found;
}

/* What was held is kept when it cannot be sent any more, with the reason. */
static const char *reason(const struct result *result) {
    if (result->kind == RESULT_REFUSED || result->kind == RESULT_CONFLICT)
        return result->say;
    if (result->kind == RESULT_INVALID)
        return result->errors.at[0].say;
    return SAID("The record has changed, and this can no longer be done there.");
}

static bool stop(struct db *db, const struct held_one *held, const char *why) {
    struct query *q = query(db, Q_HELD_STOP);
    bind_text(q, held->ref);
    bind_text(q, held->person);
    bind_text(q, why);
    return query_run(q);
}

static bool send_row(struct engine *engine, struct db *db, const struct row *row, struct arena *a,
                     struct result *result) {
    if (act_in_job(engine, db, &row->request, ACT_DO, a, result))
        return true;
    if (db_failed(db) != NULL)
        return false;
    return result->kind == RESULT_DONE ? held_throw_away(db, (void *)&row->one) : stop(db, &row->one, reason(result));
}

bool held_send_one(struct db *db, void *context) {
    const struct held_job *job = context;
    struct row row;
    struct result result;
    struct query *q = query(db, Q_HELD_NEXT);
    bind_int(q, clock_now(engine_clock(job->engine)));
    return read_row(q, job->a, &row) && send_row(job->engine, db, &row, job->a, &result);
}

struct sending {
    struct engine *engine;
    const struct held_one *held;
    struct arena *a;
    struct result *result;
};

static bool send_now(struct db *db, void *context) {
    struct sending *sending = context;
    struct row row;
    struct query *q = query(db, Q_HELD_TO_SEND);
    bind_text(q, sending->held->ref);
    bind_text(q, sending->held->person);
    if (read_row(q, sending->a, &row))
        return send_row(sending->engine, db, &row, sending->a, sending->result);
    sending->result->kind = RESULT_NOT_FOUND;
    return false;
}

void engine_send_held(struct engine *engine, const struct held_one *held, struct arena *a, struct result *result_r) {
    struct sending sending = {.engine = engine, .held = held, .a = a, .result = result_r};
    *result_r = (struct result){0};
    act_write(engine, send_now, &sending, a, result_r);
}

/* ---- taking back */

bool held_take_back(struct db *db, void *context) {
    const struct held_one *held = context;
    struct query *q = query(db, Q_HELD_STOP);
    bind_text(q, held->ref);
    bind_text(q, held->person);
    bind_null(q);
    return query_int(q, 0) > 0;
}

bool held_throw_away(struct db *db, void *context) {
    const struct held_one *held = context;
    struct query *q = query(db, Q_HELD_DROP);
    bind_text(q, held->ref);
    bind_text(q, held->person);
    return query_run(q);
}
