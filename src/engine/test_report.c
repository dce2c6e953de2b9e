/* The equality report: counted right, by group and by service, and silent about any one Member. */
#include "engine/test_council.h"

#include <sqlite3.h>

#include "base/test.h"

static int start(void **state) {
    *state = test_council_new("northampton");
    return 0;
}

static int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}

static const char *ask(struct test_council *council, const char *person, const char *service) {
    struct result sent = test_open(council, person, "enquiry", NULL, "service", service, "for", "myself", "subject",
                                   "Damp", "question", "How many?", "purpose", "council", NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static void reply(struct test_council *council, const char *ref) {
    assert_int_equal(test_use(council, "hana", ref, "answer", "answer", "Four.", NULL).kind, RESULT_DONE);
}

static void refuse(struct test_council *council, const char *ref) {
    struct result result =
        test_use(council, "hana", ref, "refuse", "reason", "It is not known.", "other-way", "none", NULL);
    assert_int_equal(result.kind, RESULT_DONE);
}

static struct report report(struct test_council *council, const char *from, const char *to) {
    struct report report;
    struct db *db = store_reader(council->store);
    day first, last;
    assert_true(day_parse(from, &first));
    assert_true(day_parse(to, &last));
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    assert_true(engine_report(db, snapshot, NULL, first, last, REPORT_OF_NOW, council->a, &report));
    db_end(db);
    return report;
}

/* id NULL: those without. */
static const struct report_line *line(const struct report *report, const char *id) {
    for (size_t i = 0; i < report->groups.count; i++)
        if (text_equal(report->groups.at[i].id, id))
            return &report->groups.at[i];
    for (size_t i = 0; i < report->services.count; i++)
        if (text_equal(report->services.at[i].id, id))
            return &report->services.at[i];
    fail_msg("the report has no line for %s", id == NULL ? "those without a group" : id);
    return NULL;
}

static int64_t opened(const struct report_line *line, const char *procedure) {
    for (size_t i = 0; i < line->procedures.count; i++)
        if (strcmp(line->procedures.at[i].procedure, procedure) == 0)
            return line->procedures.at[i].opened;
    return -1;
}

static void a_group_s_requests_answers_refusals_and_days_are_counted(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "housing"), *second = ask(council, "bo", "housing"),
               *third = ask(council, "gil", "housing");
    ask(council, "alex", "housing");
    test_clock_to(council, "2026-12-21T10:00");
    reply(council, first); /* on the next working day */
    test_clock_to(council, "2026-12-23T10:00");
    refuse(council, second);
    test_clock_to(council, "2026-12-29T10:00");
    reply(council, third);
    struct report all = report(council, "2026-12-18", "2026-12-18");
    const struct report_line *green = line(&all, "green"), *housing = line(&all, "housing");
    assert_null(green->hidden);
    assert_int_equal(green->opened, 4);
    assert_int_equal(green->answered, 2);
    assert_int_equal(green->refused, 1);
    assert_int_equal(green->missed, 0);
    assert_int_equal(green->half_days, 2 * 3); /* of 1, 3 and 5 */
    assert_int_equal(opened(green, "enquiry"), 4);
    assert_int_equal(opened(green, "advice"), -1); /* none: as little as one or two would be told */
    assert_int_equal(housing->opened, 4);
    assert_int_equal(housing->half_days, green->half_days);
    test_clock_to(council, "2026-12-30T10:00");
    all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(line(&all, "green")->missed, 1);
}

static void an_even_median_lies_between_two_days(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "housing"), *second = ask(council, "bo", "housing");
    ask(council, "gil", "housing");
    reply(council, first);
    test_clock_to(council, "2026-12-21T10:00");
    reply(council, second);
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(line(&all, "green")->half_days, 1);
}

static void the_time_counts_to_the_first_of_answer_and_refusal(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "housing");
    ask(council, "bo", "housing");
    ask(council, "gil", "housing");
    refuse(council, first);
    test_clock_to(council, "2026-12-21T10:00");
    assert_int_equal(test_use(council, "alex", first, "follow-up", "more", "Who knows?", NULL).kind, RESULT_DONE);
    reply(council, first);
    struct report all = report(council, "2026-12-18", "2026-12-18");
    const struct report_line *green = line(&all, "green");
    assert_int_equal(green->answered, 1);
    assert_int_equal(green->refused, 1);
    assert_int_equal(green->half_days, 0);
}

