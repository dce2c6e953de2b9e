/*
 * pack: a council's protocol as data. docs/packs.md teaches the language; this header is what becomes of it.
 *
 *   pack_load      reads a folder of YAML and the folder that it extends, merges, resolves every name, and refuses
 *                  what is unclear
 *   pack_parse     the same from the canonical text that a database keeps for each version in use
 *   pack_check     proves properties of a loaded pack: findings, none when all is well
 *   pack_*         finders
 *
 * What tells of a pack (in words, as a document, beside another) is in pack/told.h.
 *
 * A pack is immutable once loaded and lives in one arena. Names that rules use are resolved to pointers or indexes when
 * it is loaded, so that `decide` looks nothing up by text. Three ideas carry it: power, duty, audience.
 */
#ifndef COMITY_PACK_H
#define COMITY_PACK_H

#include "base/base.h"
#include "calendar/calendar.h"

struct pack;
struct procedure;

/* ---- clauses ---- */

enum clause_kind {
    CLAUSE_POWER,
    CLAUSE_DUTY,
    CLAUSE_AUDIENCE,
    CLAUSE_BAN,
    CLAUSE_ROUTE,
    CLAUSE_RECORD,
    CLAUSE_GUIDE,
    CLAUSE_KIND_COUNT
};

struct clause {
    const char *id; /* "1.7.2" */
    enum clause_kind kind;
    const char *summary; /* in our words */
    const char *of;      /* the id of the clause that it is one item of: "6.1(a)-(l)"; NULL */
    const char *excuse;  /* why no rule cites it; NULL */
    const char **shown;  /* the places that show it: of PLACES, or the names of procedures, on their start pages */
    size_t shown_count;
    bool not_yet; /* the pack says openly that it does nothing for it so far */
    day from, to; /* the first day on which it holds, and the last */
};

/* Where a clause that is no rule can be shown beside procedures' start pages. X(name in packs, what it is called). */
/* clang-format off */
#define PLACES(X)                                                                                                                 \
    X("protocol", SAID("the protocol page"))                                                                                      \
    X("sign-in", SAID("the sign-in page"))                                                                                        \
    X("expectations", SAID("the page of what people can expect of one another"))                                                  \
    X("members", SAID("each Member's page"))                                                                                      \
    X("officers", SAID("each Officer's page"))                                                                                    \
    X("restricted", SAID("the page of each who holds a politically restricted post"))
/* clang-format on */

/* One or more clauses that allow or demand a rule. Never empty. */
struct cites {
    const struct clause **at;
    size_t count;
};

/* A rule whose clauses all are of another time does not hold on that day. */
bool cites_hold(const struct cites *cites, day on);
/* Those that hold on that day. */
struct cites cites_on(struct cites cites, day on, struct arena *a);

/* ---- relations: principals relative to a record ---- */

