/* A record's page: what it is about, what was written, and the three boxes beside it. record_boxes.c draws those. */
#include "web/record.h"

#include <ctype.h>

#include "web/handlers.h"
#include "web/lists.h"
#include "web/times.h"

/* "Answered" for "answered". */
static const char *capitalised(struct arena *a, const char *say) {
    char *text = arena_strdup(a, say);
    text[0] = (char)toupper((unsigned char)text[0]);
    return text;
}

/* ---- what was just done ---- */

static void draw_sent(struct html *out, struct http_request *request, const struct view_record *record) {
    struct html text = page_piece(request);
    html_text(&text, html_say(&text, "Your reference"));
    html_put(&text, "<br><strong>");
    html_text(&text, record->ref);
    html_put(&text, "</strong>");
    govuk_panel(out, &(struct govuk_panel){
                         .title.text = page_say(request, "Sent"), .heading_level = 2, .html = html_markup(&text)});
}

/* The address names the power; the timeline says whether this person did use it last. */
static void draw_done(struct html *out, struct http_request *request, const struct view_record *record) {
    const char *done = http_query(request, "done");
    if (done[0] == '\0' || record->events.count == 0)
        return;
    const struct view_event *last = &record->events.at[record->events.count - 1];
    if (text_equal(last->power, done) && last->by.is_viewer)
        page_success(out, arena_printf(request->a, html_say(out, "Done. You %s."), last->say));
}

/* ---- what it is ---- */

static struct markup identity_of(struct http_request *request, const struct view_record *record) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    html_element(out, "strong", NULL, record->ref);
    if (!record->whole)
        return html_markup(out);
    html_put(out, " ");
    moj_badge(out, &(struct moj_badge){.html = page_pack(request, record->state_title),
                                       .classes = record->open ? NULL : "moj-badge--grey"});
    html_put(out, " <span>");
    if (record->opener.is_viewer && record->opener.id == NULL) { /* a guest, whose name for themselves begins a line */
        html_text(out, html_say(out, "Opened by you"));
    } else {
        html_text(out, html_say(out, "Opened by"));
        html_put(out, " ");
        page_person(out, request->a, &record->opener);
    }
    html_put(out, ", ");
    page_day(out, request->a, council_day(request->sight.council, record->opened_at));
    html_put(out, "</span> ");
    if (record->service != NULL)
        html_element(out, "span", NULL, record->service);
    return html_markup(out);
}

static void draw_status(struct html *out, const char *status) {
    html_put(out, "<p class=\"govuk-body-l\"");
    html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, status);
    html_put(out, "</p>");
}

static void draw_identity(struct html *out, struct http_request *request, const struct view_record *record) {
    if (record->status != NULL)
        draw_status(out, record->status);
    moj_identity_bar(out, &(struct moj_identity_bar){.title.html = identity_of(request, record)});
    if (!record->whole)
        govuk_inset_text(out,
                         &(struct govuk_inset_text){
                             .text = html_say(out, "You can see these parts of the record, and not the rest of it.")});
    if (record->takes_place) {
        html_put(out, "<p class=\"govuk-body\">");
        html_text(out, html_say(out, "It takes place on"));
        html_put(out, " <strong>");
        page_time(out, &request->sight, record->takes_place_at);
        if (record->takes_place_until != INSTANT_NONE) {
            html_put(out, " ");
            html_text(out, html_say(out, "to"));
            html_put(out, " ");
            page_clock(out, &request->sight, record->takes_place_until);
        }
        html_put(out, "</strong>.<br>");
        govuk_link(out, page_path(request->a, "records", record->ref, "calendar.ics"),
                   html_say(out, "Add to your calendar"));
        html_put(out, "</p>");
    }
    if (record->whole) {
        html_put(out, "<p class=\"govuk-body comity-narrow-only\">");
        govuk_link(out, "#what-you-can-do", html_say(out, "What you can do"));
        html_put(out, "</p>");
    }
}

/* What is on paper says of what day it is. */
static void draw_printed(struct html *out, struct http_request *request) {
    html_put(out, "<p class=\"govuk-body-s comity-only-print\">");
    html_text(out, html_say(out, "As it was on"));
    html_put(out, " ");
    page_time(out, &request->sight, request->sight.now);
    html_put(out, "</p>");
}

/* ---- what was written ---- */

/* what: "Marked as confidential by"; NULL: what stands above is theirs. */
static void draw_hand(struct html *out, struct http_request *request, const char *what, const struct view_person *by,
                      instant at) {
    html_put(out, "<p class=\"govuk-body-s comity-quiet\">");
    if (what != NULL) {
        html_text(out, what);
        html_put(out, " ");
    }
    page_person(out, request->a, by);
    html_put(out, ", ");
    page_time(out, &request->sight, at);
    html_put(out, "</p>");
}

static void draw_byline(struct html *out, struct http_request *request, const struct view_entry *entry) {
    struct view_person by = entry->by;
    by.name = capitalised(request->a, by.name); /* "a member of the public" begins the line */
    draw_hand(out, request, NULL, &by, entry->at);
}

