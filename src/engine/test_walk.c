/* Random walks: whatever people do in whatever order, what the pack promises of audiences and duties holds after each
 * step. */
#include "engine/test_council.h"

#include "base/test.h"

#define STEPS 600
#define RECORDS 12

static uint64_t seed;

static size_t pick(size_t count) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(seed >> 33) % count;
}

static const char *const people[] = {"alex", "bo", "cy", "dee", "gil", "lee", "hana", "olu", "pat", "ravi", "ces"};

/* A value that the field might take: mostly a good one. */
static const char *some_value(struct test_council *council, const struct field *field) {
    static const char *const services[] = {"housing", "roads"}, *const bodies[] = {"planning", "audit"};
    switch (field->kind) {
    case FIELD_CHOICE:
        return field->choices[pick(field->choice_count)].value;
    case FIELD_ATTEST:
        return "yes";
    case FIELD_DATE:
        return day_format(council->a, zone_local(ZONE_LONDON, clock_now(council->clock)).date + 1 + (int32_t)pick(30),
                          DAY_ISO);
    case FIELD_SERVICE:
        return services[pick(2)];
    case FIELD_PERSON:
        return people[pick(LENGTH_OF(people))];
    case FIELD_TIME:
        return "2027-01-04T14:00";
    case FIELD_BODY:
        return bodies[pick(2)];
    case FIELD_WARD:
        return "docks";
    case FIELD_WARDS:
        return "docks mill-lane";
    case FIELD_POST:
        return "chief";
    case FIELD_PEOPLE:
        return arena_printf(council->a, "%s %s", people[pick(LENGTH_OF(people))], people[pick(LENGTH_OF(people))]);
    case FIELD_CLAUSE:
        return field->clauses.at[pick(field->clauses.count)]->id;
    case FIELD_RECORD:
        return "ADV-0000-0000";
    default:
        return "some words";
    }
}

static void fill(struct test_council *council, const struct form *form, struct values *fields) {
    for (size_t i = 0; i < form->count; i++)
        if (pick(40) > 0)
            values_put(council->a, fields, form->at[i].name, some_value(council, &form->at[i]));
}

static bool is_in(const struct state **states, size_t count, const struct state *state) {
    for (size_t i = 0; i < count; i++)
        if (states[i] == state)
            return true;
    return false;
}

static void check_duties(const struct situation *situation) {
    const struct record_facts *record = situation->record;
    for (size_t i = 0; i < record->duties.count; i++) {
        const struct open_duty *open = &record->duties.at[i];
        assert_true(!record->state->final || open->duty->survives);
        assert_int_equal(open->state == DUTY_PAUSED,
                         is_in(open->duty->paused_in, open->duty->paused_count, record->state));
        for (size_t other = 0; other < i; other++)
            assert_ptr_not_equal(record->duties.at[other].duty, open->duty);
    }
}

/* A power that was used has widened the audience of the part `record` to this person. */
static bool was_let_in(const struct situation *situation, const struct person *person) {
    for (size_t e = 0; e < situation->record->events.count; e++) {
        const struct power *power = procedure_power(situation->procedure, situation->record->events.at[e].power);
        for (size_t g = 0; power != NULL && g < power->grant_count; g++)
            if (strcmp(power->grants[g].part->name, "record") == 0 &&
                relations_include(situation, &power->grants[g].to, person, power))
                return true;
    }
    return false;
}

/* Exactly those see the record whom the pack's audience of the part `record` names now, or a power let in. */
static void check_audience(struct test_council *council, struct db *db, const struct situation *situation) {
    const struct part *part = procedure_part(situation->procedure, "record");
    for (size_t i = 0; i < LENGTH_OF(people); i++) {
        const struct person *person = directory_person(situation->council->directory, people[i]);
        struct query *q = query(db, Q_RECORD_SEEN);
        bind_text(q, situation->record->ref);
        bind_text(q, person->id);
        bind_int(q, clock_now(council->clock));
        bind_int(q, 0);
        assert_int_equal(query_int(q, 0) != 0,
                         relations_include(situation, &part->audience, person, NULL) || was_let_in(situation, person));
    }
}

/* What `why` allows, decide does not refuse for who, when or where; what it forbids, decide refuses. */
static void check_powers(struct db *db, struct situation *situation, struct arena *a) {
    for (size_t i = 0; i < situation->procedure->power_count; i++) {
        struct act act = {.power = &situation->procedure->powers[i]};
        struct why allowed;
        struct outcome outcome;
        assert_true(situation_read_written(db, situation, act.power, a));
        why(situation, act.power, a, &allowed);
        decide(situation, &act, a, &outcome);
        assert_true(allowed.cites.count > 0);
        assert_int_equal(allowed.allowed, outcome.kind != OUTCOME_REFUSED);
        assert_int_equal(allowed.allowed, power_is_open(situation, act.power, a));
        assert_true(outcome.kind != OUTCOME_REFUSED || outcome.cites.count > 0);
    }
}

