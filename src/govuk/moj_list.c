/* What stands around lists of cases: the ways between them, what narrows them, and tables that can be sorted. */
#include "govuk/govuk_private.h"
#include "govuk/moj.h"

void moj_sub_navigation(struct html *out, const struct moj_sub_navigation *navigation) {
    html_put(out, "<nav class=\"moj-sub-navigation");
    govuk_classes(out, navigation->classes);
    html_put(out, "\"");
    html_attribute(out, "aria-label", govuk_or(navigation->label, "Secondary navigation region"));
    govuk_attributes(out, &navigation->attributes);
    html_put(out, "><ul class=\"moj-sub-navigation__list\">");
    for (size_t i = 0; i < navigation->items.count; i++) {
        const struct moj_sub_navigation_item *item = &navigation->items.at[i];
        html_put(out, "<li class=\"moj-sub-navigation__item");
        govuk_classes(out, item->classes);
        html_put(out, "\"><a class=\"moj-sub-navigation__link\"");
        if (item->active)
            html_put(out, " aria-current=\"page\"");
        html_attribute(out, "href", item->href);
        govuk_attributes(out, &item->attributes);
        html_put(out, ">");
        govuk_content(out, item->text, item->html);
        html_put(out, "</a></li>");
    }
    html_put(out, "</ul></nav>");
}

/* ---- the filter */

static void filter_heading(struct html *out, const struct govuk_content *heading) {
    html_put(out, "<h2 class=\"govuk-heading-m\">");
    govuk_content(out, heading->text, heading->html);
    html_put(out, "</h2>");
}

static void tag_text(struct html *out, const struct moj_filter_tag *tag) {
    if (tag->lang == NULL) {
        html_text(out, tag->text);
        return;
    }
    html_put(out, "<span");
    html_attribute(out, "lang", tag->lang);
    html_put(out, ">");
    html_text(out, tag->text);
    html_put(out, "</span>");
}

static void category(struct html *out, const struct moj_filter_category *category, const char *remove) {
    html_put(out, "<h3 class=\"govuk-heading-s govuk-!-margin-bottom-0\">");
    govuk_content(out, category->heading.text, category->heading.html);
    html_put(out, "</h3><ul class=\"moj-filter-tags\">");
    for (size_t i = 0; i < category->items.count; i++) {
        html_put(out, "<li><a class=\"moj-filter__tag\"");
        html_attribute(out, "href", category->items.at[i].href);
        html_put(out, "><span class=\"govuk-visually-hidden\">");
        html_text(out, remove);
        html_put(out, "</span> ");
        tag_text(out, &category->items.at[i]);
        html_put(out, "</a></li>");
    }
    html_put(out, "</ul>");
}

void moj_selected_filters(struct html *out, const struct moj_selected_filters *selected, const char *remove_text) {
    const char *remove = govuk_or(remove_text, "Remove this filter");
    html_put(out, "<div class=\"moj-filter__selected\"><div class=\"moj-filter__selected-heading\">"
                  "<div class=\"moj-filter__heading-title\">");
    filter_heading(out, &selected->heading);
    html_put(out, "</div> <div class=\"moj-filter__heading-action\"><p>");
    html_link(out, "govuk-link govuk-link--no-visited-state", selected->clear_href, selected->clear_text);
    html_put(out, "</p></div></div>");
    for (size_t i = 0; i < selected->categories.count; i++)
        category(out, &selected->categories.at[i], remove);
    html_put(out, "</div>");
}

void moj_filter_begin(struct html *out, const struct moj_filter *filter) {
    html_put(out, "<div class=\"moj-filter\" data-module=\"moj-filter\"");
    govuk_attributes(out, &filter->attributes);
    html_put(out, "><div class=\"moj-filter__header\"><div class=\"moj-filter__header-title\">");
    filter_heading(out, &filter->heading);
    html_put(out, "</div> <div class=\"moj-filter__header-action\"></div></div><div class=\"moj-filter__content\">");
    if (filter->selected != NULL)
        moj_selected_filters(out, filter->selected, filter->remove_text);
    html_put(out, "<div class=\"moj-filter__options\">");
    govuk_button(out, &(struct govuk_button){.text = govuk_or(filter->submit_text, "Apply filters"),
                                             .attributes = filter->submit_attributes});
}

void moj_filter_end(struct html *out) {
    html_put(out, "</div></div></div>");
}

void moj_filter(struct html *out, const struct moj_filter *filter) {
    moj_filter_begin(out, filter);
    html_raw(out, filter->options);
    moj_filter_end(out);
}

/* ---- the table */

static void column(struct html *out, const struct moj_sortable_column *column) {
    static const char *const sorts[] = {
        [MOJ_UNSORTED] = "none", [MOJ_ASCENDING] = "ascending", [MOJ_DESCENDING] = "descending"};
    const struct govuk_attribute sort = {"aria-sort", sorts[column->sort]};
    govuk_table_head_cell(out, &column->cell, &(struct govuk_attributes){&sort, column->sort != MOJ_NOT_SORTABLE});
}

static void cell(struct html *out, const struct moj_sortable_cell *cell, bool is_header) {
    const struct govuk_attribute value = {"data-sort-value", cell->sort_value};
    govuk_table_body_cell(out, &cell->cell, is_header,
                          &(struct govuk_attributes){&value, govuk_given(cell->sort_value)});
}

void moj_sortable_table(struct html *out, const struct moj_sortable_table *table) {
    static const struct govuk_attribute module = {"data-module", "moj-sortable-table"};
    govuk_table_open(out,
                     &(struct govuk_table){.caption = table->caption,
                                           .caption_classes = table->caption_classes,
                                           .classes = table->classes,
                                           .attributes = table->attributes},
                     &(struct govuk_attributes){&module, 1});
    if (table->head.count > 0) {
        html_put(out, "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        for (size_t i = 0; i < table->head.count; i++)
            column(out, &table->head.at[i]);
        html_put(out, "</tr></thead>");
    }
    html_put(out, "<tbody class=\"govuk-table__body\">");
    for (size_t i = 0; i < table->rows.count; i++) {
        const struct moj_sortable_row *row = &table->rows.at[i];
        html_put(out, "<tr class=\"govuk-table__row\">");
        for (size_t j = 0; j < row->cells.count; j++)
            cell(out, &row->cells.at[j], j == 0 && table->first_cell_is_header);
        html_put(out, "</tr>");
    }
    govuk_table_end(out);
}
