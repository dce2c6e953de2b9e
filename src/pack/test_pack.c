#include "pack/pack.h"

#include "base/test.h"

static void each_council_s_pack_loads_and_its_source_gives_it_again(void **state) {
    (void)state;
    static const char *const names[] = {"northampton", "county", "town"};
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct arena *a = arena_new();
        struct pack *pack = NULL, *again = NULL;
        const char *error = "";
        if (!pack_load("packs", names[i], a, &pack, &error))
            fail_msg("%s", error);
        if (!pack_parse(pack->source, strlen(pack->source), a, &again, &error))
            fail_msg("%s", error);
        assert_string_equal(pack->source, again->source);
        struct pack_findings f = {0};
        pack_check(pack, a, &f);
        for (size_t k = 0; k < f.list.count; k++)
            print_message("# %s: %s: %s\n", names[i], f.list.at[k].where, f.list.at[k].say);
        pack_free(&pack);
        pack_free(&again);
        arena_free(&a);
    }
}

RUN_TESTS(TEST(each_council_s_pack_loads_and_its_source_gives_it_again))
