#include "sight/sight_private.h"
#include "sight/test_world.h"

/* ---- one record ---- */

static const struct view_part *part_of(const struct view_record *view, const char *name) {
    for (size_t i = 0; i < view->parts.count; i++)
        if (strcmp(view->parts.at[i].name, name) == 0)
            return &view->parts.at[i];
    return NULL;
}

static const struct view_power *power_of(const struct view_record *view, const char *name) {
    for (size_t i = 0; i < view->powers.count; i++)
        if (strcmp(view->powers.at[i].name, name) == 0)
            return &view->powers.at[i];
    return NULL;
}

static const struct view_duty *duty_of(const struct view_record *view, const char *name) {
    for (size_t i = 0; i < view->duties.count; i++)
        if (strcmp(view->duties.at[i].name, name) == 0)
            return &view->duties.at[i];
    return NULL;
}

static void the_opener_sees_what_was_asked_of_whom_and_until_when(void **state) {
    struct test_council *council = *state;
    const struct view_record *view = look_record(council, "alex", ask(council, "alex", "Damp", "How many homes?"));
    assert_non_null(view);
    assert_true(view->whole && view->open);
    assert_string_equal(view->title, "Damp");
    assert_string_equal(view->state, "open");
    assert_string_equal(view->status, "With Head of Housing (Hana Ito); due Tuesday 29 December 2026.");
    assert_string_equal(view->opener.id, "alex");
    assert_string_equal(view->opener.title, "Green Group");
    assert_string_equal(view->service, "Housing");
    assert_int_equal(view->parts.count, 1);
    assert_string_equal(view->parts.at[0].entries.at[1].text, "How many homes?");
    assert_string_equal(view->parts.at[0].entries.at[1].label, "Question");
    assert_string_equal(view->facts.at[1].label, "Asked for");
    assert_string_equal(view->facts.at[1].text, "Myself, as a Member");
    assert_int_equal(view->events.count, 1);
    assert_int_equal(view->powers.count, 1);
    assert_string_equal(view->powers.at[0].name, "withdraw");
    const struct view_duty *respond = duty_of(view, "respond");
    assert_non_null(respond);
    assert_false(respond->mine);
    assert_string_equal(respond->working[0], "Fri 18 December received");
    assert_string_equal(respond->cites.at[0].id, "5.2");
}

static void a_hidden_record_and_an_absent_one_are_the_same(void **state) {
    struct test_council *council = *state;
    const char *refs[] = {ask(council, "alex", "Damp", "How many homes?"), "ENQ-0000-0000"};
    const struct view_record nothing = {0};
    for (size_t i = 0; i < LENGTH_OF(refs); i++) {
        struct sight sight = look_begin(council, "bo");
        struct view_record view;
        struct view_why answer;
        bool found = true;
        assert_true(sight_record(&sight, refs[i], WITH_FORMS, &view, &found));
        assert_false(found);
        assert_memory_equal(&view, &nothing, sizeof(view));
        found = true;
        assert_true(sight_why(&sight, refs[i], "answer", &answer, &found));
        assert_false(found);
        assert_null(answer.say);
        look_end(&sight);
    }
}

static void a_note_between_officers_is_shown_to_neither_the_opener_nor_their_timeline(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "reassign", "to", "olu", "note", "Mind the tenant in number nine");
    const struct view_record *asker = look_record(council, "alex", ref), *head = look_record(council, "hana", ref);
    assert_null(part_of(asker, "handling"));
    assert_int_equal(asker->events.count, 1);
    for (size_t i = 0; i < asker->audience.list.count; i++)
        assert_string_not_equal(asker->audience.list.at[i].part, "handling");
    assert_non_null(part_of(head, "handling"));
    assert_int_equal(head->events.count, 2);
    assert_string_equal(head->events.at[1].say, "handed it on");
}

