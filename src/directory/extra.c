#include "directory/directory_private.h"

json_t *extra_parse(const char *extra) {
    json_t *object = extra == NULL ? NULL : json_loads(extra, JSON_REJECT_DUPLICATES, NULL);
    if (json_is_object(object))
        return object;
    json_decref(object);
    return json_object();
}

const char *extra_text(struct arena *arena, const json_t *object) {
    char *text = json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS);
    const char *copy = arena_strdup(arena, text == NULL ? "{}" : text);
    free(text);
    return copy;
}

static void replace(struct import *in, const char **extra, json_t *object) {
    *extra = extra_text(in->draft->arena, object);
    json_decref(object);
}

void edit_extra(struct import *in, const char **extra, const char *key, const char *value) {
    json_t *object = extra_parse(*extra);
    json_t *wanted = value == NULL ? NULL : json_string(value), *there = json_object_get(object, key);
    if (!json_equal(wanted, there) && (wanted != NULL || there != NULL)) {
        edit_note(in, key);
        if (wanted == NULL)
            json_object_del(object, key);
        else
            json_object_set(object, key, wanted);
    }
    json_decref(wanted);
    replace(in, extra, object);
}

void edit_extra_merge(struct import *in, const char **extra, json_t *from) {
    json_t *object = extra_parse(*extra);
    const char *key;
    json_t *value;
    json_object_foreach(from, key, value) {
        json_t *there = json_object_get(object, key);
        if (json_is_null(value) ? there == NULL : json_equal(value, there))
            continue;
        edit_note(in, key);
        if (json_is_null(value))
            json_object_del(object, key);
        else
            json_object_set(object, key, value);
    }
    replace(in, extra, object);
}

bool extra_is_true(const char *extra, const char *key) {
    json_t *object = extra_parse(extra);
    bool is_true = json_is_true(json_object_get(object, key));
    json_decref(object);
    return is_true;
}

const char *extra_get(struct arena *arena, const char *extra, const char *key) {
    json_t *object = extra_parse(extra);
    const char *text = arena_strdup(arena, json_string_value(json_object_get(object, key)));
    json_decref(object);
    return text;
}
