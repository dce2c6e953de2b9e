/* receipt: what is shown once to whoever became a guest, or invited one. Private to web. */
#ifndef COMITY_WEB_RECEIPT_H
#define COMITY_WEB_RECEIPT_H

#include "web/page.h"

/* To whoever opened the record without an account. */
void receipt_draw(struct http_request *request, struct http_response *response, const char *ref, const char *code);
/* To whoever invited these people to it. */
void receipt_draw_invitations(struct http_request *request, struct http_response *response, const char *ref,
                              const struct new_guests *guests);

#endif
