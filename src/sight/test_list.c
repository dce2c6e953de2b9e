#include "sight/test_world.h"

#define ALL(...) ((struct list_filter){.state = LIST_ALL, .limit = 100, __VA_ARGS__})

/* ---- order and pages ---- */

/* Six records of alex, two of them of the same second; the references with the newest first. */
static const char *six_records(struct test_council *council) {
    static const char *const times[] = {"2026-12-18T10:00", "2026-12-18T11:00", "2026-12-18T11:00",
                                        "2026-12-18T12:00", "2026-12-18T13:00", "2026-12-18T14:00"};
    const char *refs = "";
    for (size_t i = 0; i < LENGTH_OF(times); i++) {
        test_clock_to(council, times[i]);
        const char *ref = i % 2 == 0 ? ask(council, "alex", "Damp", "How many homes?")
                                     : ask_advice(council, "alex", "my group", "Leases");
        refs = refs[0] == '\0' ? ref : arena_printf(council->a, "%s %s", ref, refs);
    }
    return refs;
}

static void a_list_goes_on_where_the_page_before_ended(void **state) {
    struct test_council *council = *state;
    const char *all = six_records(council);
    assert_string_equal(look_list(council, "alex", ALL(), NULL), all);
    for (int limit = 1; limit <= 6; limit++) {
        struct list_filter filter = ALL();
        const char *pages = "";
        filter.limit = limit;
        do {
            const char *page = look_list(council, "alex", filter, &filter.after);
            pages = pages[0] == '\0' ? page : arena_printf(council->a, "%s %s", pages, page);
        } while (filter.after != NULL);
        assert_string_equal(pages, all);
    }
}

static void a_search_goes_on_where_the_page_before_ended(void **state) {
    struct test_council *council = *state;
    six_records(council);
    const char *all = look_search(council, "alex", "leases");
    struct list_filter filter = ALL(.words = "LEASES", .procedure = "advice");
    const char *pages = "";
    filter.limit = 1;
    for (int page = 0; page < 3; page++)
        pages = arena_printf(council->a, "%s%s%s", pages, page == 0 ? "" : " ",
                             look_list(council, "alex", filter, &filter.after));
    assert_null(filter.after);
    assert_string_equal(pages, all);
}

static void a_cursor_tells_nothing_of_a_record_that_is_hidden(void **state) {
    struct test_council *council = *state;
    const char *own = ask(council, "bo", "Paint", "Which colour?");
    const char *hidden = ask(council, "alex", "Damp", "How many homes?");
    const long long now = (long long)clock_now(council->clock);
    const char *cursors[] = {arena_printf(council->a, "%lld-%s", now, hidden),
                             arena_printf(council->a, "%lld-ENQ-0000-0000", now)};
    for (size_t i = 0; i < LENGTH_OF(cursors); i++)
        assert_string_equal(look_list(council, "bo", ALL(.after = cursors[i]), NULL), "");
    const char *later = arena_printf(council->a, "%lld-%s", now + 1, hidden);
    assert_string_equal(look_list(council, "bo", ALL(.after = later), NULL), own);
    const char *bad[] = {"", "x", "-", "12", "99999999999999999999-ENQ", "-5-ENQ-0000-0000"};
    for (size_t i = 0; i < LENGTH_OF(bad); i++)
        assert_string_equal(look_list(council, "bo", ALL(.after = bad[i]), NULL), "");
}

