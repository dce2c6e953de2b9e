/*
 * api: JSON for scripts, over the same engine and the same gate for reading as the pages.
 *
 *   api_routes   one table: method, path, who may, handler and a line of help
 *   api_docs     docs/api.md, written from that table
 *   api_openapi  docs/openapi.json, from that table and the shapes of shape.c
 *
 * A body is read into `struct api_input`, every member of which is named by the route; a view from sight is written by
 * view_json.c; nothing else is ever written, so an answer cannot hold what the viewer may not see.
 */
#ifndef COMITY_API_H
#define COMITY_API_H

#include "web/http.h"

extern const struct routes api_routes;

/* Markdown: what docs/api.md must be. */
void api_docs(struct buf *out);

/* OpenAPI 3.1: what docs/openapi.json must be. */
void api_openapi(struct buf *out);

/* "cites": [{"id", "summary"}], as answers have it everywhere. */
void json_cites(struct json *json, const struct cites *cites);

/* Moves a test clock on, stopping at each moment at which something falls due to deal with it then. Returns how many
 * duties that were; -1 when the store failed or the clock does not go there. Call it outside db_begin … db_end. */
int api_run_clock(struct engine *engine, instant to, struct arena *a, const char **error_r);

#endif
