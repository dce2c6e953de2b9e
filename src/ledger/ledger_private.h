/* What the ledger's files share and nobody else needs. */
#ifndef COMITY_LEDGER_PRIVATE_H
#define COMITY_LEDGER_PRIVATE_H

#include "ledger/ledger.h"

/* ---- life.c: a record as its rows say it, and as its decisions make it */

struct life_event {
    instant at;
    const char *actor, *power, *from, *to, *part, *say, *cites;
};
struct life_entry {
    size_t event; /* the number of the event with which it came, from 1 */
    const char *part, *field, *body;
    int64_t version;
};
struct life_link {
    int64_t other; /* record */
    size_t event;
    const char *part, *field;
};
struct life_mark {
    int64_t other; /* record */
    size_t event;
    const char *part, *mark;
};
struct life_grant {
    const char *part, *principal, *relation, *cites;
    instant since;
    size_t event;
};
struct life_duty {
    const char *name, *bearer, *state, *part, *cites;
    instant started_at, counted_from, due_at, missed_at, next_at;
    struct term term;
    int step;
    bool quiet;
};
struct life_notice {
    const char *principal, *name, *title, *body, *cites;
    instant at;
    size_t event;
};

struct life {
    int64_t id;
    const char *ref, *procedure, *pack, *state, *opener, *group, *service, *handler;
    bool open;
    instant opened_at, closed_at;
    struct values fields;
    LIST(struct life_event) events;
    LIST(struct life_entry) entries;
    LIST(struct life_link) links;
    LIST(struct life_mark) marks; /* of parts of other records */
    LIST(struct life_grant) grants;
    LIST(struct life_duty) duties;
    LIST(struct life_notice) notices;
};

/* What happens when an outcome is applied, in memory. */
void life_take(struct life *life, const struct situation *situation, const struct outcome *outcome, struct arena *a);
/* What decide reads of it; the directory of that council gives the people. A duty's id is its number in the life. */
struct record_facts *life_facts(const struct life *life, const struct situation *situation, struct db *db,
                                struct arena *a);
/* Of that council's directory, or a guest, who was let in while there was something to decide; NULL when there is none.
 */
const struct person *person_then(struct db *db, const struct council *council, const char *id, struct arena *a);
/* The latest text of a part; NULL when there is none. */
const char *life_body(const struct life *life, const char *part);

/* ---- rows.c */

/* The life as the store has it. False when the db failed or there is no such record. */
bool life_read(struct db *db, int64_t record, struct life *life, struct arena *a);

/* ---- compare.c */

/* The first thing in which two lives differ, as a sentence; NULL when there is none. */
const char *life_difference(struct life *stored, struct life *decided, struct arena *a);

#endif
