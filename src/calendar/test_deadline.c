#include "calendar/calendar.h"
#include "calendar/test_holidays.h"

#include "base/test.h"

static struct arena *a;

static int set_up(void **state) {
    (void)state;
    a = arena_new();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&a);
    return 0;
}

#define CLEAN_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

static struct term term_of(const char *text) {
    struct term term;
    const char *error = NULL;
    if (!term_parse(a, text, &term, &error))
        fail_msg("%s", error);
    return term;
}

static struct deadline computed(const struct calendar *calendar, const char *received, const char *term) {
    struct deadline deadline;
    const char *error = NULL;
    if (!deadline_compute(a, calendar, instant_of(received), term_of(term), &deadline, &error))
        fail_msg("%s", error);
    return deadline;
}

static struct deadline before(const struct calendar *calendar, const char *event, const char *term) {
    struct deadline deadline;
    const char *error = NULL;
    if (!deadline_before(a, calendar, date_of(event), term_of(term), &deadline, &error))
        fail_msg("%s", error);
    return deadline;
}

static struct deadline resumed(const struct calendar *calendar, const char *date, int left) {
    struct deadline deadline;
    const char *error = NULL;
    if (!deadline_resume(a, calendar, date_of(date), left, &deadline, &error))
        fail_msg("%s", error);
    return deadline;
}

#define ASSERT_DUE(deadline, text) assert_string_equal(day_format(a, (deadline).due, DAY_ISO), (text))
#define ASSERT_ENDS(deadline, text) assert_string_equal(instant_format(a, (deadline).ends), (text))

static void twenty_days_end_on_another_day_in_each_jurisdiction(void **state) {
    (void)state;
    const char *received = "2026-07-06T10:00+01:00", *term = "20 working days";
    ASSERT_DUE(computed(calendar_of(a, "england-and-wales"), received, term), "2026-08-03");
    ASSERT_DUE(computed(calendar_of(a, "scotland"), received, term), "2026-08-04");
    ASSERT_DUE(computed(calendar_of(a, "england-and-wales scotland northern-ireland"), received, term), "2026-08-05");
}

static void christmas_is_longer_in_scotland(void **state) {
    (void)state;
    const char *received = "2026-12-18T10:00", *term = "10 working days";
    ASSERT_DUE(computed(calendar_of(a, "england-and-wales"), received, term), "2027-01-06");
    ASSERT_DUE(computed(calendar_of(a, "scotland"), received, term), "2027-01-07");
}

static void a_holiday_that_is_proclaimed_later_moves_the_deadline(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    const char *received = "2022-09-08T15:00+01:00", *term = "10 working days";
    ASSERT_DUE(computed(calendar_as_known(a, england, instant_of(received)), received, term), "2022-09-22");
    ASSERT_DUE(computed(england, received, term), "2022-09-23");
}

static void bank_holidays_that_moved_or_were_added_are_left_out(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_DUE(computed(england, "2020-05-01T10:00", "1 working day"), "2020-05-04");
    ASSERT_DUE(computed(england, "2020-05-07T10:00", "1 working day"), "2020-05-11");
    ASSERT_DUE(computed(england, "2022-06-01T10:00", "1 working day"), "2022-06-06");
    ASSERT_DUE(computed(england, "2022-12-23T10:00", "1 working day"), "2022-12-28");
    ASSERT_DUE(computed(england, "2023-05-05T10:00", "1 working day"), "2023-05-09");
}

static void councils_close_between_christmas_and_new_year(void **state) {
    (void)state;
    struct calendar *calendar = calendar_of(a, "england-and-wales");
    ASSERT_DUE(computed(calendar, "2026-12-18T10:00", "5 working days"), "2026-12-29");
    for (day date = date_of("2026-12-29"); date <= date_of("2026-12-31"); date++)
        calendar_close(calendar, date, "Council closed", INSTANT_NONE);
    ASSERT_DUE(computed(calendar, "2026-12-18T10:00", "5 working days"), "2027-01-04");
}

