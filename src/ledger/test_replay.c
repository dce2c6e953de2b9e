#include "ledger/ledger.h"
#include "pack/test_linked.h"
#include "sight/test_world.h"

#include <sqlite3.h>

static struct ledger_replay replay(struct test_council *council, const char *ref) {
    struct ledger_replay told;
    const char *error;
    if (!ledger_replay(council->engine, ref, NULL, NULL, council->a, &told, &error))
        fail_msg("%s", error);
    return told;
}

static void assert_all_is_as_it_was(struct test_council *council, int64_t records) {
    struct ledger_replay told = replay(council, NULL);
    for (size_t i = 0; i < told.differences.count; i++)
        print_error("%s: %s\n", told.differences.at[i].ref, told.differences.at[i].say);
    assert_int_equal(told.differences.count, 0);
    assert_int_equal(told.records, records);
}

/* Asks back, is handed on, moved by a holiday, missed, answered and closed. */
static const char *live(struct test_council *council) {
    const char *ref = ask(council, "alex", "Damp", "How many homes?"), *error;
    int32_t closed;
    int moved;
    USE(council, "hana", ref, "ask-back", "asked", "  Which ward?\r\n");
    test_clock_to(council, "2026-12-21T12:00");
    USE(council, "alex", ref, "reply", "reply", "Mill ward.");
    USE(council, "hana", ref, "reassign", "to", "olu");
    assert_true(day_parse("2026-12-24", &closed));
    assert_true(engine_add_holiday(council->engine, closed, "Council closed", council->a, &moved, &error));
    assert_int_equal(moved, 1);
    assert_true(test_clock_to(council, "2027-01-20T12:00") > 0);
    USE(council, "olu", ref, "answer", "answer", "Twelve.");
    USE(council, "alex", ref, "close");
    return ref;
}

static void what_was_decided_comes_out_the_same(void **state) {
    struct test_council *council = *state;
    const char *ref = live(council);
    ask(council, "cy", "Roads", "Which?");
    assert_all_is_as_it_was(council, 2);
    assert_int_equal(replay(council, ref).records, 1);
    assert_true(replay(council, ref).decisions == 8);
}

static void it_is_decided_by_what_the_council_was_then(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "reassign", "to", "olu");
    change_directory(council, "{\"persons\":[{\"id\":\"olu\",\"name\":\"Olu Adeyemi\",\"active\":false},"
                              "{\"id\":\"alex\",\"name\":\"Alexis Moss\"}],"
                              "\"memberships\":[{\"id\":\"m1\",\"person_id\":\"alex\",\"organization_id\":\"red\"}]}");
    ask(council, "alex", "Mould", "And mould?");
    USE(council, "hana", ref, "reassign", "to", "pat");
    assert_all_is_as_it_was(council, 2);
}

static void a_record_that_was_named_is_told_up_to_then(void **state) {
    struct test_council *council = *state;
    const char *advised = ask_advice(council, "alex", "my group", "Rents");
    USE(council, "hana", advised, "answer", "advice", "Weigh this.", "facts", "Rents are 90.", "objective", "yes",
        "consistent", "yes", "professional", "yes", "neutral", "yes", "complete", "yes");
    const char *asked =
        test_open(council, "lee", "advice", NULL, "service", "housing", "for", "my group", "seeks", "facts", "subject",
                  "Rents", "question", "What are the facts?", "purpose", "council", NULL)
            .ref;
    USE(council, "hana", asked, "release", "source", advised);
    USE(council, "hana", advised, "revise", "advice", "Weigh that.", "why", "A new rule", "objective", "yes",
        "consistent", "yes", "professional", "yes", "neutral", "yes", "complete", "yes");
    assert_all_is_as_it_was(council, 2);
}

static int start_linked(void **state) {
    *state = test_council_under(linked_pack);
    return 0;
}

static const char *begin(struct test_council *council, const char *person, const char *procedure, const char *field,
                         const char *value, const char *subject) {
    struct result begun =
        test_open(council, person, procedure, NULL, field, value, subject == NULL ? NULL : "subject", subject, NULL);
    assert_int_equal(begun.kind, RESULT_DONE);
    return begun.ref;
}

