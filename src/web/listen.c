#include "web/listen.h"

#include <errno.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 511

/* "[::1]:80" -> "::1" and "80"; ":80" -> NULL and "80". */
static bool split(const char *address, struct arena *a, const char **host_r, const char **port_r) {
    const char *colon = address == NULL ? NULL : strrchr(address, ':');
    int64_t port;
    if (colon == NULL || !text_to_int(colon + 1, 0, 65535, &port))
        return false;
    size_t length = (size_t)(colon - address);
    *port_r = colon + 1;
    *host_r = length == 0 ? NULL : arena_strndup(a, address, length);
    if (length == 0)
        return true;
    if (address[0] == '[' && length > 2 && address[length - 1] == ']')
        *host_r = arena_strndup(a, address + 1, length - 2);
    else if (memchr(address, ':', length) != NULL)
        return false;
    return true;
}

static int open_one(const struct addrinfo *info) {
    int on = 1;
    int listener = socket(info->ai_family, info->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, info->ai_protocol);
    if (listener < 0)
        return -1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(listener, info->ai_addr, info->ai_addrlen) == 0 && listen(listener, BACKLOG) == 0)
        return listener;
    int kept = errno;
    close(listener);
    errno = kept;
    return -1;
}

static const char *url_of(int listener, struct arena *a) {
    struct sockaddr_storage bound;
    socklen_t length = sizeof(bound);
    char host[NI_MAXHOST], port[NI_MAXSERV];
    if (getsockname(listener, (struct sockaddr *)&bound, &length) != 0 ||
        getnameinfo((struct sockaddr *)&bound, length, host, sizeof(host), port, sizeof(port),
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return NULL;
    return strchr(host, ':') != NULL ? arena_printf(a, "http://[%s]:%s", host, port)
                                     : arena_printf(a, "http://%s:%s", host, port);
}

int listen_on(const char *address, struct arena *a, const char **url_r, const char **error_r) {
    const char *host, *port;
    if (!split(address, a, &host, &port)) {
        fail(a, error_r, "\"%s\" is no address to listen on; expected one such as 127.0.0.1:8080, [::1]:8080 or :8080.",
             address == NULL ? "" : address);
        return -1;
    }
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *found;
    int status = getaddrinfo(host, port, &hints, &found);
    if (status != 0) {
        fail(a, error_r, "%s: the address is not known: %s.", address, gai_strerror(status));
        return -1;
    }
    int listener = open_one(found);
    if (listener < 0)
        fail(a, error_r, "%s: cannot listen there: %s.", address, strerror(errno));
    freeaddrinfo(found);
    if (listener < 0)
        return -1;
    *url_r = url_of(listener, a);
    return listener;
}
