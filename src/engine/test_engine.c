#include "engine/test_council.h"

#include "base/test.h"

#define ENQUIRY                                                                                                        \
    "service", "housing", "for", "myself", "subject", "Damp in Mill Lane", "question", "How many homes have damp?",    \
        "purpose", "council"

/* What a person sees of a record's facts, NULL when it is not there for them. */
static struct situation *look(struct test_council *council, const char *person, const char *ref) {
    struct db *db = store_reader(council->store);
    struct situation *situation = ARENA_NEW(council->a, struct situation);
    bool found;
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    bool good = situation_of_record(db, snapshot, directory_person(snapshot->directory, person), ref,
                                    clock_now(council->clock), council->a, situation, &found);
    assert_true(good);
    db_end(db);
    return found ? situation : NULL;
}

static const char *due_of(struct test_council *council, const struct situation *situation, const char *duty) {
    for (size_t i = 0; i < situation->record->duties.count; i++) {
        const struct open_duty *open = &situation->record->duties.at[i];
        if (strcmp(open->duty->name, duty) == 0)
            return open->state == DUTY_PAUSED
                       ? "paused"
                       : day_format(council->a, zone_local(ZONE_LONDON, open->due_at - 1).date, DAY_ISO);
    }
    return "none";
}

static int start(void **state) {
    *state = test_council_new("northampton");
    return 0;
}

static int start_town(void **state) {
    *state = test_council_new("town");
    return 0;
}

static int stop(void **state) {
    test_council_free((struct test_council **)state);
    return 0;
}

static int64_t count_notices(struct test_council *council, const char *principal) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    struct query *q = query(db, Q_NOTICE_COUNT);
    bind_text(q, principal);
    int64_t count = query_int(q, 0);
    db_end(db);
    return count;
}

static void an_enquiry_goes_to_the_head_of_the_service_with_five_working_days(void **state) {
    struct test_council *council = *state;
    struct result sent = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    const struct situation *seen = look(council, "hana", sent.ref);
    assert_non_null(seen);
    assert_string_equal(seen->record->handler, "post:head-housing");
    assert_string_equal(due_of(council, seen, "respond"), "2026-12-29");
    const char *others[] = {"bo", "cy", "dee", "gil", "lee", "olu", "ravi", "ces"};
    for (size_t i = 0; i < LENGTH_OF(others); i++)
        assert_null(look(council, others[i], sent.ref));
}

/* What is said beside the person whom a declaration is about. */
static const char *said_of(struct test_council *council, const char *person, const char *named) {
    struct result sent = test_open(council, person, "declaration", NULL, "person", named, NULL);
    for (size_t i = 0; i < sent.errors.count; i++)
        if (strcmp(sent.errors.at[i].field, "person") == 0)
            return sent.errors.at[i].say;
    return "nothing";
}

/* Else it would be known of a name that is guessed that somebody has it. */
static void a_junior_officer_whom_a_member_is_not_shown_is_like_nobody(void **state) {
    struct test_council *council = *state;
    const char *nobody = said_of(council, "alex", "nobody");
    assert_string_equal(said_of(council, "alex", "olu"), nobody);
    assert_string_not_equal(said_of(council, "alex", "hana"), nobody); /* nobody is there to keep it, and no more */
    assert_string_not_equal(said_of(council, "hana", "olu"), nobody);
}

static void party_business_is_refused_with_its_clause(void **state) {
    struct test_council *council = *state;
    struct result sent = test_open(council, "alex", "enquiry", NULL, "purpose", "party", NULL);
    assert_int_equal(sent.kind, RESULT_REFUSED);
    assert_int_equal(sent.cites.count, 1);
    assert_string_equal(sent.cites.at[0]->id, "2.4");
}

static void a_space_around_a_choice_does_not_pass_a_ban(void **state) {
    struct test_council *council = *state;
    static const char *const padded[] = {"party ", " party", "party\x01", "party\n"};
    for (size_t i = 0; i < LENGTH_OF(padded); i++)
        assert_int_equal(test_open(council, "alex", "enquiry", NULL, "service", "housing", "for", "myself", "subject",
                                   "S", "question", "Q", "purpose", padded[i], NULL)
                             .kind,
                         RESULT_REFUSED);
}

