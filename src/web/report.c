/* The equality report: what groups and services have of requests, answers and delays, and how many records have which
 * answer to what is counted, as bars and tables. */
#include "govuk/chart.h"
#include "web/handlers.h"

#define ANSWERED SAID("Answered")
#define REFUSED SAID("Refused")
#define WAITING SAID("Neither, so far")

/* ---- groups and services ---- */

static const char *number(struct arena *a, int64_t number) {
    return arena_printf(a, "%lld", (long long)number);
}

/* "2" or "2.5" working days; a dash where nothing was answered. */
static const char *median(struct arena *a, const struct report_line *line) {
    if (line->half_days < 0)
        return "–";
    return arena_printf(a, line->half_days % 2 == 0 ? "%lld" : "%lld.5", (long long)line->half_days / 2);
}

/* What was refused may have been answered later on, or before: it counts as answered. The table says of what there are
 * no figures; the picture shows those that there are. */
static void draw_bars(struct html *out, struct http_request *request, const char *id, const char *title,
                      const struct report_line *lines, size_t count) {
    const char *const parts[] = {html_say(out, ANSWERED), html_say(out, REFUSED), html_say(out, WAITING)};
    struct chart_bar *bars = ARENA_ARRAY(request->a, count, struct chart_bar);
    size_t shown = 0;
    for (size_t i = 0; i < count; i++) {
        const struct report_line *line = &lines[i];
        if (line->hidden != NULL)
            continue;
        int64_t refused = line->answered + line->refused > line->opened ? line->opened - line->answered : line->refused;
        bars[shown++] = (struct chart_bar){.label = line->name,
                                           .parts = {line->answered, refused, line->opened - line->answered - refused}};
    }
    if (shown == 0)
        return;
    chart_bars(out, &(struct chart_bars){.id = id,
                                         .title = title,
                                         .description = html_say(out, "The table below has the same figures."),
                                         .parts = parts,
                                         .part_count = LENGTH_OF(parts),
                                         .bars = bars,
                                         .bar_count = shown});
}

/* On a phone the table becomes a list: each cell says what it is. */
#define CELL(label) .format = "numeric", .attributes = GOVUK_ATTRIBUTES({"data-label", page_say(request, (label))})

static void draw_line(struct html *out, struct http_request *request, const struct govuk_table *table,
                      const struct report_line *line) {
    struct arena *a = request->a;
    const struct govuk_table_cell hidden[] = {{.text = line->name}, {.text = line->hidden, .colspan = 5}};
    const struct govuk_table_cell cells[] = {{.text = line->name},
                                             {.text = number(a, line->opened), CELL("Opened")},
                                             {.text = number(a, line->answered), CELL(ANSWERED)},
                                             {.text = number(a, line->refused), CELL(REFUSED)},
                                             {.text = number(a, line->missed), CELL("Duties missed")},
                                             {.text = median(a, line), CELL("Median of working days")}};
    bool shown = line->hidden == NULL;
    govuk_table_row(
        out, table,
        &(struct govuk_table_row){.cells = {shown ? cells : hidden, shown ? LENGTH_OF(cells) : LENGTH_OF(hidden)}});
}

static void draw_lines(struct html *out, struct http_request *request, const char *id, const char *title,
                       const struct report_line *lines, size_t count) {
    const struct govuk_table table = {
        .caption = title,
        .caption_classes = "govuk-visually-hidden",
        .classes = "comity-stacked",
        .first_cell_is_header = true,
        .head = GOVUK_LIST(struct govuk_table_cell, {.text = html_say(out, "Name")},
                           {.text = html_say(out, "Opened"), .format = "numeric"},
                           {.text = html_say(out, ANSWERED), .format = "numeric"},
                           {.text = html_say(out, REFUSED), .format = "numeric"},
                           {.text = html_say(out, "Duties missed"), .format = "numeric"},
                           {.text = html_say(out, "Median of working days"), .format = "numeric"})};
    if (count == 0)
        return;
    govuk_heading(out, 2, "m", title);
    draw_bars(out, request, id, title, lines, count);
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < count; i++)
        draw_line(out, request, &table, &lines[i]);
    govuk_table_end(out);
}

/* ---- what is counted ---- */

