/* Links that lead somewhere else: skip, back, breadcrumbs and languages. */
#include "govuk/govuk_private.h"

void govuk_skip_link(struct html *out, const struct govuk_skip_link *link) {
    govuk_open(out, "<a class=\"govuk-skip-link", link->classes, &link->attributes);
    html_attribute(out, "href", govuk_or(link->href, "#content"));
    html_put(out, " data-module=\"govuk-skip-link\">");
    govuk_content(out, link->text, link->html);
    html_put(out, "</a>");
}

void govuk_back_link(struct html *out, const struct govuk_back_link *link) {
    govuk_open(out, "<a class=\"govuk-back-link", link->classes, &link->attributes);
    html_attribute(out, "href", govuk_or(link->href, "#"));
    html_put(out, ">");
    govuk_content(out, govuk_or(link->text, "Back"), link->html);
    html_put(out, "</a>");
}

static void breadcrumb(struct html *out, const struct govuk_breadcrumbs_item *item) {
    html_put(out, "<li class=\"govuk-breadcrumbs__list-item\"");
    if (govuk_given(item->href)) {
        html_put(out, "><a class=\"govuk-breadcrumbs__link\"");
        html_attribute(out, "href", item->href);
        govuk_attributes(out, &item->attributes);
        html_put(out, ">");
        govuk_content(out, item->text, item->html);
        html_put(out, "</a></li>");
    } else {
        html_put(out, " aria-current=\"page\">");
        govuk_content(out, item->text, item->html);
        html_put(out, "</li>");
    }
}

void govuk_breadcrumbs(struct html *out, const struct govuk_breadcrumbs *breadcrumbs) {
    html_put(out, "<nav class=\"govuk-breadcrumbs");
    govuk_classes(out, breadcrumbs->classes);
    if (breadcrumbs->collapse_on_mobile)
        html_put(out, " govuk-breadcrumbs--collapse-on-mobile");
    html_put(out, "\"");
    govuk_attributes(out, &breadcrumbs->attributes);
    html_attribute(out, "aria-label", govuk_or(breadcrumbs->label_text, "Breadcrumb"));
    html_put(out, "><ol class=\"govuk-breadcrumbs__list\">");
    for (size_t i = 0; i < breadcrumbs->items.count; i++)
        breadcrumb(out, &breadcrumbs->items.at[i]);
    html_put(out, "</ol></nav>");
}

static void language(struct html *out, const struct govuk_language_navigation_item *item) {
    bool is_link = govuk_given(item->href) && !item->current;
    html_put(out, "<li class=\"govuk-language-navigation__list-item\">");
    if (is_link) {
        govuk_open(out, "<a class=\"govuk-language-navigation__link", item->classes, &item->attributes);
        html_attribute(out, "href", item->href);
        html_put(out, " rel=\"alternate\"");
        html_optional(out, "hreflang", govuk_or(item->href_lang, item->lang));
    } else {
        govuk_open(out, "<span class=\"govuk-language-navigation__text", item->classes, &item->attributes);
        html_put(out, " aria-current=\"true\"");
    }
    html_optional(out, "lang", item->lang);
    html_optional(out, "dir", item->dir);
    html_put(out, ">");
    govuk_content(out, item->text, item->html);
    if (is_link && govuk_given(item->language_description_text)) {
        html_put(out, "<span class=\"govuk-visually-hidden\"> ");
        html_text(out, item->language_description_text);
        html_put(out, "</span>");
    }
    if (is_link)
        html_put(out, "</a></li>");
    else
        html_put(out, "</span></li>");
}

void govuk_language_navigation(struct html *out, const struct govuk_language_navigation *navigation) {
    govuk_open(out, "<nav class=\"govuk-language-navigation", navigation->classes, &navigation->attributes);
    html_attribute(out, "aria-label", govuk_or(navigation->aria_label, "Language"));
    html_put(out, "><ul class=\"govuk-language-navigation__list\">");
    for (size_t i = 0; i < navigation->items.count; i++)
        language(out, &navigation->items.at[i]);
    html_put(out, "</ul></nav>");
}
