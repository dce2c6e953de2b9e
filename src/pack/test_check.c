/* What the checker says of packs that load but would not work. */
#include "pack/test_small.h"

#include "base/test.h"

struct flaw {
    const char *from, *to; /* in the small pack */
    const char *where, *say;
};

static struct pack_findings check(struct arena *a, const char *text) {
    struct pack *pack = NULL;
    const char *error = "";
    struct pack_findings findings = {0};
    if (!pack_parse(text, strlen(text), a, &pack, &error))
        fail_msg("%s", error);
    pack_check(pack, a, &findings);
    pack_free(&pack);
    return findings;
}

/* Each flaw gives its finding; it may give others that follow from it. */
static void expect(const struct flaw *flaws, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        struct pack_findings findings = check(a, small_with(a, flaws[i].from, flaws[i].to));
        bool found = false;
        for (size_t k = 0; k < findings.list.count; k++) {
            found = found || (text_equal(findings.list.at[k].where, flaws[i].where) &&
                              text_equal(findings.list.at[k].say, flaws[i].say));
        }
        if (!found)
            fail_msg("not found: %s: %s", flaws[i].where, flaws[i].say);
        arena_free(&a);
    }
}
#define EXPECT(flaws) expect(flaws, LENGTH_OF(flaws))

static void the_small_pack_has_no_findings(void **state) {
    (void)state;
    struct arena *a = arena_new();
    assert_int_equal(check(a, small_pack).list.count, 0);
    arena_free(&a);
}

static void every_council_s_pack_has_no_findings(void **state) {
    (void)state;
    static const char *const names[] = {"northampton", "county", "town"};
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        struct arena *a = arena_new();
        struct pack *pack = NULL;
        const char *error = "";
        if (!pack_load("packs", names[i], a, &pack, &error))
            fail_msg("%s", error);
        struct pack_findings findings = {0};
        pack_check(pack, a, &findings);
        if (findings.list.count > 0)
            fail_msg("%s", pack_finding_say(&findings.list.at[0], a));
        pack_free(&pack);
        arena_free(&a);
    }
}

static void a_finding_says_where_its_rule_stands(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack_findings findings =
        check(a, small_with(a, "    states:\n", "      attic: {title: Attic, audience: [handler]}\n    states:\n"));
    assert_int_equal(findings.list.count, 1);
    assert_string_equal(pack_finding_say(&findings.list.at[0], a),
                        "pack:35:7: enquiry: part attic: nothing is ever written to it.");
    arena_free(&a);
}

static void states_must_be_reachable_and_come_to_an_end(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"      asked: {title: Asked back}\n", "      asked: {title: Asked back}\n      parked: {title: Parked}\n",
         "enquiry: state parked", "no record ever comes into it."},
        {", final: yes", "", "enquiry: state open",
         "a record in it can never come to an end when purpose is \"council\"."},
        {"{title: Answered, final: yes}\n    powers:\n",
         "{title: Answered}\n      closed: {title: Closed, final: yes}\n    powers:\n"
         "      close: {label: Close, done: closed it, by: [opener], from: [answered], to: closed,"
         " when: {opener is: [group member]}}\n",
         "enquiry: state answered",
         "a record in it can never come to an end when purpose is \"council\" and the opener is not group member."},
        {"{purpose: party}", "{purpose: [party, council]}", "enquiry: open", "every choice is refused."},
    };
    EXPECT(flaws);
}

static void powers_must_be_usable(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"from: [open], to: asked,", "from: [open], to: asked, when: {purpose: party},", "enquiry: power ask-back",
         "nobody can ever use it."},
        {"from: [open], to: asked,", "from: [open], to: asked, when: {opener is: [member], opener is not: [member]},",
         "enquiry: power ask-back", "nobody can ever use it."},
        {"from: [open], to: asked,", "from: [open], to: asked, when: {opener is not: [everyone]},",
         "enquiry: power ask-back", "nobody can ever use it."},
        {"from: [asked], to: previous}",
         "from: [asked], to: previous, refuse: [{when: {purpose: council}, cites: [\"2\"], say: No.}]}",
         "enquiry: power reply", "every choice is refused."},
        {"missed: [{act: lapse}]", "missed: [{tell: [opener], say: Reply.}]", "enquiry: power lapse",
         "no duty's step ever uses it."},
    };
    EXPECT(flaws);
}

static void duties_must_have_a_bearer_who_can_meet_them_and_a_consequence(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"Answer, bearer: [handler]", "Answer, bearer: [opener]", "enquiry: duty respond",
         "\"opener\" owes it but has no power that meets it when purpose is \"council\"."},
        {"met by: [answer]", "met by: [lapse]", "enquiry: duty respond",
         "\"handler\" owes it but has no power that meets it when purpose is \"council\"."},
        {", missed: [{act: lapse}]", "", "enquiry: duty reply", "nothing happens when it is missed."},
        {"{tell: [opener], say: It is late.}", "{pass to: [head of service]}", "enquiry: duty respond",
         "\"head of service\" owes it but has no power that meets it when purpose is \"council\"."},
        {"yes, from: [asked]", "yes, from: [answered]", "enquiry: duty reply",
         "when it is missed, \"lapse\" can be used in no state in which it is owed."},
        {"until: until,", "until: until, when: {opener is not: [member]},", "enquiry: duty reply",
         "nothing ever starts it."},
    };
    EXPECT(flaws);
}

