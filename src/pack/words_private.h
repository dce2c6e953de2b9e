/*
 * words: what a pack says, in plain English and the council's own words. It reads the pack's tree and not its structs,
 * so that nothing is left out that a pack can say: what has no words here is told as the pack has it. Our words are
 * in the language that is asked for; those of the pack stand in quotes.
 */
#ifndef COMITY_PACK_WORDS_PRIVATE_H
#define COMITY_PACK_WORDS_PRIVATE_H

#include "pack/node_private.h"
#include "pack/told.h"

struct words {
    const struct pack *pack;
    const struct procedure *procedure; /* NULL: none */
    const struct node *tree;           /* of the procedure */
    const struct node *power;          /* whose form is asked; NULL: the opening form alone */
    const struct language *in;         /* NULL: English */
    struct arena *a;
};

struct words words_of_rule(const struct pack *pack, const struct rule *rule, const struct language *in,
                           struct arena *a);
/* As the pack has it, on one line: "a, b". */
const char *words_raw(const struct words *w, const struct node *node);
/* A text of the pack, in quotes. */
const char *words_quoted(const struct words *w, const char *text);
/* A text of ours in the language, with the council's words for ours put in. */
const char *words_put(const struct words *w, const char *text);
/* "5 working days" and "2026-12-29" in the language; what is neither stands as it is. */
const char *words_term(const struct words *w, const char *text);
const char *words_day(const struct words *w, const char *text);
/* How the last of several is joined to those before it. */
#define WORDS_OR SAID("%s or %s")
#define WORDS_AND SAID("%s and %s")
/* Pieces as "A, B or C". */
const char *words_join(const struct words *w, const char *const *pieces, size_t count, const char *last);
/* The field of that name in the form that is asked, or in another of the procedure; NULL: none. */
const struct node *words_field_node(const struct words *w, const char *name);
/* The procedures that a field names records of, from *i on, which it counts up; NULL: no more of them. */
const struct procedure *words_next_of(const struct words *w, const struct node *field, size_t *i);
/* What a field, a state, a power or a part is called, in quotes; the name itself when there is none. */
const char *words_field(const struct words *w, const char *name);
const char *words_state(const struct words *w, const char *name);
const char *words_power(const struct words *w, const char *name);
const char *words_part(const struct words *w, const char *name);
/* Each text of a list (or the one text) by one of those. */
typedef const char *words_name(const struct words *w, const char *name);
const char *words_each(const struct words *w, const struct node *list, words_name *name, const char *last);
/* "“What is it for?” is “Party business” and the opener is any Member". */
const char *words_when(const struct words *w, const struct node *when);
/* "any Member, or the Chief Executive"; an audience is told by those who are in it. */
const char *words_relations(const struct words *w, const struct node *relations, const char *last);
/* Each of them as a reader of something. */
struct readers {
    LIST(struct rule_reader) list;
};
void words_readers(const struct words *w, const struct node *relations, const char *when, struct readers *readers);

#endif
