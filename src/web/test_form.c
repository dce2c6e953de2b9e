#include "web/form_page.h"
#include "web/route.h"

#include "base/test.h"

static struct arena *a;

static int with_arena(void **state) {
    (void)state;
    a = arena_new();
    return 0;
}

static int without_arena(void **state) {
    (void)state;
    arena_free(&a);
    return 0;
}

/* ---- pairs ---- */

static bool read_form(const char *text, struct http_pairs *pairs) {
    const char *error = NULL;
    bool read = url_pairs(a, text, strlen(text), true, pairs, &error);
    if (!read)
        assert_non_null(error);
    return read;
}

static void a_form_is_read_as_it_was_written(void **state) {
    (void)state;
    struct http_pairs form;
    assert_true(read_form("question=Why+not%3F%0D%0AA%26B&empty=&%C3%A4=%E2%82%AC", &form));
    assert_int_equal(form.list.count, 3);
    assert_string_equal(http_value(&form, "question"), "Why not?\r\nA&B");
    assert_string_equal(http_value(&form, "empty"), "");
    assert_string_equal(http_value(&form, "ä"), "€");
    assert_null(http_value(&form, "other"));
    assert_true(read_form("", &form));
    assert_int_equal(form.list.count, 0);
}

static void a_broken_form_is_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"a=%",   "a=%4",    "a=%zz", "a=%00",    "a=%ff", "a=%c0%80",
                                      "a=%1b", "a=1&a=2", "=1",    "a=1&&b=2", "&",     "a=1&b=2&a=3"};
    struct http_pairs form;
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        if (read_form(bad[i], &form))
            fail_msg("%s was read", bad[i]);
}

static void a_form_has_limits(void **state) {
    (void)state;
    struct buf text = {.arena = a};
    struct http_pairs form;
    for (int i = 0; i < URL_PAIRS_MOST; i++)
        buf_addf(&text, "%sf%d=x", i > 0 ? "&" : "", i);
    assert_true(read_form(buf_text(&text), &form));
    buf_adds(&text, "&one-more=x");
    assert_false(read_form(buf_text(&text), &form));
    buf_clear(&text);
    for (int i = 0; i < URL_NAME_MOST; i++)
        buf_addc(&text, 'n');
    assert_true(read_form(buf_text(&text), &form));
    buf_addc(&text, 'n');
    assert_false(read_form(buf_text(&text), &form));
}

static void what_is_encoded_can_be_decoded(void **state) {
    (void)state;
    const char *text = "a b/c?d=e&f%g+ä€\"'<>";
    struct buf encoded = {.arena = a};
    url_encode(&encoded, text);
    assert_string_equal(url_decode(a, encoded.data, encoded.length, false), text);
    assert_string_equal(url_decode(a, encoded.data, encoded.length, true), text);
    assert_true(url_is_plain(encoded.data));
}

/* ---- fields ---- */

static void three_inputs_are_one_date(void **state) {
    (void)state;
    struct http_pairs form;
    struct values values;
    assert_true(read_form("expected-day=9&expected-month=+1+&expected-year=2027&explanation=Soon", &form));
    form_values(a, &form, &values);
    assert_int_equal(values.list.count, 2);
    assert_string_equal(values_get(&values, "expected"), "2027-01-09");
    assert_string_equal(values_get(&values, "explanation"), "Soon");
}

static void a_date_that_is_none_is_passed_on_to_be_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"d-day=&d-month=1&d-year=2027", "d-day=x&d-month=1&d-year=2027",
                                      "d-day=1&d-month=13&d-year=2027", "d-day=1&d-month=1&d-year=27"};
    struct http_pairs form;
    struct values values;
    day date;
    for (size_t i = 0; i < LENGTH_OF(bad); i++) {
        assert_true(read_form(bad[i], &form));
        form_values(a, &form, &values);
        assert_non_null(values_get(&values, "d"));
        assert_false(day_parse(values_get(&values, "d"), &date));
    }
    assert_true(read_form("d-day=31&d-month=2&d-year=2027", &form));
    form_values(a, &form, &values);
    assert_false(day_parse(values_get(&values, "d"), &date));
}

