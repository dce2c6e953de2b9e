/* Opening a record: what can be begun, the form, the answers to check, and sending, or finding that one need not. */
#include "web/form_page.h"
#include "web/handlers.h"
#include "web/held.h"
#include "web/menu.h"
#include "web/readers.h"
#include "web/receipt.h"
#include "web/refusal.h"

/* ---- what can be begun ---- */

/* Folded away: there are many, and what can be begun matters more. */
static void draw_not_allowed(struct html *out, const struct view_procedures *procedures, struct clauses *clauses) {
    size_t drawn = 0;
    for (size_t i = 0; i < procedures->list.count; i++) {
        const struct view_procedure *procedure = &procedures->list.at[i];
        if (procedure->allowed)
            continue;
        if (drawn++ == 0)
            govuk_details_begin(
                out, &(struct govuk_details){.summary.text = html_say(out, "What you cannot begin, and why")});
        html_put(out, "<p class=\"govuk-body\"><strong>");
        html_foreign(out, procedure->start);
        html_put(out, "</strong>: ");
        html_text(out, procedure->say);
        clauses_add(out, clauses, &procedure->cites);
        html_put(out, "</p>");
    }
    if (drawn > 0)
        govuk_details_end(out);
}

void handle_start(struct http_request *request, struct http_response *response) {
    struct view_procedures procedures = {0};
    sight_procedures(&request->sight, WITHOUT_FORMS, &procedures);
    struct page page = {.title = page_say(request, "Start something"), .section = "/start"};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    if (!menu_summaries(&out, request, &procedures))
        govuk_body(
            &out,
            html_say(&out,
                     "There is nothing that you can begin yourself. What others send you stands on your home page."));
    menu_registers(&out, request, &procedures);
    draw_not_allowed(&out, &procedures, &clauses);
    clauses_explain(&out, &clauses);
    page_end(request, response, &out, &page);
}

/* ---- the form ---- */

/* Whoever has no account begins as everybody may. */
static struct sight beginner(const struct http_request *request) {
    return http_account(request) == NULL ? http_as_visitor(request) : request->sight;
}

/* Where what can be begun stands. */
static const char *beginnings(const struct http_request *request) {
    return http_account(request) == NULL ? "/public" : "/start";
}

/* NULL when there is none of that name, or it is not for this person; the response then says so. A stranger is asked to
 * sign in for all that everybody may not begin, be it there or not. */
static const struct view_procedure *procedure_of(struct http_request *request, struct http_response *response,
                                                 const struct http_pairs *sent) {
    struct sight sight = beginner(request);
    struct values given = {0};
    form_values(request->a, sent, &given);
    const struct view_procedure *procedure = sight_procedure(&sight, http_param(request, "procedure"), &given);
    if (http_account(request) == NULL && (procedure == NULL || !procedure->allowed)) {
        http_ask_to_sign_in(request, response);
        return NULL;
    }
    if (procedure == NULL) {
        http_error(request, response, 404, NULL);
    } else if (!procedure->allowed) {
        refusal_draw(request, response,
                     &(struct refusal_page){.say = procedure->say,
                                            .cites = procedure->cites,
                                            .back = "/start",
                                            .back_text = page_say(request, "See what you can begin")});
        return NULL;
    }
    return procedure;
}

static void draw_form(struct http_request *request, struct http_response *response,
                      const struct view_procedure *procedure, const struct http_pairs *sent,
                      const struct form_errors *errors) {
    struct page page = {.title = procedure->start,
                        .packs_title = true,
                        .section = "/start",
                        .back = beginnings(request),
                        .problem = errors->count > 0,
                        .no_heading = true};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    form_error_summary(&out, request->a, &procedure->form, errors);
    page_heading(&out, &page);
    html_put(&out, "<p class=\"govuk-body\">");
    html_foreign(&out, procedure->summary);
    clauses_add(&out, &clauses, &procedure->cites);
    html_put(&out, "</p>");
    clauses_shown(&out, request, procedure->name, html_say(&out, "Keep in mind"));
    page_form_begin(&out, request, held_path(request, page_path(request->a, "start", procedure->name, "check")));
    form_fields(&out, request->a, &procedure->form, sent, errors);
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Continue")});
    govuk_form_end(&out);
    clauses_explain(&out, &clauses);
    page_end(request, response, &out, &page);
    if (errors->count > 0)
        response->status = 422;
}