/* The fixed vocabulary. X(enumerator, name in packs, what it means). */
/* clang-format off */
#define RELATIONS(X)                                                                                                              \
    X(PUBLIC, SAID("public"), SAID("everybody, with or without an account"))                                                      \
    X(EVERYONE, SAID("everyone"), SAID("everyone who can sign in"))                                                               \
    X(MEMBER, SAID("member"), SAID("any Member"))                                                                                 \
    X(OFFICER, SAID("officer"), SAID("any Officer"))                                                                              \
    X(GROUP_MEMBER, SAID("group member"), SAID("a Member who is in a political group"))                                           \
    X(SENIOR_OFFICER, SAID("senior officer"), SAID("an Officer whose post is of the senior tier"))                                \
    X(ADMINISTRATION, SAID("administration"), SAID("a Member of a group that is in the Administration"))                          \
    X(OPENER, SAID("opener"), SAID("the person who opened the record"))                                                           \
    X(OPENER_GROUP, SAID("opener's group"), SAID("the political group that the opener was in when they opened it"))               \
    X(OPENER_GROUP_LEADER, SAID("leader of the opener's group"), SAID("the leader of the group that the opener was in when they opened it")) \
    X(OPENER_GROUP_WHIP, SAID("whip of the opener's group"), SAID("the whip of the group that the opener was in when they opened it")) \
    X(OPENER_HEAD, SAID("opener's head of service"), SAID("the head of the service in which the opener works"))                   \
    X(HANDLER, SAID("handler"), SAID("whoever deals with the record now"))                                                         \
    X(HANDLER_HEAD, SAID("handler's head of service"), SAID("the head of the service in which the handler works"))                \
    X(HEAD_OF_SERVICE, SAID("head of service"), SAID("the head of the service that the record was sent to"))                      \
    X(SERVICE_STAFF, SAID("staff of the service"), SAID("everyone who works in the service that the record was sent to"))         \
    X(CABINET_MEMBER, SAID("cabinet member"), SAID("the Cabinet Member who answers for the service that the record was sent to")) \
    X(GROUP_LEADERS, SAID("group leaders"), SAID("the leaders of all political groups"))                                          \
    X(OTHER_GROUP_LEADERS, SAID("other group leaders"), SAID("the leaders of all groups but the opener's"))                       \
    X(ADMINISTRATION_LEADERS, SAID("leaders of the administration"), SAID("the leaders of the groups in the Administration"))     \
    X(AUTHOR, SAID("author"), SAID("the person who wrote the part that the power writes"))                                        \
    X(OPENER_MANAGER, SAID("opener's line manager"), SAID("the line manager of the opener, else the head of their service"))      \
    X(HANDLER_MANAGER, SAID("handler's line manager"), SAID("the line manager of the handler, else the head of their service"))   \
    X(POST, SAID("post"), SAID("the holder of a post that the pack names"))                                                       \
    X(AUDIENCE, SAID("audience"), SAID("a set of relations that the procedure names"))                                            \
    X(NAMED, SAID("named"), SAID("whoever is named under"))                                                                       \
    X(HEAD_OF, SAID("head of"), SAID("the head of the service of whoever is named under"))                                        \
    X(LINE_MANAGER_OF, SAID("line manager of"), SAID("the line manager, else the head of the service, of whoever is named under")) \
    X(GROUP_LEADER_OF, SAID("group leader of"), SAID("the leader of the group of whoever is named under"))                        \
    X(CHAIR_OF, SAID("chair of"), SAID("the Chair of the body named under"))                                                      \
    X(OPENER_OF, SAID("opener of"), SAID("the opener of the record named under"))                                                 \
    X(HANDLER_OF, SAID("handler of"), SAID("the handler of the record named under"))
/* clang-format on */
#define RELATION_NAME(name, ...) RELATION_##name,
enum relation_kind { RELATIONS(RELATION_NAME) RELATION_COUNT };
#undef RELATION_NAME

struct audience;
struct field;
struct pack_post;

struct relation {
    enum relation_kind kind;
    const struct pack_post *post;    /* of RELATION_POST */
    const struct audience *audience; /* of RELATION_AUDIENCE */
    const struct field *field;       /* of those that go through a field, which stands for all of its name; else NULL */
    const struct field *there;       /* of "named F of R": the fact F of the record that field names; else NULL */
    const char *name;                /* as the pack wrote it */
};

struct relations {
    struct relation *at;
    size_t count;
};

/* The name and meaning of a kind, for errors and documentation. */
const char *relation_name(enum relation_kind kind);
const char *relation_meaning(enum relation_kind kind);
/* A relation as a pack wrote it, "handler", "handler of call", with the words of the vocabulary in that language, and
 * with the label of what it goes through where the procedure has that. procedure: NULL when it is not known. */
const char *relation_name_say(const struct language *in, struct arena *a, const struct procedure *procedure,
                              const char *name);
