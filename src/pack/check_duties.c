#include "pack/check_private.h"

/* Where a record can be while a duty is open, as pairs of the flow. */
struct owing {
    struct check *check;
    const struct flow *flow;
    const struct worlds *world;
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

static void begin_at(struct owing *owing, size_t start) {
    const struct procedure *p = owing->flow->procedure;
    struct arena *a = owing->check->a;
    LIST(size_t) todo = {0};
    LIST_ADD(a, &todo, start);
    while (todo.count > 0) {
        size_t pair = todo.at[--todo.count];
        const struct state *state = flow_state(p, pair);
        if (owing->pairs[pair] || (state->final && !owing->duty->survives))
            continue;
        owing->pairs[pair] = true;
        for (size_t i = 0; i < p->power_count; i++) {
            const struct power *power = &p->powers[i];
            if (owing->flow->usable[i] && flow_can_use(power, state) &&
                !lists(owing->duty->met_by, owing->duty->met_count, power))
                LIST_ADD(a, &todo, flow_after(p, power, pair));
        }
    }
}

/* False when nothing starts the duty in this world. */
static bool find_owing(struct owing *owing) {
    const struct procedure *p = owing->flow->procedure;
    bool starts = owing->duty->from_opening;
    if (starts)
        begin_at(owing, owing->flow->first);
    for (size_t i = 0; i < owing->duty->from_count; i++) {
        const struct power *power = owing->duty->from[i];
        for (size_t pair = 0; owing->flow->usable[power - p->powers] && pair < flow_pair_count(p); pair++) {
            if (owing->flow->pairs[pair] && flow_can_use(power, flow_state(p, pair))) {
                starts = true;
                begin_at(owing, flow_after(p, power, pair));
            }
        }
    }
    return starts;
}

/* Whether a power can be used somewhere while the duty is open. */
static bool can_come(const struct owing *owing, const struct power *power) {
    const struct procedure *p = owing->flow->procedure;
    for (size_t pair = 0; owing->flow->usable[power - p->powers] && pair < flow_pair_count(p); pair++) {
        if (owing->pairs[pair] && flow_can_use(power, flow_state(p, pair)))
            return true;
    }
    return false;
}

/* Whatever they say in its form, a ban stands against it. */
static bool is_forbidden(const struct owing *owing, const struct power *power, const struct relation *who) {
    struct worlds *acts = worlds_inside(owing->check->a, owing->world, &power->form, who);
    for (size_t i = 0; i < power->refusal_count; i++)
        worlds_add(acts, &power->refusals[i].when);
    while (power->refusal_count > 0 && worlds_next(acts)) {
        if (!worlds_refused(acts, power->refusals, power->refusal_count))
            return false;
    }
    return power->refusal_count > 0 && !worlds_too_many(acts);
}

enum means { MEANS_NONE, MEANS_FORBIDDEN, MEANS_THERE };

/* Whether somebody has a power that meets the duty. */
static enum means means_of(const struct owing *owing, const struct relation *bearer) {
    enum means means = MEANS_NONE;
    for (size_t i = 0; i < owing->duty->met_count && means != MEANS_THERE; i++) {
        const struct power *power = owing->duty->met_by[i];
        if (can_come(owing, power) && relations_cover(owing->flow->procedure, &power->by, bearer))
            means = is_forbidden(owing, power, bearer) ? MEANS_FORBIDDEN : MEANS_THERE;
    }
    return means;
}

/* Tells of the first who cannot do what they owe; false when there is none. */
static bool tell_stuck(const struct owing *owing, const struct relations *bearers) {
    for (size_t i = 0; i < bearers->count; i++) {
        const struct relation *bearer = &bearers->at[i];
        enum means means = means_of(owing, bearer);
        const char *world = worlds_say(owing->world, owing->check->a);
        if (means == MEANS_NONE)
            check_found(owing->check, bearer, "duty", owing->duty->name,
                        "\"%s\" owes it but has no power that meets it%s.", bearer->name, world);
        if (means == MEANS_FORBIDDEN)
            check_found(owing->check, bearer, "duty", owing->duty->name,
                        "\"%s\" owes it, but every use of a power that meets it is refused%s.", bearer->name, world);
        if (means != MEANS_THERE)
            return true;
    }
    return false;
}

/* In this state the bearer can meet the duty, or do something that leads to where they can. */
static bool can_act(const struct owing *owing, const struct relation *bearer, const bool *acts, size_t pair) {
    const struct procedure *p = owing->flow->procedure;
    for (size_t i = 0; i < p->power_count; i++) {
        const struct power *power = &p->powers[i];
        if (!owing->flow->usable[i] || !flow_can_use(power, flow_state(p, pair)) ||
            !relations_cover(p, &power->by, bearer))
            continue;
        if (lists(owing->duty->met_by, owing->duty->met_count, power) || acts[flow_after(p, power, pair)])
            return true;
    }
    return false;
}

/* A state in which the clock runs against a bearer who can do nothing there; NULL when there is none. */
static const struct state *helpless_in(const struct owing *owing, const struct relation *bearer) {
    const struct procedure *p = owing->flow->procedure;
    bool *acts = ARENA_ARRAY(owing->check->a, flow_pair_count(p), bool);
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t pair = 0; pair < flow_pair_count(p); pair++) {
            if (owing->pairs[pair] && !acts[pair] && can_act(owing, bearer, acts, pair))
                acts[pair] = changed = true;
        }
    }
    for (size_t pair = 0; pair < flow_pair_count(p); pair++) {
        const struct state *state = flow_state(p, pair);
        bool paused = false;
        for (size_t i = 0; i < owing->duty->paused_count && !paused; i++)
            paused = owing->duty->paused_in[i] == state;
        if (owing->pairs[pair] && !paused && !acts[pair])
            return state;
    }
    return NULL;
}

/* As tell_stuck, of one state. */
static bool tell_helpless(const struct owing *owing) {
    for (size_t i = 0; i < owing->duty->bearer.count; i++) {
        const struct relation *bearer = &owing->duty->bearer.at[i];
        const struct state *state = helpless_in(owing, bearer);
        if (state == NULL)
            continue;
        check_found(owing->check, bearer, "duty", owing->duty->name,
                    "in the state \"%s\" its clock runs, but \"%s\" can do nothing there that meets it%s.", state->name,
                    bearer->name, worlds_say(owing->world, owing->check->a));
        return true;
    }
    return false;
}

void check_duties_in_world(struct check *check, const struct flow *flow, const struct worlds *world,
                           struct duty_progress *progress) {
    const struct procedure *p = check->procedure;
    for (size_t i = 0; i < p->duty_count; i++) {
        const struct duty *duty = &p->duties[i];
        struct owing owing = {check, flow, world, duty, ARENA_ARRAY(check->a, flow_pair_count(p), bool)};
        if (!worlds_hold(world, &duty->when) || !find_owing(&owing))
            continue;
        progress[i].starts = true;
        bool *stuck = &progress[i].told_stuck;
        *stuck = *stuck || tell_stuck(&owing, &duty->bearer) || tell_helpless(&owing);
        for (size_t k = 0; k < duty->missed_count; k++) {
            const struct missed_step *step = &duty->missed[k];
            if (step->act != NULL && can_come(&owing, step->act))
                progress[i].acts[k] = true;
            *stuck = *stuck || tell_stuck(&owing, &step->pass_to);
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
