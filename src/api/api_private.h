/* What the files of api share. */
#ifndef COMITY_API_PRIVATE_H
#define COMITY_API_PRIVATE_H

#include "api/api.h"

/* ---- input.c: JSON in */

#define API_DEPTH_MOST 8
#define API_FIELDS_MOST 100

/* What a body can say. Absent members are NULL or empty. */
struct api_input {
    const char *procedure, *to;
    struct values fields;     /* texts; true is "yes", and false is left out, as a box that is not ticked */
    LIST(const char *) ticks; /* the names of fields that were given as true or false: only an attestation may be */
    LIST(const char *) lists; /* and of those that were given as a list: only one that takes several things may be */
};

/* An empty body is {}. members: the names that the route knows, ending with NULL. False with a sentence that says where
 * it is wrong: no JSON, duplicate or unknown members, too deep, a wrong type. */
bool api_input_read(const char *text, size_t length, const char *const *members, struct arena *a,
                    struct api_input *body_r, const char **error_r);

/* ---- query.c: the query string */

/* Whether every name is one of the route's; else answers 400. */
bool api_query_known(struct http_request *request, struct http_response *response);
/* A flag: absent, "", "0" or "1"; answers 400 for another value. */
bool api_query_flag(struct http_request *request, struct http_response *response, const char *name, bool *flag_r);

/* ---- answer.c */

/* Begins a JSON body with that status. */
struct json api_begin(struct http_response *response, int status);
/* sight could not read: 503. */
void api_unread(struct http_request *request, struct http_response *response);

/* ---- view_json.c: views as JSON */

void json_day(struct arena *a, struct json *json, const char *key, int32_t date); /* null when open */
void json_instant(struct arena *a, struct json *json, const char *key, instant at);
void json_view_cites(struct json *json, const struct view_cites *cites);
void json_view_person(struct json *json, const char *key, const struct view_person *person);
void json_view_form(struct json *json, const char *key, const struct view_form *form);
/* guests: whom the act that this answers made guests, with their codes. */
void json_view_record(struct arena *a, struct json *json, const struct view_record *record,
                      const struct new_guests *guests);
/* "receipt": the code of whoever opened a record without an account; "invitations": of those who were invited. */
void json_new_guests(struct json *json, const struct new_guests *guests);
void json_view_row(struct arena *a, struct json *json, const struct view_row *row);
void json_view_duty(struct arena *a, struct json *json, const struct view_duty *duty);
void json_view_notice(struct arena *a, struct json *json, const struct view_notice *notice);
void json_view_procedure(struct json *json, const struct view_procedure *procedure);
void json_view_contact(struct arena *a, struct json *json, const struct view_contact *contact, bool whole);
void json_view_unit(struct arena *a, struct json *json, const struct view_unit *unit, bool whole);
void json_view_protocol(struct arena *a, struct json *json, const struct view_protocol *protocol);

/* ---- act.c: what an act or a preview came to, as an answer */

/* Answers for everything but RESULT_DONE; false then. */
bool api_result_done(struct http_request *request, struct http_response *response, const struct result *result);
void api_preview(struct http_request *request, struct http_response *response, const struct preview *preview,
                 const struct view_earlier *earlier);

/* ---- handlers, by file */

void api_me(struct http_request *request, struct http_response *response); /* home.c */
void api_procedures(struct http_request *request, struct http_response *response);
void api_duties(struct http_request *request, struct http_response *response);
void api_notices(struct http_request *request, struct http_response *response);
void api_protocol(struct http_request *request, struct http_response *response);
void api_record_open(struct http_request *request, struct http_response *response); /* records.c */
void api_record_list(struct http_request *request, struct http_response *response);
void api_record(struct http_request *request, struct http_response *response);
void api_record_act(struct http_request *request, struct http_response *response);
void api_record_event(struct http_request *request, struct http_response *response);
void api_record_why(struct http_request *request, struct http_response *response);
void api_people(struct http_request *request, struct http_response *response); /* directory.c */
void api_person(struct http_request *request, struct http_response *response);
void api_groups(struct http_request *request, struct http_response *response);
void api_group(struct http_request *request, struct http_response *response);
void api_services(struct http_request *request, struct http_response *response);
void api_service(struct http_request *request, struct http_response *response);
void api_wards(struct http_request *request, struct http_response *response);
void api_ward(struct http_request *request, struct http_response *response);
void api_bodies(struct http_request *request, struct http_response *response);
void api_body(struct http_request *request, struct http_response *response);
void api_test_clock(struct http_request *request, struct http_response *response); /* clock.c */
void api_describe(struct http_request *request, struct http_response *response);   /* openapi.c */

#endif
