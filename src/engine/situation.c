/* Reads what decide needs: the record, its events, duties and parts, for one actor. */
#include "engine/engine_private.h"

void situation_of_opening(const struct council *council, const struct procedure *procedure, const struct person *actor,
                          instant now, struct situation *situation_r) {
    *situation_r = (struct situation){.council = council,
                                      .pack = council->pack,
                                      .procedure = procedure,
                                      .actor = actor,
                                      .now = now,
                                      .today = council_day(council, now)};
}

static void read_events(struct db *db, const struct council *council, struct record_facts *record, struct arena *a) {
    struct query *q = query(db, Q_EVENT_OF);
    bind_int(q, record->id);
    while (query_step(q)) {
        struct past_event event = {.id = column_int(q, 0),
                                   .at = column_int(q, 1),
                                   .actor =
                                       column_is_null(q, 2) ? NULL : council_person(db, council, column_text(q, 2), a),
                                   .power = column_copy(q, 3, a),
                                   .from_state = column_copy(q, 4, a),
                                   .to_state = column_copy(q, 5, a),
                                   .part = column_copy(q, 6, a),
                                   .say = column_copy(q, 7, a),
                                   .cites = column_copy(q, 8, a)};
        LIST_ADD(a, &record->events, event);
    }
    query_end(q);
}

static void read_duties(struct db *db, const struct procedure *procedure, struct record_facts *record,
                        struct arena *a) {
    struct query *q = query(db, Q_DUTY_OF);
    bind_int(q, record->id);
    while (query_step(q)) {
        struct open_duty duty = {.id = column_int(q, 0),
                                 .duty = procedure_duty(procedure, column_text(q, 1)),
                                 .bearer = column_copy(q, 2, a),
                                 .state = strcmp(column_text(q, 3), "paused") == 0 ? DUTY_PAUSED : DUTY_OPEN,
                                 .started_at = column_int(q, 4),
                                 .counted_from = column_int(q, 5),
                                 .term = {.amount = (int)column_int(q, 6), .unit = (enum term_unit)column_int(q, 7)},
                                 .due_at = column_int(q, 8),
                                 .missed_at = column_is_null(q, 9) ? INSTANT_NONE : column_int(q, 9),
                                 .step = (int)column_int(q, 10),
                                 .next_at = column_int(q, 11)};
        if (duty.duty != NULL)
            LIST_ADD(a, &record->duties, duty);
    }
    query_end(q);
}

void situation_read_apart(struct db *db, struct situation *situation, const struct person *opener, int64_t event,
                          struct arena *a) {
    struct query *q = query(db, Q_APART_OF);
    bind_text(q, opener == NULL ? NULL : opener->id);
    bind_int(q, event);
    while (query_step(q))
        LIST_ADD(a, &situation->apart, (const char *)column_copy(q, 0, a));
    query_end(q);
}

static void read_parts(struct db *db, struct record_facts *record, struct arena *a) {
    struct query *q = query(db, Q_GRANT_PARTS);
    bind_int(q, record->id);
    while (query_step(q)) { /* a row for each principal, in the order of the parts */
        bool again =
            record->parts.count > 0 && strcmp(record->parts.at[record->parts.count - 1], column_text(q, 0)) == 0;
        if (!again)
            LIST_ADD(a, &record->parts, column_copy(q, 0, a));
    }
    query_end(q);
}

static bool situation_of_facts(struct db *db, const struct council *council, const struct person *actor, int64_t id,
                               instant now, struct arena *a, struct situation *situation_r, bool *found_r) {
    *found_r = false;
    struct query *q = query(db, Q_RECORD_GET);
    bind_int(q, id);
    if (!query_step(q)) {
        query_end(q);
        return db_failed(db) == NULL;
    }
    struct record_facts *record = ARENA_NEW(a, struct record_facts);
    const struct pack *pack = council_pack(council, column_text(q, 2));
    const struct procedure *procedure = pack == NULL ? NULL : pack_procedure(pack, column_text(q, 1));
    const struct directory *directory = council->directory;
    record->id = id;
    record->ref = column_copy(q, 0, a);
    record->state = procedure == NULL ? NULL : procedure_state(procedure, column_text(q, 3));
    record->opener = council_person(db, council, column_text(q, 4), a);
    record->opener_group = directory_organization(directory, column_text(q, 5));
    record->service = directory_organization(directory, column_text(q, 6));
    record->handler = column_copy(q, 7, a);
    values_parse(a, &record->fields, column_text(q, 8));
    record->opened_at = column_int(q, 9);
    record->closed_at = column_is_null(q, 10) ? INSTANT_NONE : column_int(q, 10);
    query_end(q);
    if (record->state == NULL)
        return false; /* a record whose pack is gone: the database was changed by hand */
    read_events(db, council, record, a);
    read_duties(db, procedure, record, a);
    read_parts(db, record, a);
    situation_of_opening(council, procedure, actor, now, situation_r);
    situation_r->pack = pack;
    situation_r->record = record;
    situation_read_apart(db, situation_r, record->opener, INT64_MAX, a);
    *found_r = true;
    return db_failed(db) == NULL;
}

/* What a record names is read without what that names in turn. */
static const struct situation *read_named(struct db *db, const struct situation *by, int64_t id, struct arena *a) {
    struct situation *named = ARENA_NEW(a, struct situation);
    bool found = false;
    bool good = id != 0 && situation_of_facts(db, by->council, NULL, id, by->now, a, named, &found);
    return good && found ? named : NULL;
}