static void four_inputs_are_one_time(void **state) {
    (void)state;
    static const struct {
        const char *clock, *value;
    } cases[] = {{"14:30", "2027-01-09T14:30"}, {"9.05", "2027-01-09T09:05"}, {"24:00", "2027-01-09T24:00"},
                 {"noon", "2027-01-09Tnoon"},   {"", "2027-01-09T"},          {"9:5", "2027-01-09T9:5"}};
    struct http_pairs form;
    struct values values;
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        assert_true(read_form(arena_printf(a, "at-day=9&at-month=1&at-year=2027&at-time=%s", cases[i].clock), &form));
        form_values(a, &form, &values);
        assert_int_equal(values.list.count, 1);
        assert_string_equal(values_get(&values, "at"), cases[i].value);
    }
    assert_true(read_form("at-day=&at-month=&at-year=&at-time=", &form));
    form_values(a, &form, &values);
    assert_int_equal(values.list.count, 0);
}

static void boxes_are_one_value(void **state) {
    (void)state;
    struct http_pairs form;
    struct values values;
    assert_true(read_form("who.1=alex&note=x&who.7=bo&whoever.1=cy", &form));
    form_values(a, &form, &values);
    assert_int_equal(values.list.count, 3);
    assert_string_equal(values_get(&values, "who"), "alex bo");
    assert_string_equal(values_get(&values, "whoever"), "cy");
}

static void what_was_left_empty_and_what_is_ours_is_no_value(void **state) {
    (void)state;
    struct http_pairs form;
    struct values values;
    assert_true(read_form("d-day=&d-month=&d-year=&a=&form-token=x&form-key=y&holi-day=z", &form));
    form_values(a, &form, &values);
    assert_int_equal(values.list.count, 1);
    assert_string_equal(values_get(&values, "holi-day"), "z");
}

/* ---- sessions ---- */

static void a_cookie_is_found_among_others_and_only_once(void **state) {
    (void)state;
    assert_string_equal(session_cookie(a, "x=1; comity=abc; y=2", "comity"), "abc");
    assert_string_equal(session_cookie(a, "comity=abc", "comity"), "abc");
    assert_null(session_cookie(a, "xcomity=abc; comityx=abc", "comity"));
    assert_null(session_cookie(a, "comity=abc; comity=def", "comity"));
    assert_null(session_cookie(a, NULL, "comity"));
}

static void a_form_token_is_of_one_session(void **state) {
    (void)state;
    static const char one[] = "session-one-session-one-session-one-sessio",
                      two[] = "session-two-session-two-session-two-sessio";
    struct rng *rng = rng_new_seeded(1);
    char *token = session_form_token(a, rng, one);
    assert_true(session_form_token_is(one, token));
    assert_false(session_form_token_is(two, token));
    assert_false(session_form_token_is(one, ""));
    assert_false(session_form_token_is(one, NULL));
    assert_false(session_form_token_is(one, arena_printf(a, "%s0", token)));
    /* on each page it is another one, from the first digit to the last */
    const char *other = session_form_token(a, rng, one);
    assert_true(session_form_token_is(one, other));
    assert_string_not_equal(arena_strndup(a, other, 32), arena_strndup(a, token, 32));
    assert_string_not_equal(other + 32, token + 32);
    token[63] = token[63] == '0' ? '1' : '0';
    assert_false(session_form_token_is(one, token));
    rng_free(&rng);
}

static void the_same_form_sent_twice_has_one_key(void **state) {
    (void)state;
    struct http_pairs one, again, other, later, moved;
    assert_true(read_form("form-token=t&form-key=k&a=1&b=2", &one));
    assert_true(read_form("form-token=u&form-key=k&a=1&b=2", &again));
    assert_true(read_form("form-token=t&form-key=k&a=1&b=3", &other));
    assert_true(read_form("form-token=t&form-key=l&a=1&b=2", &later));
    assert_true(read_form("form-token=t&form-key=k&a=1b&=2", &moved) == false);
    assert_true(read_form("form-token=t&form-key=k&a=1b2", &moved));
    assert_string_equal(session_act_key("/p", &one, a), session_act_key("/p", &again, a));
    assert_string_not_equal(session_act_key("/p", &one, a), session_act_key("/p", &other, a));
    assert_string_not_equal(session_act_key("/p", &one, a), session_act_key("/p", &later, a));
    assert_string_not_equal(session_act_key("/p", &one, a), session_act_key("/p", &moved, a));
    assert_string_not_equal(session_act_key("/p", &one, a), session_act_key("/q", &one, a));
    assert_true(read_form("a=1", &one));
    assert_null(session_act_key("/p", &one, a));
}

/* ---- routes ---- */

static void handle(struct http_request *request, struct http_response *response) {
    (void)request;
    (void)response;
}

