#include "pack/merge_private.h"

static bool merge_map(const struct merge *merge, const struct node *base, const struct node *over,
                      const struct node **merged_r) {
    struct node *merged = node_like(merge->tree, NODE_MAP, over);
    for (size_t i = 0; base != NULL && i < base->keys.count; i++) {
        const struct node *key = base->keys.at[i], *value = base->items.at[i];
        const struct node *change = node_get(over, key->text);
        if (change != NULL && node_is_removal(change))
            continue;
        if (change != NULL && !merge_nodes(merge, value, change, &value))
            return false;
        node_add(merge->tree, merged, change == NULL ? key : node_get_key(over, key->text), value);
    }
    for (size_t i = 0; i < over->keys.count; i++) {
        const struct node *key = over->keys.at[i], *value = over->items.at[i];
        if (node_get(base, key->text) != NULL)
            continue;
        if (node_is_removal(value)) {
            if (merge->strict)
                return node_fail(value, merge->a, merge->error_r,
                                 "\"%s\" is removed, but there is none; expected a key of what this extends.",
                                 key->text);
            continue;
        }
        if (!merge_nodes(merge, NULL, value, &value))
            return false;
        node_add(merge->tree, merged, key, value);
    }
    *merged_r = merged;
    return true;
}

bool merge_nodes(const struct merge *merge, const struct node *base, const struct node *over,
                 const struct node **merged_r) {
    if (over->kind == NODE_MAP)
        return merge_map(merge, base != NULL && base->kind == NODE_MAP ? base : NULL, over, merged_r);
    *merged_r = over;
    return true;
}

static const struct node *clause_of(const struct node *clauses, const char *id) {
    for (size_t i = 0; id != NULL && i < clauses->items.count; i++) {
        if (text_equal(node_get_text(clauses->items.at[i], "id"), id))
            return clauses->items.at[i];
    }
    return NULL;
}

const struct node *merge_clauses(struct arena *tree, const struct node *base, const struct node *over) {
    struct node *joined = node_like(tree, NODE_LIST, over);
    for (size_t i = 0; i < base->items.count; i++) {
        const struct node *clause = base->items.at[i];
        if (clause_of(over, node_get_text(clause, "id")) == NULL)
            node_add(tree, joined, NULL, clause);
    }
    for (size_t i = 0; i < over->items.count; i++)
        node_add(tree, joined, NULL, over->items.at[i]);
    return joined;
}
