#include "calendar/calendar.h"
#include "calendar/test_holidays.h"

#include "base/test.h"

static void a_date_is_read_strictly(void **state) {
    (void)state;
    day date;
    assert_true(day_parse("1970-01-01", &date));
    assert_int_equal(date, 0);
    assert_true(day_parse("0001-01-01", &date));
    assert_int_equal(date, DAY_LEAST);
    assert_true(day_parse("9999-12-31", &date));
    assert_int_equal(date, DAY_MOST);
    const char *bad[] = {"",           "2026-12-2",  "2026-12-290", "2026/12/29", "2026-13-01", "2026-00-10",
                         "2026-04-31", "2026-02-29", "1900-02-29",  "0000-12-31", "2026-01-00", "29-12-2026",
                         "2026-1a-01", "+026-12-29", " 2026-12-29", "2026-12-29 "};
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        assert_false(day_parse(bad[i], &date));
}

static void leap_years_follow_the_gregorian_rule(void **state) {
    (void)state;
    day date;
    assert_true(day_parse("2024-02-29", &date));
    assert_true(day_parse("2000-02-29", &date));
    assert_false(day_parse("2100-02-29", &date));
    assert_false(day_parse("2023-02-29", &date));
    assert_int_equal(date_of("2024-03-01") - date_of("2024-02-28"), 2);
    assert_int_equal(date_of("2100-03-01") - date_of("2100-02-28"), 1);
}

/* Counts the calendar up by hand, from the first day to the last. */
static void every_day_of_ten_thousand_years_comes_back(void **state) {
    (void)state;
    int year = 1, month = 1, day_of_month = 1;
    for (day date = DAY_LEAST; date <= DAY_MOST; date++) {
        int got_year, got_month, got_day;
        day_to_civil(date, &got_year, &got_month, &got_day);
        day back = 0;
        if (got_year != year || got_month != month || got_day != day_of_month ||
            !day_from_civil(year, month, day_of_month, &back) || back != date)
            fail_msg("day %d is not %04d-%02d-%02d but %04d-%02d-%02d", (int)date, year, month, day_of_month, got_year,
                     got_month, got_day);
        bool leap = year % 400 == 0 || (year % 100 != 0 && year % 4 == 0);
        int length = month == 2 ? 28 + leap : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        if (++day_of_month > length) {
            day_of_month = 1;
            year += month / 12;
            month = month % 12 + 1;
        }
    }
    assert_int_equal(year, 10000);
}

static void dates_are_written_for_people_and_for_machines(void **state) {
    (void)state;
    struct arena *a = arena_new();
    day eve = date_of("2026-12-24");
    assert_int_equal(day_weekday(eve), THURSDAY);
    assert_string_equal(day_format(a, eve, DAY_ISO), "2026-12-24");
    assert_string_equal(day_format(a, eve, DAY_FULL), "Thursday 24 December 2026");
    assert_string_equal(day_format(a, eve, DAY_MEDIUM), "Thu 24 December 2026");
    assert_string_equal(day_format(a, eve, DAY_MONTH), "Thu 24 December");
    assert_string_equal(day_format(a, eve, DAY_SHORT), "Thu 24");
    assert_string_equal(day_format(a, date_of("0800-02-01"), DAY_ISO), "0800-02-01");
    assert_int_equal(day_weekday(0), THURSDAY);
    assert_int_equal(day_weekday(-1), WEDNESDAY);
    assert_int_equal(day_weekday(date_of("2026-07-05")), SUNDAY);
    arena_free(&a);
}

static void a_date_that_was_kept_is_said_in_another_language(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct language *welsh = language_find("cy");
    assert_string_equal(day_say_kept(welsh, a, "Thursday 24 December 2026"), "Dydd Iau 24 Rhagfyr 2026");
    assert_string_equal(day_say_kept(NULL, a, "Thursday 24 December 2026"), "Thursday 24 December 2026");
    const char *const none[] = {"", "Thursday", "Thursday 24 Decembre 2026", "Thursday 31 June 2026", "a b c d"};
    for (size_t i = 0; i < LENGTH_OF(none); i++)
        assert_string_equal(day_say_kept(welsh, a, none[i]), none[i]);
    arena_free(&a);
}

static void a_month_later_is_the_same_day_or_the_last(void **state) {
    (void)state;
    assert_int_equal(day_add_months(date_of("2026-01-31"), 1), date_of("2026-02-28"));
    assert_int_equal(day_add_months(date_of("2024-01-31"), 1), date_of("2024-02-29"));
    assert_int_equal(day_add_months(date_of("2026-11-30"), 3), date_of("2027-02-28"));
    assert_int_equal(day_add_months(date_of("2026-12-15"), 12), date_of("2027-12-15"));
    assert_int_equal(day_add_months(date_of("2024-02-29"), 12), date_of("2025-02-28"));
    assert_int_equal(day_add_months(date_of("2026-03-31"), -1), date_of("2026-02-28"));
    assert_int_equal(day_add_months(date_of("2026-01-10"), -13), date_of("2024-12-10"));
}

static void what_is_no_date_is_taken_for_the_nearest(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(day_format(a, INT32_MIN, DAY_MEDIUM), "Mon 1 January 1");
    assert_string_equal(day_format(a, INT32_MAX, DAY_MEDIUM), "Fri 31 December 9999");
    assert_int_equal(day_add_months(DAY_LEAST, -1), DAY_LEAST);
    assert_int_equal(day_add_months(DAY_LEAST, INT32_MIN), DAY_LEAST);
    assert_int_equal(day_add_months(DAY_MOST, INT32_MAX), DAY_MOST);
    assert_int_equal(day_add_months(date_of("9998-12-31"), 12), DAY_MOST);
    arena_free(&a);
}

