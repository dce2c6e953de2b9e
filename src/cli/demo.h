/*
 * A demo council: invented people, invented business, no real place. The content is data: who there is, and what they
 * ask (demo_borough.c, demo_county.c, demo_town.c), and beside the pack what else goes on (packs/NAME/demo.txt, which
 * demo_told.c reads). demo_people.c makes a directory of it and demo_records.c lives through the weeks before "now" by
 * acting as those people would, through the engine like everybody else.
 */
#ifndef COMITY_CLI_DEMO_H
#define COMITY_CLI_DEMO_H

#include "cli/cli.h"

#define DEMO_POSTS_MOST 3
#define DEMO_STEPS_MOST 8
#define DEMO_DAYS_MOST 33 /* eight weeks always have so many working days, whatever holidays are in them */

struct demo_unit {
    const char *id, *name;
    const char *mark; /* "administration" of a group, "informal" of a body; NULL */
};

struct demo_post {    /* stands with who holds it */
    const char *role; /* as the pack names it; NULL: a post that no rule names */
    const char *label;
    const char *of;     /* the service headed, the group led, the body chaired */
    const char *deputy; /* the label of the post whose holder acts while nobody holds this one */
};

struct demo_person { /* id: "p-" and the name: p-alex-moss */
    const char *name;
    const char *unit; /* a Member's group, an Officer's service; NULL: none */
    const char *ward; /* of a Member */
    struct demo_post posts[DEMO_POSTS_MOST];
    const char *body;     /* a body that a Member sits on, beside the Council itself */
    const char *was_unit; /* the group that a Member left some weeks ago */
    const char *outside;  /* the outside body to which the council has sent a Member */
};

/* What becomes of a record: see demo_stories.c. */
enum demo_story {
    STORY_FRESH,
    STORY_HANDED_ON,
    STORY_OVERDUE,
    STORY_ACKNOWLEDGED,
    STORY_PROMISE_BROKEN,
    STORY_ASKED_BACK,
    STORY_REPLIED,
    STORY_PROPOSED,
    STORY_PROPOSAL_ACCEPTED,
    STORY_PROPOSAL_DECLINED,
    STORY_ANSWERED,
    STORY_ANSWERED_AND_TOLD,
    STORY_CLOSED,
    STORY_LAPSED,
    STORY_FOLLOWED_UP,
    STORY_FOLLOWED_UP_AND_ANSWERED,
    STORY_REFUSED_WITH_ALTERNATIVE,
    STORY_REFUSED,
    STORY_WITHDRAWN,
    STORY_CONSTITUENT_FRESH,
    STORY_CONSTITUENT_ANSWERED,
    STORY_ADVICE_FRESH,
    STORY_ADVICE_TO_MEMBER,
    STORY_ADVICE_TO_GROUP,
    STORY_ADVICE_REVISED,
    STORY_FACTS_RELEASED, /* out of the record before it in the table */
    STORY_FACTS_WRITTEN,
    STORY_FACTS_WAITING,
    STORY_REPORT_TO_GROUP,
    STORY_FACTS_TO_GROUP, /* out of the record before it, too */
    STORY_COMPLAINT_FRESH,
    STORY_COMPLAINT_BEFORE_THE_VIEW,
    STORY_COMPLAINT_RESOLVED,
    STORY_COUNT
};

struct demo_record {
    enum demo_story story;
    const char *opener, *service; /* opener "": somebody without an account; service NULL: a complaint, which is sent to
                                     none */
    const char *subject, *question,
        *answer;        /* answer: also the facts, or whom a complaint is about; NULL where none is given */
    const char *advice; /* what the Officer thinks, beside the facts */
};

