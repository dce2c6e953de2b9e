/* Decides again what was decided, record by record. */
#include "ledger/ledger_private.h"

#include <jansson.h>

struct past_council {
    int64_t id;
    const struct council *council;
};

struct replay {
    struct db *db;
    const struct council *present;
    struct arena *councils_arena; /* of councils as they were; emptied between records when there are many */
    LIST(struct past_council) councils;
    struct ledger_replay *result;
};
#define COUNCILS_MOST 16

/* A kept decision. */
struct kept {
    int64_t id, event, council, duty;
    instant at;
    const char *kind, *name, *actor, *pack, *fields, *digest;
};

/* One record, up to a decision of any record: what came after it is of the future. */
struct retelling {
    struct replay *replay;
    struct arena *a;
    int64_t before;
    struct life life;
    const char *error; /* the first thing that came out otherwise; NULL */
};

static void retell(struct retelling *retelling);

static const struct council *recall(struct retelling *retelling, int64_t id) {
    struct replay *replay = retelling->replay;
    for (size_t i = 0; i < replay->councils.count; i++)
        if (replay->councils.at[i].id == id)
            return replay->councils.at[i].council;
    struct past_council past = {.id = id};
    if (council_recall(replay->db, replay->present, id, replay->councils_arena, &past.council, &retelling->error))
        LIST_ADD(replay->councils_arena, &replay->councils, past);
    return past.council;
}

/* Before a record: those of the past stand on the present one, and are let go when it changes. */
static void take_council(struct replay *replay, const struct council *present) {
    bool same = replay->present == present;
    replay->present = present;
    if (same && replay->councils.count < COUNCILS_MOST)
        return;
    arena_reset(replay->councils_arena);
    memset(&replay->councils, 0, sizeof(replay->councils));
}

/* The text that an act gave for a field stands in the entry that it made. */
static const char *entered(struct retelling *retelling, const struct kept *kept, const char *field) {
    struct query *q = query(retelling->replay->db, Q_LEDGER_ENTERED);
    bind_int(q, retelling->life.id);
    bind_int(q, kept->event);
    bind_text(q, field);
    return query_text(q, retelling->a);
}

static void read_fields(struct retelling *retelling, const struct kept *kept, struct values *fields) {
    json_t *json = kept->fields == NULL ? NULL : json_loads(kept->fields, 0, NULL), *value;
    const char *name;
    json_object_foreach(json, name, value) {
        const char *text = json_is_null(value) ? entered(retelling, kept, name) : json_string_value(value);
        if (text != NULL)
            values_put(retelling->a, fields, name, text);
    }
    json_decref(json);
}

struct naming {
    struct retelling *by;
    int64_t before;
};

/* A record that was named is told up to the same moment. */
static void read_source(void *context, const struct situation *situation, struct source *source, struct arena *a) {
    const struct naming *naming = context;
    struct replay *replay = naming->by->replay;
    struct query *q = query(replay->db, Q_RECORD_ID);
    bind_text(q, source->ref);
    struct retelling told = {.replay = replay, .a = a, .before = naming->before, .life.id = query_int(q, 0)};
    retell(&told);
    const struct pack *pack = told.life.pack == NULL ? NULL : council_pack(replay->present, told.life.pack);
    if (pack == NULL)
        return;
    struct situation *named = ARENA_NEW(a, struct situation);
    situation_of_opening(situation->council, pack_procedure(pack, told.life.procedure), NULL, situation->now, named);
    named->pack = pack;
    named->record = life_facts(&told.life, named, replay->db, a);
    source->named = named;
    if (source->part != NULL)
        source->body = life_body(&told.life, source->part);
}

static const struct open_duty *duty_at(const struct record_facts *record, int64_t place) {
    return record != NULL && place > 0 && (size_t)place <= record->duties.count ? &record->duties.at[place - 1] : NULL;
}

