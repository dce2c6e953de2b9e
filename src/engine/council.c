/* The immutable snapshot that everything reads, and the engine that owns the present one. */
#include "engine/engine_private.h"

#include <jansson.h>
#include <pthread.h>
#include <stdatomic.h>

struct engine {
    struct store *store;
    struct clock *clock;
    struct rng *rng;
    pthread_mutex_t lock; /* guards council */
    struct council *council;
};

struct closed_calendar {
    const struct pack_calendar *of;
    struct calendar *calendar;
};

struct closure {
    const char *day, *name;
    instant proclaimed_at;
};

/* The public part first, so that a pointer to it is a pointer to all of it. */
struct snapshot {
    struct council council;
    struct directory *directory;
    LIST(struct closure) closures; /* by day */
    LIST(struct closed_calendar) calendars;
    const char *kept_hash;   /* of council_facts; NULL until something is decided */
    struct council *present; /* of a past council: whose packs it has; NULL */
};

static void council_release(struct council *council) {
    if (council == NULL || atomic_fetch_sub(&council->users, 1) > 1)
        return;
    struct snapshot *snapshot = (struct snapshot *)council;
    for (size_t i = 0; snapshot->present == NULL && i < council->pack_count; i++)
        pack_free(&council->packs[i]);
    council_release(snapshot->present);
    directory_free(&snapshot->directory);
    struct arena *arena = council->arena;
    arena_free(&arena);
}

static void release_callback(void *council) {
    council_release(council);
}

int64_t council_version(struct db *db) {
    return query_int(query(db, Q_COUNCIL_VERSION), 0);
}

static char *meta_get(struct db *db, const char *key, struct arena *a) {
    struct query *q = query(db, Q_META_GET);
    bind_text(q, key);
    return query_text(q, a);
}

static bool meta_put(struct db *db, const char *key, const char *value) {
    struct query *q = query(db, Q_META_PUT);
    bind_text(q, key);
    bind_text(q, value);
    return query_run(q);
}

void council_touch(struct db *db) {
    struct arena *a = arena_new();
    const char *present = meta_get(db, "council", a);
    int64_t version = 0;
    if (present != NULL)
        text_to_int(present, 0, INT64_MAX - 1, &version);
    meta_put(db, "council", arena_printf(a, "%lld", (long long)version + 1));
    arena_free(&a);
}

bool engine_adopt(struct db *db, const char *council_name, const struct pack *pack, instant now) {
    struct query *q = query(db, Q_PACK_ADD);
    bind_text(q, pack->hash);
    bind_text(q, pack->name);
    bind_int(q, now);
    bind_text(q, pack->source);
    bool good = query_run(q) && meta_put(db, "pack", pack->hash) &&
                (council_name == NULL || meta_put(db, "name", council_name));
    council_touch(db);
    return good && db_failed(db) == NULL;
}

static bool load_packs(struct db *db, struct council *council, const char **error_r) {
    struct arena *a = council->arena;
    LIST(struct pack *) packs = {0};
    const char *present = meta_get(db, "pack", a);
    bool good = true;
    struct query *q = query(db, Q_PACK_ALL);
    while (good && query_step(q)) {
        struct pack *pack;
        const char *source = column_text(q, 1);
        good = pack_parse(source, strlen(source), a, &pack, error_r);
        if (!good)
            break;
        LIST_ADD(a, &packs, pack);
        if (text_equal(present, column_text(q, 0)))
            council->pack = pack;
    }
    query_end(q);
    council->packs = packs.at;
    council->pack_count = packs.count;
    if (good && council->pack == NULL)
        return fail(a, error_r, "There is no council here yet: run comity init first.");
    return good;
}

static void name_offices(struct council *council) {
    council->offices.roles = ARENA_ARRAY(council->arena, council->pack->post_count, const char *);
    for (size_t i = 0; i < council->pack->post_count; i++)
        council->offices.roles[council->offices.count++] = council->pack->posts[i].role;
}

static void load_closures(struct db *db, struct snapshot *snapshot) {
    struct query *q = query(db, Q_CLOSURE_DAYS);
    while (query_step(q)) {
        struct arena *a = snapshot->council.arena;
        struct closure closure = {column_copy(q, 0, a), column_copy(q, 1, a), column_int(q, 2)};
        LIST_ADD(a, &snapshot->closures, closure);
    }
    query_end(q);
}

/* The calendars of all packs, with the council's closures. */
static void close_calendars(struct snapshot *snapshot) {
    struct council *council = &snapshot->council;
    struct arena *a = council->arena;
    for (size_t p = 0; p < council->pack_count; p++)
        for (size_t c = 0; c < council->packs[p]->calendar_count; c++) {
            const struct pack_calendar *of = &council->packs[p]->calendars[c];
            struct closed_calendar closed = {of, calendar_as_known(a, of->calendar, INT64_MAX)};
            LIST_ADD(a, &snapshot->calendars, closed);
        }
    council->zone = calendar_zone(council->pack->calendars[0].calendar);
    for (size_t n = 0; n < snapshot->closures.count; n++) {
        const struct closure *closure = &snapshot->closures.at[n];
        int32_t date;
        for (size_t i = 0; day_parse(closure->day, &date) && i < snapshot->calendars.count; i++)
            calendar_close(snapshot->calendars.at[i].calendar, date, closure->name, closure->proclaimed_at);
    }
}

