/* The one road for web, API and mail: situation, decide, apply and the idempotency key, in one transaction of the
 * writer. */
#include "engine/engine_private.h"

#define KEY_MOST 200

struct job {
    struct engine *engine;
    const struct request *request;
    struct arena *a;
    struct result *result;
    const char *hash; /* of what the request says */
    const char *key;  /* under which it is remembered; NULL: not */
    struct rng *rng;
    const char *made_by;
};

/* As the store names who sent it: nobody is nobody in particular. */
static const char *person_of(const struct request *request) {
    return request->person == NULL ? "" : request->person;
}

/* What the key was used for: the same request again has the same hash. */
static char *request_hash(const struct request *request, struct arena *a) {
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    json_start_array(&json);
    json_text(&json, request->procedure);
    json_text(&json, request->ref);
    json_text(&json, request->power);
    for (size_t i = 0; i < request->fields.list.count; i++) {
        json_text(&json, request->fields.list.at[i].name);
        json_text(&json, request->fields.list.at[i].text);
    }
    json_end_array(&json);
    return text_sha256(a, buf.data, buf.length);
}

/* A person's key is their own and names the act whatever it says: so a reference tells nothing of hidden words. The
 * keys of those who are nobody are one heap: what is said belongs to such a key, so that nobody meets another's. */
static void name_request(struct job *job) {
    const struct request *request = job->request;
    job->hash = request_hash(request, job->a);
    job->key = request->key;
    if (request->person == NULL && request->key != NULL) {
        const char *both = arena_printf(job->a, "%s %s", request->key, job->hash);
        job->key = text_sha256(job->a, both, strlen(both));
    }
    job->made_by = arena_printf(job->a, "%s %s", person_of(request), job->key == NULL ? job->hash : job->key);
    /* a reference tells nothing of who asked either: there are records whose opener is hidden */
    job->rng = rng_branch(engine_rng(job->engine), job->a, job->key == NULL ? job->made_by : job->key);
}

/* True when the key was used before; the result is then set. */
static bool answered_before(struct db *db, const struct job *job) {
    if (job->key == NULL)
        return false;
    struct query *q = query(db, Q_REQUEST_GET);
    bind_text(q, person_of(job->request));
    bind_text(q, job->key);
    bool found = query_step(q);
    if (found && strcmp(column_text(q, 0), job->hash) == 0) {
        job->result->kind = RESULT_DONE;
        job->result->repeated = true;
        job->result->ref = column_copy(q, 1, job->a);
    } else if (found) {
        job->result->kind = RESULT_CONFLICT;
        job->result->say = "This key was used before for another request.";
    }
    query_end(q);
    return found;
}

static void remember(struct db *db, const struct job *job, instant now) {
    if (job->key == NULL)
        return;
    struct query *q = query(db, Q_REQUEST_ADD);
    bind_text(q, person_of(job->request));
    bind_text(q, job->key);
    bind_text(q, job->hash);
    bind_text(q, job->result->ref);
    bind_int(q, now);
    query_run(q);
}

/* Who opens a record without an account becomes a guest by it. */
static const struct person *actor_of(struct db *db, const struct job *job, const struct council *council) {
    const struct request *request = job->request;
    if (council == NULL)
        return NULL;
    if (request->person != NULL)
        return council_person(db, council, request->person, job->a);
    return request->ref == NULL ? guest_new(db, job->rng, GUEST_OPENER, job->a) : NULL;
}

/* False when there is no such record, procedure or power for this person, or the db failed. */
static bool situate(struct db *db, const struct job *job, struct situation *situation, struct act *act) {
    const struct request *request = job->request;
    const struct council *council = council_of_job(job->engine, db, job->a);
    const struct person *actor = actor_of(db, job, council);
    instant now = clock_now(engine_clock(job->engine));
    if (actor == NULL || !actor->active)
        return false;
    act->fields = values_copy(job->a, &request->fields);
    if (request->ref == NULL) {
        const struct procedure *procedure =
            request->procedure == NULL ? NULL : pack_procedure(council->pack, request->procedure);
        if (procedure == NULL)
            return false;
        situation_of_opening(council, procedure, actor, now, situation);
        situation->made_by = job->made_by;
        situation->language = request->language;
        situation_read_apart(db, situation, actor, INT64_MAX, job->a);
        guests_name(db, job->rng, &procedure->open_form, &act->fields, job->a);
        return situation_read_sources(db, situation, &procedure->open_form, &request->fields, job->a);
    }
    bool found;
    if (!situation_of_record(db, council, actor, request->ref, now, job->a, situation, &found) || !found)
        return false;
    situation->made_by = job->made_by;
    situation->language = request->language;
    act->power = procedure_power(situation->procedure, request->power);
    if (act->power != NULL)
        guests_name(db, job->rng, &act->power->form, &act->fields, job->a);
    return act->power != NULL && situation_read_sources(db, situation, &act->power->form, &request->fields, job->a) &&
           situation_read_written(db, situation, act->power, job->a);
}

