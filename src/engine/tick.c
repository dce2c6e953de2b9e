/* The clock's own acts: duties whose time has run out, and holidays that move those whose time has not. */
#include "engine/engine_private.h"

struct tick {
    struct engine *engine;
    struct arena *a;
};

/* Deals with one duty that is due; false when there is none, or the db failed. */
static bool tick_one(struct db *db, void *context) {
    struct tick *tick = context;
    instant now = clock_now(engine_clock(tick->engine));
    struct query *q = query(db, Q_DUTY_NEXT);
    bind_int(q, now);
    int64_t id = 0, record = 0;
    if (query_step(q)) {
        id = column_int(q, 0);
        record = column_int(q, 1);
    }
    query_end(q);
    const struct council *council = id == 0 ? NULL : council_of_job(tick->engine, db, tick->a);
    struct situation situation;
    bool found;
    if (council == NULL || !situation_of_id(db, council, NULL, record, now, tick->a, &situation, &found) || !found)
        return false;
    for (size_t i = 0; i < situation.record->duties.count; i++) {
        const struct open_duty *duty = &situation.record->duties.at[i];
        struct outcome outcome;
        struct applied applied;
        if (duty->id != id)
            continue;
        struct decision decision = {.kind = DECISION_MISSED, .duty = duty};
        decide_any(&situation, &decision, tick->a, &outcome);
        struct rng *rng = rng_branch(engine_rng(tick->engine), tick->a,
                                     arena_printf(tick->a, "%s %s", situation.record->ref, duty->duty->name));
        return apply(db, rng, &situation, &decision, &outcome, tick->a, &applied);
    }
    return false;
}

/* Runs the job until there is nothing left for it; false when the store failed. */
static bool run_all(struct engine *engine, store_job *job, void *context, struct arena *own, int *dealt,
                    struct arena *a, const char **error_r) {
    enum written written;
    do {
        arena_reset(own);
        written = store_write(engine_store(engine), job, context, a, error_r);
        *dealt += written == WRITTEN;
    } while (written == WRITTEN);
    return written == NOT_WRITTEN;
}

/* What was held comes first: it may be what a duty waits for. */
int engine_tick(struct engine *engine, struct arena *a, const char **error_r) {
    struct arena *own = arena_new();
    struct held_job held = {.engine = engine, .a = own};
    struct tick tick = {.engine = engine, .a = own};
    int dealt = 0;
    bool good = run_all(engine, held_send_one, &held, own, &dealt, a, error_r) &&
                run_all(engine, tick_one, &tick, own, &dealt, a, error_r);
    arena_free(&own);
    return good ? dealt : -1;
}

instant engine_next_due(struct db *db) {
    int64_t duty = query_int(query(db, Q_DUTY_NEXT_AT), INSTANT_NONE);
    int64_t held = query_int(query(db, Q_HELD_NEXT_AT), INSTANT_NONE);
    bool waits = duty != INSTANT_NONE && duty != 0 && duty != INT64_MAX, holds = held != INSTANT_NONE && held != 0;
    if (!waits)
        return holds ? held : INSTANT_NONE;
    return holds && held < duty ? held : duty;
}

struct holiday {
    struct engine *engine;
    struct arena *a;
    int32_t date;
    const char *name, *error;
    int moved;
};

struct candidate {
    int64_t id, record;
};

/* Moves the duty if the new holiday does. */
static bool move_duty(struct db *db, struct holiday *holiday, const struct council *council,
                      const struct candidate *candidate, struct arena *a) {
    struct situation situation;
    bool found;
    instant now = clock_now(engine_clock(holiday->engine));
    if (!situation_of_id(db, council, NULL, candidate->record, now, a, &situation, &found) || !found)
        return db_failed(db) == NULL;
    for (size_t i = 0; i < situation.record->duties.count; i++) {
        const struct open_duty *duty = &situation.record->duties.at[i];
        if (duty->id != candidate->id)
            continue;
        struct decision decision = {.kind = DECISION_HOLIDAY, .duty = duty};
        values_put(a, &decision.fields, "day", day_format(a, holiday->date, DAY_ISO));
        values_put(a, &decision.fields, "name", holiday->name);
        struct outcome outcome;
        struct applied applied;
        decide_any(&situation, &decision, a, &outcome);
        if (outcome.kind != OUTCOME_DONE)
            return true;
        holiday->moved++;
        return apply(db, engine_rng(holiday->engine), &situation, &decision, &outcome, a, &applied);
    }
    return true;
}

static bool add_holiday(struct db *db, void *context) {
    struct holiday *holiday = context;
    const struct council *council = council_of_job(holiday->engine, db, holiday->a);
    if (council == NULL)
        return false;
    const char *closed = calendar_closed(council_calendar(council, &council->pack->calendars[0]), holiday->date);
    if (closed != NULL) {
        holiday->error = arena_printf(holiday->a, "%s is closed already: %s.",
                                      day_format(holiday->a, holiday->date, DAY_FULL), closed);
        return false;
    }
    struct query *q = query(db, Q_CLOSURE_ADD);
    bind_text(q, day_format(holiday->a, holiday->date, DAY_ISO));
    bind_text(q, holiday->name);
    bind_int(q, clock_now(engine_clock(holiday->engine)));
    query_run(q);
    council_touch(db);
    council = council_of_job(holiday->engine, db, holiday->a);
    /* Only a duty that is due on that day or later can have counted it. */
    instant from = zone_instant(ZONE_UTC, holiday->date, 0) - 86400;
    int64_t last = 0;
    size_t got;
    struct arena *a = arena_new();
    do {
        struct {
            LIST(struct candidate) list;
        } candidates = {0};
        arena_reset(a);
        q = query(db, Q_DUTY_OPEN_AFTER);
        bind_int(q, from);
        bind_int(q, last);
        while (query_step(q)) {
            struct candidate candidate = {.id = column_int(q, 0), .record = column_int(q, 1)};
            LIST_ADD(a, &candidates.list, candidate);
        }
        query_end(q);
        got = candidates.list.count;
        for (size_t i = 0; council != NULL && i < got && db_failed(db) == NULL; i++)
            move_duty(db, holiday, council, &candidates.list.at[i], a);
        if (got > 0)
            last = candidates.list.at[got - 1].id;
    } while (got > 0 && council != NULL && db_failed(db) == NULL);
    arena_free(&a);
    return council != NULL;
}

bool engine_add_holiday(struct engine *engine, int32_t date, const char *name, struct arena *a, int *moved_r,
                        const char **error_r) {
    struct holiday holiday = {.engine = engine, .a = a, .date = date, .name = name};
    enum written written = store_write(engine_store(engine), add_holiday, &holiday, a, error_r);
    *moved_r = holiday.moved;
    if (written == NOT_WRITTEN)
        return fail(a, error_r, "%s", holiday.error == NULL ? "The holiday could not be added." : holiday.error);
    return written == WRITTEN;
}
