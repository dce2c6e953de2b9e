/* directory_page: what the pages of the directory share. Private to web. */
#ifndef COMITY_WEB_DIRECTORY_PAGE_H
#define COMITY_WEB_DIRECTORY_PAGE_H

#include "web/page.h"

/* The links between people, groups, services, wards and bodies; path: the one that is shown. */
void directory_sections(struct html *out, struct http_request *request, const char *path);
/* Name, posts, group or service. */
void directory_contacts(struct html *out, struct http_request *request, const struct view_contact *contacts,
                        size_t count);

#endif
