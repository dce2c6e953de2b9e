/*
 * Prints one page that has nearly every component, as an example of their use and for test/govuk/browser.mjs:
 *
 *     govuk_example > example.html
 */
#include "govuk/govuk.h"

static void fields(struct html *out) {
    govuk_input(out, &(struct govuk_input){.label.text = "Where is it?",
                                           .hint.text = "A street or a place",
                                           .error_message.text = "Say where it is",
                                           .name = "where",
                                           .value = "St Mary's Lane & <High> Street"});
    govuk_input(out, &(struct govuk_input){.label.text = "What did it cost?",
                                           .name = "cost",
                                           .inputmode = "decimal",
                                           .spellcheck = GOVUK_NO,
                                           .classes = "govuk-input--width-5",
                                           .prefix.text = "£"});
    govuk_character_count(out, &(struct govuk_character_count){.label.text = "What is it about?",
                                                               .name = "about",
                                                               .maxlength = 200,
                                                               .value = "The street light at the corner"});
    govuk_textarea(out, &(struct govuk_textarea){.label.text = "Anything else?", .name = "else", .rows = 3});
    govuk_select(out,
                 &(struct govuk_select){.label.text = "Ward",
                                        .name = "ward",
                                        .value = "castle",
                                        .items = GOVUK_LIST(struct govuk_select_item, {.text = "Choose", .value = ""},
                                                            {.text = "North", .value = "north"},
                                                            {.text = "Castle", .value = "castle"})});
    govuk_date_input(out, &(struct govuk_date_input){.id = "since",
                                                     .name_prefix = "since",
                                                     .fieldset.legend.text = "Since when?",
                                                     .hint.text = "For example, 27 3 2027",
                                                     .day.value = "14",
                                                     .month.value = "5",
                                                     .year.value = "2027"});
    govuk_password_input(out, &(struct govuk_password_input){.label.text = "Password", .name = "password"});
    govuk_file_upload(out,
                      &(struct govuk_file_upload){.label.text = "A photograph", .name = "photo", .javascript = true});
}

static void choices(struct html *out) {
    struct html inner = {0};
    govuk_input(&inner, &(struct govuk_input){.label.text = "Which body?", .name = "body"});
    govuk_radios(out,
                 &(struct govuk_radios){
                     .fieldset.legend = {.text = "Who needs it?", .classes = "govuk-fieldset__legend--m"},
                     .name = "for",
                     .value = "group",
                     .items = GOVUK_LIST(struct govuk_radios_item, {.text = "Me", .value = "me"},
                                         {.text = "My group", .value = "group", .hint.text = "All of its Members"},
                                         {.divider = "or"},
                                         {.text = "A body", .value = "body", .conditional = html_markup(&inner)})});
    govuk_checkboxes(out, &(struct govuk_checkboxes){
                              .fieldset.legend.text = "How may we answer?",
                              .name = "how",
                              .values = {(const char *const[]){"mail"}, 1},
                              .items = GOVUK_LIST(struct govuk_checkboxes_item, {.text = "By e-mail", .value = "mail"},
                                                  {.text = "By telephone", .value = "phone"}, {.divider = "or"},
                                                  {.text = "Not at all", .value = "no", .behaviour = "exclusive"})});
    html_free(&inner);
}

