/* What the checker says of packs with which all is well; src/pack/broken shows what it says of the others. */
#include "pack/test_small.h"

#include <time.h>

#include "base/test.h"
#include "pack/told.h"

static struct pack_findings check(struct arena *a, const char *text) {
    struct pack *pack = NULL;
    const char *error = "";
    struct pack_findings findings = {0};
    if (!pack_parse(text, strlen(text), a, &pack, &error))
        fail_msg("%s", error);
    pack_check(pack, a, &findings);
    pack_free(&pack);
    return findings;
}

static void the_small_pack_has_no_findings(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_int_equal(check(a, small_pack).list.count, 0);
    arena_free(&a);
}

static void every_council_s_pack_has_no_findings(void **state) {
    (void)state;
    static const char *const names[] = {"northampton", "county", "town"};
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct arena *a = arena_new();
        struct pack *pack = NULL;
        const char *error = "";
        if (!pack_load("packs", names[i], a, &pack, &error))
            fail_msg("%s", error);
        struct pack_findings findings = {0};
        pack_check(pack, a, &findings);
        if (findings.list.count > 0)
            fail_msg("%s", pack_finding_say(&findings.list.at[0], a));
        pack_free(&pack);
        arena_free(&a);
    }
}

static void a_finding_says_where_its_rule_stands(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack_findings findings =
        check(a, small_with(a, "    states:\n", "      attic: {title: Attic, audience: [handler]}\n    states:\n"));
    assert_int_equal(findings.list.count, 1);
    assert_string_equal(pack_finding_say(&findings.list.at[0], a),
                        "pack:35:7: enquiry: part attic: nothing is ever written to it.");
    arena_free(&a);
}

static void a_placeholder_is_fine_where_its_field_is_always_asked(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *text = small_with(a, "label: Topic, kind: text", "label: Topic, kind: text, when: {purpose: council}");
    assert_int_equal(check(a, text).list.count, 0); /* because all that is not council business is refused */
    arena_free(&a);
}

static void a_clause_may_be_excused_shown_or_not_there_yet(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *excused = small_with(a, "posts:\n",
                                     "  - {id: \"3\", kind: duty, summary: S.}\n"
                                     "  - {id: \"4\", kind: guide, summary: S.}\n"
                                     "  - {id: \"5\", kind: guide, summary: S.}\n"
                                     "  - {id: \"5a\", kind: guide, of: \"5\", summary: S.}\n"
                                     "  - {id: \"6\", kind: route, summary: S.}\n"
                                     "excused: {\"3\": Because.}\nshown: {\"4\": [sign-in], \"5\": [expectations]}\n"
                                     "not yet: [\"6\"]\nposts:\n");
    assert_int_equal(check(a, excused).list.count, 0);
    arena_free(&a);
}

/* Seconds of this process. */
static double seconds_to_check(const struct pack *pack) {
    struct arena *a = arena_new();
    struct pack_findings findings = {0};
    clock_t start = clock();
    pack_check(pack, a, &findings);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_int_equal(findings.list.count, 0);
    arena_free(&a);
    return seconds;
}

static void thirty_procedures_are_checked_in_a_second(void **state) {
    (void)state;
    enum { MANY = 30 };
    struct arena *a = arena_new();
    struct pack *pack = NULL;
    const char *error = "";
    if (!pack_load("packs", "town", a, &pack, &error))
        fail_msg("%s", error);
    struct pack large = *pack;
    large.procedures = ARENA_ARRAY(a, MANY, struct procedure);
    large.procedure_count = MANY;
    for (size_t i = 0; i < MANY; i++)
        large.procedures[i] = pack->procedures[i % pack->procedure_count];
    double seconds = seconds_to_check(&large);
    if (seconds >= 1)
        fail_msg("it took %.2f seconds", seconds);
    pack_free(&pack);
    arena_free(&a);
}

RUN_TESTS(TEST(the_small_pack_has_no_findings), TEST(every_council_s_pack_has_no_findings),
          TEST(a_finding_says_where_its_rule_stands), TEST(a_placeholder_is_fine_where_its_field_is_always_asked),
          TEST(a_clause_may_be_excused_shown_or_not_there_yet), TEST(thirty_procedures_are_checked_in_a_second))