static void a_clock_that_was_missed_and_stopped_does_not_escalate_the_moment_it_runs_again(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    assert_int_equal(test_clock_to(council, "2026-12-30T09:00"), 1);
    assert_int_equal(test_use(council, "hana", ref, "ask-back", "asked", "Which homes?", NULL).kind, RESULT_DONE);
    test_clock_to(council, "2027-01-11T09:00");
    assert_int_equal(test_use(council, "alex", ref, "reply", "reply", "All.", NULL).kind, RESULT_DONE);
    assert_int_equal(test_clock_to(council, "2027-01-13T23:00"), 0);
    assert_int_equal(count_notices(council, "post:chief"), 0);
    assert_int_equal(test_clock_to(council, "2027-01-14T09:00"), 1);
    assert_int_equal(count_notices(council, "post:chief"), 1);
}

static void a_proposal_that_was_answered_over_is_no_longer_to_be_decided(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    test_use(council, "hana", ref, "narrow", "proposal", "Only Mill Lane?", NULL);
    assert_string_equal(due_of(council, look(council, "alex", ref), "decide"), "2027-01-06");
    test_use(council, "hana", ref, "answer", "answer", "Twelve in all.", NULL);
    assert_string_equal(due_of(council, look(council, "alex", ref), "decide"), "none");
    const char *waiting = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    test_use(council, "hana", waiting, "narrow", "proposal", "Only Mill Lane?", NULL);
    test_clock_to(council, "2027-01-08T09:00");
    assert_string_equal(look(council, "alex", waiting)->record->state->name, "open");
    assert_string_equal(due_of(council, look(council, "alex", waiting), "decide"), "none");
}

static void an_officer_cannot_open_an_enquiry_and_a_form_says_what_is_wrong(void **state) {
    struct test_council *council = *state;
    assert_int_equal(test_open(council, "olu", "enquiry", NULL, ENQUIRY, NULL).kind, RESULT_REFUSED);
    struct result sent = test_open(council, "alex", "enquiry", NULL, "service", "nowhere", "for", "constituent",
                                   "purpose", "council", "x", "y", NULL);
    assert_int_equal(sent.kind, RESULT_INVALID);
    const char *wrong[] = {"x", "service", "constituent-name", "constituent-consent", "subject", "question"};
    assert_int_equal(sent.errors.count, LENGTH_OF(wrong));
    for (size_t i = 0; i < LENGTH_OF(wrong); i++)
        assert_string_equal(sent.errors.at[i].field, wrong[i]);
}

static void a_key_makes_a_repeated_request_one_request(void **state) {
    struct test_council *council = *state;
    struct result first = test_open(council, "alex", "enquiry", "k1", ENQUIRY, NULL);
    struct result again = test_open(council, "alex", "enquiry", "k1", ENQUIRY, NULL);
    assert_string_equal(first.ref, again.ref);
    assert_true(again.repeated);
    assert_int_equal(test_open(council, "alex", "enquiry", "k1", "service", "roads", NULL).kind, RESULT_CONFLICT);
    assert_int_equal(test_open(council, "bo", "enquiry", "k1", ENQUIRY, NULL).kind, RESULT_DONE);
}

static void asking_back_stops_the_clock_and_the_reply_starts_it_again(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    test_clock_to(council, "2026-12-21T12:00");
    assert_int_equal(test_use(council, "hana", ref, "ask-back", "asked", "Which homes?", NULL).kind, RESULT_DONE);
    assert_string_equal(due_of(council, look(council, "alex", ref), "respond"), "paused");
    assert_int_equal(test_clock_to(council, "2027-01-04T12:00"), 0);
    assert_int_equal(test_use(council, "alex", ref, "reply", "reply", "All of them.", NULL).kind, RESULT_DONE);
    const struct situation *seen = look(council, "alex", ref);
    assert_string_equal(seen->record->state->name, "open");
    assert_string_equal(due_of(council, seen, "respond"),
                        "2027-01-08"); /* 22, 23, 24 and 29 December were left: four days */
    assert_string_equal(due_of(council, seen, "reply"), "none");
}

static bool has_part(const struct situation *seen, const char *part) {
    for (size_t i = 0; i < seen->record->parts.count; i++)
        if (strcmp(seen->record->parts.at[i], part) == 0)
            return true;
    return false;
}

static void handing_on_takes_the_former_handler_s_sight_and_the_head_keeps_theirs(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    assert_int_equal(test_use(council, "hana", ref, "reassign", "to", "ravi", NULL).kind, RESULT_INVALID);
    assert_int_equal(test_use(council, "hana", ref, "reassign", "to", "cy", NULL).kind, RESULT_INVALID); /* no staff */
    assert_int_equal(test_use(council, "hana", ref, "reassign", "to", "olu", NULL).kind, RESULT_DONE);
    assert_non_null(look(council, "olu", ref));
    assert_true(has_part(look(council, "olu", ref), "handling")); /* its event is seen, though no note was written */
    assert_int_equal(test_use(council, "olu", ref, "reassign", "to", "pat", NULL).kind, RESULT_DONE);
    assert_null(look(council, "olu", ref));
    assert_non_null(look(council, "hana", ref));
    assert_string_equal(look(council, "pat", ref)->record->duties.at[0].bearer, "person:pat");
}

