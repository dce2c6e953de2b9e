/* route: finds the entry of the tables for a method and a path. Private to web. */
#ifndef COMITY_WEB_ROUTE_H
#define COMITY_WEB_ROUTE_H

#include "web/url.h"

enum route_found { ROUTE_FOUND, ROUTE_NO_PATH, ROUTE_NO_METHOD };

/* HEAD finds GET's. On ROUTE_FOUND *route_r and *params_r are set; on ROUTE_NO_METHOD *allow_r is the value of an Allow
 * header, and *route_r some route of the path. */
enum route_found route_find(const struct routes *tables, size_t count, enum http_method method,
                            const struct url_pieces *pieces, struct arena *a, const struct route **route_r,
                            struct http_pairs *params_r, const char **allow_r);

#endif
