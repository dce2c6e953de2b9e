/*
 * engine: what a council's protocol says of an act, and making it so.
 *
 *   council      the immutable snapshot that everything reads: packs, directory, calendars; replaced whole when one
 * changes situation    what is the case for one person and one record (or none yet), read from the store decide pure:
 * pack + situation + act -> outcome: a refusal with its clause, errors beside fields, or effects. No I/O, no clock why
 * pure: whether a power may be used, and the clause that allows it or the nearest condition that forbids it act the one
 * road for web, API and mail: situation, decide, apply and the idempotency key in one transaction of the writer tick
 * the same for what falls due: missed duties
 *
 * Data flows one way: request -> decide -> apply -> commit.
 */
#ifndef COMITY_ENGINE_H
#define COMITY_ENGINE_H

#include "base/base.h"
#include "calendar/calendar.h"
#include "directory/directory.h"
#include "pack/pack.h"
#include "store/store.h"

/* ---- council
 * ---------------------------------------------------------------------------------------------------------- */

struct council {
    const char *name;        /* "Exampleton Borough Council" */
    const struct pack *pack; /* in force for new records */
    const struct directory *directory;
    struct offices offices; /* the posts of the pack: each is one person's, or one's of each service, group or body */
    enum zone zone;
    int64_t version; /* of the store's meta: another one means that the snapshot is stale */
    /* the rest is private to council.c */
    struct arena *arena;
    struct pack **packs; /* every adopted version */
    size_t pack_count;
    _Atomic int users;
};

/* Engine: owns the store, the clock, the random source and the present council. One for each process. */
struct engine;

/* Takes over none of its arguments; they must outlive it. Fails when the store has no council (comity init was not
 * run). */
bool engine_new(struct store *store, struct clock *clock, struct rng *rng, struct arena *a, struct engine **engine_r,
                const char **error_r);
void engine_free(struct engine **engine);
struct store *engine_store(struct engine *engine);
struct clock *engine_clock(struct engine *engine);
struct rng *engine_rng(struct engine *engine);

/* The present snapshot, looked up against the db's version: what another process changed is seen by the next request.
 * Released when the arena is reset. NULL when the db failed. Call it inside db_begin … db_end. */
const struct council *engine_council(struct engine *engine, struct db *db, struct arena *a);
/* The pack by its hash; NULL when the council never adopted it. */
const struct pack *council_pack(const struct council *council, const char *hash);
/* A pack's calendar with the closures that the council added, in the arena. */
const struct calendar *council_calendar(const struct council *council, const struct pack_calendar *calendar);
int32_t council_day(const struct council *council, instant at);

/* The council as a decision found it, by the id under which that is kept, with the packs of the present one. False with
 * a sentence when it is not there, or is not what was kept. Released when the arena is reset. */
bool council_recall(struct db *db, const struct council *present, int64_t id, struct arena *a,
                    const struct council **council_r, const char **error_r);

/* Clause ids as one text, with spaces between, and back; an id that the pack does not have is left out. How the store
 * keeps cites. */
char *cites_text(struct cites cites, struct arena *a);
struct cites cites_parse(const struct pack *pack, const char *text, struct arena *a);

/* For comity init: in a writer's job. */
bool engine_adopt(struct db *db, const char *council_name, const struct pack *pack, instant now);

/* ---- situation
 * -------------------------------------------------------------------------------------------------------- */

struct value { /* a field's value, as text: a choice's value, a date, an id; an attestation is "yes" */
    const char *name, *text;
};
struct values {
    LIST(struct value) list;
};
const char *values_get(const struct values *values, const char *name); /* NULL when not there */
void values_put(struct arena *a, struct values *values, const char *name, const char *text);
/* Puts what a JSON object of texts has, which is how the store keeps a record's facts. */
void values_parse(struct arena *a, struct values *values, const char *text);

enum duty_state { DUTY_OPEN, DUTY_PAUSED, DUTY_MET, DUTY_CANCELLED };