static void the_day_of_receipt_is_not_counted_whichever_it_is(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_DUE(computed(england, "2026-07-03T00:30", "1 working day"), "2026-07-06");
    ASSERT_DUE(computed(england, "2026-07-04T12:00", "1 working day"), "2026-07-06");
    ASSERT_DUE(computed(england, "2026-07-05T12:00", "1 working day"), "2026-07-06");
    ASSERT_DUE(computed(england, "2026-07-06T20:00", "1 working day"), "2026-07-07");
}

static void what_comes_late_counts_from_the_next_working_day_if_the_calendar_says_so(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    calendar_late(england, true);
    ASSERT_DUE(computed(england, "2026-07-03T15:59:59Z", "1 working day"), "2026-07-06"); /* 16:59:59 on the wall */
    struct deadline late = computed(england, "2026-07-03T16:00:00Z", "1 working day");
    ASSERT_DUE(late, "2026-07-07");
    assert_string_equal(day_format(a, late.from, DAY_ISO), "2026-07-06");
    ASSERT_DUE(computed(england, "2026-07-04T12:00", "1 working day"), "2026-07-07");
    ASSERT_DUE(computed(england, "2026-07-06T04:00", "1 working day"), "2026-07-07");
    ASSERT_DUE(computed(england, "2026-12-25T12:00", "1 working day"), "2026-12-30");
    assert_true(calendar_hours(england, 8 * 60, 20 * 60));
    ASSERT_DUE(computed(england, "2026-07-03T16:00:00Z", "1 working day"), "2026-07-06");
}

static void a_day_is_due_until_its_end_where_the_council_is(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_ENDS(computed(england, "2026-07-06T10:00", "20 working days"), "2026-08-03T23:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-18T10:00", "5 working days"), "2026-12-30T00:00:00Z");
    ASSERT_ENDS(computed(england, "2026-10-24T10:00", "1 day"), "2026-10-26T00:00:00Z");
    /* Half past midnight on the wall is the next day already. */
    ASSERT_DUE(computed(england, "2026-07-06T23:30Z", "1 working day"), "2026-07-08");
}

static void clear_days_count_neither_the_first_nor_the_last(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_DUE(computed(england, "2026-07-06T10:00", "10 clear days"), "2026-07-17");
    ASSERT_DUE(computed(england, "2026-07-06T10:00", "10 clear working days"), "2026-07-21");
    ASSERT_DUE(computed(england, "2026-12-23T10:00", "1 clear working day"), "2026-12-29");
}

static void papers_go_out_five_clear_days_before_a_meeting(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_DUE(before(england, "2026-07-15", "5 clear days"), "2026-07-09");
    ASSERT_DUE(before(england, "2026-07-15", "5 clear working days"), "2026-07-07");
    ASSERT_DUE(before(england, "2026-07-15", "5 working days"), "2026-07-08");
    ASSERT_DUE(before(england, "2026-07-15", "2 days"), "2026-07-13");
    ASSERT_DUE(before(england, "2026-12-31", "5 clear days"), "2026-12-24"); /* the count ends on Christmas Day */
    ASSERT_DUE(before(england, "2026-07-13", "1 day"), "2026-07-10");        /* on a Sunday */
}

static void other_terms_have_no_before(void **state) {
    (void)state;
    const char *const terms[] = {"1 month", "24 hours", "4 working hours"};
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    for (size_t i = 0; i < LENGTH_OF(terms); i++) {
        struct deadline deadline;
        const char *error = NULL;
        assert_false(deadline_before(a, calendar, 0, term_of(terms[i]), &deadline, &error));
        assert_non_null(strstr(error, terms[i]));
    }
}

static void an_answer_is_due_from_the_acknowledgement(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    struct deadline acknowledge = computed(england, "2026-08-27T10:00", "5 working days");
    ASSERT_DUE(acknowledge, "2026-09-04");
    ASSERT_DUE(computed(england, "2026-09-02T10:00", "10 working days"), "2026-09-16");
}

static void days_and_months_take_no_notice_of_holidays(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_DUE(computed(england, "2026-12-18T10:00", "7 days"), "2026-12-25");
    ASSERT_DUE(computed(england, "2026-01-31T10:00", "1 month"), "2026-02-28");
    ASSERT_DUE(computed(england, "2024-01-31T10:00", "1 month"), "2024-02-29");
}

