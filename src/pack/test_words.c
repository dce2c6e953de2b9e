/* A pack told to people: rules in words, the whole as a document, and what differs between two. */
#include "pack/test_small.h"

#include "base/test.h"

static struct pack *parse(struct arena *a, const char *text) {
    struct pack *pack = NULL;
    const char *error = "";
    if (!pack_parse(text, strlen(text), a, &pack, &error))
        fail_msg("%s", error);
    return pack;
}

/* "Who may: the opener" for each point of a rule, a line each. */
static const char *told_in(const struct language *in, const struct pack *pack, const char *name, struct arena *a) {
    struct rules rules;
    struct buf out = {.arena = a};
    pack_rules(pack, in, a, &rules);
    for (size_t i = 0; i < rules.list.count; i++) {
        struct rule_points points;
        if (!text_equal(rules.list.at[i].name, name))
            continue;
        rule_points(pack, &rules.list.at[i], in, a, &points);
        for (size_t k = 0; k < points.list.count; k++)
            buf_addf(&out, "%s: %s\n", points.list.at[k].about, points.list.at[k].say);
    }
    return buf_text(&out);
}

static const char *told(const struct pack *pack, const char *name, struct arena *a) {
    return told_in(NULL, pack, name, a);
}

static void each_rule_is_told_point_by_point(void **state) {
    (void)state;
    static const struct {
        const char *rule, *told;
    } rules[] = {
        {"enquiry: opening", "Who may begin: any Member\n"
                             "Asked: “Service”; a service\n"
                             "Asked: “Purpose”; “Council” or “Party”\n"
                             "Asked: “Topic”; one line\n"
                             "Asked: “Question”; a text; goes with “The question”\n"},
        {"enquiry: refusal of opening", "Refused if: “Purpose” is “Party”\nWhat is said: “Council business only.”\n"},
        {"enquiry: route", "Who gets it: the head of the service that the record was sent to\n"},
        {"enquiry: part answer",
         "Who can read it: the person who opened the record and whoever deals with the record now\n"},
        {"enquiry: state answered", "The record: is closed then\n"},
        {"enquiry: power ask-back", "Who may: whoever deals with the record now\n"
                                    "While it is: “Open”\n"
                                    "Asked: “Until”; a day\n"
                                    "Then it is: “Asked back”\n"
                                    "The timeline says that they: “asked back”\n"},
        {"enquiry: power lapse", "Who may: nobody: it follows by itself\n"
                                 "While it is: “Asked back”\n"
                                 "Then it is: “Answered”\n"
                                 "The timeline says that they: “lapsed”\n"},
        {"enquiry: duty respond", "Who owes it: whoever deals with the record now\n"
                                  "Begins with: the beginning\n"
                                  "By when: within 5 working days\n"
                                  "Met by: “Answer”\n"
                                  "The clock stands still while it is: “Asked back”\n"
                                  "When the time has run out, who is told: the person who opened the record\n"
                                  "When the time has run out, what is said: “It is late.”\n"},
        {"enquiry: duty reply", "Who owes it: the person who opened the record\n"
                                "Begins with: “Ask back”\n"
                                "By when: the day given under “Until”\n"
                                "Met by: “Reply”\n"
                                "When the time has run out: by itself: “Lapse”\n"},
        {"enquiry: notice told", "When: “Answer”\n"
                                 "Who is told: the person who opened the record\n"
                                 "What is said: “{topic}: {answer}”\n"},
    };
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack);
    for (size_t i = 0; i < LENGTH_OF(rules); i++)
        assert_string_equal(told(pack, rules[i].rule, a), rules[i].told);
    pack_free(&pack);
    arena_free(&a);
}

static void a_rule_is_told_in_the_council_s_words(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_with(a, "clauses:\n", "words: {Member: Councillor}\nclauses:\n"));
    assert_true(text_starts(told(pack, "enquiry: opening", a), "Who may begin: any Councillor\n"));
    pack_free(&pack);
    arena_free(&a);
}

static void an_audience_is_told_by_who_is_in_it(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(
        a, small_with(a, "asker: [{is: [opener]}]", "asker: [{when: {purpose: party}, is: [member]}, {is: [head]}]"));
    assert_string_equal(told(pack, "enquiry: part answer", a),
                        "Who can read it: any Member (if “Purpose” is “Party”), the Head of Service (if none of that "
                        "holds) and whoever deals with the record now\n");
    pack_free(&pack);
    arena_free(&a);
}

