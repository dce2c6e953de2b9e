#include "govuk/govuk_private.h"

static void common_attributes(struct html *out, const struct govuk_button *button, const char *first_class) {
    html_put(out, " class=\"govuk-button");
    govuk_classes(out, first_class);
    govuk_classes(out, button->classes);
    if (button->is_start_button)
        html_put(out, " govuk-button--start");
    html_put(out, "\" data-module=\"govuk-button\"");
    govuk_attributes(out, &button->attributes);
    html_optional(out, "id", button->id);
    html_put(out, ">");
}

static void content(struct html *out, const struct govuk_button *button) {
    /* A start button is a flex box, which would drop the spaces between the html's own elements. */
    bool needs_span = button->is_start_button && button->html.length > 0;
    if (needs_span)
        html_put(out, "<span>");
    govuk_content(out, button->text, button->html);
    if (needs_span)
        html_put(out, "</span>");
    if (button->is_start_button)
        html_put(out, "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
                      "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
                      "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>");
}

void govuk_button_with(struct html *out, const struct govuk_button *button, const char *first_class) {
    if (govuk_given(button->href)) {
        html_put(out, "<a");
        html_attribute(out, "href", button->href);
        html_put(out, " role=\"button\" draggable=\"false\"");
        common_attributes(out, button, first_class);
        content(out, button);
        html_put(out, "</a>");
        return;
    }
    html_put(out, "<button");
    html_attribute(out, "type", govuk_or(button->type, "submit"));
    html_optional(out, "value", button->value);
    html_optional(out, "name", button->name);
    if (button->disabled)
        html_put(out, " disabled aria-disabled=\"true\"");
    govuk_choice_attribute(out, "data-prevent-double-click", button->prevent_double_click);
    common_attributes(out, button, first_class);
    content(out, button);
    html_put(out, "</button>");
}

void govuk_button(struct html *out, const struct govuk_button *button) {
    govuk_button_with(out, button, NULL);
}
