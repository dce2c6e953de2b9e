#include "base/base.h"
#include "base/test.h"
#include "directory/test_directory.h"

static struct arena *a;
static struct directory *directory;

static int start(void **state) {
    (void)state;
    a = arena_new();
    directory = directory_new();
    return 0;
}

static int stop(void **state) {
    (void)state;
    directory_free(&directory);
    arena_free(&a);
    return 0;
}

static struct import_report import_into(struct directory *into, const char *json, size_t length) {
    struct import_report report = {0};
    const char *error = NULL;
    if (!directory_import_popolo(into, json, length, &report, a, &error))
        fail_msg("%s", error);
    return report;
}

static struct import_report import(const char *json) {
    return import_into(directory, json, strlen(json));
}

static void refused(const char *json, const char *words) {
    struct import_report report = {0};
    const char *error = NULL;
    assert_false(directory_import_popolo(directory, json, strlen(json), &report, a, &error));
    if (strstr(error, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error, words);
}

/* What is written is read again and written the same; reading it into the directory that wrote it changes nothing. */
static void assert_round_trip(void) {
    const char *first = exported(directory, a);
    struct directory *copy = directory_new();
    import_into(copy, first, strlen(first));
    assert_string_equal(exported(copy, a), first);
    directory_free(&copy);
    assert_int_equal(import(first).findings.count, 0);
    assert_string_equal(exported(directory, a), first);
}

static void everything_known_has_its_place(void **state) {
    (void)state;
    import("{\"persons\":[{\"id\":\"ann\",\"name\":\"Ann Bell\",\"email\":\"ann@example.org\",\"kind\":\"member\","
           "\"active\":false},{\"id\":\"bo\",\"name\":\"Bo Cole\",\"manager\":\"ann\"}],"
           "\"organizations\":[{\"id\":\"red\",\"name\":\"Red\",\"classification\":\"group\",\"administration\":true},"
           "{\"id\":\"sub\",\"name\":\"Sub\",\"classification\":\"body\",\"parent_id\":\"red\"}],"
           "\"areas\":[{\"id\":\"east\",\"name\":\"East\",\"classification\":\"ward\"}],"
           "\"posts\":[{\"id\":\"leader\",\"label\":\"Leader\",\"role\":\"leader\",\"tier\":\"senior\","
           "\"organization_id\":\"red\",\"area_id\":\"east\",\"deputy_id\":\"second\"},"
           "{\"id\":\"second\",\"label\":\"Second\"}],"
           "\"memberships\":[{\"id\":\"m\",\"person_id\":\"ann\",\"post_id\":\"leader\",\"role\":\"r\",\"label\":\"l\","
           "\"start_date\":\"2026-05-06\",\"end_date\":\"2027-05-05\"}]}");
    const struct person *ann = directory_person(directory, "ann");
    assert_int_equal(ann->kind, PERSON_MEMBER);
    assert_false(ann->active);
    assert_string_equal(ann->email, "ann@example.org");
    assert_ptr_equal(directory_person(directory, "bo")->manager, ann);
    assert_null(ann->manager);
    assert_true(directory_organization(directory, "red")->administration);
    assert_string_equal(directory_organization(directory, "sub")->parent->id, "red");
    const struct post *leader = directory_post(directory, "leader");
    assert_string_equal(leader->deputy->id, "second");
    assert_string_equal(leader->tier, "senior");
    assert_int_equal(ann->memberships[0]->from, date("2026-05-06"));
    assert_int_equal(ann->memberships[0]->to, date("2027-05-05"));
    assert_string_equal(ann->memberships[0]->area->id, "east");
    assert_round_trip();
}

static void what_is_unknown_is_given_back(void **state) {
    (void)state;
    import("{\"id\":\"ann\",\"name\":\"Ann\",\"z\":[1,2.5,true,null,{\"b\":\"\\u00e9\\\"\",\"a\":{}}],\"birth_date\":"
           "\"1970\",\"image\":\"x\"}");
    assert_non_null(strstr(exported(directory, a), "\"birth_date\":\"1970\",\"image\":\"x\",\"z\":[1,2.5,true,null,"
                                                   "{\"a\":{},\"b\":\"\xc3\xa9\\\"\"}]"));
    assert_round_trip();
}

static void dates_that_are_no_days_are_kept_as_they_were_written(void **state) {
    (void)state;
    import("{\"persons\":[{\"id\":\"ann\",\"name\":\"Ann\"}],\"memberships\":["
           "{\"id\":\"1\",\"person_id\":\"ann\",\"start_date\":\"1970-02\",\"end_date\":\"1972-02\"},"
           "{\"id\":\"2\",\"person_id\":\"ann\",\"start_date\":\"1973\",\"end_date\":\"1974\"},"
           "{\"id\":\"3\",\"person_id\":\"ann\",\"start_date\":\"1975-01-02T03:04:05Z\",\"end_date\":null}]}");
    const struct person *ann = directory_person(directory, "ann");
    assert_int_equal(ann->memberships[0]->from, date("1970-02-01"));
    assert_int_equal(ann->memberships[0]->to, date("1972-02-29"));
    assert_int_equal(ann->memberships[1]->from, date("1973-01-01"));
    assert_int_equal(ann->memberships[1]->to, date("1974-12-31"));
    assert_int_equal(ann->memberships[2]->from, date("1975-01-02"));
    assert_int_equal(ann->memberships[2]->to, DAY_LAST);
    assert_non_null(strstr(exported(directory, a), "\"start_date\":\"1970-02\",\"end_date\":\"1972-02\""));
    assert_non_null(strstr(exported(directory, a), "\"start_date\":\"1975-01-02T03:04:05Z\""));
    assert_round_trip();

    import("{\"id\":\"1\",\"person_id\":\"ann\",\"end_date\":\"1972-02-10\"}");
    assert_non_null(strstr(exported(directory, a), "\"start_date\":\"1970-02\",\"end_date\":\"1972-02-10\""));
    assert_round_trip();
}

static void embedded_objects_are_taken_out(void **state) {
    (void)state;
    import("{\"id\":\"ann\",\"name\":\"Ann\",\"memberships\":[{\"organization\":{\"name\":\"Red\",\"classification\":"
           "\"group\",\"posts\":[{\"label\":\"Whip\"}]},\"start_date\":\"2026-05-06\"}]}");
    assert_string_equal(directory_group_of(directory, directory_person(directory, "ann"), date("2026-05-06"))->id,
                        "red");
    assert_string_equal(directory_post(directory, "whip")->organization->id, "red");
    assert_string_equal(directory->memberships[0].id, "ann-red-2026-05-06");
    assert_round_trip();
}

static void who_has_no_id_gets_one_and_keeps_it(void **state) {
    (void)state;
    static const char file[] = "[{\"name\":\"Dana Okafor\",\"email\":\"a@example.org\"},"
                               "{\"name\":\"Dana Okafor\",\"email\":\"b@example.org\"},"
                               "{\"label\":\"Head of Housing\"}]";
    import(file);
    assert_string_equal(directory_person(directory, "p-dana-okafor")->email, "a@example.org");
    assert_string_equal(directory_person(directory, "p-dana-okafor-2")->email, "b@example.org");
    assert_non_null(directory_post(directory, "head-of-housing"));
    assert_int_equal(import(file).findings.count, 0);
    assert_round_trip();
}

static void who_sits_for_an_area_or_in_a_group_is_a_member(void **state) {
    (void)state;
    struct import_report report =
        import("{\"persons\":[{\"id\":\"ann\",\"name\":\"Ann\"},{\"id\":\"bob\",\"name\":\"Bob\",\"kind\":\"other\"},"
               "{\"id\":\"cat\",\"name\":\"Cat\"}],\"areas\":[{\"id\":\"east\",\"name\":\"East\"}],\"memberships\":["
               "{\"id\":\"1\",\"person_id\":\"ann\",\"area_id\":\"east\"},"
               "{\"id\":\"2\",\"person_id\":\"bob\",\"area_id\":\"east\"}],\"events\":[]}");
    assert_int_equal(directory_person(directory, "ann")->kind, PERSON_MEMBER);
    assert_int_equal(directory_person(directory, "bob")->kind, PERSON_OTHER);
    assert_int_equal(directory_person(directory, "cat")->kind, PERSON_OTHER);
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "taken as a Member"));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "\"events\""));
    assert_round_trip();
}

