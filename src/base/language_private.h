/* What embed_texts.mjs makes of texts/. */
#ifndef COMITY_LANGUAGE_PRIVATE_H
#define COMITY_LANGUAGE_PRIVATE_H

#include "base/base.h"

struct language {
    const char *code; /* BCP 47: "cy" */
    const char *name; /* in itself: "Cymraeg" */
    const unsigned char *mo;
};
extern const struct language languages[];
extern const size_t language_count;

#endif