static void working_hours_run_only_while_the_office_is_open(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    ASSERT_ENDS(computed(england, "2026-12-23T10:00:30Z", "4 working hours"), "2026-12-23T14:00:30Z");
    ASSERT_ENDS(computed(england, "2026-12-23T15:00Z", "2 working hours"), "2026-12-23T17:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-24T15:00Z", "4 working hours"), "2026-12-29T11:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-23T06:00Z", "1 working hour"), "2026-12-23T10:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-23T22:00Z", "1 working hour"), "2026-12-24T10:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-26T12:00Z", "1 working hour"), "2026-12-29T10:00:00Z");
    ASSERT_ENDS(computed(england, "2026-12-22T09:00Z", "24 working hours"), "2026-12-24T17:00:00Z");
    calendar_late(england, true); /* says nothing about hours */
    ASSERT_ENDS(computed(england, "2026-12-23T22:00Z", "1 working hour"), "2026-12-24T10:00:00Z");
}

static void hours_are_sixty_minutes_whatever_clocks_do(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    struct deadline spring = computed(england, "2026-03-28T12:00Z", "24 hours");
    ASSERT_ENDS(spring, "2026-03-29T12:00:00Z");
    assert_string_equal(deadline_sentence(NULL, a, &spring), "Sat 28 March received, Sun 29 due by 13:00");
    struct deadline midnight = computed(england, "2026-07-01T19:00Z", "4 hours");
    assert_string_equal(deadline_sentence(NULL, a, &midnight), "Wed 1 July received, Wed 1 due by 24:00");
}

static void a_round_the_clock_office_works_a_23_hour_day_in_spring(void **state) {
    (void)state;
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    assert_true(calendar_weekend(calendar, 0));
    assert_true(calendar_hours(calendar, 0, 1440));
    ASSERT_ENDS(computed(calendar, "2026-03-29T00:00Z", "24 working hours"), "2026-03-30T00:00:00Z");
    ASSERT_ENDS(computed(calendar, "2026-03-29T00:00Z", "23 working hours"), "2026-03-29T23:00:00Z");
    ASSERT_DUE(computed(calendar, "2026-03-29T00:00Z", "23 working hours"), "2026-03-29");
}

static void a_clock_that_stopped_goes_on_with_what_was_left(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    struct deadline deadline = computed(england, "2026-12-18T10:00", "10 working days");
    int left = calendar_count(england, date_of("2026-12-22"), deadline.due);
    assert_int_equal(left, 8);
    ASSERT_DUE(resumed(england, "2026-12-22", left), "2027-01-06");
    ASSERT_DUE(resumed(england, "2026-12-30", left), "2027-01-12");
    ASSERT_DUE(resumed(england, "2026-12-30", 0), "2026-12-30");
    ASSERT_DUE(resumed(england, "2026-12-26", 0), "2026-12-29");
    assert_int_equal(resumed(england, "2026-12-30", left).from, date_of("2026-12-30"));
}

static void a_deadline_shows_its_working(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    struct deadline deadline = computed(england, "2026-12-21T10:00", "7 working days");
    const char *const expected[] = {"Mon 21 December received",
                                    "Tue 22",
                                    "Wed 23",
                                    "Thu 24",
                                    "Fri 25 closed: Christmas Day",
                                    "Mon 28 closed: Boxing Day (substitute day)",
                                    "Tue 29",
                                    "Wed 30",
                                    "Thu 31",
                                    "Fri 1 January closed: New Year’s Day",
                                    "Mon 4 due"};
    const char **working = deadline_working(NULL, a, &deadline);
    for (size_t i = 0; i < LENGTH_OF(expected); i++)
        assert_string_equal(working[i], expected[i]);
    assert_null(working[LENGTH_OF(expected)]);
}

static void each_step_says_what_was_counted(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    struct deadline deadline = computed(england, "2026-12-24T10:00", "2 working days");
    static const struct {
        enum step_kind kind;
        int n;
        const char *why;
    } expected[] = {{STEP_RECEIVED, 0, NULL},
                    {STEP_CLOSED, 0, "Christmas Day"},
                    {STEP_WEEKEND, 0, "Saturday"},
                    {STEP_WEEKEND, 0, "Sunday"},
                    {STEP_CLOSED, 0, "Boxing Day (substitute day)"},
                    {STEP_COUNTED, 1, NULL},
                    {STEP_DUE, 2, NULL}};
    assert_int_equal(deadline.steps.count, LENGTH_OF(expected));
    for (size_t i = 0; i < LENGTH_OF(expected); i++) {
        const struct step *step = &deadline.steps.at[i];
        assert_int_equal(step->date, date_of("2026-12-24") + (day)i);
        assert_int_equal(step->kind, expected[i].kind);
        assert_int_equal(step->n, expected[i].n);
        assert_true(text_equal(step->why, expected[i].why));
    }
}