static void a_later_file_adds_and_a_null_takes_away(void **state) {
    (void)state;
    import("{\"id\":\"ann\",\"name\":\"Ann\",\"email\":\"ann@example.org\",\"image\":\"x\"}");
    struct import_report report = import("{\"id\":\"ann\",\"name\":\"Ann Bell\",\"image\":null}");
    assert_string_equal(report.findings.at[0].say, "person Ann Bell: changed name, image.");
    assert_string_equal(directory_person(directory, "ann")->email, "ann@example.org");
    assert_string_equal(directory_person(directory, "ann")->extra, "{}");
    import("{\"id\":\"ann\",\"name\":\"Ann Bell\",\"email\":null}");
    assert_null(directory_person(directory, "ann")->email);
}

static void memberships_of_nobody_are_kept_for_the_exchange(void **state) {
    (void)state;
    import("{\"id\":\"1\",\"person_id\":\"nobody\",\"organization_id\":\"nothing\"}");
    assert_int_equal(directory->membership_count, 0);
    assert_int_equal(directory->stray_count, 1);
    assert_round_trip();
    import("{\"id\":\"nobody\",\"name\":\"Somebody at last\"}");
    assert_int_equal(directory_person(directory, "nobody")->membership_count, 1);
}

static void broken_popolo_is_refused_and_nothing_changes(void **state) {
    (void)state;
    refused("", "Line ");
    refused("{\n\"persons\":[}", "Line 2:");
    refused("{\"persons\":[],\"persons\":[]}", "duplicate");
    refused("{\"persons\":{}}", "\"persons\" must be a list");
    refused("{\"persons\":[{\"id\":\"a\",\"name\":\"A\"},3]}", "persons, number 2: a person must be an object");
    refused("{\"persons\":[{\"id\":3,\"name\":\"x\"}]}", "the id must be a text");
    refused("{\"persons\":[{\"id\":\"\",\"name\":\"x\"}]}", "the id must be a text");
    refused("{\"persons\":[{\"email\":\"x\"}]}", "neither an id nor a name");
    refused("{\"persons\":[{\"name\":[]}]}", "neither an id nor a name");
    refused("{\"persons\":[{\"id\":\"a\",\"name\":[]}]}", "\"name\" must be a text");
    refused("{\"persons\":[{\"name\":\"x\",\"kind\":\"robot\"}]}", "\"kind\" is member, officer or other");
    refused("{\"persons\":[{\"name\":\"x\",\"active\":1}]}", "\"active\" is true or false");
    refused("{\"memberships\":[{\"id\":\"m\",\"start_date\":\"2026-02-30\"}]}", "\"start_date\" must be a date");
    refused("{\"memberships\":[{\"id\":\"m\",\"end_date\":5}]}", "\"end_date\" must be a date");
    struct buf deep = {.arena = a};
    for (int i = 0; i <= IMPORT_DEPTH; i++)
        buf_addc(&deep, '[');
    refused(buf_text(&deep), "nested more than 64 deep");
    assert_int_equal(directory->person_count, 0);
}

