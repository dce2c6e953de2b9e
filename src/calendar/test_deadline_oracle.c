/*
 * Thousands of generated calendars and deadlines, against an oracle that knows nothing but a table of closed days and
 * looks at one day, or one minute, after the other.
 */
#include "calendar/calendar.h"

#include "base/test.h"

enum { CASES = 3000, HORIZON = 2000, FIRST = 20000 };

/* A council with its closed days in a table, from the day FIRST on. */
struct world {
    struct arena *arena;
    struct calendar *calendar;
    bool closed[HORIZON];
    bool late;
    int open, close;
};

/* xorshift64: the same cases in each run. */
static uint64_t seed = 0x9e3779b97f4a7c15;

static int below(int limit) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (int)(seed % (uint64_t)limit);
}

static struct world world_new(struct arena *arena) {
    struct world world = {.arena = arena, .late = below(2) != 0};
    world.calendar = calendar_new(arena, below(4) == 0 ? ZONE_UTC : ZONE_LONDON);
    unsigned weekend = below(3) == 0 ? (unsigned)below(0x7f) : 1U << SATURDAY | 1U << SUNDAY;
    assert_true(calendar_weekend(world.calendar, weekend));
    world.open = below(1440);
    world.close = world.open + 1 + below(1440 - world.open);
    assert_true(calendar_hours(world.calendar, world.open, world.close));
    calendar_late(world.calendar, world.late);
    for (int i = 0; i < HORIZON; i++)
        world.closed[i] = (weekend >> ((FIRST + i + THURSDAY) % 7) & 1) != 0; /* day 0 was a Thursday */
    for (int holidays = below(HORIZON / 8); holidays > 0; holidays--) {
        int i = below(HORIZON);
        world.closed[i] = true;
        calendar_close(world.calendar, FIRST + i, "Holiday", INSTANT_NONE);
    }
    return world;
}

static bool is_closed(const struct world *world, day date) {
    assert_true(date >= FIRST && date < FIRST + HORIZON);
    return world->closed[date - FIRST];
}

static day oracle_received(const struct world *world, struct local local) {
    bool late = is_closed(world, local.date) || local.second >= world->close * 60;
    if (!world->late || !late)
        return local.date;
    do
        local.date++;
    while (is_closed(world, local.date));
    return local.date;
}

static day oracle_due(const struct world *world, day from, struct term term) {
    bool working = term.unit == TERM_WORKING_DAYS || term.unit == TERM_CLEAR_WORKING_DAYS;
    int wanted = term.amount + (term.unit == TERM_CLEAR_WORKING_DAYS || term.unit == TERM_CLEAR_DAYS);
    day date = from;
    for (int counted = 0; counted < wanted; counted += !working || !is_closed(world, date))
        date++;
    return date;
}

static void check_steps(const struct world *world, const struct deadline *deadline, struct term term) {
    bool working = term.unit <= TERM_CLEAR_WORKING_DAYS;
    int counted = 0;
    for (size_t i = 0; i < deadline->steps.count; i++) {
        const struct step *step = &deadline->steps.at[i];
        bool closed = is_closed(world, step->date);
        if (i > 0)
            assert_int_equal(step->date, deadline->steps.at[i - 1].date + 1);
        if (step->kind == STEP_CLOSED || step->kind == STEP_WEEKEND)
            assert_true(closed && step->why != NULL);
        if (working && (step->kind == STEP_COUNTED || step->kind == STEP_DUE))
            assert_false(closed);
        counted += step->kind == STEP_COUNTED || (step->kind == STEP_DUE && counted < term.amount);
        assert_int_equal(step->n, counted);
        assert_int_equal(step->kind == STEP_DUE, i + 1 == deadline->steps.count);
    }
    assert_int_equal(deadline->steps.at[deadline->steps.count - 1].date, deadline->due);
}

