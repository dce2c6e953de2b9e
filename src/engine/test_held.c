/* What is held for ten minutes, so that whoever sent it can take it back. */
#include "engine/test_council.h"

#include "base/test.h"

static int start(void **state) {
    *state = test_council_new("northampton");
    return 0;
}

static int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}

static void put_question(struct test_council *council, struct values *fields, const char *question) {
    static const char *const others[][2] = {
        {"service", "housing"}, {"for", "myself"}, {"subject", "Damp in Mill Lane"}, {"purpose", "council"}};
    for (size_t i = 0; i < LENGTH_OF(others); i++)
        values_put(council->a, fields, others[i][0], others[i][1]);
    values_put(council->a, fields, "question", question);
}

/* alex asks Housing, and holds it. */
static const char *hold_enquiry(struct test_council *council, const char *key, struct result *result) {
    struct request request = {.person = "alex", .procedure = "enquiry", .key = key};
    const char *held;
    put_question(council, &request.fields, "How many homes have damp?");
    engine_hold(council->engine, &request, "Enquiry", council->a, result, &held);
    return held;
}

static const char *hold_use(struct test_council *council, const char *person, const char *ref, const char *power,
                            const char *field, const char *text, struct result *result) {
    struct request request = {.person = person, .ref = ref, .power = power, .key = power};
    const char *held;
    values_put(council->a, &request.fields, field, text);
    engine_hold(council->engine, &request, "Answer", council->a, result, &held);
    return held;
}

static int64_t count_records(struct test_council *council) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    int64_t count = query_int(query(db, Q_RECORD_COUNT), -1);
    db_end(db);
    return count;
}

struct row {
    bool found;
    instant sends_at;
    const char *why;
};

static struct row row_of(struct test_council *council, const char *held, const char *person) {
    struct db *db = store_reader(council->store);
    struct row row = {0};
    db_begin(db);
    struct query *q = query(db, Q_HELD_ONE);
    bind_text(q, held);
    bind_text(q, person);
    row.found = query_step(q);
    if (row.found) {
        row.sends_at = column_is_null(q, 6) ? INSTANT_NONE : column_int(q, 6);
        row.why = column_copy(q, 7, council->a);
    }
    query_end(q);
    db_end(db);
    return row;
}

static bool change(struct test_council *council, store_job *job, const char *held, const char *person) {
    const char *error;
    struct held_one one = {.ref = held, .person = person};
    return store_write(council->store, job, &one, council->a, &error) == WRITTEN;
}

static instant next_due(struct test_council *council) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    instant next = engine_next_due(db);
    db_end(db);
    return next;
}

static void what_is_held_is_not_there_for_ten_minutes_and_then_is(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    assert_int_equal(result.kind, RESULT_DONE);
    assert_non_null(held);
    assert_int_equal(next_due(council), clock_now(council->clock) + HELD_SECONDS);
    assert_int_equal(test_clock_to(council, "2026-12-18T10:09:59"), 0);
    assert_int_equal(count_records(council), 0);
    assert_int_equal(test_clock_to(council, "2026-12-18T10:10"), 1);
    assert_int_equal(count_records(council), 1);
    assert_false(row_of(council, held, "alex").found);
}

static void what_was_taken_back_is_not_sent_and_can_be_held_again(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    assert_false(change(council, held_take_back, held, "bo"));
    assert_true(change(council, held_take_back, held, "alex"));
    assert_int_equal(test_clock_to(council, "2026-12-18T11:00"), 0);
    assert_true(row_of(council, held, "alex").sends_at == INSTANT_NONE);
    assert_false(row_of(council, held, "bo").found);
    assert_string_equal(hold_enquiry(council, "k", &result), held);
    assert_int_equal(test_clock_to(council, "2026-12-18T11:10"), 1);
    assert_int_equal(count_records(council), 1);
}

static void taking_back_comes_too_late_when_it_was_sent(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    test_clock_to(council, "2026-12-18T10:10");
    assert_false(change(council, held_take_back, held, "alex"));
}

static void what_was_thrown_away_leaves_nothing(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    change(council, held_throw_away, held, "bo");
    assert_true(row_of(council, held, "alex").found);
    change(council, held_throw_away, held, "alex");
    assert_false(row_of(council, held, "alex").found);
    assert_int_equal(test_clock_to(council, "2026-12-18T11:00"), 0);
}

static void it_is_sent_once_however_often_the_button_was_used(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    assert_string_equal(hold_enquiry(council, "k", &result), held);
    struct held_one one = {.ref = held, .person = "alex"};
    engine_send_held(council->engine, &one, council->a, &result);
    assert_int_equal(result.kind, RESULT_DONE);
    engine_send_held(council->engine, &one, council->a, &result);
    assert_int_equal(result.kind, RESULT_NOT_FOUND);
    assert_null(hold_enquiry(council, "k", &result)); /* the page that held it is sent once more */
    assert_int_equal(result.kind, RESULT_DONE);
    test_clock_to(council, "2026-12-18T11:00");
    assert_int_equal(count_records(council), 1);
}

