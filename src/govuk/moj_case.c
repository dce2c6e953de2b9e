/* What stands on a case's page: whose it is, what can be done with it, and what happened. */
#include "govuk/govuk_private.h"
#include "govuk/moj.h"

void moj_badge(struct html *out, const struct moj_badge *badge) {
    html_put(out, "<span class=\"moj-badge");
    govuk_classes(out, badge->classes);
    html_put(out, "\"");
    if (badge->label)
        html_put(out, " aria-label=\"\"");
    govuk_attributes(out, &badge->attributes);
    html_put(out, ">");
    govuk_content(out, badge->text, badge->html);
    html_put(out, "</span>");
}

void moj_button_menu(struct html *out, const struct moj_button_menu *menu) {
    govuk_open(out, "<div class=\"moj-button-menu", menu->classes, &menu->attributes);
    html_put(out, " data-module=\"moj-button-menu\"");
    html_optional(out, "data-button-text", menu->button_text);
    html_optional(out, "data-button-classes", menu->button_classes);
    html_optional(out, "data-align-menu", menu->align_menu);
    html_put(out, ">");
    for (size_t i = 0; i < menu->items.count; i++) {
        const struct moj_button_menu_item *item = &menu->items.at[i];
        html_put(out, " ");
        govuk_button_with(out,
                          &(struct govuk_button){.text = item->text,
                                                 .html = item->html,
                                                 .href = item->href,
                                                 .type = item->type,
                                                 .name = item->name,
                                                 .value = item->value,
                                                 .classes = item->classes,
                                                 .disabled = item->disabled,
                                                 .attributes = item->attributes},
                          "moj-button-menu__item govuk-button--secondary");
    }
    html_put(out, "</div>");
}

void moj_identity_bar(struct html *out, const struct moj_identity_bar *bar) {
    govuk_open(out, "<div class=\"moj-identity-bar", bar->classes, &bar->attributes);
    html_put(out, "><div class=\"moj-identity-bar__container\"><div class=\"moj-identity-bar__details\">");
    if (govuk_has_content(bar->title.text, bar->title.html)) {
        html_put(out, "<span class=\"moj-identity-bar__title\">");
        govuk_content(out, bar->title.text, bar->title.html);
        html_put(out, "</span>");
    }
    html_put(out, "</div>");
    if (bar->menus.count > 0) {
        html_put(out, " <div class=\"moj-identity-bar__actions\">");
        for (size_t i = 0; i < bar->menus.count; i++) {
            html_put(out, " <div class=\"moj-identity-bar__menu\">");
            moj_button_menu(out, &bar->menus.at[i]);
            html_put(out, "</div>");
        }
        html_put(out, "</div>");
    }
    html_put(out, "</div></div>");
}

/* ---- what happened */

static void moj_time(struct html *out, const struct moj_time *time) {
    html_put(out, "<time");
    html_attribute(out, "datetime", time->datetime);
    html_put(out, ">");
    html_text(out, time->text);
    html_put(out, "</time>");
}

void moj_timeline_begin(struct html *out, const struct moj_timeline *timeline) {
    govuk_open(out, "<div class=\"moj-timeline", timeline->classes, &timeline->attributes);
    html_put(out, ">");
}

void moj_timeline_item(struct html *out, const struct moj_timeline *timeline, const struct moj_timeline_item *item) {
    govuk_open(out, "<div class=\"moj-timeline__item", item->classes, &item->attributes);
    html_put(out, "><div class=\"moj-timeline__header\">");
    govuk_heading_open(out, timeline->heading_level, 2);
    html_put(out, " class=\"moj-timeline__title\">");
    govuk_content(out, item->label.text, item->label.html);
    govuk_heading_close(out, timeline->heading_level, 2);
    if (govuk_has_content(item->byline.text, item->byline.html)) {
        html_put(out, " <p class=\"moj-timeline__byline\">");
        html_text(out, govuk_or(timeline->by, "by "));
        govuk_content(out, item->byline.text, item->byline.html);
        html_put(out, "</p>");
    }
    html_put(out, "</div><p class=\"moj-timeline__date\">");
    moj_time(out, &item->time);
    html_put(out, "</p><div class=\"moj-timeline__description\">");
    govuk_content(out, item->text, item->html);
    html_put(out, "</div></div>");
}

void moj_timeline_end(struct html *out) {
    html_put(out, "</div>");
}

void moj_timeline(struct html *out, const struct moj_timeline *timeline) {
    moj_timeline_begin(out, timeline);
    for (size_t i = 0; i < timeline->items.count; i++)
        moj_timeline_item(out, timeline, &timeline->items.at[i]);
    moj_timeline_end(out);
}

/* ---- a conversation */

static void message(struct html *out, const struct moj_messages_item *item, const char *at) {
    html_put(out, "<div");
    if (govuk_given(item->id)) {
        html_put(out, " id=\"message_");
        html_text(out, item->id);
        html_put(out, "\"");
    }
    html_put(out, " class=\"moj-message-item moj-message-item--");
    html_text(out, item->type);
    html_put(out, "\"><div class=\"moj-message-item__text moj-message-item__text--");
    html_text(out, item->type);
    html_put(out, "\">");
    govuk_content(out, item->text, item->html);
    html_put(out, "</div><div class=\"moj-message-item__meta\"><span class=\"moj-message-item__meta--sender\">");
    html_text(out, item->sender);
    html_put(out, "</span> ");
    html_text(out, at);
    html_put(out, " <time class=\"moj-message-item__meta--timestamp\"");
    html_attribute(out, "datetime", item->time.datetime);
    html_put(out, ">");
    html_text(out, item->time.text);
    html_put(out, "</time></div></div>");
}

void moj_messages(struct html *out, const struct moj_messages *messages) {
    html_put(out, "<div");
    html_attribute(out, "id", govuk_or(messages->id, "messages"));
    html_put(out, " class=\"moj-messages-container");
    govuk_classes(out, messages->classes);
    html_put(out, "\"");
    html_optional(out, "aria-label", messages->label);
    govuk_attributes(out, &messages->attributes);
    html_put(out, "><div class=\"moj-message-list\">");
    const char *day = NULL;
    for (size_t i = 0; i < messages->items.count; i++) {
        const struct moj_messages_item *item = &messages->items.at[i];
        if (!text_equal(day, item->day.text)) {
            html_put(out, "<time class=\"moj-message-list__date\"");
            html_attribute(out, "datetime", item->day.datetime);
            html_put(out, ">");
            html_text(out, item->day.text);
            html_put(out, "</time>");
        }
        day = item->day.text;
        message(out, item, govuk_or(messages->at, "at"));
    }
    html_put(out, "</div></div>");
}
