/*
 * gallery: every component in its main variants, each with its name, as a page's content. It is an example of how each
 * struct is filled, and what browser tests look at. No part of the library.
 */
#ifndef COMITY_GALLERY_H
#define COMITY_GALLERY_H

#include "govuk/govuk.h"
#include "govuk/moj.h"

struct specimen {
    const char *title;    /* as the design system calls it */
    const char *function; /* as this library does */
    void (*draw)(struct html *out);
};
/* Each ends with a row without a title. */
extern const struct specimen gallery_fields[], gallery_content[], gallery_lists[], gallery_around[], gallery_moj[];

/* Begins with headings of level 2. */
void gallery_draw(struct html *out);

#endif
