/* Which answers are packed, and that they come out of it as they were. */
#include "web/compress.h"

#include <zlib.h>

#include "base/test.h"

static struct arena *a;

static int start(void **state) {
    (void)state;
    a = arena_new();
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_free(&a);
    return 0;
}

static struct http_request a_look(void) {
    return (struct http_request){.a = a, .method = HTTP_GET, .gzip = true};
}

static struct http_response a_page(size_t length) {
    struct http_response response = {.status = 200, .type = "text/html; charset=utf-8", .body.arena = a};
    for (size_t i = 0; i < length; i++)
        buf_addc(&response.body, "<p>Damp in Mill Court</p>"[i % 25]);
    return response;
}

static bool is_packed(struct http_request request, struct http_response *response) {
    compress_page(&request, response);
    return text_equal(http_value(&response->headers, "Content-Encoding"), "gzip");
}

static void a_page_is_the_same_when_it_is_unpacked(void **state) {
    (void)state;
    struct http_response page = a_page(30000), plain = a_page(30000);
    assert_true(is_packed(a_look(), &page));
    assert_string_equal(http_value(&page.headers, "Vary"), "Accept-Encoding");
    assert_true(page.body.length < 3000);
    char *unpacked = arena_alloc(a, 30000);
    z_stream stream = {.next_in = (Bytef *)page.body.data,
                       .avail_in = (uInt)page.body.length,
                       .next_out = (Bytef *)unpacked,
                       .avail_out = 30000};
    assert_int_equal(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, 30000);
    assert_memory_equal(unpacked, plain.body.data, 30000);
    inflateEnd(&stream);
}

static void only_large_pages_are_packed_and_only_for_who_takes_them(void **state) {
    (void)state;
    struct http_request plain = a_look();
    struct http_response small = a_page(1000), page = a_page(5000), json = a_page(5000), asset = a_page(5000);
    plain.gzip = false;
    json.type = "application/json";
    asset.fixed = "p{}";
    assert_false(is_packed(plain, &page));
    assert_string_equal(http_value(&page.headers, "Vary"), "Accept-Encoding");
    assert_false(is_packed(a_look(), &small));
    assert_false(is_packed(a_look(), &json));
    assert_false(is_packed(a_look(), &asset));
}

static void a_page_that_may_write_back_what_it_was_asked_is_not_packed(void **state) {
    (void)state;
    struct http_request offered = a_look(), search = a_look(), form = a_look();
    struct http_response page = a_page(5000), other = a_page(5000);
    LIST_ADD(a, &offered.query.list, ((struct http_pair){"state", "all"}));
    LIST_ADD(a, &offered.query.list, ((struct http_pair){"words", ""}));
    LIST_ADD(a, &search.query.list, ((struct http_pair){"state", "all"}));
    LIST_ADD(a, &search.query.list, ((struct http_pair){"words", "damp"}));
    form.method = HTTP_POST;
    assert_false(is_packed(search, &page));
    assert_false(is_packed(form, &page));
    assert_true(is_packed(offered, &other));
}

#define HERE(test) cmocka_unit_test_setup_teardown(test, start, stop)
RUN_TESTS(HERE(a_page_is_the_same_when_it_is_unpacked), HERE(only_large_pages_are_packed_and_only_for_who_takes_them),
          HERE(a_page_that_may_write_back_what_it_was_asked_is_not_packed))
