#include "govuk/diagram.h"

#include <stdlib.h>

#include "base/test.h"

static const struct diagram_box boxes[] = {
    {"Open", false},   {"Asked", false}, {"A name with quite some words & signs", false},
    {"Paused", false}, {"Late", false},  {"Closed", true}};
static const struct diagram_arrow arrows[] = {{0, 1, "1"}, {0, 2, "2"}, {0, 3, "3"}, {0, 4, "4"},
                                              {4, 0, "5"}, {1, 5, "6"}, {1, 2, "7"}, {5, 0, "8"}};

static const char *drawn(struct arena *a, bool alone) {
    struct html out = HTML_IN(a);
    diagram_draw(&out, &(struct diagram){.id = "d",
                                         .title = "States",
                                         .description = "From <open>",
                                         .boxes = boxes,
                                         .box_count = LENGTH_OF(boxes),
                                         .arrows = arrows,
                                         .arrow_count = LENGTH_OF(arrows),
                                         .alone = alone});
    return buf_text(&out.buf);
}

/* The number behind a name, from a place on. */
static int number_of(const char *at, const char *name) {
    const char *found = strstr(at, name);
    assert_non_null(found);
    return (int)strtol(found + strlen(name), NULL, 10);
}

struct box {
    int x, y;
};

/* The frames of boxes, without the inner ones of ends. */
static size_t frames(const char *svg, struct box *found) {
    size_t count = 0;
    for (const char *at = svg; (at = strstr(at, "<rect fill=\"none\"")) != NULL; at++) {
        if (number_of(at, " width=\"") == 200)
            found[count++] = (struct box){number_of(at, " x=\""), number_of(at, " y=\"")};
    }
    return count;
}

static void what_it_shows_is_said_and_escaped(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = drawn(a, false);
    assert_non_null(strstr(svg, "role=\"img\""));
    assert_non_null(strstr(svg, "aria-labelledby=\"d-title d-text\""));
    assert_non_null(strstr(svg, "<title id=\"d-title\">States</title><desc id=\"d-text\">From &lt;open&gt;</desc>"));
    assert_non_null(strstr(svg, ">words &amp; signs</text>"));
    arena_free(&a);
}

static void only_a_file_of_its_own_brings_its_colours(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_null(strstr(drawn(a, false), "<style"));
    assert_non_null(strstr(drawn(a, true), "<style>svg{color-scheme:light dark"));
    arena_free(&a);
}

static void no_box_lies_on_another_and_all_lie_inside(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = drawn(a, false);
    struct box found[2 * LENGTH_OF(boxes)];
    int width = number_of(svg, "viewBox=\"0 0 "), height = number_of(svg, arena_printf(a, "viewBox=\"0 0 %d ", width));
    size_t count = frames(svg, found);
    assert_int_equal(count, LENGTH_OF(boxes));
    for (size_t i = 0; i < count; i++) {
        assert_true(found[i].x >= 0 && found[i].x + 200 <= width && found[i].y >= 0 && found[i].y + 56 <= height);
        for (size_t k = 0; k < i; k++)
            assert_true(abs(found[i].x - found[k].x) >= 200 || abs(found[i].y - found[k].y) >= 56);
    }
    arena_free(&a);
}

static void the_beginning_is_above_and_ends_are_below(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct box found[2 * LENGTH_OF(boxes)];
    size_t count = frames(drawn(a, false), found);
    for (size_t i = 1; i + 1 < count; i++)
        assert_true(found[i].y > found[0].y && found[i].y < found[count - 1].y);
    arena_free(&a);
}

static void each_arrow_is_drawn_with_its_label(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *svg = drawn(a, false);
    size_t count = 0;
    for (const char *at = svg; (at = strstr(at, "<path ")) != NULL; at++)
        count++;
    assert_int_equal(count, LENGTH_OF(arrows));
    for (size_t i = 0; i < LENGTH_OF(arrows); i++)
        assert_non_null(strstr(svg, arena_printf(a, ">%s</text>", arrows[i].label)));
    arena_free(&a);
}

RUN_TESTS(TEST(what_it_shows_is_said_and_escaped), TEST(only_a_file_of_its_own_brings_its_colours),
          TEST(no_box_lies_on_another_and_all_lie_inside), TEST(the_beginning_is_above_and_ends_are_below),
          TEST(each_arrow_is_drawn_with_its_label))