static void a_revision_stands_beside_what_it_revises(void **state) {
    struct test_council *council = *state;
    const char *ref = ask_advice(council, "alex", "me", "Leases");
    USE(council, "hana", ref, "answer", "advice", "Wait.", "facts", "Ten leases end.", "objective", "yes", "consistent",
        "yes", "professional", "yes", "neutral", "yes", "complete", "yes");
    USE(council, "hana", ref, "revise", "advice", "Do not wait.", "why", "A new judgment.", "objective", "yes",
        "consistent", "yes", "professional", "yes", "neutral", "yes", "complete", "yes");
    const struct view_part *advice = part_of(look_record(council, "alex", ref), "advice");
    assert_true(advice->confidential);
    assert_int_equal(advice->entries.count, 2);
    assert_string_equal(advice->entries.at[0].text, "Wait.");
    assert_int_equal(advice->entries.at[0].version, 1);
    assert_int_equal(advice->entries.at[0].latest, 2);
    assert_string_equal(advice->entries.at[1].text, "Do not wait.");
    assert_string_equal(part_of(look_record(council, "alex", ref), "attestation")->entries.at[0].text, "Yes");
}

static void the_audience_box_names_who_reads_each_part_and_why(void **state) {
    struct test_council *council = *state;
    const struct view_record *view = look_record(council, "hana", ask_advice(council, "alex", "my group", "Leases"));
    assert_string_equal(view->audience.list.at[0].part, "record");
    bool group = false, head = false;
    for (size_t i = 0; i < view->audience.list.count; i++) {
        const struct view_audience *reader = &view->audience.list.at[i];
        assert_true(reader->cites.count > 0);
        group |= strcmp(reader->part, "record") == 0 && strcmp(reader->who, "Green Group") == 0;
        head |= strcmp(reader->part, "question") == 0 && strcmp(reader->who, "Head of Housing (Hana Ito)") == 0;
    }
    assert_true(group);
    assert_true(head);
}

static void whoever_is_told_when_it_is_late_reads_you(void **state) {
    struct test_council *council = *state;
    const char *ref = ask_advice(council, "alex", "me", "Leases");
    const struct view_duty *duty = duty_of(look_record(council, "alex", ref), "respond");
    assert_string_equal(duty->late, "Head of Housing (Hana Ito) and you");
    assert_true(duty->late_many);
    USE(council, "hana", ref, "reassign", "to", "olu");
    duty = duty_of(look_record(council, "olu", ref), "respond");
    assert_string_equal(duty->late, "Head of Housing (Hana Ito) and Alex Moss");
    assert_true(duty->late_many);
}

static void after_handing_on_the_head_reads_as_head_and_no_longer_as_handler(void **state) {
    struct test_council *council = *state;
    const char *ref = ask_advice(council, "alex", "me", "Leases");
    USE(council, "hana", ref, "reassign", "to", "olu");
    const struct view_record *view = look_record(council, "hana", ref);
    bool head = false, handler = false;
    for (size_t i = 0; i < view->audience.list.count; i++) {
        const struct view_audience *reader = &view->audience.list.at[i];
        head |=
            strcmp(reader->who, "Head of Housing (Hana Ito)") == 0 && strcmp(reader->relation, "head of service") == 0;
        handler |= strcmp(reader->who, "Olu Ade") == 0 && strcmp(reader->relation, "handler") == 0;
        assert_false(strcmp(reader->who, "Olu Ade") != 0 && strcmp(reader->relation, "handler") == 0);
    }
    assert_true(head);
    assert_true(handler);
}

static void who_was_told_is_shown_only_with_the_part_that_says_so(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "answer", "answer", "Forty.");
    const struct view_duty *owed = duty_of(look_record(council, "hana", ref), "tell");
    assert_non_null(owed);
    assert_true(owed->mine);
    assert_null(duty_of(look_record(council, "alex", ref), "tell"));
    assert_null(duty_of(look_record(council, "alex", ref), "finish")); /* a clock that nobody is shown as owing */
    USE(council, "hana", ref, "tell-leadership", "told", "Forty homes have damp.");
    assert_int_equal(look_record(council, "hana", ref)->told.count, 1);
    assert_string_equal(look_record(council, "hana", ref)->told.at[0].who, "Leader of the Red Group (Cy Hart)");
    assert_int_equal(look_record(council, "alex", ref)->told.count, 0);
    assert_null(look_record(council, "cy", ref));
}

