/*
 * What the files of the ModernGov importer share. moderngov.c knows the documents, councillors.c and bodies.c read
 * them, parties.c finds the groups, keyposts.c makes posts of the titles that Members and Officers carry.
 */
#ifndef COMITY_MODERNGOV_H
#define COMITY_MODERNGOV_H

#include "directory/directory_private.h"
#include "directory/xml.h"

/* Somebody whom the document lists. Groups need all of them, and posts need the groups. */
struct listed {
    int line;
    struct person *person;
    const char *party, *group, *titles; /* as the file says; can be NULL */
    int32_t since;                      /* the term's first day, or the meeting's day */
};

struct moderngov {
    struct import in;
    int32_t today;
    LIST(struct listed) listed;
};

/* Puts the listed Members in their groups: those that the file names, else those that their parties suggest. */
void moderngov_groups(struct moderngov *mg);
/* The political group whose name means the same, NULL for none. */
const struct organization *moderngov_group_named(const struct moderngov *mg, const char *name);

/* Gives the listed people the posts of their titles from that day, and makes deputies of the vice-chairs. whole: who
 * has a post that his titles no longer name has left it. */
void moderngov_posts(struct moderngov *mg, bool whole);
/* The body of the name, whatever its case and a "the" in it; NULL for none. */
const struct organization *moderngov_body_named(const struct moderngov *mg, const char *name);
/* ---- documents: false with an error */

bool moderngov_read_wards(struct moderngov *mg, const struct xml *root);
/* The list of all Members: who is not in it has left. */
bool moderngov_read_all_wards(struct moderngov *mg, const struct xml *root);
bool moderngov_read_members(struct moderngov *mg, const struct xml *root);
bool moderngov_read_committees(struct moderngov *mg, const struct xml *root);
bool moderngov_read_meetings(struct moderngov *mg, const struct xml *root);
bool moderngov_read_meeting(struct moderngov *mg, const struct xml *root);

/* ---- text */

/* "mg-487" and the like; NULL, with an error, when the number is missing. */
const char *moderngov_id(struct moderngov *mg, const char *number, int line);
/* The child's text, NULL for nothing; what was escaped twice is mended. */
const char *moderngov_said(struct moderngov *mg, const struct xml *node, const char *name);
/* "31/12/2026"; "unspecified", or nothing, is an open end. */
int32_t moderngov_date(struct moderngov *mg, const struct xml *node, const char *name, int32_t open);
/* The files count what they list. */
void moderngov_check_count(struct moderngov *mg, const struct xml *node, const char *counter, const char *counted);
/* The name without "Councillor", which is kept as a property of the person. */
const char *moderngov_name(struct moderngov *mg, struct person *person, const char *full);

#endif
