/* All that the person owes. */
#include "web/handlers.h"
#include "web/lists.h"

void handle_duties(struct http_request *request, struct http_response *response) {
    struct view_home home = {0};
    if (!sight_duties(&request->sight, &home)) {
        http_error(request, response, 500, NULL);
        return;
    }
    struct page page = {.title = page_say(request, "All that you owe"), .section = "/", .back = "/", .wide = true};
    struct html out = page_begin(request, &page);
    if (home.duties.count > 0)
        list_duties(&out, request, home.duties.at, home.duties.count);
    else
        govuk_body(&out, html_say(&out, "Nothing at present. What falls to you is shown here, soonest first."));
    if (home.more_duties)
        govuk_body(&out, arena_printf(request->a,
                                      page_say(request, "These are the %zu that are due the soonest. There are more."),
                                      home.duties.count));
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, "/calendar", html_say(&out, "A calendar of what falls due"));
    html_put(&out, "</p>");
    page_end(request, response, &out, &page);
}