static void why_not_names_the_clause_and_the_condition(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    struct sight sight = look_begin(council, "alex");
    struct view_why view;
    bool found;
    assert_true(sight_why(&sight, ref, "close", &view, &found));
    assert_true(found);
    assert_false(view.allowed);
    assert_string_equal(view.label, "Close");
    assert_string_equal(view.say, "This cannot be done while the record is “Waiting for an answer”.");
    assert_true(sight_why(&sight, ref, "sack-the-officer", &view, &found));
    assert_true(found);
    assert_false(view.allowed);
    assert_true(view.cites.count > 0);
    look_end(&sight);
}

static void a_granted_part_is_shown_without_the_record_around_it(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "answer", "answer", "Forty homes.", "foi", "releasable", "meeting", "not");
    const struct view_record *view = look_record(council, "bo", ref);
    assert_non_null(view);
    assert_false(view->whole);
    assert_string_equal(view->title, "Enquiry");
    assert_int_equal(view->parts.count, 1);
    assert_string_equal(view->parts.at[0].entries.at[0].text, "Forty homes.");
    assert_null(view->state);
    assert_null(view->status);
    assert_null(view->opener.name);
    assert_int_equal(view->events.count + view->powers.count + view->duties.count + view->audience.list.count +
                         view->facts.count + view->told.count,
                     0);
    struct sight sight = look_begin(council, "bo");
    struct view_why answer;
    bool found;
    assert_true(sight_why(&sight, ref, "answer", &answer, &found));
    assert_false(found);
    look_end(&sight);
}

static void a_status_drops_the_clause_that_has_nothing_to_say(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *say = "With {handler}; due {due}.";
    assert_string_equal(status_sentence(a, say, "the Clerk", NULL, "Friday"), "With the Clerk; due Friday.");
    assert_string_equal(status_sentence(a, say, "the Clerk", NULL, NULL), "With the Clerk.");
    assert_string_equal(status_sentence(a, say, NULL, NULL, "Friday"), "Due Friday.");
    assert_null(status_sentence(a, say, NULL, NULL, NULL));
    assert_string_equal(status_sentence(a, "{opener}, who asked; waits.", NULL, NULL, NULL), "Who asked; waits.");
    assert_string_equal(status_sentence(a, "Closed.", NULL, NULL, NULL), "Closed.");
    assert_string_equal(status_sentence(a, "Closed; a {word} of {", NULL, NULL, NULL), "Closed.");
    assert_null(status_sentence(a, NULL, "x", "y", "z"));
    arena_free(&a);
}

/* ---- forms ---- */

static const struct view_field *field_of(const struct view_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->at[i].name, name) == 0)
            return &form->at[i];
    return NULL;
}

static const char *labels_of(struct test_council *council, const struct view_field *field) {
    struct buf labels = {.arena = council->a};
    for (size_t i = 0; i < field->choice_count; i++)
        buf_addf(&labels, "%s%s", i == 0 ? "" : ", ", field->choices[i].label);
    return buf_text(&labels);
}

static void a_form_offers_what_its_reader_may_name(void **state) {
    struct test_council *council = *state;
    struct sight sight = look_begin(council, "dee");
    const struct view_procedure *advice = sight_procedure(&sight, "advice", NULL);
    assert_true(advice->allowed);
    assert_string_equal(labels_of(council, field_of(&advice->form, "service")), "Housing, Roads");
    assert_string_equal(labels_of(council, field_of(&advice->form, "for")), "Me"); /* dee is in no group */
    const struct view_field *contact = field_of(&sight_procedure(&sight, "enquiry", NULL)->form, "constituent-contact");
    assert_string_equal(contact->when_field, "for");
    assert_int_equal(contact->when_count, 1);
    assert_string_equal(contact->when_values[0], "constituent");
    assert_null(sight_procedure(&sight, "divination", NULL));
    look_end(&sight);
    sight = look_begin(council, "olu");
    assert_false(sight_procedure(&sight, "advice", NULL)->allowed);
    look_end(&sight);
}

