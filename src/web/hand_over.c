/* Handing over work: several records to somebody else at once, each by the power that hands one on. */
#include "web/form_page.h"
#include "web/handlers.h"

/* The boxes are "chosen_records.1" and so on, as those of a field that takes several things; no field of a pack has an
 * underscore in its name. */
#define RECORDS "chosen_records"
#define ALL "all"
/* What "all" means: those that the page showed, and none that has come since. */
#define SHOWN "shown_records"

/* The one that was asked for or sent; else the first. NULL when there is none. */
static const struct view_hand_over *chosen(const struct http_request *request, const struct view_hand_overs *view) {
    const char *wanted = http_param(request, "procedure");
    if (wanted[0] == '\0')
        wanted = http_query(request, "procedure");
    for (size_t i = 0; i < view->list.count; i++)
        if (text_equal(view->list.at[i].procedure, wanted))
            return &view->list.at[i];
    return view->list.count == 0 ? NULL : &view->list.at[0];
}

static bool is_ticked(const struct http_request *request, const char *ref) {
    for (size_t i = 0; i < request->form.list.count; i++)
        if (text_starts(request->form.list.at[i].name, RECORDS ".") && text_equal(request->form.list.at[i].value, ref))
            return true;
    return false;
}

/* ---- the page ---- */

static void draw_kinds(struct html *out, struct http_request *request, const struct view_hand_overs *view,
                       const struct view_hand_over *group) {
    size_t count = view->list.count;
    struct moj_sub_navigation_item *items = ARENA_ARRAY(request->a, count, struct moj_sub_navigation_item);
    for (size_t i = 0; i < count; i++) {
        const struct view_hand_over *other = &view->list.at[i];
        items[i] = (struct moj_sub_navigation_item){
            .html = page_pack(request, other->title),
            .href = arena_join(request->a, "/hand-over?procedure=", other->procedure, NULL),
            .active = other == group};
    }
    moj_sub_navigation(out, &(struct moj_sub_navigation){.label = html_say(out, "Kind"), .items = {items, count}});
}

static struct markup hint_of(struct http_request *request, const struct view_row *row) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    html_text(out, row->ref);
    html_put(out, ", ");
    html_foreign(out, row->state_title);
    if (row->has_due)
        html_text(out, arena_printf(request->a, html_say(out, ", due %s"),
                                    day_say(request->sight.language, request->a, row->due, DAY_MEDIUM)));
    return html_markup(out);
}

static void draw_boxes(struct html *out, struct http_request *request, const struct view_hand_over *group,
                       const char *problem) {
    struct http_pairs shown = {0};
    const size_t before = group->rows.count > 1 ? 2 : 0; /* "All of these", or */
    struct govuk_checkboxes_item *items =
        ARENA_ARRAY(request->a, before + group->rows.count, struct govuk_checkboxes_item);
    if (before > 0) {
        items[0] = (struct govuk_checkboxes_item){.text = html_say(out, "All of these"),
                                                  .name = RECORDS ".0",
                                                  .value = ALL,
                                                  .behaviour = "exclusive",
                                                  .checked = is_ticked(request, ALL)};
        items[1] = (struct govuk_checkboxes_item){.divider = html_say(out, "or")};
    }
    for (size_t i = 0; i < group->rows.count; i++) {
        const struct view_row *row = &group->rows.at[i];
        LIST_ADD(request->a, &shown.list,
                 ((struct http_pair){arena_printf(request->a, SHOWN ".%zu", i + 1), row->ref}));
        items[before + i] = (struct govuk_checkboxes_item){
            .text = row->title,
            .hint.html = hint_of(request, row),
            .name = arena_printf(request->a, RECORDS ".%zu", i + 1),
            .value = row->ref,
            .checked = is_ticked(request, row->ref),
        };
    }
    page_hidden_fields(out, &shown);
    govuk_checkboxes(out, &(struct govuk_checkboxes){.name = RECORDS,
                                                     .fieldset.legend = {.text = html_say(out, "Which ones?"),
                                                                         .classes = "govuk-fieldset__legend--s"},
                                                     .error_message = page_error(out->language, problem),
                                                     .items = {items, before + group->rows.count}});
}

static void draw_form(struct html *out, struct http_request *request, const struct view_hand_over *group,
                      const struct form_errors *errors, const char *problem) {
    struct clauses clauses = {.a = request->a};
    html_put(out, "<p class=\"govuk-body\">");
    html_foreign(out, group->power.hint);
    clauses_add(out, &clauses, &group->power.cites);
    html_put(out, "</p>");
    page_form_begin(out, request, page_path(request->a, "hand-over", group->procedure, group->power.name));
    draw_boxes(out, request, group, problem);
    form_fields(out, request->a, &group->power.form, &request->form, errors);
    govuk_button(
        out, &(struct govuk_button){.html = page_pack(request, group->power.label), .prevent_double_click = GOVUK_YES});
    govuk_form_end(out);
    clauses_explain(out, &clauses);
}