static void draw_written(struct html *out, const struct view_entry *entry) {
    html_put(out, "<div class=\"comity-written govuk-body\"");
    if (entry->by_pack)
        html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, entry->text);
    html_put(out, "</div>");
}

static void draw_earlier(struct html *out, struct http_request *request, const struct view_part *part,
                         const struct view_entry *latest, const char *heading) {
    govuk_details_begin(out, &(struct govuk_details){.summary.text = html_say(out, "Earlier versions")});
    for (size_t i = 0; i < part->entries.count; i++) {
        const struct view_entry *entry = &part->entries.at[i];
        if (strcmp(entry->field, latest->field) != 0 || entry->version == entry->latest)
            continue;
        html_element(out, heading, "govuk-heading-s",
                     arena_printf(request->a, html_say(out, "Version %d"), entry->version));
        draw_written(out, entry);
        draw_byline(out, request, entry);
    }
    govuk_details_end(out);
}

/* What stands in the page's heading already, and what a later version replaced, is not shown again. */
static bool is_shown(const struct view_record *record, const struct view_part *part, const struct view_entry *entry) {
    return entry->version == entry->latest && (part->entries.count == 1 || strcmp(entry->text, record->title) != 0);
}

/* The next entry that is shown; NULL at the end. */
static const struct view_entry *shown_from(const struct view_record *record, const struct view_part *part, size_t i) {
    for (; i < part->entries.count; i++)
        if (is_shown(record, part, &part->entries.at[i]))
            return &part->entries.at[i];
    return NULL;
}

static bool is_same_hand(const struct view_entry *one, const struct view_entry *other) {
    return one->at == other->at && text_equal(one->by.id, other->by.id) && text_equal(one->by.name, other->by.name);
}

static void draw_mark(struct html *out, const struct view_part *part) {
    if (!part->confidential && !part->marked)
        return;
    html_put(out, " ");
    govuk_tag(out, part->confidential
                       ? &(struct govuk_tag){.text = html_say(out, "Confidential"), .classes = "govuk-tag--red"}
                       : &(struct govuk_tag){.text = html_say(out, "Not confidential"), .classes = "govuk-tag--grey"});
}

/* One line says who wrote all that was sent together. */
static void draw_part(struct html *out, struct http_request *request, const struct view_record *record,
                      const struct view_part *part, struct clauses *clauses) {
    const struct view_entry *entry = shown_from(record, part, 0), *next;
    if (entry == NULL)
        return;
    html_put(out, "<section class=\"comity-part\"><h2 class=\"govuk-heading-m\">");
    html_foreign(out, part->title);
    draw_mark(out, part);
    clauses_add(out, clauses, &part->cites);
    html_put(out, "</h2>");
    if (part->said.by.name != NULL)
        draw_hand(out, request,
                  part->confidential ? html_say(out, "Marked as confidential by")
                                     : html_say(out, "Marked as not confidential by"),
                  &part->said.by, part->said.at);
    bool alone = shown_from(record, part, (size_t)(entry - part->entries.at) + 1) == NULL;
    for (; entry != NULL; entry = next) {
        next = shown_from(record, part, (size_t)(entry - part->entries.at) + 1);
        if (!alone)
            page_pack_heading(out, 3, "s", entry->label);
        draw_written(out, entry);
        if (entry->latest > 1)
            draw_earlier(out, request, part, entry, alone ? "h3" : "h4");
        if (next == NULL || !is_same_hand(entry, next))
            draw_byline(out, request, entry);
    }
    html_put(out, "</section>");
}

static void draw_facts(struct html *out, struct http_request *request, const struct view_record *record) {
    if (record->facts.count == 0)
        return;
    struct govuk_summary_list_row *rows = ARENA_ARRAY(request->a, record->facts.count, struct govuk_summary_list_row);
    for (size_t i = 0; i < record->facts.count; i++) {
        const struct view_entry *fact = &record->facts.at[i];
        rows[i] = (struct govuk_summary_list_row){
            .key.html = page_pack(request, fact->label),
            .value = {.text = fact->text,
                      .html = fact->by_pack ? page_pack(request, fact->text) : (struct markup){0},
                      .classes = "comity-written"}};
    }
    govuk_heading(out, 2, "m", html_say(out, "Details"));
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, record->facts.count}});
}

static void draw_linked(struct html *out, struct http_request *request, const struct view_record *record) {
    if (record->linked.count == 0)
        return;
    govuk_heading(out, 2, "m", html_say(out, "Linked"));
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < record->linked.count; i++) {
        const struct view_link *link = &record->linked.at[i];
        html_put(out, "<li>");
        govuk_link(out, page_path(request->a, "records", link->ref), link->title);
        html_put(out, "<br><span class=\"govuk-hint comity-ref\">");
        bool has_title = strcmp(link->title, link->procedure_title) != 0;
        if (has_title)
            html_foreign(out, link->procedure_title);
        if (has_title)
            html_put(out, ", ");
        if (link->state_title != NULL)
            html_foreign(out, link->state_title);
        if (link->state_title != NULL)
            html_put(out, ", ");
        html_element(out, "span", "comity-unbroken", link->ref);
        html_put(out, "</span></li>");
    }
    html_put(out, "</ul>");
}