static size_t place_of(const struct view_procedures *procedures, const char *name) {
    for (size_t i = 0; i < procedures->list.count; i++)
        if (strcmp(procedures->list.at[i].name, name) == 0)
            return i;
    fail_msg("%s is not offered", name);
    return 0;
}

static void what_can_be_begun_stands_by_menu_and_the_usual_first(void **state) {
    struct test_council *council = *state;
    struct sight sight = look_begin(council, "dee");
    struct view_procedures procedures;
    sight_procedures(&sight, WITHOUT_FORMS, &procedures);
    look_end(&sight);
    assert_int_equal(procedures.list.count, sight.council->pack->procedure_count);
    assert_int_equal(place_of(&procedures, "enquiry"), 0);
    assert_int_equal(place_of(&procedures, "advice"), 1);
    assert_string_equal(procedures.list.at[0].menu, "ask");
    assert_true(procedures.list.at[0].usual);
    assert_false(procedures.list.at[place_of(&procedures, "support")].usual);
    assert_true(place_of(&procedures, "support") < place_of(&procedures, "media"));
    assert_true(place_of(&procedures, "media") < place_of(&procedures, "concern"));
}

static void a_record_is_handed_on_to_those_who_work_in_the_service(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    const struct view_power *reassign = power_of(look_record(council, "hana", ref), "reassign");
    assert_non_null(reassign);
    const char *labels = labels_of(council, field_of(&reassign->form, "to"));
    assert_non_null(strstr(labels, "Hana Ito, Olu Ade, Pat Kerr"));
    assert_null(strstr(labels, "Ravi Nair"));
}

static void facts_are_released_from_records_whose_facts_the_handler_reads(void **state) {
    struct test_council *council = *state;
    const char *ref = ask_advice(council, "alex", "me", "Leases");
    USE(council, "hana", ref, "answer", "advice", "Wait.", "facts", "Ten leases end.", "objective", "yes", "consistent",
        "yes", "professional", "yes", "neutral", "yes", "complete", "yes");
    ask_advice(council, "alex", "me", "Rents"); /* has no facts yet */
    struct result asked = test_open(council, "cy", "advice", NULL, "service", "housing", "for", "me", "seeks", "facts",
                                    "subject", "Leases", "question", "How many?", "purpose", "council", NULL);
    const struct view_power *release = power_of(look_record(council, "hana", asked.ref), "release");
    assert_non_null(release);
    const struct view_field *source = field_of(&release->form, "source");
    assert_int_equal(source->choice_count, 1);
    assert_string_equal(source->choices[0].value, ref);
    assert_string_equal(source->choices[0].label, "Leases");
    assert_null(power_of(look_record(council, "hana", asked.ref), "answer")); /* facts were asked for, not advice */
    USE(council, "hana", asked.ref, "release", "source", ref);
    const struct view_part *facts = part_of(look_record(council, "cy", asked.ref), "facts");
    assert_string_equal(facts->entries.at[0].text, "Ten leases end.");
    assert_string_equal(facts->entries.at[0].label, "Facts");
}

static void an_answer_can_start_from_the_words_of_the_subject(void **state) {
    struct test_council *council = *state;
    const struct view_record *view = look_record(council, "hana", ask_advice(council, "alex", "me", "Leases"));
    assert_string_equal(power_of(view, "answer")->precedents, "Leases");
    assert_null(power_of(view, "refuse")->precedents);
}

/* ---- groups ---- */

