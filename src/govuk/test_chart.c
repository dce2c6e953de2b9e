#include "govuk/chart.h"

#include <stdlib.h>

#include "base/test.h"

static size_t count_of(const char *svg, const char *piece) {
    size_t count = 0;
    for (const char *at = svg; (at = strstr(at, piece)) != NULL; at += strlen(piece))
        count++;
    return count;
}

/* ---- bars */

static const char *bars(struct arena *a, const struct chart_bar *at, size_t count, const char *const *parts,
                        size_t part_count) {
    struct html out = HTML_IN(a);
    chart_bars(&out, &(struct chart_bars){.id = "c",
                                          .title = "Requests",
                                          .description = "From <few>",
                                          .parts = parts,
                                          .part_count = part_count,
                                          .bars = at,
                                          .bar_count = count});
    return buf_text(&out.buf);
}

static int width_at(const char *svg, size_t bar) {
    const char *at = svg;
    for (size_t i = 0; i <= bar; i++)
        at = strstr(at, "<rect ") + 1;
    return (int)strtol(strstr(at, " width=\"") + strlen(" width=\""), NULL, 10);
}

static void a_bar_is_as_long_as_its_figure_and_says_it(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct chart_bar at[] = {{.label = "Green & Blue", .parts = {10}}, {.label = "Red", .parts = {5}}};
    const char *svg = bars(a, at, LENGTH_OF(at), NULL, 1);
    assert_non_null(strstr(svg, "role=\"img\""));
    assert_non_null(strstr(svg, "<title id=\"c-title\">Requests</title><desc id=\"c-text\">From &lt;few&gt;</desc>"));
    assert_non_null(strstr(svg, ">Green &amp; Blue</text>"));
    assert_non_null(strstr(svg, ">10</text>"));
    assert_int_equal(width_at(svg, 0), 240);
    assert_int_equal(width_at(svg, 1), 120);
    arena_free(&a);
}

static void the_parts_of_a_bar_add_up_and_have_a_key(void **state) {
    (void)state;
    struct arena *a = arena_new();
    static const char *const parts[] = {"In time", "Late", "Open"};
    const struct chart_bar at[] = {{.label = "One", .parts = {2, 1, 1}}};
    const char *svg = bars(a, at, 1, parts, LENGTH_OF(parts));
    assert_int_equal(count_of(svg, "<rect "), 6); /* a key of three */
    assert_non_null(strstr(svg, ">Late</text>"));
    assert_int_equal(width_at(svg, 3) + width_at(svg, 4) + width_at(svg, 5), 240);
    assert_non_null(strstr(svg, ">4</text>"));
    arena_free(&a);
}

static void what_has_no_figure_has_no_bar_and_says_why(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct chart_bar at[] = {{.label = "One", .parts = {500}, .instead = "fewer than 3"},
                                   {.label = "None", .parts = {0}},
                                   {.label = "Little", .parts = {1}},
                                   {.label = "Much", .parts = {1000}}};
    const char *svg = bars(a, at, LENGTH_OF(at), NULL, 1);
    assert_non_null(strstr(svg, ">fewer than 3</text>"));
    assert_null(strstr(svg, ">500</text>"));
    assert_int_equal(count_of(svg, "<rect "), 2);
    assert_int_equal(width_at(svg, 0), 1);
    assert_non_null(strstr(svg, ">0</text>"));
    arena_free(&a);
}

static void a_long_label_takes_lines_and_the_picture_is_as_high(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct chart_bar brief = {.label = "Short"},
                           lengthy = {.label = "A question with so many words that they do not fit into one line"};
    const char *low = bars(a, &brief, 1, NULL, 1), *high = bars(a, &lengthy, 1, NULL, 1);
    assert_non_null(strstr(low, "height=\"46\""));
    assert_non_null(strstr(high, "height=\"64\""));
    assert_int_equal(count_of(high, "</text>"), 3);
    arena_free(&a);
}

/* ---- days */

static const char *days(struct arena *a, const struct chart_days *chart) {
    struct html out = HTML_IN(a);
    chart_days(&out, chart);
    return buf_text(&out.buf);
}

