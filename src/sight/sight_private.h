/*
 * What the files of sight share. A gate is what a viewer holds now, read once; whatever leaves this folder has passed
 * one of its questions: gate_admits for a grant, name_is_hidden for a name.
 */
#ifndef COMITY_SIGHT_PRIVATE_H
#define COMITY_SIGHT_PRIVATE_H

#include "sight/sight.h"

/* ---- gate.c: what the viewer holds, and the grants of a record ---- */

struct hold {
    int64_t principal;
    instant sees_from; /* grants given before that are not this holder's */
};

/* While one record is shown: what stands for who opened it, to a viewer who may not know that. */
struct veil {
    const char *otherwise; /* NULL: the viewer may know */
    const struct person *opener;
};

struct gate {
    struct veil veil;
    const struct sight *sight;
    int32_t today;
    bool hides_juniors; /* this viewer is not shown the names of junior Officers */
    bool names_juniors; /* but on the record that is looked at they are */
    LIST(struct hold) holds;
};

/* For what needs no record: names and the directory. */
void gate_begin(const struct sight *sight, struct gate *gate_r);
/* With the viewer's holds too. */
void gate_open(const struct sight *sight, struct gate *gate_r);
/* Whether a grant to the principal, given then, is the viewer's. */
bool gate_admits(const struct gate *gate, int64_t principal, instant since);

struct parts {
    LIST(const char *) names;
};
bool parts_have(const struct parts *parts, const char *part);
/* A rule of the pack that names no part goes with the record. */
const char *part_of_rule(const char *part);
/* The parts of a record that the viewer may read; none: the record is not there for them. */
void gate_parts(const struct gate *gate, int64_t record, struct parts *parts_r);

struct opened {
    int64_t id;
    const struct pack *pack;
    const struct procedure *procedure;
    struct parts parts; /* that the viewer may read; never none */
    instant opened_at;
    const struct person *opener; /* NULL: gone */
};
/* False when the record is not there for this viewer. */
bool record_opened(const struct gate *gate, const char *ref, struct opened *opened_r);

/* ---- names.c: people, principals and clauses as the viewer is shown them ---- */

/* A junior Officer's, of whom this viewer is shown the service only. */
bool name_is_hidden(const struct gate *gate, const struct person *person, int32_t on);
/* NULL: the clock. */
struct view_person person_shown(const struct gate *gate, const struct person *person, int32_t on);
/* People whom a text gives by name, a line for each. */
const char *names_shown(const struct gate *gate, const char *names, int32_t on);
const char *principal_shown(const struct gate *gate, const char *principal, int32_t on);
struct view_cites cites_shown(const struct sight *sight, struct cites cites);
/* As rows keep them; NULL: none. */
struct view_cites cites_read(const struct sight *sight, const struct pack *pack, const char *text);

/* ---- veil.c: who opened a record, where that is kept from some of those who see it ---- */

/* parts: of the record, that the viewer may read. opener NULL: somebody who is gone. */
void veil_begin(struct gate *gate, const struct procedure *procedure, const struct person *opener,
                const struct parts *parts);
/* Who used the power (or opened the record). */
struct view_person veil_actor(const struct gate *gate, const struct procedure *procedure, const char *power,
                              const struct person *actor, int32_t on);
/* What is said instead of naming those who stand in a relation, by its name; NULL: they may be named. */
const char *veil_relation(const struct gate *gate, const struct procedure *procedure, const char *name);
/* Somebody out of those who stand in the relations. */
const char *veil_principal(const struct gate *gate, const struct relations *relations, const char *principal,
                           int32_t on);

/* ---- audience.c ---- */

/* Who can read the parts that the viewer may read. */
void audience_shown(const struct gate *gate, const struct opened *opened, struct view_audiences *view);

/* ---- people.c ---- */

/* As a line of a list. */
struct view_contact contact_shown(const struct gate *gate, const struct person *person);
/* For qsort. */
int contacts_by_name(const void *left, const void *right);

/* ---- forms.c and choices.c ---- */

/* power NULL: the form of opening. */
void form_shown(const struct gate *gate, const struct situation *situation, const struct power *power,
                struct view_form *view_r);
/* Fills the choices of a field with those that the viewer may name. */
void choices_shown(const struct gate *gate, const struct situation *situation, const struct power *power,
                   const struct field *field, struct view_field *view);
/* NULL when the service has no post that heads it. */
const struct post *head_of_service(const struct gate *gate, const struct organization *service);

/* ---- title.c ---- */

