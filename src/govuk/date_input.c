/* A date as two or three short inputs. */
#include "govuk/govuk_private.h"

#define ERROR_CLASS "govuk-input--error"
#define WIDTH_CLASS "govuk-input--width-"

/* What one input is once the defaults of day, month and year have been applied. */
struct piece {
    const struct govuk_date_item *item;
    const char *name, *value;
    const char *width; /* the number in its width class */
};

static bool has_class(const char *classes, const char *class) {
    return classes != NULL && strstr(classes, class) != NULL;
}

static bool has_own_error(const struct govuk_date_item *item) {
    return item->error == GOVUK_YES || has_class(item->classes, ERROR_CLASS);
}

/* The value given for "prefix-name", or for the name when there is no prefix. */
static const char *value_for(const struct govuk_date_input *date, const char *prefix, const char *name) {
    size_t prefix_length = govuk_given(prefix) ? strlen(prefix) : 0;
    for (size_t i = 0; i < date->values.count; i++) {
        const char *key = date->values.at[i].name;
        if (prefix_length > 0) {
            if (strncmp(key, prefix, prefix_length) != 0 || key[prefix_length] != '-')
                continue;
            key += prefix_length + 1;
        }
        if (text_equal(key, name))
            return date->values.at[i].value;
    }
    return NULL;
}

static struct piece piece_of(const struct govuk_date_input *date, const struct govuk_date_item *item) {
    const struct {
        const struct govuk_date_item *item;
        const char *name, *width;
    } known[] = {{&date->day, "day", "2"}, {&date->month, "month", "2"}, {&date->year, "year", "4"}};
    struct piece piece = {item, item->name, item->value, "2"};
    for (size_t i = 0; i < LENGTH_OF(known); i++) {
        const char *own_name = govuk_or(known[i].item->name, known[i].name);
        if (item != known[i].item && !text_equal(item->name, known[i].name) && !text_equal(item->name, own_name))
            continue;
        piece.name = govuk_or(item->name, known[i].name);
        piece.width = known[i].width;
        if (piece.value == NULL)
            piece.value = known[i].item->value;
        break;
    }
    if (piece.value == NULL)
        piece.value = value_for(date, date->name_prefix, piece.name);
    return piece;
}

/* The name with its first letter as a capital, the rest small. */
static void capitalized(struct html *out, const char *name) {
    for (const char *p = name; p != NULL && *p != '\0'; p++) {
        bool is_upper = *p >= 'A' && *p <= 'Z', is_lower = *p >= 'a' && *p <= 'z';
        char c = *p;
        if (p == name && is_lower)
            c = (char)(c - 'a' + 'A');
        else if (p != name && is_upper)
            c = (char)(c - 'A' + 'a');
        html_text_part(out, &c, 1);
    }
}

static void piece_id(struct html *out, const struct govuk_date_input *date, const struct piece *piece) {
    if (govuk_given(piece->item->id)) {
        html_text(out, piece->item->id);
        return;
    }
    html_text(out, date->id);
    html_put(out, "-");
    html_text(out, piece->name);
}

static void piece_element(struct html *out, const struct govuk_date_input *date, const struct piece *piece,
                          bool shows_error) {
    const struct govuk_date_item *item = piece->item;
    html_put(out, "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\">"
                  "<label class=\"govuk-label govuk-date-input__label\" for=\"");
    piece_id(out, date, piece);
    html_put(out, "\">");
    if (govuk_given(item->label))
        html_text(out, item->label);
    else
        capitalized(out, piece->name);
    html_put(out, "</label><input class=\"govuk-input govuk-date-input__input");
    if (shows_error && !has_class(item->classes, ERROR_CLASS))
        html_put(out, " " ERROR_CLASS);
    if (!has_class(item->classes, WIDTH_CLASS)) {
        html_put(out, " " WIDTH_CLASS);
        html_text(out, piece->width);
    }
    govuk_classes(out, item->classes);
    html_put(out, "\" id=\"");
    piece_id(out, date, piece);
    html_put(out, "\" name=\"");
    if (govuk_given(date->name_prefix)) {
        html_text(out, date->name_prefix);
        html_put(out, "-");
    }
    html_text(out, piece->name);
    html_put(out, "\" type=\"text\"");
    html_attribute(out, "inputmode", govuk_or(item->inputmode, "numeric"));
    if (piece->value != NULL)
        html_attribute(out, "value", piece->value);
    html_optional(out, "autocomplete", item->autocomplete);
    html_optional(out, "pattern", item->pattern);
    govuk_attributes(out, &item->attributes);
    html_put(out, "></div></div>");
}

static void pieces(struct html *out, const struct govuk_date_input *date, const struct govuk_field *field) {
    const struct govuk_date_item *usual[] = {&date->day, &date->month, &date->year};
    size_t count = date->items.count > 0 ? date->items.count : LENGTH_OF(usual);
    bool any_has_error = false;
    for (size_t i = 0; i < count; i++)
        any_has_error = any_has_error || has_own_error(date->items.count > 0 ? &date->items.at[i] : usual[i]);
    for (size_t i = 0; i < count; i++) {
        const struct govuk_date_item *item = date->items.count > 0 ? &date->items.at[i] : usual[i];
        if (item->omit)
            continue;
        const struct piece piece = piece_of(date, item);
        /* An error message that no input claims is about them all. */
        bool shares_error = govuk_field_has_error(field) && !any_has_error && item->error != GOVUK_NO;
        piece_element(out, date, &piece, has_own_error(item) || shares_error);
    }
}

void govuk_date_input(struct html *out, const struct govuk_date_input *date) {
    const struct govuk_field field = {.hint = &date->hint,
                                      .error_message = &date->error_message,
                                      .id = date->id,
                                      .described_by = {.base = date->fieldset.described_by},
                                      .form_group = &date->form_group};
    bool has_fieldset = govuk_has_fieldset(&date->fieldset);
    govuk_field_open(out, &field, NULL);
    govuk_field_label(out, &field);
    if (has_fieldset)
        govuk_fieldset_of(out, &date->fieldset, "group", &field); /* or JAWS does not say what describes the inputs */
    govuk_field_messages(out, &field);
    govuk_open(out, "<div class=\"govuk-date-input", date->classes, &date->attributes);
    html_optional(out, "id", date->id);
    html_put(out, ">");
    govuk_field_before(out, &field);
    pieces(out, date, &field);
    govuk_field_after(out, &field);
    html_put(out, "</div>");
    if (has_fieldset)
        govuk_fieldset_end(out);
    html_put(out, "</div>");
}
