/* The first page: the ways to begin, what the person has to do, asked for and was told,
 * and below that all that there is to begin and to look through. */
#include "web/handlers.h"
#include "web/held.h"
#include "web/lists.h"
#include "web/menu.h"
#include "web/tour.h"

static void draw_link(struct html *out, const char *path, const char *text) {
    html_put(out, "<p class=\"govuk-body\">");
    govuk_link(out, path, text);
    html_put(out, "</p>");
}

static void draw_duties(struct html *out, struct http_request *request, const struct view_home *home) {
    govuk_heading(out, 2, "m", html_say(out, "What you have to do"));
    if (home->duties.count > 0)
        list_duties(out, request, home->duties.at, home->duties.count);
    else
        govuk_body(out, html_say(out, "Nothing at present. What falls to you is shown here, soonest first."));
    if (home->more_duties)
        draw_link(out, "/duties", html_say(out, "All that you owe"));
    draw_link(out, "/calendar", html_say(out, "A calendar of what falls due"));
    if (request->sight.viewer->kind == PERSON_OFFICER)
        draw_link(out, "/hand-over", html_say(out, "Hand over your work"));
}

static void draw_waiting(struct html *out, struct http_request *request, const struct view_home *home) {
    govuk_heading(out, 2, "m", html_say(out, "What you asked for"));
    if (home->waiting.count > 0)
        list_rows(out, request, home->waiting.at, home->waiting.count,
                  html_say(out, "What you asked for, newest first"));
    else
        govuk_body(out, html_say(out, "Nothing at present. What you ask for is shown here until it is closed."));
    if (home->more_waiting)
        draw_link(out, "/records?mine=yes", html_say(out, "All that you asked for"));
}

static void draw_told(struct html *out, struct http_request *request, const struct view_home *home) {
    govuk_heading(out, 2, "m", html_say(out, "What you were told"));
    if (home->notices.count > 0)
        list_notices(out, request, home->notices.at, home->notices.count);
    else
        govuk_body(out, html_say(out, "Nothing yet."));
    if (home->more_notices)
        draw_link(out, "/notices", html_say(out, "All that you were told"));
}

void handle_home(struct http_request *request, struct http_response *response) {
    struct view_home home = {0};
    struct view_procedures procedures = {0};
    if (!sight_home(&request->sight, &home)) {
        http_error(request, response, 500, NULL);
        return;
    }
    struct page page = {.title = arena_printf(request->a, page_say(request, "Hello, %s"), request->sight.viewer->name),
                        .section = "/",
                        .wide = true};
    struct html out = page_begin(request, &page);
    if (http_query(request, "done")[0] != '\0')
        page_success(&out, html_say(&out, "Done. The record is with others now and no longer among yours."));
    if (http_query(request, "found")[0] != '\0')
        page_success(&out, html_say(&out, "Nothing was sent. Thank you for looking first."));
    if (http_query(request, "sent")[0] != '\0')
        page_success(&out, html_say(&out, "It was sent."));
    tour_offer(&out, request);
    if (!held_list(&out, request)) {
        http_error(request, response, 500, NULL);
        return;
    }
    sight_procedures(&request->sight, WITHOUT_FORMS, &procedures);
    bool begins = menu_usual(&out, request, &procedures), asks = begins || home.waiting.count > 0;
    draw_duties(&out, request, &home);
    if (asks)
        draw_waiting(&out, request, &home);
    draw_told(&out, request, &home);
    if (begins) {
        html_put(&out, "<div id=\"start\">");
        govuk_heading(&out, 2, "m", html_say(&out, "What you can start"));
        menu_links(&out, request, &procedures);
        html_put(&out, "</div>");
    }
    menu_registers(&out, request, &procedures);
    if (sight_reads_report(&request->sight)) {
        govuk_heading(&out, 2, "m", html_say(&out, "How it goes"));
        draw_link(&out, "/report", html_say(&out, "Equality report"));
    }
    page_end(request, response, &out, &page);
}
