/*
 * The broken packs of src/pack/broken. Each folder there is a pack that stands on the pack "good" and breaks one thing;
 * its file "expect" says what its author must be told, a line for each finding or the one error. "…" stands for
 * anything. And nothing is said that no broken pack provokes: each sentence in the sources of this folder is looked
 * for.
 */
#include "pack/told.h"

#include <dirent.h>

#include "base/test.h"

#define ROOT "src/pack/broken"
#define SOURCES "src/pack"
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

/* ---- the sentences of the sources */

static const char *skip_comment(const char *p) {
    const char *end = strstr(p + 2, "*/");
    assert_non_null(end);
    return end + 2;
}

/* Copies the literal that begins at p, with what a format puts in as "anything"; returns what comes after it. */
static const char *copy_literal(const char *p, struct buf *to) {
    for (p++; *p != '"'; p++) {
        if (*p == '\\') {
            buf_addc(to, *++p);
        } else if (*p == '%' && strchr("sucdz", p[1]) != NULL) {
            p += strcspn(p, "sucd");
            buf_adds(to, anything);
        } else {
            buf_addc(to, *p);
        }
    }
    return p + 1;
}

/* The next string of the source from p on, adjacent literals and the macros between them in one; NULL after the last.
 */
static const char *next_string(struct arena *a, const char **p) {
    const char *at = *p;
    while (*at != '\0' && *at != '"') {
        if (text_starts(at, "#include"))
            at = strchr(at, '\n');
        else if (text_starts(at, "/*"))
            at = skip_comment(at);
        else
            at += *at == '\'' ? (at[1] == '\\' ? 4 : 3) : 1;
    }
    if (*at == '\0')
        return NULL;
    struct buf text = {.arena = a};
    for (const char *next = at; *next == '"';) {
        at = copy_literal(next, &text);
        next = at + strspn(at, " \n");
        size_t macro = strspn(next, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
        if (macro > 0 && text_starts(next + macro, " \"")) {
            buf_adds(&text, anything);
            next += macro + 1;
        }
    }
    *p = at;
    return buf_text(&text);
}

/* The sentences and halves of sentences that are said to an author: not names of keys, nor the frames of places. */
static bool is_said(const char *text) {
    static const char *const halves[] = {"is not ", "is neither ", "is nothing "};
    for (size_t i = 0; i < LENGTH_OF(halves); i++) {
        if (text_starts(text, halves[i]))
            return true;
    }
    return strchr(text, ' ') != NULL && (text_ends(text, ".") || text_ends(text, "?") || text_ends(text, "\""));
}

/* What no folder of small files can provoke; test_yaml.c, test_gather.c and test_pack.c do. */
static bool is_provoked_elsewhere(const char *sentence) {
    static const char *const elsewhere[] = {
        "larger than 1 MiB",
        "not UTF-8",
        "no memory to read this",
        "too many entries",
        "is not the name of a pack; expected small letters",
        "the procedure \"…\" is here twice",
    };
    for (size_t i = 0; i < LENGTH_OF(elsewhere); i++) {
        if (strstr(sentence, elsewhere[i]) != NULL)
            return true;
    }
    return false;
}

/* A source that speaks to a pack's author. */
static bool is_source(const char *name) {
    static const char *const others[] = {"gather.c", "merge.c", "node.c", "pack.c", "yaml.c"};
    bool is = text_starts(name, "build") || text_starts(name, "check");
    for (size_t i = 0; i < LENGTH_OF(others) && !is; i++)
        is = text_equal(name, others[i]);
    return is && text_ends(name, ".c");
}

static void every_sentence_that_can_be_said_is_said_of_a_broken_pack(void **state) {
    (void)state;
    struct arena *a = arena_new();
    lines all = {0};
    struct dirent **entries;
    size_t sentences = 0, missing = 0;
    go_through(a, &all);
    int count = names_in(SOURCES, &entries);
    for (int i = 0; i < count; i++) {
        if (!is_source(entries[i]->d_name))
            continue;
        const char *p = read_file(a, arena_printf(a, SOURCES "/%s", entries[i]->d_name));
        for (const char *text; (text = next_string(a, &p)) != NULL;) {
            if (!is_said(text) || is_provoked_elsewhere(text))
                continue;
            sentences++;
            if (!any_fits(arena_printf(a, "%s%s%s", anything, text, anything), &all)) {
                missing++;
                print_error("%s: no pack in " ROOT " provokes: %s\n", entries[i]->d_name, text);
            }
        }
    }
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    assert_true(sentences > 100);
    assert_int_equal(missing, 0);
    arena_free(&a);
}

RUN_TESTS(TEST(nothing_is_wrong_with_the_good_pack), TEST(of_each_broken_pack_its_author_is_told_what_is_expected),
          TEST(every_sentence_that_can_be_said_is_said_of_a_broken_pack))
