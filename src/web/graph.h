/* graph: a procedure's states, drawn. */
#ifndef COMITY_WEB_GRAPH_H
#define COMITY_WEB_GRAPH_H

#include "govuk/html.h"
#include "pack/told.h"

/* alone: as a file, and not in a page. */
void graph_draw(struct html *out, struct arena *a, const struct pack *pack, const struct procedure *procedure,
                bool alone);
/* The same in a table: what leads where, and who may. */
void graph_table(struct html *out, struct arena *a, const struct pack *pack, const struct procedure *procedure);

#endif
