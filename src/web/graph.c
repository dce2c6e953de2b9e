#include "web/graph.h"

#include "govuk/diagram.h"
#include "govuk/govuk.h"

/* What the picture shows, for who cannot see it. */
static const char *description(const struct language *in, struct arena *a, const struct procedure *procedure,
                               const struct procedure_moves *moves) {
    struct buf text = {.arena = a};
    buf_addf(&text, text_say(in, "It begins as “%s”."), procedure->states[0].title);
    for (size_t i = 0; i < moves->list.count; i++) {
        const struct procedure_move *move = &moves->list.at[i];
        if (move->from != move->to)
            buf_addf(&text, text_say(in, " From “%s”, %zu (%s) leads to “%s”."), move->from->title, move->number,
                     move->power->label, move->to->title);
    }
    return buf_text(&text);
}

void graph_draw(struct html *out, struct arena *a, const struct pack *pack, const struct procedure *procedure,
                bool alone) {
    struct procedure_moves moves;
    procedure_moves(pack, procedure, out->language, a, &moves);
    struct diagram_box *boxes = ARENA_ARRAY(a, procedure->state_count, struct diagram_box);
    struct diagram_arrow *arrows = ARENA_ARRAY(a, moves.list.count, struct diagram_arrow);
    size_t arrow_count = 0;
    for (size_t i = 0; i < procedure->state_count; i++)
        boxes[i] = (struct diagram_box){procedure->states[i].title, procedure->states[i].final};
    for (size_t i = 0; i < moves.list.count; i++) {
        const struct procedure_move *move = &moves.list.at[i];
        if (move->from != move->to)
            arrows[arrow_count++] =
                (struct diagram_arrow){(size_t)(move->from - procedure->states), (size_t)(move->to - procedure->states),
                                       arena_printf(a, "%zu", move->number)};
    }
    diagram_draw(out,
                 &(struct diagram){.id = arena_printf(a, "states-%s", procedure->name),
                                   .title = arena_printf(a, text_say(out->language, "States of %s"), procedure->title),
                                   .description = description(out->language, a, procedure, &moves),
                                   .boxes = boxes,
                                   .box_count = procedure->state_count,
                                   .arrows = arrows,
                                   .arrow_count = arrow_count,
                                   .alone = alone});
}

/* The states of all moves of the power that begins at i, each once. */
static const char *states_of(struct arena *a, const struct procedure_moves *moves, size_t i, bool to) {
    LIST(const char *) titles = {0};
    struct buf text = {.arena = a};
    for (size_t number = moves->list.at[i].number; i < moves->list.count && moves->list.at[i].number == number; i++) {
        const char *title = to ? moves->list.at[i].to->title : moves->list.at[i].from->title;
        bool known = false;
        for (size_t k = 0; k < titles.count && !known; k++)
            known = text_equal(titles.at[k], title);
        if (!known)
            LIST_ADD(a, &titles, title);
    }
    for (size_t k = 0; k < titles.count; k++)
        buf_addf(&text, "%s%s", k == 0 ? "" : ", ", titles.at[k]);
    return buf_text(&text);
}

static bool stays(const struct procedure_move *move) {
    return move->power->to == NULL && !move->power->to_previous;
}

/* On a phone the table becomes a list: each cell says what it is. */
#define CELL(label) .attributes = GOVUK_ATTRIBUTES({"data-label", text_say(in, (label))})

void graph_table(struct html *out, struct arena *a, const struct pack *pack, const struct procedure *procedure) {
    const struct language *in = out->language;
    struct procedure_moves moves;
    procedure_moves(pack, procedure, out->language, a, &moves);
    struct govuk_table table = {.caption = arena_printf(a, text_say(in, "What leads where in %s"), procedure->title),
                                .caption_classes = "govuk-table__caption--s",
                                .classes = "comity-stacked",
                                .head = GOVUK_LIST(struct govuk_table_cell, {.text = text_say(in, "Number")},
                                                   {.text = text_say(in, "What is done")},
                                                   {.text = text_say(in, "Who may")}, {.text = text_say(in, "From")},
                                                   {.text = text_say(in, "To")})};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < moves.list.count; i++) {
        const struct procedure_move *move = &moves.list.at[i];
        if (i > 0 && moves.list.at[i - 1].number == move->number)
            continue;
        const struct govuk_table_cell cells[] = {
            {.text = arena_printf(a, "%zu", move->number)},
            {.html = html_foreign_piece(out, a, move->power->label)},
            {.text = move->who, .html = html_foreign_quotes_piece(out, a, move->who), CELL("Who may")},
            {.html = html_foreign_piece(out, a, states_of(a, &moves, i, false)), CELL("From")},
            {.text = text_say(in, "It stays as it is"),
             .html = stays(move) ? (struct markup){0} : html_foreign_piece(out, a, states_of(a, &moves, i, true)),
             CELL("To")}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}
