#include "api/api_private.h"

#include <jansson.h>

/* Jansson reads 2,048 levels; nothing that we take needs more than a few. */
static bool too_deep(const char *text, size_t length) {
    int depth = 0;
    bool inside = false; /* a string */
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (inside && c == '\\')
            i++;
        else if (c == '"')
            inside = !inside;
        else if (!inside && (c == '{' || c == '[') && ++depth > API_DEPTH_MOST)
            return true;
        else if (!inside && (c == '}' || c == ']'))
            depth--;
    }
    return false;
}

static void release(void *object) {
    json_decref(object);
}

static bool known(const char *const *members, const char *name) {
    for (; *members != NULL; members++)
        if (strcmp(*members, name) == 0)
            return true;
    return false;
}

static bool read_text(json_t *value, const char *name, struct arena *a, const char **text_r, const char **error_r) {
    if (!json_is_string(value))
        return fail(a, error_r, "\"%s\" must be a text.", name);
    *text_r = json_string_value(value);
    return true;
}

/* Several ids, as the engine takes them: with a space between. */
static bool read_list(json_t *list, const char *name, struct arena *a, const char **text_r, const char **error_r) {
    struct buf ids = {.arena = a};
    size_t i;
    json_t *id;
    json_array_foreach(list, i, id) {
        if (!json_is_string(id) || json_string_length(id) == 0 || strchr(json_string_value(id), ' ') != NULL)
            return fail(a, error_r, "The list \"%s\" must hold ids without spaces.", name);
        buf_addf(&ids, "%s%s", i == 0 ? "" : " ", json_string_value(id));
    }
    *text_r = buf_text(&ids);
    return true;
}

static bool read_fields(json_t *fields, struct arena *a, struct api_input *body, const char **error_r) {
    if (!json_is_object(fields))
        return fail(a, error_r, "\"fields\" must be an object of the form's fields.");
    if (json_object_size(fields) > API_FIELDS_MOST)
        return fail(a, error_r, "\"fields\" has more than %d members.", API_FIELDS_MOST);
    const char *name;
    json_t *value;
    json_object_foreach(fields, name, value) {
        if (json_is_string(value))
            values_put(a, &body->fields, name, json_string_value(value));
        else if (json_is_boolean(value)) {
            LIST_ADD(a, &body->ticks, name);
            if (json_is_true(value))
                values_put(a, &body->fields, name, "yes");
        } else if (json_is_array(value)) {
            const char *ids = NULL;
            if (!read_list(value, name, a, &ids, error_r))
                return false;
            LIST_ADD(a, &body->lists, name);
            values_put(a, &body->fields, name, ids);
        } else
            return fail(a, error_r,
                        "The field \"%s\" must be a text, true for a statement that is ticked, or a list of ids.",
                        name);
    }
    return true;
}

static bool read_member(const char *name, json_t *value, struct arena *a, struct api_input *body,
                        const char **error_r) {
    if (strcmp(name, "fields") == 0)
        return read_fields(value, a, body, error_r);
    return read_text(value, name, a, strcmp(name, "to") == 0 ? &body->to : &body->procedure, error_r);
}

bool api_input_read(const char *text, size_t length, const char *const *members, struct arena *a,
                    struct api_input *body_r, const char **error_r) {
    *body_r = (struct api_input){0};
    if (length == 0)
        return true;
    if (too_deep(text, length))
        return fail(a, error_r, "The body is nested deeper than %d levels.", API_DEPTH_MOST);
    json_error_t where;
    json_t *object = json_loadb(text, length, JSON_REJECT_DUPLICATES, &where);
    if (object == NULL)
        return fail(a, error_r, "The body is not the JSON that is read here: line %d, column %d: %s.", where.line,
                    where.column, where.text);
    arena_on_reset(a, release, object); /* the texts are borrowed from it */
    if (!json_is_object(object))
        return fail(a, error_r, "The body must be a JSON object.");
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value) {
        if (!known(members, name))
            return fail(a, error_r, "\"%s\" is not known here.", name);
        if (!read_member(name, value, a, body_r, error_r))
            return false;
    }
    return true;
}
