/* Any bytes as a spreadsheet of Officers. What is taken can be exported and read again. */
#include "directory/directory_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct directory *directory = directory_new(), *copy = directory_new();
    struct import_report report = {0};
    const char *error = NULL;
    if (directory_import_csv(directory, (const char *)data, size, 20000, &(struct offices){0}, &report, a, &error)) {
        struct buf first = {.arena = a}, second = {.arena = a};
        directory_export_popolo(directory, &first);
        if (!directory_import_popolo(copy, first.data, first.length, &report, a, &error))
            abort();
        directory_export_popolo(copy, &second);
        if (strcmp(buf_text(&first), buf_text(&second)) != 0)
            abort();
    } else if (error == NULL || directory->person_count > 0) {
        abort();
    }
    directory_free(&copy);
    directory_free(&directory);
    arena_free(&a);
    return 0;
}
