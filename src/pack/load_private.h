/* load: from folders to one tree, and from a tree to its canonical text. */
#ifndef COMITY_PACK_LOAD_PRIVATE_H
#define COMITY_PACK_LOAD_PRIVATE_H

#include "pack/node_private.h"
#include "pack/pack.h"

/* Reads root/NAME and all that it extends (in root, else in bases) into one tree: the keys of pack.yaml, "holidays" and
 * "procedures". The tree lives in the arena tree, an error in the arena a. */
bool pack_gather(const char *root, const char *bases, const char *name, struct arena *tree, const struct node **tree_r,
                 struct arena *a, const char **error_r);

/* The tree as JSON, which node_read reads as the same tree: text in quotes, truth values plain. Holidays that no
 * calendar of the pack uses are left out. */
const char *pack_write(struct arena *arena, const struct node *tree);

#endif
