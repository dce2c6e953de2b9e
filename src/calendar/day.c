#include "calendar/calendar_private.h"

/* The days of all years before one, counted from the year 1. */
static int days_before_year(int year) {
    int years = year - 1;
    return years * 365 + years / 4 - years / 100 + years / 400;
}

/* The days of the year before one of its months; month 13 gives the length of the year. */
static int days_before_month(int year, int month) {
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return before[month - 1] + (leap && month > 2);
}

static int month_length(int year, int month) {
    return days_before_month(year, month + 1) - days_before_month(year, month);
}

bool day_from_civil(int year, int month, int day_of_month, day *day_r) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1 ||
        day_of_month > month_length(year, month))
        return false;
    *day_r = DAY_LEAST + days_before_year(year) + days_before_month(year, month) + day_of_month - 1;
    return true;
}

static day nearest(day date) {
    return date < DAY_LEAST ? DAY_LEAST : date > DAY_MOST ? DAY_MOST : date;
}

void day_to_civil(day date, int *year_r, int *month_r, int *day_of_month_r) {
    int days = nearest(date) - DAY_LEAST;
    int year = (int)((int64_t)days * 400 / 146097); /* by the average year's length: never too late, hardly too early */
    while (days_before_year(year + 1) <= days)
        year++;
    days -= days_before_year(year);
    int month = days / 31 + 1; /* likewise, by the longest */
    while (month < 12 && days_before_month(year, month + 1) <= days)
        month++;
    *year_r = year;
    *month_r = month;
    *day_of_month_r = days - days_before_month(year, month) + 1;
}

enum weekday day_weekday(day date) {
    return (enum weekday)((nearest(date) - DAY_LEAST) % 7); /* 0001-01-01 was a Monday */
}

day day_add_months(day date, int months) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    int64_t total = (int64_t)year * 12 + month - 1 + months;
    if (total < 12 || total >= 12 * 10000)
        return total < 12 ? DAY_LEAST : DAY_MOST;
    year = (int)(total / 12);
    month = (int)(total % 12) + 1;
    int last = month_length(year, month);
    return DAY_LEAST + days_before_year(year) + days_before_month(year, month) +
           (day_of_month < last ? day_of_month : last) - 1;
}

/* A number of exactly count digits; -1 when it is none. */
static int digits(const char *text, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool day_parse(const char *text, day *day_r) {
    return strlen(text) == 10 && text[4] == '-' && text[7] == '-' &&
           day_from_civil(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2), day_r);
}

const char *weekday_name(enum weekday weekday) {
    static const char *const names[] = {SAID("Monday"), SAID("Tuesday"),  SAID("Wednesday"), SAID("Thursday"),
                                        SAID("Friday"), SAID("Saturday"), SAID("Sunday")};
    return names[weekday];
}

const char *weekday_say(const struct language *in, enum weekday weekday) {
    return text_say(in, weekday_name(weekday));
}

static const char *month_name(int month) {
    static const char *const names[] = {SAID("January"),   SAID("February"), SAID("March"),    SAID("April"),
                                        SAID("May"),       SAID("June"),     SAID("July"),     SAID("August"),
                                        SAID("September"), SAID("October"),  SAID("November"), SAID("December")};
    return names[month - 1];
}

char *month_say(const struct language *in, struct arena *arena, day date) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    return arena_printf(arena, "%s %d", text_say(in, month_name(month)), year);
}

static char *iso(struct arena *arena, int year, int month, int day_of_month) {
    struct buf buf = {.arena = arena};
    buf_add_number(&buf, year, 4);
    buf_addc(&buf, '-');
    buf_add_number(&buf, month, 2);
    buf_addc(&buf, '-');
    buf_add_number(&buf, day_of_month, 2);
    return buf.data;
}

static const char *short_name(enum weekday weekday) {
    static const char *const names[] = {SAID("Mon"), SAID("Tue"), SAID("Wed"), SAID("Thu"),
                                        SAID("Fri"), SAID("Sat"), SAID("Sun")};
    return names[weekday];
}

static const char *const months[] = {SAID("January"),   SAID("February"), SAID("March"),    SAID("April"),
                                     SAID("May"),       SAID("June"),     SAID("July"),     SAID("August"),
                                     SAID("September"), SAID("October"),  SAID("November"), SAID("December")};

char *day_format(struct arena *arena, day date, enum day_style style) {
    return day_say(NULL, arena, date, style);
}

char *day_say(const struct language *in, struct arena *arena, day date, enum day_style style) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    if (style == DAY_ISO)
        return iso(arena, year, month, day_of_month);
    enum weekday weekday = day_weekday(date);
    struct buf buf = {.arena = arena};
    buf_adds(&buf, text_say(in, style == DAY_FULL ? weekday_name(weekday) : short_name(weekday)));
    buf_addc(&buf, ' ');
    buf_add_number(&buf, day_of_month, 1);
    if (style == DAY_SHORT)
        return buf.data;
    buf_addc(&buf, ' ');
    buf_adds(&buf, text_say(in, month_name(month)));
    if (style == DAY_MONTH)
        return buf.data;
    buf_addc(&buf, ' ');
    buf_add_number(&buf, year, 1);
    return buf.data;
}

const char *day_say_kept(const struct language *in, struct arena *arena, const char *kept) {
    char **words = text_split(arena, kept, ' '); /* weekday, day, month, year */
    size_t count = 0, month = 0;
    int64_t year, day_of_month;
    day date;
    while (words[count] != NULL)
        count++;
    while (count == 4 && month < LENGTH_OF(months) && strcmp(words[2], months[month]) != 0)
        month++;
    if (in == NULL || count != 4 || !text_to_int(words[1], 1, 31, &day_of_month) ||
        !text_to_int(words[3], 1, 9999, &year) || !day_from_civil((int)year, (int)month + 1, (int)day_of_month, &date))
        return kept;
    return day_say(in, arena, date, DAY_FULL);
}
