/* listen: "127.0.0.1:8080" -> a listening socket. Private to web. */
#ifndef COMITY_WEB_LISTEN_H
#define COMITY_WEB_LISTEN_H

#include "base/base.h"

/* The socket, which the caller closes, and "http://127.0.0.1:8080" with the port that it got. -1 with an error. */
int listen_on(const char *address, struct arena *a, const char **url_r, const char **error_r);

#endif