static void a_list_can_be_narrowed(void **state) {
    struct test_council *council = *state;
    const char *damp = ask(council, "alex", "Damp", "How many homes?");
    const char *leases = ask_advice(council, "bo", "my group", "Leases");
    const char *both = arena_printf(council->a, "%s %s", leases, damp);
    assert_string_equal(look_list(council, "alex", ALL(), NULL), both);
    assert_string_equal(look_list(council, "hana", ALL(), NULL), both);
    assert_string_equal(look_list(council, "alex", ALL(.mine = true), NULL), damp);
    assert_string_equal(look_list(council, "alex", ALL(.procedure = "advice"), NULL), leases);
    assert_string_equal(look_list(council, "alex", ALL(.procedure = "advice", .mine = true), NULL), "");
    assert_string_equal(look_list(council, "alex", ALL(.procedure = "divination"), NULL), "");
    USE(council, "alex", damp, "withdraw");
    struct list_filter open = {.state = LIST_OPEN, .limit = 9}, closed = {.state = LIST_CLOSED, .limit = 9};
    assert_string_equal(look_list(council, "alex", open, NULL), leases);
    assert_string_equal(look_list(council, "alex", closed, NULL), damp);
    open.words = "damp leases";
    assert_string_equal(look_list(council, "alex", open, NULL), "");
    closed.words = "damp";
    assert_string_equal(look_list(council, "alex", closed, NULL), damp);
}

static void a_row_tells_state_and_due_day(void **state) {
    struct test_council *council = *state;
    ask(council, "alex", "Damp", "How many homes?");
    struct sight sight = look_begin(council, "alex");
    struct view_list view;
    struct list_filter filter = ALL();
    int32_t due = 0;
    assert_true(sight_list(&sight, &filter, &view));
    look_end(&sight);
    const struct view_row *row = &view.rows.at[0];
    assert_string_equal(row->title, "Damp");
    assert_string_equal(row->procedure_title, "Enquiry");
    assert_string_equal(row->state_title, "Waiting for an answer");
    assert_true(row->open && row->has_due && day_parse("2026-12-29", &due));
    assert_int_equal(row->due, due);
    assert_int_equal(row->left, 5);
}

/* ---- search ---- */

static void only_words_that_one_may_read_are_found(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp in Mill Lane", "How many homes?");
    USE(council, "hana", ref, "reassign", "to", "olu", "note", "Mind the grumpy tenant");
    assert_string_equal(look_search(council, "alex", "mill LANE"), ref);
    assert_string_equal(look_search(council, "alex", "homes mill"), ref);
    assert_string_equal(look_search(council, "alex", "homes mill grumpy"), "");
    assert_string_equal(look_search(council, "alex", "grumpy"), "");
    assert_string_equal(look_search(council, "hana", "homes mill grumpy"), ref);
    assert_string_equal(look_search(council, "olu", "grumpy"), ref);
    assert_string_equal(look_search(council, "bo", "mill"), "");
    assert_string_equal(look_search(council, "alex", "mil"), "");
    assert_string_equal(look_search(council, "alex", "a - !"), ref); /* no word at all: everything */
}

static void words_are_cut_alike_in_what_is_kept_and_what_is_asked(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "YNYS MÔN’s “Tŷ-Gwyn”, No. 10", "How many?");
    const char *asked[] = {"ynys môn", "tŷ gwyn 10", "TŶ,gwyn", "Môn's", "ynys ynys"};
    for (size_t i = 0; i < LENGTH_OF(asked); i++)
        assert_string_equal(look_search(council, "alex", asked[i]), ref);
    assert_string_equal(look_search(council, "alex", "mon"), "");
    assert_string_equal(look_search(council, "alex", "gw\xf0"), "");
}

static void who_is_no_longer_the_handler_finds_nothing_more(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "reassign", "to", "olu");
    assert_string_equal(look_search(council, "olu", "damp"), ref);
    USE(council, "hana", ref, "reassign", "to", "pat");
    assert_string_equal(look_search(council, "olu", "damp"), "");
    assert_string_equal(look_list(council, "olu", ALL(), NULL), "");
    assert_null(look_record(council, "olu", ref));
    assert_string_equal(look_search(council, "pat", "damp"), ref);
}

