/* A council small enough to read, for the tests of directory. */
#ifndef COMITY_TEST_DIRECTORY_H
#define COMITY_TEST_DIRECTORY_H

#include "directory/directory_private.h"

struct person *put_person(struct draft *draft, const char *id, enum person_kind kind);
struct organization *put_organization(struct draft *draft, const char *id, const char *classification);
struct area *put_area(struct draft *draft, const char *id);
struct post *put_post(struct draft *draft, const char *id, const char *role, const char *organization_id);
/* "2026-05-07" for from and to, NULL for an open end; everything but the person can be NULL. */
struct membership *put_membership(struct draft *draft, const char *person_id, const char *organization_id,
                                  const char *post_id, const char *area_id, const char *from, const char *to);
int32_t date(const char *text);

/* How many findings are of the kind; and the first of them that has the words, NULL when there is none. */
size_t count_findings(const struct import_report *report, enum finding_kind kind);
const struct finding *find_finding(const struct import_report *report, enum finding_kind kind, const char *words);
/* The directory as Popolo, in the arena. */
const char *exported(const struct directory *directory, struct arena *a);
/* A file of the samples beside the project; skips the test, with a message, when it is not there. */
char *read_sample(struct arena *a, const char *name, size_t *length_r);

#endif
