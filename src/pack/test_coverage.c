/* Clause by clause: what carries it. */
#include "pack/test_small.h"

#include "base/test.h"

struct told {
    struct arena *a;
    struct pack *pack;
    struct coverages coverages;
};

static void cover(struct told *told, const char *clauses, const char *scenarios) {
    told->a = arena_new();
    const char *text = small_with(told->a, "posts:\n", arena_printf(told->a, "%sposts:\n", clauses)), *error = "";
    if (!pack_parse(text, strlen(text), told->a, &told->pack, &error))
        fail_msg("%s", error);
    pack_coverage(told->pack, scenarios, told->a, &told->coverages);
}

static void done(struct told *told) {
    pack_free(&told->pack);
    arena_free(&told->a);
}

static const struct coverage *of(const struct told *told, const char *id) {
    for (size_t i = 0; i < told->coverages.list.count; i++) {
        if (text_equal(told->coverages.list.at[i].clause->id, id))
            return &told->coverages.list.at[i];
    }
    return NULL;
}

static bool lists(const char *const *texts, size_t count, const char *wanted) {
    for (size_t i = 0; i < count; i++) {
        if (text_equal(texts[i], wanted))
            return true;
    }
    return false;
}

static void each_clause_has_its_rules_and_scenarios(void **state) {
    (void)state;
    struct told told;
    cover(&told, "", "1, 2: both at once\n2: party business is refused\n9: of no clause\nnot a line\n");
    const struct coverage *one = of(&told, "1"), *two = of(&told, "2");
    assert_int_equal(one->status, COVERAGE_ENFORCED);
    assert_true(lists(one->rules.at, one->rules.count, "enquiry: duty respond"));
    assert_true(lists(one->rules.at, one->rules.count, "enquiry: power answer"));
    assert_int_equal(one->scenarios.count, 1);
    assert_string_equal(one->scenarios.at[0], "small 1, 2: both at once");
    assert_int_equal(two->rules.count, 1);
    assert_string_equal(two->rules.at[0], "enquiry: refusal of opening");
    assert_int_equal(two->scenarios.count, 2);
    done(&told);
}

static void what_is_no_rule_is_shown_or_excused_or_missing(void **state) {
    (void)state;
    struct told told;
    cover(&told,
          "  - {id: \"3\", kind: guide, summary: S.}\n  - {id: \"4\", kind: record, summary: S.}\n"
          "  - {id: \"5\", kind: ban, summary: S.}\n  - {id: \"6\", kind: ban, summary: S.}\n"
          "shown: {\"3\": [sign-in, enquiry]}\nexcused: {\"4\": Kept on paper.}\nnot yet: [\"5\"]\n",
          "");
    assert_int_equal(of(&told, "3")->status, COVERAGE_SHOWN);
    assert_string_equal(of(&told, "3")->places.at[0], "the sign-in page");
    assert_string_equal(of(&told, "3")->places.at[1], "the start page of Enquiry");
    assert_int_equal(of(&told, "4")->status, COVERAGE_EXCUSED);
    assert_string_equal(of(&told, "4")->excuses.at[0], "Kept on paper.");
    assert_int_equal(of(&told, "5")->status, COVERAGE_NOT_YET);
    assert_int_equal(of(&told, "6")->status, COVERAGE_NOT_YET);
    done(&told);
}

#define ITEMS                                                                                                          \
    "  - {id: \"3\", kind: guide, summary: S.}\n  - {id: \"3a\", kind: guide, of: \"3\", summary: S.}\n"               \
    "  - {id: \"3b\", kind: guide, of: \"3\", summary: S.}\n"

static void a_clause_stands_by_its_items(void **state) {
    (void)state;
    struct told told;
    cover(&told, ITEMS "shown: {\"3a\": [protocol]}\n", "3b: an item\n");
    assert_null(of(&told, "3a"));
    assert_int_equal(of(&told, "3")->status, COVERAGE_NOT_YET);
    assert_int_equal(of(&told, "3")->missing.count, 1);
    assert_string_equal(of(&told, "3")->missing.at[0], "3b");
    assert_int_equal(of(&told, "3")->scenarios.count, 1);
    done(&told);
    cover(&told, ITEMS "shown: {\"3a\": [protocol], \"3b\": [expectations]}\n", "");
    assert_int_equal(of(&told, "3")->status, COVERAGE_SHOWN);
    assert_int_equal(of(&told, "3")->places.count, 2);
    done(&told);
    cover(&told, ITEMS "shown: {\"3\": [protocol]}\n", "");
    assert_int_equal(of(&told, "3")->status, COVERAGE_SHOWN);
    done(&told);
}

static void each_council_s_scenarios_name_clauses_that_are_there(void **state) {
    (void)state;
    static const char *const names[] = {"northampton", "county", "town"};
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct arena *a = arena_new();
        struct pack *pack;
        const char *error = "";
        char *text;
        size_t length;
        if (!pack_load("packs", names[i], a, &pack, &error) ||
            !file_read(a, arena_printf(a, "packs/%s/scenarios.txt", names[i]), 1 << 20, &text, &length, &error))
            fail_msg("%s", error);
        char **lines = text_split(a, text, '\n');
        for (size_t k = 0; lines[k][0] != '\0'; k++) {
            char **ids = text_split(a, arena_strndup(a, lines[k], strcspn(lines[k], ":")), ',');
            for (size_t n = 0; ids[n] != NULL; n++) {
                if (pack_clause(pack, text_clean(a, ids[n])) == NULL)
                    fail_msg("%s has no clause of \"%s\"", names[i], lines[k]);
            }
        }
        pack_free(&pack);
        arena_free(&a);
    }
}

RUN_TESTS(TEST(each_clause_has_its_rules_and_scenarios), TEST(what_is_no_rule_is_shown_or_excused_or_missing),
          TEST(a_clause_stands_by_its_items), TEST(each_council_s_scenarios_name_clauses_that_are_there))
