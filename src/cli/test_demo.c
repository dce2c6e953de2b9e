/* The demo's data holds together, before anybody waits for it to be lived through. */
#include "cli/demo.h"

#include "base/test.h"

static const struct demo_council *const councils[] = {&demo_borough, &demo_county, &demo_town};

static bool is_unit(const struct demo_unit *units, const char *id) {
    for (; units->id != NULL; units++)
        if (strcmp(units->id, id) == 0)
            return true;
    return false;
}

static bool is_member(const struct demo_council *council, const char *name) {
    for (const struct demo_person *person = council->members; person->name != NULL; person++)
        if (strcmp(person->name, name) == 0)
            return true;
    return false;
}

static void test_there_are_three_groups_six_or_more_services_and_a_member_without_a_group(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(councils); i++) {
        size_t groups = 0, services = 0, alone = 0, administration = 0;
        for (const struct demo_unit *unit = councils[i]->groups; unit->id != NULL; unit++, groups++)
            administration += text_equal(unit->mark, "administration");
        for (const struct demo_unit *unit = councils[i]->services; unit->id != NULL; unit++)
            services++;
        for (const struct demo_person *person = councils[i]->members; person->name != NULL; person++)
            alone += person->unit == NULL;
        assert_int_equal(groups, 3);
        assert_true(services >= 6);
        assert_int_equal(alone, 1);
        assert_in_range(administration, 1, 2);
    }
}

static void test_everybody_is_somewhere_that_is_there(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(councils); i++) {
        for (const struct demo_person *person = councils[i]->members; person->name != NULL; person++) {
            assert_true(person->unit == NULL || is_unit(councils[i]->groups, person->unit));
            assert_true(person->was_unit == NULL || is_unit(councils[i]->groups, person->was_unit));
            assert_true(is_unit(councils[i]->wards, person->ward));
            assert_true(person->body == NULL || is_unit(councils[i]->bodies, person->body));
            assert_true(person->outside == NULL || is_unit(councils[i]->outside, person->outside));
        }
        for (const struct demo_person *person = councils[i]->officers; person->name != NULL; person++)
            assert_true(person->unit == NULL || is_unit(councils[i]->services, person->unit));
    }
}

static void test_every_service_has_a_head_and_somebody_to_hand_on_to(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(councils); i++)
        for (const struct demo_unit *service = councils[i]->services; service->id != NULL; service++) {
            size_t heads = 0, others = 0;
            for (const struct demo_person *person = councils[i]->officers; person->name != NULL; person++) {
                if (!text_equal(person->unit, service->id))
                    continue;
                const char *role = person->posts[0].role;
                bool head = text_equal(role, "head") || text_equal(role, "chief-executive");
                heads += head;
                others += !head;
            }
            assert_int_equal(heads, 1);
            assert_true(others >= 1);
        }
}

static bool tells(const struct demo_council *council, enum demo_story story) {
    switch (story) {
    case STORY_ANSWERED_AND_TOLD: /* a town tells nobody of an answer */
    case STORY_ADVICE_TO_GROUP:   /* and gives its groups reports */
    case STORY_FACTS_RELEASED:
        return council != &demo_town;
    case STORY_REPORT_TO_GROUP:
    case STORY_FACTS_TO_GROUP:
        return council == &demo_town;
    default:
        return true;
    }
}

static void test_every_record_can_be_told_and_every_story_is(void **state) {
    (void)state;
    for (size_t i = 0; i < LENGTH_OF(councils); i++) {
        size_t told[STORY_COUNT] = {0};
        for (const struct demo_record *record = councils[i]->records; record->opener != NULL; record++) {
            assert_in_range(record->story, 0, STORY_COUNT - 1);
            told[record->story]++;
            if (record->service == NULL) { /* a complaint of somebody without an account */
                assert_string_equal(record->opener, "");
                assert_true(is_member(councils[i], record->answer));
                continue;
            }
            assert_true(is_member(councils[i], record->opener));
            assert_true(is_unit(councils[i]->services, record->service));
            assert_in_range(strlen(record->subject), 1, 200);
            for (size_t k = 0; k < demo_plots[record->story].count; k++) {
                const char *power = demo_plots[record->story].steps[k].power;
                if (text_equal(power, "answer") || text_equal(power, "give-facts"))
                    assert_non_null(record->answer);
            }
        }
        for (enum demo_story story = 0; story < STORY_COUNT; story++)
            assert_int_equal(told[story] > 0, tells(councils[i], story));
    }
}

