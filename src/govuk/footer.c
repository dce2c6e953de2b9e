#include "govuk/govuk_private.h"

static const char licence_logo[] =
    "<svg aria-hidden=\"true\" focusable=\"false\" class=\"govuk-footer__licence-logo\" "
    "xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 483.2 195.7\" height=\"17\" width=\"41\"><path "
    "fill=\"currentColor\" d=\""
    "M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47"
    ".1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85."
    "1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97"
    ".76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s2"
    "1.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"
    "\"/></svg>";

static void link_element(struct html *out, const struct govuk_footer_link *link) {
    html_put(out, "<a class=\"govuk-footer__link\"");
    html_attribute(out, "href", link->href);
    govuk_attributes(out, &link->attributes);
    html_put(out, ">");
    html_text(out, link->text);
    html_put(out, "</a></li>");
}

static void section(struct html *out, const struct govuk_footer_section *section) {
    html_put(out, "<div class=\"govuk-footer__section govuk-grid-column-");
    html_text(out, govuk_or(section->width, "full"));
    html_put(out, "\"><h2 class=\"govuk-footer__heading govuk-heading-m\">");
    html_text(out, section->title);
    html_put(out, "</h2>");
    if (section->items.count > 0) {
        html_put(out, "<ul class=\"govuk-footer__list");
        if (section->columns > 0) {
            html_put(out, " govuk-footer__list--columns-");
            html_number(out, section->columns);
        }
        html_put(out, "\">");
        for (size_t i = 0; i < section->items.count; i++) {
            const struct govuk_footer_link *link = &section->items.at[i];
            if (!govuk_given(link->href) || !govuk_given(link->text))
                continue;
            html_put(out, "<li class=\"govuk-footer__list-item\">");
            link_element(out, link);
        }
        html_put(out, "</ul>");
    }
    html_put(out, "</div>");
}

static void meta(struct html *out, const struct govuk_footer_meta *meta) {
    html_put(out, "<h2 class=\"govuk-visually-hidden\">");
    html_text(out, govuk_or(meta->visually_hidden_title, "Support links"));
    html_put(out, "</h2>");
    if (meta->items.count > 0) {
        html_put(out, "<ul class=\"govuk-footer__inline-list\">");
        for (size_t i = 0; i < meta->items.count; i++) {
            html_put(out, "<li class=\"govuk-footer__inline-list-item\">");
            link_element(out, &meta->items.at[i]);
        }
        html_put(out, "</ul>");
    }
    if (govuk_has_content(meta->text, meta->html)) {
        html_put(out, "<div class=\"govuk-footer__meta-custom\">");
        govuk_content(out, meta->text, meta->html);
        html_put(out, "</div>");
    }
}

static void content_licence(struct html *out, const struct govuk_content *licence) {
    html_raw(out, (struct markup){licence_logo, sizeof licence_logo - 1});
    html_put(out, "<span class=\"govuk-footer__licence-description\">");
    if (govuk_has_content(licence->text, licence->html))
        govuk_content(out, licence->text, licence->html);
    else
        html_put(out, "All content is available under the <a class=\"govuk-footer__link\" "
                      "href=\"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/\" "
                      "rel=\"license\">Open Government Licence v3.0</a>, except where otherwise stated");
    html_put(out, "</span>");
}

static void copyright(struct html *out, const struct govuk_footer *footer) {
    bool has_copyright = govuk_has_content(footer->copyright.text, footer->copyright.html);
    if (footer->outside_govuk && !has_copyright)
        return;
    html_put(out, "<div class=\"govuk-footer__meta-item\">");
    if (!footer->outside_govuk)
        html_put(out, "<a class=\"govuk-footer__link govuk-footer__copyright-logo\" "
                      "href=\"https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-"
                      "information/uk-government-licensing-framework/crown-copyright/\">");
    if (has_copyright)
        govuk_content(out, footer->copyright.text, footer->copyright.html);
    else
        html_put(out, "© Crown copyright");
    if (!footer->outside_govuk)
        html_put(out, "</a>");
    html_put(out, "</div>");
}

void govuk_footer(struct html *out, const struct govuk_footer *footer) {
    govuk_open(out, "<div class=\"govuk-footer", footer->classes, &footer->attributes);
    html_put(out, "><div class=\"govuk-width-container");
    govuk_classes(out, footer->container_classes);
    html_put(out, "\">");
    if (!footer->outside_govuk)
        govuk_logo(out, "govuk-footer__crown", NULL, false);
    if (footer->navigation.count > 0) {
        html_put(out, "<div class=\"govuk-footer__navigation\">");
        for (size_t i = 0; i < footer->navigation.count; i++)
            section(out, &footer->navigation.at[i]);
        html_put(out, "</div><hr class=\"govuk-footer__section-break\">");
    }
    html_put(out, "<div class=\"govuk-footer__meta\"><div class=\"govuk-footer__meta-item "
                  "govuk-footer__meta-item--grow\">");
    if (footer->meta != NULL)
        meta(out, footer->meta);
    if (!footer->no_content_licence)
        content_licence(out, &footer->content_licence);
    html_put(out, "</div>");
    copyright(out, footer);
    html_put(out, "</div></div></div>");
}
