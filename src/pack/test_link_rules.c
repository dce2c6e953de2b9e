/* Rules that name other procedures: what an author is told when they are wrong. */
#include "pack/test_linked.h"
#include "pack/test_small.h"

#include "base/test.h"

struct flaw {
    const char *from, *to; /* in the linked pack */
    const char *say;       /* the error without its place, or a finding */
};

static struct pack *parse(struct arena *a, const struct flaw *flaw, const char **error_r) {
    struct pack *pack = NULL;
    const char *text = flaw == NULL ? linked_pack : text_with(a, linked_pack, flaw->from, flaw->to);
    pack_parse(text, strlen(text), a, &pack, error_r);
    return pack;
}

static void expect_error(const struct flaw *flaws, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        const char *error = "";
        assert_null(parse(a, &flaws[i], &error));
        const char *say = strstr(error, ": "); /* after "pack:35:60" */
        assert_non_null(say);
        assert_string_equal(say + 2, flaws[i].say);
        arena_free(&a);
    }
}
#define EXPECT_ERROR(flaws) expect_error(flaws, LENGTH_OF(flaws))

static void the_linked_pack_is_right_and_comes_back_from_its_source(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *error = "";
    struct pack *pack = parse(a, NULL, &error), *again = NULL;
    if (pack == NULL)
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

static void record_fields_name_what_there_is(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"of: [decision], in", "of: [decisions], in",
         "\"decisions\" is not a procedure of this pack; expected one of decision, task, remark; did you mean "
         "\"decision\"?"},
        {"in: [in-force]", "in: [done]",
         "\"done\" is not a state of these procedures; expected one of in-force, rescinded."},
        {"of: [decision], in: [in-force]", "in: [in-force]",
         "states are of procedures; expected \"of\" beside \"in\"."},
        {"of: [decision], in: [in-force]", "of: []", "nothing is named here; expected at least one name."},
        {"kind: record, of: [decision], in: [in-force]", "kind: text, of: [decision]",
         "the field \"authority\" is of the kind text; expected no \"of\"."},
    };
    EXPECT_ERROR(flaws);
}

static void expect_finding(const struct flaw *flaws, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        const char *error = "";
        struct pack *pack = parse(a, &flaws[i], &error);
        if (pack == NULL)
            fail_msg("%s", error);
        struct pack_findings findings = {0};
        bool found = false;
        pack_check(pack, a, &findings);
        for (size_t k = 0; k < findings.list.count; k++)
            found = found || text_equal(findings.list.at[k].say, flaws[i].say);
        if (!found)
            fail_msg("not found: %s", flaws[i].say);
        pack_free(&pack);
        arena_free(&a);
    }
}
#define EXPECT_FINDING(flaws) expect_finding(flaws, LENGTH_OF(flaws))

static void a_notice_does_not_tell_of_another_record(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"    states: {open: {title: Open}, done",
         "    notices: {new: {title: New, say: \"{authority}\", on: [opening], to: [everyone], cites: [\"1\"]}}\n"
         "    states: {open: {title: Open}, done",
         "{authority} would tell of a record to people who may not see it."},
    };
    EXPECT_FINDING(flaws);
}

RUN_TESTS(TEST(a_notice_does_not_tell_of_another_record), TEST(the_linked_pack_is_right_and_comes_back_from_its_source),
          TEST(record_fields_name_what_there_is))
