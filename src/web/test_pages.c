/* Requests through the dispatcher to the pages of a small council, without a socket. */
#include "engine/test_council.h"
#include "store/test_faults.h"
#include "web/assets.h"
#include "web/handlers.h"

#include "base/test.h"

#include <sqlite3.h>

#define PASSWORD "correct horse battery"
#define NOON INT64_C(1800000000) /* of the real clock, which ages sessions */

/* ---- a browser ---- */

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

static int begin(void **state) {
    struct browser *browser = calloc(1, sizeof(*browser));
    browser->a = arena_new();
    faults_install();
    browser->council = test_council_new("northampton");
    browser->content_type = "application/x-www-form-urlencoded";
    browser->web = (struct web){.a = browser->a,
                                .engine = browser->council->engine,
                                .real = clock_new_test(NOON),
                                .tables = (struct routes *)(uintptr_t)&web_routes,
                                .table_count = 1,
                                .cookie_name = "comity"};
    *state = browser;
    return 0;
}

/* Takes longer: argon2 does on purpose. */
static int begin_with_passwords(void **state) {
    begin(state);
    struct browser *browser = *state;
    return passwords_init(&browser->web.passwords, browser->a) ? 0 : -1;
}

static int end(void **state) {
    struct browser *browser = *state;
    if (browser->web.passwords.decoy != NULL)
        passwords_end(&browser->web.passwords);
    clock_free(&browser->web.real);
    test_council_free(&browser->council);
    arena_free(&browser->a);
    free(browser);
    return 0;
}

static const char *header(const struct browser *browser, const char *name) {
    return http_value(&browser->got.headers, name);
}

static void keep_cookie(struct browser *browser) {
    const char *set = header(browser, "Set-Cookie");
    if (set != NULL)
        browser->cookie = arena_strndup(browser->a, set, strcspn(set, ";"));
}