struct open_duty {
    int64_t id;
    const struct duty *duty;
    const char *bearer; /* principal */
    enum duty_state state;
    instant started_at, counted_from, due_at, missed_at, next_at; /* missed_at INSTANT_NONE: not missed */
    struct term term; /* from counted_from; of a paused duty: the working days that remained */
    int step;
};

/* When an open duty is due by the calendar as it is now; false when it was not counted (a date that was given) or
 * cannot be. */
bool duty_recount(const struct council *council, const struct open_duty *duty, struct arena *a,
                  struct deadline *deadline_r);

/* ---- guests (guest.c)
 * ---------------------------------------------------------------------------------------------------------- */

/* Who has no account: whoever opened a record without one, or was invited to it. A guest is a person with an id of
 * their own and this one record; they hold the principal of that id and nothing else, are never of the directory, and
 * stand in no list, choice or export. */
#define GUEST_PREFIX "guest-"
/* How others are shown a guest who opened a record: their name, if they give one, is for whom the form gives it to. */
#define GUEST_OPENER SAID("a member of the public")

/* The id of whoever would be invited, in a preview. */
#define GUEST_TO_BE GUEST_PREFIX "to-be"

/* Whoever is nobody yet: sees what everybody is shown, and may begin what the public may begin. */
extern const struct person visitor;

/* The person of an id that the store keeps, of the directory or a guest; a guest whose access has ended is not active.
 * NULL when there is none. */
const struct person *council_person(struct db *db, const struct council *council, const char *id, struct arena *a);
/* The id of the guest whose code that is, however it was typed; NULL when there is none, or their access has ended. */
char *guest_by_code(struct db *db, const char *code, struct arena *a);
/* The reference of a guest's record. */
char *guest_record(struct db *db, const char *guest, struct arena *a);

/* ---- what decide needs */

struct past_event {
    int64_t id;
    instant at;
    const struct person *actor; /* NULL: the clock */
    const char *power, *from_state, *to_state, *part, *say, *cites;
};

/* What the engine itself says in events and notices. It is kept in English, and said to who reads it by text_say_kept.
 */
#define KEPT_OPENED SAID("opened it out of another record")
#define KEPT_ANOTHER SAID("Another %s was chosen to deal with it.")
#define KEPT_VERSION SAID("Another version of the protocol was put in force; this goes on under it as “%s”.")
#define KEPT_OVERDUE SAID("Overdue: %s")
#define KEPT_HOLIDAY SAID("%s is a holiday now (%s): “%s” is due %s instead of %s.")

struct record_facts {
    int64_t id;
    const char *ref;
    const struct state *state;
    const struct person *opener;
    const struct organization *opener_group, *service; /* can be NULL */
    const char *handler;                               /* principal; can be NULL */
    struct values fields;
    instant opened_at, closed_at;
    LIST(struct past_event) events;
    LIST(struct open_duty) duties; /* open and paused ones */
    LIST(const char *) parts;      /* names of the parts that have been written or granted */
};

struct situation;

/* What a field of kind record names. */
struct source {
    const struct field *field;
    const char *ref;
    const char *part;              /* of it, that is copied or named; NULL: it is named as a whole */
    const char *body;              /* the text of the part; NULL: nothing that the actor may read */
    const struct situation *named; /* the record itself, as it is now; NULL: there is none for the actor */
};

/* All that decide reads: the council, which is kept; the record and those that it names, which follow from decisions
 * before; the actor and the time, which are kept with each decision. Thus any decision can be made again. */
struct situation {
    const struct council *council;
    const struct pack *pack; /* the version under which the record began */
    const struct procedure *procedure;
    const struct person *actor; /* NULL: the clock */
    instant now;
    int32_t today;
    const struct record_facts *record; /* NULL: about to be opened */
    const char *made_by;               /* names the request: the person and the key; NULL: the clock's own */
    LIST(struct source) sources;       /* of the act's fields, and of the record's facts */
    const struct values *said;         /* by the act that is decided; NULL: no act yet, or none any more */
    LIST(const char *) apart;          /* ids of those who are kept apart from the opener */
    struct values written;             /* what the opening form said in parts, where the act hands it on */
    bool on_behalf;                    /* another act opens this for the actor */
    const struct language *language;   /* of what is said to whoever acts or looks; what is kept is in English */
};

