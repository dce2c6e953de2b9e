#include "base/base.h"

#include <stdatomic.h>

struct clock {
    bool test;
    _Atomic int64_t now;
};

static struct clock *clock_new(bool test, instant start) {
    struct clock *clock = calloc(1, sizeof(*clock));
    if (clock == NULL)
        abort();
    clock->test = test;
    atomic_init(&clock->now, start);
    return clock;
}

struct clock *clock_new_real(void) {
    return clock_new(false, 0);
}

struct clock *clock_new_test(instant start) {
    return clock_new(true, start);
}

void clock_free(struct clock **clock) {
    free(*clock);
    *clock = NULL;
}

instant clock_now(const struct clock *clock) {
    return clock->test ? atomic_load(&clock->now) : (instant)time(NULL);
}

bool clock_is_test(const struct clock *clock) {
    return clock->test;
}

bool clock_set(struct clock *clock, instant to) {
    if (!clock->test)
        return false;
    int64_t now = atomic_load(&clock->now);
    while (to >= now) {
        if (atomic_compare_exchange_weak(&clock->now, &now, to))
            return true;
    }
    return false;
}

/* Exactly count digits. */
static bool digits(const char **at, int count, int *value_r) {
    int value = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        value = value * 10 + (**at - '0');
    }
    *value_r = value;
    return true;
}

/* Scripts often write milliseconds; we count whole seconds. */
static bool fraction_skip(const char **at) {
    if (**at != '.')
        return true;
    size_t count = strspn(*at + 1, "0123456789");
    *at += 1 + count;
    return count >= 1 && count <= 9;
}

static bool offset_parse(const char **at, int *seconds_r) {
    *seconds_r = 0;
    if (**at == 'Z') {
        (*at)++;
    } else if (**at == '+' || **at == '-') {
        int sign = **at == '-' ? -1 : 1, hours, minutes;
        (*at)++;
        if (!digits(at, 2, &hours))
            return false;
        if (**at == ':')
            (*at)++;
        if (!digits(at, 2, &minutes) || hours > 14 || minutes > 59)
            return false;
        *seconds_r = sign * (hours * 3600 + minutes * 60);
    }
    return **at == '\0';
}

bool instant_parse(const char *text, instant *instant_r) {
    const char *at = text;
    struct tm tm = {0};
    int year, month, offset;
    if (!digits(&at, 4, &year) || *at++ != '-' || !digits(&at, 2, &month) || *at++ != '-' ||
        !digits(&at, 2, &tm.tm_mday) || (*at != 'T' && *at != ' '))
        return false;
    at++;
    if (!digits(&at, 2, &tm.tm_hour) || *at++ != ':' || !digits(&at, 2, &tm.tm_min))
        return false;
    if (*at == ':') {
        at++;
        if (!digits(&at, 2, &tm.tm_sec) || !fraction_skip(&at))
            return false;
    }
    if (!offset_parse(&at, &offset) || tm.tm_hour > 23 || tm.tm_min > 59 || tm.tm_sec > 59)
        return false;
    tm.tm_year = year - 1900;
    tm.tm_mon = month - 1;
    struct tm kept = tm;
    instant at_instant = (instant)timegm(&tm);
    if (tm.tm_mon != kept.tm_mon || tm.tm_mday != kept.tm_mday) /* timegm mends 31 June to 1 July */
        return false;
    *instant_r = at_instant - offset;
    return true;
}

char *instant_format(struct arena *arena, instant at) {
    time_t seconds = (time_t)at;
    struct tm tm;
    gmtime_r(&seconds, &tm);
    const struct {
        int number, digits;
        char after;
    } pieces[] = {{tm.tm_year + 1900, 4, '-'}, {tm.tm_mon + 1, 2, '-'}, {tm.tm_mday, 2, 'T'},
                  {tm.tm_hour, 2, ':'},        {tm.tm_min, 2, ':'},     {tm.tm_sec, 2, 'Z'}};
    struct buf buf = {.arena = arena};
    for (size_t i = 0; i < LENGTH_OF(pieces); i++) {
        buf_add_number(&buf, pieces[i].number, pieces[i].digits);
        buf_addc(&buf, pieces[i].after);
    }
    return buf.data;
}