/* The same of one relation, with what it goes through: "the Chair of the body named under “Which committee?”". */
const char *relation_title(const struct relation *relation, const struct language *in, struct arena *a);
/* They mean the same people of the same record. */
bool relation_same(const struct relation *one, const struct relation *other);
/* Whoever it means is meant as the holder of a post. */
bool relation_is_post(const struct relation *relation);

/* ---- conditions ---- */

/* `when`: all tests must hold. A test on a choice field holds when its value is one of `values`; a test on a person
 * holds when the person stands in one of `relations` (or, negated, in none). Without tests a condition always holds. */
enum test_kind { TEST_FIELD, TEST_OPENER, TEST_HANDLER, TEST_ACTOR, TEST_SINCE };

struct test {
    enum test_kind kind;
    bool negated;              /* "opener is not" and its like, "before", or a field's {not: …} */
    const struct field *field; /* TEST_FIELD: of the same form, or of the procedure's opening form */
    const char **values;       /* TEST_FIELD */
    size_t value_count;
    struct relations relations;
    day date; /* TEST_SINCE: it is this day or a later one */
};

struct condition {
    struct test *at;
    size_t count;
};

/* ---- forms ---- */

/* X(enumerator, name in packs, what its value is). Ids are of the directory; several have a space between each. */
/* clang-format off */
#define FIELD_KINDS(X)                                                                                                            \
    X(TEXT, "text", "one line, at most 200 characters")                                                                           \
    X(LONG, "long", "at most 20,000 characters")                                                                                  \
    X(CHOICE, "choice", "one of choices")                                                                                         \
    X(ATTEST, "attest", "a statement that must be ticked: yes")                                                                   \
    X(DATE, "date", "a day after today: 2026-12-29")                                                                              \
    X(TIME, "time", "a minute of the council's zone that is to come: 2026-12-29T14:00")                                           \
    X(SERVICE, "service", "id of a service")                                                                                      \
    X(BODY, "body", "id of a body, such as a committee")                                                                          \
    X(WARD, "ward", "id of a ward")                                                                                               \
    X(WARDS, "wards", "ids of wards")                                                                                             \
    X(POST, "post", "id of a post that is one of `among`")                                                                        \
    X(PERSON, "person", "id of a person who stands in one of `among`")                                                            \
    X(PEOPLE, "people", "ids of such people")                                                                                     \
    X(CLAUSE, "clause", "id of a clause out of `among`")                                                                          \
    X(GUEST, "guest", "the name of somebody without an account, who is invited to this one record")                               \
    X(RECORD, "record", "reference of a record that the actor can see; with `copies`, one whose part they can read")               \
    X(PART, "part", "name of a part, in which something is written that the actor can read, of the record that `part of` names")
/* clang-format on */
#define FIELD_KIND(name, ...) FIELD_##name,
enum field_kind { FIELD_KINDS(FIELD_KIND) FIELD_KIND_COUNT };
#undef FIELD_KIND

const char *field_kind_name(enum field_kind kind);
/* Its value can be several ids. */
bool field_kind_is_many(enum field_kind kind);

struct names {
    const char **at;
    size_t count;
};

struct choice {
    const char *value, *label, *hint;
    struct relations by; /* empty: everybody may choose it */
};

