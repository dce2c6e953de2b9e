#include "pack/check_private.h"

/* ---- one world: states, each with the one before it, since a power can lead back */

size_t flow_pair(const struct procedure *procedure, size_t state, size_t before) {
    return state * (procedure->state_count + 1) + before;
}

size_t flow_pair_count(const struct procedure *procedure) {
    return procedure->state_count * (procedure->state_count + 1);
}

const struct state *flow_state(const struct procedure *procedure, size_t pair) {
    return &procedure->states[pair / (procedure->state_count + 1)];
}

bool flow_can_use(const struct power *power, const struct state *state) {
    for (size_t i = 0; i < power->from_count; i++) {
        if (power->from[i] == state)
            return true;
    }
    return false;
}

size_t flow_after(const struct procedure *procedure, const struct power *power, size_t pair) {
    size_t state = pair / (procedure->state_count + 1), before = pair % (procedure->state_count + 1), to = state;
    if (power->to_previous)
        to = before == procedure->state_count ? 0 : before; /* the first state goes back to itself */
    else if (power->to != NULL)
        to = (size_t)(power->to - procedure->states);
    return to == state ? pair : flow_pair(procedure, to, state);
}

static bool clock_uses(const struct procedure *procedure, const struct power *power) {
    for (size_t i = 0; i < procedure->duty_count; i++) {
        for (size_t k = 0; k < procedure->duties[i].missed_count; k++) {
            if (procedure->duties[i].missed[k].act == power)
                return true;
        }
    }
    return false;
}

static const struct state *begins_in(const struct procedure *procedure, const struct worlds *world) {
    for (size_t i = 0; i < procedure->beginning_count; i++) {
        if (worlds_hold(world, &procedure->beginnings[i].when))
            return procedure->beginnings[i].in;
    }
    return &procedure->states[0];
}

/* Where records can be, from where they begin on. */
static void reach(struct check *check, const struct worlds *world, struct flow *flow) {
    const struct procedure *p = check->procedure;
    LIST(size_t) todo = {0};
    for (size_t i = 0; i < p->power_count; i++) {
        const struct power *power = &p->powers[i];
        flow->usable[i] = worlds_hold(world, &power->when) &&
                          (power->clock_only ? clock_uses(p, power) || is_used_by_others(check->pack, p, power)
                                             : relations_held(check->pack, &power->by));
    }
    memset(flow->pairs, 0, flow_pair_count(p) * sizeof(*flow->pairs));
    flow->first = flow_pair(p, (size_t)(begins_in(p, world) - p->states), p->state_count);
    flow->pairs[flow->first] = true;
    LIST_ADD(check->a, &todo, flow->first);
    while (todo.count > 0) {
        size_t pair = todo.at[--todo.count];
        for (size_t i = 0; i < p->power_count; i++) {
            size_t after = flow_after(p, &p->powers[i], pair);
            if (!flow->usable[i] || !flow_can_use(&p->powers[i], flow_state(p, pair)) || flow->pairs[after])
                continue;
            flow->pairs[after] = true;
            LIST_ADD(check->a, &todo, after);
        }
    }
}

/* The pairs from which a final state can be reached, however late: a power whose time runs out is no way out. */
static void find_ends(const struct flow *flow, bool *ends) {
    const struct procedure *p = flow->procedure;
    for (size_t pair = 0; pair < flow_pair_count(p); pair++)
        ends[pair] = flow->pairs[pair] && flow_state(p, pair)->final;
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t pair = 0; pair < flow_pair_count(p); pair++) {
            for (size_t i = 0; flow->pairs[pair] && !ends[pair] && i < p->power_count; i++) {
                if (flow->usable[i] && p->powers[i].within_of_count == 0 &&
                    flow_can_use(&p->powers[i], flow_state(p, pair)) && ends[flow_after(p, &p->powers[i], pair)])
                    ends[pair] = changed = true;
            }
        }
    }
}

/* ---- all worlds */

