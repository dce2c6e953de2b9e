/* What the tests of sight look at: a test council through one viewer's eyes. */
#ifndef COMITY_TEST_WORLD_H
#define COMITY_TEST_WORLD_H

#include "engine/test_council.h"
#include "sight/sight.h"

#include "base/test.h" /* last: cmocka's fail() hides ours */

#define ENQUIRY(subject, question)                                                                                     \
    "service", "housing", "for", "myself", "subject", subject, "question", question, "purpose", "council"
#define ADVICE(for_whom, subject, question)                                                                            \
    "service", "housing", "for", for_whom, "seeks", "advice", "subject", subject, "question", question, "purpose",     \
        "council"

/* Begins a read transaction as the person; look_end ends it. */
struct sight look_begin(struct test_council *council, const char *person);
void look_end(const struct sight *sight);
/* The whole of what the person sees of a record; NULL when it is not there for them. */
const struct view_record *look_record(struct test_council *council, const char *person, const char *ref);
/* The references of a list, with spaces between; the cursor for more in *next_r unless that is NULL. */
const char *look_list(struct test_council *council, const char *person, struct list_filter filter, const char **next_r);
const char *look_search(struct test_council *council, const char *person, const char *words);
/* Changes the directory by a Popolo text. */
void change_directory(struct test_council *council, const char *popolo);
/* Opens an enquiry to Housing, or asks it for advice; the reference. */
const char *ask(struct test_council *council, const char *person, const char *subject, const char *question);
const char *ask_advice(struct test_council *council, const char *person, const char *for_whom, const char *subject);
/* Uses a power and insists that it is done. */
#define USE(...) assert_int_equal(test_use(__VA_ARGS__, NULL).kind, RESULT_DONE)

int start_northampton(void **state);
int start_county(void **state);
int stop(void **state);
#define IN_NORTHAMPTON(function) cmocka_unit_test_setup_teardown(function, start_northampton, stop)
#define IN_COUNTY(function) cmocka_unit_test_setup_teardown(function, start_county, stop)

#endif