struct field {
    const char *name, *label, *hint; /* hint can be NULL */
    const char *shown_as;            /* the label beside what was answered; NULL: label */
    enum field_kind kind;
    bool required;
    const char *part;         /* that it is written to; NULL: a fact of the record, which goes with the part "record" */
    const char *instead_part; /* where it is written while instead_when holds; NULL: always to `part` */
    struct condition instead_when;
    const char *copies; /* FIELD_RECORD: the part of that record which is copied into `part`; NULL: they are linked */
    const struct field *part_of; /* FIELD_PART: the fact of the opening form that names the record */
    const struct field *marks;   /* FIELD_CHOICE: names the part whose mark the answer is; NULL: none */
    bool past;                   /* FIELD_DATE: a day up to today, and not after it */
    bool counted;    /* FIELD_CHOICE: the report says how many records have each choice, and not whose they are */
    struct names of; /* FIELD_RECORD: procedures that it can be of; none: any */
    struct names in; /* FIELD_RECORD: states that it can be in; none: any */
    struct choice *choices;
    size_t choice_count;
    struct relations among;     /* of a post, a person or people */
    struct relations not_among; /* those that cannot be named although they are of `among` */
    bool deciding;              /* FIELD_BODY: only one that decides for the council */
    struct cites clauses;       /* of a clause: those to choose from */
    struct condition when;      /* asked only then */
    /* FIELD_DATE, FIELD_TIME: how long after the act it must be at least (amount 0: any time), or it is refused */
    struct term sooner;
    struct cites sooner_cites;
    const char *sooner_say;
    /* FIELD_TIME: for how many minutes what begins then lasts (0: not said), or the choice of the same form that says
     * so (NULL: none) */
    int64_t lasts;
    const char *lasts_by;
};
#define LASTS_MOST ((int64_t)24 * 60)

struct form {
    struct field *at;
    size_t count;
};

/* ---- rules of a procedure ---- */

/* A ban: the act is refused, with its clause. */
struct refusal {
    struct condition when;
    struct cites cites;
    const char *say;
    const char *see;   /* the address of what else is written about that; NULL */
    const char *begin; /* the name of the procedure to begin instead; NULL */
};

struct audience_case {
    struct condition when;
    struct relations is;
};

struct audience {
    const char *name;
    struct audience_case *at; /* the first that holds counts */
    size_t count;
};

enum part_mark { MARK_NONE, MARK_CONFIDENTIAL, MARK_OPEN };
/* The answers of a choice that marks a part. */
#define MARK_AS_CONFIDENTIAL "confidential"
#define MARK_AS_OPEN "open"

struct part {
    const char *name, *title;
    const char *readers_of; /* it shows who opened the record that this field links; NULL: what was written */
    const char *otherwise;  /* of the part PART_OPENER alone: stands for who opened the record, for who has it not */
    struct relations audience;
    struct cites cites;
    enum part_mark mark; /* see part_is_confidential */
};

struct state {
    const char *name, *title;
    const char *say;     /* the status in one sentence; {handler} {due} {opener} are replaced; can be NULL */
    bool final;          /* the record is closed: open duties end */
    const char *ends_in; /* where a matter about somebody is when it ends in this state; NULL */
    struct cites cites;  /* can be empty */
};

/* Whom a record is about. */
enum about { ABOUT_MEMBER, ABOUT_OFFICER, ABOUT_COUNT };
struct about_case {
    struct condition when;
    enum about is;
    struct relations named; /* "named FIELD": who they are; none: the record does not know */
};

/* A use, in the same act, of a power of the record that a field names. */
struct also_use {
    const struct field *on; /* links; of the act's form, or a fact of the opening form */
    const char *use;        /* the power, which is for the clock only */
    struct condition when;
};
struct also_uses {
    struct also_use *at;
    size_t count;
};

/* A record that is opened in the same act, for whoever opened this one. */
struct also_opens {
    const char *procedure; /* NULL: none */
    struct given_field {
        const char *name;         /* of the opening form of that procedure */
        const struct field *from; /* of the act's form, or of the opening form here */
    } * with;
    size_t with_count;
};

/* Widens the audience of a part. */
struct part_grant {
    struct condition when;
    const struct part *part;
    struct relations to;
    struct cites cites;
};