void handle_start_change(struct http_request *request, struct http_response *response) {
    const struct view_procedure *procedure = procedure_of(request, response, &request->form);
    if (procedure != NULL)
        draw_form(request, response, procedure, &request->form, &(struct form_errors){0});
}

static void draw_refusal(struct http_request *request, struct http_response *response,
                         const struct view_procedure *procedure, struct refusal_page refusal) {
    refusal.change = held_path(request, page_path(request->a, "start", procedure->name, "change"));
    refusal.back = beginnings(request);
    refusal.back_text = page_say(request, "See what else you can begin");
    refusal_draw(request, response, &refusal);
}

/* ---- check your answers ---- */

/* In new tabs, so that what was written stays here. */
static void draw_earlier(struct html *out, struct http_request *request, struct clauses *clauses,
                         const struct view_procedure *procedure, const struct view_earlier *earlier) {
    if (earlier->rows.count == 0)
        return;
    govuk_heading(out, 2, "m", html_say(out, "Is the answer here already?"));
    html_put(out, "<p class=\"govuk-body\">");
    html_text(out, html_say(out, "These are about the same, and you may read them"));
    clauses_add(out, clauses, &earlier->cites);
    html_put(out, ". ");
    html_text(out, html_say(out, "If one of them answers you, you need not send this."));
    html_put(out, "</p><ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < earlier->rows.count; i++) {
        const struct view_row *row = &earlier->rows.at[i];
        int32_t opened = council_day(request->sight.council, row->opened_at);
        html_put(out, "<li><a class=\"govuk-link\" target=\"_blank\" rel=\"noopener\"");
        html_attribute(out, "href",
                       page_path(request->a, http_account(request) == NULL ? "public" : "records", row->ref));
        html_put(out, ">");
        html_text(out, row->title);
        html_put(out, " ");
        html_text(out, html_say(out, "(opens in a new tab)"));
        html_put(out, "</a><br><span class=\"comity-quiet\">");
        html_foreign(out, arena_join(request->a, row->procedure_title, row->state_title == NULL ? NULL : ", ",
                                     row->state_title, NULL));
        html_put(out, ", ");
        html_text(out, arena_printf(request->a, html_say(out, "opened %s"),
                                    day_say(out->language, request->a, opened, DAY_MEDIUM)));
        html_put(out, "</span></li>");
    }
    html_put(out, "</ul>");
    if (http_account(request) != NULL) {
        const char *found = page_path(request->a, "start", procedure->name, "found");
        govuk_button(out, &(struct govuk_button){.text = html_say(out, "I have found my answer: do not send"),
                                                 .classes = "govuk-button--secondary",
                                                 .prevent_double_click = GOVUK_YES,
                                                 .attributes = GOVUK_ATTRIBUTES({"formaction", found})});
    }
}

static void draw_who_and_when(struct html *out, struct http_request *request, struct clauses *clauses,
                              const struct preview *preview) {
    struct view_cites route = clauses_of(request->a, &preview->route_cites);
    govuk_heading(out, 2, "m", html_say(out, "Who will answer, and by when"));
    html_put(out, "<p class=\"govuk-body\"><strong>");
    html_text(out, preview->answers);
    html_put(out, "</strong>");
    clauses_add(out, clauses, &route);
    if (preview->has_due) {
        struct view_cites due = clauses_of(request->a, &preview->due_cites);
        html_put(out, " ");
        html_text(out, html_say(out, "by"));
        html_put(out, " <strong>");
        page_day(out, request->a, preview->due.due);
        html_put(out, "</strong>");
        clauses_add(out, clauses, &due);
    }
    html_put(out, ".</p>");
    if (preview->has_due) {
        govuk_details_begin(out,
                            &(struct govuk_details){.summary.text = page_say(request, "How that day was counted")});
        html_element(out, "p", NULL, deadline_sentence(out->language, request->a, &preview->due));
        govuk_details_end(out);
    }
    if (preview->counts_open) {
        struct view_cites counts = clauses_of(request->a, &preview->counts_cites);
        html_put(out, "<p class=\"govuk-body\">");
        html_text(out, preview->open_count == 0 ? html_say(out, "You have no other request open with this service.")
                       : preview->open_count == 1
                           ? html_say(out, "You have one request open with this service already.")
                           : arena_printf(request->a,
                                          html_say(out, "You have %lld requests open with this service already."),
                                          (long long)preview->open_count));
        clauses_add(out, clauses, &counts);
        html_put(out, "</p>");
    }
}