static void what_follows_on_other_records_comes_out_the_same(void **state) {
    struct test_council *council = *state;
    const char *roof = begin(council, "ces", "decision", "subject", "The roof", NULL);
    const char *task = begin(council, "alex", "task", "authority", roof, "Mend it");
    USE(council, "ces", task, "query", "more", "What does it cost?"); /* opens a record */
    USE(council, "ces", roof, "rescind");
    const char *permit = begin(council, "ces", "permit", "subject", "One job", NULL);
    begin(council, "alex", "job", "permit", permit, NULL); /* uses the permit up */
    assert_all_is_as_it_was(council, 5);
}

/* As somebody with the database's file could. */
static void tamper(struct test_council *council, const char *sql) {
    sqlite3 *beside;
    char *error = NULL;
    assert_int_equal(sqlite3_open(arena_printf(council->a, "%s/comity.db", council->folder), &beside), SQLITE_OK);
    sqlite3_exec(beside, sql, NULL, NULL, &error);
    if (error != NULL)
        fail_msg("%s: %s", sql, error);
    assert_true(sqlite3_changes(beside) > 0);
    sqlite3_close(beside);
}

static void a_change_behind_its_back_is_found_in_its_record_alone(void **state) {
    static const struct {
        const char *sql, *say;
    } changes[] = {
        {"UPDATE record SET state = 'open' WHERE id = 1", "the record: state is not"},
        {"UPDATE record SET handler = (SELECT id FROM principal WHERE name = 'person:pat') WHERE id = 1",
         "the record: handler is not"},
        {"UPDATE record SET fields = replace(fields, 'myself', 'a constituent') WHERE id = 1", "fact 2 (for): value"},
        {"UPDATE event SET to_state = 'answered' WHERE id = 2", "event 2 (ask-back): state after is not"},
        {"UPDATE event SET at = at + 60 WHERE id = 2", "event 2 (ask-back): time is not"},
        {"DELETE FROM event WHERE id = (SELECT max(id) FROM event WHERE record = 1)",
         "event 8 (close): time follows from what was decided, and is not stored"},
        {"UPDATE entry SET body = 'Thirteen.' WHERE field = 'answer'", "(answer, "},
        {"UPDATE entry SET body = 'How few homes?' WHERE field = 'question' AND record = 1", "decision 1 (open, "},
        {"UPDATE sight SET principal = (SELECT id FROM principal WHERE name = 'person:pat') WHERE record = 1 AND part "
         "= "
         "'record' AND relation = 'opener'",
         "grant of"},
        {"UPDATE duty SET due_at = due_at + 86400 WHERE id = 1", "duty 1 (respond): deadline is not"},
        {"UPDATE notice SET title = 'Nothing' WHERE id = (SELECT min(id) FROM notice WHERE record = 1)",
         "title is not"},
        {"UPDATE decision SET digest = 'x' WHERE id = 2",
         "decision 2 (ask-back, 2026-12-18T10:00:00Z): Something else"},
        {"UPDATE decision SET actor = 'ravi' WHERE id = 2",
         "decision 2 (ask-back, 2026-12-18T10:00:00Z): It is not done "
         "now, but refused"},
        {"UPDATE council_version SET hash = 'x' WHERE id = 1", "What the council was then is not kept"},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(changes); i++) {
        struct test_council *council = test_council_new("northampton");
        const char *ref = live(council);
        ask(council, "cy", "Roads", "Which?"); /* under a council that has the holiday */
        tamper(council, changes[i].sql);
        struct ledger_replay told = replay(council, NULL);
        if (told.differences.count != 1 || strstr(told.differences.at[0].say, changes[i].say) == NULL)
            fail_msg("%s: %zu differences, %s", changes[i].sql, told.differences.count,
                     told.differences.count == 0 ? "none" : told.differences.at[0].say);
        assert_string_equal(told.differences.at[0].ref, ref);
        test_council_free(&council);
    }
}

struct adoption {
    const struct pack *pack;
    instant now;
};

static bool adopt(struct db *db, void *context) {
    const struct adoption *adoption = context;
    return engine_adopt(db, NULL, adoption->pack, adoption->now);
}

