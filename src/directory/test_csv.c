#include "base/base.h"
#include "base/test.h"
#include "directory/csv.h"
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

/* ---- the format */

static struct csv_table read_table(const char *csv, size_t length) {
    struct csv_table table;
    const char *error = NULL;
    if (!csv_read(a, csv, length, &table, &error))
        fail_msg("%s", error);
    return table;
}

static void refused(const char *csv, size_t length, const char *words) {
    struct csv_table table;
    const char *error = NULL;
    assert_false(csv_read(a, csv, length, &table, &error));
    if (strstr(error, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error, words);
}

#define READ(text) read_table(text, sizeof(text) - 1)
#define REFUSED(text, words) refused(text, sizeof(text) - 1, words)

static void fields_can_be_quoted(void **state) {
    (void)state;
    struct csv_table table = READ("\xef\xbb\xbfName,note\r\n\"Lee, Sam\",\"says \"\"no\"\"\nand goes\"\r\n\r\nAnn,\n");
    assert_int_equal(table.records.count, 2);
    assert_string_equal(csv_field(&table, &table.records.at[0], "name"), "Lee, Sam");
    assert_string_equal(csv_field(&table, &table.records.at[0], "note"), "says \"no\"\nand goes");
    assert_null(csv_field(&table, &table.records.at[1], "note"));
    assert_null(csv_field(&table, &table.records.at[1], "other"));
    assert_int_equal(table.records.at[0].line, 2);
    assert_int_equal(table.records.at[1].line, 5);
}

static void a_last_line_needs_no_end(void **state) {
    (void)state;
    struct csv_table table = READ("a,b\n1,\"2\"");
    assert_string_equal(csv_field(&table, &table.records.at[0], "b"), "2");
    table = READ("a,b\n1,");
    assert_null(csv_field(&table, &table.records.at[0], "b"));
}

static void broken_csv_is_refused_with_its_line(void **state) {
    (void)state;
    REFUSED("", "Line 1: the file is empty");
    REFUSED("\n\n", "the file is empty");
    REFUSED("a,b\n1\n", "Line 2: 1 fields");
    REFUSED("a,b\n1,2,3\n", "Line 2: 3 fields");
    REFUSED("a\n\"x\n\n", "Line 2: a quoted field does not end");
    REFUSED("a\n\"x\"y\n", "Line 2: only a comma");
    REFUSED("a\nx\"y\n", "Line 2: a field with a quote");
    REFUSED("a\nx\ry\n", "Line 2: a carriage return");
    REFUSED("a\n1\n\xff\n", "Line 3: this is not UTF-8");
    REFUSED("a\nx\0y\n", "Line 2: this is not UTF-8");
    REFUSED("a,A\n", "two columns are named");
    REFUSED("a,,b\n", "column 2 has no name");
}

/* ---- Officers */

static const char officers[] =
    "Name,Email,Service,Post,Role,Tier,Deputy,From,To,Phone\n"
    "Dana Okafor,dana@example.org,Housing,Head of Housing,,senior,Housing Manager,2020-01-06,,1234\n"
    "Sam Lee,sam@example.org,Housing,Housing Manager,,,,06/01/2021,31/12/2029,\n"
    "Sam Lee,sam.lee@example.org,Planning,Team Leader,,junior,,,,\n"
    "Ann Bell,,Housing,Team Leader,,,,,,\n"
    ",,Legal,Monitoring Officer,monitoring-officer,Senior,,,,\n"
    "Pat Ray,pat@example.org,Legal,,,,,,,\n";

#define TODAY "2026-11-27"

static const char *roles[] = {"head", "town-crier"};
static const struct offices offices = {roles, LENGTH_OF(roles)};

static struct import_report import(const char *csv) {
    struct import_report report = {0};
    const char *error = NULL;
    if (!directory_import_csv(directory, csv, strlen(csv), date(TODAY), &offices, &report, a, &error))
        fail_msg("%s", error);
    return report;
}

static const struct person *person(const char *id) {
    const struct person *person = directory_person(directory, id);
    assert_non_null(person);
    return person;
}

static void officers_come_with_their_services_and_posts(void **state) {
    (void)state;
    import(officers);
    int32_t today = date("2026-11-27");
    const struct post *head = directory_post(directory, "head-of-housing");
    assert_string_equal(head->role, "head");
    assert_string_equal(head->organization->id, "housing");
    assert_ptr_equal(directory_holder(directory, head, today), person("p-dana-okafor"));
    assert_ptr_equal(directory_holder(directory, head, date("2020-01-05")), NULL);
    assert_string_equal(head->deputy->id, "housing-manager");
    assert_true(directory_is_senior(directory, person("p-dana-okafor"), today));
    assert_false(directory_is_senior(directory, person("p-sam-lee"), today));
    assert_int_equal(person("p-sam-lee")->memberships[0]->to, date("2029-12-31"));
    assert_string_equal(directory_service_of(directory, person("p-pat-ray"), today)->name, "Legal");
    assert_null(directory_holder(directory, directory_post_by_role(directory, "monitoring-officer", NULL), today));
    assert_string_equal(extra_get(a, person("p-dana-okafor")->extra, "Phone"), "1234");
    assert_int_equal(person("p-pat-ray")->kind, PERSON_OFFICER);
}

static void who_is_no_officer_is_left_out(void **state) {
    (void)state;
    struct import_report report = import("name,kind,service\nAlex Moss,member,Housing\nBo Lee,Officer,Housing\n");
    assert_int_equal(report.findings.at[0].kind, FINDING_ADDED); /* the service */
    assert_int_equal(report.findings.at[1].kind, FINDING_LEFT_OUT);
    assert_null(directory_person(directory, "p-alex-moss"));
    assert_null(extra_get(a, person("p-bo-lee")->extra, "kind"));
}

static void a_manager_is_named_by_address_name_or_id(void **state) {
    (void)state;
    struct import_report report = import("name,email,manager\n"
                                         "Ann Cole,ann@example.org,\n"
                                         "Bea Dunn,,ann@example.org\n"
                                         "Cal Eves,,bea dunn\n"
                                         "Dot Ford,,p-cal-eves\n"
                                         "Eli Gray,,Nobody\n"
                                         "Flo Hart,,Flo Hart\n");
    assert_null(person("p-ann-cole")->manager);
    assert_ptr_equal(person("p-bea-dunn")->manager, person("p-ann-cole"));
    assert_ptr_equal(person("p-cal-eves")->manager, person("p-bea-dunn"));
    assert_ptr_equal(person("p-dot-ford")->manager, person("p-cal-eves"));
    assert_null(person("p-eli-gray")->manager);
    assert_null(person("p-flo-hart")->manager);
    size_t left_out = 0;
    for (size_t i = 0; i < report.findings.count; i++)
        left_out += report.findings.at[i].kind == FINDING_LEFT_OUT;
    assert_int_equal(left_out, 2);
}

static void namesakes_and_posts_of_the_same_label_are_kept_apart(void **state) {
    (void)state;
    import(officers);
    assert_string_equal(person("p-sam-lee")->email, "sam@example.org");
    assert_string_equal(person("p-sam-lee-2")->email, "sam.lee@example.org");
    assert_string_equal(directory_post(directory, "team-leader")->organization->id, "planning");
    assert_string_equal(directory_post(directory, "team-leader-housing")->organization->id, "housing");
}

static void importing_officers_again_changes_nothing(void **state) {
    (void)state;
    assert_int_not_equal(import(officers).findings.count, 0);
    const char *before = exported(directory, a);
    assert_int_equal(import(officers).findings.count, 0);
    assert_string_equal(exported(directory, a), before);
}

static void what_changed_is_said(void **state) {
    (void)state;
    import(officers);
    struct import_report report = import("name,email,service\nDana Okafor-Smith,Dana@example.org,Housing\n");
    assert_non_null(find_finding(&report, FINDING_CHANGED, "Dana Okafor-Smith: changed name, email"));
    assert_string_equal(person("p-dana-okafor")->name, "Dana Okafor-Smith");
}

static void an_address_is_one_persons(void **state) {
    (void)state;
    struct import_report report =
        import("name,email\nAnn Bell,office@example.org\nBob Cole,office@example.org\nCat Dunn,nowhere\n");
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "is Ann Bell's already"));
    assert_int_equal(find_finding(&report, FINDING_LEFT_OUT, "nowhere")->line, 4);
    assert_string_equal(person("p-ann-bell")->email, "office@example.org");
    assert_null(person("p-bob-cole")->email);
    assert_null(person("p-cat-dunn")->email);
}

