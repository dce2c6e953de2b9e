#include "directory/popolo.h"

/* The file's own way of writing a date, if that is still the date ("1970-01" for 1 January 1970). */
static const char *date_written(struct arena *a, const struct membership *membership, const char *property, bool last) {
    int32_t date = last ? membership->to : membership->from, said;
    bool exact;
    const char *text = extra_get(a, membership->extra, property);
    return text != NULL && date_fuzzy(text, last, &said, &exact) && said == date ? text : date_text(a, date);
}

static void pair_if(struct json *json, const char *key, const char *text) {
    if (!text_empty(text))
        json_pair(json, key, text);
}

static void write_extra(struct json *json, struct arena *a, const char *extra, bool dates_too) {
    json_t *object = extra_parse(extra);
    if (!dates_too) {
        json_object_del(object, "start_date");
        json_object_del(object, "end_date");
    }
    const char *text = extra_text(a, object);
    size_t length = strlen(text);
    if (length > 2) {
        buf_addc(json->buf, ',');
        buf_add(json->buf, text + 1, length - 2); /* without the braces: the properties go on */
    }
    json_decref(object);
}

static void write_row(struct json *json, struct arena *a, enum popolo_class class, const void *row) {
    const struct popolo_shape *shape = &popolo_shapes[class];
    json_start_object(json);
    json_pair(json, "id", *(const char *const *)row);
    for (const struct popolo_field *field = shape->fields; field->property != NULL; field++)
        pair_if(json, field->property, *(const char *const *)(const void *)((const char *)row + field->offset));
    if (class == POPOLO_PERSON) {
        const struct person *person = row;
        json_pair(json, "kind", person_kind_name(person->kind));
        if (!person->active)
            json_pair_bool(json, "active", false);
    }
    if (class == POPOLO_MEMBERSHIP) {
        pair_if(json, "start_date", date_written(a, row, "start_date", false));
        pair_if(json, "end_date", date_written(a, row, "end_date", true));
    }
    write_extra(json, a, *(const char *const *)(const void *)((const char *)row + shape->extra),
                class != POPOLO_MEMBERSHIP);
    json_end_object(json);
    buf_addc(json->buf, '\n');
}

void directory_export_popolo(const struct directory *directory, struct buf *out) {
    const struct {
        enum popolo_class class;
        const void *rows;
        size_t count, size;
    } parts[] = {
        {POPOLO_PERSON, directory->people, directory->person_count, sizeof(struct person)},
        {POPOLO_ORGANIZATION, directory->organizations, directory->organization_count, sizeof(struct organization)},
        {POPOLO_AREA, directory->areas, directory->area_count, sizeof(struct area)},
        {POPOLO_POST, directory->posts, directory->post_count, sizeof(struct post)},
        {POPOLO_MEMBERSHIP, directory->memberships, directory->membership_count, sizeof(struct membership)},
        {POPOLO_MEMBERSHIP, directory->strays, directory->stray_count, sizeof(struct membership)},
    };
    struct arena *a = arena_new();
    struct json json = {.buf = out};
    json_start_object(&json);
    for (size_t i = 0; i < LENGTH_OF(parts); i++) {
        bool goes_on = i > 0 && parts[i].class == parts[i - 1].class;
        if (!goes_on) {
            json_key(&json, popolo_shapes[parts[i].class].plural);
            json_start_array(&json);
        }
        for (size_t j = 0; j < parts[i].count; j++)
            write_row(&json, a, parts[i].class, (const char *)parts[i].rows + j * parts[i].size);
        if (i + 1 == LENGTH_OF(parts) || parts[i + 1].class != parts[i].class)
            json_end_array(&json);
    }
    json_end_object(&json);
    buf_addc(out, '\n');
    arena_free(&a);
}
