/*
 * calendar: working days, holidays, and deadlines that show their working. Pure: no I/O, no clock, no globals.
 *
 *   day              a date, as days since 1 January 1970
 *   enum zone        where the clocks on the wall stand; turns instants into local days and back
 *   struct calendar  which days are closed and why, the weekend, the office's hours
 *   struct term      "5 working days", "10 clear days", "4 working hours"
 *   struct deadline  when something is due, and each day that was looked at on the way there
 *
 * A calendar is built once and then only read; reading is safe from any thread.
 */
#ifndef COMITY_CALENDAR_H
#define COMITY_CALENDAR_H

#include "base/base.h"

/* ---- day ---- */

/* Days since 1970-01-01 in the Gregorian calendar. What is outside DAY_LEAST to DAY_MOST is no date; the functions here
 * take it for the nearest one. */
typedef int32_t day;
#define DAY_LEAST (-719162) /* 0001-01-01 */
#define DAY_MOST 2932896    /* 9999-12-31 */

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

enum day_style {
    DAY_ISO,    /* 2026-12-24 */
    DAY_FULL,   /* Thursday 24 December 2026 */
    DAY_MEDIUM, /* Thu 24 December 2026 */
    DAY_MONTH,  /* Thu 24 December */
    DAY_SHORT   /* Thu 24 */
};

/* False when there is no such date (months and days of the month begin at 1). */
bool day_from_civil(int year, int month, int day_of_month, day *day_r);
void day_to_civil(day date, int *year_r, int *month_r, int *day_of_month_r);
enum weekday day_weekday(day date);
/* The same day of the month so many months later, or the month's last day when it is shorter: 31 January and one month
 * is 28 or 29 February. months may be negative; DAY_LEAST or DAY_MOST where it leads out of the calendar. */
day day_add_months(day date, int months);
/* Exactly "2026-12-29"; false for anything else and for dates that do not exist. */
bool day_parse(const char *text, day *day_r);
char *day_format(struct arena *arena, day date, enum day_style style);
/* The same with the names of that language. */
char *day_say(const struct language *in, struct arena *arena, day date, enum day_style style);
/* What was kept in English as DAY_FULL, with the names of that language; anything else as it is. */
const char *day_say_kept(const struct language *in, struct arena *arena, const char *kept);
/* "Thursday" */
const char *weekday_say(const struct language *in, enum weekday weekday);
/* "December 2026" */
char *month_say(const struct language *in, struct arena *arena, day date);

/* ---- zone ---- */

/* London keeps the rule of today for every year: summer time from the last Sunday of March to the last Sunday of
 * October, both at 01:00 UTC (Directive 2000/84/EC, kept by the Summer Time Order 2002). It is right since 1996. */
enum zone { ZONE_UTC, ZONE_LONDON };

struct local {
    day date;
    int second; /* of the day as clocks show it, 0 to 86399 */
};

/* "UTC" or "Europe/London"; false for any other name. */
bool zone_parse(const char *name, enum zone *zone_r);
const char *zone_name(enum zone zone);
struct local zone_local(enum zone zone, instant at);
/* second may be 86400, the end of the day. What clocks show twice is the first of the two; what they leap over
 * is as long after midnight as if they had not. */
instant zone_instant(enum zone zone, day date, int second);

/* ---- calendar ---- */

struct calendar;

/* Open Monday to Friday, 09:00 to 17:00, no holidays. Lives in the arena, with copies of the names given to it. */
struct calendar *calendar_new(struct arena *arena, enum zone zone);
/* Closes a day: a holiday, or the council's own choice. known is when that was proclaimed, INSTANT_NONE for always.
 * Where several close the same day (the Freedom of Information Act leaves out a bank holiday in any part of the United
 * Kingdom), it has the name that was known first, of equals the first given. */
void calendar_close(struct calendar *calendar, day date, const char *name, instant known);
/* Bit n is set for a weekday n that is never worked. False, changing nothing, when that is the whole week. */
bool calendar_weekend(struct calendar *calendar, unsigned weekdays);
/* Minutes of the day, 0 <= open < close <= 1440; false, changing nothing, otherwise. */
bool calendar_hours(struct calendar *calendar, int open, int close);
/* Whether what comes on a closed day, or at closing time or later, counts as received on the next working day.
 * Not so at first: the day of receipt is the day on which it came. */
