/* How long a component takes to write, in nanoseconds, with the params as a page would give them. */
#include "govuk/govuk.h"

static void tag(struct html *out) {
    govuk_tag(out, &(struct govuk_tag){.text = "Open", .classes = "govuk-tag--green"});
}

static void button(struct html *out) {
    govuk_button(out, &(struct govuk_button){.text = "Continue", .prevent_double_click = true});
}

static void input(struct html *out) {
    govuk_input(out, &(struct govuk_input){.label.text = "Where is it?",
                                           .hint.text = "A street or a place",
                                           .error_message.text = "Say where it is",
                                           .name = "where",
                                           .value = "St Mary's Lane & High Street"});
}

static void radios(struct html *out) {
    govuk_radios(out,
                 &(struct govuk_radios){.fieldset.legend = {.text = "Who needs the advice?", .is_page_heading = true},
                                        .name = "for",
                                        .value = "group",
                                        .items = GOVUK_LIST(struct govuk_radios_item, {.text = "Me", .value = "me"},
                                                            {.text = "My group", .value = "group"},
                                                            {.text = "A body", .value = "body"})});
}

static void summary_list(struct html *out) {
    const struct govuk_action change = {.text = "Change", .href = "/change/by"};
    struct govuk_summary_list_row rows[10];
    for (size_t i = 0; i < LENGTH_OF(rows); i++)
        rows[i] = (struct govuk_summary_list_row){
            .key.text = "Answer by", .value.text = "Friday 14 May 2027", .actions.items = {&change, 1}};
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, LENGTH_OF(rows)}});
}

static void table_of_50_rows(struct html *out) {
    const struct govuk_table table = {.caption = "Enquiries"};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < 50; i++)
        govuk_table_row(
            out, &table,
            &(struct govuk_table_row){.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "ENQ-7QK4-2M9D"},
                                                          {.text = "A street light that does not work"},
                                                          {.text = "Housing"}, {.text = "14 May 2027"})});
    govuk_table_end(out);
}

static void whole_page(struct html *out) {
    const struct govuk_page page = {
        .title = "Ask – A Council",
        .stylesheet = "/assets/page.css",
        .script = "/assets/page.js",
        .header = &(struct govuk_generic_header){.logo.text = "A Council"},
        .service_navigation =
            &(struct govuk_service_navigation){
                .service_name = "Contact Centre",
                .service_url = "/",
                .navigation = GOVUK_LIST(struct govuk_service_navigation_item, {.text = "Home", .href = "/"},
                                         {.text = "Ask", .href = "/ask", .current = true},
                                         {.text = "Search", .href = "/search"})},
        .back_link = &(struct govuk_back_link){.href = "/"},
        .footer = &(struct govuk_footer){.outside_govuk = true},
    };
    govuk_page_begin(out, &page);
    govuk_heading(out, 1, "l", "Ask");
    input(out);
    radios(out);
    summary_list(out);
    button(out);
    govuk_page_end(out, &page);
}

static int64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int main(void) {
    static const struct {
        const char *name;
        void (*write)(struct html *out);
    } cases[] = {{"tag", tag},
                 {"button", button},
                 {"input", input},
                 {"radios, 3 items", radios},
                 {"summary list, 10 rows", summary_list},
                 {"table, 50 rows of 4", table_of_50_rows},
                 {"page with all but the table", whole_page}};
    enum { REPEATS = 20000 };
    struct html out = {0};
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        int64_t start = nanoseconds();
        for (int n = 0; n < REPEATS; n++) {
            buf_clear(&out.buf);
            cases[i].write(&out);
        }
        printf("%-28s %7lld ns %6zu bytes\n", cases[i].name, (long long)((nanoseconds() - start) / REPEATS),
               html_markup(&out).length);
    }
    html_free(&out);
    return 0;
}
