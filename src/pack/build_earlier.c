/* What becomes of records that began under an earlier version. */
#include "pack/build_private.h"

static bool goes_on(struct build *b, const struct later *later) {
    const struct state_move *move = later->of;
    return !move->to->final ||
           BUILD_FAIL(b, later->node, "\"%s\" is a final state; expected one in which an open record can go on.",
                      move->to->name);
}

bool build_earlier(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    if (value->kind == NODE_TEXT && text_equal(value->text, "stay"))
        return true;
    if (value->kind != NODE_MAP || value->items.count == 0)
        return BUILD_FAIL(b, value, "it says not where they go on; expected \"stay\", or {earlier state: state, …}.");
    procedure->moves_earlier = true;
    procedure->move_count = value->items.count;
    procedure->moves = ARENA_ARRAY(b->arena, value->items.count, struct state_move);
    for (size_t i = 0; i < value->items.count; i++) {
        struct state_move *move = &procedure->moves[i];
        move->from = arena_strdup(b->arena, value->keys.at[i]->text);
        if (!build_state_name(b, value->items.at[i], &move->to))
            return false;
        build_later(b, value->items.at[i], move, goes_on);
    }
    return true;
}
