/* The list of records, with its filter in the address. */
#include "web/handlers.h"
#include "web/lists.h"
#include "web/saved.h"

#define ROWS 25

static void read_filter(const struct http_request *request, struct list_filter *filter) {
    const char *state = http_query(request, "state"), *procedure = http_query(request, "procedure"),
               *words = http_query(request, "words"), *after = http_query(request, "after");
    *filter = (struct list_filter){
        .state = strcmp(state, "closed") == 0 ? LIST_CLOSED
                 : strcmp(state, "all") == 0  ? LIST_ALL
                                              : LIST_OPEN,
        .procedure = procedure[0] == '\0' ? NULL : procedure,
        .words = words[0] == '\0' ? NULL : words,
        .after = after[0] == '\0' ? NULL : after,
        .limit = ROWS,
        .mine = strcmp(http_query(request, "mine"), "yes") == 0,
    };
}

static const char *state_value(const struct list_filter *filter) {
    return filter->state == LIST_ALL ? "all" : filter->state == LIST_CLOSED ? "closed" : "open";
}

/* ---- the filter ---- */

static void add_query(struct buf *path, const char *name, const char *value) {
    if (value == NULL)
        return;
    buf_addf(path, "&%s=", name);
    url_encode(path, value);
}

/* Of the list's address. */
static const char *query_of(struct http_request *request, const struct list_filter *filter, const char *state,
                            const char *after) {
    struct buf path = {.arena = request->a};
    buf_addf(&path, "state=%s", state);
    add_query(&path, "procedure", filter->procedure);
    add_query(&path, "words", filter->words);
    add_query(&path, "mine", filter->mine ? "yes" : NULL);
    add_query(&path, "after", after);
    return buf_text(&path);
}

static const char *list_path(struct http_request *request, const struct list_filter *filter, const char *state,
                             const char *after) {
    return arena_join(request->a, "/records?", query_of(request, filter, state, after), NULL);
}

static void draw_states(struct html *out, struct http_request *request, const struct list_filter *filter) {
    static const struct {
        const char *value, *text;
    } states[] = {{"open", SAID("Open")}, {"closed", SAID("Closed")}, {"all", SAID("All")}};
    struct moj_sub_navigation_item items[LENGTH_OF(states)];
    for (size_t i = 0; i < LENGTH_OF(states); i++)
        items[i] = (struct moj_sub_navigation_item){.text = page_say(request, states[i].text),
                                                    .href = list_path(request, filter, states[i].value, NULL),
                                                    .active = strcmp(states[i].value, state_value(filter)) == 0};
    moj_sub_navigation(
        out, &(struct moj_sub_navigation){.label = page_say(request, "State"), .items = {items, LENGTH_OF(items)}});
}

static int by_title(const void *a, const void *b) {
    const struct govuk_select_item *x = a, *y = b;
    return strcmp(x->text, y->text);
}

static void draw_procedures(struct html *out, struct http_request *request, const struct list_filter *filter) {
    const struct pack *pack = request->sight.council->pack;
    struct govuk_select_item *items = ARENA_ARRAY(request->a, pack->procedure_count + 1, struct govuk_select_item);
    const struct govuk_attribute lang[] = {{"lang", out->foreign}};
    items[0] = (struct govuk_select_item){.text = page_say(request, "All kinds"), .value = ""};
    for (size_t i = 0; i < pack->procedure_count; i++)
        items[i + 1] = (struct govuk_select_item){.text = pack->procedures[i].title,
                                                  .value = pack->procedures[i].name,
                                                  .attributes = {lang, out->foreign == NULL ? 0 : LENGTH_OF(lang)}};
    qsort(items + 1, pack->procedure_count, sizeof(*items), by_title);
    govuk_select(out, &(struct govuk_select){.label.text = page_say(request, "Kind"),
                                             .name = "procedure",
                                             .value = filter->procedure,
                                             .items = {items, pack->procedure_count + 1}});
}

/* A filter that is on: its kind, what it says, and the same list without it. */
struct selected {
    const char *heading, *text;
    struct list_filter without;
    bool by_pack; /* text is the pack's */
};

static size_t selected_of(struct http_request *request, const struct list_filter *filter, struct selected at[3]) {
    const struct procedure *procedure = pack_procedure(request->sight.council->pack, filter->procedure);
    struct list_filter first = *filter;
    first.after = NULL; /* what is narrowed otherwise begins anew */
    size_t count = 0;
    if (filter->words != NULL) {
        at[count] = (struct selected){page_say(request, "Words"), filter->words, first};
        at[count++].without.words = NULL;
    }
    if (procedure != NULL) {
        at[count] = (struct selected){page_say(request, "Kind"), procedure->title, first, .by_pack = true};
        at[count++].without.procedure = NULL;
    }
    if (filter->mine) {
        at[count] = (struct selected){page_say(request, "Whose"), page_say(request, "Only what I opened"), first};
        at[count++].without.mine = false;
    }
    return count;
}

