#include "api/api_private.h"

void api_people(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    const char *kind = http_query(request, "kind"), *words = http_query(request, "q");
    if (*kind != '\0' && strcmp(kind, "member") != 0 && strcmp(kind, "officer") != 0 &&
        strcmp(kind, "restricted") != 0) {
        http_error(request, response, 400, "\"kind\" must be member, officer or restricted.");
        return;
    }
    struct view_people people = {0};
    sight_people(&request->sight, *kind == '\0' ? NULL : kind, *words == '\0' ? NULL : words, &people);
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "people");
    json_start_array(&json);
    for (size_t i = 0; i < people.list.count; i++)
        json_view_contact(request->a, &json, &people.list.at[i], false);
    json_end_array(&json);
    json_end_object(&json);
}

void api_person(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    struct view_contact contact = {0};
    if (!sight_person(&request->sight, http_param(request, "id"), &contact)) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct json json = api_begin(response, 200);
    json_view_contact(request->a, &json, &contact, true);
}

/* ---- groups, services, wards and bodies are alike */

static void units(struct http_request *request, struct http_response *response, enum unit_kind kind, const char *key) {
    if (!api_query_known(request, response))
        return;
    struct view_units units = {0};
    sight_units(&request->sight, kind, &units);
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, key);
    json_start_array(&json);
    for (size_t i = 0; i < units.list.count; i++)
        json_view_unit(request->a, &json, &units.list.at[i], false);
    json_end_array(&json);
    json_end_object(&json);
}

static void unit(struct http_request *request, struct http_response *response, enum unit_kind kind) {
    if (!api_query_known(request, response))
        return;
    struct view_unit view = {0};
    if (!sight_unit(&request->sight, kind, http_param(request, "id"), &view)) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct json json = api_begin(response, 200);
    json_view_unit(request->a, &json, &view, true);
}

void api_groups(struct http_request *request, struct http_response *response) {
    units(request, response, UNIT_GROUP, "groups");
}

void api_group(struct http_request *request, struct http_response *response) {
    unit(request, response, UNIT_GROUP);
}

void api_services(struct http_request *request, struct http_response *response) {
    units(request, response, UNIT_SERVICE, "services");
}

void api_service(struct http_request *request, struct http_response *response) {
    unit(request, response, UNIT_SERVICE);
}

void api_wards(struct http_request *request, struct http_response *response) {
    units(request, response, UNIT_WARD, "wards");
}

void api_ward(struct http_request *request, struct http_response *response) {
    unit(request, response, UNIT_WARD);
}

void api_bodies(struct http_request *request, struct http_response *response) {
    units(request, response, UNIT_BODY, "bodies");
}

void api_body(struct http_request *request, struct http_response *response) {
    unit(request, response, UNIT_BODY);
}
