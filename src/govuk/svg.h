/* svg: what the pictures of this folder share: their head, their numbers and the lines of their texts. */
#ifndef COMITY_SVG_H
#define COMITY_SVG_H

#include "govuk/html.h"

struct svg {
    const char *id; /* unique on the page, for its title and description */
    const char *title, *description;
    const char *classes; /* NULL: none */
    int width, height;   /* in pixels, at the natural size */
    bool alone;          /* a file of its own, with its own colours */
};

/* Up to where shapes can be drawn: all of them in currentColor. */
void svg_begin(struct html *out, const struct svg *svg);
void svg_end(struct html *out);
/* `name="12" `, in a tag that was begun; name is a literal. */
void svg_number(struct html *out, const char *name, int number);
/* How many bytes of the text stand in a line of so many letters. A word that is longer than a line keeps it to itself.
 */
size_t svg_line(const char *text, size_t letters);
/* anchor: "start", "middle" or "end". */
void svg_text(struct html *out, int x, int y, const char *anchor, const char *text);

#endif