void calendar_late(struct calendar *calendar, bool late);
/* The calendar as it was known at an instant, without the closed days that were proclaimed later. */
struct calendar *calendar_as_known(struct arena *arena, const struct calendar *calendar, instant at);

enum zone calendar_zone(const struct calendar *calendar);
/* NULL for a working day; else why it is none: the holiday's name, or the weekday's ("Saturday"). Borrowed. */
const char *calendar_closed(const struct calendar *calendar, day date);
/* The latest day that was closed; false when none was. */
bool calendar_last_closed(const struct calendar *calendar, day *date_r);
/* How many working days come after one day up to another, which is counted; 0 when to is not later. */
int calendar_count(const struct calendar *calendar, day after, day to);

/* ---- term ---- */

enum term_unit {
    TERM_WORKING_DAYS,
    TERM_CLEAR_WORKING_DAYS, /* neither the first day nor the last is counted */
    TERM_DAYS,               /* weekends and holidays too; it may end on one, because the law's day stands */
    TERM_CLEAR_DAYS,
    TERM_MONTHS,
    TERM_WORKING_HOURS, /* runs only while the office is open */
    TERM_HOURS          /* sixty minutes each, day and night */
};

struct term {
    int amount; /* 1 to TERM_MOST */
    enum term_unit unit;
};
#define TERM_MOST 3650

/* "5 working days", "1 month", "10 clear days", "24 hours"; "calendar days" are days. */
bool term_parse(struct arena *arena, const char *text, struct term *term_r, const char **error_r);
char *term_format(struct arena *arena, struct term term);
/* The same in that language. */
char *term_say(const struct language *in, struct arena *arena, struct term term);

/* ---- deadline ---- */

enum step_kind {
    STEP_LATE, /* came when the office was closed: counts as received on a later day. why is the closed day's name, NULL
                * after closing time */
    STEP_RECEIVED, /* not counted; nor are the next two */
    STEP_EVENT,    /* where deadline_before begins */
    STEP_RESUMED,  /* where deadline_resume begins */
    STEP_COUNTED,
    STEP_CLOSED,  /* a holiday or the like: why is its name */
    STEP_WEEKEND, /* why is the weekday */
    STEP_DUE      /* the last. Of a term in hours, why is the time of day, such as "14:30" */
};

struct step {
    day date;
    enum step_kind kind;
    int n;           /* how much was counted up to here: days or months, minutes of a term in hours */
    const char *why; /* see above; else NULL. Borrowed from the calendar or in the deadline's arena */
};

struct deadline {
    day from; /* the day that counts as that of receipt, of the event, or of resuming */
    day due;
    instant ends; /* missed when this comes: the end of the due day, or the moment when the hours have run out */
    LIST(struct step) steps; /* in the order of counting: those of deadline_before run backwards */
};

/* When something received at an instant is due. The day of receipt is not counted, and a day is due until its end.
 * Fails for a number out of its limits and for days outside the years 1 to 9999. */
bool deadline_compute(struct arena *arena, const struct calendar *calendar, instant received, struct term term,
                      struct deadline *deadline_r, const char **error_r);
/* The last day on which something can be done that must come so long before an event: papers five clear days before a
 * meeting. It is a working day, an earlier one where the count ends on a closed day. Not for hours and months. */
bool deadline_before(struct arena *arena, const struct calendar *calendar, day event, struct term term,
                     struct deadline *deadline_r, const char **error_r);
/* A clock that stopped with working days left (calendar_count from the day it stopped to the day it was due) and goes
 * on: the day on which it resumes is not counted, as with receipt. With none left it is due that day, or on the next
 * working day. Thus a pause within one day changes nothing. */
bool deadline_resume(struct arena *arena, const struct calendar *calendar, day resumed, int left,
                     struct deadline *deadline_r, const char **error_r);

/* The working for a person, a piece for each day that is not a weekend, ending with NULL: "Wed 23 December received",
 * "Thu 24", "Fri 25 closed: Christmas Day", "Tue 29 due". The month stands where it begins or changes. */
const char **deadline_working(const struct language *in, struct arena *arena, const struct deadline *deadline);
/* The same in one line, with commas. */
char *deadline_sentence(const struct language *in, struct arena *arena, const struct deadline *deadline);
/* The same as an array of strings. */
void deadline_json(struct arena *arena, struct json *json, const struct deadline *deadline);

#endif
