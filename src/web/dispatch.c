/* The way of a request: gate, route, person, token, handler. Knows nothing of libmicrohttpd. */
#include "web/web_private.h"

#include "web/codes.h"
#include "web/language.h"
#include "web/route.h"

/* ---- what handlers call ---- */

static const char *value_or_empty(const struct http_pairs *pairs, const char *name) {
    const char *value = http_value(pairs, name);
    return value == NULL ? "" : value;
}

const char *http_param(const struct http_request *request, const char *name) {
    return value_or_empty(&request->params, name);
}

const char *http_query(const struct http_request *request, const char *name) {
    return value_or_empty(&request->query, name);
}

const char *http_field(const struct http_request *request, const char *name) {
    return value_or_empty(&request->form, name);
}

void http_see_other(struct http_request *request, struct http_response *response, const char *path) {
    response->status = 303;
    response->type = NULL;
    response->body = (struct buf){.arena = request->a};
    http_header(request, response, "Location", path);
}

/* "//evil.example" and "/\\evil.example" are addresses of others to a browser. */
const char *http_next(const struct http_request *request, const char *next) {
    struct url_pieces pieces;
    size_t length = strcspn(next, "?");
    if (next[0] == '\0' || strlen(next) > GATE_TARGET_MOST || !url_is_plain(next) ||
        !url_path(request->a, next, length, &pieces))
        return "/";
    return next;
}

/* ---- reading ---- */

/* The council as it is now, and the person in it. False when the store failed. A person who is no longer active is
 * nobody from the next request on. */
static bool see(struct http_request *request, const char *person) {
    struct sight *sight = &request->sight;
    sight->now = clock_now(engine_clock(sight->engine));
    sight->council = engine_council(sight->engine, sight->db, request->a);
    if (sight->council == NULL)
        return false;
    const struct person *viewer = person == NULL ? NULL : council_person(sight->db, sight->council, person, request->a);
    sight->viewer = viewer != NULL && viewer->active ? viewer : NULL;
    return true;
}

/* After a write: what the handler stands on stays as it was when the store cannot be read any more. */
static void see_again(struct http_request *request) {
    struct sight before = request->sight;
    db_begin(before.db);
    bool read = see(request, before.viewer == NULL ? NULL : before.viewer->id);
    if (!read)
        request->sight.council = before.council;
    if (!read || request->sight.viewer == NULL)
        request->sight.viewer = before.viewer;
}

const char *http_account(const struct http_request *request) {
    const struct person *viewer = request->sight.viewer;
    return viewer == NULL || viewer->kind == PERSON_GUEST ? NULL : viewer->id;
}

struct sight http_as_visitor(const struct http_request *request) {
    struct sight sight = request->sight;
    sight.viewer = &visitor;
    return sight;
}

bool http_may_open(struct http_request *request, struct http_response *response) {
    if (http_account(request) != NULL ||
        limit_take(&request->web->openings, "", LIMIT_OPENINGS, LIMIT_MINUTE, clock_now(request->web->real)))
        return true;
    error_of_openings(request, response);
    return false;
}

static void name_act(const struct http_request *request, struct request *act) {
    act->person = act->ref == NULL ? http_account(request) : request->sight.viewer->id;
    act->key = request->idempotency_key;
    act->language = request->sight.language;
}

static void log_failed(const struct result *result) {
    if (result->kind == RESULT_FAILED || result->kind == RESULT_UNKNOWN)
        fprintf(stderr, "comity: an act failed: %s\n", result->say);
}

void http_act(struct http_request *request, struct request *act, struct result *result_r) {
    name_act(request, act);
    db_end(request->sight.db);
    engine_act(request->sight.engine, act, request->a, result_r);
    log_failed(result_r);
    see_again(request);
}

void http_hold(struct http_request *request, struct request *act, const char *title, struct result *result_r,
               const char **held_r) {
    name_act(request, act);
    db_end(request->sight.db);
    engine_hold(request->sight.engine, act, title, request->a, result_r, held_r);
    log_failed(result_r);
    see_again(request);
}

void http_send_held(struct http_request *request, const struct held_one *held, struct result *result_r) {
    db_end(request->sight.db);
    engine_send_held(request->sight.engine, held, request->a, result_r);
    log_failed(result_r);
    see_again(request);
}

enum written http_write(struct http_request *request, store_job *job, void *context) {
    const char *error = NULL;
    db_end(request->sight.db);
    enum written written = store_write(engine_store(request->sight.engine), job, context, request->a, &error);
    if (error != NULL)
        fprintf(stderr, "comity: a write failed: %s\n", error);
    see_again(request);
    return written;
}

