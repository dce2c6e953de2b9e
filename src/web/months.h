/* months: pages that show one month of several, which stands in their address: "?month=2027-01". Private to web. */
#ifndef COMITY_WEB_MONTHS_H
#define COMITY_WEB_MONTHS_H

#include "web/page.h"

/* The first day of the month that was asked for; without one the present. False for what is no month, and for one that
 * is further away than so many before or after. */
bool months_asked(const struct http_request *request, int before, int after, int32_t *first_r);
/* "January 2027" */
const char *months_title(const struct http_request *request, int32_t first);
/* Ways to the month before and the one after, as far as they may be asked for. */
void months_links(struct html *out, struct http_request *request, const char *path, int32_t first, int before,
                  int after);

#endif
