/*
 * govuk: the components of GOV.UK Frontend 6.6.0 as C functions.
 *
 * One function and one struct for each component; the struct's members are the options of the Nunjucks macro in snake
 * case, and mean what https://design-system.service.gov.uk says of them. The output is the same DOM as the macro's,
 * which test/govuk/run.mjs proves with every fixture that the package carries.
 *
 *     struct html page = HTML_IN(arena);
 *     govuk_input(&page, &(struct govuk_input){
 *         .label.text = "Ward", .name = "ward", .value = given, .error_message.text = problem});
 *     govuk_button(&page, &(struct govuk_button){.text = "Continue"});
 *
 * README.md says how to take the library into another program. moj.h has components of MOJ Frontend in the same way.
 *
 * What holds everywhere:
 * - A member that is not set (NULL, 0, {0}) is an option that is not given. A hint, an error message, a legend or a
 *   fieldset is there when it has text or html, so that `.error_message.text = NULL` says that there is no error.
 * - text is escaped; html is finished markup (html.h) and wins over text.
 * - Lists are {at, count}: `.items = {list.at, list.count}`, or GOVUK_LIST for a literal.
 * - An item with omit set is left out, and the numbers in the ids of the others stay as if it were there.
 * - enum govuk_choice tells "not given" from "no"; a bool can be assigned to it, and false is then "not given".
 * - Nothing is kept: all that a struct points to need only live during the call. Nothing can fail.
 * - Where a macro takes a block, there is a pair of functions govuk_X_begin and govuk_X_end.
 *
 * The crown and the GOV.UK logotype, which govuk_header and govuk_footer draw, are for services on GOV.UK alone. Others
 * use govuk_generic_header, and the footer with outside_govuk set.
 */
#ifndef COMITY_GOVUK_H
#define COMITY_GOVUK_H

#include "govuk/html.h"

enum govuk_choice { GOVUK_UNSET = 0, GOVUK_YES = 1, GOVUK_NO = 2 };

#define GOVUK_SLICE(type)                                                                                              \
    struct {                                                                                                           \
        const type *at;                                                                                                \
        size_t count;                                                                                                  \
    }
/*
 * .items = GOVUK_LIST(struct govuk_select_item, {.text = "One"}, {.text = "Two"})
 * It lives to the end of the block that it stands in: in the body of a loop that fills an array it is gone too early.
 */
#define GOVUK_LIST(type, ...)                                                                                          \
    { (const type[]){__VA_ARGS__}, sizeof((const type[]){__VA_ARGS__}) / sizeof(type) }

/* value NULL is an attribute without a value, such as hidden. */
struct govuk_attribute {
    const char *name, *value;
};
/* .attributes = GOVUK_ATTRIBUTES({"data-ref", ref}, {"hidden", NULL}) */
struct govuk_attributes {
    const struct govuk_attribute *at;
    size_t count;
};
#define GOVUK_ATTRIBUTES(...) GOVUK_LIST(struct govuk_attribute, __VA_ARGS__)

struct govuk_content {
    const char *text;
    struct markup html;
};

/* A message by the plural categories of Unicode CLDR; English needs one and other, Welsh all six. */
struct govuk_plural {
    const char *zero, *one, *two, *few, *many, *other;
};

/* ---- parts of form fields */

