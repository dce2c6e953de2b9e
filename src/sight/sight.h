/*
 * sight: the one gate for reading. sight(viewer) -> view; and a renderer (HTML, JSON) takes a view and nothing else.
 *
 * A view holds just what that viewer may see: every query joins the grants with what the viewer `holds`. The promise
 * (DESIGN 6): for any two histories that differ only in what a viewer may not see, the views are equal, byte for byte.
 * So there are no totals over hidden things, no counters, no "last changed"; a record that is hidden and one that does
 * not exist are both "not found"; search is in the order of opening, never of statistics.
 *
 * Everything lives in the request's arena. Functions that return false have a failed db (a page says that it could not
 * be read).
 */
#ifndef COMITY_SIGHT_H
#define COMITY_SIGHT_H

#include "base/base.h"
#include "engine/engine.h"
#include "pack/told.h"

/* Who looks, and when. db is inside db_begin … db_end. */
struct sight {
    struct engine *engine;
    struct db *db;
    const struct council *council;
    const struct person *viewer;
    instant now;
    const struct language *language; /* of what is said; the council's own words stand as they are */
    struct arena *a;
};

/* ---- pieces
 * ----------------------------------------------------------------------------------------------------------- */

struct view_clause { /* a clause that a line stands under */
    const char *id, *summary;
};
struct view_cites {
    struct view_clause *at;
    size_t count;
};

struct view_person {
    const char *id;    /* NULL: no link (the clock, or a junior Officer whose name is not shown) */
    const char *name;  /* "Alex Moss", "an Officer of Housing", "Comity" */
    const char *title; /* the post or group that they are shown with: "Head of Housing", "Green Group"; can be NULL */
    bool is_viewer;
    bool by_pack; /* name is what the pack has in the place of theirs */
};

struct view_choice {
    const char *value, *label, *hint;
    const char *unit; /* of a person: their group or service; NULL: none */
    bool by_pack;     /* label and hint are texts of the pack */
};
struct view_field {
    const char *name, *label, *hint;
    enum field_kind kind;
    bool required;
    struct view_choice
        *choices; /* of a choice; and of service, person and record fields: those that this viewer may name */
    size_t choice_count;
    bool more_choices;      /* of a record field: only the newest are among the choices */
    const char *when_field; /* asked only while that field has one of these values; NULL: always */
    const char **when_values;
    size_t when_count;
};
struct view_form {
    struct view_field *at;
    size_t count;
};

struct view_power {
    const char *name, *label, *hint;
    struct view_form form;
    struct view_cites cites;
    const char *precedents; /* words for a search of earlier records; NULL */
};

/* The days of a duty's clock, from that of receipt on. */
enum view_day { VIEW_DAY_COUNTED, VIEW_DAY_UNCOUNTED, VIEW_DAY_PAUSED };
struct view_clock {
    int32_t from;              /* the first of the days */
    const enum view_day *days; /* up to the due one, and further to today or the day of ending when it is late */
    const bool *marked;        /* as many: something happened on that day that the viewer sees */
    size_t count;              /* 0: none is shown, as in lists, while it is paused, and where it is too long to draw */
};

struct view_duty {
    const char *name, *label, *ref; /* ref: of its record */
    const char *procedure_title;
    const char *record_title; /* what the record is about, if the viewer may see that; else its procedure's title */
    const char *bearer;       /* title of the principal */
    bool mine, missed, paused;
    instant started_at, due_at;
    int32_t due;          /* the day; of no meaning while paused */
    const char **working; /* pieces, ends with NULL; only on a record's page, NULL in lists */
    const char *sentence; /* the same in one line; NULL in lists */
    const char *late;     /* who is told when it is late, "you" for the viewer; NULL: nobody more, and in lists */
    bool late_many;       /* they are several, or the viewer */
    int left; /* working days of its calendar after today, up to the due one; after the due one, up to today, below 0.
                 Of a paused one on a record's page: those that remain */
    instant ended_at; /* when it was met; INSTANT_NONE: it is still owed */
    struct view_clock clock;
    struct view_cites cites;
};

