/* One-line inputs: text and password. */
#include "govuk/govuk_private.h"

static void affix(struct html *out, const char *side, const struct govuk_affix *affix) {
    if (!govuk_has_content(affix->text, affix->html))
        return;
    html_put(out, "<div class=\"govuk-input__");
    html_text(out, side);
    govuk_open_rest(out, affix->classes, &affix->attributes);
    html_put(out, " aria-hidden=\"true\">");
    govuk_content(out, affix->text, affix->html);
    html_put(out, "</div>");
}

static void input_element(struct html *out, const struct govuk_input *input, const struct govuk_field *field,
                          const char *first_class) {
    html_put(out, "<input class=\"govuk-input");
    govuk_classes(out, first_class);
    govuk_classes(out, input->classes);
    if (govuk_field_has_error(field))
        html_put(out, " govuk-input--error");
    html_put(out, "\"");
    html_attribute(out, "id", field->id);
    html_attribute(out, "name", input->name);
    html_attribute(out, "type", govuk_or(input->type, "text"));
    govuk_choice_attribute(out, "spellcheck", input->spellcheck);
    if (input->value != NULL)
        html_attribute(out, "value", input->value);
    if (input->disabled)
        html_put(out, " disabled");
    govuk_field_described_by(out, field);
    html_optional(out, "autocomplete", input->autocomplete);
    html_optional(out, "autocapitalize", input->autocapitalize);
    html_optional(out, "pattern", input->pattern);
    html_optional(out, "inputmode", input->inputmode);
    govuk_attributes(out, &input->attributes);
    html_put(out, ">");
}

static struct govuk_field field_of(const struct govuk_input *input) {
    return (struct govuk_field){.label = &input->label,
                                .hint = &input->hint,
                                .error_message = &input->error_message,
                                .id = govuk_or(input->id, input->name),
                                .described_by = {.base = input->described_by},
                                .form_group = &input->form_group};
}

void govuk_input(struct html *out, const struct govuk_input *input) {
    const struct govuk_field field = field_of(input);
    const struct govuk_form_group *group = &input->form_group;
    bool has_wrapper = govuk_has_content(input->prefix.text, input->prefix.html) ||
                       govuk_has_content(input->suffix.text, input->suffix.html) ||
                       govuk_has_content(group->before.text, group->before.html) ||
                       govuk_has_content(group->after.text, group->after.html);
    govuk_field_open(out, &field, NULL);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    if (has_wrapper) {
        govuk_open(out, "<div class=\"govuk-input__wrapper", input->wrapper_classes, &input->wrapper_attributes);
        html_put(out, ">");
        govuk_field_before(out, &field);
        affix(out, "prefix", &input->prefix);
    }
    input_element(out, input, &field, NULL);
    if (has_wrapper) {
        affix(out, "suffix", &input->suffix);
        govuk_field_after(out, &field);
        html_put(out, "</div>");
    }
    html_put(out, "</div>");
}

static void toggle(struct html *out, const struct govuk_password_input *password, const char *id) {
    html_put(out, "<button type=\"button\" class=\"govuk-button govuk-button--secondary govuk-password-input__toggle "
                  "govuk-js-password-input-toggle");
    govuk_classes(out, password->button_classes);
    html_put(out, "\" data-module=\"govuk-button\"");
    html_attribute(out, "aria-controls", id);
    html_attribute(out, "aria-label", govuk_or(password->show_password_aria_label_text, "Show password"));
    html_put(out, " hidden>");
    html_text(out, govuk_or(password->show_password_text, "Show"));
    html_put(out, "</button>");
}

void govuk_password_input(struct html *out, const struct govuk_password_input *password) {
    const struct govuk_input input = {.id = password->id,
                                      .name = password->name,
                                      .value = password->value,
                                      .type = "password",
                                      .autocomplete = govuk_or(password->autocomplete, "current-password"),
                                      .autocapitalize = "none",
                                      .spellcheck = GOVUK_NO,
                                      .disabled = password->disabled,
                                      .classes = password->classes,
                                      .attributes = password->attributes};
    const struct govuk_field field = {.label = &password->label,
                                      .hint = &password->hint,
                                      .error_message = &password->error_message,
                                      .id = govuk_or(password->id, password->name),
                                      .described_by = {.base = password->described_by},
                                      .form_group = &password->form_group};
    govuk_field_open(out, &field, "govuk-password-input");
    html_put(out, " data-module=\"govuk-password-input\"");
    html_optional(out, "data-i18n.show-password", password->show_password_text);
    html_optional(out, "data-i18n.hide-password", password->hide_password_text);
    html_optional(out, "data-i18n.show-password-aria-label", password->show_password_aria_label_text);
    html_optional(out, "data-i18n.hide-password-aria-label", password->hide_password_aria_label_text);
    html_optional(out, "data-i18n.password-shown-announcement", password->password_shown_announcement_text);
    html_optional(out, "data-i18n.password-hidden-announcement", password->password_hidden_announcement_text);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    html_put(out, "<div class=\"govuk-input__wrapper govuk-password-input__wrapper\">");
    govuk_field_before(out, &field);
    input_element(out, &input, &field, "govuk-password-input__input govuk-js-password-input-input");
    toggle(out, password, field.id);
    govuk_field_after(out, &field);
    html_put(out, "</div></div>");
}
