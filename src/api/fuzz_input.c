/* Whatever bytes come as a body: read or refused with a sentence, and nothing else. */
#include "api/api_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const members[] = {"procedure", "fields", "to", NULL};
    struct arena *a = arena_new();
    struct api_input input;
    const char *error = NULL;
    char *text = arena_strndup(a, (const char *)data, size);
    if (!api_input_read(text, strlen(text), members, a, &input, &error) && error == NULL)
        abort();
    arena_free(&a);
    return 0;
}
