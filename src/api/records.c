#include "api/api_private.h"

/* ---- acting */

/* Only an attestation can be true or false, and only what takes several things a list: for any other field that is a
 * wrong type, and no text. A form that is not there is left to the engine, which answers for it. */
static bool types_are_right(struct http_request *request, struct http_response *response, const struct form *form,
                            const struct api_input *body) {
    for (size_t i = 0; form != NULL && i < body->lists.count; i++) {
        const struct field *field = form_field(form, body->lists.at[i]);
        if (field == NULL || field_kind_is_many(field->kind))
            continue;
        http_error(request, response, 400, arena_printf(request->a, "The field \"%s\" takes one thing.", field->name));
        return false;
    }
    for (size_t i = 0; form != NULL && i < body->ticks.count; i++) {
        const struct field *field = form_field(form, body->ticks.at[i]);
        if (field == NULL || field->kind == FIELD_ATTEST)
            continue;
        http_error(request, response, 400, arena_printf(request->a, "The field \"%s\" must be a text.", field->name));
        return false;
    }
    return true;
}

static bool read_body(struct http_request *request, struct http_response *response, const char *const *members,
                      struct api_input *body_r) {
    const char *error = NULL;
    if (api_input_read(request->body, request->body_length, members, request->a, body_r, &error))
        return true;
    http_error(request, response, 400, error);
    return false;
}

/* The record as it is after the act; whoever handed it on and no longer sees it is told its reference only. */
static void answer_record(struct http_request *request, struct http_response *response, const struct result *result,
                          const char *ref, int status) {
    struct sight sight = request->sight;
    struct view_record view = {0};
    bool found = false;
    if (sight.viewer == NULL) /* who opened it without an account sees it as the guest that they are now */
        sight.viewer = council_person(sight.db, sight.council, result->guests.list.at[0].id, request->a);
    if (!sight_record(&sight, ref, WITH_FORMS, &view, &found)) {
        api_unread(request, response);
        return;
    }
    struct json json = api_begin(response, status);
    if (found)
        json_view_record(request->a, &json, &view, &result->guests);
    else {
        json_start_object(&json);
        json_pair(&json, "ref", ref);
        json_pair_bool(&json, "whole", false);
        json_new_guests(&json, &result->guests);
        json_end_object(&json);
    }
}

/* Without an account: only what the public may begin. All else is like what there is not. */
static bool may_begin(const struct http_request *request, const struct procedure *procedure) {
    struct sight sight = http_as_visitor(request);
    return http_account(request) != NULL ||
           (procedure != NULL && sight_procedure(&sight, procedure->name, NULL)->allowed);
}

static void answer_preview(struct http_request *request, struct http_response *response, struct request *act) {
    struct sight sight = request->sight;
    struct preview outcome = {0};
    struct view_earlier earlier;
    act->person = http_account(request);
    if (act->person == NULL)
        sight.viewer = &visitor;
    sight_preview(&sight, act, &outcome);
    if (sight_earlier(&sight, act, &earlier))
        api_preview(request, response, &outcome, &earlier);
    else
        api_unread(request, response);
}

void api_record_open(struct http_request *request, struct http_response *response) {
    static const char *const members[] = {"procedure", "fields", NULL};
    struct api_input body;
    bool preview;
    if (!api_query_known(request, response) || !api_query_flag(request, response, "preview", &preview) ||
        !read_body(request, response, members, &body))
        return;
    if (body.procedure == NULL) {
        http_error(request, response, 400, "\"procedure\" is missing: say what to begin, such as \"enquiry\".");
        return;
    }
    const struct procedure *procedure = pack_procedure(request->sight.council->pack, body.procedure);
    if (!may_begin(request, procedure)) {
        http_ask_to_sign_in(request, response);
        return;
    }
    if (!types_are_right(request, response, procedure == NULL ? NULL : &procedure->open_form, &body))
        return;
    struct request act = {.procedure = body.procedure, .fields = body.fields};
    if (preview) {
        answer_preview(request, response, &act);
        return;
    }
    struct result result = {0};
    if (!http_may_open(request, response))
        return;
    http_act(request, &act, &result);
    if (!api_result_done(request, response, &result))
        return;
    answer_record(request, response, &result, result.ref, 201);
    http_header(request, response, "Location", arena_printf(request->a, "/api/v1/records/%s", result.ref));
}

/* The form of a power, as the version of the pack has it under which the record began; NULL when there is none. */
static const struct form *form_of(const struct http_request *request, const char *ref, const char *power_name) {
    const struct sight *sight = &request->sight;
    struct situation situation;
    bool found = false;
    if (!situation_of_record(sight->db, sight->council, sight->viewer, ref, sight->now, request->a, &situation,
                             &found) ||
        !found)
        return NULL;
    const struct power *power = procedure_power(situation.procedure, power_name);
    return power == NULL ? NULL : &power->form;
}

