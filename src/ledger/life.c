/* A record that comes into being in memory: what engine/apply.c does to rows, done to a struct. */
#include "ledger/ledger_private.h"

/* Texts are copied: those of an outcome can stand in a council that is let go before the life is. */

static void take_facts(struct life *life, const struct effect *effect, struct arena *a) {
    life->fields = (struct values){0};
    for (size_t i = 0; i < effect->facts->list.count; i++)
        values_put(a, &life->fields, effect->facts->list.at[i].name, effect->facts->list.at[i].text);
}

static void take_open(struct life *life, const struct situation *situation, const struct effect *effect,
                      struct arena *a) {
    life->procedure = situation->procedure->name;
    life->pack = situation->pack->hash;
    life->state = effect->state->name;
    life->open = true;
    life->opener = arena_strdup(a, situation->actor->id);
    life->group = arena_strdup(a, effect->other);
    life->service = arena_strdup(a, effect->text);
    life->handler = arena_strdup(a, effect->principal);
    life->opened_at = situation->now;
    life->closed_at = INSTANT_NONE;
    take_facts(life, effect, a);
}

static void take_event(struct life *life, const struct situation *situation, const struct effect *effect,
                       struct arena *a) {
    bool by_nobody = effect->by_nobody || situation->on_behalf || situation->actor == NULL;
    struct life_event event = {.at = situation->now,
                               .actor = by_nobody ? NULL : arena_strdup(a, situation->actor->id),
                               .power = arena_strdup(a, effect->name),
                               .from = arena_strdup(a, effect->from),
                               .to = arena_strdup(a, effect->to),
                               .part = arena_strdup(a, effect->part),
                               .say = arena_strdup(a, effect->text),
                               .cites = cites_text(effect->cites, a)};
    LIST_ADD(a, &life->events, event);
}

static void take_state(struct life *life, const struct situation *situation, const struct effect *effect) {
    life->state = effect->state->name;
    life->open = !effect->state->final;
    life->closed_at = life->open ? INSTANT_NONE : situation->now;
}

static void take_entry(struct life *life, const struct effect *effect, struct arena *a) {
    int64_t latest = 0;
    for (size_t i = 0; i < life->entries.count; i++) {
        const struct life_entry *entry = &life->entries.at[i];
        if (strcmp(entry->part, effect->part) == 0 && strcmp(entry->field, effect->field) == 0 &&
            entry->version > latest)
            latest = entry->version;
    }
    struct life_entry entry = {.event = life->events.count,
                               .part = arena_strdup(a, effect->part),
                               .field = arena_strdup(a, effect->field),
                               .body = arena_strdup(a, effect->text),
                               .version = effect->revises || latest == 0 ? latest + 1 : latest};
    LIST_ADD(a, &life->entries, entry);
}

static void take_link(struct life *life, const struct effect *effect, struct arena *a) {
    struct life_link link = {.other = effect->record,
                             .event = life->events.count,
                             .part = arena_strdup(a, effect->part),
                             .field = arena_strdup(a, effect->field)};
    LIST_ADD(a, &life->links, link);
}

static void take_mark(struct life *life, const struct effect *effect, struct arena *a) {
    struct life_mark mark = {.other = effect->record,
                             .event = life->events.count,
                             .part = arena_strdup(a, effect->part),
                             .mark = arena_strdup(a, effect->text)};
    LIST_ADD(a, &life->marks, mark);
}

static struct life_grant *find_grant(struct life *life, const char *part, const char *principal) {
    for (size_t i = 0; i < life->grants.count; i++)
        if (strcmp(life->grants.at[i].part, part) == 0 && strcmp(life->grants.at[i].principal, principal) == 0)
            return &life->grants.at[i];
    return NULL;
}

static void take_grant(struct life *life, const struct situation *situation, const struct effect *effect,
                       struct arena *a) {
    struct life_grant *there = find_grant(life, effect->part, effect->principal);
    if (there != NULL) {
        if (there->event != life->events.count)
            there->relation = arena_strdup(a, effect->relation);
        return;
    }
    struct life_grant grant = {.part = arena_strdup(a, effect->part),
                               .principal = arena_strdup(a, effect->principal),
                               .relation = arena_strdup(a, effect->relation),
                               .cites = cites_text(effect->cites, a),
                               .since = situation->now,
                               .event = life->events.count};
    LIST_ADD(a, &life->grants, grant);
}

