/*
 * shape: what JSON looks like, in a line of text, and that line as a JSON Schema. Private to api.
 *
 *   "ref:string due:day? working?:[string] by:Person? kind:member|officer"
 *
 * name:type, one after the other, parted by spaces. A name with a question mark can be absent, a type with one can be
 * null. Types: any, string, boolean, integer, day ("2026-12-29"), instant ("2026-12-29T17:00:00Z"), flag ("1" or "0"),
 * LEAST..MOST, [T] an array, {T} an object of any names, a capital letter: one of the schemas of shape.c, true and
 * false: that value, any other word: that text. T|T: one of them. An answer can be SHAPE_CALENDAR, which is no JSON.
 */
#ifndef COMITY_API_SHAPE_H
#define COMITY_API_SHAPE_H

#include "base/base.h"

/* A text of the type text/calendar. */
#define SHAPE_CALENDAR "calendar"

struct shape_member {
    const char *name, *type;
    bool optional, nullable;
};
/* The next member of a shape; *at begins as the shape. False when there is none. */
bool shape_next(const char **at, struct arena *a, struct shape_member *member_r);

/* The schema of one member's value. */
void json_shape_of(struct json *json, struct arena *a, const struct shape_member *member);
/* The schema of an object with just these members. */
void json_shape(struct json *json, struct arena *a, const char *shape);
/* "schemas": all that a capital letter can name. */
void json_shapes(struct json *json, struct arena *a);

#endif
