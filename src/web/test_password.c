/* How many passwords are looked at, how fast, and who waits. Private to web. */
#include "web/password.h"

#include "base/test.h"

#include <stdlib.h>
#include <unistd.h>

struct door {
    struct arena *a;
    struct passwords passwords;
};

static int begin(void **state) {
    struct door *door = calloc(1, sizeof(*door));
    door->a = arena_new();
    *state = door;
    return passwords_init(&door->passwords, door->a) ? 0 : -1;
}

static int end(void **state) {
    struct door *door = *state;
    passwords_end(&door->passwords);
    arena_free(&door->a);
    free(door);
    return 0;
}

static bool let_in(struct door *door) {
    struct password_work work = {.against = door->passwords.decoy, .password = "let me in please"};
    password_try(&door->passwords, &work);
    assert_true(work.finished);
    return !work.refused;
}

/* As if so many had been begun just now. */
static void spend(struct door *door, int count) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    door->passwords.full = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 + (int64_t)count * PASSWORD_REFILL;
}

static void a_burst_is_let_in_and_no_more(void **state) {
    struct door *door = *state;
    spend(door, PASSWORD_BURST - 1);
    assert_true(let_in(door));
    spend(door, 2 * PASSWORD_BURST); /* whatever the machine's speed, none came back meanwhile */
    assert_false(let_in(door));
}

static void after_a_while_there_may_be_one_more(void **state) {
    struct door *door = *state;
    spend(door, PASSWORD_BURST);
    usleep(PASSWORD_REFILL * 1000);
    assert_true(let_in(door));
}

static void one_that_waits_in_vain_is_refused(void **state) {
    struct door *door = *state;
    door->passwords.at_it = PASSWORD_AT_ONCE;
    assert_false(let_in(door));
    assert_int_equal(door->passwords.waiting, 0);
}

static void who_finds_others_waiting_is_refused_at_once(void **state) {
    struct door *door = *state;
    door->passwords.at_it = PASSWORD_AT_ONCE;
    door->passwords.waiting = PASSWORD_WAITING;
    int64_t full = door->passwords.full;
    assert_false(let_in(door));
    assert_int_equal(door->passwords.full, full); /* and takes nobody's turn */
}

/* Has one of the places until somebody waits for it. */
static void *hold_until_wanted(void *context) {
    struct door *door = context;
    for (bool wanted = false; !wanted;) {
        usleep(1000);
        pthread_mutex_lock(&door->passwords.lock);
        wanted = door->passwords.waiting > 0;
        if (wanted) {
            door->passwords.at_it--;
            pthread_cond_signal(&door->passwords.place);
        }
        pthread_mutex_unlock(&door->passwords.lock);
    }
    return NULL;
}

static void who_waits_has_the_next_place(void **state) {
    struct door *door = *state;
    pthread_t holder;
    door->passwords.at_it = PASSWORD_AT_ONCE;
    assert_int_equal(pthread_create(&holder, NULL, hold_until_wanted, door), 0);
    assert_true(let_in(door));
    pthread_join(holder, NULL);
    assert_int_equal(door->passwords.at_it, PASSWORD_AT_ONCE - 1); /* it has left its place again */
    assert_int_equal(door->passwords.waiting, 0);
}

#define DOOR_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)
RUN_TESTS(DOOR_TEST(a_burst_is_let_in_and_no_more), DOOR_TEST(after_a_while_there_may_be_one_more),
          DOOR_TEST(one_that_waits_in_vain_is_refused), DOOR_TEST(who_finds_others_waiting_is_refused_at_once),
          DOOR_TEST(who_waits_has_the_next_place))
