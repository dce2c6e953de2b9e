#include "base/base.h"
#include "base/test.h"
#include "directory/test_directory.h"

#include <unistd.h>

struct world {
    struct arena *a;
    char folder[64];
    struct store *store;
    struct directory *directory;
    struct draft *draft;
    instant now; /* of saving */
};

static int start(void **state) {
    struct world *world = test_calloc(1, sizeof(*world));
    const char *error = NULL;
    world->a = arena_new();
    snprintf(world->folder, sizeof(world->folder), "/tmp/test_save_XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    if (!store_open(world->folder, STORE_CREATE, world->a, &world->store, &error))
        fail_msg("%s", error);
    world->directory = directory_new();
    world->draft = draft_new(world->directory->arena);
    *state = world;
    return 0;
}

static int stop(void **state) {
    struct world *world = *state;
    store_close(&world->store);
    directory_free(&world->directory);
    static const char *const files[] = {"comity.db", "comity.db-wal", "comity.db-shm"};
    for (size_t i = 0; i < LENGTH_OF(files); i++)
        unlink(arena_printf(world->a, "%s/%s", world->folder, files[i]));
    rmdir(world->folder);
    arena_free(&world->a);
    test_free(world);
    return 0;
}

static bool job(struct db *db, void *context) {
    struct world *world = context;
    return directory_save(db, world->directory, world->now);
}

static void write_down(struct world *world, store_job *what, void *context) {
    const char *error = NULL;
    if (store_write(world->store, what, context, world->a, &error) != WRITTEN)
        fail_msg("%s", error == NULL ? "the job gave up" : error);
}

static void save(struct world *world) {
    draft_build(world->draft, world->directory);
    write_down(world, job, world);
}

/* What the person holds then, with the day from which groups are seen: "person:ann group:red@2024-05-06". */
static const char *holds_at(struct world *world, const char *person, instant at) {
    struct db *db = store_reader(world->store);
    struct buf buf = {.arena = world->a};
    db_begin(db);
    struct query *q = query(db, Q_HOLDS_OF);
    bind_text(q, person);
    bind_int(q, at);
    while (query_step(q)) {
        struct query *name = query(db, Q_PRINCIPAL_NAME);
        bind_int(name, column_int(q, 0));
        buf_addf(&buf, "%s%s", buf.length == 0 ? "" : " ", query_text(name, world->a));
        if (column_int(q, 1) != INT64_MIN)
            buf_addf(&buf, "@%s", day_format(world->a, zone_local(ZONE_LONDON, column_int(q, 1)).date, DAY_ISO));
    }
    query_end(q);
    assert_null(db_failed(db));
    db_end(db);
    return buf_text(&buf);
}

static const char *holds(struct world *world, const char *person, const char *day_text) {
    return holds_at(world, person, zone_instant(ZONE_LONDON, date(day_text), 43200));
}

static bool has(struct world *world, const char *person, const char *day_text, const char *principal) {
    const char *found = arena_printf(world->a, " %s ", holds(world, person, day_text));
    return strstr(found, arena_printf(world->a, " %s ", principal)) != NULL;
}

static void a_saved_directory_loads_the_same(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_MEMBER)->email = "ann@example.org";
    put_person(world->draft, "bob", PERSON_OFFICER)->active = false;
    put_organization(world->draft, "red", "group")->extra = "{\"administration\":true}";
    put_organization(world->draft, "sub", "body")->parent_id = "red";
    put_area(world->draft, "east")->classification = "ward";
    struct post *post = put_post(world->draft, "head", "head", "sub");
    post->tier = "senior";
    post->deputy_id = "second";
    post->area_id = "east";
    struct membership *membership = put_membership(world->draft, "ann", "red", "head", "east", "2024-02-29", NULL);
    membership->role = "leader";
    membership->label = "Leader";
    put_membership(world->draft, NULL, "red", NULL, NULL, NULL, "2024-02-29");
    save(world);

    struct db *db = store_reader(world->store);
    db_begin(db);
    struct directory *loaded = directory_load(db);
    db_end(db);
    assert_non_null(loaded);
    const struct person *ann = directory_person(loaded, "ann");
    assert_string_equal(ann->email, "ann@example.org");
    assert_true(ann->active);
    assert_false(directory_person(loaded, "bob")->active);
    assert_int_equal(directory_person(loaded, "bob")->kind, PERSON_OFFICER);
    assert_null(directory_person(loaded, "bob")->email);
    assert_true(directory_organization(loaded, "red")->administration);
    assert_string_equal(directory_organization(loaded, "sub")->parent->id, "red");
    assert_string_equal(directory_area(loaded, "east")->classification, "ward");
    const struct post *head = directory_post(loaded, "head");
    assert_string_equal(head->tier, "senior");
    assert_string_equal(head->deputy_id, "second");
    assert_string_equal(head->area->id, "east");
    assert_int_equal(ann->membership_count, 1);
    assert_int_equal(ann->memberships[0]->from, date("2024-02-29"));
    assert_int_equal(ann->memberships[0]->to, DAY_LAST);
    assert_string_equal(ann->memberships[0]->role, "leader");
    assert_string_equal(ann->memberships[0]->label, "Leader");
    assert_int_equal(loaded->stray_count, 1);
    assert_int_equal(loaded->strays[0].from, DAY_FIRST);
    directory_free(&loaded);
}

