/* Writes an outcome's effects: the only place that changes a record. Runs in a writer's job. */
#include "engine/engine_private.h"

#define REF_TRIES 1000

/* When a record takes place, and the one whose time that is; 0: it is nothing that does. */
struct taking {
    instant at;
    int64_t of;
};

struct applying {
    struct db *db;
    struct rng *rng;
    struct arena *a;
    const struct situation *situation;
    const char *pack;
    int64_t record, event; /* the newest event: what the other rows name as their cause */
    int64_t first_event;   /* of this outcome: what a form said stands with it */
    instant opened_at;
    const char *ref, *state, *opener;
    bool open;
    struct taking taking; /* of what is opened */
    struct new_guests *guests;
};

static int64_t principal_id(struct applying *to, const char *name) {
    struct query *q = query(to->db, Q_PRINCIPAL_ID);
    bind_text(q, name);
    int64_t id = query_int(q, 0);
    if (id != 0)
        return id;
    q = query(to->db, Q_PRINCIPAL_ADD);
    bind_text(q, name);
    return query_int(q, 0);
}

static const char *new_ref(struct applying *to, const char *prefix) {
    for (int i = 0; i < REF_TRIES; i++) {
        const char *ref = rng_reference(to->rng, to->a, prefix);
        struct query *q = query(to->db, Q_REF_USED);
        bind_text(q, ref);
        if (query_int(q, 0) == 0)
            return ref;
    }
    return rng_reference(to->rng, to->a, prefix); /* the UNIQUE constraint has the last word */
}

static void add_guest(struct applying *to, const struct person *guest, bool is_opener) {
    struct guest_row row = {.guest = guest,
                            .record = to->record,
                            .is_opener = is_opener,
                            .since = to->situation->now,
                            .made_by = to->situation->made_by};
    guest_add(to->db, &row, to->a);
    struct new_guest made = {.id = guest->id,
                             .name = guest->name,
                             .code = guest_new_code(to->db, to->rng, guest->id, to->a),
                             .is_opener = is_opener};
    LIST_ADD(to->a, &to->guests->list, made);
}

static void apply_guest(struct applying *to, const struct effect *effect) {
    const struct person guest = {.id = effect->name, .name = effect->text};
    add_guest(to, &guest, false);
}

static void apply_open(struct applying *to, const struct effect *effect) {
    const struct situation *situation = to->situation;
    to->ref = new_ref(to, situation->procedure->prefix);
    to->state = effect->state->name;
    int64_t handler = principal_id(to, effect->principal);
    struct query *q = query(to->db, Q_RECORD_ADD);
    bind_text(q, to->ref);
    bind_text(q, situation->procedure->name);
    bind_text(q, to->pack);
    bind_text(q, to->state);
    bind_text(q, situation->actor->id);
    bind_text(q, effect->other);
    bind_text(q, effect->text);
    bind_int(q, handler);
    bind_text(q, values_json(effect->facts, to->a));
    bind_int(q, situation->now);
    to->record = query_int(q, 0);
    if (takes_place(situation->procedure, situation->council->zone, effect->facts, &to->taking.at) != NULL)
        to->taking.of = to->record;
    if (situation->actor->kind == PERSON_GUEST && !situation->on_behalf)
        add_guest(to, situation->actor, true);
}

static void apply_event(struct applying *to, const struct effect *effect) {
    struct query *q = query(to->db, Q_EVENT_ADD);
    bind_int(q, to->record);
    bind_int(q, to->situation->now);
    bool by_nobody = effect->by_nobody || to->situation->on_behalf || to->situation->actor == NULL;
    bind_text(q, by_nobody ? NULL : to->situation->actor->id);
    bind_text(q, effect->name);
    bind_text(q, effect->from);
    bind_text(q, effect->to);
    bind_text(q, effect->part);
    bind_text(q, effect->text);
    bind_text(q, cites_text(effect->cites, to->a));
    to->event = query_int(q, 0);
    if (to->first_event == 0)
        to->first_event = to->event;
}

/* Whom the record keeps apart is so while it is open. */
static void turn_apart(struct applying *to) {
    struct query *q = query(to->db, to->open ? Q_APART_AGAIN : Q_APART_END);
    bind_int(q, to->record);
    bind_int(q, to->event);
    query_run(q);
}