static struct council *council_load(struct db *db, struct arena *errors, const char **error_r) {
    struct arena *arena = arena_new();
    struct snapshot *snapshot = ARENA_NEW(arena, struct snapshot);
    struct council *council = &snapshot->council;
    const char *error = "The council could not be read.";
    council->arena = arena;
    atomic_init(&council->users, 1);
    council->version = council_version(db);
    council->name = meta_get(db, "name", arena);
    bool good = load_packs(db, council, &error);
    if (good) {
        name_offices(council);
        load_closures(db, snapshot);
        close_calendars(snapshot);
        council->directory = snapshot->directory = directory_load(db);
    }
    if (good && council->directory != NULL && db_failed(db) == NULL)
        return council;
    *error_r = arena_strdup(errors, db_failed(db) != NULL ? db_failed(db) : error);
    council_release(council);
    return NULL;
}

bool engine_new(struct store *store, struct clock *clock, struct rng *rng, struct arena *a, struct engine **engine_r,
                const char **error_r) {
    struct db *db = store_reader(store);
    if (db == NULL)
        return fail(a, error_r, "The database cannot be read.");
    db_begin(db);
    struct council *council = council_load(db, a, error_r);
    db_end(db);
    if (council == NULL)
        return false;
    struct engine *engine = calloc(1, sizeof(*engine));
    if (engine == NULL)
        abort();
    *engine = (struct engine){.store = store, .clock = clock, .rng = rng, .council = council};
    pthread_mutex_init(&engine->lock, NULL);
    *engine_r = engine;
    return true;
}

void engine_free(struct engine **engine) {
    if (*engine == NULL)
        return;
    council_release((*engine)->council);
    pthread_mutex_destroy(&(*engine)->lock);
    free(*engine);
    *engine = NULL;
}

struct store *engine_store(struct engine *engine) {
    return engine->store;
}

struct clock *engine_clock(struct engine *engine) {
    return engine->clock;
}

struct rng *engine_rng(struct engine *engine) {
    return engine->rng;
}

/* The present council if it is of that version; NULL otherwise. */
static struct council *council_take(struct engine *engine, int64_t version, struct arena *a) {
    pthread_mutex_lock(&engine->lock);
    struct council *council = engine->council->version == version ? engine->council : NULL;
    if (council != NULL)
        atomic_fetch_add(&council->users, 1);
    pthread_mutex_unlock(&engine->lock);
    if (council != NULL)
        arena_on_reset(a, release_callback, council);
    return council;
}

const struct council *council_of_job(struct engine *engine, struct db *db, struct arena *a) {
    struct council *council = council_take(engine, council_version(db), a);
    const char *error;
    if (council == NULL && db_failed(db) == NULL) {
        council = council_load(db, a, &error);
        if (council != NULL)
            arena_on_reset(a, release_callback, council);
    }
    return council;
}

const struct council *engine_council(struct engine *engine, struct db *db, struct arena *a) {
    int64_t version = council_version(db);
    struct council *council = db_failed(db) != NULL ? NULL : council_take(engine, version, a);
    const char *error;
    if (council != NULL || db_failed(db) != NULL)
        return council;
    council = council_load(db, a, &error);
    if (council == NULL)
        return NULL;
    arena_on_reset(a, release_callback, council);
    pthread_mutex_lock(&engine->lock);
    if (council->version > engine->council->version) { /* else another thread was quicker */
        struct council *stale = engine->council;
        atomic_fetch_add(&council->users, 1);
        engine->council = council;
        council_release(stale);
    }
    pthread_mutex_unlock(&engine->lock);
    return council;
}

/* ---- what the council was, kept for replay */

