/* What the engine's files share and nobody else needs. */
#ifndef COMITY_ENGINE_PRIVATE_H
#define COMITY_ENGINE_PRIVATE_H

#include "engine/engine.h"

/* A text in the language of whoever acts or looks. */
__attribute__((format_arg(2))) static inline const char *situation_say(const struct situation *situation,
                                                                       const char *english) {
    return text_say(situation->language, english);
}

/* INSTANT_NONE is NULL in the store. */
static inline void bind_instant(struct query *q, instant at) {
    if (at == INSTANT_NONE)
        bind_null(q);
    else
        bind_int(q, at);
}

/* ---- principals.c ---- */

/* Each adds a principal that is not there yet; NULL is nobody. */
void principals_add_name(struct arena *a, struct principals *to, const char *name);
void principals_add(struct arena *a, struct principals *to, const char *kind, const char *id);
void principals_add_post(struct arena *a, struct principals *to, const struct post *post);
/* A group that nobody leads at present is told as a whole. */
void principals_add_leader(const struct situation *situation, const struct organization *group, struct arena *a,
                           struct principals *to);
/* Their line manager, else the head of their service. */
void principals_add_manager(const struct situation *situation, const struct person *person, struct arena *a,
                            struct principals *to);
/* The head of a service: its post of role "head", else its first senior post (a Chief Executive's own office). NULL
 * when there is none. */
const struct post *head_of(const struct directory *directory, const struct organization *service);
const struct post *head_of_person(const struct situation *situation, const struct person *person);
/* The relations that an audience has in this situation; NULL when none of its conditions holds. */
const struct relations *audience_now(const struct situation *situation, const struct audience *audience);

/* ---- through.c ---- */

/* Whom a relation that goes through a field means; nobody while the field has no value. */
void through_principals(const struct situation *situation, const struct relation *relation, struct arena *a,
                        struct principals *to);
bool through_is_known(const struct situation *situation, const struct relation *relation);

/* The person behind "person:ID", or who holds "post:ID" today; NULL when that is nobody, or several. */
const struct person *principal_person(const struct council *council, const char *principal, int32_t today);

/* ---- route.c ---- */

/* Who deals with what is opened so: the first relation of the route that somebody holds whom nothing keeps apart from
 * the opener. *another_r: keeping apart made it another. NULL: nobody. */
const char *route(const struct situation *situation, struct arena *a, bool *another_r);

/* ---- council.c ---- */

/* Marks the council as changed, so that every process loads it anew. In a writer's job. */
void council_touch(struct db *db);
int64_t council_version(struct db *db);
/* The id under which the store keeps what this council is, which is written first when it has changed. In a writer's
 * job.
 */
int64_t council_keep(struct db *db, const struct council *council, struct arena *a);
/* As engine_council in a writer's job: what the transaction has changed is seen, and kept to the job, for it may be
 * undone. */
const struct council *council_of_job(struct engine *engine, struct db *db, struct arena *a);

/* ---- form.c: checks an act's fields ---- */

struct values values_copy(struct arena *a, const struct values *values);
/* As values_parse reads it. */
char *values_json(const struct values *values, struct arena *a);
/* Cleans the fields into *clean_r (only those that the form asks for here), adds an error beside each that is missing
 * or wrong, and of names that the form does not have. */
void form_check(const struct situation *situation, const struct form *form, const struct power *power,
                const struct values *given, struct arena *a, struct values *clean_r, struct outcome *outcome);
/* The first field whose date comes sooner than the protocol allows; NULL when there is none. */
const struct field *form_too_soon(const struct situation *situation, const struct form *form,
                                  const struct values *fields, struct arena *a);
/* A reference as it is kept, whatever the spaces and the case in which somebody wrote it. */
char *reference_clean(struct arena *a, const char *text);

/* ---- effects.c: the pieces that several decisions have in common ---- */

struct effect *effect_add(struct outcome *outcome, struct arena *a, enum effect_kind kind);
void effect_event(struct outcome *outcome, struct arena *a, const char *power, const struct state *from,
                  const struct state *to, const char *part, const char *say, struct cites cites);
/* The record names the one in the field; who has the part sees it. part NULL: "record". */
void effect_link(const struct situation *situation, const struct field *field, const char *part, struct arena *a,
                 struct outcome *outcome);
/* The answer to a field becomes the mark of the part that another field names. */
void effect_mark(const struct situation *after, const struct field *field, const char *value,
                 const struct values *fields, struct arena *a, struct outcome *outcome);
/* Another was chosen to deal with it; why is not for those who see this record. */
void effect_another(const struct situation *situation, const struct state *state, struct arena *a,
                    struct outcome *outcome);
/* Whoever the field names is kept apart from the record's opener. field NULL: nobody is. */
void effect_apart(const struct situation *after, const struct field *field, const struct values *fields,
                  struct arena *a, struct outcome *outcome);
/* Grants a part to all whom the pack names. */
void effect_grant_part(const struct situation *situation, const struct part *part, const struct power *power,
                       struct arena *a, struct outcome *outcome);
void effect_grant(struct outcome *outcome, struct arena *a, const char *part, const char *principal,
                  const char *relation, struct cites cites);
/* Starts a duty if its condition holds and it has a bearer. */
void effect_duty_start(const struct situation *situation, const struct duty *duty, const struct values *act_fields,
                       struct arena *a, struct outcome *outcome);
void effect_notice(const struct situation *situation, const struct relations *to, bool first, const char *name,
                   const char *title, const char *say, struct cites cites, struct arena *a, struct outcome *outcome);