static void a_rule_is_told_in_another_language_but_for_what_the_pack_says(void **state) {
    (void)state;
    static const struct {
        const char *rule, *told;
    } rules[] = {
        {"enquiry: opening", "Pwy gaiff ddechrau: unrhyw Aelod\n"
                             "Gofynnir: “Service”; gwasanaeth\n"
                             "Gofynnir: “Purpose”; “Council” neu “Party”\n"
                             "Gofynnir: “Topic”; un llinell\n"
                             "Gofynnir: “Question”; testun; mae'n mynd gyda “The question”\n"},
        {"enquiry: refusal of opening",
         "Gwrthodir os: “Party” yw'r ateb i “Purpose”\nYr hyn a ddywedir: “Council business only.”\n"},
        {"enquiry: duty respond", "Pwy sydd â'r ddyletswydd: pwy bynnag sy'n ymdrin â'r cofnod nawr\n"
                                  "Mae'n dechrau gyda: y dechrau\n"
                                  "Erbyn pryd: o fewn 5 diwrnod gwaith\n"
                                  "Cyflawnir gan: “Answer”\n"
                                  "Mae'r cloc yn sefyll tra bo yn y cyflwr: “Asked back”\n"
                                  "Pan ddaw'r amser i ben, pwy y dywedir wrthynt: y person a agorodd y cofnod\n"
                                  "Pan ddaw'r amser i ben, yr hyn a ddywedir: “It is late.”\n"},
    };
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack);
    for (size_t i = 0; i < LENGTH_OF(rules); i++)
        assert_string_equal(told_in(language_find("cy"), pack, rules[i].rule, a), rules[i].told);
    pack_free(&pack);
    arena_free(&a);
}

static void a_rule_s_title_is_in_the_language(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack);
    struct rules rules;
    struct buf titles = {.arena = a};
    pack_rules(pack, language_find("cy"), a, &rules);
    for (size_t i = 0; i < rules.list.count; i++)
        buf_addf(&titles, "%s\n", rule_title(&rules.list.at[i], a));
    assert_non_null(strstr(buf_text(&titles), "\nEnquiry: y ddyletswydd “Answer”\n"));
    assert_non_null(strstr(buf_text(&titles), "\nEnquiry: “Ask back”\n"));
    pack_free(&pack);
    arena_free(&a);
}

/* With a field that names another record. */
static struct pack *linked_pack(struct arena *a) {
    return parse(a, small_with(a, "        - {name: topic,",
                               "        - {name: other, label: Another one, kind: record, required: no, "
                               "of: [enquiry], in: [open]}\n"
                               "        - {name: topic,"));
}

static void a_relation_s_name_is_said_with_what_it_goes_through(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = linked_pack(a);
    const struct procedure *procedure = &pack->procedures[0];
    const struct language *welsh = language_find("cy");
    assert_string_equal(relation_name_say(NULL, a, procedure, "handler"), "handler");
    assert_string_equal(relation_name_say(NULL, a, procedure, "handler of other"),
                        "the handler of the record named under “Another one”");
    assert_string_equal(relation_name_say(welsh, a, procedure, "handler of other"),
                        "y sawl sy'n ymdrin â'r cofnod a enwir o dan “Another one”");
    assert_string_equal(relation_name_say(welsh, a, NULL, "handler of other"), "y sawl sy'n ymdrin â other");
    assert_string_equal(relation_name_say(welsh, a, procedure, "chief"), "chief");
    pack_free(&pack);
    arena_free(&a);
}

static void a_linked_record_is_told_by_its_labels(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = linked_pack(a);
    assert_non_null(strstr(told(pack, "enquiry: opening", a),
                           "“Another one”; a record; need not be answered; one of “Enquiry”; while that is “Open”\n"));
    pack_free(&pack);
    arena_free(&a);
}

/* ---- the document */

