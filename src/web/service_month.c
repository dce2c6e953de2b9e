#include "web/service_month.h"

#include "govuk/chart.h"
#include "web/months.h"

#define MONTHS_BEFORE 12

bool service_month_read(struct http_request *request, struct http_response *response, const char *service,
                        struct view_service_month *view_r) {
    int32_t first;
    int status = !months_asked(request, MONTHS_BEFORE, 0, &first)                ? 404
                 : !sight_service_month(&request->sight, service, first, view_r) ? 500
                                                                                 : 0;
    if (status != 0)
        http_error(request, response, status, NULL);
    return status == 0;
}

/* "Mon 7 – Sun 13 December" */
static const char *say_week(const struct http_request *request, const struct view_week *week) {
    const struct language *in = request->sight.language;
    if (week->from == week->to) /* a month that begins on a Sunday */
        return day_say(in, request->a, week->to, DAY_MONTH);
    return arena_join(request->a, day_say(in, request->a, week->from, DAY_SHORT), " – ",
                      day_say(in, request->a, week->to, DAY_MONTH), NULL);
}

static void draw_bars(struct html *out, struct http_request *request, const char *title,
                      const struct view_service_month *view) {
    const char *const parts[] = {html_say(out, "Answered in time"), html_say(out, "Late"),
                                 html_say(out, "Neither, so far")};
    struct chart_bar bars[WEEKS_MOST];
    for (size_t i = 0; i < view->week_count; i++) {
        const struct view_week *week = &view->weeks[i];
        bars[i] =
            (struct chart_bar){.label = say_week(request, week), .parts = {week->in_time, week->late, week->waiting}};
    }
    chart_bars(out, &(struct chart_bars){.id = "month",
                                         .title = title,
                                         .description = html_say(out, "The table below has the same figures."),
                                         .parts = parts,
                                         .part_count = LENGTH_OF(parts),
                                         .bars = bars,
                                         .bar_count = view->week_count});
}

/* On a phone the table becomes a list: each cell says what it is. */
#define CELL(label) .format = "numeric", .attributes = GOVUK_ATTRIBUTES({"data-label", page_say(request, (label))})

static void draw_table(struct html *out, struct http_request *request, const char *title,
                       const struct view_service_month *view) {
    const struct govuk_table table = {.caption = title,
                                      .caption_classes = "govuk-visually-hidden",
                                      .classes = "comity-stacked",
                                      .first_cell_is_header = true,
                                      .head =
                                          GOVUK_LIST(struct govuk_table_cell, {.text = html_say(out, "Week")},
                                                     {.text = html_say(out, "Opened"), .format = "numeric"},
                                                     {.text = html_say(out, "Answered in time"), .format = "numeric"},
                                                     {.text = html_say(out, "Late"), .format = "numeric"},
                                                     {.text = html_say(out, "Neither, so far"), .format = "numeric"})};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < view->week_count; i++) {
        const struct view_week *week = &view->weeks[i];
        const struct govuk_table_cell cells[] = {
            {.text = say_week(request, week)},
            {.text = arena_printf(request->a, "%d", week->in_time + week->late + week->waiting), CELL("Opened")},
            {.text = arena_printf(request->a, "%d", week->in_time), CELL("Answered in time")},
            {.text = arena_printf(request->a, "%d", week->late), CELL("Late")},
            {.text = arena_printf(request->a, "%d", week->waiting), CELL("Neither, so far")}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

/* To a Member who asks nothing of the service it would say nothing. */
static bool is_wanted(const struct http_request *request, const struct view_service_month *view) {
    return view->requests > 0 || request->sight.viewer->kind == PERSON_OFFICER ||
           http_query(request, "month")[0] != '\0';
}

void service_month_draw(struct html *out, struct http_request *request, const char *service,
                        const struct view_service_month *view) {
    if (!is_wanted(request, view))
        return;
    const char *title = arena_printf(request->a, html_say(out, "Requests that you can see, opened in %s"),
                                     months_title(request, view->from));
    govuk_heading(out, 2, "m", title);
    if (view->requests == 0) {
        govuk_body(out, html_say(out, "There are none."));
    } else {
        draw_bars(out, request, title, view);
        draw_table(out, request, title, view);
    }
    months_links(out, request, page_path(request->a, "services", service), view->from, MONTHS_BEFORE, 0);
}
