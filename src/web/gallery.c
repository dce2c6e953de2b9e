/* Every component, for those who make pages; in a demo alone, as no council has a use for it. */
#include "govuk/gallery.h"
#include "web/handlers.h"

void handle_gallery(struct http_request *request, struct http_response *response) {
    if (!request->web->options.demo) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct page page = {.title = "Components", .styles = "gallery.css", .wide = true};
    struct html out = page_begin(request, &page);
    govuk_body(&out,
               "What pages here are made of: the components of GOV.UK Frontend, and some of MOJ Frontend, each drawn "
               "by the function that it is named after. Nothing here does anything.");
    gallery_draw(&out);
    page_end(request, response, &out, &page);
}
