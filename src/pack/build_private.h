/*
 * build: from the tree of a pack to its structs, with every name resolved. Each kind of mapping has a table of its keys
 * (struct key); the order of a table is the order in which they are built, whatever their order in the file.
 */
#ifndef COMITY_PACK_BUILD_PRIVATE_H
#define COMITY_PACK_BUILD_PRIVATE_H

#include "pack/node_private.h"
#include "pack/pack.h"

struct build;

/* A rule that names something of another procedure. */
struct later {
    const struct node *node;
    const void *of; /* what the rule is part of */
    bool (*resolve)(struct build *b, const struct later *later);
};

/* A relation through a field that is still to be found. */
struct through_field {
    struct relation *relation;
    const struct node *node;
    const struct form **forms; /* of the act, if its own fields count */
    size_t form_count;
};

struct build {
    struct arena *arena; /* the pack's */
    struct pack *pack;
    struct procedure *procedure; /* the one that is being built */
    const struct form **forms;   /* where the fields that `when` names are looked for before the opening form */
    size_t form_count;
    bool has_actor; /* `when` is asked about an act, so that `actor is` means something */
    bool
        has_audiences; /* not while audiences are built, which could go round in circles, nor before a record is open */
    bool facts_only;   /* relations go through facts alone, because no act says more yet, or any more */
    LIST(struct through_field) through;
    const struct node *holidays;
    LIST(struct later) later; /* names of what may be built later: looked up when all procedures are there */
    struct arena *a;          /* for errors */
    const char **error_r;
};

#define BUILD_FAIL(b, node, ...) node_fail((node), (b)->a, (b)->error_r, __VA_ARGS__)

/* ---- tables of names: any array of structs whose first member is the name */

struct table {
    const void *at;
    size_t count, size;
};
#define TABLE(array, count) ((struct table){(array), (count), sizeof(*(array))})

/* The element of that name, or NULL. */
const void *names_find(struct table table, const char *name);
/* The same for what a node says; `is` ends the error's first half: "is not a part of the procedure". */
bool build_name(struct build *b, const struct node *node, struct table table, const char *is, const void **element_r);
/* Fails with the known names, and the one that is nearest. */
bool build_unknown(struct build *b, const struct node *node, struct table table, const char *is);

/* ---- mappings and lists */

typedef bool build_value(struct build *b, const struct node *value, void *into);

struct key {
    const char *name;
    build_value *build;
    size_t offset; /* of `into` in the struct that is built */
    bool required;
};

/* in: "a power", for errors. */
bool build_map(struct build *b, const struct node *map, const char *in, const struct key *keys, size_t count,
               void *into);
#define BUILD_MAP(b, map, in, keys, into) build_map((b), (map), (in), (keys), LENGTH_OF(keys), (into))

bool build_is_map(struct build *b, const struct node *node);
bool build_is_list(struct build *b, const struct node *node);
/* Builds each item of a list into an array of elements of that size. */
bool build_list(struct build *b, const struct node *list, size_t size, build_value *item, void **array_r,
                size_t *count_r);
/* An array with an element for each key of a map, whose first member is set to the key: small letters, digits and
 * hyphens. */
bool build_names(struct build *b, const struct node *map, size_t size, void **array_r, size_t *count_r);

/* ---- single values; into is what the name says */

build_value build_text;       /* const char * */
build_value build_address;    /* const char *: of what is written elsewhere, https://… */
build_value build_new_name;   /* const char *: a name that the pack gives, in small letters, digits and hyphens */
build_value build_truth;      /* bool */
build_value build_term;       /* struct term */
build_value build_day;        /* day */
build_value build_cites;      /* struct cites */
build_value build_relations;  /* struct relations */
build_value build_when;       /* struct condition */
build_value build_form;       /* struct form */
build_value build_part_name;  /* const char *: a part of the procedure */
build_value build_part;       /* const struct part * */
build_value build_new_names;  /* struct names: names that are looked up later */
build_value build_state_name; /* const struct state * */
build_value build_earlier;    /* struct procedure: what becomes of records of earlier versions */
build_value build_power_name; /* const struct power * */

/* ---- names of other procedures, looked up when all of them are there */

void build_later(struct build *b, const struct node *node, const void *of,
                 bool (*resolve)(struct build *b, const struct later *later));
bool later_is_procedure(struct build *b, const struct later *later);

/* ---- places */

/* A struct that is built, or a member of one, stands at the node; the first place of a rule counts. */
void build_place(struct build *b, const void *rule, const struct node *node);
/* Once all is built: makes pack_place quick. */
void build_places_sort(struct build *b);

/* ---- the larger pieces */

/* Whether the relation goes through a field; build_through_all finds the field once the procedure's forms are built. */
bool build_through(struct build *b, const struct node *value, struct relation *relation);
bool build_through_all(struct build *b);
bool build_refusals(struct build *b, const struct node *list, struct refusal **refusals_r, size_t *count_r);
/* The states or powers that a list names. */
bool build_states(struct build *b, const struct node *list, const struct state ***states_r, size_t *count_r);
bool build_powers(struct build *b, const struct node *list, const struct power ***powers_r, size_t *count_r);
/* Powers among which "opening" can be; afterwards `when` looks for fields in the forms of all of them. */
bool build_starts(struct build *b, const struct node *list, bool *opening_r, const struct power ***powers_r,
                  size_t *count_r);
build_value build_nations;              /* struct pack */
build_value build_about;                /* struct procedure */
build_value build_ends_in;              /* const char * */
build_value build_calendar;             /* struct pack_calendar */
build_value build_procedure;            /* struct procedure */
build_value build_power;                /* struct power */
build_value build_does;                 /* struct also_uses */
build_value build_opens;                /* struct also_opens */
build_value build_report_to;            /* struct relations: that are known without a record */
build_value build_report_every;         /* int: months */
build_value build_apart;                /* const struct field * */
build_value build_part_of, build_marks; /* struct field */
build_value build_readers_of;           /* struct part */
build_value build_offered_on;           /* struct procedure */
build_value build_duty;                 /* struct duty */
build_value build_notice;               /* struct notice */
/* The whole pack, but for source and hash. */
bool build_pack(struct build *b, const struct node *tree);

#endif
