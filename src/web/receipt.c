/* Receipts: the code of whoever sent something without an account, shown once, and coming back with it. The link of
 * somebody who was invited to a record holds a code of the same kind. */
#include "web/receipt.h"

#include "web/codes.h"
#include "web/handlers.h"

/* ---- what was sent ---- */

static void draw_button(struct html *out, struct http_request *request, const char *code, const char *text) {
    page_form_begin(out, request, "/receipt");
    page_hidden_fields(out, &(struct http_pairs){.list = {.at = &(struct http_pair){"code", code}, .count = 1}});
    govuk_button(out, &(struct govuk_button){.text = text});
    govuk_form_end(out);
}

void receipt_draw(struct http_request *request, struct http_response *response, const char *ref, const char *code) {
    struct page page = {.title = page_say(request, "Your receipt"), .no_heading = true};
    struct html out = page_begin(request, &page);
    struct html text = page_piece(request);
    html_text(&text, html_say(&text, "Your receipt code"));
    html_put(&text, "<br><strong class=\"comity-code\">");
    html_text(&text, code);
    html_put(&text, "</strong>");
    govuk_panel(&out, &(struct govuk_panel){.title.text = page_say(request, "Sent"), .html = html_markup(&text)});
    govuk_heading(&out, 2, "m", html_say(&out, "Keep this code"));
    govuk_body(
        &out,
        html_say(&out, "It is shown this once, and nobody can give it to you again. Print this page, or write the code "
                       "down. With it you can follow what you sent and add to it. Whoever has the code can do the "
                       "same: show it to nobody who should not."));
    govuk_body(&out, html_say(&out, "Small or capital letters, gaps and hyphens make no difference."));
    html_put(&out, "<p class=\"govuk-body\">");
    html_text(&out, html_say(&out, "Your reference, if you speak to somebody about it:"));
    html_put(&out, " <strong>");
    html_text(&out, ref);
    html_put(&out, "</strong></p>");
    govuk_heading(&out, 2, "m", html_say(&out, "What happens next"));
    html_put(&out, "<p class=\"govuk-body\">");
    page_text_with_link(&out,
                        html_say(&out, "To see how it stands, come back to {link} and type the code. What you are told "
                                       "stands there; no letter or e-mail is sent."),
                        "/receipt", html_say(&out, "Follow what you sent"));
    html_put(&out, "</p>");
    draw_button(&out, request, code, html_say(&out, "See what you sent"));
    page_end(request, response, &out, &page);
}

void receipt_draw_invitations(struct http_request *request, struct http_response *response, const char *ref,
                              const struct new_guests *guests) {
    struct page page = {.title = page_say(request, "Give them this link"), .caption = ref};
    struct html out = page_begin(request, &page);
    govuk_body(&out,
               html_say(&out,
                        "It leads to this one record, without an account, until the record is closed. It is shown this "
                        "once. Whoever has it can do the same: give it to nobody else."));
    for (size_t i = 0; i < guests->list.count; i++) {
        const struct new_guest *guest = &guests->list.at[i];
        const char *origin =
            request->web->options.public_url != NULL ? request->web->options.public_url : request->web->address;
        govuk_heading(&out, 2, "m", guest->name);
        html_element(&out, "p", "govuk-body comity-code",
                     arena_printf(request->a, "%s/receipt/%s", origin, guest->code));
        govuk_body(&out, arena_printf(request->a, page_say(request, "Or they go to %s/receipt and type the code: %s"),
                                      origin, guest->code));
    }
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, page_path(request->a, "records", ref), html_say(&out, "Go to the record"));
    html_put(&out, "</p>");
    page_end(request, response, &out, &page);
}

/* ---- coming back ---- */

static void draw(struct http_request *request, struct http_response *response, const char *problem) {
    struct page page = {.title = page_say(request, "Follow what you sent"),
                        .back = "/public",
                        .problem = problem != NULL,
                        .no_heading = true};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        page_problem(&out, "#code", problem);
    page_heading(&out, &page);
    page_form_begin(&out, request, "/receipt");
    govuk_input(&out, &(struct govuk_input){
                          .label = {.text = page_say(request, "Receipt code"), .classes = "govuk-label--s"},
                          .hint.text = page_say(request, "Sixteen letters and digits, such as 7QK4-2M9D-X3TA-90VE. "
                                                         "Gaps and hyphens make no difference."),
                          .error_message = page_error(request->sight.language, problem),
                          .name = "code",
                          .classes = "comity-code govuk-input--width-20",
                          .autocomplete = "off",
                          .spellcheck = GOVUK_NO,
                          .value = http_field(request, "code")});
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Continue")});
    govuk_form_end(&out);
    govuk_body(
        &out,
        html_say(&out, "The code was on the page that you saw when you had sent it. Nobody can find it out for you: if "
                       "it is lost, send what you have to say anew."));
    page_end(request, response, &out, &page);
}

void handle_receipt(struct http_request *request, struct http_response *response) {
    draw(request, response, NULL);
}

/* Looks at nothing yet: what previews links must not find out whether a code is good. */
void handle_receipt_link(struct http_request *request, struct http_response *response) {
    struct page page = {.title = page_say(request, "You were given a link to one record")};
    struct html out = page_begin(request, &page);
    govuk_body(
        &out,
        html_say(&out,
                 "You need no account. You see this record, and can do what it asks of you, until it is closed."));
    draw_button(&out, request, http_param(request, "code"), html_say(&out, "Open the record"));
    page_end(request, response, &out, &page);
}

void handle_receipt_sent(struct http_request *request, struct http_response *response) {
    const char *code = text_clean(request->a, http_field(request, "code"));
    if (code[0] == '\0') {
        response->status = 422;
        draw(request, response, page_say(request, "Enter the receipt code"));
        return;
    }
    bool too_often;
    const char *guest = code_guest(request, code, &too_often);
    if (guest == NULL) {
        response->status = too_often ? 429 : 422;
        draw(request, response,
             too_often
                 ? page_say(request,
                            "There were too many attempts with codes like this one. Wait for a quarter of an hour")
                 : page_say(request, "This code is not right, or no longer good"));
        return;
    }
    const char *ref = guest_record(request->sight.db, guest, request->a);
    if (ref != NULL && sign_in_as(request, response, guest))
        http_see_other(request, response, page_path(request->a, "records", ref));
    else
        http_error(request, response, 500, NULL);
}
