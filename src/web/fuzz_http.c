/* Any first line and headers either pass the gate or are refused with a sentence; what passed has no tricks left. */
#include "web/gate.h"
#include "web/route.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Lines: method, target, version, then "name:value". */
static void read_head(struct arena *a, const uint8_t *data, size_t size, struct gate_head *head) {
    char **lines = text_split(a, arena_strndup(a, (const char *)data, size), '\n');
    const char **first[] = {&head->method, &head->target, &head->version};
    for (size_t i = 0; lines[i] != NULL; i++) {
        char *colon = strchr(lines[i], ':');
        if (i < LENGTH_OF(first)) {
            *first[i] = lines[i];
        } else if (colon != NULL) {
            *colon = '\0';
            LIST_ADD(a, &head->headers, ((struct http_pair){lines[i], colon + 1}));
        }
    }
}

static void expect(bool holds) {
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct gate_head head = {.method = "GET", .target = "/", .version = "HTTP/1.1"};
    struct gate_pass pass;
    const char *say = NULL;
    read_head(a, data, size, &head);
    int status = gate_check(&head, a, &pass, &say);
    expect(status == 0 || say != NULL);
    for (size_t i = 0; status == 0 && i < pass.pieces.list.count; i++) {
        const char *piece = pass.pieces.list.at[i];
        expect(piece[0] != '\0' && strcmp(piece, ".") != 0 && strcmp(piece, "..") != 0);
        expect(text_is_utf8(piece, strlen(piece)));
    }
    if (status == 0) {
        static const struct route table[] = {{HTTP_GET, "/a/{b}", ROUTE_STATIC, ROUTE_HTML, NULL, ""},
                                             {HTTP_POST, "/{a}/b/{c}", ROUTE_STATIC, ROUTE_HTML, NULL, ""}};
        const struct routes tables = ROUTES(table);
        const struct route *route;
        struct http_pairs params;
        const char *allow;
        if (route_find(&tables, 1, pass.method, &pass.pieces, a, &route, &params, &allow) == ROUTE_FOUND)
            expect(route != NULL && params.list.count > 0);
    }
    arena_free(&a);
    return 0;
}
