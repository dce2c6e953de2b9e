#include "directory/popolo.h"

/* The name comes first: it is what the row is called in findings. */
static const struct popolo_field person_fields[] = {
    {"name", offsetof(struct person, name)}, {"email", offsetof(struct person, email)}, {NULL, 0}};

static const struct popolo_field organization_fields[] = {
    {"name", offsetof(struct organization, name)},
    {"classification", offsetof(struct organization, classification)},
    {"parent_id", offsetof(struct organization, parent_id)},
    {NULL, 0}};

static const struct popolo_field area_fields[] = {
    {"name", offsetof(struct area, name)}, {"classification", offsetof(struct area, classification)}, {NULL, 0}};

static const struct popolo_field post_fields[] = {{"label", offsetof(struct post, label)},
                                                  {"role", offsetof(struct post, role)},
                                                  {"tier", offsetof(struct post, tier)},
                                                  {"organization_id", offsetof(struct post, organization_id)},
                                                  {"area_id", offsetof(struct post, area_id)},
                                                  {"deputy_id", offsetof(struct post, deputy_id)},
                                                  {NULL, 0}};

static const struct popolo_field membership_fields[] = {
    {"label", offsetof(struct membership, label)},
    {"role", offsetof(struct membership, role)},
    {"person_id", offsetof(struct membership, person_id)},
    {"organization_id", offsetof(struct membership, organization_id)},
    {"post_id", offsetof(struct membership, post_id)},
    {"area_id", offsetof(struct membership, area_id)},
    {NULL, 0}};

const struct popolo_shape popolo_shapes[POPOLO_CLASSES] = {
    [POPOLO_PERSON] = {"person", "persons", person_fields, offsetof(struct person, extra)},
    [POPOLO_ORGANIZATION] = {"organization", "organizations", organization_fields,
                             offsetof(struct organization, extra)},
    [POPOLO_AREA] = {"area", "areas", area_fields, offsetof(struct area, extra)},
    [POPOLO_POST] = {"post", "posts", post_fields, offsetof(struct post, extra)},
    [POPOLO_MEMBERSHIP] = {"membership", "memberships", membership_fields, offsetof(struct membership, extra)},
};
