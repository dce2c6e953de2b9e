/* What a cmocka test includes, in the order that cmocka wants. Only for test_*.c. */
#ifndef COMITY_TEST_H
#define COMITY_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define RUN_TESTS(...)                                                                                                 \
    int main(void) {                                                                                                   \
        const struct CMUnitTest tests[] = {__VA_ARGS__};                                                               \
        cmocka_set_message_output(CM_OUTPUT_TAP);                                                                      \
        return cmocka_run_group_tests(tests, NULL, NULL);                                                              \
    }
#define TEST(function) cmocka_unit_test(function)

#endif
