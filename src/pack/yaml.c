#include "pack/node_private.h"

#include <yaml.h>

/* libyaml's events, one at a time, made into a tree. Whatever YAML can do that a protocol does not need is refused, so
 * that two readers of a pack can never read two things. */

struct reader {
    yaml_parser_t parser;
    yaml_event_t event;
    struct arena *tree;
    const char *file, *text;
    struct arena *a;
    const char **error_r;
};

static bool fail_at(struct reader *r, yaml_mark_t mark, const char *say) {
    return fail(r->a, r->error_r, "%s:%zu:%zu: %s", r->file, mark.line + 1, mark.column + 1, say);
}

/* Characters that YAML forbids are found while reading ahead, and libyaml gives their offset alone. */
static yaml_mark_t mark_at(const char *text, size_t offset) {
    yaml_mark_t mark = {0};
    for (size_t i = 0; i < offset; i++) {
        bool starts = ((unsigned char)text[i] & 0xc0) != 0x80; /* a character, not a byte within one */
        mark.column = text[i] == '\n' ? 0 : mark.column + starts;
        mark.line += text[i] == '\n';
    }
    return mark;
}

static bool next_event(struct reader *r) {
    yaml_event_delete(&r->event);
    if (yaml_parser_parse(&r->parser, &r->event))
        return true;
    const char *problem = r->parser.problem == NULL ? "it cannot be read" : r->parser.problem;
    const char *say = r->parser.context == NULL
                          ? arena_printf(r->a, "this is not YAML: %s.", problem)
                          : arena_printf(r->a, "this is not YAML: %s, %s.", r->parser.context, problem);
    return fail_at(
        r, r->parser.error == YAML_READER_ERROR ? mark_at(r->text, r->parser.problem_offset) : r->parser.problem_mark,
        say);
}

static bool next_events(struct reader *r, unsigned count) {
    while (count > 0 && next_event(r))
        count--;
    return count == 0;
}

/* Text may hold what can be printed, tabs and line feeds. The rest either cannot be written back as it was read or is
 * not seen by who checks a pack. */
static bool is_printable(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
            return false;
        if (c == 0xc2 && (unsigned char)text[i + 1] < 0xa0) /* U+0080 to U+009F */
            return false;
        if (text_starts(text + i, "\u2028") || text_starts(text + i, "\u2029") || text_starts(text + i, "\uFEFF") ||
            text_starts(text + i, "\xef\xbf\xbe") || text_starts(text + i, "\xef\xbf\xbf"))
            return false;
    }
    return true;
}

static struct node *new_node(struct reader *r, enum node_kind kind) {
    struct node *node = ARENA_NEW(r->tree, struct node);
    node->kind = kind;
    node->file = r->file;
    node->line = r->event.start_mark.line + 1;
    node->column = r->event.start_mark.column + 1;
    return node;
}

static bool read_text(struct reader *r, const struct node **node_r) {
    const char *value = (const char *)r->event.data.scalar.value;
    size_t length = r->event.data.scalar.length;
    if (!is_printable(value, length))
        return fail_at(r, r->event.start_mark, "there is a control character in this text.");
    struct node *node = new_node(r, NODE_TEXT);
    node->text = arena_strndup(r->tree, value, length);
    node->quoted = r->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    *node_r = node;
    return true;
}

static bool refuse_extras(struct reader *r, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor != NULL)
        return fail_at(r, r->event.start_mark, "anchors (&) are not allowed; write it out where it is needed.");
    if (tag != NULL)
        return fail_at(r, r->event.start_mark, "tags (!) are not allowed; every value's kind is known.");
    return true;
}

static bool read_node(struct reader *r, unsigned depth, const struct node **node_r);

