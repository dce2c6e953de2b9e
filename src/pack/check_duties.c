#include "pack/check_private.h"

/* Where a record can be while a duty is open, as pairs of the flow. */
struct owing {
    const struct flow *flow;
    const struct duty *duty;
    bool *pairs;
};

static bool lists(const struct power **powers, size_t count, const struct power *power) {
    for (size_t i = 0; i < count; i++) {
        if (powers[i] == power)
            return true;
    }
    return false;
}

static const struct state *state_at(const struct procedure *procedure, size_t pair) {
    return &procedure->states[pair / (procedure->state_count + 1)];
}

static void begin_at(struct check *check, struct owing *owing, size_t start) {
    const struct procedure *p = check->procedure;
    LIST(size_t) todo = {0};
    LIST_ADD(check->a, &todo, start);
    while (todo.count > 0) {
        size_t pair = todo.at[--todo.count];
        const struct state *state = state_at(p, pair);
        if (owing->pairs[pair] || (state->final && !owing->duty->survives))
            continue;
        owing->pairs[pair] = true;
        for (size_t i = 0; i < p->power_count; i++) {
            const struct power *power = &p->powers[i];
            if (owing->flow->usable[i] && flow_can_use(power, state) &&
                !lists(owing->duty->met_by, owing->duty->met_count, power))
                LIST_ADD(check->a, &todo, flow_after(p, power, pair));
        }
    }
}

/* False when nothing starts the duty in this world. */
static bool find_owing(struct check *check, struct owing *owing) {
    const struct procedure *p = check->procedure;
    bool starts = owing->duty->from_opening;
    if (starts)
        begin_at(check, owing, flow_pair(p, 0, p->state_count));
    for (size_t i = 0; i < owing->duty->from_count; i++) {
        const struct power *power = owing->duty->from[i];
        for (size_t pair = 0; owing->flow->usable[power - p->powers] && pair < flow_pair_count(p); pair++) {
            if (owing->flow->pairs[pair] && flow_can_use(power, state_at(p, pair))) {
                starts = true;
                begin_at(check, owing, flow_after(p, power, pair));
            }
        }
    }
    return starts;
}

/* Whether a power can be used somewhere while the duty is open. */
static bool can_come(const struct owing *owing, const struct power *power) {
    const struct procedure *p = owing->flow->procedure;
    for (size_t pair = 0; owing->flow->usable[power - p->powers] && pair < flow_pair_count(p); pair++) {
        if (owing->pairs[pair] && flow_can_use(power, state_at(p, pair)))
            return true;
    }
    return false;
}

static bool can_meet(const struct owing *owing, const struct relation *bearer) {
    for (size_t i = 0; i < owing->duty->met_count; i++) {
        const struct power *power = owing->duty->met_by[i];
        if (can_come(owing, power) && relations_cover(owing->flow->procedure, &power->by, bearer))
            return true;
    }
    return false;
}

static const struct relation *stuck_bearer(const struct owing *owing, const struct relations *bearers) {
    for (size_t i = 0; i < bearers->count; i++) {
        if (!can_meet(owing, &bearers->at[i]))
            return &bearers->at[i];
    }
    return NULL;
}

void check_duties_in_world(struct check *check, const struct flow *flow, const struct worlds *world,
                           struct duty_progress *progress) {
    const struct procedure *p = check->procedure;
    for (size_t i = 0; i < p->duty_count; i++) {
        const struct duty *duty = &p->duties[i];
        struct owing owing = {flow, duty, ARENA_ARRAY(check->a, flow_pair_count(p), bool)};
        if (!worlds_hold(world, &duty->when) || !find_owing(check, &owing))
            continue;
        progress[i].starts = true;
        const struct relation *stuck = stuck_bearer(&owing, &duty->bearer);
        for (size_t k = 0; k < duty->missed_count; k++) {
            const struct missed_step *step = &duty->missed[k];
            if (step->act != NULL && can_come(&owing, step->act))
                progress[i].acts[k] = true;
            if (stuck == NULL)
                stuck = stuck_bearer(&owing, &step->pass_to);
        }
        if (stuck != NULL && !progress[i].told_stuck) {
            progress[i].told_stuck = true;
            check_found(check, stuck, "duty", duty->name, "\"%s\" owes it but has no power that meets it%s.",
                        stuck->name, worlds_say(world, check->a));
        }
    }
}

void check_duties_at_end(struct check *check, const struct duty_progress *progress) {
    for (size_t i = 0; i < check->procedure->duty_count; i++) {
        const struct duty *duty = &check->procedure->duties[i];
        if (!progress[i].starts) {
            check_found(check, duty, "duty", duty->name, "nothing ever starts it.");
            continue;
        }
        if (duty->missed_count == 0)
            check_found(check, duty, "duty", duty->name, "nothing happens when it is missed.");
        for (size_t k = 0; k < duty->missed_count; k++) {
            if (duty->missed[k].act != NULL && !progress[i].acts[k])
                check_found(check, &duty->missed[k], "duty", duty->name,
                            "when it is missed, \"%s\" can be used in no state in which it is owed.",
                            duty->missed[k].act->name);
        }
    }
}
