/* Escaped text must hold no byte that could end it, and must read back as what it was. */
#include "govuk/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t unescape_one(const char *at, char *c_r) {
    static const struct {
        const char *entity;
        char c;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    *c_r = *at;
    if (*at != '&')
        return 1;
    for (size_t i = 0; i < LENGTH_OF(known); i++) {
        size_t length = strlen(known[i].entity);
        if (strncmp(at, known[i].entity, length) == 0) {
            *c_r = known[i].c;
            return length;
        }
    }
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct html out = {0};
    html_text_part(&out, (const char *)data, size);
    struct markup markup = html_markup(&out);
    size_t at = 0;
    for (size_t i = 0; i < size; i++) {
        char c;
        if (at >= markup.length || strchr("<>\"'", markup.raw[at]) == markup.raw + at)
            abort();
        at += unescape_one(markup.raw + at, &c);
        if (c != (char)data[i])
            abort();
    }
    if (at != markup.length)
        abort();
    html_free(&out);
    return 0;
}
