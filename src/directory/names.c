/* Ids for what comes without one, so that it gets the same id every time, and roles for posts that have only a title.
 */
#include "directory/directory_private.h"

#include <strings.h>

const char *slug_of(struct arena *arena, const char *text) {
    const char *slug = text_slug(arena, text);
    return slug[0] != '\0' ? slug : arena_strndup(arena, text_sha256(arena, text, strlen(text)), 12);
}

const char *role_of_title(struct arena *arena, const char *title) {
    static const struct {
        const char *begins, *role;
    } roles[] = {
        {"Head of ", "head"},
        {"Chair of ", "chair"},
        {"Chairman of ", "chair"},
        {"Chairperson of ", "chair"},
        {"Vice-Chair of ", "vice-chair"},
        {"Vice Chair of ", "vice-chair"},
        {"Vice-Chairman of ", "vice-chair"},
        {"Cabinet Member for ", "cabinet-member"},
        {"Portfolio Holder for ", "cabinet-member"},
    };
    for (size_t i = 0; i < LENGTH_OF(roles); i++)
        if (strncasecmp(title, roles[i].begins, strlen(roles[i].begins)) == 0)
            return roles[i].role;
    return slug_of(arena, title);
}

const char *id_of_person(const struct import *in, const char *name, const char *email) {
    const char *base = arena_printf(in->a, "p-%s", slug_of(in->a, name)), *id = base;
    const struct person *namesake;
    for (unsigned n = 2; (namesake = table_find(&in->draft->people, id)) != NULL; n++) {
        bool same_email = namesake->email == NULL || email == NULL || strcasecmp(namesake->email, email) == 0;
        if (same_email && strcasecmp(namesake->name, name) == 0)
            break;
        id = arena_printf(in->a, "%s-%u", base, n);
    }
    return id;
}

const char *id_of_organization(const struct import *in, const char *name, const char *classification) {
    const char *id = slug_of(in->a, name);
    const struct organization *namesake = table_find(&in->draft->organizations, id);
    if (namesake == NULL || strcmp(namesake->classification, classification) == 0 || classification[0] == '\0')
        return id;
    return arena_printf(in->a, "%s-%s", slug_of(in->a, classification), id);
}

const char *id_of_post(const struct import *in, const char *label, const char *organization_id) {
    const char *id = slug_of(in->a, label);
    const struct post *namesake = table_find(&in->draft->posts, id);
    if (namesake == NULL || namesake->organization_id == NULL || organization_id == NULL ||
        strcmp(namesake->organization_id, organization_id) == 0)
        return id;
    return arena_printf(in->a, "%s-%s", id, organization_id);
}

struct organization *import_service(struct import *in, const char *name) {
    bool added;
    struct organization *service =
        table_row(&in->draft->organizations, id_of_organization(in, name, "service"), &added);
    edit_start(in);
    if (added) {
        service->extra = "{}";
        edit_text(in, "name", &service->name, name);
        edit_text(in, "classification", &service->classification, "service");
    }
    edit_end(in, added, arena_printf(in->a, "Service %s", name));
    return service;
}
