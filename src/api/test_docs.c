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
        /* only the test's clock and the description are open to whoever has no token */
        assert_int_equal(route->who, strcmp(route->path, "/api/v1/test/clock") == 0     ? ROUTE_TEST
                                     : strcmp(route->path, "/api/v1/openapi.json") == 0 ? ROUTE_STATIC
                                                                                        : ROUTE_SIGNED_IN);
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
