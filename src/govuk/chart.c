#include "govuk/chart.h"

#include "govuk/svg.h"

/* In pixels at the natural size. */
enum { WIDTH = 280 };

/* ---- bars */

enum {
    BAR_HEIGHT = 18,
    LINE_HEIGHT = 18,
    LINE_LETTERS = 38,
    BAR_GAP = 10,
    SUM_ROOM = 40, /* to the right of the longest bar */
    KEY_SIDE = 14,
};

static int64_t sum_of(const struct chart_bars *chart, const struct chart_bar *bar) {
    int64_t sum = 0;
    for (size_t part = 0; part < chart->part_count; part++)
        sum += bar->parts[part];
    return sum;
}

static int64_t longest_of(const struct chart_bars *chart) {
    int64_t longest = 1;
    for (size_t i = 0; i < chart->bar_count; i++) {
        int64_t sum = chart->bars[i].instead == NULL ? sum_of(chart, &chart->bars[i]) : 0;
        longest = sum > longest ? sum : longest;
    }
    return longest;
}

static int lines_of(const char *text) {
    int count = 0;
    for (; *text != '\0'; count++) {
        text += svg_line(text, LINE_LETTERS);
        text += *text == ' ';
    }
    return count;
}

static int key_height(const struct chart_bars *chart) {
    return chart->parts == NULL ? 0 : (int)chart->part_count * LINE_HEIGHT + BAR_GAP;
}

static int height_of(const struct chart_bars *chart) {
    int height = key_height(chart);
    for (size_t i = 0; i < chart->bar_count; i++)
        height += lines_of(chart->bars[i].label) * LINE_HEIGHT + BAR_HEIGHT + BAR_GAP;
    return height;
}

/* Half full is told from full and empty without any colour. */
static void draw_part(struct html *out, size_t part, int x, int y, int width, int height) {
    html_put(out, "<rect stroke=\"currentColor\" ");
    if (part == 0)
        html_put(out, "fill=\"currentColor\" ");
    else if (part == 1)
        html_put(out, "fill=\"currentColor\" fill-opacity=\".4\" ");
    else
        html_put(out, "fill=\"none\" ");
    svg_number(out, "x", x);
    svg_number(out, "y", y);
    svg_number(out, "width", width);
    svg_number(out, "height", height);
    html_put(out, "/>");
}

static void draw_key(struct html *out, const struct chart_bars *chart) {
    for (size_t part = 0; chart->parts != NULL && part < chart->part_count; part++) {
        int y = (int)part * LINE_HEIGHT;
        draw_part(out, part, 1, y + 2, KEY_SIDE, KEY_SIDE - 2);
        svg_text(out, KEY_SIDE + 8, y + 13, "start", chart->parts[part]);
    }
}

static int draw_label(struct html *out, const char *label, int y) {
    struct arena *a = arena_new();
    for (; *label != '\0'; y += LINE_HEIGHT) {
        size_t end = svg_line(label, LINE_LETTERS);
        svg_text(out, 0, y + 13, "start", arena_strndup(a, label, end));
        label += end + (label[end] == ' ');
    }
    arena_free(&a);
    return y;
}

/* A part that there is has a pixel at least. */
static void draw_bar(struct html *out, const struct chart_bars *chart, const struct chart_bar *bar, int64_t longest,
                     int y) {
    int x = 1;
    if (bar->instead != NULL) {
        svg_text(out, x, y + 14, "start", bar->instead);
        return;
    }
    for (size_t part = 0; part < chart->part_count; part++) {
        int width = (int)(bar->parts[part] * (WIDTH - SUM_ROOM) / longest);
        width = width == 0 && bar->parts[part] > 0 ? 1 : width;
        if (width > 0)
            draw_part(out, part, x, y, width, BAR_HEIGHT);
        x += width;
    }
    struct arena *a = arena_new();
    svg_text(out, x + 6, y + 14, "start", arena_printf(a, "%lld", (long long)sum_of(chart, bar)));
    arena_free(&a);
}

void chart_bars(struct html *out, const struct chart_bars *chart) {
    int64_t longest = longest_of(chart);
    int y = key_height(chart);
    svg_begin(out, &(struct svg){.id = chart->id,
                                 .title = chart->title,
                                 .description = chart->description,
                                 .classes = "comity-chart",
                                 .width = WIDTH,
                                 .height = height_of(chart)});
    draw_key(out, chart);
    for (size_t i = 0; i < chart->bar_count; i++) {
        y = draw_label(out, chart->bars[i].label, y);
        draw_bar(out, chart, &chart->bars[i], longest, y);
        y += BAR_HEIGHT + BAR_GAP;
    }
    svg_end(out);
}

/* ---- days */

enum {
    DAY_TOP = 24, /* above it stands what now is */
    DAY_HEIGHT = 16,
    DAY_BOTTOM = DAY_TOP + DAY_HEIGHT,
    MARK_Y = DAY_BOTTOM + 6,
    DAYS_HEIGHT = MARK_Y + 22,
    LABEL_HALF = 40,  /* of the one above, which is kept within the picture */
    LABEL_ROOM = 125, /* of each of those below, which do not lie on one another */
};

