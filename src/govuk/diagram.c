#include "govuk/diagram.h"

#include "govuk/svg.h"

/* In pixels at the natural size. */
enum {
    BOX_WIDTH = 200,
    BOX_HEIGHT = 56,
    BOX_GAP = 20, /* with the width, a multiple of PORT: so that IN_SHIFT keeps ways in beside ways out */
    ROW_MOST = 3, /* boxes in a row: so that it can be read on a phone */
    TRACK = 9,
    LABEL_ROOM = 30, /* below a box, for the arrows' labels */
    ENTRY_ROOM = 16, /* above a box, for the arrows' heads */
    PORT = 22,
    IN_SHIFT = 5,
    LINE_LETTERS = 26,
    LINE_HEIGHT = 16,
};

struct placed {
    size_t depth, row, column;
    size_t out_count, in_count, outs, ins; /* arrows, and how many of them were drawn */
};

struct layout {
    const struct diagram *diagram;
    struct arena *a;
    struct placed *boxes;
    size_t row_count, lane_count;
    size_t *row_boxes; /* how many stand in each row */
    size_t *tracks;    /* of the gap above each row, and of the one below the last */
    size_t *used;      /* of those tracks, by what is drawn so far */
    int *gap_top, *row_top;
    int height;
};

/* ---- where the boxes stand */

/* The length of the shortest way from the first box; those that no arrow leads to come right after it. */
static size_t set_depths(struct layout *l) {
    const struct diagram *d = l->diagram;
    size_t deepest = 0;
    for (size_t i = 1; i < d->box_count; i++)
        l->boxes[i].depth = SIZE_MAX;
    for (size_t depth = 0; depth < d->box_count; depth++) {
        for (size_t k = 0; k < d->arrow_count; k++) {
            struct placed *to = &l->boxes[d->arrows[k].to];
            if (l->boxes[d->arrows[k].from].depth == depth && to->depth == SIZE_MAX)
                to->depth = deepest = depth + 1;
        }
    }
    for (size_t i = 1; i < d->box_count; i++) {
        if (d->boxes[i].is_end)
            l->boxes[i].depth = deepest + 1;
        else if (l->boxes[i].depth == SIZE_MAX)
            l->boxes[i].depth = 1;
    }
    return deepest + 1;
}

static void set_rows(struct layout *l) {
    const struct diagram *d = l->diagram;
    size_t deepest = set_depths(l), row = 0, in_row = 0;
    l->row_boxes = ARENA_ARRAY(l->a, d->box_count, size_t);
    for (size_t depth = 0; depth <= deepest; depth++) {
        for (size_t i = 0; i < d->box_count; i++) {
            if (l->boxes[i].depth != depth)
                continue;
            if (in_row == ROW_MOST) {
                row++;
                in_row = 0;
            }
            l->boxes[i].row = row;
            l->boxes[i].column = in_row++;
            l->row_boxes[row] = in_row;
        }
        if (in_row > 0)
            row++;
        in_row = 0;
    }
    l->row_count = row;
}

static bool is_to_next_row(const struct layout *l, const struct diagram_arrow *arrow) {
    return l->boxes[arrow->from].row + 1 == l->boxes[arrow->to].row;
}

/* Each gap is as high as its tracks need. */
static void set_heights(struct layout *l) {
    const struct diagram *d = l->diagram;
    l->tracks = ARENA_ARRAY(l->a, l->row_count + 1, size_t);
    l->used = ARENA_ARRAY(l->a, l->row_count + 1, size_t);
    l->gap_top = ARENA_ARRAY(l->a, l->row_count + 1, int);
    l->row_top = ARENA_ARRAY(l->a, l->row_count, int);
    for (size_t k = 0; k < d->arrow_count; k++) {
        const struct diagram_arrow *arrow = &d->arrows[k];
        l->boxes[arrow->from].out_count++;
        l->boxes[arrow->to].in_count++;
        l->tracks[l->boxes[arrow->to].row]++;
        if (is_to_next_row(l, arrow))
            continue;
        l->tracks[l->boxes[arrow->from].row + 1]++;
        l->lane_count++;
    }
    for (size_t row = 0; row <= l->row_count; row++) {
        l->gap_top[row] = l->height;
        l->height += (row == 0 ? 0 : LABEL_ROOM) + (int)l->tracks[row] * TRACK + ENTRY_ROOM;
        if (row == l->row_count)
            break;
        l->row_top[row] = l->height;
        l->height += BOX_HEIGHT;
    }
}

/* Lanes are taken on the left and on the right by turns. */
static int side_of(const struct layout *l) {
    return ((int)l->lane_count / 2 + 1) * TRACK + TRACK;
}

static int width_of(const struct layout *l) {
    return ROW_MOST * BOX_WIDTH + (ROW_MOST - 1) * BOX_GAP + 2 * side_of(l);
}

static int left_of(const struct layout *l, const struct placed *box) {
    int boxes = (int)l->row_boxes[box->row];
    return (width_of(l) - boxes * BOX_WIDTH - (boxes - 1) * BOX_GAP) / 2 + (int)box->column * (BOX_WIDTH + BOX_GAP);
}

