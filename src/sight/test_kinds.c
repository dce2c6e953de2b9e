/* What a viewer is offered in fields that name something, and to whom it is shown what was named. */
#include "pack/test_kinds.h"
#include "sight/test_world.h"

static int start(void **state) {
    *state = test_council_under(kinds_pack);
    return 0;
}

static const char *raise_matter(struct test_council *council, const char *about) {
    struct result sent = test_open(council, "alex", "matter", NULL, "about", about, "places", "docks mill-lane",
                                   "meeting", "2026-12-29T14:00", "rule", "2", NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static const struct view_field *field_of(const struct view_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->at[i].name, name) == 0)
            return &form->at[i];
    return NULL;
}

/* The labels of what is offered, with a bar between. */
static const char *offered(struct test_council *council, const struct view_field *field) {
    struct buf labels = {.arena = council->a};
    for (size_t i = 0; i < field->choice_count; i++)
        buf_addf(&labels, "%s%s", i == 0 ? "" : "|", field->choices[i].label);
    return buf_text(&labels);
}

static const struct view_power *power_of(const struct view_record *view, const char *name) {
    for (size_t i = 0; i < view->powers.count; i++)
        if (strcmp(view->powers.at[i].name, name) == 0)
            return &view->powers.at[i];
    return NULL;
}

static void each_kind_offers_what_there_is(void **state) {
    struct test_council *council = *state;
    struct sight sight = look_begin(council, "alex");
    const struct view_form *form = &sight_procedure(&sight, "matter", NULL)->form;
    look_end(&sight);
    assert_string_equal(offered(council, field_of(form, "places")), "Mill Lane|The Docks");
    assert_string_equal(offered(council, field_of(form, "rule")), "1: People may ask.|2: Not to oneself.");
    assert_string_equal(offered(council, field_of(form, "meeting")), "");
    const struct view_form *tell = &power_of(look_record(council, "hana", raise_matter(council, "olu")), "tell")->form;
    assert_string_equal(offered(council, field_of(tell, "committee")), "Audit Committee|Planning Committee");
    const struct view_field *post = field_of(tell, "post");
    assert_string_equal(
        offered(council, post),
        "Chair of Planning Committee|Chief Executive|Leader of the Blue Group|Leader of the Green Group|"
        "Leader of the Red Group");
    assert_string_equal(post->choices[0].hint, "Bo Lind");
}

static const char *fact_of(const struct view_record *view, const char *name) {
    for (size_t i = 0; i < view->facts.count; i++)
        if (strcmp(view->facts.at[i].field, name) == 0)
            return view->facts.at[i].text;
    return NULL;
}

static void what_was_named_is_shown_by_its_name(void **state) {
    struct test_council *council = *state;
    const struct view_record *view = look_record(council, "alex", raise_matter(council, "olu"));
    assert_string_equal(fact_of(view, "about"), "Olu Ade");
    assert_string_equal(fact_of(view, "places"), "The Docks\nMill Lane");
    assert_string_equal(fact_of(view, "meeting"), "Tuesday 29 December 2026 at 14:00");
    assert_string_equal(fact_of(view, "rule"), "2: Not to oneself.");
}

static void whom_a_power_names_is_shown_to_who_sees_that_it_was_used(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "olu");
    USE(council, "hana", ref, "bring-in", "team", "olu pat", "place", "docks", "note", "Both know it.");
    assert_string_equal(fact_of(look_record(council, "hana", ref), "team"), "Olu Ade\nPat Kerr");
    const struct view_record *view = look_record(council, "olu", ref);
    assert_string_equal(fact_of(view, "place"), "The Docks");
    assert_string_equal(view->facts.at[view->facts.count - 1].by.name, "Hana Ito");
    assert_null(fact_of(look_record(council, "alex", ref), "team"));
    assert_null(fact_of(look_record(council, "lee", ref), "place"));
}

static void a_record_that_a_power_names_is_a_link_to_who_sees_both(void **state) {
    struct test_council *council = *state;
    const char *ref = raise_matter(council, "olu");
    struct result other = test_open(council, "bo", "matter", NULL, "about", "hana", NULL);
    assert_int_equal(other.kind, RESULT_DONE);
    USE(council, "hana", ref, "tell", "beside", other.ref);
    const struct view_record *view = look_record(council, "hana", ref);
    assert_null(fact_of(view, "beside"));
    assert_int_equal(view->linked.count, 1);
    view = look_record(council, "alex", ref);
    assert_null(fact_of(view, "beside"));
    assert_int_equal(view->linked.count, 0);
}

#define OF_KINDS(test) cmocka_unit_test_setup_teardown(test, start, stop)
RUN_TESTS(OF_KINDS(each_kind_offers_what_there_is), OF_KINDS(what_was_named_is_shown_by_its_name),
          OF_KINDS(whom_a_power_names_is_shown_to_who_sees_that_it_was_used),
          OF_KINDS(a_record_that_a_power_names_is_a_link_to_who_sees_both))
