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

/* Members are told apart by a letter and end with a NUL, which no text has in it; one that says nothing is left out. */
static void add_text(struct buf *buf, char letter, const char *text) {
    if (text == NULL)
        return;
    buf_addc(buf, letter);
    buf_add(buf, text, strlen(text) + 1);
}

static void add_number(struct buf *buf, char letter, int64_t number) {
    if (number == 0)
        return;
    char bytes[9] = {letter}; /* the least first, on any machine */
    for (int i = 0; i < 8; i++)
        bytes[i + 1] = (char)((uint64_t)number >> (8 * i));
    buf_add(buf, bytes, sizeof(bytes));
}

static void add_cites(struct buf *buf, struct cites cites) {
    for (size_t i = 0; i < cites.count; i++)
        add_text(buf, 'c', cites.at[i]->id);
}

static void add_facts(struct buf *buf, const struct values *facts) {
    for (size_t i = 0; facts != NULL && i < facts->list.count; i++) {
        add_text(buf, 'a', facts->list.at[i].name);
        add_text(buf, 'b', facts->list.at[i].text);
    }
}

static void add_effect(struct buf *buf, const struct situation *situation, const struct effect *effect) {
    add_number(buf, 'K', effect->kind + 1);
    add_text(buf, 'p', effect->principal);
    add_text(buf, 'w', effect->part);
    add_text(buf, 'f', effect->field);
    add_text(buf, 't', effect->text);
    add_text(buf, 'o', effect->other);
    add_text(buf, 'n', effect->name);
    add_text(buf, 'x', effect->from);
    add_text(buf, 'y', effect->to);
    add_text(buf, 'r', effect->relation);
    add_text(buf, 's', effect->state == NULL ? NULL : effect->state->name);
    add_text(buf, 'd', effect->duty == NULL ? NULL : effect->duty->name);
    add_text(buf, 'l', effect->record == 0 ? NULL : record_ref(situation, effect->record));
    add_text(buf, 'v', effect->pack == NULL ? NULL : effect->pack->hash);
    add_cites(buf, effect->cites);
    add_number(buf, 'D', effect->duty_id == 0 ? 0 : duty_place(situation, effect->duty_id));
    add_number(buf, 'S', effect->duty_state);
    add_number(buf, 'A', effect->term.amount);
    add_number(buf, 'U', effect->term.unit);
    add_number(buf, 'T', effect->due);
    add_number(buf, 'N', effect->next_at);
    add_number(buf, 'F', effect->counted_from);
    add_number(buf, 'P', effect->step);
    add_number(buf, 'R', effect->revises);
    add_facts(buf, effect->facts);
}

char *outcome_digest(const struct situation *situation, const struct outcome *outcome, struct arena *a) {
    struct buf buf = {.arena = a};
    for (size_t i = 0; i < outcome->effects.count; i++)
        add_effect(&buf, situation, &outcome->effects.at[i]);
    return text_digest(a, buf.data, buf.length);
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