static void take_revoke(struct life *life, const struct effect *effect) {
    struct life_grant *gone = find_grant(life, effect->part, effect->principal);
    if (gone != NULL)
        *gone = life->grants.at[--life->grants.count];
}

static void take_duty_start(struct life *life, const struct situation *situation, const struct effect *effect,
                            struct arena *a) {
    struct life_duty duty = {.name = effect->duty->name,
                             .bearer = arena_strdup(a, effect->principal),
                             .state = "open",
                             .part = effect->duty->part == NULL ? "record" : effect->duty->part,
                             .cites = cites_text(effect->cites, a),
                             .started_at = situation->now,
                             .counted_from = situation->now,
                             .term = effect->term,
                             .due_at = effect->due,
                             .missed_at = INSTANT_NONE,
                             .next_at = effect->due,
                             .quiet = effect->duty->quiet};
    LIST_ADD(a, &life->duties, duty);
}

static void take_duty(struct life *life, const struct effect *effect, struct arena *a) {
    struct life_duty *duty = &life->duties.at[effect->duty_id - 1];
    switch (effect->kind) {
    case EFFECT_DUTY_END:
        duty->state = effect->duty_state == DUTY_MET ? "met" : "cancelled";
        break;
    case EFFECT_DUTY_PAUSE:
        duty->state = "paused";
        duty->term = effect->term;
        break;
    case EFFECT_DUTY_MOVE:
        duty->state = "open";
        duty->counted_from = effect->counted_from;
        duty->term = effect->term;
        duty->due_at = effect->due;
        duty->next_at = effect->next_at;
        break;
    case EFFECT_DUTY_MISSED:
        duty->missed_at = effect->due;
        duty->step = effect->step;
        duty->next_at = effect->next_at;
        break;
    default:
        duty->bearer = arena_strdup(a, effect->principal);
        break;
    }
}

static void take_notice(struct life *life, const struct situation *situation, const struct effect *effect,
                        struct arena *a) {
    struct life_notice notice = {.principal = arena_strdup(a, effect->principal),
                                 .name = arena_strdup(a, effect->name),
                                 .title = arena_strdup(a, effect->other),
                                 .body = arena_strdup(a, effect->text),
                                 .cites = cites_text(effect->cites, a),
                                 .at = situation->now,
                                 .event = life->events.count};
    LIST_ADD(a, &life->notices, notice);
}

static void take(struct life *life, const struct situation *situation, const struct effect *effect, struct arena *a) {
    switch (effect->kind) {
    case EFFECT_OPEN:
        take_open(life, situation, effect, a);
        break;
    case EFFECT_EVENT:
        take_event(life, situation, effect, a);
        break;
    case EFFECT_STATE:
        take_state(life, situation, effect);
        break;
    case EFFECT_HANDLER:
        life->handler = arena_strdup(a, effect->principal);
        break;
    case EFFECT_ENTRY:
        take_entry(life, effect, a);
        break;
    case EFFECT_FACTS:
        take_facts(life, effect, a);
        break;
    case EFFECT_APART: /* between people: no record's own */
        break;
    case EFFECT_LINK:
        take_link(life, effect, a);
        break;
    case EFFECT_MARK:
        take_mark(life, effect, a);
        break;
    case EFFECT_GRANT:
        take_grant(life, situation, effect, a);
        break;
    case EFFECT_REVOKE:
        take_revoke(life, effect);
        break;
    case EFFECT_DUTY_START:
        take_duty_start(life, situation, effect, a);
        break;
    case EFFECT_DUTY_END:
    case EFFECT_DUTY_PAUSE:
    case EFFECT_DUTY_MOVE:
    case EFFECT_DUTY_MISSED:
    case EFFECT_DUTY_BEARER:
        take_duty(life, effect, a);
        break;
    case EFFECT_VERSION:
        life->pack = arena_strdup(a, effect->pack->hash);
        break;
    case EFFECT_NOTICE:
        take_notice(life, situation, effect, a);
        break;
    case EFFECT_GUEST: /* their access is no part of the record */
        break;
    }
}

