/* What the files of this folder share. */
#ifndef COMITY_CALENDAR_PRIVATE_H
#define COMITY_CALENDAR_PRIVATE_H

#include "calendar/calendar.h"

struct closed {
    day date;
    instant known;
    const char *name;
};

struct calendar {
    struct arena *arena;
    enum zone zone;
    LIST(struct closed) closed; /* by date, each once */
    unsigned weekend;           /* a bit for each weekday */
    int open, close;            /* minutes of the day */
    bool late;
};

const char *weekday_name(enum weekday weekday);
bool is_weekend(const struct calendar *calendar, day date);

#endif
