#include "pack/node_private.h"

#include <strings.h>

bool node_fail(const struct node *at, struct arena *a, const char **error_r, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *say = arena_vprintf(a, format, args);
    va_end(args);
    return fail(a, error_r, "%s:%zu:%zu: %s", at->file, at->line, at->column, say);
}

const struct node *node_get(const struct node *map, const char *key) {
    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->keys.count; i++) {
        if (text_equal(map->keys.at[i]->text, key))
            return map->items.at[i];
    }
    return NULL;
}

const struct node *node_get_key(const struct node *map, const char *key) {
    for (size_t i = 0; i < map->keys.count; i++) {
        if (text_equal(map->keys.at[i]->text, key))
            return map->keys.at[i];
    }
    return NULL;
}

const char *node_get_text(const struct node *map, const char *key) {
    const struct node *value = node_get(map, key);
    return value != NULL && value->kind == NODE_TEXT ? value->text : NULL;
}

struct node *node_like(struct arena *arena, enum node_kind kind, const struct node *place) {
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.kind = kind, .file = place->file, .line = place->line, .column = place->column};
    return node;
}

void node_add(struct arena *arena, struct node *to, const struct node *key, const struct node *value) {
    if (key != NULL)
        LIST_ADD(arena, &to->keys, key);
    LIST_ADD(arena, &to->items, value);
}

const struct node *node_set(struct arena *arena, const struct node *map, const char *key, const struct node *value) {
    struct node *changed = node_like(arena, NODE_MAP, map);
    bool seen = false;
    for (size_t i = 0; i < map->keys.count; i++) {
        bool same = text_equal(map->keys.at[i]->text, key);
        if (!same || value != NULL)
            node_add(arena, changed, map->keys.at[i], same ? value : map->items.at[i]);
        seen = seen || same;
    }
    if (!seen && value != NULL) {
        struct node *name = node_like(arena, NODE_TEXT, value);
        name->text = key;
        name->quoted = true;
        node_add(arena, changed, name, value);
    }
    return changed;
}

bool node_is_removal(const struct node *node) {
    return node->kind == NODE_TEXT && !node->quoted && text_equal(node->text, "~");
}

bool node_is_ambiguous(const struct node *node) {
    /* The words and numbers of YAML 1.1 and 1.2, and dates. The test for numbers is wider than it needs to be, so that
     * it stays plain: quotes never hurt. */
    static const char *const words[] = {"",     "~",     "y",    "n",    "yes",  "no", "on", "off",
                                        "true", "false", "null", ".inf", ".nan", "<<", "="};
    if (node->quoted)
        return false;
    const char *text = node->text + strspn(node->text, "+-");
    for (size_t i = 0; i < LENGTH_OF(words); i++) {
        if (strcasecmp(text, words[i]) == 0)
            return true;
    }
    size_t digit = text[0] == '.' ? 1 : 0;
    return text[digit] >= '0' && text[digit] <= '9' && text[strspn(text, "0123456789.:_,+-abcdefxoABCDEFXO")] == '\0';
}
