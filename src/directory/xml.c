#include "directory/xml.h"

#include <expat.h>

struct open_node {
    struct xml *node, *last; /* the last child so far */
    struct buf text;         /* used again by the next node of this depth */
};

struct reader {
    XML_Parser parser;
    struct arena *a;
    const char **error_r;
    struct open_node open[XML_DEPTH_MOST];
    int depth;
    struct xml *root;
    bool refused;
};

static int line_of(const struct reader *reader) {
    return (int)XML_GetCurrentLineNumber(reader->parser);
}

static void refuse(struct reader *reader, const char *why) {
    if (!reader->refused)
        fail(reader->a, reader->error_r, "Line %d: %s", line_of(reader), why);
    reader->refused = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

static void XMLCALL on_doctype(void *arg, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                               int has_internal) {
    (void)name, (void)system, (void)public, (void)has_internal;
    refuse(arg, "a document type (DOCTYPE) is not allowed.");
}

static void XMLCALL on_start(void *arg, const XML_Char *name, const XML_Char **attributes) {
    struct reader *reader = arg;
    if (reader->refused)
        return;
    if (reader->depth == XML_DEPTH_MOST) {
        refuse(reader, "elements are nested too deeply.");
        return;
    }
    struct xml *node = ARENA_NEW(reader->a, struct xml);
    node->name = arena_strdup(reader->a, name);
    node->line = line_of(reader);
    size_t count = 0;
    while (attributes[count] != NULL)
        count++;
    node->attributes = ARENA_ARRAY(reader->a, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        node->attributes[i] = arena_strdup(reader->a, attributes[i]);
    if (reader->depth == 0) {
        reader->root = node;
    } else {
        struct open_node *parent = &reader->open[reader->depth - 1];
        *(parent->last == NULL ? &parent->node->first : &parent->last->next) = node;
        parent->last = node;
    }
    struct open_node *open = &reader->open[reader->depth++];
    open->node = node;
    open->last = NULL;
    open->text.arena = reader->a;
    buf_clear(&open->text);
}

static void XMLCALL on_end(void *arg, const XML_Char *name) {
    (void)name;
    struct reader *reader = arg;
    if (reader->refused)
        return;
    struct open_node *open = &reader->open[--reader->depth];
    open->node->text = text_clean(reader->a, buf_text(&open->text));
}

static void XMLCALL on_text(void *arg, const XML_Char *text, int length) {
    struct reader *reader = arg;
    if (!reader->refused)
        buf_add(&reader->open[reader->depth - 1].text, text, (size_t)length);
}

bool xml_read(struct arena *a, const char *xml, size_t length, struct xml **root_r, const char **error_r) {
    if (length > INT32_MAX)
        return fail(a, error_r, "The file is too large.");
    struct reader *reader = ARENA_NEW(a, struct reader);
    *reader = (struct reader){.parser = XML_ParserCreate(NULL), .a = a, .error_r = error_r};
    if (reader->parser == NULL)
        return fail(a, error_r, "There is no memory to read XML.");
    XML_SetUserData(reader->parser, reader);
    XML_SetStartDoctypeDeclHandler(reader->parser, on_doctype);
    XML_SetElementHandler(reader->parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader->parser, on_text);
    bool good = XML_Parse(reader->parser, xml, (int)length, XML_TRUE) == XML_STATUS_OK && !reader->refused;
    if (!good && !reader->refused)
        fail(a, error_r, "Line %d: %s.", line_of(reader), XML_ErrorString(XML_GetErrorCode(reader->parser)));
    XML_ParserFree(reader->parser);
    *root_r = reader->root;
    return good;
}

const struct xml *xml_child(const struct xml *node, const char *name) {
    for (const struct xml *child = node == NULL ? NULL : node->first; child != NULL; child = child->next)
        if (strcmp(child->name, name) == 0)
            return child;
    return NULL;
}

const char *xml_text(const struct xml *node, const char *name) {
    const struct xml *child = xml_child(node, name);
    return child == NULL || child->text[0] == '\0' ? NULL : child->text;
}

const char *xml_attribute(const struct xml *node, const char *name) {
    for (size_t i = 0; node->attributes[i] != NULL; i += 2)
        if (strcmp(node->attributes[i], name) == 0)
            return node->attributes[i + 1][0] == '\0' ? NULL : node->attributes[i + 1];
    return NULL;
}
