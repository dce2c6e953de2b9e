/* web_private: the server, and what its files share. */
#ifndef COMITY_WEB_PRIVATE_H
#define COMITY_WEB_PRIVATE_H

#include <pthread.h>
#include <stdatomic.h>

#include "web/acceptor.h"
#include "web/gate.h"
#include "web/limit.h"
#include "web/password.h"
#include "web/session.h"
#include "web/ticker.h"
#include "web/web.h"

struct web {
    struct arena *a; /* what lives as long as the server */
    struct engine *engine;
    struct clock *real; /* for the age of sessions and passwords */
    struct web_options options;
    struct routes *tables; /* web_routes and those of the options */
    size_t table_count;
    bool secure;             /* browsers come over TLS */
    const char *cookie_name; /* "__Host-comity", or "comity" of plain HTTP */
    const char *address;
    struct passwords passwords;
    struct limit openings; /* of records by those who have no account */
    struct limit codes;    /* wrong codes, by their first four symbols */
    struct ticker ticker;
    struct acceptor acceptor;   /* with the listener and the threads that serve */
    pthread_mutex_t lock;       /* of spare */
    LIST(struct arena *) spare; /* between two requests */
};

/* ---- dispatch.c ---- */

/* What can be said of a request before its body is read: false with the response filled for one that is refused. */
bool dispatch_admit(struct web *web, const struct gate_head *head, struct http_request *request, struct gate_pass *pass,
                    struct http_response *response);
/* Answers it, with its body in request->body. */
void dispatch_answer(struct http_request *request, const struct gate_pass *pass, struct http_response *response);

/* ---- headers.c ---- */

/* Adds what every response carries. */
void headers_add(struct http_request *request, struct http_response *response);
/* The session's cookie; token NULL removes it. */
void headers_set_session(struct http_request *request, struct http_response *response, const char *token);
#define SHORTCUTS_COOKIE "shortcuts"
void headers_set_shortcuts(struct http_request *request, struct http_response *response, bool on);
#define LANGUAGE_COOKIE "language"
void headers_set_language(struct http_request *request, struct http_response *response, const char *code);

/* ---- error.c ---- */

/* For a form that came without a session, or from a page of an older one: what was typed is kept in the page. Status
 * 401 with a way to sign in, or 403 with a button that sends it again. */
void error_keep_typed(struct http_request *request, struct http_response *response);
/* Too much was sent without an account: 503, and a page keeps what was typed. */
void error_of_openings(struct http_request *request, struct http_response *response);
/* For an act that was neither done nor refused nor invalid; when the store failed, what was typed is kept. */
void error_of_act(struct http_request *request, struct http_response *response, enum result_kind kind);

#endif