/* Reads what decide needs for actor and the record ref (which the actor can see, else false with *found_r false). False
 * and *found_r true when the db failed. */
bool situation_of_record(struct db *db, const struct council *council, const struct person *actor, const char *ref,
                         instant now, struct arena *a, struct situation *situation_r, bool *found_r);
/* Adds what the facts of the record name, and what an act's fields name. read fills in body and named of a source whose
 * field and ref are given: from the store, or from what is known of an earlier time. */
typedef void source_read(void *context, const struct situation *situation, struct source *source, struct arena *a);
void situation_name_facts(struct situation *situation, source_read *read, void *context, struct arena *a);
void situation_name_fields(struct situation *situation, const struct form *form, const struct values *fields,
                           source_read *read, void *context, struct arena *a);
/* As situation_of_record by the record's internal id, for callers that know already that the actor may see it, and for
 * the clock, which sees every record (actor NULL). */
bool situation_of_id(struct db *db, const struct council *council, const struct person *actor, int64_t record,
                     instant now, struct arena *a, struct situation *situation_r, bool *found_r);
/* Reads what the power hands on of the opening form's words into situation->written. */
bool situation_read_written(struct db *db, struct situation *situation, const struct power *power, struct arena *a);
/* Adds from whom the person who opened it, or is about to, was kept apart before an event; INT64_MAX: is. */
void situation_read_apart(struct db *db, struct situation *situation, const struct person *opener, int64_t event,
                          struct arena *a);
/* For opening: NULL record, and nobody kept apart. */
void situation_of_opening(const struct council *council, const struct procedure *procedure, const struct person *actor,
                          instant now, struct situation *situation_r);

/* They may not be chosen to deal with what the opener has opened. */
bool is_kept_apart(const struct situation *situation, const struct person *person);

/* ---- principals
 * --------------------------------------------------------------------------------------------------------- */

struct principals {
    LIST(const char *)
    list; /* "person:ID", "post:ID", "group:ID", "service:ID", "ward:ID", "body:ID", "all:members", "all:officers",
             "all:people" */
};

/* What the field names in this act, else in the record's facts; NULL when it names nothing. */
const struct source *source_of(const struct situation *situation, const struct field *field);

/* Whom a relation means here and now; whoever is not there (no such post, no group) is left out. power: for the
 * relation `author`, can be NULL. */
void relation_principals(const struct situation *situation, const struct relation *relation, const struct power *power,
                         struct arena *a, struct principals *to);
bool relations_include(const struct situation *situation, const struct relations *relations,
                       const struct person *person, const struct power *power);
bool principal_includes(const struct council *council, const char *principal, const struct person *person,
                        int32_t today);
/* Somebody is this principal on the day. */
bool principal_is_held(const struct council *council, const char *principal, int32_t today);
/* "Head of Housing (Dana Okafor)", "the Green Group", "Alex Moss", "all Members". */
char *principal_title(const struct council *council, const struct language *in, const char *principal, int32_t today,
                      struct arena *a);
bool condition_holds(const struct situation *situation, const struct condition *condition,
                     const struct values *act_fields);
/* The posts that a field of the kind post offers: of a role of the pack, every post that has it. */
void field_posts(const struct situation *situation, const struct field *field, const struct power *power,
                 struct arena *a, struct principals *to);
/* Whether this person, or this organization, can be named in it. Who is kept apart from the opener is not handed what
 * they opened, and nobody names a junior Officer whom the pack keeps from them. person NULL: somebody who is not there.
 */
bool field_admits(const struct situation *situation, const struct field *field, const struct power *power,
                  const struct person *person);
