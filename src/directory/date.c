#include "directory/directory_private.h"

/* length digits as a number, -1 when they are not all digits. */
static int digits(const char *text, size_t length) {
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool date_british(const char *text, int32_t *day_r) {
    if (strlen(text) != 10 || text[2] != '/' || text[5] != '/')
        return false;
    return day_from_civil(digits(text + 6, 4), digits(text + 3, 2), digits(text, 2), day_r);
}

static int32_t month_end(int year, int month) {
    int32_t end = 0;
    for (int last = 31; last > 27 && !day_from_civil(year, month, last, &end); last--)
        ;
    return end;
}

bool date_fuzzy(const char *text, bool last, int32_t *day_r, bool *exact_r) {
    size_t length = strlen(text);
    *exact_r = length == 10;
    if (length == 10)
        return day_parse(text, day_r);
    if (length > 10) {
        char date[11] = {0};
        instant at;
        memcpy(date, text, 10);
        return instant_parse(text, &at) && day_parse(date, day_r);
    }
    if (length != 4 && (length != 7 || text[4] != '-'))
        return false;
    int year = digits(text, 4), month = length == 7 ? digits(text + 5, 2) : last ? 12 : 1;
    int32_t first;
    if (!day_from_civil(year, month, 1, &first))
        return false;
    *day_r = last ? month_end(year, month) : first;
    return true;
}

const char *date_text(struct arena *arena, int32_t date) {
    return date == DAY_FIRST || date == DAY_LAST ? NULL : day_format(arena, date, DAY_ISO);
}
