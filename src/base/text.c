#include "base/base.h"

#include <errno.h>
#include <sodium.h>

bool text_equal(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool text_starts(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_ends(const char *text, const char *suffix) {
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && memcmp(text + length - tail, suffix, tail) == 0;
}

bool text_empty(const char *text) {
    return text == NULL || text[0] == '\0';
}

char *text_clean(struct arena *arena, const char *text) {
    char *clean = arena_alloc(arena, strlen(text) + 1), *to = clean;
    for (const char *p = text; *p != '\0'; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '\r') {
            if (p[1] != '\n')
                *to++ = '\n';
        } else if (c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f)) {
            *to++ = *p;
        }
    }
    while (to > clean && strchr(" \t\n", to[-1]) != NULL)
        to--;
    *to = '\0';
    return clean + strspn(clean, " \t\n");
}

bool text_to_int(const char *text, int64_t least, int64_t most, int64_t *number_r) {
    char *end;
    if (text_empty(text) || strchr(" \t\n\v\f\r+", text[0]) != NULL)
        return false;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (errno != 0 || *end != '\0' || end == text || number < least || number > most)
        return false;
    *number_r = number;
    return true;
}

char **text_split(struct arena *arena, const char *text, char separator) {
    size_t count = 1;
    for (const char *p = text; *p != '\0'; p++)
        count += *p == separator;
    char **pieces = ARENA_ARRAY(arena, count + 1, char *);
    for (size_t i = 0; i < count; i++) {
        const char *end = strchr(text, separator);
        size_t length = end == NULL ? strlen(text) : (size_t)(end - text);
        pieces[i] = arena_strndup(arena, text, length);
        text += length + 1;
    }
    return pieces;
}

char *text_slug(struct arena *arena, const char *text) {
    char *slug = arena_alloc(arena, strlen(text) + 1), *to = slug;
    for (const char *p = text; *p != '\0'; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            *to++ = c;
        else if (c != '\'' && to > slug && to[-1] != '-')
            *to++ = '-';
    }
    if (to > slug && to[-1] == '-')
        to--;
    *to = '\0';
    return slug;
}

char *text_hex(struct arena *arena, const uint8_t *bytes, size_t length) {
    char *hex = arena_alloc(arena, length * 2 + 1);
    return sodium_bin2hex(hex, length * 2 + 1, bytes, length);
}

char *text_sha256(struct arena *arena, const void *bytes, size_t length) {
    uint8_t hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, bytes, length);
    return text_hex(arena, hash, sizeof(hash));
}

char *text_digest(struct arena *arena, const void *bytes, size_t length) {
    uint8_t hash[crypto_generichash_BYTES];
    crypto_generichash(hash, sizeof(hash), bytes, length, NULL, 0);
    return text_hex(arena, hash, sizeof(hash));
}

bool file_read(struct arena *arena, const char *path, size_t limit, char **data_r, size_t *length_r,
               const char **error_r) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return fail(arena, error_r, "%s: cannot be opened: %s.", path, strerror(errno));
    struct buf buf = {.arena = arena};
    char chunk[8192];
    size_t got;
    while (buf.length <= limit && (got = fread(chunk, 1, sizeof(chunk), file)) > 0)
        buf_add(&buf, chunk, got);
    bool failed = ferror(file) != 0;
    fclose(file);
    if (failed)
        return fail(arena, error_r, "%s: cannot be read.", path);
    if (buf.length > limit)
        return fail(arena, error_r, "%s: is larger than %zu bytes.", path, limit);
    *data_r = buf.length == 0 ? arena_strdup(arena, "") : buf.data;
    *length_r = buf.length;
    return true;
}
