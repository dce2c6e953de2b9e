/* Whom the pack may tell of a record beside its readers, as it is said before a request is sent. */
#include "engine/test_council.h"

#include "base/test.h"

static int start_northampton(void **state) {
    *state = test_council_new("northampton");
    return 0;
}

static int start_county(void **state) {
    *state = test_council_new("county");
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

/* What would come of alex's (or another's) request to Housing. for_whom: NULL where the form does not ask. */
static struct preview look_ahead(struct test_council *council, const char *person, const char *procedure,
                                 const char *for_whom) {
    static const char *const fields[][2] = {{"service", "housing"}, {"subject", "Damp"}, {"question", "How many?"},
                                            {"topic", "Damp"},      {"seeks", "facts"},  {"purpose", "council"},
                                            {"instruction", "not"}, {"for", NULL}};
    struct request request = {.person = person, .procedure = procedure};
    struct preview preview;
    struct db *db = store_reader(council->store);
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    const struct form *form = &pack_procedure(snapshot->pack, procedure)->open_form;
    for (size_t i = 0; i < LENGTH_OF(fields); i++)
        if (form_field(form, fields[i][0]) != NULL)
            values_put(council->a, &request.fields, fields[i][0], fields[i][1] == NULL ? for_whom : fields[i][1]);
    engine_preview(council->engine, db, snapshot, &request, council->a, &preview);
    db_end(db);
    assert_int_equal(preview.kind, RESULT_DONE);
    return preview;
}

/* The clause under which they may be told; NULL: they are not. */
static const char *told(const struct preview *preview, const char *who, const char *what) {
    for (size_t i = 0; i < preview->later.count; i++)
        if (strcmp(preview->later.at[i].who, who) == 0 && strcmp(preview->later.at[i].what, what) == 0)
            return preview->later.at[i].cites.at[0]->id;
    return NULL;
}

static bool anybody_is_told(const struct preview *preview, const char *who) {
    for (size_t i = 0; i < preview->later.count; i++)
        if (strcmp(preview->later.at[i].who, who) == 0)
            return true;
    return false;
}

static void the_leadership_is_named_to_those_whose_facts_it_may_be_told(void **state) {
    const char *leadership = "the leaders of the groups in the Administration";
    struct preview preview = look_ahead(*state, "alex", "enquiry", "myself");
    assert_string_equal(told(&preview, leadership, "Facts were given to a Member of another group"), "3.5-b");
    assert_string_equal(told(&preview, "Chief Executive", "The record, by “Ask the Chief Executive”"), "3.7");
    assert_string_equal(
        told(&preview, "everyone who works in the service that the record was sent to", "Hand on, to one person"),
        "3.9");
    preview = look_ahead(*state, "cy", "enquiry", "myself"); /* of the Administration */
    assert_false(anybody_is_told(&preview, leadership));
}

static void who_is_told_when_it_is_late_is_named(void **state) {
    struct preview preview = look_ahead(*state, "alex", "enquiry", "myself");
    assert_string_equal(told(&preview, "Chief Executive", "Overdue: Answer, or explain what is happening"), "5.2");
}

static void who_will_read_it_anyway_is_not_named_again(void **state) {
    struct preview preview = look_ahead(*state, "alex", "advice", "my group");
    assert_false(anybody_is_told(&preview, relation_meaning(RELATION_OPENER))); /* one of the group */
    assert_false(anybody_is_told(&preview, relation_meaning(RELATION_HANDLER)));
    assert_false(anybody_is_told(&preview, relation_meaning(RELATION_HEAD_OF_SERVICE)));
}

static void every_member_is_named_where_an_answer_can_be_opened_to_all(void **state) {
    struct preview preview = look_ahead(*state, "alex", "enquiry", "myself");
    assert_string_equal(told(&preview, "any Member", "The answer, open to every Member"), "1.7.10");
    assert_string_equal(told(&preview, "the Cabinet Member who answers for the service that the record was sent to",
                             "Information was given that may come up at a meeting"),
                        "1.7.8");
    assert_false(anybody_is_told(&preview, "Leader of the Council")); /* only while there is no Cabinet Member */
}

static void other_groups_are_named_only_if_it_is_for_a_group(void **state) {
    const char *leaders = "the leaders of all groups but the opener's";
    struct preview preview = look_ahead(*state, "alex", "group-report", NULL);
    assert_string_equal(told(&preview, leaders, "Facts were given to another group"), "8.3");
    preview = look_ahead(*state, "alex", "advice", "me");
    assert_false(anybody_is_told(&preview, leaders));
}

static void assert_no_part_twice(struct test_council *council, const char *procedure, const char *for_whom) {
    struct preview preview = look_ahead(council, "alex", procedure, for_whom);
    for (size_t i = 0; i < preview.audience.count; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(strcmp(preview.audience.at[i].part, preview.audience.at[k].part) == 0 &&
                         strcmp(preview.audience.at[i].principal, preview.audience.at[k].principal) == 0);
}

static void nobody_reads_a_part_twice(void **state) {
    assert_no_part_twice(*state, "enquiry", "myself");
    assert_no_part_twice(*state, "advice", "me");
    assert_no_part_twice(*state, "advice", "my group");
}

static void nobody_in_the_town_reads_a_part_twice(void **state) {
    assert_no_part_twice(*state, "enquiry", "myself");
    assert_no_part_twice(*state, "advice", "me");
    assert_no_part_twice(*state, "group-report", NULL);
}

#define IN(pack, test) cmocka_unit_test_setup_teardown(test, start_##pack, stop)
RUN_TESTS(IN(northampton, the_leadership_is_named_to_those_whose_facts_it_may_be_told),
          IN(northampton, who_is_told_when_it_is_late_is_named),
          IN(northampton, who_will_read_it_anyway_is_not_named_again),
          IN(county, every_member_is_named_where_an_answer_can_be_opened_to_all),
          IN(town, other_groups_are_named_only_if_it_is_for_a_group), IN(town, nobody_in_the_town_reads_a_part_twice),
          IN(northampton, nobody_reads_a_part_twice), IN(county, nobody_reads_a_part_twice))
