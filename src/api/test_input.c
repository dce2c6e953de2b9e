/* Bodies that scripts send, honest and hostile. */
#include "api/api_private.h"
#include "base/test.h"

static const char *const members[] = {"procedure", "fields", NULL};

struct reading {
    struct arena *a;
    struct api_input input;
    const char *error;
    bool read;
};

static struct reading reading_of(const char *text) {
    struct reading reading = {.a = arena_new()};
    reading.read = api_input_read(text, strlen(text), members, reading.a, &reading.input, &reading.error);
    return reading;
}

static void assert_refused(const char *text, const char *because) {
    struct reading reading = reading_of(text);
    assert_false(reading.read);
    assert_non_null(reading.error);
    if (strstr(reading.error, because) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", reading.error, because);
    arena_free(&reading.a);
}

static void test_a_body_gives_the_procedure_and_its_fields(void **state) {
    (void)state;
    struct reading reading = reading_of("{\"procedure\": \"enquiry\", \"fields\": {\"subject\": \"Bins \\u00e9\"}}");
    assert_true(reading.read);
    assert_string_equal(reading.input.procedure, "enquiry");
    assert_string_equal(values_get(&reading.input.fields, "subject"), "Bins é");
    arena_free(&reading.a);
}

static void test_no_body_at_all_is_an_empty_one(void **state) {
    (void)state;
    struct reading reading = reading_of("");
    assert_true(reading.read);
    assert_null(reading.input.procedure);
    assert_int_equal(reading.input.fields.list.count, 0);
    arena_free(&reading.a);
}

static void test_a_tick_is_yes_and_no_tick_is_left_out(void **state) {
    (void)state;
    struct reading reading = reading_of("{\"fields\": {\"objective\": true, \"neutral\": false}}");
    assert_true(reading.read);
    assert_string_equal(values_get(&reading.input.fields, "objective"), "yes");
    assert_null(values_get(&reading.input.fields, "neutral"));
    assert_int_equal(reading.input.ticks.count, 2);
    arena_free(&reading.a);
}

static void test_a_list_is_one_text_with_spaces(void **state) {
    (void)state;
    struct reading reading = reading_of("{\"fields\": {\"team\": [\"olu\", \"pat\"], \"none\": []}}");
    assert_true(reading.read);
    assert_string_equal(values_get(&reading.input.fields, "team"), "olu pat");
    assert_string_equal(values_get(&reading.input.fields, "none"), "");
    assert_int_equal(reading.input.lists.count, 2);
    arena_free(&reading.a);
    assert_refused("{\"fields\": {\"team\": [\"olu\", 1]}}", "ids without spaces");
    assert_refused("{\"fields\": {\"team\": [\"olu pat\"]}}", "ids without spaces");
    assert_refused("{\"fields\": {\"team\": [[\"olu\"]]}}", "ids without spaces");
}

static void test_what_is_not_known_is_refused_by_name(void **state) {
    (void)state;
    assert_refused("{\"procedure\": \"enquiry\", \"feilds\": {}}", "\"feilds\" is not known");
    assert_refused("{\"to\": \"2026-12-18T10:00:00Z\"}", "\"to\" is not known"); /* another route's */
}

static void test_wrong_types_are_refused(void **state) {
    (void)state;
    assert_refused("[]", "must be a JSON object");
    assert_refused("\"enquiry\"", "JSON");
    assert_refused("{\"procedure\": 5}", "must be a text");
    assert_refused("{\"procedure\": null}", "must be a text");
    assert_refused("{\"fields\": []}", "must be an object");
    assert_refused("{\"fields\": {\"subject\": 5}}", "\"subject\" must be a text");
    assert_refused("{\"fields\": {\"subject\": null}}", "\"subject\" must be a text");
    assert_refused("{\"fields\": {\"subject\": {\"a\": \"b\"}}}", "\"subject\" must be a text");
}

static void test_duplicate_keys_are_refused(void **state) {
    (void)state;
    assert_refused("{\"procedure\": \"enquiry\", \"procedure\": \"advice\"}", "duplicate");
    assert_refused("{\"fields\": {\"for\": \"me\", \"for\": \"my group\"}}", "duplicate");
}

static void test_broken_json_is_refused_with_the_place(void **state) {
    (void)state;
    assert_refused("{\"procedure\":\n \"enquiry\"", "line 2");
    assert_refused("{} {}", "JSON");
    assert_refused("{\"procedure\": \"a\\u0000b\"}", "JSON");
    assert_refused("{\"procedure\": \"\xff\"}", "JSON");
    assert_refused("{'procedure': 'enquiry'}", "JSON");
}

static void test_deep_nesting_is_refused_before_it_is_read(void **state) {
    (void)state;
    assert_refused("{\"fields\": [[[[[[[[[]]]]]]]]]}", "deeper than 8");
    struct buf deep = {0};
    for (int i = 0; i < 100000; i++)
        buf_addc(&deep, '[');
    assert_refused(buf_text(&deep), "deeper than 8");
    buf_free(&deep);
}

static void test_brackets_inside_a_text_are_no_nesting(void **state) {
    (void)state;
    struct reading reading = reading_of("{\"fields\": {\"question\": \"[[[[[[[[[[{{{{ \\\" [[[[\"}}");
    assert_true(reading.read);
    assert_string_equal(values_get(&reading.input.fields, "question"), "[[[[[[[[[[{{{{ \" [[[[");
    arena_free(&reading.a);
}

static void test_too_many_fields_are_refused(void **state) {
    (void)state;
    struct buf many = {0};
    buf_adds(&many, "{\"fields\": {");
    for (int i = 0; i <= API_FIELDS_MOST; i++)
        buf_addf(&many, "%s\"f%d\": \"\"", i == 0 ? "" : ",", i);
    buf_adds(&many, "}}");
    assert_refused(buf_text(&many), "more than 100");
    buf_free(&many);
}

RUN_TESTS(TEST(test_a_body_gives_the_procedure_and_its_fields), TEST(test_no_body_at_all_is_an_empty_one),
          TEST(test_a_tick_is_yes_and_no_tick_is_left_out), TEST(test_a_list_is_one_text_with_spaces),
          TEST(test_what_is_not_known_is_refused_by_name), TEST(test_wrong_types_are_refused),
          TEST(test_duplicate_keys_are_refused), TEST(test_broken_json_is_refused_with_the_place),
          TEST(test_deep_nesting_is_refused_before_it_is_read), TEST(test_brackets_inside_a_text_are_no_nesting),
          TEST(test_too_many_fields_are_refused))
