/* Whatever the bytes: a pack or an error; and a pack's source gives the same pack. */
#include "pack/told.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *a = arena_new();
    struct pack *pack, *again;
    const char *error;
    struct pack_findings findings = {0};
    if (pack_parse((const char *)data, size, a, &pack, &error)) {
        if (!pack_parse(pack->source, strlen(pack->source), a, &again, &error) ||
            strcmp(again->source, pack->source) != 0)
            abort();
        pack_check(pack, a, &findings);
        pack_free(&again);
        pack_free(&pack);
    }
    arena_free(&a);
    return 0;
}
