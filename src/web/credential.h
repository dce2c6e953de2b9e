/*
 * credential: what the store keeps of passwords and of the invitations that set them. Private to web.
 *
 * Only hashes are kept: argon2id of a password (password.h makes it), SHA-256 of an invitation's token. Ages are by the
 * real clock, as those of sessions.
 */
#ifndef COMITY_WEB_CREDENTIAL_H
#define COMITY_WEB_CREDENTIAL_H

#include "web/http.h"

/* The hash of the person's password; NULL when they have none. */
char *credential_of(struct db *db, const char *person, struct arena *a);

/* The id of whom a token that can still be used invites, NULL for none. */
char *credential_invited(struct db *db, const char *token, instant now, struct arena *a);

/* A job for store_write: uses the invitation, once, and sets the password; a second one finds it used and changes
 * nothing. A new password ends every session of before, and any other link that would set one. */
struct credential_job {
    const char *token, *person, *password_hash;
    instant now;
};
bool credential_set(struct db *db, void *context);

#endif