static void the_working_says_what_came_late_before_or_again(void **state) {
    (void)state;
    struct calendar *england = calendar_of(a, "england-and-wales");
    calendar_late(england, true);
    struct deadline deadline = computed(england, "2026-12-25T10:00", "1 working day");
    assert_string_equal(deadline_sentence(NULL, a, &deadline),
                        "Fri 25 December came when closed: Christmas Day, Mon 28 closed: Boxing Day (substitute day), "
                        "Tue 29 received, Wed 30 due");
    deadline = computed(england, "2026-12-29T17:30", "1 working day");
    assert_string_equal(deadline_sentence(NULL, a, &deadline),
                        "Tue 29 December came after closing, Wed 30 received, Thu 31 due");
    deadline = before(england, "2026-12-29", "1 working day");
    assert_string_equal(deadline_sentence(NULL, a, &deadline),
                        "Tue 29 December event, Mon 28 closed: Boxing Day (substitute day), "
                        "Fri 25 closed: Christmas Day, Thu 24 due");
    deadline = resumed(england, "2026-12-29", 1);
    assert_string_equal(deadline_sentence(NULL, a, &deadline), "Tue 29 December resumed, Wed 30 due");
    deadline = computed(england, "2026-12-23T16:00", "3 working hours");
    assert_string_equal(deadline_sentence(NULL, a, &deadline), "Wed 23 December received, Thu 24 due by 11:00");
}

static void what_ends_before_a_closed_day_says_why(void **state) {
    (void)state;
    struct deadline deadline = before(calendar_of(a, "england-and-wales"), "2026-12-28", "2 clear days");
    assert_string_equal(deadline_sentence(NULL, a, &deadline),
                        "Mon 28 December event, Sun 27, Sat 26, Fri 25 closed: Christmas Day, Thu 24 due");
}

static void steps_of_working_hours_count_minutes(void **state) {
    (void)state;
    struct deadline deadline =
        computed(calendar_new(a, ZONE_LONDON), "2026-12-22T15:30Z", "12 working hours"); /* 1.5, 8 and 2.5 */
    assert_int_equal(deadline.steps.count, 3);
    assert_int_equal(deadline.steps.at[0].n, 0);
    assert_int_equal(deadline.steps.at[1].n, 9 * 60 + 30);
    assert_int_equal(deadline.steps.at[2].n, 12 * 60);
    assert_string_equal(deadline.steps.at[2].why, "11:30");
}

static void the_working_is_written_as_json(void **state) {
    (void)state;
    struct deadline deadline = computed(calendar_new(a, ZONE_LONDON), "2026-07-06T10:00", "2 working days");
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    deadline_json(a, &json, &deadline);
    assert_string_equal(buf_text(&buf), "[\"Mon 6 July received\",\"Tue 7\",\"Wed 8 due\"]");
}

static void terms_are_read_and_written(void **state) {
    (void)state;
    const char *const terms[] = {"5 working days", "1 working day", "10 clear working days", "28 days",
                                 "5 clear days",   "1 month",       "4 working hours",       "24 hours"};
    for (size_t i = 0; i < LENGTH_OF(terms); i++)
        assert_string_equal(term_format(a, term_of(terms[i])), terms[i]);
    assert_string_equal(term_format(a, term_of("20 calendar days")), "20 days");
    assert_string_equal(term_format(a, term_of("1 working days")), "1 working day");
}

static void terms_are_said_in_another_language(void **state) {
    (void)state;
    const struct language *welsh = language_find("cy");
    assert_string_equal(term_say(welsh, a, term_of("1 month")), "1 mis");
    assert_string_equal(term_say(welsh, a, term_of("2 working days")), "2 ddiwrnod gwaith");
    assert_string_equal(term_say(welsh, a, term_of("5 working days")), "5 diwrnod gwaith");
    assert_string_equal(term_say(NULL, a, term_of("24 hours")), "24 hours");
}

