/*
 * session: who sends a request, and tokens that bind a form to them. Private to web.
 *
 * The browser holds a random token in a cookie; the store holds its SHA-256, so that a copy of the database signs
 * nobody in. Ages are by the real clock, not the engine's: a demo's clock moves by days, its people do not leave.
 */
#ifndef COMITY_WEB_SESSION_H
#define COMITY_WEB_SESSION_H

#include "web/http.h"

#define SESSION_IDLE (8 * 3600)
#define SESSION_ABSOLUTE (7 * 24 * 3600)
#define SESSION_TOUCH 300 /* how stale "last seen" may be: it is written that seldom */

/* The person's id, NULL when there is no such session or it has run out. *touch_r: last seen so long ago that it should
 * be written down. */
char *session_person(struct db *db, const char *token, instant now, struct arena *a, bool *touch_r);
/* Jobs for store_write; context is a struct session_job. Begin also removes what has run out. */
struct session_job {
    const char *token, *person;
    instant now;
};
bool session_begin(struct db *db, void *context);
bool session_touch(struct db *db, void *context);
bool session_end(struct db *db, void *context);

/* The person of an API token ("comity token"), NULL when there is none or it was revoked. */
char *session_bearer(struct db *db, const char *token, struct arena *a);

/* The value of our cookie in a Cookie header; NULL when it is not there or there twice. */
char *session_cookie(struct arena *a, const char *header, const char *name);

/* The token that each form of a session carries, so that no other site can have it sent (OWASP's HMAC-based token
 * pattern; the keyed hash is BLAKE2b). Masked with random bytes that stand before it, so that it is another one on each
 * page, and the length of a compressed page tells nothing of it. */
char *session_form_token(struct arena *a, struct rng *rng, const char *session);
bool session_form_token_is(const char *session, const char *given);

/* What a form carries so that a double click is done once. It is the same until this person's next act: no random
 * number is spent, so two runs of one script give the same pages. */
char *session_form_key(struct db *db, const char *session, const char *person, struct arena *a);
/* The same for a form that is sent without a session: a random one. NULL with a session, which has its own. */
char *session_stranger_key(const struct http_request *request);
/* The idempotency key of a form that was sent to path: its key with all that it says, so that two windows on different
 * records, or with different words, are two acts. NULL when the form has no key. */
char *session_act_key(const char *path, const struct http_pairs *form, struct arena *a);

/* Names of the two hidden inputs. */
#define SESSION_TOKEN_FIELD "form-token"
#define SESSION_KEY_FIELD "form-key"

#endif
