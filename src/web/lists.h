/* lists: the tables of duties and records and the list of notices, which several pages have. Private to web. */
#ifndef COMITY_WEB_LISTS_H
#define COMITY_WEB_LISTS_H

#include "web/page.h"

void list_duties(struct html *out, struct http_request *request, const struct view_duty *duties, size_t count);
/* label: what the table is, for those who do not see it. */
void list_rows(struct html *out, struct http_request *request, const struct view_row *rows, size_t count,
               const char *label);
/* The title of a notice: overdue as in its view. */
void list_notice_title(struct html *out, const char *title, const char *overdue);
void list_notices(struct html *out, struct http_request *request, const struct view_notice *notices, size_t count);
/* "Tuesday 29 December 2026", marked when the day has passed or is today, and how long it is until then. */
void list_due(struct html *out, struct http_request *request, const struct view_duty *duty, enum day_style style);

#endif
