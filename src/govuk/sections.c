/* Content in sections of which one shows at a time, or some: tabs and the accordion. */
#include "govuk/govuk_private.h"

static void tab_id(struct html *out, const struct govuk_tabs *tabs, size_t index) {
    const struct govuk_tabs_item *item = &tabs->items.at[index];
    if (govuk_given(item->id)) {
        html_text(out, item->id);
        return;
    }
    html_text(out, tabs->id_prefix);
    html_put(out, "-");
    html_number(out, (int64_t)index + 1);
}

static void tab_link(struct html *out, const struct govuk_tabs *tabs, size_t index) {
    html_put(out, "<li class=\"govuk-tabs__list-item");
    if (index == 0)
        html_put(out, " govuk-tabs__list-item--selected");
    html_put(out, "\"><a class=\"govuk-tabs__tab\" href=\"#");
    tab_id(out, tabs, index);
    html_put(out, "\"");
    govuk_attributes(out, &tabs->items.at[index].attributes);
    html_put(out, ">");
    html_text(out, tabs->items.at[index].label);
    html_put(out, "</a></li>");
}

static void tab_panel(struct html *out, const struct govuk_tabs *tabs, size_t index) {
    const struct govuk_tabs_item *item = &tabs->items.at[index];
    html_put(out, "<div class=\"govuk-tabs__panel");
    if (index > 0)
        html_put(out, " govuk-tabs__panel--hidden");
    html_put(out, "\" id=\"");
    tab_id(out, tabs, index);
    html_put(out, "\"");
    govuk_attributes(out, &item->panel_attributes);
    html_put(out, ">");
    if (item->panel.html.length > 0)
        html_raw(out, item->panel.html);
    else if (govuk_given(item->panel.text))
        govuk_body(out, item->panel.text);
    html_put(out, "</div>");
}

void govuk_tabs(struct html *out, const struct govuk_tabs *tabs) {
    govuk_open(out, "<div class=\"govuk-tabs", tabs->classes, &tabs->attributes);
    html_optional(out, "id", tabs->id);
    html_put(out, " data-module=\"govuk-tabs\"><h2 class=\"govuk-tabs__title\">");
    html_text(out, govuk_or(tabs->title, "Contents"));
    html_put(out, "</h2>");
    if (tabs->items.count > 0) {
        html_put(out, "<ul class=\"govuk-tabs__list\">");
        for (size_t i = 0; i < tabs->items.count; i++)
            if (!tabs->items.at[i].omit)
                tab_link(out, tabs, i);
        html_put(out, "</ul>");
    }
    for (size_t i = 0; i < tabs->items.count; i++)
        if (!tabs->items.at[i].omit)
            tab_panel(out, tabs, i);
    html_put(out, "</div>");
}

static void accordion_id(struct html *out, const struct govuk_accordion *accordion, struct markup part, size_t index) {
    html_put(out, " id=\"");
    html_text(out, accordion->id);
    html_raw(out, part);
    html_number(out, (int64_t)index + 1);
    html_put(out, "\"");
}

static void accordion_section(struct html *out, const struct govuk_accordion *accordion, size_t index) {
    const struct govuk_accordion_item *item = &accordion->items.at[index];
    html_put(out, "<div class=\"govuk-accordion__section");
    if (item->expanded)
        html_put(out, " govuk-accordion__section--expanded");
    html_put(out, "\"><div class=\"govuk-accordion__section-header\">");
    govuk_heading_open(out, accordion->heading_level, 2);
    html_put(out, " class=\"govuk-accordion__section-heading\"><span class=\"govuk-accordion__section-button\"");
    accordion_id(out, accordion, MARKUP("-heading-"), index);
    html_put(out, ">");
    govuk_content(out, item->heading.text, item->heading.html);
    html_put(out, "</span>");
    govuk_heading_close(out, accordion->heading_level, 2);
    if (govuk_has_content(item->summary.text, item->summary.html)) {
        html_put(out, "<div class=\"govuk-accordion__section-summary govuk-body\"");
        accordion_id(out, accordion, MARKUP("-summary-"), index);
        html_put(out, ">");
        govuk_content(out, item->summary.text, item->summary.html);
        html_put(out, "</div>");
    }
    html_put(out, "</div><div class=\"govuk-accordion__section-content\"");
    accordion_id(out, accordion, MARKUP("-content-"), index);
    html_put(out, ">");
    if (item->content.html.length > 0)
        html_raw(out, item->content.html);
    else if (govuk_given(item->content.text))
        govuk_body(out, item->content.text);
    html_put(out, "</div></div>");
}

void govuk_accordion(struct html *out, const struct govuk_accordion *accordion) {
    govuk_open(out, "<div class=\"govuk-accordion", accordion->classes, &accordion->attributes);
    html_put(out, " data-module=\"govuk-accordion\"");
    html_attribute(out, "id", accordion->id);
    html_optional(out, "data-i18n.hide-all-sections", accordion->hide_all_sections_text);
    html_optional(out, "data-i18n.hide-section", accordion->hide_section_text);
    html_optional(out, "data-i18n.hide-section-aria-label", accordion->hide_section_aria_label_text);
    html_optional(out, "data-i18n.show-all-sections", accordion->show_all_sections_text);
    html_optional(out, "data-i18n.show-section", accordion->show_section_text);
    html_optional(out, "data-i18n.show-section-aria-label", accordion->show_section_aria_label_text);
    govuk_choice_attribute(out, "data-remember-expanded", accordion->remember_expanded);
    html_put(out, ">");
    for (size_t i = 0; i < accordion->items.count; i++)
        if (!accordion->items.at[i].omit)
            accordion_section(out, accordion, i);
    html_put(out, "</div>");
}
