#include "base/base.h"
#include "base/test.h"

static char order[8];

static void note(void *arg) {
    size_t length = strlen(order);
    order[length] = *(const char *)arg;
    order[length + 1] = '\0';
}

static void an_arena_runs_its_callbacks_newest_first(void **state) {
    (void)state;
    struct arena *a = arena_new();
    static char one = '1', two = '2';
    arena_on_reset(a, note, &one);
    arena_on_reset(a, note, &two);
    char *big = arena_alloc(a, 100000);
    big[99999] = 'x';
    arena_reset(a);
    assert_string_equal(order, "21");
    assert_string_equal(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    arena_free(&a);
    assert_null(a);
}

static void texts_are_joined_and_numbers_are_padded(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct buf buf = {.arena = a};
    assert_string_equal(arena_join(a, "post", ":", "p-1", NULL), "post:p-1");
    assert_string_equal(arena_join(a, NULL), "");
    static const struct {
        int64_t number;
        int digits;
        const char *text;
    } cases[] = {{0, 1, "0"},
                 {7, 2, "07"},
                 {2026, 2, "2026"},
                 {-5, 3, "-005"},
                 {INT64_MAX, 20, "09223372036854775807"},
                 {INT64_MIN, 1, "-9223372036854775808"}};
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        buf_clear(&buf);
        buf_add_number(&buf, cases[i].number, cases[i].digits);
        assert_string_equal(buf_text(&buf), cases[i].text);
    }
    arena_free(&a);
}

/* Whatever was kept of an earlier use, what is given out is zeroed. */
static void an_arena_can_be_used_again(void **state) {
    (void)state;
    struct arena *a = arena_new();
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 1000000; size *= 3) {
            char *memory = arena_alloc(a, size);
            for (size_t i = 0; i < size; i++)
                assert_int_equal(memory[i], 0);
            memset(memory, 'x', size);
        }
        arena_reset(a);
    }
    arena_free(&a);
}

static void a_list_grows(void **state) {
    (void)state;
    struct arena *a = arena_new();
    LIST(int) list = {0};
    for (int i = 0; i < 1000; i++)
        LIST_ADD(a, &list, i);
    assert_int_equal(list.count, 1000);
    assert_int_equal(list.at[999], 999);
    arena_free(&a);
}

static void json_is_escaped_and_bad_utf8_is_replaced(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    json_start_object(&json);
    json_pair(&json, "a", "q\"\\\n\x01 \xc3\xa9 \xff");
    json_key(&json, "list");
    json_start_array(&json);
    json_number(&json, -3);
    json_start_object(&json);
    json_end_object(&json);
    json_bool(&json, true);
    json_none(&json);
    json_end_array(&json);
    json_end_object(&json);
    assert_string_equal(buf_text(&buf), "{\"a\":\"q\\\"\\\\\\n\\u0001 \xc3\xa9 \\ufffd\",\"list\":[-3,{},true,null]}");
    arena_free(&a);
}

