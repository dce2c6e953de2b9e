/* Guests: who has no account, and one record all the same. They come back with a code, of which the hash is kept. */
#include "engine/engine_private.h"

#define TRIES 1000
#define ID_BYTES 15

const struct person visitor = {.id = GUEST_PREFIX "visitor", .name = "You", .kind = PERSON_GUEST, .active = true};

static const struct person *guest_read(struct db *db, const char *id, struct arena *a) {
    struct person *guest = NULL;
    struct query *q = query(db, Q_GUEST_GET);
    bind_text(q, id);
    if (query_step(q)) {
        guest = ARENA_NEW(a, struct person);
        *guest = (struct person){.id = arena_strdup(a, id),
                                 .name = column_copy(q, 0, a),
                                 .kind = PERSON_GUEST,
                                 .active = column_is_null(q, 1)};
    }
    query_end(q);
    return guest;
}

const struct person *council_person(struct db *db, const struct council *council, const char *id, struct arena *a) {
    const struct person *person = directory_person(council->directory, id);
    return person == NULL && text_starts(id, GUEST_PREFIX) ? guest_read(db, id, a) : person;
}

char *guest_record(struct db *db, const char *guest, struct arena *a) {
    struct query *q = query(db, Q_GUEST_RECORD);
    bind_text(q, guest);
    return query_text(q, a);
}

/* ---- codes ---- */

/* As rng_code wrote it: people type small letters, other gaps, and letters for the digits that look like them. */
static char *code_as_written(const char *typed, struct arena *a) {
    struct buf code = {.arena = a};
    size_t symbols = 0;
    for (; *typed != '\0'; typed++) {
        char c = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
        if (strchr(" \t-", c) != NULL)
            continue;
        if (symbols > 0 && symbols % 4 == 0)
            buf_addc(&code, '-');
        buf_addc(&code, c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
        symbols++;
    }
    return arena_strdup(a, buf_text(&code));
}

static char *code_hash(const char *typed, struct arena *a) {
    const char *code = code_as_written(typed, a);
    return text_sha256(a, code, strlen(code));
}

char *guest_by_code(struct db *db, const char *code, struct arena *a) {
    struct query *q = query(db, Q_GUEST_BY_CODE);
    bind_text(q, code_hash(code, a));
    return query_text(q, a);
}

char *guest_new_code(struct db *db, struct rng *rng, const char *guest, struct arena *a) {
    for (int i = 0; i < TRIES && db_failed(db) == NULL; i++) {
        char *code = rng_code(rng, a);
        struct query *q = query(db, Q_GUEST_CODE_ADD);
        bind_text(q, code_hash(code, a));
        bind_text(q, guest);
        if (query_int(q, 0) == 1)
            return code;
    }
    return NULL;
}

/* ---- making one ---- */

const struct person *guest_new(struct db *db, struct rng *rng, const char *name, struct arena *a) {
    struct person *guest = ARENA_NEW(a, struct person);
    *guest = (struct person){.name = name, .kind = PERSON_GUEST, .active = true};
    do
        guest->id = arena_printf(a, GUEST_PREFIX "%s", rng_token(rng, a, ID_BYTES));
    while (guest_read(db, guest->id, a) != NULL);
    return guest;
}

void guests_name(struct db *db, struct rng *rng, const struct form *form, struct values *fields, struct arena *a) {
    for (size_t i = 0; i < form->count; i++) {
        const char *name = form->at[i].kind == FIELD_GUEST ? values_get(fields, form->at[i].name) : NULL;
        name = name == NULL ? "" : text_clean(a, name);
        if (name[0] == '\0')
            continue;
        const char *id = rng == NULL ? GUEST_TO_BE : guest_new(db, rng, name, a)->id;
        values_put(a, fields, form->at[i].name, arena_printf(a, "%s %s", id, name));
    }
}

char *guest_id(struct arena *a, const char *value) {
    return arena_strndup(a, value, strcspn(value, " "));
}

const char *guest_name(const char *value) {
    const char *space = strchr(value, ' ');
    return space == NULL ? value : space + 1;
}

/* A guest is who they are and nobody else: the one principal that they hold. */
static void add_holds(struct db *db, const char *guest, instant now, struct arena *a) {
    struct query *q = query(db, Q_PRINCIPAL_ADD);
    bind_text(q, arena_printf(a, "person:%s", guest));
    int64_t principal = query_int(q, 0);
    q = query(db, Q_HOLDS_ADD);
    bind_text(q, guest);
    bind_int(q, principal);
    bind_int(q, now);
    bind_int(q, INT64_MAX);
    bind_int(q, INT64_MIN);
    query_run(q);
}

void guest_add(struct db *db, const struct guest_row *row, struct arena *a) {
    struct query *q = query(db, Q_GUEST_ADD);
    bind_text(q, row->guest->id);
    bind_int(q, row->record);
    bind_int(q, row->is_opener);
    bind_text(q, row->guest->name);
    bind_int(q, row->since);
    bind_text(q, row->made_by);
    query_run(q);
    add_holds(db, row->guest->id, row->since, a);
}

void guest_end_invited(struct db *db, int64_t record, instant now) {
    struct query *q = query(db, Q_GUEST_END);
    bind_int(q, record);
    bind_int(q, now);
    query_run(q);
    q = query(db, Q_GUEST_END_HOLDS);
    bind_int(q, record);
    query_run(q);
}

void guests_made_by(struct db *db, struct rng *rng, const char *made_by, struct arena *a, struct result *result) {
    struct new_guests guests = {0};
    struct query *q = query(db, Q_GUEST_MADE_BY);
    bind_text(q, made_by);
    while (query_step(q)) {
        struct new_guest guest = {
            .id = column_copy(q, 0, a), .name = column_copy(q, 1, a), .is_opener = column_int(q, 2) == 1};
        LIST_ADD(a, &guests.list, guest);
    }
    query_end(q);
    for (size_t i = 0; i < guests.list.count; i++)
        guests.list.at[i].code = guest_new_code(db, rng, guests.list.at[i].id, a);
    result->guests = guests;
}