/* The situation as it was; false, with the error set, when it cannot be had. */
static bool situate(struct retelling *retelling, const struct kept *kept, bool first, struct situation *situation) {
    const struct pack *pack = council_pack(retelling->replay->present, first ? kept->pack : retelling->life.pack);
    const struct council *council = recall(retelling, kept->council);
    if (council == NULL)
        return false;
    if (pack == NULL)
        return fail(retelling->a, &retelling->error, "The pack under which it was decided is not kept.");
    const struct procedure *procedure = pack_procedure(pack, retelling->life.procedure);
    const struct person *actor =
        kept->actor == NULL ? NULL : person_then(retelling->replay->db, council, kept->actor, retelling->a);
    if (procedure == NULL || (kept->actor != NULL && actor == NULL))
        return fail(retelling->a, &retelling->error, "There was no such procedure, or nobody who could have done it.");
    situation_of_opening(council, procedure, actor, kept->at, situation);
    situation->pack = pack;
    if (!first)
        situation->record = life_facts(&retelling->life, situation, retelling->replay->db, retelling->a);
    situation_read_apart(retelling->replay->db, situation, first ? actor : situation->record->opener, kept->event,
                         retelling->a);
    return true;
}

/* What the situation of a person's act has beside the record: what it names, and what it hands on. */
static void situate_act(struct retelling *retelling, const struct decision *decision, struct naming *naming,
                        struct situation *situation) {
    const struct power *power = decision->power;
    situation_name_fields(situation, power == NULL ? &situation->procedure->open_form : &power->form, &decision->fields,
                          read_source, naming, retelling->a);
    if (power != NULL)
        situation_read_written(retelling->replay->db, situation, power, retelling->a);
}

static bool decide_kept(struct retelling *retelling, const struct kept *kept, struct situation *situation,
                        struct outcome *outcome) {
    struct arena *a = retelling->a;
    struct naming naming = {retelling, kept->id};
    struct decision decision = {.duty = duty_at(situation->record, kept->duty)};
    bool known = decision_kind_parse(kept->kind, &decision.kind);
    bool falls_due = decision.kind == DECISION_MISSED || decision.kind == DECISION_HOLIDAY;
    bool opens = situation->record == NULL;
    if (decision.kind == DECISION_VERSION)
        decision.pack = council_pack(retelling->replay->present, kept->pack);
    else if (!opens && !falls_due)
        decision.power = procedure_power(situation->procedure, kept->name);
    if (!known || (falls_due ? decision.duty == NULL : !opens && decision.power == NULL && decision.pack == NULL))
        return fail(a, &retelling->error, "There was nothing of this name to be done.");
    read_fields(retelling, kept, &decision.fields);
    /* what follows from an act on another record is decided by that record's own facts alone */
    bool follows = decision.kind == DECISION_USED || decision.kind == DECISION_OPENED;
    if (!opens && !follows)
        situation_name_facts(situation, read_source, &naming, a);
    situation->on_behalf = decision.kind == DECISION_OPENED;
    if (decision.kind == DECISION_ACT)
        situate_act(retelling, &decision, &naming, situation);
    decide_any(situation, &decision, a, outcome);
    if (outcome->kind != OUTCOME_DONE)
        return fail(a, &retelling->error, "It is not done now, but %s.",
                    outcome->kind == OUTCOME_REFUSED ? "refused" : "sent back for what is wrong in its form");
    if (strcmp(outcome_digest(situation, outcome, a), kept->digest) != 0)
        return fail(a, &retelling->error, "Something else follows from it now.");
    return true;
}

struct kept_list {
    LIST(struct kept) list;
};

static void read_kept(struct retelling *retelling, struct kept_list *kept) {
    struct query *q = query(retelling->replay->db, Q_LEDGER_DECISIONS);
    struct arena *a = retelling->a;
    bind_int(q, retelling->life.id);
    bind_int(q, retelling->before);
    while (query_step(q)) {
        struct kept one = {.id = column_int(q, 0),
                           .event = column_int(q, 1),
                           .at = column_int(q, 2),
                           .kind = column_copy(q, 3, a),
                           .name = column_copy(q, 4, a),
                           .duty = column_int(q, 5),
                           .actor = column_copy(q, 6, a),
                           .pack = column_copy(q, 7, a),
                           .council = column_int(q, 8),
                           .fields = column_copy(q, 9, a),
                           .digest = column_copy(q, 10, a)};
        LIST_ADD(a, &kept->list, one);
    }
    query_end(q);
}

