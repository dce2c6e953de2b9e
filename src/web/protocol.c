/* The protocol, clause by clause, with what stands under each. Every cited clause leads here. */
#include "web/handlers.h"

static void draw_clause(struct html *out, struct http_request *request, const struct view_protocol_clause *clause) {
    html_put(out, "<section class=\"comity-protocol-clause\"");
    html_attribute(out, "id", arena_printf(request->a, "clause-%s", clause->id));
    html_put(out, "><h2 class=\"govuk-heading-s\">");
    html_text(out, clause->id);
    html_put(out, " <span class=\"comity-quiet\">");
    html_text(out, clause->kind);
    html_put(out, "</span></h2>");
    govuk_body(out, clause->summary);
    if (clause->from != DAY_FIRST)
        govuk_body(out, arena_printf(request->a, "It holds from %s.", day_format(request->a, clause->from, DAY_FULL)));
    if (clause->to != DAY_LAST)
        govuk_body(out, arena_printf(request->a, "It holds until %s.", day_format(request->a, clause->to, DAY_FULL)));
    if (clause->rules.count > 0) {
        govuk_details_begin(
            out, &(struct govuk_details){.summary.text = arena_printf(request->a, "What stands under %s", clause->id)});
        html_put(out, "<ul class=\"govuk-list govuk-list--bullet\">");
        for (size_t i = 0; i < clause->rules.count; i++)
            html_element(out, "li", NULL, clause->rules.at[i]);
        html_put(out, "</ul>");
        govuk_details_end(out);
    }
    html_put(out, "</section>");
}

/* Beside the protocol's own words: what either side can count on, to be read in a minute. */
void handle_expectations(struct http_request *request, struct http_response *response) {
    struct page page = {.title = arena_printf(request->a, "What %s and %s can expect of one another",
                                              page_word(request, "Members"), page_word(request, "Officers")),
                        .section = "/protocol",
                        .back = "/protocol"};
    struct html out = page_begin(request, &page);
    struct view_cites shown;
    sight_shown_at(&request->sight, "expectations", &shown);
    if (shown.count == 0)
        govuk_body(&out, "The protocol of this council names nothing here.");
    clauses_list(&out, request->a, &shown);
    page_end(request, response, &out, &page);
}

void handle_protocol(struct http_request *request, struct http_response *response) {
    struct view_protocol protocol = {0};
    sight_protocol(&request->sight, &protocol);
    struct page page = {.title = protocol.title, .caption = protocol.council, .section = "/protocol"};
    struct html out = page_begin(request, &page);
    if (protocol.code != NULL)
        govuk_inset_text(&out,
                         &(struct govuk_inset_text){
                             .text = arena_printf(request->a, "Where the two differ, %s prevails.", protocol.code)});
    govuk_body(&out, "Each clause in our words, and what this program does because of it.");
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, "/expectations",
               arena_printf(request->a, "What %s and %s can expect of one another", page_word(request, "Members"),
                            page_word(request, "Officers")));
    html_put(&out, "</p>");
    for (size_t i = 0; i < protocol.clauses.count; i++)
        draw_clause(&out, request, &protocol.clauses.at[i]);
    page_end(request, response, &out, &page);
}
