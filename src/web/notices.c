/* All that the person was told. */
#include "web/handlers.h"
#include "web/lists.h"

void handle_notices(struct http_request *request, struct http_response *response) {
    struct view_home home = {0};
    if (!sight_notices(&request->sight, &home)) {
        http_error(request, response, 500, NULL);
        return;
    }
    struct page page = {.title = page_say(request, "What you were told"), .section = "/", .back = "/"};
    struct html out = page_begin(request, &page);
    if (home.notices.count > 0)
        list_notices(&out, request, home.notices.at, home.notices.count);
    else
        govuk_body(
            &out,
            html_say(&out,
                     "Nothing yet. When a record makes it somebody's duty to tell you something, it stands here."));
    page_end(request, response, &out, &page);
}
