/* compress: pages in fewer bytes, where that tells nobody what is in them. Private to web. */
#ifndef COMITY_WEB_COMPRESS_H
#define COMITY_WEB_COMPRESS_H

#include "web/http.h"

/*
 * Packs a page (gzip, RFC 1952) that is large enough, for a browser that takes it.
 *
 * Encryption does not hide a length, and the length of a compressed page tells whether two things on it are alike: who
 * can have a guess written beside a secret, and sees the wire, finds the secret letter by letter (BREACH,
 * CVE-2013-3587). So a page that may write back what it was asked with is sent as it is: only those are packed that
 * were asked for with nothing, or with what our own links offer. The token that every form carries is masked anew on
 * each page (session.h), because what colleagues wrote stands beside it.
 */
void compress_page(struct http_request *request, struct http_response *response);

#endif
