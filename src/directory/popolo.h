/* What reading and writing Popolo share: the classes, and which properties of each have a column. */
#ifndef COMITY_POPOLO_H
#define COMITY_POPOLO_H

#include "directory/directory_private.h"

enum popolo_class { POPOLO_PERSON, POPOLO_ORGANIZATION, POPOLO_AREA, POPOLO_POST, POPOLO_MEMBERSHIP };
#define POPOLO_CLASSES 5

struct popolo_field {
    const char *property;
    size_t offset; /* of the const char * in the row */
};

struct popolo_shape {
    const char *singular, *plural;
    const struct popolo_field *fields; /* the texts, as they are written; ends with a NULL property */
    size_t extra;                      /* offset of the row's extra */
};

extern const struct popolo_shape popolo_shapes[POPOLO_CLASSES];

#define POPOLO_TEXT(row, where) ((const char **)(void *)((char *)(row) + (where)))

#endif