struct view_entry { /* what one field of a form said */
    const char *field, *label;
    const char *text;    /* as written; a choice by its label */
    bool by_pack;        /* text is the pack's: a choice's label, a clause */
    int version, latest; /* a revision replaces nothing: both stay, and the page shows the latest first */
    struct view_person by;
    instant at;
};
struct view_mark {
    struct view_person by;
    instant at;
};
struct view_part {
    const char *name, *title;
    bool confidential;
    bool marked;             /* its mark is shown, whichever it is */
    struct view_mark said;   /* who said so when they were asked; name NULL: the protocol does */
    struct view_cites cites; /* of what is confidential: what is to be heeded */
    LIST(struct view_entry) entries;
};

struct view_event {
    instant at;
    struct view_person by;
    const char *power, *say; /* say: "answered", "The time to respond has run out." */
    bool by_pack;            /* say is a text of the pack */
    struct view_cites cites;
};

struct view_told { /* who was told of the record by a notice, and what: shown to those who may see that */
    const char *title, *who;
    const char *overdue; /* see struct view_notice */
    instant at;
    struct view_cites cites;
};

struct view_audience {    /* who can read a part */
    const char *part;     /* its name */
    const char *title;    /* its title */
    const char *who;      /* title of the principal */
    const char *relation; /* why them: "head of service" */
    instant since;
    struct view_cites cites;
};

struct view_audiences {
    LIST(struct view_audience) list; /* those of a part one after the other */
};

struct view_link { /* a record that the viewer sees too */
    const char *ref, *procedure, *procedure_title, *title;
    const char *state, *state_title; /* NULL: the viewer sees parts of it only */
};

struct view_offer {                        /* a procedure that the viewer may begin about this record */
    const char *procedure, *start, *field; /* field: of its form, which then names this record */
    struct view_cites cites;
};

/* ---- one record
 * ------------------------------------------------------------------------------------------------------- */

struct view_record {
    const char *ref, *procedure, *procedure_title;
    const char *title; /* what it is about; the procedure's title when the viewer may not see that */
    bool whole;        /* the viewer has the part 'record'; else only parts are shown: no state, events, powers, duties,
                          audience */
    const char *state, *state_title, *status; /* status: one sentence */
    bool open;
    instant opened_at;
    struct view_person opener;
    const char *handler, *service; /* titles; can be NULL */
    bool takes_place; /* it is open, and at a time that the viewer knows: its own, or that of a record that it names */
    instant takes_place_at, takes_place_until; /* until: INSTANT_NONE where the pack does not say how long it lasts */
    LIST(struct view_part) parts;              /* in the pack's order, those with something in them */
    LIST(struct view_entry) facts;             /* fields that belong to no part */
    LIST(struct view_event) events;            /* oldest first */
    LIST(struct view_power) powers;
    LIST(struct view_offer) offers;
    LIST(struct view_duty) duties; /* open ones */
    LIST(struct view_duty) met;    /* what was owed and done, in the order of beginning */
    struct view_audiences audience;
    LIST(struct view_told) told;
    LIST(struct view_link) linked; /* what it names and what names it, the newest first; at most 50 */
};

/* Whether the powers and procedures of a view come with their forms: the people, services and records that can be
 * chosen in them cost more than all the rest, and most pages show none. */
enum view_forms { WITHOUT_FORMS, WITH_FORMS };

/* *found_r false: there is none for this viewer. Notes in the record of reads which parts were opened, durably, before
 * it returns. */
bool sight_record(const struct sight *sight, const char *ref, enum view_forms forms, struct view_record *view_r,
                  bool *found_r);

/* The calendar entry of a record that takes place: what kind of business it is, and nothing of what it is about, since
 * calendars are shared and stand on other people's servers. */
void sight_event(const struct sight *sight, const struct view_record *view, struct ical_event *event_r);

/* Who would read what the request says, were the power used now: those who read the parts that it is written in
 * already, and those who would from then on. Nobody when it could not be used, and of a part that the viewer is not one
 * to read: who is let read it once something stands in it would tell whether something does. */
bool sight_will_read(const struct sight *sight, const struct request *request, struct view_audiences *view_r);

/* Whether and why the viewer may use a power on a record that they see whole; also of a name that is no power. */
struct view_why {
    const char *ref, *power, *label;
    bool allowed;
    const char *say;
    bool by_pack; /* say is a text of the pack */
    struct view_cites cites;
};
bool sight_why(const struct sight *sight, const char *ref, const char *power, struct view_why *view_r, bool *found_r);

