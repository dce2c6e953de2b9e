#include "web/record.h"

#include "web/lists.h"
#include "web/readers.h"
#include "web/times.h"

static void box_begin(struct html *out, const char *id, bool late, const char *title) {
    html_put(out, "<section");
    html_attribute(out, "class", late ? "comity-box comity-box--late" : "comity-box");
    html_attribute(out, "id", id);
    html_put(out, ">");
    html_element(out, "h2", "comity-box__title", title);
}

/* ---- what you can do ---- */

#define POWER_LINK "govuk-link comity-power"

/* What can be begun about this record: the address fills in which one it is about. */
static void draw_offer(struct html *out, struct http_request *request, struct clauses *clauses,
                       const struct view_record *record, const struct view_offer *offer) {
    html_put(out, "<li>");
    page_pack_link_as(out, POWER_LINK,
                      arena_printf(request->a, "%s?%s=%s", page_path(request->a, "start", offer->procedure),
                                   offer->field, record->ref),
                      offer->start);
    clauses_add(out, clauses, &offer->cites);
    html_put(out, "</li>");
}

static void draw_powers(struct html *out, struct http_request *request, struct clauses *clauses,
                        const struct view_record *record) {
    box_begin(out, "what-you-can-do", false, html_say(out, "What you can do"));
    size_t count = record->powers.count + record->offers.count;
    if (count == 0)
        html_element(out, "p", NULL, html_say(out, "Nothing at present."));
    else
        html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < record->powers.count; i++) {
        const struct view_power *power = &record->powers.at[i];
        html_put(out, "<li>");
        page_pack_link_as(out, POWER_LINK, page_path(request->a, "records", record->ref, power->name), power->label);
        clauses_add(out, clauses, &power->cites);
        if (power->hint != NULL) {
            html_put(out, "<div class=\"comity-quiet\"");
            html_optional(out, "lang", out->foreign);
            html_put(out, ">");
            html_text(out, power->hint);
            html_put(out, "</div>");
        }
        html_put(out, "</li>");
    }
    for (size_t i = 0; i < record->offers.count; i++)
        draw_offer(out, request, clauses, record, &record->offers.at[i]);
    if (count > 0)
        html_put(out, "</ul>");
    html_put(out, "<p>");
    govuk_link(out, page_path(request->a, "records", record->ref, "why"), html_say(out, "What you cannot do, and why"));
    html_put(out, "</p></section>");
}

/* ---- what must happen next ---- */

/* Who owes what. */
static void draw_owed(struct html *out, struct clauses *clauses, const struct view_duty *duty) {
    html_put(out, "<strong>");
    html_text(out, duty->mine ? html_say(out, "You") : duty->bearer);
    html_put(out, "</strong>: ");
    html_foreign(out, duty->label);
    clauses_add(out, clauses, &duty->cites);
}

static void draw_duty(struct html *out, struct http_request *request, struct clauses *clauses,
                      const struct view_duty *duty, size_t number) {
    html_put(out, "<li>");
    draw_owed(out, clauses, duty);
    html_put(out, "<div>");
    if (duty->paused) {
        html_text(out, arena_printf(request->a, html_say(out, "The clock stands still. Working days that remain: %d."),
                                    duty->left));
    } else {
        html_text(out, html_say(out, "By"));
        html_put(out, " ");
        list_due(out, request, duty, DAY_FULL);
    }
    html_put(out, "</div>");
    times_clock(out, request, duty, number);
    if (duty->late != NULL) {
        const char *late = duty->late_many ? html_say(out, "If it is late, %s are told.")
                                           : html_say(out, "If it is late, %s is told.");
        html_element(out, "div", "comity-quiet", arena_printf(request->a, late, duty->late));
    }
    if (duty->sentence != NULL) {
        govuk_details_begin(out, &(struct govuk_details){.summary.text = html_say(out, "How that day was counted")});
        html_element(out, "p", NULL, duty->sentence);
        govuk_details_end(out);
    }
    html_put(out, "</li>");
}

/* number: the clocks before theirs. */
static void draw_met(struct html *out, struct http_request *request, struct clauses *clauses,
                     const struct view_record *record, size_t number) {
    if (record->met.count == 0)
        return;
    govuk_details_begin(out, &(struct govuk_details){.summary.text = html_say(out, "What was due before")});
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < record->met.count; i++) {
        html_put(out, "<li>");
        draw_owed(out, clauses, &record->met.at[i]);
        html_put(out, "<div>");
        times_met(out, request, &record->met.at[i]);
        html_put(out, "</div>");
        times_clock(out, request, &record->met.at[i], number + i);
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
    govuk_details_end(out);
}

static void draw_duties(struct html *out, struct http_request *request, struct clauses *clauses,
                        const struct view_record *record) {
    bool late = false;
    for (size_t i = 0; i < record->duties.count; i++)
        late = late || record->duties.at[i].missed;
    box_begin(out, "what-must-happen", late, html_say(out, "What must happen next, by when"));
    if (record->duties.count == 0)
        html_element(out, "p", NULL,
                     record->open ? html_say(out, "Nothing is due at present.")
                                  : html_say(out, "Nothing more: this is closed."));
    else
        html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < record->duties.count; i++)
        draw_duty(out, request, clauses, &record->duties.at[i], i);
    if (record->duties.count > 0)
        html_put(out, "</ul>");
    draw_met(out, request, clauses, record, record->duties.count);
    html_put(out, "</section>");
}

/* ---- who can see it ---- */

static void draw_told(struct html *out, struct http_request *request, struct clauses *clauses,
                      const struct view_record *record) {
    if (record->told.count == 0)
        return;
    html_element(out, "h3", "govuk-heading-s", html_say(out, "Who was told"));
    html_put(out, "<ul class=\"govuk-list\">");
    for (size_t i = 0; i < record->told.count; i++) {
        const struct view_told *told = &record->told.at[i];
        html_put(out, "<li>");
        html_text(out, told->who);
        html_put(out, ": ");
        list_notice_title(out, told->title, told->overdue);
        clauses_add(out, clauses, &told->cites);
        html_put(out, "<div class=\"comity-quiet\">");
        page_time(out, &request->sight, told->at);
        html_put(out, "</div></li>");
    }
    html_put(out, "</ul>");
}

static void draw_audience(struct html *out, struct http_request *request, struct clauses *clauses,
                          const struct view_record *record) {
    box_begin(out, "who-can-see", false, html_say(out, "Who can see this"));
    readers_of(out, request, clauses, pack_procedure(request->sight.council->pack, record->procedure),
               &record->audience);
    html_element(out, "p", NULL, html_say(out, "Nobody else can open it or find it."));
    draw_told(out, request, clauses, record);
    html_put(out, "</section>");
}

void record_boxes(struct html *out, struct http_request *request, struct clauses *clauses,
                  const struct view_record *record) {
    html_put(out, "<aside class=\"comity-record__aside\"");
    html_attribute(out, "aria-label", html_say(out, "Powers, duties and readers"));
    html_put(out, ">");
    draw_powers(out, request, clauses, record);
    draw_duties(out, request, clauses, record);
    draw_audience(out, request, clauses, record);
    html_put(out, "</aside>");
}
