/* A browser without a socket, at the pages of a small council: for the tests of web. */
#ifndef COMITY_WEB_TEST_BROWSER_H
#define COMITY_WEB_TEST_BROWSER_H

#include "engine/test_council.h"
#include "web/handlers.h"

#include "base/test.h"

#define NOON INT64_C(1800000000) /* of the real clock, which ages sessions */

struct browser {
    struct test_council *council;
    struct web web;
    struct arena *a;
    const char *cookie;       /* "comity=…"; NULL: none */
    const char *fetch_site;   /* NULL: not sent */
    const char *content_type; /* of a form */
    bool busy;                /* too many passwords are checked already */
    struct http_response got;
    const char *body;
};

/* Of cmocka: a browser that nobody has signed in. */
int browser_begin(void **state);
/* The same under a pack of its own (see test_council_under). */
int browser_begin_under(const char *pack_text, void **state);
/* Takes longer: argon2 does on purpose. */
int browser_begin_with_passwords(void **state);
int browser_end(void **state);

/* Sends a request, keeps the cookie that came, and returns the status; form NULL: no body. */
int ask(struct browser *browser, const char *method, const char *target, const char *form);
int get(struct browser *browser, const char *target);
int post(struct browser *browser, const char *target, const char *form);
/* NULL: the answer has no such header. */
const char *header(const struct browser *browser, const char *name);
void expect_text(const struct browser *browser, const char *text);
void expect_no_text(const struct browser *browser, const char *text);
/* What the last form of the page carries in a hidden field. */
const char *hidden(const struct browser *browser, const char *name);
/* The fields ("&name=value…") as the page's form sends them, with its token and key. */
const char *with_token(const struct browser *browser, const char *fields);
/* As in a demo: by a click. */
void sign_in(struct browser *browser, const char *person);

#define PASSWORD_TEST(test) cmocka_unit_test_setup_teardown(test, browser_begin_with_passwords, browser_end)
#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, browser_begin, browser_end)

#endif
