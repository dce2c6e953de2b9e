/* From words to a command. */
#include "cli/cli.h"

#include "base/test.h"

static int run_nothing(struct cli *cli) {
    (void)cli;
    return CLI_DONE;
}

static const struct command token = {.name = "token",
                                     .summary = "print a token",
                                     .operands = "ID",
                                     .operands_least = 1,
                                     .operands_most = 1,
                                     .options = {{"data", "DIR", "the folder"}, {"json", NULL, "print JSON"}},
                                     .run = run_nothing},
                            token_list = {.name = "token list", .summary = "list them", .run = run_nothing};
static const struct command *const commands[] = {&token, &token_list, NULL};

#define WORDS(...)                                                                                                     \
    ((const char *const[]){__VA_ARGS__}), sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *)

static const struct command *find(const char *const *words, size_t count, size_t *taken_r) {
    return cli_find(commands, words, count, taken_r);
}

static void test_the_longer_name_wins(void **state) {
    (void)state;
    size_t taken;
    assert_ptr_equal(find(WORDS("token", "list"), &taken), &token_list);
    assert_int_equal(taken, 2);
    assert_ptr_equal(find(WORDS("token", "p-alex-moss"), &taken), &token);
    assert_int_equal(taken, 1);
}

static void test_a_name_must_be_whole(void **state) {
    (void)state;
    size_t taken;
    assert_null(find(WORDS("tok"), &taken));
    assert_null(find(WORDS("tokens"), &taken));
    assert_null(find(WORDS("list"), &taken));
    assert_int_equal(taken, 0);
}

static bool parse(struct cli *cli, const char *const *words, size_t count, const char **error_r) {
    *cli = (struct cli){.a = arena_new(), .command = &token};
    *error_r = NULL;
    return cli_parse(cli, words, count, error_r);
}

static void test_options_and_operands_come_in_any_order(void **state) {
    (void)state;
    struct cli cli;
    const char *error;
    assert_true(parse(&cli, WORDS("--data", "here", "p-alex-moss", "--json"), &error));
    assert_string_equal(cli_value(&cli, "data"), "here");
    assert_true(cli_flag(&cli, "json"));
    assert_int_equal(cli.operand_count, 1);
    assert_string_equal(cli.operands[0], "p-alex-moss");
    arena_free(&cli.a);
    assert_true(parse(&cli, WORDS("p-alex-moss", "--data=there=x"), &error));
    assert_string_equal(cli_value(&cli, "data"), "there=x");
    assert_false(cli_flag(&cli, "json"));
    arena_free(&cli.a);
}

static void test_two_hyphens_end_the_options(void **state) {
    (void)state;
    struct cli cli;
    const char *error;
    assert_true(parse(&cli, WORDS("--", "--json"), &error));
    assert_string_equal(cli.operands[0], "--json");
    assert_false(cli_flag(&cli, "json"));
    arena_free(&cli.a);
}

static void assert_misused(const char *const *words, size_t count, const char *because) {
    struct cli cli;
    const char *error;
    assert_false(parse(&cli, words, count, &error));
    if (strstr(error, because) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error, because);
    arena_free(&cli.a);
}

static void test_what_is_wrong_is_said(void **state) {
    (void)state;
    assert_misused(WORDS("x", "--dat", "y"), "no option --dat");
    assert_misused(WORDS("x", "-d"), "no option -d");
    assert_misused(WORDS("x", "--data"), "--data needs a value");
    assert_misused(WORDS("x", "--json=yes"), "--json takes no value");
    assert_misused(WORDS("x", "--data", "a", "--data", "b"), "given twice");
    assert_misused(WORDS("--json"), "missing: ID");
    assert_misused(WORDS("x", "y"), "\"y\" is one argument too many");
}

static void test_the_help_names_every_option_and_operand(void **state) {
    (void)state;
    struct buf out = {0};
    cli_help(&token, &out);
    assert_non_null(strstr(buf_text(&out), "Usage: comity token [OPTIONS] ID"));
    assert_non_null(strstr(buf_text(&out), "--data DIR"));
    assert_non_null(strstr(buf_text(&out), "print JSON"));
    buf_clear(&out);
    cli_overview(commands, &out);
    assert_non_null(strstr(buf_text(&out), "token list"));
    buf_free(&out);
}

static void test_a_first_word_lists_its_family(void **state) {
    (void)state;
    struct buf out = {0};
    assert_true(cli_family(commands, "token", &out));
    assert_non_null(strstr(buf_text(&out), "token list"));
    buf_clear(&out);
    assert_false(cli_family(commands, "tok", &out));
    buf_free(&out);
}

RUN_TESTS(TEST(test_the_longer_name_wins), TEST(test_a_name_must_be_whole),
          TEST(test_options_and_operands_come_in_any_order), TEST(test_two_hyphens_end_the_options),
          TEST(test_what_is_wrong_is_said), TEST(test_the_help_names_every_option_and_operand),
          TEST(test_a_first_word_lists_its_family))