/* ---- lists
 * ------------------------------------------------------------------------------------------------------------ */

/* Of a record of which the viewer may read some parts only (a search finds it, with LIST_ALL and without `mine`): ref,
 * procedure, title and opened_at; state and state_title are NULL, open and has_due false. */
struct view_row {
    const char *ref, *procedure, *procedure_title, *title, *state, *state_title;
    bool open;
    instant opened_at;
    bool has_due;
    int32_t due;
    int left;         /* as of view_duty */
    instant takes_at; /* when it takes place; INSTANT_NONE: it does not */
};
struct list_filter {
    enum { LIST_OPEN, LIST_CLOSED, LIST_ALL } state;
    const char *procedure; /* NULL: all */
    const char *words;     /* NULL: all; else every word must be in what the viewer may read of the record */
    const char *after;     /* cursor from view_list.next; NULL: from the newest. A malformed one yields an empty list */
    int limit;             /* 1 to 100 */
    bool mine;             /* only those that the viewer opened */
};
struct view_list {
    LIST(struct view_row) rows; /* newest first, by the time of opening */
    const char *next;           /* NULL: no more */
    bool unfinished; /* a search looked at as many records as one page may: next goes on, and may find no more */
};
bool sight_list(const struct sight *sight, const struct list_filter *filter, struct view_list *view_r);

/* Records of one procedure that the viewer deals with, and the power by which they may hand them on; its form is the
 * newest one's. At most 100 in all, newest first. */
struct view_hand_over {
    const char *procedure, *title;
    struct view_power power;
    LIST(struct view_row) rows;
};
struct view_hand_overs {
    LIST(struct view_hand_over) list;
};
bool sight_hand_overs(const struct sight *sight, struct view_hand_overs *view_r);

/* ---- for everybody
 * ------------------------------------------------------------------------------------------------------------ */

/* A record of which something was published, and when. To be read by sight_record as `visitor` (engine.h). */
struct view_published {
    const char *ref, *procedure, *procedure_title, *title;
    instant at;
};
struct view_published_list {
    LIST(struct view_published) rows; /* newest first, at most 50 */
    const char *next;                 /* NULL: no more */
};
/* The same for every viewer. after: a cursor as of a list; NULL: from the newest. */
bool sight_published(const struct sight *sight, const char *after, struct view_published_list *view_r);
/* Whether the pack lets anybody begin something without an account. */
bool sight_opens_to_public(const struct sight *sight);

struct view_notice {
    const char *ref, *title, *say;
    const char *overdue; /* the label of the duty that the title says is overdue; NULL: it says something else */
    instant at;
    const char *record_ref;   /* only if the viewer can see that record anyway; else NULL */
    const char *record_title; /* as they see it; NULL with record_ref */
    struct view_cites cites;
};

struct view_home {
    LIST(struct view_duty) duties;    /* what the viewer owes, soonest first; at most 25 */
    bool more_duties;                 /* there are more of them */
    LIST(struct view_row) waiting;    /* the viewer's own open records, at most 25 */
    LIST(struct view_notice) notices; /* newest first, at most 10 */
    bool more_waiting, more_notices;  /* there are more of them */
};
bool sight_home(const struct sight *sight, struct view_home *view_r);
bool sight_duties(const struct sight *sight, struct view_home *view_r);  /* fills duties only, at most 100 */
bool sight_notices(const struct sight *sight, struct view_home *view_r); /* fills notices only, at most 100 */

/* ---- what the viewer holds back
 * ---------------------------------------------------------------------------------------------------------- */

/* An act of theirs that was not sent yet (engine_hold). */
struct view_held {
    const char *ref, *title;
    const char *procedure;      /* that it opens; NULL: it uses */
    const char *record, *power; /* this power */
    struct values fields;
    instant sends_at; /* INSTANT_NONE: it is not going to be sent: */
    const char *why;  /* it could not be, for this reason; NULL: they took it back */
    const char *key;
};
struct view_held_list {
    LIST(struct view_held) list; /* newest first, at most 50 */
};
bool sight_held(const struct sight *sight, struct view_held_list *view_r);
bool sight_held_one(const struct sight *sight, const char *ref, struct view_held *view_r, bool *found_r);

/* ---- what the viewer chose for themselves
 * ---------------------------------------------------------------------------------------------------------- */

