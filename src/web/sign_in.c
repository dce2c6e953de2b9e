/* Signing in and out. */
#include "web/handlers.h"

#include <strings.h>

#include "web/credential.h"

#define TOKEN_BYTES 32

/* ---- the page ---- */

static void draw_password_form(struct html *out, struct http_request *request, const char *next, const char *email,
                               const char *problem) {
    page_form_begin(out, request, "/sign-in");
    html_put(out, "<input type=\"hidden\" name=\"next\"");
    html_attribute(out, "value", next);
    html_put(out, ">");
    govuk_input(out, &(struct govuk_input){.label.text = page_say(request, "E-mail address"),
                                           .error_message = page_error(request->sight.language, problem),
                                           .name = "email",
                                           .type = "email",
                                           .autocomplete = "username",
                                           .spellcheck = GOVUK_NO,
                                           .value = email});
    const struct govuk_password_input password = page_password(request, page_say(request, "Password"), "password");
    govuk_password_input(out, &password);
    govuk_button(out, &(struct govuk_button){.text = page_say(request, "Sign in")});
    govuk_form_end(out);
    govuk_body(
        out, html_say(out, "You need an invitation to set your first password, or a new one. Ask whoever runs this for "
                           "your council."));
}

/* What a demo shows of a person: the posts they hold today. */
static const char *posts_of(struct http_request *request, const struct person *person, int32_t today) {
    struct buf posts = {.arena = request->a};
    for (size_t i = 0; i < person->membership_count; i++) {
        const struct membership *membership = person->memberships[i];
        if (membership->post == NULL || membership->from > today || membership->to < today)
            continue;
        buf_addf(&posts, "%s%s", posts.length > 0 ? "; " : "", membership->post->label);
    }
    return buf_text(&posts);
}

static void draw_demo_person(struct html *out, struct http_request *request, const struct person *person,
                             int32_t today) {
    html_put(out, "<li><button type=\"submit\" class=\"comity-link-button\" name=\"person\"");
    html_attribute(out, "value", person->id);
    html_put(out, ">");
    html_text(out, person->name);
    html_put(out, "</button> <span class=\"comity-quiet\">");
    html_text(out, posts_of(request, person, today));
    html_put(out, "</span></li>");
}

/* Everyone of a kind who stands in this group or service; NULL: in none. */
static void draw_demo_group(struct html *out, struct http_request *request, enum person_kind kind,
                            const struct organization *organization, const char *title) {
    const struct directory *directory = request->sight.council->directory;
    int32_t today = council_day(request->sight.council, request->sight.now);
    bool begun = false;
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        if (!person->active || person->kind != kind)
            continue;
        const struct organization *of = kind == PERSON_MEMBER ? directory_group_of(directory, person, today)
                                                              : directory_service_of(directory, person, today);
        if (of != organization)
            continue;
        if (!begun) {
            html_put(out, "<section>");
            govuk_heading(out, 3, "s", title);
            html_put(out, "<ul class=\"govuk-list\">");
        }
        begun = true;
        draw_demo_person(out, request, person, today);
    }
    if (begun)
        html_put(out, "</ul></section>");
}

static void draw_demo_kind(struct html *out, struct http_request *request, enum person_kind kind, const char *heading) {
    const struct directory *directory = request->sight.council->directory;
    govuk_heading(out, 2, "m", heading);
    html_put(out, "<div class=\"comity-demo-groups\">");
    for (size_t i = 0; i < directory->organization_count; i++) {
        const struct organization *organization = &directory->organizations[i];
        if (organization->kind == (kind == PERSON_MEMBER ? ORGANIZATION_GROUP : ORGANIZATION_SERVICE))
            draw_demo_group(out, request, kind, organization, organization->name);
    }
    draw_demo_group(out, request, kind, NULL,
                    kind == PERSON_MEMBER ? page_say(request, "In no group") : page_say(request, "In no service"));
    html_put(out, "</div>");
}

/* A demo's names come straight from the directory: nobody is signed in for whom sight could choose. */
static void draw_demo_form(struct html *out, struct http_request *request, const char *next) {
    govuk_body(
        out,
        html_say(out, "Choose whom to be. Sign out to come back here and look at the same record with other eyes."));
    page_form_begin(out, request, "/sign-in");
    html_put(out, "<input type=\"hidden\" name=\"next\"");
    html_attribute(out, "value", next);
    html_put(out, ">");
    draw_demo_kind(out, request, PERSON_MEMBER, page_word(request, "Members"));
    draw_demo_kind(out, request, PERSON_OFFICER, page_word(request, "Officers"));
    govuk_form_end(out);
}

