/*
 * web: the HTTP server, the request gate, sessions, and the pages.
 *
 *   server     libmicrohttpd: threads, limits, bodies                      server.c, acceptor.c
 *   gate       refuses what no honest browser sends, before it is read     gate.c, target.c, form.c
 *   dispatch   finds the route, who it is, checks the form's token         dispatch.c, route.c, session.c
 *   handlers   one file a page; HTML only through govuk                    home.c, record.c, …
 *   ticker     the thread that lets the engine deal with what falls due    ticker.c
 *
 * Data flows one way: bytes -> gate -> route -> person -> handler -> view -> HTML. A handler takes a view from sight
 * and gives a page; it acts through the engine alone. Everything works without JavaScript.
 *
 * web/http.h declares what handlers share with api, whose routes are given to web_start.
 */
#ifndef COMITY_WEB_H
#define COMITY_WEB_H

#include "web/http.h"

struct web_options {
    const char *listen;     /* "127.0.0.1:8080", "[::1]:8080", ":8080" for every address; port 0: any free one */
    const char *public_url; /* what browsers call it, an origin: "https://comity.example.gov.uk"; NULL: as listened.
                               With https cookies are Secure and Strict-Transport-Security is sent */
    bool demo;              /* people sign in by choosing a name; every page says so */
    const char *security_contact; /* "mailto:…" or "https://…" for /.well-known/security.txt; NULL: there is none */
    bool quiet;                   /* no line for each request on standard error */
    unsigned threads;             /* 0: four for each CPU, at least eight */
    const struct routes *routes;  /* tables beside web_routes, such as those of api */
    size_t route_tables;
};

/* The pages' own routes. */
extern const struct routes web_routes;

/* Starts listening and the ticker; returns at once. The engine must outlive the server, and options the whole of it.
 * Errors: an address that cannot be read or is in use. */
bool web_start(const struct web_options *options, struct engine *engine, struct arena *a, struct web **web_r,
               const char **error_r);
/* "http://127.0.0.1:8080", with the port that it got. Lives as long as the server. */
const char *web_address(const struct web *web);
/* Answers what is being answered, then stops and clears the pointer. */
void web_stop(struct web **web);

/* An invitation for a person to set a password: the address to give them, in the arena. It can be used once, within
 * seven days. NULL when the store failed. public_url as in the options; never logged. */
char *web_invite(struct engine *engine, const char *person, const char *public_url, struct arena *a);

#endif
