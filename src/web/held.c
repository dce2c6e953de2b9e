#include "web/held.h"
#include "web/form_page.h"
#include "web/handlers.h"
#include "web/readers.h"

/* ---- holding ---- */

static bool invites(const struct view_form *form) {
    for (size_t i = 0; i < form->count; i++)
        if (form->at[i].kind == FIELD_GUEST)
            return true;
    return false;
}

void held_buttons(struct html *out, struct http_request *request, const struct view_form *form, const char *path,
                  const struct govuk_button *send, const char *later) {
    const bool can_wait = http_account(request) != NULL && !invites(form);
    const char *action = held_path(request, path);
    const bool asks = strchr(action, '?') != NULL;
    if (can_wait)
        govuk_body(out, html_say(out, "Not sure? Send it in 10 minutes. Until then you can undo it, and nobody else "
                                      "sees it."));
    html_put(out, "<div class=\"govuk-button-group\">");
    govuk_button(out, send);
    if (can_wait)
        govuk_button(out, &(struct govuk_button){
                              .text = later,
                              .classes = "govuk-button--secondary",
                              .prevent_double_click = GOVUK_YES,
                              .attributes = GOVUK_ATTRIBUTES(
                                  {"formaction", arena_join(request->a, action, asks ? "&" : "?", "hold=yes", NULL)})});
    html_put(out, "</div>");
}

bool held_is_asked(const struct http_request *request) {
    return http_account(request) != NULL && http_query(request, "hold")[0] != '\0' && request->idempotency_key != NULL;
}

static const char *page_of(const struct http_request *request, const char *ref) {
    return page_path(request->a, "held", ref);
}

bool held_hold(struct http_request *request, struct http_response *response, const struct view_form *form,
               struct request *act, const char *title, struct result *result_r) {
    const char *held;
    if (invites(form)) { /* its page has no such button */
        http_act(request, act, result_r);
        return false;
    }
    http_hold(request, act, title, result_r, &held);
    if (held == NULL)
        return false;
    if (!text_equal(http_query(request, "held"), held)) /* the same again is held under the same name */
        held_forget(request);
    http_see_other(request, response, arena_join(request->a, page_of(request, held), "?done=yes", NULL));
    return true;
}

const char *held_path(const struct http_request *request, const char *path) {
    const char *ref = http_param(request, "held");
    if (ref[0] == '\0')
        ref = http_query(request, "held");
    if (ref[0] == '\0')
        return path;
    struct buf with = {.arena = request->a};
    buf_addf(&with, "%s?held=", path);
    url_encode(&with, ref);
    return buf_text(&with);
}

static bool throw_away(struct http_request *request, const char *ref) {
    struct held_one one = {.ref = ref, .person = request->sight.viewer->id};
    enum written written = http_write(request, held_throw_away, &one);
    return written == WRITTEN;
}

void held_forget(struct http_request *request) {
    const char *ref = http_query(request, "held");
    if (ref[0] != '\0' && http_account(request) != NULL)
        throw_away(request, ref); /* else it stays among the unsent ones, to be thrown away by hand */
}

/* ---- the list on home ---- */

/* "It will be sent at 10:15" */
static const char *say_when(struct http_request *request, const struct view_held *held) {
    struct html clock = page_piece(request);
    page_clock(&clock, &request->sight, held->sends_at);
    return arena_printf(request->a, page_say(request, "It will be sent at %s"), buf_text(&clock.buf));
}

static const char *say_why_not(struct http_request *request, const struct view_held *held) {
    if (held->why == NULL)
        return page_say(request, "You took it back.");
    return arena_join(request->a, page_say(request, "It could not be sent:"), " ", page_say(request, held->why), NULL);
}

bool held_list(struct html *out, struct http_request *request) {
    struct view_held_list held;
    if (!sight_held(&request->sight, &held))
        return false;
    if (held.list.count == 0)
        return true;
    govuk_heading(out, 2, "m", html_say(out, "Not sent yet"));
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < held.list.count; i++) {
        html_put(out, "<li>");
        govuk_link(out, page_of(request, held.list.at[i].ref), held.list.at[i].title);
        html_put(out, "<br>");
        html_text(out, held.list.at[i].sends_at == INSTANT_NONE ? say_why_not(request, &held.list.at[i])
                                                                : say_when(request, &held.list.at[i]));
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
    return true;
}

/* ---- one of them ---- */

/* False with the response filled. */
static bool find(struct http_request *request, struct http_response *response, struct view_held *held_r) {
    bool found;
    if (!sight_held_one(&request->sight, http_param(request, "held"), held_r, &found))
        http_error(request, response, 500, NULL);
    else if (!found)
        http_error(request, response, 404, SAID("It waits no longer: it was sent, or thrown away."));
    else
        return true;
    return false;
}

/* The form that it was written in; false when it is not there for them any more. */
static bool form_of(struct http_request *request, const struct view_held *held, struct view_form *form_r) {
    struct view_record record = {0};
    bool found = false;
    if (held->procedure != NULL) {
        const struct view_procedure *procedure = sight_procedure(&request->sight, held->procedure, &held->fields);
        if (procedure != NULL)
            *form_r = procedure->form;
        return procedure != NULL;
    }
    if (!sight_record(&request->sight, held->record, WITH_FORMS, &record, &found) || !found)
        return false;
    for (size_t i = 0; i < record.powers.count; i++)
        if (strcmp(record.powers.at[i].name, held->power) == 0) {
            *form_r = record.powers.at[i].form;
            return true;
        }
    return false;
}

