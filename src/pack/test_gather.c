/* Packs in folders: what one says on top of another. */
#include "pack/load_private.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/test.h"

#define BASE "pack: base\ntitle: Base\n"
#define OWN "pack: own\nextends: base\ntitle: Own\n"

struct file {
    const char *path, *text;
};

/* A folder of packs, which remove_packs removes with all that is in it. */
static const char *write_packs(struct arena *a, const struct file *files, size_t count) {
    char *root = arena_strdup(a, P_tmpdir "/comity-packs-XXXXXX");
    assert_non_null(mkdtemp(root));
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(a, "%s/%s", root, files[i].path);
        mkdir(arena_strndup(a, path, (size_t)(strrchr(path, '/') - path)), 0700);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(files[i].text, file) >= 0);
        assert_int_equal(fclose(file), 0);
    }
    return root;
}

static void remove_packs(struct arena *a, const char *root, const struct file *files, size_t count) {
    for (size_t i = 0; i < count; i++)
        unlink(arena_printf(a, "%s/%s", root, files[i].path));
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(a, "%s/%s", root, files[i].path);
        rmdir(arena_strndup(a, path, (size_t)(strrchr(path, '/') - path)));
    }
    assert_int_equal(rmdir(root), 0);
}

/* The merged tree of the pack "own", as text; or the error, without the folder's path. */
static void expect(const struct file *files, size_t count, const char *wanted) {
    struct arena *a = arena_new();
    const char *root = write_packs(a, files, count);
    const struct node *tree;
    const char *error = "";
    const char *got = pack_gather(root, root, "own", a, &tree, a, &error) ? pack_write(a, tree) : error;
    remove_packs(a, root, files, count);
    if (text_starts(got, root))
        got += strlen(root) + 1;
    assert_string_equal(got, wanted);
    arena_free(&a);
}
#define EXPECT(wanted, ...)                                                                                            \
    do {                                                                                                               \
        const struct file files[] = {__VA_ARGS__};                                                                     \
        expect(files, LENGTH_OF(files), wanted);                                                                       \
    } while (0)

static void mappings_are_merged_and_all_else_is_replaced(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"words\":{\"a\":\"1\",\"b\":\"3\",\"c\":\"4\"},\"list\":[\"z\"],"
           "\"procedures\":[]}",
           {"base/pack.yaml", BASE "words: {a: '1', b: '2'}\nlist: [x, y]\n"},
           {"own/pack.yaml", OWN "words: {b: '3', c: '4'}\nlist: [z]\n"});
}

static void a_tilde_removes_a_key_that_must_be_there(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"words\":{\"b\":\"2\"},\"procedures\":[]}",
           {"base/pack.yaml", BASE "code: C\nwords: {a: '1', b: '2'}\n"},
           {"own/pack.yaml", OWN "code: ~\nwords: {a: ~}\n"});
    EXPECT("own/pack.yaml:4:12: \"z\" is removed, but there is none; expected a key of what this extends.",
           {"base/pack.yaml", BASE "words: {a: '1'}\n"}, {"own/pack.yaml", OWN "words: {z: ~}\n"});
}

static void clauses_are_joined_and_those_with_the_same_id_replaced(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"clauses\":[{\"id\":\"1\"},{\"id\":\"2\",\"kind\":\"ban\"},{\"id\":"
           "\"3\"}],"
           "\"procedures\":[]}",
           {"base/pack.yaml", BASE "clauses: [{id: '1'}, {id: '2', kind: duty}]\n"},
           {"own/pack.yaml", OWN "clauses: [{id: '2', kind: ban}, {id: '3'}]\n"});
}

static void only_holidays_that_are_used_are_kept(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"calendars\":{\"working\":{\"holidays\":[\"here\"]}},"
           "\"holidays\":{\"here\":[\"x\"]},\"procedures\":[]}",
           {"base/pack.yaml", BASE}, {"base/holidays.yaml", "holidays: {here: [x], there: [y]}\n"},
           {"own/pack.yaml", OWN "calendars: {working: {holidays: [here]}}\n"});
}