/* A list of records that they come back to. */
struct view_saved {
    const char *name, *query; /* query: of the list's address */
};
struct view_saved_list {
    LIST(struct view_saved) list; /* by name, at most OWN_VIEWS_MOST */
};
bool sight_saved(const struct sight *sight, struct view_saved_list *view_r);
/* NULL: they chose nothing. */
char *sight_setting(const struct sight *sight, const char *name);
/* What takes place: an open record that the viewer sees whole, otherwise than as one of all Members or all Officers,
 * with a time that they know. */
struct view_taking {
    const char *ref, *procedure_title, *title;
    instant at, opened_at;
};
/* Some days of the council's calendar, and what the viewer has on them. */
struct view_days {
    LIST(struct view_duty) duties;   /* what they owe, soonest first, without what stands still; at most 200 */
    LIST(struct view_taking) taking; /* soonest first; at most 200 */
    const char **closed;             /* for each of the days why it is no working day; NULL: it is one */
    bool more;                       /* there is more than that */
};
/* from and to: both counted, at most DAYS_SEEN_MOST. It costs what the viewer has on these days. */
bool sight_days(const struct sight *sight, int32_t from, int32_t to, struct view_days *view_r);
#define DAYS_SEEN_MOST 400
/* Their calendar entries: what kind of business it is, as sight_event has it. */
void sight_duty_event(const struct sight *sight, const struct view_duty *duty, struct ical_event *event_r);
void sight_taking_event(const struct sight *sight, const struct view_taking *taking, struct ical_event *event_r);

/* The equality report. It tells of records that its readers may not see, which nothing else does: report.c says how it
 * keeps from telling of any one of them. */
struct view_report {
    LIST(const char *) readers; /* to whom the pack gives it, by category or post; none: to nobody */
    struct view_cites cites;
    bool allowed; /* the viewer is one of them */
    bool there;   /* and there is one of that time; else from here on nothing is said */
    int32_t from, to;
    int32_t stood;          /* the last day of which it tells what became of the requests */
    int32_t earlier, later; /* first days of the reports before and after; DAY_LAST: there is none */
    struct report report;
};
/* asked: a day in the time of the report; DAY_LAST: the newest one. */
bool sight_report(const struct sight *sight, int32_t asked, struct view_report *view_r);
bool sight_reads_report(const struct sight *sight);

/* ---- what can be begun
 * -------------------------------------------------------------------------------------------------- */

struct view_procedure {
    const char *name, *title, *start, *summary;
    const char *menu, *menu_title; /* the heading that it stands under; NULL: none */
    bool usual;                    /* to be offered first */
    const char *register_title;    /* its records are a register, called so; NULL */
    const char *empty;             /* what their list says when the viewer sees none; NULL */
    bool allowed;                  /* false: say and cites tell why not */
    const char *say;
    struct view_form form;
    struct view_cites cites;
};
struct view_procedures {
    LIST(struct view_procedure) list;
};
/* By menu, and under each the usual ones first; those without a menu last. */
void sight_procedures(const struct sight *sight, enum view_forms forms, struct view_procedures *view_r);
/* NULL when the pack has none of that name. given: what its form is filled in with, which some choices depend on; NULL:
 * nothing. */
const struct view_procedure *sight_procedure(const struct sight *sight, const char *name, const struct values *given);

/* ---- the directory and the protocol: open to everyone who is signed in
 * --------------------------------------------------- */

struct view_tenure {
    const char *post_id, *title, *organization_id, *organization, *role;
    bool now;
    bool restricted;  /* the pack says that its holder is politically restricted */
    bool outside;     /* the organization is no body of the council's own */
    int32_t from, to; /* DAY_FIRST, DAY_LAST when open */
};
struct view_contact {
    struct view_person person;
    const char *kind, *email, *group_id, *group, *service_id, *service, *ward_id,
        *ward;                        /* kind: "member" or "officer"; each can be NULL */
    struct view_person manager;       /* in a page of one: the line manager; name NULL: none, or not shown */
    LIST(struct view_tenure) tenures; /* in a page of one; of now first */
    LIST(const char *) posts;         /* titles of now */
};
struct view_people {
    LIST(struct view_contact) list; /* by name */
    bool restricts;                 /* the pack has posts that are politically restricted */
};
/* kind: "member", "officer" or "restricted" (who holds a politically restricted post); NULL: all. words NULL: all, else
 * each in the name. Where the pack hides the names of junior Officers, they are listed to Officers only; elsewhere on
 * pages others read "an Officer of Housing". */
