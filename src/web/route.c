#include "web/route.h"

/* Which of the first 32 pieces are plain, as bits from the top: a greater number is the closer match. 0 is also that of
 * "/" alone, so that whether it matches at all is told apart. */
static bool matches(const char *pattern, const struct url_pieces *pieces, uint32_t *closeness_r) {
    size_t piece = 0;
    uint32_t closeness = 0;
    for (const char *at = pattern + 1; *at != '\0'; piece++) {
        size_t length = strcspn(at, "/");
        if (piece == pieces->list.count)
            return false;
        if (*at != '{') {
            const char *text = pieces->list.at[piece];
            if (strncmp(text, at, length) != 0 || text[length] != '\0')
                return false;
            closeness |= piece < 32 ? UINT32_C(0x80000000) >> piece : 0;
        }
        at += length + (at[length] == '/');
    }
    *closeness_r = closeness;
    return piece == pieces->list.count;
}

static void take_params(const char *pattern, const struct url_pieces *pieces, struct arena *a,
                        struct http_pairs *params) {
    size_t piece = 0;
    for (const char *at = pattern + 1; *at != '\0'; piece++) {
        size_t length = strcspn(at, "/");
        if (*at == '{') {
            struct http_pair param = {arena_strndup(a, at + 1, length - 2), pieces->list.at[piece]};
            LIST_ADD(a, &params->list, param);
        }
        at += length + (at[length] == '/');
    }
}

enum route_found route_find(const struct routes *tables, size_t count, enum http_method method,
                            const struct url_pieces *pieces, struct arena *a, const struct route **route_r,
                            struct http_pairs *params_r, const char **allow_r) {
    enum http_method wanted = method == HTTP_HEAD ? HTTP_GET : method;
    const struct route *best = NULL, *other = NULL;
    uint32_t best_closeness = 0;
    bool get = false, post = false;
    for (size_t t = 0; t < count; t++)
        for (size_t i = 0; i < tables[t].count; i++) {
            const struct route *route = &tables[t].at[i];
            uint32_t closeness;
            if (!matches(route->path, pieces, &closeness))
                continue;
            get = get || route->method == HTTP_GET;
            post = post || route->method == HTTP_POST;
            other = route;
            if (route->method == wanted && (best == NULL || closeness > best_closeness)) {
                best = route;
                best_closeness = closeness;
            }
        }
    *params_r = (struct http_pairs){0};
    *route_r = best != NULL ? best : other;
    if (best != NULL) {
        take_params(best->path, pieces, a, params_r);
        return ROUTE_FOUND;
    }
    *allow_r = get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : "POST";
    return other == NULL ? ROUTE_NO_PATH : ROUTE_NO_METHOD;
}