static void draw_later(struct html *out, struct http_request *request, struct clauses *clauses,
                       const struct preview *preview) {
    govuk_details_begin(out, &(struct govuk_details){.summary.text = html_say(out, "Who may be told later")});
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < preview->later.count; i++) {
        const struct preview_later *later = &preview->later.at[i];
        struct view_cites cites = clauses_of(request->a, &later->cites);
        html_put(out, "<li><strong>");
        html_foreign(out, later->what);
        html_put(out, "</strong>: ");
        html_foreign_quotes(out, later->who);
        clauses_add(out, clauses, &cites);
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
    govuk_details_end(out);
}

static void draw_audience(struct html *out, struct http_request *request, struct clauses *clauses,
                          const struct preview *preview) {
    struct readers readers = {0};
    for (size_t i = 0; i < preview->audience.count; i++)
        LIST_ADD(request->a, &readers.list,
                 ((struct reader){preview->audience.at[i].part, preview->audience.at[i].who,
                                  clauses_of(request->a, &preview->audience.at[i].cites)}));
    govuk_heading(out, 2, "m", html_say(out, "Who will be able to see it"));
    readers_draw(out, request->a, clauses, &readers);
    if (preview->later.count == 0)
        govuk_body(out, html_say(out, "To everyone else it does not exist."));
    else
        draw_later(out, request, clauses, preview);
}

static void draw_check(struct http_request *request, struct http_response *response,
                       const struct view_procedure *procedure, const struct http_pairs *sent,
                       const struct values *values, const struct preview *preview, const struct view_earlier *earlier) {
    struct page page = {.title = page_say(request, "Check before you send"),
                        .caption = procedure->title,
                        .packs_caption = true,
                        .section = "/start"};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    const char *action = page_path(request->a, "start", procedure->name);
    page_form_begin_under(&out, request, held_path(request, action), session_stranger_key(request));
    page_hidden_fields(&out, sent);
    draw_earlier(&out, request, &clauses, procedure, earlier);
    form_summary(&out, request->a, &procedure->form, values);
    const char *change = held_path(request, page_path(request->a, "start", procedure->name, "change"));
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Change your answers"),
                                              .classes = "govuk-button--secondary",
                                              .attributes = GOVUK_ATTRIBUTES({"formaction", change})});
    draw_who_and_when(&out, request, &clauses, preview);
    draw_audience(&out, request, &clauses, preview);
    clauses_explain(&out, &clauses);
    held_buttons(&out, request, &procedure->form, action,
                 &(struct govuk_button){.text = page_say(request, "Send"), .prevent_double_click = GOVUK_YES},
                 page_say(request, "Send in 10 minutes"));
    govuk_form_end(&out);
    page_end(request, response, &out, &page);
}

/* What stands in the address may be all that is asked: a record's page leads here with the record filled in. */
static bool is_complete(const struct http_pairs *sent, const struct preview *preview) {
    return sent->list.count > 0 && preview->kind == RESULT_DONE;
}

/* partial: what is missing is asked for, and no error yet. */
static void check(struct http_request *request, struct http_response *response, const struct http_pairs *sent,
                  bool partial) {
    const struct view_procedure *procedure = procedure_of(request, response, sent);
    if (procedure == NULL)
        return;
    struct sight sight = beginner(request);
    struct request opening = {
        .person = http_account(request), .procedure = procedure->name, .language = request->sight.language};
    struct preview preview;
    struct view_earlier earlier;
    form_values(request->a, sent, &opening.fields);
    sight_preview(&sight, &opening, &preview);
    if (partial && !is_complete(sent, &preview))
        draw_form(request, response, procedure, sent, &(struct form_errors){0});
    else if (!sight_earlier(&sight, &opening, &earlier))
        http_error(request, response, 500, NULL);
    else if (preview.kind == RESULT_DONE)
        draw_check(request, response, procedure, sent, &opening.fields, &preview, &earlier);
    else if (preview.kind == RESULT_INVALID)
        draw_form(request, response, procedure, sent, &(struct form_errors){preview.errors.at, preview.errors.count});
    else if (preview.kind == RESULT_REFUSED)
        draw_refusal(request, response, procedure,
                     (struct refusal_page){.say = preview.say,
                                           .by_pack = preview.by_pack,
                                           .cites = clauses_of(request->a, &preview.cites),
                                           .see = preview.see,
                                           .begin = preview.begin});
    else
        http_error(request, response, 404, NULL);
}