void life_take(struct life *life, const struct situation *situation, const struct outcome *outcome, struct arena *a) {
    for (size_t i = 0; i < outcome->effects.count; i++)
        take(life, situation, &outcome->effects.at[i], a);
}

const char *life_body(const struct life *life, const char *part) {
    for (size_t i = life->entries.count; i-- > 0;)
        if (strcmp(life->entries.at[i].part, part) == 0)
            return life->entries.at[i].body;
    return NULL;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Those that somebody may read, once each. */
static void add_parts(const struct life *life, struct record_facts *record, struct arena *a) {
    for (size_t i = 0; i < life->grants.count; i++) {
        bool there = false;
        for (size_t p = 0; p < record->parts.count && !there; p++)
            there = strcmp(record->parts.at[p], life->grants.at[i].part) == 0;
        if (!there)
            LIST_ADD(a, &record->parts, life->grants.at[i].part);
    }
    if (record->parts.count > 0)
        qsort(record->parts.at, record->parts.count, sizeof(record->parts.at[0]), by_text);
}

static void add_duties(const struct life *life, const struct procedure *procedure, struct record_facts *record,
                       struct arena *a) {
    for (size_t i = 0; i < life->duties.count; i++) {
        const struct life_duty *duty = &life->duties.at[i];
        bool paused = strcmp(duty->state, "paused") == 0;
        struct open_duty open = {.id = (int64_t)i + 1,
                                 .duty = procedure_duty(procedure, duty->name),
                                 .bearer = duty->bearer,
                                 .state = paused ? DUTY_PAUSED : DUTY_OPEN,
                                 .started_at = duty->started_at,
                                 .counted_from = duty->counted_from,
                                 .term = duty->term,
                                 .due_at = duty->due_at,
                                 .missed_at = duty->missed_at,
                                 .step = duty->step,
                                 .next_at = duty->next_at};
        if (open.duty != NULL && (paused || strcmp(duty->state, "open") == 0))
            LIST_ADD(a, &record->duties, open);
    }
}

const struct person *person_then(struct db *db, const struct council *council, const char *id, struct arena *a) {
    const struct person *person = council_person(db, council, id, a);
    if (person == NULL || person->kind != PERSON_GUEST)
        return person;
    struct person *guest = ARENA_NEW(a, struct person);
    *guest = *person;
    guest->active = true;
    return guest;
}

struct record_facts *life_facts(const struct life *life, const struct situation *situation, struct db *db,
                                struct arena *a) {
    const struct directory *directory = situation->council->directory;
    struct record_facts *record = ARENA_NEW(a, struct record_facts);
    record->id = life->id;
    record->ref = life->ref;
    record->state = procedure_state(situation->procedure, life->state);
    record->opener = person_then(db, situation->council, life->opener, a);
    record->opener_group = life->group == NULL ? NULL : directory_organization(directory, life->group);
    record->service = life->service == NULL ? NULL : directory_organization(directory, life->service);
    record->handler = life->handler;
    record->fields = life->fields;
    record->opened_at = life->opened_at;
    record->closed_at = life->closed_at;
    for (size_t i = 0; i < life->events.count; i++) {
        const struct life_event *event = &life->events.at[i];
        struct past_event past = {.id = (int64_t)i + 1,
                                  .at = event->at,
                                  .actor = event->actor == NULL ? NULL
                                                                : person_then(db, situation->council, event->actor, a),
                                  .power = event->power,
                                  .from_state = event->from,
                                  .to_state = event->to,
                                  .part = event->part,
                                  .say = event->say,
                                  .cites = event->cites};
        LIST_ADD(a, &record->events, past);
    }
    add_duties(life, situation->procedure, record, a);
    add_parts(life, record, a);
    return record;
}
