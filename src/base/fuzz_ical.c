/* Any text as the title of an event: it stays within its property, and no line is too long. */
#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct buf out = {.arena = a};
    size_t properties = 0;
    const char *summary = arena_strndup(a, (const char *)data, size);
    if (!text_is_utf8(summary, strlen(summary)))
        summary = "";
    ical_event(&out, &(struct ical_event){.uid = "x", .summary = summary, .end = INSTANT_NONE});
    for (char **line = text_split(a, buf_text(&out), '\n'); (*line)[0] != '\0'; line++) {
        size_t length = strlen(*line);
        if (length > 76 || (*line)[length - 1] != '\r' || !text_is_utf8(*line, length))
            abort();
        properties += (*line)[0] != ' ';
    }
    if (properties != 10)
        abort();
    arena_free(&a);
    return 0;
}