/* Any other business: who did what with it, and when. */
struct demo_deed {
    int days_ago;       /* working days before now, at most DEMO_DAYS_MOST */
    const char *person; /* by name */
    const char *power;  /* NULL: opening */
    /* "at=+6 10:00;place=Room 12": people and posts by name, records by that of their affair, days and times in working
     * days from now. What must be ticked is, and a choice that is not said is the usual one. */
    const char *fields;
};
struct demo_affair {
    const char *name; /* by which the fields of later ones name its record; NULL */
    const char *procedure;
    struct demo_deed deeds[DEMO_STEPS_MOST]; /* in order; the first is the opening; ends with a NULL person */
};

struct demo_council {
    const char *pack, *name, *domain;
    const struct demo_unit *services, *groups, *wards, *bodies, *outside; /* each ends with a NULL id */
    const struct demo_person *members, *officers;                         /* each ends with a NULL name */
    const struct demo_record *records;                                    /* ends with a NULL opener */
};

extern const struct demo_council demo_borough, demo_county, demo_town;

/* ---- demo_stories.c */

enum demo_who { WHO_OPENER, WHO_HEAD, WHO_JUNIOR, WHO_MONITORING };

struct demo_step {
    int days_ago; /* working days before now */
    enum demo_who who;
    const char *power;   /* NULL: opening; one that the pack lacks is left out */
    const char *choices; /* "for=constituent;other-way=some": instead of what demo_fill would choose */
};

struct demo_plot {
    const char *procedure;
    struct demo_step
        steps[DEMO_STEPS_MOST]; /* in order; ends where the step before had 0 days or a NULL power follows */
    size_t count;
};

extern const struct demo_plot demo_plots[STORY_COUNT];

/* What is written in a field when the record's own texts have nothing for it; NULL: nothing. variant: any number. */
const char *demo_text(const char *field, unsigned variant);

/* ---- demo_told.c */

/* The affairs that a text tells; they end with a NULL procedure, and live in the arena with the text. False with a
 * sentence that names the line which tells nothing. */
bool demo_affairs_told(struct arena *a, const char *text, const struct demo_affair **affairs_r, const char **error_r);
/* The same of PACKS/PACK/demo.txt. */
bool demo_affairs_read(struct arena *a, const char *packs, const char *pack, const struct demo_affair **affairs_r,
                       const char **error_r);

/* ---- demo_affairs.c */

/* The value of a name in "for=constituent;other-way=some"; NULL. */
const char *demo_given(struct arena *a, const char *fields, const char *name);
/* What an honest person chooses when the story says nothing. */
const char *demo_usual_choice(const struct field *field);
/* So many working days after today, or before it; 0: today, or the last working day. */
int32_t demo_working_day(const struct calendar *calendar, int32_t today, int count);

struct demo_filling {
    const struct demo_affair *affairs;
    const char **refs; /* by affair; NULL: not opened yet */
    const struct calendar *calendar;
    int32_t today;
    struct arena *a;
};
/* The form as the fields of a deed fill it in. */
void demo_fill(const struct demo_filling *filling, const struct form *form, const char *fields,
               struct values *values_r);

/* ---- making it */

/* The person's id, in the arena. */
const char *demo_person_id(struct arena *a, const char *name);
/* Puts the council's directory into the store. today: in the council's zone. */
bool demo_people(struct cli *cli, struct store *store, const struct demo_council *council, const struct pack *pack,
                 int32_t today, const char **error_r);
/* Lives through the weeks up to now on the engine's test clock, which stands at now afterwards. */
bool demo_records(struct cli *cli, struct engine *engine, const struct demo_council *council,
                  const struct demo_affair *affairs, instant now, const char **error_r);
/* When the story begins: the test clock must not be later. */
instant demo_beginning(instant now);

/* ---- demo_bulk.c */

/* An archive of so many records before the story begins, the last of them still open. The engine's test clock stands at
 * demo_bulk_beginning and at demo_beginning afterwards. */
bool demo_bulk(struct cli *cli, struct engine *engine, const struct demo_council *council, size_t records, instant now,
               const char **error_r);
instant demo_bulk_beginning(size_t records, instant now);

#endif
