/* How the tables of options are written. */
#ifndef COMITY_FIXTURE_OPTIONS_H
#define COMITY_FIXTURE_OPTIONS_H

#include "govuk/fixture.h"

#define OPTION(kind, type, member, path, ...)                                                                          \
    { path, OPTION_##kind, offsetof(struct type, member), __VA_ARGS__ }
#define SHAPE(type) static const struct shape type##_shape = {sizeof(struct type), type##_options}
#define END                                                                                                            \
    { .path = NULL }

/* Options that many components have. */
#define CLASSES(type) OPTION(STRING, type, classes, "classes", NULL)
#define ATTRIBUTES(type) OPTION(PAIRS, type, attributes, "attributes", NULL)
#define CONTENT(type) OPTION(STRING, type, text, "text", NULL), OPTION(HTML, type, html, "html", NULL)
#define STYLE(type) CLASSES(type), ATTRIBUTES(type)
#define STRING(type, member, path) OPTION(STRING, type, member, path, NULL)
#define HTML(type, member, path) OPTION(HTML, type, member, path, NULL)
#define BOOL(type, member, path) OPTION(BOOL, type, member, path, NULL)
#define CHOICE(type, member, path) OPTION(CHOICE, type, member, path, NULL)
#define NUMBER(type, member, path) OPTION(NUMBER, type, member, path, NULL)
#define PAIRS(type, member, path) OPTION(PAIRS, type, member, path, NULL)
#define LIST_OF(type, member, path, element) OPTION(LIST, type, member, path, &element##_shape)
#define STRUCT(type, member, path, part) OPTION(STRUCT, type, member, path, &part##_shape)
#define POINTER(type, member, path, part) OPTION(POINTER, type, member, path, &part##_shape)
#define OMITTED(type) OPTION(IS_OMITTED, type, omit, "", NULL)
/* titleText and titleHtml, for a struct govuk_content. */
#define TEXT_AND_HTML(type, member, path) STRING(type, member.text, path "Text"), HTML(type, member.html, path "Html")

/* Writes the function that renders a component from its struct, and the component's row in a table. */
#define RENDER(component)                                                                                              \
    static void render_##component(struct html *out, const void *params) {                                             \
        component(out, params);                                                                                        \
    }
#define RENDER_OF(component, name) RENDER(component)
#define ROW_OF(component, name) {name, &component##_shape, render_##component},

/* Shapes that both tables use. */
extern const struct shape govuk_content_shape;

#endif
