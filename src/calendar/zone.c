#include "calendar/calendar.h"

#define SECONDS_A_DAY 86400
#define SECONDS_AN_HOUR 3600

static const char *const names[] = {[ZONE_UTC] = "UTC", [ZONE_LONDON] = "Europe/London"};

bool zone_parse(const char *name, enum zone *zone_r) {
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        if (text_equal(name, names[i])) {
            *zone_r = (enum zone)i;
            return true;
        }
    }
    return false;
}

const char *zone_name(enum zone zone) {
    return names[zone];
}

static day day_of(instant at) {
    return (day)((at >= 0 ? at : at - (SECONDS_A_DAY - 1)) / SECONDS_A_DAY);
}

static instant midnight(day date) {
    return (instant)date * SECONDS_A_DAY;
}

/* 01:00 UTC on the last Sunday of a month that has 31 days. */
static instant clock_change(int year, int month) {
    day last;
    day_from_civil(year, month, 31, &last);
    return midnight(last - ((int)day_weekday(last) + 1) % 7) + SECONDS_AN_HOUR;
}

static bool in_summer_time(instant at) {
    int year, month, day_of_month;
    day_to_civil(day_of(at), &year, &month, &day_of_month);
    return at >= clock_change(year, 3) && at < clock_change(year, 10);
}

struct local zone_local(enum zone zone, instant at) {
    if (at < midnight(DAY_LEAST))
        at = midnight(DAY_LEAST);
    if (at >= midnight(DAY_MOST + 1))
        at = midnight(DAY_MOST + 1) - 1;
    if (zone == ZONE_LONDON && in_summer_time(at))
        at += SECONDS_AN_HOUR;
    day date = day_of(at);
    return (struct local){.date = date, .second = (int)(at - midnight(date))};
}

instant zone_instant(enum zone zone, day date, int second) {
    instant at = midnight(date) + second;
    /* The time that clocks show twice comes first in summer time, so that is tried first. */
    if (zone == ZONE_LONDON && in_summer_time(at - SECONDS_AN_HOUR))
        at -= SECONDS_AN_HOUR;
    return at;
}