/* A line of JSON with the pack in force and the closures, and after it the directory as Popolo. */
static char *council_facts(const struct council *council, struct arena *a) {
    const struct snapshot *snapshot = (const struct snapshot *)council;
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    json_start_object(&json);
    json_pair(&json, "pack", council->pack->hash);
    json_key(&json, "closures");
    json_start_array(&json);
    for (size_t i = 0; i < snapshot->closures.count; i++) {
        json_start_array(&json);
        json_text(&json, snapshot->closures.at[i].day);
        json_text(&json, snapshot->closures.at[i].name);
        json_number(&json, snapshot->closures.at[i].proclaimed_at);
        json_end_array(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
    buf_addc(&buf, '\n');
    directory_export_popolo(council->directory, &buf);
    return buf.data;
}

static const char *facts_hash(const char *facts, struct arena *a) {
    return text_sha256(a, facts, strlen(facts));
}

int64_t council_keep(struct db *db, const struct council *council, struct arena *a) {
    struct snapshot *snapshot = (struct snapshot *)council; /* only the one writer's thread comes here */
    const char *facts = snapshot->kept_hash == NULL ? council_facts(council, a) : NULL;
    if (facts != NULL)
        snapshot->kept_hash = facts_hash(facts, council->arena);
    struct query *q = query(db, Q_COUNCIL_KEPT_ID);
    bind_text(q, snapshot->kept_hash);
    int64_t id = query_int(q, 0);
    if (id != 0 || db_failed(db) != NULL)
        return id;
    q = query(db, Q_COUNCIL_KEEP);
    bind_text(q, snapshot->kept_hash);
    bind_text(q, text_squeeze(a, facts == NULL ? council_facts(council, a) : facts));
    return query_int(q, 0);
}

#define FACTS_MOST (256u << 20)

static void read_closures(const json_t *closures, struct snapshot *snapshot) {
    struct arena *a = snapshot->council.arena;
    for (size_t i = 0; i < json_array_size(closures); i++) {
        const json_t *entry = json_array_get(closures, i);
        struct closure closure = {arena_strdup(a, json_string_value(json_array_get(entry, 0))),
                                  arena_strdup(a, json_string_value(json_array_get(entry, 1))),
                                  json_integer_value(json_array_get(entry, 2))};
        LIST_ADD(a, &snapshot->closures, closure);
    }
}

/* What council_facts wrote, read into the snapshot, whose packs are there already. */
static bool read_facts(const char *facts, struct snapshot *snapshot, struct arena *a, const char **error_r) {
    struct council *council = &snapshot->council;
    struct import_report report = {0};
    const char *people = strchr(facts, '\n');
    json_t *head = people == NULL ? NULL : json_loadb(facts, (size_t)(people - facts), 0, NULL);
    const char *hash = json_string_value(json_object_get(head, "pack"));
    council->pack = hash == NULL ? NULL : council_pack(council, hash);
    read_closures(json_object_get(head, "closures"), snapshot);
    json_decref(head);
    if (council->pack == NULL)
        return fail(a, error_r, "The pack that was in force then is not kept.");
    name_offices(council);
    close_calendars(snapshot);
    council->directory = snapshot->directory = directory_new();
    return directory_import_popolo(snapshot->directory, people, strlen(people), &report, a, error_r);
}

bool council_recall(struct db *db, const struct council *present, int64_t id, struct arena *a,
                    const struct council **council_r, const char **error_r) {
    struct query *q = query(db, Q_COUNCIL_KEPT);
    bind_int(q, id);
    const char *hash = NULL, *facts = NULL;
    if (query_step(q)) {
        hash = column_copy(q, 0, a);
        facts = text_unsqueeze(a, column_text(q, 1), FACTS_MOST);
    }
    query_end(q);
    if (facts == NULL || strcmp(facts_hash(facts, a), hash) != 0)
        return fail(a, error_r, "What the council was then is not kept.");
    struct arena *arena = arena_new();
    struct snapshot *snapshot = ARENA_NEW(arena, struct snapshot);
    struct council *council = &snapshot->council;
    atomic_init(&council->users, 1);
    council->arena = arena;
    council->name = present->name;
    council->packs = present->packs;
    council->pack_count = present->pack_count;
    council->pack = present->pack;
    snapshot->present = (struct council *)present;
    atomic_fetch_add(&snapshot->present->users, 1);
    arena_on_reset(a, release_callback, council);
    if (!read_facts(facts, snapshot, a, error_r))
        return false;
    if (strcmp(council_facts(council, a), facts) != 0)
        return fail(a, error_r, "What is kept of the council cannot be read as it was written.");
    *council_r = council;
    return true;
}

const struct pack *council_pack(const struct council *council, const char *hash) {
    if (strcmp(council->pack->hash, hash) == 0)
        return council->pack;
    for (size_t i = 0; i < council->pack_count; i++)
        if (strcmp(council->packs[i]->hash, hash) == 0)
            return council->packs[i];
    return NULL;
}

const struct calendar *council_calendar(const struct council *council, const struct pack_calendar *calendar) {
    const struct snapshot *snapshot = (const struct snapshot *)council;
    for (size_t i = 0; i < snapshot->calendars.count; i++)
        if (snapshot->calendars.at[i].of == calendar)
            return snapshot->calendars.at[i].calendar;
    return calendar->calendar;
}

int32_t council_day(const struct council *council, instant at) {
    return zone_local(council->zone, at).date;
}

char *cites_text(struct cites cites, struct arena *a) {
    struct buf buf = {.arena = a};
    for (size_t i = 0; i < cites.count; i++)
        buf_addf(&buf, i == 0 ? "%s" : " %s", cites.at[i]->id);
    return arena_strdup(a, buf_text(&buf));
}

struct cites cites_parse(const struct pack *pack, const char *text, struct arena *a) {
    LIST(const struct clause *) clauses = {0};
    for (char **id = text_split(a, text, ' '); *id != NULL; id++) {
        const struct clause *clause = pack_clause(pack, *id);
        if (clause != NULL)
            LIST_ADD(a, &clauses, clause);
    }
    return (struct cites){.at = clauses.at, .count = clauses.count};
}