static bool read_key(struct reader *r, const struct node *map, unsigned depth, const struct node **key_r) {
    const struct node *key = NULL;
    if (!read_node(r, depth, &key))
        return false;
    if (key->kind != NODE_TEXT)
        return node_fail(key, r->a, r->error_r, "a key is a text, not a list or a mapping.");
    if (node_get(map, key->text) != NULL)
        return node_fail(key, r->a, r->error_r, "the key \"%s\" is here twice.", key->text);
    *key_r = key;
    return true;
}

static bool read_children(struct reader *r, struct node *node, yaml_event_type_t end, unsigned depth) {
    if (depth >= NODE_DEPTH_MOST)
        return fail_at(r, r->event.start_mark, "this is nested too deep; at most 32 levels are allowed.");
    while (next_event(r)) {
        if (r->event.type == end)
            return true;
        if (node->items.count == NODE_CHILDREN_MOST)
            return fail_at(r, r->event.start_mark, "there are too many entries here; at most 1024 are allowed.");
        const struct node *key = NULL, *value = NULL;
        if (node->kind == NODE_MAP && (!read_key(r, node, depth + 1, &key) || !next_event(r)))
            return false;
        if (!read_node(r, depth + 1, &value))
            return false;
        node_add(r->tree, node, key, value);
    }
    return false;
}

/* Reads the node that begins with the present event. */
static bool read_node(struct reader *r, unsigned depth, const struct node **node_r) {
    struct node *node;
    switch (r->event.type) {
    case YAML_SCALAR_EVENT:
        return refuse_extras(r, r->event.data.scalar.anchor, r->event.data.scalar.tag) && read_text(r, node_r);
    case YAML_SEQUENCE_START_EVENT:
        *node_r = node = new_node(r, NODE_LIST);
        return refuse_extras(r, r->event.data.sequence_start.anchor, r->event.data.sequence_start.tag) &&
               read_children(r, node, YAML_SEQUENCE_END_EVENT, depth);
    case YAML_MAPPING_START_EVENT:
        *node_r = node = new_node(r, NODE_MAP);
        return refuse_extras(r, r->event.data.mapping_start.anchor, r->event.data.mapping_start.tag) &&
               read_children(r, node, YAML_MAPPING_END_EVENT, depth);
    default: /* the only other event that libyaml has here is an alias */
        return fail_at(r, r->event.start_mark, "aliases (*) are not allowed; write it out.");
    }
}

static bool read_stream(struct reader *r, const struct node **node_r) {
    if (!next_events(r, 2)) /* the stream's start, and the document's or the stream's end */
        return false;
    if (r->event.type == YAML_STREAM_END_EVENT)
        return fail_at(r, r->event.start_mark, "there is nothing in this file; expected a mapping.");
    if (r->event.data.document_start.version_directive != NULL ||
        r->event.data.document_start.tag_directives.start != r->event.data.document_start.tag_directives.end)
        return fail_at(r, r->event.start_mark, "directives (%) are not allowed.");
    if (!next_event(r) || !read_node(r, 0, node_r))
        return false;
    if (!next_events(r, 2)) /* the document's end, and what comes after */
        return false;
    if (r->event.type != YAML_STREAM_END_EVENT)
        return fail_at(r, r->event.start_mark, "a second document begins here; only one is allowed in a file.");
    return true;
}

bool node_read(struct arena *tree, const char *file, const char *text, size_t length, const struct node **node_r,
               struct arena *a, const char **error_r) {
    if (length > NODE_BYTES_MOST)
        return fail(a, error_r, "%s:1:1: this is larger than 1 MiB.", file);
    if (!text_is_utf8(text, length))
        return fail(a, error_r, "%s:1:1: this is not UTF-8.", file);
    struct reader r = {.tree = tree, .file = arena_strdup(tree, file), .text = text, .a = a, .error_r = error_r};
    if (!yaml_parser_initialize(&r.parser))
        return fail(a, error_r, "%s:1:1: there is no memory to read this.", file);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, length);
    bool done = read_stream(&r, node_r);
    yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    return done;
}
