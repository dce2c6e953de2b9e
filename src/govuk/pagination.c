#include "govuk/govuk_private.h"

/* The two links differ in these, and in the side of the title on which the arrow stands. */
struct direction {
    struct markup start, arrow;
    const char *title;
    bool arrow_first;
};

static const struct direction backwards = {
    .start =
        MARKUP("<div class=\"govuk-pagination__prev\"><a class=\"govuk-link govuk-pagination__link\" rel=\"prev\""),
    .arrow = MARKUP("<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
                    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
                    "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
                    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>"),
    .title = "Previous",
    .arrow_first = true};

static const struct direction forwards = {
    .start =
        MARKUP("<div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" rel=\"next\""),
    .arrow = MARKUP("<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
                    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
                    "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 "
                    "4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>"),
    .title = "Next",
    .arrow_first = false};

static void arrow_link(struct html *out, const struct govuk_pagination_link *link, const struct direction *direction,
                       bool is_block) {
    bool arrow_first = is_block || direction->arrow_first;
    if (!govuk_given(link->href))
        return;
    html_raw(out, direction->start);
    html_attribute(out, "href", link->href);
    govuk_attributes(out, &link->attributes);
    html_put(out, ">");
    if (arrow_first)
        html_raw(out, direction->arrow);
    html_put(out, "<span class=\"govuk-pagination__link-title");
    if (is_block && !govuk_given(link->label_text))
        html_put(out, " govuk-pagination__link-title--decorated");
    html_put(out, "\">");
    if (govuk_has_content(link->text, link->html)) {
        govuk_content(out, link->text, link->html);
    } else {
        html_text(out, direction->title);
        html_put(out, "<span class=\"govuk-visually-hidden\"> page</span>");
    }
    html_put(out, "</span>");
    if (is_block && govuk_given(link->label_text)) {
        html_put(out, " <span class=\"govuk-visually-hidden\">:</span> <span class=\"govuk-pagination__link-label\">");
        html_text(out, link->label_text);
        html_put(out, "</span>");
    }
    if (!arrow_first)
        html_raw(out, direction->arrow);
    html_put(out, "</a></div>");
}

/* An item of which nothing is set is left out too. */
static bool is_shown(const struct govuk_pagination_item *item) {
    return !item->omit && (item->ellipsis || govuk_given(item->number) || govuk_given(item->href));
}

static void page_item(struct html *out, const struct govuk_pagination_item *item) {
    html_put(out, "<li class=\"govuk-pagination__item");
    if (item->current)
        html_put(out, " govuk-pagination__item--current");
    if (item->ellipsis) {
        html_put(out, " govuk-pagination__item--ellipsis\">&ctdot;</li>");
        return;
    }
    html_put(out, "\"><a class=\"govuk-link govuk-pagination__link\"");
    html_attribute(out, "href", item->href);
    html_put(out, " aria-label=\"");
    if (item->visually_hidden_text != NULL) {
        html_text(out, item->visually_hidden_text);
    } else {
        html_put(out, "Page ");
        html_text(out, item->number);
    }
    html_put(out, "\"");
    if (item->current)
        html_put(out, " aria-current=\"page\"");
    govuk_attributes(out, &item->attributes);
    html_put(out, ">");
    html_text(out, item->number);
    html_put(out, "</a></li>");
}

void govuk_pagination(struct html *out, const struct govuk_pagination *pagination) {
    bool is_block = pagination->items.count == 0;
    html_put(out, "<nav class=\"govuk-pagination");
    if (is_block)
        html_put(out, " govuk-pagination--block");
    govuk_open_rest(out, pagination->classes, &pagination->attributes);
    html_attribute(out, "aria-label", govuk_or(pagination->landmark_label, "Pagination"));
    html_put(out, ">");
    arrow_link(out, &pagination->previous, &backwards, is_block);
    if (!is_block) {
        html_put(out, "<ul class=\"govuk-pagination__list\">");
        for (size_t i = 0; i < pagination->items.count; i++)
            if (is_shown(&pagination->items.at[i]))
                page_item(out, &pagination->items.at[i]);
        html_put(out, "</ul>");
    }
    arrow_link(out, &pagination->next, &forwards, is_block);
    html_put(out, "</nav>");
}