/* problem: that none was chosen; NULL. */
static void draw(struct http_request *request, struct http_response *response, const struct view_hand_overs *view,
                 const struct form_errors *errors, const char *problem) {
    const struct view_hand_over *group = chosen(request, view);
    struct page page = {.title = page_say(request, "Hand over your work"),
                        .section = "/",
                        .back = "/",
                        .problem = errors->count > 0 || problem != NULL,
                        .no_heading = true};
    struct html out = page_begin(request, &page);
    if (problem != NULL)
        page_problem(&out, "#" RECORDS, problem);
    else if (group != NULL)
        form_error_summary(&out, request->a, &group->power.form, errors);
    page_heading(&out, &page);
    if (view->list.count > 1)
        draw_kinds(&out, request, view, group);
    if (group == NULL)
        govuk_body(&out, html_say(&out, "There is nothing with you that you can hand on."));
    else
        draw_form(&out, request, group, errors, problem);
    page_end(request, response, &out, &page);
    if (page.problem)
        response->status = 422;
}

void handle_hand_over(struct http_request *request, struct http_response *response) {
    struct view_hand_overs view;
    if (sight_hand_overs(&request->sight, &view))
        draw(request, response, &view, &(struct form_errors){0}, NULL);
    else
        http_error(request, response, 500, NULL);
}

/* ---- handing on ---- */

/* What became of one of them. */
struct handed {
    const char *ref;
    struct result result;
};
struct all_handed {
    LIST(struct handed) list;
    size_t done;
};

static const char *why_not(struct http_request *request, const struct result *result) {
    if (result->kind == RESULT_INVALID)
        return result->errors.at[0].say;
    return result->kind == RESULT_REFUSED     ? result->say
           : result->kind == RESULT_NOT_FOUND ? page_say(request, "It is not with you any more.")
                                              : page_say(request, "It could not be saved. Try again in a minute.");
}

/* "Damp in Mill Lane, ENQ-7QK4-2M9D"; the reference alone when it was handed on before. */
static const char *name_of(struct http_request *request, const struct view_hand_overs *before, const char *ref) {
    for (size_t i = 0; i < before->list.count; i++)
        for (size_t k = 0; k < before->list.at[i].rows.count; k++)
            if (text_equal(before->list.at[i].rows.at[k].ref, ref))
                return arena_join(request->a, before->list.at[i].rows.at[k].title, ", ", ref, NULL);
    return ref;
}

static void draw_handed(struct http_request *request, struct http_response *response,
                        const struct view_hand_overs *before, const struct all_handed *all) {
    struct page page = {.title = page_say(request, "What was handed over"), .section = "/", .back = "/hand-over"};
    struct html out = page_begin(request, &page);
    if (all->done > 0)
        page_success(&out, html_say(&out, "Done. What was handed on is with others now."));
    struct govuk_summary_list_row *rows = ARENA_ARRAY(request->a, all->list.count, struct govuk_summary_list_row);
    for (size_t i = 0; i < all->list.count; i++) {
        const struct handed *handed = &all->list.at[i];
        rows[i].key.text = name_of(request, before, handed->ref);
        rows[i].value.text =
            handed->result.kind == RESULT_DONE ? page_say(request, "Handed on") : why_not(request, &handed->result);
    }
    govuk_summary_list(&out, &(struct govuk_summary_list){.rows = {rows, all->list.count}});
    page_end(request, response, &out, &page);
}

/* Each is an act of its own, under a key of its own: sent twice, each is done once. */
static void hand_on(struct http_request *request, struct all_handed *all) {
    const char *key = request->idempotency_key;
    struct values sent = {0}, fields = {0};
    form_values(request->a, &request->form, &sent);
    for (size_t i = 0; i < sent.list.count; i++)
        if (!text_equal(sent.list.at[i].name, RECORDS) && !text_equal(sent.list.at[i].name, SHOWN))
            values_put(request->a, &fields, sent.list.at[i].name, sent.list.at[i].text);
    const char *ticked = values_get(&sent, is_ticked(request, ALL) ? SHOWN : RECORDS);
    char **refs = text_split(request->a, ticked == NULL ? "" : ticked, ' ');
    for (size_t i = 0; refs[i] != NULL && refs[i][0] != '\0'; i++) {
        struct handed handed = {.ref = refs[i]};
        struct request act = {.ref = refs[i], .power = http_param(request, "power"), .fields = fields};
        request->idempotency_key = key == NULL ? NULL : arena_join(request->a, key, " ", refs[i], NULL);
        http_act(request, &act, &handed.result);
        all->done += handed.result.kind == RESULT_DONE;
        LIST_ADD(request->a, &all->list, handed);
    }
}

static bool hands_on(const struct http_request *request) {
    const struct pack *pack = request->sight.council->pack;
    const struct procedure *procedure = pack_procedure(pack, http_param(request, "procedure"));
    const struct power *power = procedure == NULL ? NULL : procedure_power(procedure, http_param(request, "power"));
    return power != NULL && power->handler != NULL;
}

void handle_hand_over_sent(struct http_request *request, struct http_response *response) {
    struct view_hand_overs before;
    struct all_handed all = {0};
    if (!hands_on(request)) {
        http_error(request, response, 404, NULL);
        return;
    }
    if (!sight_hand_overs(&request->sight, &before)) {
        http_error(request, response, 500, NULL);
        return;
    }
    hand_on(request, &all);
    const struct result *first = all.list.count == 0 ? NULL : &all.list.at[0].result;
    if (first == NULL)
        draw(request, response, &before, &(struct form_errors){0}, page_say(request, "Choose at least one record"));
    else if (all.done == 0 && first->kind == RESULT_INVALID)
        draw(request, response, &before, &(struct form_errors){first->errors.at, first->errors.count}, NULL);
    else
        draw_handed(request, response, &before, &all);
}
