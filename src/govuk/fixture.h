/*
 * fixture: how the options of a Nunjucks macro, as JSON, become a component's struct. Only for the driver that renders
 * the package's fixtures.
 */
#ifndef COMITY_FIXTURE_H
#define COMITY_FIXTURE_H

#include <jansson.h>

#include "govuk/govuk.h"
#include "govuk/moj.h"

enum option_kind {
    OPTION_STRING,     /* const char *, from any scalar */
    OPTION_HTML,       /* struct markup, from a string */
    OPTION_BOOL,       /* bool */
    OPTION_CHOICE,     /* enum govuk_choice */
    OPTION_NUMBER,     /* unsigned */
    OPTION_SORT,       /* enum moj_sort, from the words of aria-sort */
    OPTION_PAIRS,      /* a slice of names and values, from an object */
    OPTION_STRINGS,    /* a slice of strings, from an array */
    OPTION_LIST,       /* a slice of shape, from an array */
    OPTION_STRUCT,     /* a shape, from an object */
    OPTION_POINTER,    /* a pointer to a shape, from an object */
    OPTION_IS_NULL,    /* bool: the option is given as null */
    OPTION_IS_INLINE,  /* bool: the option is the string "inline" */
    OPTION_IS_OMITTED, /* bool: the value itself is there and falsy */
};

struct option {
    const char *path; /* member names with dots between; "" is the value itself; NULL ends an array of options */
    enum option_kind kind;
    size_t offset;
    const struct shape *shape;
};

/* A struct and the options that fill it. */
struct shape {
    size_t size;
    const struct option *options;
};

struct fixture_component {
    const char *name; /* as its folder: "back-link", "moj-badge" */
    const struct shape *shape;
    void (*render)(struct html *out, const void *params);
};
/* Each ends with a row without a name. */
extern const struct fixture_component fixture_forms[], fixture_pages[], fixture_moj[];

#endif
