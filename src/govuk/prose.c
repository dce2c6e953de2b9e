/* The typography, the grid and the form element. */
#include "govuk/govuk_private.h"

void govuk_heading(struct html *out, unsigned level, const char *size, const char *text) {
    govuk_heading_open(out, level, 1);
    html_put(out, " class=\"govuk-heading-");
    html_text(out, size);
    html_put(out, "\">");
    html_text(out, text);
    govuk_heading_close(out, level, 1);
}

void govuk_body(struct html *out, const char *text) {
    html_put(out, "<p class=\"govuk-body\">");
    html_text(out, text);
    html_put(out, "</p>");
}

void govuk_link(struct html *out, const char *href, const char *text) {
    html_link(out, "govuk-link", href, text);
}

void govuk_grid_row_begin(struct html *out) {
    html_put(out, "<div class=\"govuk-grid-row\">");
}

void govuk_grid_column_begin(struct html *out, const char *width) {
    html_put(out, "<div class=\"govuk-grid-column-");
    html_text(out, width);
    html_put(out, "\">");
}

void govuk_grid_end(struct html *out) {
    html_put(out, "</div>");
}

void govuk_form_begin(struct html *out, const struct govuk_form *form) {
    html_put(out, "<form");
    html_attribute(out, "action", form->action);
    html_attribute(out, "method", govuk_or(form->method, "post"));
    if (form->multipart)
        html_put(out, " enctype=\"multipart/form-data\"");
    html_optional(out, "class", form->classes);
    govuk_attributes(out, &form->attributes);
    html_put(out, " novalidate>");
    for (size_t i = 0; i < form->hidden.count; i++) {
        html_put(out, "<input type=\"hidden\"");
        html_attribute(out, "name", form->hidden.at[i].name);
        html_attribute(out, "value", form->hidden.at[i].value);
        html_put(out, ">");
    }
}

void govuk_form_end(struct html *out) {
    html_put(out, "</form>");
}