static bool run(struct db *db, struct job *job, enum act_how how) {
    struct result *result = job->result;
    memset(result, 0, sizeof(*result));
    struct situation situation = {0};
    struct act act = {0};
    name_request(job);
    if (answered_before(db, job)) {
        if (result->repeated)
            guests_made_by(db, job->rng, job->made_by, job->a, result);
        return result->guests.list.count > 0;
    }
    if (!situate(db, job, &situation, &act)) {
        result->kind = db_failed(db) == NULL ? RESULT_NOT_FOUND : RESULT_FAILED;
        return false;
    }
    struct outcome outcome;
    decide(&situation, &act, job->a, &outcome);
    if (outcome.kind != OUTCOME_DONE) {
        result->kind = outcome.kind == OUTCOME_REFUSED ? RESULT_REFUSED : RESULT_INVALID;
        result->cites = outcome.cites;
        result->say = outcome.say;
        result->see = outcome.see;
        result->begin = outcome.begin;
        result->by_pack = outcome.by_pack;
        for (size_t i = 0; i < outcome.errors.count; i++)
            LIST_ADD(job->a, &result->errors, outcome.errors.at[i]);
        return false;
    }
    if (how == ACT_CHECK) {
        result->kind = RESULT_DONE;
        return false;
    }
    struct applied applied;
    struct decision decision = {.kind = DECISION_ACT, .power = act.power, .fields = outcome.fields};
    if (!apply(db, job->rng, &situation, &decision, &outcome, job->a, &applied))
        return false;
    result->kind = RESULT_DONE;
    result->ref = applied.ref;
    result->guests = applied.guests;
    remember(db, job, situation.now);
    held_done(db, job->request, job->a);
    return true;
}

bool act_in_job(struct engine *engine, struct db *db, const struct request *request, enum act_how how, struct arena *a,
                struct result *result) {
    struct job job = {.engine = engine, .request = request, .a = a, .result = result};
    return run(db, &job, how);
}

bool act_has_good_key(const struct request *request, struct result *result) {
    if (request->key == NULL || (request->key[0] != '\0' && strlen(request->key) <= KEY_MOST))
        return true;
    result->kind = RESULT_CONFLICT;
    result->say = "A key must have 1 to 200 characters.";
    return false;
}

static bool run_one(struct db *db, void *context) {
    return run(db, context, ACT_DO);
}

bool act_write(struct engine *engine, store_job *job, void *context, struct arena *a, struct result *result) {
    const char *error = "";
    enum written written = store_write(engine_store(engine), job, context, a, &error);
    if (written == WRITTEN || written == NOT_WRITTEN)
        return true;
    result->kind = written == WRITE_UNKNOWN ? RESULT_UNKNOWN : RESULT_FAILED;
    result->say = error;
    return false;
}

void engine_act(struct engine *engine, const struct request *request, struct arena *a, struct result *result_r) {
    struct job job = {.engine = engine, .request = request, .a = a, .result = result_r};
    *result_r = (struct result){0};
    if (act_has_good_key(request, result_r))
        act_write(engine, run_one, &job, a, result_r);
}

struct bulk {
    struct engine *engine;
    const struct request *requests;
    size_t count;
    struct arena *a;
    struct result *results;
};

static bool run_many(struct db *db, void *context) {
    const struct bulk *bulk = context;
    for (size_t i = 0; i < bulk->count && db_failed(db) == NULL; i++) {
        /* a refusal comes before anything is written: there is nothing to undo */
        act_in_job(bulk->engine, db, &bulk->requests[i], ACT_DO, bulk->a, &bulk->results[i]);
    }
    return true;
}

bool engine_act_many(struct engine *engine, const struct request *requests, size_t count, struct arena *a,
                     struct result *results, const char **error_r) {
    struct bulk bulk = {.engine = engine, .requests = requests, .count = count, .a = a, .results = results};
    return store_write(engine_store(engine), run_many, &bulk, a, error_r) == WRITTEN;
}
