/* Labels, hints, error messages and fieldsets, and the little writers that every component uses. */
#include "govuk/govuk_private.h"

void govuk_content(struct html *out, const char *text, struct markup html) {
    if (html.length > 0)
        html_raw(out, html);
    else
        html_text(out, text);
}

void govuk_classes(struct html *out, const char *classes) {
    if (!govuk_given(classes))
        return;
    html_put(out, " ");
    html_text(out, classes);
}

void govuk_attributes(struct html *out, const struct govuk_attributes *attributes) {
    for (size_t i = 0; i < attributes->count; i++) {
        html_put(out, " ");
        html_text(out, attributes->at[i].name);
        if (attributes->at[i].value != NULL) {
            html_put(out, "=\"");
            html_text(out, attributes->at[i].value);
            html_put(out, "\"");
        }
    }
}

void govuk_plural_attributes(struct html *out, const char *key, const struct govuk_plural *plural) {
    const struct {
        const char *category, *message;
    } messages[] = {{"zero", plural->zero}, {"one", plural->one},   {"two", plural->two},
                    {"few", plural->few},   {"many", plural->many}, {"other", plural->other}};
    for (size_t i = 0; i < LENGTH_OF(messages); i++) {
        if (messages[i].message == NULL)
            continue;
        html_put(out, " data-i18n.");
        html_text(out, key);
        html_put(out, ".");
        html_text(out, messages[i].category);
        html_put(out, "=\"");
        html_text(out, messages[i].message);
        html_put(out, "\"");
    }
}

void govuk_open_rest(struct html *out, const char *classes, const struct govuk_attributes *attributes) {
    govuk_classes(out, classes);
    html_put(out, "\"");
    govuk_attributes(out, attributes);
}

void govuk_heading_open(struct html *out, unsigned level, unsigned otherwise) {
    html_put(out, "<h");
    html_number(out, level > 0 ? level : otherwise);
}

void govuk_heading_close(struct html *out, unsigned level, unsigned otherwise) {
    html_put(out, "</h");
    html_number(out, level > 0 ? level : otherwise);
    html_put(out, ">");
}

void govuk_id(struct html *out, struct govuk_id id) {
    html_text(out, id.base);
    if (id.number > 1) {
        html_put(out, "-");
        html_number(out, (int64_t)id.number);
    }
    html_text(out, id.suffix);
}

void govuk_id_attribute(struct html *out, struct govuk_id id) {
    if (!govuk_given(id.base))
        return;
    html_put(out, " id=\"");
    govuk_id(out, id);
    html_put(out, "\"");
}

void govuk_label_for(struct html *out, const struct govuk_label *label, const char *first_class, struct govuk_id id) {
    if (!govuk_has_content(label->text, label->html))
        return;
    if (label->is_page_heading)
        html_put(out, "<h1 class=\"govuk-label-wrapper\">");
    html_put(out, "<label class=\"govuk-label");
    govuk_classes(out, first_class);
    govuk_open_rest(out, label->classes, &label->attributes);
    if (govuk_given(id.base)) {
        html_put(out, " for=\"");
        govuk_id(out, id);
        html_put(out, "\"");
    }
    html_put(out, ">");
    govuk_content(out, label->text, label->html);
    html_put(out, "</label>");
    if (label->is_page_heading)
        html_put(out, "</h1>");
}

void govuk_label(struct html *out, const struct govuk_label *label) {
    govuk_label_for(out, label, NULL, (struct govuk_id){label->for_id});
}

void govuk_hint_at(struct html *out, const struct govuk_hint *hint, const char *first_class, struct govuk_id id) {
    html_put(out, "<div");
    govuk_id_attribute(out, id);
    html_put(out, " class=\"govuk-hint");
    govuk_classes(out, first_class);
    govuk_open_rest(out, hint->classes, &hint->attributes);
    html_put(out, ">");
    govuk_content(out, hint->text, hint->html);
    html_put(out, "</div>");
}

void govuk_hint(struct html *out, const struct govuk_hint *hint) {
    govuk_hint_at(out, hint, NULL, (struct govuk_id){hint->id});
}

void govuk_error_message_at(struct html *out, const struct govuk_error_message *message, struct govuk_id id) {
    const char *hidden = message->visually_hidden_text != NULL ? message->visually_hidden_text : "Error";
    html_put(out, "<p");
    govuk_id_attribute(out, id);
    govuk_open(out, " class=\"govuk-error-message", message->classes, &message->attributes);
    html_put(out, ">");
    if (*hidden != '\0') {
        html_put(out, "<span class=\"govuk-visually-hidden\">");
        html_text(out, hidden);
        html_put(out, ":</span> ");
    }
    govuk_content(out, message->text, message->html);
    html_put(out, "</p>");
}

void govuk_error_message(struct html *out, const struct govuk_error_message *message) {
    govuk_error_message_at(out, message, (struct govuk_id){message->id});
}

bool govuk_has_fieldset(const struct govuk_fieldset *fieldset) {
    return govuk_has_content(fieldset->legend.text, fieldset->legend.html) || govuk_given(fieldset->described_by) ||
           govuk_given(fieldset->classes) || fieldset->attributes.count > 0;
}

void govuk_fieldset_of(struct html *out, const struct govuk_fieldset *fieldset, const char *role,
                       const struct govuk_field *field) {
    const struct govuk_legend *legend = &fieldset->legend;
    govuk_open(out, "<fieldset class=\"govuk-fieldset", fieldset->classes, &fieldset->attributes);
    html_optional(out, "role", role);
    govuk_field_described_by(out, field);
    html_put(out, ">");
    if (!govuk_has_content(legend->text, legend->html))
        return;
    html_put(out, "<legend class=\"govuk-fieldset__legend");
    govuk_classes(out, legend->classes);
    html_put(out, "\">");
    if (legend->is_page_heading)
        html_put(out, "<h1 class=\"govuk-fieldset__heading\">");
    govuk_content(out, legend->text, legend->html);
    if (legend->is_page_heading)
        html_put(out, "</h1>");
    html_put(out, "</legend>");
}

void govuk_fieldset_begin(struct html *out, const struct govuk_fieldset *fieldset) {
    const struct govuk_hint no_hint = {0};
    const struct govuk_error_message no_error = {0};
    govuk_fieldset_of(out, fieldset, fieldset->role,
                      &(struct govuk_field){.hint = &no_hint,
                                            .error_message = &no_error,
                                            .described_by = {.base = fieldset->described_by}});
}

void govuk_fieldset_end(struct html *out) {
    html_put(out, "</fieldset>");
}
