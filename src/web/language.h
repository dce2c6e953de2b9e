/* language: in which language a person reads. Private to web. */
#ifndef COMITY_WEB_LANGUAGE_H
#define COMITY_WEB_LANGUAGE_H

#include "govuk/govuk.h"
#include "web/web_private.h"

/* The one that a request's cookies say, if the council offers it; NULL: English. */
const struct language *language_chosen(const struct http_request *request, const char *cookies);
/* The way to the others; NULL where the council offers none. */
const struct govuk_language_navigation *language_navigation(struct http_request *request);

#endif
