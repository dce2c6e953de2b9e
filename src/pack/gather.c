#include "pack/load_private.h"
#include "pack/merge_private.h"

#include <dirent.h>
#include <errno.h>
#include <unistd.h>

struct folder {
    const char *name, *path;
    const struct node *pack;
    const struct node *holidays; /* NULL: it has no holidays.yaml */
    LIST(const struct node *) procedures;
    bool library; /* its procedures are a council's only where a pack that extends it has a file of that name too */
};

struct gather {
    struct arena *tree;
    const char *root, *bases;
    LIST(struct folder) folders; /* the council's own first, then what it extends, and so on */
    struct arena *a;
    const char **error_r;
};

static bool is_folder_name(const char *name) {
    return name[0] != '\0' && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static bool read_file(struct gather *g, const char *path, const struct node **node_r) {
    char *text;
    size_t length;
    return file_read(g->a, path, NODE_BYTES_MOST, &text, &length, g->error_r) &&
           node_read(g->tree, path, text, length, node_r, g->a, g->error_r);
}

/* Reads a file of the folder that must say its own name: `procedure: enquiry` in enquiry.yaml. */
static bool read_named(struct gather *g, const char *path, const char *key, const char *name,
                       const struct node **node_r) {
    if (!read_file(g, path, node_r))
        return false;
    const struct node *said = node_get(*node_r, key);
    if (said == NULL)
        return node_fail(*node_r, g->a, g->error_r, "\"%s\" is missing; expected %s: %s.", key, key, name);
    if (said->kind != NODE_TEXT || !text_equal(said->text, name))
        return node_fail(said, g->a, g->error_r, "this is not the name of the file or folder; expected %s: %s.", key,
                         name);
    return true;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The folder's YAML files, sorted, so that the same pack always comes out the same. */
static bool list_files(struct gather *g, const char *path, const char ***names_r, size_t *count_r) {
    LIST(const char *) names = {0};
    DIR *dir = opendir(path);
    if (dir == NULL)
        return fail(g->a, g->error_r, "%s: cannot be opened: %s; expected the folder of a pack.", path,
                    strerror(errno));
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (text_ends(entry->d_name, ".yaml") && entry->d_name[0] != '.')
            LIST_ADD(g->tree, &names, (const char *)arena_strdup(g->tree, entry->d_name));
    }
    closedir(dir);
    if (names.count > 0)
        qsort(names.at, names.count, sizeof(*names.at), compare_names);
    *names_r = names.at;
    *count_r = names.count;
    return true;
}

/* The council's own pack is in the root; what it extends is there too, or among the bases. */
static const char *folder_path(const struct gather *g, const char *name) {
    const char *path = arena_printf(g->tree, "%s/%s", g->root, name);
    bool elsewhere = g->folders.count > 0 && access(path, F_OK) != 0;
    return elsewhere ? arena_printf(g->tree, "%s/%s", g->bases, name) : path;
}

static bool read_folder(struct gather *g, const char *name, struct folder *folder) {
    const char **files = NULL;
    size_t count = 0;
    *folder = (struct folder){.name = name, .path = folder_path(g, name)};
    if (!list_files(g, folder->path, &files, &count) ||
        !read_named(g, arena_printf(g->tree, "%s/pack.yaml", folder->path), "pack", name, &folder->pack))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(g->tree, "%s/%s", folder->path, files[i]);
        const char *stem = arena_strndup(g->tree, files[i], strlen(files[i]) - strlen(".yaml"));
        const struct node *procedure = NULL;
        if (text_equal(stem, "pack"))
            continue;
        if (text_equal(stem, "holidays")) {
            if (!read_file(g, path, &folder->holidays))
                return false;
        } else {
            if (!read_named(g, path, "procedure", stem, &procedure))
                return false;
            LIST_ADD(g->tree, &folder->procedures, procedure);
        }
    }
    const struct node *library = node_get(folder->pack, "library");
    if (library != NULL && (library->kind != NODE_TEXT || library->quoted || !text_equal(library->text, "yes")))
        return node_fail(library, g->a, g->error_r, "expected yes, without quotes, or no such line.");
    folder->library = library != NULL;
    const struct node *procedures = node_get(folder->pack, "procedures");
    if (procedures != NULL)
        return node_fail(procedures, g->a, g->error_r,
                         "procedures do not stand in pack.yaml; expected a file for each.");
    return true;
}

