/* Any bytes as a ModernGov answer: whatever is taken is built, asked and exported, and taken again without a change. */
#include "directory/directory_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct directory *directory = directory_new();
    struct import_report report = {0};
    const char *error = NULL;
    const int32_t today = 20784; /* 27 November 2026 */
    if (directory_import_moderngov(directory, (const char *)data, size, today, &report, a, &error)) {
        struct buf first = {.arena = a}, second = {.arena = a};
        directory_export_popolo(directory, &first);
        if (!directory_import_moderngov(directory, (const char *)data, size, today, &report, a, &error))
            abort();
        directory_export_popolo(directory, &second);
        if (strcmp(buf_text(&first), buf_text(&second)) != 0)
            abort();
    } else if (error == NULL || directory->person_count > 0) {
        abort();
    }
    directory_free(&directory);
    arena_free(&a);
    return 0;
}
