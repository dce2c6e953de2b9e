/* Forms whose fields name people, places and times, without a script. */
#include "pack/test_kinds.h"
#include "web/test_browser.h"

static int begin(void **state) {
    return browser_begin_under(kinds_pack, state);
}

#define MATTER "&about=olu&places.2=docks&meeting-day=29&meeting-month=12&meeting-year=2026&rule=2"

static void the_form_has_boxes_for_several_things_and_four_inputs_for_a_time(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_int_equal(get(browser, "/start/matter"), 200);
    expect_text(browser, "name=\"places.1\"");
    expect_text(browser, "value=\"docks\"");
    expect_text(browser, "name=\"meeting-time\"");
    expect_text(browser, "Time, such as 14:30");
    expect_text(browser, "2: Not to oneself.");
}

static void what_was_ticked_and_written_is_checked_and_sent(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/matter");
    assert_int_equal(
        post(browser, "/start/matter/check", with_token(browser, MATTER "&places.1=mill-lane&meeting-time=9.05")), 200);
    expect_text(browser, "The Docks\nMill Lane");
    expect_text(browser, "Tuesday 29 December 2026 at 09:05");
    expect_text(browser, "name=\"places.2\"");
    assert_int_equal(post(browser, "/start/matter", with_token(browser, MATTER "&meeting-time=14:30")), 303);
    assert_int_equal(get(browser, header(browser, "Location")), 200);
    expect_text(browser, "Tuesday 29 December 2026 at 14:30");
    expect_text(browser, ", 14:30</time> to 16:00</strong>");
}

static void a_time_that_is_none_is_an_error_beside_it_and_what_was_ticked_is_kept(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/matter");
    assert_int_equal(post(browser, "/start/matter/check", with_token(browser, MATTER "&meeting-time=noon")), 422);
    expect_text(browser, "href=\"#meeting-day\"");
    expect_text(browser, "Enter a real date, and a time such as 14:30");
    expect_text(browser, "value=\"noon\"");
    expect_text(browser, "value=\"docks\" checked");
    expect_no_text(browser, "value=\"mill-lane\" checked");
}

#define KINDS_TEST(test) cmocka_unit_test_setup_teardown(test, begin, browser_end)
RUN_TESTS(KINDS_TEST(the_form_has_boxes_for_several_things_and_four_inputs_for_a_time),
          KINDS_TEST(what_was_ticked_and_written_is_checked_and_sent),
          KINDS_TEST(a_time_that_is_none_is_an_error_beside_it_and_what_was_ticked_is_kept))
