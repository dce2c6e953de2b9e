#include "pack/check_private.h"

/* A matter about somebody ends only where the pack's nation lets such a matter end, unless who began it ends it. */

static const char *const about_names[ABOUT_COUNT] = {[ABOUT_MEMBER] = "member", [ABOUT_OFFICER] = "officer"};

static const struct about_case *case_in(const struct procedure *procedure, const struct worlds *world) {
    for (size_t i = 0; i < procedure->about_count; i++) {
        if (worlds_hold(world, &procedure->about[i].when))
            return &procedure->about[i];
    }
    return NULL;
}

static bool is_the_opener_s(const struct power *power) {
    for (size_t i = 0; i < power->by.count; i++) {
        if (power->by.at[i].kind != RELATION_OPENER)
            return false;
    }
    return !power->clock_only;
}

/* Somebody else than the opener, or the clock, can bring a record into the state. */
static bool others_lead_to(const struct flow *flow, const struct state *state) {
    const struct procedure *p = flow->procedure;
    for (size_t i = 0; i < p->power_count; i++) {
        const struct power *power = &p->powers[i];
        for (size_t pair = 0; flow->usable[i] && !is_the_opener_s(power) && pair < flow_pair_count(p); pair++) {
            if (flow->pairs[pair] && flow_can_use(power, flow_state(p, pair)) &&
                flow_state(p, flow_after(p, power, pair)) == state)
                return true;
        }
    }
    return false;
}

void check_ends_in_world(struct check *check, const struct flow *flow, const struct worlds *world, bool *told) {
    const struct procedure *p = check->procedure;
    const struct about_case *about = case_in(p, world);
    for (size_t i = 0; about != NULL && i < p->state_count; i++) {
        const struct state *state = &p->states[i];
        if (!state->final || told[i] || !others_lead_to(flow, state))
            continue;
        const char *who = about_names[about->is];
        told[i] = true;
        if (state->ends_in == NULL)
            check_found(check, state, "state", state->name,
                        "a matter about a %s ends in it, and it says not where that is; expected \"ends in\"%s.", who,
                        worlds_say(world, check->a));
        else if (!names_admit(&check->pack->ends[about->is], state->ends_in))
            check_found(check, &state->ends_in, "state", state->name,
                        "\"%s\" is no end that %s has for a matter about a %s%s.", state->ends_in, check->pack->nation,
                        who, worlds_say(world, check->a));
        else
            told[i] = false;
    }
}

static bool says_of(const struct pack *pack, const char *nation) {
    return nation == NULL || pack->ends[ABOUT_MEMBER].count > 0;
}

void check_nation(struct check *check) {
    const struct pack *pack = check->pack;
    if (!says_of(pack, pack->nation) && pack->end_names.count > 0)
        check_found(check, &pack->nation, "nation", pack->nation,
                    "nothing under \"nations\" says where a matter about somebody ends there.");
}

/* A matter that goes on as another record must be followed there. */
static void check_goes_on(struct check *check, const struct power *power) {
    const struct procedure *next = pack_procedure(check->pack, power->opens.procedure);
    if (next != NULL && next->about_count == 0)
        check_found(check, &power->opens, "power", power->name,
                    "a matter about somebody goes on as \"%s\", which says not whom it is about.", next->name);
}

void check_about(struct check *check) {
    const struct pack *pack = check->pack;
    const struct procedure *procedure = check->procedure;
    if (procedure->about_count == 0 && pack->about_somebody.count > 0 &&
        names_admit(&pack->about_somebody, procedure->name))
        check_found(check, procedure, "about", NULL, "it says not whom it is about; expected \"about\".");
    for (size_t i = 0; i < procedure->power_count && procedure->about_count > 0; i++)
        check_goes_on(check, &procedure->powers[i]);
}
