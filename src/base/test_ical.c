#include "base/base.h"
#include "base/test.h"

static const char *written_until(struct arena *a, const char *summary, instant end) {
    struct buf out = {.arena = a};
    ical_event(&out, &(struct ical_event){.uid = "APT-7QK4-2M9D@exampleton",
                                          .summary = summary,
                                          .stamp = INT64_C(1797588000),
                                          .start = INT64_C(1797847200),
                                          .end = end});
    return buf_text(&out);
}

static const char *written(struct arena *a, const char *summary) {
    return written_until(a, summary, INT64_C(1797849000));
}

static void an_event_is_written_line_by_line(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_string_equal(written(a, "Appointment"),
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Comity//Member Contact Centre//EN\r\n"
                        "BEGIN:VEVENT\r\nUID:APT-7QK4-2M9D@exampleton\r\nDTSTAMP:20261218T100000Z\r\n"
                        "DTSTART:20261221T100000Z\r\nDTEND:20261221T103000Z\r\nSUMMARY:Appointment\r\n"
                        "END:VEVENT\r\nEND:VCALENDAR\r\n");
    arena_free(&a);
}

static void a_day_is_all_of_it_and_events_stand_in_one_calendar(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct buf out = {.arena = a};
    const struct ical_event due = {.uid = "1", .summary = "Due", .stamp = INT64_C(1797588000), .day = "2026-12-21"};
    ical_begin(&out);
    ical_add(&out, &due);
    ical_add(&out, &due);
    ical_end(&out);
    const char *first = strstr(buf_text(&out), "DTSTART;VALUE=DATE:20261221\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Due\r\n");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "DTSTART;VALUE=DATE"));
    assert_null(strstr(first, "DTEND"));
    assert_string_equal(strstr(strstr(first, "END:VEVENT") + 1, "END:VEVENT"), "END:VEVENT\r\nEND:VCALENDAR\r\n");
    arena_free(&a);
}

static void of_an_end_that_nobody_knows_nothing_is_said(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *event = written_until(a, "Appointment", INSTANT_NONE);
    assert_non_null(strstr(event, "DTSTART:20261221T100000Z\r\nSUMMARY:"));
    assert_null(strstr(event, "DTEND"));
    arena_free(&a);
}

static void what_means_something_in_a_text_is_escaped(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_non_null(strstr(written(a, "a;b,c\\d"), "SUMMARY:a\\;b\\,c\\\\d\r\n"));
    /* a line break can begin no property of its own */
    assert_non_null(strstr(written(a, "a\r\nATTENDEE:mailto:x"), "SUMMARY:a\\nATTENDEE:mailto:x\r\n"));
    assert_non_null(strstr(written(a, "a\tb\x01"
                                      "c"),
                           "SUMMARY:abc\r\n"));
    arena_free(&a);
}

static void a_long_line_is_folded_between_characters(void **state) {
    (void)state;
    struct arena *a = arena_new();
    for (size_t before = 50; before < 80; before++) {
        struct buf summary = {.arena = a};
        for (size_t i = 0; i < before; i++)
            buf_addc(&summary, 'a');
        for (size_t i = 0; i < 60; i++)
            buf_adds(&summary, "é€");
        char **lines = text_split(a, written(a, buf_text(&summary)), '\n');
        struct buf unfolded = {.arena = a};
        for (size_t i = 0; lines[i][0] != '\0'; i++) {
            size_t length = strlen(lines[i]) - 1; /* without the carriage return */
            assert_true(length <= 75);
            assert_true(text_is_utf8(lines[i], length));
            if (lines[i][0] == ' ')
                buf_add(&unfolded, lines[i] + 1, length - 1);
            else if (text_starts(lines[i], "SUMMARY:"))
                buf_add(&unfolded, lines[i] + strlen("SUMMARY:"), length - strlen("SUMMARY:"));
        }
        assert_string_equal(buf_text(&unfolded), buf_text(&summary));
    }
    arena_free(&a);
}

RUN_TESTS(TEST(an_event_is_written_line_by_line), TEST(a_day_is_all_of_it_and_events_stand_in_one_calendar),
          TEST(of_an_end_that_nobody_knows_nothing_is_said), TEST(what_means_something_in_a_text_is_escaped),
          TEST(a_long_line_is_folded_between_characters))
