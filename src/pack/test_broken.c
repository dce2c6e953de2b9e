/*
 * The broken packs of src/pack/broken. Each folder there is a pack that stands on the pack "good" and breaks one thing;
 * its file "expect" says what its author must be told, a line for each finding or the one error. "…" stands for
 * anything.
 */
#include "pack/pack.h"

#include <dirent.h>

#include "base/test.h"

#define ROOT "src/pack/broken"
enum { FILE_BYTES_MOST = 100000 };
static const char anything[] = "…";

/* Whether the text fits the pattern from its beginning to its end. */
static bool fits(const char *pattern, const char *text) {
    if (*pattern == '\0')
        return *text == '\0';
    if (text_starts(pattern, anything)) {
        const char *rest = pattern + strlen(anything);
        return fits(rest, text) || (*text != '\0' && fits(pattern, text + 1));
    }
    return *pattern == *text && fits(pattern + 1, text + 1);
}

typedef LIST(const char *) lines;

/* What an author is told of a pack, without the path of ROOT. */
static lines told(struct arena *a, const char *name) {
    lines said = {0};
    struct pack *pack = NULL;
    const char *error = NULL;
    if (!pack_load(ROOT, name, a, &pack, &error)) {
        LIST_ADD(a, &said, error + (text_starts(error, ROOT) ? strlen(ROOT "/") : 0));
        return said;
    }
    struct pack_findings findings = {0};
    pack_check(pack, a, &findings);
    for (size_t i = 0; i < findings.list.count; i++) {
        const char *say = pack_finding_say(&findings.list.at[i], a);
        LIST_ADD(a, &said, say + strlen(ROOT "/"));
    }
    pack_free(&pack);
    return said;
}

static bool any_fits(const char *pattern, const lines *said) {
    for (size_t i = 0; i < said->count; i++) {
        if (fits(pattern, said->at[i]))
            return true;
    }
    return false;
}

static char *read_file(struct arena *a, const char *path) {
    char *text = NULL;
    size_t length;
    const char *error = NULL;
    if (!file_read(a, path, FILE_BYTES_MOST, &text, &length, &error))
        fail_msg("%s", error);
    return text;
}

static int is_shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* Sorted; the caller frees each and the array. */
static int names_in(const char *folder, struct dirent ***entries_r) {
    int count = scandir(folder, entries_r, is_shown, alphasort);
    if (count <= 0)
        fail_msg("%s cannot be read", folder);
    return count;
}

/* Adds to all what is said of the packs; returns how many expected lines were not among them. */
static size_t go_through(struct arena *a, lines *all) {
    struct dirent **entries;
    size_t missing = 0;
    int count = names_in(ROOT, &entries);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        lines said = told(a, name);
        for (size_t k = 0; k < said.count; k++)
            LIST_ADD(a, all, said.at[k]);
        if (text_equal(name, "good"))
            continue;
        char **wanted = text_split(a, read_file(a, arena_printf(a, ROOT "/%s/expect", name)), '\n');
        for (size_t k = 0; wanted[k] != NULL && (k == 0 || wanted[k][0] != '\0'); k++) {
            if (!any_fits(wanted[k], &said)) {
                missing++;
                print_error("%s: not told: %s\n", name, wanted[k]);
            }
        }
    }
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return missing;
}

static void nothing_is_wrong_with_the_good_pack(void **state) {
    (void)state;
    struct arena *a = arena_new();
    lines said = told(a, "good");
    if (said.count > 0)
        fail_msg("%s", said.at[0]);
    arena_free(&a);
}

static void of_each_broken_pack_its_author_is_told_what_is_expected(void **state) {
    (void)state;
    struct arena *a = arena_new();
    lines all = {0};
    assert_int_equal(go_through(a, &all), 0);
    arena_free(&a);
}

RUN_TESTS(TEST(nothing_is_wrong_with_the_good_pack), TEST(of_each_broken_pack_its_author_is_told_what_is_expected))
