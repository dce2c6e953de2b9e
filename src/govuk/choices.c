/* Radios and checkboxes: a group of items, written by one function for both. */
#include "govuk/govuk_private.h"

struct kind {
    struct markup group, item, input, divider, conditional, hidden; /* tags, each up to where the kinds differ */
    const char *label_class, *hint_class;
};

static const struct kind radios_kind = {
    .group = MARKUP("<div data-module=\"govuk-radios\" class=\"govuk-radios"),
    .item = MARKUP("<div class=\"govuk-radios__item\">"),
    .input = MARKUP("<input class=\"govuk-radios__input\" type=\"radio\" id=\""),
    .divider = MARKUP("<div class=\"govuk-radios__divider\">"),
    .conditional = MARKUP("<div class=\"govuk-radios__conditional"),
    .hidden = MARKUP(" govuk-radios__conditional--hidden"),
    .label_class = "govuk-radios__label",
    .hint_class = "govuk-radios__hint",
};
static const struct kind checkboxes_kind = {
    .group = MARKUP("<div data-module=\"govuk-checkboxes\" class=\"govuk-checkboxes"),
    .item = MARKUP("<div class=\"govuk-checkboxes__item\">"),
    .input = MARKUP("<input class=\"govuk-checkboxes__input\" type=\"checkbox\" id=\""),
    .divider = MARKUP("<div class=\"govuk-checkboxes__divider\">"),
    .conditional = MARKUP("<div class=\"govuk-checkboxes__conditional"),
    .hidden = MARKUP(" govuk-checkboxes__conditional--hidden"),
    .label_class = "govuk-checkboxes__label",
    .hint_class = "govuk-checkboxes__hint",
};

struct item {
    struct govuk_id id; /* without suffix */
    const char *name, *value, *behaviour;
    struct govuk_label label;
    const struct govuk_hint *hint;
    struct markup conditional;
    bool is_checked, is_disabled;
    const struct govuk_attributes *attributes;
    const struct govuk_field *described_by; /* NULL: by its own hint alone */
};

/* The first item has the bare prefix, so that the error summary can link to it. */
static struct govuk_id item_id(const char *id, const char *prefix, size_t index) {
    return govuk_given(id) ? (struct govuk_id){id} : (struct govuk_id){prefix, index + 1, NULL};
}

static struct govuk_id hint_id(const struct item *item) {
    return (struct govuk_id){item->id.base, item->id.number, "-item-hint"};
}

static void divider(struct html *out, const struct kind *kind, const char *text) {
    html_raw(out, kind->divider);
    html_text(out, text);
    html_put(out, "</div>");
}

static void input_element(struct html *out, const struct kind *kind, const struct item *item, bool has_hint) {
    bool is_described = item->described_by != NULL && govuk_field_is_described(item->described_by);
    html_raw(out, kind->input);
    govuk_id(out, item->id);
    html_put(out, "\"");
    html_attribute(out, "name", item->name);
    html_attribute(out, "value", item->value);
    if (item->is_checked)
        html_put(out, " checked");
    if (item->is_disabled)
        html_put(out, " disabled");
    if (item->conditional.length > 0) {
        html_put(out, " data-aria-controls=\"conditional-");
        govuk_id(out, item->id);
        html_put(out, "\"");
    }
    html_optional(out, "data-behaviour", item->behaviour);
    if (is_described || has_hint) {
        html_put(out, " aria-describedby=\"");
        if (is_described)
            govuk_field_descriptions(out, item->described_by);
        if (is_described && has_hint)
            html_put(out, " ");
        if (has_hint)
            govuk_id(out, hint_id(item));
        html_put(out, "\"");
    }
    govuk_attributes(out, item->attributes);
    html_put(out, ">");
}

static void item_element(struct html *out, const struct kind *kind, const struct item *item) {
    bool has_hint = govuk_has_content(item->hint->text, item->hint->html);
    html_raw(out, kind->item);
    input_element(out, kind, item, has_hint);
    govuk_label_for(out, &item->label, kind->label_class, item->id);
    if (has_hint)
        govuk_hint_at(out, item->hint, kind->hint_class, hint_id(item));
    html_put(out, "</div>");
    if (item->conditional.length == 0)
        return;
    html_raw(out, kind->conditional);
    if (!item->is_checked)
        html_raw(out, kind->hidden);
    html_put(out, "\" id=\"conditional-");
    govuk_id(out, item->id);
    html_put(out, "\">");
    html_raw(out, item->conditional);
    html_put(out, "</div>");
}

