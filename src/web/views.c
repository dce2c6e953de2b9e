/* Lists of records that a person saved under a name of theirs. */
#include "web/handlers.h"
#include "web/saved.h"

#define NAME "name"
#define NAME_MOST 120 /* bytes */
#define QUERY_MOST 1000

void saved_links(struct html *out, struct http_request *request, const char *query) {
    struct view_saved_list saved;
    if (!sight_saved(&request->sight, &saved))
        return; /* the list itself matters more */
    html_put(out, "<ul class=\"govuk-list comity-saved\">");
    for (size_t i = 0; i < saved.list.count; i++) {
        const struct view_saved *view = &saved.list.at[i];
        html_put(out, "<li>");
        govuk_link(out, arena_join(request->a, "/records?", view->query, NULL), view->name);
        html_put(out, "</li>");
    }
    struct buf save = {.arena = request->a};
    buf_adds(&save, "/views?query=");
    url_encode(&save, query);
    html_put(out, "<li>");
    govuk_link(out, buf_text(&save),
               saved.list.count == 0 ? html_say(out, "Save this view")
                                     : html_say(out, "Save this view, or remove one"));
    html_put(out, "</li></ul>");
}

/* ---- the page ---- */

static void draw_saved(struct html *out, struct http_request *request, const struct view_saved_list *saved) {
    if (saved->list.count == 0)
        return;
    govuk_heading(out, 2, "m", html_say(out, "Your views"));
    page_form_begin(out, request, "/views/remove");
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < saved->list.count; i++) {
        const struct view_saved *view = &saved->list.at[i];
        html_put(out, "<li class=\"comity-saved__view\">");
        govuk_link(out, arena_join(request->a, "/records?", view->query, NULL), view->name);
        html_put(out, " ");
        govuk_button(out,
                     &(struct govuk_button){.text = arena_printf(request->a, html_say(out, "Remove %s"), view->name),
                                            .name = NAME,
                                            .value = view->name,
                                            .classes = "govuk-button--secondary"});
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
    govuk_form_end(out);
}

static void draw_form(struct html *out, struct http_request *request, const char *query, const char *problem) {
    page_form_begin(out, request, "/views");
    const struct http_pair own = {"query", query};
    page_hidden_fields(out, &(struct http_pairs){.list = {(struct http_pair *)&own, 1, 1}});
    govuk_input(out, &(struct govuk_input){.label.text = page_say(request, "Name of the view"),
                                           .hint.text = page_say(request, "Such as: Open questions to Housing"),
                                           .error_message = page_error(request->sight.language, problem),
                                           .name = NAME,
                                           .value = http_field(request, NAME)});
    govuk_button(out, &(struct govuk_button){.text = page_say(request, "Save")});
    govuk_form_end(out);
}

/* Where to begin, for who comes without a list. */
static void draw_how(struct html *out) {
    govuk_body(out, html_say(out, "Look for records, then choose “Save this view” to keep that list under a name."));
    html_put(out, "<p class=\"govuk-body\">");
    govuk_link(out, "/records", html_say(out, "Records"));
    html_put(out, "</p>");
}

/* query: the list to save; "": none, as from the settings. */
static void draw(struct http_request *request, struct http_response *response, const char *query, const char *problem) {
    struct view_saved_list saved;
    if (!sight_saved(&request->sight, &saved)) {
        http_error(request, response, 500, NULL);
        return;
    }
    const bool saves = query[0] != '\0' || problem != NULL;
    struct page page = {.title = saves ? page_say(request, "Save this view") : page_say(request, "Saved views"),
                        .section = "/records",
                        .back = saves ? arena_join(request->a, "/records?", query, NULL) : "/records",
                        .problem = problem != NULL};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        page_problem(&out, "#" NAME, problem);
    if (saves)
        draw_form(&out, request, query, problem);
    else
        draw_how(&out);
    draw_saved(&out, request, &saved);
    page_end(request, response, &out, &page);
    if (problem != NULL)
        response->status = 422;
}

void handle_views(struct http_request *request, struct http_response *response) {
    draw(request, response, http_query(request, "query"), NULL);
}

/* ---- saving ---- */

static const char *problem_of(struct http_request *request, const char *name) {
    if (name[0] == '\0')
        return page_say(request, "Enter a name for the view");
    if (strlen(name) > NAME_MOST)
        return page_say(request, "The name must be shorter");
    return NULL;
}

void handle_views_sent(struct http_request *request, struct http_response *response) {
    struct own_view view = {.person = request->sight.viewer->id,
                            .name = text_clean(request->a, http_field(request, NAME)),
                            .query = http_field(request, "query")};
    const char *problem = problem_of(request, view.name);
    if (strlen(view.query) > QUERY_MOST || !url_is_plain(view.query)) {
        http_error(request, response, 400, NULL);
        return;
    }
    enum written written = problem == NULL ? http_write(request, own_view_save, &view) : NOT_WRITTEN;
    if (written == WRITTEN)
        http_see_other(request, response, arena_join(request->a, "/records?", view.query, NULL));
    else if (written == NOT_WRITTEN)
        draw(request, response, view.query,
             problem != NULL ? problem : page_say(request, "You have 20 views. Remove one first."));
    else
        error_of_act(request, response, written == WRITE_UNKNOWN ? RESULT_UNKNOWN : RESULT_FAILED);
}

void handle_views_remove(struct http_request *request, struct http_response *response) {
    struct own_view view = {.person = request->sight.viewer->id, .name = http_field(request, NAME)};
    if (http_write(request, own_view_remove, &view) == WRITTEN)
        http_see_other(request, response, "/views");
    else
        http_error(request, response, 500, NULL);
}