static void every_save_has_a_new_version(void **state) {
    struct world *world = *state;
    int64_t before = directory_version(store_reader(world->store));
    save(world);
    int64_t after = directory_version(store_reader(world->store));
    assert_true(after > before);
    save(world);
    assert_true(directory_version(store_reader(world->store)) > after);
}

static void people_hold_themselves_their_kind_and_everyone(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_person(world->draft, "bob", PERSON_OFFICER);
    put_person(world->draft, "cat", PERSON_OTHER);
    put_person(world->draft, "dan", PERSON_MEMBER)->active = false;
    save(world);
    assert_true(has(world, "ann", "2026-01-01", "person:ann"));
    assert_true(has(world, "ann", "2026-01-01", "all:members"));
    assert_false(has(world, "ann", "2026-01-01", "all:officers"));
    assert_true(has(world, "bob", "2026-01-01", "all:officers"));
    assert_true(has(world, "cat", "2026-01-01", "all:people"));
    assert_false(has(world, "cat", "2026-01-01", "all:officers"));
    assert_string_equal(holds(world, "dan", "2026-01-01"), "");
}

static void who_joins_a_group_sees_from_then_and_leaves_the_other(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_organization(world->draft, "red", "group");
    put_organization(world->draft, "blue", "group");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2024-05-06", NULL);
    put_membership(world->draft, "ann", "blue", NULL, NULL, "2025-02-01", "2025-12-31");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-06-15", NULL);
    save(world);
    assert_false(has(world, "ann", "2024-05-05", "group:red@2024-05-06"));
    assert_true(has(world, "ann", "2025-01-31", "group:red@2024-05-06"));
    assert_true(has(world, "ann", "2025-02-01", "group:blue@2025-02-01"));
    assert_null(strstr(holds(world, "ann", "2025-02-01"), "group:red"));
    assert_null(strstr(holds(world, "ann", "2026-01-01"), "group:"));
    assert_true(has(world, "ann", "2026-06-15", "group:red@2026-06-15"));
}

static void a_deputy_holds_the_post_on_the_days_of_its_vacancy(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_OFFICER);
    put_person(world->draft, "bob", PERSON_OFFICER);
    put_person(world->draft, "cat", PERSON_OFFICER);
    put_person(world->draft, "dan", PERSON_OFFICER)->active = false;
    put_post(world->draft, "head", "head", NULL)->deputy_id = "second";
    put_post(world->draft, "second", NULL, NULL);
    put_membership(world->draft, "ann", NULL, "head", NULL, "2026-01-01", "2026-03-31");
    put_membership(world->draft, "cat", NULL, "head", NULL, "2026-03-01", "2026-04-30");
    put_membership(world->draft, "dan", NULL, "head", NULL, "2026-05-01", "2026-12-31");
    put_membership(world->draft, "cat", NULL, "head", NULL, "2027-01-01", NULL);
    put_membership(world->draft, "bob", NULL, "second", NULL, "2025-07-01", NULL);
    save(world);
    assert_false(has(world, "bob", "2025-06-30", "post:head"));
    assert_true(has(world, "bob", "2025-12-31", "post:head"));
    assert_false(has(world, "bob", "2026-01-01", "post:head"));
    assert_false(has(world, "bob", "2026-04-30", "post:head"));
    assert_true(has(world, "bob", "2026-05-01", "post:head"));
    assert_true(has(world, "bob", "2026-12-31", "post:head"));
    assert_false(has(world, "bob", "2027-01-01", "post:head"));
    assert_true(has(world, "cat", "2026-03-31", "post:head"));
    assert_false(has(world, "ann", "2026-04-01", "post:head"));
    assert_true(has(world, "bob", "2026-06-01", "post:second"));
}

