#include "web/lists.h"

#include "web/times.h"

static int32_t today(const struct http_request *request) {
    return council_day(request->sight.council, request->sight.now);
}

void list_due(struct html *out, struct http_request *request, const struct view_duty *duty, enum day_style style) {
    page_day_as(out, request->a, duty->due, style);
    html_put(out, " ");
    if (duty->missed || duty->due < today(request))
        moj_badge(out, &(struct moj_badge){.text = html_say(out, "Overdue"), .classes = "moj-badge--red"});
    else if (duty->due == today(request))
        moj_badge(out, &(struct moj_badge){.text = html_say(out, "Today")});
    times_left(out, request, duty);
}

static struct markup record_link(struct http_request *request, const char *ref, const char *title,
                                 const char *procedure) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    if (text_equal(procedure, title)) /* what it is about is not for this reader */
        page_pack_link(out, page_path(request->a, "records", ref), title);
    else
        govuk_link(out, page_path(request->a, "records", ref), title);
    html_put(out, "<br><span class=\"govuk-hint comity-ref\">");
    if (procedure != NULL && strcmp(procedure, title) != 0) {
        html_foreign(out, procedure);
        html_put(out, ", ");
    }
    html_element(out, "span", "comity-unbroken", ref);
    html_put(out, "</span>");
    return html_markup(out);
}

static struct markup due_of(struct http_request *request, const struct view_duty *duty) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    list_due(out, request, duty, DAY_MEDIUM);
    return html_markup(out);
}

/* On a phone the table becomes a list: a day says what it is of; when a record was opened matters less than what is
 * due. */
#define CELL(label) .attributes = GOVUK_ATTRIBUTES({"data-label", page_say(request, (label))})

void list_duties(struct html *out, struct http_request *request, const struct view_duty *duties, size_t count) {
    struct govuk_table table = {.caption = page_say(request, "What you have to do, soonest first"),
                                .caption_classes = "govuk-visually-hidden",
                                .classes = "comity-stacked",
                                .head = GOVUK_LIST(struct govuk_table_cell, {.text = page_say(request, "Record")},
                                                   {.text = page_say(request, "What to do")},
                                                   {.text = page_say(request, "By when")})};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < count; i++) {
        const struct view_duty *duty = &duties[i];
        const struct govuk_table_cell cells[] = {
            {.html = record_link(request, duty->ref, duty->record_title, NULL)},
            {.html = page_pack(request, duty->label)},
            {.text = duty->paused ? page_say(request, "The clock stands still") : NULL,
             .html = duty->paused ? (struct markup){0} : due_of(request, duty),
             CELL("By when")}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

/* With when it takes place, where that is not its title. */
static struct markup state_of(struct http_request *request, const struct view_row *row) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    html_foreign(out, row->state_title);
    if (row->takes_at != INSTANT_NONE && !text_equal(page_moj_time(&request->sight, row->takes_at).text, row->title)) {
        html_put(out, "<div class=\"comity-quiet\">");
        page_time(out, &request->sight, row->takes_at);
        html_put(out, "</div>");
    }
    return html_markup(out);
}

void list_rows(struct html *out, struct http_request *request, const struct view_row *rows, size_t count,
               const char *label) {
    struct govuk_table table = {.caption = label,
                                .caption_classes = "govuk-visually-hidden",
                                .classes = "comity-stacked",
                                .head =
                                    GOVUK_LIST(struct govuk_table_cell, {.text = page_say(request, "Record")},
                                               {.text = page_say(request, "State")}, {.text = page_say(request, "Due")},
                                               {.text = page_say(request, "Opened")})};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < count; i++) {
        const struct view_row *row = &rows[i];
        const struct view_duty due = {.due = row->due, .left = row->left};
        int32_t opened = council_day(request->sight.council, row->opened_at);
        const struct govuk_table_cell cells[] = {
            {.html = record_link(request, row->ref, row->title, row->procedure_title)},
            {.html = state_of(request, row)},
            {.text = row->has_due ? NULL : "–",
             .html = row->has_due ? due_of(request, &due) : (struct markup){0},
             .classes = row->has_due ? NULL : "comity-stacked__none",
             CELL("Due")},
            {.text = day_say(request->sight.language, request->a, opened, DAY_MEDIUM),
             .classes = row->has_due ? "comity-unbroken comity-stacked__none" : "comity-unbroken",
             CELL("Opened")}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

void list_notice_title(struct html *out, const char *title, const char *overdue) {
    if (overdue == NULL)
        html_foreign(out, title);
    else
        html_foreign_in(out, html_say(out, KEPT_OVERDUE), overdue);
}

static void draw_notice_link(struct html *out, struct http_request *request, const struct view_notice *notice) {
    html_put(out, "<a class=\"govuk-link\"");
    html_attribute(out, "href", page_path(request->a, "records", notice->record_ref));
    html_put(out, ">");
    list_notice_title(out, notice->title, notice->overdue);
    html_put(out, "</a>");
}

/* Of five that are overdue one wants to know which. */
static void draw_notice_record(struct html *out, const struct view_notice *notice) {
    html_text(out, notice->record_title);
    html_put(out, ", ");
    html_element(out, "span", "comity-unbroken", notice->record_ref);
    html_put(out, "<br>");
}

void list_notices(struct html *out, struct http_request *request, const struct view_notice *notices, size_t count) {
    struct clauses clauses = {.a = request->a};
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < count; i++) {
        const struct view_notice *notice = &notices[i];
        html_put(out, "<li><strong>");
        if (notice->record_ref != NULL)
            draw_notice_link(out, request, notice);
        else
            list_notice_title(out, notice->title, notice->overdue);
        html_put(out, "</strong>");
        clauses_add(out, &clauses, &notice->cites);
        html_put(out, "<br>");
        if (notice->record_ref != NULL)
            draw_notice_record(out, notice);
        html_foreign(out, notice->say);
        html_put(out, "<br><span class=\"comity-quiet\">");
        times_ago_draw(out, request, notice->at);
        html_put(out, "</span></li>");
    }
    html_put(out, "</ul>");
    clauses_explain(out, &clauses);
}
