/* The routes as OpenAPI 3.1 has them: what each takes and gives, for programs that read such things. */
#include "api/api_private.h"

#include <jansson.h>

#include "api/shape.h"

#define PLAIN(text) ((struct shape_member){.type = (text)})

static void write_say(struct json *json, const char *say) {
    json_pair(json, "description", say);
}

/* ---- what a route takes */

static void write_parameter(struct json *json, struct arena *a, const char *where, const struct shape_member *member) {
    json_start_object(json);
    json_pair(json, "name", member->name);
    json_pair(json, "in", where);
    json_pair_bool(json, "required", !member->optional);
    json_key(json, "schema");
    json_shape_of(json, a, member);
    json_end_object(json);
}

static void write_parameters(struct json *json, struct arena *a, const struct route *route) {
    struct shape_member member;
    json_key(json, "parameters");
    json_start_array(json);
    for (char **piece = text_split(a, route->path, '/'); *piece != NULL; piece++)
        if (**piece == '{') {
            member = (struct shape_member){.name = arena_strndup(a, *piece + 1, strlen(*piece) - 2), .type = "string"};
            write_parameter(json, a, "path", &member);
        }
    for (const char *at = route->query; at != NULL && shape_next(&at, a, &member);)
        write_parameter(json, a, "query", &member);
    if (route->method == HTTP_POST) {
        member = (struct shape_member){.name = "Idempotency-Key", .type = "string", .optional = true};
        write_parameter(json, a, "header", &member);
    }
    json_end_array(json);
}

/* What is no JSON: a text of its own type. */
static bool is_calendar(const struct shape_member *type) {
    return type != NULL && text_equal(type->type, SHAPE_CALENDAR);
}

static void write_content(struct json *json, struct arena *a, const char *shape, const struct shape_member *type) {
    json_key(json, "content");
    json_start_object(json);
    json_key(json, is_calendar(type) ? "text/calendar" : "application/json");
    json_start_object(json);
    json_key(json, "schema");
    if (shape != NULL)
        json_shape(json, a, shape);
    else
        json_shape_of(json, a, type);
    json_end_object(json);
    json_end_object(json);
}

static void write_body(struct json *json, struct arena *a, const char *shape) {
    json_key(json, "requestBody");
    json_start_object(json);
    bool required = false;
    struct shape_member member;
    for (const char *at = shape; shape_next(&at, a, &member);)
        required = required || !member.optional;
    json_pair_bool(json, "required", required);
    write_content(json, a, shape, NULL);
    json_end_object(json);
}

/* ---- what it gives */

static void write_answer(struct json *json, struct arena *a, const char *status, const char *say, const char *type) {
    json_key(json, status);
    json_start_object(json);
    write_say(json, say);
    write_content(json, a, NULL, &PLAIN(type));
    json_end_object(json);
}

static void write_answers(struct json *json, struct arena *a, const struct route *route) {
    struct shape_member member;
    json_key(json, "responses");
    json_start_object(json);
    for (const char *at = route->answers; shape_next(&at, a, &member);)
        write_answer(json, a, member.name, member.name[0] == '2' ? "Done." : "Not done.", member.type);
    write_answer(json, a, "default", "Everything else that fails.", "Error");
    json_end_object(json);
}

static void write_token(struct json *json) {
    json_start_object(json);
    json_key(json, "token");
    json_start_array(json);
    json_end_array(json);
    json_end_object(json);
}

/* What differs from the whole document's, which is a token. */
static void write_who(struct json *json, enum route_who who) {
    if (who == ROUTE_SIGNED_IN || who == ROUTE_GUESTS)
        return;
    json_key(json, "security");
    json_start_array(json);
    if (who == ROUTE_ANYONE) { /* with a token or without */
        write_token(json);
        json_start_object(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_operation(struct json *json, struct arena *a, const struct route *route) {
    const char *method = route->method == HTTP_GET ? "get" : "post";
    json_key(json, method);
    json_start_object(json);
    json_pair(json, "operationId", arena_printf(a, "%s-%s", method, text_slug(a, route->path + strlen("/api/v1/"))));
    write_say(json, route->help);
    write_who(json, route->who);
    write_parameters(json, a, route);
    if (route->body != NULL)
        write_body(json, a, route->body);
    write_answers(json, a, route);
    json_end_object(json);
}

/* ---- the whole */

/* Routes of one path stand together, each path where it comes first. */
static void write_path(struct json *json, struct arena *a, size_t first) {
    const char *path = api_routes.at[first].path;
    for (size_t i = 0; i < first; i++)
        if (strcmp(api_routes.at[i].path, path) == 0)
            return;
    json_key(json, path);
    json_start_object(json);
    for (size_t i = first; i < api_routes.count; i++)
        if (strcmp(api_routes.at[i].path, path) == 0)
            write_operation(json, a, &api_routes.at[i]);
    json_end_object(json);
}

static void write_security(struct json *json) {
    json_key(json, "securitySchemes");
    json_start_object(json);
    json_key(json, "token");
    json_start_object(json);
    json_pair(json, "type", "http");
    json_pair(json, "scheme", "bearer");
    json_end_object(json);
    json_end_object(json);
}

static void write_document(struct json *json, struct arena *a) {
    json_start_object(json);
    json_pair(json, "openapi", "3.1.0");
    json_key(json, "info");
    json_start_object(json);
    json_pair(json, "title", "Comity");
    json_pair(json, "version", "1");
    write_say(json, "The Member Contact Centre for scripts; docs/api.md tells how to use it.");
    json_end_object(json);
    json_key(json, "security");
    json_start_array(json);
    write_token(json);
    json_end_array(json);
    json_key(json, "paths");
    json_start_object(json);
    for (size_t i = 0; i < api_routes.count; i++)
        write_path(json, a, i);
    json_end_object(json);
    json_key(json, "components");
    json_start_object(json);
    write_security(json);
    json_shapes(json, a);
    json_end_object(json);
    json_end_object(json);
}

/* Indented, so that a change of it can be read. */
void api_openapi(struct buf *out) {
    struct arena *a = arena_new();
    struct buf text = {.arena = a};
    struct json json = {.buf = &text};
    write_document(&json, a);
    json_t *document = json_loadb(text.data, text.length, 0, NULL);
    char *indented = json_dumps(document, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
    buf_adds(out, indented);
    buf_addc(out, '\n');
    free(indented);
    json_decref(document);
    arena_free(&a);
}

void api_describe(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    api_begin(response, 200);
    api_openapi(&response->body);
}
