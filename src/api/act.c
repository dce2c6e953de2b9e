#include "api/api_private.h"

/* see, begin: where the refusal points to; NULL: nowhere. */
static void refused(struct http_response *response, const struct cites *cites, const char *say, const char *see,
                    const char *begin) {
    struct json json = api_begin(response, 422);
    json_start_object(&json);
    json_key(&json, "refused");
    json_start_object(&json);
    json_pair(&json, "clause", cites->count == 0 ? NULL : cites->at[0]->id);
    json_pair(&json, "say", say);
    json_cites(&json, cites);
    json_pair(&json, "see", see);
    json_pair(&json, "begin", begin);
    json_end_object(&json);
    json_end_object(&json);
}

static void invalid(struct http_response *response, const struct field_error *errors, size_t count) {
    struct json json = api_begin(response, 422);
    json_start_object(&json);
    json_key(&json, "errors");
    json_start_array(&json);
    for (size_t i = 0; i < count; i++) {
        json_start_object(&json);
        json_pair(&json, "field", errors[i].field);
        json_pair(&json, "say", errors[i].say);
        json_end_object(&json);
    }
    json_end_array(&json);
    json_end_object(&json);
}

/* It may have been done all the same: a code of its own, so that a script can tell it from an act that was not. */
static void unknown(const struct http_request *request, struct http_response *response) {
    struct json json = api_begin(response, 503);
    json_start_object(&json);
    json_key(&json, "error");
    json_start_object(&json);
    json_pair(&json, "code", "outcome-unknown");
    json_pair(&json, "say",
              request->idempotency_key == NULL
                  ? "It may have been saved: look before you send it again."
                  : "It may have been saved: look, or send it again with the same Idempotency-Key.");
    json_end_object(&json);
    json_end_object(&json);
}

static void not_done(struct http_request *request, struct http_response *response, enum result_kind kind,
                     const char *say) {
    if (kind == RESULT_NOT_FOUND)
        http_error(request, response, 404, NULL);
    else if (kind == RESULT_CONFLICT)
        http_error(request, response, 409, say);
    else if (kind == RESULT_UNKNOWN)
        unknown(request, response);
    else
        http_error(request, response, 503, "It could not be saved, and nothing changed. Try again in a moment.");
}

bool api_result_done(struct http_request *request, struct http_response *response, const struct result *result) {
    if (result->kind == RESULT_DONE)
        return true;
    if (result->kind == RESULT_REFUSED)
        refused(response, &result->cites, result->say, result->see, result->begin);
    else if (result->kind == RESULT_INVALID)
        invalid(response, result->errors.at, result->errors.count);
    else
        not_done(request, response, result->kind, result->say);
    return false;
}

/* ---- preview */

static void write_due(struct http_request *request, struct json *json, const struct preview *preview) {
    json_key(json, "due");
    if (!preview->has_due) {
        json_none(json);
        return;
    }
    json_start_object(json);
    json_pair(json, "due", day_format(request->a, preview->due.due, DAY_ISO));
    json_instant(request->a, json, "due_at", preview->due.ends);
    json_key(json, "working");
    deadline_json(request->a, json, &preview->due);
    json_cites(json, &preview->due_cites);
    json_end_object(json);
}

static void write_audience(struct json *json, const struct preview *preview) {
    json_key(json, "audience");
    json_start_array(json);
    for (size_t i = 0; i < preview->audience.count; i++) {
        json_start_object(json);
        json_pair(json, "part", preview->audience.at[i].part);
        json_pair(json, "who", preview->audience.at[i].who);
        json_cites(json, &preview->audience.at[i].cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_later(struct json *json, const struct preview *preview) {
    json_key(json, "later");
    json_start_array(json);
    for (size_t i = 0; i < preview->later.count; i++) {
        json_start_object(json);
        json_pair(json, "who", preview->later.at[i].who);
        json_pair(json, "what", preview->later.at[i].what);
        json_cites(json, &preview->later.at[i].cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_open(struct json *json, const struct preview *preview) {
    json_key(json, "open");
    if (!preview->counts_open) {
        json_none(json);
        return;
    }
    json_start_object(json);
    json_pair_number(json, "count", preview->open_count);
    json_cites(json, &preview->counts_cites);
    json_end_object(json);
}

static void write_earlier(struct http_request *request, struct json *json, const struct view_earlier *earlier) {
    json_key(json, "earlier");
    json_start_array(json);
    for (size_t i = 0; i < earlier->rows.count; i++)
        json_view_row(request->a, json, &earlier->rows.at[i]);
    json_end_array(json);
}

void api_preview(struct http_request *request, struct http_response *response, const struct preview *preview,
                 const struct view_earlier *earlier) {
    if (preview->kind == RESULT_REFUSED) {
        refused(response, &preview->cites, preview->say, preview->see, preview->begin);
        return;
    }
    if (preview->kind == RESULT_INVALID) {
        invalid(response, preview->errors.at, preview->errors.count);
        return;
    }
    if (preview->kind != RESULT_DONE) {
        not_done(request, response, preview->kind, preview->say);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_key(&json, "preview");
    json_start_object(&json);
    json_pair(&json, "handler", preview->answers);
    json_key(&json, "route");
    json_start_object(&json);
    json_cites(&json, &preview->route_cites);
    json_end_object(&json);
    write_due(request, &json, preview);
    write_audience(&json, preview);
    write_later(&json, preview);
    write_open(&json, preview);
    write_earlier(request, &json, earlier);
    json_end_object(&json);
    json_end_object(&json);
}
