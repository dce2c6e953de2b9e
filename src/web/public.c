/* What there is for everybody, with or without an account: what can be begun, and what was published. */
#include "web/handlers.h"
#include "web/record.h"

static void draw_begin(struct html *out, struct http_request *request, struct clauses *clauses) {
    struct sight sight = http_as_visitor(request);
    struct view_procedures procedures = {0};
    sight_procedures(&sight, WITHOUT_FORMS, &procedures);
    for (size_t i = 0; i < procedures.list.count; i++) {
        const struct view_procedure *procedure = &procedures.list.at[i];
        if (!procedure->allowed)
            continue;
        html_put(out, "<h2 class=\"govuk-heading-m comity-start\">");
        page_pack_link(out, page_path(request->a, "start", procedure->name), procedure->start);
        html_put(out, "</h2><p class=\"govuk-body\">");
        html_foreign(out, procedure->summary);
        clauses_add(out, clauses, &procedure->cites);
        html_put(out, "</p>");
    }
}

static void draw_published(struct html *out, struct http_request *request, const struct view_published_list *list) {
    govuk_heading(out, 2, "m", html_say(out, "What was published"));
    if (list->rows.count == 0) {
        govuk_body(out, html_say(out, "Nothing so far."));
        return;
    }
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < list->rows.count; i++) {
        const struct view_published *row = &list->rows.at[i];
        html_put(out, "<li>");
        govuk_link(out, page_path(request->a, "public", row->ref), row->title);
        html_put(out, "<br><span class=\"comity-quiet\">");
        html_foreign(out, row->procedure_title);
        html_put(out, ", ");
        page_day(out, request->a, council_day(request->sight.council, row->at));
        html_put(out, "</span></li>");
    }
    html_put(out, "</ul>");
    if (list->next == NULL)
        return;
    html_put(out, "<p class=\"govuk-body\">");
    govuk_link(out, arena_printf(request->a, "/public?after=%s", list->next), html_say(out, "Older ones"));
    html_put(out, "</p>");
}

void handle_public(struct http_request *request, struct http_response *response) {
    struct view_published_list list;
    const char *after = http_query(request, "after");
    if (!sight_published(&request->sight, after[0] == '\0' ? NULL : after, &list)) {
        http_error(request, response, 500, NULL);
        return;
    }
    struct page page = {.title = page_say(request, "For everybody")};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    govuk_body(&out, html_say(&out, "You need no account for what stands here."));
    if (sight_opens_to_public(&request->sight)) {
        draw_begin(&out, request, &clauses);
        html_put(&out, "<h2 class=\"govuk-heading-m comity-start\">");
        govuk_link(&out, "/receipt", html_say(&out, "Follow what you sent"));
        html_put(&out, "</h2>");
        govuk_body(&out, html_say(&out, "With the receipt code that you were given."));
    }
    draw_published(&out, request, &list);
    clauses_explain(&out, &clauses);
    page_end(request, response, &out, &page);
}

void handle_public_record(struct http_request *request, struct http_response *response) {
    struct sight sight = http_as_visitor(request);
    struct view_record record = {0};
    bool found = false;
    if (!sight_record(&sight, http_param(request, "ref"), WITHOUT_FORMS, &record, &found))
        http_error(request, response, 500, NULL);
    else if (!found)
        http_error(request, response, 404, NULL);
    else
        record_draw(request, response, &record, "/public");
}
