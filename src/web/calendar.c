/* A month of what falls due from the person and of what takes place in their sight, and the same for their own
 * calendar. The months are those of a year before and after: so a page leads to but some others. */
#include "web/handlers.h"
#include "web/months.h"

struct month_page {
    struct http_request *request;
    struct view_days days;
    int32_t first, last; /* of the month */
};

/* ---- what is on a day ---- */

static void draw_duty(struct html *out, struct http_request *request, const struct view_duty *duty) {
    html_put(out, "<li>");
    html_foreign(out, duty->label);
    html_put(out, ": ");
    govuk_link(out, page_path(request->a, "records", duty->ref), duty->record_title);
    if (duty->missed) {
        html_put(out, " ");
        moj_badge(out, &(struct moj_badge){.text = html_say(out, "Overdue"), .classes = "moj-badge--red"});
    }
    html_put(out, "</li>");
}

static void draw_taking(struct html *out, struct http_request *request, const struct view_taking *taking) {
    html_put(out, "<li>");
    page_clock(out, &request->sight, taking->at);
    html_put(out, " ");
    govuk_link(out, page_path(request->a, "records", taking->ref), taking->title);
    html_put(out, "</li>");
}

static bool is_on(const struct month_page *page, const struct view_taking *taking, int32_t date) {
    return council_day(page->request->sight.council, taking->at) == date;
}

static bool has_something(const struct month_page *page, int32_t date) {
    for (size_t i = 0; i < page->days.duties.count; i++)
        if (page->days.duties.at[i].due == date)
            return true;
    for (size_t i = 0; i < page->days.taking.count; i++)
        if (is_on(page, &page->days.taking.at[i], date))
            return true;
    return false;
}

static void draw_items(struct html *out, const struct month_page *page, int32_t date) {
    if (!has_something(page, date))
        return;
    html_put(out, "<ul class=\"govuk-list\">");
    for (size_t i = 0; i < page->days.taking.count; i++)
        if (is_on(page, &page->days.taking.at[i], date))
            draw_taking(out, page->request, &page->days.taking.at[i]);
    for (size_t i = 0; i < page->days.duties.count; i++)
        if (page->days.duties.at[i].due == date)
            draw_duty(out, page->request, &page->days.duties.at[i]);
    html_put(out, "</ul>");
}

/* ---- the table ---- */

/* "Fri 25", of which a table with weekdays above needs the number alone. */
static void draw_date(struct html *out, const struct month_page *page, int32_t date) {
    struct arena *a = page->request->a;
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    html_put(out, "<time class=\"comity-month__day\"");
    html_attribute(out, "datetime", day_format(a, date, DAY_ISO));
    html_put(out, ">");
    const char *full = day_say(out->language, a, date, DAY_SHORT), *number = arena_printf(a, "%d", day_of_month);
    size_t before = strlen(full) - strlen(number);
    html_put(out, "<span class=\"comity-month__weekday\">");
    html_text_part(out, full, before);
    html_put(out, "</span>");
    html_text(out, full + before);
    html_put(out, "</time>");
    if (date == council_day(page->request->sight.council, page->request->sight.now)) {
        html_put(out, " ");
        moj_badge(out, &(struct moj_badge){.text = html_say(out, "Today")});
    }
}

/* The table says already that it is a Saturday. */
static bool is_weekend(const char *closed, int32_t date) {
    return text_equal(closed, weekday_say(NULL, day_weekday(date)));
}

static struct govuk_table_cell cell_of(const struct month_page *page, int32_t date) {
    struct html *out = ARENA_NEW(page->request->a, struct html);
    *out = page_piece(page->request);
    if (date < page->first || date > page->last) {
        html_put(out, " ");
        return (struct govuk_table_cell){.html = html_markup(out), .classes = "comity-month__other"};
    }
    const char *closed = page->days.closed[date - page->first];
    bool named = closed != NULL && !is_weekend(closed, date);
    draw_date(out, page, date);
    if (named)
        html_element(out, "div", "comity-quiet", arena_printf(page->request->a, html_say(out, "Closed: %s"), closed));
    draw_items(out, page, date);
    bool plain = !named && !has_something(page, date);
    return (struct govuk_table_cell){.html = html_markup(out),
                                     .classes = closed != NULL && plain ? "comity-month__closed comity-month__plain"
                                                : closed != NULL        ? "comity-month__closed"
                                                : plain                 ? "comity-month__plain"
                                                                        : NULL};
}

static void draw_table(struct html *out, const struct month_page *page) {
    struct govuk_table_cell head[SUNDAY + 1] = {0}, cells[SUNDAY + 1];
    for (enum weekday weekday = MONDAY; weekday <= SUNDAY; weekday++)
        head[weekday].text = weekday_say(out->language, weekday);
    struct govuk_table table = {
        .caption = arena_printf(page->request->a, html_say(out, "What you have in %s"),
                                months_title(page->request, page->first)),
        .caption_classes = "govuk-visually-hidden",
        .classes = "comity-month",
        .head = {head, LENGTH_OF(head)},
    };
    govuk_table_begin(out, &table);
    for (int32_t week = page->first - (int32_t)day_weekday(page->first); week <= page->last; week += 7) {
        for (int32_t i = MONDAY; i <= SUNDAY; i++)
            cells[i] = cell_of(page, week + i);
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

/* ---- the page ---- */

void handle_calendar(struct http_request *request, struct http_response *response) {
    struct month_page month = {.request = request};
    if (!months_asked(request, 12, 12, &month.first)) {
        http_error(request, response, 404, NULL);
        return;
    }
    month.last = day_add_months(month.first, 1) - 1;
    if (!sight_days(&request->sight, month.first, month.last, &month.days)) {
        http_error(request, response, 500, NULL);
        return;
    }
    struct page page = {.title = months_title(request, month.first),
                        .caption = page_say(request, "What falls due"),
                        .section = "/",
                        .back = "/",
                        .wide = true};
    struct html out = page_begin(request, &page);
    if (month.days.duties.count + month.days.taking.count == 0)
        govuk_body(&out, html_say(&out, "You owe nothing in this month, and nothing takes place that you can see."));
    if (month.days.more)
        govuk_body(&out, html_say(&out, "There is more in this month than is shown here."));
    draw_table(&out, &month);
    months_links(&out, request, "/calendar", month.first, 12, 12);
    html_put(&out, "<p class=\"govuk-body comity-no-print\">");
    govuk_link(&out, "/calendar.ics", html_say(&out, "Add all that is to come to your calendar"));
    html_put(&out, "</p>");
    page_end(request, response, &out, &page);
}

/* From today on, as far as anything can be due. */
void handle_calendar_file(struct http_request *request, struct http_response *response) {
    struct view_days days;
    int32_t today = council_day(request->sight.council, request->sight.now);
    if (!sight_days(&request->sight, today, today + DAYS_SEEN_MOST - 1, &days)) {
        http_error(request, response, 500, NULL);
        return;
    }
    response->body = (struct buf){.arena = request->a};
    ical_begin(&response->body);
    for (size_t i = 0; i < days.duties.count; i++) {
        struct ical_event event;
        sight_duty_event(&request->sight, &days.duties.at[i], &event);
        ical_add(&response->body, &event);
    }
    for (size_t i = 0; i < days.taking.count; i++) {
        struct ical_event event;
        sight_taking_event(&request->sight, &days.taking.at[i], &event);
        ical_add(&response->body, &event);
    }
    ical_end(&response->body);
    http_calendar(request, response, "comity");
}
