/* Packs that are wrong in one place each, and what their author is told. */
#include "pack/test_small.h"

#include "base/test.h"

struct broken {
    const char *from, *to; /* in the small pack */
    const char *error;
};

static void expect(const struct broken *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        struct pack *pack = NULL;
        const char *error = NULL;
        const char *text = small_with(a, cases[i].from, cases[i].to);
        assert_false(pack_parse(text, strlen(text), a, &pack, &error));
        assert_string_equal(error, cases[i].error);
        arena_free(&a);
    }
}
#define EXPECT(cases) expect(cases, LENGTH_OF(cases))

static void the_small_pack_itself_is_right(void **state) {
    (void)state;
    struct arena *a = arena_new();
    struct pack *pack = NULL;
    const char *error = "";
    if (!pack_parse(small_pack, strlen(small_pack), a, &pack, &error))
        fail_msg("%s", error);
    pack_free(&pack);
    assert_null(pack);
    arena_free(&a);
}

static void unknown_and_missing_keys_are_refused(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"title: A small", "titel: A small",
         "pack:2:1: \"titel\" is not known in a pack; expected one of pack, title, nation, code, words, clauses, "
         "excused, posts, holidays, calendars, junior names hidden, group sees past, procedures; did you mean "
         "\"title\"?"},
        {"title: A small council\n", "", "pack:1:1: \"title\" is missing in a pack."},
        {"within: 5 working days, ", "form: [], within: 5 working days, ",
         "pack:45:68: \"form\" is not known in a duty; expected one of label, bearer, from, when, within, until, "
         "calendar, met by, paused in, missed, survives closing, quiet, part, cites; did you mean \"from\"?"},
        {", summary: Members may ask.", "", "pack:4:5: \"summary\" is missing in a clause."},
        {"tier: senior", "teir: senior",
         "pack:7:34: \"teir\" is not known in a post; expected one of title, tier, per; did you mean \"tier\"?"},
        {"hours: \"08:30-17:00\"", "minutes: \"1\"",
         "pack:11:42: \"minutes\" is not known in a calendar; expected one of zone, holidays, hours, late, closures, "
         "cites."},
        {"label: Service", "lable: Service",
         "pack:22:27: \"lable\" is not known in a field; expected one of name, label, hint, shown as, kind, required, "
         "part, instead, "
         "choices, among, copies, of, in, when; did you mean \"label\"?"},
        {"title: Asked back", "say: Asked back", "pack:37:14: \"title\" is missing in a state."},
        {"    prefix: ENQ\n", "", "pack:13:5: \"prefix\" is missing in a procedure."},
        {"      route: [head of service]\n", "", "pack:20:7: \"route\" is missing in open."},
    };
    EXPECT(cases);
}

static void values_of_the_wrong_kind_are_refused(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"title: A small council", "title: 020",
         "pack:2:8: 020 could be taken for a number, a date or a truth value; if text is meant, expected \"020\"."},
        {"title: A small council", "title: yes",
         "pack:2:8: yes could be taken for a number, a date or a truth value; if text is meant, expected \"yes\"."},
        {"title: A small council", "title:", "pack:2:7: there is nothing here; expected a text."},
        {"title: A small council", "title: [a]", "pack:2:8: this is a list; expected a text."},
        {"id: \"1\"", "id: 1",
         "pack:4:10: 1 could be taken for a number, a date or a truth value; if text is meant, expected \"1\"."},
        {"cites: [\"2\"]", "cites: [2]",
         "pack:27:44: 2 could be taken for a number, a date or a truth value; if text is meant, expected \"2\"."},
        {"cites: [\"2\"]", "cites: \"2\"", "pack:27:43: this is a text; expected a list."},
        {"cites: [\"2\"]", "cites: []", "pack:27:43: nothing is cited; expected the ids of clauses."},
        {"final: yes", "final: \"yes\"", "pack:38:42: this is no truth value; expected yes or no, without quotes."},
        {"final: yes", "final: true", "pack:38:42: this is no truth value; expected yes or no, without quotes."},
        {"posts:\n", "posts: []\nxposts:\n",
         "pack:7:1: \"xposts\" is not known in a pack; expected one of pack, title, nation, code, words, clauses, "
         "excused, posts, holidays, calendars, junior names hidden, group sees past, procedures; did you mean "
         "\"posts\"?"},
        {"      asker: [{is: [opener]}]", "      Asker: [{is: [opener]}]",
         "pack:30:7: \"Asker\" cannot be a name; expected small letters, digits and hyphens."},
        {"prefix: ENQ", "prefix: ENQUIRY",
         "pack:15:13: \"ENQUIRY\" cannot begin references; expected two to four capitals."},
    };
    EXPECT(cases);
}

