/* The days of a duty's clock, and what somebody has on the days of a month. */
#include "sight/test_world.h"

/* ---- a clock ---- */

static const struct view_duty *named(const struct view_duty *duties, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(duties[i].name, name) == 0)
            return &duties[i];
    fail_msg("there is no duty %s", name);
    return NULL;
}

static const struct view_duty *respond(struct test_council *council, const char *person, const char *ref) {
    const struct view_record *view = look_record(council, person, ref);
    return named(view->duties.at, view->duties.count, "respond");
}

/* A letter for each day: Counted, Uncounted, Paused; in capitals where something happened. */
static const char *days_of(struct test_council *council, const struct view_duty *duty) {
    char *days = arena_alloc(council->a, duty->clock.count + 1);
    for (size_t i = 0; i < duty->clock.count; i++)
        days[i] = (duty->clock.marked[i] ? "CUP" : "cup")[duty->clock.days[i]];
    return days;
}

static void a_clock_counts_working_days_after_that_of_receipt(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    const struct view_duty *duty = respond(council, "alex", ref);
    assert_string_equal(days_of(council, duty), "Uuuccccuuuuc"); /* Friday 18th to Tuesday 29th, with Christmas */
    assert_int_equal(duty->left, 5);
    test_clock_to(council, "2026-12-23T12:00");
    assert_int_equal(respond(council, "alex", ref)->left, 2);
    test_clock_to(council, "2026-12-31T12:00");
    duty = respond(council, "hana", ref);
    assert_int_equal(duty->left, -2);
    assert_string_equal(days_of(council, duty), "UuuccccuuuuccC"); /* that it was missed was noted then */
}

static void a_clock_shows_a_pause_and_what_is_left_while_it_lasts(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    test_clock_to(council, "2026-12-21T12:00");
    USE(council, "hana", ref, "ask-back", "asked", "Which homes?");
    const struct view_duty *duty = respond(council, "hana", ref);
    assert_true(duty->paused);
    assert_int_equal(duty->left, 4);
    assert_int_equal(duty->clock.count, 0);
    test_clock_to(council, "2026-12-23T12:00");
    USE(council, "alex", ref, "reply", "reply", "All of them.");
    duty = respond(council, "hana", ref);
    assert_string_equal(days_of(council, duty), "UuuCpPcuuuuccc");
    assert_int_equal(duty->left, 4);
}

static void an_event_that_one_may_not_see_marks_no_day(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    test_clock_to(council, "2026-12-21T12:00");
    USE(council, "hana", ref, "reassign", "to", "olu", "note", "Mind the tenant in number nine");
    assert_string_equal(days_of(council, respond(council, "alex", ref)), "Uuuccccuuuuc");
    assert_string_equal(days_of(council, respond(council, "hana", ref)), "UuuCcccuuuuc");
}

static void what_was_met_stays_with_the_day_on_which_it_was(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    test_clock_to(council, "2026-12-22T12:00");
    assert_int_equal(look_record(council, "alex", ref)->met.count, 0);
    USE(council, "hana", ref, "answer", "answer", "Forty.");
    test_clock_to(council, "2026-12-24T12:00");
    const struct view_record *view = look_record(council, "alex", ref);
    const struct view_duty *duty = named(view->met.at, view->met.count, "respond");
    assert_string_equal(instant_format(council->a, duty->ended_at), "2026-12-22T12:00:00Z");
    assert_int_equal(duty->left, 3);
    assert_false(duty->missed);
    assert_string_equal(days_of(council, duty), "UuucCccuuuuc");
    assert_string_equal(duty->bearer, "Head of Housing (Hana Ito)");
}

/* ---- a month ---- */

static struct view_days days_seen(struct test_council *council, const char *person, const char *from, const char *to) {
    struct view_days days;
    day first, last;
    assert_true(day_parse(from, &first));
    assert_true(day_parse(to, &last));
    struct sight sight = look_begin(council, person);
    assert_true(sight_days(&sight, first, last, &days));
    look_end(&sight);
    return days;
}

static void days_have_what_is_due_on_them_and_why_they_are_closed(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    struct view_days days = days_seen(council, "hana", "2026-12-29", "2026-12-29");
    assert_int_equal(days.duties.count, 1);
    assert_string_equal(days.duties.at[0].ref, ref);
    assert_string_equal(days.duties.at[0].record_title, "Damp");
    assert_int_equal(days.duties.at[0].left, 5);
    assert_int_equal(days_seen(council, "hana", "2026-12-01", "2026-12-28").duties.count, 0);
    assert_int_equal(days_seen(council, "hana", "2026-12-30", "2027-12-30").duties.count, 0);
    assert_int_equal(days_seen(council, "alex", "2026-12-29", "2026-12-29").duties.count, 0);
    days = days_seen(council, "alex", "2026-12-24", "2026-12-26");
    assert_null(days.closed[0]);
    assert_string_equal(days.closed[1], "Christmas Day");
    assert_string_equal(days.closed[2], "Saturday");
}

static const char *offer(struct test_council *council) {
    struct result offered = test_open(council, "hana", "offered-time", NULL, "at", "2026-12-29T14:00", "minutes", "30",
                                      "place", "Room 4", NULL);
    assert_int_equal(offered.kind, RESULT_DONE);
    return offered.ref;
}