static void a_part_that_is_open_to_all_is_found_without_its_record(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", ref, "answer", "answer", "Forty dwellings.", "foi", "releasable", "meeting", "not");
    assert_string_equal(look_search(council, "bo", "dwellings"), ref);
    assert_string_equal(look_search(council, "bo", "damp"), "");
    assert_string_equal(look_search(council, "bo", "damp dwellings"), "");
    assert_string_equal(look_search(council, "olu", "dwellings"), "");
    assert_string_equal(look_list(council, "bo", ALL(), NULL), "");
    assert_string_equal(look_list(council, "bo", ALL(.words = "dwellings", .mine = true), NULL), "");
    struct list_filter open = {.state = LIST_OPEN, .words = "dwellings", .limit = 9};
    assert_string_equal(look_list(council, "bo", open, NULL), "");
    struct sight sight = look_begin(council, "bo");
    struct view_list view;
    struct list_filter filter = ALL(.words = "dwellings");
    assert_true(sight_list(&sight, &filter, &view));
    look_end(&sight);
    assert_string_equal(view.rows.at[0].title, "Enquiry");
    assert_null(view.rows.at[0].state);
    assert_false(view.rows.at[0].has_due);
}

/* Forty records of a few frequent and a few rare words; every pair of words is looked for in both ways. */
static void a_search_finds_what_reading_everything_finds(void **state) {
    static const char *const words[] = {"ash", "beech", "cedar", "elm", "fir", "hazel", "larch", "oak"};
    struct test_council *council = *state;
    struct {
        const char *ref, *text;
    } records[40];
    unsigned random = 7;
    for (size_t i = 0; i < LENGTH_OF(records); i++) {
        struct buf text = {.arena = council->a};
        for (size_t w = 0; w < LENGTH_OF(words); w++) {
            random = random * 1103515245u + 12345u;
            if ((random >> 16) % (w + 2) < 1 + w / 6)
                buf_addf(&text, " %s", words[w]);
        }
        buf_adds(&text, " tree");
        records[i].text = buf_text(&text);
        records[i].ref = i % 3 == 0 ? ask(council, "alex", "Trees", records[i].text)
                                    : ask_advice(council, i % 3 == 1 ? "alex" : "bo", "my group", records[i].text);
    }
    for (size_t v = 0; v < LENGTH_OF(words); v++)
        for (size_t w = v; w < LENGTH_OF(words); w++) {
            struct buf expected = {.arena = council->a};
            for (size_t i = LENGTH_OF(records); i-- > 0;)
                if (strstr(records[i].text, words[v]) != NULL && strstr(records[i].text, words[w]) != NULL)
                    buf_addf(&expected, "%s%s", expected.length == 0 ? "" : " ", records[i].ref);
            const char *query = arena_printf(council->a, "%s tree %s", words[w], words[v]);
            assert_string_equal(look_search(council, "alex", query), buf_text(&expected));
        }
}

/* Records of alex with a word of their own in one of two, in one transaction; newer than what is there. */
static void ask_many(struct test_council *council, size_t count) {
    struct request *requests = ARENA_ARRAY(council->a, count, struct request);
    struct result *results = ARENA_ARRAY(council->a, count, struct result);
    const char *error = NULL;
    test_clock_to(council, "2026-12-18T11:00");
    for (size_t i = 0; i < count; i++) {
        requests[i] =
            (struct request){.person = "alex", .procedure = "enquiry", .key = arena_printf(council->a, "%zu", i)};
        values_put(council->a, &requests[i].fields, "service", "housing");
        values_put(council->a, &requests[i].fields, "for", "myself");
        values_put(council->a, &requests[i].fields, "subject", i % 2 == 0 ? "Oak" : "Elm");
        values_put(council->a, &requests[i].fields, "question", "Which tree?");
        values_put(council->a, &requests[i].fields, "purpose", "council");
    }
    assert_true(engine_act_many(council->engine, requests, count, council->a, results, &error));
}

