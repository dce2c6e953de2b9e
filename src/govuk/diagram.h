/*
 * diagram: boxes and arrows as SVG. It is no component of GOV.UK, and keeps their rules: text is escaped, and all is
 * drawn in the colour of the text around it, so that it stands in light and dark, in forced colours and in print. Who
 * cannot see it is told by its title and description; a page puts the same into a table beside it.
 *
 * Boxes stand in rows, as far below the first box as the shortest way there is long, and ends in the last rows. Arrows
 * leave a box below and enter it above; each has a track of its own in the gaps between the rows, and one that does not
 * lead to the next row has a lane of its own beside them. So none crosses a box or lies on another.
 */
#ifndef COMITY_DIAGRAM_H
#define COMITY_DIAGRAM_H

#include "govuk/html.h"

struct diagram_box {
    const char *text;
    bool is_end; /* nothing more comes after it: drawn with a double line */
};

struct diagram_arrow {
    size_t from, to;   /* indexes of boxes, not the same */
    const char *label; /* a number or two letters */
};

struct diagram {
    const char *id; /* unique on the page, for its title and description */
    const char *title, *description;
    const struct diagram_box *boxes; /* the first is where one begins; at least one */
    size_t box_count;
    const struct diagram_arrow *arrows;
    size_t arrow_count;
    bool alone; /* a file of its own, with its own colours */
};

void diagram_draw(struct html *out, const struct diagram *diagram);

#endif
