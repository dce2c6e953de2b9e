/* The states of a procedure and the ways between them. */
#include "pack/words_private.h"

struct drawing {
    const struct pack *pack;
    const struct procedure *procedure;
    struct rules rules;
    const struct language *in;
    struct arena *a;
    struct procedure_moves *moves;
};

/* The answer to "who may", as the rule of the power tells it. */
static const char *who_may(const struct drawing *d, const struct power *power) {
    const char *name = arena_printf(d->a, "%s: power %s", d->procedure->name, power->name);
    for (size_t i = 0; i < d->rules.list.count; i++) {
        struct rule_points points;
        if (!text_equal(d->rules.list.at[i].name, name))
            continue;
        rule_points(d->pack, &d->rules.list.at[i], d->in, d->a, &points);
        for (size_t k = 0; k < points.list.count; k++) {
            if (text_equal(points.list.at[k].key, "by") || text_equal(points.list.at[k].key, "clock only"))
                return points.list.at[k].say;
        }
    }
    return "";
}

static bool comes_from(const struct power *power, const struct state *state) {
    for (size_t i = 0; i < power->from_count; i++) {
        if (power->from[i] == state)
            return true;
    }
    return false;
}

/* A state from which some power leads to the other, so that this can be the one before. */
static bool can_precede(const struct procedure *procedure, const struct state *before, const struct state *state) {
    for (size_t i = 0; i < procedure->power_count; i++) {
        if (procedure->powers[i].to == state && comes_from(&procedure->powers[i], before))
            return true;
    }
    return false;
}

static void add(struct drawing *d, struct procedure_move move, const struct state *to) {
    move.to = to;
    LIST_ADD(d->a, &d->moves->list, move);
}

void procedure_moves(const struct pack *pack, const struct procedure *procedure, const struct language *in,
                     struct arena *a, struct procedure_moves *moves_r) {
    struct drawing d = {.pack = pack, .procedure = procedure, .in = in, .a = a, .moves = moves_r};
    *moves_r = (struct procedure_moves){0};
    pack_rules(pack, in, a, &d.rules);
    for (size_t i = 0; i < procedure->power_count; i++) {
        const struct power *power = &procedure->powers[i];
        struct procedure_move move = {.number = i + 1, .power = power, .who = who_may(&d, power)};
        for (size_t k = 0; k < power->from_count; k++) {
            move.from = power->from[k];
            if (!power->to_previous)
                add(&d, move, power->to == NULL ? move.from : power->to);
            for (size_t n = 0; power->to_previous && n < procedure->state_count; n++) {
                if (can_precede(procedure, &procedure->states[n], move.from))
                    add(&d, move, &procedure->states[n]);
            }
        }
    }
}