static void an_appointment_is_in_the_calendars_of_those_who_have_it(void **state) {
    struct test_council *council = *state;
    const char *time = offer(council);
    struct view_days days = days_seen(council, "hana", "2026-12-29", "2026-12-29");
    assert_int_equal(days.taking.count, 1);
    assert_string_equal(days.taking.at[0].ref, time);
    struct result booked = test_open(council, "alex", "appointment", NULL, "time", time, "purpose", "council",
                                     "subject", "The depot", "matter", "What it would bring.", NULL);
    assert_int_equal(booked.kind, RESULT_DONE);
    days = days_seen(council, "alex", "2026-12-29", "2026-12-29"); /* the offer itself is everybody's */
    assert_int_equal(days.taking.count, 1);
    assert_string_equal(days.taking.at[0].ref, booked.ref);
    assert_string_equal(days.taking.at[0].title, "The depot");
    assert_string_equal(instant_format(council->a, days.taking.at[0].at), "2026-12-29T14:00:00Z");
    assert_int_equal(days_seen(council, "hana", "2026-12-29", "2026-12-29").taking.count, 2);
    assert_int_equal(days_seen(council, "bo", "2026-12-01", "2027-01-31").taking.count, 0);
    assert_int_equal(days_seen(council, "alex", "2026-12-30", "2027-01-31").taking.count, 0);
    USE(council, "alex", booked.ref, "withdraw");
    assert_int_equal(days_seen(council, "alex", "2026-12-29", "2026-12-29").taking.count, 0);
}

static void a_calendar_entry_says_what_kind_of_business_it_is_and_no_more(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    offer(council);
    struct view_days days = days_seen(council, "hana", "2026-12-29", "2026-12-29");
    struct sight sight = look_begin(council, "hana");
    struct ical_event due, taking;
    sight_duty_event(&sight, &days.duties.at[0], &due);
    sight_taking_event(&sight, &days.taking.at[0], &taking);
    assert_string_equal(due.summary, arena_printf(council->a, "Due: Enquiry %s", ref));
    assert_string_equal(due.day, "2026-12-29");
    assert_string_equal(taking.summary, arena_printf(council->a, "Offered time %s", days.taking.at[0].ref));
    assert_null(taking.day);
    look_end(&sight);
}

/* ---- a service's month ---- */

static struct view_service_month month_seen(struct test_council *council, const char *person, const char *service) {
    struct view_service_month month;
    day first;
    assert_true(day_parse("2026-12-01", &first));
    struct sight sight = look_begin(council, person);
    assert_true(sight_service_month(&sight, service, first, &month));
    look_end(&sight);
    return month;
}

static void a_services_month_has_weeks_with_what_became_of_requests(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "Damp", "How many homes?");
    ask(council, "bo", "Mould", "How much?");
    test_clock_to(council, "2026-12-22T12:00");
    USE(council, "hana", first, "answer", "answer", "Forty.");
    ask(council, "alex", "Lifts", "How many?");
    test_clock_to(council, "2026-12-30T12:00"); /* what bo asked has become late */
    struct view_service_month month = month_seen(council, "hana", "housing");
    assert_int_equal(month.week_count, 5);
    assert_string_equal(day_format(council->a, month.weeks[0].from, DAY_ISO), "2026-12-01");
    assert_string_equal(day_format(council->a, month.weeks[0].to, DAY_ISO), "2026-12-06");
    assert_string_equal(day_format(council->a, month.weeks[4].to, DAY_ISO), "2026-12-31");
    assert_int_equal(month.requests, 3);
    assert_int_equal(month.weeks[2].in_time, 1);
    assert_int_equal(month.weeks[2].late, 1);
    assert_int_equal(month.weeks[2].waiting, 0);
    assert_int_equal(month.weeks[3].waiting, 1);
    assert_int_equal(month_seen(council, "hana", "roads").requests, 0);
}

static void a_services_month_counts_what_its_viewer_sees_and_no_more(void **state) {
    struct test_council *council = *state;
    ask(council, "alex", "Damp", "How many homes?");
    const struct view_service_month alone = month_seen(council, "alex", "housing");
    ask(council, "bo", "Mould", "How much?");
    const struct view_service_month beside = month_seen(council, "alex", "housing");
    assert_int_equal(alone.requests, 1);
    assert_memory_equal(&alone, &beside, sizeof(alone));
    assert_int_equal(month_seen(council, "ravi", "housing").requests, 0);
}

RUN_TESTS(IN_NORTHAMPTON(a_clock_counts_working_days_after_that_of_receipt),
          IN_NORTHAMPTON(a_clock_shows_a_pause_and_what_is_left_while_it_lasts),
          IN_NORTHAMPTON(an_event_that_one_may_not_see_marks_no_day),
          IN_NORTHAMPTON(what_was_met_stays_with_the_day_on_which_it_was),
          IN_NORTHAMPTON(days_have_what_is_due_on_them_and_why_they_are_closed),
          IN_NORTHAMPTON(an_appointment_is_in_the_calendars_of_those_who_have_it),
          IN_NORTHAMPTON(a_calendar_entry_says_what_kind_of_business_it_is_and_no_more),
          IN_NORTHAMPTON(a_services_month_has_weeks_with_what_became_of_requests),
          IN_NORTHAMPTON(a_services_month_counts_what_its_viewer_sees_and_no_more))
