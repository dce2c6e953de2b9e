/* What became of an act, as a script is told it. */
#include "api/api_private.h"
#include "base/test.h"

static const char *told(struct arena *a, enum result_kind kind, const char *key, int *status_r) {
    static const struct route route = {.gives = ROUTE_JSON};
    struct http_request request = {.a = a, .route = &route, .idempotency_key = key};
    struct http_response response = {.status = 200, .body.arena = a};
    struct result result = {.kind = kind, .say = "SQLite says: disk I/O error."};
    assert_false(api_result_done(&request, &response, &result));
    *status_r = response.status;
    return buf_text(&response.body);
}

static void nothing_changed_is_said_only_where_it_is_sure(void **state) {
    (void)state;
    struct arena *a = arena_new();
    int status;
    const char *failed = told(a, RESULT_FAILED, "k", &status);
    assert_int_equal(status, 503);
    assert_non_null(strstr(failed, "nothing changed"));
    const char *unknown = told(a, RESULT_UNKNOWN, "k", &status);
    assert_int_equal(status, 503);
    assert_non_null(strstr(unknown, "\"outcome-unknown\""));
    assert_non_null(strstr(unknown, "with the same Idempotency-Key"));
    assert_null(strstr(unknown, "nothing changed"));
    assert_null(strstr(told(a, RESULT_UNKNOWN, NULL, &status), "the same"));
    assert_null(strstr(unknown, "SQLite"));
    arena_free(&a);
}

RUN_TESTS(TEST(nothing_changed_is_said_only_where_it_is_sure))