static bool is_somebody(const struct demo_council *council, const char *name) {
    for (const struct demo_person *person = council->officers; person->name != NULL; person++)
        if (strcmp(person->name, name) == 0)
            return true;
    return is_member(council, name);
}

static const struct demo_affair *affairs_of(const struct demo_council *council, struct arena *a) {
    const struct demo_affair *affairs;
    const char *error;
    if (!demo_affairs_read(a, "packs", council->pack, &affairs, &error))
        fail_msg("%s", error);
    return affairs;
}

static bool occurs(const struct demo_council *council, const struct demo_affair *affair, const char *procedure) {
    for (const struct demo_record *record = council->records; record->opener != NULL; record++)
        if (strcmp(demo_plots[record->story].procedure, procedure) == 0)
            return true;
    for (; affair->procedure != NULL; affair++)
        if (strcmp(affair->procedure, procedure) == 0)
            return true;
    return false;
}

static void test_every_procedure_of_a_pack_occurs_in_its_demo(void **state) {
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LENGTH_OF(councils); i++) {
        struct pack *pack = NULL;
        const char *error = NULL;
        if (!pack_load("packs", councils[i]->pack, a, &pack, &error))
            fail_msg("%s", error);
        for (size_t k = 0; k < pack->procedure_count; k++)
            if (!occurs(councils[i], affairs_of(councils[i], a), pack->procedures[k].name))
                fail_msg("%s: no %s in the demo", pack->name, pack->procedures[k].name);
        pack_free(&pack);
    }
    arena_free(&a);
}

static void test_deeds_go_forward_in_time_and_are_somebody_s(void **state) {
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LENGTH_OF(councils); i++)
        for (const struct demo_affair *affair = affairs_of(councils[i], a); affair->procedure != NULL; affair++) {
            assert_non_null(affair->deeds[0].person);
            assert_null(affair->deeds[0].power);
            assert_true(affair->deeds[0].days_ago <= DEMO_DAYS_MOST);
            for (size_t k = 0; k < DEMO_STEPS_MOST && affair->deeds[k].person != NULL; k++) {
                assert_true(is_somebody(councils[i], affair->deeds[k].person));
                if (k > 0) {
                    assert_non_null(affair->deeds[k].power);
                    assert_true(affair->deeds[k].days_ago <= affair->deeds[k - 1].days_ago);
                }
            }
        }
    arena_free(&a);
}

static void test_what_tells_nothing_is_named_with_its_line(void **state) {
    (void)state;
    static const struct {
        const char *text, *error;
    } wrong[] = {
        {"  2 | Dana Okafor | open | at=+6",
         "demo.txt:1: \"2 | Dana Okafor | open | at=+6\" is no deed of an affair here."},
        {"paper\n  2 | Dana Okafor | answer", "demo.txt:2: \"2 | Dana Okafor | answer\" is no deed of an affair here."},
        {"paper\n  two | Dana Okafor | open", "demo.txt:2: \"two | Dana Okafor | open\" is no deed of an affair here."},
        {"paper\n  2 | Dana Okafor", "demo.txt:2: \"2 | Dana Okafor\" is no deed of an affair here."},
        {"paper\n# nothing\nmedia", "demo.txt:3: \"media\" is no affair here."},
        {"paper", "demo.txt: the last affair has no deed."},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < LENGTH_OF(wrong); i++) {
        const struct demo_affair *affairs;
        const char *error = NULL;
        assert_false(demo_affairs_told(a, wrong[i].text, &affairs, &error));
        assert_string_equal(error, wrong[i].error);
    }
    arena_free(&a);
}

static void test_steps_go_forward_in_time(void **state) {
    (void)state;
    for (size_t story = 0; story < STORY_COUNT; story++) {
        const struct demo_plot *plot = &demo_plots[story];
        assert_true(plot->count > 0);
        assert_null(plot->steps[0].power);
        for (size_t step = 1; step < plot->count; step++) {
            assert_non_null(plot->steps[step].power);
            assert_true(plot->steps[step].days_ago <= plot->steps[step - 1].days_ago);
        }
    }
}

RUN_TESTS(TEST(test_there_are_three_groups_six_or_more_services_and_a_member_without_a_group),
          TEST(test_everybody_is_somewhere_that_is_there),
          TEST(test_every_service_has_a_head_and_somebody_to_hand_on_to),
          TEST(test_every_record_can_be_told_and_every_story_is), TEST(test_steps_go_forward_in_time),
          TEST(test_every_procedure_of_a_pack_occurs_in_its_demo),
          TEST(test_deeds_go_forward_in_time_and_are_somebody_s), TEST(test_what_tells_nothing_is_named_with_its_line))
