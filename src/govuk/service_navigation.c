#include "govuk/govuk_private.h"

static void service_name(struct html *out, const struct govuk_service_navigation *navigation) {
    if (!govuk_given(navigation->service_name))
        return;
    html_put(out, "<span class=\"govuk-service-navigation__service-name\">");
    if (govuk_given(navigation->service_url)) {
        html_link(out, "govuk-service-navigation__link", navigation->service_url, navigation->service_name);
    } else {
        html_put(out, "<span class=\"govuk-service-navigation__text\">");
        html_text(out, navigation->service_name);
        html_put(out, "</span>");
    }
    html_put(out, "</span>");
}

static void toggle(struct html *out, const struct govuk_service_navigation *navigation, const char *navigation_id,
                   const char *menu_text) {
    html_put(out, "<button type=\"button\" class=\"govuk-service-navigation__toggle "
                  "govuk-js-service-navigation-toggle\"");
    html_attribute(out, "aria-controls", navigation_id);
    if (!text_equal(navigation->menu_button_label, menu_text))
        html_optional(out, "aria-label", navigation->menu_button_label);
    html_put(out, " hidden aria-hidden=\"true\">");
    html_text(out, menu_text);
    html_put(out, "</button>");
}

/* Colour alone must not mark the current item, so it is strong as well. */
static void item_content(struct html *out, const struct govuk_service_navigation_item *item) {
    bool is_active = item->active || item->current;
    if (is_active)
        html_put(out, "<strong class=\"govuk-service-navigation__active-fallback\">");
    govuk_content(out, item->text, item->html);
    if (is_active)
        html_put(out, "</strong>");
}

static void item_element(struct html *out, const struct govuk_service_navigation_item *item) {
    bool is_link = govuk_given(item->href);
    html_put(out, "<li class=\"govuk-service-navigation__item");
    if (item->active || item->current)
        html_put(out, " govuk-service-navigation__item--active");
    html_put(out, "\">");
    if (is_link || govuk_has_content(item->text, item->html)) {
        if (is_link) {
            html_put(out, "<a class=\"govuk-service-navigation__link\"");
            html_attribute(out, "href", item->href);
            govuk_attributes(out, &item->attributes);
        } else {
            html_put(out, "<span class=\"govuk-service-navigation__text\"");
        }
        if (item->current)
            html_put(out, " aria-current=\"page\"");
        else if (item->active)
            html_put(out, " aria-current=\"true\"");
        html_put(out, ">");
        item_content(out, item);
        if (is_link)
            html_put(out, "</a>");
        else
            html_put(out, "</span>");
    }
    html_put(out, "</li>");
}

static void items(struct html *out, const struct govuk_service_navigation *navigation) {
    const char *id = govuk_or(navigation->navigation_id, "navigation");
    const char *menu_text = govuk_or(navigation->menu_button_text, "Menu");
    size_t shown = 0;
    for (size_t i = 0; i < navigation->navigation.count; i++)
        shown += !navigation->navigation.at[i].omit;
    if (shown == 0 && navigation->slots.navigation_start.length == 0 && navigation->slots.navigation_end.length == 0)
        return;
    html_put(out, "<nav class=\"govuk-service-navigation__wrapper");
    govuk_classes(out, navigation->navigation_classes);
    html_put(out, "\"");
    html_attribute(out, "aria-label", govuk_or(navigation->navigation_label, menu_text));
    html_put(out, ">");
    if (navigation->collapse_navigation_on_mobile == GOVUK_YES ||
        (navigation->collapse_navigation_on_mobile == GOVUK_UNSET && shown > 1))
        toggle(out, navigation, id, menu_text);
    html_put(out, "<ul class=\"govuk-service-navigation__list\"");
    html_attribute(out, "id", id);
    html_put(out, ">");
    html_raw(out, navigation->slots.navigation_start);
    for (size_t i = 0; i < navigation->navigation.count; i++)
        if (!navigation->navigation.at[i].omit)
            item_element(out, &navigation->navigation.at[i]);
    html_raw(out, navigation->slots.navigation_end);
    html_put(out, "</ul></nav>");
}

void govuk_service_navigation(struct html *out, const struct govuk_service_navigation *navigation) {
    /* With more in it than the <nav>, it is a region of its own. */
    bool is_region =
        govuk_given(navigation->service_name) || navigation->slots.start.length > 0 || navigation->slots.end.length > 0;
    if (is_region) {
        html_put(out, "<section");
        html_attribute(out, "aria-label", govuk_or(navigation->aria_label, "Service information"));
    } else {
        html_put(out, "<div");
    }
    govuk_open(out, " class=\"govuk-service-navigation", navigation->classes, &navigation->attributes);
    html_put(out, " data-module=\"govuk-service-navigation\"><div class=\"govuk-width-container");
    if (navigation->slots.end_is_inline)
        html_put(out, " govuk-service-navigation__inlining-container");
    html_put(out, "\">");
    html_raw(out, navigation->slots.start);
    html_put(out, "<div class=\"govuk-service-navigation__container\">");
    service_name(out, navigation);
    items(out, navigation);
    html_put(out, "</div>");
    html_raw(out, navigation->slots.end);
    html_put(out, "</div>");
    if (is_region)
        html_put(out, "</section>");
    else
        html_put(out, "</div>");
}