static void draw_selected(struct html *out, struct http_request *request, const struct list_filter *filter) {
    struct selected selected[3];
    struct moj_filter_tag tags[LENGTH_OF(selected)];
    struct moj_filter_category categories[LENGTH_OF(selected)];
    const char *state = state_value(filter);
    size_t count = selected_of(request, filter, selected);
    if (count == 0)
        return;
    for (size_t i = 0; i < count; i++) {
        tags[i] = (struct moj_filter_tag){.text = selected[i].text,
                                          .href = list_path(request, &selected[i].without, state, NULL),
                                          .lang = selected[i].by_pack ? out->foreign : NULL};
        categories[i] =
            (struct moj_filter_category){.heading.text = selected[i].heading, .items = {.at = &tags[i], .count = 1}};
    }
    const struct moj_selected_filters all = {.heading.text = page_say(request, "Selected filters"),
                                             .clear_text = page_say(request, "Clear filters"),
                                             .clear_href = arena_join(request->a, "/records?state=", state, NULL),
                                             .categories = {categories, count}};
    moj_selected_filters(out, &all, page_say(request, "Remove this filter"));
}

static void draw_filter(struct html *out, struct http_request *request, const struct list_filter *filter) {
    const struct govuk_checkboxes_item mine = {
        .text = page_say(request, "Only what I opened"), .value = "yes", .checked = filter->mine};
    const struct govuk_attribute state = {"state", state_value(filter)};
    govuk_form_begin(
        out,
        &(struct govuk_form){.action = "/records", .method = "get", .classes = "comity-filter", .hidden = {&state, 1}});
    draw_selected(out, request, filter);
    govuk_input(out, &(struct govuk_input){.label.text = page_say(request, "Search for words"),
                                           .name = "words",
                                           .value = filter->words,
                                           .classes = "govuk-!-width-two-thirds"});
    govuk_details_begin(out, &(struct govuk_details){.summary.text = page_say(request, "More filters")});
    draw_procedures(out, request, filter);
    govuk_checkboxes(
        out, &(struct govuk_checkboxes){.name = "mine", .items = {&mine, 1}, .classes = "govuk-checkboxes--small"});
    govuk_details_end(out);
    govuk_button(out, &(struct govuk_button){.text = page_say(request, "Search")});
    govuk_form_end(out);
}

/* ---- the list ---- */

/* The procedure that the list is narrowed to, when it is a register; NULL. */
static const struct view_procedure *register_of(struct http_request *request, const struct list_filter *filter) {
    const struct procedure *procedure = pack_procedure(request->sight.council->pack, filter->procedure);
    return procedure == NULL || procedure->register_title == NULL
               ? NULL
               : sight_procedure(&request->sight, procedure->name, NULL);
}

static void draw_register(struct html *out, struct http_request *request, const struct view_procedure *procedure) {
    page_pack_body(out, procedure->summary);
    if (procedure->allowed)
        govuk_button(out, &(struct govuk_button){.html = page_pack(request, procedure->start),
                                                 .href = page_path(request->a, "start", procedure->name)});
}

static bool asks_for_everything(const struct list_filter *filter) {
    return filter->words == NULL && !filter->mine && filter->after == NULL;
}

static void draw_nothing(struct html *out, struct http_request *request, const struct list_filter *filter) {
    const struct procedure *procedure = pack_procedure(request->sight.council->pack, filter->procedure);
    if (procedure != NULL && procedure->empty != NULL && filter->state == LIST_ALL && asks_for_everything(filter)) {
        page_pack_body(out, procedure->empty);
    } else if (filter->procedure == NULL && filter->state == LIST_OPEN && asks_for_everything(filter)) {
        govuk_body(out,
                   html_say(out,
                            "There are no open records that you can see. What you ask, and what is asked of you, will "
                            "stand here."));
        html_put(out, "<p class=\"govuk-body\">");
        govuk_link(out, "/start", html_say(out, "Start something"));
        html_put(out, "</p>");
    } else {
        govuk_body(out, html_say(out, "No records match. Try fewer words, another kind, or all states."));
    }
}

static void draw_list(struct html *out, struct http_request *request, const struct list_filter *filter,
                      const struct view_list *list) {
    if (list->rows.count > 0)
        list_rows(out, request, list->rows.at, list->rows.count, html_say(out, "Records, newest first"));
    else if (list->unfinished)
        govuk_body(
            out,
            html_say(out,
                     "No records match so far. Search further for older ones, or try words that are less common."));
    else
        draw_nothing(out, request, filter);
    struct govuk_pagination pages = {.landmark_label = page_say(request, "Parts of the list")};
    if (filter->after != NULL)
        pages.previous = (struct govuk_pagination_link){.href = list_path(request, filter, state_value(filter), NULL),
                                                        .text = page_say(request, "Newest")};
    if (list->next != NULL)
        pages.next = (struct govuk_pagination_link){.href = list_path(request, filter, state_value(filter), list->next),
                                                    .text = list->unfinished ? page_say(request, "Search further")
                                                                             : page_say(request, "Older")};
    if (filter->after != NULL || list->next != NULL)
        govuk_pagination(out, &pages);
}

void handle_records(struct http_request *request, struct http_response *response) {
    struct list_filter filter;
    struct view_list list = {0};
    read_filter(request, &filter);
    if (!sight_list(&request->sight, &filter, &list)) {
        http_error(request, response, 500, NULL);
        return;
    }
    const struct view_procedure *kept = register_of(request, &filter);
    struct page page = {.title = kept == NULL ? page_say(request, "Records") : kept->register_title,
                        .packs_title = kept != NULL,
                        .section = "/records",
                        .wide = true};
    struct html out = page_begin(request, &page);
    if (kept != NULL)
        draw_register(&out, request, kept);
    draw_states(&out, request, &filter);
    draw_filter(&out, request, &filter);
    saved_links(&out, request, query_of(request, &filter, state_value(&filter), NULL));
    draw_list(&out, request, &filter, &list);
    page_end(request, response, &out, &page);
}