static void a_rule_that_was_changed_in_a_kept_pack_is_found(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?"), *error;
    struct db *db = store_reader(council->store);
    db_begin(db);
    char *source = arena_strdup(council->a, engine_council(council->engine, db, council->a)->pack->source);
    db_end(db);
    *strstr(source, "may withdraw") = 'M';
    struct pack *newer;
    if (!pack_parse(source, strlen(source), council->a, &newer, &error))
        fail_msg("%s", error);
    struct adoption adoption = {newer, clock_now(council->clock)};
    assert_int_equal(store_write(council->store, adopt, &adoption, council->a, &error), WRITTEN);
    ask(council, "cy", "Roads", "Which?"); /* under the newer version */
    tamper(council, arena_printf(council->a,
                                 "UPDATE pack SET source = replace(source, '5 working days', '50 working days') "
                                 "WHERE hash <> '%s'",
                                 newer->hash));
    tamper(council, "UPDATE meta SET value = value + 1 WHERE key = 'council'");
    pack_free(&newer);
    struct ledger_replay told = replay(council, NULL);
    assert_int_equal(told.differences.count, 1);
    assert_string_equal(told.differences.at[0].ref, ref);
    assert_non_null(strstr(told.differences.at[0].say, "is not kept"));
}

static void a_record_that_is_not_there_is_said(void **state) {
    struct test_council *council = *state;
    struct ledger_replay told;
    const char *error;
    assert_false(ledger_replay(council->engine, "ENQ-0000-0000", NULL, NULL, council->a, &told, &error));
    assert_string_equal(error, "There is no record ENQ-0000-0000.");
}

static const char *open_as(struct test_council *council, const char *person, const char *procedure, const char *field,
                           const char *value) {
    struct result sent = test_open(council, person, procedure, NULL, field, value, NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static void what_acts_did_on_other_records_comes_out_the_same(void **state) {
    struct test_council *council = *state;
    open_as(council, "alex", "job", "permit", open_as(council, "ces", "permit", "subject", "The hall"));
    const char *decided = open_as(council, "ces", "decision", "subject", "The roof");
    struct result task = test_open(council, "alex", "task", NULL, "authority", decided, "subject", "Mend it", NULL);
    USE(council, "ces", task.ref, "query", "more", "What does it cost?");
    const char *tie = open_as(council, "hana", "tie", "to-whom", "alex");
    open_as(council, "alex", "call", "service", "housing");
    USE(council, "hana", tie, "end");
    open_as(council, "alex", "call", "service", "housing");
    open_as(council, "alex", "tip", "subject", "The depot");
    assert_all_is_as_it_was(council, 9);
}

static void a_mark_comes_out_the_same_unless_it_was_changed(void **state) {
    struct test_council *council = *state;
    const char *decided = open_as(council, "ces", "decision", "subject", "The roof");
    struct result asked = test_open(council, "alex", "marking", NULL, "about", decided, "which", "decision", NULL);
    USE(council, "ces", asked.ref, "say", "mark", "open");
    assert_all_is_as_it_was(council, 2);
    tamper(council, "UPDATE mark SET mark = 'confidential'");
    struct ledger_replay told = replay(council, NULL);
    assert_int_equal(told.differences.count, 1);
    assert_string_equal(told.differences.at[0].ref, asked.ref);
    assert_string_equal(told.differences.at[0].say, "mark 1 (decision): what it says is not what was decided.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_acts_did_on_other_records_comes_out_the_same, start_linked, stop),
        cmocka_unit_test_setup_teardown(a_mark_comes_out_the_same_unless_it_was_changed, start_linked, stop),
        IN_NORTHAMPTON(what_was_decided_comes_out_the_same),
        IN_NORTHAMPTON(it_is_decided_by_what_the_council_was_then),
        IN_NORTHAMPTON(a_record_that_was_named_is_told_up_to_then),
        cmocka_unit_test_setup_teardown(what_follows_on_other_records_comes_out_the_same, start_linked, stop),
        cmocka_unit_test(a_change_behind_its_back_is_found_in_its_record_alone),
        IN_NORTHAMPTON(a_rule_that_was_changed_in_a_kept_pack_is_found),
        IN_NORTHAMPTON(a_record_that_is_not_there_is_said),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
