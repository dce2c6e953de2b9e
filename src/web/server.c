/* The server: libmicrohttpd gives each request's pieces here, and gets the response. */
#include "web/web_private.h"

#include <microhttpd.h>
#include <sodium.h>
#include <unistd.h>

#include "web/compress.h"
#include "web/listen.h"

#define CONNECTIONS 1000U
#define CONNECTION_MEMORY ((size_t)32768) /* of the first line and the headers; more is refused by the library */
#define TIMEOUT_SECONDS 30U               /* without a byte from the browser */
#define THREAD_STACK ((size_t)1048576)

/* A request on its way. Lives in its own arena, which goes back to the pool when the response was sent. */
struct exchange {
    struct web *web;
    struct arena *a;
    struct gate_head head;
    struct gate_pass pass;
    struct http_request request;
    struct http_response response;
    struct buf body;
    bool admitted;
    struct timespec began;
};

/* ---- arenas ---- */

static struct arena *take_arena(struct web *web) {
    struct arena *a = NULL;
    pthread_mutex_lock(&web->lock);
    if (web->spare.count > 0)
        a = web->spare.at[--web->spare.count];
    pthread_mutex_unlock(&web->lock);
    return a == NULL ? arena_new() : a;
}

static void give_arena(struct web *web, struct arena *a) {
    arena_reset(a);
    pthread_mutex_lock(&web->lock);
    LIST_ADD(web->a, &web->spare, a);
    pthread_mutex_unlock(&web->lock);
}

/* ---- a request's life ---- */

/* The first that is known of a request: its target as it came, before anything is decoded. */
static void *on_target(void *context, const char *target, struct MHD_Connection *connection) {
    (void)connection;
    struct web *web = context;
    struct arena *a = take_arena(web);
    struct exchange *exchange = ARENA_NEW(a, struct exchange);
    exchange->web = web;
    exchange->a = a;
    exchange->head.target = arena_strdup(a, target);
    exchange->body.arena = a;
    exchange->request = (struct http_request){.a = a, .web = web, .body = ""};
    exchange->response = (struct http_response){.status = 200, .body.arena = a};
    clock_gettime(CLOCK_MONOTONIC, &exchange->began);
    return exchange;
}

static enum MHD_Result on_header(void *context, enum MHD_ValueKind kind, const char *name, size_t name_length,
                                 const char *value, size_t value_length) {
    (void)kind;
    struct exchange *exchange = context;
    struct http_pair header = {name, value == NULL ? "" : value};
    if (strlen(name) != name_length || strlen(header.value) != value_length)
        exchange->head.broken = true;
    LIST_ADD(exchange->a, &exchange->head.headers, header);
    return MHD_YES;
}

/* How many bytes the first line and the headers have as an honest client writes them. The library ends the headers at a
 * line that begins with a colon, reads a bare LF as the end of a line, and drops spaces: whatever it hides, the request
 * is longer or shorter than what it gives of it. */
static size_t plain_size(const struct gate_head *head) {
    size_t size = strlen(head->method) + strlen(head->target) + strlen(head->version) + strlen("  \r\n");
    for (size_t i = 0; i < head->headers.count; i++)
        size += strlen(head->headers.at[i].name) + strlen(head->headers.at[i].value) + strlen(": \r\n");
    return size + strlen("\r\n");
}

static bool hides_something(const struct gate_head *head, struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    return info == NULL || info->header_size != plain_size(head);
}

