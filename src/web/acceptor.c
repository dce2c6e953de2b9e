#include "web/acceptor.h"

#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <sys/socket.h>

static void rest(void) {
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
}

static unsigned connections_of(struct MHD_Daemon *daemon) {
    return MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS)->num_connections;
}

/* The one with the fewest connections, by turns when there are several; NULL: all have as many as they may. */
static struct MHD_Daemon *take_turn(struct acceptor *acceptor) {
    size_t chosen = acceptor->count;
    unsigned fewest = acceptor->for_each_most;
    for (size_t i = 0; i < acceptor->count; i++) {
        size_t at = (acceptor->next + i) % acceptor->count;
        unsigned connections = connections_of(acceptor->daemons[at]);
        if (connections >= fewest)
            continue;
        fewest = connections;
        chosen = at;
    }
    if (chosen == acceptor->count)
        return NULL;
    acceptor->next = chosen + 1;
    return acceptor->daemons[chosen];
}

/* False when the listener was shut. */
static bool accept_one(struct acceptor *acceptor, struct MHD_Daemon *daemon) {
    struct sockaddr_storage address;
    socklen_t length = sizeof(address);
    int connection = accept4(acceptor->listener, (struct sockaddr *)&address, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection >= 0) {
        MHD_add_connection(daemon, connection, (struct sockaddr *)&address, length); /* closes it when it fails */
        return true;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
        rest();
    return errno != EINVAL && errno != EBADF;
}

static void *run(void *context) {
    struct acceptor *acceptor = context;
    struct MHD_Daemon *daemon;
    do {
        poll(&(struct pollfd){.fd = acceptor->listener, .events = POLLIN}, 1, -1);
        while ((daemon = take_turn(acceptor)) == NULL)
            rest();
    } while (accept_one(acceptor, daemon));
    return NULL;
}

bool acceptor_start(struct acceptor *acceptor) {
    acceptor->running = pthread_create(&acceptor->thread, NULL, run, acceptor) == 0;
    return acceptor->running;
}

void acceptor_stop(struct acceptor *acceptor) {
    if (!acceptor->running)
        return;
    shutdown(acceptor->listener, SHUT_RDWR);
    pthread_join(acceptor->thread, NULL);
    acceptor->running = false;
}
