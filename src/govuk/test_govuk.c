/* What the package's fixtures cannot show: all of the C side's own promises, and the page template. */
#include "base/base.h"
#include "base/test.h"

#include "govuk/govuk.h"

/* Whether the last thing written holds a piece of HTML. */
static bool holds(const struct html *html, const char *piece) {
    return strstr(html_markup(html).raw, piece) != NULL;
}

static int setup(void **state) {
    *state = arena_new();
    return 0;
}

static int teardown(void **state) {
    struct arena *arena = *state;
    arena_free(&arena);
    return 0;
}

static void hint_and_error_are_there_when_they_have_text(void **state) {
    struct html without = HTML_IN(*state), with = HTML_IN(*state);
    govuk_input(&without, &(struct govuk_input){.name = "ward", .label.text = "Ward", .error_message.text = NULL});
    govuk_input(&with, &(struct govuk_input){.name = "ward", .hint.text = "Where?", .error_message.text = "Choose"});
    assert_false(holds(&without, "error"));
    assert_false(holds(&without, "aria-describedby"));
    assert_true(holds(&with, "aria-describedby=\"ward-hint ward-error\""));
    assert_true(holds(&with, "govuk-form-group--error"));
}

static void every_text_of_a_field_is_escaped(void **state) {
    struct html out = HTML_IN(*state);
    const char *bad = "\"><script>";
    govuk_input(&out, &(struct govuk_input){.label.text = bad,
                                            .hint.text = bad,
                                            .error_message.text = bad,
                                            .id = bad,
                                            .name = bad,
                                            .value = bad,
                                            .classes = bad,
                                            .described_by = bad,
                                            .prefix.text = bad,
                                            .attributes = GOVUK_ATTRIBUTES({bad, bad}),
                                            .form_group.before.text = bad});
    assert_false(holds(&out, "<script"));
    assert_false(holds(&out, "\"\">"));
}

static void html_wins_over_text(void **state) {
    struct html out = HTML_IN(*state);
    govuk_tag(&out, &(struct govuk_tag){.text = "text", .html = MARKUP("<i>html</i>")});
    assert_string_equal(html_markup(&out).raw, "<strong class=\"govuk-tag\"><i>html</i></strong>");
}

static void omitted_item_keeps_its_number(void **state) {
    struct html out = HTML_IN(*state);
    govuk_radios(&out, &(struct govuk_radios){
                           .name = "to",
                           .items = GOVUK_LIST(struct govuk_radios_item, {.text = "A", .value = "a"},
                                               {.text = "B", .value = "b", .omit = true}, {.text = "C", .value = "c"}),
                       });
    assert_true(holds(&out, "id=\"to\""));
    assert_false(holds(&out, "id=\"to-2\""));
    assert_true(holds(&out, "id=\"to-3\""));
}

static void value_chooses_unless_the_item_says_no(void **state) {
    struct html chosen = HTML_IN(*state), refused = HTML_IN(*state);
    struct govuk_select select = {
        .name = "s", .value = "b", .items = GOVUK_LIST(struct govuk_select_item, {.text = "a"}, {.text = "b"})};
    govuk_select(&chosen, &select);
    assert_true(holds(&chosen, "<option>a</option><option selected>b</option>"));
    const struct govuk_select_item no[] = {{.text = "b", .selected = GOVUK_NO}};
    select.items.at = no;
    select.items.count = 1;
    govuk_select(&refused, &select);
    assert_false(holds(&refused, "selected"));
}

static void field_can_be_disabled(void **state) {
    struct html out = HTML_IN(*state);
    govuk_select(&out, &(struct govuk_select){.name = "s", .disabled = true});
    assert_true(holds(&out, "<select class=\"govuk-select\" id=\"s\" name=\"s\" disabled></select>"));
}

static void textarea_keeps_a_first_newline(void **state) {
    struct html out = HTML_IN(*state);
    govuk_textarea(&out, &(struct govuk_textarea){.name = "t", .value = "\nx"});
    assert_true(holds(&out, ">\n\nx</textarea>"));
}

static void attribute_without_value_is_bare(void **state) {
    struct html out = HTML_IN(*state);
    govuk_tag(&out, &(struct govuk_tag){.text = "x", .attributes = GOVUK_ATTRIBUTES({"hidden", NULL}, {"lang", "cy"})});
    assert_true(holds(&out, " hidden lang=\"cy\">"));
}

static void pairs_of_functions_write_what_one_does(void **state) {
    struct html one = HTML_IN(*state), pair = HTML_IN(*state);
    const struct govuk_details details = {.summary.text = "Why?", .text = "Because", .open = true};
    govuk_details(&one, &details);
    govuk_details_begin(&pair, &details);
    html_text(&pair, "Because");
    govuk_details_end(&pair);
    assert_string_equal(html_markup(&one).raw, html_markup(&pair).raw);
}