void api_record_act(struct http_request *request, struct http_response *response) {
    static const char *const members[] = {"fields", NULL};
    struct api_input body;
    if (!api_query_known(request, response) || !read_body(request, response, members, &body))
        return;
    const char *ref = http_param(request, "ref"), *power = http_param(request, "power");
    if (body.ticks.count + body.lists.count > 0 &&
        !types_are_right(request, response, form_of(request, ref, power), &body))
        return;
    struct request act = {.ref = ref, .power = power, .fields = body.fields};
    struct result result = {0};
    http_act(request, &act, &result);
    if (api_result_done(request, response, &result))
        answer_record(request, response, &result, ref, 200);
}

/* ---- reading */

static bool read_filter(struct http_request *request, struct http_response *response, struct list_filter *filter_r) {
    const char *state = http_query(request, "state"), *limit = http_query(request, "limit");
    int64_t rows = 25;
    if (!api_query_known(request, response) || !api_query_flag(request, response, "mine", &filter_r->mine))
        return false;
    if (strcmp(state, "open") == 0)
        filter_r->state = LIST_OPEN;
    else if (strcmp(state, "closed") == 0)
        filter_r->state = LIST_CLOSED;
    else if (*state == '\0' || strcmp(state, "all") == 0)
        filter_r->state = LIST_ALL;
    else {
        http_error(request, response, 400, "\"state\" must be open, closed or all.");
        return false;
    }
    if (*limit != '\0' && !text_to_int(limit, 1, 100, &rows)) {
        http_error(request, response, 400, "\"limit\" must be a number from 1 to 100.");
        return false;
    }
    filter_r->limit = (int)rows;
    const char *procedure = http_query(request, "procedure"), *words = http_query(request, "q"),
               *after = http_query(request, "after");
    filter_r->procedure = *procedure == '\0' ? NULL : procedure;
    filter_r->words = *words == '\0' ? NULL : words;
    filter_r->after = *after == '\0' ? NULL : after;
    return true;
}

void api_record_list(struct http_request *request, struct http_response *response) {
    struct list_filter filter = {0};
    struct view_list list = {0};
    if (!read_filter(request, response, &filter))
        return;
    if (!sight_list(&request->sight, &filter, &list)) {
        api_unread(request, response);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "records");
    json_start_array(&json);
    for (size_t i = 0; i < list.rows.count; i++)
        json_view_row(request->a, &json, &list.rows.at[i]);
    json_end_array(&json);
    json_pair(&json, "next", list.next);
    json_end_object(&json);
}

void api_record(struct http_request *request, struct http_response *response) {
    struct view_record view = {0};
    bool found = false;
    if (!api_query_known(request, response))
        return;
    if (!sight_record(&request->sight, http_param(request, "ref"), WITH_FORMS, &view, &found))
        api_unread(request, response);
    else if (!found)
        http_error(request, response, 404, NULL);
    else {
        struct json json = api_begin(response, 200);
        json_view_record(request->a, &json, &view, &(struct new_guests){0});
    }
}

void api_record_event(struct http_request *request, struct http_response *response) {
    struct view_record view = {0};
    bool found = false;
    if (!api_query_known(request, response))
        return;
    if (!sight_record(&request->sight, http_param(request, "ref"), WITHOUT_FORMS, &view, &found))
        api_unread(request, response);
    else if (!found || !view.takes_place)
        http_error(request, response, 404, NULL);
    else
        http_event(request, response, &view);
}

void api_record_why(struct http_request *request, struct http_response *response) {
    struct view_why view = {0};
    bool found = false;
    if (!api_query_known(request, response))
        return;
    const char *power = http_query(request, "power");
    if (*power == '\0') {
        http_error(request, response, 400, "\"power\" is missing: say which one, such as ?power=answer.");
        return;
    }
    if (!sight_why(&request->sight, http_param(request, "ref"), power, &view, &found)) {
        api_unread(request, response);
        return;
    }
    if (!found) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_pair(&json, "ref", view.ref);
    json_pair(&json, "power", view.power);
    json_pair(&json, "label", view.label);
    json_pair_bool(&json, "allowed", view.allowed);
    json_pair(&json, "clause", view.cites.count == 0 ? NULL : view.cites.at[0].id);
    json_pair(&json, "say", view.say);
    json_view_cites(&json, &view.cites);
    json_end_object(&json);
}
