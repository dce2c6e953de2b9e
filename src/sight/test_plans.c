/* How SQLite goes about the statements of sight: no reading of whole tables and no sorting, so that what a page costs
 * does not follow what there is. And a read that cannot be noted is not shown. */
#include "sight/test_world.h"

#include <sqlite3.h>

#define STATEMENT(name, ...) {#name, FIRST_OF(__VA_ARGS__, )},
#define FIRST_OF(first, ...) first
static const struct { const char *name, *sql; } statements[] = {STATEMENTS(STATEMENT, STATEMENT)};

static sqlite3 *open_beside(struct test_council *council) {
    sqlite3 *beside;
    assert_int_equal(sqlite3_open(arena_printf(council->a, "%s/comity.db", council->folder), &beside), SQLITE_OK);
    return beside;
}

static void no_statement_of_sight_reads_a_whole_table_or_sorts(void **state) {
    struct test_council *council = *state;
    sqlite3 *beside = open_beside(council);
    int seen = 0;
    for (size_t i = 0; i < LENGTH_OF(statements); i++) {
        if (!text_starts(statements[i].name, "SIGHT_") && !text_starts(statements[i].name, "LIST_"))
            continue;
        sqlite3_stmt *plan;
        const char *sql = arena_printf(council->a, "EXPLAIN QUERY PLAN %s", statements[i].sql);
        assert_int_equal(sqlite3_prepare_v2(beside, sql, -1, &plan, NULL), SQLITE_OK);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *detail = (const char *)sqlite3_column_text(plan, 3);
            if (text_starts(detail, "SCAN") || strstr(detail, "TEMP B-TREE") != NULL)
                fail_msg("%s: %s", statements[i].name, detail);
        }
        sqlite3_finalize(plan);
        seen++;
    }
    sqlite3_close(beside);
    assert_true(seen > 10);
}

static void bind_all(sqlite3_stmt *statement, int value) {
    sqlite3_reset(statement);
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++)
        sqlite3_bind_int(statement, i, value);
    sqlite3_step(statement);
}

/* As SQLite does where a part of an index would serve for one value and not for another. */
static void no_statement_of_sight_is_prepared_anew_for_what_is_bound(void **state) {
    struct test_council *council = *state;
    sqlite3 *beside = open_beside(council);
    for (size_t i = 0; i < LENGTH_OF(statements); i++) {
        if (!text_starts(statements[i].name, "SIGHT_") && !text_starts(statements[i].name, "LIST_"))
            continue;
        sqlite3_stmt *statement;
        assert_int_equal(sqlite3_prepare_v2(beside, statements[i].sql, -1, &statement, NULL), SQLITE_OK);
        for (int value = 0; value < 4; value++)
            bind_all(statement, value);
        if (sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0) > 1) /* once for a schema that is new */
            fail_msg("%s", statements[i].name);
        sqlite3_finalize(statement);
    }
    sqlite3_close(beside);
}

static void a_read_that_cannot_be_noted_is_not_shown(void **state) {
    struct test_council *council = *state;
    const char *ref = ask(council, "alex", "Damp", "How many homes?");
    sqlite3 *beside = open_beside(council);
    const char *full = "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'full'); END";
    assert_int_equal(sqlite3_exec(beside, full, NULL, NULL, NULL), SQLITE_OK);
    struct sight sight = look_begin(council, "alex");
    struct view_record view;
    bool found;
    assert_false(sight_record(&sight, ref, WITH_FORMS, &view, &found));
    look_end(&sight);
    assert_int_equal(sqlite3_exec(beside, "DROP TRIGGER full", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(beside);
    assert_non_null(look_record(council, "alex", ref));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_NORTHAMPTON(no_statement_of_sight_reads_a_whole_table_or_sorts),
        IN_NORTHAMPTON(no_statement_of_sight_is_prepared_anew_for_what_is_bound),
        IN_NORTHAMPTON(a_read_that_cannot_be_noted_is_not_shown),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
