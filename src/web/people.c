/* Who is who: Members and Officers. */
#include "web/directory_page.h"
#include "web/handlers.h"

void directory_sections(struct html *out, struct http_request *request, const char *path) {
    static const struct {
        const char *path, *text;
    } sections[] = {{"/people", SAID("People")},
                    {"/groups", SAID("Groups")},
                    {"/services", SAID("Services")},
                    {"/wards", SAID("Wards")},
                    {"/bodies", SAID("Committees and bodies")}};
    struct moj_sub_navigation_item items[LENGTH_OF(sections)];
    for (size_t i = 0; i < LENGTH_OF(sections); i++)
        items[i] = (struct moj_sub_navigation_item){.text = page_word(request, sections[i].text),
                                                    .href = sections[i].path,
                                                    .active = strcmp(sections[i].path, path) == 0};
    moj_sub_navigation(out, &(struct moj_sub_navigation){.label = page_say(request, "Who is who"),
                                                         .items = {items, LENGTH_OF(items)}});
}

static struct markup name_of(struct http_request *request, const struct view_contact *contact) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    if (contact->person.id != NULL)
        govuk_link(out, page_path(request->a, "people", contact->person.id), contact->person.name);
    else
        html_text(out, contact->person.name);
    return html_markup(out);
}

static const char *posts_of(struct http_request *request, const struct view_contact *contact) {
    struct buf posts = {.arena = request->a};
    for (size_t i = 0; i < contact->posts.count; i++)
        buf_addf(&posts, "%s%s", i > 0 ? "; " : "", contact->posts.at[i]);
    if (posts.length == 0 && contact->ward != NULL)
        buf_adds(&posts, contact->ward);
    return posts.length > 0 ? buf_text(&posts) : "–";
}

void directory_contacts(struct html *out, struct http_request *request, const struct view_contact *contacts,
                        size_t count) {
    const char *second = arena_printf(request->a, page_say(request, "Posts, or %s"), page_word(request, "ward"));
    struct govuk_table table = {.caption = page_say(request, "People"),
                                .caption_classes = "govuk-visually-hidden",
                                .classes = "comity-stacked",
                                .head = GOVUK_LIST(struct govuk_table_cell, {.text = page_say(request, "Name")},
                                                   {.text = second}, {.text = page_say(request, "Group or service")})};
    govuk_table_begin(out, &table);
    for (size_t i = 0; i < count; i++) {
        const struct view_contact *contact = &contacts[i];
        const char *of = contact->group != NULL ? contact->group : contact->service;
        const struct govuk_table_cell cells[] = {
            {.html = name_of(request, contact)},
            {.text = posts_of(request, contact), .classes = "comity-stacked__beside"},
            {.text = of == NULL ? "–" : of, .classes = of == NULL ? "comity-stacked__none" : "comity-stacked__beside"}};
        govuk_table_row(out, &table, &(struct govuk_table_row){.cells = {cells, LENGTH_OF(cells)}});
    }
    govuk_table_end(out);
}

static void draw_search(struct html *out, struct http_request *request, const char *kind, const char *words,
                        bool restricts) {
    struct govuk_radios_item kinds[] = {
        {.text = page_say(request, "Everyone"), .value = "all"},
        {.text = page_word(request, "Members"), .value = "member"},
        {.text = page_word(request, "Officers"), .value = "officer"},
        {.text = page_say(request, "Holders of politically restricted posts"), .value = "restricted"}};
    govuk_form_begin(out, &(struct govuk_form){.action = "/people", .method = "get"});
    govuk_input(out, &(struct govuk_input){.label.text = page_say(request, "Name"),
                                           .name = "words",
                                           .value = words,
                                           .classes = "govuk-input--width-20"});
    govuk_radios(out, &(struct govuk_radios){
                          .fieldset.legend = {.text = page_say(request, "Show"), .classes = "govuk-visually-hidden"},
                          .name = "kind",
                          .value = kind == NULL ? "all" : kind,
                          .classes = "govuk-radios--inline govuk-radios--small",
                          .items = {kinds, restricts ? LENGTH_OF(kinds) : LENGTH_OF(kinds) - 1}});
    govuk_button(out, &(struct govuk_button){.text = page_say(request, "Find"), .classes = "govuk-button--secondary"});
    govuk_form_end(out);
}

