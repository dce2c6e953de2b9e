/*
 * directory: the people of a council, the posts they hold, their groups, wards, services and bodies.
 *
 *   load     directory_load        the whole directory as an immutable snapshot in memory (100 Members, 1,500 Officers)
 *   ask      directory_*           who holds a post on a day, who leads a group, who heads a service …
 *   change   directory_save        replaces the stored directory by a snapshot, and derives who `holds` which principal
 *   exchange directory_import_*    ModernGov XML, Popolo JSON, CSV; directory_export_popolo: nothing is lost either way
 *
 * The shape is Popolo's (people, organizations, posts, memberships, areas): a group, a service and a body are
 * organizations of that classification, a ward is an area, a tenure is a membership in a post. Dates are calendar days;
 * a membership counts from its start to the end of its last day. What a file says and Comity does not know is kept and
 * given back on export. A reference to something that is not there (yet) keeps its id beside a NULL pointer.
 *
 * A group exists, is joined and is left by notice (Local Government (Committees and Political Groups) Regulations
 * 1990): nobody is in two at a time, so who joins another has left the one before. A group is not a party.
 */
#ifndef COMITY_DIRECTORY_H
#define COMITY_DIRECTORY_H

#include "base/base.h"
#include "calendar/calendar.h"
#include "store/store.h"

/* Dates in memory: days of calendar.h; open ends are these. */
#define DAY_FIRST INT32_MIN
#define DAY_LAST INT32_MAX

/* A guest is never of a directory: somebody without an account who has one record (engine.h). */
enum person_kind { PERSON_MEMBER, PERSON_OFFICER, PERSON_OTHER, PERSON_GUEST };
/* An outside body is none of the council's: no rule names it, and it stands only with whom the council has sent there.
 */
enum organization_kind {
    ORGANIZATION_GROUP,
    ORGANIZATION_SERVICE,
    ORGANIZATION_BODY,
    ORGANIZATION_OUTSIDE,
    ORGANIZATION_OTHER
};

/* Everything's memberships are sorted by start. */
struct person {
    const char *id, *name, *email; /* email can be NULL */
    enum person_kind kind;
    bool active;                  /* may sign in */
    const char *extra;            /* JSON object of what Comity does not know; "{}" when none */
    const struct person *manager; /* the line manager, whose id is the property "manager"; can be NULL */
    const struct membership **memberships;
    size_t membership_count;
};

struct organization {
    const char *id, *name,
        *classification; /* "group", "service", "body", "outside body" or what the file said; can be "" */
    enum organization_kind kind;
    const char *parent_id;             /* can be NULL */
    const struct organization *parent; /* can be NULL; never more than 16 up */
    const char *extra;
    bool administration; /* a group that is in the Administration (property "administration": true) */
    bool informal;       /* a body that decides nothing for the council (property "informal": true) */
    const struct membership **memberships;
    size_t membership_count;
};

struct area {
    const char *id, *name, *classification, *extra; /* classification can be NULL */
    const struct membership **memberships;
    size_t membership_count;
};

struct post {
    const char *id, *label;
    const char *role; /* what the pack's rules name: "chief-executive", "monitoring-officer", "head", "leader", "whip",
                         "cabinet-member", "chair"; can be NULL */
    const char *tier; /* "senior" or NULL: an Officer without a senior post is a junior one */
    const char *organization_id, *area_id, *deputy_id;
    const struct organization *organization; /* the service headed, the group led, the body chaired; can be NULL */
    const struct area *area;
    const struct post *deputy; /* acts while nobody holds the post; can be NULL */
    const char *extra;
    const struct membership **memberships; /* the tenures */
    size_t membership_count;
};

struct membership {
    const char *id;
    const char *person_id, *organization_id, *post_id, *area_id; /* as the file said; can be NULL */
    const struct person *person;
    const struct organization *organization; /* else the post's; can be NULL */
    const struct post *post;                 /* can be NULL: then no tenure */
    const struct area *area;                 /* the ward of a Member; else the post's; can be NULL */
    const char *role, *label, *extra;
    int32_t from, to; /* first and last day, DAY_FIRST and DAY_LAST when open */
    instant known_at; /* when it was first saved, INT64_MIN if before there were records; 0 until it is */
};