static void bad_terms_are_refused_with_a_sentence(void **state) {
    (void)state;
    const char *const bad[] = {"",        "5",        "working days", "five working days", "0 days",         "-1 days",
                               "07 days", "+5 days",  "5  days",      "5 days ",           "5 Working days", "5 weeks",
                               " 5 days", "3651 days"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++) {
        struct term term;
        const char *error = NULL;
        assert_false(term_parse(a, bad[i], &term, &error));
        assert_true(text_starts(error, arena_printf(a, "\"%s\" ", bad[i])));
    }
}

static void deadlines_outside_the_calendar_are_refused(void **state) {
    (void)state;
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    struct deadline deadline;
    const char *error = NULL;
    const char *const terms[] = {"2 working days", "2 days", "1 month", "40 hours", "20 working hours"};
    for (size_t i = 0; i < LENGTH_OF(terms); i++)
        assert_false(
            deadline_compute(a, calendar, instant_of("9999-12-30T12:00"), term_of(terms[i]), &deadline, &error));
    assert_false(deadline_compute(a, calendar, INSTANT_NONE, term_of("1 day"), &deadline, &error));
    assert_false(deadline_compute(a, calendar, 0, (struct term){0, TERM_DAYS}, &deadline, &error));
    assert_false(deadline_compute(a, calendar, 0, (struct term){TERM_MOST + 1, TERM_DAYS}, &deadline, &error));
    assert_false(deadline_before(a, calendar, DAY_LEAST, term_of("1 day"), &deadline, &error));
    assert_false(deadline_before(a, calendar, DAY_LEAST - 1, term_of("1 day"), &deadline, &error));
    assert_false(deadline_resume(a, calendar, DAY_MOST + 1, 1, &deadline, &error));
    assert_false(deadline_resume(a, calendar, 0, -1, &deadline, &error));
    assert_string_equal(error, "A clock resumes with 0 to 3650 days, not -1.");
}

RUN_TESTS(CLEAN_TEST(twenty_days_end_on_another_day_in_each_jurisdiction), CLEAN_TEST(christmas_is_longer_in_scotland),
          CLEAN_TEST(a_holiday_that_is_proclaimed_later_moves_the_deadline),
          CLEAN_TEST(bank_holidays_that_moved_or_were_added_are_left_out),
          CLEAN_TEST(councils_close_between_christmas_and_new_year),
          CLEAN_TEST(the_day_of_receipt_is_not_counted_whichever_it_is),
          CLEAN_TEST(what_comes_late_counts_from_the_next_working_day_if_the_calendar_says_so),
          CLEAN_TEST(a_day_is_due_until_its_end_where_the_council_is),
          CLEAN_TEST(clear_days_count_neither_the_first_nor_the_last),
          CLEAN_TEST(papers_go_out_five_clear_days_before_a_meeting), CLEAN_TEST(other_terms_have_no_before),
          CLEAN_TEST(an_answer_is_due_from_the_acknowledgement), CLEAN_TEST(days_and_months_take_no_notice_of_holidays),
          CLEAN_TEST(working_hours_run_only_while_the_office_is_open),
          CLEAN_TEST(hours_are_sixty_minutes_whatever_clocks_do),
          CLEAN_TEST(a_round_the_clock_office_works_a_23_hour_day_in_spring),
          CLEAN_TEST(a_clock_that_stopped_goes_on_with_what_was_left), CLEAN_TEST(a_deadline_shows_its_working),
          CLEAN_TEST(each_step_says_what_was_counted), CLEAN_TEST(the_working_says_what_came_late_before_or_again),
          CLEAN_TEST(what_ends_before_a_closed_day_says_why), CLEAN_TEST(steps_of_working_hours_count_minutes),
          CLEAN_TEST(the_working_is_written_as_json), CLEAN_TEST(terms_are_read_and_written),
          CLEAN_TEST(terms_are_said_in_another_language), CLEAN_TEST(bad_terms_are_refused_with_a_sentence),
          CLEAN_TEST(deadlines_outside_the_calendar_are_refused))
