/* An invitation: a link that is used once to set a password. */
#include "web/handlers.h"

#include "store/store.h"

#define TOKEN_BYTES 32
#define DAYS_VALID 7

struct invitation_job {
    const char *hash, *person, *password_hash;
    instant now;
};

/* ---- making one ---- */

static bool add(struct db *db, void *context) {
    struct invitation_job *job = context;
    struct query *q = query(db, Q_INVITATION_ADD);
    bind_text(q, job->hash);
    bind_text(q, job->person);
    bind_int(q, job->now);
    bind_int(q, job->now + DAYS_VALID * 24 * 3600);
    return query_run(q);
}

char *web_invite(struct engine *engine, const char *person, const char *public_url, struct arena *a) {
    const char *token = rng_token(engine_rng(engine), a, TOKEN_BYTES), *error;
    struct clock *real = clock_new_real();
    struct invitation_job job = {text_sha256(a, token, strlen(token)), person, NULL, clock_now(real)};
    clock_free(&real);
    if (store_write(engine_store(engine), add, &job, a, &error) != WRITTEN)
        return NULL;
    return arena_printf(a, "%s/invitation/%s", public_url, token);
}

/* ---- using it ---- */

/* In one transaction, so that it is used once: a second one finds it used and changes nothing. A new password ends
 * every session of before, and any other link that would set one. */
static bool use(struct db *db, void *context) {
    struct invitation_job *job = context;
    struct query *q = query(db, Q_INVITATION_USE);
    bind_text(q, job->hash);
    bind_int(q, job->now);
    bool used = query_step(q);
    query_end(q);
    if (!used)
        return false;
    q = query(db, Q_CREDENTIAL_PUT);
    bind_text(q, job->person);
    bind_text(q, job->password_hash);
    bind_int(q, job->now);
    if (!query_run(q))
        return false;
    q = query(db, Q_INVITATION_USE_ALL);
    bind_text(q, job->person);
    bind_int(q, job->now);
    if (!query_run(q))
        return false;
    q = query(db, Q_SESSION_END_ALL);
    bind_text(q, job->person);
    return query_run(q);
}

static const struct person *invited(struct http_request *request, const char **hash_r) {
    const char *token = http_param(request, "token");
    *hash_r = text_sha256(request->a, token, strlen(token));
    struct query *q = query(request->sight.db, Q_INVITATION_PERSON);
    bind_text(q, *hash_r);
    bind_int(q, clock_now(request->web->real));
    const char *id = query_text(q, request->a);
    const struct person *person = id == NULL ? NULL : directory_person(request->sight.council->directory, id);
    return person != NULL && person->active ? person : NULL;
}

static void draw(struct http_request *request, struct http_response *response, const struct person *person,
                 const char *problem) {
    struct page page = {.title = "Choose a password", .problem = problem != NULL, .no_heading = true};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        govuk_error_summary(
            &out, &(struct govuk_error_summary){.title.text = "There is a problem",
                                                .error_list = GOVUK_LIST(struct govuk_error_summary_item,
                                                                         {.href = "#password", .text = problem})});
    page_heading(&out, &page);
    govuk_body(&out, arena_printf(request->a, "This is for %s. You will sign in with your e-mail address, %s.",
                                  person->name, person->email == NULL ? "which is not yet known" : person->email));
    page_form_begin(&out, request, request->path);
    govuk_password_input(&out, &(struct govuk_password_input){.label.text = "Password",
                                                              .hint.text = "12 characters or more. Three or four words "
                                                                           "that do not belong together do well.",
                                                              .error_message.text = problem,
                                                              .name = "password",
                                                              .autocomplete = "new-password"});
    govuk_password_input(&out, &(struct govuk_password_input){
                                   .label.text = "The same again", .name = "again", .autocomplete = "new-password"});
    govuk_button(&out, &(struct govuk_button){.text = "Set the password and sign in"});
    govuk_form_end(&out);
    page_end(request, response, &out, &page);
}

static void gone(struct http_request *request, struct http_response *response) {
    http_error(request, response, 404, "This invitation was used or has run out. Ask for another one.");
}

void handle_invitation(struct http_request *request, struct http_response *response) {
    const char *hash;
    const struct person *person = invited(request, &hash);
    if (person == NULL)
        gone(request, response);
    else
        draw(request, response, person, NULL);
}

void handle_invitation_sent(struct http_request *request, struct http_response *response) {
    struct invitation_job job = {.now = clock_now(request->web->real)};
    const struct person *person = invited(request, &job.hash);
    if (person == NULL) {
        gone(request, response);
        return;
    }
    const char *problem = password_problem(http_field(request, "password"), http_field(request, "again"));
    if (problem != NULL) {
        response->status = 422;
        draw(request, response, person, problem);
        return;
    }
    job.person = person->id;
    if (request->work == NULL) {
        request->work = password_hash(http_field(request, "password"), request->a);
        return;
    }
    if (request->work->refused) {
        http_header(request, response, "Retry-After", PASSWORD_RETRY);
        http_error(request, response, 503, NULL);
        return;
    }
    job.password_hash = request->work->hash;
    enum written written = http_write(request, use, &job);
    if (written == NOT_WRITTEN)
        gone(request, response);
    else if (written == WRITTEN && sign_in_as(request, response, job.person))
        http_see_other(request, response, "/");
    else
        http_error(request, response, 500, NULL);
}
