/* What would come of a request: who answers, by when, who can read it. Decided like the real one, and not applied. */
#include "engine/engine_private.h"

static bool is_listed(const struct preview *preview, const char *part, const char *principal) {
    for (size_t i = 0; i < preview->audience.count; i++)
        if (strcmp(preview->audience.at[i].part, part) == 0 &&
            strcmp(preview->audience.at[i].principal, principal) == 0)
            return true;
    return false;
}

static void preview_audience(const struct situation *situation, const struct outcome *outcome, struct arena *a,
                             struct preview *preview) {
    for (size_t i = 0; i < outcome->effects.count; i++) {
        const struct effect *effect = &outcome->effects.at[i];
        if (effect->kind != EFFECT_GRANT || strcmp(effect->part, "record") == 0)
            continue;
        const struct part *part = procedure_part(situation->procedure, effect->part);
        if (!is_listed(preview, part->title, effect->principal)) /* the handler can be the head of service too */
            LIST_ADD(a, &preview->audience,
                     ((struct preview_reader){.name = part->name,
                                              .part = part->title,
                                              .principal = effect->principal,
                                              .relation = effect->relation,
                                              .cites = effect->cites}));
    }
}

static void preview_written(const struct outcome *outcome, struct arena *a, struct preview *preview) {
    for (size_t i = 0; i < outcome->effects.count; i++)
        if (outcome->effects.at[i].kind == EFFECT_ENTRY)
            LIST_ADD(a, &preview->written, outcome->effects.at[i].part);
}

/* The soonest of the duties that the opening starts. */
static void preview_due(const struct situation *situation, const struct outcome *outcome, struct arena *a,
                        struct preview *preview) {
    for (size_t i = 0; i < outcome->effects.count; i++) {
        const struct effect *effect = &outcome->effects.at[i];
        struct deadline due;
        const char *error;
        if (effect->kind != EFFECT_DUTY_START || effect->duty->quiet ||
            !deadline_compute(a, duty_calendar(situation, effect->duty), situation->now, effect->term, &due, &error) ||
            (preview->has_due && due.ends >= preview->due.ends))
            continue;
        preview->has_due = true;
        preview->due = due;
        preview->due_cites = effect->cites;
    }
}

/* The record as it would be. */
static void facts_of_opening(const struct situation *situation, const struct outcome *outcome,
                             struct record_facts *record_r) {
    const struct directory *directory = situation->council->directory;
    const struct effect *open = &outcome->effects.at[0];
    *record_r = (struct record_facts){.state = open->state,
                                      .opener = situation->actor,
                                      .opener_group = directory_organization(directory, open->other),
                                      .service = directory_organization(directory, open->text),
                                      .handler = open->principal,
                                      .fields = *open->facts,
                                      .opened_at = situation->now};
}

/* Whether it would be done. */
static bool preview_outcome(const struct outcome *outcome, struct arena *a, struct preview *preview) {
    preview->cites = outcome->cites;
    preview->say = outcome->say;
    preview->see = outcome->see;
    preview->begin = outcome->begin;
    preview->by_pack = outcome->by_pack;
    for (size_t i = 0; i < outcome->errors.count; i++)
        LIST_ADD(a, &preview->errors, outcome->errors.at[i]);
    preview->kind = outcome->kind == OUTCOME_REFUSED   ? RESULT_REFUSED
                    : outcome->kind == OUTCOME_INVALID ? RESULT_INVALID
                                                       : RESULT_DONE;
    return outcome->kind == OUTCOME_DONE;
}

void engine_preview(struct engine *engine, struct db *db, const struct council *council, const struct request *request,
                    struct arena *a, struct preview *preview_r) {
    memset(preview_r, 0, sizeof(*preview_r));
    preview_r->kind = RESULT_NOT_FOUND;
    const struct procedure *procedure = pack_procedure(council->pack, request->procedure);
    const struct person *actor = request->person == NULL ? &visitor : council_person(db, council, request->person, a);
    if (procedure == NULL || actor == NULL)
        return;
    struct situation situation;
    struct act act = {.fields = values_copy(a, &request->fields)};
    guests_name(db, NULL, &procedure->open_form, &act.fields, a);
    struct outcome outcome;
    situation_of_opening(council, procedure, actor, clock_now(engine_clock(engine)), &situation);
    situation.language = request->language;
    situation_read_apart(db, &situation, actor, INT64_MAX, a);
    if (!situation_read_sources(db, &situation, &procedure->open_form, &request->fields, a)) {
        preview_r->kind = RESULT_FAILED;
        return;
    }
    decide(&situation, &act, a, &outcome);
    if (!preview_outcome(&outcome, a, preview_r))
        return;
    const struct effect *open = &outcome.effects.at[0];
    preview_r->handler = open->principal;
    preview_r->service = open->text;
    preview_r->route_cites = procedure->route_cites;
    preview_due(&situation, &outcome, a, preview_r);
    preview_audience(&situation, &outcome, a, preview_r);
    struct record_facts record;
    facts_of_opening(&situation, &outcome, &record);
    situation.record = &record;
    preview_later(&situation, &outcome, a, preview_r);
    if (!procedure->counts_open || open->text == NULL)
        return;
    struct query *q = query(db, Q_RECORD_OPEN_COUNT);
    bind_text(q, actor->id);
    bind_text(q, open->text);
    preview_r->counts_open = true;
    preview_r->open_count = query_int(q, 0);
    preview_r->counts_cites = procedure->counts_cites;
}

void engine_preview_use(struct engine *engine, struct db *db, const struct council *council,
                        const struct request *request, struct arena *a, struct preview *preview_r) {
    *preview_r = (struct preview){.kind = RESULT_NOT_FOUND};
    struct situation situation;
    struct outcome outcome;
    struct act act = {.fields = values_copy(a, &request->fields)};
    bool found;
    const struct person *actor = council_person(db, council, request->person, a);
    instant now = clock_now(engine_clock(engine));
    if (actor == NULL || !situation_of_record(db, council, actor, request->ref, now, a, &situation, &found) || !found)
        return;
    situation.language = request->language;
    act.power = procedure_power(situation.procedure, request->power);
    if (act.power == NULL)
        return;
    guests_name(db, NULL, &act.power->form, &act.fields, a);
    if (!situation_read_sources(db, &situation, &act.power->form, &request->fields, a) ||
        !situation_read_written(db, &situation, act.power, a)) {
        preview_r->kind = RESULT_FAILED;
        return;
    }
    decide(&situation, &act, a, &outcome);
    if (!preview_outcome(&outcome, a, preview_r))
        return;
    preview_audience(&situation, &outcome, a, preview_r);
    preview_written(&outcome, a, preview_r);
}