/* The library decodes a copy of the address that nothing here reads; this leaves it as it is. */
static size_t leave_escaped(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

static enum MHD_Result send_response(struct exchange *exchange, struct MHD_Connection *connection) {
    struct http_response *response = &exchange->response;
    compress_page(&exchange->request, response);
    headers_add(&exchange->request, response);
    const void *bytes = response->fixed != NULL ? response->fixed : buf_text(&response->body);
    size_t length = response->fixed != NULL ? response->fixed_length : response->body.length;
    /* The bytes live until on_completed, which comes after the last of them was sent. */
    struct MHD_Response *out =
        MHD_create_response_from_buffer(length, (void *)(uintptr_t)bytes, MHD_RESPMEM_PERSISTENT);
    if (out == NULL)
        return MHD_NO;
    if (response->type != NULL)
        MHD_add_response_header(out, "Content-Type", response->type);
    for (size_t i = 0; i < response->headers.list.count; i++)
        MHD_add_response_header(out, response->headers.list.at[i].name, response->headers.list.at[i].value);
    enum MHD_Result queued = MHD_queue_response(connection, (unsigned)response->status, out);
    MHD_destroy_response(out);
    return queued;
}

static enum MHD_Result begin(struct exchange *exchange, struct MHD_Connection *connection, const char *method,
                             const char *version) {
    exchange->head.method = arena_strdup(exchange->a, method);
    exchange->head.version = arena_strdup(exchange->a, version);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, on_header, exchange);
    if (hides_something(&exchange->head, connection))
        exchange->head.broken = true;
    exchange->admitted =
        dispatch_admit(exchange->web, &exchange->head, &exchange->request, &exchange->pass, &exchange->response);
    if (exchange->admitted)
        return MHD_YES;
    /* Nothing that follows a refused body is taken for a request. */
    http_header(&exchange->request, &exchange->response, "Connection", "close");
    /* A browser reads no answer before it has sent all, and loses one when the connection ends before. */
    return exchange->pass.body_length > 0 ? MHD_YES : send_response(exchange, connection);
}

/* Called when the headers are there, for each piece of the body, and when all of it is there. */
static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                                  const char *version, const char *upload, size_t *upload_length, void **exchange_at) {
    (void)context;
    (void)url;
    struct exchange *exchange = *exchange_at;
    if (exchange->head.method == NULL)
        return begin(exchange, connection, method, version);
    if (!exchange->admitted) {
        bool all = *upload_length == 0;
        *upload_length = 0;
        return all ? send_response(exchange, connection) : MHD_YES;
    }
    if (*upload_length > 0) {
        if (exchange->body.length + *upload_length > HTTP_BODY_MOST)
            return MHD_NO; /* cannot be: the length was checked, and it is the library that keeps to it */
        buf_add(&exchange->body, upload, *upload_length);
        *upload_length = 0;
        return MHD_YES;
    }
    exchange->request.body = buf_text(&exchange->body);
    exchange->request.body_length = exchange->body.length;
    dispatch_answer(&exchange->request, &exchange->pass, &exchange->response);
    if (exchange->request.work != NULL && !exchange->request.work->finished) {
        /* No transaction is open now, and the handler is asked again when the password was looked at. The library could
         * let the connection rest meanwhile, but not reliably (0.9.75). */
        password_try(&exchange->web->passwords, exchange->request.work);
        dispatch_answer(&exchange->request, &exchange->pass, &exchange->response);
    }
    return send_response(exchange, connection);
}

/* What is logged of a request: the route's pattern and never the path, which names a record, nor the query. */
static void log_request(const struct exchange *exchange) {
    static const char *const methods[] = {"GET", "HEAD", "POST", "other"};
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t microseconds =
        (int64_t)(now.tv_sec - exchange->began.tv_sec) * 1000000 + (now.tv_nsec - exchange->began.tv_nsec) / 1000;
    fprintf(stderr, "%s %s %d %lldus\n", methods[exchange->request.method],
            exchange->request.route == NULL ? "-" : exchange->request.route->path, exchange->response.status,
            (long long)microseconds);
}

static void on_completed(void *context, struct MHD_Connection *connection, void **exchange_at,
                         enum MHD_RequestTerminationCode how) {
    (void)connection;
    (void)how;
    struct web *web = context;
    struct exchange *exchange = *exchange_at;
    if (exchange == NULL)
        return;
    if (!web->options.quiet && exchange->head.method != NULL)
        log_request(exchange);
    *exchange_at = NULL;
    give_arena(web, exchange->a);
}

/* ---- starting and stopping ---- */

static void take_options(struct web *web, const struct web_options *options) {
    web->options = *options;
    web->secure = options->public_url != NULL && text_starts(options->public_url, "https://");
    /* Browsers take a __Host- cookie only when it is Secure, and a Secure one only over TLS. */
    web->cookie_name = web->secure ? "__Host-comity" : "comity";
    web->table_count = options->route_tables + 1;
    web->tables = ARENA_ARRAY(web->a, web->table_count, struct routes);
    web->tables[0] = web_routes;
    for (size_t i = 0; i < options->route_tables; i++)
        web->tables[i + 1] = options->routes[i];
}

