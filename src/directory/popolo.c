/*
 * Reading Popolo. An object's texts go into columns, the objects embedded in it are taken for themselves and replaced
 * by their ids, and all else is kept as it is.
 */
#include "directory/popolo.h"

struct reader {
    struct import in;
    const char *where;     /* what is read now, for errors: "persons, number 3" */
    struct table kindless; /* people whose object says nothing of their kind */
};

static bool take(struct reader *reader, enum popolo_class class, json_t *object, const char **id_r);

#define REFUSE(reader, ...) fail((reader)->in.a, (reader)->in.error_r, __VA_ARGS__)

/* ---- embedded objects */

static const struct {
    enum popolo_class in;
    const char *property;
    enum popolo_class class;
    const char *reference; /* the property of the object that takes the id */
} embedded_objects[] = {
    {POPOLO_MEMBERSHIP, "person", POPOLO_PERSON, "person_id"},
    {POPOLO_MEMBERSHIP, "organization", POPOLO_ORGANIZATION, "organization_id"},
    {POPOLO_MEMBERSHIP, "post", POPOLO_POST, "post_id"},
    {POPOLO_MEMBERSHIP, "area", POPOLO_AREA, "area_id"},
    {POPOLO_POST, "organization", POPOLO_ORGANIZATION, "organization_id"},
    {POPOLO_POST, "area", POPOLO_AREA, "area_id"},
    {POPOLO_ORGANIZATION, "parent", POPOLO_ORGANIZATION, "parent_id"},
};

static const struct {
    enum popolo_class in;
    const char *property;
    enum popolo_class class;
    const char *reference; /* the property of each that takes the id of the object in which it stands */
} embedded_lists[] = {
    {POPOLO_PERSON, "memberships", POPOLO_MEMBERSHIP, "person_id"},
    {POPOLO_ORGANIZATION, "memberships", POPOLO_MEMBERSHIP, "organization_id"},
    {POPOLO_ORGANIZATION, "posts", POPOLO_POST, "organization_id"},
    {POPOLO_ORGANIZATION, "children", POPOLO_ORGANIZATION, "parent_id"},
    {POPOLO_POST, "memberships", POPOLO_MEMBERSHIP, "post_id"},
    {POPOLO_AREA, "memberships", POPOLO_MEMBERSHIP, "area_id"},
    {POPOLO_AREA, "posts", POPOLO_POST, "area_id"},
};

static bool take_embedded_objects(struct reader *reader, enum popolo_class class, json_t *object) {
    for (size_t i = 0; i < LENGTH_OF(embedded_objects); i++) {
        json_t *child = json_object_get(object, embedded_objects[i].property);
        const char *id;
        if (embedded_objects[i].in != class || !json_is_object(child))
            continue;
        if (!take(reader, embedded_objects[i].class, child, &id))
            return false;
        json_object_set_new(object, embedded_objects[i].reference, json_string(id));
        json_object_del(object, embedded_objects[i].property);
    }
    return true;
}

/* id is that of the object in which the lists stood. */
static bool take_embedded_lists(struct reader *reader, enum popolo_class class, json_t *lists, const char *id) {
    for (size_t i = 0; i < LENGTH_OF(embedded_lists); i++) {
        json_t *list = json_object_get(lists, embedded_lists[i].property), *child;
        size_t j;
        if (embedded_lists[i].in != class || !json_is_array(list))
            continue;
        json_array_foreach(list, j, child) {
            const char *child_id;
            if (json_is_object(child) && !json_is_string(json_object_get(child, embedded_lists[i].reference)))
                json_object_set_new(child, embedded_lists[i].reference, json_string(id));
            if (!take(reader, embedded_lists[i].class, child, &child_id))
                return false;
        }
    }
    return true;
}

/* ---- ids */

static const char *text_of(const json_t *object, const char *property) {
    const char *text = json_string_value(json_object_get(object, property));
    return text == NULL ? "" : text;
}

/* A membership without an id is known by what it joins, since when and as what. */
static const char *membership_id(struct arena *a, const json_t *object) {
    static const char *const parts[] = {"person_id", "organization_id", "post_id", "area_id", "start_date", "role"};
    struct buf id = {.arena = a};
    for (size_t i = 0; i < LENGTH_OF(parts); i++)
        if (text_of(object, parts[i])[0] != '\0')
            buf_addf(&id, "%s%s", id.length == 0 ? "" : " ", text_of(object, parts[i]));
    return slug_of(a, buf_text(&id));
}