static void a_member_does_not_become_an_officer(void **state) {
    (void)state;
    struct draft *draft = draft_new(directory->arena);
    put_person(draft, "mg-1", PERSON_MEMBER)->email = "ann@example.org";
    draft_build(draft, directory);
    struct import_report report = import("name,email,service\nAnn Bell,ann@example.org,Housing\n");
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "address of a Member"));
    assert_int_equal(person("mg-1")->kind, PERSON_MEMBER);
    assert_int_equal(person("mg-1")->membership_count, 0);
}

static void a_service_does_not_take_the_id_of_a_group(void **state) {
    (void)state;
    struct draft *draft = draft_new(directory->arena);
    put_organization(draft, "green", "group");
    draft_build(draft, directory);
    import("name,service\nAnn Bell,Green\n");
    assert_string_equal(directory_organization(directory, "green")->classification, "group");
    assert_string_equal(directory_organization(directory, "service-green")->classification, "service");
}

static void a_deputy_that_is_no_post_is_left_out(void **state) {
    (void)state;
    struct import_report report = import("post,deputy\nChief Executive,Somebody\n");
    assert_int_equal(find_finding(&report, FINDING_LEFT_OUT, "no post \"Somebody\"")->line, 2);
    assert_string_equal(directory_post(directory, "chief-executive")->role, "chief-executive");
}

