/* form_page: a view_form as a form of GOV.UK fields, and back. Private to web. */
#ifndef COMITY_WEB_FORM_PAGE_H
#define COMITY_WEB_FORM_PAGE_H

#include "web/page.h"

struct form_errors {
    const struct field_error *at;
    size_t count;
};

/* What a browser sent, as the engine takes it: the three inputs of a date ("expected-day", "expected-month",
 * "expected-year") as one day, with "expected-time" as one minute; the boxes of a field that takes several things
 * ("who.1", "who.2") as one text; and nothing for a field that was left empty. It asks no form, so that a request that
 * is sent twice says the same twice, even where the form is gone after the first. */
void form_values(struct arena *a, const struct http_pairs *sent, struct values *values_r);
/* The other way: what a browser would have sent, to fill in the form's fields again. */
void form_pairs(struct arena *a, const struct view_form *form, const struct values *values, struct http_pairs *pairs_r);
/* "There is a problem", with a link to each field; nothing without errors. */
void form_error_summary(struct html *out, struct arena *a, const struct view_form *form,
                        const struct form_errors *errors);
/* The fields with what was sent before in them. A field that hangs on one answer stands under that answer. */
void form_fields(struct html *out, struct arena *a, const struct view_form *form, const struct http_pairs *sent,
                 const struct form_errors *errors);
/* The answers in a summary list: "Service", "Housing". */
void form_summary(struct html *out, struct arena *a, const struct view_form *form, const struct values *values);

#endif