static void who_joins_a_group_reads_only_what_it_was_told_since(void **state) {
    struct test_council *council = *state;
    const char *before = ask_advice(council, "alex", "my group", "Leases");
    change_directory(council, "{\"memberships\":[{\"id\":\"m20\",\"person_id\":\"dee\",\"organization_id\":\"green\","
                              "\"start_date\":\"2026-12-21\"}]}");
    test_clock_to(council, "2026-12-21T10:00");
    const char *after = ask_advice(council, "alex", "my group", "Rents");
    assert_null(look_record(council, "dee", before));
    assert_non_null(look_record(council, "dee", after));
    assert_non_null(look_record(council, "bo", before));
    assert_string_equal(look_list(council, "dee", (struct list_filter){.state = LIST_ALL, .limit = 10}, NULL), after);
    assert_string_equal(look_search(council, "dee", "leases"), "");
    assert_string_equal(look_search(council, "dee", "rents"), after);
}

static void who_leaves_a_group_reads_nothing_more_of_it(void **state) {
    struct test_council *council = *state;
    const char *ref = ask_advice(council, "alex", "my group", "Leases");
    change_directory(council, "{\"memberships\":[{\"id\":\"m2\",\"person_id\":\"bo\",\"organization_id\":\"green\","
                              "\"end_date\":\"2026-12-20\"}]}");
    assert_non_null(look_record(council, "bo", ref));
    assert_string_equal(look_search(council, "bo", "leases"), ref);
    test_clock_to(council, "2026-12-21T00:00");
    assert_null(look_record(council, "bo", ref));
    assert_string_equal(look_search(council, "bo", "leases"), "");
    assert_string_equal(look_list(council, "bo", (struct list_filter){.state = LIST_ALL, .limit = 10}, NULL), "");
}

/* ---- names ---- */

static void a_member_is_not_shown_the_names_of_junior_officers(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "reassign", "to", "olu");
    USE(council, "olu", ref, "answer", "answer", "Forty.");
    const struct view_record *asker = look_record(council, "alex", ref), *head = look_record(council, "hana", ref);
    const struct view_event *answered = &asker->events.at[asker->events.count - 1];
    assert_string_equal(answered->by.name, "an Officer of Housing");
    assert_null(answered->by.id);
    assert_null(answered->by.title);
    assert_string_equal(asker->handler, "an Officer of Housing");
    assert_string_equal(asker->status, "Answered by an Officer of Housing.");
    assert_null(part_of(asker, "answer")->entries.at[0].by.id);
    for (size_t i = 0; i < asker->audience.list.count; i++)
        assert_null(strstr(asker->audience.list.at[i].who, "Olu"));
    assert_string_equal(head->handler, "Olu Ade");
    assert_string_equal(part_of(head, "answer")->entries.at[0].by.id, "olu");
}

static void the_directory_keeps_junior_officers_from_members_only(void **state) {
    struct test_council *council = *state;
    const struct {
        const char *viewer;
        size_t officers;
        bool olu;
    } cases[] = {{"alex", 3, false}, {"hana", 5, true}};
    for (size_t i = 0; i < LENGTH_OF(cases); i++) {
        struct sight sight = look_begin(council, cases[i].viewer);
        struct view_people people;
        struct view_contact olu, hana;
        struct view_unit housing;
        sight_people(&sight, "officer", NULL, &people);
        assert_int_equal(people.list.count, cases[i].officers);
        sight_people(&sight, NULL, "ade OLU", &people);
        assert_int_equal(people.list.count, cases[i].olu ? 1 : 0);
        assert_int_equal(sight_person(&sight, "olu", &olu), cases[i].olu);
        assert_true(sight_person(&sight, "hana", &hana));
        assert_string_equal(hana.posts.at[0], "Head of Housing");
        assert_true(sight_unit(&sight, UNIT_SERVICE, "housing", &housing));
        bool shown = false;
        for (size_t p = 0; p < housing.people.count; p++)
            shown |= strcmp(housing.people.at[p].person.id, "olu") == 0;
        assert_int_equal(shown, cases[i].olu);
        assert_string_equal(housing.head.name, "Hana Ito");
        assert_string_equal(housing.head_title, "Head of Housing");
        assert_false(sight_unit(&sight, UNIT_GROUP, "housing", &housing));
        look_end(&sight);
    }
}

