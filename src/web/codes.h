/*
 * codes: the receipts of guests, typed on a page or sent as a bearer token, and how often wrong ones are tried. Private
 * to web.
 */
#ifndef COMITY_WEB_CODES_H
#define COMITY_WEB_CODES_H

#include "web/web.h"

/* Whether a text has as many symbols as a code: what has more or fewer is no attempt at one. */
bool code_is_like(const char *text);
/* The id of the guest whose code that is; NULL when it is nobody's, or when too many wrong ones came that began like
 * it: then *too_often_r is set, and the code was not looked at. */
const char *code_guest(struct http_request *request, const char *code, bool *too_often_r);

#endif