static void figures_that_would_point_at_one_member_are_not_there(void **state) {
    struct test_council *council = *state;
    reply(council, ask(council, "alex", "housing"));
    reply(council, ask(council, "bo", "housing"));
    for (int i = 0; i < 3; i++)
        reply(council, ask(council, "dee", "housing"));
    struct report all = report(council, "2026-12-18", "2026-12-18");
    const struct report_line *few = line(&all, "green"), *one = line(&all, NULL), *none = line(&all, "blue"),
                             *housing = line(&all, "housing");
    assert_string_equal(few->hidden, "fewer than 3");
    assert_string_equal(none->hidden, "fewer than 3");
    assert_string_equal(one->hidden, "from fewer than 3 people");
    const struct report_line *silent[] = {few, one, none};
    for (size_t i = 0; i < LENGTH_OF(silent); i++) {
        assert_int_equal(silent[i]->opened + silent[i]->answered + silent[i]->refused + silent[i]->missed, 0);
        assert_int_equal(silent[i]->half_days, -1);
        assert_int_equal(silent[i]->procedures.count, 0);
    }
    assert_null(housing->hidden);
    assert_int_equal(housing->answered, 5);
    assert_string_equal(one->name, "Members without a group");
}

/* Gil leads Green and reads the report: what is not his is bo's. */
static void one_of_two_is_not_told_of_the_other(void **state) {
    struct test_council *council = *state;
    const char *refused = ask(council, "bo", "housing");
    refuse(council, refused);
    ask(council, "gil", "housing");
    ask(council, "gil", "housing");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_string_equal(line(&all, "green")->hidden, "from fewer than 3 people");
    assert_int_equal(line(&all, "green")->refused, 0);
}

static void seek_advice(struct test_council *council, const char *person) {
    struct result sent =
        test_open(council, person, "advice", NULL, "service", "housing", "for", "me", "seeks", "advice", "subject",
                  "The depot", "question", "May it be let?", "purpose", "council", NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
}

/* Six enquiries and one for advice. */
static void of_which_procedure_one_member_s_was_is_not_told_nor_what_gives_it_away(void **state) {
    struct test_council *council = *state;
    for (int i = 0; i < 2; i++) {
        ask(council, "alex", "housing");
        ask(council, "bo", "housing");
        ask(council, "gil", "housing");
    }
    struct report before = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(opened(line(&before, "green"), "enquiry"), 6);
    seek_advice(council, "alex");
    struct report after = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(line(&after, "green")->opened, 7);
    assert_int_equal(opened(line(&after, "green"), "advice"), -1);
    assert_int_equal(opened(line(&after, "green"), "enquiry"), -1);
    seek_advice(council, "bo");
    seek_advice(council, "gil");
    after = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(opened(line(&after, "green"), "advice"), 3);
    assert_int_equal(opened(line(&after, "green"), "enquiry"), 6);
}

static void ask_times(struct test_council *council, int times, const char *person, const char *service) {
    for (int i = 0; i < times; i++)
        ask(council, person, service);
}

/* What Green leaves of the services' sum is Blue's. */
static void a_line_that_the_others_would_give_away_takes_another_with_it(void **state) {
    struct test_council *council = *state;
    ask_times(council, 2, "alex", "housing");
    ask_times(council, 2, "bo", "roads");
    ask_times(council, 1, "gil", "roads");
    ask_times(council, 1, "lee", "roads");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_string_equal(line(&all, "blue")->hidden, "fewer than 3");
    assert_non_null(line(&all, "green")->hidden);
    assert_int_equal(line(&all, "green")->opened, 0);
    assert_int_equal(line(&all, "green")->procedures.count, 0);

    /* now the groups' sum is not known, and Housing is safe as it is */
    assert_string_equal(line(&all, "housing")->hidden, "fewer than 3");
    assert_int_equal(line(&all, "roads")->opened, 4);
}

static void beside_a_small_line_one_member_s_is_not_safe_alone(void **state) {
    struct test_council *council = *state;
    ask_times(council, 2, "alex", "housing");
    ask_times(council, 2, "bo", "housing");
    ask_times(council, 1, "gil", "housing");
    ask_times(council, 2, "lee", "housing");
    ask_times(council, 4, "dee", "housing");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_string_equal(line(&all, "blue")->hidden, "fewer than 3");
    assert_string_equal(line(&all, NULL)->hidden, "from fewer than 3 people");
    assert_non_null(line(&all, "green")->hidden); /* two may be any size; else Blue's bounds would tell dee's number */
    assert_null(line(&all, "housing")->hidden);
    assert_int_equal(line(&all, "housing")->opened, 11);
}

static void only_what_was_opened_on_the_days_asked_for_counts(void **state) {
    struct test_council *council = *state;
    static const char *const green[] = {"alex", "bo", "gil", "bo"};
    for (int i = 0; i < 3; i++)
        ask(council, green[i], "housing");
    test_clock_to(council, "2026-12-21T23:59:59");
    for (int i = 0; i < 4; i++)
        ask(council, green[i], "housing");
    struct report first = report(council, "2026-12-18", "2026-12-20"),
                  next = report(council, "2026-12-21", "2026-12-21"),
                  both = report(council, "2026-12-18", "2026-12-21"),
                  none = report(council, "2026-12-22", "2026-12-31");
    assert_int_equal(line(&first, "green")->opened, 3);
    assert_int_equal(line(&next, "green")->opened, 4);
    assert_int_equal(line(&both, "green")->opened, 7);
    assert_non_null(line(&none, "green")->hidden);
}

static void what_the_opener_owed_is_no_delay_of_a_service(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "housing");
    ask(council, "bo", "roads");
    ask(council, "gil", "roads");
    assert_int_equal(test_use(council, "hana", ref, "ask-back", "asked", "Which street?", NULL).kind, RESULT_DONE);
    test_clock_to(council, "2027-03-01T10:00");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(line(&all, "green")->missed, 2); /* those of Roads; alex did not reply */
}

