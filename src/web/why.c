/* Why, and why not: each power of the record's procedure, with the clause that allows it or what forbids it. */
#include "web/handlers.h"

static void draw_one(struct html *out, struct clauses *clauses, const struct view_why *why) {
    page_pack_heading(out, 3, "s", why->label == NULL ? why->power : why->label);
    html_put(out, "<p class=\"govuk-body\">");
    if (why->by_pack)
        html_foreign(out, why->say);
    else
        html_foreign_quotes(out, why->say);
    clauses_add(out, clauses, &why->cites);
    html_put(out, "</p>");
}

static void draw_those(struct html *out, struct clauses *clauses, const struct view_why *why, size_t count,
                       bool allowed) {
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        if (why[i].allowed != allowed)
            continue;
        if (!begun)
            govuk_heading(out, 2, "m",
                          allowed ? html_say(out, "What you can do") : html_say(out, "What you cannot do"));
        begun = true;
        draw_one(out, clauses, &why[i]);
    }
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
    draw_those(&out, &clauses, why, count, false);
    draw_those(&out, &clauses, why, count, true);
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
