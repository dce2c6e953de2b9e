/* tour: how it works, for somebody's first day. Private to web. */
#ifndef COMITY_WEB_TOUR_H
#define COMITY_WEB_TOUR_H

#include "web/page.h"

/* On home, until they say that they have seen it. */
void tour_offer(struct html *out, struct http_request *request);

#endif