static void rules_must_be_able_to_apply(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"say: Council business only.}",
         "say: Council business only.}\n        - {when: {purpose: party, opener is: [officer]}, cites: [\"2\"], say: "
         "No.}",
         "enquiry: open", "no choice leads to the refusal \"No.\""},
        {"{name: topic, label: Topic, kind: text}",
         "{name: topic, label: Topic, kind: text, when: {purpose: {not: [council, party]}}}", "enquiry: open",
         "the field \"topic\" is never asked."},
        {"kind: date}]}", "kind: date, when: {purpose: party}}]}", "enquiry: power ask-back",
         "the field \"until\" is never asked."},
        {"asker: [{is: [opener]}]", "asker: [{is: [opener]}, {is: [member]}]", "enquiry: audience asker",
         "its case number 2 never comes."},
        {"asker: [{is: [opener]}]", "asker: [{when: {purpose: party}, is: [opener]}]", "enquiry: audience asker",
         "nobody is in it when purpose is \"council\"."},
        {"from: [asked], to: previous}",
         "from: [asked], to: previous, refuse: [{when: {purpose: party}, cites: [\"2\"], say: No.}]}",
         "enquiry: power reply", "no choice leads to the refusal \"No.\""},
        {"from: [asked], to: previous}",
         "from: [asked], to: previous, grants: [{when: {purpose: party}, part: answer, to: [member], cites: [\"1\"]}]}",
         "enquiry: power reply", "the part \"answer\" is never granted."},
        {"from: [asked], to: previous}", "from: [asked], to: previous, revises: answer}", "enquiry: power reply",
         "it revises the part \"answer\" but no field of it is written there."},
        {"kind: date}]}", "kind: date}, {name: source, label: S, kind: record, copies: letter, part: answer}]}",
         "enquiry: power ask-back", "the field \"source\" copies the part \"letter\", which no record has."},
        {"    states:\n", "      attic: {title: Attic, audience: [handler]}\n    states:\n", "enquiry: part attic",
         "nothing is ever written to it."},
    };
    EXPECT(flaws);
}

static void notices_must_say_what_is_there_and_leak_nothing(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"{topic}: {answer}", "{question}", "enquiry: notice told",
         "{question} would tell what is in the part \"question\" to people who may not see it."},
        {"{topic}: {answer}", "{tropic}", "enquiry: notice told",
         "{tropic} is neither a field of \"answer\" nor a fact."},
        {"on: [answer], to", "on: [answer, reply], to", "enquiry: notice told",
         "{answer} is neither a field of \"reply\" nor a fact."},
        {"label: Topic, kind: text", "label: Topic, kind: text, required: no", "enquiry: notice told",
         "{topic} can be empty after \"answer\"."},
        {"label: Topic, kind: text", "label: Topic, kind: text, when: {purpose: party}", "enquiry: notice told",
         "{topic} can be empty after \"answer\"."},
        {"on: [answer], to", "on: [opening], to", "enquiry: notice told",
         "{answer} is neither a field of \"opening\" nor a fact."},
        {"on: [answer], to", "on: [answer], when: {purpose: party}, to", "enquiry: notice told", "it is never given."},
        {"due {due}", "due {date}", "enquiry: state open",
         "{date} is not known; expected {handler}, {due} or {opener}."},
    };
    EXPECT(flaws);
}

static void a_placeholder_is_fine_where_its_field_is_always_asked(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const char *text = small_with(a, "label: Topic, kind: text", "label: Topic, kind: text, when: {purpose: council}");
    assert_int_equal(check(a, text).list.count, 0); /* because all that is not council business is refused */
    arena_free(&a);
}

static void relations_must_be_somebody(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"  head: {", "  clerk: {", "enquiry: open",
         "\"head of service\" is nobody, because the pack has no post \"head\"."},
        {"to: [opener], cites", "to: [other group leaders], cites", "enquiry: notice told",
         "\"other group leaders\" is nobody, because the pack has no post \"leader\"."},
        {"by: [member]", "by: [member, opener]", "enquiry: open",
         "\"opener\" has no meaning before there is a record."},
    };
    EXPECT(flaws);
}

static void clauses_must_be_cited_or_excused(void **state) {
    (void)state;
    static const struct flaw flaws[] = {
        {"posts:\n", "  - {id: \"3\", kind: duty, summary: S.}\nposts:\n", "small: clause 3",
         "no rule cites it, and it is not excused."},
        {"posts:\n", "excused: {\"2\": Because.}\nposts:\n", "small: clause 2", "it is excused, but a rule cites it."},
    };
    EXPECT(flaws);
    struct arena *a = arena_new();
    const char *excused = small_with(a, "posts:\n",
                                     "  - {id: \"3\", kind: duty, summary: S.}\n"
                                     "  - {id: \"4\", kind: guide, summary: S.}\n"
                                     "excused: {\"3\": Because.}\nposts:\n");
    assert_int_equal(check(a, excused).list.count, 0);
    arena_free(&a);
}

RUN_TESTS(TEST(the_small_pack_has_no_findings), TEST(every_council_s_pack_has_no_findings),
          TEST(a_finding_says_where_its_rule_stands), TEST(states_must_be_reachable_and_come_to_an_end),
          TEST(powers_must_be_usable), TEST(duties_must_have_a_bearer_who_can_meet_them_and_a_consequence),
          TEST(rules_must_be_able_to_apply), TEST(notices_must_say_what_is_there_and_leak_nothing),
          TEST(a_placeholder_is_fine_where_its_field_is_always_asked), TEST(relations_must_be_somebody),
          TEST(clauses_must_be_cited_or_excused))
