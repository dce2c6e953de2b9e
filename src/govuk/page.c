/* The page template. */
#include "govuk/govuk_private.h"

static void stylesheet(struct html *out, const char *address) {
    if (address == NULL)
        return;
    html_put(out, "<link rel=\"stylesheet\"");
    html_attribute(out, "href", address);
    html_put(out, ">");
}

static void head(struct html *out, const struct govuk_page *page) {
    html_put(out, "<head><meta charset=\"utf-8\"><title");
    html_optional(out, "lang", page->title_lang);
    html_put(out, ">");
    html_text(out, page->title);
    html_put(out, "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
                  "viewport-fit=cover\"><meta name=\"theme-color\"");
    html_attribute(out, "content", govuk_or(page->theme_color, "#1d70b8"));
    html_put(out, "><link rel=\"icon\"");
    html_attribute(out, "href", govuk_or(page->icon, "data:,"));
    html_put(out, ">");
    stylesheet(out, page->stylesheet);
    stylesheet(out, page->second_stylesheet);
    if (page->script != NULL) {
        html_put(out, "<script type=\"module\" blocking=\"render\"");
        html_attribute(out, "src", page->script);
        html_put(out, "></script>");
    }
    html_raw(out, page->head);
    html_put(out, "</head>");
}

static void header(struct html *out, const struct govuk_page *page) {
    if (page->header == NULL && page->service_navigation == NULL && page->phase_banner == NULL)
        return;
    html_put(out, "<header class=\"govuk-template__header\">");
    if (page->header != NULL)
        govuk_generic_header(out, page->header);
    if (page->service_navigation != NULL)
        govuk_service_navigation(out, page->service_navigation);
    if (page->phase_banner != NULL)
        govuk_phase_banner(out, page->phase_banner);
    html_put(out, "</header>");
}

static void before_main(struct html *out, const struct govuk_page *page) {
    html_put(out, "<div class=\"govuk-width-container");
    govuk_classes(out, page->container_classes);
    html_put(out, "\">");
    if (page->language_navigation != NULL)
        govuk_language_navigation(out, page->language_navigation);
    if (page->breadcrumbs != NULL)
        govuk_breadcrumbs(out, page->breadcrumbs);
    if (page->back_link != NULL) {
        /* Outside of every landmark it would be passed over by those who go from one to the next. */
        html_put(out, "<nav");
        html_attribute(out, "aria-label", govuk_or(page->back_link->text, "Back"));
        html_put(out, ">");
        govuk_back_link(out, page->back_link);
        html_put(out, "</nav>");
    }
    html_raw(out, page->before_content);
}

void govuk_page_begin(struct html *out, const struct govuk_page *page) {
    html_put(out, "<!DOCTYPE html><html");
    html_attribute(out, "lang", govuk_or(page->lang, "en"));
    html_put(out, " class=\"govuk-template");
    govuk_classes(out, page->html_classes);
    html_put(out, "\">");
    head(out, page);
    html_put(out, "<body class=\"govuk-template__body");
    govuk_classes(out, page->body_classes);
    html_put(out, "\">");
    html_raw(out, page->body_start);
    govuk_skip_link(out, &(struct govuk_skip_link){.href = "#main-content",
                                                   .text = govuk_or(page->skip_link_text, "Skip to main content")});
    header(out, page);
    before_main(out, page);
    html_put(out, "<main class=\"govuk-main-wrapper");
    govuk_classes(out, page->main_classes);
    html_put(out, "\" id=\"main-content\"");
    html_optional(out, "lang", page->main_lang);
    html_put(out, ">");
}

void govuk_page_end(struct html *out, const struct govuk_page *page) {
    html_put(out, "</main></div>");
    if (page->footer != NULL) {
        html_put(out, "<footer class=\"govuk-template__footer\">");
        govuk_footer(out, page->footer);
        html_put(out, "</footer>");
    }
    html_put(out, "</body></html>");
}
