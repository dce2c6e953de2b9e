/* held: what a person sends in ten minutes and can undo until then. Private to web. */
#ifndef COMITY_WEB_HELD_H
#define COMITY_WEB_HELD_H

#include "web/page.h"

/* The buttons that end a form: send it now, and send it in ten minutes, with what that is good for. path: where the
 * form is sent; later: the second one's text. The first one alone for who has no account, or when the form invites
 * somebody: their code is shown once, to who is there. */
void held_buttons(struct html *out, struct http_request *request, const struct view_form *form, const char *path,
                  const struct govuk_button *send, const char *later);
/* Whether that button was used. */
bool held_is_asked(const struct http_request *request);
/* Holds it and goes to its page; true with the response filled. False when it was not held, and the result says why, or
 * that it was done at once. title: what their list calls it. */
bool held_hold(struct http_request *request, struct http_response *response, const struct view_form *form,
               struct request *act, const char *title, struct result *result_r);

/* The address with what is being changed in it: the form goes on until it was sent and the held one can go. */
const char *held_path(const struct http_request *request, const char *path);
/* What was being changed was sent. */
void held_forget(struct http_request *request);

/* On home: what is held, and what could not be sent; nothing when there is nothing. False when the db failed. */
bool held_list(struct html *out, struct http_request *request);

#endif