void handle_people(struct http_request *request, struct http_response *response) {
    const char *kind = http_query(request, "kind"), *words = http_query(request, "words");
    struct view_people people = {0};
    static const char *const kinds[] = {"member", "officer", "restricted"};
    size_t k = 0;
    while (k < LENGTH_OF(kinds) && strcmp(kind, kinds[k]) != 0)
        k++;
    kind = k < LENGTH_OF(kinds) ? kinds[k] : NULL;
    sight_people(&request->sight, kind, words[0] == '\0' ? NULL : words, &people);
    struct page page = {.title = page_say(request, "People"), .section = "/people", .wide = true};
    struct html out = page_begin(request, &page);
    directory_sections(&out, request, "/people");
    draw_search(&out, request, kind, words, people.restricts);
    if (text_equal(kind, "restricted"))
        clauses_shown(&out, request, "restricted", page_say(request, "What the holder of such a post may not do"));
    if (people.list.count > 0)
        directory_contacts(&out, request, people.list.at, people.list.count);
    else
        govuk_body(&out, html_say(&out, "Nobody of that name. Try a part of the name."));
    page_end(request, response, &out, &page);
}

/* ---- one person ---- */

static struct markup unit_link(struct http_request *request, const char *kind, const char *id, const char *name) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    if (id != NULL)
        govuk_link(out, page_path(request->a, kind, id), name);
    return html_markup(out);
}

static const char *term_of(struct http_request *request, const struct view_tenure *tenure) {
    const struct language *in = request->sight.language;
    if (tenure->from == DAY_FIRST && tenure->to == DAY_LAST)
        return page_say(request, "Now");
    const char *from = tenure->from == DAY_FIRST ? NULL : day_say(in, request->a, tenure->from, DAY_FULL);
    const char *to = tenure->to == DAY_LAST ? NULL : day_say(in, request->a, tenure->to, DAY_FULL);
    if (from == NULL)
        return arena_printf(request->a, page_say(request, "Until %s"), to);
    return to == NULL ? arena_printf(request->a, page_say(request, "Since %s"), from)
                      : arena_printf(request->a, page_say(request, "%s to %s"), from, to);
}

static void draw_tenures(struct html *out, struct http_request *request, const struct view_contact *contact) {
    if (contact->tenures.count == 0)
        return;
    struct govuk_summary_list_row *rows =
        ARENA_ARRAY(request->a, contact->tenures.count, struct govuk_summary_list_row);
    for (size_t i = 0; i < contact->tenures.count; i++) {
        const struct view_tenure *tenure = &contact->tenures.at[i];
        rows[i].key.text = tenure->organization == NULL || strstr(tenure->title, tenure->organization) != NULL
                               ? tenure->title
                               : arena_printf(request->a, "%s, %s", tenure->title, tenure->organization);
        const char *term = term_of(request, tenure);
        rows[i].value.text =
            tenure->restricted ? arena_printf(request->a, page_say(request, "%s. A politically restricted post."), term)
            : tenure->outside  ? arena_printf(request->a, page_say(request, "%s. An outside body."), term)
                               : term;
    }
    govuk_heading(out, 2, "m", html_say(out, "Posts and terms"));
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, contact->tenures.count}});
}

static struct markup manager_of(struct http_request *request, const struct view_contact *contact) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    page_person(out, request->a, &contact->manager);
    return html_markup(out);
}

void handle_person(struct http_request *request, struct http_response *response) {
    struct view_contact contact = {0};
    if (!sight_person(&request->sight, http_param(request, "id"), &contact)) {
        http_error(request, response, 404, NULL);
        return;
    }
    bool member = strcmp(contact.kind, "member") == 0;
    struct page page = {.title = contact.person.name,
                        .caption = page_word(request, member ? SAID("Member") : SAID("Officer")),
                        .section = "/people",
                        .back = "/people"};
    struct html out = page_begin(request, &page);
    const struct govuk_summary_list_row rows[] = {
        {.key.text = page_say(request, "Posts"),
         .value.text = posts_of(request, &contact),
         .omit = contact.posts.count == 0},
        {.key.text = page_say(request, "Group"),
         .value.html = unit_link(request, "groups", contact.group_id, contact.group),
         .omit = contact.group == NULL},
        {.key.text = page_word(request, "Ward"),
         .value.html = unit_link(request, "wards", contact.ward_id, contact.ward),
         .omit = contact.ward == NULL},
        {.key.text = page_say(request, "Service"),
         .value.html = unit_link(request, "services", contact.service_id, contact.service),
         .omit = contact.service == NULL},
        {.key.text = page_say(request, "Line manager"),
         .value.html = manager_of(request, &contact),
         .omit = contact.manager.name == NULL},
        {.key.text = page_say(request, "E-mail"), .value.text = contact.email, .omit = contact.email == NULL}};
    govuk_summary_list(&out, &(struct govuk_summary_list){.rows = {rows, LENGTH_OF(rows)}});
    draw_tenures(&out, request, &contact);
    clauses_shown(&out, request, member ? "members" : "officers",
                  page_say(request, "What the protocol says of the role"));
    bool restricted = false;
    for (size_t i = 0; i < contact.tenures.count; i++)
        restricted = restricted || (contact.tenures.at[i].now && contact.tenures.at[i].restricted);
    if (restricted)
        clauses_shown(&out, request, "restricted", page_say(request, "What the holder of such a post may not do"));
    page_end(request, response, &out, &page);
}
