/* merge: what a pack says on top of the pack that it extends. See docs/packs.md, "Extending". */
#ifndef COMITY_PACK_MERGE_PRIVATE_H
#define COMITY_PACK_MERGE_PRIVATE_H

#include "pack/node_private.h"

struct merge {
    struct arena *tree; /* where new nodes live */
    bool strict;        /* removing what is not there is an error */
    struct arena *a;    /* for errors */
    const char **error_r;
};

/* base can be NULL: then only the removals in over are done. */
bool merge_nodes(const struct merge *merge, const struct node *base, const struct node *over,
                 const struct node **merged_r);
/* The clauses of two packs in one list, without base's where over has the same id. Both are lists. */
const struct node *merge_clauses(struct arena *tree, const struct node *base, const struct node *over);

#endif