struct govuk_label {
    const char *text;
    struct markup html;
    const char *for_id; /* set by the field when it is part of one */
    bool is_page_heading;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_label(struct html *out, const struct govuk_label *label);

struct govuk_hint {
    const char *text;
    struct markup html;
    const char *id; /* set by the field when it is part of one */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_hint(struct html *out, const struct govuk_hint *hint);

struct govuk_error_message {
    const char *text;
    struct markup html;
    const char *id;                   /* set by the field when it is part of one */
    const char *visually_hidden_text; /* NULL: "Error"; "": none */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_error_message(struct html *out, const struct govuk_error_message *message);

struct govuk_legend {
    const char *text;
    struct markup html;
    bool is_page_heading;
    const char *classes;
};

struct govuk_fieldset {
    struct govuk_legend legend;
    const char *described_by, *role, *classes;
    struct govuk_attributes attributes;
};
void govuk_fieldset_begin(struct html *out, const struct govuk_fieldset *fieldset);
void govuk_fieldset_end(struct html *out);

/* What stands around a field. before and after stand beside the input, or around the items of a group of them. */
struct govuk_form_group {
    struct govuk_content before, after;
    const char *classes;
    struct govuk_attributes attributes;
};

/* ---- form fields: id is the name unless given */

struct govuk_affix {
    const char *text;
    struct markup html;
    const char *classes;
    struct govuk_attributes attributes;
};

struct govuk_input {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name, *value;
    const char *type; /* NULL: "text" */
    const char *inputmode, *autocomplete, *pattern, *autocapitalize;
    enum govuk_choice spellcheck;
    bool disabled;
    struct govuk_affix prefix, suffix;
    const char *described_by, *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
    const char *wrapper_classes;
    struct govuk_attributes wrapper_attributes;
};
void govuk_input(struct html *out, const struct govuk_input *input);

struct govuk_textarea {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name, *value;
    unsigned rows; /* 0: 5 */
    const char *autocomplete;
    enum govuk_choice spellcheck;
    bool disabled;
    const char *described_by, *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_textarea(struct html *out, const struct govuk_textarea *textarea);

struct govuk_character_count {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name, *value;
    unsigned rows;                /* 0: 5 */
    unsigned maxlength, maxwords; /* one of them; 0: not given */
    unsigned threshold;           /* per cent after which the message shows */
    const char *count_type;       /* "characters", "length" or "words"; NULL: by the limit given */
    const char *description_text; /* "%{count}" stands for the limit; NULL: "You can enter up to …" */
    const char *count_message_classes;
    struct govuk_plural characters_under_limit_text, characters_over_limit_text;
    struct govuk_plural words_under_limit_text, words_over_limit_text;
    const char *characters_at_limit_text, *words_at_limit_text;
    enum govuk_choice spellcheck;
    const char *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_character_count(struct html *out, const struct govuk_character_count *count);

struct govuk_password_input {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name, *value;
    const char *autocomplete; /* NULL: "current-password" */
    bool disabled;
    const char *show_password_text, *hide_password_text;
    const char *show_password_aria_label_text, *hide_password_aria_label_text;
    const char *password_shown_announcement_text, *password_hidden_announcement_text;
    const char *described_by, *classes, *button_classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_password_input(struct html *out, const struct govuk_password_input *password);

struct govuk_file_upload {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name;
    bool disabled, multiple;
    bool javascript; /* the drop zone; it works without JavaScript too */
    const char *choose_files_button_text, *drop_instruction_text, *no_file_chosen_text;
    struct govuk_plural multiple_files_chosen_text;
    const char *entered_drop_zone_text, *left_drop_zone_text;
    const char *described_by, *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
    const char *wrapper_classes;
    struct govuk_attributes wrapper_attributes;
};
void govuk_file_upload(struct html *out, const struct govuk_file_upload *upload);

struct govuk_select_item {
    const char *text;
    const char *value; /* NULL: the text */
    enum govuk_choice selected;
    bool disabled, omit;
    struct govuk_attributes attributes;
};

struct govuk_select {
    struct govuk_label label;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name;
    const char *value; /* selects the item that has it */
    GOVUK_SLICE(struct govuk_select_item) items;
    bool disabled;
    const char *described_by, *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_select(struct html *out, const struct govuk_select *select);

struct govuk_radios_item {
    const char *text;
    struct markup html;
    const char *value;
    const char *id;      /* NULL: the prefix, with "-2" and so on from the second item */
    const char *divider; /* such as "or": the item is that and nothing more */
    struct govuk_hint hint;
    struct markup conditional; /* shown while the item is chosen */
    enum govuk_choice checked;
    bool disabled, omit;
    const char *label_classes;
    struct govuk_attributes attributes, label_attributes;
};

struct govuk_radios {
    struct govuk_fieldset fieldset;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *name;
    const char *id_prefix; /* NULL: the name */
    const char *value;     /* checks the item that has it */
    GOVUK_SLICE(struct govuk_radios_item) items;
    const char *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_radios(struct html *out, const struct govuk_radios *radios);

struct govuk_checkboxes_item {
    const char *text;
    struct markup html;
    const char *value;
    const char *id;        /* NULL: the prefix, with "-2" and so on from the second item */
    const char *name;      /* NULL: the name of all */
    const char *divider;   /* such as "or": the item is that and nothing more */
    const char *behaviour; /* "exclusive": checking it clears the others */
    struct govuk_hint hint;
    struct markup conditional; /* shown while the item is checked */
    enum govuk_choice checked;
    bool disabled, omit;
    const char *label_classes;
    struct govuk_attributes attributes, label_attributes;
};

struct govuk_checkboxes {
    struct govuk_fieldset fieldset;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *name;
    const char *id_prefix; /* NULL: the name */
    struct {
        const char *const *at;
        size_t count;
    } values; /* checks the items that have them */
    GOVUK_SLICE(struct govuk_checkboxes_item) items;
    const char *described_by, *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_checkboxes(struct html *out, const struct govuk_checkboxes *checkboxes);

struct govuk_date_item {
    const char *name;  /* "day", "month", "year" have widths and defaults */
    const char *label; /* NULL: the name with a capital */
    const char *value;
    const char *id; /* NULL: the id of all, a hyphen and the name */
    enum govuk_choice error;
    const char *autocomplete, *pattern, *inputmode, *classes;
    struct govuk_attributes attributes;
    bool omit;
};

struct govuk_date_value {
    const char *name, *value;
};

struct govuk_date_input {
    struct govuk_fieldset fieldset;
    struct govuk_hint hint;
    struct govuk_error_message error_message;
    const char *id, *name_prefix; /* inputs are named "prefix-day" and so on */
    struct govuk_date_item day, month, year;
    GOVUK_SLICE(struct govuk_date_item) items;   /* instead of day, month and year */
    GOVUK_SLICE(struct govuk_date_value) values; /* by the whole name of the input */
    const char *classes;
    struct govuk_attributes attributes;
    struct govuk_form_group form_group;
};
void govuk_date_input(struct html *out, const struct govuk_date_input *date);

struct govuk_button {
    const char *text;
    struct markup html;
    const char *type; /* NULL: "submit" */
    const char *href; /* makes a link that looks like a button */
    const char *id, *name, *value, *classes;
    bool disabled, is_start_button;
    enum govuk_choice prevent_double_click;
    struct govuk_attributes attributes;
};
void govuk_button(struct html *out, const struct govuk_button *button);

struct govuk_error_summary_item {
    const char *href; /* "#id" of the field */
    const char *text;
    struct markup html;
    struct govuk_attributes attributes;
};

struct govuk_error_summary {
    struct govuk_content title, description;
    GOVUK_SLICE(struct govuk_error_summary_item) error_list;
    enum govuk_choice disable_auto_focus;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_error_summary(struct html *out, const struct govuk_error_summary *summary);

/* ---- content */

struct govuk_tag {
    const char *text;
    struct markup html;
    const char *classes; /* "govuk-tag--green" and so on */
    struct govuk_attributes attributes;
};
void govuk_tag(struct html *out, const struct govuk_tag *tag);

struct govuk_action {
    const char *text;
    struct markup html;
    const char *href, *visually_hidden_text, *classes;
    struct govuk_attributes attributes;
};

struct govuk_actions {
    GOVUK_SLICE(struct govuk_action) items;
    const char *classes;
};

struct govuk_summary_list_cell {
    const char *text;
    struct markup html;
    const char *classes;
};

struct govuk_summary_list_row {
    struct govuk_summary_list_cell key, value;
    struct govuk_actions actions;
    const char *classes;
    bool omit;
};

struct govuk_summary_card {
    struct govuk_summary_list_cell title;
    unsigned heading_level; /* 0: 2 */
    struct govuk_actions actions;
    const char *classes;
    struct govuk_attributes attributes;
};

struct govuk_summary_list {
    GOVUK_SLICE(struct govuk_summary_list_row) rows;
    const struct govuk_summary_card *card; /* NULL: no card */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_summary_list(struct html *out, const struct govuk_summary_list *list);

struct govuk_table_cell {
    const char *text;
    struct markup html;
    const char *format; /* "numeric" */
    const char *classes;
    unsigned colspan, rowspan;
    struct govuk_attributes attributes;
};

struct govuk_table_row {
    GOVUK_SLICE(struct govuk_table_cell) cells;
    bool omit;
};

struct govuk_table {
    const char *caption, *caption_classes;
    GOVUK_SLICE(struct govuk_table_cell) head;
    GOVUK_SLICE(struct govuk_table_row) rows;
    bool first_cell_is_header;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_table(struct html *out, const struct govuk_table *table);
/* For rows that come one after another: begin writes all up to the rows, which table->rows need not hold. */
void govuk_table_begin(struct html *out, const struct govuk_table *table);
void govuk_table_row(struct html *out, const struct govuk_table *table, const struct govuk_table_row *row);
void govuk_table_end(struct html *out);

struct govuk_notification_banner {
    const char *text;
    struct markup html;
    struct govuk_content title;
    unsigned title_heading_level; /* 0: 2 */
    const char *type;             /* "success" */
    const char *role, *title_id, *classes;
    enum govuk_choice disable_auto_focus;
    struct govuk_attributes attributes;
};
void govuk_notification_banner(struct html *out, const struct govuk_notification_banner *banner);

/* A panel with the class govuk-panel--interruption has actions. */
struct govuk_panel_action {
    const char *text, *href;
    const char *type; /* "button": a button even with href */
    const char *classes;
    struct govuk_attributes attributes;
};

struct govuk_panel_actions {
    GOVUK_SLICE(struct govuk_panel_action) items;
    const char *classes;
    struct govuk_attributes attributes;
};

struct govuk_panel {
    struct govuk_content title;
    unsigned heading_level; /* 0: 1 */
    const char *text;
    struct markup html;
    const struct govuk_panel_actions *actions; /* NULL: none */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_panel(struct html *out, const struct govuk_panel *panel);

struct govuk_details {
    struct govuk_content summary;
    const char *text;
    struct markup html;
    const char *id, *classes;
    bool open;
    struct govuk_attributes attributes;
};
void govuk_details(struct html *out, const struct govuk_details *details);
void govuk_details_begin(struct html *out, const struct govuk_details *details);
void govuk_details_end(struct html *out);

struct govuk_inset_text {
    const char *text;
    struct markup html;
    const char *id, *classes;
    struct govuk_attributes attributes;
};
void govuk_inset_text(struct html *out, const struct govuk_inset_text *inset);
void govuk_inset_text_begin(struct html *out, const struct govuk_inset_text *inset);
void govuk_inset_text_end(struct html *out);

struct govuk_warning_text {
    const char *text;
    struct markup html;
    const char *icon_fallback_text; /* NULL: "Warning" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_warning_text(struct html *out, const struct govuk_warning_text *warning);

struct govuk_task_list_item {
    struct govuk_summary_list_cell title;
    struct govuk_content hint;
    struct govuk_tag status_tag; /* or status */
    struct govuk_summary_list_cell status;
    const char *href, *classes;
    bool omit;
};

struct govuk_task_list {
    GOVUK_SLICE(struct govuk_task_list_item) items;
    const char *id_prefix; /* NULL: "task-list" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_task_list(struct html *out, const struct govuk_task_list *list);

struct govuk_tabs_item {
    const char *id; /* NULL: id_prefix, a hyphen and the number */
    const char *label;
    struct govuk_content panel;
    struct govuk_attributes attributes, panel_attributes;
    bool omit;
};

struct govuk_tabs {
    const char *id, *id_prefix;
    const char *title; /* NULL: "Contents" */
    GOVUK_SLICE(struct govuk_tabs_item) items;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_tabs(struct html *out, const struct govuk_tabs *tabs);

struct govuk_accordion_item {
    struct govuk_content heading, summary, content;
    bool expanded, omit;
};

struct govuk_accordion {
    const char *id;
    unsigned heading_level; /* 0: 2 */
    GOVUK_SLICE(struct govuk_accordion_item) items;
    enum govuk_choice remember_expanded;
    const char *hide_all_sections_text, *hide_section_text, *hide_section_aria_label_text;
    const char *show_all_sections_text, *show_section_text, *show_section_aria_label_text;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_accordion(struct html *out, const struct govuk_accordion *accordion);

#include "govuk/govuk_page.h"

#endif
