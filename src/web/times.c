#include "web/times.h"

#include "govuk/chart.h"

static int32_t today(const struct http_request *request) {
    return council_day(request->sight.council, request->sight.now);
}

/* ---- how long to a day ---- */

/* As of terms: a text for each number that some language says otherwise. */
struct counted {
    const char *one, *two, *many;
};

static const char *say_counted(const struct http_request *request, int number, const struct counted *texts) {
    if (number == 1 || number == 2)
        return text_say(request->sight.language, number == 1 ? texts->one : texts->two);
    return arena_printf(request->a, text_say(request->sight.language, texts->many), number);
}

static const char *say_working_days_late(const struct http_request *request, int number) {
    static const struct counted late = {SAID("1 working day late"), SAID("2 working days late"),
                                        SAID("%d working days late")};
    return say_counted(request, number, &late);
}

/* NULL on the day itself, and where there is a weekend or less between. */
static const char *say_left(const struct http_request *request, const struct view_duty *duty) {
    static const struct counted working = {SAID("1 working day left"), SAID("2 working days left"),
                                           SAID("%d working days left")},
                                all = {SAID("1 day left"), SAID("2 days left"), SAID("%d days left")};
    int32_t days = duty->due - today(request);
    if (duty->left < 0)
        return say_working_days_late(request, -duty->left);
    if (duty->left > 0)
        return say_counted(request, duty->left, &working);
    return days > 0 ? say_counted(request, days, &all) : NULL;
}

void times_left(struct html *out, struct http_request *request, const struct view_duty *duty) {
    const char *left = say_left(request, duty);
    if (left != NULL)
        html_element(out, "div", "comity-quiet", left);
}

/* "in time" covers what a weekend lies between. */
static const char *say_met(const struct http_request *request, const struct view_duty *duty) {
    static const struct counted early = {SAID("1 working day early"), SAID("2 working days early"),
                                         SAID("%d working days early")};
    if (duty->left < 0)
        return say_working_days_late(request, -duty->left);
    if (duty->left > 0)
        return say_counted(request, duty->left, &early);
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
    static const struct counted in_minutes = {SAID("1 minute ago"), SAID("2 minutes ago"), SAID("%d minutes ago")},
                                in_hours = {SAID("1 hour ago"), SAID("2 hours ago"), SAID("%d hours ago")},
                                in_days = {SAID("yesterday"), SAID("2 days ago"), SAID("%d days ago")};
    instant seconds = request->sight.now - at;
    int32_t days = today(request) - council_day(request->sight.council, at);
    if (seconds < 0 || days > 6)
        return NULL;
    if (seconds < 60)
        return page_say(request, "just now");
    if (seconds < 3600)
        return say_counted(request, (int)(seconds / 60), &in_minutes);
    if (days == 0)
        return say_counted(request, (int)(seconds / 3600), &in_hours);
    return say_counted(request, days, &in_days);
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
