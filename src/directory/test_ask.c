#include "base/base.h"
#include "base/test.h"
#include "directory/test_directory.h"

static struct directory *directory;
static struct draft *draft;

static int start(void **state) {
    (void)state;
    directory = directory_new();
    draft = draft_new(directory->arena);
    return 0;
}

static int stop(void **state) {
    (void)state;
    directory_free(&directory);
    assert_null(directory);
    return 0;
}

static void build(void) {
    draft_build(draft, directory);
}

static const struct person *person(const char *id) {
    return directory_person(directory, id);
}

static void everything_is_found_by_id(void **state) {
    (void)state;
    build();
    assert_null(person("anybody"));
    char id[16];
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof(id), "p%d", i * 7 % 300);
        put_person(draft, id, PERSON_OTHER);
    }
    build();
    for (int i = 0; i < 300; i++) {
        snprintf(id, sizeof(id), "p%d", i);
        assert_string_equal(person(id)->name, id);
    }
    assert_null(person("p300"));
    assert_null(directory_post(directory, "p1"));
}

static void a_tenure_counts_from_its_first_day_to_the_end_of_its_last(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_OFFICER);
    put_post(draft, "chief", "chief-executive", NULL);
    put_membership(draft, "ann", NULL, "chief", NULL, "2026-01-01", "2026-03-31");
    build();
    const struct post *chief = directory_post_by_role(directory, "chief-executive", NULL);
    assert_null(directory_holder(directory, chief, date("2025-12-31")));
    assert_ptr_equal(directory_holder(directory, chief, date("2026-01-01")), person("ann"));
    assert_ptr_equal(directory_holder(directory, chief, date("2026-03-31")), person("ann"));
    assert_null(directory_holder(directory, chief, date("2026-04-01")));
    assert_int_equal(chief->membership_count, 1);
}

static void a_deputy_acts_only_while_nobody_holds_the_post(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_OFFICER);
    put_person(draft, "bob", PERSON_OFFICER);
    put_post(draft, "monitoring", "monitoring-officer", NULL)->deputy_id = "deputy";
    put_post(draft, "deputy", NULL, NULL);
    put_membership(draft, "ann", NULL, "monitoring", NULL, NULL, "2026-03-31");
    put_membership(draft, "bob", NULL, "deputy", NULL, NULL, NULL);
    build();
    const struct post *post = directory_post(directory, "monitoring");
    assert_ptr_equal(directory_holder(directory, post, date("2026-03-31")), person("ann"));
    assert_false(directory_holds_post(directory, person("bob"), post, date("2026-03-31")));
    assert_ptr_equal(directory_holder(directory, post, date("2026-04-01")), person("bob"));
    assert_true(directory_holds_post(directory, person("bob"), post, date("2026-04-01")));
    assert_false(directory_holds_post(directory, person("ann"), post, date("2026-04-01")));
}

static void a_post_held_by_somebody_inactive_is_vacant(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_OFFICER)->active = false;
    put_person(draft, "bob", PERSON_OFFICER);
    put_post(draft, "head", "head", NULL)->deputy_id = "second";
    put_post(draft, "second", NULL, NULL);
    put_membership(draft, "ann", NULL, "head", NULL, NULL, NULL);
    put_membership(draft, "bob", NULL, "second", NULL, NULL, NULL);
    build();
    const struct post *head = directory_post(directory, "head");
    assert_ptr_equal(directory_holder(directory, head, 0), person("bob"));
    assert_false(directory_holds_post(directory, person("ann"), head, 0));
}

static void who_joins_a_group_has_left_the_one_before(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_MEMBER);
    put_organization(draft, "red", "group");
    put_organization(draft, "blue", "group");
    put_organization(draft, "party", "party");
    put_membership(draft, "ann", "party", NULL, NULL, "2020-01-01", NULL);
    put_membership(draft, "ann", "red", NULL, NULL, "2024-05-06", NULL);
    put_membership(draft, "ann", "blue", NULL, NULL, "2026-02-01", "2026-02-28");
    build();
    const struct organization *red = directory_organization(directory, "red");
    const struct organization *blue = directory_organization(directory, "blue");
    assert_null(directory_group_of(directory, person("ann"), date("2024-05-05")));
    assert_ptr_equal(directory_group_of(directory, person("ann"), date("2026-01-31")), red);
    assert_ptr_equal(directory_group_of(directory, person("ann"), date("2026-02-01")), blue);
    assert_false(directory_in_organization(directory, person("ann"), red, date("2026-02-01")));
    assert_null(directory_group_of(directory, person("ann"), date("2026-03-01")));
}

static void the_leader_of_a_group_is_in_it_and_terms_that_touch_are_one(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_MEMBER);
    put_organization(draft, "red", "group");
    put_post(draft, "leader", "leader", "red");
    put_membership(draft, "ann", NULL, "leader", NULL, "2024-05-06", "2024-12-31");
    put_membership(draft, "ann", "red", NULL, NULL, "2024-06-01", "2024-07-01");
    put_membership(draft, "ann", "red", NULL, NULL, "2025-01-01", NULL);
    build();
    const struct organization *red = directory_organization(directory, "red");
    assert_ptr_equal(directory_post_by_role(directory, "leader", red), directory_post(directory, "leader"));
    struct stint stint;
    size_t position = 0;
    assert_true(stint_next(person("ann"), &position, &stint));
    assert_int_equal(stint.from, date("2024-05-06"));
    assert_int_equal(stint.to, DAY_LAST);
    assert_false(stint_next(person("ann"), &position, &stint));
}