/* What was written is shown even where there is no form for it any more. */
static void draw_written(struct html *out, struct http_request *request, const struct view_held *held) {
    struct view_form form;
    if (form_of(request, held, &form)) {
        form_summary(out, request->a, &form, &held->fields);
        return;
    }
    struct govuk_summary_list_row *rows =
        ARENA_ARRAY(request->a, held->fields.list.count + 1, struct govuk_summary_list_row);
    for (size_t i = 0; i < held->fields.list.count; i++)
        rows[i] = (struct govuk_summary_list_row){
            .key.text = held->fields.list.at[i].name,
            .value = {.text = held->fields.list.at[i].text, .classes = "comity-written"}};
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, held->fields.list.count}});
}

/* Of what uses a power; what opens a record was checked before it was held. */
static void draw_readers(struct html *out, struct http_request *request, const struct view_held *held) {
    struct request act = {.person = request->sight.viewer->id,
                          .ref = held->record,
                          .power = held->power,
                          .fields = held->fields,
                          .language = request->sight.language};
    struct view_audiences audiences;
    struct clauses clauses = {.a = request->a};
    if (held->record == NULL || !sight_will_read(&request->sight, &act, &audiences) || audiences.list.count == 0)
        return;
    govuk_heading(out, 2, "m", html_say(out, "Who will be able to see it"));
    readers_of(out, request, &clauses, NULL, &audiences);
    clauses_explain(out, &clauses);
}

static void draw_button(struct html *out, struct http_request *request, const struct view_held *held, const char *what,
                        const char *text, bool first) {
    page_form_begin(out, request, page_path(request->a, "held", held->ref, what));
    govuk_button(out, &(struct govuk_button){.text = text,
                                             .classes = first ? NULL : "govuk-button--secondary",
                                             .prevent_double_click = GOVUK_YES});
    govuk_form_end(out);
}

void handle_held(struct http_request *request, struct http_response *response) {
    struct view_held held;
    if (!find(request, response, &held))
        return;
    bool waits = held.sends_at != INSTANT_NONE;
    struct page page = {.title = waits ? say_when(request, &held) : page_say(request, "It was not sent"),
                        .caption = held.title,
                        .section = "/",
                        .back = "/"};
    struct html out = page_begin(request, &page);
    html_put(&out, "<p class=\"govuk-body\"");
    html_optional(&out, "data-held", http_query(request, "done")[0] == '\0' ? NULL : "yes"); /* for draft.js */
    html_put(&out, ">");
    html_text(&out, waits ? html_say(&out, "Until then you can undo it, and nobody else sees it.")
                          : say_why_not(request, &held));
    html_put(&out, "</p>");
    html_put(&out, "<div class=\"govuk-button-group\">");
    if (waits) {
        draw_button(&out, request, &held, "undo", page_say(request, "Undo: do not send it"), true);
        draw_button(&out, request, &held, "send", page_say(request, "Send it now"), false);
    } else {
        govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Change it and send it"),
                                                  .href = page_path(request->a, "held", held.ref, "change")});
        draw_button(&out, request, &held, "throw-away", page_say(request, "Throw it away"), false);
    }
    html_put(&out, "</div>");
    draw_written(&out, request, &held);
    draw_readers(&out, request, &held);
    page_end(request, response, &out, &page);
}

/* The form again, as the page of its procedure or power draws it. */
void handle_held_change(struct http_request *request, struct http_response *response) {
    struct view_held held;
    struct view_form form;
    if (!find(request, response, &held))
        return;
    if (!form_of(request, &held, &form)) {
        handle_held(request, response);
        return;
    }
    form_pairs(request->a, &form, &held.fields, &request->form);
    const bool opens = held.procedure != NULL;
    const struct http_pair params[] = {{"held", held.ref},
                                       {opens ? "procedure" : "ref", opens ? held.procedure : held.record},
                                       {"power", opens ? "" : held.power}};
    request->params = (struct http_pairs){0};
    for (size_t i = 0; i < LENGTH_OF(params); i++)
        LIST_ADD(request->a, &request->params.list, params[i]);
    if (opens)
        handle_start_change(request, response);
    else
        handle_power_change(request, response);
}

void handle_held_undo(struct http_request *request, struct http_response *response) {
    struct view_held held;
    if (!find(request, response, &held))
        return;
    http_write(request, held_take_back, &(struct held_one){.ref = held.ref, .person = request->sight.viewer->id});
    http_see_other(request, response, page_of(request, held.ref));
}

void handle_held_throw_away(struct http_request *request, struct http_response *response) {
    struct view_held held;
    if (!find(request, response, &held))
        return;
    if (throw_away(request, held.ref))
        http_see_other(request, response, "/");
    else
        http_error(request, response, 500, NULL);
}

/* What cannot be sent stays, and its page says why. */
void handle_held_send(struct http_request *request, struct http_response *response) {
    struct view_held held;
    struct result result;
    if (!find(request, response, &held))
        return;
    http_send_held(request, &(struct held_one){.ref = held.ref, .person = request->sight.viewer->id}, &result);
    if (result.kind == RESULT_DONE)
        http_see_other(request, response, "/?sent=yes");
    else if (result.kind == RESULT_FAILED || result.kind == RESULT_UNKNOWN)
        error_of_act(request, response, result.kind);
    else
        http_see_other(request, response, page_of(request, held.ref));
}