static const struct route table[] = {
    {HTTP_GET, "/", ROUTE_ANYONE, ROUTE_HTML, handle, "root"},
    {HTTP_GET, "/records/{ref}", ROUTE_ANYONE, ROUTE_HTML, handle, "record"},
    {HTTP_GET, "/records/{ref}/{power}", ROUTE_ANYONE, ROUTE_HTML, handle, "power"},
    {HTTP_GET, "/records/{ref}/why", ROUTE_ANYONE, ROUTE_HTML, handle, "why"},
    {HTTP_POST, "/records/{ref}/{power}", ROUTE_ANYONE, ROUTE_HTML, handle, "use"},
};

static enum route_found find(enum http_method method, const char *path, const struct route **route,
                             struct http_pairs *params, const char **allow) {
    struct url_pieces pieces;
    struct routes tables = ROUTES(table);
    assert_true(url_path(a, path, strlen(path), &pieces));
    return route_find(&tables, 1, method, &pieces, a, route, params, allow);
}

static void a_route_is_found_and_its_names_are_filled(void **state) {
    (void)state;
    const struct route *route;
    struct http_pairs params;
    const char *allow;
    assert_int_equal(find(HTTP_GET, "/", &route, &params, &allow), ROUTE_FOUND);
    assert_string_equal(route->help, "root");
    assert_int_equal(find(HTTP_POST, "/records/ENQ-1/answer", &route, &params, &allow), ROUTE_FOUND);
    assert_string_equal(route->help, "use");
    assert_string_equal(http_value(&params, "ref"), "ENQ-1");
    assert_string_equal(http_value(&params, "power"), "answer");
    assert_int_equal(find(HTTP_HEAD, "/records/ENQ-1", &route, &params, &allow), ROUTE_FOUND);
    assert_string_equal(route->help, "record");
}

static void a_plain_piece_wins_over_a_name(void **state) {
    (void)state;
    const struct route *route;
    struct http_pairs params;
    const char *allow;
    assert_int_equal(find(HTTP_GET, "/records/ENQ-1/why", &route, &params, &allow), ROUTE_FOUND);
    assert_string_equal(route->help, "why");
    assert_int_equal(find(HTTP_GET, "/records/ENQ-1/why-not", &route, &params, &allow), ROUTE_FOUND);
    assert_string_equal(route->help, "power");
}

static void a_path_that_no_route_has_and_a_method_that_it_has_not_are_told_apart(void **state) {
    (void)state;
    const struct route *route;
    struct http_pairs params;
    const char *allow = NULL;
    assert_int_equal(find(HTTP_GET, "/recor", &route, &params, &allow), ROUTE_NO_PATH);
    assert_int_equal(find(HTTP_GET, "/records", &route, &params, &allow), ROUTE_NO_PATH);
    assert_int_equal(find(HTTP_GET, "/records/a/b/c", &route, &params, &allow), ROUTE_NO_PATH);
    assert_int_equal(find(HTTP_POST, "/records/a", &route, &params, &allow), ROUTE_NO_METHOD);
    assert_string_equal(allow, "GET, HEAD");
    assert_int_equal(find(HTTP_OTHER, "/records/a/b", &route, &params, &allow), ROUTE_NO_METHOD);
    assert_string_equal(allow, "GET, HEAD, POST");
}

#define FORM_TEST(test) cmocka_unit_test_setup_teardown(test, with_arena, without_arena)
RUN_TESTS(FORM_TEST(a_form_is_read_as_it_was_written), FORM_TEST(a_broken_form_is_refused),
          FORM_TEST(a_form_has_limits), FORM_TEST(what_is_encoded_can_be_decoded), FORM_TEST(three_inputs_are_one_date),
          FORM_TEST(a_date_that_is_none_is_passed_on_to_be_refused), FORM_TEST(four_inputs_are_one_time),
          FORM_TEST(boxes_are_one_value), FORM_TEST(what_was_left_empty_and_what_is_ours_is_no_value),
          FORM_TEST(a_cookie_is_found_among_others_and_only_once), FORM_TEST(a_form_token_is_of_one_session),
          FORM_TEST(the_same_form_sent_twice_has_one_key), FORM_TEST(a_route_is_found_and_its_names_are_filled),
          FORM_TEST(a_plain_piece_wins_over_a_name),
          FORM_TEST(a_path_that_no_route_has_and_a_method_that_it_has_not_are_told_apart))