static void unknown_names_are_refused_with_the_nearest(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"kind: power", "kind: powers",
         "pack:4:21: \"powers\" is not a kind of clause; expected one of power, duty, audience, ban, route, record, "
         "guide; did you mean \"power\"?"},
        {"cites: [\"2\"]", "cites: [\"3\"]", "pack:27:44: \"3\" is not a clause of this pack; expected one of 1, 2."},
        {"route: [head of service]", "route: [heads of service]",
         "pack:28:15: \"heads of service\" is neither a relation nor a post of this pack; did you mean \"head of "
         "service\"?"},
        {"route: [head of service]", "route: [monitoring-officer]",
         "pack:28:15: \"monitoring-officer\" is neither a relation nor a post of this pack."},
        {"record: {title: The record, audience: [audience asker",
         "record: {title: The record, audience: [audience asekr",
         "pack:32:46: \"audience asekr\" is neither a relation nor a post of this pack; did you mean \"audience "
         "asker\"?"},
        {"from: [open], to: answered", "from: [opened], to: answered",
         "pack:40:69: \"opened\" is not a state of this procedure; expected one of open, asked, answered; did you mean "
         "\"open\"?"},
        {"from: [open], to: answered", "from: [open], to: answer",
         "pack:40:80: \"answer\" is neither a state of this procedure nor \"previous\"; expected one of open, asked, "
         "answered; did you mean \"answered\"?"},
        {"kind: long, part: question", "kind: long, part: questions",
         "pack:25:63: \"questions\" is not a part of this procedure; expected one of record, question, answer; did you "
         "mean \"question\"?"},
        {"met by: [answer]", "met by: [anwser]",
         "pack:45:101: \"anwser\" is not a power of this procedure; expected one of answer, ask-back, reply, lapse; "
         "did you mean \"answer\"?"},
        {"{act: lapse}", "{act: laps}",
         "pack:46:111: \"laps\" is not a power of this procedure; expected one of answer, ask-back, reply, lapse; did "
         "you mean \"lapse\"?"},
        {"from: [opening]", "from: [opened]",
         "pack:45:58: \"opened\" is neither a power of this procedure nor \"opening\"; expected one of answer, "
         "ask-back, reply, lapse."},
        {"holidays: [here]", "holidays: [there]",
         "pack:11:35: \"there\" is not a division with holidays; expected one of here; did you mean \"here\"?"},
        {"zone: UTC", "zone: Europe/Paris",
         "pack:11:19: \"Europe/Paris\" is not a zone that is known; expected Europe/London or UTC."},
        {"kind: date", "kind: day",
         "pack:41:134: \"day\" is not a kind of field; expected one of text, long, choice, attest, date, service, "
         "person, record; did you mean \"date\"?"},
        {"kind: ban, summary: No party business.}\n",
         "kind: ban, summary: No party business.}\nexcused: {\"3\": No.}\n",
         "pack:6:11: \"3\" is not a clause of this pack; expected one of 1, 2."},
    };
    EXPECT(cases);
}