struct directory {
    struct arena *arena; /* owns everything below */
    int64_t version;     /* changes with every save */
    struct person *people;
    struct organization *organizations;
    struct area *areas;
    struct post *posts;
    const struct post **posts_by_role; /* those that have a role, by role and id */
    size_t role_count;
    struct membership *memberships;
    struct membership *strays; /* of nobody who is here (an organization's own, say): kept for the exchange only */
    size_t person_count, organization_count, area_count, post_count, membership_count, stray_count;
};

/* ---- load and save ---- */

/* The directory as stored, in a new arena of its own; free with directory_free. NULL when the db failed. Everything is
 * sorted by id. Call it in a read transaction or a writer's job, so that it sees one state. */
struct directory *directory_load(struct db *db);
void directory_free(struct directory **directory);
/* The stored version, to see whether a snapshot is stale: one cheap query. */
int64_t directory_version(struct db *db);
/* To be called in a writer's job: replaces all rows, derives `holds` anew (see below), sets a new version, and ends the
 * sessions, tokens and invitations of who may not sign in. What the program holds on a person (sessions, records) goes
 * by id, so an id in use must never be given to somebody else. False when the db failed. */
bool directory_save(struct db *db, struct directory *directory, instant now);
/* An empty directory to build or import into. */
struct directory *directory_new(void);

/* holds (who may act and read as which principal), from the memberships, in UTC instants of local midnights of
 * Europe/London:
 *   person:ID     always
 *   all:people    everyone who is active
 *   all:members / all:officers   by kind, while active
 *   post:ID       the tenure's days; the deputy's holders on days on which the post has no holder at all
 *   group:ID      the membership's days; sees_from = its start, or when it was first saved if that was later: what the
 *                 group was told before stays unread
 *   service:ID (Officers), body:ID, ward:ID   the membership's days (ward: the membership's area)
 * sees_from is INT64_MIN for all but groups. An inactive person holds nothing, so a post held by one is vacant. Days of
 * the same principal that touch are one row. */

/* ---- ask (pure; on: the local day of the question) ---- */

const struct person *directory_person(const struct directory *directory, const char *id);
const struct organization *directory_organization(const struct directory *directory, const char *id);
const struct area *directory_area(const struct directory *directory, const char *id);
const struct post *directory_post(const struct directory *directory, const char *id);
/* The first post, by id, with this role, of this organization when not NULL. */
const struct post *directory_post_by_role(const struct directory *directory, const char *role,
                                          const struct organization *organization);
/* The person's political group on the day, NULL for none. */
const struct organization *directory_group_of(const struct directory *directory, const struct person *person,
                                              int32_t on);
/* The service an Officer works in on the day (by tenure or membership), NULL for none. */
const struct organization *directory_service_of(const struct directory *directory, const struct person *person,
                                                int32_t on);
/* The ward a Member sits for on the day, NULL for none. */
const struct area *directory_ward_of(const struct directory *directory, const struct person *person, int32_t on);
/* The active holder on the day (of several, who began first); the deputy's holder when there is none; NULL when nobody.
 */
const struct person *directory_holder(const struct directory *directory, const struct post *post, int32_t on);
/* Whether the active person holds the post on the day, or acts for its vacancy as the holder of its deputy. */
bool directory_holds_post(const struct directory *directory, const struct person *person, const struct post *post,
                          int32_t on);
bool directory_in_organization(const struct directory *directory, const struct person *person,
                               const struct organization *organization, int32_t on);
/* Works in the service that the membership names: a Cabinet Member's post is a service's too, but Members are no staff.
 */
bool directory_is_staff(const struct membership *membership);
/* An Officer who holds a post of tier "senior" on the day. */
bool directory_is_senior(const struct directory *directory, const struct person *person, int32_t on);

