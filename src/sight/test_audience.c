/* Who would read what somebody is about to write: said before, it is who reads it after. */
#include "pack/test_linked.h"
#include "sight/test_world.h"

static int start_linked(void **state) {
    *state = test_council_under(linked_pack);
    return 0;
}

static struct view_audiences will_read(struct test_council *council, const struct request *request) {
    struct view_audiences audiences;
    struct sight sight = look_begin(council, request->person);
    assert_true(sight_will_read(&sight, request, &audiences));
    look_end(&sight);
    return audiences;
}

static bool is_in(const struct view_audiences *audiences, const struct view_audience *one) {
    for (size_t i = 0; i < audiences->list.count; i++)
        if (strcmp(audiences->list.at[i].part, one->part) == 0 && strcmp(audiences->list.at[i].who, one->who) == 0)
            return true;
    return false;
}

static bool has_part(const struct view_audiences *audiences, const char *part) {
    for (size_t i = 0; i < audiences->list.count; i++)
        if (strcmp(audiences->list.at[i].part, part) == 0)
            return true;
    return false;
}

/* Does it, and compares with what was said before. */
static void assert_comes_true(struct test_council *council, const struct request *request) {
    struct view_audiences before = will_read(council, request);
    struct result result;
    assert_true(before.list.count > 0);
    engine_act(council->engine, request, council->a, &result);
    assert_int_equal(result.kind, RESULT_DONE);
    const struct view_audiences *after = &look_record(council, request->person, request->ref)->audience;
    for (size_t i = 0; i < before.list.count; i++)
        assert_true(is_in(after, &before.list.at[i]));
    for (size_t i = 0; i < after->list.count; i++)
        assert_true(!has_part(&before, after->list.at[i].part) || is_in(&before, &after->list.at[i]));
}

static void fill(struct test_council *council, struct request *request, const char *const (*fields)[2], size_t count) {
    for (size_t i = 0; i < count; i++)
        values_put(council->a, &request->fields, fields[i][0], fields[i][1]);
}

static void who_will_read_an_answer_is_who_reads_it(void **state) {
    struct test_council *council = *state;
    static const char *const answer[][2] = {{"answer", "Forty."}};
    struct request request = {
        .person = "hana", .ref = ask(council, "alex", "Damp", "How many homes?"), .power = "answer"};
    fill(council, &request, answer, LENGTH_OF(answer));
    assert_comes_true(council, &request);
}

static void advice_and_facts_have_the_readers_that_were_said(void **state) {
    struct test_council *council = *state;
    static const char *const advice[][2] = {{"advice", "Wait."},   {"facts", "Ten leases end."}, {"objective", "yes"},
                                            {"consistent", "yes"}, {"professional", "yes"},      {"neutral", "yes"},
                                            {"complete", "yes"}};
    static const char *const whom[] = {"me", "my group"};
    for (size_t i = 0; i < LENGTH_OF(whom); i++) {
        struct request request = {
            .person = "hana", .ref = ask_advice(council, "alex", whom[i], "Leases"), .power = "answer"};
        fill(council, &request, advice, LENGTH_OF(advice));
        assert_comes_true(council, &request);
    }
}

static void what_would_be_refused_is_read_by_nobody(void **state) {
    struct test_council *council = *state;
    struct request request = {
        .person = "hana", .ref = ask(council, "alex", "Damp", "How many homes?"), .power = "answer"};
    assert_int_equal(will_read(council, &request).list.count, 0); /* nothing was written */
    static const char *const answer[][2] = {{"answer", "Forty."}};
    fill(council, &request, answer, LENGTH_OF(answer));
    request.person = "bo";
    assert_int_equal(will_read(council, &request).list.count, 0); /* it is not there for them */
}

static void a_hidden_opener_is_not_named(void **state) {
    struct test_council *council = *state;
    struct result sent = test_open(council, "alex", "tip", NULL, "subject", "The depot", NULL);
    static const char *const more[][2] = {{"reply", "Thank you."}};
    struct request request = {.person = "ces", .ref = sent.ref, .power = "reply"};
    fill(council, &request, more, LENGTH_OF(more));
    struct view_audiences readers = will_read(council, &request);
    bool veiled = false;
    for (size_t i = 0; i < readers.list.count; i++) {
        assert_null(strstr(readers.list.at[i].who, "Alex"));
        veiled |= strcmp(readers.list.at[i].who, "A Member") == 0;
    }
    assert_true(veiled);
}

/* Notes are read by who deals with the task, and whether there are any is theirs to know. */
static void of_a_part_that_one_cannot_read_it_does_not_show_whether_something_stands_in_it(void **state) {
    struct test_council *council = *state;
    const char *decision = test_open(council, "ces", "decision", NULL, "subject", "The depot is let", NULL).ref;
    const char *task = test_open(council, "alex", "task", NULL, "authority", decision, "subject", "Let it", NULL).ref;
    static const char *const hint[][2] = {{"hint", "Ask the club."}};
    struct request request = {.person = "alex", .ref = task, .power = "hint"};
    fill(council, &request, hint, LENGTH_OF(hint));
    size_t before = will_read(council, &request).list.count;
    USE(council, "ces", task, "note", "see", decision);
    assert_int_equal(will_read(council, &request).list.count, before);
}

RUN_TESTS(IN_NORTHAMPTON(who_will_read_an_answer_is_who_reads_it),
          IN_NORTHAMPTON(advice_and_facts_have_the_readers_that_were_said),
          IN_NORTHAMPTON(what_would_be_refused_is_read_by_nobody),
          cmocka_unit_test_setup_teardown(a_hidden_opener_is_not_named, start_linked, stop),
          cmocka_unit_test_setup_teardown(
              of_a_part_that_one_cannot_read_it_does_not_show_whether_something_stands_in_it, start_linked, stop))