static void clauses_of_a_library_that_no_rule_names_are_left_out(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"clauses\":[{\"id\":\"used\",\"n\":\"1\"},"
           "{\"id\":\"shown\",\"n\":\"2\"},{\"id\":\"own\",\"n\":\"4\"}],\"shown\":{\"shown\":[\"x\"]},"
           "\"procedures\":[{\"procedure\":\"enquiry\",\"cites\":[\"used\"]}]}",
           {"base/pack.yaml",
            BASE "library: yes\nclauses: [{id: used, n: '1'}, {id: shown, n: '2'}, {id: unused, n: '3'}]\n"},
           {"base/enquiry.yaml", "procedure: enquiry\ncites: [used]\n"},
           {"base/advice.yaml", "procedure: advice\ncites: [unused]\n"}, {"own/enquiry.yaml", "procedure: enquiry\n"},
           {"own/pack.yaml", OWN "clauses: [{id: own, n: '4'}]\nshown: {shown: [x]}\n"});
}

static void a_procedure_can_begin_as_a_copy_of_the_council_s_own_other(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"procedures\":["
           "{\"procedure\":\"enquiry\",\"x\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"own\"}},"
           "{\"procedure\":\"advice\",\"x\":{\"a\":\"1\",\"c\":\"own\",\"d\":\"base\"},\"y\":\"advice\"}]}",
           {"base/pack.yaml", BASE}, {"base/enquiry.yaml", "procedure: enquiry\nx: {a: '1', b: '2'}\n"},
           {"base/advice.yaml", "procedure: advice\nlike: enquiry\nx: {b: ~, d: base}\n"}, {"own/pack.yaml", OWN},
           {"own/enquiry.yaml", "procedure: enquiry\nx: {c: own}\n"},
           {"own/advice.yaml", "procedure: advice\ny: advice\n"});
}

static void a_library_s_procedure_is_a_council_s_only_where_it_says_so(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"procedures\":[{\"procedure\":\"media\",\"x\":\"own\"},"
           "{\"procedure\":\"letter\",\"x\":\"form\"}]}",
           {"base/pack.yaml", BASE "library: yes\n"}, {"base/form.yaml", "procedure: form\nx: form\n"},
           {"base/media.yaml", "procedure: media\nx: base\n"}, {"base/paper.yaml", "procedure: paper\nx: base\n"},
           {"own/pack.yaml", OWN}, {"own/media.yaml", "procedure: media\nx: own\n"},
           {"own/letter.yaml", "procedure: letter\nlike: form\n"});
}

static void a_base_pack_s_removal_may_find_nothing_left(void **state) {
    (void)state;
    EXPECT("{\"pack\":\"own\",\"title\":\"Own\",\"procedures\":[{\"procedure\":\"enquiry\",\"x\":{}},"
           "{\"procedure\":\"advice\",\"x\":{}}]}",
           {"base/pack.yaml", BASE}, {"base/enquiry.yaml", "procedure: enquiry\nx: {a: '1'}\n"},
           {"base/advice.yaml", "procedure: advice\nlike: enquiry\nx: {a: ~}\n"}, {"own/pack.yaml", OWN},
           {"own/enquiry.yaml", "procedure: enquiry\nx: {a: ~}\n"});
}

static void what_goes_round_in_circles_is_refused(void **state) {
    (void)state;
    EXPECT("own/pack.yaml:2:10: the pack \"own\" extends itself in the end.",
           {"own/pack.yaml", "pack: own\nextends: own\n"});
    EXPECT("base/pack.yaml:3:10: the pack \"own\" extends itself in the end.",
           {"base/pack.yaml", BASE "extends: own\n"}, {"own/pack.yaml", OWN});
    EXPECT("own/a.yaml:2:7: the procedure \"b\" is like itself in the end.", {"own/pack.yaml", "pack: own\n"},
           {"own/a.yaml", "procedure: a\nlike: b\n"}, {"own/b.yaml", "procedure: b\nlike: a\n"});
}

