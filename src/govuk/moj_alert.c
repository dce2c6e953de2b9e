#include "govuk/govuk_private.h"
#include "govuk/moj.h"

/* The icons are drawn for this library, on the square of 30 by 30 that the styles expect. */
static const struct variant {
    const char *name, *first_class, *icon;
} variants[] = {
    {"information", "moj-alert--information",
     "M15 2a13 13 0 1 0 0 26 13 13 0 1 0 0-26z"
     "M13.5 13h3v10h-3zM15 7.5a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 1 1 0-3.5z"},
    {"success", "moj-alert--success", "M11 25 2 16l3-3 6 6L25 5l3 3z"},
    {"warning", "moj-alert--warning",
     "M15 2 29 27H1zM13.5 10h3l-.5 8h-2zM15 20a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 1 1 0-3.5z"},
    {"error", "moj-alert--error",
     "M10 2h10l8 8v10l-8 8H10l-8-8V10zM11 9l-2 2 4 4-4 4 2 2 4-4 4 4 2-2-4-4 4-4-2-2-4 4z"},
};

static const struct variant *variant_of(const char *name) {
    for (size_t i = 0; i < LENGTH_OF(variants); i++)
        if (text_equal(variants[i].name, name))
            return &variants[i];
    return &variants[0];
}

static void alert_open(struct html *out, const struct moj_alert *alert, const struct variant *variant,
                       bool has_heading) {
    html_put(out, "<div");
    html_attribute(out, "role", govuk_or(alert->role, "region"));
    html_put(out, " class=\"moj-alert");
    govuk_classes(out, variant->first_class);
    if (has_heading)
        html_put(out, " moj-alert--with-heading");
    govuk_classes(out, alert->classes);
    html_put(out, "\" aria-label=\"");
    html_text(out, variant->name);
    html_put(out, ": ");
    html_text(out, alert->title);
    html_put(out, "\" data-module=\"moj-alert\"");
    if (alert->dismissible)
        html_put(out, " data-dismissible=\"true\"");
    if (alert->disable_auto_focus)
        html_put(out, " data-disable-auto-focus=\"true\"");
    html_optional(out, "data-focus-on-dismiss-selector", alert->focus_on_dismiss_selector);
    govuk_attributes(out, &alert->attributes);
    html_put(out, ">");
}

void moj_alert(struct html *out, const struct moj_alert *alert) {
    const struct variant *variant = variant_of(alert->variant);
    bool has_content = govuk_has_content(alert->text, alert->html);
    bool has_heading = alert->show_title_as_heading && has_content;
    unsigned level = alert->heading_level >= 2 && alert->heading_level <= 4 ? alert->heading_level : 0;
    alert_open(out, alert, variant, has_heading);
    html_put(out, "<div><svg class=\"moj-alert__icon\" role=\"presentation\" focusable=\"false\" "
                  "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 30\" height=\"30\" width=\"30\">");
    html_put(out, "<path fill=\"currentColor\" fill-rule=\"evenodd\"");
    html_attribute(out, "d", variant->icon);
    html_put(out, "/></svg></div><div class=\"moj-alert__content\">");
    if (has_heading) {
        govuk_heading_open(out, level, 2);
        html_put(out, " class=\"moj-alert__heading\">");
        html_text(out, alert->title);
        govuk_heading_close(out, level, 2);
    }
    if (has_content)
        govuk_content(out, alert->text, alert->html);
    else
        html_text(out, alert->title);
    html_put(out, "</div><div class=\"moj-alert__action\"><button class=\"moj-alert__dismiss\" hidden>");
    html_text(out, govuk_or(alert->dismiss_text, "Dismiss"));
    html_put(out, "</button></div></div>");
}