bool field_admits_body(const struct field *field, const struct organization *body);
/* The time of the opening form, among facts, at which a record takes place; NULL: it is nothing that does. */
const struct field *takes_place(const struct procedure *procedure, enum zone zone, const struct values *facts,
                                instant *at_r);
/* "Tuesday 29 December 2026 at 14:00" for the value of a time; what is no time as it is. */
const char *time_say(const struct language *in, const char *value, struct arena *a);
/* The same of what that made of it in English, as it is kept; anything else as it is. */
const char *time_say_kept(const struct language *in, const char *kept, struct arena *a);
/* A choice as its label, an id as a name: what a person reads. Several things have a line each. */
const char *field_display(const struct situation *situation, const struct field *field, const char *value,
                          struct arena *a);

/* ---- decide
 * ----------------------------------------------------------------------------------------------------------- */

struct act {
    const struct power *power; /* NULL: opening */
    struct values fields;
};

enum effect_kind {
    EFFECT_OPEN,        /* principal: the handler; facts; service and group in text and other */
    EFFECT_EVENT,       /* power or text name; from, to, part, say */
    EFFECT_STATE,       /* state */
    EFFECT_HANDLER,     /* principal */
    EFFECT_ENTRY,       /* part, field, text; revises: a new version */
    EFFECT_APART,       /* principal and other: ids of the two people */
    EFFECT_LINK,        /* part, field, record: the one that is named */
    EFFECT_MARK,        /* part of the record that is named; text: MARK_AS_… */
    EFFECT_FACTS,       /* facts: all that the record has from now on */
    EFFECT_GRANT,       /* part, principal, relation name, cites */
    EFFECT_REVOKE,      /* part, principal */
    EFFECT_DUTY_START,  /* duty, principal, term, due */
    EFFECT_DUTY_END,    /* duty_id, met or cancelled */
    EFFECT_DUTY_PAUSE,  /* duty_id, term: what remains */
    EFFECT_DUTY_MOVE,   /* duty_id, counted from now, term, due: resumed, or moved by a holiday (counted_from kept) */
    EFFECT_DUTY_MISSED, /* duty_id, due: since when, step and next_at */
    EFFECT_DUTY_BEARER, /* duty_id, principal */
    EFFECT_VERSION,     /* pack: under which it goes on */
    EFFECT_NOTICE,      /* principal, name, title (text), body, cites */
    EFFECT_GUEST,       /* name: an id; text: what they are called */
};

struct effect {
    enum effect_kind kind;
    const char *principal, *part, *field, *text, *other, *name, *from, *to, *relation;
    const struct state *state;
    const struct duty *duty;
    const struct values *facts;
    const struct pack *pack;
    struct cites cites;
    int64_t duty_id, record;
    enum duty_state duty_state;
    struct term term;
    instant due, next_at, counted_from;
    int step;
    bool revises, by_nobody; /* by_nobody: of an event that is not the actor's doing */
};

struct field_error {
    const char *field, *say;
};

enum outcome_kind { OUTCOME_DONE, OUTCOME_REFUSED, OUTCOME_INVALID };

struct outcome;
struct decision;

/* What an act does on another record. */
struct consequence {
    const struct situation *situation; /* a new record: its record is NULL */
    const struct decision *decision;
    struct outcome *outcome;
    const char *part; /* of the acting record, whose audience sees that it opened the new one */
};

struct outcome {
    enum outcome_kind kind;
    struct cites cites; /* of a refusal */
    const char *say;
    LIST(struct field_error) errors;
    LIST(struct effect) effects;
    struct values fields;          /* of an act: cleaned */
    LIST(struct consequence) also; /* applied after the effects */
    const char *see, *begin;       /* of a refusal, as its rule has them; NULL: it points nowhere */
    bool by_pack;                  /* say is the rule's own text */
};

void decide(const struct situation *situation, const struct act *act, struct arena *a, struct outcome *outcome_r);
/* A duty's clock has run to next_at. */
void decide_missed(const struct situation *situation, const struct open_duty *open, struct arena *a,
                   struct outcome *outcome_r);
