/* Fields that name posts, bodies, wards, people, times and clauses, and relations that go through them. */
#include "engine/test_council.h"
#include "pack/test_kinds.h"

#include "base/test.h"

static int start(void **state) {
    *state = test_council_under(kinds_pack);
    return 0;
}

static int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}

static bool sees(struct test_council *council, const char *person, const char *ref) {
    struct db *db = store_reader(council->store);
    struct situation situation;
    bool found;
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    assert_true(situation_of_record(db, snapshot, directory_person(snapshot->directory, person), ref,
                                    clock_now(council->clock), council->a, &situation, &found));
    db_end(db);
    return found;
}

static int64_t notices_of(struct test_council *council, const char *principal) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    struct query *q = query(db, Q_NOTICE_COUNT);
    bind_text(q, principal);
    int64_t count = query_int(q, 0);
    db_end(db);
    return count;
}

static const char *raise_matter(struct test_council *council, const char *about) {
    struct result result = test_open(council, "alex", "matter", NULL, "about", about, NULL);
    assert_int_equal(result.kind, RESULT_DONE);
    return result.ref;
}

/* What is wrong with one field of an opening; NULL: nothing. */
static const char *wrong_with(struct test_council *council, const char *field, const char *value) {
    struct result result = test_open(council, "alex", "matter", NULL, "about", "olu", field, value, NULL);
    return result.kind == RESULT_DONE ? NULL : result.errors.at[0].say;
}

static void an_error_is_said_in_the_language_of_whoever_acts(void **state) {
    struct test_council *council = *state;
    struct request request = {.person = "alex", .procedure = "matter", .language = language_find("cy")};
    struct result result;
    engine_act(council->engine, &request, council->a, &result);
    assert_int_equal(result.kind, RESULT_INVALID);
    assert_string_equal(result.errors.at[0].say, "Dewiswch berson");
}

static void a_field_takes_only_what_its_kind_has(void **state) {
    struct test_council *council = *state;
    static const struct {
        const char *field, *good, *bad, *say;
    } cases[] = {
        {"places", "mill-lane docks  mill-lane", "mill-lane nowhere", "Choose out of the areas"},
        {"rule", "2", "3", "Choose one of the clauses"},
        {"meeting", "2026-12-18T10:01", "2026-12-18T10:00", "The time must be still to come"},
        {"meeting", "2027-07-01T09:30", "2027-07-01", "Enter a real date, and a time such as 14:30"},
        {"meeting", "2027-12-19T09:30", "2027-12-20T09:30", "The date must be within a year"},
    };
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        assert_null(wrong_with(council, cases[i].field, cases[i].good));
        assert_string_equal(wrong_with(council, cases[i].field, cases[i].bad), cases[i].say);
    }
}

static void a_power_names_posts_and_bodies_that_there_are(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "olu");
    assert_int_equal(test_use(council, "hana", ref, "tell", "post", "head-housing", NULL).kind, RESULT_INVALID);
    assert_int_equal(test_use(council, "hana", ref, "tell", "committee", "housing", NULL).kind, RESULT_INVALID);
    assert_int_equal(test_use(council, "hana", ref, "tell", "post", "lead-red", NULL).kind, RESULT_DONE);
}

static void the_head_of_whoever_is_named_handles_it(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "ravi");
    assert_true(sees(council, "ravi", ref));
    assert_false(sees(council, "hana", ref));
    ref = raise_matter(council, "bo"); /* a Member has no head of service: the Chief Executive */
    assert_true(sees(council, "ces", ref));
}

static void whoever_is_named_last_sees_it(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "hana");
    assert_false(sees(council, "olu", ref));
    assert_int_equal(
        test_use(council, "hana", ref, "bring-in", "team", "olu pat", "place", "docks", "note", "Both know it.", NULL)
            .kind,
        RESULT_DONE);
    assert_true(sees(council, "olu", ref));
    assert_true(sees(council, "pat", ref));
    assert_true(sees(council, "lee", ref));
    assert_false(sees(council, "ravi", ref));
    assert_int_equal(test_use(council, "olu", ref, "tell", NULL).kind, RESULT_DONE);
    assert_int_equal(test_use(council, "hana", ref, "bring-in", "team", "ravi", "note", "For Roads.", NULL).kind,
                     RESULT_DONE);
    assert_true(sees(council, "ravi", ref));
    assert_int_equal(test_use(council, "ravi", ref, "tell", NULL).kind, RESULT_DONE);
    assert_false(sees(council, "olu", ref));
    assert_false(sees(council, "lee", ref));
}