static bool find_id(struct reader *reader, enum popolo_class class, const json_t *object, const char **id_r) {
    const struct import *in = &reader->in;
    const json_t *id = json_object_get(object, "id");
    const char *name = text_of(object, popolo_shapes[class].fields[0].property);
    if (id != NULL && !json_is_null(id)) {
        *id_r = json_string_value(id);
        return !text_empty(*id_r) || REFUSE(reader, "%s: the id must be a text.", reader->where);
    }
    if (class != POPOLO_MEMBERSHIP && name[0] == '\0')
        return REFUSE(reader, "%s: this %s has neither an id nor a name.", reader->where,
                      popolo_shapes[class].singular);
    switch (class) {
    case POPOLO_PERSON:
        *id_r = id_of_person(in, name, json_string_value(json_object_get(object, "email")));
        break;
    case POPOLO_ORGANIZATION:
        *id_r = id_of_organization(in, name, text_of(object, "classification"));
        break;
    case POPOLO_AREA:
        *id_r = slug_of(in->a, name);
        break;
    case POPOLO_POST:
        *id_r = id_of_post(in, name, json_string_value(json_object_get(object, "organization_id")));
        break;
    case POPOLO_MEMBERSHIP:
        *id_r = membership_id(in->a, object);
        break;
    }
    return true;
}

/* ---- properties */

/* Takes the property out of the object. A null clears the field; without the property it stays as it is. */
static bool read_text(struct reader *reader, const char *property, const char **field, json_t *object) {
    json_t *value = json_object_get(object, property);
    if (value == NULL)
        return true;
    if (!json_is_null(value) && !json_is_string(value))
        return REFUSE(reader, "%s: \"%s\" must be a text.", reader->where, property);
    edit_text(&reader->in, property, field, json_string_value(value));
    json_object_del(object, property);
    return true;
}

/* A date that is not a whole day stays in extra as it was written. */
static bool read_date(struct reader *reader, const char *property, bool last, int32_t *field, json_t *object) {
    json_t *value = json_object_get(object, property);
    const char *text = json_string_value(value);
    bool exact = true;
    int32_t date = last ? DAY_LAST : DAY_FIRST;
    if (value == NULL)
        return true;
    if (!json_is_null(value) && (text == NULL || !date_fuzzy(text, last, &date, &exact)))
        return REFUSE(reader, "%s: \"%s\" must be a date like \"2026-05-31\".", reader->where, property);
    edit_day(&reader->in, property, field, date);
    if (exact)
        json_object_set_new(object, property, json_null());
    return true;
}

static bool read_person(struct reader *reader, struct person *person, bool added, json_t *object) {
    json_t *kind = json_object_get(object, "kind"), *active = json_object_get(object, "active");
    enum person_kind is = added ? PERSON_OTHER : person->kind;
    bool may = added || person->active, first;
    if (kind == NULL)
        table_row(&reader->kindless, person->id, &first);
    else if (!json_is_string(kind) || !person_kind_parse(json_string_value(kind), &is))
        return REFUSE(reader, "%s: \"kind\" is member, officer or other.", reader->where);
    if (active != NULL && !json_is_boolean(active))
        return REFUSE(reader, "%s: \"active\" is true or false.", reader->where);
    if (active != NULL)
        may = json_is_true(active);
    if (is != person->kind)
        edit_note(&reader->in, "kind");
    if (may != person->active)
        edit_note(&reader->in, "active");
    person->kind = is;
    person->active = may;
    json_object_del(object, "kind");
    json_object_del(object, "active");
    return true;
}

static bool read_membership(struct reader *reader, struct membership *membership, bool added, json_t *object) {
    if (added) {
        membership->from = DAY_FIRST;
        membership->to = DAY_LAST;
    }
    return read_date(reader, "start_date", false, &membership->from, object) &&
           read_date(reader, "end_date", true, &membership->to, object);
}

/* A row that is given to somebody else, or to another organization, is known since now: it is another membership. */
static void note_move(const struct membership *before, struct membership *membership) {
    if (!text_equal(before->person_id, membership->person_id) ||
        !text_equal(before->organization_id, membership->organization_id) ||
        !text_equal(before->post_id, membership->post_id))
        membership->known_at = 0;
}