static void apply_state(struct applying *to, const struct effect *effect) {
    bool was_open = to->open;
    to->state = effect->state->name;
    to->open = !effect->state->final;
    struct query *q = query(to->db, Q_RECORD_STATE);
    bind_int(q, to->record);
    bind_text(q, to->state);
    bind_int(q, to->open);
    bind_instant(q, to->open ? INSTANT_NONE : to->situation->now);
    query_run(q);
    if (!to->open)
        guest_end_invited(to->db, to->record, to->situation->now);
    if (to->open != was_open)
        turn_apart(to);
}

static void bind_posting(struct applying *to, struct query *q, int64_t principal, int64_t word) {
    bind_int(q, principal);
    bind_int(q, word);
    bind_int(q, to->opened_at);
    bind_int(q, to->record);
}

/* Makes the words of a text findable for a principal. */
static void add_postings(struct applying *to, int64_t principal, instant since, const char *body) {
    struct words words = {0};
    words_of(to->a, body, &words);
    for (size_t i = 0; i < words.hashes.count; i++) {
        struct query *q = query(to->db, Q_POSTING_ADD);
        bind_posting(to, q, principal, words.hashes.at[i]);
        bind_int(q, since);
        query_run(q);
    }
}

static void drop_postings(struct applying *to, int64_t principal, const char *body) {
    struct words words = {0};
    words_of(to->a, body, &words);
    for (size_t i = 0; i < words.hashes.count; i++) {
        struct query *q = query(to->db, Q_POSTING_DROP);
        bind_posting(to, q, principal, words.hashes.at[i]);
        query_run(q);
    }
}

struct bodies {
    LIST(const char *) list;
};

static void bodies_of_part(struct applying *to, const char *part, struct bodies *bodies) {
    struct query *q = query(to->db, Q_ENTRY_BODIES);
    bind_int(q, to->record);
    bind_text(q, part);
    while (query_step(q))
        LIST_ADD(to->a, &bodies->list, column_copy(q, 0, to->a));
    query_end(q);
}

static void add_postings_of_part(struct applying *to, int64_t principal, instant since, const char *part) {
    struct bodies bodies = {0};
    bodies_of_part(to, part, &bodies);
    for (size_t i = 0; i < bodies.list.count; i++)
        add_postings(to, principal, since, bodies.list.at[i]);
}

struct grant {
    int64_t principal;
    const char *part;
    instant since;
};
struct grants {
    LIST(struct grant) list;
};

static void grants_of_part(struct applying *to, const char *part, struct grants *grants) {
    struct query *q = query(to->db, Q_GRANT_OF_PART);
    bind_int(q, to->record);
    bind_text(q, part);
    while (query_step(q)) {
        struct grant grant = {.principal = column_int(q, 0), .part = part, .since = column_int(q, 1)};
        LIST_ADD(to->a, &grants->list, grant);
    }
    query_end(q);
}

static void apply_facts(struct applying *to, const struct effect *effect) {
    struct query *q = query(to->db, Q_RECORD_FIELDS);
    bind_int(q, to->record);
    bind_text(q, values_json(effect->facts, to->a));
    query_run(q);
}

static void apply_entry(struct applying *to, const struct effect *effect) {
    struct query *q = query(to->db, Q_ENTRY_VERSION);
    bind_int(q, to->record);
    bind_text(q, effect->part);
    bind_text(q, effect->field);
    int64_t latest = query_int(q, 0), version = effect->revises || latest == 0 ? latest + 1 : latest;
    q = query(to->db, Q_ENTRY_ADD);
    bind_int(q, to->record);
    bind_int(q, to->event);
    bind_text(q, effect->part);
    bind_text(q, effect->field);
    bind_int(q, version);
    bind_text(q, effect->text);
    query_run(q);
    struct grants grants = {0};
    grants_of_part(to, effect->part, &grants);
    for (size_t i = 0; i < grants.list.count; i++)
        add_postings(to, grants.list.at[i].principal, grants.list.at[i].since, effect->text);
}