struct power {
    const char *name, *label, *hint;
    const char *done; /* how the timeline tells it: "answered" */
    struct relations by;
    const struct state **from; /* from_count of them; a final one where the pack says so (follow-up) */
    size_t from_count;
    const struct state *to; /* NULL: the state stays */
    bool to_previous;       /* back to the state before the present one */
    struct condition when;
    struct form form;
    struct refusal *refusals;
    size_t refusal_count;
    /* usable only for `within` after the last use of one of these powers; none: always */
    const struct power **within_of;
    size_t within_of_count;
    struct term within;
    const struct field *handler; /* the person in this field becomes the handler */
    const char *event_part;      /* whose audience sees the event; "record" unless the pack says otherwise */
    const char *revises;         /* the part whose entries it replaces by a new version; NULL */
    /* the page offers earlier records that the actor may read, with the words of this opening field */
    const struct field *precedents;
    struct part_grant *grants;
    size_t grant_count;
    bool clock_only; /* nobody can use it: only a duty's consequence, or an act on another record, does */
    bool decides;    /* in an office: not to be used by the record's opener, nor by whom it is about, but as such */
    struct also_uses does;
    struct also_opens opens;
    const struct field *keeps_apart; /* the person in it and the record's opener; NULL */
    struct cites cites;
};

/* What a missed duty leads to: the first step when it is due, the others so long after the step before. */
struct missed_step {
    struct term after; /* amount 0 for the first */
    struct relations tell;
    const char *say;
    const struct power *act;  /* used in the council's name; NULL */
    struct relations pass_to; /* the duty passes to this bearer; empty: it stays */
};

struct duty {
    const char *name, *label;
    struct relations bearer; /* the first that somebody holds */
    bool from_opening;
    const struct power **from; /* powers that start (or restart) it */
    size_t from_count;
    struct condition when;
    struct term within;              /* amount 0: until_field */
    const struct field *until_field; /* a date or time field of the power that starts it */
    struct term before;              /* so long before the day of until_field; amount 0: on it */
    const struct pack_calendar *calendar;
    const struct power **met_by;
    size_t met_count;
    const struct state **paused_in; /* the clock stands while the record is in one of these */
    size_t paused_count;
    struct missed_step *missed;
    size_t missed_count;
    bool survives;    /* it stays owed after the record was closed */
    bool quiet;       /* a clock that nobody is shown as owing */
    const char *part; /* whose audience sees it, "record" unless the pack says otherwise; the bearer always does */
    struct cites cites;
};

/* Somebody is told of something: a flow of information to a new audience, cited. */
struct notice {
    const char *name, *title, *say; /* {field} is replaced by a field of the act or of the record's facts */
    bool on_opening;
    const struct power **on;
    size_t on_count;
    struct condition when;
    struct relations to;
    bool first;       /* only the first of `to` that somebody holds */
    const char *part; /* whose audience sees on the record that the notice was given */
    struct cites cites;
};

/* A record begins in this state rather than in the first one. */
struct beginning {
    struct condition when;
    const struct state *in;
};

/* A record of an earlier version that is in the state `from` goes on in `to`. */
struct state_move {
    const char *from;
    const struct state *to;
};

/* A heading under which people find what they can begin. */
struct pack_menu {
    const char *name, *title;
};

struct procedure {
    const char *name, *title, *prefix, *summary; /* prefix: "ENQ" */
    const char *start;                           /* the label where one begins: "Ask a service" */
    const struct pack_menu *menu;                /* NULL: under none */
    const char *register_title;                  /* its records are a register to look through, called so; NULL */
    const char *empty;                           /* what their list says to who sees none; NULL */
    struct cites cites;
    struct relations open_by;
    struct form open_form;
    struct refusal *refusals; /* of opening */
    size_t refusal_count;
    struct cites open_cites;
    struct relations route; /* the first that somebody holds becomes the handler */
    struct cites route_cites;
    struct beginning *beginnings; /* the first that holds counts; none: the first state */
    size_t beginning_count;
    struct about_case *about; /* the first that holds counts; none: about nobody */
    size_t about_count;
    struct audience *audiences;
    struct part *parts;
    struct state *states; /* the first is where a record begins */
    struct power *powers;
    struct duty *duties;
    struct notice *notices;
    size_t audience_count, part_count, state_count, power_count, duty_count, notice_count;
    struct also_uses does;           /* by its opening */
    const struct field *keeps_apart; /* by its opening */
    struct {
        const struct field *field; /* NULL: on none */
        struct names of;           /* procedures; none: all */
    } offered_on;                  /* records whose page offers to begin this with the field naming them */
    bool counts_open;              /* show, before sending, how many open records the service has from this person */
    struct cites counts_cites;
    bool moves_earlier;       /* open records of earlier versions go on under this one, in the state of the same name */
    struct state_move *moves; /* but for these */
    size_t move_count;
    bool offers_earlier; /* offer, before sending, earlier records with all the words of OFFER_FIELD */
    struct cites offer_cites;
};
/* A part of this name says who opened the record; without it that goes with the part "record". */
#define PART_OPENER "opener"
/* Who has the part of this name is shown, on this record alone, the names that the pack hides from Members. */
#define PART_NAMES "names"
/* The text of the opening form by whose words earlier records are looked for. */
#define OFFER_FIELD "subject"