static bool read_properties(struct reader *reader, enum popolo_class class, void *row, bool added, json_t *object) {
    const struct popolo_shape *shape = &popolo_shapes[class];
    const char **extra = POPOLO_TEXT(row, shape->extra), **name = POPOLO_TEXT(row, shape->fields[0].offset);
    const char *id = *POPOLO_TEXT(row, 0);
    struct membership before = {0};
    if (added)
        *extra = "{}";
    if (class == POPOLO_MEMBERSHIP)
        before = *(const struct membership *)row;
    for (const struct popolo_field *field = shape->fields; field->property != NULL; field++)
        if (!read_text(reader, field->property, POPOLO_TEXT(row, field->offset), object))
            return false;
    if (class == POPOLO_PERSON && !read_person(reader, row, added, object))
        return false;
    if (class == POPOLO_MEMBERSHIP && !read_membership(reader, row, added, object))
        return false;
    if (class == POPOLO_MEMBERSHIP)
        note_move(&before, row);
    if (class == POPOLO_ORGANIZATION && ((struct organization *)row)->classification == NULL)
        ((struct organization *)row)->classification = "";
    if (class != POPOLO_MEMBERSHIP && text_empty(*name)) {
        import_say(&reader->in, FINDING_REPAIRED, "%s: this %s has no name and is named by its id, %s.", reader->where,
                   shape->singular, id);
        *name = id;
    }
    json_object_del(object, "id");
    edit_extra_merge(&reader->in, extra, object);
    return true;
}

static struct table *table_of(struct draft *draft, enum popolo_class class) {
    struct table *const tables[] = {[POPOLO_PERSON] = &draft->people,
                                    [POPOLO_ORGANIZATION] = &draft->organizations,
                                    [POPOLO_AREA] = &draft->areas,
                                    [POPOLO_POST] = &draft->posts,
                                    [POPOLO_MEMBERSHIP] = &draft->memberships};
    return tables[class];
}

/* Parts the embedded lists from the object, so that they do not count as its properties. */
static json_t *set_lists_aside(enum popolo_class class, json_t *object) {
    json_t *lists = json_object();
    for (size_t i = 0; i < LENGTH_OF(embedded_lists); i++) {
        json_t *list = json_object_get(object, embedded_lists[i].property);
        if (embedded_lists[i].in == class && json_is_array(list)) {
            json_object_set(lists, embedded_lists[i].property, list);
            json_object_del(object, embedded_lists[i].property);
        }
    }
    return lists;
}

/* First what the object refers to, then the object, then the lists of what refers to it. */
static bool take(struct reader *reader, enum popolo_class class, json_t *object, const char **id_r) {
    if (!json_is_object(object))
        return REFUSE(reader, "%s: a %s must be an object.", reader->where, popolo_shapes[class].singular);
    const char *id = NULL;
    bool added, good = false;
    if (!take_embedded_objects(reader, class, object) || !find_id(reader, class, object, &id))
        return false;
    void *row = table_row(table_of(reader->in.draft, class), id, &added);
    *id_r = *POPOLO_TEXT(row, 0);
    json_t *lists = set_lists_aside(class, object);
    edit_start(&reader->in);
    if (read_properties(reader, class, row, added, object)) {
        const char *name = *POPOLO_TEXT(row, popolo_shapes[class].fields[0].offset);
        edit_end(&reader->in, added,
                 arena_printf(reader->in.a, "%s %s", popolo_shapes[class].singular, name == NULL ? *id_r : name));
        good = take_embedded_lists(reader, class, lists, *id_r);
    }
    json_decref(lists);
    return good;
}

/* ---- the file */

/* What an object is that does not stand in a list of its kind: the first property that it has decides. */
static bool class_of(const json_t *object, enum popolo_class *class_r) {
    static const struct {
        const char *property;
        int class; /* -1: none that the directory has */
    } signs[] = {
        {"$schema", -1},
        {"attendees", -1},
        {"option", -1},
        {"motion", -1},
        {"text", -1},
        {"video", -1},
        {"person_id", POPOLO_MEMBERSHIP},
        {"person", POPOLO_MEMBERSHIP},
        {"member", POPOLO_MEMBERSHIP},
        {"post_id", POPOLO_MEMBERSHIP},
        {"post", POPOLO_MEMBERSHIP},
        {"value", -1},
        {"label", POPOLO_POST},
        {"geometry", POPOLO_AREA},
        {"identifier", POPOLO_AREA},
        {"classification", POPOLO_ORGANIZATION},
        {"founding_date", POPOLO_ORGANIZATION},
        {"posts", POPOLO_ORGANIZATION},
        {"children", POPOLO_ORGANIZATION},
        {"parent_id", POPOLO_ORGANIZATION},
        {"start_date", -1},
        {"name", POPOLO_PERSON},
    };
    for (size_t i = 0; i < LENGTH_OF(signs); i++) {
        if (json_object_get(object, signs[i].property) == NULL)
            continue;
        if (signs[i].class >= 0)
            *class_r = (enum popolo_class)signs[i].class;
        return signs[i].class >= 0;
    }
    return false;
}

