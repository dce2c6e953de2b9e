/*
 * A small tree of an XML document, read strictly: a document type is refused and with it every entity but the five that
 * XML has, so a file can neither grow when read nor reach for other files. Nesting up to 64.
 */
#ifndef COMITY_XML_H
#define COMITY_XML_H

#include "base/base.h"

#define XML_DEPTH_MOST 64

struct xml {
    const char *name;
    const char *text;        /* all character data directly in it, without white space at the ends */
    int line;                /* on which its start tag ends */
    const char **attributes; /* name, value, …, NULL */
    struct xml *first, *next;
};

/* Errors name the line. The tree lives in the arena. */
bool xml_read(struct arena *a, const char *xml, size_t length, struct xml **root_r, const char **error_r);
/* The first child of the name; NULL when there is none, or no node. */
const struct xml *xml_child(const struct xml *node, const char *name);
/* The child's text; NULL when there is no such child or the text is empty. */
const char *xml_text(const struct xml *node, const char *name);
/* NULL when there is no such attribute or it is empty. */
const char *xml_attribute(const struct xml *node, const char *name);

#endif
