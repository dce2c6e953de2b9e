/* Who opened a record, where that is kept from some who see it; who opened another; and who is kept apart from whom. */
#include "pack/test_linked.h"
#include "sight/test_world.h"

static int start(void **state) {
    *state = test_council_under(linked_pack);
    return 0;
}

static const char *open_as(struct test_council *council, const char *person, const char *procedure, const char *field,
                           const char *value) {
    struct result sent = test_open(council, person, procedure, NULL, field, value, NULL);
    assert_int_equal(sent.kind, RESULT_DONE);
    return sent.ref;
}

static void assert_unnamed(struct test_council *council, const char *text) {
    if (text != NULL && (strstr(text, "Alex") != NULL || strstr(text, "alex") != NULL || strstr(text, "Green") != NULL))
        fail_msg("%s", text);
    (void)council;
}

static void nothing_on_the_page_names_a_hidden_opener(void **state) {
    struct test_council *council = *state;
    const char *tip = open_as(council, "alex", "tip", "subject", "The depot");
    USE(council, "alex", tip, "add", "more", "At night");
    test_clock_to(council, "2026-12-30T10:00");
    const struct view_record *view = look_record(council, "ces", tip);
    assert_string_equal(view->opener.name, "A Member");
    assert_null(view->opener.id);
    assert_string_equal(view->status, "From A Member.");
    assert_string_equal(view->parts.at[0].entries.at[0].by.name, "A Member");
    for (size_t i = 0; i < view->events.count; i++)
        assert_unnamed(council, view->events.at[i].by.name);
    for (size_t i = 0; i < view->audience.list.count; i++)
        assert_unnamed(council, view->audience.list.at[i].who);
    for (size_t i = 0; i < view->told.count; i++)
        assert_unnamed(council, view->told.at[i].who);
    for (size_t i = 0; i < view->duties.count; i++) {
        assert_unnamed(council, view->duties.at[i].bearer);
        assert_unnamed(council, view->duties.at[i].late);
    }
    assert_string_equal(look_record(council, "alex", tip)->opener.name, "Alex Moss");
}

static void who_else_may_read_it_does_not_tell_the_group(void **state) {
    struct test_council *council = *state;
    const struct view_record *one =
        look_record(council, "ces", open_as(council, "alex", "tip", "subject", "The depot"));
    const struct view_record *other =
        look_record(council, "ces", open_as(council, "lee", "tip", "subject", "The depot"));
    assert_int_equal(one->audience.list.count, other->audience.list.count);
    for (size_t i = 0; i < one->audience.list.count; i++)
        assert_string_equal(one->audience.list.at[i].who, other->audience.list.at[i].who);
}