static void the_document_goes_by_clause_and_tells_each_rule_once(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_with(a, "cites: [\"2\"]", "cites: [\"2\", \"1\"]"));
    struct pack_text text;
    struct buf out = {.arena = a};
    pack_explain(pack, a, &text);
    pack_text_markdown(&text, &out);
    const char *document = buf_text(&out), *one = strstr(document, "### 1 (power)"),
               *two = strstr(document, "### 2 (ban)");
    const char *duty = strstr(document, "- **Enquiry: the duty “Answer”**\n  - Who owes it: ");
    assert_true(text_starts(document, "# A small council\n"));
    assert_true(one != NULL && two != NULL && one < two);
    assert_true(duty > one && duty < two);
    assert_non_null(strstr(two, "- **Enquiry: what is refused at the beginning**: see 1\n"));
    assert_non_null(strstr(two, "## What stands under no clause of its own"));
    assert_non_null(strstr(two, "- **Enquiry: the state “Open”**"));
    const char *wording = strstr(two, "## Words on the pages");
    assert_non_null(wording);
    assert_true(strstr(document, "  - The timeline says that they: ") > wording);
    assert_non_null(strstr(wording, "## Signature"));
    assert_non_null(strstr(document, pack->hash));
    pack_free(&pack);
    arena_free(&a);
}

static void what_markdown_takes_for_a_sign_is_escaped(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_with(a, "summary: No party business.", "summary: No *party* <b>business</b>."));
    struct pack_text text;
    struct buf out = {.arena = a};
    pack_explain(pack, a, &text);
    pack_text_markdown(&text, &out);
    assert_non_null(strstr(buf_text(&out), "No \\*party\\* \\<b\\>business\\</b\\>."));
    pack_free(&pack);
    arena_free(&a);
}

/* ---- what differs */

static const char *difference(struct arena *a, const char *was_text, const char *is_text) {
    struct pack *was = parse(a, was_text), *is = parse(a, is_text);
    struct buf out = {.arena = a};
    pack_diff(was, is, a, &out);
    pack_free(&was);
    pack_free(&is);
    return buf_text(&out);
}

/* What stands under a heading. */
static const char *section(struct arena *a, const char *document, const char *title) {
    const char *at = strstr(document, arena_printf(a, "## %s\n\n", title));
    assert_non_null(at);
    at = strstr(at, "\n\n") + 2;
    const char *end = strstr(at, "\n## ");
    return end == NULL ? at : arena_strndup(a, at, (size_t)(end - at));
}

static void nothing_differs_from_itself(void **state) {
    (void)state;
    static const char *const titles[] = {
        "Who could newly see something", "Procedures", "Powers", "Duties", "Audiences", "Clocks", "Refusals", "Notices",
        "States and the rest",           "Clauses"};
    struct arena *a = arena_new();
    const char *document = difference(a, small_pack, small_pack);
    for (size_t i = 0; i < LENGTH_OF(titles); i++)
        assert_string_equal(section(a, document, titles[i]), "Nothing differs.\n");
    arena_free(&a);
}

static void a_change_is_told_where_it_belongs(void **state) {
    (void)state;
    static const struct {
        const char *from, *to, *section, *told;
    } changes[] = {
        {"by: [handler], from: [open], to: answered", "by: [opener], from: [open], to: answered", "Powers",
         "- Enquiry: “Answer”. Who may: was whoever deals with the record now; is the person who "
         "opened "
         "the "
         "record\n"},
        {"from: [open], to: answered", "from: [open, asked], to: answered", "Powers",
         "- Enquiry: “Answer”. While it is: was “Open”; is “Open” or “Asked back”\n"},
        {"respond: {label: Answer, bearer: [handler]", "respond: {label: Answer, bearer: [head]", "Duties",
         "- Enquiry: the duty “Answer”. Who owes it: was whoever deals with the record now; is the "
         "Head of "
         "Service\n"},
        {"within: 5 working days", "within: 10 working days", "Clocks",
         "- Enquiry: the duty “Answer”. By when: was within 5 working days; is within 10 working days\n"},
        {", paused in: [asked]", "", "Clocks",
         "- Enquiry: the duty “Answer”. The clock stands still while it is: was “Asked back”; is not said any more\n"},
        {"answer: {title: The answer, audience: [audience asker, handler]}",
         "answer: {title: The answer, audience: [audience asker, handler, member]}", "Audiences",
         "- Enquiry: who can read “The answer”. Who can read it: was the person who opened the record and whoever "
         "deals with the record now; is the person who opened the record, whoever deals "
         "with "
         "the record now and any Member\n"},
        {"answer: {title: The answer, audience: [audience asker, handler]}",
         "answer: {title: The answer, audience: [audience asker, handler, member]}", "Who could newly see something",
         "- “The answer” of Enquiry: any Member\n"},
        {"to: [opener], cites", "to: [opener, head], cites", "Who could newly see something",
         "- the notice “Answered” of Enquiry: the Head of Service\n"},
        {"{tell: [opener], say", "{tell: [opener, head], say", "Who could newly see something",
         "- that “Answer” of Enquiry is late: the Head of Service\n"},
        {"answer: {title: The answer, audience: [audience asker, handler]}",
         "answer: {title: The answer, audience: [handler]}", "Who could newly see something", "Nothing differs.\n"},
        {"say: Council business only.", "say: No.", "Refusals",
         "- Gone: Enquiry: what is refused at the beginning\n  - Refused if: “Purpose” is “Party”\n"
         "  - What is said: “Council business only.”\n"
         "- New: Enquiry: what is refused at the beginning\n  - Refused if: “Purpose” is “Party”\n"
         "  - What is said: “No.”\n"},
        {"say: \"{topic}: {answer}\"", "say: \"{topic}\"", "Notices",
         "- Enquiry: the notice “Answered”. What is said: was “{topic}: {answer}”; is “{topic}”\n"},
        {"summary: No party business.", "summary: None.", "Clauses",
         "- Was: 2 (ban) No party business.\n- Is: 2 (ban) None.\n"},
    };
    for (size_t i = 0; i < LENGTH_OF(changes); i++) {
        struct arena *a = arena_new();
        const char *document = difference(a, small_pack, small_with(a, changes[i].from, changes[i].to));
        assert_string_equal(section(a, document, changes[i].section), changes[i].told);
        arena_free(&a);
    }
}

