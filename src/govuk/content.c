/* The small components that show a piece of content. */
#include "govuk/govuk_private.h"

void govuk_tag(struct html *out, const struct govuk_tag *tag) {
    govuk_open(out, "<strong class=\"govuk-tag", tag->classes, &tag->attributes);
    html_put(out, ">");
    govuk_content(out, tag->text, tag->html);
    html_put(out, "</strong>");
}

void govuk_inset_text_begin(struct html *out, const struct govuk_inset_text *inset) {
    govuk_open(out, "<div class=\"govuk-inset-text", inset->classes, &inset->attributes);
    html_optional(out, "id", inset->id);
    html_put(out, ">");
}

void govuk_inset_text_end(struct html *out) {
    html_put(out, "</div>");
}

void govuk_inset_text(struct html *out, const struct govuk_inset_text *inset) {
    govuk_inset_text_begin(out, inset);
    govuk_content(out, inset->text, inset->html);
    govuk_inset_text_end(out);
}

void govuk_details_begin(struct html *out, const struct govuk_details *details) {
    govuk_open(out, "<details class=\"govuk-details", details->classes, &details->attributes);
    html_optional(out, "id", details->id);
    if (details->open)
        html_put(out, " open");
    html_put(out, "><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">");
    govuk_content(out, details->summary.text, details->summary.html);
    html_put(out, "</span></summary><div class=\"govuk-details__text\">");
}

void govuk_details_end(struct html *out) {
    html_put(out, "</div></details>");
}

void govuk_details(struct html *out, const struct govuk_details *details) {
    govuk_details_begin(out, details);
    govuk_content(out, details->text, details->html);
    govuk_details_end(out);
}

void govuk_warning_text(struct html *out, const struct govuk_warning_text *warning) {
    govuk_open(out, "<div class=\"govuk-warning-text", warning->classes, &warning->attributes);
    html_put(out, "><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span> "
                  "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">");
    html_text(out, govuk_or(warning->icon_fallback_text, "Warning"));
    html_put(out, "</span> ");
    govuk_content(out, warning->text, warning->html);
    html_put(out, "</strong></div>");
}

void govuk_notification_banner(struct html *out, const struct govuk_notification_banner *banner) {
    bool is_success = text_equal(banner->type, "success");
    const char *title_id = govuk_or(banner->title_id, "govuk-notification-banner-title");
    html_put(out, "<div class=\"govuk-notification-banner");
    if (is_success)
        html_put(out, " govuk-notification-banner--success");
    govuk_open_rest(out, banner->classes, &banner->attributes);
    html_attribute(out, "role", govuk_or(banner->role, is_success ? "alert" : "region"));
    html_attribute(out, "aria-labelledby", title_id);
    html_put(out, " data-module=\"govuk-notification-banner\"");
    govuk_choice_attribute(out, "data-disable-auto-focus", banner->disable_auto_focus);
    html_put(out, "><div class=\"govuk-notification-banner__header\">");
    govuk_heading_open(out, banner->title_heading_level, 2);
    html_put(out, " class=\"govuk-notification-banner__title\"");
    html_attribute(out, "id", title_id);
    html_put(out, ">");
    govuk_content(out, govuk_or(banner->title.text, is_success ? "Success" : "Important"), banner->title.html);
    govuk_heading_close(out, banner->title_heading_level, 2);
    html_put(out, "</div><div class=\"govuk-notification-banner__content\">");
    if (banner->html.length > 0) {
        html_raw(out, banner->html);
    } else if (govuk_given(banner->text)) {
        html_put(out, "<p class=\"govuk-notification-banner__heading\">");
        html_text(out, banner->text);
        html_put(out, "</p>");
    }
    html_put(out, "</div></div>");
}

static void panel_action(struct html *out, const struct govuk_panel_action *action) {
    bool is_link = govuk_given(action->href) && !text_equal(action->type, "button");
    if (is_link) {
        govuk_open(out, "<a class=\"govuk-link govuk-link--inverse", action->classes, &action->attributes);
        html_attribute(out, "href", action->href);
        html_put(out, ">");
        html_text(out, action->text);
        html_put(out, "</a>");
        return;
    }
    govuk_button_with(out,
                      &(struct govuk_button){.text = action->text,
                                             .type = govuk_or(action->type, "button"),
                                             .href = action->href,
                                             .classes = action->classes,
                                             .attributes = action->attributes},
                      "govuk-button--inverse");
}

static void panel_actions(struct html *out, const struct govuk_panel_actions *actions) {
    govuk_open(out, "<div class=\"govuk-panel__actions", actions->classes, &actions->attributes);
    html_put(out, ">");
    if (actions->items.count > 0) {
        html_put(out, "<div class=\"govuk-button-group\">");
        for (size_t i = 0; i < actions->items.count; i++) {
            if (i > 0)
                html_put(out, " ");
            panel_action(out, &actions->items.at[i]);
        }
        html_put(out, "</div>");
    }
    html_put(out, "</div>");
}

void govuk_panel(struct html *out, const struct govuk_panel *panel) {
    bool is_interruption = panel->classes != NULL && strstr(panel->classes, "govuk-panel--interruption") != NULL;
    html_put(out, "<div class=\"govuk-panel");
    if (!is_interruption)
        html_put(out, " govuk-panel--confirmation");
    govuk_open_rest(out, panel->classes, &panel->attributes);
    html_put(out, ">");
    govuk_heading_open(out, panel->heading_level, 1);
    html_put(out, " class=\"govuk-panel__title\">");
    govuk_content(out, panel->title.text, panel->title.html);
    govuk_heading_close(out, panel->heading_level, 1);
    if (govuk_has_content(panel->text, panel->html)) {
        html_put(out, "<div class=\"govuk-panel__body\">");
        govuk_content(out, panel->text, panel->html);
        html_put(out, "</div>");
    }
    if (is_interruption && panel->actions != NULL)
        panel_actions(out, panel->actions);
    html_put(out, "</div>");
}
