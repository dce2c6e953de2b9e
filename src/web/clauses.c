/* Clauses beside the lines that stand under them. */
#include "web/page.h"

/* Inside an element of the class comity-clauses, which styles it: a page has many of these. */
static void link_to(struct html *out, struct arena *a, const struct view_clause *clause) {
    html_link(out, NULL, page_path(a, "protocol", "clauses", clause->id), clause->id);
}

static void note(struct clauses *clauses, const struct view_clause *clause) {
    for (size_t i = 0; i < clauses->list.count; i++)
        if (strcmp(clauses->list.at[i].id, clause->id) == 0)
            return;
    LIST_ADD(clauses->a, &clauses->list, *clause);
}

void clauses_add(struct html *out, struct clauses *clauses, const struct view_cites *cites) {
    if (cites->count == 0)
        return;
    html_put(out, " <span class=\"comity-clauses\">(<span class=\"govuk-visually-hidden\">");
    html_text(out, html_say(out, "clause"));
    html_put(out, " </span>");
    for (size_t i = 0; i < cites->count; i++) {
        if (i > 0)
            html_put(out, ", ");
        link_to(out, clauses->a, &cites->at[i]);
        note(clauses, &cites->at[i]);
    }
    html_put(out, ")</span>");
}

static void explained(struct html *out, struct arena *a, const struct view_clause *at, size_t count) {
    html_put(out, "<ul class=\"govuk-list comity-clauses-list\">");
    for (size_t i = 0; i < count; i++) {
        html_put(out, "<li>");
        link_to(out, a, &at[i]);
        html_put(out, " ");
        html_foreign(out, at[i].summary);
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
}

void clauses_explain(struct html *out, struct clauses *clauses) {
    if (clauses->list.count == 0)
        return;
    struct govuk_details details = {.summary.text = html_say(out, "What these clauses say"), .classes = "comity-why"};
    govuk_details_begin(out, &details);
    explained(out, clauses->a, clauses->list.at, clauses->list.count);
    govuk_details_end(out);
    clauses->list.count = 0;
}

void clauses_list(struct html *out, struct arena *a, const struct view_cites *cites) {
    if (cites->count > 0)
        explained(out, a, cites->at, cites->count);
}

/* More would fill the screen of a phone before the page begins. */
#define SHOWN_MOST 3

void clauses_shown(struct html *out, struct http_request *request, const char *place, const char *say) {
    struct view_cites shown;
    sight_shown_at(&request->sight, place, &shown);
    if (shown.count == 0)
        return;
    struct html inside = page_piece(request);
    if (shown.count > SHOWN_MOST) {
        clauses_list(&inside, request->a, &shown);
        govuk_details(out, &(struct govuk_details){.summary.text = say, .html = html_markup(&inside)});
        return;
    }
    html_element(&inside, "p", "govuk-body govuk-!-font-weight-bold", say);
    clauses_list(&inside, request->a, &shown);
    govuk_inset_text(out, &(struct govuk_inset_text){.html = html_markup(&inside)});
}

struct view_cites clauses_of(struct arena *a, const struct cites *cites) {
    struct view_cites view = {ARENA_ARRAY(a, cites->count, struct view_clause), cites->count};
    for (size_t i = 0; i < cites->count; i++)
        view.at[i] = (struct view_clause){cites->at[i]->id, cites->at[i]->summary};
    return view;
}
