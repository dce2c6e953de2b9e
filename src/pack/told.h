/*
 * told: a pack as it is told to people. Its rules one after the other, each in words; the whole as a document; the
 * moves of a record; what differs between two packs; what becomes of each clause; the names that a draft gives to
 * roles; and what the checker finds.
 *
 * Nothing here decides anything: it says what the rules say that are decided by. Where a language is taken, NULL is
 * English; what a pack says itself stays in the pack's language, and stands in “…”.
 */
#ifndef COMITY_PACK_TOLD_H
#define COMITY_PACK_TOLD_H

#include "pack/pack.h"

/* ---- the rules of a pack, one after the other ---- */

struct node;

/* Something that the program does, and the clauses because of which it does so. */
struct rule {
    const struct procedure *procedure; /* NULL: of the whole pack */
    const char *name;                  /* "enquiry: power answer", in every version of a pack */
    const char *title;                 /* “Send the advice”, “the duty “Answer””: of that procedure */
    struct cites cites;                /* can be empty: a state need cite nothing */
    const char *in;                    /* what the pack calls its kind of mapping: "a power" */
    const struct node *node;           /* what the pack says of it */
    const struct node *power;          /* whose form is asked; NULL */
    const char *only; /* only this key of the mapping belongs to it; NULL: all that no rule of its own */
};
struct rules {
    LIST(struct rule) list;
};
/* All of them, in the pack's order. What knows of every kind of rule (the checker, coverage, the protocol's page) goes
 * through this list, so that a new kind has one place. */
void pack_rules(const struct pack *pack, const struct language *in, struct arena *a, struct rules *rules_r);
/* "Enquiry: the duty “Answer”" */
const char *rule_title(const struct rule *rule, struct arena *a);
/* The rule cites the clause, or one of its items. */
bool rule_carries(const struct rule *rule, const struct clause *clause);
/* One of the rules cites the clause itself. */
bool rules_cite(const struct rules *rules, const struct clause *clause);

/* ---- a rule in words (points.c): for a person who knows the protocol and no program ---- */

/* Somebody who can read or is told something. */
struct rule_reader {
    const char *what, *what_key; /* "“The answer” of Enquiry", in English for what compares two packs; the same key is
                                    the same thing in every version */
    const char *who, *when;      /* "the opener"; when NULL: always */
    enum relation_kind kind;     /* RELATION_COUNT: of another kind */
};
struct rule_point {
    const char *key;         /* the same in every version of a pack: "by", "form question" */
    const char *about, *say; /* "Who may": "the handler" */
    bool detail;             /* a word on a page: for who signs or compares the whole */
    LIST(struct rule_reader) readers;
};
struct rule_points {
    LIST(struct rule_point) list;
};
/* All that the pack says of the rule, in the council's words. */
void rule_points(const struct pack *pack, const struct rule *rule, const struct language *in, struct arena *a,
                 struct rule_points *points_r);

/* ---- the pack as a document (explain.c) ---- */

/* From PACK_TEXT_POINT on: entries of a list. */
enum pack_text_kind {
    PACK_TEXT_TITLE,
    PACK_TEXT_SECTION,
    PACK_TEXT_CLAUSE,
    PACK_TEXT_ITEM, /* of a clause */
    PACK_TEXT_PARAGRAPH,
    PACK_TEXT_POINT,
    PACK_TEXT_RULE,
    PACK_TEXT_POINT_OF_RULE /* of the rule before it */
};
struct pack_text_block {
    enum pack_text_kind kind;
    const char *anchor;        /* of a clause: its id */
    const char *strong, *text; /* "Who may", "the handler"; either can be NULL */
};
struct pack_text {
    LIST(struct pack_text_block) list;
};
/* What a Monitoring Officer reads and signs: by clause, then what the program does. Each rule is told in full once. */
void pack_explain(const struct pack *pack, struct arena *a, struct pack_text *text_r);
void pack_text_markdown(const struct pack_text *text, struct buf *out);

/* ---- how a record can go from state to state (graph.c) ---- */

struct procedure_move {
    size_t number; /* of the power, from 1: what an arrow is called */
    const struct power *power;
    const char *who;               /* who may use it, in words */
    const struct state *from, *to; /* the same: the record stays where it is */
};
struct procedure_moves {
    LIST(struct procedure_move) list; /* by power */
};
void procedure_moves(const struct pack *pack, const struct procedure *procedure, const struct language *in,
                     struct arena *a, struct procedure_moves *moves_r);

/* ---- two packs (diff.c) ---- */

/* What differs, in words, as Markdown: who could newly see something first. */
void pack_diff(const struct pack *was, const struct pack *is, struct arena *a, struct buf *out);

/* ---- the names of roles in a draft (terms.c) ---- */

struct pack_term_name {
    const char *name;
    size_t times;
    LIST(size_t) lines; /* from 1, each once */
};
struct pack_term {
    const char *role;                  /* the council's word */
    LIST(struct pack_term_name) names; /* the role's own first, then those of the pack's `terms` */
    size_t used;                       /* how many of them the draft has; more than one: it is not consistent */
};
struct pack_terms {
    LIST(struct pack_term) list; /* in the pack's order */
};
/* Looks for each role of `terms` in a text (UTF-8): whole words, in any case, singular or plural; of several that begin
 * at one place the longest counts. The title of the Code counts as no role. Lives in the arena, with the pack. */
void pack_terms(const struct pack *pack, const char *draft, struct arena *a, struct pack_terms *terms_r);

/* ---- coverage: what becomes of each clause ---- */

enum coverage_status { COVERAGE_ENFORCED, COVERAGE_SHOWN, COVERAGE_EXCUSED, COVERAGE_NOT_YET };

struct coverage {
    const struct clause *clause; /* one that is no item of another; what is said includes its items */
    enum coverage_status status; /* of a clause with items: what is not there yet counts first */
    LIST(const char *) rules, scenarios, places, excuses, missing;
};
struct coverages {
    LIST(struct coverage) list;
};
/* scenarios: the text of the pack's scenarios.txt, "" when it has none: a line for each, "3.5-b, 3.15: what happens".
 */
void pack_coverage(const struct pack *pack, const char *scenarios, struct arena *a, struct coverages *coverages_r);
/* "enforced", "not yet" */
const char *coverage_status_name(enum coverage_status status);

/* ---- checking ---- */

struct pack_finding {
    struct pack_place place;
    const char *where; /* "enquiry: duty respond" */
    const char *say;
};
struct pack_findings {
    LIST(struct pack_finding) list;
};
/* Goes through every choice that a record can have and every state that it can be in. docs/packs.md, "What is checked",
 * says what is found. The findings live in the arena. */
void pack_check(const struct pack *pack, struct arena *a, struct pack_findings *findings);
/* "packs/county/enquiry.yaml:31:3: enquiry: duty respond: nothing happens when it is missed." */
const char *pack_finding_say(const struct pack_finding *finding, struct arena *a);

#endif
