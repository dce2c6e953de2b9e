/* Any bytes are a form or an error; what was read comes back from being written. */
#include "web/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds) {
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct http_pairs pairs, again;
    const char *error = NULL;
    if (!url_pairs(a, (const char *)data, size, true, &pairs, &error)) {
        expect(error != NULL);
        arena_free(&a);
        return 0;
    }
    struct buf written = {.arena = a};
    for (size_t i = 0; i < pairs.list.count; i++) {
        url_encode(&written, pairs.list.at[i].name);
        buf_addc(&written, '=');
        url_encode(&written, pairs.list.at[i].value);
        buf_addc(&written, '&');
    }
    expect(url_pairs(a, buf_text(&written), written.length, true, &again, &error));
    expect(pairs.list.count == again.list.count);
    for (size_t i = 0; i < pairs.list.count; i++) {
        expect(strcmp(pairs.list.at[i].name, again.list.at[i].name) == 0);
        expect(strcmp(pairs.list.at[i].value, again.list.at[i].value) == 0);
    }
    arena_free(&a);
    return 0;
}