static void a_ban_can_be_about_whom_the_act_names(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "hana");
    struct result refused = test_use(council, "hana", ref, "bring-in", "team", "olu hana", "note", "Me.", NULL);
    assert_int_equal(refused.kind, RESULT_REFUSED);
    assert_string_equal(refused.cites.at[0]->id, "2");
}

static void a_notice_goes_to_whom_the_act_names(void **state) {
    struct test_council *council = *state;
    const char *first = raise_matter(council, "ravi");
    struct result second = test_open(council, "alex", "matter", NULL, "about", "olu", "earlier", first, NULL);
    assert_int_equal(second.kind, RESULT_DONE);
    test_use(council, "hana", second.ref, "tell", "post", "lead-red", "committee", "planning", NULL);
    assert_int_equal(notices_of(council, "post:lead-red"), 1);
    assert_int_equal(notices_of(council, "post:chair-planning"), 0);
    test_use(council, "hana", second.ref, "tell", "committee", "planning", NULL);
    assert_int_equal(notices_of(council, "post:lead-red"), 1);
    assert_int_equal(notices_of(council, "post:chair-planning"), 1);
    test_use(council, "hana", second.ref, "tell", "committee", "audit", "member", "lee", NULL);
    assert_int_equal(notices_of(council, "post:lead-blue"), 1);
    test_use(council, "hana", second.ref, "tell", NULL);
    assert_int_equal(notices_of(council, "person:alex"), 1);
}

static void a_line_manager_is_who_manages_them_else_the_head_of_their_service(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "olu");
    assert_int_equal(test_use(council, "hana", ref, "tell", NULL).kind, RESULT_DONE);
    assert_int_equal(notices_of(council, "person:pat"), 1);
    assert_int_equal(notices_of(council, "post:head-housing"), 1); /* of hana, who handles it; alex has none */
    ref = raise_matter(council, "pat");
    assert_int_equal(test_use(council, "hana", ref, "tell", NULL).kind, RESULT_DONE);
    assert_int_equal(notices_of(council, "post:head-housing"), 2);
}

static void a_record_that_one_does_not_see_cannot_be_named(void **state) {
    struct test_council *council = *state;
    const char *hidden = raise_matter(council, "ravi");
    struct result result = test_open(council, "bo", "matter", NULL, "about", "olu", "earlier", hidden, NULL);
    assert_int_equal(result.kind, RESULT_INVALID);
    assert_string_equal(result.errors.at[0].say, "Choose a record that you can see");
    result = test_open(council, "bo", "matter", NULL, "about", "olu", "earlier", "MAT-0000-0000", NULL);
    assert_string_equal(result.errors.at[0].say, "Choose a record that you can see");
}

#define WITH_COUNCIL(test) cmocka_unit_test_setup_teardown(test, start, stop)
RUN_TESTS(WITH_COUNCIL(a_field_takes_only_what_its_kind_has),
          WITH_COUNCIL(an_error_is_said_in_the_language_of_whoever_acts),
          WITH_COUNCIL(a_power_names_posts_and_bodies_that_there_are),
          WITH_COUNCIL(the_head_of_whoever_is_named_handles_it), WITH_COUNCIL(whoever_is_named_last_sees_it),
          WITH_COUNCIL(a_ban_can_be_about_whom_the_act_names), WITH_COUNCIL(a_notice_goes_to_whom_the_act_names),
          WITH_COUNCIL(a_line_manager_is_who_manages_them_else_the_head_of_their_service),
          WITH_COUNCIL(a_record_that_one_does_not_see_cannot_be_named))
