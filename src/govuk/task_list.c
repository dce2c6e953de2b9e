#include "govuk/govuk_private.h"

static void id_of(struct html *out, const char *prefix, size_t number, const char *suffix) {
    html_text(out, prefix);
    html_put(out, "-");
    html_number(out, (int64_t)number);
    html_text(out, suffix);
}

static void title_element(struct html *out, const struct govuk_task_list_item *item, const char *prefix, size_t number,
                          bool has_hint) {
    if (!govuk_given(item->href)) {
        html_put(out, "<div");
        html_optional(out, "class", item->title.classes);
        html_put(out, ">");
        govuk_content(out, item->title.text, item->title.html);
        html_put(out, "</div>");
        return;
    }
    html_put(out, "<a class=\"govuk-link govuk-task-list__link");
    govuk_classes(out, item->title.classes);
    html_put(out, "\"");
    html_attribute(out, "href", item->href);
    html_put(out, " aria-describedby=\"");
    if (has_hint) {
        id_of(out, prefix, number, "-hint");
        html_put(out, " ");
    }
    id_of(out, prefix, number, "-status");
    html_put(out, "\">");
    govuk_content(out, item->title.text, item->title.html);
    html_put(out, "</a>");
}

static void item_element(struct html *out, const struct govuk_task_list_item *item, const char *prefix, size_t number) {
    bool has_hint = govuk_has_content(item->hint.text, item->hint.html);
    html_put(out, "<li class=\"govuk-task-list__item");
    if (govuk_given(item->href))
        html_put(out, " govuk-task-list__item--with-link");
    govuk_classes(out, item->classes);
    html_put(out, "\"><div class=\"govuk-task-list__name-and-hint\">");
    title_element(out, item, prefix, number, has_hint);
    if (has_hint) {
        html_put(out, "<div id=\"");
        id_of(out, prefix, number, "-hint");
        html_put(out, "\" class=\"govuk-task-list__hint\">");
        govuk_content(out, item->hint.text, item->hint.html);
        html_put(out, "</div>");
    }
    html_put(out, "</div><div class=\"govuk-task-list__status");
    govuk_classes(out, item->status.classes);
    html_put(out, "\" id=\"");
    id_of(out, prefix, number, "-status");
    html_put(out, "\">");
    if (govuk_has_content(item->status_tag.text, item->status_tag.html))
        govuk_tag(out, &item->status_tag);
    else
        govuk_content(out, item->status.text, item->status.html);
    html_put(out, "</div></li>");
}

void govuk_task_list(struct html *out, const struct govuk_task_list *list) {
    const char *prefix = govuk_or(list->id_prefix, "task-list");
    govuk_open(out, "<ul class=\"govuk-task-list", list->classes, &list->attributes);
    html_put(out, ">");
    for (size_t i = 0; i < list->items.count; i++)
        if (!list->items.at[i].omit)
            item_element(out, &list->items.at[i], prefix, i + 1);
    html_put(out, "</ul>");
}
