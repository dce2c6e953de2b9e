/* Signing in and out, passwords, invitations, and how long a session lasts. */
#include "web/test_browser.h"

#define PASSWORD "correct horse battery"

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

RUN_TESTS(PAGE_TEST(who_is_not_signed_in_is_asked_to_and_comes_back),
          PASSWORD_TEST(a_password_lets_its_person_in_and_nobody_else), PASSWORD_TEST(guessing_has_to_wait),
          PASSWORD_TEST(a_sign_in_without_a_password_is_not_looked_at),
          PASSWORD_TEST(while_too_many_sign_in_others_are_sent_away_at_once),
          PAGE_TEST(signing_in_leads_to_no_other_site), PAGE_TEST(a_session_has_a_new_id_and_ends_with_signing_out),
          PAGE_TEST(a_session_ends_when_it_is_not_used), PAGE_TEST(a_session_ends_after_a_week_however_much_it_is_used),
          PAGE_TEST(who_is_made_inactive_is_out_with_the_next_request),
          PASSWORD_TEST(an_invitation_sets_a_password_once),
          PASSWORD_TEST(a_password_set_by_one_invitation_ends_the_others))
