/* url: percent-encoding, and the pairs of queries and forms, read strictly. Private to web. */
#ifndef COMITY_WEB_URL_H
#define COMITY_WEB_URL_H

#include "web/http.h"

/* Decodes length bytes: "%41" is "A", and "+" a space where plus says so. NULL when an escape is broken or what comes
 * out is not UTF-8 or has a control character (a tab and line breaks are allowed in forms only). */
char *url_decode(struct arena *a, const char *text, size_t length, bool form);
/* For one piece of a path or one value of a query: all but letters, digits and "-._~" escaped. */
void url_encode(struct buf *to, const char *text);

#define URL_PAIRS_MOST 200
#define URL_NAME_MOST 64

/* "name=value&…" of a query or an application/x-www-form-urlencoded body. At most URL_PAIRS_MOST pairs with names of at
 * most URL_NAME_MOST bytes; a name that comes twice is an error and not a list. */
bool url_pairs(struct arena *a, const char *text, size_t length, bool form, struct http_pairs *pairs_r,
               const char **error_r);

struct url_pieces {
    LIST(const char *) list; /* decoded */
};
/* "/records/x" -> {"records", "x"}; "/" has none. False for what is no absolute path, for "." and "..", and for an
 * empty piece. */
bool url_path(struct arena *a, const char *path, size_t length, struct url_pieces *pieces_r);

/* Only characters that may stand in an address as they are: printable ASCII without "#" and backslash. */
bool url_is_plain(const char *text);

#endif