static void add_apart(struct applying *to, const char *one, const char *other) {
    struct query *q = query(to->db, Q_APART_ADD);
    bind_text(q, one);
    bind_text(q, other);
    bind_int(q, to->record);
    bind_int(q, to->event);
    if (to->open)
        bind_null(q);
    else
        bind_int(q, to->event);
    query_run(q);
}

static void add_link(struct applying *to, int64_t other, const char *part, const char *field) {
    struct query *q = query(to->db, Q_LINK_ADD);
    bind_int(q, to->record);
    bind_int(q, other);
    bind_text(q, part);
    bind_text(q, field);
    bind_int(q, to->event);
    query_run(q);
}

static void apply_mark(struct applying *to, const struct effect *effect) {
    struct query *q = query(to->db, Q_MARK_ADD);
    bind_int(q, effect->record);
    bind_text(q, effect->part);
    bind_text(q, effect->text);
    bind_int(q, to->event);
    query_run(q);
}

static struct taking taking_of(struct applying *to, int64_t record) {
    struct taking taking = {.at = INSTANT_NONE};
    struct query *q = query(to->db, Q_RECORD_TAKES);
    bind_int(q, record);
    if (query_step(q))
        taking = (struct taking){column_int(q, 0), column_int(q, 1)};
    query_end(q);
    return taking;
}

/* What is opened takes place when the first record does that its form names, if it has no time of its own. */
static void apply_link(struct applying *to, const struct effect *effect) {
    add_link(to, effect->record, effect->part, effect->field);
    if (to->situation->record != NULL || to->taking.of != 0)
        return;
    struct taking named = taking_of(to, effect->record);
    if (named.of == effect->record)
        to->taking = named;
}

static void note_taking(struct applying *to) {
    struct query *q = query(to->db, Q_RECORD_TAKES_PUT);
    bind_int(q, to->record);
    bind_int(q, to->taking.at);
    bind_int(q, to->taking.of);
    query_run(q);
}

static void apply_grant(struct applying *to, const struct effect *effect) {
    int64_t principal = principal_id(to, effect->principal);
    instant since = to->situation->now;
    struct query *q = query(to->db, Q_GRANT_ADD);
    bind_int(q, to->record);
    bind_text(q, effect->part);
    bind_int(q, principal);
    bind_int(q, since);
    bind_int(q, to->event);
    bind_text(q, effect->relation);
    bind_text(q, cites_text(effect->cites, to->a));
    query_run(q);
    add_postings_of_part(to, principal, since, effect->part);
}

static void apply_revoke(struct applying *to, const struct effect *effect) {
    int64_t principal = principal_id(to, effect->principal);
    struct query *q = query(to->db, Q_GRANT_DROP);
    bind_int(q, to->record);
    bind_text(q, effect->part);
    bind_int(q, principal);
    query_run(q);
    struct bodies gone = {0};
    bodies_of_part(to, effect->part, &gone);
    for (size_t i = 0; i < gone.list.count; i++)
        drop_postings(to, principal, gone.list.at[i]);
    /* the same words in what stays granted stay findable */
    struct grants left = {0};
    q = query(to->db, Q_GRANT_OF_PRINCIPAL);
    bind_int(q, to->record);
    bind_int(q, principal);
    while (query_step(q)) {
        struct grant grant = {.principal = principal, .part = column_copy(q, 0, to->a), .since = column_int(q, 1)};
        LIST_ADD(to->a, &left.list, grant);
    }
    query_end(q);
    for (size_t i = 0; i < left.list.count; i++)
        add_postings_of_part(to, principal, left.list.at[i].since, left.list.at[i].part);
}

static void apply_handler(struct applying *to, const struct effect *effect) {
    int64_t handler = principal_id(to, effect->principal);
    struct query *q = query(to->db, Q_RECORD_HANDLER);
    bind_int(q, to->record);
    bind_int(q, handler);
    query_run(q);
}

static void apply_duty_start(struct applying *to, const struct effect *effect) {
    int64_t bearer = principal_id(to, effect->principal);
    struct query *q = query(to->db, Q_DUTY_ADD);
    bind_int(q, to->record);
    bind_text(q, effect->duty->name);
    bind_int(q, bearer);
    bind_text(q, effect->duty->part == NULL ? "record" : effect->duty->part);
    bind_int(q, to->situation->now);
    bind_int(q, effect->term.amount);
    bind_int(q, effect->term.unit);
    bind_int(q, effect->due);
    bind_int(q, effect->duty->quiet);
    bind_int(q, to->event);
    bind_text(q, cites_text(effect->cites, to->a));
    query_run(q);
}

