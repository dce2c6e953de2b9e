/*
 * Renders the fixtures of one component:
 *
 *     govuk_fixtures COMPONENT < fixtures.json > html
 *
 * The answer is the HTML of each fixture, each with a NUL after it. test/govuk/run.mjs compares them with what the
 * fixtures expect.
 */
#include "govuk/fixture.h"

struct slice {
    const void *at;
    size_t count;
};

static void fill(struct arena *arena, const struct shape *shape, const json_t *value, char *to);

/* The value at a path of member names, NULL when there is none. */
static const json_t *look_up(const json_t *value, const char *path) {
    while (value != NULL && *path != '\0') {
        size_t length = strcspn(path, ".");
        value = json_object_getn(value, path, length);
        path += length + (path[length] == '.');
    }
    return value;
}

static bool is_falsy(const json_t *value) {
    return json_is_null(value) || json_is_false(value) || (json_is_string(value) && json_string_length(value) == 0);
}

static const char *scalar(struct arena *arena, const json_t *value) {
    if (json_is_string(value))
        return json_string_value(value);
    if (json_is_integer(value))
        return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    return NULL;
}

static struct markup markup_of(const json_t *value) {
    if (!json_is_string(value))
        return (struct markup){0};
    return (struct markup){json_string_value(value), json_string_length(value)};
}

static struct slice pairs_of(struct arena *arena, const json_t *object) {
    size_t count = json_object_size(object), i = 0;
    struct govuk_attribute *pairs = ARENA_ARRAY(arena, count, struct govuk_attribute);
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)object, name, value) {
        pairs[i++] = (struct govuk_attribute){name, scalar(arena, value)};
    }
    return (struct slice){pairs, count};
}

static struct slice strings_of(struct arena *arena, const json_t *array) {
    size_t count = json_array_size(array);
    const char **strings = ARENA_ARRAY(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        strings[i] = scalar(arena, json_array_get(array, i));
    return (struct slice){strings, count};
}

static struct slice list_of(struct arena *arena, const struct shape *shape, const json_t *array) {
    size_t count = json_array_size(array);
    char *items = arena_array(arena, count, shape->size);
    for (size_t i = 0; i < count; i++)
        fill(arena, shape, json_array_get(array, i), items + i * shape->size);
    return (struct slice){items, count};
}

static enum govuk_choice choice_of(const json_t *value) {
    if (!json_is_boolean(value))
        return GOVUK_UNSET;
    return json_is_true(value) ? GOVUK_YES : GOVUK_NO;
}

static enum moj_sort sort_of(const json_t *value) {
    const char *sort = json_string_value(value);
    return text_equal(sort, "ascending")    ? MOJ_ASCENDING
           : text_equal(sort, "descending") ? MOJ_DESCENDING
           : text_equal(sort, "none")       ? MOJ_UNSORTED
                                            : MOJ_NOT_SORTABLE;
}

#define SET(to, type, value)                                                                                           \
    do {                                                                                                               \
        const type set_ = (value);                                                                                     \
        memcpy((to), &set_, sizeof set_);                                                                              \
    } while (0)

static void set(struct arena *arena, const struct option *option, const json_t *value, char *to) {
    switch (option->kind) {
    case OPTION_STRING:
        SET(to, char *, scalar(arena, value));
        break;
    case OPTION_HTML:
        SET(to, struct markup, markup_of(value));
        break;
    case OPTION_BOOL:
        SET(to, bool, json_is_true(value));
        break;
    case OPTION_CHOICE:
        SET(to, enum govuk_choice, choice_of(value));
        break;
    case OPTION_NUMBER:
        SET(to, unsigned, (unsigned)json_integer_value(value));
        break;
    case OPTION_SORT:
        SET(to, enum moj_sort, sort_of(value));
        break;
    case OPTION_PAIRS:
        SET(to, struct slice, pairs_of(arena, value));
        break;
    case OPTION_STRINGS:
        SET(to, struct slice, strings_of(arena, value));
        break;
    case OPTION_LIST:
        SET(to, struct slice, list_of(arena, option->shape, value));
        break;
    case OPTION_STRUCT:
        fill(arena, option->shape, value, to);
        break;
    case OPTION_POINTER: {
        char *part = arena_alloc(arena, option->shape->size);
        fill(arena, option->shape, value, part);
        SET(to, char *, part);
        break;
    }
    case OPTION_IS_NULL:
        SET(to, bool, json_is_null(value));
        break;
    case OPTION_IS_INLINE:
        SET(to, bool, text_equal(json_string_value(value), "inline"));
        break;
    case OPTION_IS_OMITTED:
        SET(to, bool, is_falsy(value));
        break;
    }
}

/* Fills the struct at to, which is zeroed, with those options that the value has. */
static void fill(struct arena *arena, const struct shape *shape, const json_t *value, char *to) {
    for (const struct option *option = shape->options; option->path != NULL; option++) {
        const json_t *given = look_up(value, option->path);
        if (given != NULL)
            set(arena, option, given, to + option->offset);
    }
}

static void render(struct arena *arena, const struct fixture_component *component, const json_t *options) {
    struct html html = HTML_IN(arena);
    char *params = arena_alloc(arena, component->shape->size);
    fill(arena, component->shape, options, params);
    component->render(&html, params);
    fwrite(buf_text(&html.buf), 1, html.buf.length + 1, stdout);
}

static const struct fixture_component *find(const struct fixture_component *components, const char *name) {
    for (const struct fixture_component *component = components; component->name != NULL; component++)
        if (text_equal(component->name, name))
            return component;
    return NULL;
}

int main(int argc, char **argv) {
    const char *name = argc == 2 ? argv[1] : NULL;
    const struct fixture_component *component = find(fixture_forms, name);
    if (component == NULL)
        component = find(fixture_pages, name);
    if (component == NULL)
        component = find(fixture_moj, name);
    if (component == NULL) {
        fprintf(stderr, "usage: govuk_fixtures COMPONENT < fixtures.json\n");
        return 2;
    }
    json_error_t error;
    json_t *root = json_loadf(stdin, 0, &error);
    if (root == NULL) {
        fprintf(stderr, "govuk_fixtures: line %d: %s\n", error.line, error.text);
        return 1;
    }
    struct arena *arena = arena_new();
    size_t i;
    json_t *fixture;
    json_array_foreach(json_object_get(root, "fixtures"), i, fixture) {
        render(arena, component, json_object_get(fixture, "options"));
    }
    arena_free(&arena);
    json_decref(root);
    return 0;
}
