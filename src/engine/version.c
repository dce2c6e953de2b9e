/* Another version of the pack: put in force, and what becomes of the records that are open. */
#include "engine/engine_private.h"

static const char *no_place(const struct record_facts *record, const struct procedure *procedure, struct arena *a) {
    if (procedure == NULL || !procedure->moves_earlier)
        return "the new version leaves it where it is";
    if (procedure_moves_to(procedure, record->state->name) == NULL)
        return arena_printf(a, "the state \"%s\" is not there and goes on nowhere", record->state->name);
    for (size_t i = 0; i < record->duties.count; i++)
        if (procedure_duty(procedure, record->duties.at[i].duty->name) == NULL)
            return arena_printf(a, "the duty \"%s\", which is owed, is not there", record->duties.at[i].duty->name);
    for (size_t i = 0; i < record->parts.count; i++)
        if (procedure_part(procedure, record->parts.at[i]) == NULL)
            return arena_printf(a, "the part \"%s\", in which something is written, is not there", record->parts.at[i]);
    return NULL;
}

/* A clock stands still where the new version says so, and goes on where it does not. */
static void move_clocks(const struct situation *after, struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < after->record->duties.count; i++) {
        struct open_duty open = after->record->duties.at[i];
        open.duty = procedure_duty(after->procedure, open.duty->name);
        bool stands = among_states(open.duty->paused_in, open.duty->paused_count, after->record->state);
        if (stands && open.state == DUTY_OPEN)
            pause_duty(after, &open, a, outcome);
        else if (!stands && open.state == DUTY_PAUSED)
            resume_duty(after, &open, a, outcome);
    }
}

void decide_version(const struct situation *situation, const struct pack *pack, struct arena *a,
                    struct outcome *outcome_r) {
    memset(outcome_r, 0, sizeof(*outcome_r));
    const struct procedure *procedure = pack_procedure(pack, situation->procedure->name);
    const struct state *was = situation->record->state;
    const char *wrong = no_place(situation->record, procedure, a);
    if (wrong != NULL) {
        outcome_refuse(outcome_r, situation->procedure->cites, wrong);
        return;
    }
    struct record_facts record = *situation->record;
    struct situation after = *situation;
    after.record = &record;
    after.pack = pack;
    after.procedure = procedure;
    record.state = procedure_moves_to(procedure, was->name);
    effect_add(outcome_r, a, EFFECT_VERSION)->pack = pack;
    effect_event(outcome_r, a, "version", was, record.state, NULL, arena_printf(a, KEPT_VERSION, record.state->title),
                 procedure->cites);
    effect_add(outcome_r, a, EFFECT_STATE)->state = record.state;
    move_clocks(&after, a, outcome_r);
}

/* ---- adoption */

struct adoption {
    struct engine *engine;
    const struct pack *pack;
    struct arena *a;
    const char *error;
    int moved;
};

/* False when the record has no place under the council's pack, or the db failed. */
static bool move_record(struct db *db, struct adoption *adoption, const struct council *council, int64_t id,
                        struct arena *a) {
    struct situation situation;
    bool found;
    instant now = clock_now(engine_clock(adoption->engine));
    if (!situation_of_id(db, council, NULL, id, now, a, &situation, &found) || !found)
        return db_failed(db) == NULL;
    const struct procedure *procedure = pack_procedure(council->pack, situation.procedure->name);
    if (procedure == NULL || !procedure->moves_earlier)
        return true;
    struct decision decision = {.kind = DECISION_VERSION, .pack = council->pack};
    struct outcome outcome;
    struct applied applied;
    decide_any(&situation, &decision, a, &outcome);
    if (outcome.kind != OUTCOME_DONE) {
        adoption->error =
            arena_printf(adoption->a, "%s cannot go on under the new version: %s.", situation.record->ref, outcome.say);
        return false;
    }
    adoption->moved++;
    return apply(db, engine_rng(adoption->engine), &situation, &decision, &outcome, a, &applied);
}

static bool adopt(struct db *db, void *context) {
    struct adoption *adoption = context;
    if (!engine_adopt(db, NULL, adoption->pack, clock_now(engine_clock(adoption->engine))))
        return false;
    const struct council *council = council_of_job(adoption->engine, db, adoption->a);
    struct arena *a = arena_new();
    bool good = council != NULL;
    int64_t id = 0;
    do {
        arena_reset(a);
        struct query *q = query(db, Q_RECORD_OF_EARLIER);
        bind_text(q, adoption->pack->hash);
        bind_int(q, id);
        id = query_int(q, 0);
        good = good && (id == 0 || move_record(db, adoption, council, id, a));
    } while (good && id != 0);
    arena_free(&a);
    return good;
}

bool engine_adopt_pack(struct engine *engine, const struct pack *pack, struct arena *a, int *moved_r,
                       const char **error_r) {
    struct adoption adoption = {.engine = engine, .pack = pack, .a = a};
    enum written written = store_write(engine_store(engine), adopt, &adoption, a, error_r);
    *moved_r = adoption.moved;
    if (written == NOT_WRITTEN)
        return fail(a, error_r, "%s", adoption.error == NULL ? "The pack could not be adopted." : adoption.error);
    return written == WRITTEN;
}