static void apply_duty(struct applying *to, const struct effect *effect) {
    struct query *q;
    switch (effect->kind) {
    case EFFECT_DUTY_END:
        q = query(to->db, Q_DUTY_END);
        bind_int(q, effect->duty_id);
        bind_text(q, effect->duty_state == DUTY_MET ? "met" : "cancelled");
        bind_int(q, to->event);
        break;
    case EFFECT_DUTY_PAUSE:
        q = query(to->db, Q_DUTY_PAUSE);
        bind_int(q, effect->duty_id);
        bind_int(q, effect->term.amount);
        bind_int(q, effect->term.unit);
        break;
    case EFFECT_DUTY_MOVE:
        q = query(to->db, Q_DUTY_MOVE);
        bind_int(q, effect->duty_id);
        bind_int(q, effect->counted_from);
        bind_int(q, effect->term.amount);
        bind_int(q, effect->term.unit);
        bind_int(q, effect->due);
        bind_int(q, effect->next_at);
        break;
    default:
        q = query(to->db, Q_DUTY_MISSED);
        bind_int(q, effect->duty_id);
        bind_instant(q, effect->due);
        bind_int(q, effect->step);
        bind_int(q, effect->next_at);
        break;
    }
    query_run(q);
}

static void apply_duty_bearer(struct applying *to, const struct effect *effect) {
    int64_t bearer = principal_id(to, effect->principal);
    struct query *q = query(to->db, Q_DUTY_BEARER);
    bind_int(q, effect->duty_id);
    bind_int(q, bearer);
    query_run(q);
}

static void apply_version(struct applying *to, const struct effect *effect) {
    struct query *q = query(to->db, Q_RECORD_PACK);
    bind_int(q, to->record);
    bind_text(q, effect->pack->hash);
    query_run(q);
}

static void apply_notice(struct applying *to, const struct effect *effect) {
    int64_t principal = principal_id(to, effect->principal);
    const char *ref = new_ref(to, "NOT");
    struct query *q = query(to->db, Q_NOTICE_ADD);
    bind_text(q, ref);
    bind_int(q, principal);
    bind_int(q, to->situation->now);
    bind_int(q, to->record);
    bind_int(q, to->event);
    bind_text(q, effect->name);
    bind_text(q, effect->other);
    bind_text(q, effect->text);
    bind_text(q, cites_text(effect->cites, to->a));
    query_run(q);
}

static bool has_grant(const struct grants *grants, int64_t principal) {
    for (size_t i = 0; i < grants->list.count; i++)
        if (grants->list.at[i].principal == principal)
            return true;
    return false;
}

/* The lines of lists, made anew: one for each principal that has the part `record`. */
static void write_listing(struct applying *to) {
    struct query *q = query(to->db, Q_LISTING_DROP);
    bind_int(q, to->record);
    query_run(q);
    q = query(to->db, Q_LISTING_DUE);
    bind_int(q, to->record);
    instant due = INSTANT_NONE;
    const char *due_calendar = NULL;
    if (query_step(q)) {
        const struct duty *duty = procedure_duty(to->situation->procedure, column_text(q, 1));
        due = column_int(q, 0);
        due_calendar = duty == NULL ? NULL : duty->calendar->name;
    }
    query_end(q);
    struct taking taking = taking_of(to, to->record);
    const char *title = NULL, *title_part = NULL;
    q = query(to->db, Q_TITLE_OF);
    bind_int(q, to->record);
    if (query_step(q)) {
        title_part = column_copy(q, 0, to->a);
        title = column_copy(q, 1, to->a);
    }
    query_end(q);
    bool hides_opener = procedure_part(to->situation->procedure, PART_OPENER) != NULL;
    struct grants whole = {0}, titled = {0}, known = {0};
    grants_of_part(to, "record", &whole);
    if (hides_opener)
        grants_of_part(to, PART_OPENER, &known);
    if (title_part != NULL)
        grants_of_part(to, title_part, &titled);
    for (size_t i = 0; i < whole.list.count; i++) {
        bool has_title = has_grant(&titled, whole.list.at[i].principal);
        bool knows_opener = !hides_opener || has_grant(&known, whole.list.at[i].principal);
        q = query(to->db, Q_LISTING_ADD);
        bind_int(q, whole.list.at[i].principal);
        bind_int(q, to->open);
        bind_int(q, to->opened_at);
        bind_int(q, to->record);
        bind_text(q, to->situation->procedure->name);
        bind_int(q, whole.list.at[i].since);
        bind_text(q, to->ref);
        bind_text(q, to->state);
        bind_text(q, has_title ? title : NULL);
        bind_instant(q, due);
        bind_text(q, due_calendar);
        bind_text(q, knows_opener ? to->opener : "");
        bind_instant(q, taking.at);
        bind_int(q, taking.of);
        query_run(q);
    }
}

