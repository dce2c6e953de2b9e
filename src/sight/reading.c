/* The record of reads: who opened which part on which day. */
#include "sight/sight_private.h"

struct reading {
    int64_t record;
    const char *person;
    int32_t day;
    instant at;
    struct parts parts; /* those not noted yet */
};

static void noted(const struct gate *gate, const struct reading *reading, struct parts *noted_r) {
    struct arena *a = gate->sight->a;
    struct query *q = query(gate->sight->db, Q_SIGHT_READ);
    bind_int(q, reading->record);
    bind_text(q, reading->person);
    bind_int(q, reading->day);
    while (query_step(q))
        LIST_ADD(a, &noted_r->names, column_copy(q, 0, a));
    query_end(q);
}

static bool write_reading(struct db *db, void *context) {
    const struct reading *reading = context;
    for (size_t i = 0; i < reading->parts.names.count; i++) {
        struct query *q = query(db, Q_SIGHT_READ_ADD);
        bind_int(q, reading->record);
        bind_text(q, reading->parts.names.at[i]);
        bind_text(q, reading->person);
        bind_int(q, reading->day);
        bind_int(q, reading->at);
        if (!query_run(q))
            return false;
    }
    return true;
}

bool reading_note(const struct gate *gate, int64_t record, const struct parts *opened) {
    const struct sight *sight = gate->sight;
    if (sight->viewer == &visitor) /* nobody who could be named, and they read what was published */
        return true;
    struct reading reading = {.record = record, .person = sight->viewer->id, .day = gate->today, .at = sight->now};
    struct parts before = {0};
    noted(gate, &reading, &before);
    for (size_t i = 0; i < opened->names.count; i++)
        if (!parts_have(&before, opened->names.at[i]))
            LIST_ADD(sight->a, &reading.parts.names, opened->names.at[i]);
    if (db_failed(sight->db) != NULL)
        return false;
    if (reading.parts.names.count == 0)
        return true;
    /* All that the view needs has been read. A transaction that stayed open here would keep the writer, for whom this
     * waits, from starting its log anew. */
    const char *error;
    db_end(sight->db);
    enum written written = store_write(engine_store(sight->engine), write_reading, &reading, sight->a, &error);
    db_begin(sight->db);
    return written == WRITTEN;
}
