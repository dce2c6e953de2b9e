#include "pack/load_private.h"

static void write_node(struct json *json, const struct node *node) {
    switch (node->kind) {
    case NODE_TEXT:
        /* Once a tree was built, plain yes and no are truth values and all else is text. */
        if (!node->quoted && (text_equal(node->text, "yes") || text_equal(node->text, "no")))
            json_raw(json, node->text);
        else
            json_text(json, node->text);
        break;
    case NODE_LIST:
        json_start_array(json);
        for (size_t i = 0; i < node->items.count; i++)
            write_node(json, node->items.at[i]);
        json_end_array(json);
        break;
    case NODE_MAP:
        json_start_object(json);
        for (size_t i = 0; i < node->items.count; i++) {
            json_key(json, node->keys.at[i]->text);
            write_node(json, node->items.at[i]);
        }
        json_end_object(json);
        break;
    }
}

static bool is_used(const struct node *tree, const char *division) {
    const struct node *calendars = node_get(tree, "calendars");
    for (size_t i = 0; calendars != NULL && i < calendars->items.count; i++) {
        const struct node *used = node_get(calendars->items.at[i], "holidays");
        for (size_t k = 0; used != NULL && k < used->items.count; k++) {
            if (text_equal(used->items.at[k]->text, division))
                return true;
        }
    }
    return false;
}

static const struct node *without_unused_holidays(struct arena *arena, const struct node *tree) {
    const struct node *holidays = node_get(tree, "holidays"), *kept = holidays;
    for (size_t i = 0; holidays != NULL && i < holidays->keys.count; i++) {
        if (!is_used(tree, holidays->keys.at[i]->text))
            kept = node_set(arena, kept, holidays->keys.at[i]->text, NULL);
    }
    return kept == holidays ? tree : node_set(arena, tree, "holidays", kept);
}

const char *pack_write(struct arena *arena, const struct node *tree) {
    struct buf buf = {.arena = arena};
    struct json json = {.buf = &buf};
    write_node(&json, without_unused_holidays(arena, tree));
    return buf_text(&buf);
}

/* A line for each entry below the node: its place, and the way to it from the top, key by key. */
static void write_places(struct buf *buf, struct arena *a, const struct node *node, const char *way) {
    for (size_t i = 0; i < node->items.count; i++) {
        const struct node *at = node->kind == NODE_MAP ? node->keys.at[i] : node->items.at[i];
        const char *step = node->kind == NODE_MAP ? at->text : arena_printf(a, "%zu", i);
        const char *here = arena_printf(a, "%s\t%s", way, step);
        buf_addf(buf, "%s:%zu:%zu%s\n", at->file, at->line, at->column, here);
        write_places(buf, a, node->items.at[i], here);
    }
}

const char *pack_source_places(const struct pack *pack, struct arena *a) {
    struct buf buf = {.arena = a};
    write_places(&buf, a, pack->tree, "");
    return buf_text(&buf);
}