static void a_missed_duty_escalates_step_by_step_and_stays_owed(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    assert_int_equal(test_clock_to(council, "2026-12-29T23:59"), 0);
    assert_int_equal(test_clock_to(council, "2026-12-30T00:00"), 1);
    assert_int_equal(count_notices(council, "post:head-housing"), 1);
    assert_int_equal(count_notices(council, "person:alex"), 1);
    assert_int_equal(count_notices(council, "post:chief"), 0);
    assert_int_equal(test_clock_to(council, "2027-01-05T12:00"), 1);
    assert_int_equal(count_notices(council, "post:chief"), 1);
    assert_int_equal(test_clock_to(council, "2027-03-05T12:00"), 0);
    assert_string_equal(due_of(council, look(council, "alex", ref), "respond"), "2026-12-29");
    assert_int_equal(test_use(council, "hana", ref, "answer", "answer", "Twelve.", NULL).kind, RESULT_DONE);
    assert_string_equal(due_of(council, look(council, "alex", ref), "respond"), "none");
}

static void an_answered_record_lapses_and_the_duty_to_tell_the_leadership_outlives_it(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref;
    test_use(council, "hana", ref, "answer", "answer", "Twelve.", NULL);
    assert_string_equal(due_of(council, look(council, "hana", ref), "tell"), "2026-12-29");
    assert_int_equal(test_use(council, "alex", ref, "close", NULL).kind, RESULT_DONE);
    const struct situation *seen = look(council, "hana", ref);
    assert_true(seen->record->state->final);
    assert_string_equal(due_of(council, seen, "tell"), "2026-12-29");
    assert_string_equal(due_of(council, seen, "finish"), "none");
    assert_int_equal(test_use(council, "hana", ref, "tell-leadership", "told", "Twelve homes have damp.", NULL).kind,
                     RESULT_DONE);
    assert_int_equal(count_notices(council, "post:lead-red"), 1);
    assert_int_equal(count_notices(council, "post:lead-blue"), 0);
    const char *lapsing = test_open(council, "cy", "enquiry", NULL, ENQUIRY, NULL).ref;
    test_use(council, "hana", lapsing, "answer", "answer", "Twelve.", NULL);
    assert_string_equal(due_of(council, look(council, "hana", lapsing), "tell"),
                        "none"); /* cy is of the Administration */
    test_clock_to(council, "2027-01-08T12:00");
    assert_string_equal(look(council, "cy", lapsing)->record->state->name, "closed");
    assert_int_equal(test_use(council, "cy", lapsing, "follow-up", "more", "And mould?", NULL).kind, RESULT_REFUSED);
}

static void a_holiday_proclaimed_later_moves_the_deadlines_that_it_touches(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "enquiry", NULL, ENQUIRY, NULL).ref, *error;
    int32_t day_24;
    int moved;
    assert_true(day_parse("2026-12-24", &day_24));
    assert_true(engine_add_holiday(council->engine, day_24, "Council closed", council->a, &moved, &error));
    assert_int_equal(moved, 1);
    const struct situation *seen = look(council, "alex", ref);
    assert_string_equal(due_of(council, seen, "respond"), "2026-12-30");
    assert_string_equal(seen->record->events.at[seen->record->events.count - 1].power, "holiday");
    assert_false(engine_add_holiday(council->engine, day_24, "Again", council->a, &moved, &error));
    assert_string_equal(error, "Thursday 24 December 2026 is closed already: Council closed.");
}

static void the_town_tells_every_other_group_that_a_report_was_prepared(void **state) {
    struct test_council *council = *state;
    const char *ref = test_open(council, "alex", "group-report", NULL, "service", "housing", "seeks", "report", "topic",
                                "Allotment rents", "subject", "Rents", "question", "What are the options?", "purpose",
                                "council", NULL)
                          .ref;
    assert_non_null(ref);
    assert_non_null(look(council, "bo", ref));
    assert_null(look(council, "lee", ref));
    assert_int_equal(test_use(council, "hana", ref, "answer", NULL).kind, RESULT_NOT_FOUND);
    assert_int_equal(test_use(council, "hana", ref, "report", "facts", "F", "options", "O", "neutral", "yes",
                              "no-recommendation", "yes", NULL)
                         .kind,
                     RESULT_DONE);
    assert_int_equal(count_notices(council, "post:lead-red"), 1);
    assert_int_equal(count_notices(council, "post:lead-blue"), 1);
    assert_int_equal(count_notices(council, "post:lead-green"), 0);
    assert_int_equal(test_open(council, "dee", "group-report", NULL, "seeks", "report", NULL).kind, RESULT_REFUSED);
}

