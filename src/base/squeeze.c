#include "base/base.h"

#include <sodium.h>
#include <string.h>
#include <zlib.h>

#define BASE64 sodium_base64_VARIANT_ORIGINAL

char *text_squeeze(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    uLongf size = compressBound(length);
    uint8_t *bytes = arena_alloc(arena, size);
    if (compress2(bytes, &size, (const Bytef *)text, length, Z_BEST_COMPRESSION) != Z_OK)
        abort(); /* zlib fails here only without memory */
    size_t room = sodium_base64_ENCODED_LEN(size, BASE64);
    return sodium_bin2base64(arena_alloc(arena, room), room, bytes, size, BASE64);
}

char *text_unsqueeze(struct arena *arena, const char *squeezed, size_t limit) {
    size_t length = strlen(squeezed), size;
    uint8_t *bytes = arena_alloc(arena, length + 1);
    if (sodium_base642bin(bytes, length, squeezed, length, NULL, &size, NULL, BASE64) != 0)
        return NULL;
    z_stream stream = {.next_in = bytes, .avail_in = (uInt)size};
    if (inflateInit(&stream) != Z_OK)
        return NULL;
    struct buf text = {.arena = arena};
    uint8_t chunk[16384];
    int state = Z_OK;
    while (state == Z_OK && text.length <= limit) {
        stream.next_out = chunk;
        stream.avail_out = sizeof(chunk);
        state = inflate(&stream, Z_NO_FLUSH);
        buf_add(&text, chunk, sizeof(chunk) - stream.avail_out);
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END && text.length <= limit ? arena_strdup(arena, buf_text(&text)) : NULL;
}
