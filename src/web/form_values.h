/* form_values: what a browser sends of a form, as the engine takes it, and back. Private to web. */
#ifndef COMITY_WEB_FORM_VALUES_H
#define COMITY_WEB_FORM_VALUES_H

#include "web/http.h"

/* What a browser sent, as the engine takes it: the three inputs of a date ("expected-day", "expected-month",
 * "expected-year") as one day, with "expected-time" as one minute; the boxes of a field that takes several things
 * ("who.1", "who.2") as one text; and nothing for a field that was left empty. It asks no form, so that a request that
 * is sent twice says the same twice, even where the form is gone after the first. */
void form_values(struct arena *a, const struct http_pairs *sent, struct values *values_r);
/* The other way: what a browser would have sent, to fill in the form's fields again. */
void form_pairs(struct arena *a, const struct view_form *form, const struct values *values, struct http_pairs *pairs_r);
/* NULL: the form has no such field. */
const struct view_field *form_field_named(const struct view_form *form, const char *name);

/* One of the inputs of a date or time ("day", "month", "year", "time"), cleaned; "" when it was not sent. */
const char *form_piece(struct arena *a, const struct http_pairs *sent, const char *field, const char *piece);
/* The name of the box number i (from 0) of a field that takes several things: "who.1". */
const char *form_box_name(struct arena *a, const char *field, size_t i);
bool form_is_box_of(const char *name, const char *field);

#endif
