/* The names of roles in a draft. */
#include "pack/told.h"

#include "base/test.h"

/* The pack "good", with names. Freed with what it was allocated in. */
static struct pack *with_terms(struct arena *a) {
    static const char text[] = "pack: small\n"
                               "title: A small council\n"
                               "code: Code of Conduct for Councillors\n"
                               "words: {Member: Senator}\n"
                               "clauses: [{id: \"1\", kind: guide, summary: One name.}]\n"
                               "terms:\n"
                               "  Member: [Councillor]\n"
                               "  Officer: [employee, member of staff]\n"
                               "  Monitoring Officer: [Secretary]\n"
                               "terms cites: [\"1\"]\n"
                               "posts: {}\n"
                               "holidays: {here: [{day: \"2026-12-25\", name: Christmas Day}]}\n"
                               "calendars: {working: {zone: Europe/London, holidays: [here], hours: \"08:30-17:00\"}}\n"
                               "procedures: []\n";
    struct pack *pack = NULL;
    const char *error = NULL;
    if (!pack_parse(text, strlen(text), a, &pack, &error))
        fail_msg("%s", error);
    return pack;
}

/* "Officer=2:1,3 employee=1:2; …": names with how often and the lines, of each role that is there. */
static const char *found(const char *draft, struct arena *a) {
    struct pack *pack = with_terms(a);
    struct pack_terms terms;
    struct buf out = {.arena = a};
    pack_terms(pack, draft, a, &terms);
    for (size_t i = 0; i < terms.list.count; i++)
        for (size_t k = 0; k < terms.list.at[i].names.count; k++) {
            const struct pack_term_name *name = &terms.list.at[i].names.at[k];
            if (name->times == 0)
                continue;
            buf_addf(&out, "%s%s=%zu", out.length == 0 ? "" : "; ", name->name, name->times);
            for (size_t line = 0; line < name->lines.count; line++)
                buf_addf(&out, "%c%zu", line == 0 ? ':' : ',', name->lines.at[line]);
        }
    pack_free(&pack);
    return buf_text(&out);
}

static void names_are_found_as_whole_words_in_any_form(void **state) {
    (void)state;
    static const struct {
        const char *draft, *found;
    } drafts[] = {
        {"", ""},
        {"An Officer and two officers.\nAn EMPLOYEE\n\nThe Officer's view", "Officer=3:1,4; employee=1:2"},
        {"A Senator’s letter; the Councillors", "Senator=1:1; Councillor=1:1"},
        {"Members of staff, not a Member", "member of staff=1:1"}, /* the council's word for a Member is another one */
        {"a member\n of\tstaff; a member, of staff", "member of staff=1:1"},
        {"Officership, non-Officer, xOfficer, Officer2, officerss", "Officer=1:1"},
        {"the Monitoring Officer, then the\nMonitoring\nOfficer", "Monitoring Officer=2:1,2"},
        {"Monitoring by an Officer", "Officer=1:1"},
        {"the Code of Conduct for Councillors, the Code of Conduct", ""},
        {"member of", ""},
        {"**Officer** and _employee_", "Officer=1:1; employee=1:1"},
    };
    for (size_t i = 0; i < LENGTH_OF(drafts); i++) {
        struct arena *a = arena_new();
        assert_string_equal(found(drafts[i].draft, a), drafts[i].found);
        arena_free(&a);
    }
}

static void a_role_of_two_names_is_told_from_one_of_one(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = with_terms(a);
    struct pack_terms terms;
    pack_terms(pack, "Officers, employees, and a Senator", a, &terms);
    assert_int_equal(terms.list.at[0].used, 1);
    assert_int_equal(terms.list.at[1].used, 2);
    assert_int_equal(terms.list.at[2].used, 0);
    assert_string_equal(terms.list.at[0].role, "Senator");
    pack_free(&pack);
    arena_free(&a);
}

static void the_rule_is_told_with_its_clause(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = with_terms(a);
    struct rules rules;
    struct rule_points points = {0};
    pack_rules(pack, NULL, a, &rules);
    for (size_t i = 0; i < rules.list.count; i++)
        if (text_equal(rules.list.at[i].name, "terms"))
            rule_points(pack, &rules.list.at[i], NULL, a, &points);
    assert_int_equal(points.list.count, 3);
    assert_string_equal(points.list.at[0].say, "“Senator” in a draft, and not also: Councillor");
    pack_free(&pack);
    arena_free(&a);
}

RUN_TESTS(cmocka_unit_test(names_are_found_as_whole_words_in_any_form),
          cmocka_unit_test(a_role_of_two_names_is_told_from_one_of_one),
          cmocka_unit_test(the_rule_is_told_with_its_clause))
