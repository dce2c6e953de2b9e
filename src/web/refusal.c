#include "web/refusal.h"

static void draw_link(struct html *out, const char *href, const char *text) {
    html_put(out, "<p class=\"govuk-body\">");
    govuk_link(out, href, text);
    html_put(out, "</p>");
}

static void draw_start(struct html *out, const char *href, const char *start) {
    html_put(out, "<p class=\"govuk-body\">");
    page_pack_link(out, href, start);
    html_put(out, "</p>");
}

/* Where the protocol sends whoever it refuses. */
static void draw_elsewhere(struct html *out, struct http_request *request, const struct refusal_page *refusal) {
    const struct view_procedure *instead =
        refusal->begin == NULL ? NULL : sight_procedure(&request->sight, refusal->begin, NULL);
    if (instead != NULL)
        draw_start(out, page_path(request->a, "start", instead->name), instead->start);
    if (refusal->see != NULL)
        draw_link(out, refusal->see, arena_printf(request->a, page_say(request, "Read %s"), refusal->see));
}

void refusal_draw(struct http_request *request, struct http_response *response, const struct refusal_page *refusal) {
    struct page page = {.title = page_say(request, "This cannot be done"), .back = refusal->back};
    struct html out = page_begin(request, &page);
    govuk_inset_text(&out, &(struct govuk_inset_text){
                               .text = refusal->say,
                               .html = refusal->by_pack ? page_pack(request, refusal->say)
                                                        : html_foreign_quotes_piece(&out, request->a, refusal->say)});
    if (refusal->cites.count > 0) {
        govuk_heading(&out, 2, "m", html_say(&out, "Why"));
        clauses_list(&out, request->a, &refusal->cites);
    }
    govuk_heading(&out, 2, "m", html_say(&out, "What you can do"));
    if (refusal->change != NULL) {
        govuk_body(&out, html_say(&out, "Nothing was sent. What you wrote is kept."));
        page_form_begin(&out, request, refusal->change);
        page_hidden_fields(&out, &request->form);
        govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Change what you wrote")});
        govuk_form_end(&out);
    }
    draw_elsewhere(&out, request, refusal);
    draw_link(&out, refusal->back, refusal->back_text);
    page_end(request, response, &out, &page);
    response->status = 422;
}
