/* The options of the form components, as a table to be read against the package's macro-options.json. */
#include "govuk/fixture_options.h"

/* ---- parts */

static const struct option govuk_content_options[] = {CONTENT(govuk_content), END};
const struct shape govuk_content_shape = {sizeof(struct govuk_content), govuk_content_options};

static const struct option govuk_plural_options[] = {STRING(govuk_plural, zero, "zero"),
                                                     STRING(govuk_plural, one, "one"),
                                                     STRING(govuk_plural, two, "two"),
                                                     STRING(govuk_plural, few, "few"),
                                                     STRING(govuk_plural, many, "many"),
                                                     STRING(govuk_plural, other, "other"),
                                                     END};
SHAPE(govuk_plural);

static const struct option govuk_label_options[] = {CONTENT(govuk_label), STYLE(govuk_label),
                                                    STRING(govuk_label, for_id, "for"),
                                                    BOOL(govuk_label, is_page_heading, "isPageHeading"), END};
SHAPE(govuk_label);

static const struct option govuk_hint_options[] = {CONTENT(govuk_hint), STYLE(govuk_hint), STRING(govuk_hint, id, "id"),
                                                   END};
SHAPE(govuk_hint);

static const struct option govuk_error_message_options[] = {
    CONTENT(govuk_error_message), STYLE(govuk_error_message), STRING(govuk_error_message, id, "id"),
    STRING(govuk_error_message, visually_hidden_text, "visuallyHiddenText"), END};
SHAPE(govuk_error_message);

static const struct option govuk_legend_options[] = {CONTENT(govuk_legend), CLASSES(govuk_legend),
                                                     BOOL(govuk_legend, is_page_heading, "isPageHeading"), END};
SHAPE(govuk_legend);

static const struct option govuk_fieldset_options[] = {
    STRUCT(govuk_fieldset, legend, "legend", govuk_legend), STRING(govuk_fieldset, described_by, "describedBy"),
    STRING(govuk_fieldset, role, "role"), STYLE(govuk_fieldset), END};
SHAPE(govuk_fieldset);

/* The macro takes what the fieldset holds as an option as well. */
struct fieldset_with_html {
    struct govuk_fieldset fieldset;
    struct markup html;
};
static const struct option fieldset_with_html_options[] = {STRUCT(fieldset_with_html, fieldset, "", govuk_fieldset),
                                                           HTML(fieldset_with_html, html, "html"), END};
SHAPE(fieldset_with_html);

static const struct option govuk_form_group_options[] = {
    STRUCT(govuk_form_group, before, "beforeInput", govuk_content),
    STRUCT(govuk_form_group, after, "afterInput", govuk_content),
    STRUCT(govuk_form_group, before, "beforeInputs", govuk_content),
    STRUCT(govuk_form_group, after, "afterInputs", govuk_content),
    STYLE(govuk_form_group),
    END};
SHAPE(govuk_form_group);

/* ---- fields */

#define MESSAGES(type)                                                                                                 \
    STRUCT(type, hint, "hint", govuk_hint), STRUCT(type, error_message, "errorMessage", govuk_error_message),          \
        STRUCT(type, form_group, "formGroup", govuk_form_group)
#define FIELD(type)                                                                                                    \
    MESSAGES(type), STRUCT(type, label, "label", govuk_label), STRING(type, id, "id"), STRING(type, name, "name"),     \
        STYLE(type)

static const struct option govuk_affix_options[] = {CONTENT(govuk_affix), STYLE(govuk_affix), END};
SHAPE(govuk_affix);

