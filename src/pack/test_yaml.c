#include "pack/node_private.h"

#include "base/test.h"

static const struct node *read(struct arena *a, const char *text, size_t length) {
    const struct node *node = NULL;
    const char *error = "";
    if (!node_read(a, "f.yaml", text, length, &node, a, &error))
        fail_msg("%s", error);
    return node;
}

static void expect_error(const char *text, size_t length, const char *error) {
    struct arena *a = arena_new();
    const struct node *node;
    const char *got = NULL;
    assert_false(node_read(a, "f.yaml", text, length, &node, a, &got));
    assert_string_equal(got, error);
    arena_free(&a);
}

static void a_tree_has_kinds_texts_quotes_and_places(void **state) {
    (void)state;
    static const char text[] = "a: plain\nb: [\"3.15\", {c: 'd'}]\n";
    struct arena *a = arena_new();
    const struct node *map = read(a, text, strlen(text));
    assert_int_equal(map->kind, NODE_MAP);
    assert_int_equal(map->keys.count, 2);
    assert_string_equal(node_get_text(map, "a"), "plain");
    assert_false(node_get(map, "a")->quoted);
    const struct node *list = node_get(map, "b");
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->items.count, 2);
    assert_true(list->items.at[0]->quoted);
    const struct node *inner = node_get(list->items.at[1], "c");
    assert_string_equal(inner->text, "d");
    assert_string_equal(inner->file, "f.yaml");
    assert_int_equal(inner->line, 2);
    assert_int_equal(inner->column, 17);
    assert_null(node_get(map, "z"));
    assert_null(node_get(list, "a"));
    arena_free(&a);
}

static void what_yaml_can_do_and_a_protocol_does_not_need_is_refused(void **state) {
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"a: &x 1", "f.yaml:1:4: anchors (&) are not allowed; write it out where it is needed."},
        {"a: &x {b: c}", "f.yaml:1:4: anchors (&) are not allowed; write it out where it is needed."},
        {"a: 1\nb: *a", "f.yaml:2:4: aliases (*) are not allowed; write it out."},
        {"a: !!str 1", "f.yaml:1:4: tags (!) are not allowed; every value's kind is known."},
        {"a: ! [b]", "f.yaml:1:4: tags (!) are not allowed; every value's kind is known."},
        {"a: b\n---\nc: d\n", "f.yaml:2:1: a second document begins here; only one is allowed in a file."},
        {"%YAML 1.1\n---\na: b\n", "f.yaml:1:1: directives (%) are not allowed."},
        {"a: b\nc: d\na: e\n", "f.yaml:3:1: the key \"a\" is here twice."},
        {"a: {\"b\": c, b: d}", "f.yaml:1:13: the key \"b\" is here twice."},
        {"[a]: b", "f.yaml:1:1: a key is a text, not a list or a mapping."},
        {"", "f.yaml:1:1: there is nothing in this file; expected a mapping."},
        {"# nothing\n", "f.yaml:2:1: there is nothing in this file; expected a mapping."},
        {"a: \"\\u0007\"", "f.yaml:1:4: there is a control character in this text."},
        {"a: \"\\0\"", "f.yaml:1:4: there is a control character in this text."},
        {"a: \"\\x85\"", "f.yaml:1:4: there is a control character in this text."},
        {"a: \"\\u2028\"", "f.yaml:1:4: there is a control character in this text."},
        {"a: \"\\uFFFE\"", "f.yaml:1:4: there is a control character in this text."},
        {"a: \xff", "f.yaml:1:1: this is not UTF-8."},
        {"a: [b", "f.yaml:2:1: this is not YAML: while parsing a flow sequence, did not find expected ',' or ']'."},
        {"a:\n\t- b", "f.yaml:2:1: this is not YAML: while scanning for the next token, found character that cannot "
                      "start any token."},
        {"a: b: c", "f.yaml:1:5: this is not YAML: mapping values are not allowed in this context."},
    };
    for (size_t i = 0; i < LENGTH_OF(cases); i++)
        expect_error(cases[i].text, strlen(cases[i].text), cases[i].error);
}

static void a_nul_byte_is_refused(void **state) {
    (void)state;
    expect_error("é:\n  é\0c", 9, "f.yaml:2:4: this is not YAML: control characters are not allowed.");
}

static void depth_breadth_and_size_have_limits(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct buf deep = {.arena = a}, wide = {.arena = a}, large = {.arena = a};
    for (int i = 0; i < NODE_DEPTH_MOST; i++)
        buf_addc(&deep, '[');
    for (int i = 0; i < NODE_DEPTH_MOST; i++)
        buf_addc(&deep, ']');
    read(a, deep.data, deep.length);
    expect_error(arena_printf(a, "[%s]", deep.data), deep.length + 2,
                 "f.yaml:1:33: this is nested too deep; at most 32 levels are allowed.");
    for (int i = 0; i < NODE_CHILDREN_MOST; i++)
        buf_adds(&wide, "- a\n");
    read(a, wide.data, wide.length);
    buf_adds(&wide, "- a\n");
    expect_error(wide.data, wide.length, "f.yaml:1025:3: there are too many entries here; at most 1024 are allowed.");
    buf_adds(&large, "a: b\n#");
    while (large.length < NODE_BYTES_MOST)
        buf_addc(&large, '#');
    read(a, large.data, large.length);
    buf_addc(&large, '#');
    expect_error(large.data, large.length, "f.yaml:1:1: this is larger than 1 MiB.");
    arena_free(&a);
}

static void what_another_reader_could_take_for_something_else_is_ambiguous(void **state) {
    (void)state;
    static const char *const ambiguous[] = {
        "3.15",       "020", "0x1F", "1e3",  ".5",    "-1",   "+12",   "1_000",       "12:30",
        "2026-12-24", "yes", "No",   "ON",   "off",   "true", "False", "null",        "~",
        "''",         "y",   "N",    ".inf", "-.INF", ".nan", "=",     "09:00-17:00", "1,000",
    };
    static const char *const plain[] = {"5 working days", "2nd January", "nobody", "one", "Answered.",
                                        "1.7.2(b) x",     "no-one",      "e",      "a.5", "yes, please"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < LENGTH_OF(ambiguous); i++) {
        struct node node = {.kind = NODE_TEXT, .text = strcmp(ambiguous[i], "''") == 0 ? "" : ambiguous[i]};
        assert_true(node_is_ambiguous(&node));
        node.quoted = true;
        assert_false(node_is_ambiguous(&node));
    }
    for (size_t i = 0; i < LENGTH_OF(plain); i++) {
        struct node node = {.kind = NODE_TEXT, .text = plain[i]};
        assert_false(node_is_ambiguous(&node));
    }
    arena_free(&a);
}

RUN_TESTS(TEST(a_tree_has_kinds_texts_quotes_and_places),
          TEST(what_yaml_can_do_and_a_protocol_does_not_need_is_refused), TEST(a_nul_byte_is_refused),
          TEST(depth_breadth_and_size_have_limits),
          TEST(what_another_reader_could_take_for_something_else_is_ambiguous))