static void conditions_test_only_what_can_be_known(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"{when: {purpose: party}", "{when: {purpse: party}",
         "pack:27:19: \"purpse\" is not a field that is asked before this; expected one of service, purpose, topic, "
         "question, opener is, opener is not, actor is, actor is not; did you mean \"purpose\"?"},
        {"{when: {purpose: party}", "{when: {purpose: partly}",
         "pack:27:28: \"partly\" is not a choice of the field that is tested; expected one of council, party; did you "
         "mean \"party\"?"},
        {"{when: {purpose: party}", "{when: {topic: party}",
         "pack:27:19: \"topic\" cannot be tested; expected a field of the kind choice."},
        {"{when: {purpose: party}", "{when: {purpose: []}",
         "pack:27:28: nothing is tested here; expected at least one choice."},
        {"{when: {purpose: party}", "{when: {purpose: {nor: party}}",
         "pack:27:28: this is no test; expected a choice, a list of choices, or {not: …}."},
        {"label: Service, kind: service", "label: Service, kind: service, when: {purpose: party}",
         "pack:22:65: \"purpose\" is not a field that is asked before this; expected one of opener is, opener is not, "
         "actor is, actor is not."},
        {"kind: choice, choices:", "kind: choice, part: question, choices:",
         "pack:27:19: \"purpose\" cannot be tested, because it is written to a part; expected a fact."},
        {"asker: [{is: [opener]}]", "asker: [{when: {actor is: [member]}, is: [opener]}]",
         "pack:30:23: nobody acts here; expected a test of a field or of the opener."},
        {"asker: [{is: [opener]}]", "asker: [{is: [audience asker]}]",
         "pack:30:21: \"audience asker\" is not known yet; expected relations or posts."},
        {"on: [answer], to:", "on: [answer, reply], when: {until: x}, to:",
         "pack:48:85: \"until\" is not a field that all of these forms or the opening form have; expected one of "
         "answer, service, purpose, topic, question, opener is, opener is not, actor is, actor is not."},
    };
    EXPECT(cases);
}

static void a_choice_must_be_one_of_every_form_that_is_tested(void **state) {
    (void)state;
#define HOW(values) "{name: how, label: How, kind: choice, choices: [" values "]}"
    struct arena *a = arena_new();
    struct pack *pack = NULL;
    const char *error = "";
    const char *text = small_with(a, "{name: answer, label: Answer, kind: long, part: answer}",
                                  "{name: answer, label: Answer, kind: long, part: answer}, " HOW(
                                      "{value: well, label: Well}, {value: badly, label: Badly}"));
    text = text_with(a, text, "kind: date}", "kind: date}, " HOW("{value: well, label: Well}, {value: so, label: So}"));
    text = text_with(a, text, "say: \"{topic}: {answer}\", on: [answer]",
                     "say: Told., on: [answer, ask-back], when: {how: badly}");
    assert_false(pack_parse(text, strlen(text), a, &pack, &error));
    assert_string_equal(error,
                        "pack:48:79: \"badly\" is not a choice of the field that is tested; expected one of well, "
                        "so.");
    text = text_with(a, text, "{how: badly}", "{how: well}");
    assert_true(pack_parse(text, strlen(text), a, &pack, &error));
    pack_free(&pack);
    arena_free(&a);
#undef HOW
}

