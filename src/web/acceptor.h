/* acceptor: the thread that takes connections and deals them out to the threads that serve them, each of which is a
 * daemon of the library's. Did those take them themselves, the first to wake would have all that came at once, and what
 * eight could do would be done by one, one after the other: eight writers would never share a commit. Private to web.
 */
#ifndef COMITY_WEB_ACCEPTOR_H
#define COMITY_WEB_ACCEPTOR_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/base.h"

struct MHD_Daemon;

struct acceptor {
    struct MHD_Daemon **daemons; /* started without a socket to listen on */
    atomic_uint *open;           /* connections of each, those among them that it has not yet looked at */
    size_t count;
    size_t next;            /* whose turn it is, of those with the fewest connections */
    unsigned for_each_most; /* connections of a daemon at a time; others wait to be accepted */
    int listener;
    pthread_t thread;
    bool running;
};

/* Takes the acceptor as it was filled in. The listener stays the caller's. */
bool acceptor_start(struct acceptor *acceptor);
void acceptor_stop(struct acceptor *acceptor);

#endif