/* {field} replaced by the field of the act (power NULL: of the opening), else by the record's fact. */
#define OPENER_MARK "{opener}"
/* {opener} replaced by who that is, as the principal may know them. NULL: as everybody may. */
char *fill_opener(const struct situation *situation, const char *text, const char *principal, struct arena *a);
char *fill_in(const struct situation *situation, const char *text, const struct power *power,
              const struct values *act_fields, struct arena *a);
/* The calendar of a duty, with the council's closures. */
const struct calendar *duty_calendar(const struct situation *situation, const struct duty *duty);
/* All that follows from using a power, by whoever: the clock uses it too. */
void decide_use(const struct situation *situation, const struct power *power, const struct values *fields,
                struct arena *a, struct outcome *outcome);

/* Instead of effects: what is wrong with the act, and a ban. */
void outcome_error(struct outcome *outcome, struct arena *a, const char *field, const char *say);
bool outcome_has_error(const struct outcome *outcome, const struct field *field);
void outcome_refuse(struct outcome *outcome, struct cites cites, const char *say);

/* ---- also.c: what an act does on other records ---- */

/* False, with the outcome saying why, when one of the powers cannot be used (any more). form: the act's; cites: of the
 * act. */
bool decide_does(const struct situation *after, const struct form *form, const struct also_uses *does,
                 struct cites cites, const struct values *fields, struct arena *a, struct outcome *outcome);
/* False, with the outcome saying why, when the record cannot be opened. */
bool decide_opens(const struct situation *after, const struct power *power, const struct values *fields,
                  struct arena *a, struct outcome *outcome);

/* ---- why.c ---- */

/* Why the power cannot be used on the record as it is, by whomever; NULL: it can. */
const char *power_not_now(const struct situation *situation, const struct power *power, struct arena *a);

/* ---- later.c ---- */

/* Adds to preview->later whom the pack may tell beside those who will read it. after: as if it had been opened. */
void preview_later(const struct situation *after, const struct outcome *opening, struct arena *a,
                   struct preview *preview);

/* ---- guest.c ---- */

/* The value of a field that invites somebody is their id and their name, "guest-… Robin Ash", so that a decision has
 * all that it needs. Who fills in the form gives the name; the ids are made here, before anything is decided. */
/* rng NULL: nobody is invited, it is a preview. */
void guests_name(struct db *db, struct rng *rng, const struct form *form, struct values *fields, struct arena *a);
char *guest_id(struct arena *a, const char *value);
const char *guest_name(const char *value);
/* Somebody new, who is not in the store yet. */
const struct person *guest_new(struct db *db, struct rng *rng, const char *name, struct arena *a);
struct guest_row {
    const struct person *guest;
    int64_t record;
    bool is_opener;
    instant since;
    const char *made_by;
};
/* In a writer's job, as all that follow: writes them down, with what they hold. */
void guest_add(struct db *db, const struct guest_row *row, struct arena *a);
/* NULL when the db failed. */
char *guest_new_code(struct db *db, struct rng *rng, const char *guest, struct arena *a);
/* The guests of a request that is repeated, each with a new code beside those of before: the answer may have been lost.
 */
void guests_made_by(struct db *db, struct rng *rng, const char *made_by, struct arena *a, struct result *result);
/* The record has come to its end: who was invited to it has no more access. Its opener keeps theirs. */
void guest_end_invited(struct db *db, int64_t record, instant now);

/* ---- act.c ---- */

/* In a writer's job: what engine_act does. ACT_CHECK changes nothing, and says RESULT_DONE of what could be done.
 * Whether something was written. */
enum act_how { ACT_DO, ACT_CHECK };
bool act_in_job(struct engine *engine, struct db *db, const struct request *request, enum act_how how, struct arena *a,
                struct result *result);
/* False, with the result saying so, when the key is no key. */
bool act_has_good_key(const struct request *request, struct result *result);
/* False, with the result saying so, when the store failed. */
bool act_write(struct engine *engine, store_job *job, void *context, struct arena *a, struct result *result);

/* ---- held.c ---- */

/* What was held under this request's key is sent now, or was. */
void held_done(struct db *db, const struct request *request, struct arena *a);
/* Sends one thing whose time has come; false when there is none, or the db failed. A job of the writer. */
struct held_job {
    struct engine *engine;
    struct arena *a;
};
bool held_send_one(struct db *db, void *context);

/* ---- apply.c ---- */

struct applied {
    int64_t record;
    const char *ref;
    struct new_guests guests;
};
/* Writes the effects, and what they were decided from, in the writer's transaction. situation->record is NULL for an
 * opening. False when the db failed. */
bool apply(struct db *db, struct rng *rng, const struct situation *situation, const struct decision *decision,
           const struct outcome *outcome, struct arena *a, struct applied *applied_r);

/* ---- decide.c ---- */

bool among_states(const struct state **states, size_t count, const struct state *state);
/* The clock of an open duty stands still, and of a paused one goes on. */
void pause_duty(const struct situation *situation, const struct open_duty *duty, struct arena *a,
                struct outcome *outcome);
void resume_duty(const struct situation *situation, const struct open_duty *duty, struct arena *a,
                 struct outcome *outcome);

/* ---- decision.c ---- */

/* Keeps what the outcome was decided from and its digest. event: the newest that it wrote, 0 for none. */
void decision_keep(struct db *db, const struct situation *situation, const struct decision *decision,
                   const struct outcome *outcome, int64_t record, int64_t event, struct arena *a);

/* ---- situation.c ---- */

/* Reads what the act's fields of kind record name into situation->sources, as far as the actor sees it. */
bool situation_read_sources(struct db *db, struct situation *situation, const struct form *form,
                            const struct values *fields, struct arena *a);

/* They opened the record, or it is about them. */
bool is_own_matter(const struct situation *situation, const struct person *person);

#endif
