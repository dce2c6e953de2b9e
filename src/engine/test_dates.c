/* Rules that hold at one time and not at another, dates that come too soon, and refusals that point elsewhere. */
#include "engine/test_council.h"

#include "base/test.h"

/* The clock stands at Friday 18 December 2026, 10:00. */
static const char pack_text[] =
    "pack: dates\n"
    "title: Rules with dates\n"
    "clauses:\n"
    "  - {id: \"1\", kind: power, summary: People may ask.}\n"
    "  - {id: \"2\", kind: ban, summary: Two working days at least.}\n"
    "  - {id: \"3\", kind: ban, summary: The old ban., to: 2026-12-20}\n"
    "  - {id: \"4\", kind: power, summary: The new way., from: \"2026-12-21\"}\n"
    "posts:\n"
    "  chief-executive: {title: Chief Executive, tier: senior}\n"
    "calendars:\n"
    "  working: {zone: Europe/London, holidays: []}\n"
    "procedures:\n"
    "  - procedure: visit\n"
    "    title: Visit\n"
    "    prefix: VIS\n"
    "    start: Ask for a visit\n"
    "    summary: A visit.\n"
    "    cites: [\"1\"]\n"
    "    open:\n"
    "      by: [everyone]\n"
    "      form:\n"
    "        - {name: what, label: What, kind: choice, choices: [{value: visit, label: Visit}, {value: press, label:\n"
    "          Press}, {value: party, label: Party}]}\n"
    "        - {name: date, label: Date, kind: date, required: no, no sooner than: 2 working days, sooner cites: "
    "[\"2\"],\n"
    "           sooner say: Too soon.}\n"
    "        - {name: at, label: At, kind: time, required: no, no sooner than: 24 hours, sooner cites: [\"2\"],\n"
    "           sooner say: Too soon.}\n"
    "      refuse:\n"
    "        - {when: {what: press, before: 2026-12-20}, cites: [\"1\"], say: Not yet., begin: visit}\n"
    "        - {when: {what: press, on or after: 2026-12-22}, cites: [\"1\"], say: No longer., see:\n"
    "           \"https://example.org/press\"}\n"
    "        - {when: {what: party}, cites: [\"3\"], say: No party.}\n"
    "      route: [chief-executive]\n"
    "    parts:\n"
    "      record: {title: The record, audience: [opener, handler]}\n"
    "    states:\n"
    "      open: {title: Open}\n"
    "      done: {title: Done, final: yes}\n"
    "    powers:\n"
    "      finish: {label: Finish, done: finished, by: [opener], from: [open], to: done, cites: [\"3\", \"4\"]}\n"
    "      hasten: {label: Hasten, done: hastened, by: [opener], from: [open], cites: [\"4\"]}\n"
    "    notices:\n"
    "      told: {title: Told, say: Asked., on: [opening], to: [chief-executive], cites: [\"4\"]}\n";

static int start(void **state) {
    *state = test_council_under(pack_text);
    return 0;
}

static int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}

static struct result ask(struct test_council *council, const char *what, const char *field, const char *value) {
    return test_open(council, "alex", "visit", NULL, "what", what, field, value, NULL);
}

static void what_comes_too_soon_is_refused_with_its_clause(void **state) {
    struct test_council *council = *state;
    static const struct {
        const char *field, *value;
        enum result_kind kind;
    } cases[] = {{"date", "2026-12-21", RESULT_REFUSED},     {"date", "2026-12-22", RESULT_DONE},
                 {"date", "2026-12-18", RESULT_REFUSED},     {"date", "no date", RESULT_INVALID},
                 {"at", "2026-12-19T09:59", RESULT_REFUSED}, {"at", "2026-12-19T10:00", RESULT_DONE}};
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        struct result result = ask(council, "visit", cases[i].field, cases[i].value);
        assert_int_equal(result.kind, cases[i].kind);
        if (result.kind == RESULT_REFUSED) {
            assert_string_equal(result.cites.at[0]->id, "2");
            assert_string_equal(result.say, "Too soon.");
        }
    }
}

static void a_ban_has_its_days_and_points_elsewhere(void **state) {
    struct test_council *council = *state;
    struct result result = ask(council, "press", NULL, NULL);
    assert_int_equal(result.kind, RESULT_REFUSED);
    assert_string_equal(result.begin, "visit");
    assert_null(result.see);
    test_clock_to(council, "2026-12-20T00:00");
    assert_int_equal(ask(council, "press", NULL, NULL).kind, RESULT_DONE);
    test_clock_to(council, "2026-12-22T00:00");
    result = ask(council, "press", NULL, NULL);
    assert_int_equal(result.kind, RESULT_REFUSED);
    assert_string_equal(result.see, "https://example.org/press");
    assert_null(result.begin);
}

static int64_t notices_of(struct test_council *council, const char *principal) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    struct query *q = query(db, Q_NOTICE_COUNT);
    bind_text(q, principal);
    int64_t count = query_int(q, 0);
    db_end(db);
    return count;
}

static void a_rule_whose_clauses_are_all_of_another_time_does_not_hold(void **state) {
    struct test_council *council = *state;
    assert_int_equal(ask(council, "party", NULL, NULL).kind, RESULT_REFUSED);
    const char *ref = ask(council, "visit", NULL, NULL).ref;
    struct result hasty = test_use(council, "alex", ref, "hasten", NULL);
    assert_int_equal(hasty.kind, RESULT_REFUSED);
    assert_string_equal(hasty.say, "The clause for this does not hold today.");
    assert_int_equal(notices_of(council, "post:chief"), 0);
    test_clock_to(council, "2026-12-21T00:00");
    assert_int_equal(ask(council, "party", NULL, NULL).kind, RESULT_DONE);
    assert_int_equal(notices_of(council, "post:chief"), 1);
    assert_int_equal(test_use(council, "alex", ref, "hasten", NULL).kind, RESULT_DONE);
}

/* The clauses of the last event. */
static const char *last_cites(struct test_council *council, const char *ref) {
    struct db *db = store_reader(council->store);
    struct situation situation;
    bool found;
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    assert_true(situation_of_record(db, snapshot, directory_person(snapshot->directory, "alex"), ref,
                                    clock_now(council->clock), council->a, &situation, &found));
    db_end(db);
    return situation.record->events.at[situation.record->events.count - 1].cites;
}

static void what_is_done_stands_under_the_clauses_of_its_day(void **state) {
    struct test_council *council = *state;
    const char *early = ask(council, "visit", NULL, NULL).ref, *late = ask(council, "visit", NULL, NULL).ref;
    assert_int_equal(test_use(council, "alex", early, "finish", NULL).kind, RESULT_DONE);
    assert_string_equal(last_cites(council, early), "3");
    test_clock_to(council, "2026-12-21T00:00");
    assert_int_equal(test_use(council, "alex", late, "finish", NULL).kind, RESULT_DONE);
    assert_string_equal(last_cites(council, late), "4");
}

#define WITH_COUNCIL(test) cmocka_unit_test_setup_teardown(test, start, stop)
RUN_TESTS(WITH_COUNCIL(what_comes_too_soon_is_refused_with_its_clause),
          WITH_COUNCIL(a_ban_has_its_days_and_points_elsewhere),
          WITH_COUNCIL(a_rule_whose_clauses_are_all_of_another_time_does_not_hold),
          WITH_COUNCIL(what_is_done_stands_under_the_clauses_of_its_day))
