/* The affairs of a demo, as its pack's demo.txt tells them: a line for each, and under it a line for each deed. */
#include "cli/demo.h"

#define FILE_NAME "demo.txt"
#define FILE_MOST ((size_t)1024 * 1024)
#define SEPARATOR " | "

struct telling {
    struct arena *a;
    LIST(struct demo_affair) affairs;
    size_t deeds; /* of the last affair */
};

/* What stands before the separator, of which *rest then is what comes after; all of it, and *rest NULL, where there is
 * none. */
static const char *piece(struct arena *a, const char **rest) {
    const char *start = *rest, *end = start == NULL ? NULL : strstr(start, SEPARATOR);
    *rest = end == NULL ? NULL : end + strlen(SEPARATOR);
    return end == NULL ? start : arena_strndup(a, start, (size_t)(end - start));
}

/* "paper shelter" */
static void add_affair(struct telling *telling, const char *line) {
    const char *space = strchr(line, ' ');
    struct demo_affair affair = {.procedure = line};
    if (space != NULL) {
        affair.procedure = arena_strndup(telling->a, line, (size_t)(space - line));
        affair.name = space + 1;
    }
    LIST_ADD(telling->a, &telling->affairs, affair);
    telling->deeds = 0;
}

/* "9 | Gordon Pike | open | committee=b-scrutiny;meeting=+6" */
static bool add_deed(struct telling *telling, const char *line) {
    const char *rest = line;
    const char *days = piece(telling->a, &rest), *person = piece(telling->a, &rest), *power = piece(telling->a, &rest);
    int64_t days_ago;
    if (telling->affairs.count == 0 || telling->deeds == DEMO_STEPS_MOST || power == NULL ||
        !text_to_int(days, 0, DEMO_DAYS_MOST, &days_ago) || (telling->deeds == 0) != text_equal(power, "open"))
        return false;
    struct demo_affair *affair = &telling->affairs.at[telling->affairs.count - 1];
    affair->deeds[telling->deeds] = (struct demo_deed){
        .days_ago = (int)days_ago, .person = person, .power = telling->deeds == 0 ? NULL : power, .fields = rest};
    telling->deeds++;
    return true;
}

static bool is_done(const struct telling *telling) {
    return telling->affairs.count == 0 || telling->deeds > 0;
}

bool demo_affairs_told(struct arena *a, const char *text, const struct demo_affair **affairs_r, const char **error_r) {
    struct telling telling = {.a = a};
    char **lines = text_split(a, text, '\n');
    for (size_t i = 0; lines[i] != NULL; i++) {
        const char *line = text_clean(a, lines[i]);
        bool is_deed = lines[i][0] == ' ', right = true;
        if (line[0] == '\0' || line[0] == '#')
            continue;
        if (is_deed)
            right = add_deed(&telling, line);
        else if ((right = is_done(&telling)))
            add_affair(&telling, line);
        if (!right)
            return fail(a, error_r, FILE_NAME ":%zu: \"%s\" is no %s here.", i + 1, line,
                        is_deed ? "deed of an affair" : "affair");
    }
    if (!is_done(&telling))
        return fail(a, error_r, FILE_NAME ": the last affair has no deed.");
    LIST_ADD(a, &telling.affairs, ((struct demo_affair){0}));
    *affairs_r = telling.affairs.at;
    return true;
}

bool demo_affairs_read(struct arena *a, const char *packs, const char *pack, const struct demo_affair **affairs_r,
                       const char **error_r) {
    char *text;
    size_t length;
    return file_read(a, arena_printf(a, "%s/%s/" FILE_NAME, packs, pack), FILE_MOST, &text, &length, error_r) &&
           demo_affairs_told(a, text, affairs_r, error_r);
}