static int ask(struct browser *browser, const char *method, const char *target, const char *form) {
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

static int get(struct browser *browser, const char *target) {
    return ask(browser, "GET", target, NULL);
}

static int post(struct browser *browser, const char *target, const char *form) {
    return ask(browser, "POST", target, form);
}

static void expect_text(const struct browser *browser, const char *text) {
    if (strstr(browser->body, text) == NULL)
        fail_msg("\"%s\" is not in the page", text);
}

static void expect_no_text(const struct browser *browser, const char *text) {
    if (strstr(browser->body, text) != NULL)
        fail_msg("\"%s\" is in the page", text);
}

/* What the last form of the page carries in a hidden field. */
static const char *hidden(const struct browser *browser, const char *name) {
    const char *start = arena_printf(browser->a, "name=\"%s\" value=\"", name), *value = NULL;
    for (const char *at = strstr(browser->body, start); at != NULL; at = strstr(at + 1, start))
        value = at + strlen(start);
    if (value == NULL)
        fail_msg("no field %s is in the page", name);
    return value == NULL ? NULL : arena_strndup(browser->a, value, strcspn(value, "\""));
}

static const char *with_token(const struct browser *browser, const char *fields) {
    return arena_printf(browser->a, "form-token=%s&form-key=%s%s", hidden(browser, "form-token"),
                        hidden(browser, "form-key"), fields);
}

/* ---- people ---- */

static bool put_password(struct db *db, void *context) {
    struct query *q = query(db, Q_CREDENTIAL_PUT);
    bind_text(q, "alex");
    bind_text(q, context);
    bind_int(q, NOON);
    return query_run(q);
}

static bool give_email(struct db *db, void *context) {
    (void)context;
    struct directory *directory = directory_load(db);
    for (size_t i = 0; i < directory->person_count; i++)
        if (strcmp(directory->people[i].id, "alex") == 0)
            directory->people[i].email = "alex@council.example";
    bool saved = directory_save(db, directory, NOON);
    directory_free(&directory);
    return saved;
}

static bool set_inactive(struct db *db, void *context) {
    struct directory *directory = directory_load(db);
    for (size_t i = 0; i < directory->person_count; i++)
        if (strcmp(directory->people[i].id, context) == 0)
            directory->people[i].active = false;
    bool saved = directory_save(db, directory, NOON);
    directory_free(&directory);
    return saved;
}

static void write_down(struct browser *browser, store_job *job, const char *context) {
    const char *error = NULL;
    assert_int_equal(store_write(browser->council->store, job, (void *)(uintptr_t)context, browser->a, &error),
                     WRITTEN);
}

static void sign_in_with_password(struct browser *browser) {
    write_down(browser, give_email, NULL);
    struct password_work *work = password_hash(PASSWORD, browser->a);
    password_try(&browser->web.passwords, work);
    write_down(browser, put_password, work->hash);
    assert_int_equal(post(browser, "/sign-in", "email=Alex%40council.example&password=correct+horse+battery&next=%2F"),
                     303);
}

static void sign_in(struct browser *browser, const char *person) {
    browser->cookie = NULL;
    browser->web.options.demo = true;
    assert_int_equal(post(browser, "/sign-in", arena_printf(browser->a, "person=%s", person)), 303);
    browser->web.options.demo = false;
}

/* ---- signing in ---- */

static void who_is_not_signed_in_is_asked_to_and_comes_back(void **state) {
    struct browser *browser = *state;
    assert_int_equal(get(browser, "/records?state=all"), 303);
    assert_string_equal(header(browser, "Location"), "/sign-in?next=%2Frecords%3Fstate%3Dall");
    assert_int_equal(get(browser, header(browser, "Location")), 200);
    assert_string_equal(hidden(browser, "next"), "/records?state=all");
}

static void a_password_lets_its_person_in_and_nobody_else(void **state) {
    struct browser *browser = *state;
    sign_in_with_password(browser);
    assert_string_equal(header(browser, "Location"), "/");
    assert_int_equal(get(browser, "/"), 200);
    expect_text(browser, "Alex Moss");
    browser->cookie = NULL;
    assert_int_equal(post(browser, "/sign-in", "email=alex%40council.example&password=wrong+horse+battery"), 422);
    expect_text(browser, "is not right");
    assert_null(browser->cookie);
    assert_int_equal(post(browser, "/sign-in", "email=nobody%40council.example&password=x"), 422);
    expect_text(browser, "is not right");
}

static void a_sign_in_without_a_password_is_not_looked_at(void **state) {
    struct browser *browser = *state;
    browser->busy = true;
    static const char *const forms[] = {"person=alex", "email=alex%40council.example", "password=let+me+in",
                                        "email=&password=let+me+in", "email=alex%40council.example&password="};
    for (size_t i = 0; i < LENGTH_OF(forms); i++) {
        assert_int_equal(post(browser, "/sign-in", forms[i]), 422);
        expect_text(browser, "Enter your e-mail address and your password");
    }
}

static void guessing_has_to_wait(void **state) {
    struct browser *browser = *state;
    for (int i = 0; i < PASSWORD_TRIES; i++)
        assert_int_equal(post(browser, "/sign-in", "email=x%40council.example&password=guess"), 422);
    assert_int_equal(post(browser, "/sign-in", "email=X%40council.example&password=guess"), 429);
    assert_int_equal(post(browser, "/sign-in", "email=y%40council.example&password=guess"), 422);
    assert_true(clock_set(browser->web.real, NOON + PASSWORD_TRIES_TIME));
    assert_int_equal(post(browser, "/sign-in", "email=x%40council.example&password=guess"), 422);
}

static void while_too_many_sign_in_others_are_sent_away_at_once(void **state) {
    struct browser *browser = *state;
    browser->busy = true;
    assert_int_equal(post(browser, "/sign-in", "email=x%40council.example&password=guess"), 503);
    assert_string_equal(header(browser, "Retry-After"), PASSWORD_RETRY);
    expect_text(browser, "Try again in a moment");
    browser->busy = false;
    assert_int_equal(post(browser, "/sign-in", "email=x%40council.example&password=guess"), 422);
}

static void signing_in_leads_to_no_other_site(void **state) {
    struct browser *browser = *state;
    static const char *const bad[] = {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example", "evil",
                                      "%2Fa%0Ab"};
    browser->web.options.demo = true;
    for (size_t i = 0; i < LENGTH_OF(bad); i++) {
        browser->cookie = NULL;
        int status = post(browser, "/sign-in", arena_printf(browser->a, "person=alex&next=%s", bad[i]));
        assert_int_equal(status, 303);
        assert_string_equal(header(browser, "Location"), "/");
    }
}

static void a_session_has_a_new_id_and_ends_with_signing_out(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    const char *first = browser->cookie;
    browser->web.options.demo = true;
    get(browser, "/help");
    assert_int_equal(
        post(browser, "/sign-in", arena_printf(browser->a, "person=alex&form-token=%s", hidden(browser, "form-token"))),
        303);
    assert_string_not_equal(browser->cookie, first);
    const char *second = browser->cookie;
    browser->cookie = first;
    assert_int_equal(get(browser, "/"), 303);
    browser->cookie = second;
    assert_int_equal(get(browser, "/"), 200);
    assert_int_equal(
        post(browser, "/sign-out", arena_printf(browser->a, "form-token=%s", hidden(browser, "form-token"))), 303);
    assert_non_null(header(browser, "Clear-Site-Data"));
    browser->cookie = second;
    assert_int_equal(get(browser, "/"), 303);
}

static void a_session_ends_when_it_is_not_used(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_true(clock_set(browser->web.real, NOON + SESSION_IDLE - 1));
    assert_int_equal(get(browser, "/"), 200);
    assert_true(clock_set(browser->web.real, NOON + 2 * SESSION_IDLE - 2));
    assert_int_equal(get(browser, "/"), 200);
    assert_true(clock_set(browser->web.real, NOON + 3 * SESSION_IDLE - 2));
    assert_int_equal(get(browser, "/"), 303);
}

static void a_session_ends_after_a_week_however_much_it_is_used(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    for (instant age = 4 * 3600; age < SESSION_ABSOLUTE; age += 4 * 3600) {
        assert_true(clock_set(browser->web.real, NOON + age));
        assert_int_equal(get(browser, "/"), 200);
    }
    assert_true(clock_set(browser->web.real, NOON + SESSION_ABSOLUTE));
    assert_int_equal(get(browser, "/"), 303);
}

static void who_is_made_inactive_is_out_with_the_next_request(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_int_equal(get(browser, "/"), 200);
    write_down(browser, set_inactive, "alex");
    assert_int_equal(get(browser, "/"), 303);
}

static void an_invitation_sets_a_password_once(void **state) {
    struct browser *browser = *state;
    write_down(browser, give_email, NULL);
    const char *address = web_invite(browser->council->engine, "alex", "", browser->a);
    assert_true(text_starts(address, "/invitation/"));
    /* web_invite goes by the real clock of the machine, and so must its use */
    clock_free(&browser->web.real);
    browser->web.real = clock_new_real();
    assert_int_equal(get(browser, address), 200);
    expect_text(browser, "alex@council.example");
    assert_int_equal(post(browser, address, "password=short&again=short"), 422);
    assert_int_equal(post(browser, address, "password=correct+horse+battery&again=correct+horse+buttery"), 422);
    assert_int_equal(post(browser, address, "password=correct+horse+battery&again=correct+horse+battery"), 303);
    assert_int_equal(get(browser, "/"), 200);
    browser->cookie = NULL;
    assert_int_equal(get(browser, address), 404);
    assert_int_equal(post(browser, address, "password=another+horse+battery&again=another+horse+battery"), 404);
    assert_int_equal(post(browser, "/sign-in", "email=alex%40council.example&password=correct+horse+battery"), 303);
}

static void a_password_set_by_one_invitation_ends_the_others(void **state) {
    struct browser *browser = *state;
    const char *first = web_invite(browser->council->engine, "alex", "", browser->a),
               *second = web_invite(browser->council->engine, "alex", "", browser->a);
    clock_free(&browser->web.real);
    browser->web.real = clock_new_real();
    assert_int_equal(get(browser, second), 200);
    assert_int_equal(get(browser, first), 200);
    assert_int_equal(post(browser, first, "password=correct+horse+battery&again=correct+horse+battery"), 303);
    const char *session = browser->cookie, *third = web_invite(browser->council->engine, "alex", "", browser->a);
    browser->cookie = NULL;
    assert_int_equal(get(browser, second), 404);
    assert_int_equal(post(browser, second, "password=another+horse+battery&again=another+horse+battery"), 404);

    assert_int_equal(post(browser, third, "password=another+horse+battery&again=another+horse+battery"), 303);
    browser->cookie = session;
    assert_int_equal(get(browser, "/"), 303); /* a session of before is over */
}

/* ---- forms ---- */

#define ENQUIRY "&service=housing&for=myself&subject=Damp&question=When+will+it+be+dry%3F&purpose=council"

static void an_enquiry_is_checked_and_sent_once(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_int_equal(get(browser, "/start/enquiry"), 200);
    assert_int_equal(post(browser, "/start/enquiry/check", with_token(browser, ENQUIRY)), 200);
    expect_text(browser, "Head of Housing (Hana Ito)");
    expect_text(browser, "Tuesday 29 December 2026");
    expect_text(browser, "Who will be able to see it");
    expect_text(browser, "Who may be told later");
    expect_text(browser, "the leaders of the groups in the Administration");
    expect_no_text(browser, "it does not exist");
    const char *form = with_token(browser, ENQUIRY);
    assert_int_equal(post(browser, "/start/enquiry", form), 303);
    const char *first = header(browser, "Location");
    assert_int_equal(post(browser, "/start/enquiry", form), 303);
    assert_string_equal(header(browser, "Location"), first);
    assert_int_equal(get(browser, first), 200);
    expect_text(browser, "Your reference");
    /* the same words again, on purpose, are another record */
    assert_int_equal(get(browser, "/start/enquiry"), 200);
    assert_int_equal(post(browser, "/start/enquiry", with_token(browser, ENQUIRY)), 303);
    assert_string_not_equal(header(browser, "Location"), first);
}

static void two_windows_with_different_words_are_two_records(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *one = with_token(browser, ENQUIRY "&constituent-contact=");
    const char *other = with_token(browser, "&service=roads&for=myself&subject=Holes&question=When%3F&purpose=council");
    assert_int_equal(post(browser, "/start/enquiry", one), 303);
    const char *first = header(browser, "Location");
    assert_int_equal(post(browser, "/start/enquiry", other), 303);
    assert_string_not_equal(header(browser, "Location"), first);
}

static void what_is_wrong_stands_beside_the_field_and_what_was_typed_is_kept(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *form = with_token(browser, "&service=housing&subject=%3Cb%3EDamp%3C%2Fb%3E&purpose=council");
    assert_int_equal(post(browser, "/start/enquiry/check", form), 422);
    expect_text(browser, "<title>Error: ");
    expect_text(browser, "There is a problem");
    expect_text(browser, "href=\"#question\"");
    expect_text(browser, "id=\"question-error\"");
    expect_text(browser, "&lt;b&gt;Damp&lt;/b&gt;");
    expect_no_text(browser, "<b>Damp");
}

static void a_refusal_names_its_clause_and_keeps_what_was_typed(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *form =
        with_token(browser, "&service=housing&for=myself&subject=Leaflets&question=Will+you%3F&purpose=party");
    assert_int_equal(post(browser, "/start/enquiry/check", form), 422);
    expect_text(browser, "/protocol#clause-2.4");
    assert_string_equal(hidden(browser, "subject"), "Leaflets");
    assert_int_equal(post(browser, "/start/enquiry/change", form), 200);
    expect_text(browser, "Leaflets");
}

static void a_form_without_its_token_does_nothing_and_loses_nothing(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_int_equal(post(browser, "/start/enquiry", "form-key=x" ENQUIRY), 403);
    assert_string_equal(hidden(browser, "question"), "When will it be dry?");
    assert_int_equal(post(browser, "/start/enquiry", "form-token=00000000000000000000000000000000" ENQUIRY), 403);
    assert_int_equal(get(browser, "/records?state=all"), 200);
    expect_no_text(browser, "Damp");
}

static void a_form_after_the_session_ended_loses_nothing(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *form = with_token(browser, ENQUIRY);
    browser->cookie = NULL;
    assert_int_equal(post(browser, "/start/enquiry", form), 401);
    assert_string_equal(hidden(browser, "question"), "When will it be dry?");
    sign_in(browser, "alex");
    assert_int_equal(post(browser, "/start/enquiry", form), 403);
    assert_string_equal(hidden(browser, "question"), "When will it be dry?");
    assert_int_equal(post(browser, "/start/enquiry", with_token(browser, ENQUIRY)), 303);
}

static void a_form_from_another_site_is_refused(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *form = with_token(browser, ENQUIRY);
    browser->fetch_site = "cross-site";
    assert_int_equal(post(browser, "/start/enquiry", form), 403);
    expect_text(browser, "another site");
    browser->fetch_site = "same-site";
    assert_int_equal(post(browser, "/sign-in", "email=x&password=y"), 403);
    browser->fetch_site = "same-origin";
    assert_int_equal(post(browser, "/start/enquiry", form), 303);
}

static void what_is_no_form_is_refused(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    browser->content_type = "application/json";
    assert_int_equal(post(browser, "/start/enquiry", "{}"), 415);
    browser->content_type = "text/plain";
    assert_int_equal(post(browser, "/start/enquiry", "a=b"), 415);
    browser->content_type = "application/x-www-form-urlencoded";
    assert_int_equal(post(browser, "/start/enquiry", "a=%00"), 400);
    assert_int_equal(post(browser, "/start/enquiry", "a=1&a=2"), 400);
}

static void a_method_that_a_page_has_not_is_told(void **state) {
    struct browser *browser = *state;
    assert_int_equal(ask(browser, "DELETE", "/records/ENQ-0000-0000", NULL), 405);
    assert_string_equal(header(browser, "Allow"), "GET, HEAD");
    assert_int_equal(ask(browser, "BREW", "/sign-in", NULL), 405);
    assert_string_equal(header(browser, "Allow"), "GET, HEAD, POST");
}

/* The disk fails after so many writes and syncs, then after one more, until the enquiry can be saved. */
static void nothing_is_said_to_be_unchanged_when_that_is_not_known(void **state) {
    struct browser *browser = *state;
    bool sure = false, unsure = false;
    sign_in(browser, "alex");
    get(browser, "/start/enquiry");
    const char *form = with_token(browser, ENQUIRY), *key = hidden(browser, "form-key");
    for (int pass = 0, status = 0; status != 303; pass++) {
        faults_begin(pass, SQLITE_IOERR_WRITE);
        status = post(browser, "/start/enquiry", form);
        faults_end();
        if (status == 303)
            break;
        assert_int_equal(status, 500);
        bool unchanged = strstr(browser->body, "Nothing was changed") != NULL;
        assert_true(unchanged != (strstr(browser->body, "It may have been saved") != NULL));
        sure = sure || unchanged;
        unsure = unsure || !unchanged;
        assert_string_equal(hidden(browser, "question"), "When will it be dry?");
        assert_string_equal(hidden(browser, "form-key"), key); /* sent again, it is not done twice */
    }
    assert_true(sure && unsure);
}

/* ---- records ---- */

static const char *open_enquiry(struct browser *browser) {
    struct result result = test_open(browser->council, "alex", "enquiry", NULL, "service", "housing", "for", "myself",
                                     "subject", "Damp", "question", "When?", "purpose", "council", NULL);
    assert_int_equal(result.kind, RESULT_DONE);
    return result.ref;
}

static void a_power_is_used_once_however_often_it_is_sent(void **state) {
    struct browser *browser = *state;
    const char *record = page_path(browser->a, "records", open_enquiry(browser));
    sign_in(browser, "hana");
    const char *path = arena_printf(browser->a, "%s/answer", record);
    assert_int_equal(get(browser, path), 200);
    const char *form = with_token(browser, "&answer=In+May.");
    assert_int_equal(post(browser, path, form), 303);
    assert_int_equal(post(browser, path, form), 303);
    assert_int_equal(get(browser, header(browser, "Location")), 200);
    expect_text(browser, "Done. You answered.");
    expect_text(browser, "In May.");
    assert_int_equal(get(browser, path), 422);
    expect_text(browser, "This cannot be done");
}

static void home_shows_the_soonest_duties_and_leads_to_the_others(void **state) {
    struct browser *browser = *state;
    const char *first = open_enquiry(browser), *last = NULL;
    sign_in(browser, "hana");
    for (int i = 1; i < 25; i++)
        open_enquiry(browser);
    get(browser, "/");
    expect_no_text(browser, "href=\"/duties\"");
    test_clock_to(browser->council, "2026-12-21T10:00");
    last = open_enquiry(browser);
    get(browser, "/");
    expect_text(browser, first);
    expect_no_text(browser, last);
    expect_text(browser, "href=\"/duties\"");
    assert_int_equal(get(browser, "/duties"), 200);
    expect_text(browser, first);
    expect_text(browser, last);
}

static void a_notice_that_something_is_late_leads_to_who_may_read_the_record(void **state) {
    struct browser *browser = *state;
    const char *link = arena_printf(browser->a, "href=\"%s\"", page_path(browser->a, "records", open_enquiry(browser)));
    test_clock_to(browser->council, "2026-12-30T10:00");
    test_clock_to(browser->council, "2027-01-05T10:00");
    sign_in(browser, "alex");
    get(browser, "/notices");
    expect_text(browser, "The time to respond has run out.");
    expect_text(browser, link);
    sign_in(browser, "ces"); /* told in the second step, and not let in */
    get(browser, "/notices");
    expect_text(browser, "still had no response");
    expect_no_text(browser, link);
}

static void two_records_that_wait_in_two_windows_are_both_withdrawn(void **state) {
    struct browser *browser = *state;
    const char *one = arena_printf(browser->a, "/records/%s/withdraw", open_enquiry(browser));
    const char *other = arena_printf(browser->a, "/records/%s/withdraw", open_enquiry(browser));
    sign_in(browser, "alex");
    get(browser, one);
    const char *form = with_token(browser, "");
    get(browser, other);
    assert_int_equal(post(browser, one, form), 303);
    assert_int_equal(post(browser, other, form), 303);
}

static void a_hidden_record_and_an_absent_one_have_the_same_answer(void **state) {
    struct browser *browser = *state;
    const char *hidden_ref = open_enquiry(browser);
    static const char *const shapes[] = {"/records/%s", "/records/%s/why", "/records/%s/why?power=answer",
                                         "/records/%s/answer", "/records/%s/withdraw"};
    sign_in(browser, "cy");
    for (size_t i = 0; i < LENGTH_OF(shapes); i++) {
        struct buf hidden_path = {.arena = browser->a}, absent_path = {.arena = browser->a};
        const char *after = shapes[i] + strlen("/records/%s");
        buf_addf(&hidden_path, "/records/%s%s", hidden_ref, after);
        buf_addf(&absent_path, "/records/ENQ-0000-0000%s", after);
        assert_int_equal(get(browser, hidden_path.data), 404);
        const char *first = browser->body;
        assert_int_equal(get(browser, absent_path.data), 404);
        assert_string_equal(browser->body, first);
    }
    get(browser, "/start/enquiry");
    const char *form = with_token(browser, "&answer=x");
    assert_int_equal(post(browser, arena_printf(browser->a, "/records/%s/answer", hidden_ref), form), 404);
    const char *first = browser->body;
    assert_int_equal(post(browser, "/records/ENQ-0000-0000/answer", form), 404);
    assert_string_equal(browser->body, first);
}

static void every_page_without_a_name_in_its_path_answers(void **state) {
    struct browser *browser = *state;
    static const char *const people[] = {"alex", "cy", "dee", "hana", "olu", "ces"};
    open_enquiry(browser);
    for (size_t p = 0; p < LENGTH_OF(people); p++) {
        sign_in(browser, people[p]);
        for (size_t i = 0; i < web_routes.count; i++) {
            const struct route *route = &web_routes.at[i];
            if (route->method != HTTP_GET || route->who != ROUTE_SIGNED_IN || strchr(route->path, '{') != NULL)
                continue;
            if (get(browser, route->path) != 200)
                fail_msg("%s for %s: %d", route->path, people[p], browser->got.status);
            expect_text(browser, "</html>");
        }
    }
}

static void a_page_is_never_kept_by_a_cache_and_an_asset_by_its_hash_always(void **state) {
    struct browser *browser = *state;
    get(browser, "/help");
    assert_false(browser->got.cacheable);
    assert_int_equal(get(browser, asset_address("comity.css")), 200);
    assert_true(browser->got.cacheable);
    assert_int_equal(get(browser, "/assets/comity.css?0000000000000000"), 200);
    assert_false(browser->got.cacheable);
    assert_int_equal(get(browser, "/assets/other.css"), 404);
}

#define PASSWORD_TEST(test) cmocka_unit_test_setup_teardown(test, begin_with_passwords, end)
#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)
RUN_TESTS(PAGE_TEST(who_is_not_signed_in_is_asked_to_and_comes_back),
          PASSWORD_TEST(a_password_lets_its_person_in_and_nobody_else), PASSWORD_TEST(guessing_has_to_wait),
          PASSWORD_TEST(a_sign_in_without_a_password_is_not_looked_at),
          PASSWORD_TEST(while_too_many_sign_in_others_are_sent_away_at_once),
          PAGE_TEST(signing_in_leads_to_no_other_site), PAGE_TEST(a_session_has_a_new_id_and_ends_with_signing_out),
          PAGE_TEST(a_session_ends_when_it_is_not_used), PAGE_TEST(a_session_ends_after_a_week_however_much_it_is_used),
          PAGE_TEST(who_is_made_inactive_is_out_with_the_next_request),
          PASSWORD_TEST(an_invitation_sets_a_password_once),
          PASSWORD_TEST(a_password_set_by_one_invitation_ends_the_others),
          PAGE_TEST(an_enquiry_is_checked_and_sent_once), PAGE_TEST(two_windows_with_different_words_are_two_records),
          PAGE_TEST(what_is_wrong_stands_beside_the_field_and_what_was_typed_is_kept),
          PAGE_TEST(a_refusal_names_its_clause_and_keeps_what_was_typed),
          PAGE_TEST(a_form_without_its_token_does_nothing_and_loses_nothing),
          PAGE_TEST(a_form_after_the_session_ended_loses_nothing), PAGE_TEST(a_form_from_another_site_is_refused),
          PAGE_TEST(nothing_is_said_to_be_unchanged_when_that_is_not_known), PAGE_TEST(what_is_no_form_is_refused),
          PAGE_TEST(a_method_that_a_page_has_not_is_told), PAGE_TEST(a_power_is_used_once_however_often_it_is_sent),
          PAGE_TEST(home_shows_the_soonest_duties_and_leads_to_the_others),
          PAGE_TEST(a_notice_that_something_is_late_leads_to_who_may_read_the_record),
          PAGE_TEST(two_records_that_wait_in_two_windows_are_both_withdrawn),
          PAGE_TEST(a_hidden_record_and_an_absent_one_have_the_same_answer),
          PAGE_TEST(every_page_without_a_name_in_its_path_answers),
          PAGE_TEST(a_page_is_never_kept_by_a_cache_and_an_asset_by_its_hash_always))
