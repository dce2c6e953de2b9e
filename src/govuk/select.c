#include "govuk/govuk_private.h"

static void option(struct html *out, const struct govuk_select *select, const struct govuk_select_item *item) {
    const char *value = item->value != NULL ? item->value : item->text;
    bool has_chosen_value = govuk_given(select->value) && text_equal(value, select->value);
    html_put(out, "<option");
    if (item->value != NULL)
        html_attribute(out, "value", item->value);
    if (item->selected == GOVUK_YES || (has_chosen_value && item->selected != GOVUK_NO))
        html_put(out, " selected");
    if (item->disabled)
        html_put(out, " disabled");
    govuk_attributes(out, &item->attributes);
    html_put(out, ">");
    html_text(out, item->text);
    html_put(out, "</option>");
}

void govuk_select(struct html *out, const struct govuk_select *select) {
    const struct govuk_field field = {.label = &select->label,
                                      .hint = &select->hint,
                                      .error_message = &select->error_message,
                                      .id = govuk_or(select->id, select->name),
                                      .described_by = {.base = select->described_by},
                                      .form_group = &select->form_group};
    govuk_field_open(out, &field, NULL);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    govuk_field_before(out, &field);
    html_put(out, "<select class=\"govuk-select");
    govuk_classes(out, select->classes);
    if (govuk_field_has_error(&field))
        html_put(out, " govuk-select--error");
    html_put(out, "\"");
    html_attribute(out, "id", field.id);
    html_attribute(out, "name", select->name);
    if (select->disabled)
        html_put(out, " disabled");
    govuk_field_described_by(out, &field);
    govuk_attributes(out, &select->attributes);
    html_put(out, ">");
    for (size_t i = 0; i < select->items.count; i++)
        if (!select->items.at[i].omit)
            option(out, select, &select->items.at[i]);
    html_put(out, "</select>");
    govuk_field_after(out, &field);
    html_put(out, "</div>");
}
