/* docs/api.md is what the table of routes says. */
#include "api/api.h"
#include "base/test.h"

static void is_fresh(const char *path, void (*write)(struct buf *out), const char *command) {
    struct arena *a = arena_new();
    struct buf docs = {.arena = a};
    char *there = NULL;
    size_t length;
    const char *error = NULL;
    write(&docs);
    assert_true(file_read(a, path, 1 << 20, &there, &length, &error));
    if (strcmp(there, buf_text(&docs)) != 0)
        fail_msg("%s is stale: comity docs %s >%s", path, command, path);
    arena_free(&a);
}

/* Open to whoever has no token: the test's clock, the description, and what the public may begin. To guests: their
 * record. */
static enum route_who who_may(const struct route *route) {
    const char *path = route->path + strlen("/api/v1");
    if (strcmp(path, "/test/clock") == 0)
        return ROUTE_TEST;
    if (strcmp(path, "/openapi.json") == 0)
        return ROUTE_STATIC;
    if (strcmp(path, "/procedures") == 0 || (strcmp(path, "/records") == 0 && route->method == HTTP_POST))
        return ROUTE_ANYONE;
    return text_starts(path, "/records") || strcmp(path, "/duties") == 0 || strcmp(path, "/notices") == 0
               ? ROUTE_GUESTS
               : ROUTE_SIGNED_IN;
}

static void test_the_documentation_is_what_the_routes_say(void **state) {
    (void)state;
    is_fresh("docs/api.md", api_docs, "api");
    is_fresh("docs/openapi.json", api_openapi, "openapi");
}

static void test_every_route_is_json_and_says_what_it_is_for(void **state) {
    (void)state;
    for (size_t i = 0; i < api_routes.count; i++) {
        const struct route *route = &api_routes.at[i];
        assert_true(text_starts(route->path, "/api/v1/"));
        assert_int_equal(route->gives, ROUTE_JSON);
        assert_non_null(route->handle);
        assert_true(strlen(route->help) > 5);
        assert_non_null(route->answers);
        assert_int_equal(route->who, who_may(route));
    }
}

static void test_no_two_routes_are_the_same(void **state) {
    (void)state;
    for (size_t i = 0; i < api_routes.count; i++)
        for (size_t k = i + 1; k < api_routes.count; k++)
            assert_false(api_routes.at[i].method == api_routes.at[k].method &&
                         strcmp(api_routes.at[i].path, api_routes.at[k].path) == 0);
}

RUN_TESTS(TEST(test_the_documentation_is_what_the_routes_say), TEST(test_every_route_is_json_and_says_what_it_is_for),
          TEST(test_no_two_routes_are_the_same))
