/* Errors as pages, or as JSON where a script asked. */
#include "web/page.h"

struct error_words {
    int status;
    const char *code, *title, *say;
};
static const struct error_words known[] = {
    {400, "bad-request", SAID("That could not be understood"),
     SAID("Something in the request is broken. If a link brought you here, try to come "
          "another way.")},
    {401, "unauthorized", SAID("Sign in first"), SAID("You are not signed in.")},
    {403, "forbidden", SAID("That was not done"), SAID("The request was refused.")},
    {404, "not-found", SAID("Page not found"),
     SAID("There is nothing here for you to see. Check the address, or look in the list of records.")},
    {405, "method-not-allowed", SAID("That cannot be done here"),
     SAID("This page does not take a request of this kind.")},
    {409, "conflict", SAID("That was sent before"),
     SAID("The same form was sent before with other words. Look whether it arrived.")},
    {411, "length-required", SAID("That could not be understood"), SAID("The request does not say how long it is.")},
    {413, "too-large", SAID("That is too large"), SAID("What you sent is larger than 1 MB. Shorten it and try again.")},
    {414, "address-too-long", SAID("The address is too long"), SAID("Shorten what you search for and try again.")},
    {415, "unsupported-type", SAID("That could not be understood"),
     SAID("What was sent is of a kind that this page does not take.")},
    {417, "expectation-failed", SAID("That could not be understood"),
     SAID("The request expects something that is not done here.")},
    {422, "invalid", SAID("There is a problem"), SAID("Something that you sent is not right.")},
    {429, "too-many-attempts", SAID("Too many attempts"), SAID("Wait for a quarter of an hour and try again.")},
    {431, "headers-too-large", SAID("That could not be understood"), SAID("The request has too many headers.")},
    {500, "failed", SAID("Sorry, something went wrong"),
     SAID("Nothing that you sent was lost if you were told that it was done. Try again "
          "in a minute.")},
    {503, "unavailable", SAID("Too busy just now"), SAID("Try again in a moment.")},
    {505, "version-not-supported", SAID("That could not be understood"),
     SAID("The request is of a version of HTTP that is not spoken here.")},
};

static const struct error_words *error_words_of(int status) {
    for (size_t i = 0; i < LENGTH_OF(known); i++)
        if (known[i].status == status)
            return &known[i];
    return error_words_of(500);
}

bool http_gives_json(const struct http_request *request) {
    if (request->route != NULL)
        return request->route->gives == ROUTE_JSON;
    return request->path != NULL && text_starts(request->path, "/api/");
}

static void error_json(struct http_response *response, const char *code, const char *say) {
    struct json json = {.buf = &response->body};
    json_start_object(&json);
    json_key(&json, "error");
    json_start_object(&json);
    json_pair(&json, "code", code);
    json_pair(&json, "say", say);
    json_end_object(&json);
    json_end_object(&json);
    response->type = "application/json";
}

static void error_page(struct http_request *request, struct http_response *response, const struct error_words *words,
                       const char *say) {
    struct page page = {.title = page_say(request, words->title)};
    struct html out = page_begin(request, &page);
    govuk_body(&out, say);
    html_put(&out, "<p class=\"govuk-body\">");
    govuk_link(&out, "/",
               request->sight.viewer == NULL ? html_say(&out, "Go to the start")
                                             : html_say(&out, "Go to your home page"));
    html_put(&out, "</p>");
    page_end(request, response, &out, &page);
}

void http_error(struct http_request *request, struct http_response *response, int status, const char *say) {
    const struct error_words *words = error_words_of(status);
    response->status = status;
    response->fixed = NULL;
    response->cacheable = false;
    response->body = (struct buf){.arena = request->a};
    if (http_gives_json(request))
        error_json(response, words->code, say == NULL ? words->say : say);
    else
        error_page(request, response, words, page_say(request, say == NULL ? words->say : say));
}

/* ---- what was typed is kept ---- */