/* ---- drawing */

/* As many lines as the words need. */
static void draw_text(struct html *out, struct arena *a, const char *text, int x, int y) {
    LIST(const char *) lines = {0};
    while (*text != '\0') {
        size_t end = svg_line(text, LINE_LETTERS);
        LIST_ADD(a, &lines, (const char *)arena_strndup(a, text, end));
        text += end + (text[end] == ' ');
    }
    int top = y - (int)(lines.count - 1) * LINE_HEIGHT / 2 + 5;
    html_put(out, "<g");
    html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    for (size_t i = 0; i < lines.count; i++)
        svg_text(out, x, top + (int)i * LINE_HEIGHT, "middle", lines.at[i]);
    html_put(out, "</g>");
}

static void draw_frame(struct html *out, int x, int y, int inside) {
    html_put(out, "<rect fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" rx=\"6\" ");
    svg_number(out, "x", x + inside);
    svg_number(out, "y", y + inside);
    svg_number(out, "width", BOX_WIDTH - 2 * inside);
    svg_number(out, "height", BOX_HEIGHT - 2 * inside);
    html_put(out, "/>");
}

static void draw_box(struct html *out, const struct layout *l, size_t i) {
    const struct placed *box = &l->boxes[i];
    int x = left_of(l, box), y = l->row_top[box->row];
    draw_frame(out, x, y, 0);
    if (l->diagram->boxes[i].is_end)
        draw_frame(out, x, y, 4);
    draw_text(out, l->a, l->diagram->boxes[i].text, x + BOX_WIDTH / 2, y + BOX_HEIGHT / 2);
}

/* Where the next arrow out of a box, or into it, meets its edge. */
static int next_port(const struct layout *l, const struct placed *box, size_t *drawn, size_t count) {
    int room = BOX_WIDTH - PORT, step = (int)count * PORT > room ? room / (int)count : PORT;
    int x = left_of(l, box) + BOX_WIDTH / 2 + (int)(2 * *drawn + 1) * step / 2 - (int)count * step / 2;
    (*drawn)++;
    return x;
}

static int next_track(struct layout *l, size_t gap) {
    return l->gap_top[gap] + (gap == 0 ? 0 : LABEL_ROOM) + (int)l->used[gap]++ * TRACK + TRACK / 2;
}

static void line_to(struct html *out, char axis, int to) {
    html_text(out, axis == 'H' ? "H" : "V");
    html_number(out, to);
}

static void draw_arrow(struct html *out, struct layout *l, const struct diagram_arrow *arrow, int *lane) {
    struct placed *from = &l->boxes[arrow->from], *to = &l->boxes[arrow->to];
    int x = next_port(l, from, &from->outs, from->out_count),
        end_x = next_port(l, to, &to->ins, to->in_count) + IN_SHIFT;
    int y = l->row_top[from->row] + BOX_HEIGHT, end_y = l->row_top[to->row];
    html_put(out, "<path fill=\"none\" stroke=\"currentColor\" d=\"M");
    html_number(out, x);
    html_put(out, " ");
    html_number(out, y);
    if (!is_to_next_row(l, arrow)) {
        int beside = (*lane / 2 + 1) * TRACK;
        line_to(out, 'V', next_track(l, from->row + 1));
        line_to(out, 'H', *lane % 2 == 0 ? width_of(l) - beside : beside);
        (*lane)++;
    }
    line_to(out, 'V', next_track(l, to->row));
    line_to(out, 'H', end_x);
    line_to(out, 'V', end_y);
    html_put(out, "m-4 -7l4 7l4 -7\"/>");
    html_put(out, "<rect fill=\"Canvas\" width=\"18\" height=\"15\" ");
    svg_number(out, "x", x - 9);
    svg_number(out, "y", y + 8);
    html_put(out, "/><text font-size=\"12\" text-anchor=\"middle\" fill=\"currentColor\" ");
    svg_number(out, "x", x);
    svg_number(out, "y", y + 20);
    html_put(out, ">");
    html_text(out, arrow->label);
    html_put(out, "</text>");
}

void diagram_draw(struct html *out, const struct diagram *diagram) {
    struct arena *a = arena_new();
    struct layout l = {.diagram = diagram, .a = a, .boxes = ARENA_ARRAY(a, diagram->box_count, struct placed)};
    int lane = 0;
    set_rows(&l);
    set_heights(&l);
    svg_begin(out, &(struct svg){.id = diagram->id,
                                 .title = diagram->title,
                                 .description = diagram->description,
                                 .width = width_of(&l),
                                 .height = l.height,
                                 .alone = diagram->alone});
    for (size_t k = 0; k < diagram->arrow_count; k++)
        draw_arrow(out, &l, &diagram->arrows[k], &lane);
    for (size_t i = 0; i < diagram->box_count; i++)
        draw_box(out, &l, i);
    svg_end(out);
    arena_free(&a);
}
