/* The server over real sockets: what the other tests of web, which have none, cannot show. */
#include "engine/test_council.h"
#include "web/web.h"

#include "base/test.h"

#include <arpa/inet.h>
#include <errno.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define AT_ONCE 4
#define PATIENCE_SECONDS 10

/* Callers who each wait until all of them are inside. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t came;
    int inside;
} room = {.lock = PTHREAD_MUTEX_INITIALIZER, .came = PTHREAD_COND_INITIALIZER};

static void wait_for_the_others(struct http_request *request, struct http_response *response) {
    (void)request;
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE_SECONDS;
    pthread_mutex_lock(&room.lock);
    room.inside++;
    pthread_cond_broadcast(&room.came);
    int late = 0;
    while (room.inside < AT_ONCE && late == 0)
        late = pthread_cond_timedwait(&room.came, &room.lock, &until);
    pthread_mutex_unlock(&room.lock);
    response->status = late == 0 ? 200 : 503;
    response->type = "text/plain";
}

static int visit(const struct web *web) {
    const char *port = strrchr(web_address(web), ':') + 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int64_t number;
    assert_true(text_to_int(port, 1, UINT16_MAX, &number));
    address.sin_port = htons((uint16_t)number);
    int caller = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_return_code(connect(caller, (struct sockaddr *)&address, sizeof(address)), errno);
    return caller;
}

static void connections_that_come_at_once_are_served_at_once(void **state) {
    (void)state;
    static const struct route route = {HTTP_GET, "/room", ROUTE_STATIC, ROUTE_BYTES, wait_for_the_others, "A test."};
    static const struct routes routes = {&route, 1};
    static const char ask[] = "GET /room HTTP/1.1\r\nHost: here\r\n\r\n";
    struct test_council *council = test_council_new("northampton");
    const struct web_options options = {
        .listen = "127.0.0.1:0", .quiet = true, .threads = AT_ONCE, .routes = &routes, .route_tables = 1};
    struct web *web;
    const char *error;
    assert_true(web_start(&options, council->engine, council->a, &web, &error));
    int callers[AT_ONCE];
    for (int i = 0; i < AT_ONCE; i++)
        callers[i] = visit(web);
    for (int i = 0; i < AT_ONCE; i++)
        assert_int_equal(write(callers[i], ask, strlen(ask)), strlen(ask));
    for (int i = 0; i < AT_ONCE; i++) {
        char answer[16] = "";
        assert_true(read(callers[i], answer, sizeof(answer) - 1) > 0);
        assert_true(text_starts(answer, "HTTP/1.1 200"));
        close(callers[i]);
    }
    web_stop(&web);
    test_council_free(&council);
}

#define FLOOD 700 /* more than a thread's share of the connections, of two */

static void be_busy(struct http_request *request, struct http_response *response) {
    (void)request;
    nanosleep(&(struct timespec){.tv_nsec = 500000000}, NULL);
    response->type = "text/plain";
}

static void expect_ok(int caller) {
    char answer[16] = "";
    setsockopt(caller, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){.tv_sec = PATIENCE_SECONDS}, sizeof(struct timeval));
    assert_true(read(caller, answer, sizeof(answer) - 1) > 0);
    assert_true(text_starts(answer, "HTTP/1.1 200"));
    close(caller);
}

static void a_flood_of_connections_while_a_thread_is_busy_stops_nobody(void **state) {
    (void)state;
    static const struct route route = {HTTP_GET, "/busy", ROUTE_STATIC, ROUTE_BYTES, be_busy, "A test."};
    static const struct routes routes = {&route, 1};
    static const char ask[] = "GET /busy HTTP/1.1\r\nHost: here\r\n\r\n";
    struct rlimit files = {.rlim_cur = 4096, .rlim_max = 4096};
    if (setrlimit(RLIMIT_NOFILE, &files) != 0)
        skip();
    struct test_council *council = test_council_new("northampton");
    const struct web_options options = {
        .listen = "127.0.0.1:0", .quiet = true, .threads = 2, .routes = &routes, .route_tables = 1};
    struct web *web;
    const char *error;
    assert_true(web_start(&options, council->engine, council->a, &web, &error));
    int busy = visit(web), flood[FLOOD], after[AT_ONCE];
    assert_int_equal(write(busy, ask, strlen(ask)), strlen(ask));
    nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL); /* until its thread is at it */
    for (int i = 0; i < FLOOD; i++)
        flood[i] = visit(web);
    expect_ok(busy);
    for (int i = 0; i < AT_ONCE; i++) {
        after[i] = visit(web);
        assert_int_equal(write(after[i], ask, strlen(ask)), strlen(ask));
    }
    for (int i = 0; i < AT_ONCE; i++)
        expect_ok(after[i]);
    for (int i = 0; i < FLOOD; i++)
        close(flood[i]);
    web_stop(&web);
    test_council_free(&council);
}

RUN_TESTS(TEST(connections_that_come_at_once_are_served_at_once),
          TEST(a_flood_of_connections_while_a_thread_is_busy_stops_nobody))
