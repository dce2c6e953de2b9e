#include "base/base.h"
#include "base/test.h"

#include "govuk/html.h"

static void text_is_escaped(void **state) {
    (void)state;
    struct html out = {0};
    html_text(&out, "<a href=\"x\" id='y'>fish & chips</a>");
    assert_string_equal(html_markup(&out).raw, "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;fish &amp; chips&lt;/a&gt;");
    html_free(&out);
}

static void text_of_every_byte_holds_no_markup(void **state) {
    (void)state;
    char all[256];
    for (int i = 0; i < 255; i++)
        all[i] = (char)(i + 1);
    all[255] = '\0';
    struct html out = {0};
    html_text(&out, all);
    struct markup markup = html_markup(&out);
    assert_int_equal(strcspn(markup.raw, "<>\"'"), markup.length);
    assert_int_equal(markup.length, 255 + 4 + 3 + 3 + 5 + 4);
    html_free(&out);
}

static void text_that_is_null_writes_nothing(void **state) {
    (void)state;
    struct html out = {0};
    html_text(&out, NULL);
    assert_int_equal(html_markup(&out).length, 0);
    assert_string_equal(html_markup(&out).raw, "");
    html_free(&out);
}

static void part_of_a_text_ends_where_it_is_told(void **state) {
    (void)state;
    struct html out = {0};
    html_text_part(&out, "<<<", 2);
    html_text_part(&out, "<<<", 0);
    assert_string_equal(html_markup(&out).raw, "&lt;&lt;");
    html_free(&out);
}

static void numbers_are_decimal(void **state) {
    (void)state;
    const struct {
        int64_t number;
        const char *text;
    } cases[] = {
        {0, "0"}, {7, "7"}, {-1, "-1"}, {INT64_MAX, "9223372036854775807"}, {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        struct html out = {0};
        html_number(&out, cases[i].number);
        assert_string_equal(html_markup(&out).raw, cases[i].text);
        html_free(&out);
    }
}

static void attribute_values_cannot_end_the_attribute(void **state) {
    (void)state;
    struct html out = {0};
    html_put(&out, "<a");
    html_attribute(&out, "href", "\" onclick=\"x");
    html_put(&out, ">");
    assert_string_equal(html_markup(&out).raw, "<a href=\"&quot; onclick=&quot;x\">");
    html_free(&out);
}

static void optional_attributes_need_a_value(void **state) {
    (void)state;
    struct html out = {0};
    html_optional(&out, "id", NULL);
    html_optional(&out, "id", "");
    html_optional(&out, "id", "a");
    html_attribute(&out, "alt", NULL);
    assert_string_equal(html_markup(&out).raw, " id=\"a\" alt=\"\"");
    html_free(&out);
}

static void elements_are_begun_and_ended(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct html out = HTML_IN(arena);
    html_begin(&out, "ul", "govuk-list");
    html_element(&out, "li", NULL, "1 < 2");
    html_end(&out, "ul");
    html_link(&out, "govuk-link", "/?a=1&b=2", "A & B");
    assert_string_equal(html_markup(&out).raw, "<ul class=\"govuk-list\"><li>1 &lt; 2</li></ul>"
                                               "<a class=\"govuk-link\" href=\"/?a=1&amp;b=2\">A &amp; B</a>");
    arena_free(&arena);
}

static void markup_is_written_as_it_is(void **state) {
    (void)state;
    struct html inner = {0}, out = {0};
    html_put(&inner, "<b>x</b>");
    html_raw(&out, html_markup(&inner));
    html_raw(&out, MARKUP("<hr>"));
    html_raw(&out, (struct markup){0});
    assert_string_equal(html_markup(&out).raw, "<b>x</b><hr>");
    html_free(&inner);
    html_free(&out);
}

static void what_stands_in_quotes_is_marked_where_it_is_foreign(void **state) {
    (void)state;
    static const struct {
        const char *foreign, *text, *html;
    } cases[] = {
        {NULL, "neu “A & B”", "neu “A &amp; B”"},
        {"en", "neu", "neu"},
        {"en", "“A & B” neu “C”.", "“<span lang=\"en\">A &amp; B</span>” neu “<span lang=\"en\">C</span>”."},
        {"en", "y “A “B” C”", "y “<span lang=\"en\">A “B” C</span>”"},
        {"en", "y “A", "y “<span lang=\"en\">A</span>"},
    };
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        struct html out = {.foreign = cases[i].foreign};
        html_foreign_quotes(&out, cases[i].text);
        assert_string_equal(html_markup(&out).raw, cases[i].html);
        html_free(&out);
    }
}

RUN_TESTS(TEST(text_is_escaped), TEST(text_of_every_byte_holds_no_markup), TEST(text_that_is_null_writes_nothing),
          TEST(part_of_a_text_ends_where_it_is_told), TEST(numbers_are_decimal),
          TEST(attribute_values_cannot_end_the_attribute), TEST(optional_attributes_need_a_value),
          TEST(elements_are_begun_and_ended), TEST(markup_is_written_as_it_is),
          TEST(what_stands_in_quotes_is_marked_where_it_is_foreign))