static void services_bodies_and_wards_are_held_for_the_days_of_the_membership(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_OFFICER);
    put_person(world->draft, "moe", PERSON_MEMBER);
    put_membership(world->draft, "moe", "housing", NULL, NULL, "2026-05-20", NULL); /* a Cabinet Member is no staff */
    put_organization(world->draft, "housing", "service");
    put_organization(world->draft, "planning", "committee");
    put_area(world->draft, "east");
    put_post(world->draft, "chair", "chair", "planning");
    put_membership(world->draft, "ann", NULL, "chair", NULL, "2026-05-20", "2027-05-19");
    put_membership(world->draft, "ann", "housing", NULL, NULL, "2026-05-20", NULL);
    put_membership(world->draft, "ann", NULL, NULL, "east", "2022-05-09", "2026-05-03");
    put_membership(world->draft, "ann", NULL, NULL, "east", "2026-05-04", "2030-05-05");
    save(world);
    assert_true(has(world, "ann", "2026-05-20", "body:planning"));
    assert_true(has(world, "ann", "2026-05-20", "post:chair"));
    assert_false(has(world, "ann", "2027-05-20", "body:planning"));
    assert_true(has(world, "ann", "2026-05-20", "service:housing"));
    assert_false(has(world, "ann", "2026-05-19", "service:housing"));
    assert_false(has(world, "moe", "2026-05-20", "service:housing"));
    assert_true(has(world, "ann", "2026-05-03", "ward:east"));
    assert_true(has(world, "ann", "2026-05-04", "ward:east"));
    assert_false(has(world, "ann", "2030-05-06", "ward:east"));
}

static void days_begin_and_end_at_midnight_in_london(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_organization(world->draft, "red", "group");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-06-01", "2026-12-31");
    save(world);
    instant first, last;
    assert_true(instant_parse("2026-05-31T23:00:00Z", &first));
    assert_true(instant_parse("2026-12-31T23:59:59Z", &last));
    assert_null(strstr(holds_at(world, "ann", first - 1), "group:red"));
    assert_non_null(strstr(holds_at(world, "ann", first), "group:red@2026-06-01"));
    assert_non_null(strstr(holds_at(world, "ann", last), "group:red"));
    assert_null(strstr(holds_at(world, "ann", last + 1), "group:red"));
}

/* ---- what was told earlier on the day */

static bool open_record(struct db *db, void *context) {
    (void)context;
    struct query *q = query(db, Q_RECORD_ADD);
    for (int i = 0; i < 5; i++) /* ref, procedure, pack, state, opener */
        bind_text(q, "x");
    bind_text(q, NULL);
    bind_text(q, NULL);
    bind_int(q, 1);
    bind_text(q, "{}");
    bind_int(q, 1);
    return query_run(q);
}

static instant at(const char *text) {
    instant at = 0;
    assert_true(instant_parse(text, &at));
    return at;
}

/* From when the person's group is seen, at the end of 1 June 2026. */
static instant sees_from(struct world *world, const char *person) {
    struct db *db = store_reader(world->store);
    instant from = INT64_MIN;
    db_begin(db);
    struct query *q = query(db, Q_HOLDS_OF);
    bind_text(q, person);
    bind_int(q, at("2026-06-01T22:00:00Z"));
    while (query_step(q))
        if (column_int(q, 1) > from)
            from = column_int(q, 1);
    query_end(q);
    db_end(db);
    return from;
}

/* The stored directory, changed as a command changes it. */
static bool reload_job(struct db *db, void *context) {
    struct world *world = context;
    directory_free(&world->directory);
    world->directory = directory_load(db);
    world->draft = draft_of(world->directory);
    return true;
}

static void who_joins_in_the_afternoon_does_not_see_the_morning(void **state) {
    struct world *world = *state;
    write_down(world, open_record, NULL);
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_organization(world->draft, "red", "group");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-06-01", NULL);
    world->now = at("2026-06-01T14:00:00Z");
    save(world);
    assert_int_equal(sees_from(world, "ann"), at("2026-06-01T14:00:00Z"));

    write_down(world, reload_job, world);
    world->now = at("2026-06-01T17:00:00Z"); /* another change, later */
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-05-01", NULL);
    save(world);
    assert_int_equal(sees_from(world, "ann"), at("2026-06-01T14:00:00Z"));
}

