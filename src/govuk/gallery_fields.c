/* Fields, as they are at first, with a hint, and with an error. */
#include "govuk/gallery.h"

static void text_input(struct html *out) {
    govuk_input(out, &(struct govuk_input){.label.text = "Where is it?", .hint.text = "A street", .name = "where"});
    govuk_input(out, &(struct govuk_input){.label.text = "Reference",
                                           .name = "reference",
                                           .value = "St Mary's & <High>",
                                           .error_message.text = "Enter a reference such as ENQ-7QK4-2M9D"});
    govuk_input(out, &(struct govuk_input){.label.text = "What did it cost?",
                                           .name = "cost",
                                           .inputmode = "decimal",
                                           .spellcheck = GOVUK_NO,
                                           .classes = "govuk-input--width-5",
                                           .prefix.text = "£",
                                           .suffix.text = "a year"});
}

static void textarea(struct html *out) {
    govuk_textarea(out, &(struct govuk_textarea){.label.text = "What do you want to know?", .name = "question"});
    govuk_textarea(out, &(struct govuk_textarea){.label.text = "Anything else?",
                                                 .name = "else",
                                                 .rows = 2,
                                                 .error_message.text = "Say it in fewer words"});
}

static void character_count(struct html *out) {
    govuk_character_count(out, &(struct govuk_character_count){.label.text = "What is it about?",
                                                               .name = "about",
                                                               .rows = 2,
                                                               .maxlength = 200,
                                                               .value = "The light at the corner"});
}

static void select_one(struct html *out) {
    govuk_select(out,
                 &(struct govuk_select){.label.text = "Ward",
                                        .name = "ward",
                                        .value = "castle",
                                        .items = GOVUK_LIST(struct govuk_select_item, {.text = "Choose", .value = ""},
                                                            {.text = "North", .value = "north"},
                                                            {.text = "Castle", .value = "castle"})});
}

static void radios(struct html *out) {
    struct html inner = {0};
    govuk_input(&inner, &(struct govuk_input){.label.text = "Which body?", .name = "body"});
    govuk_radios(out,
                 &(struct govuk_radios){
                     .fieldset.legend = {.text = "Who needs it?", .classes = "govuk-fieldset__legend--s"},
                     .name = "for",
                     .value = "group",
                     .items = GOVUK_LIST(struct govuk_radios_item, {.text = "Me", .value = "me"},
                                         {.text = "My group", .value = "group", .hint.text = "All of its Members"},
                                         {.divider = "or"},
                                         {.text = "A body", .value = "body", .conditional = html_markup(&inner)})});
    govuk_radios(out,
                 &(struct govuk_radios){.fieldset.legend.text = "Is it urgent?",
                                        .name = "urgent",
                                        .classes = "govuk-radios--inline govuk-radios--small",
                                        .items = GOVUK_LIST(struct govuk_radios_item, {.text = "Yes", .value = "yes"},
                                                            {.text = "No", .value = "no", .disabled = true})});
    html_free(&inner);
}

static void checkboxes(struct html *out) {
    govuk_checkboxes(out, &(struct govuk_checkboxes){
                              .fieldset.legend.text = "How may we answer?",
                              .error_message.text = "Choose one way at least",
                              .name = "how",
                              .items = GOVUK_LIST(struct govuk_checkboxes_item, {.text = "By e-mail", .value = "mail"},
                                                  {.text = "By telephone", .value = "phone"}, {.divider = "or"},
                                                  {.text = "Not at all", .value = "no", .behaviour = "exclusive"})});
    govuk_checkboxes(out, &(struct govuk_checkboxes){.name = "agree",
                                                     .classes = "govuk-checkboxes--small",
                                                     .items = GOVUK_LIST(struct govuk_checkboxes_item,
                                                                         {.text = "I have read it", .value = "yes"})});
}

