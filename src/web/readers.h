/* readers: who can see which parts, parts with the same readers in one line. Private to web. */
#ifndef COMITY_WEB_READERS_H
#define COMITY_WEB_READERS_H

#include "web/page.h"

struct reader {
    const char *part; /* its title */
    const char *who;  /* "Head of Housing (Dana Okafor), handler" */
    struct view_cites cites;
};
struct readers {
    LIST(struct reader) list; /* those of one part one after the other */
};
void readers_draw(struct html *out, struct arena *a, struct clauses *clauses, const struct readers *readers);
/* Of a record, with why them. procedure: the record's; NULL when it is not known. */
void readers_of(struct html *out, struct http_request *request, struct clauses *clauses,
                const struct procedure *procedure, const struct view_audiences *audiences);

#endif