/* ---- the pack ---- */

struct pack_post {
    const char *role, *title; /* role: "chief-executive" */
    const char *tier;         /* "senior" or NULL */
    bool restricted;          /* whoever holds it is politically restricted */
    enum { POST_SINGLE, POST_PER_SERVICE, POST_PER_GROUP, POST_PER_BODY } per;
};

struct pack_calendar {
    const char *name; /* "working", "foi" */
    struct calendar
        *calendar;      /* with the pack's holidays and closures; a council's own later ones are added by the engine */
    struct cites cites; /* can be empty */
};

struct word {
    const char *from, *to; /* "Member" -> "Councillor" */
};

/* What drafts call a role beside its own name. */
struct other_names {
    const char *role; /* our word: "Officer" */
    struct names others;
};

struct pack {
    struct arena *arena;
    const char *name, *title, *nation;
    const char *source;       /* canonical text: pack_parse gives the same pack again */
    const char *hash;         /* SHA-256 of source, hex */
    const char *code;         /* the Code that prevails over the protocol */
    const char *code_address; /* where that can be read; NULL */
    struct word *words;
    struct pack_menu *menus;
    const char *language;   /* that its own texts are in, by its code: "en" unless it says otherwise */
    struct names languages; /* offered beside English, by their codes */
    struct names usual;     /* procedures that are offered first, in this order; can name what the pack has not */
    struct other_names *terms;
    size_t term_count;
    struct cites terms_cites; /* why a draft is to call each role by one name */
    struct clause *clauses;
    const struct clause **clauses_by_id; /* sorted */
    struct pack_post *posts;
    struct pack_calendar *calendars; /* the first is "working" */
    struct procedure *procedures;
    size_t word_count, menu_count, clause_count, post_count, calendar_count, procedure_count;
    struct cites junior_names_hidden; /* not empty: a Member is not shown the names of junior Officers, under these */
    struct cites apart_cites;         /* why another Officer is chosen where two people are kept apart */
    struct cites unmarked_cites;      /* not empty: parts without a mark are confidential, and all show theirs */
    struct cites confidential_cites;  /* shown with each part that is confidential */
    struct relations report_to;       /* who reads the report; none: nobody */
    int report_months;                /* how long each report's time is: 1, 3 or 12 months */
    struct cites report_cites;        /* why they do */
    bool group_sees_past;             /* who joins a group reads what it was told before */
    struct names ends[ABOUT_COUNT];   /* where its nation lets a matter about somebody end; empty: anywhere */
    struct names end_names;           /* all that a state's `ends in` can say */
    struct names about_somebody;      /* procedures that must say whom they are about; can name what the pack has not */
    struct places *places;            /* of pack_place */
    const struct node *tree;          /* what it was built from */
};

/* root: the folder of all packs; name: a folder in it. Errors: file, line, column, what is wrong, what was expected.
 * The caller owns *pack_r. */
bool pack_load(const char *root, const char *name, struct arena *a, struct pack **pack_r, const char **error_r);
/* The same; what it extends and is not in root is in the folder bases. */
bool pack_load_over(const char *root, const char *bases, const char *name, struct arena *a, struct pack **pack_r,
                    const char **error_r);
