#include "base/base.h"
#include "base/test.h"
#include "directory/xml.h"

static struct arena *a;

static int start(void **state) {
    (void)state;
    a = arena_new();
    return 0;
}

static int stop(void **state) {
    (void)state;
    arena_free(&a);
    return 0;
}

static void refused(const char *xml, const char *words) {
    struct xml *root;
    const char *error = NULL;
    assert_false(xml_read(a, xml, strlen(xml), &root, &error));
    if (strstr(error, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error, words);
}

static void a_tree_has_names_texts_attributes_and_lines(void **state) {
    (void)state;
    static const char text[] =
        "<?xml version=\"1.0\"?>\n<all kind='x &amp; y' empty=''>\n <one> 2 </one>\n <one>b<!-- -->c</one>"
        "<two/>\n <cdata><![CDATA[<&>]]></cdata></all>";
    struct xml *root;
    const char *error = NULL;
    assert_true(xml_read(a, text, strlen(text), &root, &error));
    assert_string_equal(root->name, "all");
    assert_string_equal(xml_attribute(root, "kind"), "x & y");
    assert_null(xml_attribute(root, "empty"));
    assert_null(xml_attribute(root, "other"));
    assert_string_equal(xml_text(root, "one"), "2");
    assert_int_equal(root->first->line, 3);
    assert_string_equal(root->first->next->text, "bc");
    assert_int_equal(root->first->next->line, 4);
    assert_null(xml_text(root, "two"));
    assert_non_null(xml_child(root, "two"));
    assert_null(xml_child(root, "three"));
    assert_string_equal(xml_text(root, "cdata"), "<&>");
    assert_null(xml_text(xml_child(root, "three"), "four"));
}

static void entities_cannot_be_declared(void **state) {
    (void)state;
    refused("<!DOCTYPE a [<!ENTITY b 'c'>]>\n<a>&b;</a>", "Line 1: a document type");
    refused("\n\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "Line 3: a document type");
    refused("<a>\n&b;</a>", "Line 2: undefined entity");
}

static void broken_xml_is_refused_with_its_line(void **state) {
    (void)state;
    refused("", "Line 1: no element found");
    refused("<a>\n<b></a>", "Line 2: mismatched tag");
    refused("<a>\n\n", "Line 3: no element found");
    refused("<a/>\n<b/>", "Line 2: junk");
    refused("<a>\xff</a>", "Line 1: not well-formed");
    refused("<a b='1' b='2'/>", "duplicate attribute");
}

static void nesting_has_a_limit(void **state) {
    (void)state;
    struct buf deep = {.arena = a};
    for (int i = 0; i < XML_DEPTH_MOST; i++)
        buf_adds(&deep, "<a>");
    for (int i = 0; i < XML_DEPTH_MOST; i++)
        buf_adds(&deep, "</a>");
    struct xml *root;
    const char *error = NULL;
    assert_true(xml_read(a, deep.data, deep.length, &root, &error));
    refused(arena_printf(a, "<a>%s</a>", deep.data), "nested too deeply");
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(a_tree_has_names_texts_attributes_and_lines), FRESH(entities_cannot_be_declared),
          FRESH(broken_xml_is_refused_with_its_line), FRESH(nesting_has_a_limit))
