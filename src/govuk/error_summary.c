#include "govuk/govuk_private.h"

static void item_element(struct html *out, const struct govuk_error_summary_item *item) {
    html_put(out, "<li>");
    if (govuk_given(item->href)) {
        html_put(out, "<a");
        html_attribute(out, "href", item->href);
        govuk_attributes(out, &item->attributes);
        html_put(out, ">");
    }
    govuk_content(out, item->text, item->html);
    if (govuk_given(item->href))
        html_put(out, "</a>");
    html_put(out, "</li>");
}

void govuk_error_summary(struct html *out, const struct govuk_error_summary *summary) {
    govuk_open(out, "<div class=\"govuk-error-summary", summary->classes, &summary->attributes);
    govuk_choice_attribute(out, "data-disable-auto-focus", summary->disable_auto_focus);
    html_put(out, " data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">");
    govuk_content(out, summary->title.text, summary->title.html);
    html_put(out, "</h2><div class=\"govuk-error-summary__body\">");
    if (govuk_has_content(summary->description.text, summary->description.html)) {
        html_put(out, "<p>");
        govuk_content(out, summary->description.text, summary->description.html);
        html_put(out, "</p>");
    }
    if (summary->error_list.count > 0) {
        html_put(out, "<ul class=\"govuk-list govuk-error-summary__list\">");
        for (size_t i = 0; i < summary->error_list.count; i++)
            item_element(out, &summary->error_list.at[i]);
        html_put(out, "</ul>");
    }
    html_put(out, "</div></div></div>");
}