/* A record that the act opened was decided on next, in the same transaction. */
static void link_opened(struct retelling *retelling, const struct kept *kept, const struct outcome *outcome) {
    for (size_t i = 0; i < outcome->also.count; i++) {
        const struct consequence *also = &outcome->also.at[i];
        if (also->situation->record != NULL)
            continue;
        struct query *q = query(retelling->replay->db, Q_LEDGER_OPENED_AFTER);
        bind_int(q, kept->id);
        struct life_link link = {
            .other = query_int(q, 0), .event = retelling->life.events.count, .part = also->part, .field = ""};
        LIST_ADD(retelling->a, &retelling->life.links, link);
    }
}

/* Makes the life of the record retelling->life.id anew, until something comes out otherwise. */
static void retell(struct retelling *retelling) {
    struct kept_list kept = {0};
    struct life *life = &retelling->life;
    struct query *q = query(retelling->replay->db, Q_SIGHT_RECORD_OF_ID);
    bind_int(q, life->id);
    if (query_step(q)) {
        life->ref = column_copy(q, 0, retelling->a);
        life->procedure = column_copy(q, 1, retelling->a);
    }
    query_end(q);
    read_kept(retelling, &kept);
    for (size_t i = 0; i < kept.list.count; i++) {
        const struct kept *step = &kept.list.at[i];
        struct situation situation;
        struct outcome outcome;
        if (!situate(retelling, step, i == 0, &situation) || !decide_kept(retelling, step, &situation, &outcome)) {
            retelling->error = arena_printf(retelling->a, "decision %zu (%s, %s): %s", i + 1, step->name,
                                            instant_format(retelling->a, step->at), retelling->error);
            return;
        }
        life_take(life, &situation, &outcome, retelling->a);
        link_opened(retelling, step, &outcome);
        retelling->replay->result->decisions++;
    }
}

static void replay_record(struct replay *replay, int64_t id, struct arena *kept_arena, struct arena *a) {
    struct retelling retelling = {.replay = replay, .a = a, .before = INT64_MAX, .life.id = id};
    struct life stored;
    if (!life_read(replay->db, id, &stored, a))
        return;
    retell(&retelling);
    const char *say = retelling.error != NULL ? retelling.error : life_difference(&stored, &retelling.life, a);
    if (say != NULL) {
        struct ledger_difference difference = {arena_strdup(kept_arena, stored.ref), arena_strdup(kept_arena, say)};
        LIST_ADD(kept_arena, &replay->result->differences, difference);
    }
    replay->result->records++;
}

/* The next record after one, or the one that is asked for; 0: none. */
static int64_t next_record(struct db *db, const char *ref, int64_t last) {
    if (ref != NULL && last != 0)
        return 0;
    struct query *q = query(db, ref == NULL ? Q_LEDGER_RECORD_AFTER : Q_RECORD_ID);
    if (ref == NULL)
        bind_int(q, last);
    else
        bind_text(q, ref);
    return query_int(q, 0);
}

bool ledger_replay(struct engine *engine, const char *ref, ledger_progress *progress, void *context, struct arena *a,
                   struct ledger_replay *replay_r, const char **error_r) {
    *replay_r = (struct ledger_replay){0};
    struct db *db = store_reader(engine_store(engine));
    if (db == NULL)
        return fail(a, error_r, "The database cannot be read.");
    struct replay replay = {.db = db, .councils_arena = arena_new(), .result = replay_r};
    struct arena *work = arena_new();
    int64_t id = 0;
    do {
        arena_reset(work);
        db_begin(db);
        id = next_record(db, ref, id);
        const struct council *present = id == 0 ? NULL : engine_council(engine, db, work);
        if (present != NULL) {
            take_council(&replay, present);
            replay_record(&replay, id, a, work);
        }
        db_end(db);
        if (progress != NULL)
            progress(context, replay_r);
    } while (id != 0 && db_failed(db) == NULL);
    arena_free(&work);
    arena_free(&replay.councils_arena);
    if (db_failed(db) != NULL)
        return fail(a, error_r, "%s", db_failed(db));
    return ref == NULL || replay_r->records > 0 || fail(a, error_r, "There is no record %s.", ref);
}
