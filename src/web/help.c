/* Pages that say how things are, for everyone. */
#include "web/handlers.h"

static void list(struct html *out, const char *const *items, size_t count) {
    html_put(out, "<ul class=\"govuk-list govuk-list--bullet\">");
    for (size_t i = 0; i < count; i++)
        html_element(out, "li", NULL, html_say(out, items[i]));
    html_put(out, "</ul>");
}

void handle_help(struct http_request *request, struct http_response *response) {
    const char *const ways[] = {
        SAID("Home shows what you have to do, soonest first, what you asked for, and what you were told."),
        SAID("Start asks a few short questions. Before anything is sent you see who will answer, by when, and who "
             "will be able to read it."),
        SAID("A record's page has three boxes: what you can do, what must happen next and by when, and who can see it. "
             "Every line names the clause of the protocol that it stands under."),
        SAID("What you cannot do there says why not, with the clause.")};
    struct page page = {.title = page_say(request, "Help")};
    struct html out = page_begin(request, &page);
    govuk_body(
        &out,
        arena_printf(request->a,
                     page_say(request,
                              "%s ask here, and the right %s answers by a date that is counted in working days. The "
                              "council's own protocol says who may do what; this program does what it says."),
                     page_word(request, "Members"), page_word(request, "Officer")));
    list(&out, ways, LENGTH_OF(ways));
    govuk_heading(&out, 2, "m", html_say(&out, "Who can see what"));
    govuk_body(
        &out,
        html_say(&out,
                 "Each part of a record has its own readers, and the page names them. Nobody else can open "
                 "the record or find it: not in lists, nor in a search, nor by its address. Who is sent a notice of "
                 "it reads the notice and no more."));
    page_end(request, response, &out, &page);
}

void handle_accessibility(struct http_request *request, struct http_response *response) {
    const char *const can[] = {SAID("use every page with a keyboard, a screen reader or a voice"),
                               SAID("zoom in up to 400% without text running off the screen"),
                               SAID("change colours, contrast and fonts in the browser"),
                               SAID("switch JavaScript off and do all that others do")};
    struct page page = {.title = page_say(request, "Accessibility statement")};
    struct html out = page_begin(request, &page);
    govuk_body(&out, arena_printf(request->a, page_say(request, "This statement is about the %s of %s."),
                                  page_word(request, "Member Contact Centre"), request->sight.council->name));
    govuk_body(&out, html_say(&out, "As many people as possible should be able to use it. You should be able to:"));
    list(&out, can, LENGTH_OF(can));
    govuk_heading(&out, 2, "m", html_say(&out, "How far it goes"));
    govuk_body(
        &out,
        html_say(&out,
                 "The pages are made to meet the Web Content Accessibility Guidelines version 2.2 at level AA, and "
                 "are tested for it automatically with every change. What a test cannot find, a person may: tell "
                 "the council if something stops you, and it will be mended or done another way."));
    govuk_heading(&out, 2, "m", html_say(&out, "If that does not help"));
    govuk_body(
        &out,
        html_say(&out,
                 "The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile "
                 "Applications) (No. 2) Accessibility Regulations 2018. In Northern Ireland it is the Equality "
                 "Commission."));
    page_end(request, response, &out, &page);
}

void handle_privacy(struct http_request *request, struct http_response *response) {
    const char *const kept[] = {
        arena_printf(
            request->a,
            page_say(request,
                     "your name, e-mail address, posts, group and %s or service, from the council's directory"),
            page_word(request, "ward")),
        SAID("what you write in records, and what you do in them, with the time"),
        SAID("which parts of which records you opened, by the day"),
        SAID("a scrambled form of your password, from which nobody can get it back")};
    struct page page = {.title = page_say(request, "Privacy")};
    struct html out = page_begin(request, &page);
    govuk_body(&out, html_say(&out, "What is kept about you:"));
    list(&out, kept, LENGTH_OF(kept));
    govuk_body(
        &out,
        html_say(&out,
                 "Of whoever sends something without an account nothing is kept but what they write, and what they do "
                 "with it, with the time. The code of their receipt is kept in a scrambled form."));
    govuk_body(
        &out,
        html_say(&out,
                 "One cookie keeps you signed in; it is needed for that and used for nothing else. It ends when you "
                 "sign out, after eight hours without use, or after seven days. If you change the language or turn on "
                 "keyboard shortcuts, another one remembers that for a year. Nothing is loaded from, or sent to, "
                 "anyone else."));
    govuk_body(&out,
               html_say(&out, "What you type in a form stays in your browser's tab until it is sent, so that a lost "
                              "connection loses nothing. It goes when you close the tab or sign out."));
    govuk_body(&out, arena_printf(request->a,
                                  page_say(request,
                                           "%s is the controller of this data. Ask its Data Protection Officer to see, "
                                           "correct or erase what is kept about you."),
                                  request->sight.council->name));
    page_end(request, response, &out, &page);
}

/* Without a contact of the host's own the file would send reports to nobody, so there is then none. */
void handle_security_txt(struct http_request *request, struct http_response *response) {
    const struct web_options *options = &request->web->options;
    if (options->security_contact == NULL) {
        http_error(request, response, 404, NULL);
        return;
    }
    /* RFC 9116 wants an end less than a year ahead; whoever reads it after that should ask again. */
    instant ends = clock_now(request->web->real) + INT64_C(180) * 24 * 3600;
    response->type = "text/plain; charset=utf-8";
    buf_addf(&response->body, "Contact: %s\nExpires: %s\nPreferred-Languages: en\n", options->security_contact,
             instant_format(request->a, ends));
    if (request->web->options.public_url != NULL)
        buf_addf(&response->body, "Canonical: %s/.well-known/security.txt\n", request->web->options.public_url);
}
