#include "base/base.h"

static void buf_reserve(struct buf *buf, size_t more) {
    size_t need = buf->length + more + 1;
    if (need <= buf->room)
        return;
    size_t room = buf->room < 256 ? 256 : buf->room * 2;
    if (room < need)
        room = need;
    if (buf->arena != NULL) {
        char *data = arena_bytes(buf->arena, room);
        if (buf->length > 0)
            memcpy(data, buf->data, buf->length);
        buf->data = data;
    } else {
        char *data = realloc(buf->data, room);
        if (data == NULL) {
            fputs("comity: out of memory\n", stderr);
            abort();
        }
        buf->data = data;
    }
    buf->room = room;
}

void buf_add(struct buf *buf, const void *bytes, size_t length) {
    buf_reserve(buf, length);
    if (length > 0)
        memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}

void buf_adds(struct buf *buf, const char *text) {
    buf_add(buf, text, strlen(text));
}

void buf_addc(struct buf *buf, char c) {
    buf_add(buf, &c, 1);
}

void buf_addf(struct buf *buf, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    if (length > 0) {
        buf_reserve(buf, (size_t)length);
        vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
    va_end(args);
}

void buf_add_number(struct buf *buf, int64_t number, int digits) {
    char text[20], *end = text + sizeof(text), *at = end;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    for (; left > 0 || end - at < digits; left /= 10)
        *--at = (char)('0' + left % 10);
    if (number < 0)
        buf_addc(buf, '-');
    buf_add(buf, at, (size_t)(end - at));
}

const char *buf_text(const struct buf *buf) {
    return buf->length == 0 ? "" : buf->data;
}

void buf_clear(struct buf *buf) {
    buf->length = 0;
    if (buf->data != NULL)
        buf->data[0] = '\0';
}

void buf_free(struct buf *buf) {
    if (buf->arena == NULL)
        free(buf->data);
    buf->data = NULL;
    buf->length = buf->room = 0;
}