static void instants_are_read_strictly(void **state) {
    (void)state;
    struct arena *a = arena_new();
    instant at;
    assert_true(instant_parse("2026-12-18T10:00", &at));
    assert_string_equal(instant_format(a, at), "2026-12-18T10:00:00Z");
    assert_true(instant_parse("2026-07-01T00:30:00+01:00", &at));
    assert_string_equal(instant_format(a, at), "2026-06-30T23:30:00Z");
    assert_true(instant_parse("2026-12-18T10:00:59.999Z", &at));
    assert_string_equal(instant_format(a, at), "2026-12-18T10:00:59Z");
    const char *bad[] = {"",
                         "2026-12-18",
                         "2026-12-18T10:00.5Z",
                         "2026-12-18T10:00:00.Z",
                         "2026-12-18T10:00:00.0000000001Z",
                         "2026-02-29T10:00",
                         "2026-13-01T10:00",
                         "2026-12-18T24:00",
                         "2026-12-18T10:00x",
                         "26-12-18T10:00"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        assert_false(instant_parse(bad[i], &at));
    arena_free(&a);
}

static void a_test_clock_never_goes_back(void **state) {
    (void)state;
    struct clock *clock = clock_new_test(100);
    assert_true(clock_set(clock, 200));
    assert_false(clock_set(clock, 150));
    assert_int_equal(clock_now(clock), 200);
    clock_free(&clock);
    clock = clock_new_real();
    assert_false(clock_set(clock, INT64_MAX));
    clock_free(&clock);
}

static void a_seeded_rng_repeats_itself_and_a_real_one_does_not(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct rng *one = rng_new_seeded(7), *two = rng_new_seeded(7), *real = rng_new_real();
    const char *reference = rng_reference(one, a, "ENQ");
    assert_string_equal(reference, rng_reference(two, a, "ENQ"));
    assert_string_not_equal(reference, rng_reference(one, a, "ENQ"));
    assert_int_equal(strlen(reference), 13);
    assert_string_not_equal(rng_token(real, a, 16), rng_token(real, a, 16));
    rng_free(&one);
    rng_free(&two);
    rng_free(&real);
    arena_free(&a);
}

static void a_branch_is_the_same_whatever_happened_elsewhere(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct rng *one = rng_new_seeded(7), *two = rng_new_seeded(7), *real = rng_new_real();
    rng_token(two, a, 16);
    const char *token = rng_token(rng_branch(one, a, "x"), a, 16);
    assert_string_equal(token, rng_token(rng_branch(two, a, "x"), a, 16));
    assert_string_not_equal(token, rng_token(rng_branch(two, a, "y"), a, 16));
    assert_ptr_equal(rng_branch(real, a, "x"), real);
    arena_free(&a);
    rng_free(&one);
    rng_free(&two);
    rng_free(&real);
}

static void text_helpers(void **state) {
    (void)state;
    struct arena *a = arena_new();
    int64_t n;
    assert_string_equal(text_clean(a, "  a\r\nb\x01\rc \n"), "a\nb\nc");
    assert_string_equal(text_slug(a, "Head of Housing & Co."), "head-of-housing-co");
    assert_true(text_to_int("42", 0, 100, &n) && n == 42);
    assert_false(text_to_int("101", 0, 100, &n) || text_to_int("4x", 0, 100, &n) || text_to_int(" 4", 0, 100, &n) ||
                 text_to_int("", 0, 1, &n) || text_to_int("99999999999999999999", 0, INT64_MAX, &n));
    char **pieces = text_split(a, "a,,b", ',');
    assert_string_equal(pieces[1], "");
    assert_string_equal(pieces[2], "b");
    assert_null(pieces[3]);
    assert_string_equal(text_sha256(a, "abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_false(text_is_utf8("\xed\xa0\x80", 3));
    assert_true(text_is_utf8("\xf0\x9f\x98\x80", 4));
    arena_free(&a);
}

static void a_text_that_was_kept_is_said_in_another_language(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct language *welsh = language_find("cy");
    assert_string_equal(text_say_kept(welsh, a, "Overdue: %s", "Overdue: Answer"), "Hwyr: Answer");
    assert_string_equal(text_say_kept(welsh, a, "Hello, %s", "Overdue: Answer"), "Overdue: Answer");
    assert_string_equal(text_say_kept(welsh, a, "Today", "Today"), "Heddiw");
    assert_string_equal(text_say_kept(welsh, a, "Today", "Today or so"), "Today or so");
    assert_string_equal(text_say_kept(NULL, a, "Today", "Today"), "Today");
    const char **pieces = text_kept(a, "%s is “%s”, not %s.", "A is “B, or C”, not D.");
    assert_string_equal(pieces[0], "A");
    assert_string_equal(pieces[1], "B, or C");
    assert_string_equal(pieces[2], "D");
    assert_null(pieces[3]);
    assert_null(text_kept(a, "%s is “%s”, not %s.", "A is “B”."));
    arena_free(&a);
}

RUN_TESTS(TEST(an_arena_runs_its_callbacks_newest_first), TEST(an_arena_can_be_used_again),
          TEST(texts_are_joined_and_numbers_are_padded), TEST(a_list_grows),
          TEST(json_is_escaped_and_bad_utf8_is_replaced), TEST(instants_are_read_strictly),
          TEST(a_test_clock_never_goes_back), TEST(a_seeded_rng_repeats_itself_and_a_real_one_does_not),
          TEST(a_branch_is_the_same_whatever_happened_elsewhere), TEST(text_helpers),
          TEST(a_text_that_was_kept_is_said_in_another_language),
          TEST(a_branch_is_the_same_whatever_happened_elsewhere))