static int64_t record_id(struct db *db, const char *ref) {
    struct query *q = query(db, Q_RECORD_ID);
    bind_text(q, ref);
    return query_int(q, 0);
}

void situation_name_facts(struct situation *situation, source_read *read, void *context, struct arena *a) {
    const struct values *facts = &situation->record->fields;
    for (size_t i = 0; i < facts->list.count; i++) {
        struct source source = {.field = procedure_fact(situation->procedure, facts->list.at[i].name),
                                .ref = facts->list.at[i].text};
        if (source.field == NULL || !field_links(source.field))
            continue;
        read(context, situation, &source, a);
        LIST_ADD(a, &situation->sources, source);
    }
}

/* A record, or a part of one that another field or a fact names; false when the field names neither. */
static bool name_source(const struct situation *situation, const struct field *field, const struct values *fields,
                        struct arena *a, struct source *source_r) {
    const struct field *record = field->kind == FIELD_PART ? field->part_of : field;
    const char *value = values_get(fields, field->name), *ref = values_get(fields, record->name);
    if (ref == NULL && situation->record != NULL)
        ref = values_get(&situation->record->fields, record->name);
    if (record->kind != FIELD_RECORD || value == NULL || ref == NULL)
        return false;
    *source_r = (struct source){.field = field,
                                .ref = reference_clean(a, ref),
                                .part = field->kind == FIELD_PART ? text_clean(a, value) : field->copies};
    return true;
}

void situation_name_fields(struct situation *situation, const struct form *form, const struct values *fields,
                           source_read *read, void *context, struct arena *a) {
    for (size_t i = 0; i < form->count; i++) {
        struct source source;
        if (!name_source(situation, &form->at[i], fields, a, &source))
            continue;
        read(context, situation, &source, a);
        LIST_ADD(a, &situation->sources, source);
    }
}

/* The actor saw it when they named it. */
static void read_fact(void *db, const struct situation *situation, struct source *source, struct arena *a) {
    source->named = read_named(db, situation, record_id(db, source->ref), a);
}

bool situation_of_id(struct db *db, const struct council *council, const struct person *actor, int64_t id, instant now,
                     struct arena *a, struct situation *situation_r, bool *found_r) {
    bool good = situation_of_facts(db, council, actor, id, now, a, situation_r, found_r);
    if (good && *found_r)
        situation_name_facts(situation_r, read_fact, db, a);
    return good && db_failed(db) == NULL;
}

static int64_t record_seen(struct db *db, const struct council *council, const struct person *actor, const char *ref,
                           instant now) {
    struct query *q = query(db, Q_RECORD_SEEN);
    bind_text(q, ref);
    bind_text(q, actor->id);
    bind_int(q, now);
    bind_int(q, council->pack->group_sees_past);
    return query_int(q, 0);
}

bool situation_of_record(struct db *db, const struct council *council, const struct person *actor, const char *ref,
                         instant now, struct arena *a, struct situation *situation_r, bool *found_r) {
    int64_t id = record_seen(db, council, actor, ref, now);
    *found_r = false;
    if (id == 0)
        return db_failed(db) == NULL;
    return situation_of_id(db, council, actor, id, now, a, situation_r, found_r);
}

/* The latest text of the part, if the actor may read it. */
static const char *read_part(struct db *db, const struct situation *situation, const char *ref, const char *part,
                             struct arena *a) {
    struct query *q = query(db, Q_ENTRY_SEEN);
    bind_text(q, ref);
    bind_text(q, part);
    bind_text(q, situation->actor->id);
    bind_int(q, situation->now);
    bind_int(q, situation->council->pack->group_sees_past);
    return query_text(q, a);
}

/* What the actor can see. */
static void read_field(void *db, const struct situation *situation, struct source *source, struct arena *a) {
    int64_t id = 0;
    if (source->part != NULL)
        source->body = read_part(db, situation, source->ref, source->part, a);
    else
        id = record_seen(db, situation->council, situation->actor, source->ref, situation->now);
    source->named = read_named(db, situation, source->body == NULL ? id : record_id(db, source->ref), a);
}

bool situation_read_sources(struct db *db, struct situation *situation, const struct form *form,
                            const struct values *fields, struct arena *a) {
    situation_name_fields(situation, form, fields, read_field, db, a);
    return db_failed(db) == NULL;
}

bool situation_read_written(struct db *db, struct situation *situation, const struct power *power, struct arena *a) {
    for (size_t i = 0; i < power->opens.with_count; i++) {
        const struct field *from = power->opens.with[i].from;
        if (form_field(&situation->procedure->open_form, from->name) != from || from->part == NULL)
            continue;
        struct query *q = query(db, Q_ENTRY_OF_FIELD);
        bind_int(q, situation->record->id);
        bind_text(q, from->name);
        const char *text = query_text(q, a);
        if (text != NULL)
            values_put(a, &situation->written, from->name, text);
    }
    return db_failed(db) == NULL;
}

const struct source *source_of(const struct situation *situation, const struct field *field) {
    for (size_t i = situation->sources.count; i-- > 0;)
        if (strcmp(situation->sources.at[i].field->name, field->name) == 0)
            return &situation->sources.at[i];
    return NULL;
}
