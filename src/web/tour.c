#include "web/tour.h"
#include "web/handlers.h"

#define TOUR "tour"
#define SEEN "seen"

void tour_offer(struct html *out, struct http_request *request) {
    if (text_equal(sight_setting(&request->sight, TOUR), SEEN))
        return;
    govuk_inset_text_begin(out, &(struct govuk_inset_text){0});
    html_text(out, html_say(out, "New here?"));
    html_put(out, " ");
    govuk_link(out, "/tour", html_say(out, "See how it works, in two minutes"));
    govuk_inset_text_end(out);
}

/* A step: its heading, what to know, and where it is done. */
struct tour_step {
    const char *heading, *say, *path, *link;
};

static const struct tour_step of_a_member[] = {
    {SAID("Ask"),
     SAID("Start asks a few short questions. Choose what you want, write it as you would say it, and go on."), "/start",
     SAID("What you can start")},
    {SAID("Check before it goes"),
     SAID("You see who will answer, by when, and who will be able to read it. If the answer is there already, it is "
          "shown to you. Send it in 10 minutes if you may want to undo it."),
     NULL, NULL},
    {SAID("See what became of it"),
     SAID("Home shows what you asked for, and what you were told. Open one to see what happened and what comes next."),
     "/", SAID("Home")},
    {SAID("Answer when you are asked"),
     SAID("If something waits for you, it stands first on home, with the day by which it is due."), "/duties",
     SAID("All that you owe")},
    {SAID("Know your ground"),
     SAID("Each line names the clause of the protocol that it stands under. Where something is not possible, the page "
          "says why."),
     "/protocol", SAID("The protocol")}};
static const struct tour_step of_an_officer[] = {
    {SAID("What you owe"),
     SAID("Home shows what you have to do, soonest first. The day is counted in working days, and the page shows how."),
     "/duties", SAID("All that you owe")},
    {SAID("Say that you have it"),
     SAID("Open the record and acknowledge it, with the day on which you expect to answer. If you need to know more, "
          "ask back: the clock stops until they reply."),
     NULL, NULL},
    {SAID("Answer, or say why not"),
     SAID("Before you write, see who will read it. To refuse, give the ground and what they can do instead. Each step "
          "names its clause: that is your cover."),
     NULL, NULL},
    {SAID("If it went wrong"),
     SAID("Check it first: you see who will read it, and can undo it for 10 minutes. An answer is never changed in "
          "secret: a new "
          "version says why."),
     NULL, NULL},
    {SAID("Hand over"), SAID("Before you are away, hand on what is with you, several records at once."), "/hand-over",
     SAID("Hand over your work")},
    {SAID("Find what was said before"),
     SAID("Search the records that you may see, and save the lists that you come back to."), "/records",
     SAID("Records")}};

static void draw_step(struct html *out, const struct tour_step *step) {
    html_put(out, "<li>");
    govuk_heading(out, 2, "s", text_say(out->language, step->heading));
    govuk_body(out, text_say(out->language, step->say));
    if (step->path != NULL) {
        html_put(out, "<p class=\"govuk-body\">");
        govuk_link(out, step->path, text_say(out->language, step->link));
        html_put(out, "</p>");
    }
    html_put(out, "</li>");
}

void handle_tour(struct http_request *request, struct http_response *response) {
    bool officer = request->sight.viewer->kind == PERSON_OFFICER;
    const struct tour_step *steps = officer ? of_an_officer : of_a_member;
    size_t count = officer ? LENGTH_OF(of_an_officer) : LENGTH_OF(of_a_member);
    struct page page = {.title = page_say(request, "Your first day"), .section = "/", .back = "/"};
    struct html out = page_begin(request, &page);
    govuk_body(&out, html_say(&out, "What you will do most, one after the other."));
    html_put(&out, "<ol class=\"govuk-list govuk-list--number comity-tour\">");
    for (size_t i = 0; i < count; i++)
        draw_step(&out, &steps[i]);
    html_put(&out, "</ol>");
    page_form_begin(&out, request, "/tour");
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "I have seen it")});
    govuk_form_end(&out);
    page_end(request, response, &out, &page);
}

void handle_tour_seen(struct http_request *request, struct http_response *response) {
    if (http_write(request, own_setting_put, &(struct own_setting){request->sight.viewer->id, TOUR, SEEN}) == WRITTEN)
        http_see_other(request, response, "/");
    else
        http_error(request, response, 500, NULL);
}