/* ---- who it is ---- */

/* How somebody came. */
struct coming {
    bool touch;     /* their session is to be kept alive */
    bool too_often; /* with a code that too many wrong ones were like */
};

/* The person's id by the bearer token, which can be a receipt's code; NULL for nobody. */
static const char *bearer(struct http_request *request, const struct gate_pass *pass, struct coming *coming_r) {
    if (pass->authorization == NULL || !text_starts(pass->authorization, "Bearer "))
        return NULL;
    const char *token = pass->authorization + strlen("Bearer ");
    const char *person = session_bearer(request->sight.db, token, request->a);
    return person == NULL && code_is_like(token) ? code_guest(request, token, &coming_r->too_often) : person;
}

/* The person's id by the session's cookie or the bearer token; NULL for nobody. */
static const char *who(struct http_request *request, const struct gate_pass *pass, struct coming *coming_r) {
    struct sight *sight = &request->sight;
    if (http_gives_json(request))
        return bearer(request, pass, coming_r);
    request->cookies = pass->cookie;
    request->session = session_cookie(request->a, pass->cookie, request->web->cookie_name);
    if (text_empty(request->session))
        return NULL;
    return session_person(sight->db, request->session, clock_now(request->web->real), request->a, &coming_r->touch);
}

static bool begin_reading(struct http_request *request, const struct gate_pass *pass, struct coming *coming_r) {
    struct sight *sight = &request->sight;
    sight->engine = request->web->engine;
    sight->a = request->a;
    sight->db = store_reader(engine_store(sight->engine));
    if (sight->db == NULL)
        return false;
    db_begin(sight->db);
    if (!see(request, who(request, pass, coming_r)))
        return false;
    if (sight->viewer == NULL)
        request->session = NULL;
    if (!http_gives_json(request))
        sight->language = language_chosen(request, pass->cookie);
    return true;
}

/* ---- before the body ---- */

static const char *type_of_form(const struct route *route) {
    return route->gives == ROUTE_JSON ? "application/json" : "application/x-www-form-urlencoded";
}

/* A form from another site is refused even where no session could give it away: at signing in. Browsers of the last
 * years send Sec-Fetch-Site, older ones Origin; scripts neither. */
static bool is_from_here(const struct web *web, const struct gate_pass *pass, struct arena *a) {
    if (pass->fetch_site != NULL)
        return strcmp(pass->fetch_site, "same-origin") == 0 || strcmp(pass->fetch_site, "none") == 0;
    if (pass->origin == NULL)
        return true;
    const char *own =
        web->options.public_url != NULL ? web->options.public_url : arena_printf(a, "http://%s", pass->host);
    return strcmp(pass->origin, own) == 0;
}

/* Browsers say "gzip, deflate, br"; a client that says more about it than the name gets plain bytes. */
static bool takes_gzip(const char *accept_encoding) {
    const char *at = strstr(accept_encoding, "gzip");
    return at != NULL && (at[4] == '\0' || at[4] == ',');
}

/* The page of an error is of the council and of whoever is signed in, like every other; where neither can be read it is
 * of nobody. What is there and hidden, and what is not there, come to the same page. */
static void refuse(struct http_request *request, const struct gate_pass *pass, struct http_response *response,
                   int status, const char *say) {
    struct coming coming;
    if (!http_gives_json(request) && request->path != NULL && pass->host != NULL)
        begin_reading(request, pass, &coming);
    http_error(request, response, status, say);
    if (request->sight.db != NULL)
        db_end(request->sight.db);
}

bool dispatch_admit(struct web *web, const struct gate_head *head, struct http_request *request, struct gate_pass *pass,
                    struct http_response *response) {
    const char *say = NULL, *allow = NULL;
    int status = gate_check(head, request->a, pass, &say);
    request->method = pass->method;
    request->path = pass->path;
    request->target = head->target;
    request->query = pass->query;
    request->gzip = pass->accept_encoding != NULL && takes_gzip(pass->accept_encoding);
    if (status == 0) {
        enum route_found found = route_find(web->tables, web->table_count, pass->method, &pass->pieces, request->a,
                                            &request->route, &request->params, &allow);
        status = found == ROUTE_NO_PATH ? 404 : found == ROUTE_NO_METHOD ? 405 : 0;
        if (status == 405)
            http_header(request, response, "Allow", allow);
    }
    if (status == 0 && request->route->who == ROUTE_TEST && !clock_is_test(engine_clock(web->engine)))
        status = 404;
    if (status == 0 && pass->method == HTTP_POST) {
        if (pass->body_length > 0 && !gate_is_type(pass->content_type, type_of_form(request->route)))
            status = 415;
        else if (request->route->gives != ROUTE_JSON && !is_from_here(web, pass, request->a)) {
            status = 403;
            say = SAID("The form came from another site, so nothing was done.");
        }
    }
    if (status != 0)
        refuse(request, pass, response, status, say);
    return status == 0;
}