bool pack_parse(const char *source, size_t length, struct arena *a, struct pack **pack_r, const char **error_r);
void pack_free(struct pack **pack);

/* Where something stands in a pack's files; lines and columns count from 1. */
struct pack_place {
    const char *file; /* "packs/county/enquiry.yaml"; "pack" when the pack was parsed */
    size_t line, column;
};
/* Of a rule (any element of a pack's arrays) or of what one key of it says (a member); of the files that say
 * something of it, in the one that was merged last: the council's own before its base's. What has no place of its own
 * is given the pack's. */
struct pack_place pack_place(const struct pack *pack, const void *rule);
/* Where each entry of the source stands, a line for each: "packs/county/enquiry.yaml:31:3", and, each after a tab, the
 * keys that lead to it; those of lists count from 0. */
const char *pack_source_places(const struct pack *pack, struct arena *a);

/* NULL when there is none of that name; no clause has a NULL one. */
const struct procedure *pack_procedure(const struct pack *pack, const char *name);
const struct clause *pack_clause(const struct pack *pack, const char *id);
const struct pack_calendar *pack_calendar(const struct pack *pack, const char *name);
const struct pack_post *pack_post(const struct pack *pack, const char *role);
const struct power *procedure_power(const struct procedure *procedure, const char *name);
const struct state *procedure_state(const struct procedure *procedure, const char *name);
/* As it is marked, wherever it is shown; without a mark, as the pack says of those. */
bool part_is_confidential(const struct pack *pack, const struct part *part);
const struct part *procedure_part(const struct procedure *procedure, const char *name);
/* Where a record of an earlier version that is in that state goes on; NULL: nowhere. */
const struct state *procedure_moves_to(const struct procedure *procedure, const char *state);
const struct duty *procedure_duty(const struct procedure *procedure, const char *name);
const struct field *form_field(const struct form *form, const char *name);
/* Whether the name is one of them, or there are none. */
bool names_admit(const struct names *names, const char *name);
/* A field that links its record with the one that it names. */
bool field_links(const struct field *field);
/* The field of that name whose value is a fact of the record: of the opening form, or kept from a power's. NULL: none.
 */
const struct field *procedure_fact(const struct procedure *procedure, const char *name);
/* A field of the power's form whose latest value is kept as a fact of the record: one without a part that names
 * something, but for the next handler. */
bool power_keeps(const struct power *power, const struct field *field);
/* Whether it is given to the opener as such, or to whom a relation means as such, among others or alone. */
bool power_names_opener(const struct power *power);
bool power_names(const struct power *power, const struct relations *named);
/* It means somebody by who opened the record, so that naming them could tell who that was. */
bool relation_is_by_opener(const struct relation *relation);
bool relations_are_by_opener(const struct relations *relations); /* one of them is */
/* Opening it or one of its powers keeps people apart. */
bool procedure_keeps_apart(const struct procedure *procedure);
/* Whether a use of the form can write to the part. */
bool form_writes(const struct form *form, const char *part);
/* The council's word for one of ours: pack_word(pack, "Member") is "Councillor" in some. The word itself when the pack
 * has no other. */
const char *pack_word(const struct pack *pack, const char *word);
/* The same in a language: the council's own word stands as it is, ours is said in it. */
const char *pack_word_in(const struct pack *pack, const struct language *in, const char *word);
/* A text of ours with the council's words for ours put in. */
const char *pack_put_words(const struct pack *pack, struct arena *a, const char *text);

/* "duty" */
const char *clause_kind_name(enum clause_kind kind);
/* The pack says that this place shows the clause. */
bool clause_shown_at(const struct clause *clause, const char *place);
/* "the sign-in page", "the start page of Enquiry". */
const char *pack_place_name(const struct pack *pack, const struct language *in, struct arena *a, const char *place);

#endif
