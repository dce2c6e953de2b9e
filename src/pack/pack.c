#include "pack/build_private.h"
#include "pack/load_private.h"

/* Builds the pack from a tree in the arena, which from then on is the pack's. */
static bool build(struct arena *arena, const struct node *tree, struct pack **pack_r, struct arena *a,
                  const char **error_r) {
    struct pack *pack = ARENA_NEW(arena, struct pack);
    struct build b = {.arena = arena, .pack = pack, .a = a, .error_r = error_r};
    if (!build_pack(&b, tree))
        return false;
    build_places_sort(&b);
    pack->arena = arena;
    pack->tree = tree;
    pack->source = pack_write(arena, tree);
    size_t length = strlen(pack->source);
    if (length > NODE_BYTES_MOST)
        return fail(a, error_r, "The pack \"%s\" with all that it extends is larger than 1 MiB.", pack->name);
    pack->hash = text_sha256(arena, pack->source, length);
    *pack_r = pack;
    return true;
}

bool pack_load(const char *root, const char *name, struct arena *a, struct pack **pack_r, const char **error_r) {
    return pack_load_over(root, root, name, a, pack_r, error_r);
}

bool pack_load_over(const char *root, const char *bases, const char *name, struct arena *a, struct pack **pack_r,
                    const char **error_r) {
    struct arena *arena = arena_new();
    const struct node *tree;
    if (pack_gather(root, bases, name, arena, &tree, a, error_r) && build(arena, tree, pack_r, a, error_r))
        return true;
    arena_free(&arena);
    return false;
}

bool pack_parse(const char *source, size_t length, struct arena *a, struct pack **pack_r, const char **error_r) {
    struct arena *arena = arena_new();
    const struct node *tree;
    if (node_read(arena, "pack", source, length, &tree, a, error_r) && build(arena, tree, pack_r, a, error_r))
        return true;
    arena_free(&arena);
    return false;
}

void pack_free(struct pack **pack) {
    if (*pack == NULL)
        return;
    struct arena *arena = (*pack)->arena; /* the pack itself lives in it */
    arena_free(&arena);
    *pack = NULL;
}
