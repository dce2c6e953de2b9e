#include "web/url.h"

static int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool is_allowed(unsigned char c, bool form) {
    if (form && (c == '\t' || c == '\r' || c == '\n'))
        return true;
    return c >= 0x20 && c != 0x7f;
}

char *url_decode(struct arena *a, const char *text, size_t length, bool form) {
    char *decoded = arena_alloc(a, length + 1), *to = decoded;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '%') {
            int high = i + 2 < length ? hex_value(text[i + 1]) : -1;
            int low = high >= 0 ? hex_value(text[i + 2]) : -1;
            if (low < 0)
                return NULL;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && form) {
            c = ' ';
        }
        if (!is_allowed((unsigned char)c, form))
            return NULL;
        *to++ = c;
    }
    *to = '\0';
    return text_is_utf8(decoded, (size_t)(to - decoded)) ? decoded : NULL;
}

static bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

void url_encode(struct buf *to, const char *text) {
    for (const char *p = text; *p != '\0'; p++) {
        const char *from = p;
        while (is_unreserved(*p))
            p++;
        buf_add(to, from, (size_t)(p - from));
        if (*p == '\0')
            return;
        buf_addf(to, "%%%02X", (unsigned)(unsigned char)*p);
    }
}

bool url_pairs(struct arena *a, const char *text, size_t length, bool form, struct http_pairs *pairs_r,
               const char **error_r) {
    *pairs_r = (struct http_pairs){0};
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        if (stop == NULL)
            stop = end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        const char *name_end = equals == NULL ? stop : equals;
        struct http_pair pair = {.value = ""};
        pair.name = url_decode(a, at, (size_t)(name_end - at), true);
        if (equals != NULL)
            pair.value = url_decode(a, equals + 1, (size_t)(stop - equals - 1), true);
        if (pair.name == NULL || pair.value == NULL)
            return fail(a, error_r, "A %s has a broken escape or a byte that is no text.", form ? "field" : "query");
        if (pair.name[0] == '\0' || strlen(pair.name) > URL_NAME_MOST)
            return fail(a, error_r, "A name is empty or longer than %d bytes.", URL_NAME_MOST);
        if (http_value(pairs_r, pair.name) != NULL)
            return fail(a, error_r, "A name comes twice.");
        if (pairs_r->list.count == URL_PAIRS_MOST)
            return fail(a, error_r, "There are more than %d values.", URL_PAIRS_MOST);
        LIST_ADD(a, &pairs_r->list, pair);
        at = stop + 1;
    }
    return true;
}

bool url_path(struct arena *a, const char *path, size_t length, struct url_pieces *pieces_r) {
    *pieces_r = (struct url_pieces){0};
    if (length == 0 || path[0] != '/')
        return false;
    if (length == 1)
        return true;
    const char *end = path + length;
    for (const char *at = path + 1; at <= end;) {
        const char *stop = at < end ? memchr(at, '/', (size_t)(end - at)) : NULL;
        if (stop == NULL)
            stop = end;
        const char *piece = url_decode(a, at, (size_t)(stop - at), false);
        if (text_empty(piece) || text_equal(piece, ".") || text_equal(piece, ".."))
            return false;
        LIST_ADD(a, &pieces_r->list, piece);
        at = stop + 1;
    }
    return true;
}

const char *http_value(const struct http_pairs *pairs, const char *name) {
    for (size_t i = 0; i < pairs->list.count; i++)
        if (strcmp(pairs->list.at[i].name, name) == 0)
            return pairs->list.at[i].value;
    return NULL;
}

bool url_is_plain(const char *text) {
    for (const char *p = text; *p != '\0'; p++)
        if (*p <= 0x20 || *p == 0x7f || *p == '#' || *p == '\\')
            return false;
    return true;
}