struct sparing {
    int32_t date;
    const char *service, *key;
};

static bool spare(struct db *db, void *context) {
    const struct sparing *sparing = context;
    return engine_spared(db, sparing->date, "enquiry", sparing->service, sparing->key);
}

static void spare_on(struct test_council *council, const char *date, const char *service, int times) {
    struct sparing sparing = {.service = service};
    const char *error;
    assert_true(day_parse(date, &sparing.date));
    for (int i = 0; i < times; i++)
        assert_int_equal(store_write(council->store, spare, &sparing, council->a, &error), WRITTEN);
}

static void requests_that_were_spared_are_counted_by_service(void **state) {
    struct test_council *council = *state;
    spare_on(council, "2026-12-18", "housing", 2);
    spare_on(council, "2026-12-21", "housing", 2);
    spare_on(council, "2026-12-21", "roads", 1);
    spare_on(council, "2026-12-22", NULL, 9);
    struct report all = report(council, "2026-12-18", "2026-12-21"), one = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(all.spared, 5);
    assert_int_equal(line(&all, "roads")->spared, -1);
    assert_int_equal(line(&all, "housing")->spared, -1); /* else the sum would tell of Roads */
    spare_on(council, "2026-12-21", "roads", 2);
    all = report(council, "2026-12-18", "2026-12-21");
    assert_int_equal(line(&all, "housing")->spared, 4);
    assert_int_equal(line(&all, "roads")->spared, 3);
    assert_int_equal(one.spared, -1);
    assert_int_equal(report(council, "2026-12-22", "2026-12-22").spared, 9);
}

static void a_request_that_is_spared_twice_under_one_key_counts_once(void **state) {
    struct test_council *council = *state;
    const char *error;
    for (int i = 0; i < 8; i++) {
        struct sparing sparing = {.service = "housing", .key = arena_printf(council->a, "key %d", i / 2)};
        assert_true(day_parse("2026-12-18", &sparing.date));
        enum written written = store_write(council->store, spare, &sparing, council->a, &error);
        assert_int_equal(written, i % 2 == 0 ? WRITTEN : NOT_WRITTEN);
    }
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(line(&all, "housing")->spared, 4);
}

static void answer_survey(struct test_council *council, const char *people, const char *roles) {
    char **each = text_split(council->a, people, ' ');
    for (size_t i = 0; each[i] != NULL; i++) {
        bool officer = strcmp(each[i], "hana") == 0;
        struct result sent =
            test_open(council, each[i], "survey", NULL, "role", officer ? "officer" : "member", "roles", roles,
                      "respect", "always", "advice", "always", "answers", "seldom", "whom", "known", NULL);
        assert_int_equal(sent.kind, RESULT_DONE);
    }
}

/* -1: hidden */
static int64_t records(const struct report *report, const char *name, const char *value) {
    for (size_t i = 0; i < report->questions.count; i++) {
        const struct report_question *question = &report->questions.at[i];
        for (size_t k = 0; strcmp(question->field->name, name) == 0 && k < question->choices.count; k++)
            if (strcmp(question->choices.at[k].value, value) == 0)
                return question->choices.at[k].records;
    }
    fail_msg("the report has no answer %s to %s", value, name);
    return -1;
}

