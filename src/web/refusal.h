/* refusal: the page that says no, under which clause, and what can be done instead. Private to web. */
#ifndef COMITY_WEB_REFUSAL_H
#define COMITY_WEB_REFUSAL_H

#include "web/page.h"

struct refusal_page {
    const char *say;
    bool by_pack; /* say is a text of the pack */
    struct view_cites cites;
    const char *change; /* where the form can be changed with what was typed, by a POST; NULL: it cannot */
    const char *see;    /* the address of what else is written about that; NULL */
    const char *begin;  /* the name of the procedure to begin instead; NULL */
    const char *back;   /* where to go instead, and its words */
    const char *back_text;
};
void refusal_draw(struct http_request *request, struct http_response *response, const struct refusal_page *refusal);

#endif