static void lists(struct html *out) {
    const struct govuk_action change = {.text = "Change", .href = "#where", .visually_hidden_text = "place"};
    const struct govuk_summary_card card = {.title.text = "Your answers", .actions.items = {&change, 1}};
    const struct govuk_summary_list_row rows[] = {
        {.key.text = "Place", .value.text = "High Street", .actions.items = {&change, 1}},
        {.key.text = "Answer by", .value.text = "Friday 14 May 2027"},
    };
    govuk_summary_list(out, &(struct govuk_summary_list){.card = &card, .rows = {rows, LENGTH_OF(rows)}});

    const struct govuk_table_row cells[] = {
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "Housing"}, {.text = "12", .format = "numeric"})},
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "Planning"}, {.text = "7", .format = "numeric"})},
    };
    govuk_table(out, &(struct govuk_table){.caption = "Enquiries by service",
                                           .caption_classes = "govuk-table__caption--m",
                                           .first_cell_is_header = true,
                                           .head = GOVUK_LIST(struct govuk_table_cell, {.text = "Service"},
                                                              {.text = "Open", .format = "numeric"}),
                                           .rows = {cells, LENGTH_OF(cells)}});
    govuk_task_list(out, &(struct govuk_task_list){
                             .items = GOVUK_LIST(
                                 struct govuk_task_list_item,
                                 {.title.text = "Say what it is about", .href = "#about", .status.text = "Completed"},
                                 {.title.text = "Send it",
                                  .hint.text = "When all else is done",
                                  .status_tag = {.text = "Not yet", .classes = "govuk-tag--blue"}})});
    govuk_pagination(
        out, &(struct govuk_pagination){.next.href = "?page=2",
                                        .items = GOVUK_LIST(struct govuk_pagination_item,
                                                            {.number = "1", .href = "?", .current = true},
                                                            {.number = "2", .href = "?page=2"}, {.ellipsis = true},
                                                            {.number = "9", .href = "?page=9"})});
}

static void notices(struct html *out) {
    govuk_error_summary(
        out, &(struct govuk_error_summary){.title.text = "There is a problem",
                                           .error_list = GOVUK_LIST(struct govuk_error_summary_item,
                                                                    {.text = "Say where it is", .href = "#where"})});
    govuk_notification_banner(out, &(struct govuk_notification_banner){
                                       .type = "success", .disable_auto_focus = true, .text = "It has been sent."});
    govuk_warning_text(out, &(struct govuk_warning_text){.text = "It cannot be called back."});
    govuk_inset_text(out, &(struct govuk_inset_text){.text = "Officers advise on council business only."});
    govuk_details(out, &(struct govuk_details){.summary.text = "Why is that?", .text = "The protocol says so."});
}

static void sections(struct html *out) {
    govuk_tabs(out, &(struct govuk_tabs){.id_prefix = "tab",
                                         .items = GOVUK_LIST(struct govuk_tabs_item,
                                                             {.label = "Open", .panel.text = "What is open"},
                                                             {.label = "Closed", .panel.text = "What is closed"})});
    govuk_accordion(
        out, &(struct govuk_accordion){.id = "more",
                                       .items = GOVUK_LIST(struct govuk_accordion_item,
                                                           {.heading.text = "Dates", .content.text = "All dates"},
                                                           {.heading.text = "People", .content.text = "All people"})});
}

int main(void) {
    const struct govuk_page page = {
        .title = "Example",
        .stylesheet = "page.css",
        .script = "page.js",
        .header = &(struct govuk_generic_header){.logo.text = "A Council"},
        .service_navigation =
            &(struct govuk_service_navigation){
                .service_name = "Contact Centre",
                .service_url = "/",
                .navigation = GOVUK_LIST(struct govuk_service_navigation_item, {.text = "Home", .href = "/"},
                                         {.text = "Ask", .href = "/ask", .current = true})},
        .phase_banner = &(struct govuk_phase_banner){.tag.text = "Beta", .text = "This is new."},
        .breadcrumbs = &(struct govuk_breadcrumbs){.items = GOVUK_LIST(struct govuk_breadcrumbs_item,
                                                                       {.text = "Home", .href = "/"}, {.text = "Ask"})},
        .footer =
            &(struct govuk_footer){.outside_govuk = true, .no_content_licence = true, .copyright.text = "© A Council"},
    };
    struct html out = {0};
    govuk_page_begin(&out, &page);
    notices(&out);
    govuk_heading(&out, 1, "l", "Ask");
    govuk_form_begin(
        &out, &(struct govuk_form){.action = "/ask", .hidden = GOVUK_LIST(struct govuk_attribute, {"token", "t"})});
    fields(&out);
    choices(&out);
    govuk_button(&out, &(struct govuk_button){.text = "Continue", .prevent_double_click = true});
    govuk_form_end(&out);
    lists(&out);
    sections(&out);
    govuk_page_end(&out, &page);
    puts(html_markup(&out).raw);
    html_free(&out);
    return 0;
}
