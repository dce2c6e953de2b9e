#include "sight/test_world.h"

struct sight look_begin(struct test_council *council, const char *person) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    struct sight sight = {.engine = council->engine, .db = db, .now = clock_now(council->clock), .a = council->a};
    sight.council = engine_council(council->engine, db, council->a);
    assert_non_null(sight.council);
    sight.viewer = directory_person(sight.council->directory, person);
    assert_non_null(sight.viewer);
    return sight;
}

void look_end(const struct sight *sight) {
    assert_null(db_failed(sight->db));
    db_end(sight->db);
}

const struct view_record *look_record(struct test_council *council, const char *person, const char *ref) {
    struct sight sight = look_begin(council, person);
    struct view_record *view = ARENA_NEW(council->a, struct view_record);
    bool found;
    assert_true(sight_record(&sight, ref, WITH_FORMS, view, &found));
    look_end(&sight);
    return found ? view : NULL;
}

const char *look_list(struct test_council *council, const char *person, struct list_filter filter,
                      const char **next_r) {
    struct sight sight = look_begin(council, person);
    struct view_list view;
    struct buf refs = {.arena = council->a};
    assert_true(sight_list(&sight, &filter, &view));
    look_end(&sight);
    for (size_t i = 0; i < view.rows.count; i++)
        buf_addf(&refs, "%s%s", i == 0 ? "" : " ", view.rows.at[i].ref);
    if (next_r != NULL)
        *next_r = view.next;
    return buf_text(&refs);
}

const char *look_search(struct test_council *council, const char *person, const char *words) {
    return look_list(council, person, (struct list_filter){.state = LIST_ALL, .words = words, .limit = 100}, NULL);
}

struct change {
    const char *popolo;
    instant now;
    struct arena *a;
    const char *error;
};

static bool make_change(struct db *db, void *context) {
    struct change *change = context;
    struct directory *directory = directory_load(db);
    struct import_report report = {0};
    bool good = directory_import_popolo(directory, change->popolo, strlen(change->popolo), &report, change->a,
                                        &change->error) &&
                directory_save(db, directory, change->now);
    directory_free(&directory);
    return good;
}

void change_directory(struct test_council *council, const char *popolo) {
    struct change change = {.popolo = popolo, .now = clock_now(council->clock), .a = council->a};
    const char *error = NULL;
    if (store_write(council->store, make_change, &change, council->a, &error) != WRITTEN)
        fail_msg("%s", change.error != NULL ? change.error : error);
}

const char *ask(struct test_council *council, const char *person, const char *subject, const char *question) {
    struct result sent = test_open(council, person, "enquiry", NULL, ENQUIRY(subject, question), NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

const char *ask_advice(struct test_council *council, const char *person, const char *for_whom, const char *subject) {
    struct result sent = test_open(council, person, "advice", NULL, ADVICE(for_whom, subject, "What may we do?"), NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

int start_northampton(void **state) {
    *state = test_council_new("northampton");
    return 0;
}

int start_county(void **state) {
    *state = test_council_new("county");
    return 0;
}

int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}