static void officers_that_make_no_sense_are_refused_and_nothing_changes(void **state) {
    (void)state;
    static const struct {
        const char *csv, *words;
    } broken[] = {
        {"name,from\nAnn,yesterday\n", "Line 2: \"yesterday\" is not a date"},
        {"name,from\nAnn,31/02/2026\n", "is not a date"},
        {"name,from,to\nAnn,2026-02-01,2026-01-01\n", "Line 2: ends before it begins"},
        {"nom,titre\nAnn,Chef\n", "Line 1: there is no column"},
        {"name,tier\nAnn,high\n", "the tier is senior or junior"},
        {"name,email\nAnn,a@b\n,c@d\n", "Line 3: neither a name nor a post"},
    };
    for (size_t i = 0; i < LENGTH_OF(broken); i++) {
        struct import_report report = {0};
        const char *error = NULL;
        assert_false(directory_import_csv(directory, broken[i].csv, strlen(broken[i].csv), date(TODAY), &offices,
                                          &report, a, &error));
        if (strstr(error, broken[i].words) == NULL)
            fail_msg("\"%s\" does not say \"%s\"", error, broken[i].words);
        assert_int_equal(directory->person_count, 0);
    }
}

/* ---- who leaves */

static const struct person *head_of_housing(const char *day_text) {
    return directory_holder(directory, directory_post(directory, "head-of-housing"), date(day_text));
}

static void a_successor_ends_the_predecessor_s_tenure(void **state) {
    (void)state;
    import(officers);
    static const char successor[] = "name,service,post,tier,from\nEve Fox,Housing,Head of Housing,senior,2026-12-07\n";
    struct import_report report = import(successor);
    assert_non_null(find_finding(&report, FINDING_ENDED, "Dana Okafor: not Head of Housing any more"));
    assert_ptr_equal(head_of_housing("2026-12-06"), person("p-dana-okafor"));
    assert_ptr_equal(head_of_housing("2026-12-07"), person("p-eve-fox"));
    assert_false(directory_is_senior(directory, person("p-dana-okafor"), date("2026-12-07")));
    assert_int_equal(import(successor).findings.count, 0);
}

