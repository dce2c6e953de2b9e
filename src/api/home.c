#include "api/api_private.h"

void api_me(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    struct view_contact me = {0};
    sight_me(&request->sight, &me);
    struct json json = api_begin(response, 200);
    json_view_contact(request->a, &json, &me, true);
}

void api_procedures(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    bool known = http_account(request) != NULL; /* a stranger is told what they can do, and not what others can */
    struct sight sight = known ? request->sight : http_as_visitor(request);
    struct view_procedures procedures = {0};
    sight_procedures(&sight, WITH_FORMS, &procedures);
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "procedures");
    json_start_array(&json);
    for (size_t i = 0; i < procedures.list.count; i++)
        if (known || procedures.list.at[i].allowed)
            json_view_procedure(&json, &procedures.list.at[i]);
    json_end_array(&json);
    json_end_object(&json);
}

void api_duties(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    struct view_home home = {0};
    if (!sight_duties(&request->sight, &home)) {
        api_unread(request, response);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "duties");
    json_start_array(&json);
    for (size_t i = 0; i < home.duties.count; i++)
        json_view_duty(request->a, &json, &home.duties.at[i]);
    json_end_array(&json);
    json_end_object(&json);
}

void api_notices(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    struct view_home home = {0};
    if (!sight_notices(&request->sight, &home)) {
        api_unread(request, response);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "notices");
    json_start_array(&json);
    for (size_t i = 0; i < home.notices.count; i++)
        json_view_notice(request->a, &json, &home.notices.at[i]);
    json_end_array(&json);
    json_end_object(&json);
}

void api_protocol(struct http_request *request, struct http_response *response) {
    if (!api_query_known(request, response))
        return;
    struct view_protocol protocol = {0};
    sight_protocol(&request->sight, &protocol);
    struct json json = api_begin(response, 200);
    json_view_protocol(request->a, &json, &protocol);
}
