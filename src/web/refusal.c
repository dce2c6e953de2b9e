#include "web/refusal.h"

void refusal_draw(struct http_request *request, struct http_response *response, const struct refusal_page *refusal) {
    struct page page = {.title = "This cannot be done", .back = refusal->back};
    struct html out = page_begin(request, &page);
    govuk_inset_text(&out, &(struct govuk_inset_text){.text = refusal->say});
    if (refusal->cites.count > 0) {
        govuk_heading(&out, 2, "m", "Why");
        clauses_list(&out, request->a, &refusal->cites);
    }
    govuk_heading(&out, 2, "m", "What you can do");
    if (refusal->change != NULL) {
        govuk_body(&out, "Nothing was sent. What you wrote is kept.");
        page_form_begin(&out, request, refusal->change);
        page_hidden_fields(&out, &request->form);
        govuk_button(&out, &(struct govuk_button){.text = "Change what you wrote"});
        govuk_form_end(&out);
    }
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, refusal->back, refusal->back_text);
    html_put(&out, "</p>");
    page_end(request, response, &out, &page);
    response->status = 422;
}
