/* What the viewer deals with and may hand on, by the power that does so. */
#include "sight/sight_private.h"

#define HANDED_MOST 100

/* Open records whose handler is this principal. */
static void read_handled(const struct gate *gate, const struct hold *hold, struct rows *rows) {
    struct query *q = query(gate->sight->db, Q_LIST_HANDLED);
    bind_int(q, hold->principal);
    bind_int(q, hold->sees_from);
    bind_int(q, HANDED_MOST);
    rows_read(gate, q, true, rows);
}

/* The power of the record's procedure that gives it another handler, if the viewer may use it now. */
static const struct power *power_that_hands_on(const struct situation *situation, struct arena *a) {
    for (size_t i = 0; i < situation->procedure->power_count; i++) {
        const struct power *power = &situation->procedure->powers[i];
        if (power->handler != NULL && power_is_open(situation, power, a))
            return power;
    }
    return NULL;
}

static struct view_hand_over *group_of(const struct gate *gate, const struct situation *situation,
                                       const struct power *power, struct view_hand_overs *view) {
    const char *procedure = situation->procedure->name;
    for (size_t i = 0; i < view->list.count; i++)
        if (text_equal(view->list.at[i].procedure, procedure) && text_equal(view->list.at[i].power.name, power->name))
            return &view->list.at[i];
    struct view_hand_over group = {.procedure = procedure,
                                   .title = situation->procedure->title,
                                   .power = {.name = power->name,
                                             .label = power->label,
                                             .hint = power->hint,
                                             .cites = cites_shown(gate->sight, power->cites)}};
    form_shown(gate, situation, power, &group.power.form);
    LIST_ADD(gate->sight->a, &view->list, group);
    return &view->list.at[view->list.count - 1];
}

bool sight_hand_overs(const struct sight *sight, struct view_hand_overs *view_r) {
    struct gate gate;
    *view_r = (struct view_hand_overs){0};
    gate_open(sight, &gate);
    struct rows rows = rows_new(sight->a, HANDED_MOST);
    for (size_t i = 0; i < gate.holds.count; i++)
        read_handled(&gate, &gate.holds.at[i], &rows);
    for (size_t i = 0; i < rows.count; i++) {
        struct situation situation;
        bool found;
        if (!situation_of_id(sight->db, sight->council, sight->viewer, rows.at[i].place.record, sight->now, sight->a,
                             &situation, &found) ||
            !found)
            break;
        const struct power *power = power_that_hands_on(&situation, sight->a);
        if (power == NULL)
            continue;
        struct view_hand_over *group = group_of(&gate, &situation, power, view_r);
        LIST_ADD(sight->a, &group->rows, rows.at[i].view);
    }
    return db_failed(sight->db) == NULL;
}
