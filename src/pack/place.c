#include "pack/build_private.h"

/* Where a rule stands: a table beside the pack's structs, sorted by their addresses, so that none of them carries it.
 */
struct placed {
    const void *rule;
    size_t order; /* in which it was added */
    struct pack_place place;
};

struct places {
    LIST(struct placed) list;
};

void build_place(struct build *b, const void *rule, const struct node *node) {
    if (b->pack->places == NULL)
        b->pack->places = ARENA_NEW(b->arena, struct places);
    struct places *places = b->pack->places;
    struct placed placed = {rule, places->list.count, {node->file, node->line, node->column}};
    LIST_ADD(b->arena, &places->list, placed);
}

static int compare_rules(const void *a, const void *b) {
    uintptr_t one = (uintptr_t)((const struct placed *)a)->rule, other = (uintptr_t)((const struct placed *)b)->rule;
    return (one > other) - (one < other);
}

static int compare_placed(const void *a, const void *b) {
    int order = compare_rules(a, b);
    size_t one = ((const struct placed *)a)->order, other = ((const struct placed *)b)->order;
    return order != 0 ? order : (one > other) - (one < other);
}

/* A rule that was added twice is where it was first: an entry of a mapping at its key, not at its value. */
void build_places_sort(struct build *b) {
    struct places *places = b->pack->places;
    size_t kept = 0;
    qsort(places->list.at, places->list.count, sizeof(*places->list.at), compare_placed);
    for (size_t i = 0; i < places->list.count; i++) {
        if (kept == 0 || places->list.at[kept - 1].rule != places->list.at[i].rule)
            places->list.at[kept++] = places->list.at[i];
    }
    places->list.count = kept;
}

struct pack_place pack_place(const struct pack *pack, const void *rule) {
    struct placed wanted = {.rule = rule};
    const struct placed *found = bsearch(&wanted, pack->places->list.at, pack->places->list.count,
                                         sizeof(*pack->places->list.at), compare_rules);
    return found == NULL ? pack_place(pack, pack) : found->place;
}