/* A clock that is stopped on any day and resumed on the same is due when it was. */
static void check_pause(const struct world *world, const struct deadline *deadline) {
    day stopped = deadline->from + below(deadline->due - deadline->from + 1);
    int left = calendar_count(world->calendar, stopped, deadline->due);
    struct deadline resumed;
    const char *error = NULL;
    assert_true(deadline_resume(world->arena, world->calendar, stopped, left, &resumed, &error));
    assert_int_equal(resumed.due, deadline->due);
    assert_int_equal(resumed.ends, deadline->ends);
}

static void days_agree_with_the_oracle(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int i = 0; i < CASES; i++) {
        struct world world = world_new(arena);
        struct term term = {.amount = 1 + below(40), .unit = (enum term_unit)below(TERM_CLEAR_DAYS + 1)};
        instant received = (instant)(FIRST + below(HORIZON / 2)) * 86400 + below(86400);
        struct deadline deadline;
        const char *error = NULL;
        assert_true(deadline_compute(arena, world.calendar, received, term, &deadline, &error));
        day from = oracle_received(&world, zone_local(calendar_zone(world.calendar), received));
        assert_int_equal(deadline.from, from);
        assert_int_equal(deadline.due, oracle_due(&world, from, term));
        struct local last_second = zone_local(calendar_zone(world.calendar), deadline.ends - 1);
        assert_int_equal(last_second.date, deadline.due);
        assert_int_equal(last_second.second, 86399);
        check_steps(&world, &deadline, term);
        if (term.unit == TERM_WORKING_DAYS)
            check_pause(&world, &deadline);
        arena_reset(arena);
    }
    arena_free(&arena);
}

static void what_is_due_before_leaves_enough_days_and_no_more(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int i = 0; i < CASES; i++) {
        struct world world = world_new(arena);
        struct term term = {.amount = 1 + below(20), .unit = (enum term_unit)below(TERM_CLEAR_DAYS + 1)};
        day event = FIRST + HORIZON / 2 + below(HORIZON / 4);
        struct deadline deadline;
        const char *error = NULL;
        assert_true(deadline_before(arena, world.calendar, event, term, &deadline, &error));
        bool working = term.unit <= TERM_CLEAR_WORKING_DAYS;
        bool clear = term.unit == TERM_CLEAR_WORKING_DAYS || term.unit == TERM_CLEAR_DAYS;
        int enough = clear ? term.amount : term.amount - 1, between = 0;
        day latest = event - 1;
        while (between < enough || is_closed(&world, latest)) {
            between += !working || !is_closed(&world, latest);
            latest--;
        }
        assert_int_equal(deadline.due, latest);
        arena_reset(arena);
    }
    arena_free(&arena);
}

/* The minute after which an open office has worked so long. */
static instant oracle_hours(const struct world *world, instant received, int hours) {
    instant at = received;
    for (int minutes = 0; minutes < hours * 60; at += 60) {
        struct local local = zone_local(calendar_zone(world->calendar), at);
        int minute = local.second / 60;
        minutes += minute >= world->open && minute < world->close && !is_closed(world, local.date);
    }
    return at;
}

static void working_hours_agree_with_the_oracle(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int i = 0; i < CASES / 10; i++) {
        struct world world = world_new(arena);
        if (world.close - world.open < 60) /* else the oracle takes weeks of minutes */
            continue;
        struct term term = {.amount = 1 + below(24), .unit = TERM_WORKING_HOURS};
        instant received = (instant)(FIRST + below(HORIZON / 2)) * 86400 + below(1440) * 60;
        struct deadline deadline;
        const char *error = NULL;
        assert_true(deadline_compute(arena, world.calendar, received, term, &deadline, &error));
        assert_int_equal(deadline.ends, oracle_hours(&world, received, term.amount));
        arena_reset(arena);
    }
    arena_free(&arena);
}

RUN_TESTS(TEST(days_agree_with_the_oracle), TEST(what_is_due_before_leaves_enough_days_and_no_more),
          TEST(working_hours_agree_with_the_oracle))
