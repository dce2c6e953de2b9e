#include "web/gate.h"

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

static struct gate_head head_of(const char *method, const char *target) {
    struct gate_head head = {.method = method, .target = target, .version = "HTTP/1.1"};
    LIST_ADD(a, &head.headers, ((struct http_pair){"Host", "comity.example"}));
    return head;
}

static void add(struct gate_head *head, const char *name, const char *value) {
    LIST_ADD(a, &head->headers, ((struct http_pair){name, value}));
}

static int status_of(const struct gate_head *head) {
    struct gate_pass pass;
    const char *say = NULL;
    int status = gate_check(head, a, &pass, &say);
    if (status != 0)
        assert_non_null(say);
    return status;
}

static int status_of_target(const char *target) {
    struct gate_head head = head_of("GET", target);
    return status_of(&head);
}

static int status_with(const char *method, const char *name, const char *value) {
    struct gate_head head = head_of(method, "/");
    add(&head, name, value);
    return status_of(&head);
}

static void a_plain_request_passes(void **state) {
    (void)state;
    struct gate_head head = head_of("GET", "/records/ENQ-7QK4-2M9D?state=all&words=bins%20missed");
    struct gate_pass pass;
    const char *say = NULL;
    add(&head, "cookie", "comity=x");
    assert_int_equal(gate_check(&head, a, &pass, &say), 0);
    assert_int_equal(pass.method, HTTP_GET);
    assert_string_equal(pass.path, "/records/ENQ-7QK4-2M9D");
    assert_int_equal(pass.pieces.list.count, 2);
    assert_string_equal(http_value(&pass.query, "words"), "bins missed");
    assert_string_equal(pass.cookie, "comity=x");
    assert_string_equal(pass.host, "comity.example");
    assert_null(pass.authorization);
}

static void a_post_passes_with_the_length_of_its_body(void **state) {
    (void)state;
    struct gate_head head = head_of("POST", "/sign-in");
    struct gate_pass pass;
    const char *say = NULL;
    add(&head, "Content-Length", "12");
    assert_int_equal(gate_check(&head, a, &pass, &say), 0);
    assert_int_equal(pass.body_length, 12);
}

static void what_is_too_long_is_read_to_its_end_unless_it_was_not_sent_yet(void **state) {
    (void)state;
    struct gate_head head = head_of("POST", "/sign-in");
    struct gate_pass pass;
    const char *say = NULL;
    add(&head, "Content-Length", "16777216");
    assert_int_equal(gate_check(&head, a, &pass, &say), 413);
    assert_int_equal(pass.body_length, 16777216);
    add(&head, "Expect", "100-continue");
    assert_int_equal(gate_check(&head, a, &pass, &say), 413);
    assert_int_equal(pass.body_length, 0);
}

static void a_path_that_another_program_might_read_differently_is_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"",
                                      "*",
                                      "http://comity.example/",
                                      "//evil.example/",
                                      "/a//b",
                                      "/a/",
                                      "/a/../b",
                                      "/a/%2e%2e/b",
                                      "/./a",
                                      "/a/%00",
                                      "/a%0ab",
                                      "/%zz",
                                      "/%4",
                                      "/%",
                                      "/a b",
                                      "/a\\b",
                                      "/a#b",
                                      "/a\x01",
                                      "/\xc3\xa4",
                                      "/%ff",
                                      "/%c3%28",
                                      "/?a=%00",
                                      "/?a=1&a=2",
                                      "/?=x",
                                      "/%ed%a0%80"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        if (status_of_target(bad[i]) != 400)
            fail_msg("%s was not refused", bad[i]);
}

static void an_escaped_slash_stays_inside_its_piece(void **state) {
    (void)state;
    struct gate_head head = head_of("GET", "/wards/ocd%2Fward%3A1");
    struct gate_pass pass;
    const char *say = NULL;
    assert_int_equal(gate_check(&head, a, &pass, &say), 0);
    assert_int_equal(pass.pieces.list.count, 2);
    assert_string_equal(pass.pieces.list.at[1], "ocd/ward:1");
}

static void a_long_address_is_refused(void **state) {
    (void)state;
    char target[GATE_TARGET_MOST + 2];
    memset(target, 'a', sizeof(target));
    target[0] = '/';
    target[GATE_TARGET_MOST] = '\0';
    assert_int_equal(status_of_target(target), 0);
    target[GATE_TARGET_MOST] = 'a';
    target[GATE_TARGET_MOST + 1] = '\0';
    assert_int_equal(status_of_target(target), 414);
}

static void a_request_without_a_host_or_with_a_broken_one_is_refused(void **state) {
    (void)state;
    struct gate_head none = {.method = "GET", .target = "/", .version = "HTTP/1.1"};
    assert_int_equal(status_of(&none), 400);
    static const char *const bad[] = {"", "a b", "a/b", "evil.example,comity.example", "user@host"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++) {
        struct gate_head head = {.method = "GET", .target = "/", .version = "HTTP/1.1"};
        add(&head, "Host", bad[i]);
        assert_int_equal(status_of(&head), 400);
    }
}

