/* Records that name one another: what may be named, and who is shown that. */
#include "pack/test_linked.h"
#include "sight/test_world.h"

#include <pthread.h>

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
    const struct view_procedure *task = sight_procedure(&sight, "task", NULL);
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

/* ---- what an act does on other records ---- */

static const char *permit(struct test_council *council) {
    struct result sent = test_open(council, "ces", "permit", NULL, "subject", "The hall on Monday", NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static void naming_a_record_uses_its_power(void **state) {
    struct test_council *council = *state;
    const char *given = permit(council);
    struct result job = test_open(council, "alex", "job", NULL, "permit", given, NULL);
    assert_int_equal(job.kind, RESULT_DONE);
    const struct view_record *view = look_record(council, "bo", given);
    assert_string_equal(view->state, "used");
    assert_int_equal(view->linked.count, 0);
    const struct view_event *last = &view->events.at[view->events.count - 1];
    assert_string_equal(last->say, "was used");
    assert_string_equal(last->by.name, "Comity"); /* whose job it was stays with those who see the job */
}

static void what_is_used_up_is_refused_beside_the_field(void **state) {
    struct test_council *council = *state;
    const char *given = permit(council), *other = permit(council);
    const char *job = test_open(council, "alex", "job", NULL, "permit", given, NULL).ref;
    struct result result = test_use(council, "ces", job, "finish", "next", given, NULL);
    assert_error(&result, "next",
                 "This record cannot be used for it any more. This cannot be done while the record is “Used up”.");
    assert_string_equal(look_record(council, "ces", job)->state, "open");
    assert_int_equal(test_use(council, "ces", job, "finish", "next", other, NULL).kind, RESULT_DONE);
    assert_string_equal(look_record(council, "ces", other)->state, "used");
}

struct racer {
    pthread_t thread;
    struct test_council *council;
    const char *permit;
    enum result_kind kind;
};

static void *race(void *context) {
    struct racer *racer = context;
    struct arena *a = arena_new();
    struct request request = {.person = "alex", .procedure = "job"};
    struct result result;
    values_put(a, &request.fields, "permit", racer->permit);
    engine_act(racer->council->engine, &request, a, &result);
    racer->kind = result.kind;
    arena_free(&a);
    return NULL;
}

static void of_many_at_once_exactly_one_succeeds(void **state) {
    struct racer racers[8];
    const char *given = permit(*state);
    size_t done = 0, invalid = 0;
    for (size_t i = 0; i < LENGTH_OF(racers); i++) {
        racers[i] = (struct racer){.council = *state, .permit = given};
        assert_int_equal(pthread_create(&racers[i].thread, NULL, race, &racers[i]), 0);
    }
    for (size_t i = 0; i < LENGTH_OF(racers); i++) {
        pthread_join(racers[i].thread, NULL);
        done += racers[i].kind == RESULT_DONE;
        invalid += racers[i].kind == RESULT_INVALID;
    }
    assert_int_equal(done, 1);
    assert_int_equal(invalid, LENGTH_OF(racers) - 1);
}

static void an_act_opens_a_record_for_who_opened_this_one(void **state) {
    struct test_council *council = *state;
    struct result task = test_open(council, "alex", "task", NULL, "authority", decide_on(council, "The roof"),
                                   "subject", "Mend the roof", "urgent", "so", NULL);
    USE(council, "ces", task.ref, "query", "more", "What does it cost?");
    const struct view_record *view = look_record(council, "alex", task.ref);
    assert_int_equal(view->linked.count, 2);
    assert_string_equal(view->linked.at[0].procedure, "query");
    view = look_record(council, "alex", view->linked.at[0].ref);
    assert_string_equal(view->opener.id, "alex");
    assert_string_equal(view->title, "Mend the roof");
    assert_string_equal(view->parts.at[0].entries.at[1].text, "What does it cost?");
    assert_string_equal(view->facts.at[0].text, "So");
    assert_string_equal(view->linked.at[0].ref, task.ref);
    assert_string_equal(view->events.at[0].by.name, "Comity");
    assert_string_equal(view->events.at[0].say, "opened it out of another record");
}

static void what_cannot_be_opened_refuses_the_act(void **state) {
    struct test_council *council = *state;
    const char *task = give_task(council, "alex", decide_on(council, "The roof")).ref;
    change_directory(council,
                     "{\"persons\":[{\"id\":\"alex\",\"name\":\"Alex Moss\",\"kind\":\"member\",\"active\":false}]}");
    struct result result = test_use(council, "ces", task, "query", "more", "What does it cost?", NULL);
    assert_int_equal(result.kind, RESULT_REFUSED);
    assert_string_equal(result.say, "Whoever opened this is no longer here to open another.");
    assert_string_equal(look_record(council, "ces", task)->state, "open");
}

static void a_record_offers_what_can_be_begun_about_it(void **state) {
    struct test_council *council = *state;
    const char *given = permit(council);
    const struct view_record *view = look_record(council, "alex", given);
    assert_int_equal(view->offers.count, 2);
    assert_string_equal(view->offers.at[0].procedure, "remark");
    assert_string_equal(view->offers.at[0].field, "about");
    assert_string_equal(view->offers.at[1].procedure, "job");
    assert_int_equal(look_record(council, "ces", given)->offers.count, 1); /* an Officer does no job */
    test_open(council, "alex", "job", NULL, "permit", given, NULL);
    assert_int_equal(look_record(council, "alex", given)->offers.count, 1);
}

/* ---- a part that is named, and its mark ---- */

static const struct view_field *parts_of(struct test_council *council, const char *person, const char *about) {
    struct sight sight = look_begin(council, person);
    struct values given = {0};
    values_put(council->a, &given, "about", about);
    const struct view_procedure *marking = sight_procedure(&sight, "marking", &given);
    look_end(&sight);
    return field_of(&marking->form, "which");
}

static struct result ask_for_mark(struct test_council *council, const char *person, const char *about,
                                  const char *which) {
    return test_open(council, person, "marking", NULL, "about", about, "which", which, NULL);
}

static void the_parts_of_a_record_are_those_that_the_viewer_reads(void **state) {
    struct test_council *council = *state;
    const char *decided = decide_on(council, "The roof"), *task = give_task(council, "alex", decided).ref;
    USE(council, "ces", task, "query", "more", "What does it cost?"); /* written in its notes */
    assert_int_equal(parts_of(council, "alex", "TSK-0000-0000")->choice_count, 0);
    assert_int_equal(parts_of(council, "bo", task)->choice_count, 0);
    const struct view_field *field = parts_of(council, "alex", task);
    assert_int_equal(field->choice_count, 1);
    assert_string_equal(field->choices[0].value, "task");
    assert_string_equal(field->choices[0].label, "The task");
    assert_int_equal(parts_of(council, "ces", task)->choice_count, 2);
    struct result hidden = ask_for_mark(council, "alex", task, "notes"),
                  absent = ask_for_mark(council, "alex", task, "cellar");
    assert_error(&hidden, "which", "Choose a part of the record that you can read");
    assert_error(&absent, "which", "Choose a part of the record that you can read");
    struct result elsewhere = ask_for_mark(council, "bo", task, "task");
    assert_error(&elsewhere, "about", "Choose a record that you can see"); /* and no word of its parts */
}

static void what_is_said_of_a_part_is_its_mark(void **state) {
    struct test_council *council = *state;
    const char *task = give_task(council, "alex", decide_on(council, "The roof")).ref;
    const struct view_part *part = &look_record(council, "alex", task)->parts.at[0];
    assert_false(part->marked);
    const char *asked = ask_for_mark(council, "alex", task, " task ").ref;
    assert_string_equal(look_record(council, "ces", asked)->facts.at[0].text, "The task");
    USE(council, "ces", asked, "say", "mark", "confidential");
    part = &look_record(council, "alex", task)->parts.at[0];
    assert_true(part->marked && part->confidential);
    assert_string_equal(part->said.by.id, "ces");
    assert_int_equal(part->said.at, clock_now(council->clock));
    USE(council, "ces", ask_for_mark(council, "alex", task, "task").ref, "say", "mark", "open");
    part = &look_record(council, "alex", task)->parts.at[0];
    assert_true(part->marked && !part->confidential);
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
        UNDER_LINKED(naming_a_record_uses_its_power),
        UNDER_LINKED(what_is_used_up_is_refused_beside_the_field),
        UNDER_LINKED(of_many_at_once_exactly_one_succeeds),
        UNDER_LINKED(an_act_opens_a_record_for_who_opened_this_one),
        UNDER_LINKED(what_cannot_be_opened_refuses_the_act),
        UNDER_LINKED(a_record_offers_what_can_be_begun_about_it),
        UNDER_LINKED(the_parts_of_a_record_are_those_that_the_viewer_reads),
        UNDER_LINKED(what_is_said_of_a_part_is_its_mark),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