/* How many boxes a path of that look has. */
static size_t boxes(struct arena *a, const char *svg, const char *look) {
    const char *at = strstr(svg, arena_printf(a, "<path %s d=\"", look));
    assert_non_null(at);
    return count_of(arena_strndup(a, at, strcspn(at, ">")), "z");
}

#define OVER "fill=\"currentColor\""
#define NOW "fill=\"currentColor\" fill-opacity=\".4\" stroke=\"currentColor\""
#define TO_COME "fill=\"none\" stroke=\"currentColor\""

/* Thursday to the Tuesday after next, with two weekends. */
static const enum chart_day fortnight[] = {
    CHART_DAY_UNCOUNTED, CHART_DAY_COUNTED, CHART_DAY_UNCOUNTED, CHART_DAY_UNCOUNTED, CHART_DAY_COUNTED,
    CHART_DAY_PAUSED,    CHART_DAY_COUNTED, CHART_DAY_COUNTED,   CHART_DAY_COUNTED,   CHART_DAY_UNCOUNTED,
    CHART_DAY_UNCOUNTED, CHART_DAY_COUNTED, CHART_DAY_COUNTED};
static const bool marked[LENGTH_OF(fortnight)] = {[0] = true, [5] = true};
#define FORTNIGHT                                                                                                      \
    .id = "d", .title = "Time", .description = "2 < 3", .days = fortnight, .marked = marked,                           \
    .count = LENGTH_OF(fortnight), .first_label = "Thu 3", .due_label = "Tue 15"

static void days_are_over_now_or_to_come(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = days(a, &(struct chart_days){FORTNIGHT, .due = 12, .now = 6, .now_label = "Today"});
    assert_non_null(strstr(svg, "<desc id=\"d-text\">2 &lt; 3</desc>"));
    assert_int_equal(boxes(a, svg, OVER), 2);
    assert_int_equal(boxes(a, svg, NOW), 1);
    assert_int_equal(boxes(a, svg, TO_COME), 4);
    assert_non_null(strstr(svg, ">Today</text>"));
    assert_int_equal(count_of(svg, "h0"), 2);
    assert_null(strstr(svg, "__late"));
    arena_free(&a);
}

static void days_after_the_last_one_in_time_are_late(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = days(a, &(struct chart_days){FORTNIGHT, .due = 7, .now = 99});
    assert_int_equal(boxes(a, strstr(svg, "__late"), OVER), 3);
    assert_int_equal(boxes(a, svg, OVER), 4);
    assert_int_equal(boxes(a, svg, TO_COME), 0);
    arena_free(&a);
}

static void what_has_ended_has_no_day_that_is_now(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = days(a, &(struct chart_days){FORTNIGHT, .due = 12, .now = 6});
    assert_int_equal(boxes(a, svg, NOW), 0);
    assert_int_equal(boxes(a, svg, TO_COME), 5);
    arena_free(&a);
}

static void a_day_alone_and_the_most_days_are_drawn_within_the_picture(void **state) {
    (void)state;
    struct arena *a = arena_new();
    enum chart_day many[CHART_DAYS_MOST] = {0};
    bool happened[CHART_DAYS_MOST] = {0};
    struct chart_days chart = {.id = "d",
                               .days = many,
                               .marked = happened,
                               .count = 1,
                               .now_label = "Today",
                               .first_label = "",
                               .due_label = ""};
    assert_non_null(strstr(days(a, &chart), "M0 24h279v16h-279z"));
    chart.count = CHART_DAYS_MOST;
    chart.due = CHART_DAYS_MOST - 1;
    assert_int_equal(boxes(a, days(a, &chart), TO_COME), CHART_DAYS_MOST - 1);
    assert_non_null(strstr(days(a, &chart), "M276 24h3v16h-3z"));
    arena_free(&a);
}

RUN_TESTS(TEST(a_bar_is_as_long_as_its_figure_and_says_it), TEST(the_parts_of_a_bar_add_up_and_have_a_key),
          TEST(what_has_no_figure_has_no_bar_and_says_why), TEST(a_long_label_takes_lines_and_the_picture_is_as_high),
          TEST(days_are_over_now_or_to_come), TEST(days_after_the_last_one_in_time_are_late),
          TEST(what_has_ended_has_no_day_that_is_now), TEST(a_day_alone_and_the_most_days_are_drawn_within_the_picture))