/* ---- answering ---- */

static bool read_body(struct http_request *request, const struct gate_pass *pass, struct http_response *response) {
    const char *say = NULL;
    if (pass->method != HTTP_POST)
        return true;
    if (!text_is_utf8(request->body, request->body_length) || strlen(request->body) != request->body_length) {
        http_error(request, response, 400, SAID("What was sent is not text in UTF-8."));
        return false;
    }
    if (request->route->gives == ROUTE_JSON) {
        request->idempotency_key = pass->idempotency_key;
        if (request->idempotency_key != NULL && strlen(request->idempotency_key) > 200) {
            http_error(request, response, 400, "The Idempotency-Key is longer than 200 characters.");
            return false;
        }
        return true;
    }
    if (!url_pairs(request->a, request->body, request->body_length, true, &request->form, &say)) {
        http_error(request, response, 400, say);
        return false;
    }
    request->idempotency_key = session_act_key(request->path, &request->form, request->a);
    return true;
}

void http_ask_to_sign_in(struct http_request *request, struct http_response *response) {
    if (request->route->gives == ROUTE_JSON) {
        http_header(request, response, "WWW-Authenticate", "Bearer");
        http_error(request, response, 401, NULL);
    } else if (request->method == HTTP_POST) {
        error_keep_typed(request, response);
    } else {
        struct buf path = {.arena = request->a};
        buf_adds(&path, "/sign-in?next=");
        url_encode(&path, request->target);
        http_see_other(request, response, strcmp(request->target, "/") == 0 ? "/sign-in" : buf_text(&path));
    }
}

/* A guest's home is their record; nothing else of ours is there for them. */
static void turn_guest_away(struct http_request *request, struct http_response *response) {
    const char *ref =
        strcmp(request->path, "/") == 0 ? guest_record(request->sight.db, request->sight.viewer->id, request->a) : NULL;
    if (ref == NULL)
        http_error(request, response, 404, NULL);
    else
        http_see_other(request, response, arena_printf(request->a, "/records/%s", ref));
}

/* What a route asks of whoever comes. A token that is no good is told so everywhere: what a Member's script sends must
 * not become a stranger's for want of a token. */
static bool is_for(const struct http_request *request, bool gave_token) {
    const struct route *route = request->route;
    bool anyone = route->who == ROUTE_ANYONE || route->who == ROUTE_TEST;
    return request->sight.viewer != NULL || (anyone && !(gave_token && route->gives == ROUTE_JSON));
}

static void handle(struct http_request *request, const struct gate_pass *pass, struct http_response *response) {
    const struct route *route = request->route;
    const struct person *viewer = request->sight.viewer;
    bool form = route->gives != ROUTE_JSON && request->method == HTTP_POST;
    if (!is_for(request, pass->authorization != NULL))
        http_ask_to_sign_in(request, response);
    else if (route->who == ROUTE_SIGNED_IN && viewer->kind == PERSON_GUEST)
        turn_guest_away(request, response);
    else if (form && request->session != NULL &&
             !session_form_token_is(request->session, http_value(&request->form, SESSION_TOKEN_FIELD)))
        error_keep_typed(request, response);
    else
        route->handle(request, response);
}

void dispatch_answer(struct http_request *request, const struct gate_pass *pass, struct http_response *response) {
    if (request->route->who == ROUTE_STATIC) {
        request->route->handle(request, response);
        return;
    }
    struct coming coming = {0};
    request->form = (struct http_pairs){0}; /* it may be the second time */
    if (!begin_reading(request, pass, &coming)) {
        http_error(request, response, 500, NULL);
    } else if (coming.too_often) {
        http_error(request, response, 429, NULL);
    } else if (read_body(request, pass, response)) {
        handle(request, pass, response);
        const char *failed = db_failed(request->sight.db);
        if (failed != NULL && response->status == 200)
            http_error(request, response, 500, NULL);
        if (failed != NULL)
            fprintf(stderr, "comity: the store could not be read: %s\n", failed);
    }
    if (coming.touch && request->session != NULL)
        http_write(request, session_touch,
                   &(struct session_job){.token = request->session, .now = clock_now(request->web->real)});
    if (request->sight.db != NULL)
        db_end(request->sight.db);
}