static void another_group_gets_the_facts_alone(void **state) {
    struct test_council *council = *state;
    const char *advised =
        test_open(council, "alex", "advice", NULL, "service", "housing", "for", "my group", "seeks", "advice",
                  "subject", "Rents", "question", "What should we weigh?", "purpose", "council", NULL)
            .ref;
    assert_int_equal(test_use(council, "hana", advised, "answer", "advice", "Weigh this.", "facts", "Rents are 90.",
                              "objective", "yes", "consistent", "yes", "professional", "yes", "neutral", "yes", NULL)
                         .kind,
                     RESULT_INVALID); /* one attestation is missing */
    assert_int_equal(test_use(council, "hana", advised, "answer", "advice", "Weigh this.", "facts", "Rents are 90.",
                              "objective", "yes", "consistent", "yes", "professional", "yes", "neutral", "yes",
                              "complete", "yes", NULL)
                         .kind,
                     RESULT_DONE);
    const char *asked =
        test_open(council, "lee", "advice", NULL, "service", "housing", "for", "my group", "seeks", "facts", "subject",
                  "Rents", "question", "What are the facts?", "purpose", "council", NULL)
            .ref;
    assert_int_equal(test_use(council, "ravi", asked, "release", "source", advised, NULL).kind, RESULT_NOT_FOUND);
    assert_int_equal(test_use(council, "hana", asked, "release", "source", "ADV-0000-0000", NULL).kind, RESULT_INVALID);
    assert_int_equal(test_use(council, "hana", asked, "release", "source", advised, NULL).kind, RESULT_DONE);
    struct db *db = store_reader(council->store);
    db_begin(db);
    struct query *q = query(db, Q_ENTRY_SEEN);
    bind_text(q, asked);
    bind_text(q, "facts");
    bind_text(q, "lee");
    bind_int(q, clock_now(council->clock));
    bind_int(q, 0);
    assert_string_equal(query_text(q, council->a), "Rents are 90.");
    q = query(db, Q_ENTRY_SEEN);
    bind_text(q, advised);
    bind_text(q, "advice");
    bind_text(q, "lee");
    bind_int(q, clock_now(council->clock));
    bind_int(q, 0);
    assert_null(query_text(q, council->a));
    db_end(db);
    assert_int_equal(test_use(council, "hana", advised, "revise", "advice", "Weigh that.", "why", "A new rule",
                              "objective", "yes", "consistent", "yes", "professional", "yes", "neutral", "yes",
                              "complete", "yes", NULL)
                         .kind,
                     RESULT_DONE);
    assert_int_equal(test_use(council, "alex", advised, "revise", "advice", "Mine.", "why", "x", NULL).kind,
                     RESULT_REFUSED);
}

#define IN(pack_start, function) cmocka_unit_test_setup_teardown(function, pack_start, stop)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN(start, an_enquiry_goes_to_the_head_of_the_service_with_five_working_days),
        IN(start, a_junior_officer_whom_a_member_is_not_shown_is_like_nobody),
        IN(start, party_business_is_refused_with_its_clause),
        IN(start, an_officer_cannot_open_an_enquiry_and_a_form_says_what_is_wrong),
        IN(start, a_space_around_a_choice_does_not_pass_a_ban),
        IN(start, a_clock_that_was_missed_and_stopped_does_not_escalate_the_moment_it_runs_again),
        IN(start, a_proposal_that_was_answered_over_is_no_longer_to_be_decided),
        IN(start, a_key_makes_a_repeated_request_one_request),
        IN(start, asking_back_stops_the_clock_and_the_reply_starts_it_again),
        IN(start, handing_on_takes_the_former_handler_s_sight_and_the_head_keeps_theirs),
        IN(start, a_missed_duty_escalates_step_by_step_and_stays_owed),
        IN(start, an_answered_record_lapses_and_the_duty_to_tell_the_leadership_outlives_it),
        IN(start, a_holiday_proclaimed_later_moves_the_deadlines_that_it_touches),
        IN(start_town, the_town_tells_every_other_group_that_a_report_was_prepared),
        IN(start, another_group_gets_the_facts_alone),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
