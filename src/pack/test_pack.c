/* The three councils' packs, as their rules are after loading. */
#include "pack/test_small.h"

#include "base/test.h"

static const char *const names[] = {"northampton", "county", "town"};

static struct pack *load(struct arena *a, const char *name) {
    struct pack *pack = NULL;
    const char *error = "";
    if (!pack_load("packs", name, a, &pack, &error))
        fail_msg("%s", error);
    return pack;
}

static struct pack *parse(struct arena *a, const char *text) {
    struct pack *pack = NULL;
    const char *error = "";
    if (!pack_parse(text, strlen(text), a, &pack, &error))
        fail_msg("%s", error);
    return pack;
}

static void a_pack_s_source_gives_the_same_pack_again(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct arena *a = arena_new();
        struct pack *pack = load(a, names[i]), *again = parse(a, pack->source);
        assert_string_equal(again->source, pack->source);
        assert_string_equal(again->hash, pack->hash);
        assert_int_equal(strlen(pack->hash), 64);
        assert_string_equal(again->name, names[i]);
        assert_int_equal(again->clause_count, pack->clause_count);
        assert_int_equal(again->procedure_count, pack->procedure_count);
        pack_free(&pack);
        pack_free(&again);
        arena_free(&a);
    }
}

static void how_a_pack_is_laid_out_does_not_change_its_hash(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack),
                *quoted = parse(a, small_with(a, "title: Enquiry", "title: 'Enquiry' # so"));
    struct pack *other = parse(a, small_with(a, "title: Enquiry", "title: Question"));
    assert_string_equal(quoted->hash, pack->hash);
    assert_string_not_equal(other->hash, pack->hash);
    pack_free(&pack);
    pack_free(&quoted);
    pack_free(&other);
    arena_free(&a);
}

static void text_of_every_kind_survives_the_source(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack =
        parse(a, small_with(a, "title: Enquiry", "title: \"A \\\"q\\\" \\\\ \\n\\t’é😀 yes: {x}, # <b>\""));
    struct pack *again = parse(a, pack->source);
    assert_string_equal(again->procedures[0].title, "A \"q\" \\ \n\t’é😀 yes: {x}, # <b>");
    assert_string_equal(again->source, pack->source);
    pack_free(&pack);
    pack_free(&again);
    arena_free(&a);
}

static void names_are_resolved_to_the_things_themselves(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = load(a, "county");
    const struct procedure *enquiry = pack_procedure(pack, "enquiry");
    const struct power *answer = procedure_power(enquiry, "answer");
    assert_string_equal(enquiry->prefix, "ENQ");
    assert_ptr_equal(answer->to, procedure_state(enquiry, "answered"));
    assert_int_equal(answer->from_count, 3);
    assert_ptr_equal(answer->from[0], &enquiry->states[0]);
    assert_int_equal(answer->cites.count, 1);
    assert_ptr_equal(answer->cites.at[0], pack_clause(pack, "1.7.2"));
    const struct field *text = form_field(&answer->form, "answer");
    assert_string_equal(text->part, "answer");
    assert_string_equal(text->instead_part, "released");
    assert_ptr_equal(text->instead_when.at[0].field, form_field(&answer->form, "foi"));
    assert_int_equal(procedure_part(enquiry, "released")->audience.at[2].kind, RELATION_MEMBER);
    assert_true(procedure_power(enquiry, "reply")->to_previous);
    assert_null(procedure_power(enquiry, "reply")->to);
    const struct power *reassign = procedure_power(enquiry, "reassign");
    assert_ptr_equal(reassign->handler, form_field(&reassign->form, "to"));
    assert_string_equal(reassign->event_part, "handling");
    const struct part *record = procedure_part(enquiry, "record");
    assert_int_equal(record->audience.at[0].kind, RELATION_AUDIENCE);
    assert_ptr_equal(record->audience.at[0].audience, &enquiry->audiences[0]);
    assert_ptr_equal(pack_procedure(pack, "advice")->audiences[0].at[0].when.at[0].field,
                     form_field(&pack_procedure(pack, "advice")->open_form, "for"));
    pack_free(&pack);
    arena_free(&a);
}

static void duties_know_their_clock_and_their_consequence(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = load(a, "northampton");
    const struct procedure *enquiry = pack_procedure(pack, "enquiry");
    const struct duty *respond = procedure_duty(enquiry, "respond"), *complete = procedure_duty(enquiry, "complete");
    const struct duty *tell = procedure_duty(enquiry, "tell");
    assert_true(respond->from_opening);
    assert_ptr_equal(respond->from[0], procedure_power(enquiry, "follow-up"));
    assert_int_equal(respond->within.amount, 5);
    assert_int_equal(respond->within.unit, TERM_WORKING_DAYS);
    assert_ptr_equal(respond->calendar, pack_calendar(pack, "working"));
    assert_int_equal(respond->paused_count, 2);
    assert_int_equal(respond->missed_count, 2);
    assert_int_equal(respond->missed[0].after.amount, 0);
    assert_int_equal(respond->missed[1].after.amount, 2);
    assert_ptr_equal(respond->missed[1].tell.at[0].post, pack_post(pack, "chief-executive"));
    assert_int_equal(complete->within.amount, 0);
    assert_ptr_equal(complete->until_field, form_field(&procedure_power(enquiry, "acknowledge")->form, "expected"));
    assert_ptr_equal(procedure_duty(enquiry, "reply")->missed[0].act, procedure_power(enquiry, "lapse"));
    assert_true(procedure_duty(enquiry, "finish")->quiet);
    assert_true(tell->survives);
    assert_true(tell->when.at[0].negated);
    assert_int_equal(tell->when.at[0].kind, TEST_OPENER);
    assert_string_equal(tell->part, "telling");
    assert_string_equal(respond->part, "record");
    pack_free(&pack);
    arena_free(&a);
}