static void draw(struct http_request *request, struct http_response *response, const char *next, const char *problem) {
    bool demo = request->web->options.demo;
    struct page page = {.title = demo ? page_say(request, "Who would you like to be?") : page_say(request, "Sign in"),
                        .problem = problem != NULL,
                        .no_heading = true,
                        .wide = demo};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        page_problem(&out, demo ? NULL : "#email", problem);
    page_heading(&out, &page);
    if (sight_opens_to_public(&request->sight)) {
        html_put(&out, "<p class=\"govuk-body\">");
        html_text(&out, html_say(&out, "Have you no account?"));
        html_put(&out, " ");
        govuk_link(&out, "/public", html_say(&out, "See what everybody can do here"));
        html_put(&out, "</p>");
    }
    clauses_shown(&out, request, "sign-in", html_say(&out, "What everybody here keeps to"));
    if (demo)
        draw_demo_form(&out, request, next);
    else
        draw_password_form(&out, request, next, http_field(request, "email"), problem);
    page_end(request, response, &out, &page);
}

void handle_sign_in(struct http_request *request, struct http_response *response) {
    const char *next = http_next(request, http_query(request, "next"));
    if (http_account(request) != NULL)
        http_see_other(request, response, next);
    else
        draw(request, response, next, NULL);
}

/* ---- signing in ---- */

static const struct person *person_by_email(const struct directory *directory, const char *email) {
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        if (person->active && person->email != NULL && strcasecmp(person->email, email) == 0)
            return person;
    }
    return NULL;
}

/* NULL with the status and the words of a refusal; status 0: later. */
static const struct person *check_password(struct http_request *request, int *status_r, const char **problem_r) {
    const char *email = text_clean(request->a, http_field(request, "email"));
    const char *password = http_field(request, "password");
    *status_r = 422;
    if (email[0] == '\0' || password[0] == '\0') {
        *problem_r = SAID("Enter your e-mail address and your password");
        return NULL;
    }
    const struct person *person = person_by_email(request->sight.council->directory, email);
    const char *hash = person == NULL ? NULL : credential_of(request->sight.db, person->id, request->a);
    *problem_r = SAID("The e-mail address or the password is not right");
    switch (password_check(&request->web->passwords, &request->work, email, hash, password,
                           clock_now(request->web->real), request->a)) {
    case PASSWORD_LATER:
        *status_r = 0;
        break;
    case PASSWORD_RIGHT:
        return person;
    case PASSWORD_WRONG:
        break;
    case PASSWORD_BUSY:
        *status_r = 503;
        *problem_r = SAID("Many people are signing in just now. Try again in a moment");
        break;
    case PASSWORD_TOO_OFTEN:
        *status_r = 429;
        *problem_r = SAID("There were too many attempts for this name. Wait for a quarter of an hour");
        break;
    }
    return NULL;
}

bool sign_in_as(struct http_request *request, struct http_response *response, const char *person) {
    const char *token = rng_token(engine_rng(request->web->engine), request->a, TOKEN_BYTES);
    instant now = clock_now(request->web->real);
    /* An id that was known before signing in must be worth nothing afterwards. */
    if (request->session != NULL)
        http_write(request, session_end, &(struct session_job){.token = request->session});
    if (http_write(request, session_begin, &(struct session_job){token, person, now}) != WRITTEN)
        return false;
    headers_set_session(request, response, token);
    return true;
}

void handle_sign_in_sent(struct http_request *request, struct http_response *response) {
    const char *next = http_next(request, http_field(request, "next"));
    const struct person *person;
    const char *problem = SAID("Choose one of the people");
    int status = 422;
    if (request->web->options.demo) {
        person = directory_person(request->sight.council->directory, http_field(request, "person"));
        person = person != NULL && person->active ? person : NULL;
    } else {
        person = check_password(request, &status, &problem);
    }
    if (status == 0)
        return;
    if (person == NULL) {
        response->status = status;
        if (status == 503)
            http_header(request, response, "Retry-After", PASSWORD_RETRY);
        draw(request, response, next, page_say(request, problem));
    } else if (sign_in_as(request, response, person->id)) {
        http_see_other(request, response, next);
    } else {
        http_error(request, response, 500, NULL);
    }
}

void handle_sign_out(struct http_request *request, struct http_response *response) {
    if (request->session != NULL)
        http_write(request, session_end, &(struct session_job){.token = request->session});
    headers_set_session(request, response, NULL);
    http_header(request, response, "Clear-Site-Data", "\"cache\", \"storage\"");
    http_see_other(request, response, "/sign-in");
}
