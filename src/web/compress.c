#include "web/compress.h"

#include <zlib.h>

#define LEAST ((size_t)1024) /* bytes, below which little is won */
#define LEVEL 1  /* of 9: a quarter of the bytes; 9 wins a tenth of them more, and takes up to thrice as long */
#define MEMORY 8 /* of 9: zlib's own measure */
#define GZIP 16  /* beside the window's bits: with gzip's header */

static bool is_offered(const char *value) {
    static const char *const offered[] = {"", "1", "all", "closed", "member", "officer", "open", "yes"};
    for (size_t i = 0; i < LENGTH_OF(offered); i++)
        if (strcmp(value, offered[i]) == 0)
            return true;
    return false;
}

static bool writes_nothing_back(const struct http_request *request) {
    if (request->method == HTTP_POST)
        return false;
    for (size_t i = 0; i < request->query.list.count; i++)
        if (!is_offered(request->query.list.at[i].value))
            return false;
    return true;
}

/* The body as it is when zlib has no memory. */
static bool pack(struct http_response *response, struct arena *a) {
    z_stream stream = {.next_in = (Bytef *)response->body.data, .avail_in = (uInt)response->body.length};
    if (deflateInit2(&stream, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    size_t room = deflateBound(&stream, (uLong)response->body.length);
    struct buf packed = {.data = arena_alloc(a, room), .room = room, .arena = a};
    stream.next_out = (Bytef *)packed.data;
    stream.avail_out = (uInt)room;
    bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.length = room - stream.avail_out;
    deflateEnd(&stream);
    if (done)
        response->body = packed;
    return done;
}

void compress_page(struct http_request *request, struct http_response *response) {
    if (response->fixed != NULL || response->type == NULL || !text_starts(response->type, "text/html"))
        return;
    http_header(request, response, "Vary", "Accept-Encoding");
    if (request->gzip && response->body.length >= LEAST && writes_nothing_back(request) && pack(response, request->a))
        http_header(request, response, "Content-Encoding", "gzip");
}
