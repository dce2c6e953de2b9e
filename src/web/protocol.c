/* The protocol: as a whole, a page for each clause and one for each procedure. */
#include "web/graph.h"
#include "web/handlers.h"

static void draw_points(struct html *out, const struct rule_points *points) {
    if (points->list.count == 0)
        return;
    html_put(out, "<ul class=\"govuk-list govuk-list--bullet\">");
    for (size_t i = 0; i < points->list.count; i++) {
        if (points->list.at[i].detail)
            continue;
        html_put(out, "<li>");
        html_foreign_quotes(out, points->list.at[i].about);
        html_put(out, ": ");
        html_foreign_quotes(out, points->list.at[i].say);
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
}

/* "Enquiry: the duty “Answer”" */
static void put_title(struct html *out, const struct view_rule *rule) {
    if (rule->of != NULL) {
        html_foreign(out, rule->of);
        html_put(out, ": ");
    }
    html_foreign_quotes(out, rule->title);
}

static void draw_times(struct html *out, struct http_request *request, const struct view_protocol_clause *clause) {
    if (clause->from != DAY_FIRST)
        govuk_body(out, arena_printf(request->a, html_say(out, "It holds from %s."),
                                     day_say(out->language, request->a, clause->from, DAY_FULL)));
    if (clause->to != DAY_LAST)
        govuk_body(out, arena_printf(request->a, html_say(out, "It holds until %s."),
                                     day_say(out->language, request->a, clause->to, DAY_FULL)));
    if (clause->status != NULL && strcmp(clause->status, "not yet") == 0)
        govuk_body(out, html_say(out, "Nothing is done for this clause so far."));
}

/* ---- the protocol as a whole ---- */

static void draw_clause(struct html *out, struct http_request *request, const struct view_protocol_clause *clause) {
    html_put(out, "<section class=\"comity-protocol-clause\"");
    html_attribute(out, "id", arena_printf(request->a, "clause-%s", clause->id));
    html_put(out, "><p class=\"govuk-body\">");
    html_link(out, "govuk-link govuk-!-font-weight-bold", page_path(request->a, "protocol", "clauses", clause->id),
              clause->id);
    html_put(out, " ");
    html_foreign(out, clause->summary);
    html_put(out, "</p>");
    draw_times(out, request, clause);
    html_put(out, "</section>");
}

static const char *expectations_title(const struct http_request *request) {
    return arena_printf(request->a, page_say(request, "What %s and %s can expect of one another"),
                        page_word(request, "Members"), page_word(request, "Officers"));
}

/* Beside the protocol's own words: what either side can count on, to be read in a minute. */
void handle_expectations(struct http_request *request, struct http_response *response) {
    struct page page = {.title = expectations_title(request), .section = "/protocol", .back = "/protocol"};
    struct html out = page_begin(request, &page);
    struct view_cites shown;
    sight_shown_at(&request->sight, "expectations", &shown);
    if (shown.count == 0)
        govuk_body(&out, html_say(&out, "The protocol of this council names nothing here."));
    clauses_list(&out, request->a, &shown);
    page_end(request, response, &out, &page);
}

/* What comes before the protocol, and where it stands. */
static void draw_code(struct html *out, struct http_request *request, const struct view_protocol *protocol) {
    govuk_inset_text_begin(out, &(struct govuk_inset_text){0});
    if (protocol->code_address == NULL)
        html_foreign(out, protocol->code);
    else
        page_pack_link(out, protocol->code_address, protocol->code);
    html_text(out,
              page_say(request, " comes first. This protocol adds to it; where the two differ, the Code prevails."));
    govuk_inset_text_end(out);
}

void handle_protocol(struct http_request *request, struct http_response *response) {
    struct view_protocol protocol = {0};
    sight_protocol(&request->sight, &protocol);
    struct page page = {
        .title = protocol.title, .packs_title = true, .caption = protocol.council, .section = "/protocol"};
    struct html out = page_begin(request, &page);
    if (protocol.code != NULL)
        draw_code(&out, request, &protocol);
    govuk_body(&out, html_say(&out, "Each clause in our words; it leads to what this program does because of it."));
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, "/expectations", expectations_title(request));
    html_put(&out, "</p>");
    govuk_heading(&out, 2, "m", html_say(&out, "Procedures"));
    html_put(&out, "<ul class=\"govuk-list\">");
    for (size_t i = 0; i < protocol.procedures.count; i++) {
        const struct view_named *procedure = &protocol.procedures.at[i];
        html_put(&out, "<li>");
        page_pack_link(&out, page_path(request->a, "protocol", procedure->name), procedure->title);
        html_put(&out, "</li>");
    }
    html_put(&out, "</ul>");
    govuk_heading(&out, 2, "m", html_say(&out, "Clause by clause"));
    for (size_t i = 0; i < protocol.clauses.count; i++)
        draw_clause(&out, request, &protocol.clauses.at[i]);
    page_end(request, response, &out, &page);
}