static void a_header_that_comes_twice_is_refused(void **state) {
    (void)state;
    static const char *const names[] = {"Host",         "content-length", "Transfer-Encoding",
                                        "Content-Type", "Authorization",  "Cookie",
                                        "Origin",       "Idempotency-Key"};
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct gate_head head = head_of("POST", "/");
        add(&head, "Content-Length", "1");
        add(&head, names[i], "1");
        add(&head, names[i], "1");
        assert_int_equal(status_of(&head), 400);
    }
}

static void a_broken_header_is_refused(void **state) {
    (void)state;
    assert_int_equal(status_with("GET", "Cookie ", "x"), 400);
    assert_int_equal(status_with("GET", "", "x"), 400);
    assert_int_equal(status_with("GET", "X:Y", "x"), 400);
    assert_int_equal(status_with("GET", "X-Y", "a\rb"), 400);
    assert_int_equal(status_with("GET", "X-Y", "a\x7f"), 400);
    assert_int_equal(status_with("GET", "X-Y", "\xff"), 400);
    assert_int_equal(status_with("GET", "X-Y", "a\tb"), 0);
    struct gate_head head = head_of("GET", "/");
    head.broken = true;
    assert_int_equal(status_of(&head), 400);
}

static void too_many_headers_are_refused(void **state) {
    (void)state;
    struct gate_head head = head_of("GET", "/");
    for (size_t i = 1; i < GATE_HEADERS_MOST; i++)
        add(&head, "X-Y", "z");
    assert_int_equal(status_of(&head), 0);
    add(&head, "X-Y", "z");
    assert_int_equal(status_of(&head), 431);
}

static void a_body_must_say_its_length_and_keep_to_the_limit(void **state) {
    (void)state;
    assert_int_equal(status_with("POST", "X-Y", "z"), 411);
    assert_int_equal(status_with("POST", "Content-Length", "0"), 0);
    assert_int_equal(status_with("POST", "Content-Length", "1048576"), 0);
    assert_int_equal(status_with("POST", "Content-Length", "1048577"), 413);
    assert_int_equal(status_with("POST", "Content-Length", "16777217"), 413);
    assert_int_equal(status_with("POST", "Content-Length", "99999999999999999999"), 413);
    static const char *const bad[] = {"", "+1", "-1", "1 ", "0x1", "1,1", "1.0"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        assert_int_equal(status_with("POST", "Content-Length", bad[i]), 400);
    assert_int_equal(status_with("GET", "Content-Length", "1"), 400);
    assert_int_equal(status_with("POST", "Transfer-Encoding", "chunked"), 411);
    assert_int_equal(status_with("GET", "Transfer-Encoding", "chunked"), 411);
}

static void a_length_beside_chunks_is_refused_as_smuggling(void **state) {
    (void)state;
    struct gate_head head = head_of("POST", "/");
    add(&head, "Content-Length", "5");
    add(&head, "Transfer-Encoding", "chunked");
    assert_int_equal(status_of(&head), 400);
}

static void what_is_not_spoken_here_is_refused(void **state) {
    (void)state;
    struct gate_head head = head_of("POST", "/");
    add(&head, "Content-Length", "1");
    add(&head, "Content-Encoding", "gzip");
    assert_int_equal(status_of(&head), 415);
    head = head_of("POST", "/");
    add(&head, "Content-Length", "1");
    add(&head, "Expect", "200-ok");
    assert_int_equal(status_of(&head), 417);
    head = head_of("GET", "/");
    head.version = "HTTP/2.0";
    assert_int_equal(status_of(&head), 505);
}

static void a_media_type_is_told_apart_from_its_likes(void **state) {
    (void)state;
    const char *form = "application/x-www-form-urlencoded";
    assert_true(gate_is_type("application/x-www-form-urlencoded", form));
    assert_true(gate_is_type("Application/X-WWW-Form-urlencoded; charset=UTF-8", form));
    assert_false(gate_is_type("application/x-www-form-urlencoded; charset=utf-16", form));
    assert_false(gate_is_type("application/x-www-form-urlencoded2", form));
    assert_false(gate_is_type("text/plain", form));
    assert_false(gate_is_type(NULL, form));
}

#define GATE_TEST(test) cmocka_unit_test_setup_teardown(test, with_arena, without_arena)
RUN_TESTS(GATE_TEST(a_plain_request_passes), GATE_TEST(a_post_passes_with_the_length_of_its_body),
          GATE_TEST(what_is_too_long_is_read_to_its_end_unless_it_was_not_sent_yet),
          GATE_TEST(a_path_that_another_program_might_read_differently_is_refused),
          GATE_TEST(an_escaped_slash_stays_inside_its_piece), GATE_TEST(a_long_address_is_refused),
          GATE_TEST(a_request_without_a_host_or_with_a_broken_one_is_refused),
          GATE_TEST(a_header_that_comes_twice_is_refused), GATE_TEST(a_broken_header_is_refused),
          GATE_TEST(too_many_headers_are_refused), GATE_TEST(a_body_must_say_its_length_and_keep_to_the_limit),
          GATE_TEST(a_length_beside_chunks_is_refused_as_smuggling), GATE_TEST(what_is_not_spoken_here_is_refused),
          GATE_TEST(a_media_type_is_told_apart_from_its_likes))
