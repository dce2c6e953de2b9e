/* Records that name one another: what may be named, and who is shown that. */
#include "pack/test_linked.h"
#include "sight/test_world.h"

static int start(void **state) {
    *state = test_council_under(linked_pack);
    return 0;
}

static const char *decide_on(struct test_council *council, const char *subject) {
    struct result sent = test_open(council, "ces", "decision", NULL, "subject", subject, NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static struct result give_task(struct test_council *council, const char *person, const char *authority) {
    return test_open(council, person, "task", NULL, "authority", authority, "subject", "Mend the roof", NULL);
}

static const struct view_field *field_of(const struct view_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->at[i].name, name) == 0)
            return &form->at[i];
    return NULL;
}

static const struct view_field *authority_of(struct test_council *council, const char *person) {
    struct sight sight = look_begin(council, person);
    const struct view_procedure *task = sight_procedure(&sight, "task");
    look_end(&sight);
    return field_of(&task->form, "authority");
}

static void assert_error(const struct result *result, const char *field, const char *say) {
    assert_int_equal(result->kind, RESULT_INVALID);
    assert_int_equal(result->errors.count, 1);
    assert_string_equal(result->errors.at[0].field, field);
    assert_string_equal(result->errors.at[0].say, say);
}

static void a_record_field_takes_records_of_its_procedures_in_its_states(void **state) {
    struct test_council *council = *state;
    const char *decided = decide_on(council, "The roof"), *gone = decide_on(council, "The cellar");
    USE(council, "ces", gone, "rescind");
    struct result task = give_task(council, "alex", decided);
    assert_int_equal(task.kind, RESULT_DONE);
    struct result result = give_task(council, "alex", task.ref);
    assert_error(&result, "authority", "Choose a record of the kind that is asked for");
    result = give_task(council, "alex", gone);
    assert_error(&result, "authority", "Choose another record: this one is “Rescinded”");
}

static void a_reference_is_taken_however_it_was_written(void **state) {
    struct test_council *council = *state;
    char *written = arena_printf(council->a, " %s ", decide_on(council, "The roof"));
    for (char *c = written; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    assert_int_equal(give_task(council, "alex", written).kind, RESULT_DONE);
}

static void a_hidden_record_cannot_be_named_nor_told_from_an_absent_one(void **state) {
    struct test_council *council = *state;
    const char *task = give_task(council, "alex", decide_on(council, "The roof")).ref;
    assert_null(look_record(council, "bo", task));
    struct result hidden = test_open(council, "bo", "remark", NULL, "about", task, "subject", "S", NULL);
    struct result absent = test_open(council, "bo", "remark", NULL, "about", "TSK-0000-0000", "subject", "S", NULL);
    assert_error(&hidden, "about", "Choose a record that you can see");
    assert_error(&absent, "about", "Choose a record that you can see");
}

static void the_choices_are_those_that_the_viewer_sees_the_newest_first(void **state) {
    struct test_council *council = *state;
    const char *first = decide_on(council, "The roof"), *gone = decide_on(council, "The cellar");
    USE(council, "ces", gone, "rescind");
    test_clock_to(council, "2026-12-18T11:00");
    const char *second = decide_on(council, "The hall");
    const struct view_field *field = authority_of(council, "alex");
    assert_int_equal(field->choice_count, 2);
    assert_string_equal(field->choices[0].value, second);
    assert_string_equal(field->choices[0].label, "The hall");
    assert_string_equal(field->choices[1].value, first);
    assert_false(field->more_choices);
    for (int i = 0; i < 60; i++)
        decide_on(council, arena_printf(council->a, "Matter %d", i));
    field = authority_of(council, "alex");
    assert_int_equal(field->choice_count, 50);
    assert_true(field->more_choices);
}

static void both_records_show_the_link_to_who_sees_both(void **state) {
    struct test_council *council = *state;
    const char *decided = decide_on(council, "The roof"), *task = give_task(council, "alex", decided).ref;
    const struct view_record *view = look_record(council, "alex", task);
    assert_int_equal(view->linked.count, 1);
    assert_string_equal(view->linked.at[0].ref, decided);
    assert_string_equal(view->linked.at[0].title, "The roof");
    assert_string_equal(view->linked.at[0].state, "in-force");
    assert_int_equal(view->facts.count, 0);
    view = look_record(council, "alex", decided);
    assert_int_equal(view->linked.count, 1);
    assert_string_equal(view->linked.at[0].ref, task);
    assert_int_equal(look_record(council, "bo", decided)->linked.count, 0);
}

static void a_link_in_a_part_is_for_who_reads_the_part(void **state) {
    struct test_council *council = *state;
    const char *decided = decide_on(council, "The roof"), *other = decide_on(council, "The hall");
    const char *task = give_task(council, "alex", decided).ref;
    USE(council, "ces", task, "note", "see", other);
    assert_int_equal(look_record(council, "ces", task)->linked.count, 2);
    assert_int_equal(look_record(council, "ces", other)->linked.count, 1);
    assert_int_equal(look_record(council, "alex", task)->linked.count, 1);
    assert_int_equal(look_record(council, "alex", other)->linked.count, 0);
}

#define UNDER_LINKED(function) cmocka_unit_test_setup_teardown(function, start, stop)

int main(void) {
    const struct CMUnitTest tests[] = {
        UNDER_LINKED(a_record_field_takes_records_of_its_procedures_in_its_states),
        UNDER_LINKED(a_reference_is_taken_however_it_was_written),
        UNDER_LINKED(a_hidden_record_cannot_be_named_nor_told_from_an_absent_one),
        UNDER_LINKED(the_choices_are_those_that_the_viewer_sees_the_newest_first),
        UNDER_LINKED(both_records_show_the_link_to_who_sees_both),
        UNDER_LINKED(a_link_in_a_part_is_for_who_reads_the_part),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
