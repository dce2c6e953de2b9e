/* What a person can set for themselves, and the tour of a first day. */
#include "web/handlers.h"
#include "web/web_private.h"

#define SHORTCUTS SHORTCUTS_COOKIE

/* ---- keyboard shortcuts: assets/shortcuts.js works them where the cookie says so ---- */

static void draw_keys(struct html *out, struct http_request *request) {
    static const struct {
        const char *keys, *what;
    } shortcuts[] = {{"h", SAID("Home")},
                     {"d", SAID("All that you owe")},
                     {"r", SAID("Records")},
                     {"s", SAID("Start something")},
                     {"/", SAID("Search the records")},
                     {"j, k", SAID("The next and the one before, in a list")},
                     {SAID("1 to 9"), SAID("On a record: what you can do, by its place in the list")},
                     {"?", SAID("This page")}};
    struct govuk_summary_list_row rows[LENGTH_OF(shortcuts)];
    for (size_t i = 0; i < LENGTH_OF(shortcuts); i++)
        rows[i] = (struct govuk_summary_list_row){.key.text = page_say(request, shortcuts[i].keys),
                                                  .value.text = page_say(request, shortcuts[i].what)};
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, LENGTH_OF(rows)}});
}

void handle_settings(struct http_request *request, struct http_response *response) {
    bool on = text_equal(session_cookie(request->a, request->cookies, SHORTCUTS), "yes");
    struct page page = {.title = page_say(request, "Your settings"), .section = "/settings"};
    struct html out = page_begin(request, &page);
    if (http_query(request, "done")[0] != '\0')
        page_success(&out, html_say(&out, "Saved."));
    govuk_heading(&out, 2, "m", html_say(&out, "Keyboard shortcuts"));
    govuk_body(&out, html_say(&out, "With these you move about by single keys. They are off unless you turn them on, "
                                    "and rest while you write. The choice is for this browser, and needs JavaScript."));
    draw_keys(&out, request);
    page_form_begin(&out, request, "/settings");
    const struct govuk_radios_item items[] = {{.text = page_say(request, "On"), .value = "yes", .checked = on},
                                              {.text = page_say(request, "Off"), .value = "no", .checked = !on}};
    govuk_radios(&out, &(struct govuk_radios){.fieldset.legend = {.text = page_say(request, "Keyboard shortcuts are"),
                                                                  .classes = "govuk-fieldset__legend--s"},
                                              .name = SHORTCUTS,
                                              .items = {(struct govuk_radios_item *)items, LENGTH_OF(items)},
                                              .classes = "govuk-radios--inline"});
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Save")});
    govuk_form_end(&out);
    govuk_heading(&out, 2, "m", html_say(&out, "More"));
    html_put(&out, "<ul class=\"govuk-list govuk-list--spaced\"><li>");
    govuk_link(&out, "/tour", html_say(&out, "The tour of your first day"));
    html_put(&out, "</li><li>");
    govuk_link(&out, "/views", html_say(&out, "Your saved views of records"));
    html_put(&out, "</li></ul>");
    page_end(request, response, &out, &page);
}

void handle_settings_sent(struct http_request *request, struct http_response *response) {
    headers_set_shortcuts(request, response, text_equal(http_field(request, SHORTCUTS), "yes"));
    http_see_other(request, response, "/settings?done=yes");
}
