/* The form group around every field: which parts it has, and the ids by which they describe the input. */
#include "govuk/govuk_private.h"

bool govuk_field_has_hint(const struct govuk_field *field) {
    return govuk_has_content(field->hint->text, field->hint->html);
}

bool govuk_field_has_error(const struct govuk_field *field) {
    return govuk_has_content(field->error_message->text, field->error_message->html);
}

void govuk_field_open(struct html *out, const struct govuk_field *field, const char *first_class) {
    html_put(out, "<div class=\"govuk-form-group");
    if (govuk_field_has_error(field))
        html_put(out, " govuk-form-group--error");
    govuk_classes(out, first_class);
    govuk_classes(out, field->form_group->classes);
    html_put(out, "\"");
}

void govuk_field_label(struct html *out, const struct govuk_field *field) {
    govuk_attributes(out, &field->form_group->attributes);
    html_put(out, ">");
    if (field->label != NULL)
        govuk_label_for(out, field->label, NULL, (struct govuk_id){field->id});
}

void govuk_field_messages(struct html *out, const struct govuk_field *field) {
    if (govuk_field_has_hint(field))
        govuk_hint_at(out, field->hint, NULL, (struct govuk_id){field->id, 0, "-hint"});
    if (govuk_field_has_error(field))
        govuk_error_message_at(out, field->error_message, (struct govuk_id){field->id, 0, "-error"});
}

bool govuk_field_is_described(const struct govuk_field *field) {
    return govuk_given(field->described_by.base) || govuk_field_has_hint(field) || govuk_field_has_error(field);
}

void govuk_field_descriptions(struct html *out, const struct govuk_field *field) {
    bool has_before = govuk_given(field->described_by.base);
    if (has_before)
        govuk_id(out, field->described_by);
    if (govuk_field_has_hint(field)) {
        if (has_before)
            html_put(out, " ");
        govuk_id(out, (struct govuk_id){field->id, 0, "-hint"});
        has_before = true;
    }
    if (govuk_field_has_error(field)) {
        if (has_before)
            html_put(out, " ");
        govuk_id(out, (struct govuk_id){field->id, 0, "-error"});
    }
}

void govuk_field_described_by(struct html *out, const struct govuk_field *field) {
    if (!govuk_field_is_described(field))
        return;
    html_put(out, " aria-describedby=\"");
    govuk_field_descriptions(out, field);
    html_put(out, "\"");
}

void govuk_field_before(struct html *out, const struct govuk_field *field) {
    govuk_content(out, field->form_group->before.text, field->form_group->before.html);
}

void govuk_field_after(struct html *out, const struct govuk_field *field) {
    govuk_content(out, field->form_group->after.text, field->form_group->after.html);
}
