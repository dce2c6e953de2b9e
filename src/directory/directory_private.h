/*
 * What the files of directory share. A directory is immutable once built; changing one means taking its rows out into a
 * draft, editing those, and building it again:
 *
 *     struct draft *draft = draft_of(directory);
 *     struct person *person = table_add(&draft->people, "p-dana-okafor");
 *     person->name = …
 *     draft_build(draft, directory);
 */
#ifndef COMITY_DIRECTORY_PRIVATE_H
#define COMITY_DIRECTORY_PRIVATE_H

#include "directory/directory.h"

#include <jansson.h>

#define IMPORT_LIMIT ((size_t)32 * 1024 * 1024)
#define IMPORT_DEPTH 64

/* ---- table (table.c): rows by id, each a struct whose first member is its id */

struct entry {
    const char *id;
    void *row;
    bool taken; /* the import that runs has asked for it */
};

struct table {
    struct arena *arena;
    size_t row_size;
    struct entry *entries;
    size_t count, room;
    size_t *slots; /* a hash table of positions in entries, plus one; 0 is empty */
    size_t slot_count;
};

void table_init(struct table *table, struct arena *arena, size_t row_size);
void *table_find(const struct table *table, const char *id);
/* A new zeroed row; the id must be unused. */
void *table_add(struct table *table, const char *id);
/* As table_add, with the first of ID, ID-2, ID-3 … that is unused. */
void *table_new(struct table *table, const char *id);
void table_remove(struct table *table, const char *id);
/* The row with the id, added when there is none. */
void *table_row(struct table *table, const char *id, bool *added_r);
/* Whether this import has asked for the row. */
bool table_taken(const struct table *table, const char *id);
/* The rows sorted by id, copied one after the other into the arena. */
void *table_rows(const struct table *table);

/* ---- draft (model.c) */

struct draft {
    struct arena *arena; /* the directory's */
    struct table people, organizations, areas, posts, memberships;
};

struct draft *draft_new(struct arena *arena);
struct draft *draft_of(const struct directory *directory);
/* Sorts, resolves the ids into pointers and replaces the directory's rows. */
void draft_build(const struct draft *draft, struct directory *directory);

/* A person's time in one political group, without gaps. Who joins another group has left the one before. */
struct stint {
    const struct organization *group;
    int32_t from, to;
    instant sees_from; /* when one of its memberships had begun and was known */
};
/* The next stint; position begins at 0. Memberships are read in the order of their starts. */
bool stint_next(const struct person *person, size_t *position, struct stint *stint_r);

/* ---- import (report.c): editing rows so that what changed is known and said */

struct import {
    struct draft *draft;
    struct import_report *report;
    struct arena *a; /* for findings and errors */
    const char **error_r;
    int line;           /* of the thing that is being imported */
    struct buf changes; /* what edit_* changed since edit_start, for a finding */
};

/* Takes out a draft; import_finish builds it. */
struct import import_start(struct directory *directory, struct import_report *report, struct arena *a,
                           const char **error_r);
void import_say(struct import *in, enum finding_kind kind, const char *format, ...) PRINTF_LIKE(3, 4);
void edit_start(struct import *in);
/* Each sets the field when the value differs, and notes it. The value is copied. */
void edit_text(struct import *in, const char *what, const char **field, const char *value);
void edit_day(struct import *in, const char *what, int32_t *field, int32_t value);
/* Notes a change that was made by hand. */
void edit_note(struct import *in, const char *what);
/* Says that something was added, or what of it changed; nothing when nothing did. */
void edit_end(struct import *in, bool added, const char *thing);

/* The membership ends with that day; one that would have no day left goes. */
void import_end_membership(struct import *in, struct membership *membership, int32_t last);
/* As directory_leave, and says so; what this import named stays (leaving.c). */
void import_leave(struct import *in, const struct leaving *leaving);

/* ---- names (names.c): ids for what comes without one. They are the same at every import, and never those of somebody
 * else who is in the directory. */

/* A name as an id: text_slug, or some digits of a hash when no letter of the name is Latin. */
const char *slug_of(struct arena *arena, const char *text);
/* "p-dana-okafor": who is there with that name and no other address, or a new one. email can be NULL. */
const char *id_of_person(const struct import *in, const char *name, const char *email);
/* "planning"; where another kind has that id already, "service-planning". */
const char *id_of_organization(const struct import *in, const char *name, const char *classification);
/* "team-leader"; where another organization has that post, "team-leader-housing". organization_id can be NULL. */
const char *id_of_post(const struct import *in, const char *label, const char *organization_id);
/* The service of the name, added when there is none. */
struct organization *import_service(struct import *in, const char *name);
/* "head" for Head of Housing, "chair" for Chair of Planning Committee, else the title's slug: what packs name posts. */
const char *role_of_title(struct arena *arena, const char *title);

/* ---- extra (extra.c): the JSON object of what has no column */

/* Never NULL; json_decref it. */
json_t *extra_parse(const char *extra);
/* The object as text with sorted keys, so that the same properties are the same bytes. */
const char *extra_text(struct arena *arena, const json_t *object);
/* Sets a property when it differs (NULL removes it), and notes the change. */
void edit_extra(struct import *in, const char **extra, const char *key, const char *value);
/* Merges the object's properties into extra; a null removes. */
void edit_extra_merge(struct import *in, const char **extra, json_t *from);
bool extra_is_true(const char *extra, const char *key);
/* The property's text in the arena, NULL when it is absent or no text. */
const char *extra_get(struct arena *arena, const char *extra, const char *key);

/* ---- dates (date.c) */

/* A date of Popolo, which can be a year, a month or an instant: the first day of it, or the last. *exact_r: it was a
 * whole day. False when it is no date. */
bool date_fuzzy(const char *text, bool last, int32_t *day_r, bool *exact_r);
/* "31/12/2026", false for anything else. */
bool date_british(const char *text, int32_t *day_r);
/* "2026-12-31"; NULL for an open end. */
const char *date_text(struct arena *arena, int32_t date);

/* ---- the rest of model.c and save.c */

/* "member", "officer", "other" */
const char *person_kind_name(enum person_kind kind);
bool person_kind_parse(const char *name, enum person_kind *kind_r);
enum organization_kind organization_kind_of(const char *classification);
/* The instant at which a membership from that day begins. */
instant day_begins(int32_t from);
/* Writes the table holds anew. */
bool holds_save(struct db *db, const struct directory *directory);

#endif