static bool read_object(struct reader *reader, json_t *object) {
    enum popolo_class class;
    const char *id;
    if (class_of(object, &class))
        return take(reader, class, object, &id);
    import_say(&reader->in, FINDING_LEFT_OUT, "%s is nothing that the directory keeps.", reader->where);
    return true;
}

static bool read_list(struct reader *reader, const char *plural, int class, json_t *list) {
    size_t i;
    json_t *object;
    if (!json_is_array(list))
        return REFUSE(reader, "\"%s\" must be a list.", plural);
    json_array_foreach(list, i, object) {
        const char *id;
        reader->where = arena_printf(reader->in.a, "%s, number %zu", plural, i + 1);
        if (!(class < 0 ? read_object(reader, object) : take(reader, (enum popolo_class) class, object, &id)))
            return false;
    }
    return true;
}

static bool has_lists(const json_t *root) {
    for (size_t i = 0; i < POPOLO_CLASSES; i++)
        if (json_object_get(root, popolo_shapes[i].plural) != NULL && json_object_get(root, "id") == NULL &&
            json_object_get(root, "name") == NULL)
            return true;
    return false;
}

static bool read_lists(struct reader *reader, json_t *root) {
    const char *property;
    json_t *value;
    for (size_t i = 0; i < POPOLO_CLASSES; i++) {
        json_t *list = json_object_get(root, popolo_shapes[i].plural);
        if (list != NULL && !read_list(reader, popolo_shapes[i].plural, (int)i, list))
            return false;
        json_object_del(root, popolo_shapes[i].plural);
    }
    json_object_foreach(root, property, value)
        import_say(&reader->in, FINDING_LEFT_OUT, "\"%s\" is nothing that the directory keeps.", property);
    return true;
}

/* Popolo does not say who is elected. Who sits for an area, or in a group, is. */
static void find_members(struct reader *reader) {
    const struct draft *draft = reader->in.draft;
    for (size_t i = 0; i < draft->memberships.count; i++) {
        const struct membership *membership = draft->memberships.entries[i].row;
        const struct organization *organization = table_find(&draft->organizations, membership->organization_id);
        struct person *person = table_find(&draft->people, membership->person_id);
        bool elected =
            membership->area_id != NULL ||
            (organization != NULL && organization_kind_of(organization->classification) == ORGANIZATION_GROUP);
        if (!elected || person == NULL || person->kind != PERSON_OTHER ||
            table_find(&reader->kindless, person->id) == NULL)
            continue;
        person->kind = PERSON_MEMBER;
        import_say(&reader->in, FINDING_REPAIRED, "%s sits for an area or in a group, and so is taken as a Member.",
                   person->name);
    }
}

/* Jansson's own limit is far higher, and this program reads JSON by recursion, too. */
static bool is_shallow(const char *json, size_t length) {
    int depth = 0;
    bool quoted = false;
    for (const char *p = json; p < json + length; p++) {
        if (quoted && *p == '\\')
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (!quoted && (*p == '{' || *p == '['))
            depth++;
        else if (!quoted && (*p == '}' || *p == ']'))
            depth--;
        if (depth > IMPORT_DEPTH)
            return false;
    }
    return true;
}

bool directory_import_popolo(struct directory *directory, const char *json, size_t length, struct import_report *report,
                             struct arena *a, const char **error_r) {
    json_error_t broken;
    if (length > IMPORT_LIMIT)
        return fail(a, error_r, "The file is larger than 32 MiB.");
    if (!is_shallow(json, length))
        return fail(a, error_r, "The JSON is nested more than %d deep.", IMPORT_DEPTH);
    json_t *root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &broken);
    if (root == NULL)
        return fail(a, error_r, "Line %d: %s.", broken.line, broken.text);
    struct reader reader = {.in = import_start(directory, report, a, error_r), .where = "The file"};
    table_init(&reader.kindless, a, sizeof(struct person));
    bool good = json_is_array(root) ? read_list(&reader, "The list", -1, root)
                : has_lists(root)   ? read_lists(&reader, root)
                                    : read_object(&reader, root);
    json_decref(root);
    if (!good)
        return false;
    find_members(&reader);
    draft_build(reader.in.draft, directory);
    return true;
}
