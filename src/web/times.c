#include "web/times.h"

#include "govuk/chart.h"

static int32_t today(const struct http_request *request) {
    return council_day(request->sight.council, request->sight.now);
}

/* ---- how long to a day ---- */

/* one: the text of exactly one. */
static const char *counted(const struct http_request *request, int number, const char *one, const char *many) {
    return number == 1 ? one : arena_printf(request->a, "%d %s", number, many);
}

/* NULL on the day itself, and where there is a weekend or less between. */
static const char *say_left(const struct http_request *request, const struct view_duty *duty) {
    int32_t days = duty->due - today(request);
    if (duty->left < 0)
        return counted(request, -duty->left, page_say(request, "1 working day late"),
                       page_say(request, "working days late"));
    if (duty->left > 0)
        return counted(request, duty->left, page_say(request, "1 working day left"),
                       page_say(request, "working days left"));
    return days > 0 ? counted(request, days, page_say(request, "1 day left"), page_say(request, "days left")) : NULL;
}

void times_left(struct html *out, struct http_request *request, const struct view_duty *duty) {
    const char *left = say_left(request, duty);
    if (left != NULL)
        html_element(out, "div", "comity-quiet", left);
}

/* "in time" covers what a weekend lies between. */
static const char *say_met(const struct http_request *request, const struct view_duty *duty) {
    if (duty->left < 0)
        return counted(request, -duty->left, page_say(request, "1 working day late"),
                       page_say(request, "working days late"));
    if (duty->left > 0)
        return counted(request, duty->left, page_say(request, "1 working day early"),
                       page_say(request, "working days early"));
    return duty->ended_at <= duty->due_at ? page_say(request, "in time") : page_say(request, "late");
}

void times_met(struct html *out, struct http_request *request, const struct view_duty *duty) {
    html_text(out, html_say(out, "Due"));
    html_put(out, " ");
    page_day(out, request->a, duty->due);
    html_put(out, "<br>");
    html_text(out, html_say(out, "Done"));
    html_put(out, " ");
    page_day(out, request->a, council_day(request->sight.council, duty->ended_at));
    html_put(out, ", ");
    html_text(out, say_met(request, duty));
}

/* ---- the clock ---- */

static const char *say_day(const struct http_request *request, int32_t date) {
    return day_say(request->sight.language, request->a, date, DAY_MONTH);
}

/* What the picture shows, for who cannot see it. */
static const char *describe(const struct http_request *request, const struct view_duty *duty) {
    const char *days = arena_printf(request->a, page_say(request, "From %s; due %s."),
                                    say_day(request, duty->clock.from), say_day(request, duty->due));
    const char *left = duty->ended_at == INSTANT_NONE ? say_left(request, duty) : say_met(request, duty);
    return left == NULL ? days : arena_join(request->a, days, " ", left, ".", NULL);
}

void times_clock(struct html *out, struct http_request *request, const struct view_duty *duty, size_t number) {
    static const enum chart_day looks[] = {[VIEW_DAY_COUNTED] = CHART_DAY_COUNTED,
                                           [VIEW_DAY_UNCOUNTED] = CHART_DAY_UNCOUNTED,
                                           [VIEW_DAY_PAUSED] = CHART_DAY_PAUSED};
    const struct view_clock *clock = &duty->clock;
    if (clock->count == 0 || clock->count > CHART_DAYS_MOST || duty->due < clock->from)
        return;
    bool met = duty->ended_at != INSTANT_NONE;
    int32_t end = met ? council_day(request->sight.council, duty->ended_at) + 1 : today(request);
    enum chart_day days[CHART_DAYS_MOST];
    for (size_t i = 0; i < clock->count; i++)
        days[i] = looks[clock->days[i]];
    chart_days(out, &(struct chart_days){
                        .id = arena_printf(request->a, "clock-%zu", number + 1),
                        .title = arena_join(request->a, page_say(request, "Time for:"), " ", duty->label, NULL),
                        .description = describe(request, duty),
                        .days = days,
                        .marked = clock->marked,
                        .count = clock->count,
                        .due = (size_t)(duty->due - clock->from),
                        .now = (size_t)(end - clock->from),
                        .now_label = met ? NULL : page_say(request, "Today"),
                        .first_label = say_day(request, clock->from),
                        .due_label = say_day(request, duty->due),
                    });
}

/* ---- how long ago ---- */

static const char *say_ago(const struct http_request *request, instant at) {
    instant seconds = request->sight.now - at;
    int32_t days = today(request) - council_day(request->sight.council, at);
    if (seconds < 0 || days > 6)
        return NULL;
    if (seconds < 60)
        return page_say(request, "just now");
    if (seconds < 3600)
        return counted(request, (int)(seconds / 60), page_say(request, "1 minute ago"),
                       page_say(request, "minutes ago"));
    if (days == 0)
        return counted(request, (int)(seconds / 3600), page_say(request, "1 hour ago"), page_say(request, "hours ago"));
    return counted(request, days, page_say(request, "yesterday"), page_say(request, "days ago"));
}

struct moj_time times_ago(const struct http_request *request, instant at) {
    struct moj_time time = page_moj_time(&request->sight, at);
    const char *ago = say_ago(request, at);
    if (ago != NULL)
        time.text = arena_join(request->a, time.text, " (", ago, ")", NULL);
    return time;
}

void times_ago_draw(struct html *out, const struct http_request *request, instant at) {
    struct moj_time time = times_ago(request, at);
    page_put_time(out, &time);
}
