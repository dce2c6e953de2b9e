/* record: the pieces of a record's page. Private to web. */
#ifndef COMITY_WEB_RECORD_H
#define COMITY_WEB_RECORD_H

#include "web/page.h"

/* "What you can do", "What must happen next, by when", "Who can see this". */
void record_boxes(struct html *out, struct http_request *request, struct clauses *clauses,
                  const struct view_record *record);

/* What was written in it, and what it is about. */
void record_written(struct html *out, struct http_request *request, const struct view_record *record);

/* The page. back: where "Back" leads; NULL: nowhere, for it is the only page that the viewer has. */
void record_draw(struct http_request *request, struct http_response *response, const struct view_record *record,
                 const char *back);

#endif