static bool gather_folders(struct gather *g, const char *name) {
    if (!is_folder_name(name))
        return fail(g->a, g->error_r, "\"%s\" is not the name of a pack; expected small letters, digits and hyphens.",
                    name);
    for (const struct node *extends; name != NULL; name = extends == NULL ? NULL : extends->text) {
        struct folder folder;
        if (!read_folder(g, name, &folder))
            return false;
        LIST_ADD(g->tree, &g->folders, folder);
        extends = node_get(folder.pack, "extends");
        if (extends == NULL)
            continue;
        if (extends->kind != NODE_TEXT || !is_folder_name(extends->text))
            return node_fail(extends, g->a, g->error_r, "this is not the name of a pack; expected a folder's name.");
        for (size_t i = 0; i < g->folders.count; i++) {
            if (text_equal(g->folders.at[i].name, extends->text))
                return node_fail(extends, g->a, g->error_r, "the pack \"%s\" extends itself in the end.",
                                 extends->text);
        }
    }
    return true;
}

/* Only the council's own removals must remove something: those of a base pack were right for the base pack. */
static struct merge merge_rules(const struct gather *g, size_t folder) {
    return (struct merge){.tree = g->tree, .strict = folder == 0, .a = g->a, .error_r = g->error_r};
}

static bool merge_packs(struct gather *g, const struct node **tree_r) {
    const struct node *tree = NULL, *holidays = NULL;
    for (size_t i = g->folders.count; i-- > 0;) {
        const struct folder *folder = &g->folders.at[i];
        struct merge merge = merge_rules(g, i);
        const struct node *base = node_get(tree, "clauses"), *over = node_get(folder->pack, "clauses");
        if (!merge_nodes(&merge, tree, folder->pack, &tree))
            return false;
        if (base != NULL && base->kind == NODE_LIST && over != NULL && over->kind == NODE_LIST)
            tree = node_set(g->tree, tree, "clauses", merge_clauses(g->tree, base, over));
        if (folder->holidays != NULL && !merge_nodes(&merge, holidays, folder->holidays, &holidays))
            return false;
    }
    for (size_t i = 0; holidays != NULL && i < holidays->keys.count; i++) {
        if (!text_equal(holidays->keys.at[i]->text, "holidays"))
            return node_fail(holidays->keys.at[i], g->a, g->error_r,
                             "\"%s\" is not known in holidays.yaml; expected holidays.", holidays->keys.at[i]->text);
    }
    if (node_get(holidays, "holidays") != NULL)
        tree = node_set(g->tree, tree, "holidays", node_get(holidays, "holidays"));
    *tree_r = node_set(g->tree, node_set(g->tree, tree, "extends", NULL), "library", NULL);
    return true;
}

static const struct node *procedure_file(const struct folder *folder, const char *name) {
    for (size_t i = 0; i < folder->procedures.count; i++) {
        if (text_equal(node_get_text(folder->procedures.at[i], "procedure"), name))
            return folder->procedures.at[i];
    }
    return NULL;
}

/* The `like` that counts is that of the council's own file, else of the next one down that has any. */
static const struct node *like_of(const struct gather *g, const char *name) {
    for (size_t i = 0; i < g->folders.count; i++) {
        const struct node *like = node_get(procedure_file(&g->folders.at[i], name), "like");
        if (like != NULL)
            return node_is_removal(like) ? NULL : like;
    }
    return NULL;
}

/* Merges a procedure's files; hops counts how many procedures it was like on the way here. */
static bool merge_procedure(struct gather *g, const char *name, unsigned hops, const struct node **tree_r) {
    const struct node *tree = NULL, *like = like_of(g, name);
    if (like != NULL) {
        if (like->kind != NODE_TEXT)
            return node_fail(like, g->a, g->error_r, "this is not a procedure; expected the name of one.");
        if (hops == NODE_DEPTH_MOST)
            return node_fail(like, g->a, g->error_r, "the procedure \"%s\" is like itself in the end.", like->text);
        if (!merge_procedure(g, like->text, hops + 1, &tree))
            return false;
        if (tree == NULL)
            return node_fail(like, g->a, g->error_r, "there is no procedure \"%s\" that this could be like.",
                             like->text);
    }
    for (size_t i = g->folders.count; i-- > 0;) {
        struct merge merge = merge_rules(g, i);
        const struct node *file = procedure_file(&g->folders.at[i], name);
        if (file != NULL && !merge_nodes(&merge, tree, node_set(g->tree, file, "like", NULL), &tree))
            return false;
    }
    *tree_r = tree;
    return true;
}

