#include "web/acceptor.h"

#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <sys/socket.h>

static void rest(void) {
    nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
}

/* The one with the fewest connections, by turns when there are several; false: all have as many as they may. */
static bool take_turn(struct acceptor *acceptor, size_t *chosen_r) {
    size_t chosen = acceptor->count;
    unsigned fewest = acceptor->for_each_most;
    for (size_t i = 0; i < acceptor->count; i++) {
        size_t at = (acceptor->next + i) % acceptor->count;
        unsigned connections = atomic_load(&acceptor->open[at]);
        if (connections >= fewest)
            continue;
        fewest = connections;
        chosen = at;
    }
    if (chosen == acceptor->count)
        return false;
    acceptor->next = chosen + 1;
    *chosen_r = chosen;
    return true;
}

/* False when the listener was shut. */
static bool accept_one(struct acceptor *acceptor, size_t chosen) {
    struct sockaddr_storage address;
    socklen_t length = sizeof(address);
    int connection = accept4(acceptor->listener, (struct sockaddr *)&address, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection >= 0) {
        atomic_fetch_add(&acceptor->open[chosen], 1);
        if (MHD_add_connection(acceptor->daemons[chosen], connection, (struct sockaddr *)&address, length) != MHD_YES)
            atomic_fetch_sub(&acceptor->open[chosen], 1); /* the library has closed it */
        return true;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
        rest();
    return errno != EINVAL && errno != EBADF;
}

static void *run(void *context) {
    struct acceptor *acceptor = context;
    size_t chosen;
    do {
        poll(&(struct pollfd){.fd = acceptor->listener, .events = POLLIN}, 1, -1);
        while (!take_turn(acceptor, &chosen))
            rest();
    } while (accept_one(acceptor, chosen));
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