static void answers_are_counted_for_each_choice(void **state) {
    struct test_council *council = *state;
    answer_survey(council, "alex bo gil lee", "always");
    answer_survey(council, "cy dee lee", "mostly");
    test_clock_to(council, "2026-12-21T10:00");
    answer_survey(council, "alex bo gil", "seldom");
    struct report first = report(council, "2026-12-18", "2026-12-18"),
                  both = report(council, "2026-12-18", "2026-12-21");
    assert_int_equal(records(&first, "roles", "always"), 4);
    assert_int_equal(records(&first, "roles", "mostly"), 3);
    assert_int_equal(records(&first, "roles", "seldom"), -1);
    assert_int_equal(records(&first, "role", "member"), 7);
    assert_int_equal(records(&both, "roles", "seldom"), 3);
    assert_int_equal(records(&both, "respect", "always"), 10);
    assert_int_equal(records(&both, "ground", "age"), -1); /* of concerns, of which there are none */
}

/* The sum of all answers is known: what the others leave of it is the hidden one. */
static void an_answer_that_the_others_would_give_away_takes_another_with_it(void **state) {
    struct test_council *council = *state;
    answer_survey(council, "alex bo gil lee", "always");
    answer_survey(council, "cy dee lee", "mostly");
    answer_survey(council, "hana", "seldom");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(records(&all, "roles", "always"), 4);
    assert_int_equal(records(&all, "roles", "mostly"), -1);
    assert_int_equal(records(&all, "roles", "seldom"), -1);
    assert_int_equal(records(&all, "role", "officer"), -1);
    assert_int_equal(records(&all, "role", "member"), -1);
}

static void what_one_person_answers_again_and_again_is_not_told(void **state) {
    struct test_council *council = *state;
    answer_survey(council, "alex alex alex", "seldom");
    answer_survey(council, "cy dee lee", "mostly");
    answer_survey(council, "bo gil cy gil", "always");
    struct report all = report(council, "2026-12-18", "2026-12-18");
    assert_int_equal(records(&all, "roles", "seldom"), -1);
    assert_int_equal(records(&all, "roles", "mostly"), -1);
    assert_int_equal(records(&all, "roles", "always"), 4);
}

#define STATEMENT(name, ...) {#name, FIRST_OF(__VA_ARGS__, )},
#define FIRST_OF(first, ...) first
static const struct { const char *name, *sql; } statements[] = {STATEMENTS(STATEMENT, STATEMENT)};

static void what_was_opened_at_other_times_is_not_read(void **state) {
    struct test_council *council = *state;
    sqlite3 *beside;
    sqlite3_stmt *plan;
    bool by_time = false;
    assert_int_equal(sqlite3_open(arena_printf(council->a, "%s/comity.db", council->folder), &beside), SQLITE_OK);
    const char *sql = arena_printf(council->a, "EXPLAIN QUERY PLAN %s", statements[Q_REPORT_RECORDS].sql);
    assert_int_equal(sqlite3_prepare_v2(beside, sql, -1, &plan, NULL), SQLITE_OK);
    while (sqlite3_step(plan) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(plan, 3);
        if (text_starts(detail, "SCAN"))
            fail_msg("%s", detail);
        by_time = by_time || strstr(detail, "record_opened (opened_at>? AND opened_at<?)") != NULL;
    }
    assert_true(by_time);
    sqlite3_finalize(plan);
    sqlite3_close(beside);
}

#define IN_COUNCIL(test) cmocka_unit_test_setup_teardown(test, start, stop)
RUN_TESTS(IN_COUNCIL(a_group_s_requests_answers_refusals_and_days_are_counted),
          IN_COUNCIL(an_even_median_lies_between_two_days),
          IN_COUNCIL(the_time_counts_to_the_first_of_answer_and_refusal),
          IN_COUNCIL(figures_that_would_point_at_one_member_are_not_there),
          IN_COUNCIL(one_of_two_is_not_told_of_the_other),
          IN_COUNCIL(of_which_procedure_one_member_s_was_is_not_told_nor_what_gives_it_away),
          IN_COUNCIL(a_line_that_the_others_would_give_away_takes_another_with_it),
          IN_COUNCIL(beside_a_small_line_one_member_s_is_not_safe_alone),
          IN_COUNCIL(only_what_was_opened_on_the_days_asked_for_counts),
          IN_COUNCIL(what_the_opener_owed_is_no_delay_of_a_service),
          IN_COUNCIL(requests_that_were_spared_are_counted_by_service),
          IN_COUNCIL(a_request_that_is_spared_twice_under_one_key_counts_once),
          IN_COUNCIL(answers_are_counted_for_each_choice),
          IN_COUNCIL(an_answer_that_the_others_would_give_away_takes_another_with_it),
          IN_COUNCIL(what_one_person_answers_again_and_again_is_not_told),
          IN_COUNCIL(what_was_opened_at_other_times_is_not_read))
