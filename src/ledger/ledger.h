/*
 * ledger: what was decided, and that it was decided so.
 *
 *   replay   makes every decision of a record again, from what is kept of it: the act, the version of the pack, and
 * what the council was then. The record comes into being once more in memory, effect by effect, and must be the one
 * that the store holds. Nothing is written.
 *
 * The engine keeps a decision with each change, in the same transaction (engine/decision.c).
 */
#ifndef COMITY_LEDGER_H
#define COMITY_LEDGER_H

#include "engine/engine.h"

/* What came out otherwise, in one record: by name and number, without what was written in it. */
struct ledger_difference {
    const char *ref, *say; /* say: a sentence */
};

struct ledger_replay {
    int64_t records, decisions; /* that were replayed */
    LIST(struct ledger_difference) differences;
};

/* Called after each record. */
typedef void ledger_progress(void *context, const struct ledger_replay *so_far);

/* Replays one record, or all of them when ref is NULL. progress can be NULL. Each record is read in a transaction of
 * its own, so that the council can be served meanwhile. False with a sentence when the store failed or there is no such
 * record. */
bool ledger_replay(struct engine *engine, const char *ref, ledger_progress *progress, void *context, struct arena *a,
                   struct ledger_replay *replay_r, const char **error_r);

#endif
