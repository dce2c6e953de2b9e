/* What each change was decided from, kept so that it can be decided again, and the digest of what followed. */
#include "engine/engine_private.h"

static const char *const decision_kinds[] = {
    [DECISION_ACT] = "act",   [DECISION_MISSED] = "missed", [DECISION_HOLIDAY] = "holiday",
    [DECISION_USED] = "used", [DECISION_OPENED] = "opened", [DECISION_VERSION] = "version"};

bool decision_kind_parse(const char *text, enum decision_kind *kind_r) {
    for (size_t i = 0; i < LENGTH_OF(decision_kinds); i++)
        if (strcmp(text, decision_kinds[i]) == 0) {
            *kind_r = (enum decision_kind)i;
            return true;
        }
    return false;
}

/* ---- digest */

/* A duty by its place among those that are open: row ids say nothing. */
static int64_t duty_place(const struct situation *situation, int64_t id) {
    for (size_t i = 0; situation->record != NULL && i < situation->record->duties.count; i++)
        if (situation->record->duties.at[i].id == id)
            return (int64_t)i + 1;
    return 0;
}

/* The reference of a record that the situation knows by name. */
static const char *record_ref(const struct situation *situation, int64_t id) {
    for (size_t i = 0; i < situation->sources.count; i++) {
        const struct source *source = &situation->sources.at[i];
        if (source->named != NULL && source->named->record->id == id)
            return source->ref;
    }
    return NULL;
}

static void pair_if(struct json *json, const char *key, const char *text) {
    if (text != NULL)
        json_pair(json, key, text);
}

static void pair_number_if(struct json *json, const char *key, int64_t number) {
    if (number != 0)
        json_pair_number(json, key, number);
}

static void write_facts(struct json *json, const struct values *facts) {
    if (facts == NULL)
        return;
    json_key(json, "facts");
    json_start_object(json);
    for (size_t i = 0; i < facts->list.count; i++)
        json_pair(json, facts->list.at[i].name, facts->list.at[i].text);
    json_end_object(json);
}

static void write_effect(const struct situation *situation, const struct effect *effect, struct arena *a,
                         struct json *json) {
    json_start_object(json);
    json_pair_number(json, "kind", effect->kind);
    pair_if(json, "principal", effect->principal);
    pair_if(json, "part", effect->part);
    pair_if(json, "field", effect->field);
    pair_if(json, "text", effect->text);
    pair_if(json, "other", effect->other);
    pair_if(json, "name", effect->name);
    pair_if(json, "from", effect->from);
    pair_if(json, "to", effect->to);
    pair_if(json, "relation", effect->relation);
    pair_if(json, "state", effect->state == NULL ? NULL : effect->state->name);
    pair_if(json, "starts", effect->duty == NULL ? NULL : effect->duty->name);
    pair_if(json, "record", record_ref(situation, effect->record));
    pair_if(json, "pack", effect->pack == NULL ? NULL : effect->pack->hash);
    pair_if(json, "cites", effect->cites.count == 0 ? NULL : cites_text(effect->cites, a));
    pair_number_if(json, "duty", duty_place(situation, effect->duty_id));
    pair_number_if(json, "duty state", effect->duty_state);
    pair_number_if(json, "amount", effect->term.amount);
    pair_number_if(json, "unit", effect->term.unit);
    pair_number_if(json, "due", effect->due);
    pair_number_if(json, "next", effect->next_at);
    pair_number_if(json, "counted from", effect->counted_from);
    pair_number_if(json, "step", effect->step);
    pair_number_if(json, "revises", effect->revises);
    write_facts(json, effect->facts);
    json_end_object(json);
}

char *outcome_digest(const struct situation *situation, const struct outcome *outcome, struct arena *a) {
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    json_start_array(&json);
    for (size_t i = 0; i < outcome->effects.count; i++)
        write_effect(situation, &outcome->effects.at[i], a, &json);
    json_end_array(&json);
    return text_sha256(a, buf.data, buf.length);
}

/* ---- keeping */

/* Whether the text stands word for word in an entry that the outcome writes; then it is not kept twice. */
static bool is_entry(const struct outcome *outcome, const struct value *value) {
    for (size_t i = 0; i < outcome->effects.count; i++) {
        const struct effect *effect = &outcome->effects.at[i];
        if (effect->kind == EFFECT_ENTRY && effect->part != NULL && strcmp(effect->field, value->name) == 0)
            return strcmp(effect->text, value->text) == 0;
    }
    return false;
}

static const char *fields_text(const struct decision *decision, const struct outcome *outcome, struct arena *a) {
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    if (decision->fields.list.count == 0)
        return NULL;
    json_start_object(&json);
    for (size_t i = 0; i < decision->fields.list.count; i++) {
        const struct value *value = &decision->fields.list.at[i];
        json_pair(&json, value->name, is_entry(outcome, value) ? NULL : value->text);
    }
    json_end_object(&json);
    return buf.data;
}

static const char *decision_name(const struct decision *decision) {
    if (decision->duty != NULL)
        return decision->duty->duty->name;
    if (decision->pack != NULL)
        return decision->pack->name;
    return decision->power == NULL ? "open" : decision->power->name;
}

void decision_keep(struct db *db, const struct situation *situation, const struct decision *decision,
                   const struct outcome *outcome, int64_t record, int64_t event, struct arena *a) {
    int64_t council = council_keep(db, situation->council, a);
    struct query *q = query(db, Q_DECISION_ADD);
    bind_int(q, record);
    bind_int(q, event);
    bind_int(q, situation->now);
    bind_text(q, decision_kinds[decision->kind]);
    bind_text(q, decision_name(decision));
    bind_int(q, decision->duty == NULL ? 0 : duty_place(situation, decision->duty->id));
    bind_text(q, situation->actor == NULL ? NULL : situation->actor->id);
    bind_text(q, decision->pack == NULL ? situation->pack->hash : decision->pack->hash);
    bind_int(q, council);
    bind_text(q, fields_text(decision, outcome, a));
    bind_text(q, outcome_digest(situation, outcome, a));
    query_run(q);
}
