#include "pack/test_small.h"

#include "base/test.h"

const char small_pack[] =
    "pack: small\n"                                                                                            /* 1 */
    "title: A small council\n"                                                                                 /* 2 */
    "clauses:\n"                                                                                               /* 3 */
    "  - {id: \"1\", kind: power, summary: Members may ask.}\n"                                                /* 4 */
    "  - {id: \"2\", kind: ban, summary: No party business.}\n"                                                /* 5 */
    "posts:\n"                                                                                                 /* 6 */
    "  head: {title: Head of Service, tier: senior, per: service}\n"                                           /* 7 */
    "holidays:\n"                                                                                              /* 8 */
    "  here: [{day: \"2026-12-25\", name: Christmas Day}]\n"                                                   /* 9 */
    "calendars:\n"                                                                                             /* 10 */
    "  working: {zone: UTC, holidays: [here], hours: \"08:30-17:00\"}\n"                                       /* 11 */
    "procedures:\n"                                                                                            /* 12 */
    "  - procedure: enquiry\n"                                                                                 /* 13 */
    "    title: Enquiry\n"                                                                                     /* 14 */
    "    prefix: ENQ\n"                                                                                        /* 15 */
    "    start: Ask a service\n"                                                                               /* 16 */
    "    summary: A question to a service.\n"                                                                  /* 17 */
    "    cites: [\"1\"]\n"                                                                                     /* 18 */
    "    open:\n"                                                                                              /* 19 */
    "      by: [member]\n"                                                                                     /* 20 */
    "      form:\n"                                                                                            /* 21 */
    "        - {name: service, label: Service, kind: service}\n"                                               /* 22 */
    "        - {name: purpose, label: Purpose, kind: choice, choices: [{value: council, label: Council},"      /* 23 */
    " {value: party, label: Party}]}\n"                                                                        /* 23 */
    "        - {name: topic, label: Topic, kind: text}\n"                                                      /* 24 */
    "        - {name: question, label: Question, kind: long, part: question}\n"                                /* 25 */
    "      refuse:\n"                                                                                          /* 26 */
    "        - {when: {purpose: party}, cites: [\"2\"], say: Council business only.}\n"                        /* 27 */
    "      route: [head of service]\n"                                                                         /* 28 */
    "    audiences:\n"                                                                                         /* 29 */
    "      asker: [{is: [opener]}]\n"                                                                          /* 30 */
    "    parts:\n"                                                                                             /* 31 */
    "      record: {title: The record, audience: [audience asker, handler]}\n"                                 /* 32 */
    "      question: {title: The question, audience: [audience asker, handler]}\n"                             /* 33 */
    "      answer: {title: The answer, audience: [audience asker, handler]}\n"                                 /* 34 */
    "    states:\n"                                                                                            /* 35 */
    "      open: {title: Open, say: \"With {handler}, due {due}.\"}\n"                                         /* 36 */
    "      asked: {title: Asked back}\n"                                                                       /* 37 */
    "      answered: {title: Answered, final: yes}\n"                                                          /* 38 */
    "    powers:\n"                                                                                            /* 39 */
    "      answer: {label: Answer, done: answered, by: [handler], from: [open], to: answered,"                 /* 40 */
    " form: [{name: answer, label: Answer, kind: long, part: answer}]}\n"                                      /* 40 */
    "      ask-back: {label: Ask back, done: asked back, by: [handler], from: [open], to: asked,"              /* 41 */
    " form: [{name: until, label: Until, kind: date}]}\n"                                                      /* 41 */
    "      reply: {label: Reply, done: replied, by: [opener], from: [asked], to: previous}\n"                  /* 42 */
    "      lapse: {label: Lapse, done: lapsed, clock only: yes, from: [asked], to: answered}\n"                /* 43 */
    "    duties:\n"                                                                                            /* 44 */
    "      respond: {label: Answer, bearer: [handler], from: [opening], within: 5 working days, met by:"       /* 45 */
    " [answer], paused in: [asked], missed: [{tell: [opener], say: It is late.}], cites: [\"1\"]}\n"           /* 45 */
    "      reply: {label: Reply, bearer: [opener], from: [ask-back], until: until, met by: [reply],"           /* 46 */
    " missed: [{act: lapse}], cites: [\"1\"]}\n"                                                               /* 46 */
    "    notices:\n"                                                                                           /* 47 */
    "      told: {title: Answered, say: \"{topic}: {answer}\", on: [answer], to: [opener], cites: [\"1\"]}\n"; /* 48 */

const char *text_with(struct arena *a, const char *text, const char *from, const char *to) {
    const char *at = strstr(text, from);
    assert_non_null(at);
    assert_null(strstr(at + 1, from));
    return arena_printf(a, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

const char *small_with(struct arena *a, const char *from, const char *to) {
    return text_with(a, small_pack, from, to);
}