static void draw_parts(struct html *out, struct http_request *request, struct clauses *clauses,
                       const struct view_record *record) {
    for (size_t i = 0; i < record->parts.count; i++)
        draw_part(out, request, record, &record->parts.at[i], clauses);
}

void record_written(struct html *out, struct http_request *request, const struct view_record *record) {
    struct clauses clauses = {.a = request->a};
    draw_parts(out, request, &clauses, record);
    clauses_explain(out, &clauses);
    draw_facts(out, request, record);
}

/* ---- what happened ---- */

static struct markup said_of(struct http_request *request, const struct view_event *event) {
    const char *say = capitalised(request->a, event->say);
    if (event->by_pack)
        return page_pack(request, say);
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    html_text(out, say);
    return html_markup(out);
}

static struct markup byline_of(struct http_request *request, const struct view_event *event, struct clauses *clauses) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    page_person(out, request->a, &event->by);
    clauses_add(out, clauses, &event->cites);
    return html_markup(out);
}

static void draw_timeline(struct html *out, struct http_request *request, struct clauses *clauses,
                          const struct view_record *record) {
    const struct moj_timeline timeline = {.heading_level = 3, .by = page_say(request, "by ")};
    govuk_heading(out, 2, "m", html_say(out, "What happened, newest first"));
    moj_timeline_begin(out, &timeline);
    for (size_t i = record->events.count; i > 0; i--) {
        const struct view_event *event = &record->events.at[i - 1];
        moj_timeline_item(out, &timeline,
                          &(struct moj_timeline_item){.label.html = said_of(request, event),
                                                      .byline.html = byline_of(request, event, clauses),
                                                      .time = times_ago(request, event->at)});
    }
    moj_timeline_end(out);
}

/* ---- the page ---- */

/* A guest has no page of notices: what they were told stands with the record. */
static void draw_notices(struct html *out, struct http_request *request) {
    struct view_home home = {0};
    if (!sight_notices(&request->sight, &home) || home.notices.count == 0)
        return;
    for (size_t i = 0; i < home.notices.count; i++)
        home.notices.at[i].record_ref = NULL; /* they are on its page */
    govuk_heading(out, 2, "m", html_say(out, "What you were told"));
    list_notices(out, request, home.notices.at, home.notices.count);
}

void record_draw(struct http_request *request, struct http_response *response, const struct view_record *record,
                 const char *back) {
    const struct person *viewer = request->sight.viewer;
    bool guest = viewer != NULL && viewer->kind == PERSON_GUEST && back == NULL;
    bool sent = http_query(request, "sent")[0] != '\0';
    struct page page = {.title = record->title,
                        .caption = strcmp(record->title, record->procedure_title) == 0 ? NULL : record->procedure_title,
                        .packs_title = strcmp(record->title, record->procedure_title) == 0,
                        .packs_caption = true,
                        .section = "/records",
                        .back = back,
                        .wide = true};
    struct html out = page_begin(request, &page);
    if (sent)
        draw_sent(&out, request, record);
    else
        draw_done(&out, request, record);
    draw_identity(&out, request, record);
    draw_printed(&out, request);
    html_put(&out, "<div class=\"comity-record\"><div class=\"comity-record__main\">");
    if (guest)
        draw_notices(&out, request);
    struct clauses clauses = {.a = request->a};
    draw_parts(&out, request, &clauses, record);
    html_put(&out, "</div>");
    if (record->whole)
        record_boxes(&out, request, &clauses, record);
    html_put(&out, "<div class=\"comity-record__rest\">");
    draw_facts(&out, request, record);
    draw_linked(&out, request, record);
    if (record->events.count > 0)
        draw_timeline(&out, request, &clauses, record);
    clauses_explain(&out, &clauses);
    html_put(&out, "</div></div>");
    page_end(request, response, &out, &page);
}

/* ---- the calendar ---- */

void handle_record_event(struct http_request *request, struct http_response *response) {
    struct view_record record = {0};
    bool found = false;
    if (!sight_record(&request->sight, http_param(request, "ref"), WITHOUT_FORMS, &record, &found))
        http_error(request, response, 500, NULL);
    else if (!found || !record.takes_place)
        http_error(request, response, 404, NULL);
    else
        http_event(request, response, &record);
}

void handle_record(struct http_request *request, struct http_response *response) {
    struct view_record record = {0};
    bool found = false;
    if (!sight_record(&request->sight, http_param(request, "ref"), WITHOUT_FORMS, &record, &found))
        http_error(request, response, 500, NULL);
    else if (!found)
        http_error(request, response, 404, NULL);
    else
        record_draw(request, response, &record, http_account(request) == NULL ? NULL : "/records");
}
