#include "pack/build_private.h"

/* ---- tables of names */

static const char *name_at(struct table table, size_t i) {
    return *(const char *const *)((const char *)table.at + i * table.size);
}

const void *names_find(struct table table, const char *name) {
    for (size_t i = 0; i < table.count; i++) {
        if (text_equal(name_at(table, i), name))
            return (const char *)table.at + i * table.size;
    }
    return NULL;
}

/* How many letters must be changed, added or left out to come from one name to the other (Levenshtein). */
static size_t distance(const char *a, const char *b) {
    size_t row[64], length = strlen(b);
    if (length >= LENGTH_OF(row))
        return SIZE_MAX;
    for (size_t k = 0; k <= length; k++)
        row[k] = k;
    for (size_t i = 0; a[i] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < length; k++) {
            size_t best = diagonal + (a[i] != b[k]);
            diagonal = row[k + 1];
            if (diagonal + 1 < best)
                best = diagonal + 1;
            if (row[k] + 1 < best)
                best = row[k] + 1;
            row[k + 1] = best;
        }
    }
    return row[length];
}

bool build_unknown(struct build *b, const struct node *node, struct table table, const char *is) {
    enum { LISTED_MOST = 20 }; /* a longer list helps nobody */
    struct buf expected = {.arena = b->a};
    const char *nearest = NULL;
    size_t least = 3; /* beyond two slips it is another word */
    for (size_t i = 0; i < table.count; i++) {
        size_t slips = distance(node->text, name_at(table, i));
        if (slips < least && slips < strlen(node->text)) {
            least = slips;
            nearest = name_at(table, i);
        }
        if (table.count <= LISTED_MOST)
            buf_addf(&expected, "%s%s", i == 0 ? "" : ", ", name_at(table, i));
    }
    const char *one_of = expected.length == 0 ? "" : arena_printf(b->a, "; expected one of %s", buf_text(&expected));
    const char *mean = nearest == NULL ? "." : arena_printf(b->a, "; did you mean \"%s\"?", nearest);
    return BUILD_FAIL(b, node, "\"%s\" %s%s%s", node->text, is, one_of, mean);
}

bool build_name(struct build *b, const struct node *node, struct table table, const char *is, const void **element_r) {
    const char *name = NULL;
    if (!build_text(b, node, &name))
        return false;
    *element_r = names_find(table, name);
    return *element_r != NULL || build_unknown(b, node, table, is);
}

/* ---- mappings and lists */

bool build_is_map(struct build *b, const struct node *node) {
    return node->kind == NODE_MAP ||
           BUILD_FAIL(b, node, "this is %s; expected a mapping.", node->kind == NODE_LIST ? "a list" : "a text");
}

bool build_is_list(struct build *b, const struct node *node) {
    return node->kind == NODE_LIST ||
           BUILD_FAIL(b, node, "this is %s; expected a list.", node->kind == NODE_MAP ? "a mapping" : "a text");
}

bool build_map(struct build *b, const struct node *map, const char *in, const struct key *keys, size_t count,
               void *into) {
    if (!build_is_map(b, map))
        return false;
    build_place(b, into, map);
    for (size_t i = 0; i < map->keys.count; i++) {
        if (names_find(TABLE(keys, count), map->keys.at[i]->text) == NULL)
            return build_unknown(b, map->keys.at[i], TABLE(keys, count), arena_printf(b->a, "is not known in %s", in));
    }
    for (size_t i = 0; i < count; i++) {
        const struct node *value = node_get(map, keys[i].name);
        if (value == NULL && keys[i].required)
            return BUILD_FAIL(b, map, "\"%s\" is missing in %s.", keys[i].name, in);
        if (value != NULL && keys[i].offset > 0)
            build_place(b, (char *)into + keys[i].offset, value);
        if (value != NULL && !keys[i].build(b, value, (char *)into + keys[i].offset))
            return false;
    }
    return true;
}

bool build_list(struct build *b, const struct node *list, size_t size, build_value *item, void **array_r,
                size_t *count_r) {
    if (!build_is_list(b, list))
        return false;
    char *array = arena_array(b->arena, list->items.count, size);
    for (size_t i = 0; i < list->items.count; i++) {
        build_place(b, array + i * size, list->items.at[i]);
        if (!item(b, list->items.at[i], array + i * size))
            return false;
    }
    *array_r = array;
    *count_r = list->items.count;
    return true;
}

bool build_names(struct build *b, const struct node *map, size_t size, void **array_r, size_t *count_r) {
    if (!build_is_map(b, map))
        return false;
    char *array = arena_array(b->arena, map->keys.count, size);
    for (size_t i = 0; i < map->keys.count; i++) {
        build_place(b, array + i * size, map->keys.at[i]);
        if (!build_new_name(b, map->keys.at[i], array + i * size))
            return false;
    }
    *array_r = array;
    *count_r = map->keys.count;
    return true;
}

/* ---- single values */

bool build_text(struct build *b, const struct node *value, void *into) {
    if (value->kind != NODE_TEXT)
        return BUILD_FAIL(b, value, "this is %s; expected a text.", value->kind == NODE_LIST ? "a list" : "a mapping");
    if (text_empty(value->text))
        return BUILD_FAIL(b, value, "there is nothing here; expected a text.");
    if (node_is_ambiguous(value))
        return BUILD_FAIL(b, value,
                          "%s could be taken for a number, a date or a truth value; if text is meant, expected \"%s\".",
                          value->text, value->text);
    *(const char **)into = value->text;
    return true;
}

bool build_address(struct build *b, const struct node *value, void *into) {
    if (!build_text(b, value, into))
        return false;
    return text_starts(value->text, "https://") ||
           BUILD_FAIL(b, value, "\"%s\" is no address; expected one that begins with https://.", value->text);
}

bool build_new_name(struct build *b, const struct node *value, void *into) {
    if (!build_text(b, value, into))
        return false;
    const char *name = value->text;
    if (name[0] < 'a' || name[0] > 'z' || name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
        return BUILD_FAIL(b, value, "\"%s\" cannot be a name; expected small letters, digits and hyphens.", name);
    return true;
}

bool build_new_names(struct build *b, const struct node *value, void *into) {
    struct names *names = into;
    void *array;
    if (!build_list(b, value, sizeof(*names->at), build_new_name, &array, &names->count))
        return false;
    names->at = array;
    return names->count > 0 || BUILD_FAIL(b, value, "nothing is named here; expected at least one name.");
}

bool build_truth(struct build *b, const struct node *value, void *into) {
    bool yes = value->kind == NODE_TEXT && text_equal(value->text, "yes");
    bool no = value->kind == NODE_TEXT && text_equal(value->text, "no");
    if (value->quoted || (!yes && !no))
        return BUILD_FAIL(b, value, "this is no truth value; expected yes or no, without quotes.");
    *(bool *)into = yes;
    return true;
}

bool build_term(struct build *b, const struct node *value, void *into) {
    const char *text = NULL, *error;
    if (!build_text(b, value, &text))
        return false;
    return term_parse(b->a, text, into, &error) || BUILD_FAIL(b, value, "%s", error);
}

static bool build_cite(struct build *b, const struct node *value, void *into) {
    return build_name(b, value, TABLE(b->pack->clauses, b->pack->clause_count), "is not a clause of this pack", into);
}

bool build_cites(struct build *b, const struct node *value, void *into) {
    struct cites *cites = into;
    void *array;
    if (!build_list(b, value, sizeof(*cites->at), build_cite, &array, &cites->count))
        return false;
    cites->at = array;
    return cites->count > 0 || BUILD_FAIL(b, value, "nothing is cited; expected the ids of clauses.");
}
