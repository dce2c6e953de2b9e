#include "cli/popolo.h"

struct popolo popolo_new(struct arena *a) {
    const struct buf empty = {.arena = a};
    return (struct popolo){a, empty, empty, empty, empty, empty};
}

/* A row begins with a comma but the first. */
static struct json start_row(struct buf *rows, const char *id) {
    if (rows->length > 0)
        buf_adds(rows, ",\n");
    struct json json = {.buf = rows};
    json_start_object(&json);
    json_pair(&json, "id", id);
    return json;
}

static void pair_if(struct json *json, const char *key, const char *text) {
    if (text != NULL)
        json_pair(json, key, text);
}

void popolo_organization(struct popolo *popolo, const char *id, const char *name, const char *classification,
                         const char *mark) {
    struct json json = start_row(&popolo->organizations, id);
    json_pair(&json, "name", name);
    json_pair(&json, "classification", classification);
    if (mark != NULL)
        json_pair_bool(&json, mark, true);
    json_end_object(&json);
}

void popolo_area(struct popolo *popolo, const char *id, const char *name) {
    struct json json = start_row(&popolo->areas, id);
    json_pair(&json, "name", name);
    json_end_object(&json);
}

void popolo_person(struct popolo *popolo, const char *id, const char *name, const char *kind, const char *email) {
    struct json json = start_row(&popolo->persons, id);
    pair_if(&json, "name", name);
    pair_if(&json, "kind", kind);
    pair_if(&json, "email", email);
    json_end_object(&json);
}

void popolo_active(struct popolo *popolo, const char *id, bool active) {
    struct json json = start_row(&popolo->persons, id);
    json_pair_bool(&json, "active", active);
    json_end_object(&json);
}

void popolo_post(struct popolo *popolo, const char *id, const char *label, const char *role, const char *tier,
                 const char *organization, const char *deputy) {
    struct json json = start_row(&popolo->posts, id);
    json_pair(&json, "label", label);
    pair_if(&json, "role", role);
    pair_if(&json, "tier", tier);
    pair_if(&json, "organization_id", organization);
    pair_if(&json, "deputy_id", deputy);
    json_end_object(&json);
}

void popolo_membership(struct popolo *popolo, const char *person, struct popolo_time time) {
    const char *what = time.post != NULL ? time.post : time.organization != NULL ? time.organization : time.area;
    const char *from = time.from == DAY_FIRST ? NULL : day_format(popolo->a, time.from, DAY_ISO);
    const char *id =
        arena_printf(popolo->a, "%s-%s%s%s", person, what, from == NULL ? "" : "-", from == NULL ? "" : from);
    struct json json = start_row(&popolo->memberships, id);
    json_pair(&json, "person_id", person);
    pair_if(&json, "organization_id", time.organization);
    pair_if(&json, "post_id", time.post);
    pair_if(&json, "area_id", time.area);
    pair_if(&json, "start_date", from);
    if (time.to != DAY_LAST)
        json_pair(&json, "end_date", day_format(popolo->a, time.to, DAY_ISO));
    json_end_object(&json);
}

char *popolo_text(const struct popolo *popolo, size_t *length_r) {
    struct buf text = {.arena = popolo->a};
    buf_addf(&text,
             "{\"persons\":[%s],\n\"organizations\":[%s],\n\"areas\":[%s],\n\"posts\":[%s],\n\"memberships\":[%s]}\n",
             buf_text(&popolo->persons), buf_text(&popolo->organizations), buf_text(&popolo->areas),
             buf_text(&popolo->posts), buf_text(&popolo->memberships));
    *length_r = text.length;
    return text.data;
}