/* Adds those procedures that begin as another's copy, or those that do not. */
static bool add_procedures(struct gather *g, const char *const *names, size_t count, bool copies, struct node *list) {
    for (size_t i = 0; i < count; i++) {
        const struct node *procedure = NULL;
        if ((i > 0 && text_equal(names[i], names[i - 1])) || (like_of(g, names[i]) != NULL) != copies)
            continue;
        if (!merge_procedure(g, names[i], 0, &procedure))
            return false;
        node_add(g->tree, list, NULL, procedure);
    }
    return true;
}

/* Sorted by name; but first come those that others are like, as people are offered them in this order. */
static bool merge_procedures(struct gather *g, const struct node *place, const struct node **list_r) {
    LIST(const char *) names = {0};
    struct node *list = node_like(g->tree, NODE_LIST, place);
    for (size_t i = 0; i < g->folders.count; i++) {
        for (size_t k = 0; k < g->folders.at[i].procedures.count && !g->folders.at[i].library; k++)
            LIST_ADD(g->tree, &names, node_get_text(g->folders.at[i].procedures.at[k], "procedure"));
    }
    if (names.count > 0)
        qsort(names.at, names.count, sizeof(*names.at), compare_names);
    if (!add_procedures(g, names.at, names.count, false, list) || !add_procedures(g, names.at, names.count, true, list))
        return false;
    *list_r = list;
    return true;
}

static bool is_of_a_library(const struct gather *g, const struct node *clause) {
    for (size_t i = 0; i < g->folders.count; i++) {
        const struct node *clauses = node_get(g->folders.at[i].pack, "clauses");
        for (size_t k = 0; g->folders.at[i].library && clauses != NULL && k < clauses->items.count; k++) {
            if (clauses->items.at[k] == clause)
                return true;
        }
    }
    return false;
}

/* Whether a text or a key of the tree is this id, but for where the clause itself says it. */
static bool names_clause(const struct node *node, const struct node *id) {
    if (node->kind == NODE_TEXT)
        return node != id && text_equal(node->text, id->text);
    for (size_t i = 0; i < node->items.count; i++) {
        if (names_clause(node->items.at[i], id) || (node->kind == NODE_MAP && names_clause(node->keys.at[i], id)))
            return true;
    }
    return false;
}

/* What a library says for procedures that a council does not have is no clause of the council's. */
static const struct node *without_unused_clauses(const struct gather *g, const struct node *tree) {
    const struct node *clauses = node_get(tree, "clauses");
    if (clauses == NULL || clauses->kind != NODE_LIST)
        return tree;
    struct node *kept = node_like(g->tree, NODE_LIST, clauses);
    for (size_t i = 0; i < clauses->items.count; i++) {
        const struct node *clause = clauses->items.at[i], *id = node_get(clause, "id");
        if (id == NULL || id->kind != NODE_TEXT || !is_of_a_library(g, clause) || names_clause(tree, id))
            node_add(g->tree, kept, NULL, clause);
    }
    return node_set(g->tree, tree, "clauses", kept);
}

bool pack_gather(const char *root, const char *bases, const char *name, struct arena *tree, const struct node **tree_r,
                 struct arena *a, const char **error_r) {
    struct gather g = {.tree = tree, .root = root, .bases = bases, .a = a, .error_r = error_r};
    const struct node *pack = NULL, *procedures = NULL;
    if (!gather_folders(&g, name))
        return false;
    if (g.folders.at[0].library)
        return node_fail(node_get(g.folders.at[0].pack, "library"), a, error_r,
                         "this is a library for councils' packs; expected the pack of a council.");
    if (!merge_packs(&g, &pack) || !merge_procedures(&g, pack, &procedures))
        return false;
    *tree_r = without_unused_clauses(&g, node_set(tree, pack, "procedures", procedures));
    return true;
}