static void rows_can_follow_one_another(void **state) {
    struct html one = HTML_IN(*state), row_by_row = HTML_IN(*state);
    struct govuk_table table = {.caption = "Duties", .first_cell_is_header = true};
    const struct govuk_table_row rows[] = {
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "1.7.2"}, {.text = "5", .format = "numeric"})},
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "5.2"}, {.text = "10", .format = "numeric"})}};
    govuk_table_begin(&row_by_row, &table);
    for (size_t i = 0; i < LENGTH_OF(rows); i++)
        govuk_table_row(&row_by_row, &table, &rows[i]);
    govuk_table_end(&row_by_row);
    table.rows.at = rows;
    table.rows.count = LENGTH_OF(rows);
    govuk_table(&one, &table);
    assert_string_equal(html_markup(&one).raw, html_markup(&row_by_row).raw);
    assert_true(holds(&one, "<th scope=\"row\" class=\"govuk-table__header\">1.7.2</th>"));
}

static void footer_outside_govuk_has_no_crown(void **state) {
    struct html out = HTML_IN(*state);
    govuk_footer(&out, &(struct govuk_footer){.outside_govuk = true, .copyright.text = "© A Council"});
    assert_false(holds(&out, "govuk-footer__crown"));
    assert_false(holds(&out, "copyright-logo"));
    assert_false(holds(&out, "Crown copyright"));
    assert_true(holds(&out, "© A Council"));
}

static void page_has_its_landmarks_in_order(void **state) {
    struct html out = HTML_IN(*state);
    const struct govuk_page page = {
        .title = "Enquiries & more",
        .stylesheet = "/a.css",
        .script = "/a.js",
        .header = &(struct govuk_generic_header){.logo.text = "A council"},
        .service_navigation = &(struct govuk_service_navigation){.service_name = "Enquiries"},
        .back_link = &(struct govuk_back_link){.href = "/"},
        .footer = &(struct govuk_footer){.outside_govuk = true},
    };
    govuk_page_begin(&out, &page);
    govuk_heading(&out, 1, "l", "Enquiries");
    govuk_page_end(&out, &page);
    const char *pieces[] = {"<!DOCTYPE html><html lang=\"en\" class=\"govuk-template\"><head><meta charset=\"utf-8\">",
                            "<title>Enquiries &amp; more</title>",
                            "<link rel=\"stylesheet\" href=\"/a.css\">",
                            "<script type=\"module\" blocking=\"render\" src=\"/a.js\"></script>",
                            "</head><body class=\"govuk-template__body\">",
                            "govuk-skip-link",
                            "<header class=\"govuk-template__header\">",
                            "A council",
                            "govuk-service-navigation",
                            "</header>",
                            "govuk-back-link",
                            "<main class=\"govuk-main-wrapper\" id=\"main-content\"><h1 class=\"govuk-heading-l\">",
                            "</main>",
                            "<footer class=\"govuk-template__footer\">",
                            "</footer></body></html>"};
    const char *at = html_markup(&out).raw;
    size_t in_order = 0;
    for (const char *found; in_order < LENGTH_OF(pieces) && (found = strstr(at, pieces[in_order])) != NULL; in_order++)
        at = found + strlen(pieces[in_order]);
    assert_int_equal(in_order, LENGTH_OF(pieces));
    assert_string_equal(at, "");
}

static void page_has_no_inline_script(void **state) {
    struct html out = HTML_IN(*state);
    const struct govuk_page page = {.title = "x"};
    govuk_page_begin(&out, &page);
    govuk_page_end(&out, &page);
    assert_false(holds(&out, "<script"));
    assert_false(holds(&out, "<footer"));
    assert_false(holds(&out, "<header"));
}

static void form_is_checked_by_the_server_alone(void **state) {
    struct html out = HTML_IN(*state);
    govuk_form_begin(&out, &(struct govuk_form){.action = "/send?a&b",
                                                .multipart = true,
                                                .hidden = GOVUK_LIST(struct govuk_attribute, {"token", "<t>"})});
    govuk_form_end(&out);
    assert_string_equal(html_markup(&out).raw,
                        "<form action=\"/send?a&amp;b\" method=\"post\" enctype=\"multipart/form-data\" novalidate>"
                        "<input type=\"hidden\" name=\"token\" value=\"&lt;t&gt;\"></form>");
}

#define CASE(function) cmocka_unit_test_setup_teardown(function, setup, teardown)
RUN_TESTS(CASE(hint_and_error_are_there_when_they_have_text), CASE(every_text_of_a_field_is_escaped),
          CASE(html_wins_over_text), CASE(omitted_item_keeps_its_number), CASE(value_chooses_unless_the_item_says_no),
          CASE(field_can_be_disabled), CASE(textarea_keeps_a_first_newline), CASE(attribute_without_value_is_bare),
          CASE(pairs_of_functions_write_what_one_does), CASE(rows_can_follow_one_another),
          CASE(footer_outside_govuk_has_no_crown), CASE(page_has_its_landmarks_in_order),
          CASE(page_has_no_inline_script), CASE(form_is_checked_by_the_server_alone))
