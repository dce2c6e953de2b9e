/* times: how long it is to a day that is due or since something was, beside the day itself; and the picture of a duty's
 * clock. Private to web. */
#ifndef COMITY_WEB_TIMES_H
#define COMITY_WEB_TIMES_H

#include "web/page.h"

/* "3 working days left" or "2 working days late", as a quiet line; nothing today, where a badge says so. */
void times_left(struct html *out, struct http_request *request, const struct view_duty *duty);
/* Of a duty that was met: when that was, and how long before the due day, or after it. */
void times_met(struct html *out, struct http_request *request, const struct view_duty *duty);
/* The days from receipt to the due one; nothing when the view has none. number: another one for each on the page. */
void times_clock(struct html *out, struct http_request *request, const struct view_duty *duty, size_t number);

/* "Tue 29 December 2026, 10:05 (2 hours ago)": how long ago is said for a week. */
struct moj_time times_ago(const struct http_request *request, instant at);
/* The same in a <time>. */
void times_ago_draw(struct html *out, const struct http_request *request, instant at);

#endif
