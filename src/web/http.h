/*
 * http: what the handler of a route gets and gives. Shared by web, which makes HTML, and api, which makes JSON.
 *
 *   struct http_request    a request that passed the gate, with who sends it and what they may read (sight)
 *   struct http_response   status, type, body, headers
 *   struct route           one entry of a table for each thing that the server does
 *
 * A handler runs between db_begin and db_end on its thread's own reader: it reads through request->sight, writes
 * through http_act (or http_write) and nothing else, and fills the response. Everything that it allocates lives in
 * request->a until the response was sent. It does not check who may call it, the form's token or the body's type: the
 * dispatcher did, by the route.
 */
#ifndef COMITY_HTTP_H
#define COMITY_HTTP_H

#include "base/base.h"
#include "engine/engine.h"
#include "sight/sight.h"

/* ---- pieces ---- */

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_OTHER };

struct http_pair { /* both UTF-8, without control characters but tab and line breaks */
    const char *name, *value;
};
struct http_pairs {
    LIST(struct http_pair) list; /* names are distinct */
};
/* NULL when there is none of that name. */
const char *http_value(const struct http_pairs *pairs, const char *name);

/* ---- request ---- */

struct web; /* the server, private to web */
struct password_work;
struct route;

struct http_request {
    struct arena *a;
    struct web *web;
    const struct route *route;
    enum http_method method;
    const char *path;            /* as it came, without the query: "/records/ENQ-7QK4-2M9D" */
    const char *target;          /* as it came: "/records?state=open" */
    struct http_pairs params;    /* what stood for the {names} of the route's path */
    struct http_pairs query;     /* what stood after the "?" */
    struct http_pairs form;      /* of a route that takes a form */
    const char *body;            /* of a route that takes JSON: NUL-terminated UTF-8 */
    size_t body_length;          /* at most HTTP_BODY_MOST */
    const char *idempotency_key; /* the header's, or what the page's form carries; NULL: none */
    bool gzip;                   /* the browser takes compressed bytes */
    const char *cookies;         /* as they came; NULL: none */
    const char *session;         /* the session's token; NULL: none (a bearer token, or not signed in) */
    const char *form_token;      /* of this page's forms; NULL until one wants it */
    /* Set by a handler that returns without an answer: it is called again when this is done, with all but this read
     * anew. No transaction waits meanwhile. */
    struct password_work *work;
    struct sight sight; /* sight.viewer is NULL while nobody is signed in; sight.now is the engine's clock */
};
#define HTTP_BODY_MOST ((size_t)1048576)

/* "" when the route's path has no such name or the request no such value. */
const char *http_param(const struct http_request *request, const char *name);
const char *http_query(const struct http_request *request, const char *name);
const char *http_field(const struct http_request *request, const char *name);

/* The one way to act: fills in the person and the idempotency key, lets go of the reader while the writer works, and
 * reads anew: sight.council and sight.viewer are afterwards of the state with the act in it. */
void http_act(struct http_request *request, struct request *act, struct result *result_r);
/* The same for an act that is to be held, and for one that was. */
void http_hold(struct http_request *request, struct request *act, const char *title, struct result *result_r,
               const char **held_r);
void http_send_held(struct http_request *request, const struct held_one *held, struct result *result_r);
/* The same for a job that is no act (a session, a password). */
enum written http_write(struct http_request *request, store_job *job, void *context);

/* ---- response ---- */

struct http_response {
    int status;                /* 200 unless set */
    const char *type;          /* NULL: no body */
    struct buf body;           /* in the request's arena; or */
    const void *fixed;         /* bytes that outlive the server */
    size_t fixed_length;       /* of fixed */
    bool cacheable;            /* a static asset whose name holds its hash; everything else is no-store */
    struct http_pairs headers; /* beside those that every response has */
};

void http_header(struct http_request *request, struct http_response *response, const char *name, const char *value);
/* 303 to a path of our own. */
void http_see_other(struct http_request *request, struct http_response *response, const char *path);
/* Where to go after something on the way: next, when it is a path of ours, and never another site's; else "/". */
const char *http_next(const struct http_request *request, const char *next);
/* Whether the answer is JSON. A request that found no route is answered in the way of its neighbours. */
bool http_gives_json(const struct http_request *request);
/* Replaces what the response has by an error's page or, on a JSON route, {"error":{"code","say"}}. say NULL: the
 * status's own words. Absent and hidden things alike are 404 without a say. */
void http_error(struct http_request *request, struct http_response *response, int status, const char *say);

/* What makes the body a calendar's file of that name. */
void http_calendar(struct http_request *request, struct http_response *response, const char *name);
/* The calendar entry of a record that takes place, as a file (RFC 5545). */
void http_event(struct http_request *request, struct http_response *response, const struct view_record *record);

/* ---- who has no account ---- */

/* The id of whoever is signed in with an account. NULL for others, guests among them: their code is for the one record
 * that they have, and what else they do they do as strangers. */
const char *http_account(const struct http_request *request);
/* To read what everybody may: as nobody in particular. */
struct sight http_as_visitor(const struct http_request *request);
/* Whether one more record may be opened without an account; else answers 503 with the time to wait. */
bool http_may_open(struct http_request *request, struct http_response *response);
/* 401 on a JSON route; else the page to sign in, with what was typed kept. */
void http_ask_to_sign_in(struct http_request *request, struct http_response *response);

/* ---- route ---- */

enum route_who {
    ROUTE_STATIC,    /* anyone; no database is opened and request->sight is empty */
    ROUTE_ANYONE,    /* anyone; sight.viewer can be NULL, but a bearer token that is given must be good */
    ROUTE_GUESTS,    /* who is signed in, or has a record by its code (engine.h); others as below */
    ROUTE_SIGNED_IN, /* others are sent to sign in, or told 401 on a JSON route; for a guest it is not there */
    ROUTE_TEST       /* anyone, but only of a server with a test clock; else 404 */
};

enum route_gives {
    ROUTE_HTML, /* who: by the session's cookie; a POST takes a form, whose token is checked */
    ROUTE_JSON, /* who: by a bearer token; a POST takes application/json */
    ROUTE_BYTES /* as ROUTE_HTML; errors are pages */
};

struct route {
    enum http_method method; /* HTTP_GET (which serves HEAD too) or HTTP_POST */
    const char *path; /* "/records/{ref}/why": a name in braces stands for one piece of the path. Of two routes that
                         match, the one whose plain piece comes first in the path wins */
    enum route_who who;
    enum route_gives gives;
    void (*handle)(struct http_request *request, struct http_response *response);
    const char *help; /* one line, for the documentation */
    /* Of a JSON route, as shapes (api/shape.h). query: the names that may be asked with, NULL for none; body: what a
     * POST holds; answers: by status, beside errors. */
    const char *query, *body, *answers;
};

struct routes {
    const struct route *at;
    size_t count;
};
#define ROUTES(table) ((struct routes){(table), LENGTH_OF(table)})

#endif