/* A day was closed, which the situation's council has closed: OUTCOME_REFUSED when that does not move the duty. */
void decide_holiday(const struct situation *situation, const struct open_duty *open, int32_t date, const char *name,
                    struct arena *a, struct outcome *outcome_r);

/* The record goes on under another version of the pack, with the duties that it has and before the eyes that see it.
 * OUTCOME_REFUSED when that version has no place for it, or leaves it where it is. */
void decide_version(const struct situation *situation, const struct pack *pack, struct arena *a,
                    struct outcome *outcome_r);

/* What is decided: one of the above, with what it takes beside the situation. */
enum decision_kind {
    DECISION_ACT,
    DECISION_MISSED,
    DECISION_HOLIDAY,
    DECISION_USED,   /* an act on another record used the power */
    DECISION_OPENED, /* an act on another record opened this, for the actor */
    DECISION_VERSION /* another version of the pack was put in force, under which the record goes on */
};
struct decision {
    enum decision_kind kind;
    const struct power *power;    /* DECISION_ACT: NULL for an opening; DECISION_USED */
    const struct open_duty *duty; /* DECISION_MISSED, DECISION_HOLIDAY: of the situation's record */
    const struct pack *pack;      /* DECISION_VERSION: the other version */
    struct values fields;         /* DECISION_ACT, DECISION_OPENED: of the form; DECISION_HOLIDAY: "day" and "name" */
};
/* How the store calls a kind. */
bool decision_kind_parse(const char *text, enum decision_kind *kind_r);
void decide_any(const struct situation *situation, const struct decision *decision, struct arena *a,
                struct outcome *outcome_r);
/* Of the effects, by what they say and not by where they are kept: neither row ids nor random references. BLAKE2b. */
char *outcome_digest(const struct situation *situation, const struct outcome *outcome, struct arena *a);

struct why {
    bool allowed;
    struct cites cites;
    const char *say;
};
/* power NULL: opening under situation->procedure. */
void why(const struct situation *situation, const struct power *power, struct arena *a, struct why *why_r);
/* Whether why would allow it. A page asks this of every power, and needs no words for those that it leaves out. */
bool power_is_open(const struct situation *situation, const struct power *power, struct arena *a);
/* Of a name that the procedure does not have: not allowed, with the procedure's clauses. */
void why_named(const struct situation *situation, const char *name, struct arena *a, struct why *why_r);

/* ---- act
 * -------------------------------------------------------------------------------------------------------------- */

struct request {
    const char *person;    /* id; NULL: nobody who is known, who can only open a record, and becomes its guest */
    const char *procedure; /* to open a record; or */
    const char *ref, *power;
    struct values fields;
    const struct language *language; /* that errors and refusals are said in */
    const char *key; /* idempotency key, at most 200 characters; NULL: none. Without a person it is the key of what is
                        said too: a stranger's key tells nothing of another's */
};

/* Somebody whom the act made a guest. The code is known now and never again. */
struct new_guest {
    const char *id, *name, *code;
    bool is_opener; /* else they were invited */
};
struct new_guests {
    LIST(struct new_guest) list;
};

enum result_kind {
    RESULT_DONE,
    RESULT_REFUSED,
    RESULT_INVALID,
    RESULT_NOT_FOUND, /* the record, or the procedure or power, is not there for this person */
    RESULT_CONFLICT,  /* the key was used before for something else */
    RESULT_FAILED,    /* the store failed, nothing changed: say is for the log */
    RESULT_UNKNOWN    /* the store failed, and it may have been done all the same: say is for the log */
};

struct result {
    enum result_kind kind;
    const char *ref;
    bool repeated; /* done before under the same key */
    struct cites cites;
    const char *say;
    const char *see, *begin; /* of a refusal: see struct outcome */
    bool by_pack;
    LIST(struct field_error) errors;
    struct new_guests guests; /* when repeated: the same guests, each with one code more */
};

/* Durable when it returns RESULT_DONE. */
void engine_act(struct engine *engine, const struct request *request, struct arena *a, struct result *result_r);