static const struct option govuk_input_options[] = {FIELD(govuk_input),
                                                    STRING(govuk_input, value, "value"),
                                                    STRING(govuk_input, type, "type"),
                                                    STRING(govuk_input, inputmode, "inputmode"),
                                                    STRING(govuk_input, autocomplete, "autocomplete"),
                                                    STRING(govuk_input, pattern, "pattern"),
                                                    STRING(govuk_input, autocapitalize, "autocapitalize"),
                                                    STRING(govuk_input, described_by, "describedBy"),
                                                    CHOICE(govuk_input, spellcheck, "spellcheck"),
                                                    BOOL(govuk_input, disabled, "disabled"),
                                                    STRUCT(govuk_input, prefix, "prefix", govuk_affix),
                                                    STRUCT(govuk_input, suffix, "suffix", govuk_affix),
                                                    STRING(govuk_input, wrapper_classes, "inputWrapper.classes"),
                                                    PAIRS(govuk_input, wrapper_attributes, "inputWrapper.attributes"),
                                                    END};
SHAPE(govuk_input);

static const struct option govuk_textarea_options[] = {FIELD(govuk_textarea),
                                                       STRING(govuk_textarea, value, "value"),
                                                       NUMBER(govuk_textarea, rows, "rows"),
                                                       STRING(govuk_textarea, autocomplete, "autocomplete"),
                                                       STRING(govuk_textarea, described_by, "describedBy"),
                                                       CHOICE(govuk_textarea, spellcheck, "spellcheck"),
                                                       BOOL(govuk_textarea, disabled, "disabled"),
                                                       END};
SHAPE(govuk_textarea);

#define COUNT_PLURAL(member, path) STRUCT(govuk_character_count, member, path, govuk_plural)
static const struct option govuk_character_count_options[] = {
    FIELD(govuk_character_count),
    STRING(govuk_character_count, value, "value"),
    NUMBER(govuk_character_count, rows, "rows"),
    NUMBER(govuk_character_count, maxlength, "maxlength"),
    NUMBER(govuk_character_count, maxwords, "maxwords"),
    NUMBER(govuk_character_count, threshold, "threshold"),
    STRING(govuk_character_count, count_type, "countType"),
    STRING(govuk_character_count, description_text, "textareaDescriptionText"),
    STRING(govuk_character_count, count_message_classes, "countMessage.classes"),
    COUNT_PLURAL(characters_under_limit_text, "charactersUnderLimitText"),
    COUNT_PLURAL(characters_over_limit_text, "charactersOverLimitText"),
    COUNT_PLURAL(words_under_limit_text, "wordsUnderLimitText"),
    COUNT_PLURAL(words_over_limit_text, "wordsOverLimitText"),
    STRING(govuk_character_count, characters_at_limit_text, "charactersAtLimitText"),
    STRING(govuk_character_count, words_at_limit_text, "wordsAtLimitText"),
    CHOICE(govuk_character_count, spellcheck, "spellcheck"),
    END};
SHAPE(govuk_character_count);

#define PASSWORD_TEXT(member, path) STRING(govuk_password_input, member, path)
static const struct option govuk_password_input_options[] = {
    FIELD(govuk_password_input),
    STRING(govuk_password_input, value, "value"),
    STRING(govuk_password_input, autocomplete, "autocomplete"),
    STRING(govuk_password_input, described_by, "describedBy"),
    STRING(govuk_password_input, button_classes, "button.classes"),
    BOOL(govuk_password_input, disabled, "disabled"),
    PASSWORD_TEXT(show_password_text, "showPasswordText"),
    PASSWORD_TEXT(hide_password_text, "hidePasswordText"),
    PASSWORD_TEXT(show_password_aria_label_text, "showPasswordAriaLabelText"),
    PASSWORD_TEXT(hide_password_aria_label_text, "hidePasswordAriaLabelText"),
    PASSWORD_TEXT(password_shown_announcement_text, "passwordShownAnnouncementText"),
    PASSWORD_TEXT(password_hidden_announcement_text, "passwordHiddenAnnouncementText"),
    END};
SHAPE(govuk_password_input);