/* ---- one clause ---- */

/* Leads to the procedure that it is a rule of, where that is told as a whole. */
static void draw_rule(struct html *out, struct http_request *request, const struct view_rule *rule) {
    html_put(out, "<h3 class=\"govuk-heading-s govuk-!-margin-bottom-1\">");
    if (rule->procedure != NULL) {
        html_put(out, "<a class=\"govuk-link\"");
        html_attribute(out, "href", page_path(request->a, "protocol", rule->procedure));
        html_put(out, ">");
    }
    put_title(out, rule);
    if (rule->procedure != NULL)
        html_put(out, "</a>");
    html_put(out, "</h3>");
    draw_points(out, &rule->points);
}

static void draw_family(struct html *out, struct http_request *request, const char *heading,
                        const struct view_cites *clauses) {
    if (clauses->count == 0)
        return;
    govuk_heading(out, 2, "m", heading);
    clauses_list(out, request->a, clauses);
}

/* Where every clause that is cited leads. */
void handle_protocol_clause(struct http_request *request, struct http_response *response) {
    struct view_protocol_clause clause;
    if (!sight_protocol_clause(&request->sight, http_param(request, "clause"), &clause)) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct page page = {.title = arena_printf(request->a, page_say(request, "Clause %s"), clause.id),
                        .caption = page_say(request, "Protocol"),
                        .section = "/protocol",
                        .back = arena_printf(request->a, "/protocol#clause-%s", clause.id)};
    struct html out = page_begin(request, &page);
    page_pack_body(&out, clause.summary);
    draw_times(&out, request, &clause);
    for (size_t i = 0; i < clause.places.count; i++)
        govuk_body(&out, arena_printf(request->a, html_say(&out, "It is shown at %s."), clause.places.at[i]));
    if (clause.excuse != NULL) {
        html_put(&out, "<p class=\"govuk-body\">");
        html_foreign_in(&out, html_say(&out, "No rule of this program stands under it. %s"), clause.excuse);
        html_put(&out, "</p>");
    }
    draw_family(&out, request, html_say(&out, "It is an item of"), &clause.of);
    draw_family(&out, request, html_say(&out, "Its items"), &clause.items);
    if (clause.rules.list.count > 0)
        govuk_heading(&out, 2, "m", html_say(&out, "What is done under it"));
    for (size_t i = 0; i < clause.rules.list.count; i++)
        draw_rule(&out, request, &clause.rules.list.at[i]);
    page_end(request, response, &out, &page);
}

/* ---- one procedure ---- */

/* There are dozens: each is a line until it is asked for. */
static void draw_folded(struct html *out, struct http_request *request, struct clauses *clauses,
                        const struct view_rule *rule) {
    struct html title = page_piece(request);
    html_foreign_quotes(&title, rule->title);
    govuk_details_begin(out, &(struct govuk_details){.summary.html = html_markup(&title), .classes = "comity-rule"});
    draw_points(out, &rule->points);
    if (rule->cites.count > 0) {
        html_put(out, "<p class=\"govuk-body\">");
        clauses_add(out, clauses, &rule->cites);
        html_put(out, "</p>");
    }
    govuk_details_end(out);
}

/* Its states as a picture and a table, and each rule with the clauses that it stands under. */
void handle_protocol_procedure(struct http_request *request, struct http_response *response) {
    const struct pack *pack = request->sight.council->pack;
    const char *name = http_param(request, "procedure");
    struct view_procedure_rules view;
    if (!sight_procedure_rules(&request->sight, name, &view)) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct page page = {.title = view.title,
                        .packs_title = true,
                        .caption = page_say(request, "Protocol"),
                        .section = "/protocol",
                        .back = "/protocol",
                        .wide = true};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    page_pack_body(&out, view.summary);
    govuk_heading(&out, 2, "m", html_say(&out, "From state to state"));
    html_put(&out, "<div class=\"comity-diagram\" tabindex=\"0\" role=\"region\"");
    html_attribute(&out, "aria-label",
                   arena_printf(request->a, html_say(&out, "States of %s, as a picture"), view.title));
    html_put(&out, ">");
    graph_draw(&out, request->a, pack, pack_procedure(pack, name), false);
    html_put(&out, "</div>");
    graph_table(&out, request->a, pack, pack_procedure(pack, name));
    govuk_heading(&out, 2, "m", html_say(&out, "Its rules"));
    for (size_t i = 0; i < view.rules.list.count; i++)
        draw_folded(&out, request, &clauses, &view.rules.list.at[i]);
    page_end(request, response, &out, &page);
}