static void draw_question(struct html *out, struct http_request *request, const struct report_question *question,
                          size_t place) {
    const char *title = arena_join(request->a, question->procedure->title, ": ", question->field->label, NULL),
               *few = html_say(out, "not shown");
    struct chart_bar *bars = ARENA_ARRAY(request->a, question->choices.count, struct chart_bar);
    struct govuk_table table = {.caption = title,
                                .caption_classes = "govuk-visually-hidden",
                                .first_cell_is_header = true,
                                .head = GOVUK_LIST(struct govuk_table_cell, {.text = html_say(out, "Answer")},
                                                   {.text = html_say(out, "Records"), .format = "numeric"})};
    page_pack_heading(out, 3, "s", title);
    for (size_t i = 0; i < question->choices.count; i++) {
        const struct report_choice *choice = &question->choices.at[i];
        bars[i] = (struct chart_bar){
            .label = choice->label, .parts = {choice->records}, .instead = choice->records < 0 ? few : NULL};
    }
    chart_bars(out, &(struct chart_bars){.id = arena_printf(request->a, "question-%zu", place),
                                         .title = title,
                                         .description = html_say(out, "The table below has the same figures."),
                                         .part_count = 1,
                                         .bars = bars,
                                         .bar_count = question->choices.count});
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < question->choices.count; i++) {
        const struct report_choice *choice = &question->choices.at[i];
        const struct govuk_table_cell cells[] = {
            {.html = page_pack(request, choice->label)},
            {.text = choice->records < 0 ? few : number(request->a, choice->records), .format = "numeric"}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

/* A question that nobody was asked, or of which nothing can be shown, is no picture. */
static bool is_shown(const struct report_question *question) {
    for (size_t i = 0; i < question->choices.count; i++)
        if (question->choices.at[i].records > 0)
            return true;
    return false;
}

static void draw_questions(struct html *out, struct http_request *request, const struct report *report) {
    size_t shown = 0;
    for (size_t i = 0; i < report->questions.count; i++) {
        if (!is_shown(&report->questions.at[i]))
            continue;
        if (shown++ == 0)
            govuk_heading(out, 2, "m", html_say(out, "What is counted"));
        draw_question(out, request, &report->questions.at[i], shown);
    }
    if (report->questions.count > 0 && shown == 0)
        govuk_body(out, html_say(out, "Of the answers that are counted there are too few to be shown."));
}

/* ---- the page ---- */

static const char *address_of(const struct http_request *request, int32_t first) {
    return first == DAY_LAST ? NULL
                             : arena_printf(request->a, "/report?month=%.*s", (int)strlen("2027-01"),
                                            day_format(request->a, first, DAY_ISO));
}

static void draw_links(struct html *out, struct http_request *request, const struct view_report *view) {
    govuk_pagination(
        out,
        &(struct govuk_pagination){
            .previous = {.href = address_of(request, view->earlier), .text = page_say(request, "The report before")},
            .next = {.href = address_of(request, view->later), .text = page_say(request, "The report after")},
            .landmark_label = page_say(request, "Reports"),
        });
}

static const char *say_day(const struct http_request *request, int32_t date) {
    return day_say(request->sight.language, request->a, date, DAY_FULL);
}

static void draw_report(struct html *out, struct http_request *request, const struct view_report *view) {
    const struct report *report = &view->report;
    govuk_body(out,
               arena_printf(request->a,
                            html_say(out, "Of the requests opened from %s to %s, and what had become of them by %s."),
                            say_day(request, view->from), say_day(request, view->to), say_day(request, view->stood)));
    govuk_body(out, arena_printf(request->a,
                                 html_say(out, "Nothing in it tells of one person: there are no figures where fewer "
                                               "than %d requests, or those of fewer people, would show."),
                                 REPORT_LEAST));
    draw_lines(out, request, "groups", html_say(out, "Groups"), report->groups.at, report->groups.count);
    draw_lines(out, request, "services", html_say(out, "Services"), report->services.at, report->services.count);
    if (report->spared >= 0)
        govuk_body(out, arena_printf(request->a, html_say(out, "Not sent, because an earlier answer was found: %lld."),
                                     (long long)report->spared));
    draw_questions(out, request, report);
    draw_links(out, request, view);
}

/* That there is one, and whose it is, the protocol says to everybody. */
static void draw_readers(struct html *out, struct http_request *request, const struct view_report *view) {
    struct clauses clauses = {.a = request->a};
    html_put(out, "<p class=\"govuk-body\">");
    html_text(out, view->readers.count == 0 ? html_say(out, "The protocol of this council gives it to nobody.")
                                            : html_say(out, "It is for:"));
    for (size_t i = 0; i < view->readers.count; i++) {
        html_text(out, i == 0 ? " " : "; ");
        html_text(out, view->readers.at[i]);
    }
    clauses_add(out, &clauses, &view->cites);
    html_put(out, "</p>");
    clauses_explain(out, &clauses);
}

/* The first day of the month that was asked for; DAY_LAST: none was. False for what is no month. */
static bool read_month(const struct http_request *request, int32_t *asked_r) {
    const char *month = http_query(request, "month");
    *asked_r = DAY_LAST;
    return month[0] == '\0' || day_parse(arena_join(request->a, month, "-01", NULL), asked_r);
}

void handle_report(struct http_request *request, struct http_response *response) {
    struct view_report view;
    int32_t asked;
    if (!read_month(request, &asked)) {
        http_error(request, response, 404, NULL);
        return;
    }
    if (!sight_report(&request->sight, asked, &view)) {
        http_error(request, response, 500, NULL);
        return;
    }
    if (view.allowed && !view.there) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct page page = {
        .title = page_say(request, "Equality report"), .section = "/", .back = "/", .wide = view.allowed};
    struct html out = page_begin(request, &page);
    if (view.allowed)
        draw_report(&out, request, &view);
    draw_readers(&out, request, &view);
    page_end(request, response, &out, &page);
}