static void a_notice_names_the_opener_to_those_alone_who_may_know(void **state) {
    struct test_council *council = *state;
    open_as(council, "alex", "tip", "subject", "The depot");
    struct sight sight = look_begin(council, "ces");
    struct view_home home;
    assert_true(sight_notices(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.notices.count, 1);
    assert_string_equal(home.notices.at[0].say, "A Member gave a tip.");
}

static void the_opener_finds_it_among_their_own(void **state) {
    struct test_council *council = *state;
    const char *tip = open_as(council, "alex", "tip", "subject", "The depot");
    struct list_filter mine = {.state = LIST_ALL, .mine = true, .limit = 10}, found = mine;
    found.words = "depot";
    assert_string_equal(look_list(council, "alex", mine, NULL), tip);
    assert_string_equal(look_list(council, "alex", found, NULL), tip);
    assert_string_equal(look_list(council, "ces", mine, NULL), "");
}

static void a_part_shows_who_opened_the_record_that_is_named(void **state) {
    struct test_council *council = *state;
    const char *tip = open_as(council, "alex", "tip", "subject", "The depot");
    look_record(council, "ces", tip);
    look_record(council, "alex", tip);
    const char *leak = open_as(council, "ces", "leak", "about", tip);
    const struct view_record *view = look_record(council, "ces", leak);
    assert_int_equal(view->parts.count, 1);
    assert_string_equal(view->parts.at[0].name, "readers");
    size_t ces = 0, hidden = 0;
    for (size_t i = 0; i < view->parts.at[0].entries.count; i++) {
        const struct view_entry *entry = &view->parts.at[0].entries.at[i];
        ces += strcmp(entry->by.name, "Ces Gray") == 0;
        hidden += strcmp(entry->by.name, "A Member") == 0;
    }
    assert_int_equal(ces, 2);    /* the record and the tip */
    assert_int_equal(hidden, 3); /* and who gave it */
}

static void a_record_goes_to_nobody_who_is_kept_apart_from_its_opener(void **state) {
    struct test_council *council = *state;
    const char *before = open_as(council, "alex", "call", "service", "housing");
    assert_string_equal(look_record(council, "alex", before)->handler, "Head of Housing (Hana Ito)");
    const char *tie = open_as(council, "hana", "tie", "to-whom", "alex");
    const char *after = open_as(council, "alex", "call", "service", "housing");
    const struct view_record *view = look_record(council, "alex", after);
    assert_string_equal(view->handler, "Chief Executive (Ces Gray)");
    const struct view_event *last = &view->events.at[view->events.count - 1];
    assert_string_equal(last->say, "Another Officer was chosen to deal with it.");
    assert_string_equal(last->by.name, "Comity");
    assert_int_equal(last->cites.count, 1);
    assert_string_equal(look_record(council, "cy", open_as(council, "cy", "call", "service", "housing"))->handler,
                        "Head of Housing (Hana Ito)");
    USE(council, "hana", tie, "end");
    assert_string_equal(look_record(council, "alex", open_as(council, "alex", "call", "service", "housing"))->handler,
                        "Head of Housing (Hana Ito)");
}

static void assert_deals(struct test_council *council, const char *opener, const char *handler) {
    const char *call = open_as(council, opener, "call", "service", "housing");
    assert_string_equal(look_record(council, opener, call)->handler, handler);
}

static void they_are_kept_apart_again_when_what_says_so_is_reopened(void **state) {
    struct test_council *council = *state;
    const char *tie = open_as(council, "hana", "tie", "to-whom", "alex");
    for (int times = 0; times < 2; times++) {
        assert_deals(council, "alex", "Chief Executive (Ces Gray)");
        USE(council, "hana", tie, "end");
        assert_deals(council, "alex", "Head of Housing (Hana Ito)");
        USE(council, "hana", tie, "reopen");
    }
    assert_deals(council, "alex", "Chief Executive (Ces Gray)");
}

static void whom_the_last_act_names_is_kept_apart_only_once_it_is_reopened(void **state) {
    struct test_council *council = *state;
    const char *tie = open_as(council, "hana", "tie", "to-whom", "alex");
    USE(council, "hana", tie, "end-with", "whom", "cy");
    assert_deals(council, "alex", "Head of Housing (Hana Ito)");
    assert_deals(council, "cy", "Head of Housing (Hana Ito)");
    USE(council, "hana", tie, "reopen");
    assert_deals(council, "alex", "Chief Executive (Ces Gray)");
    assert_deals(council, "cy", "Chief Executive (Ces Gray)");
}

static void nor_is_it_handed_to_them(void **state) {
    struct test_council *council = *state;
    open_as(council, "alex", "tie", "to-whom", "olu");
    const char *call = open_as(council, "alex", "call", "service", "housing");
    assert_int_equal(test_use(council, "hana", call, "hand-on", "to", "olu", NULL).kind, RESULT_INVALID);
    const struct view_record *view = look_record(council, "hana", call);
    for (size_t p = 0; p < view->powers.count; p++)
        for (size_t i = 0; strcmp(view->powers.at[p].name, "hand-on") == 0 && i < view->powers.at[p].form.count; i++)
            for (size_t c = 0; c < view->powers.at[p].form.at[i].choice_count; c++)
                assert_string_not_equal(view->powers.at[p].form.at[i].choices[c].value, "olu");
    assert_int_equal(test_use(council, "hana", call, "hand-on", "to", "pat", NULL).kind, RESULT_DONE);
}

#define UNDER_LINKED(function) cmocka_unit_test_setup_teardown(function, start, stop)

int main(void) {
    const struct CMUnitTest tests[] = {
        UNDER_LINKED(nothing_on_the_page_names_a_hidden_opener),
        UNDER_LINKED(who_else_may_read_it_does_not_tell_the_group),
        UNDER_LINKED(a_notice_names_the_opener_to_those_alone_who_may_know),
        UNDER_LINKED(the_opener_finds_it_among_their_own),
        UNDER_LINKED(a_part_shows_who_opened_the_record_that_is_named),
        UNDER_LINKED(a_record_goes_to_nobody_who_is_kept_apart_from_its_opener),
        UNDER_LINKED(they_are_kept_apart_again_when_what_says_so_is_reopened),
        UNDER_LINKED(whom_the_last_act_names_is_kept_apart_only_once_it_is_reopened),
        UNDER_LINKED(nor_is_it_handed_to_them),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
