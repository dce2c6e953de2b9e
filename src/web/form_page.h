/* form_page: a view_form as a form of GOV.UK fields. Private to web. */
#ifndef COMITY_WEB_FORM_PAGE_H
#define COMITY_WEB_FORM_PAGE_H

#include "web/form_values.h"
#include "web/page.h"

struct form_errors {
    const struct field_error *at;
    size_t count;
};

/* "There is a problem", with a link to each field; nothing without errors. */
void form_error_summary(struct html *out, struct arena *a, const struct view_form *form,
                        const struct form_errors *errors);
/* The fields with what was sent before in them. A field that hangs on one answer stands under that answer. */
void form_fields(struct html *out, struct arena *a, const struct view_form *form, const struct http_pairs *sent,
                 const struct form_errors *errors);
/* The answers in a summary list: "Service", "Housing". */
void form_summary(struct html *out, struct arena *a, const struct view_form *form, const struct values *values);

#endif