static void sending_it_the_usual_way_sends_what_was_held(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held = hold_enquiry(council, "k", &result);
    struct request request = {.person = "alex", .procedure = "enquiry", .key = "k"};
    put_question(council, &request.fields, "How many homes have damp?");
    engine_act(council->engine, &request, council->a, &result);
    assert_int_equal(result.kind, RESULT_DONE);
    assert_false(row_of(council, held, "alex").found);
    test_clock_to(council, "2026-12-18T11:00");
    assert_int_equal(count_records(council), 1);
}

static void what_would_be_refused_is_not_held(void **state) {
    struct test_council *council = *state;
    struct result result;
    const char *held;
    struct request request = {.person = "alex", .procedure = "enquiry", .key = "k"};
    put_question(council, &request.fields, "How many homes have damp?");
    values_put(council->a, &request.fields, "purpose", "party");
    engine_hold(council->engine, &request, "Enquiry", council->a, &result, &held);
    assert_int_equal(result.kind, RESULT_REFUSED);
    assert_string_equal(result.cites.at[0]->id, "2.4");
    assert_null(held);
    assert_true(next_due(council) == INSTANT_NONE);
}

static void what_cannot_be_sent_when_its_time_comes_is_kept_with_the_reason(void **state) {
    struct test_council *council = *state;
    struct result result;
    struct result sent = test_open(council, "alex", "enquiry", NULL, "service", "housing", "for", "myself", "subject",
                                   "Damp", "question", "How many?", "purpose", "council", NULL);
    const char *held = hold_use(council, "hana", sent.ref, "answer", "answer", "Forty", &result);
    assert_non_null(held);
    assert_int_equal(test_use(council, "alex", sent.ref, "withdraw", NULL).kind, RESULT_DONE);
    test_clock_to(council, "2026-12-18T10:10");
    struct row row = row_of(council, held, "hana");
    assert_true(row.found && row.sends_at == INSTANT_NONE);
    assert_non_null(row.why);
}

static void an_own_duty_is_not_missed_for_holding(void **state) {
    struct test_council *council = *state;
    struct result result;
    struct result sent = test_open(council, "alex", "enquiry", NULL, "service", "housing", "for", "myself", "subject",
                                   "Damp", "question", "How many?", "purpose", "council", NULL);
    test_clock_to(council, "2026-12-29T23:55"); /* due that day */
    assert_null(hold_use(council, "hana", sent.ref, "answer", "answer", "Forty", &result));
    assert_int_equal(result.kind, RESULT_DONE);
    assert_string_equal(result.ref, sent.ref);
}

/* alex was Head of Housing once. */
static bool hold_an_office_that_has_ended(struct db *db, void *context) {
    struct query *q = query(db, Q_PRINCIPAL_ID);
    bind_text(q, "post:head-housing");
    int64_t principal = query_int(q, 0);
    q = query(db, Q_HOLDS_ADD);
    bind_text(q, "alex");
    bind_int(q, principal);
    bind_int(q, 0);
    bind_int(q, clock_now(context));
    bind_int(q, 0);
    return principal != 0 && query_run(q);
}

static void what_others_owe_does_not_show_in_it_whatever_one_was(void **state) {
    struct test_council *council = *state;
    const char *error;
    const char *held;
    struct result result;
    struct result sent = test_open(council, "alex", "enquiry", NULL, "service", "housing", "for", "myself", "subject",
                                   "Damp", "question", "How many?", "purpose", "council", NULL);
    struct request request = {.person = "alex", .ref = sent.ref, .power = "withdraw", .key = "k"};
    assert_int_equal(store_write(council->store, hold_an_office_that_has_ended, council->clock, council->a, &error),
                     WRITTEN);
    test_clock_to(council, "2026-12-29T23:55"); /* due that day, and not from alex */
    engine_hold(council->engine, &request, "Withdraw", council->a, &result, &held);
    assert_int_equal(result.kind, RESULT_DONE);
    assert_non_null(held);
}

#define HELD(name) cmocka_unit_test_setup_teardown(name, start, stop)
RUN_TESTS(HELD(what_is_held_is_not_there_for_ten_minutes_and_then_is),
          HELD(what_was_taken_back_is_not_sent_and_can_be_held_again),
          HELD(taking_back_comes_too_late_when_it_was_sent), HELD(what_was_thrown_away_leaves_nothing),
          HELD(it_is_sent_once_however_often_the_button_was_used), HELD(sending_it_the_usual_way_sends_what_was_held),
          HELD(what_would_be_refused_is_not_held),
          HELD(what_cannot_be_sent_when_its_time_comes_is_kept_with_the_reason),
          HELD(an_own_duty_is_not_missed_for_holding), HELD(what_others_owe_does_not_show_in_it_whatever_one_was))
