/* What the components share. */
#ifndef COMITY_GOVUK_PRIVATE_H
#define COMITY_GOVUK_PRIVATE_H

#include "govuk/govuk.h"

static inline bool govuk_given(const char *text) {
    return text != NULL && *text != '\0';
}

static inline bool govuk_has_content(const char *text, struct markup html) {
    return html.length > 0 || govuk_given(text);
}

static inline const char *govuk_or(const char *text, const char *otherwise) {
    return govuk_given(text) ? text : otherwise;
}

/* The html, or else the text. */
void govuk_content(struct html *out, const char *text, struct markup html);
/* ` classes`, for the inside of a class attribute. */
void govuk_classes(struct html *out, const char *classes);
void govuk_attributes(struct html *out, const struct govuk_attributes *attributes);
/* ` name="true"` or "false", or nothing when unset. */
#define govuk_choice_attribute(out, name, choice)                                                                      \
    do {                                                                                                               \
        if ((choice) != GOVUK_UNSET)                                                                                   \
            html_attribute((out), name, (choice) == GOVUK_YES ? "true" : "false");                                     \
    } while (0)
/* ` data-i18n.KEY.one="…"` for each category that is given. */
void govuk_plural_attributes(struct html *out, const char *key, const struct govuk_plural *plural);
/* A start tag without its end: start is a literal that breaks off inside the class attribute. */
#define govuk_open(out, start, classes, attributes)                                                                    \
    do {                                                                                                               \
        html_put((out), start);                                                                                        \
        govuk_open_rest((out), (classes), (attributes));                                                               \
    } while (0)
void govuk_open_rest(struct html *out, const char *classes, const struct govuk_attributes *attributes);
/* `<hN` and `</hN>`; level 0 is otherwise. */
void govuk_heading_open(struct html *out, unsigned level, unsigned otherwise);
void govuk_heading_close(struct html *out, unsigned level, unsigned otherwise);

/* An id made of pieces, so that it need not be put together in memory: base, "-2" for number 2 and above, suffix. */
struct govuk_id {
    const char *base;
    size_t number;
    const char *suffix;
};
void govuk_id(struct html *out, struct govuk_id id);
/* ` id="…"`, or nothing when there is no base. */
void govuk_id_attribute(struct html *out, struct govuk_id id);

/* Parts with an id from outside, or a class that comes before their own. */
void govuk_label_for(struct html *out, const struct govuk_label *label, const char *first_class, struct govuk_id id);
void govuk_hint_at(struct html *out, const struct govuk_hint *hint, const char *first_class, struct govuk_id id);
void govuk_error_message_at(struct html *out, const struct govuk_error_message *message, struct govuk_id id);
/* The crown, with the word GOV.UK when with_logotype; label NULL: a decoration. */
void govuk_logo(struct html *out, const char *class, const char *label, bool with_logotype);
void govuk_button_with(struct html *out, const struct govuk_button *button, const char *first_class);
/* A table up to its head, and its cells, with more attributes than their own. */
void govuk_table_open(struct html *out, const struct govuk_table *table, const struct govuk_attributes *more);
void govuk_table_head_cell(struct html *out, const struct govuk_table_cell *cell, const struct govuk_attributes *more);
void govuk_table_body_cell(struct html *out, const struct govuk_table_cell *cell, bool is_header,
                           const struct govuk_attributes *more);

/* ---- field: a form group with its label, hint and error message */

struct govuk_field {
    const struct govuk_label *label; /* NULL for a group of inputs */
    const struct govuk_hint *hint;
    const struct govuk_error_message *error_message;
    const char *id;
    struct govuk_id described_by; /* comes before the hint and the error message */
    const struct govuk_form_group *form_group;
};
bool govuk_field_has_hint(const struct govuk_field *field);
bool govuk_field_has_error(const struct govuk_field *field);
/* `<div class="govuk-form-group …"`, open for more attributes; first_class may be NULL. */
void govuk_field_open(struct html *out, const struct govuk_field *field, const char *first_class);
/* The group's attributes, the end of its tag and the label. */
void govuk_field_label(struct html *out, const struct govuk_field *field);
/* The hint and the error message. */
void govuk_field_messages(struct html *out, const struct govuk_field *field);
/* ` aria-describedby="…"`, when there is something that describes it. */
void govuk_field_described_by(struct html *out, const struct govuk_field *field);
/* Its value alone. */
void govuk_field_descriptions(struct html *out, const struct govuk_field *field);
bool govuk_field_is_described(const struct govuk_field *field);
void govuk_field_before(struct html *out, const struct govuk_field *field);
void govuk_field_after(struct html *out, const struct govuk_field *field);

bool govuk_has_fieldset(const struct govuk_fieldset *fieldset);
/* The start of a fieldset that the field describes, with its legend. */
void govuk_fieldset_of(struct html *out, const struct govuk_fieldset *fieldset, const char *role,
                       const struct govuk_field *field);

#endif