static void date_input(struct html *out) {
    govuk_date_input(out, &(struct govuk_date_input){.id = "since",
                                                     .name_prefix = "since",
                                                     .fieldset.legend.text = "Since when?",
                                                     .hint.text = "For example, 27 3 2027",
                                                     .day.value = "14",
                                                     .month = {.value = "15", .error = GOVUK_YES},
                                                     .year.value = "2027",
                                                     .error_message.text = "The month must be from 1 to 12"});
}

static void fieldset(struct html *out) {
    govuk_fieldset_begin(
        out, &(struct govuk_fieldset){.legend = {.text = "Your address", .classes = "govuk-fieldset__legend--s"}});
    govuk_input(out, &(struct govuk_input){.label.text = "Street", .name = "street", .autocomplete = "address-line1"});
    govuk_input(out, &(struct govuk_input){.label.text = "Postcode",
                                           .name = "postcode",
                                           .autocomplete = "postal-code",
                                           .classes = "govuk-input--width-10"});
    govuk_fieldset_end(out);
}

static void label(struct html *out) {
    govuk_label(out, &(struct govuk_label){.text = "Large, as for a page's only question",
                                           .classes = "govuk-label--l",
                                           .for_id = "gallery-alone"});
    govuk_hint(out, &(struct govuk_hint){.text = "What helps to answer", .id = "gallery-alone-hint"});
    govuk_error_message(out, &(struct govuk_error_message){.text = "What to do now", .id = "gallery-alone-error"});
    govuk_input(out, &(struct govuk_input){.name = "alone",
                                           .id = "gallery-alone",
                                           .described_by = "gallery-alone-hint gallery-alone-error"});
}

static void password_input(struct html *out) {
    govuk_password_input(out, &(struct govuk_password_input){.label.text = "Password", .name = "password"});
}

static void file_upload(struct html *out) {
    govuk_file_upload(out, &(struct govuk_file_upload){.label.text = "A photograph", .name = "photo"});
    govuk_file_upload(out, &(struct govuk_file_upload){.label.text = "Papers", .name = "papers", .javascript = true});
}

static void button(struct html *out) {
    html_put(out, "<div class=\"govuk-button-group\">");
    govuk_button(out, &(struct govuk_button){.text = "Send", .type = "button"});
    govuk_button(out, &(struct govuk_button){.text = "Save", .type = "button", .classes = "govuk-button--secondary"});
    govuk_button(out, &(struct govuk_button){.text = "Delete", .type = "button", .classes = "govuk-button--warning"});
    govuk_button(out, &(struct govuk_button){.text = "Not yet", .type = "button", .disabled = true});
    govuk_button(out, &(struct govuk_button){.text = "Start now", .href = "#fields", .is_start_button = true});
    html_put(out, "</div>");
}

static void error_summary(struct html *out) {
    govuk_error_summary(
        out, &(struct govuk_error_summary){
                 .title.text = "There is a problem",
                 .disable_auto_focus = GOVUK_YES,
                 .error_list = GOVUK_LIST(struct govuk_error_summary_item,
                                          {.text = "Enter a reference such as ENQ-7QK4-2M9D", .href = "#reference"})});
}

const struct specimen gallery_fields[] = {
    {"Text input", "govuk_input", text_input},
    {"Textarea", "govuk_textarea", textarea},
    {"Character count", "govuk_character_count", character_count},
    {"Select", "govuk_select", select_one},
    {"Radios", "govuk_radios", radios},
    {"Checkboxes", "govuk_checkboxes", checkboxes},
    {"Date input", "govuk_date_input", date_input},
    {"Password input", "govuk_password_input", password_input},
    {"File upload", "govuk_file_upload", file_upload},
    {"Fieldset", "govuk_fieldset_begin, govuk_fieldset_end", fieldset},
    {"Label, hint and error message", "govuk_label, govuk_hint, govuk_error_message", label},
    {"Button", "govuk_button", button},
    {"Error summary", "govuk_error_summary", error_summary},
    {0},
};
