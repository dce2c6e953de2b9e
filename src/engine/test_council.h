/* A small council with a store of its own, for the tests of engine and sight. */
#ifndef COMITY_TEST_COUNCIL_H
#define COMITY_TEST_COUNCIL_H

#include "engine/engine.h"

/* Members: alex and bo (Green), cy (Red, the Administration; leads it), gil leads Green, lee leads Blue, dee has no
 * group. Officers: hana heads Housing, olu and pat, who manages olu, work there; ravi heads Roads; ces is the Chief
 * Executive. bo chairs the Planning Committee, on which dee sits too; nobody chairs the Audit Committee. alex sits for
 * Mill Lane, lee for the Docks. */
struct test_council {
    struct arena *a;
    char folder[64];
    struct store *store;
    struct clock *clock;
    struct rng *rng;
    struct engine *engine;
};

/* pack: a folder of packs/. The clock stands at Fri 18 December 2026, 10:00. Ends the process with a message when it
 * cannot be made. */
struct test_council *test_council_new(const char *pack);
/* The same under a pack that the test writes itself. */
struct test_council *test_council_under(const char *pack_text);
void test_council_free(struct test_council **council);
/* fields: name, value, … ending with NULL. key can be NULL. */
struct result test_open(struct test_council *council, const char *person, const char *procedure, const char *key, ...);
struct result test_use(struct test_council *council, const char *person, const char *ref, const char *power, ...);
/* Moves the clock and runs what is due; how many duties that were. */
int test_clock_to(struct test_council *council, const char *time);

#endif