static void officers_have_a_service_and_members_a_ward(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_OFFICER);
    put_person(draft, "bob", PERSON_MEMBER);
    put_organization(draft, "housing", "service");
    put_organization(draft, "planning", "body");
    put_area(draft, "east");
    put_post(draft, "head", "head", "housing")->tier = "senior";
    put_membership(draft, "ann", NULL, "head", NULL, "2026-01-01", NULL);
    put_membership(draft, "bob", NULL, NULL, "east", "2024-05-06", "2028-05-07");
    put_membership(draft, "bob", "planning", NULL, NULL, NULL, NULL);
    build();
    int32_t today = date("2026-06-01");
    const struct organization *housing = directory_organization(directory, "housing");
    assert_ptr_equal(directory_service_of(directory, person("ann"), today), housing);
    assert_null(directory_service_of(directory, person("ann"), date("2025-12-31")));
    assert_null(directory_service_of(directory, person("bob"), today));
    assert_true(directory_in_organization(directory, person("ann"), housing, today));
    assert_true(directory_is_senior(directory, person("ann"), today));
    assert_false(directory_is_senior(directory, person("ann"), date("2025-12-31")));
    assert_false(directory_is_senior(directory, person("bob"), today));
    assert_ptr_equal(directory_ward_of(directory, person("bob"), today), directory_area(directory, "east"));
    assert_null(directory_ward_of(directory, person("bob"), date("2028-05-08")));
}

static void the_first_post_of_a_role_is_found_in_any_organization_or_in_one(void **state) {
    (void)state;
    put_organization(draft, "housing", "service");
    put_organization(draft, "legal", "service");
    put_organization(draft, "parks", "service");
    put_post(draft, "z-head", "head", "housing");
    put_post(draft, "m-head", "head", "legal");
    put_post(draft, "a-clerk", NULL, "housing");
    put_post(draft, "a-chief", "chief-executive", NULL);
    build();
    assert_string_equal(directory_post_by_role(directory, "head", NULL)->id, "m-head");
    assert_string_equal(directory_post_by_role(directory, "head", directory_organization(directory, "housing"))->id,
                        "z-head");
    assert_null(directory_post_by_role(directory, "head", directory_organization(directory, "parks")));
    assert_string_equal(directory_post_by_role(directory, "chief-executive", NULL)->id, "a-chief");
    assert_null(directory_post_by_role(directory, "whip", NULL));
    assert_null(directory_post_by_role(directory, "a", NULL));
}

static void what_is_not_there_keeps_its_id(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_OFFICER);
    put_post(draft, "head", "head", "nowhere")->deputy_id = "head";
    put_membership(draft, "ann", "nothing", "head", NULL, NULL, NULL);
    put_membership(draft, "nobody", NULL, "head", NULL, NULL, NULL);
    put_organization(draft, "one", "body")->parent_id = "two";
    put_organization(draft, "two", "body")->parent_id = "one";
    build();
    const struct post *head = directory_post(directory, "head");
    assert_null(head->organization);
    assert_string_equal(head->organization_id, "nowhere");
    assert_null(head->deputy);
    assert_null(person("ann")->memberships[0]->organization);
    assert_int_equal(directory->membership_count, 1);
    assert_int_equal(directory->stray_count, 1);
    assert_int_equal(head->membership_count, 1);
    int steps = 0;
    for (const struct organization *up = directory_organization(directory, "one"); up != NULL; up = up->parent)
        steps++;
    assert_in_range(steps, 1, 17);
}

static void a_draft_of_a_directory_builds_the_same_directory(void **state) {
    (void)state;
    put_person(draft, "ann", PERSON_MEMBER);
    put_organization(draft, "red", "group")->extra = "{\"administration\":true}";
    put_membership(draft, "ann", "red", NULL, NULL, NULL, NULL);
    put_membership(draft, "nobody", "red", NULL, NULL, NULL, NULL);
    build();
    draft_build(draft_of(directory), directory);
    assert_int_equal(person("ann")->membership_count, 1);
    assert_int_equal(directory->stray_count, 1);
    assert_true(directory_organization(directory, "red")->administration);
    assert_int_equal(directory_organization(directory, "red")->membership_count, 1);
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(everything_is_found_by_id), FRESH(a_tenure_counts_from_its_first_day_to_the_end_of_its_last),
          FRESH(a_deputy_acts_only_while_nobody_holds_the_post), FRESH(a_post_held_by_somebody_inactive_is_vacant),
          FRESH(who_joins_a_group_has_left_the_one_before),
          FRESH(the_leader_of_a_group_is_in_it_and_terms_that_touch_are_one),
          FRESH(officers_have_a_service_and_members_a_ward),
          FRESH(the_first_post_of_a_role_is_found_in_any_organization_or_in_one), FRESH(what_is_not_there_keeps_its_id),
          FRESH(a_draft_of_a_directory_builds_the_same_directory))