/* ---- leaving ---- */

/* The roles of which one person at a time holds a post ("head", "leader"): the council's protocol names them. */
struct offices {
    const char **roles;
    size_t count;
};
/* Whether one person at a time holds it: it is senior, or of such a role. */
bool directory_is_single(const struct post *post, const struct offices *offices);

enum leaving_what {
    LEAVING_POSTS,
    LEAVING_GROUPS,   /* with the posts in them */
    LEAVING_SERVICES, /* with the posts in them */
    LEAVING_DESKS,    /* services in which they have no post */
    LEAVING_ALL,
};
/* Of the memberships that go on on that day, those that fit all that is given (ids; NULL: any). */
struct leaving {
    enum leaving_what what;
    int32_t from; /* the first day without */
    const char *person, *but_person, *post, *area, *organization, *but_organization;
};
/* Ends them the day before; one that would have no day left goes. In memory only, as an import. */
void directory_leave(struct directory *directory, const struct leaving *leaving);

/* ---- importing ---- */

/* What was repaired, left out or taken, line by line, for the person who imports. */
enum finding_kind { FINDING_ADDED, FINDING_CHANGED, FINDING_REPAIRED, FINDING_LEFT_OUT, FINDING_ENDED };
struct finding {
    enum finding_kind kind;
    int line; /* in the file; 0 when it is about no one line */
    const char *say;
};
struct import_report {
    LIST(struct finding) findings;
};

/* Each takes the file's bytes and adds to (or changes) the directory, which must be one from directory_new or
 * directory_load and is changed in memory only: a dry run is an import that is not saved. On an error nothing is
 * changed. Importing a file again changes and says nothing new. `today` decides which terms are past. Errors name the
 * line; XML entities and DTDs, sizes over 32 MiB and nesting over 64 are refused. Pointers into the directory from
 * before an import are of the past: ask again by id. */

/* GetCouncillorsByWard, GetCouncillorsByWardId, GetMemberGroup, GetCommittees, GetMeetings and GetMeeting as ModernGov
 * serves them, best the committees first. A group that the file does not name is suggested from the party to Members
 * who never had one, with a finding, because a group is not a party. Titles ("Chair of Planning Committee") become
 * posts, held from today, as the file gives no date; one that is gone ends, and so do Members whom the list of all
 * wards lacks. Home addresses are not kept. */
bool directory_import_moderngov(struct directory *directory, const char *xml, size_t length, int32_t today,
                                struct import_report *report, struct arena *a, const char **error_r);
/* A Popolo object with "persons", "organizations", "memberships", "posts" and "areas" (each optional), one object of a
 * kind, or an array of them, told apart by their properties. Objects embedded in others are taken out. A property that
 * is absent stays as it was; null takes it away. Comity's own properties: a person's "kind" (member, officer, other),
 * "active" and "manager" (an id), a post's "tier" and "deputy_id", a group's "administration", a body's
 * "informal". */
bool directory_import_popolo(struct directory *directory, const char *json, size_t length, struct import_report *report,
                             struct arena *a, const char **error_r);
/* Officers, services and posts as RFC 4180 CSV, a line for each tenure: the header line names the columns of: name,
 * email, service, post, role, tier, deputy, manager, from, to, and kind, where only "officer" is taken. Other columns
 * are kept with the person. Without a name the post is vacant; the deputy is the label of a post; the manager is the
 * address, the name or the id of a person; dates are 2026-05-31 or 31/05/2026. People are known by their address, else
 * by their name. Who is in a service by the file has left those that the file does not give them, and a post of one
 * holder (directory_is_single) is left by whom the file does not name for it: as from the line's date or today. */
bool directory_import_csv(struct directory *directory, const char *csv, size_t length, int32_t today,
                          const struct offices *offices, struct import_report *report, struct arena *a,
                          const char **error_r);
/* Popolo, with everything that an import took; importing it again changes nothing. */
void directory_export_popolo(const struct directory *directory, struct buf *out);

#endif
