/* Why, and why not: each power of the record's procedure, with the clause that allows it or what forbids it. */
#include "web/handlers.h"

/* Of what is allowed the pack gives hints, and no reasons. */
static bool has_same_reason(const struct view_why *one, const struct view_why *other) {
    return one->allowed == other->allowed &&
           (one->allowed || (one->by_pack == other->by_pack && text_equal(one->say, other->say)));
}

/* The first of those with its reason. */
static bool is_first(const struct view_why *why, size_t i) {
    for (size_t k = 0; k < i; k++)
        if (has_same_reason(&why[k], &why[i]))
            return false;
    return true;
}

/* A reason, with all powers of which it holds. */
static void draw_reason(struct html *out, struct clauses *clauses, const struct view_why *why, size_t count,
                        size_t first) {
    html_put(out, "<h2 class=\"govuk-heading-s\">");
    if (why[first].allowed)
        html_text(out, html_say(out, "You can do this now."));
    else if (why[first].by_pack)
        html_foreign(out, why[first].say);
    else
        html_foreign_quotes(out, why[first].say);
    html_put(out, "</h2><ul class=\"govuk-list govuk-list--bullet\">");
    for (size_t i = first; i < count; i++) {
        if (!has_same_reason(&why[first], &why[i]))
            continue;
        html_put(out, "<li>");
        html_foreign(out, why[i].label == NULL ? why[i].power : why[i].label);
        clauses_add(out, clauses, &why[i].cites);
        if (why[i].allowed && why[i].by_pack) {
            html_put(out, "<br><span class=\"comity-quiet\">");
            html_foreign(out, why[i].say);
            html_put(out, "</span>");
        }
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
}

static void draw_those(struct html *out, struct clauses *clauses, const struct view_why *why, size_t count,
                       bool allowed) {
    for (size_t i = 0; i < count; i++)
        if (why[i].allowed == allowed && is_first(why, i))
            draw_reason(out, clauses, why, count, i);
}

static void answer(struct http_request *request, struct http_response *response, const struct view_why *why,
                   size_t count) {
    const char *ref = http_param(request, "ref");
    struct page page = {.title = page_say(request, "What you can do, and why"),
                        .caption = ref,
                        .section = "/records",
                        .back = page_path(request->a, "records", ref)};
    struct html out = page_begin(request, &page);
    struct clauses clauses = {.a = request->a};
    draw_those(&out, &clauses, why, count, true);
    draw_those(&out, &clauses, why, count, false);
    clauses_explain(&out, &clauses);
    page_end(request, response, &out, &page);
}

/* False with the response filled. */
static bool ask(struct http_request *request, struct http_response *response, const char *power,
                struct view_why *why_r) {
    bool found = false;
    if (!sight_why(&request->sight, http_param(request, "ref"), power, why_r, &found)) {
        http_error(request, response, 500, NULL);
        return false;
    }
    if (!found)
        http_error(request, response, 404, NULL);
    return found;
}

static void answer_all(struct http_request *request, struct http_response *response) {
    struct view_record record = {0};
    bool found = false;
    if (!sight_record(&request->sight, http_param(request, "ref"), WITHOUT_FORMS, &record, &found)) {
        http_error(request, response, 500, NULL);
        return;
    }
    const struct procedure *procedure =
        found && record.whole ? pack_procedure(request->sight.council->pack, record.procedure) : NULL;
    if (procedure == NULL) {
        http_error(request, response, 404, NULL);
        return;
    }
    struct view_why *all = ARENA_ARRAY(request->a, procedure->power_count, struct view_why);
    size_t count = 0;
    for (size_t i = 0; i < procedure->power_count; i++)
        if (!procedure->powers[i].clock_only && !ask(request, response, procedure->powers[i].name, &all[count++]))
            return;
    answer(request, response, all, count);
}

void handle_why(struct http_request *request, struct http_response *response) {
    const char *power = http_query(request, "power");
    struct view_why why = {0};
    if (power[0] == '\0')
        answer_all(request, response);
    else if (ask(request, response, power, &why))
        answer(request, response, &why, 1);
}