static const struct option govuk_file_upload_options[] = {
    FIELD(govuk_file_upload),
    BOOL(govuk_file_upload, disabled, "disabled"),
    BOOL(govuk_file_upload, multiple, "multiple"),
    BOOL(govuk_file_upload, javascript, "javascript"),
    STRING(govuk_file_upload, described_by, "describedBy"),
    STRING(govuk_file_upload, choose_files_button_text, "chooseFilesButtonText"),
    STRING(govuk_file_upload, drop_instruction_text, "dropInstructionText"),
    STRING(govuk_file_upload, no_file_chosen_text, "noFileChosenText"),
    STRUCT(govuk_file_upload, multiple_files_chosen_text, "multipleFilesChosenText", govuk_plural),
    STRING(govuk_file_upload, entered_drop_zone_text, "enteredDropZoneText"),
    STRING(govuk_file_upload, left_drop_zone_text, "leftDropZoneText"),
    STRING(govuk_file_upload, wrapper_classes, "wrapperClasses"),
    PAIRS(govuk_file_upload, wrapper_attributes, "wrapperAttributes"),
    END};
SHAPE(govuk_file_upload);

static const struct option govuk_select_item_options[] = {STRING(govuk_select_item, text, "text"),
                                                          STRING(govuk_select_item, value, "value"),
                                                          CHOICE(govuk_select_item, selected, "selected"),
                                                          BOOL(govuk_select_item, disabled, "disabled"),
                                                          ATTRIBUTES(govuk_select_item),
                                                          OMITTED(govuk_select_item),
                                                          END};
SHAPE(govuk_select_item);

static const struct option govuk_select_options[] = {FIELD(govuk_select),
                                                     STRING(govuk_select, value, "value"),
                                                     LIST_OF(govuk_select, items, "items", govuk_select_item),
                                                     BOOL(govuk_select, disabled, "disabled"),
                                                     STRING(govuk_select, described_by, "describedBy"),
                                                     END};
SHAPE(govuk_select);

#define CHOICE_ITEM(type)                                                                                              \
    CONTENT(type), STRING(type, value, "value"), STRING(type, id, "id"), STRING(type, divider, "divider"),             \
        STRUCT(type, hint, "hint", govuk_hint), HTML(type, conditional, "conditional.html"),                           \
        CHOICE(type, checked, "checked"), BOOL(type, disabled, "disabled"),                                            \
        STRING(type, label_classes, "label.classes"), PAIRS(type, label_attributes, "label.attributes"),               \
        ATTRIBUTES(type), OMITTED(type)
#define CHOICE_GROUP(type, item)                                                                                       \
    MESSAGES(type), STRUCT(type, fieldset, "fieldset", govuk_fieldset), STRING(type, name, "name"),                    \
        STRING(type, id_prefix, "idPrefix"), LIST_OF(type, items, "items", item), STYLE(type)

static const struct option govuk_radios_item_options[] = {CHOICE_ITEM(govuk_radios_item), END};
SHAPE(govuk_radios_item);

static const struct option govuk_radios_options[] = {CHOICE_GROUP(govuk_radios, govuk_radios_item),
                                                     STRING(govuk_radios, value, "value"), END};
SHAPE(govuk_radios);

static const struct option govuk_checkboxes_item_options[] = {
    CHOICE_ITEM(govuk_checkboxes_item), STRING(govuk_checkboxes_item, name, "name"),
    STRING(govuk_checkboxes_item, behaviour, "behaviour"), END};
SHAPE(govuk_checkboxes_item);

static const struct option govuk_checkboxes_options[] = {CHOICE_GROUP(govuk_checkboxes, govuk_checkboxes_item),
                                                         OPTION(STRINGS, govuk_checkboxes, values, "values", NULL),
                                                         STRING(govuk_checkboxes, described_by, "describedBy"), END};
SHAPE(govuk_checkboxes);