static void zones_go_by_name(void **state) {
    (void)state;
    enum zone zone;
    assert_true(zone_parse("Europe/London", &zone));
    assert_int_equal(zone, ZONE_LONDON);
    assert_string_equal(zone_name(zone), "Europe/London");
    assert_true(zone_parse("UTC", &zone));
    assert_int_equal(zone, ZONE_UTC);
    assert_false(zone_parse("Europe/Paris", &zone));
    assert_false(zone_parse("", &zone));
}

static void assert_local(const char *utc, const char *date, int second) {
    struct local local = zone_local(ZONE_LONDON, instant_of(utc));
    assert_int_equal(local.date, date_of(date));
    assert_int_equal(local.second, second);
}

static void clocks_change_on_the_last_sundays_of_march_and_october(void **state) {
    (void)state;
    static const char *const years[][2] = {{"1996-03-31", "1996-10-27"}, {"2000-03-26", "2000-10-29"},
                                           {"2024-03-31", "2024-10-27"}, {"2026-03-29", "2026-10-25"},
                                           {"2027-03-28", "2027-10-31"}, {"2037-03-29", "2037-10-25"}};
    for (size_t i = 0; i < LENGTH_OF(years); i++) {
        instant spring = zone_instant(ZONE_UTC, date_of(years[i][0]), 3600);
        instant autumn = zone_instant(ZONE_UTC, date_of(years[i][1]), 3600);
        assert_int_equal(zone_local(ZONE_LONDON, spring - 1).second, 3599);
        assert_int_equal(zone_local(ZONE_LONDON, spring).second, 2 * 3600);
        assert_int_equal(zone_local(ZONE_LONDON, autumn - 1).second, 2 * 3600 - 1);
        assert_int_equal(zone_local(ZONE_LONDON, autumn).second, 3600);
    }
}

static void a_summer_night_belongs_to_the_next_day(void **state) {
    (void)state;
    assert_local("2026-06-30T22:59:59Z", "2026-06-30", 86399);
    assert_local("2026-06-30T23:00:00Z", "2026-07-01", 0);
    assert_local("2026-12-31T23:59:59Z", "2026-12-31", 86399);
    assert_local("1969-12-31T23:59:59Z", "1969-12-31", 86399);
    assert_int_equal(zone_local(ZONE_UTC, instant_of("2026-06-30T23:00:00Z")).date, date_of("2026-06-30"));
}

static void times_that_clocks_skip_or_repeat_are_settled(void **state) {
    (void)state;
    day spring = date_of("2026-03-29"), autumn = date_of("2026-10-25");
    assert_int_equal(zone_instant(ZONE_LONDON, spring, 5400), instant_of("2026-03-29T01:30Z"));
    assert_int_equal(zone_instant(ZONE_LONDON, spring, 7200), instant_of("2026-03-29T01:00Z"));
    assert_int_equal(zone_instant(ZONE_LONDON, spring, 86400), instant_of("2026-03-29T23:00Z"));
    assert_int_equal(zone_instant(ZONE_LONDON, autumn, 5400), instant_of("2026-10-25T00:30Z"));
    assert_int_equal(zone_instant(ZONE_LONDON, autumn, 7200), instant_of("2026-10-25T02:00Z"));
    assert_int_equal(zone_instant(ZONE_LONDON, autumn, 86400), instant_of("2026-10-26T00:00Z"));
}

static void any_instant_has_a_local_day(void **state) {
    (void)state;
    assert_int_equal(zone_local(ZONE_LONDON, INSTANT_NONE).date, DAY_LEAST);
    assert_int_equal(zone_local(ZONE_LONDON, INT64_MAX).date, DAY_MOST);
    for (instant at = instant_of("2026-03-27T00:00Z"); at < instant_of("2026-11-02T00:00Z"); at += 1800) {
        struct local local = zone_local(ZONE_LONDON, at);
        instant back = zone_instant(ZONE_LONDON, local.date, local.second);
        bool second_time = at >= instant_of("2026-10-25T01:00Z") && at < instant_of("2026-10-25T02:00Z");
        assert_int_equal(back, second_time ? at - 3600 : at);
    }
}

static void a_month_and_a_weekday_are_said_in_another_language(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct language *welsh = language_find("cy");
    day date;
    assert_true(day_parse("2026-12-24", &date));
    assert_string_equal(month_say(NULL, a, date), "December 2026");
    assert_string_equal(month_say(welsh, a, date), "Rhagfyr 2026");
    assert_string_equal(weekday_say(NULL, day_weekday(date)), "Thursday");
    assert_string_equal(weekday_say(welsh, day_weekday(date)), "Dydd Iau");
    arena_free(&a);
}

RUN_TESTS(TEST(a_month_and_a_weekday_are_said_in_another_language), TEST(a_date_is_read_strictly),
          TEST(leap_years_follow_the_gregorian_rule), TEST(every_day_of_ten_thousand_years_comes_back),
          TEST(dates_are_written_for_people_and_for_machines), TEST(a_date_that_was_kept_is_said_in_another_language),
          TEST(a_month_later_is_the_same_day_or_the_last), TEST(what_is_no_date_is_taken_for_the_nearest),
          TEST(zones_go_by_name), TEST(clocks_change_on_the_last_sundays_of_march_and_october),
          TEST(a_summer_night_belongs_to_the_next_day), TEST(times_that_clocks_skip_or_repeat_are_settled),
          TEST(any_instant_has_a_local_day))