void handle_start_check(struct http_request *request, struct http_response *response) {
    check(request, response, &request->form, false);
}

/* What stands in the address fills the form, so that another page can lead here. */
void handle_start_form(struct http_request *request, struct http_response *response) {
    check(request, response, &request->query, true);
}

/* ---- not sending ---- */

struct sparing {
    int32_t date;
    const char *procedure, *service, *key;
};

static bool spare(struct db *db, void *context) {
    const struct sparing *sparing = context;
    return engine_spared(db, sparing->date, sparing->procedure, sparing->service, sparing->key);
}

/* It counts where there was something to find. A count that cannot be kept is logged, and no trouble of whoever has
 * what they need. */
void handle_start_found(struct http_request *request, struct http_response *response) {
    const struct view_procedure *procedure = procedure_of(request, response, &request->form);
    if (procedure == NULL)
        return;
    struct request opening = {
        .person = request->sight.viewer->id, .procedure = procedure->name, .language = request->sight.language};
    struct preview preview;
    struct view_earlier earlier;
    form_values(request->a, &request->form, &opening.fields);
    sight_preview(&request->sight, &opening, &preview);
    if (sight_earlier(&request->sight, &opening, &earlier) && earlier.rows.count > 0 && preview.kind == RESULT_DONE) {
        struct sparing sparing = {.date = council_day(request->sight.council, request->sight.now),
                                  .procedure = procedure->name,
                                  .service = preview.service,
                                  .key = request->idempotency_key};
        http_write(request, spare, &sparing);
    }
    http_see_other(request, response, "/?found=yes");
}

/* ---- sending ---- */

/* What the list of held things calls it: "Enquiry: Damp in Mill Lane". */
static const char *held_title(const struct http_request *request, const struct view_procedure *procedure,
                              const struct values *fields) {
    for (size_t i = 0; i < procedure->form.count; i++) {
        const char *text = values_get(fields, procedure->form.at[i].name);
        if (procedure->form.at[i].kind == FIELD_TEXT && text != NULL)
            return arena_join(request->a, procedure->title, ": ", text, NULL);
    }
    return procedure->title;
}

void handle_start_sent(struct http_request *request, struct http_response *response) {
    const struct view_procedure *procedure = procedure_of(request, response, &request->form);
    if (procedure == NULL)
        return;
    struct request opening = {.procedure = procedure->name};
    struct result result = {0};
    form_values(request->a, &request->form, &opening.fields);
    if (!http_may_open(request, response))
        return;
    if (!held_is_asked(request))
        http_act(request, &opening, &result);
    else if (held_hold(request, response, &procedure->form, &opening, held_title(request, procedure, &opening.fields),
                       &result))
        return;
    switch (result.kind) {
    case RESULT_DONE:
        held_forget(request);
        if (result.guests.list.count > 0)
            receipt_draw(request, response, result.ref, result.guests.list.at[0].code);
        else
            http_see_other(request, response,
                           arena_printf(request->a, "%s?sent=yes", page_path(request->a, "records", result.ref)));
        break;
    case RESULT_INVALID:
        draw_form(request, response, procedure, &request->form,
                  &(struct form_errors){result.errors.at, result.errors.count});
        break;
    case RESULT_REFUSED:
        draw_refusal(request, response, procedure,
                     (struct refusal_page){.say = result.say,
                                           .by_pack = result.by_pack,
                                           .cites = clauses_of(request->a, &result.cites),
                                           .see = result.see,
                                           .begin = result.begin});
        break;
    case RESULT_CONFLICT:
    case RESULT_NOT_FOUND:
    case RESULT_FAILED:
    case RESULT_UNKNOWN:
        error_of_act(request, response, result.kind);
        break;
    }
}
