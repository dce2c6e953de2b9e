/* The pack whose procedures name one another: nothing is wrong with it, and it comes back from its source. */
#include "pack/test_linked.h"
#include "pack/told.h"

#include "base/test.h"

static void the_linked_pack_is_right_and_comes_back_from_its_source(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *error = "";
    struct pack *pack = NULL, *again = NULL;
    if (!pack_parse(linked_pack, strlen(linked_pack), a, &pack, &error))
        fail_msg("%s", error);
    struct pack_findings findings = {0};
    pack_check(pack, a, &findings);
    if (findings.list.count > 0)
        fail_msg("%s", pack_finding_say(&findings.list.at[0], a));
    assert_true(pack_parse(pack->source, strlen(pack->source), a, &again, &error));
    assert_string_equal(again->hash, pack->hash);
    pack_free(&again);
    pack_free(&pack);
    arena_free(&a);
}

RUN_TESTS(TEST(the_linked_pack_is_right_and_comes_back_from_its_source))
