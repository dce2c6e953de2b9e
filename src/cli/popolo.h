/* What commands change of a directory goes through its importer, as Popolo: one way in, one set of checks. */
#ifndef COMITY_CLI_POPOLO_H
#define COMITY_CLI_POPOLO_H

#include "cli/cli.h"

/* Texts of rows to come, by class: {.persons = {.arena = a}, …} from popolo_new. */
struct popolo {
    struct arena *a;
    struct buf persons, organizations, areas, posts, memberships;
};

struct popolo popolo_new(struct arena *a);
/* mark: what is said of it besides ("administration", "informal"); NULL: nothing. */
void popolo_organization(struct popolo *popolo, const char *id, const char *name, const char *classification,
                         const char *mark);
void popolo_area(struct popolo *popolo, const char *id, const char *name);
/* kind "member" or "officer". Of a person who is there already, NULL leaves what is. */
void popolo_person(struct popolo *popolo, const char *id, const char *name, const char *kind, const char *email);
void popolo_active(struct popolo *popolo, const char *id, bool active);
void popolo_post(struct popolo *popolo, const char *id, const char *label, const char *role, const char *tier,
                 const char *organization, const char *deputy);
struct popolo_time {
    const char *organization, *post, *area; /* ids; can be NULL */
    int32_t from, to;
};
void popolo_membership(struct popolo *popolo, const char *person, struct popolo_time time);
/* The whole as a file that directory_import_popolo reads. */
char *popolo_text(const struct popolo *popolo, size_t *length_r);

#endif
