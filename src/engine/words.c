/* The words of a text, as search keeps and asks for them: hashes, so that the index holds no second copy of what was
 * written. */
#include "engine/engine.h"

#include <stdlib.h>

/* The code point at *text, which moves past it. A byte that is no UTF-8 is taken for itself. */
static uint32_t next_code(const unsigned char **text) {
    const unsigned char *at = *text;
    int more = at[0] >= 0xF0 ? 3 : at[0] >= 0xE0 ? 2 : at[0] >= 0xC0 ? 1 : 0;
    uint32_t code = more == 0 ? at[0] : at[0] & (0x3Fu >> more);
    for (int i = 1; i <= more; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            *text = at + 1;
            return at[0];
        }
        code = code << 6 | (at[i] & 0x3Fu);
    }
    *text = at + 1 + more;
    return code;
}

static bool is_word_code(uint32_t code) {
    if (code < 0x80)
        return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    bool latin_sign = code < 0xC0 || code == 0xD7 || code == 0xF7;
    bool punctuation = (code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x303F);
    return !latin_sign && !punctuation;
}

/* Lower case of the letters of English, Welsh, Gaelic and the other languages of western and central Europe. */
static uint32_t lower(uint32_t code) {
    if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE))
        return code + 0x20;
    bool even_is_upper = (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177);
    bool odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if ((even_is_upper && code % 2 == 0) || (odd_is_upper && code % 2 == 1))
        return code + 1;
    return code;
}

static int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

void words_of(struct arena *a, const char *text, struct words *words_r) {
    static const uint64_t fnv_start = 14695981039346656037u, fnv_prime = 1099511628211u;
    *words_r = (struct words){0};
    uint64_t hash = fnv_start;
    int length = 0;
    for (const unsigned char *at = (const unsigned char *)text;;) {
        uint32_t code = *at == '\0' ? 0 : next_code(&at);
        if (code != 0 && is_word_code(code)) {
            hash = (hash ^ lower(code)) * fnv_prime;
            length++;
            continue;
        }
        if (length >= 2)
            LIST_ADD(a, &words_r->hashes, (int64_t)hash);
        hash = fnv_start;
        length = 0;
        if (code == 0)
            break;
    }
    if (words_r->hashes.count == 0)
        return;
    qsort(words_r->hashes.at, words_r->hashes.count, sizeof(int64_t), by_value);
    size_t kept = 1;
    for (size_t i = 1; i < words_r->hashes.count; i++)
        if (words_r->hashes.at[i] != words_r->hashes.at[kept - 1])
            words_r->hashes.at[kept++] = words_r->hashes.at[i];
    words_r->hashes.count = kept;
}