/* All that comes before the items, and after them. */
static void group_begin(struct html *out, const struct kind *kind, const struct govuk_fieldset *fieldset,
                        const struct govuk_field *field, const char *classes,
                        const struct govuk_attributes *attributes) {
    govuk_field_open(out, field, NULL);
    govuk_field_label(out, field);
    if (govuk_has_fieldset(fieldset))
        govuk_fieldset_of(out, fieldset, NULL, field);
    govuk_field_messages(out, field);
    html_raw(out, kind->group);
    govuk_open_rest(out, classes, attributes);
    html_put(out, ">");
    govuk_field_before(out, field);
}

static void group_end(struct html *out, const struct govuk_fieldset *fieldset, const struct govuk_field *field) {
    govuk_field_after(out, field);
    html_put(out, "</div>");
    if (govuk_has_fieldset(fieldset))
        govuk_fieldset_end(out);
    html_put(out, "</div>");
}

void govuk_radios(struct html *out, const struct govuk_radios *radios) {
    const struct govuk_field field = {.hint = &radios->hint,
                                      .error_message = &radios->error_message,
                                      .id = govuk_or(radios->id_prefix, radios->name),
                                      .described_by = {.base = radios->fieldset.described_by},
                                      .form_group = &radios->form_group};
    group_begin(out, &radios_kind, &radios->fieldset, &field, radios->classes, &radios->attributes);
    for (size_t i = 0; i < radios->items.count; i++) {
        const struct govuk_radios_item *item = &radios->items.at[i];
        if (item->omit)
            continue;
        if (govuk_given(item->divider)) {
            divider(out, &radios_kind, item->divider);
            continue;
        }
        bool has_chosen_value = govuk_given(radios->value) && text_equal(item->value, radios->value);
        item_element(out, &radios_kind,
                     &(struct item){
                         .id = item_id(item->id, field.id, i),
                         .name = radios->name,
                         .value = item->value,
                         .label = {.text = item->text,
                                   .html = item->html,
                                   .classes = item->label_classes,
                                   .attributes = item->label_attributes},
                         .hint = &item->hint,
                         .conditional = item->conditional,
                         .is_checked = item->checked == GOVUK_YES || (has_chosen_value && item->checked != GOVUK_NO),
                         .is_disabled = item->disabled,
                         .attributes = &item->attributes,
                     });
    }
    group_end(out, &radios->fieldset, &field);
}

static bool is_among_values(const struct govuk_checkboxes *checkboxes, const char *value) {
    for (size_t i = 0; value != NULL && i < checkboxes->values.count; i++)
        if (text_equal(checkboxes->values.at[i], value))
            return true;
    return false;
}

void govuk_checkboxes(struct html *out, const struct govuk_checkboxes *checkboxes) {
    const struct govuk_field field = {
        .hint = &checkboxes->hint,
        .error_message = &checkboxes->error_message,
        .id = govuk_or(checkboxes->id_prefix, checkboxes->name),
        .described_by = {.base = govuk_or(checkboxes->fieldset.described_by, checkboxes->described_by)},
        .form_group = &checkboxes->form_group};
    /* Without a fieldset nothing ties the group's hint and error to its items, so each names them. */
    const struct govuk_field *described_by = govuk_has_fieldset(&checkboxes->fieldset) ? NULL : &field;
    group_begin(out, &checkboxes_kind, &checkboxes->fieldset, &field, checkboxes->classes, &checkboxes->attributes);
    for (size_t i = 0; i < checkboxes->items.count; i++) {
        const struct govuk_checkboxes_item *item = &checkboxes->items.at[i];
        if (item->omit)
            continue;
        if (govuk_given(item->divider)) {
            divider(out, &checkboxes_kind, item->divider);
            continue;
        }
        item_element(out, &checkboxes_kind,
                     &(struct item){
                         .id = item_id(item->id, field.id, i),
                         .name = govuk_or(item->name, checkboxes->name),
                         .value = item->value,
                         .behaviour = item->behaviour,
                         .label = {.text = item->text,
                                   .html = item->html,
                                   .classes = item->label_classes,
                                   .attributes = item->label_attributes},
                         .hint = &item->hint,
                         .conditional = item->conditional,
                         .is_checked = item->checked == GOVUK_YES ||
                                       (item->checked != GOVUK_NO && is_among_values(checkboxes, item->value)),
                         .is_disabled = item->disabled,
                         .attributes = &item->attributes,
                         .described_by = described_by,
                     });
    }
    group_end(out, &checkboxes->fieldset, &field);
}
