#include "pack/build_private.h"

/* With quotes or without: nothing but a day can be meant. */
bool build_day(struct build *b, const struct node *value, void *into) {
    if (value->kind != NODE_TEXT)
        return BUILD_FAIL(b, value, "this is no day; expected one such as \"2026-12-24\".");
    return day_parse(value->text, into) ||
           BUILD_FAIL(b, value, "\"%s\" is not a day; expected one such as \"2026-12-24\".", value->text);
}

struct closure {
    day date;
    const char *name;
    day proclaimed; /* DAY_LEAST: always known */
};

static bool build_closure(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"day", build_day, offsetof(struct closure, date), true},
        {"name", build_text, offsetof(struct closure, name), true},
    };
    return BUILD_MAP(b, value, "a closure", keys, into);
}

static bool build_holiday(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"day", build_day, offsetof(struct closure, date), true},
        {"name", build_text, offsetof(struct closure, name), true},
        {"proclaimed", build_day, offsetof(struct closure, proclaimed), false},
    };
    ((struct closure *)into)->proclaimed = DAY_LEAST;
    return BUILD_MAP(b, value, "a holiday", keys, into);
}

static bool build_division(struct build *b, const struct node *value, void *into) {
    struct pack_calendar *calendar = into;
    const char *name;
    void *array;
    size_t count;
    if (!build_text(b, value, &name))
        return false;
    const struct node *holidays = node_get(b->holidays, name);
    if (holidays == NULL) {
        LIST(const char *) names = {0};
        for (size_t i = 0; b->holidays != NULL && i < b->holidays->keys.count; i++)
            LIST_ADD(b->a, &names, b->holidays->keys.at[i]->text);
        return build_unknown(b, value, TABLE(names.at, names.count), "is not a division with holidays");
    }
    if (!build_list(b, holidays, sizeof(struct closure), build_holiday, &array, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct closure *closure = (const struct closure *)array + i;
        instant known = closure->proclaimed == DAY_LEAST
                            ? INSTANT_NONE
                            : zone_instant(calendar_zone(calendar->calendar), closure->proclaimed, 0);
        calendar_close(calendar->calendar, closure->date, closure->name, known);
    }
    return true;
}

static bool build_divisions(struct build *b, const struct node *value, void *into) {
    if (!build_is_list(b, value))
        return false;
    for (size_t i = 0; i < value->items.count; i++) {
        if (!build_division(b, value->items.at[i], into))
            return false;
    }
    return true;
}

static bool build_closures(struct build *b, const struct node *value, void *into) {
    struct pack_calendar *calendar = into;
    void *array;
    size_t count;
    if (!build_list(b, value, sizeof(struct closure), build_closure, &array, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct closure *closure = (const struct closure *)array + i;
        calendar_close(calendar->calendar, closure->date, closure->name, INSTANT_NONE);
    }
    return true;
}

static bool build_zone(struct build *b, const struct node *value, void *into) {
    struct pack_calendar *calendar = into;
    const char *name;
    enum zone zone;
    if (!build_text(b, value, &name))
        return false;
    if (!zone_parse(name, &zone))
        return BUILD_FAIL(b, value, "\"%s\" is not a zone that is known; expected Europe/London or UTC.", name);
    calendar->calendar = calendar_new(b->arena, zone);
    return true;
}

/* "09:00" at p in minutes of the day; -1 when it is none. */
static int minutes_at(const char *p) {
    for (size_t i = 0; i < 5; i++) {
        if (i == 2 ? p[i] != ':' : p[i] < '0' || p[i] > '9')
            return -1;
    }
    int hour = (p[0] - '0') * 10 + p[1] - '0', minute = (p[3] - '0') * 10 + p[4] - '0';
    return minute < 60 ? hour * 60 + minute : -1;
}

static bool build_hours(struct build *b, const struct node *value, void *into) {
    struct pack_calendar *calendar = into;
    const char *text;
    if (!build_text(b, value, &text))
        return false;
    bool whole = strlen(text) == strlen("09:00-17:00") && text[5] == '-';
    return (whole && calendar_hours(calendar->calendar, minutes_at(text), minutes_at(text + 6))) ||
           BUILD_FAIL(b, value, "\"%s\" are no office hours; expected hours such as \"09:00-17:00\".", text);
}

static bool build_late(struct build *b, const struct node *value, void *into) {
    struct pack_calendar *calendar = into;
    bool late;
    if (!build_truth(b, value, &late))
        return false;
    calendar_late(calendar->calendar, late);
    return true;
}

bool build_calendar(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"zone", build_zone, 0, true},          {"holidays", build_divisions, 0, true},
        {"hours", build_hours, 0, false},       {"late", build_late, 0, false},
        {"closures", build_closures, 0, false}, {"cites", build_cites, offsetof(struct pack_calendar, cites), false},
    };
    return BUILD_MAP(b, value, "a calendar", keys, into);
}