static const struct option govuk_date_item_options[] = {STRING(govuk_date_item, name, "name"),
                                                        STRING(govuk_date_item, label, "label"),
                                                        STRING(govuk_date_item, value, "value"),
                                                        STRING(govuk_date_item, id, "id"),
                                                        CHOICE(govuk_date_item, error, "error"),
                                                        STRING(govuk_date_item, autocomplete, "autocomplete"),
                                                        STRING(govuk_date_item, pattern, "pattern"),
                                                        STRING(govuk_date_item, inputmode, "inputmode"),
                                                        STYLE(govuk_date_item),
                                                        OMITTED(govuk_date_item),
                                                        END};
SHAPE(govuk_date_item);

static const struct option govuk_date_input_options[] = {MESSAGES(govuk_date_input),
                                                         STRUCT(govuk_date_input, fieldset, "fieldset", govuk_fieldset),
                                                         STRING(govuk_date_input, id, "id"),
                                                         STRING(govuk_date_input, name_prefix, "namePrefix"),
                                                         STRUCT(govuk_date_input, day, "day", govuk_date_item),
                                                         STRUCT(govuk_date_input, month, "month", govuk_date_item),
                                                         STRUCT(govuk_date_input, year, "year", govuk_date_item),
                                                         LIST_OF(govuk_date_input, items, "items", govuk_date_item),
                                                         PAIRS(govuk_date_input, values, "values"),
                                                         STYLE(govuk_date_input),
                                                         END};
SHAPE(govuk_date_input);

static const struct option govuk_button_options[] = {CONTENT(govuk_button),
                                                     STRING(govuk_button, type, "type"),
                                                     STRING(govuk_button, href, "href"),
                                                     STRING(govuk_button, id, "id"),
                                                     STRING(govuk_button, name, "name"),
                                                     STRING(govuk_button, value, "value"),
                                                     BOOL(govuk_button, disabled, "disabled"),
                                                     BOOL(govuk_button, is_start_button, "isStartButton"),
                                                     CHOICE(govuk_button, prevent_double_click, "preventDoubleClick"),
                                                     STYLE(govuk_button),
                                                     END};
SHAPE(govuk_button);

static const struct option govuk_error_summary_item_options[] = {CONTENT(govuk_error_summary_item),
                                                                 STRING(govuk_error_summary_item, href, "href"),
                                                                 ATTRIBUTES(govuk_error_summary_item), END};
SHAPE(govuk_error_summary_item);

static const struct option govuk_error_summary_options[] = {
    TEXT_AND_HTML(govuk_error_summary, title, "title"),
    TEXT_AND_HTML(govuk_error_summary, description, "description"),
    LIST_OF(govuk_error_summary, error_list, "errorList", govuk_error_summary_item),
    CHOICE(govuk_error_summary, disable_auto_focus, "disableAutoFocus"),
    STYLE(govuk_error_summary),
    END};
SHAPE(govuk_error_summary);

/* ---- the components by name */

#define COMPONENTS(X)                                                                                                  \
    X(govuk_button, "button")                                                                                          \
    X(govuk_character_count, "character-count")                                                                        \
    X(govuk_checkboxes, "checkboxes")                                                                                  \
    X(govuk_date_input, "date-input")                                                                                  \
    X(govuk_error_message, "error-message")                                                                            \
    X(govuk_error_summary, "error-summary")                                                                            \
    X(govuk_file_upload, "file-upload")                                                                                \
    X(govuk_hint, "hint")                                                                                              \
    X(govuk_input, "input")                                                                                            \
    X(govuk_label, "label")                                                                                            \
    X(govuk_password_input, "password-input")                                                                          \
    X(govuk_radios, "radios")                                                                                          \
    X(govuk_select, "select")                                                                                          \
    X(govuk_textarea, "textarea")

COMPONENTS(RENDER_OF)

static void render_fieldset(struct html *out, const void *params) {
    const struct fieldset_with_html *given = params;
    govuk_fieldset_begin(out, &given->fieldset);
    html_raw(out, given->html);
    govuk_fieldset_end(out);
}

const struct fixture_component fixture_forms[] = {
    COMPONENTS(ROW_OF){"fieldset", &fieldset_with_html_shape, render_fieldset}, {0}};
