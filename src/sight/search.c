/*
 * Search: records in whose entries the viewer may read every word. What is kept of a word is a row for each principal
 * that may read it, in the order of opening; so only the viewer's own rows are touched, and nothing is ranked.
 *
 * All words walk down that order together: each in turn moves to the first of its places that is not after the place
 * that is looked for, which is then that one; a place at which all of them stand is a record with all of the words.
 * A rare word so carries the frequent ones along in leaps.
 *
 * A page looks at so many places and no more, whether they are dismissed because a word is missing or by the filter;
 * then the reader decides whether to go on. They are places that the viewer may read, so where a page ends tells
 * nothing of others.
 */
#include "sight/sight_private.h"

#define BATCH 16
#define PLACES_MOST 2000

struct stream { /* the places of one word for one principal, from the newest down */
    int64_t word;
    struct hold hold;
    struct place batch[BATCH];
    size_t count, next;
    bool ended; /* the batch is the last */
};

static void fill(const struct gate *gate, struct stream *stream, struct place from) {
    struct query *q = query(gate->sight->db, Q_LIST_POSTINGS);
    bind_int(q, stream->hold.principal);
    bind_int(q, stream->word);
    bind_int(q, from.opened_at);
    bind_int(q, from.record);
    bind_int(q, stream->hold.sees_from);
    bind_int(q, BATCH);
    stream->count = stream->next = 0;
    while (query_step(q))
        stream->batch[stream->count++] = (struct place){.opened_at = column_int(q, 0), .record = column_int(q, 1)};
    query_end(q);
    stream->ended = stream->count < BATCH;
}

/* The first place of the stream that is not after `from`. */
static bool stream_seek(const struct gate *gate, struct stream *stream, struct place from, struct place *place_r) {
    for (int tries = 0; tries < 2; tries++) {
        while (stream->next < stream->count && place_is_after(stream->batch[stream->next], from))
            stream->next++;
        if (stream->next < stream->count) {
            *place_r = stream->batch[stream->next];
            return true;
        }
        if (stream->ended)
            return false;
        fill(gate, stream, from);
    }
    return false;
}

/* The same over all that the viewer holds. */
static bool word_seek(const struct gate *gate, struct stream *streams, struct place from, struct place *place_r) {
    bool found = false;
    for (size_t i = 0; i < gate->holds.count; i++) {
        struct place place;
        if (!stream_seek(gate, &streams[i], from, &place))
            continue;
        if (!found || place_is_after(place, *place_r))
            *place_r = place;
        found = true;
    }
    return found;
}

static struct stream *streams_new(const struct gate *gate, const struct words *words) {
    struct stream *streams = ARENA_ARRAY(gate->sight->a, words->hashes.count * gate->holds.count, struct stream);
    for (size_t w = 0; w < words->hashes.count; w++)
        for (size_t h = 0; h < gate->holds.count; h++) {
            struct stream *stream = &streams[w * gate->holds.count + h];
            stream->word = words->hashes.at[w];
            stream->hold = gate->holds.at[h];
        }
    return streams;
}

struct walk {
    struct stream *streams;
    size_t word_count, looked_at;
    struct place passed; /* the last that was looked at: no find, or put in a row */
};

static void pass(struct walk *walk, struct place place) {
    walk->looked_at++;
    walk->passed = place;
}

/* The newest place not after `from` at which all words stand; false when there is none, or too many were passed. */
static bool seek_all(const struct gate *gate, struct walk *walk, struct place from, struct place *place_r) {
    size_t agreed = 0;
    for (size_t w = 0; agreed < walk->word_count; w = (w + 1) % walk->word_count) {
        struct place place;
        if (walk->looked_at == PLACES_MOST || !word_seek(gate, &walk->streams[w * gate->holds.count], from, &place))
            return false;
        if (agreed > 0 && place.record != from.record) { /* one of the words does not stand there */
            pass(walk, from);
            agreed = 0;
        }
        agreed++;
        from = place;
    }
    *place_r = from;
    return true;
}

/* The row of a record of which the viewer reads some parts only: what it is about, if they say it, and no more. */
static bool part_row(const struct gate *gate, const struct list_filter *filter, struct place place, struct row *row_r) {
    const struct sight *sight = gate->sight;
    const struct pack *pack;
    struct parts parts;
    gate_parts(gate, place.record, &parts);
    if (parts.names.count == 0 || filter->mine || filter->state != LIST_ALL)
        return false;
    struct query *q = query(sight->db, Q_SIGHT_RECORD_OF_ID);
    bind_int(q, place.record);
    const struct procedure *procedure = NULL;
    *row_r = (struct row){.place = place};
    if (query_step(q)) {
        procedure = procedure_of(sight, column_text(q, 2), column_text(q, 1), &pack);
        row_r->view.ref = column_copy(q, 0, sight->a);
    }
    query_end(q);
    if (procedure == NULL || (filter->procedure != NULL && strcmp(filter->procedure, procedure->name) != 0))
        return false;
    row_r->view.procedure = procedure->name;
    row_r->view.procedure_title = procedure->title;
    row_r->view.title = title_seen(gate, place.record, &parts, procedure);
    row_r->view.opened_at = place.opened_at;
    row_r->view.takes_at = INSTANT_NONE;
    return true;
}

/* The row of a record that is granted as a whole. *granted_r: it is, though the filter may leave it out. */
static bool whole_row(const struct gate *gate, const struct list_filter *filter, struct place place, struct row *row_r,
                      bool *granted_r) {
    bool passes = false, mine = false;
    *granted_r = false;
    struct query *q = query(gate->sight->db, Q_LIST_OF_RECORD);
    bind_int(q, place.record);
    while (query_step(q)) {
        if (!gate_admits(gate, column_int(q, 10), column_int(q, 11)))
            continue;
        bool open = column_int(q, 9) == 1;
        mine = mine || strcmp(column_text(q, 12), gate->sight->viewer->id) == 0;
        if (!*granted_r || !column_is_null(q, 5))
            *row_r = row_read(gate, q, open);
        *granted_r = true;
        passes = filter->state != (open ? LIST_CLOSED : LIST_OPEN) && (mine || !filter->mine) &&
                 (filter->procedure == NULL || strcmp(filter->procedure, column_text(q, 3)) == 0);
    }
    query_end(q);
    return passes;
}

bool list_found(const struct gate *gate, const struct list_filter *filter, const struct words *words,
                struct place before, struct rows *rows, struct place *passed_r) {
    struct walk walk = {.streams = streams_new(gate, words), .word_count = words->hashes.count};
    struct place place;
    before.record--; /* the place itself was the last row of the page before */
    while (rows->count < rows->room && seek_all(gate, &walk, before, &place)) {
        struct row row;
        bool granted;
        if (whole_row(gate, filter, place, &row, &granted) || (!granted && part_row(gate, filter, place, &row)))
            rows_put(rows, &row);
        pass(&walk, place);
        before = (struct place){.opened_at = place.opened_at, .record = place.record - 1};
    }
    *passed_r = walk.passed;
    return walk.looked_at < PLACES_MOST;
}
