#include "calendar/test_holidays.h"

#include "base/test.h"

day date_of(const char *text) {
    day date = 0;
    if (!day_parse(text, &date))
        fail_msg("%s is no date", text);
    return date;
}

instant instant_of(const char *text) {
    instant at = 0;
    if (!instant_parse(text, &at))
        fail_msg("%s is no instant", text);
    return at;
}

/* Closes the day of a line such as `- {day: "2022-09-19", name: State Funeral, proclaimed: "2022-09-10"}`. */
static void close_line(struct calendar *calendar, const char *line) {
    char date[11], name[80], proclaimed[11];
    int found =
        sscanf(line, " - {day: \"%10[0-9-]\", name: %79[^,}], proclaimed: \"%10[0-9-]\"}", date, name, proclaimed);
    assert_true(found >= 2);
    instant known = found == 3 ? zone_instant(calendar_zone(calendar), date_of(proclaimed), 0) : INSTANT_NONE;
    calendar_close(calendar, date_of(date), name, known);
}

int close_holidays(struct calendar *calendar, const char *division) {
    struct arena *arena = arena_new();
    const char *error = NULL;
    char *text;
    size_t length;
    int count = 0;
    if (!file_read(arena, "packs/common/holidays.yaml", 1 << 20, &text, &length, &error))
        fail_msg("%s", error);
    const char *heading = arena_printf(arena, "  %s:", division);
    bool inside = false;
    for (char **line = text_split(arena, text, '\n'); *line != NULL; line++) {
        if (inside && text_starts(*line, "    - ")) {
            close_line(calendar, *line);
            count++;
        } else {
            inside = text_equal(*line, heading);
        }
    }
    arena_free(&arena);
    return count;
}

struct calendar *calendar_of(struct arena *arena, const char *divisions) {
    struct calendar *calendar = calendar_new(arena, ZONE_LONDON);
    for (char **division = text_split(arena, divisions, ' '); *division != NULL; division++)
        assert_true(close_holidays(calendar, *division) > 100);
    return calendar;
}