static void a_membership_that_was_known_before_it_began_is_seen_from_its_first_day(void **state) {
    struct world *world = *state;
    write_down(world, open_record, NULL);
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_organization(world->draft, "red", "group");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-06-01", NULL);
    world->now = at("2026-05-20T14:00:00Z");
    save(world);
    assert_int_equal(sees_from(world, "ann"), at("2026-05-31T23:00:00Z"));
}

static void before_there_are_records_nothing_is_kept_from_anybody(void **state) {
    struct world *world = *state;
    put_person(world->draft, "ann", PERSON_MEMBER);
    put_organization(world->draft, "red", "group");
    put_membership(world->draft, "ann", "red", NULL, NULL, "2026-05-01", NULL);
    world->now = at("2026-06-01T14:00:00Z");
    save(world);
    assert_int_equal(sees_from(world, "ann"), at("2026-04-30T23:00:00Z"));
    write_down(world, open_record, NULL);
    write_down(world, reload_job, world);
    save(world);
    assert_int_equal(sees_from(world, "ann"), at("2026-04-30T23:00:00Z"));
}

/* ---- who may not sign in */

static bool let_in(struct db *db, void *person) {
    struct query *session = query(db, Q_SESSION_ADD), *token, *invitation;
    bind_text(session, person);
    bind_text(session, person);
    bind_int(session, 1);
    if (!query_run(session))
        return false;
    token = query(db, Q_TOKEN_ADD);
    bind_text(token, person);
    bind_text(token, person);
    bind_text(token, "");
    bind_int(token, 1);
    if (!query_run(token))
        return false;
    invitation = query(db, Q_INVITATION_ADD);
    bind_text(invitation, person);
    bind_text(invitation, person);
    bind_int(invitation, 1);
    bind_int(invitation, INT64_MAX);
    return query_run(invitation);
}

/* Which of them still let the person in: "session token invitation". */
static const char *ways_in(struct world *world, char *person) {
    static const struct {
        enum statement statement;
        const char *name;
    } ways[] = {{Q_SESSION_BY_HASH, "session"}, {Q_TOKEN_PERSON, "token"}, {Q_INVITATION_PERSON, "invitation"}};
    struct db *db = store_reader(world->store);
    struct buf found = {.arena = world->a};
    db_begin(db);
    for (size_t i = 0; i < LENGTH_OF(ways); i++) {
        struct query *q = query(db, ways[i].statement);
        bind_text(q, person);
        if (ways[i].statement == Q_INVITATION_PERSON)
            bind_int(q, 2);
        if (query_step(q))
            buf_addf(&found, "%s%s", found.length > 0 ? " " : "", ways[i].name);
        query_end(q);
    }
    db_end(db);
    return buf_text(&found);
}

static void who_is_let_in_again_does_not_get_in_as_before(void **state) {
    struct world *world = *state;
    static char ann[] = "ann", bob[] = "bob";
    struct person *person = put_person(world->draft, "ann", PERSON_MEMBER);
    put_person(world->draft, "bob", PERSON_MEMBER);
    save(world);
    write_down(world, let_in, ann);
    write_down(world, let_in, bob);
    save(world);
    assert_string_equal(ways_in(world, ann), "session token invitation");
    person->active = false;
    save(world);
    person->active = true;
    save(world);
    assert_string_equal(ways_in(world, ann), "");
    assert_string_equal(ways_in(world, bob), "session token invitation");
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(a_saved_directory_loads_the_same), FRESH(every_save_has_a_new_version),
          FRESH(people_hold_themselves_their_kind_and_everyone),
          FRESH(who_joins_a_group_sees_from_then_and_leaves_the_other),
          FRESH(a_deputy_holds_the_post_on_the_days_of_its_vacancy),
          FRESH(services_bodies_and_wards_are_held_for_the_days_of_the_membership),
          FRESH(days_begin_and_end_at_midnight_in_london), FRESH(who_joins_in_the_afternoon_does_not_see_the_morning),
          FRESH(a_membership_that_was_known_before_it_began_is_seen_from_its_first_day),
          FRESH(before_there_are_records_nothing_is_kept_from_anybody),
          FRESH(who_is_let_in_again_does_not_get_in_as_before))