/* The rules that a record began under; NULL when the council does not have them. */
const struct procedure *procedure_of(const struct sight *sight, const char *pack_hash, const char *procedure,
                                     const struct pack **pack_r);
/* What tells a record without a subject from its like, to who reads its part "record": "Thu 24 December 2026, 10:00",
 * and who deals with it when handler_r is not NULL. NULL: it is at no time. */
const char *title_by_time(const struct gate *gate, int64_t record, const struct procedure *procedure,
                          const char **handler_r);
/* What the record is about, if one of the parts says it; else the time that it is at; else the procedure's title. */
const char *title_seen(const struct gate *gate, int64_t record, const struct parts *parts,
                       const struct procedure *procedure);

/* ---- links.c ---- */

/* parts: of the record, that the viewer may read. */
void links_shown(const struct gate *gate, int64_t record, const struct parts *parts, struct view_record *view);
/* The record that a field of this one links; 0: none. Whether the viewer sees it is for the caller to ask. */
int64_t link_of(const struct gate *gate, int64_t record, const char *field);

/* ---- takes_place.c ---- */

void takes_place_shown(const struct gate *gate, int64_t record, const struct situation *situation,
                       struct view_record *view);

/* ---- read_by.c ---- */

/* Adds who opened the record that is named, for a part that shows it: an entry for each person, part and day. */
void readers_of_shown(const struct gate *gate, int64_t record, const struct part *part, struct view_part *view);

/* ---- duties.c ---- */

/* The nearest first, paused ones last. */
void duties_sort(struct view_duty *duties, size_t count);
int32_t due_day(const struct sight *sight, instant due_at);
/* As view_duty has them. */
int days_left(const struct calendar *calendar, int32_t today, int32_t due);

/* Of one record: those that the viewer may know of, the nearest first. */
void duties_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                  struct view_record *view);
/* Those that were met, oldest first. */
void duties_met_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                      struct view_record *view);

/* ---- home.c ---- */

/* What a notice's title says is overdue; NULL: it says something else. */
const char *overdue_of(const struct sight *sight, const char *title);
/* What the viewer owes that is due after a moment and until another, and with `paused` what stands still, the nearest
 * first. */
struct owed {
    instant after, until;
    bool paused;
    size_t limit;
};
void duties_owed(const struct gate *gate, const struct owed *owed, struct view_home *view);

/* ---- clock.c ---- */

/* The days of a duty's clock; end: today, or the day on which it was met. None where they are too many. */
void clock_shown(const struct gate *gate, const struct situation *situation, const struct parts *parts,
                 const struct duty *rule, int32_t end, struct view_duty *view);

/* ---- status.c ---- */

/* A state's sentence with {handler}, {opener} and {due} replaced. A clause (between commas and semicolons) that names
 * what is NULL is left out. NULL for a state that has none. */
const char *status_sentence(struct arena *a, const char *say, const char *handler, const char *opener, const char *due);

/* ---- reading.c ---- */

/* Notes durably which parts the viewer opened today, if that was not noted before. */
bool reading_note(const struct gate *gate, int64_t record, const struct parts *opened);

/* ---- rows.c: rows in the order of opening, newest first ---- */

struct place { /* of a record in that order; no two have the same */
    instant opened_at;
    int64_t record;
};
#define PLACE_NEWEST ((struct place){.opened_at = INT64_MAX, .record = INT64_MAX})
bool place_is_after(struct place a, struct place b); /* a was opened later */

struct row {
    struct place place;
    bool titled; /* else the title is the procedure's */
    struct view_row view;
};
/* The newest `room` of the rows that were put in, each record once. */
struct rows {
    struct row *at;
    size_t count, room;
};
struct rows rows_new(struct arena *a, size_t room);
void rows_put(struct rows *rows, const struct row *row);
/* The row in the columns that LIST_GRANTED and its like begin with. */
struct row row_read(const struct gate *gate, struct query *q, bool open);
/* Puts in what the query yields, newest first, as long as it can matter, and ends the query. */
void rows_read(const struct gate *gate, struct query *q, bool open, struct rows *rows);

/* ---- list.c and search.c ---- */

/* Records that are granted as a whole, by the filter without its words. */
void list_granted(const struct gate *gate, const struct list_filter *filter, struct place before, struct rows *rows);
/* Records in which the viewer may read all of the words. False when it looked at as many as one page may: there can be
 * more beyond *passed_r. */
bool list_found(const struct gate *gate, const struct list_filter *filter, const struct words *words,
                struct place before, struct rows *rows, struct place *passed_r);

#endif
