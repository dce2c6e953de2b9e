#include "calendar/calendar_private.h"

struct calendar *calendar_new(struct arena *arena, enum zone zone) {
    struct calendar *calendar = ARENA_NEW(arena, struct calendar);
    calendar->arena = arena;
    calendar->zone = zone;
    calendar->weekend = 1U << SATURDAY | 1U << SUNDAY;
    calendar->open = 9 * 60;
    calendar->close = 17 * 60;
    return calendar;
}

/* The place of the first closed day that is not before a date. */
static size_t place_of(const struct calendar *calendar, day date) {
    size_t low = 0, high = calendar->closed.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (calendar->closed.at[middle].date < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct closed *closed_on(const struct calendar *calendar, day date) {
    size_t place = place_of(calendar, date);
    if (place == calendar->closed.count || calendar->closed.at[place].date != date)
        return NULL;
    return &calendar->closed.at[place];
}

void calendar_close(struct calendar *calendar, day date, const char *name, instant known) {
    struct closed closed = {.date = date, .known = known, .name = arena_strdup(calendar->arena, name)};
    size_t place = place_of(calendar, date), count = calendar->closed.count;
    if (place < count && calendar->closed.at[place].date == date) {
        if (known < calendar->closed.at[place].known)
            calendar->closed.at[place] = closed;
        return;
    }
    LIST_ADD(calendar->arena, &calendar->closed, closed);
    struct closed *at = calendar->closed.at + place;
    memmove(at + 1, at, (count - place) * sizeof(*at));
    *at = closed;
}

bool calendar_weekend(struct calendar *calendar, unsigned weekdays) {
    const unsigned whole_week = (1U << 7) - 1;
    if (weekdays >= whole_week)
        return false;
    calendar->weekend = weekdays;
    return true;
}

bool calendar_hours(struct calendar *calendar, int open, int close) {
    if (open < 0 || close <= open || close > 24 * 60)
        return false;
    calendar->open = open;
    calendar->close = close;
    return true;
}

void calendar_late(struct calendar *calendar, bool late) {
    calendar->late = late;
}

struct calendar *calendar_as_known(struct arena *arena, const struct calendar *calendar, instant at) {
    struct calendar *known = ARENA_NEW(arena, struct calendar);
    *known = *calendar;
    known->arena = arena;
    known->closed.at = NULL;
    known->closed.count = known->closed.room = 0;
    for (size_t i = 0; i < calendar->closed.count; i++) {
        if (calendar->closed.at[i].known <= at)
            LIST_ADD(arena, &known->closed, calendar->closed.at[i]);
    }
    return known;
}

enum zone calendar_zone(const struct calendar *calendar) {
    return calendar->zone;
}

bool is_weekend(const struct calendar *calendar, day date) {
    return (calendar->weekend >> day_weekday(date) & 1) != 0;
}

const char *calendar_closed(const struct calendar *calendar, day date) {
    if (is_weekend(calendar, date))
        return weekday_name(day_weekday(date));
    const struct closed *closed = closed_on(calendar, date);
    return closed == NULL ? NULL : closed->name;
}

bool calendar_last_closed(const struct calendar *calendar, day *date_r) {
    size_t count = calendar->closed.count;
    if (count > 0)
        *date_r = calendar->closed.at[count - 1].date;
    return count > 0;
}

int calendar_count(const struct calendar *calendar, day after, day to) {
    if (to <= after)
        return 0;
    int whole_weeks = (to - after) / 7, count = whole_weeks * (7 - __builtin_popcount(calendar->weekend));
    for (day date = after + whole_weeks * 7 + 1; date <= to; date++)
        count += !is_weekend(calendar, date);
    for (size_t i = place_of(calendar, after + 1); i < calendar->closed.count && calendar->closed.at[i].date <= to; i++)
        count -= !is_weekend(calendar, calendar->closed.at[i].date);
    return count;
}