static void files_must_be_what_their_names_say(void **state) {
    (void)state;
    EXPECT("own/pack.yaml:1:7: this is not the name of the file or folder; expected pack: own.",
           {"own/pack.yaml", "pack: other\n"});
    EXPECT("own/pack.yaml:1:1: \"pack\" is missing; expected pack: own.", {"own/pack.yaml", "title: Own\n"});
    EXPECT("own/a.yaml:1:12: this is not the name of the file or folder; expected procedure: a.",
           {"own/pack.yaml", "pack: own\n"}, {"own/a.yaml", "procedure: b\n"});
    EXPECT("own/a.yaml:2:7: there is no procedure \"b\" that this could be like.", {"own/pack.yaml", "pack: own\n"},
           {"own/a.yaml", "procedure: a\nlike: b\n"});
    EXPECT("own/pack.yaml:2:10: this is not the name of a pack; expected a folder's name.",
           {"own/pack.yaml", "pack: own\nextends: ../own\n"});
    EXPECT("own/pack.yaml:2:13: procedures do not stand in pack.yaml; expected a file for each.",
           {"own/pack.yaml", "pack: own\nprocedures: []\n"});
    EXPECT("own/holidays.yaml:1:1: \"holiday\" is not known in holidays.yaml; expected holidays.",
           {"own/pack.yaml", "pack: own\n"}, {"own/holidays.yaml", "holiday: {}\n"});
    EXPECT("base: cannot be opened: No such file or directory; expected the folder of a pack.", {"own/pack.yaml", OWN});
    EXPECT("own/pack.yaml: cannot be opened: No such file or directory.", {"own/a.yaml", "procedure: a\n"});
}

static void a_name_that_leads_out_of_the_folder_is_refused(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct node *tree;
    const char *error = "";
    assert_false(pack_gather("packs", "packs", "../packs/county", a, &tree, a, &error));
    assert_string_equal(error,
                        "\"../packs/county\" is not the name of a pack; expected small letters, digits and hyphens.");
    arena_free(&a);
}

static void what_is_extended_can_be_in_another_folder(void **state) {
    (void)state;
    struct arena *a = arena_new();
    const struct file own[] = {{"own/pack.yaml", OWN "code: The Code\n"}};
    const struct file bases[] = {{"base/pack.yaml", BASE "nation: wales\n"}, {"own/pack.yaml", "pack: own\n"}};
    const char *root = write_packs(a, own, LENGTH_OF(own)), *there = write_packs(a, bases, LENGTH_OF(bases));
    const struct node *tree;
    const char *error = "";
    assert_true(pack_gather(root, there, "own", a, &tree, a, &error));
    assert_string_equal(pack_write(a, tree), "{\"pack\":\"own\",\"title\":\"Own\",\"nation\":\"wales\","
                                             "\"code\":\"The Code\",\"procedures\":[]}");
    assert_false(pack_gather(root, there, "base", a, &tree, a, &error)); /* the pack itself is in the one folder */
    remove_packs(a, root, own, LENGTH_OF(own));
    remove_packs(a, there, bases, LENGTH_OF(bases));
    arena_free(&a);
}

RUN_TESTS(TEST(mappings_are_merged_and_all_else_is_replaced), TEST(a_tilde_removes_a_key_that_must_be_there),
          TEST(clauses_are_joined_and_those_with_the_same_id_replaced), TEST(only_holidays_that_are_used_are_kept),
          TEST(clauses_of_a_library_that_no_rule_names_are_left_out),
          TEST(a_procedure_can_begin_as_a_copy_of_the_council_s_own_other),
          TEST(a_library_s_procedure_is_a_council_s_only_where_it_says_so),
          TEST(a_base_pack_s_removal_may_find_nothing_left), TEST(what_goes_round_in_circles_is_refused),
          TEST(files_must_be_what_their_names_say), TEST(a_name_that_leads_out_of_the_folder_is_refused),
          TEST(what_is_extended_can_be_in_another_folder))
