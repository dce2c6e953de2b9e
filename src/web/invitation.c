/* An invitation: a link that is used once to set a password. */
#include "web/handlers.h"

#include "web/credential.h"

static const struct person *invited(struct http_request *request) {
    const char *id =
        credential_invited(request->sight.db, http_param(request, "token"), clock_now(request->web->real), request->a);
    const struct person *person = id == NULL ? NULL : directory_person(request->sight.council->directory, id);
    return person != NULL && person->active ? person : NULL;
}

static void draw(struct http_request *request, struct http_response *response, const struct person *person,
                 const char *problem) {
    struct page page = {
        .title = page_say(request, "Choose a password"), .problem = problem != NULL, .no_heading = true};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        page_problem(&out, "#password", problem);
    page_heading(&out, &page);
    govuk_body(&out, arena_printf(request->a,
                                  page_say(request, "This is for %s. You will sign in with your e-mail address, %s."),
                                  person->name,
                                  person->email == NULL ? page_say(request, "which is not yet known") : person->email));
    page_form_begin(&out, request, request->path);
    struct govuk_password_input password = page_password(request, page_say(request, "Password"), "password"),
                                again = page_password(request, page_say(request, "The same again"), "again");
    password.hint.text =
        page_say(request, "12 characters or more. Three or four words that do not belong together do well.");
    password.error_message = page_error(request->sight.language, problem);
    password.autocomplete = again.autocomplete = "new-password";
    govuk_password_input(&out, &password);
    govuk_password_input(&out, &again);
    govuk_button(&out, &(struct govuk_button){.text = page_say(request, "Set the password and sign in")});
    govuk_form_end(&out);
    page_end(request, response, &out, &page);
}

static void gone(struct http_request *request, struct http_response *response) {
    http_error(request, response, 404, SAID("This invitation was used or has run out. Ask for another one."));
}

void handle_invitation(struct http_request *request, struct http_response *response) {
    const struct person *person = invited(request);
    if (person == NULL)
        gone(request, response);
    else
        draw(request, response, person, NULL);
}

void handle_invitation_sent(struct http_request *request, struct http_response *response) {
    const struct person *person = invited(request);
    if (person == NULL) {
        gone(request, response);
        return;
    }
    const char *problem = password_problem(http_field(request, "password"), http_field(request, "again"));
    if (problem != NULL) {
        response->status = 422;
        draw(request, response, person, page_say(request, problem));
        return;
    }
    if (request->work == NULL) {
        request->work = password_hash(http_field(request, "password"), request->a);
        return;
    }
    if (request->work->refused) {
        http_header(request, response, "Retry-After", PASSWORD_RETRY);
        http_error(request, response, 503, NULL);
        return;
    }
    struct credential_job job = {http_param(request, "token"), person->id, request->work->hash,
                                 clock_now(request->web->real)};
    enum written written = http_write(request, credential_set, &job);
    if (written == NOT_WRITTEN)
        gone(request, response);
    else if (written == WRITTEN && sign_in_as(request, response, job.person))
        http_see_other(request, response, "/");
    else
        http_error(request, response, 500, NULL);
}
