/* What stands around a page. Two of one kind need names of their own, and so do these beside those of the page itself.
 */
#include "govuk/gallery.h"

static void skip_link(struct html *out) {
    govuk_body(out, "It shows itself when the keyboard comes to it.");
    govuk_skip_link(out, &(struct govuk_skip_link){.text = "Skip to the lists", .href = "#lists"});
}

static void generic_header(struct html *out) {
    govuk_generic_header(out, &(struct govuk_generic_header){.logo.text = "A Council", .url = "#around"});
}

static void header(struct html *out) {
    govuk_body(out, "For services on GOV.UK alone.");
    govuk_header(out, &(struct govuk_header){.homepage_url = "#around", .product_name = "A product"});
}

static void service_navigation(struct html *out) {
    govuk_service_navigation(
        out, &(struct govuk_service_navigation){
                 .service_name = "A service",
                 .service_url = "#around",
                 .aria_label = "A service's information",
                 .navigation_label = "A service's menu",
                 .navigation_id = "gallery-navigation",
                 .navigation = GOVUK_LIST(struct govuk_service_navigation_item, {.text = "Home", .href = "#fields"},
                                          {.text = "Ask", .href = "#around", .current = true},
                                          {.text = "Records", .href = "#lists"})});
}

static void phase_banner(struct html *out) {
    govuk_phase_banner(out, &(struct govuk_phase_banner){.tag.text = "Beta", .text = "This is a new service."});
}

static void language_navigation(struct html *out) {
    govuk_language_navigation(
        out, &(struct govuk_language_navigation){
                 .items = GOVUK_LIST(struct govuk_language_navigation_item,
                                     {.text = "English", .lang = "en", .current = true},
                                     {.text = "Cymraeg", .lang = "cy", .href_lang = "cy", .href = "#around"})});
}

static void breadcrumbs(struct html *out) {
    govuk_breadcrumbs(out, &(struct govuk_breadcrumbs){
                               .items = GOVUK_LIST(struct govuk_breadcrumbs_item, {.text = "Home", .href = "#fields"},
                                                   {.text = "Records", .href = "#lists"}, {.text = "One"})});
}

static void back_link(struct html *out) {
    govuk_back_link(out, &(struct govuk_back_link){.href = "#fields"});
}

static void cookie_banner(struct html *out) {
    govuk_cookie_banner(
        out, &(struct govuk_cookie_banner){
                 .aria_label = "Cookies on a service",
                 .messages =
                     GOVUK_LIST(struct govuk_cookie_message,
                                {.heading.text = "Cookies on a service",
                                 .text = "We would like to count visits.",
                                 .actions = GOVUK_LIST(struct govuk_cookie_action, {.text = "Accept", .type = "button"},
                                                       {.text = "Reject", .type = "button"},
                                                       {.text = "Read more", .href = "#around"})})});
}

static void exit_this_page(struct html *out) {
    govuk_exit_this_page(out, &(struct govuk_exit_this_page){.redirect_url = "/", .id = "gallery-exit"});
}

static void feedback(struct html *out) {
    govuk_feedback(out, &(struct govuk_feedback){.title.text = "What did you think of it?",
                                                 .heading_level = 4,
                                                 .text = "It takes half a minute."});
}

static void footer(struct html *out) {
    const struct govuk_footer_meta meta = {.visually_hidden_title = "Links of a footer",
                                           .items =
                                               GOVUK_LIST(struct govuk_footer_link, {.text = "Help", .href = "#fields"},
                                                          {.text = "Privacy", .href = "#lists"})};
    govuk_footer(out, &(struct govuk_footer){
                          .outside_govuk = true,
                          .copyright.text = "© A Council",
                          .meta = &meta,
                          .navigation = GOVUK_LIST(
                              struct govuk_footer_section,
                              {.title = "Council",
                               .items = GOVUK_LIST(struct govuk_footer_link, {.text = "Meetings", .href = "#around"},
                                                   {.text = "Members", .href = "#around"})})});
}

const struct specimen gallery_around[] = {
    {"Skip link", "govuk_skip_link", skip_link},
    {"Generic header", "govuk_generic_header", generic_header},
    {"GOV.UK header", "govuk_header", header},
    {"Service navigation", "govuk_service_navigation", service_navigation},
    {"Phase banner", "govuk_phase_banner", phase_banner},
    {"Language navigation", "govuk_language_navigation", language_navigation},
    {"Breadcrumbs", "govuk_breadcrumbs", breadcrumbs},
    {"Back link", "govuk_back_link", back_link},
    {"Cookie banner", "govuk_cookie_banner", cookie_banner},
    {"Exit this page", "govuk_exit_this_page", exit_this_page},
    {"Feedback", "govuk_feedback", feedback},
    {"Footer", "govuk_footer", footer},
    {0},
};
