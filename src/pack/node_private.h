/*
 * node: the tree that a pack's text is read into, before anything in it has a meaning. Trees are never changed: merging
 * makes new nodes that share what stayed the same.
 */
#ifndef COMITY_PACK_NODE_PRIVATE_H
#define COMITY_PACK_NODE_PRIVATE_H

#include "base/base.h"

/* Limits of what is read; beyond them it is no protocol but an attack or a mistake. */
enum { NODE_BYTES_MOST = 1024 * 1024, NODE_DEPTH_MOST = 32, NODE_CHILDREN_MOST = 1024 };

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    const char *file;
    size_t line, column;            /* from 1 */
    const char *text;               /* of a text */
    bool quoted;                    /* of a text: it was written with quotes or as a block */
    LIST(const struct node *) keys; /* of a map: texts, none twice; in step with items */
    LIST(const struct node *) items;
};

/* Reads YAML of at most NODE_BYTES_MOST; file is its name in errors. The tree lives in the arena tree, an error in the
 * arena a. */
bool node_read(struct arena *tree, const char *file, const char *text, size_t length, const struct node **node_r,
               struct arena *a, const char **error_r);

/* Sets the error "FILE:LINE:COLUMN: …" and returns false. */
bool node_fail(const struct node *at, struct arena *a, const char **error_r, const char *format, ...) PRINTF_LIKE(4, 5);

/* The value of a key; NULL when there is none or the node is no map. */
const struct node *node_get(const struct node *map, const char *key);
/* The key itself, as the map has it. */
const struct node *node_get_key(const struct node *map, const char *key);
/* The text of a key; NULL when there is none or it is no text. */
const char *node_get_text(const struct node *map, const char *key);
/* The map with a key set to a value, or without it when that is NULL. */
const struct node *node_set(struct arena *arena, const struct node *map, const char *key, const struct node *value);
/* A new list or map that takes its place in the file from another node. */
struct node *node_like(struct arena *arena, enum node_kind kind, const struct node *place);
void node_add(struct arena *arena, struct node *to, const struct node *key, const struct node *value);

/* A plain `~`. */
bool node_is_removal(const struct node *node);
/* Plain text that another reader could take for a number, a truth value or nothing. */
bool node_is_ambiguous(const struct node *node);

#endif
