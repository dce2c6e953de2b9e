/*
 * check: what is shared by the proofs of pack_check.
 *
 *   worlds         every way in which choices can be made and people can stand to a record, one after the other
 *   check_flow     in every world: where a record can go, and whether it comes to an end
 *   check_duties   in every world: whether who owes something can do it
 *   check_rules    each rule alone: whether it can ever apply, and what it says
 *   check_people   whether there is somebody whom a relation means
 *   check_about    whether a matter about somebody ends where it may
 *   check_decides  whether somebody else than its opener can decide on a record
 *   check_told     whether all that is told to somebody new cites a clause
 *   check_clauses  whether every clause is cited
 */
#ifndef COMITY_PACK_CHECK_PRIVATE_H
#define COMITY_PACK_CHECK_PRIVATE_H

#include "pack/told.h"

struct check {
    const struct pack *pack;
    const struct procedure *procedure; /* the one that is checked */
    struct arena *a;
    struct pack_findings *findings;
};

/* Adds a finding of the procedure, or of the pack when there is none. rule: what stands at its place (see pack_place);
 * kind and name say what it is of ("duty respond"); name can be NULL. */
void check_found(struct check *check, const void *rule, const char *kind, const char *name, const char *format, ...)
    PRINTF_LIKE(5, 6);

void check_flow(struct check *check);
void check_rules(struct check *check);
void check_people(struct check *check);
void check_told(struct check *check);
void check_about(struct check *check);
void check_decides(struct check *check);
void check_nation(struct check *check);
void check_clauses(struct check *check);

/* ---- worlds */

struct worlds;

/* Worlds of a procedure in which somebody fills in form, which can be NULL. Without an actor, tests of the actor count
 * as held: somebody is whom they want. */
struct worlds *worlds_new(struct arena *a, const struct procedure *procedure, const struct form *form, bool actor);
/* Worlds of an act by somebody whom `who` means, with a form, on a record of a world that does not change meanwhile. */
struct worlds *worlds_inside(struct arena *a, const struct worlds *world, const struct form *form,
                             const struct relation *who);
/* A condition that will be asked. All are named before the first world. */
void worlds_add(struct worlds *worlds, const struct condition *condition);
/* Goes to the first world or the next one; false after the last. A field that is not asked has no value, and a required
 * one that is asked has one. */
bool worlds_next(struct worlds *worlds);
/* There are more than can be gone through; then worlds_next stops early. */
bool worlds_too_many(const struct worlds *worlds);
bool worlds_hold(const struct worlds *worlds, const struct condition *condition);
/* One of the refusals applies. */
bool worlds_refused(const struct worlds *worlds, const struct refusal *refusals, size_t count);
/* " when seeks is facts", "" where nothing was chosen. */
const char *worlds_say(const struct worlds *worlds, struct arena *a);

/* ---- people */

/* Whoever is the one is always the other too. */
bool relation_implies(enum relation_kind one, enum relation_kind other);
/* Somebody can be whom one of these means: the posts that it takes are in the pack. */
bool relations_held(const struct pack *pack, const struct relations *relations);
/* Whoever is `who` is the other too, as one of those whom it means. */
bool relation_covers(const struct procedure *procedure, const struct relation *relation, const struct relation *who);
/* Whoever is `who` is among them. */
bool relations_cover(const struct procedure *procedure, const struct relations *relations, const struct relation *who);

/* ---- what acts do on other records */

/* An act on a record of another procedure uses the power. */
bool is_used_by_others(const struct pack *pack, const struct procedure *procedure, const struct power *power);
/* Whether what the power opens can always be opened. */
void check_opens(struct check *check, const struct power *power);

/* ---- flow: where a record can be in one world */

struct flow {
    const struct procedure *procedure;
    bool *usable; /* powers: somebody, or the clock, may use it in this world */
    bool *pairs;  /* of a state and the one before it (see flow_pair): a record can be in it */
    size_t first; /* the pair in which records begin */
};

enum { FLOW_STATES_MOST = 64 };

/* The index of a state with the state before it; before is state_count at the beginning. */
size_t flow_pair(const struct procedure *procedure, size_t state, size_t before);
size_t flow_pair_count(const struct procedure *procedure);
/* The state of a pair. */
const struct state *flow_state(const struct procedure *procedure, size_t pair);
bool flow_can_use(const struct power *power, const struct state *state);
/* Where a power leads from a pair. */
size_t flow_after(const struct procedure *procedure, const struct power *power, size_t pair);

/* In one world; each finding once, whatever the number of worlds: told has one entry for each duty. */
struct duty_progress {
    bool starts, told_stuck;
    bool *acts; /* of its steps: the power that the step uses could be used */
};
void check_duties_in_world(struct check *check, const struct flow *flow, const struct worlds *world,
                           struct duty_progress *progress);
/* In one world; told: of each state, whether a finding was. */
void check_ends_in_world(struct check *check, const struct flow *flow, const struct worlds *world, bool *told);
void check_duties_at_end(struct check *check, const struct duty_progress *progress);

#endif
