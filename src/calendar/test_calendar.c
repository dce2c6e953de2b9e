#include "calendar/calendar.h"
#include "calendar/test_holidays.h"

#include "base/test.h"

static void a_new_calendar_works_monday_to_friday(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_UTC);
    assert_int_equal(calendar_zone(calendar), ZONE_UTC);
    assert_null(calendar_closed(calendar, date_of("2026-07-03")));
    assert_string_equal(calendar_closed(calendar, date_of("2026-07-04")), "Saturday");
    assert_string_equal(calendar_closed(calendar, date_of("2026-07-05")), "Sunday");
    assert_null(calendar_closed(calendar, date_of("2026-12-25")));
    arena_free(&a);
}

static void the_common_pack_has_every_bank_holiday_of_the_three_divisions(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_int_equal(close_holidays(calendar_new(a, ZONE_LONDON), "england-and-wales"), 140);
    assert_int_equal(close_holidays(calendar_new(a, ZONE_LONDON), "scotland"), 157);
    assert_int_equal(close_holidays(calendar_new(a, ZONE_LONDON), "northern-ireland"), 174);
    arena_free(&a);
}

static void bank_holidays_move_come_in_pairs_and_are_added(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *england = calendar_of(a, "england-and-wales");
    assert_null(calendar_closed(england, date_of("2020-05-04")));
    assert_string_equal(calendar_closed(england, date_of("2020-05-08")), "Early May bank holiday (VE day)");
    assert_string_equal(calendar_closed(england, date_of("2022-06-02")), "Spring bank holiday");
    assert_string_equal(calendar_closed(england, date_of("2022-06-03")), "Platinum Jubilee bank holiday");
    assert_non_null(calendar_closed(england, date_of("2022-09-19")));
    assert_non_null(calendar_closed(england, date_of("2023-05-08")));
    arena_free(&a);
}

static void substitute_days_can_come_in_the_other_order(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *england = calendar_of(a, "england-and-wales");
    assert_string_equal(calendar_closed(england, date_of("2022-12-26")), "Boxing Day");
    assert_string_equal(calendar_closed(england, date_of("2022-12-27")), "Christmas Day (substitute day)");
    assert_null(calendar_closed(england, date_of("2022-12-28")));
    arena_free(&a);
}

static void days_can_be_closed_in_any_order(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    for (day i = 0; i < 1000; i++) /* 389 and 1000 have no common factor: each once, in no order */
        calendar_close(calendar, i * 389 % 1000, arena_printf(a, "%d", (int)(i * 389 % 1000)), INSTANT_NONE);
    for (day date = 0; date < 1000; date++) {
        if (day_weekday(date) < SATURDAY)
            assert_string_equal(calendar_closed(calendar, date), arena_printf(a, "%d", (int)date));
    }
    assert_int_equal(calendar_count(calendar, -1, 999), 0);
    assert_null(calendar_closed(calendar, 1000));
    arena_free(&a);
}

static void of_two_names_the_one_that_was_known_first_stays(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    day date = date_of("2026-07-13");
    calendar_close(calendar, date, "proclaimed", 200);
    calendar_close(calendar, date, "again", 200);
    assert_string_equal(calendar_closed(calendar, date), "proclaimed");
    calendar_close(calendar, date, "earlier", 100);
    calendar_close(calendar, date, "later", 300);
    assert_string_equal(calendar_closed(calendar, date), "earlier");
    arena_free(&a);
}

static void what_was_proclaimed_later_was_not_known_before(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    day date = date_of("2026-07-13"), always = date_of("2026-07-14");
    calendar_close(calendar, date, "New holiday", 100);
    calendar_close(calendar, always, "Old holiday", INSTANT_NONE);
    assert_null(calendar_closed(calendar_as_known(a, calendar, 99), date));
    assert_string_equal(calendar_closed(calendar_as_known(a, calendar, 99), always), "Old holiday");
    assert_string_equal(calendar_closed(calendar_as_known(a, calendar, 100), date), "New holiday");
    assert_string_equal(calendar_closed(calendar, date), "New holiday");
    arena_free(&a);
}

static void a_known_calendar_is_its_own(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    day date = date_of("2026-07-13");
    calendar_close(calendar_as_known(a, calendar, 0), date, "Local holiday", INSTANT_NONE);
    assert_null(calendar_closed(calendar, date));
    arena_free(&a);
}

static void a_weekend_can_be_other_days_but_not_the_whole_week(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    assert_true(calendar_weekend(calendar, 1U << FRIDAY | 1U << SUNDAY));
    assert_string_equal(calendar_closed(calendar, date_of("2026-07-03")), "Friday");
    assert_null(calendar_closed(calendar, date_of("2026-07-04")));
    assert_false(calendar_weekend(calendar, 0x7f));
    assert_false(calendar_weekend(calendar, 0x80));
    assert_string_equal(calendar_closed(calendar, date_of("2026-07-03")), "Friday");
    assert_true(calendar_weekend(calendar, 0));
    assert_null(calendar_closed(calendar, date_of("2026-07-03")));
    arena_free(&a);
}

static void impossible_hours_are_refused(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_new(a, ZONE_LONDON);
    assert_true(calendar_hours(calendar, 0, 1440));
    assert_false(calendar_hours(calendar, -1, 60));
    assert_false(calendar_hours(calendar, 60, 60));
    assert_false(calendar_hours(calendar, 0, 1441));
    arena_free(&a);
}

static void working_days_between_two_days_are_counted(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *england = calendar_of(a, "england-and-wales");
    assert_int_equal(calendar_count(england, date_of("2026-12-18"), date_of("2026-12-29")), 5);
    assert_int_equal(calendar_count(england, date_of("2026-12-24"), date_of("2026-12-28")), 0);
    assert_int_equal(calendar_count(england, date_of("2026-12-29"), date_of("2026-12-29")), 0);
    assert_int_equal(calendar_count(england, date_of("2026-12-29"), date_of("2026-12-18")), 0);
    arena_free(&a);
}

static void counting_agrees_with_looking_at_each_day(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct calendar *calendar = calendar_of(a, "england-and-wales scotland northern-ireland");
    calendar_close(calendar, date_of("2022-06-04"), "Closed on a Saturday", INSTANT_NONE);
    for (unsigned weekend = 0; weekend < 0x7f; weekend += 9) {
        assert_true(calendar_weekend(calendar, weekend));
        for (day after = date_of("2022-05-20"); after < date_of("2022-06-20"); after++) {
            int count = 0;
            for (day to = after + 1; to < after + 300; to++) {
                count += calendar_closed(calendar, to) == NULL;
                assert_int_equal(calendar_count(calendar, after, to), count);
            }
        }
    }
    arena_free(&a);
}

RUN_TESTS(TEST(a_new_calendar_works_monday_to_friday),
          TEST(the_common_pack_has_every_bank_holiday_of_the_three_divisions),
          TEST(bank_holidays_move_come_in_pairs_and_are_added), TEST(substitute_days_can_come_in_the_other_order),
          TEST(days_can_be_closed_in_any_order), TEST(of_two_names_the_one_that_was_known_first_stays),
          TEST(what_was_proclaimed_later_was_not_known_before), TEST(a_known_calendar_is_its_own),
          TEST(a_weekend_can_be_other_days_but_not_the_whole_week), TEST(impossible_hours_are_refused),
          TEST(working_days_between_two_days_are_counted), TEST(counting_agrees_with_looking_at_each_day))