void page_hidden_fields(struct html *out, const struct http_pairs *pairs) {
    for (size_t i = 0; i < pairs->list.count; i++) {
        const struct http_pair *pair = &pairs->list.at[i];
        if (strcmp(pair->name, SESSION_TOKEN_FIELD) == 0 || strcmp(pair->name, SESSION_KEY_FIELD) == 0)
            continue;
        html_put(out, "<input type=\"hidden\"");
        html_attribute(out, "name", pair->name);
        html_attribute(out, "value", pair->value);
        html_put(out, ">");
    }
}

/* All that was typed, and a button that sends it again under that key, to the whole address: what was to be held is not
 * sent at once. */
static void draw_again(struct html *out, struct http_request *request, const char *button, const char *key) {
    page_form_begin_under(out, request, request->target, key);
    page_hidden_fields(out, &request->form);
    govuk_button(out, &(struct govuk_button){.text = button});
    govuk_form_end(out);
}

/* The form came from here (the gate looked), but not from this session: it waited too long. */
void error_keep_typed(struct http_request *request, struct http_response *response) {
    bool signed_in = request->sight.viewer != NULL;
    struct page page = {.title =
                            signed_in ? page_say(request, "Send this again?") : page_say(request, "Sign in to go on")};
    struct html out = page_begin(request, &page);
    if (signed_in) {
        govuk_body(
            &out,
            html_say(&out,
                     "You have signed in since that page was made, so nothing was done yet. What you wrote is kept."));
    } else {
        govuk_body(
            &out,
            html_say(&out,
                     "Your session ended while you were away, so nothing was done yet. What you wrote is kept: open "
                     "the sign-in page in another tab, sign in, then come back here and go on."));
        html_put(&out, "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/sign-in\" target=\"_blank\" "
                       "rel=\"noopener\">");
        html_text(&out, html_say(&out, "Sign in (opens in a new tab)"));
        html_put(&out, "</a></p>");
    }
    draw_again(&out, request, signed_in ? page_say(request, "Send it") : page_say(request, "I have signed in: go on"),
               NULL);
    page_end(request, response, &out, &page);
    response->status = signed_in ? 403 : 401;
}

/* The form has the key that it had before: should it have been done after all, it is not done twice. */
static void error_not_saved(struct http_request *request, struct http_response *response, bool unknown) {
    struct page page = {.title = unknown ? page_say(request, "It is not known whether that was saved")
                                         : page_say(request, "Sorry, that could not be saved")};
    struct html out = page_begin(request, &page);
    govuk_body(&out,
               unknown
                   ? html_say(&out, "The store failed in the midst of saving. It may have been saved: "
                                    "look among your records, or send it again from here. It is not done twice.")
                   : html_say(&out,
                              "Nothing was changed, and what you wrote is kept. Try again in a minute. If it goes on, "
                              "tell whoever runs this for your council."));
    draw_again(&out, request, unknown ? page_say(request, "Send it again") : page_say(request, "Try again"),
               http_field(request, SESSION_KEY_FIELD));
    page_end(request, response, &out, &page);
    response->status = 500;
}

void error_of_openings(struct http_request *request, struct http_response *response) {
    static const char *const say = SAID("Many people are sending something without an account just now, so nothing was "
                                        "sent. Wait for a minute and try again.");
    if (http_gives_json(request)) {
        http_error(request, response, 503, say);
    } else {
        struct page page = {.title = page_say(request, "Too busy just now")};
        struct html out = page_begin(request, &page);
        govuk_body(&out, html_say(&out, say));
        govuk_body(&out, html_say(&out, "What you wrote is kept on this page."));
        draw_again(&out, request, page_say(request, "Try again"), http_field(request, SESSION_KEY_FIELD));
        page_end(request, response, &out, &page);
        response->status = 503;
    }
    http_header(request, response, "Retry-After", LIMIT_RETRY);
}

void error_of_act(struct http_request *request, struct http_response *response, enum result_kind kind) {
    if (kind == RESULT_FAILED || kind == RESULT_UNKNOWN)
        error_not_saved(request, response, kind == RESULT_UNKNOWN);
    else
        http_error(request, response, kind == RESULT_CONFLICT ? 409 : 404, NULL);
}