void sight_people(const struct sight *sight, const char *kind, const char *words, struct view_people *view_r);
bool sight_person(const struct sight *sight, const char *id,
                  struct view_contact *view_r); /* false: none for this viewer */

/* Groups, services, bodies (an organization of that kind) and wards alike. */
enum unit_kind { UNIT_GROUP, UNIT_SERVICE, UNIT_BODY, UNIT_WARD };
struct view_unit {
    const char *id, *name, *head_title; /* head_title: "Head of Housing", "Group Leader"; NULL */
    bool informal;                      /* a body that decides nothing for the council */
    struct view_person head;            /* name NULL: nobody */
    LIST(struct view_contact) people;   /* in a page of one */
};
struct view_units {
    LIST(struct view_unit) list;
};
void sight_units(const struct sight *sight, enum unit_kind kind, struct view_units *view_r);
bool sight_unit(const struct sight *sight, enum unit_kind kind, const char *id, struct view_unit *view_r);

struct view_named {
    const char *name, *title;
};
/* What the program does because of a clause. */
struct view_rule {
    const char *name, *title;   /* "enquiry: power answer", “Answer” */
    const char *procedure, *of; /* its name and title, "enquiry" and "Enquiry"; NULL: of the whole council */
    struct rule_points points;  /* in words; none in the protocol as a whole */
    struct view_cites cites;
};
struct view_rules {
    LIST(struct view_rule) list;
};
struct view_protocol_clause {
    const char *id, *kind, *summary;
    int32_t from, to;   /* DAY_FIRST, DAY_LAST when open */
    const char *status; /* "enforced", "not yet"; NULL: of an item, which its whole speaks for */
    struct view_rules rules;
    const char *excuse;          /* why there are none; NULL */
    LIST(const char *) places;   /* "the sign-in page": where it is shown */
    struct view_cites of, items; /* the clause that it is an item of; its own items */
};
struct view_protocol {
    const char *title, *council;
    const char *code, *code_address; /* what prevails over it, and where that can be read; NULL */
    LIST(struct view_protocol_clause) clauses;
    LIST(struct view_named) procedures; /* name and title */
};
void sight_protocol(const struct sight *sight, struct view_protocol *view_r);
/* One clause, with its rules in words; false when there is none of that id. */
bool sight_protocol_clause(const struct sight *sight, const char *id, struct view_protocol_clause *view_r);
/* All rules of a procedure; false when there is none of that name. */
struct view_procedure_rules {
    const char *title, *summary;
    struct view_rules rules;
};
bool sight_procedure_rules(const struct sight *sight, const char *name, struct view_procedure_rules *view_r);
/* The clauses that the pack wants shown at a place: of PLACES, or the name of a procedure. Open to everybody. */
void sight_shown_at(const struct sight *sight, const char *place, struct view_cites *view_r);

/* What became of the requests to a service that were opened in a month and that the viewer may see. */
struct view_week {
    int32_t from, to;
    int in_time, late, waiting; /* answered (or refused) and nothing missed; something missed; neither, so far */
};
#define WEEKS_MOST 6
struct view_service_month {
    int32_t from, to;
    struct view_week weeks[WEEKS_MOST];
    size_t week_count;
    size_t requests; /* in all of them */
};
/* first: the first day of the month. It costs what the viewer may see of that month. */
bool sight_service_month(const struct sight *sight, const char *service, int32_t first,
                         struct view_service_month *view_r);

/* The signed-in person. */
void sight_me(const struct sight *sight, struct view_contact *view_r);

/* What would come of opening a record, for the viewer: engine_preview, with the names that they may be shown. */
void sight_preview(const struct sight *sight, const struct request *request, struct preview *preview_r);

/* Where the pack offers them before sending: earlier records that the viewer may see and that have all the words of
 * what they are about to open. */
struct view_earlier {
    LIST(struct view_row) rows; /* newest first, at most 5; none: nothing is offered */
    struct view_cites cites;
};
bool sight_earlier(const struct sight *sight, const struct request *request, struct view_earlier *view_r);

#endif
