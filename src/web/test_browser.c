#include "web/test_browser.h"

#include "store/test_faults.h"

/* pack_text NULL: a council under the pack northampton. */
int browser_begin_under(const char *pack_text, void **state) {
    struct browser *browser = calloc(1, sizeof(*browser));
    browser->a = arena_new();
    faults_install();
    browser->council = pack_text == NULL ? test_council_new("northampton") : test_council_under(pack_text);
    browser->content_type = "application/x-www-form-urlencoded";
    browser->web = (struct web){.a = browser->a,
                                .engine = browser->council->engine,
                                .real = clock_new_test(NOON),
                                .tables = (struct routes *)(uintptr_t)&web_routes,
                                .table_count = 1,
                                .cookie_name = "comity"};
    limit_init(&browser->web.openings);
    limit_init(&browser->web.codes);
    *state = browser;
    return 0;
}

int browser_begin(void **state) {
    return browser_begin_under(NULL, state);
}

int browser_begin_with_passwords(void **state) {
    browser_begin(state);
    struct browser *browser = *state;
    return passwords_init(&browser->web.passwords, browser->a) ? 0 : -1;
}

int browser_end(void **state) {
    struct browser *browser = *state;
    if (browser->web.passwords.decoy != NULL)
        passwords_end(&browser->web.passwords);
    limit_end(&browser->web.codes);
    limit_end(&browser->web.openings);
    clock_free(&browser->web.real);
    test_council_free(&browser->council);
    arena_free(&browser->a);
    free(browser);
    return 0;
}

const char *header(const struct browser *browser, const char *name) {
    return http_value(&browser->got.headers, name);
}

static void keep_cookie(struct browser *browser) {
    const char *set = header(browser, "Set-Cookie");
    if (set != NULL)
        browser->cookie = arena_strndup(browser->a, set, strcspn(set, ";"));
}

int ask(struct browser *browser, const char *method, const char *target, const char *form) {
    struct arena *a = browser->a;
    struct gate_head head = {.method = method, .target = target, .version = "HTTP/1.1"};
    struct http_request request = {.a = a, .web = &browser->web, .body = ""};
    struct gate_pass pass;
    browser->got = (struct http_response){.status = 200, .body.arena = a};
    LIST_ADD(a, &head.headers, ((struct http_pair){"Host", "comity.example"}));
    if (browser->cookie != NULL)
        LIST_ADD(a, &head.headers, ((struct http_pair){"Cookie", browser->cookie}));
    if (browser->fetch_site != NULL)
        LIST_ADD(a, &head.headers, ((struct http_pair){"Sec-Fetch-Site", browser->fetch_site}));
    if (form != NULL) {
        LIST_ADD(a, &head.headers, ((struct http_pair){"Content-Type", browser->content_type}));
        LIST_ADD(a, &head.headers, ((struct http_pair){"Content-Length", arena_printf(a, "%zu", strlen(form))}));
        request.body = form;
        request.body_length = strlen(form);
    }
    if (dispatch_admit(&browser->web, &head, &request, &pass, &browser->got))
        dispatch_answer(&request, &pass, &browser->got);
    if (request.work != NULL) { /* as the server does */
        browser->web.passwords.at_it = browser->busy ? PASSWORD_AT_ONCE : 0;
        browser->web.passwords.waiting = browser->busy ? PASSWORD_WAITING : 0;
        browser->web.passwords.full = 0; /* some seconds have passed */
        password_try(&browser->web.passwords, request.work);
        dispatch_answer(&request, &pass, &browser->got);
    }
    browser->body = buf_text(&browser->got.body);
    keep_cookie(browser);
    return browser->got.status;
}

int get(struct browser *browser, const char *target) {
    return ask(browser, "GET", target, NULL);
}

int post(struct browser *browser, const char *target, const char *form) {
    return ask(browser, "POST", target, form);
}

void expect_text(const struct browser *browser, const char *text) {
    if (strstr(browser->body, text) == NULL)
        fail_msg("\"%s\" is not in the page", text);
}

void expect_no_text(const struct browser *browser, const char *text) {
    if (strstr(browser->body, text) != NULL)
        fail_msg("\"%s\" is in the page", text);
}

const char *hidden(const struct browser *browser, const char *name) {
    const char *start = arena_printf(browser->a, "name=\"%s\" value=\"", name), *value = NULL;
    for (const char *at = strstr(browser->body, start); at != NULL; at = strstr(at + 1, start))
        value = at + strlen(start);
    if (value == NULL)
        fail_msg("no field %s is in the page", name);
    return value == NULL ? NULL : arena_strndup(browser->a, value, strcspn(value, "\""));
}

const char *with_token(const struct browser *browser, const char *fields) {
    return arena_printf(browser->a, "form-token=%s&form-key=%s%s", hidden(browser, "form-token"),
                        hidden(browser, "form-key"), fields);
}

void sign_in(struct browser *browser, const char *person) {
    browser->cookie = NULL;
    browser->web.options.demo = true;
    assert_int_equal(post(browser, "/sign-in", arena_printf(browser->a, "person=%s", person)), 303);
    browser->web.options.demo = false;
}