static void a_page_of_a_search_has_an_end_and_the_next_goes_on(void **state) {
    struct test_council *council = *state;
    const char *closed = ask(council, "alex", "Oak and elm", "Which tree?");
    USE(council, "alex", closed, "withdraw");
    ask_many(council, 2100);
    struct list_filter by_state = {.state = LIST_CLOSED, .words = "tree", .limit = 9};
    struct list_filter by_words = ALL(.words = "oak elm");
    struct list_filter *filters[] = {&by_state, &by_words};
    for (size_t i = 0; i < LENGTH_OF(filters); i++) {
        struct view_list view;
        struct sight sight = look_begin(council, "alex");
        assert_true(sight_list(&sight, filters[i], &view));
        look_end(&sight);
        assert_true(view.unfinished);
        assert_int_equal(view.rows.count, 0);
        filters[i]->after = view.next;
        assert_string_equal(look_list(council, "alex", *filters[i], &filters[i]->after), closed);
        assert_null(filters[i]->after);
    }
}

/* ---- home ---- */

static void home_shows_what_is_owed_what_waits_and_what_was_told(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "Damp", "How many homes?");
    test_clock_to(council, "2026-12-21T10:00");
    const char *second = ask(council, "alex", "Mould", "How much?");
    ask(council, "bo", "Paint", "Which colour?");
    struct view_home home;
    struct sight sight = look_begin(council, "hana");
    assert_true(sight_home(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.duties.count, 3);
    assert_string_equal(home.duties.at[0].ref, first);
    assert_string_equal(home.duties.at[0].record_title, "Damp");
    assert_string_equal(home.duties.at[0].bearer, "Head of Housing (Hana Ito)");
    assert_int_equal(home.waiting.count, 0);
    sight = look_begin(council, "alex");
    assert_true(sight_home(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.duties.count, 0);
    assert_int_equal(home.waiting.count, 2);
    assert_string_equal(home.waiting.at[0].ref, second);
}

static void a_paused_duty_comes_last_and_a_quiet_one_never(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "Damp", "How many homes?");
    USE(council, "hana", first, "ask-back", "asked", "Which street?");
    test_clock_to(council, "2026-12-21T10:00");
    const char *second = ask(council, "alex", "Mould", "How much?");
    struct view_home home;
    struct sight sight = look_begin(council, "hana");
    assert_true(sight_duties(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.duties.count, 2);
    assert_string_equal(home.duties.at[0].ref, second);
    assert_true(home.duties.at[1].paused);
    USE(council, "hana", second, "refuse", "reason", "No figures are kept.", "other-way", "none");
    sight = look_begin(council, "alex"); /* owes a reply, and quietly to close */
    assert_true(sight_duties(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.duties.count, 1);
    assert_string_equal(home.duties.at[0].name, "reply");
}

static void a_notice_links_to_its_record_only_for_who_may_read_that(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    test_clock_to(council, "2026-12-30T10:00");
    struct view_home home;
    struct sight sight = look_begin(council, "alex");
    assert_true(sight_notices(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.notices.count, 1);
    assert_string_equal(home.notices.at[0].record_ref, ref);
    USE(council, "hana", ref, "answer", "answer", "Forty.");
    USE(council, "hana", ref, "tell-leadership", "told", "Forty homes have damp.");
    sight = look_begin(council, "cy");
    assert_true(sight_notices(&sight, &home));
    look_end(&sight);
    assert_int_equal(home.notices.count, 1);
    assert_string_equal(home.notices.at[0].say, "Forty homes have damp.");
    assert_null(home.notices.at[0].record_ref);
}

/* ---- earlier answers ---- */

/* What the person would be offered before they ask Housing about this: references, newest first. */
static const char *offered(struct test_council *council, const char *person, const char *procedure,
                           const char *subject) {
    struct request request = {.person = person, .procedure = procedure};
    struct view_earlier view;
    const char *refs = "";
    values_put(council->a, &request.fields, "subject", subject);
    struct sight sight = look_begin(council, person);
    assert_true(sight_earlier(&sight, &request, &view));
    look_end(&sight);
    for (size_t i = 0; i < view.rows.count; i++)
        refs = arena_printf(council->a, "%s%s%s", refs, i == 0 ? "" : " ", view.rows.at[i].ref);
    if (view.rows.count > 0)
        assert_string_equal(view.cites.at[0].id, "2020-3.1.4.2");
    return refs;
}

static void earlier_records_with_all_the_words_are_offered(void **state) {
    struct test_council *council = *state;
    const char *first = ask(council, "alex", "Damp in Mill Lane", "How many homes?");
    test_clock_to(council, "2026-12-18T11:00");
    const char *second = ask(council, "alex", "Flooding", "Is Mill Lane to flood again?");
    assert_string_equal(offered(council, "alex", "enquiry", "Lane: Mill"),
                        arena_printf(council->a, "%s %s", second, first));
    assert_string_equal(offered(council, "alex", "enquiry", "damp, mill lane"), first);
    assert_string_equal(offered(council, "alex", "enquiry", "damp in oak lane"), "");
    assert_string_equal(offered(council, "alex", "enquiry", "?!"), ""); /* no word is not every word */
    assert_string_equal(offered(council, "alex", "advice", "Mill Lane"), "");
    assert_string_equal(offered(council, "bo", "enquiry", "Mill Lane"), "");
}

static void no_more_than_five_are_offered(void **state) {
    struct test_council *council = *state;
    for (int i = 0; i < 7; i++)
        ask(council, "alex", "Damp", "How many homes?");
    assert_int_equal(strlen(offered(council, "alex", "enquiry", "Damp")), 5 * strlen("ENQ-7QK4-2M9D ") - 1);
}

/* ---- the protocol ---- */

static void each_clause_names_the_rules_that_stand_under_it(void **state) {
    struct test_council *council = *state;
    struct sight sight = look_begin(council, "alex");
    struct view_protocol view;
    sight_protocol(&sight, &view);
    look_end(&sight);
    assert_string_equal(view.council, "Testham");
    bool hidden = false, duty = false;
    for (size_t i = 0; i < view.clauses.count; i++)
        for (size_t r = 0; r < view.clauses.at[i].rules.list.count; r++) {
            const char *id = view.clauses.at[i].id, *rule = view.clauses.at[i].rules.list.at[r].name;
            hidden |= strcmp(id, "3.10") == 0 && strcmp(rule, "junior names hidden") == 0;
            duty |= strcmp(id, "5.2") == 0 && strcmp(rule, "enquiry: duty respond") == 0;
        }
    assert_true(hidden && duty);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_NORTHAMPTON(a_list_goes_on_where_the_page_before_ended),
        IN_NORTHAMPTON(a_search_goes_on_where_the_page_before_ended),
        IN_NORTHAMPTON(a_cursor_tells_nothing_of_a_record_that_is_hidden),
        IN_NORTHAMPTON(a_list_can_be_narrowed),
        IN_NORTHAMPTON(a_row_tells_state_and_due_day),
        IN_NORTHAMPTON(only_words_that_one_may_read_are_found),
        IN_NORTHAMPTON(words_are_cut_alike_in_what_is_kept_and_what_is_asked),
        IN_NORTHAMPTON(who_is_no_longer_the_handler_finds_nothing_more),
        IN_COUNTY(a_part_that_is_open_to_all_is_found_without_its_record),
        IN_NORTHAMPTON(a_search_finds_what_reading_everything_finds),
        IN_NORTHAMPTON(a_page_of_a_search_has_an_end_and_the_next_goes_on),
        IN_NORTHAMPTON(home_shows_what_is_owed_what_waits_and_what_was_told),
        IN_NORTHAMPTON(a_paused_duty_comes_last_and_a_quiet_one_never),
        IN_NORTHAMPTON(a_notice_links_to_its_record_only_for_who_may_read_that),
        IN_NORTHAMPTON(earlier_records_with_all_the_words_are_offered),
        IN_NORTHAMPTON(no_more_than_five_are_offered),
        IN_NORTHAMPTON(each_clause_names_the_rules_that_stand_under_it),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
