/*
 * chart: bars and a line of days as SVG. It is no component of GOV.UK, and keeps their rules: text is escaped, and all
 * is drawn in the colour of the text around it, told apart by form and not by colour, so that it stands in light and
 * dark, in forced colours and in print. Who cannot see it is told by its title and description; a page puts the same
 * figures into a table or a sentence beside it. The natural size fits a phone of 360 pixels; a style sheet can let it
 * grow.
 */
#ifndef COMITY_CHART_H
#define COMITY_CHART_H

#include "govuk/html.h"

/* ---- bars: lying, one below the other, each with its label above it and its sum at its end */

#define CHART_PARTS_MOST 3 /* drawn full, half full and empty */

struct chart_bar {
    const char *label;
    int64_t parts[CHART_PARTS_MOST]; /* none below 0 */
    const char *instead;             /* what is said where there is no figure: "fewer than 3"; NULL: there is */
};

struct chart_bars {
    const char *id; /* unique on the page, for its title and description */
    const char *title, *description;
    const char *const *parts; /* what each part is, for the key; NULL: there is but one, and no key */
    size_t part_count;        /* 1 to CHART_PARTS_MOST */
    const struct chart_bar *bars;
    size_t bar_count;
};

void chart_bars(struct html *out, const struct chart_bars *chart);

/* ---- a line of days, for a clock that counts some of them */

enum chart_day { CHART_DAY_COUNTED, CHART_DAY_UNCOUNTED, CHART_DAY_PAUSED };

struct chart_days {
    const char *id; /* unique on the page, for its title and description */
    const char *title, *description;
    const enum chart_day *days;
    const bool *marked;                              /* as many: something happened on that day */
    size_t count;                                    /* 1 to CHART_DAYS_MOST */
    size_t due;                                      /* the last day in time; those after it are late */
    size_t now;                                      /* days before it are over; count or more: all of them are */
    const char *first_label, *due_label, *now_label; /* "Wed 23 December"; now_label NULL: now is nothing of its own */
};
#define CHART_DAYS_MOST 92 /* three pixels each */

void chart_days(struct html *out, const struct chart_days *chart);

#endif
