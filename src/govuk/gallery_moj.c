#include "govuk/gallery.h"

static void alert(struct html *out) {
    moj_alert(out, &(struct moj_alert){.title = "Closed", .text = "The offices are closed on Friday."});
    moj_alert(out, &(struct moj_alert){.variant = "success", .title = "It has been sent"});
    moj_alert(out, &(struct moj_alert){.variant = "warning",
                                       .title = "It is due today",
                                       .heading_level = 4,
                                       .show_title_as_heading = true,
                                       .text = "Answer, or say by when you will."});
    moj_alert(out, &(struct moj_alert){.variant = "error",
                                       .title = "It was not sent",
                                       .heading_level = 4,
                                       .show_title_as_heading = true,
                                       .html = MARKUP("<p class=\"govuk-body\">Try again in a moment.</p>")});
}

static void badge(struct html *out) {
    static const char *const colours[] = {"purple", "bright-purple", "red", "green", "blue", "black", "grey"};
    html_put(out, "<p class=\"govuk-body\">");
    moj_badge(out, &(struct moj_badge){.text = "Open"});
    for (size_t i = 0; i < LENGTH_OF(colours); i++) {
        char classes[32];
        snprintf(classes, sizeof classes, "moj-badge--%s", colours[i]);
        html_put(out, " ");
        moj_badge(out, &(struct moj_badge){.text = colours[i], .classes = classes});
    }
    html_put(out, "</p>");
}

static const struct moj_button_menu menu = {.button_text = "Do more",
                                            .items = GOVUK_LIST(struct moj_button_menu_item,
                                                                {.text = "Hand on", .href = "#moj"},
                                                                {.text = "Withdraw", .type = "button"})};

static void button_menu(struct html *out) {
    moj_button_menu(out, &menu);
}

static void identity_bar(struct html *out) {
    moj_identity_bar(out, &(struct moj_identity_bar){
                              .title.html = MARKUP("<strong>ENQ-7QK4-2M9D</strong> <span>Opened by the Mayor</span>"),
                              .menus = {&menu, 1}});
}

static void sub_navigation(struct html *out) {
    moj_sub_navigation(
        out, &(struct moj_sub_navigation){
                 .label = "State",
                 .items = GOVUK_LIST(struct moj_sub_navigation_item, {.text = "Open", .href = "#moj", .active = true},
                                     {.text = "Closed", .href = "#lists"}, {.text = "All", .href = "#fields"})});
}

static void timeline(struct html *out) {
    moj_timeline(out, &(struct moj_timeline){.heading_level = 4,
                                             .items = GOVUK_LIST(struct moj_timeline_item,
                                                                 {.label.text = "Answered",
                                                                  .byline.text = "the Head of Housing",
                                                                  .time = {"2027-05-12", "12 May 2027"},
                                                                  .text = "The light was mended on Tuesday."},
                                                                 {.label.text = "Opened",
                                                                  .byline.text = "Councillor Lamb",
                                                                  .time = {"2027-05-07", "7 May 2027"}})});
}

static void messages(struct html *out) {
    moj_messages(out, &(struct moj_messages){
                          .items = GOVUK_LIST(struct moj_messages_item,
                                              {.type = "received",
                                               .sender = "Head of Housing",
                                               .text = "Which street is it?",
                                               .day = {"2027-05-10", "10 May 2027"},
                                               .time = {"10:50", "10:50am"}},
                                              {.type = "sent",
                                               .sender = "You",
                                               .text = "https://example.org/an-address-without-any-place-to-break-it",
                                               .day = {"2027-05-10", "10 May 2027"},
                                               .time = {"11:20", "11:20am"}})});
}

static void filter(struct html *out) {
    const struct moj_filter_tag tag = {"Advice", "#moj"};
    const struct moj_filter_category category = {.heading.text = "Kind", .items = {&tag, 1}};
    const struct moj_selected_filters selected = {.heading.text = "Selected filters",
                                                  .clear_text = "Clear filters",
                                                  .clear_href = "#moj",
                                                  .categories = {&category, 1}};
    govuk_form_begin(out, &(struct govuk_form){.action = "#moj", .method = "get"});
    moj_filter_begin(out, &(struct moj_filter){.heading.text = "Filter", .selected = &selected});
    govuk_input(out, &(struct govuk_input){.label.text = "Words", .name = "words"});
    moj_filter_end(out);
    govuk_form_end(out);
}

static void sortable_table(struct html *out) {
    const struct moj_sortable_row rows[] = {
        {GOVUK_LIST(struct moj_sortable_cell, {.cell.text = "Housing"}, {{.text = "12", .format = "numeric"}, NULL},
                    {.cell.text = "14 May", .sort_value = "20270514"})},
        {GOVUK_LIST(struct moj_sortable_cell, {.cell.text = "Planning"}, {{.text = "7", .format = "numeric"}, NULL},
                    {.cell.text = "3 June", .sort_value = "20270603"})},
    };
    moj_sortable_table(
        out, &(struct moj_sortable_table){.caption = "Enquiries by service",
                                          .caption_classes = "govuk-table__caption--s",
                                          .first_cell_is_header = true,
                                          .head = GOVUK_LIST(struct moj_sortable_column,
                                                             {.cell.text = "Service", .sort = MOJ_ASCENDING},
                                                             {{.text = "Open", .format = "numeric"}, MOJ_UNSORTED},
                                                             {.cell.text = "Next due", .sort = MOJ_UNSORTED}),
                                          .rows = {rows, LENGTH_OF(rows)}});
}

const struct specimen gallery_moj[] = {
    {"Alert", "moj_alert", alert},
    {"Badge", "moj_badge", badge},
    {"Button menu", "moj_button_menu", button_menu},
    {"Identity bar", "moj_identity_bar", identity_bar},
    {"Sub navigation", "moj_sub_navigation", sub_navigation},
    {"Timeline", "moj_timeline", timeline},
    {"Messages", "moj_messages", messages},
    {"Filter", "moj_filter_begin, moj_selected_filters, moj_filter_end", filter},
    {"Sortable table", "moj_sortable_table", sortable_table},
    {0},
};
