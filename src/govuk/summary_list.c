#include "govuk/govuk_private.h"

/* card_title names the card in the action's hidden text, since "Change" alone says too little; NULL when there is no
 * card. */
static void action_link(struct html *out, const struct govuk_action *action,
                        const struct govuk_summary_list_cell *card_title) {
    bool has_card_title = card_title != NULL && govuk_has_content(card_title->text, card_title->html);
    govuk_open(out, "<a class=\"govuk-link", action->classes, &action->attributes);
    html_attribute(out, "href", action->href);
    html_put(out, ">");
    govuk_content(out, action->text, action->html);
    if (govuk_given(action->visually_hidden_text) || has_card_title) {
        html_put(out, "<span class=\"govuk-visually-hidden\">");
        if (govuk_given(action->visually_hidden_text)) {
            html_put(out, " ");
            html_text(out, action->visually_hidden_text);
        }
        if (has_card_title) {
            html_put(out, " (");
            govuk_content(out, card_title->text, card_title->html);
            html_put(out, ")");
        }
        html_put(out, "</span>");
    }
    html_put(out, "</a>");
}

static void card_actions(struct html *out, const struct govuk_summary_card *card) {
    const struct govuk_actions *actions = &card->actions;
    bool is_list = actions->items.count > 1;
    if (actions->items.count == 0)
        return;
    if (is_list)
        html_put(out, "<ul");
    else
        html_put(out, "<div");
    html_put(out, " class=\"govuk-summary-card__actions");
    govuk_classes(out, actions->classes);
    html_put(out, "\">");
    for (size_t i = 0; i < actions->items.count; i++) {
        if (is_list)
            html_put(out, "<li class=\"govuk-summary-card__action\">");
        action_link(out, &actions->items.at[i], &card->title);
        if (is_list)
            html_put(out, "</li>");
    }
    if (is_list)
        html_put(out, "</ul>");
    else
        html_put(out, "</div>");
}

static void card_begin(struct html *out, const struct govuk_summary_card *card) {
    govuk_open(out, "<div class=\"govuk-summary-card", card->classes, &card->attributes);
    html_put(out, "><div class=\"govuk-summary-card__title-wrapper\">");
    if (govuk_has_content(card->title.text, card->title.html)) {
        govuk_heading_open(out, card->heading_level, 2);
        html_put(out, " class=\"govuk-summary-card__title");
        govuk_classes(out, card->title.classes);
        html_put(out, "\">");
        govuk_content(out, card->title.text, card->title.html);
        govuk_heading_close(out, card->heading_level, 2);
    }
    card_actions(out, card);
    html_put(out, "</div><div class=\"govuk-summary-card__content\">");
}

static void row_actions(struct html *out, const struct govuk_actions *actions,
                        const struct govuk_summary_list_cell *card_title) {
    if (actions->items.count == 0)
        return;
    html_put(out, "<dd class=\"govuk-summary-list__actions");
    govuk_classes(out, actions->classes);
    html_put(out, "\">");
    if (actions->items.count == 1) {
        action_link(out, &actions->items.at[0], card_title);
    } else {
        html_put(out, "<ul class=\"govuk-summary-list__actions-list\">");
        for (size_t i = 0; i < actions->items.count; i++) {
            html_put(out, "<li class=\"govuk-summary-list__actions-list-item\">");
            action_link(out, &actions->items.at[i], card_title);
            html_put(out, "</li>");
        }
        html_put(out, "</ul>");
    }
    html_put(out, "</dd>");
}

static void row_element(struct html *out, const struct govuk_summary_list_row *row, bool any_row_has_actions,
                        const struct govuk_summary_list_cell *card_title) {
    html_put(out, "<div class=\"govuk-summary-list__row");
    if (any_row_has_actions && row->actions.items.count == 0)
        html_put(out, " govuk-summary-list__row--no-actions");
    govuk_classes(out, row->classes);
    html_put(out, "\"><dt class=\"govuk-summary-list__key");
    govuk_classes(out, row->key.classes);
    html_put(out, "\">");
    govuk_content(out, row->key.text, row->key.html);
    html_put(out, "</dt><dd class=\"govuk-summary-list__value");
    govuk_classes(out, row->value.classes);
    html_put(out, "\">");
    govuk_content(out, row->value.text, row->value.html);
    html_put(out, "</dd>");
    row_actions(out, &row->actions, card_title);
    html_put(out, "</div>");
}

void govuk_summary_list(struct html *out, const struct govuk_summary_list *list) {
    const struct govuk_summary_list_cell *card_title = list->card != NULL ? &list->card->title : NULL;
    bool any_row_has_actions = false;
    for (size_t i = 0; i < list->rows.count; i++)
        any_row_has_actions = any_row_has_actions || list->rows.at[i].actions.items.count > 0;
    if (list->card != NULL)
        card_begin(out, list->card);
    govuk_open(out, "<dl class=\"govuk-summary-list", list->classes, &list->attributes);
    html_put(out, ">");
    for (size_t i = 0; i < list->rows.count; i++)
        if (!list->rows.at[i].omit)
            row_element(out, &list->rows.at[i], any_row_has_actions, card_title);
    html_put(out, "</dl>");
    if (list->card != NULL)
        html_put(out, "</div></div>");
}
