/* Pages that show time: how long it is to a day or since one, a duty's clock, a month of what falls due, and what
 * became of a month's requests. */
#include "web/test_browser.h"

static const char *ask_service(struct browser *browser) {
    struct result sent = test_open(browser->council, "alex", "enquiry", NULL, "service", "housing", "for", "myself",
                                   "subject", "Damp", "question", "How many?", "purpose", "council", NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return arena_printf(browser->a, "/records/%s", sent.ref);
}

static void look(struct browser *browser, const char *time, const char *path) {
    if (time != NULL)
        test_clock_to(browser->council, time);
    assert_int_equal(get(browser, path), 200);
}

static void a_duty_says_how_long_it_is_to_its_day_and_draws_that(void **state) {
    struct browser *browser = *state;
    const char *record = ask_service(browser);
    sign_in(browser, "hana");
    look(browser, NULL, record);
    expect_text(browser, "<time datetime=\"2026-12-29\">Tuesday 29 December 2026</time>");
    expect_text(browser, ">5 working days left</div>");
    expect_text(browser, "aria-labelledby=\"clock-1-title clock-1-text\"");
    expect_text(browser, ">From Fri 18 December; due Tue 29 December. 5 working days left.</desc>");
    expect_no_text(browser, "comity-days__late");
    look(browser, "2026-12-24T10:00", record);
    expect_text(browser, ">1 working day left</div>");
    look(browser, "2026-12-29T10:00", record);
    expect_no_text(browser, "working day");
    expect_text(browser, ">From Fri 18 December; due Tue 29 December.</desc>");
    look(browser, "2026-12-31T10:00", record);
    expect_text(browser, ">2 working days late</div>");
    expect_text(browser, "comity-days__late");
    look(browser, NULL, "/duties");
    expect_text(browser, ">2 working days late</div>");
}

static void what_was_met_says_how_early_it_was(void **state) {
    struct browser *browser = *state;
    const char *record = ask_service(browser), *ref = strrchr(record, '/') + 1;
    sign_in(browser, "alex");
    look(browser, "2026-12-22T10:00", record);
    expect_no_text(browser, "What was due before");
    assert_int_equal(test_use(browser->council, "hana", ref, "answer", "answer", "Four.", NULL).kind, RESULT_DONE);
    look(browser, "2026-12-30T10:00", record);
    expect_text(browser, "What was due before");
    expect_text(browser, "<time datetime=\"2026-12-22\">Tuesday 22 December 2026</time>, 3 working days early");
    expect_text(browser, "due Tue 29 December. 3 working days early.</desc>");
}

static void what_happened_says_for_a_week_how_long_ago_it_was(void **state) {
    struct browser *browser = *state;
    const char *record = ask_service(browser);
    sign_in(browser, "alex");
    look(browser, NULL, record);
    expect_text(browser, "Fri 18 December 2026, 10:00 (just now)</time>");
    look(browser, "2026-12-18T10:01", record);
    expect_text(browser, "10:00 (1 minute ago)</time>");
    look(browser, "2026-12-18T12:59", record);
    expect_text(browser, "10:00 (2 hours ago)</time>");
    look(browser, "2026-12-19T09:00", record);
    expect_text(browser, "10:00 (yesterday)</time>");
    look(browser, "2026-12-24T23:00", record);
    expect_text(browser, "10:00 (6 days ago)</time>");
    look(browser, "2026-12-25T00:00", record);
    expect_text(browser, "Fri 18 December 2026, 10:00</time>");
}

static void a_month_has_what_falls_due_and_its_file_no_word_of_it(void **state) {
    struct browser *browser = *state;
    const char *record = ask_service(browser), *ref = strrchr(record, '/') + 1;
    sign_in(browser, "hana");
    look(browser, NULL, "/calendar");
    expect_text(browser, "December 2026</h1>");
    expect_text(browser, arena_printf(browser->a, "href=\"%s\">Damp</a>", record));
    expect_text(browser, "Closed: Christmas Day");
    expect_text(browser, "href=\"/calendar?month=2027-01\"");
    look(browser, NULL, "/calendar?month=2027-01");
    expect_no_text(browser, "Damp");
    expect_text(browser, "You owe nothing in this month");
    look(browser, NULL, "/calendar.ics");
    expect_text(browser, arena_printf(browser->a, "SUMMARY:Due: Enquiry %s\r\n", ref));
    expect_no_text(browser, "Damp");
    static const char *const none[] = {"/calendar?month=2026-13", "/calendar?month=never", "/calendar?month=2028-01",
                                       "/calendar?month=2025-11"};
    for (size_t i = 0; i < LENGTH_OF(none); i++)
        assert_int_equal(get(browser, none[i]), 404);
    sign_in(browser, "bo");
    look(browser, NULL, "/calendar");
    expect_no_text(browser, "Damp");
}

static void a_services_page_counts_what_its_reader_sees_of_a_month(void **state) {
    struct browser *browser = *state;
    ask_service(browser);
    sign_in(browser, "hana");
    look(browser, NULL, "/services/housing");
    expect_text(browser, "Requests that you can see, opened in December 2026");
    expect_text(browser, ">Mon 14 – Sun 20 December</text>");
    look(browser, NULL, "/services/housing?month=2026-11");
    expect_text(browser, "There are none.");
    assert_int_equal(get(browser, "/services/housing?month=2027-01"), 404);
    sign_in(browser, "bo");
    look(browser, NULL, "/services/housing");
    expect_no_text(browser, "<svg role=\"img\"");
}

RUN_TESTS(PAGE_TEST(a_duty_says_how_long_it_is_to_its_day_and_draws_that),
          PAGE_TEST(what_was_met_says_how_early_it_was), PAGE_TEST(what_happened_says_for_a_week_how_long_ago_it_was),
          PAGE_TEST(a_month_has_what_falls_due_and_its_file_no_word_of_it),
          PAGE_TEST(a_services_page_counts_what_its_reader_sees_of_a_month))