static unsigned thread_count(const struct web_options *options) {
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    unsigned wanted = options->threads != 0 ? options->threads : cpus > 2 ? (unsigned)cpus * 4 : 8;
    return wanted > 256 ? 256 : wanted;
}

static void on_connection(void *context, struct MHD_Connection *connection, void **socket_context,
                          enum MHD_ConnectionNotificationCode what) {
    atomic_uint *open = context;
    (void)connection;
    (void)socket_context;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED)
        atomic_fetch_sub(open, 1);
}

/* One thread, whose connections the acceptor counts. The library's own limit is out of reach: where a daemon meets it,
 * version 0.9.75 keeps a lock for ever. */
static struct MHD_Daemon *start_daemon(struct web *web, atomic_uint *open) {
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ITC;
    /* The library's Date header is the real clock's: with a clock that stands still it would be a lie. */
    if (clock_is_test(engine_clock(web->engine)))
        flags |= MHD_USE_SUPPRESS_DATE_NO_CLOCK;
    return MHD_start_daemon(flags, 0, NULL, NULL, on_request, web, MHD_OPTION_THREAD_STACK_SIZE, THREAD_STACK,
                            MHD_OPTION_CONNECTION_LIMIT, 2 * CONNECTIONS, MHD_OPTION_NOTIFY_CONNECTION, on_connection,
                            open, MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT,
                            TIMEOUT_SECONDS, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK,
                            leave_escaped, NULL, MHD_OPTION_URI_LOG_CALLBACK, on_target, web,
                            MHD_OPTION_NOTIFY_COMPLETED, on_completed, web, MHD_OPTION_END);
}

static bool start_threads(struct web *web, int listener) {
    unsigned threads = thread_count(&web->options);
    struct acceptor *acceptor = &web->acceptor;
    *acceptor = (struct acceptor){.daemons = ARENA_ARRAY(web->a, threads, struct MHD_Daemon *),
                                  .open = ARENA_ARRAY(web->a, threads, atomic_uint),
                                  .for_each_most = (CONNECTIONS + threads - 1) / threads,
                                  .listener = listener};
    for (; acceptor->count < threads; acceptor->count++) {
        acceptor->daemons[acceptor->count] = start_daemon(web, &acceptor->open[acceptor->count]);
        if (acceptor->daemons[acceptor->count] == NULL)
            return false;
    }
    return acceptor_start(acceptor) && ticker_start(&web->ticker, web->engine);
}

bool web_start(const struct web_options *options, struct engine *engine, struct arena *a, struct web **web_r,
               const char **error_r) {
    if (sodium_init() < 0)
        return fail(a, error_r, "The cryptographic library could not be started.");
    struct arena *own = arena_new();
    struct web *web = ARENA_NEW(own, struct web);
    web->a = own;
    web->engine = engine;
    take_options(web, options);
    const char *address;
    int listener = listen_on(options->listen, a, &address, error_r);
    if (listener < 0)
        goto failed;
    web->address = arena_strdup(own, address);
    if (!passwords_init(&web->passwords, own)) {
        fail(a, error_r, "There is no memory to check passwords with.");
        goto close_listener;
    }
    limit_init(&web->openings);
    limit_init(&web->codes);
    web->real = clock_new_real();
    pthread_mutex_init(&web->lock, NULL);
    if (start_threads(web, listener)) {
        *web_r = web;
        return true;
    }
    fail(a, error_r, "The server's threads could not be started.");
    web_stop(&web);
    return false;
close_listener:
    close(listener);
failed:
    arena_free(&own);
    return false;
}

const char *web_address(const struct web *web) {
    return web->address;
}

void web_stop(struct web **web_at) {
    struct web *web = *web_at;
    if (web == NULL)
        return;
    *web_at = NULL;
    acceptor_stop(&web->acceptor);
    close(web->acceptor.listener);
    for (size_t i = 0; i < web->acceptor.count; i++)
        MHD_stop_daemon(web->acceptor.daemons[i]);
    ticker_stop(&web->ticker);
    for (size_t i = 0; i < web->spare.count; i++)
        arena_free(&web->spare.at[i]);
    passwords_end(&web->passwords);
    limit_end(&web->codes);
    limit_end(&web->openings);
    clock_free(&web->real);
    pthread_mutex_destroy(&web->lock);
    struct arena *own = web->a;
    arena_free(&own);
}
