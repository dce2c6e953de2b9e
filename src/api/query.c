#include "api/api_private.h"
#include "api/shape.h"

static bool is_known(const struct route *route, const char *name, struct arena *a) {
    struct shape_member member;
    for (const char *at = route->query; at != NULL && shape_next(&at, a, &member);)
        if (strcmp(member.name, name) == 0)
            return true;
    return false;
}

bool api_query_known(struct http_request *request, struct http_response *response) {
    for (size_t i = 0; i < request->query.list.count; i++) {
        const char *name = request->query.list.at[i].name;
        if (!is_known(request->route, name, request->a)) {
            http_error(request, response, 400, arena_printf(request->a, "There is no \"%s\" to ask with here.", name));
            return false;
        }
    }
    return true;
}

bool api_query_flag(struct http_request *request, struct http_response *response, const char *name, bool *flag_r) {
    const char *text = http_query(request, name);
    *flag_r = strcmp(text, "1") == 0;
    if (*flag_r || *text == '\0' || strcmp(text, "0") == 0)
        return true;
    http_error(request, response, 400, arena_printf(request->a, "\"%s\" must be 1 or 0.", name));
    return false;
}
