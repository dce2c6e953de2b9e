/* A small pack in one text, and changes to it. Only for test_*.c. */
#ifndef COMITY_PACK_TEST_SMALL_H
#define COMITY_PACK_TEST_SMALL_H

#include "pack/told.h"

extern const char small_pack[];

/* A text with the one place that reads `from` replaced; the test fails when there is no such place, or two. */
const char *text_with(struct arena *a, const char *text, const char *from, const char *to);
/* The small pack with one place replaced. */
const char *small_with(struct arena *a, const char *from, const char *to);

#endif