/* Many requests in one transaction, for demonstration data and benchmarks: all are written, or none when the store
 * failed. results: as many, in the arena; one that is refused changes nothing and does not stop the others. False with
 * a sentence when the store failed. */
bool engine_act_many(struct engine *engine, const struct request *requests, size_t count, struct arena *a,
                     struct result *results, const char **error_r);

/* ---- held (held.c)
 * ---------------------------------------------------------------------------------------------------------- */

/* An act that waits, so that whoever sent it can still take it back: until then nobody else knows of it, and no clock
 * runs. Only its person ever reads it (sight_held). */
#define HELD_SECONDS (10 * 60)

/* As engine_act, but the act is held for HELD_SECONDS, or held again: *held_r names it. Whatever engine_act would
 * refuse now is refused now. It is done at once, and *held_r NULL, when one of the person's own duties on the record
 * would run out meanwhile. The request must have a person and a key, under which it is sent once, whatever comes first.
 * title: what their list of held things calls it. Forms that invite guests must not be held: their codes are known to
 * the sender alone, and only once. */
void engine_hold(struct engine *engine, const struct request *request, const char *title, struct arena *a,
                 struct result *result_r, const char **held_r);

struct held_one {
    const char *ref, *person;
};
/* Sends it before its time. Whatever is refused is kept, with the reason. */
void engine_send_held(struct engine *engine, const struct held_one *held, struct arena *a, struct result *result_r);
/* Jobs for store_write; context is a struct held_one. Take back: it is kept and will not be sent; false when it was
 * sent already. Throw away: no trace of it is kept. */
bool held_take_back(struct db *db, void *context);
bool held_throw_away(struct db *db, void *context);

/* ---- own (own.c): what people choose for themselves. Jobs for store_write
 * ---------------------------------------------------------------------------------------------------------- */

/* A list of records that somebody comes back to, under a name of theirs: the query of its address. A name that they
 * have is given to the new one; save returns false when they have OWN_VIEWS_MOST. */
#define OWN_VIEWS_MOST 20
struct own_view {
    const char *person, *name, *query;
};
bool own_view_save(struct db *db, void *context);
bool own_view_remove(struct db *db, void *context);
struct own_setting {
    const char *person, *name, *value;
};
bool own_setting_put(struct db *db, void *context);

struct preview_reader {
    const char *name, *part;          /* the part's name and its title */
    const char *principal, *relation; /* why them: "head of service" */
    const char *who;                  /* the principal as sight_preview shows it; NULL before */
    struct cites cites;
};

/* Who is none of the readers and may be told something later: a category or a post, never a person. */
struct preview_later {
    const char *who;  /* "the leaders of all groups but the opener's" */
    const char *what; /* a notice's title, a part's, a power's label: in the pack's language */
    struct cites cites;
};

/* What would come of a request: nothing is changed. */
struct preview {
    enum result_kind kind; /* DONE: could be sent */
    struct cites cites;
    const char *say;
    const char *see, *begin; /* of a refusal: see struct outcome */
    bool by_pack;
    LIST(struct field_error) errors;
    const char *handler; /* principal */
    const char *answers; /* the handler as sight_preview shows it; NULL before */
    struct cites route_cites;
    bool has_due;
    struct deadline due;
    struct cites due_cites;
    LIST(struct preview_reader) audience; /* a principal once for a part */
    LIST(struct preview_later) later;
    bool counts_open;
    int64_t open_count; /* this person's open records with that service */
    struct cites counts_cites;
    const char *service;        /* id of the service that it would be sent to; NULL: none */
    LIST(const char *) written; /* of using a power: the parts that are written in, by name, perhaps several times */
};
/* Of opening a record. */
void engine_preview(struct engine *engine, struct db *db, const struct council *council, const struct request *request,
                    struct arena *a, struct preview *preview_r);
/* Of using a power; fills kind and what goes with it, audience (who may read a part from then on, some of them before)
 * and written. */
