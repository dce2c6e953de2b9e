/* What stands above or beside a page's content: phase, cookies, feedback and the way out. */
#include "govuk/govuk_private.h"

void govuk_phase_banner(struct html *out, const struct govuk_phase_banner *banner) {
    govuk_open(out, "<div class=\"govuk-phase-banner govuk-width-container", banner->classes, &banner->attributes);
    html_put(out, "><p class=\"govuk-phase-banner__content\"><strong class=\"govuk-tag "
                  "govuk-phase-banner__content__tag");
    govuk_classes(out, banner->tag.classes);
    html_put(out, "\">");
    govuk_content(out, banner->tag.text, banner->tag.html);
    html_put(out, "</strong> <span class=\"govuk-phase-banner__text\">");
    govuk_content(out, banner->text, banner->html);
    html_put(out, "</span></p></div>");
}

static void cookie_action(struct html *out, const struct govuk_cookie_action *action) {
    bool is_link = govuk_given(action->href) && !text_equal(action->type, "button");
    if (is_link) {
        govuk_open(out, "<a class=\"govuk-link", action->classes, &action->attributes);
        html_attribute(out, "href", action->href);
        html_put(out, ">");
        html_text(out, action->text);
        html_put(out, "</a>");
        return;
    }
    govuk_button(out, &(struct govuk_button){.text = action->text,
                                             .type = govuk_or(action->type, "button"),
                                             .name = action->name,
                                             .value = action->value,
                                             .classes = action->classes,
                                             .href = action->href,
                                             .attributes = action->attributes});
}

static void cookie_message(struct html *out, const struct govuk_cookie_message *message) {
    html_put(out, "<div class=\"govuk-cookie-banner__message");
    govuk_classes(out, message->classes);
    html_put(out, " govuk-width-container\"");
    html_optional(out, "role", message->role);
    govuk_attributes(out, &message->attributes);
    if (message->hidden)
        html_put(out, " hidden");
    html_put(out, "><div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">");
    if (govuk_has_content(message->heading.text, message->heading.html)) {
        html_put(out, "<h2 class=\"govuk-cookie-banner__heading govuk-heading-m\">");
        govuk_content(out, message->heading.text, message->heading.html);
        html_put(out, "</h2>");
    }
    html_put(out, "<div class=\"govuk-cookie-banner__content\">");
    if (message->html.length > 0)
        html_raw(out, message->html);
    else if (govuk_given(message->text))
        govuk_body(out, message->text);
    html_put(out, "</div></div></div>");
    if (message->actions.count > 0) {
        html_put(out, "<div class=\"govuk-button-group\">");
        for (size_t i = 0; i < message->actions.count; i++) {
            if (i > 0)
                html_put(out, " ");
            cookie_action(out, &message->actions.at[i]);
        }
        html_put(out, "</div>");
    }
    html_put(out, "</div>");
}

void govuk_cookie_banner(struct html *out, const struct govuk_cookie_banner *banner) {
    govuk_open(out, "<div class=\"govuk-cookie-banner", banner->classes, &banner->attributes);
    html_put(out, " data-nosnippet role=\"region\"");
    html_attribute(out, "aria-label", govuk_or(banner->aria_label, "Cookie banner"));
    if (banner->hidden)
        html_put(out, " hidden");
    html_put(out, ">");
    for (size_t i = 0; i < banner->messages.count; i++)
        cookie_message(out, &banner->messages.at[i]);
    html_put(out, "</div>");
}

void govuk_feedback(struct html *out, const struct govuk_feedback *feedback) {
    govuk_open(out, "<div class=\"govuk-feedback govuk-width-container", feedback->classes, &feedback->attributes);
    html_put(out, "><div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">");
    govuk_heading_open(out, feedback->heading_level, 2);
    html_put(out, " class=\"govuk-feedback__title\">");
    govuk_content(out, feedback->title.text, feedback->title.html);
    govuk_heading_close(out, feedback->heading_level, 2);
    if (govuk_has_content(feedback->text, feedback->html)) {
        html_put(out, "<div class=\"govuk-feedback__body\">");
        if (feedback->html.length > 0)
            html_raw(out, feedback->html);
        else
            govuk_body(out, feedback->text);
        html_put(out, "</div>");
    }
    html_put(out, "</div></div></div>");
}

void govuk_exit_this_page(struct html *out, const struct govuk_exit_this_page *exit) {
    struct markup html = exit->html;
    if (!govuk_has_content(exit->text, exit->html))
        html = MARKUP("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page");
    govuk_open(out, "<div class=\"govuk-exit-this-page", exit->classes, &exit->attributes);
    html_optional(out, "id", exit->id);
    html_put(out, " data-module=\"govuk-exit-this-page\"");
    html_optional(out, "data-i18n.activated", exit->activated_text);
    html_optional(out, "data-i18n.timed-out", exit->timed_out_text);
    html_optional(out, "data-i18n.press-two-more-times", exit->press_two_more_times_text);
    html_optional(out, "data-i18n.press-one-more-time", exit->press_one_more_time_text);
    html_put(out, ">");
    govuk_button(out, &(struct govuk_button){
                          .text = exit->text,
                          .html = html,
                          .classes = "govuk-button--warning govuk-exit-this-page__button "
                                     "govuk-js-exit-this-page-button",
                          .href = govuk_or(exit->redirect_url, "https://www.bbc.co.uk/weather"),
                          .attributes = GOVUK_ATTRIBUTES({"rel", "nofollow noreferrer"}),
                      });
    html_put(out, "</div>");
}
