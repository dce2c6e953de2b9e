/* menu: what the viewer can begin and look through, by the headings of the pack. Private to web. */
#ifndef COMITY_WEB_MENU_H
#define COMITY_WEB_MENU_H

#include "web/page.h"

/* Buttons for the usual ones, the first of which stands out, and a link to the rest below (#start). False when nothing
 * can be begun. */
bool menu_usual(struct html *out, struct http_request *request, const struct view_procedures *procedures);
/* All that can be begun: under each heading a list of links. */
void menu_links(struct html *out, struct http_request *request, const struct view_procedures *procedures);
/* The same with what each is for; its form names the clauses. False when nothing can be begun. */
bool menu_summaries(struct html *out, struct http_request *request, const struct view_procedures *procedures);
/* The registers, whoever writes in them. */
void menu_registers(struct html *out, struct http_request *request, const struct view_procedures *procedures);
/* The list of a register: "/records?procedure=paper&state=all". */
const char *menu_register_path(struct arena *a, const char *procedure);

#endif