struct seen {
    bool *state, *stuck; /* states: a record can be in it; it was told that none gets out of it */
    bool *power;         /* it can be used */
    bool *ends;          /* states: it was told that the matter may not end there */
    struct duty_progress *duties;
};

static void look(struct check *check, const struct worlds *world, const struct flow *flow, struct seen *seen) {
    const struct procedure *p = check->procedure;
    bool *ends = ARENA_ARRAY(check->a, flow_pair_count(p), bool);
    find_ends(flow, ends);
    for (size_t pair = 0; pair < flow_pair_count(p); pair++) {
        if (!flow->pairs[pair])
            continue;
        const struct state *state = flow_state(p, pair);
        size_t at = (size_t)(state - p->states);
        seen->state[at] = true;
        for (size_t i = 0; i < p->power_count; i++)
            seen->power[i] = seen->power[i] || (flow->usable[i] && flow_can_use(&p->powers[i], state));
        if (!ends[pair] && !seen->stuck[at]) {
            seen->stuck[at] = true;
            check_found(check, state, "state", state->name, "a record in it can never come to an end%s.",
                        worlds_say(world, check->a));
        }
    }
}

static struct worlds *worlds_of_record(struct check *check) {
    const struct procedure *p = check->procedure;
    struct worlds *worlds = worlds_new(check->a, p, NULL, false);
    for (size_t i = 0; i < p->refusal_count; i++)
        worlds_add(worlds, &p->refusals[i].when);
    for (size_t i = 0; i < p->beginning_count; i++)
        worlds_add(worlds, &p->beginnings[i].when);
    for (size_t i = 0; i < p->power_count; i++)
        worlds_add(worlds, &p->powers[i].when);
    for (size_t i = 0; i < p->duty_count; i++)
        worlds_add(worlds, &p->duties[i].when);
    for (size_t i = 0; i < p->about_count; i++)
        worlds_add(worlds, &p->about[i].when);
    return worlds;
}

static void tell_unseen(struct check *check, const struct seen *seen) {
    const struct procedure *p = check->procedure;
    for (size_t i = 0; i < p->state_count; i++) {
        if (!seen->state[i])
            check_found(check, &p->states[i], "state", p->states[i].name, "no record ever comes into it.");
    }
    for (size_t i = 0; i < p->power_count; i++) {
        if (!seen->power[i])
            check_found(check, &p->powers[i], "power", p->powers[i].name,
                        p->powers[i].clock_only ? "no duty's step, and no act on another record, ever uses it."
                                                : "nobody can ever use it.");
    }
}

void check_flow(struct check *check) {
    const struct procedure *p = check->procedure;
    struct worlds *world = worlds_of_record(check);
    if (p->state_count > FLOW_STATES_MOST || worlds_too_many(world)) {
        check_found(check, p, "states", NULL,
                    "there are too many states, or choices that rules depend on, to check all.");
        return;
    }
    struct flow flow = {.procedure = p,
                        .usable = ARENA_ARRAY(check->a, p->power_count, bool),
                        .pairs = ARENA_ARRAY(check->a, flow_pair_count(p), bool)};
    struct seen seen = {.state = ARENA_ARRAY(check->a, p->state_count, bool),
                        .stuck = ARENA_ARRAY(check->a, p->state_count, bool),
                        .power = ARENA_ARRAY(check->a, p->power_count, bool),
                        .ends = ARENA_ARRAY(check->a, p->state_count, bool),
                        .duties = ARENA_ARRAY(check->a, p->duty_count, struct duty_progress)};
    for (size_t i = 0; i < p->duty_count; i++)
        seen.duties[i].acts = ARENA_ARRAY(check->a, p->duties[i].missed_count, bool);
    while (worlds_next(world)) {
        if (worlds_refused(world, p->refusals, p->refusal_count))
            continue;
        reach(check, world, &flow);
        look(check, world, &flow, &seen);
        check_duties_in_world(check, &flow, world, seen.duties);
        check_ends_in_world(check, &flow, world, seen.ends);
    }
    tell_unseen(check, &seen);
    check_duties_at_end(check, seen.duties);
}