void engine_preview_use(struct engine *engine, struct db *db, const struct council *council,
                        const struct request *request, struct arena *a, struct preview *preview_r);

/* Runs all that is due at the engine's clock: duties whose time has run out, and what was held so long. Returns how
 * many things it dealt with, -1 when the store failed. */
int engine_tick(struct engine *engine, struct arena *a, const char **error_r);
/* The instant at which engine_tick has something to do; INSTANT_NONE when there is none. */
instant engine_next_due(struct db *db);

/* A holiday proclaimed now: kept, and the open duties that it touches moved, with an event on each record. *moved_r
 * counts them. False with a sentence when the day is closed already or the store failed. */
bool engine_add_holiday(struct engine *engine, int32_t date, const char *name, struct arena *a, int *moved_r,
                        const char **error_r);

/* Puts another version of the pack in force: what begins from now on is under it. Open records stay under theirs, but
 * those of procedures that say otherwise (`earlier records`), each with an event; *moved_r counts these. False with a
 * sentence, and nothing changed, when one of them has no place in the new version, or the store failed. */
bool engine_adopt_pack(struct engine *engine, const struct pack *pack, struct arena *a, int *moved_r,
                       const char **error_r);

/* ---- report (report.c)
 * ---------------------------------------------------------------------------------------------------------- */

/* In a writer's job: a request was not sent because an earlier answer was enough. service: an id; NULL: none. key: an
 * idempotency key that tells nothing of the person, counted once; NULL: none. Kept are the day and what was spared, not
 * by whom. False when it was counted before, or the db failed. */
bool engine_spared(struct db *db, int32_t date, const char *procedure, const char *service, const char *key);

struct report_count {
    const char *procedure, *title;
    int64_t opened; /* -1: hidden, as a line is */
};
/* What a group's Members asked for, or a service was asked. Nothing in a report tells of one Member, not even to the
 * other one of two: a line of fewer than REPORT_LEAST requests, or from fewer people, has no figures. */
struct report_line {
    const char *id;     /* NULL: Members without a group; requests to no service */
    const char *name;   /* of an organization that is gone: its id */
    const char *hidden; /* why there are no figures, such as "fewer than 3"; NULL: there are */
    int64_t opened, answered, refused;
    int64_t missed;                       /* duties, but for those that the opener had */
    int64_t half_days;                    /* median of working days to the first answer or refusal, doubled; -1: none */
    int64_t spared;                       /* of a service; -1: fewer than REPORT_LEAST, or the complement of such */
    LIST(struct report_count) procedures; /* all of the pack in force, and older ones */
};
#define REPORT_LEAST 3
/* How many records have each answer to a question that is `counted`. An answer is hidden as a line is, for the same
 * reasons, of which the report says nothing: they would tell more than a zero does. */
struct report_choice {
    const char *value, *label;
    int64_t records; /* -1: hidden */
};
struct report_question {
    const struct procedure *procedure;
    const struct field *field;
    LIST(struct report_choice) choices;
};
struct report {
    LIST(struct report_line) groups, services; /* by name */
    int64_t spared;                            /* by all services; -1: fewer than REPORT_LEAST */
    LIST(struct report_question) questions;    /* that the pack in force says are counted, in its order */
};
/* The equality report: of the requests that were opened on these days of the council's zone, both counted, with what
 * had become of them before a moment. It costs what was opened then, however much else there is. False when the db
 * failed.
 */
bool engine_report(struct db *db, const struct council *council, const struct language *in, int32_t from, int32_t to,
                   instant before, struct arena *a, struct report *report_r);
#define REPORT_OF_NOW INT64_MAX

/* ---- words (words.c)
 * ---------------------------------------------------------------------------------------------------------- */

/* What search knows of a text: a hash for each different word of two or more letters and digits, in lower case; in no
 * order that tells anything. The same for what is kept and for what is asked. */
struct words {
    LIST(int64_t) hashes;
};
void words_of(struct arena *a, const char *text, struct words *words_r);

#endif