static void check(struct test_council *council, const char *ref) {
    struct db *db = store_reader(council->store);
    struct situation situation;
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    for (size_t i = 0; i < LENGTH_OF(people); i++) {
        bool found;
        assert_true(situation_of_record(db, snapshot, directory_person(snapshot->directory, people[i]), ref,
                                        clock_now(council->clock), council->a, &situation, &found));
        if (!found)
            continue;
        check_powers(db, &situation, council->a);
        check_duties(&situation);
        check_audience(council, db, &situation);
    }
    db_end(db);
}

static const struct procedure *procedure_of(struct test_council *council, const char *name) {
    struct db *db = store_reader(council->store);
    db_begin(db);
    const struct council *snapshot = engine_council(council->engine, db, council->a);
    db_end(db);
    return pack_procedure(snapshot->pack, name);
}

struct walk {
    struct test_council *council;
    const struct procedure *procedures[2];
    struct {
        const char *ref;
        const struct procedure *procedure;
    } records[RECORDS];
    size_t count, done;
};

static void open_one(struct walk *walk) {
    struct result result;
    const struct procedure *procedure = walk->procedures[pick(2)];
    struct request request = {.person = people[pick(LENGTH_OF(people))], .procedure = procedure->name};
    fill(walk->council, &procedure->open_form, &request.fields);
    engine_act(walk->council->engine, &request, walk->council->a, &result);
    assert_int_not_equal(result.kind, RESULT_FAILED);
    if (result.kind != RESULT_DONE)
        return;
    walk->records[walk->count].ref = result.ref;
    walk->records[walk->count++].procedure = procedure;
    check(walk->council, result.ref);
}

/* Somebody tries something; most tries are refused, which must change nothing either. */
static void try_one(struct walk *walk) {
    size_t n = pick(walk->count);
    const struct procedure *procedure = walk->records[n].procedure;
    struct result result = {.kind = RESULT_REFUSED};
    for (int tries = 0; tries < 30 && result.kind != RESULT_DONE; tries++) {
        const struct power *power = &procedure->powers[pick(procedure->power_count)];
        struct request request = {
            .person = people[pick(LENGTH_OF(people))], .ref = walk->records[n].ref, .power = power->name};
        fill(walk->council, &power->form, &request.fields);
        engine_act(walk->council->engine, &request, walk->council->a, &result);
        assert_int_not_equal(result.kind, RESULT_FAILED);
    }
    walk->done += result.kind == RESULT_DONE;
    check(walk->council, walk->records[n].ref);
}

static void wait_a_while(struct walk *walk) {
    const char *error;
    assert_true(clock_set(walk->council->clock, clock_now(walk->council->clock) + 86400 * (1 + (instant)pick(6))));
    assert_true(engine_tick(walk->council->engine, walk->council->a, &error) >= 0);
    for (size_t i = 0; i < walk->count; i++)
        check(walk->council, walk->records[i].ref);
}

static void walk_through(const char *pack, uint64_t start) {
    struct walk walk = {.council = test_council_new(pack)};
    seed = start;
    walk.procedures[0] = procedure_of(walk.council, "enquiry");
    walk.procedures[1] = procedure_of(walk.council, "advice");
    for (int step = 0; step < STEPS; step++) {
        if (walk.count < RECORDS && (walk.count == 0 || pick(4) == 0))
            open_one(&walk);
        else if (pick(12) == 0)
            wait_a_while(&walk);
        else
            try_one(&walk);
    }
    assert_true(walk.count > RECORDS / 2);
    assert_true(walk.done > RECORDS * 2); /* else the walk went nowhere and showed nothing */
    test_council_free(&walk.council);
}

static void a_walk_through_the_borough_s_protocol(void **state) {
    (void)state;
    walk_through("northampton", 1);
}

static void a_walk_through_the_county_s_protocol(void **state) {
    (void)state;
    walk_through("county", 2);
}

static void a_walk_through_the_town_s_protocol(void **state) {
    (void)state;
    walk_through("town", 3);
}

RUN_TESTS(TEST(a_walk_through_the_borough_s_protocol), TEST(a_walk_through_the_county_s_protocol),
          TEST(a_walk_through_the_town_s_protocol))