static void a_refusal_before_another_leaves_that_as_it_was(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *is = small_with(a, "        - {when: {purpose: party}",
                                "        - {when: {purpose: council}, cites: [\"2\"], say: Later.}\n"
                                "        - {when: {purpose: party}");
    assert_string_equal(section(a, difference(a, small_pack, is), "Refusals"),
                        "- New: Enquiry: what is refused at the beginning\n  - Refused if: “Purpose” is “Council”\n"
                        "  - What is said: “Later.”\n");
    arena_free(&a);
}

static void a_narrower_relation_of_an_audience_sees_nothing_new(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *all = small_with(a, "asker: [{is: [opener]}]", "asker: [{is: [member]}]");
    const char *some = small_with(a, "asker: [{is: [opener]}]", "asker: [{is: [group member]}]");
    assert_string_equal(section(a, difference(a, all, some), "Who could newly see something"), "Nothing differs.\n");
    assert_non_null(strstr(section(a, difference(a, some, all), "Who could newly see something"),
                           "- “The answer” of Enquiry: any Member\n"));
    arena_free(&a);
}

/* ---- from state to state */

static void a_move_leads_from_each_state_and_back_to_those_before(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = parse(a, small_pack);
    struct procedure_moves moves;
    struct buf out = {.arena = a};
    procedure_moves(pack, &pack->procedures[0], NULL, a, &moves);
    for (size_t i = 0; i < moves.list.count; i++) {
        const struct procedure_move *move = &moves.list.at[i];
        buf_addf(&out, "%zu %s: %s to %s\n", move->number, move->power->name, move->from->name, move->to->name);
    }
    assert_string_equal(buf_text(&out), "1 answer: open to answered\n2 ask-back: open to asked\n"
                                        "3 reply: asked to open\n4 lapse: asked to answered\n");
    assert_string_equal(moves.list.at[2].who, "the person who opened the record");
    assert_string_equal(moves.list.at[3].who, "nobody: it follows by itself");
    pack_free(&pack);
    arena_free(&a);
}

RUN_TESTS(TEST(a_move_leads_from_each_state_and_back_to_those_before), TEST(each_rule_is_told_point_by_point),
          TEST(a_rule_is_told_in_the_council_s_words), TEST(an_audience_is_told_by_who_is_in_it),
          TEST(a_rule_is_told_in_another_language_but_for_what_the_pack_says), TEST(a_rule_s_title_is_in_the_language),
          TEST(a_linked_record_is_told_by_its_labels), TEST(a_relation_s_name_is_said_with_what_it_goes_through),
          TEST(the_document_goes_by_clause_and_tells_each_rule_once), TEST(what_markdown_takes_for_a_sign_is_escaped),
          TEST(nothing_differs_from_itself), TEST(a_change_is_told_where_it_belongs),
          TEST(a_refusal_before_another_leaves_that_as_it_was),
          TEST(a_narrower_relation_of_an_audience_sees_nothing_new))