/* ---- the record of reads ---- */

static bool is_noted(struct test_council *council, const char *person, const char *ref, const char *part) {
    struct sight sight = look_begin(council, person);
    struct query *q = query(sight.db, Q_SIGHT_RECORD);
    bind_text(q, ref);
    int64_t record = query_int(q, 0);
    q = query(sight.db, Q_SIGHT_READ);
    bind_int(q, record);
    bind_text(q, person);
    bind_int(q, council_day(sight.council, sight.now));
    bool noted = false;
    while (query_step(q))
        noted = noted || strcmp(column_text(q, 0), part) == 0;
    query_end(q);
    look_end(&sight);
    return noted;
}

static int64_t jobs(struct test_council *council) {
    struct store_figures figures;
    store_figures(council->store, &figures);
    return figures.jobs;
}

static void a_read_is_noted_once_a_day_for_each_part_before_it_is_shown(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    assert_false(is_noted(council, "hana", ref, "question"));
    look_record(council, "hana", ref);
    assert_true(is_noted(council, "hana", ref, "record"));
    assert_true(is_noted(council, "hana", ref, "question"));
    assert_false(is_noted(council, "hana", ref, "answer"));
    int64_t before = jobs(council);
    look_record(council, "hana", ref);
    look_record(council, "bo", ref);
    assert_int_equal(jobs(council), before);
    test_clock_to(council, "2026-12-19T09:00");
    assert_false(is_noted(council, "hana", ref, "question"));
    look_record(council, "hana", ref);
    assert_true(is_noted(council, "hana", ref, "question"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_NORTHAMPTON(the_opener_sees_what_was_asked_of_whom_and_until_when),
        IN_NORTHAMPTON(a_hidden_record_and_an_absent_one_are_the_same),
        IN_NORTHAMPTON(a_note_between_officers_is_shown_to_neither_the_opener_nor_their_timeline),
        IN_NORTHAMPTON(a_revision_stands_beside_what_it_revises),
        IN_NORTHAMPTON(the_audience_box_names_who_reads_each_part_and_why),
        IN_NORTHAMPTON(whoever_is_told_when_it_is_late_reads_you),
        IN_NORTHAMPTON(after_handing_on_the_head_reads_as_head_and_no_longer_as_handler),
        IN_NORTHAMPTON(who_was_told_is_shown_only_with_the_part_that_says_so),
        IN_NORTHAMPTON(why_not_names_the_clause_and_the_condition),
        IN_COUNTY(a_granted_part_is_shown_without_the_record_around_it),
        IN_NORTHAMPTON(a_form_offers_what_its_reader_may_name),
        IN_NORTHAMPTON(what_can_be_begun_stands_by_menu_and_the_usual_first),
        IN_NORTHAMPTON(a_record_is_handed_on_to_those_who_work_in_the_service),
        IN_NORTHAMPTON(facts_are_released_from_records_whose_facts_the_handler_reads),
        IN_NORTHAMPTON(an_answer_can_start_from_the_words_of_the_subject),
        TEST(a_status_drops_the_clause_that_has_nothing_to_say),
        IN_NORTHAMPTON(who_joins_a_group_reads_only_what_it_was_told_since),
        IN_NORTHAMPTON(who_leaves_a_group_reads_nothing_more_of_it),
        IN_NORTHAMPTON(a_member_is_not_shown_the_names_of_junior_officers),
        IN_NORTHAMPTON(the_directory_keeps_junior_officers_from_members_only),
        IN_NORTHAMPTON(a_read_is_noted_once_a_day_for_each_part_before_it_is_shown),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