static void rules_that_contradict_themselves_are_refused(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"id: \"2\"", "id: \"1\"", "pack:5:5: the clause \"1\" is here twice."},
        {"{name: topic,", "{name: service,", "pack:24:11: the field \"service\" is here twice."},
        {"{value: party,", "{value: council,", "pack:23:101: the choice \"council\" is here twice."},
        {"choices: [{value: council, label: Council}, {value: party, label: Party}]",
         "choices: [{value: party, label: Party}]",
         "pack:23:66: there is nothing to choose; expected at least two choices."},
        {"kind: text}", "kind: choice}",
         "pack:24:11: \"choices\" is missing in the field \"topic\", which is a choice."},
        {"kind: text}", "kind: text, among: [member]}",
         "pack:24:58: the field \"topic\" is not a person; expected no \"among\"."},
        {"kind: text}", "kind: record, copies: answer}",
         "pack:24:11: \"part\" is missing in the field \"topic\", into which something is copied."},
        {"{name: until, label", "{name: topic, label",
         "pack:41:100: the opening form has a field \"topic\" too; expected another name."},
        {"clock only: yes", "clock only: no", "pack:43:14: a power has either \"by\" or \"clock only: yes\"."},
        {"to: answered}\n    duties", "to: answered, within: 1 month}\n    duties",
         "pack:43:14: \"within\" and \"within of\" need one another."},
        {"within: 5 working days", "within: five days",
         "pack:45:76: \"five days\" is not a term such as \"5 working days\", with a number from 1 to 3650."},
        {"within: 5 working days, ", "", "pack:45:16: a duty has either \"within\" or \"until\"."},
        {"until: until", "until: soon",
         "pack:46:72: \"soon\" is not a field of each form that starts this duty; expected one of until."},
        {"kind: date", "kind: date, required: no",
         "pack:46:72: \"until\" may give no day; expected a required field of the kind date."},
        {"{tell: [opener], say: It is late.}", "{tell: [opener]}",
         "pack:45:139: \"tell\" and \"say\" need one another."},
        {"{tell: [opener], say: It is late.}", "{}",
         "pack:45:139: this step does nothing; expected \"tell\", \"act\" or \"pass to\"."},
        {"{tell: [opener], say: It is late.}", "{after: 1 day, tell: [opener], say: It is late.}",
         "pack:45:139: the first step comes when the duty is due; expected no \"after\"."},
        {"{act: lapse}", "{act: ask-back}", "pack:46:111: a clock fills in no form; expected a power without fields."},
        {"{act: lapse}", "{act: lapse}, {act: lapse}",
         "pack:46:119: \"after\" is missing in a step that is not the first."},
        {"  record: {title: The record", "  recording: {title: The record",
         "pack:32:7: the part \"record\" is missing, which every record has."},
        {"  working: {", "  foi: {", "pack:11:3: the calendar \"working\" is missing; expected it as the first."},
        {"day: \"2026-12-25\"", "day: \"2026-02-30\"",
         "pack:9:16: \"2026-02-30\" is not a day; expected one such as \"2026-12-24\"."},
        {"\"08:30-17:00\"", "\"17:00-08:30\"",
         "pack:11:49: \"17:00-08:30\" are no office hours; expected hours such as \"09:00-17:00\"."},
        {"  head: {title", "  handler: {title", "pack:7:3: no post can be called \"handler\"; it is a relation."},
        {"      route: [head of service]\n", "      route: [head of service]\n      offer earlier: yes\n",
         "pack:29:22: the form has no field \"subject\", by whose words earlier records are found."},
        {"      asked: {title: Asked back}", "      previous: {title: Asked back}",
         "pack:36:7: no state can be called \"previous\"; it means the one before."},
    };
    EXPECT(cases);
}

static void refusals_duties_and_notices_must_cite(void **state) {
    (void)state;
    static const struct broken cases[] = {
        {"cites: [\"2\"], say", "say", "pack:27:11: \"cites\" is missing in a refusal."},
        {", say: It is late.}], cites: [\"1\"]", ", say: It is late.}]", "pack:45:16: \"cites\" is missing in a duty."},
        {"to: [opener], cites: [\"1\"]", "to: [opener]", "pack:48:13: \"cites\" is missing in a notice."},
    };
    EXPECT(cases);
}

RUN_TESTS(TEST(the_small_pack_itself_is_right), TEST(unknown_and_missing_keys_are_refused),
          TEST(values_of_the_wrong_kind_are_refused), TEST(unknown_names_are_refused_with_the_nearest),
          TEST(conditions_test_only_what_can_be_known), TEST(a_choice_must_be_one_of_every_form_that_is_tested),
          TEST(rules_that_contradict_themselves_are_refused), TEST(refusals_duties_and_notices_must_cite))