static void the_examples_of_the_standard_survive(void **state) {
    (void)state;
    static const char *const files[] = {"area",
                                        "contact_detail",
                                        "count",
                                        "embedding-membership",
                                        "embedding-organization",
                                        "embedding-person",
                                        "embedding-post",
                                        "event",
                                        "membership",
                                        "metadata",
                                        "motion",
                                        "name-component",
                                        "organization",
                                        "person",
                                        "post",
                                        "schema_person",
                                        "speech",
                                        "vote",
                                        "vote_event"};
    for (size_t i = 0; i < LENGTH_OF(files); i++) {
        size_t length;
        const char *json = read_sample(a, arena_printf(a, "popolo/%s.json", files[i]), &length);
        import_into(directory, json, length);
        assert_round_trip();
        struct import_report again = import_into(directory, json, length);
        assert_int_equal(count_findings(&again, FINDING_ADDED) + count_findings(&again, FINDING_CHANGED), 0);
    }
    assert_int_equal(directory->person_count, 1);
    assert_int_equal(directory->organization_count, 1);
    assert_int_equal(directory->area_count, 1);
    assert_int_equal(directory->post_count, 2);
    assert_int_equal(directory->membership_count, 2);
    assert_string_equal(directory->people[0].email, "jqpublic@xyz.example.com");
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(everything_known_has_its_place), FRESH(what_is_unknown_is_given_back),
          FRESH(dates_that_are_no_days_are_kept_as_they_were_written), FRESH(embedded_objects_are_taken_out),
          FRESH(who_has_no_id_gets_one_and_keeps_it), FRESH(who_sits_for_an_area_or_in_a_group_is_a_member),
          FRESH(a_later_file_adds_and_a_null_takes_away), FRESH(memberships_of_nobody_are_kept_for_the_exchange),
          FRESH(broken_popolo_is_refused_and_nothing_changes), FRESH(the_examples_of_the_standard_survive))
