/*
 * points: the ways to tell what a rule says. Each row of the table in points.c has the words for one key that a pack
 * can write, and one of these functions, which puts them into points. All words are English and said in the language
 * that is asked for; a pack's own stand in quotes.
 */
#ifndef COMITY_PACK_POINTS_PRIVATE_H
#define COMITY_PACK_POINTS_PRIVATE_H

#include "pack/words_private.h"

struct telling {
    struct words w;
    const struct rule *rule;
    struct rule_points *points;
};

struct wording;
typedef void wording_say(struct telling *t, const struct wording *row, const struct node *value);

struct wording {
    const char *in, *key, *about;
    wording_say *say;   /* NULL: it is told elsewhere, or says nothing that a protocol is about */
    const char *format; /* what the value is put in, in the place of %s; of say_fixed: all that is said; of
                           say_relations: how the last is joined. NULL: the value stands alone */
};

/* about and say are in the language already. */
struct rule_point *point_add(struct telling *t, const char *key, const char *about, const char *say);
/* The point of that row. */
struct rule_point *point_add_of(struct telling *t, const struct wording *row, const char *say);
/* One of several of that row. */
void point_add_nth(struct telling *t, const struct wording *row, size_t i, const char *say);
/* A value as its row has it said. */
const char *point_put(struct telling *t, const struct wording *row, const char *value);

/* points_value.c: one value */
wording_say say_raw, say_quoted, say_all_quoted, say_detail, say_fixed, say_mark, say_decides, say_term, say_relations,
    say_first, say_when, say_states, say_powers, say_field, say_part, say_beginnings, say_within_of, say_procedure,
    say_procedures, say_per, say_late;
/* points_also.c: what is done to other records */
wording_say say_does, say_opens, say_offered;
/* points_readers.c: who can read or is told */
wording_say say_part_readers, say_told, say_steps;
/* points_form.c: what is asked */
wording_say say_form;
/* points_whole.c: a pack, its calendars and a procedure as a whole */
wording_say say_language, say_languages, say_terms, say_entries, say_vocabulary, say_ends, say_every, say_holidays,
    say_closures, say_menu, say_about, say_earlier;

/* “Enquiry”; the name itself where there is no such procedure. */
const char *procedure_title(const struct words *w, const char *name);
/* Those that the pack has: a council need not have all of them. */
const char *procedure_titles(const struct words *w, const struct node *names, const char *last);

#endif
