/* Using a power on a record: its form, and sending it. */
#include "web/form_page.h"
#include "web/handlers.h"
#include "web/held.h"
#include "web/receipt.h"
#include "web/record.h"
#include "web/refusal.h"

static const char *record_path(const struct http_request *request) {
    return page_path(request->a, "records", http_param(request, "ref"));
}

static void draw_no(struct http_request *request, struct http_response *response, struct refusal_page refusal) {
    refusal.back = record_path(request);
    refusal.back_text = page_say(request, "Go to the record");
    refusal_draw(request, response, &refusal);
}

/* The record and the power in it; false with the response filled. A power that is there but not for this person now is
 * a refusal with its clause; a record that they do not see is not found. */
static bool find(struct http_request *request, struct http_response *response, struct view_record *record_r,
                 const struct view_power **power_r) {
    const char *ref = http_param(request, "ref"), *name = http_param(request, "power");
    struct view_why why = {0};
    bool found = false;
    if (!sight_record(&request->sight, ref, WITH_FORMS, record_r, &found))
        return http_error(request, response, 500, NULL), false;
    for (size_t i = 0; found && i < record_r->powers.count; i++)
        if (strcmp(record_r->powers.at[i].name, name) == 0) {
            *power_r = &record_r->powers.at[i];
            return true;
        }
    if (found && !sight_why(&request->sight, ref, name, &why, &found))
        return http_error(request, response, 500, NULL), false;
    if (found)
        draw_no(request, response, (struct refusal_page){.say = why.say, .by_pack = why.by_pack, .cites = why.cites});
    else
        http_error(request, response, 404, NULL);
    return false;
}

/* Who answers wants the question before their eyes. */
static void draw_beside(struct html *out, struct http_request *request, const struct view_record *record) {
    struct html written = page_piece(request);
    record_written(&written, request, record);
    if (written.buf.length == 0)
        return;
    html_put(out, "<aside class=\"comity-record__aside\"");
    html_attribute(out, "aria-label", html_say(out, "What the record says"));
    html_put(out, "><div class=\"comity-box\">");
    html_raw(out, html_markup(&written));
    html_put(out, "</div></aside>");
}

/* Earlier records with the same words, to keep advice consistent: a search, which shows what this person may see. */
static void draw_precedents(struct html *out, struct http_request *request, const struct view_power *power) {
    if (text_empty(power->precedents))
        return;
    struct buf path = {.arena = request->a};
    buf_adds(&path, "/records?state=all&words=");
    url_encode(&path, power->precedents);
    html_put(out, "<p class=\"govuk-body\"><a class=\"govuk-link\" target=\"_blank\" rel=\"noopener\"");
    html_attribute(out, "href", buf_text(&path));
    html_put(out, ">");
    html_text(out, page_say(request, "Look for earlier ones on this (opens in a new tab)"));
    html_put(out, "</a></p>");
}

static void draw_form(struct http_request *request, struct http_response *response, const struct view_record *record,
                      const struct view_power *power, const struct form_errors *errors) {
    struct page page = {.title = power->label,
                        .packs_title = true,
                        .caption = record->title,
                        .section = "/records",
                        .back = record_path(request),
                        .problem = errors->count > 0,
                        .no_heading = true,
                        .wide = true};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    html_put(&out, "<div class=\"comity-record\"><div class=\"comity-record__main\">");
    form_error_summary(&out, request->a, &power->form, errors);
    page_heading(&out, &page);
    html_put(&out, "<p class=\"govuk-body\">");
    if (power->hint != NULL)
        html_foreign(&out, power->hint);
    else
        html_text(&out, html_say(&out, "The protocol allows it"));
    clauses_add(&out, &clauses, &power->cites);
    html_put(&out, "</p>");
    draw_precedents(&out, request, power);
    const char *action = page_path(request->a, "records", record->ref, power->name);
    page_form_begin(&out, request, held_path(request, action));
    form_fields(&out, request->a, &power->form, &request->form, errors);
    held_buttons(&out, request, &power->form, action,
                 &(struct govuk_button){.html = page_pack(request, power->label), .prevent_double_click = GOVUK_YES},
                 page_say(request, "Check it first, send in 10 minutes"));
    govuk_form_end(&out);
    clauses_explain(&out, &clauses);
    html_put(&out, "</div>");
    draw_beside(&out, request, record);
    html_put(&out, "</div>");
    page_end(request, response, &out, &page);
    if (errors->count > 0)
        response->status = 422;
}

void handle_power(struct http_request *request, struct http_response *response) {
    struct view_record record = {0};
    const struct view_power *power;
    if (find(request, response, &record, &power))
        draw_form(request, response, &record, power, &(struct form_errors){0});
}

void handle_power_change(struct http_request *request, struct http_response *response) {
    handle_power(request, response);
}

/* Who hands a record on may no longer see it: then home is the place to say that it was done. */
static void go_on(struct http_request *request, struct http_response *response) {
    struct view_record after = {0};
    bool found = false;
    if (sight_record(&request->sight, http_param(request, "ref"), WITHOUT_FORMS, &after, &found) && !found)
        http_see_other(request, response, "/?done=yes");
    else
        http_see_other(request, response,
                       arena_printf(request->a, "%s?done=%s", record_path(request), http_param(request, "power")));
}

/* The form again, with what is wrong beside the fields. */
static void show_errors(struct http_request *request, struct http_response *response, const struct result *result) {
    struct view_record record = {0};
    const struct view_power *power;
    if (find(request, response, &record, &power))
        draw_form(request, response, &record, power, &(struct form_errors){result->errors.at, result->errors.count});
}

/* Its page needs the power's words, so that is looked for first. False with the response filled, or the result set. */
static bool act_or_hold(struct http_request *request, struct http_response *response, struct request *act,
                        struct result *result) {
    struct view_record record = {0};
    const struct view_power *power;
    if (!held_is_asked(request)) {
        http_act(request, act, result);
        return true;
    }
    if (!find(request, response, &record, &power))
        return false;
    return !held_hold(request, response, &power->form, act,
                      arena_join(request->a, power->label, ": ", record.title, NULL), result);
}

/* The engine is asked before anything is read: a form that is sent twice finds the power used up, and it is the key
 * that tells the engine so. */
void handle_power_sent(struct http_request *request, struct http_response *response) {
    struct request act = {.ref = http_param(request, "ref"), .power = http_param(request, "power")};
    struct result result = {0};
    form_values(request->a, &request->form, &act.fields);
    if (!act_or_hold(request, response, &act, &result))
        return;
    switch (result.kind) {
    case RESULT_DONE:
        held_forget(request);
        if (result.guests.list.count > 0)
            receipt_draw_invitations(request, response, act.ref, &result.guests);
        else
            go_on(request, response);
        break;
    case RESULT_INVALID:
        show_errors(request, response, &result);
        break;
    case RESULT_REFUSED:
        draw_no(request, response,
                (struct refusal_page){
                    .say = result.say,
                    .by_pack = result.by_pack,
                    .cites = clauses_of(request->a, &result.cites),
                    .see = result.see,
                    .begin = result.begin,
                    .change = held_path(request, page_path(request->a, "records", act.ref, act.power, "change"))});
        break;
    case RESULT_CONFLICT:
    case RESULT_NOT_FOUND:
    case RESULT_FAILED:
    case RESULT_UNKNOWN:
        error_of_act(request, response, result.kind);
        break;
    }
}