static void a_council_says_only_what_differs(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *town = load(a, "town");
    const struct procedure *advice = pack_procedure(town, "advice");
    assert_string_equal(pack_post(town, "head")->title, "Manager");
    assert_int_equal(pack_post(town, "head")->per, POST_PER_SERVICE);
    assert_string_equal(pack_post(town, "leader")->title, "Group Leader");
    assert_null(procedure_part(advice, "answer"));
    assert_int_equal(procedure_duty(advice, "respond")->within.amount, 10);
    assert_int_equal(advice->notice_count, 0);
    const struct procedure *report = pack_procedure(town, "group-report");
    assert_non_null(procedure_power(report, "report"));
    assert_null(procedure_power(report, "answer"));
    assert_int_equal(procedure_duty(report, "respond")->within.amount, 10);
    assert_int_equal(report->notice_count, 2);
    assert_string_equal(pack_word(town, "Member"), "Councillor");
    assert_string_equal(pack_word(town, "Officer"), "Officer");
    assert_false(advice->counts_open);
    assert_false(advice->offers_earlier);
    assert_true(pack_procedure(town, "enquiry")->offers_earlier);
    assert_ptr_equal(pack_procedure(town, "enquiry")->offer_cites.at[0], pack_clause(town, "6.1(f)"));
    assert_null(pack_procedure(town, "media"));
    pack_free(&town);
    arena_free(&a);
}

static void a_rule_without_cites_stands_under_its_procedure_s(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack);
    const struct procedure *enquiry = &pack->procedures[0];
    const struct clause *first = pack_clause(pack, "1");
    assert_ptr_equal(procedure_power(enquiry, "answer")->cites.at[0], first);
    assert_ptr_equal(procedure_part(enquiry, "record")->cites.at[0], first);
    assert_ptr_equal(enquiry->open_cites.at[0], first);
    assert_ptr_equal(enquiry->route_cites.at[0], first);
    assert_int_equal(procedure_state(enquiry, "open")->cites.count, 0);
    assert_int_equal(enquiry->counts_cites.count, 0);
    pack_free(&pack);
    arena_free(&a);
}

static void calendars_have_holidays_closures_and_hours(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *county = load(a, "county");
    struct pack *small = parse(
        a, small_with(a, "holidays: [here]", "holidays: [here], closures: [{day: \"2026-12-29\", name: Closed}]"));
    const struct calendar *working = county->calendars[0].calendar;
    day funeral = 0, christmas = 0, closed = 0;
    assert_true(day_parse("2022-09-19", &funeral));
    assert_true(day_parse("2026-12-25", &christmas));
    assert_true(day_parse("2026-12-29", &closed));
    assert_int_equal(calendar_zone(working), ZONE_LONDON);
    assert_string_equal(calendar_closed(working, christmas), "Christmas Day");
    assert_non_null(calendar_closed(working, funeral));
    /* It was made known on 10 September 2022, at midnight in London. */
    instant known = 1662764400;
    assert_null(calendar_closed(calendar_as_known(a, working, known - 1), funeral));
    assert_non_null(calendar_closed(calendar_as_known(a, working, known), funeral));
    assert_string_equal(calendar_closed(small->calendars[0].calendar, closed), "Closed");
    assert_null(calendar_closed(working, closed));
    pack_free(&county);
    pack_free(&small);
    arena_free(&a);
}

static void a_procedure_is_there_once(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = NULL;
    const char *error = NULL, *again = strstr(small_pack, "  - procedure: enquiry");
    const char *text = arena_printf(a, "%s%s", small_pack, again);
    assert_false(pack_parse(text, strlen(text), a, &pack, &error));
    assert_string_equal(error, "pack:49:5: the procedure \"enquiry\" is here twice.");
    arena_free(&a);
}

static void every_relation_has_a_name_and_a_meaning(void **state) {
    (void)state;
    for (enum relation_kind kind = 0; kind < RELATION_COUNT; kind++) {
        assert_false(text_empty(relation_name(kind)));
        assert_false(text_empty(relation_meaning(kind)));
    }
    assert_string_equal(relation_name(RELATION_HEAD_OF_SERVICE), "head of service");
}

static void what_all_share_is_not_a_council_s_pack(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = NULL;
    const char *error = "";
    assert_false(pack_load("packs", "common", a, &pack, &error));
    assert_true(text_starts(error, "packs/common/"));
    assert_true(text_ends(error, ": this is a library for councils' packs; expected the pack of a council."));
    assert_null(pack);
    arena_free(&a);
}

RUN_TESTS(TEST(a_pack_s_source_gives_the_same_pack_again), TEST(how_a_pack_is_laid_out_does_not_change_its_hash),
          TEST(text_of_every_kind_survives_the_source), TEST(names_are_resolved_to_the_things_themselves),
          TEST(duties_know_their_clock_and_their_consequence), TEST(a_council_says_only_what_differs),
          TEST(a_rule_without_cites_stands_under_its_procedure_s), TEST(calendars_have_holidays_closures_and_hours),
          TEST(a_procedure_is_there_once), TEST(every_relation_has_a_name_and_a_meaning),
          TEST(what_all_share_is_not_a_council_s_pack))
