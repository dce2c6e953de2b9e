/* saved: lists of records that a person comes back to. Private to web. */
#ifndef COMITY_WEB_SAVED_H
#define COMITY_WEB_SAVED_H

#include "web/page.h"

/* Links to those that they saved, and one to save the list that is shown. query: of its address. */
void saved_links(struct html *out, struct http_request *request, const char *query);

#endif
