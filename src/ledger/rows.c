/* A record as the store has it. */
#include "ledger/ledger_private.h"

/* The event ids of a record in their order, so that what names one can be given its number. */
struct numbers {
    LIST(int64_t) ids;
};

static size_t number_of(const struct numbers *numbers, int64_t id) {
    for (size_t i = 0; i < numbers->ids.count; i++)
        if (numbers->ids.at[i] == id)
            return i + 1;
    return 0;
}

static instant column_instant(struct query *q, int column) {
    return column_is_null(q, column) ? INSTANT_NONE : column_int(q, column);
}

static bool read_record(struct db *db, struct life *life, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_RECORD);
    bind_int(q, life->id);
    bool found = query_step(q);
    if (found) {
        life->ref = column_copy(q, 0, a);
        life->procedure = column_copy(q, 1, a);
        life->pack = column_copy(q, 2, a);
        life->state = column_copy(q, 3, a);
        life->open = column_int(q, 4) != 0;
        life->opener = column_copy(q, 5, a);
        life->group = column_copy(q, 6, a);
        life->service = column_copy(q, 7, a);
        life->handler = column_copy(q, 8, a);
        values_parse(a, &life->fields, column_text(q, 9));
        life->opened_at = column_int(q, 10);
        life->closed_at = column_instant(q, 11);
    }
    query_end(q);
    return found;
}

static void read_events(struct db *db, struct life *life, struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_EVENT_OF);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_event event = {.at = column_int(q, 1),
                                   .actor = column_copy(q, 2, a),
                                   .power = column_copy(q, 3, a),
                                   .from = column_copy(q, 4, a),
                                   .to = column_copy(q, 5, a),
                                   .part = column_copy(q, 6, a),
                                   .say = column_copy(q, 7, a),
                                   .cites = column_copy(q, 8, a)};
        LIST_ADD(a, &life->events, event);
        LIST_ADD(a, &numbers->ids, column_int(q, 0));
    }
    query_end(q);
}

static void read_entries(struct db *db, struct life *life, const struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_ENTRIES);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_entry entry = {.event = number_of(numbers, column_int(q, 0)),
                                   .part = column_copy(q, 1, a),
                                   .field = column_copy(q, 2, a),
                                   .version = column_int(q, 3),
                                   .body = column_copy(q, 4, a)};
        LIST_ADD(a, &life->entries, entry);
    }
    query_end(q);
}

static void read_links(struct db *db, struct life *life, const struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_LINKS);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_link link = {.event = number_of(numbers, column_int(q, 0)),
                                 .other = column_int(q, 1),
                                 .part = column_copy(q, 2, a),
                                 .field = column_copy(q, 3, a)};
        LIST_ADD(a, &life->links, link);
    }
    query_end(q);
}

static void read_marks(struct db *db, struct life *life, const struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_MARKS);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_mark mark = {.event = number_of(numbers, column_int(q, 0)),
                                 .other = column_int(q, 1),
                                 .part = column_copy(q, 2, a),
                                 .mark = column_copy(q, 3, a)};
        LIST_ADD(a, &life->marks, mark);
    }
    query_end(q);
}

static void read_grants(struct db *db, struct life *life, const struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_GRANTS);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_grant grant = {.event = number_of(numbers, column_int(q, 0)),
                                   .part = column_copy(q, 1, a),
                                   .principal = column_copy(q, 2, a),
                                   .since = column_int(q, 3),
                                   .relation = column_copy(q, 4, a),
                                   .cites = column_copy(q, 5, a)};
        LIST_ADD(a, &life->grants, grant);
    }
    query_end(q);
}

static void read_duties(struct db *db, struct life *life, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_DUTIES);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_duty duty = {.name = column_copy(q, 0, a),
                                 .bearer = column_copy(q, 1, a),
                                 .state = column_copy(q, 2, a),
                                 .part = column_copy(q, 3, a),
                                 .started_at = column_int(q, 4),
                                 .counted_from = column_int(q, 5),
                                 .term = {.amount = (int)column_int(q, 6), .unit = (enum term_unit)column_int(q, 7)},
                                 .due_at = column_int(q, 8),
                                 .missed_at = column_instant(q, 9),
                                 .step = (int)column_int(q, 10),
                                 .next_at = column_int(q, 11),
                                 .quiet = column_int(q, 12) != 0,
                                 .cites = column_copy(q, 13, a)};
        LIST_ADD(a, &life->duties, duty);
    }
    query_end(q);
}

static void read_notices(struct db *db, struct life *life, const struct numbers *numbers, struct arena *a) {
    struct query *q = query(db, Q_LEDGER_NOTICES);
    bind_int(q, life->id);
    while (query_step(q)) {
        struct life_notice notice = {.event = number_of(numbers, column_int(q, 0)),
                                     .principal = column_copy(q, 1, a),
                                     .at = column_int(q, 2),
                                     .name = column_copy(q, 3, a),
                                     .title = column_copy(q, 4, a),
                                     .body = column_copy(q, 5, a),
                                     .cites = column_copy(q, 6, a)};
        LIST_ADD(a, &life->notices, notice);
    }
    query_end(q);
}

bool life_read(struct db *db, int64_t record, struct life *life, struct arena *a) {
    struct numbers numbers = {0};
    *life = (struct life){.id = record};
    if (!read_record(db, life, a))
        return false;
    read_events(db, life, &numbers, a);
    read_entries(db, life, &numbers, a);
    read_links(db, life, &numbers, a);
    read_marks(db, life, &numbers, a);
    read_grants(db, life, &numbers, a);
    read_duties(db, life, a);
    read_notices(db, life, &numbers, a);
    return db_failed(db) == NULL;
}
