/*
 * moj: components of the Ministry of Justice's design system, MOJ Frontend 11.1.0, which GOV.UK's has not: what
 * happened to a case, whose it is, what narrows a list.
 *
 *     moj_sub_navigation(&page, &(struct moj_sub_navigation){
 *         .label = "State",
 *         .items = GOVUK_LIST(struct moj_sub_navigation_item,
 *                             {.text = "Open", .href = "/cases", .active = true},
 *                             {.text = "Closed", .href = "/cases?state=closed"})});
 *
 * All that govuk.h says holds here too: members are the macro's options, what is not set is not given, text is escaped.
 * The output is the same DOM as the macro's, which test/govuk/run.mjs proves with cases that take each branch of each
 * template; only the drawings of the alert's icons are our own. https://design-patterns.service.justice.gov.uk says
 * when to use which.
 *
 * Each works without JavaScript. Where MOJ Frontend has a script, what the script adds is said below.
 */
#ifndef COMITY_MOJ_H
#define COMITY_MOJ_H

#include "govuk/govuk.h"

/* A time as machines and as people read it. The macros format times themselves; here that is the caller's business. */
struct moj_time {
    const char *datetime; /* what HTML's <time> wants: "2027-05-14" or "2027-05-14T10:00:00Z" */
    const char *text;     /* "14 May 2027" */
};

struct moj_badge {
    const char *text;
    struct markup html;
    bool label;          /* as in the macro: an aria-label without words, so that it is not read out */
    const char *classes; /* "moj-badge--red", "moj-badge--large" and so on */
    struct govuk_attributes attributes;
};
void moj_badge(struct html *out, const struct moj_badge *badge);

struct moj_button_menu_item {
    const char *text;
    struct markup html;
    const char *href; /* makes a link */
    const char *type, *name, *value, *classes;
    bool disabled;
    struct govuk_attributes attributes;
};

/* Buttons beside one another; the script folds them into a menu. */
struct moj_button_menu {
    const char *button_text, *button_classes; /* of the button that opens the menu */
    const char *align_menu;                   /* "right" */
    GOVUK_SLICE(struct moj_button_menu_item) items;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_button_menu(struct html *out, const struct moj_button_menu *menu);

struct moj_identity_bar {
    struct govuk_content title;
    GOVUK_SLICE(struct moj_button_menu) menus;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_identity_bar(struct html *out, const struct moj_identity_bar *bar);

struct moj_sub_navigation_item {
    const char *text;
    struct markup html;
    const char *href;
    bool active; /* this very page */
    const char *classes;
    struct govuk_attributes attributes;
};

struct moj_sub_navigation {
    const char *label; /* NULL: "Secondary navigation region" */
    GOVUK_SLICE(struct moj_sub_navigation_item) items;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_sub_navigation(struct html *out, const struct moj_sub_navigation *navigation);

struct moj_timeline_item {
    struct govuk_content label;
    struct govuk_content byline; /* "by" is written before it */
    struct moj_time time;
    const char *text;
    struct markup html;
    const char *classes;
    struct govuk_attributes attributes;
};

struct moj_timeline {
    unsigned heading_level; /* of the items' labels; 0: 2 */
    const char *by;         /* before bylines, with the space; no option of the macro; NULL: "by " */
    GOVUK_SLICE(struct moj_timeline_item) items;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_timeline(struct html *out, const struct moj_timeline *timeline);
/* For items that come one after another: timeline->items need not hold them. */
void moj_timeline_begin(struct html *out, const struct moj_timeline *timeline);
void moj_timeline_item(struct html *out, const struct moj_timeline *timeline, const struct moj_timeline_item *item);
void moj_timeline_end(struct html *out);

struct moj_messages_item {
    const char *id;
    const char *type; /* "sent" or "received" */
    const char *text;
    struct markup html;
    const char *sender;
    struct moj_time day; /* stands above the first message of each day */
    struct moj_time time;
};

/* A conversation, oldest first. */
struct moj_messages {
    const char *id;    /* NULL: "messages" */
    const char *label; /* what screen readers call it */
    const char *at;    /* between sender and time, no option of the macro; NULL: "at" */
    GOVUK_SLICE(struct moj_messages_item) items;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_messages(struct html *out, const struct moj_messages *messages);

struct moj_filter_tag {
    const char *text, *href; /* href: the list without this filter */
    const char *lang;        /* of the text, when it is not the page's; NULL */
};

struct moj_filter_category {
    struct govuk_content heading;
    GOVUK_SLICE(struct moj_filter_tag) items;
};

struct moj_selected_filters {
    struct govuk_content heading;
    const char *clear_text, *clear_href; /* the list without any filter */
    GOVUK_SLICE(struct moj_filter_category) categories;
};

/* Stands in a form, which the caller begins and ends. */
struct moj_filter {
    struct govuk_content heading;
    const struct moj_selected_filters *selected; /* NULL: none */
    const char *submit_text;                     /* NULL: "Apply filters" */
    const char *remove_text;                     /* no option of the macro; NULL: "Remove this filter" */
    struct govuk_attributes submit_attributes;
    struct markup options; /* the fields */
    struct govuk_attributes attributes;
};
void moj_filter(struct html *out, const struct moj_filter *filter);
/* For fields that are written where they stand: filter->options need not hold them. */
void moj_filter_begin(struct html *out, const struct moj_filter *filter);
void moj_filter_end(struct html *out);
/* What is selected alone, where a page has a form of its own for the options; remove_text as above. */
void moj_selected_filters(struct html *out, const struct moj_selected_filters *selected, const char *remove_text);

struct moj_alert {
    const char *variant; /* "success", "warning" or "error"; all else is "information" */
    const char *title;   /* read out before the content; shown when there is no content */
    const char *text;
    struct markup html;
    bool show_title_as_heading;
    unsigned heading_level;  /* 2 to 4; all else is 2 */
    bool dismissible;        /* by the script: without it there is no button */
    bool disable_auto_focus; /* the script moves the focus to an alert of the role "alert" */
    const char *focus_on_dismiss_selector;
    const char *dismiss_text; /* NULL: "Dismiss" */
    const char *role;         /* NULL: "region" */
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_alert(struct html *out, const struct moj_alert *alert);

enum moj_sort { MOJ_NOT_SORTABLE = 0, MOJ_UNSORTED, MOJ_ASCENDING, MOJ_DESCENDING };

struct moj_sortable_column {
    struct govuk_table_cell cell;
    enum moj_sort sort;
};

struct moj_sortable_cell {
    struct govuk_table_cell cell;
    const char *sort_value; /* what it is sorted by, when that is not its text */
};

struct moj_sortable_row {
    GOVUK_SLICE(struct moj_sortable_cell) cells;
};

/* A GOV.UK table; the script makes buttons of the heads of columns that can be sorted. */
struct moj_sortable_table {
    const char *caption, *caption_classes;
    GOVUK_SLICE(struct moj_sortable_column) head;
    GOVUK_SLICE(struct moj_sortable_row) rows;
    bool first_cell_is_header;
    const char *classes;
    struct govuk_attributes attributes;
};
void moj_sortable_table(struct html *out, const struct moj_sortable_table *table);

#endif