static void a_successor_without_a_date_begins_today(void **state) {
    (void)state;
    import(officers);
    import("name,service,post\nEve Fox,Housing,Head of Housing\n");
    assert_ptr_equal(head_of_housing("2026-11-27"), person("p-eve-fox"));
    assert_int_equal(person("p-dana-okafor")->memberships[0]->to, date("2026-11-26"));
}

static void two_whom_the_file_names_share_the_post(void **state) {
    (void)state;
    import(
        "name,service,post,tier\nAnn Bell,Housing,Head of Housing,senior\nBob Cole,Housing,Head of Housing,senior\n");
    const struct post *head = directory_post(directory, "head-of-housing");
    assert_true(directory_holds_post(directory, person("p-ann-bell"), head, date(TODAY)));
    assert_true(directory_holds_post(directory, person("p-bob-cole"), head, date(TODAY)));
}

static void a_post_of_many_is_not_left(void **state) {
    (void)state;
    import("name,service,post\nAnn Bell,Housing,Housing Officer\n");
    import("name,service,post\nBob Cole,Housing,Housing Officer\n");
    assert_int_equal(person("p-ann-bell")->memberships[0]->to, DAY_LAST);
}

static void what_the_protocol_names_is_one_persons_post(void **state) {
    (void)state;
    import("name,service,post,role\nAnn Bell,Housing,Crier,town-crier\nBob Cole,Housing,Warden,warden\n");
    import("name,service,post\nEve Fox,Housing,Crier\nSam Lee,Housing,Warden\n");
    assert_int_equal(person("p-ann-bell")->memberships[0]->to, date("2026-11-26"));
    assert_int_equal(person("p-bob-cole")->memberships[0]->to, DAY_LAST);
}

static void who_moves_is_no_staff_of_the_service_before(void **state) {
    (void)state;
    import(officers);
    import("name,email,service,from\nPat Ray,pat@example.org,Planning,2026-12-01\n");
    const struct organization *legal = directory_organization(directory, "legal"),
                              *planning = directory_organization(directory, "planning");
    assert_true(directory_in_organization(directory, person("p-pat-ray"), legal, date("2026-11-30")));
    assert_false(directory_in_organization(directory, person("p-pat-ray"), legal, date("2026-12-01")));
    assert_true(directory_in_organization(directory, person("p-pat-ray"), planning, date("2026-12-01")));
}

static void a_line_about_the_past_ends_nothing(void **state) {
    (void)state;
    import(officers);
    import("name,service,post,from,to\nOld Timer,Housing,Head of Housing,2020-06-01,2020-06-30\n");
    assert_int_equal(person("p-dana-okafor")->memberships[0]->to, DAY_LAST);
}

static void names_without_latin_letters_get_ids(void **state) {
    (void)state;
    import("name\n\xe6\x9d\x8e\xe5\xa8\x9c\n\xe7\x8e\x8b\xe8\x8a\xb3\n");
    assert_int_equal(directory->person_count, 2);
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(fields_can_be_quoted), FRESH(a_last_line_needs_no_end), FRESH(broken_csv_is_refused_with_its_line),
          FRESH(officers_come_with_their_services_and_posts),
          FRESH(namesakes_and_posts_of_the_same_label_are_kept_apart), FRESH(importing_officers_again_changes_nothing),
          FRESH(what_changed_is_said), FRESH(an_address_is_one_persons), FRESH(a_member_does_not_become_an_officer),
          FRESH(a_service_does_not_take_the_id_of_a_group), FRESH(a_deputy_that_is_no_post_is_left_out),
          FRESH(who_is_no_officer_is_left_out), FRESH(a_manager_is_named_by_address_name_or_id),
          FRESH(officers_that_make_no_sense_are_refused_and_nothing_changes),
          FRESH(a_successor_ends_the_predecessor_s_tenure), FRESH(a_successor_without_a_date_begins_today),
          FRESH(two_whom_the_file_names_share_the_post), FRESH(a_post_of_many_is_not_left),
          FRESH(what_the_protocol_names_is_one_persons_post), FRESH(who_moves_is_no_staff_of_the_service_before),
          FRESH(a_line_about_the_past_ends_nothing), FRESH(names_without_latin_letters_get_ids))
