/* Longer text: the textarea, and the textarea that counts. */
#include "govuk/govuk_private.h"

static void textarea_element(struct html *out, const struct govuk_textarea *textarea, const struct govuk_field *field,
                             const char *first_class) {
    html_put(out, "<textarea class=\"govuk-textarea");
    if (govuk_field_has_error(field))
        html_put(out, " govuk-textarea--error");
    govuk_classes(out, first_class);
    govuk_open_rest(out, textarea->classes, &textarea->attributes);
    html_attribute(out, "id", field->id);
    html_attribute(out, "name", textarea->name);
    html_put(out, " rows=\"");
    html_number(out, textarea->rows > 0 ? textarea->rows : 5);
    html_put(out, "\"");
    govuk_choice_attribute(out, "spellcheck", textarea->spellcheck);
    if (textarea->disabled)
        html_put(out, " disabled");
    govuk_field_described_by(out, field);
    html_optional(out, "autocomplete", textarea->autocomplete);
    html_put(out, ">");
    /* A parser drops the first newline, so one more keeps a value that begins with one. */
    if (textarea->value != NULL && textarea->value[0] == '\n')
        html_put(out, "\n");
    html_text(out, textarea->value);
    html_put(out, "</textarea>");
}

void govuk_textarea(struct html *out, const struct govuk_textarea *textarea) {
    const struct govuk_field field = {.label = &textarea->label,
                                      .hint = &textarea->hint,
                                      .error_message = &textarea->error_message,
                                      .id = govuk_or(textarea->id, textarea->name),
                                      .described_by = {.base = textarea->described_by},
                                      .form_group = &textarea->form_group};
    govuk_field_open(out, &field, NULL);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    govuk_field_before(out, &field);
    textarea_element(out, textarea, &field, NULL);
    govuk_field_after(out, &field);
    html_put(out, "</div>");
}

/* ---- character count */

#define number_attribute(out, name, number)                                                                            \
    do {                                                                                                               \
        if ((number) > 0) {                                                                                            \
            html_put((out), " " name "=\"");                                                                           \
            html_number((out), (number));                                                                              \
            html_put((out), "\"");                                                                                     \
        }                                                                                                              \
    } while (0)

static const char *count_type(const struct govuk_character_count *count) {
    return govuk_or(count->count_type, count->maxwords > 0 ? "words" : NULL);
}

/* The script reads its limits and its messages from the form group. */
static void script_attributes(struct html *out, const struct govuk_character_count *count) {
    bool has_limit = count->maxwords > 0 || count->maxlength > 0;
    html_put(out, " data-module=\"govuk-character-count\"");
    number_attribute(out, "data-maxlength", count->maxlength);
    number_attribute(out, "data-maxwords", count->maxwords);
    number_attribute(out, "data-threshold", count->threshold);
    html_optional(out, "data-count-type", count_type(count));
    if (!has_limit)
        html_optional(out, "data-i18n.textarea-description.other", count->description_text);
    govuk_plural_attributes(out, "characters-under-limit", &count->characters_under_limit_text);
    html_optional(out, "data-i18n.characters-at-limit", count->characters_at_limit_text);
    govuk_plural_attributes(out, "characters-over-limit", &count->characters_over_limit_text);
    govuk_plural_attributes(out, "words-under-limit", &count->words_under_limit_text);
    html_optional(out, "data-i18n.words-at-limit", count->words_at_limit_text);
    govuk_plural_attributes(out, "words-over-limit", &count->words_over_limit_text);
}

/* The description with the limit in the place of each %{count}. */
static void description(struct html *out, const struct govuk_character_count *count) {
    static const char placeholder[] = "%{count}";
    const char *text = govuk_or(count->description_text, text_equal(count_type(count), "words")
                                                             ? "You can enter up to %{count} words"
                                                             : "You can enter up to %{count} characters");
    unsigned limit = count->maxwords > 0 ? count->maxwords : count->maxlength;
    for (const char *at; (at = strstr(text, placeholder)) != NULL; text = at + sizeof placeholder - 1) {
        html_text_part(out, text, (size_t)(at - text));
        html_number(out, limit);
    }
    html_text(out, text);
}

static void count_message(struct html *out, const struct govuk_character_count *count, const char *id) {
    html_put(out, "<div");
    govuk_id_attribute(out, (struct govuk_id){id, 0, "-info"});
    html_put(out, " class=\"govuk-hint govuk-character-count__message");
    govuk_classes(out, count->count_message_classes);
    html_put(out, "\">");
    if (count->maxwords > 0 || count->maxlength > 0)
        description(out, count);
    html_put(out, "</div>");
}

void govuk_character_count(struct html *out, const struct govuk_character_count *count) {
    const char *id = govuk_or(count->id, count->name);
    const struct govuk_textarea textarea = {.name = count->name,
                                            .value = count->value,
                                            .rows = count->rows,
                                            .spellcheck = count->spellcheck,
                                            .classes = count->classes,
                                            .attributes = count->attributes};
    const struct govuk_field field = {.label = &count->label,
                                      .hint = &count->hint,
                                      .error_message = &count->error_message,
                                      .id = id,
                                      .described_by = {id, 0, "-info"},
                                      .form_group = &count->form_group};
    govuk_field_open(out, &field, "govuk-character-count");
    script_attributes(out, count);
    govuk_field_label(out, &field);
    govuk_field_messages(out, &field);
    govuk_field_before(out, &field);
    textarea_element(out, &textarea, &field, "govuk-js-character-count");
    count_message(out, count, id);
    govuk_field_after(out, &field);
    html_put(out, "</div>");
}
