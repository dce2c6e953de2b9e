/*
 * The smallest whole program: a page with a question. It uses the library and nothing else.
 *
 *     govuk_example > example.html
 */
#include "govuk/govuk.h"

int main(void) {
    const struct govuk_page page = {.title = "Which ward is it in?",
                                    .stylesheet = "page.css",
                                    .header = &(struct govuk_generic_header){.logo.text = "A Council"}};
    struct html out = {0};
    govuk_page_begin(&out, &page);
    govuk_form_begin(&out, &(struct govuk_form){.action = "/ward"});
    govuk_input(&out,
                &(struct govuk_input){
                    .label = {.text = "Which ward is it in?", .is_page_heading = true, .classes = "govuk-label--l"},
                    .name = "ward",
                    .value = "Castle & <High Street>",
                    .error_message.text = "Enter a ward of this council"});
    govuk_button(&out, &(struct govuk_button){.text = "Continue"});
    govuk_form_end(&out);
    govuk_page_end(&out, &page);
    puts(html_markup(&out).raw);
    html_free(&out);
    return 0;
}
