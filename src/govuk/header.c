#include "govuk/govuk_private.h"

void govuk_generic_header(struct html *out, const struct govuk_generic_header *header) {
    govuk_open(out, "<div class=\"govuk-generic-header", header->classes, &header->attributes);
    html_put(out, "><div class=\"govuk-generic-header__container");
    govuk_classes(out, govuk_or(header->container_classes, "govuk-width-container"));
    html_put(out, "\"><div class=\"govuk-generic-header__logo\"><a class=\"govuk-generic-header__homepage-link\"");
    html_attribute(out, "href", govuk_or(header->url, "/"));
    html_put(out, ">");
    govuk_content(out, header->logo.text, header->logo.html);
    html_put(out, "</a></div></div></div>");
}

void govuk_header(struct html *out, const struct govuk_header *header) {
    govuk_open(out, "<div class=\"govuk-header", header->classes, &header->attributes);
    html_put(out, "><div class=\"govuk-header__container");
    govuk_classes(out, govuk_or(header->container_classes, "govuk-width-container"));
    html_put(out, "\"><div class=\"govuk-header__logo\"><a class=\"govuk-header__homepage-link\"");
    html_attribute(out, "href", govuk_or(header->homepage_url, "//gov.uk"));
    html_put(out, ">");
    govuk_logo(out, "govuk-header__logotype", "GOV.UK", true);
    if (govuk_given(header->product_name)) {
        html_put(out, "<span class=\"govuk-header__product-name\">");
        html_text(out, header->product_name);
        html_put(out, "</span>");
    }
    html_put(out, "</a></div></div></div>");
}
