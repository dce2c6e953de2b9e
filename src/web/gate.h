/*
 * gate: refuses a request that no honest client sends, before anything else looks at it. Private to web.
 *
 * Requests that two programs read differently (a proxy and this server, say) are how one person's request is smuggled
 * into another's connection; RFC 9112 section 11.2. So what is doubled, ambiguous or broken is refused and not mended.
 *
 * It sees what libmicrohttpd gives. That has joined folded header lines, dropped white space around values, read bare
 * LF as the end of a line, and taken a line that begins with a colon for the end of the headers, before anybody is
 * asked; its strict mode (MHD_OPTION_STRICT_FOR_CLIENT) refuses white space before a colon. What is left of such tricks
 * is seen here: control characters, NUL bytes (the length that it reports differs from the text's), names that are no
 * tokens, headers that come twice; and, in server.c, that all of it is as long as "Name: value" on lines that end with
 * CRLF. A hidden line could still be made up for by leaving a space out elsewhere; no proxy passes both of these on.
 */
#ifndef COMITY_WEB_GATE_H
#define COMITY_WEB_GATE_H

#include "web/url.h"

#define GATE_TARGET_MOST 2048
#define GATE_HEADERS_MOST 64
/* So long a body is read to its end, to be answered when it is refused; one that is longer loses the connection. */
#define GATE_BODY_READ INT64_C(16777216)

/* A request's first lines as they came. */
struct gate_head {
    const char *method, *target, *version; /* target NULL: it could not be read */
    LIST(struct http_pair) headers;        /* in order, names as they came; doubled ones too */
    bool broken;                           /* a header held a NUL byte, or there was more or less than is seen */
};

/* What passed. Each header is NULL when it was not sent. */
struct gate_pass {
    enum http_method method;
    const char *path; /* without the query */
    struct url_pieces pieces;
    struct http_pairs query;
    const char *host, *content_type, *authorization, *cookie, *idempotency_key, *origin, *fetch_site, *accept_encoding;
    size_t body_length; /* that will come and is to be read, also when the request is refused for it */
};

/* 0, or the status of a refusal with a sentence for the person in *say_r: 400, 411, 413, 414, 417, 431, 501, 505. */
int gate_check(const struct gate_head *head, struct arena *a, struct gate_pass *pass_r, const char **say_r);
/* Whether a Content-Type is this media type, whatever its parameters; a charset must be UTF-8. */
bool gate_is_type(const char *content_type, const char *type);

#endif