static int left_of(const struct chart_days *chart, size_t day) {
    return (int)(day * WIDTH / chart->count);
}

/* One pixel stays free between two days. */
static int width_of(const struct chart_days *chart, size_t day) {
    return left_of(chart, day + 1) - left_of(chart, day) - 1;
}

static void move_to(struct html *out, int x, int y) {
    html_put(out, "M");
    html_number(out, x);
    html_put(out, " ");
    html_number(out, y);
}

static void put_box(struct html *out, int x, int y, int width, int height) {
    move_to(out, x, y);
    html_put(out, "h");
    html_number(out, width);
    html_put(out, "v");
    html_number(out, height);
    html_put(out, "h");
    html_number(out, -width);
    html_put(out, "z");
}

enum look { OVER, NOW, TO_COME };

/* What is over is full, now is half full, what is still to come is empty. */
static void draw_counted(struct html *out, const struct chart_days *chart, size_t from, size_t before, enum look look) {
    html_put(out, "<path ");
    if (look == OVER)
        html_put(out, "fill=\"currentColor\"");
    else if (look == NOW)
        html_put(out, "fill=\"currentColor\" fill-opacity=\".4\" stroke=\"currentColor\"");
    else
        html_put(out, "fill=\"none\" stroke=\"currentColor\"");
    html_put(out, " d=\"");
    for (size_t i = from; i < before && i < chart->count; i++)
        if (chart->days[i] == CHART_DAY_COUNTED)
            put_box(out, left_of(chart, i), DAY_TOP, width_of(chart, i), DAY_HEIGHT);
    html_put(out, "\"/>");
}

/* Days that are not counted lie low; a pause hangs in the middle. */
static void draw_uncounted(struct html *out, const struct chart_days *chart) {
    html_put(out, "<path fill=\"currentColor\" d=\"");
    for (size_t i = 0; i < chart->count; i++) {
        if (chart->days[i] == CHART_DAY_UNCOUNTED)
            put_box(out, left_of(chart, i), DAY_BOTTOM - 2, width_of(chart, i), 2);
        else if (chart->days[i] == CHART_DAY_PAUSED)
            put_box(out, left_of(chart, i), DAY_TOP + DAY_HEIGHT / 2 - 1, width_of(chart, i), 2);
    }
    html_put(out, "\"/>");
}

/* A dot below each day on which something happened. */
static void draw_marks(struct html *out, const struct chart_days *chart) {
    html_put(out, "<path stroke=\"currentColor\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"");
    for (size_t i = 0; i < chart->count; i++) {
        if (!chart->marked[i])
            continue;
        move_to(out, left_of(chart, i) + width_of(chart, i) / 2, MARK_Y);
        html_put(out, "h0");
    }
    html_put(out, "\"/>");
}

static void draw_now(struct html *out, const struct chart_days *chart) {
    if (chart->now_label == NULL || chart->now >= chart->count)
        return;
    int x = left_of(chart, chart->now) + width_of(chart, chart->now) / 2, text_x = x < LABEL_HALF ? LABEL_HALF
                                                                                   : x > WIDTH - LABEL_HALF
                                                                                       ? WIDTH - LABEL_HALF
                                                                                       : x;
    svg_text(out, text_x, 12, "middle", chart->now_label);
    html_put(out, "<path fill=\"currentColor\" d=\"");
    move_to(out, x - 4, DAY_TOP - 8);
    html_put(out, "h8l-4 6z\"/>");
}

/* Where the last day in time ends. */
static void draw_due(struct html *out, const struct chart_days *chart) {
    html_put(out, "<path stroke=\"currentColor\" stroke-width=\"3\" d=\"");
    move_to(out, left_of(chart, chart->due + 1) - 1, DAY_TOP - 4);
    html_put(out, "V");
    html_number(out, DAY_BOTTOM + 4);
    html_put(out, "\"/>");
}

void chart_days(struct html *out, const struct chart_days *chart) {
    size_t over = chart->now < chart->count ? chart->now : chart->count;
    svg_begin(out, &(struct svg){.id = chart->id,
                                 .title = chart->title,
                                 .description = chart->description,
                                 .classes = "comity-days",
                                 .width = WIDTH,
                                 .height = DAYS_HEIGHT});
    size_t in_time = over < chart->due + 1 ? over : chart->due + 1;
    draw_counted(out, chart, 0, in_time, OVER);
    if (over > in_time) {
        html_put(out, "<g class=\"comity-days__late\">");
        draw_counted(out, chart, in_time, over, OVER);
        html_put(out, "</g>");
    }
    size_t to_come = chart->now_label == NULL ? over : over + 1;
    draw_counted(out, chart, over, to_come, NOW);
    draw_counted(out, chart, to_come, chart->count, TO_COME);
    draw_uncounted(out, chart);
    draw_marks(out, chart);
    draw_now(out, chart);
    draw_due(out, chart);
    svg_text(out, 0, DAYS_HEIGHT - 3, "start", chart->first_label);
    int due_x = left_of(chart, chart->due + 1);
    svg_text(out, due_x < 2 * LABEL_ROOM ? 2 * LABEL_ROOM : due_x, DAYS_HEIGHT - 3, "end", chart->due_label);
    svg_end(out);
}
