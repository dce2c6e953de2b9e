/* Pieces of content, and what lists and sections are made of. */
#include "govuk/gallery.h"

static void tag(struct html *out) {
    static const char *const colours[] = {"grey", "green", "turquoise", "blue",  "purple",
                                          "pink", "red",   "orange",    "yellow"};
    html_put(out, "<p class=\"govuk-body\">");
    govuk_tag(out, &(struct govuk_tag){.text = "New"});
    for (size_t i = 0; i < LENGTH_OF(colours); i++) {
        char classes[32];
        snprintf(classes, sizeof classes, "govuk-tag--%s", colours[i]);
        html_put(out, " ");
        govuk_tag(out, &(struct govuk_tag){.text = colours[i], .classes = classes});
    }
    html_put(out, "</p>");
}

static void details(struct html *out) {
    govuk_details(out, &(struct govuk_details){.summary.text = "Why is that?", .text = "The protocol says so."});
    govuk_details(out,
                  &(struct govuk_details){.summary.text = "Where is that?", .text = "In clause 3.4.", .open = true});
}

static void inset_text(struct html *out) {
    govuk_inset_text(out, &(struct govuk_inset_text){.text = "Officers advise on council business only."});
}

static void warning_text(struct html *out) {
    govuk_warning_text(out, &(struct govuk_warning_text){.text = "It cannot be called back."});
}

static void notification_banner(struct html *out) {
    govuk_notification_banner(out, &(struct govuk_notification_banner){.title_heading_level = 4,
                                                                       .title_id = "gallery-important",
                                                                       .text = "The offices are closed on Friday."});
    govuk_notification_banner(out, &(struct govuk_notification_banner){.type = "success",
                                                                       .title_heading_level = 4,
                                                                       .title_id = "gallery-success",
                                                                       .disable_auto_focus = GOVUK_YES,
                                                                       .text = "It has been sent."});
}

static void panel(struct html *out) {
    const struct govuk_panel_actions actions = {.items = GOVUK_LIST(struct govuk_panel_action,
                                                                    {.text = "Stay signed in", .type = "button"},
                                                                    {.text = "Sign out", .href = "#content"})};
    govuk_panel(out, &(struct govuk_panel){
                         .title.text = "Sent", .heading_level = 4, .html = MARKUP("Your reference<br>ENQ-7QK4-2M9D")});
    govuk_panel(out, &(struct govuk_panel){.title.text = "You will be signed out soon",
                                           .heading_level = 4,
                                           .classes = "govuk-panel--interruption",
                                           .text = "Nothing was done here for a while.",
                                           .actions = &actions});
}

const struct specimen gallery_content[] = {
    {"Tag", "govuk_tag", tag},
    {"Details", "govuk_details", details},
    {"Inset text", "govuk_inset_text", inset_text},
    {"Warning text", "govuk_warning_text", warning_text},
    {"Notification banner", "govuk_notification_banner", notification_banner},
    {"Panel", "govuk_panel", panel},
    {0},
};

static void summary_list(struct html *out) {
    const struct govuk_action change = {.text = "Change", .href = "#lists", .visually_hidden_text = "place"};
    const struct govuk_action remove = {.text = "Remove", .href = "#lists", .visually_hidden_text = "your answers"};
    const struct govuk_summary_card card = {
        .title.text = "Your answers", .heading_level = 4, .actions.items = {&remove, 1}};
    const struct govuk_summary_list_row rows[] = {
        {.key.text = "Place", .value.text = "High Street", .actions.items = {&change, 1}},
        {.key.text = "Answer by", .value.text = "Friday 14 May 2027"},
    };
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, LENGTH_OF(rows)}});
    govuk_summary_list(out, &(struct govuk_summary_list){.card = &card, .rows = {rows, LENGTH_OF(rows)}});
}

static void table(struct html *out) {
    const struct govuk_table_row rows[] = {
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "Housing"}, {.text = "12", .format = "numeric"})},
        {.cells = GOVUK_LIST(struct govuk_table_cell, {.text = "Planning"}, {.text = "7", .format = "numeric"})},
    };
    govuk_table(out, &(struct govuk_table){.caption = "Enquiries by service",
                                           .caption_classes = "govuk-table__caption--s",
                                           .first_cell_is_header = true,
                                           .head = GOVUK_LIST(struct govuk_table_cell, {.text = "Service"},
                                                              {.text = "Open", .format = "numeric"}),
                                           .rows = {rows, LENGTH_OF(rows)}});
}

static void task_list(struct html *out) {
    govuk_task_list(
        out, &(struct govuk_task_list){
                 .items = GOVUK_LIST(struct govuk_task_list_item,
                                     {.title.text = "Say what it is about",
                                      .href = "#about",
                                      .status_tag = {.text = "Not yet started", .classes = "govuk-tag--blue"}},
                                     {.title.text = "Say where it is", .href = "#where", .status.text = "Completed"},
                                     {.title.text = "Send it",
                                      .hint.text = "When all else is done",
                                      .status = {.text = "Cannot start yet",
                                                 .classes = "govuk-task-list__status--cannot-start-yet"}})});
}

static void tabs(struct html *out) {
    govuk_tabs(out, &(struct govuk_tabs){.id_prefix = "tab",
                                         .items = GOVUK_LIST(struct govuk_tabs_item,
                                                             {.label = "Open", .panel.text = "What is open"},
                                                             {.label = "Closed", .panel.text = "What is closed"})});
}

static void accordion(struct html *out) {
    govuk_accordion(out, &(struct govuk_accordion){
                             .id = "more",
                             .heading_level = 4,
                             .remember_expanded = GOVUK_NO,
                             .items = GOVUK_LIST(struct govuk_accordion_item,
                                                 {.heading.text = "Dates",
                                                  .content.html = MARKUP("<p class=\"govuk-body\">All dates</p>")},
                                                 {.heading.text = "People",
                                                  .summary.text = "Members and Officers",
                                                  .content.html = MARKUP("<p class=\"govuk-body\">All people</p>")})});
}

static void pagination(struct html *out) {
    govuk_pagination(out, &(struct govuk_pagination){
                              .landmark_label = "Pages by number",
                              .previous.href = "#lists",
                              .next.href = "#lists",
                              .items = GOVUK_LIST(struct govuk_pagination_item, {.number = "1", .href = "#lists"},
                                                  {.number = "2", .href = "#lists", .current = true},
                                                  {.ellipsis = true}, {.number = "9", .href = "#lists"})});
    govuk_pagination(
        out, &(struct govuk_pagination){.landmark_label = "Pages by name",
                                        .previous = {.href = "#lists", .text = "Newer", .label_text = "Since May"},
                                        .next = {.href = "#lists", .text = "Older", .label_text = "Before April"}});
}

const struct specimen gallery_lists[] = {
    {"Summary list", "govuk_summary_list", summary_list},
    {"Table", "govuk_table", table},
    {"Task list", "govuk_task_list", task_list},
    {"Tabs", "govuk_tabs", tabs},
    {"Accordion", "govuk_accordion", accordion},
    {"Pagination", "govuk_pagination", pagination},
    {0},
};