bool apply(struct db *db, struct rng *rng, const struct situation *situation, const struct decision *decision,
           const struct outcome *outcome, struct arena *a, struct applied *applied_r) {
    const struct record_facts *record = situation->record;
    struct applying to = {.db = db,
                          .rng = rng,
                          .a = a,
                          .situation = situation,
                          .pack = situation->pack->hash,
                          .record = record == NULL ? 0 : record->id,
                          .opened_at = record == NULL ? situation->now : record->opened_at,
                          .ref = record == NULL ? NULL : record->ref,
                          .state = record == NULL ? NULL : record->state->name,
                          .opener = record == NULL ? situation->actor->id : record->opener->id,
                          .open = record == NULL || !record->state->final,
                          .guests = &applied_r->guests};
    *applied_r = (struct applied){0};
    for (size_t i = 0; i < outcome->effects.count && db_failed(db) == NULL; i++) {
        const struct effect *effect = &outcome->effects.at[i];
        switch (effect->kind) {
        case EFFECT_OPEN:
            apply_open(&to, effect);
            break;
        case EFFECT_GUEST:
            apply_guest(&to, effect);
            break;
        case EFFECT_EVENT:
            apply_event(&to, effect);
            break;
        case EFFECT_STATE:
            apply_state(&to, effect);
            break;
        case EFFECT_HANDLER:
            apply_handler(&to, effect);
            break;
        case EFFECT_ENTRY:
            apply_entry(&to, effect);
            break;
        case EFFECT_APART:
            add_apart(&to, effect->principal, effect->other);
            add_apart(&to, effect->other, effect->principal);
            break;
        case EFFECT_LINK:
            apply_link(&to, effect);
            break;
        case EFFECT_MARK:
            apply_mark(&to, effect);
            break;
        case EFFECT_FACTS:
            apply_facts(&to, effect);
            break;
        case EFFECT_GRANT:
            apply_grant(&to, effect);
            break;
        case EFFECT_REVOKE:
            apply_revoke(&to, effect);
            break;
        case EFFECT_DUTY_START:
            apply_duty_start(&to, effect);
            break;
        case EFFECT_DUTY_END:
        case EFFECT_DUTY_PAUSE:
        case EFFECT_DUTY_MOVE:
        case EFFECT_DUTY_MISSED:
            apply_duty(&to, effect);
            break;
        case EFFECT_DUTY_BEARER:
            apply_duty_bearer(&to, effect);
            break;
        case EFFECT_VERSION:
            apply_version(&to, effect);
            break;
        case EFFECT_NOTICE:
            apply_notice(&to, effect);
            break;
        }
    }
    if (to.taking.of != 0)
        note_taking(&to);
    write_listing(&to);
    decision_keep(db, situation, decision, outcome, to.record, to.first_event, a);
    applied_r->record = to.record;
    applied_r->ref = to.ref;
    for (size_t i = 0; i < outcome->also.count && db_failed(db) == NULL; i++) {
        const struct consequence *also = &outcome->also.at[i];
        struct applied other;
        apply(db, rng, also->situation, also->decision, also->outcome, a, &other);
        if (also->situation->record == NULL)
            add_link(&to, other.record, also->part, "");
    }
    return db_failed(db) == NULL;
}
