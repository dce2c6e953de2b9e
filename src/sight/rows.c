/* Rows of lists, merged from the ranges of all that the viewer holds. */
#include "sight/sight_private.h"

bool place_is_after(struct place a, struct place b) {
    return a.opened_at != b.opened_at ? a.opened_at > b.opened_at : a.record > b.record;
}

struct rows rows_new(struct arena *a, size_t room) {
    return (struct rows){.at = ARENA_ARRAY(a, room, struct row), .room = room};
}

/* False when all that fits is newer. */
static bool rows_take(const struct rows *rows, struct place place) {
    return rows->count < rows->room || !place_is_after(rows->at[rows->count - 1].place, place);
}

void rows_put(struct rows *rows, const struct row *row) {
    size_t i = rows->count;
    while (i > 0 && place_is_after(row->place, rows->at[i - 1].place))
        i--;
    if (i > 0 && rows->at[i - 1].place.record == row->place.record) {
        if (row->titled)
            rows->at[i - 1] = *row;
        return;
    }
    if (i == rows->room)
        return;
    size_t moved = (rows->count < rows->room ? rows->count : rows->room - 1) - i;
    memmove(&rows->at[i + 1], &rows->at[i], moved * sizeof(*row));
    rows->at[i] = *row;
    rows->count = i + moved + 1;
}

struct row row_read(const struct gate *gate, struct query *q, bool open) {
    const struct sight *sight = gate->sight;
    const struct procedure *procedure = pack_procedure(sight->council->pack, column_text(q, 3));
    const struct state *state = procedure == NULL ? NULL : procedure_state(procedure, column_text(q, 4));
    struct row row = {.place = {.opened_at = column_int(q, 0), .record = column_int(q, 1)},
                      .titled = !column_is_null(q, 5)};
    row.view = (struct view_row){
        .ref = column_copy(q, 2, sight->a),
        .procedure = procedure == NULL ? column_copy(q, 3, sight->a) : procedure->name,
        .state = state == NULL ? column_copy(q, 4, sight->a) : state->name,
        .open = open,
        .opened_at = row.place.opened_at,
        .has_due = !column_is_null(q, 6),
        .takes_at = column_is_null(q, 8) ? INSTANT_NONE : column_int(q, 8),
    };
    row.view.procedure_title = procedure == NULL ? row.view.procedure : procedure->title;
    row.view.state_title = state == NULL ? row.view.state : state->title;
    row.view.title = row.titled          ? column_copy(q, 5, sight->a)
                     : procedure == NULL ? NULL
                                         : title_by_time(gate, row.place.record, procedure, NULL);
    if (row.view.title == NULL)
        row.view.title = row.view.procedure_title;
    if (row.view.has_due) {
        const struct pack_calendar *calendar = pack_calendar(sight->council->pack, column_text(q, 7));
        row.view.due = due_day(sight, column_int(q, 6));
        if (calendar != NULL)
            row.view.left = days_left(council_calendar(sight->council, calendar), gate->today, row.view.due);
    }
    return row;
}

void rows_read(const struct gate *gate, struct query *q, bool open, struct rows *rows) {
    while (query_step(q)) {
        struct place place = {.opened_at = column_int(q, 0), .record = column_int(q, 1)};
        if (!rows_take(rows, place))
            break;
        struct row row = row_read(gate, q, open);
        rows_put(rows, &row);
    }
    query_end(q);
}
