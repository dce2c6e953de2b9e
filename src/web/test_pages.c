/* Requests through the dispatcher to the pages of a small council. */
#include "web/test_browser.h"

#include "store/test_faults.h"
#include "web/assets.h"

#include <sqlite3.h>

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
    expect_text(browser, "/protocol/clauses/2.4");
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
    const char *record = page_path(browser->a, "records", open_enquiry(browser));
    const char *link = arena_printf(browser->a, "href=\"%s\"", record);
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
    sign_in(browser, "alex");
    get(browser, record);
    expect_text(browser, "Who was told");
    expect_text(browser, "Nobody else can open it");
    expect_no_text(browser, "does not exist"); /* to whom a notice was given, it does */
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
            expect_text(browser, route->gives == ROUTE_BYTES ? "END:VCALENDAR" : "</html>");
        }
    }
}

static void a_register_without_records_says_so_and_one_that_is_searched_does_not(void **state) {
    struct browser *browser = *state;
    sign_in(browser, "alex");
    assert_int_equal(get(browser, "/records?procedure=decision&state=all"), 200);
    expect_text(browser, "Decisions</h1>");
    expect_text(browser, "There is no decision on the register that you can see.");
    assert_int_equal(get(browser, "/records?procedure=decision&state=all&words=roof"), 200);
    expect_text(browser, "No records match.");
    assert_int_equal(get(browser, "/records?procedure=enquiry&state=all"), 200);
    expect_text(browser, "Records</h1>");
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

static void the_page_of_an_error_leads_on_like_every_other(void **state) {
    struct browser *browser = *state;
    const char *const absent[] = {"/absent", "/records/ENQ-0000-0000", "/people/absent", "/start/absent"};
    assert_int_equal(get(browser, "/absent"), 404);
    expect_text(browser, "Page not found");
    expect_no_text(browser, "Sign out");
    sign_in(browser, "alex");
    for (size_t i = 0; i < LENGTH_OF(absent); i++) {
        assert_int_equal(get(browser, absent[i]), 404);
        expect_text(browser, "Sign out");
        expect_text(browser, "href=\"/records\"");
    }
    assert_int_equal(get(browser, "/sign-out"), 405);
    expect_text(browser, "Sign out");
    assert_int_equal(get(browser, "/api/v1/absent"), 404);
    expect_no_text(browser, "Sign out");
}

static void components_are_shown_in_a_demo_alone(void **state) {
    struct browser *browser = *state;
    assert_int_equal(get(browser, "/gallery"), 404);
    assert_int_equal(get(browser, "/help"), 200);
    expect_no_text(browser, "/gallery");
    browser->web.options.demo = true;
    assert_int_equal(get(browser, "/help"), 200);
    expect_text(browser, "/gallery");
    assert_int_equal(get(browser, "/gallery"), 200);
    expect_text(browser, "govuk_accordion");
    expect_text(browser, "gallery.css?");
}

RUN_TESTS(PAGE_TEST(components_are_shown_in_a_demo_alone), PAGE_TEST(an_enquiry_is_checked_and_sent_once),
          PAGE_TEST(two_windows_with_different_words_are_two_records),
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
          PAGE_TEST(the_page_of_an_error_leads_on_like_every_other),
          PAGE_TEST(every_page_without_a_name_in_its_path_answers),
          PAGE_TEST(a_register_without_records_says_so_and_one_that_is_searched_does_not),
          PAGE_TEST(a_page_is_never_kept_by_a_cache_and_an_asset_by_its_hash_always))
