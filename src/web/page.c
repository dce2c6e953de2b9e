#include "web/page.h"

#include "web/assets.h"
#include "web/language.h"

const char *page_say(const struct http_request *request, const char *english) {
    return text_say(request->sight.language, english);
}

const char *page_word(const struct http_request *request, const char *word) {
    const struct council *council = request->sight.council;
    return council == NULL ? page_say(request, word) : pack_word_in(council->pack, request->sight.language, word);
}

struct html page_piece(const struct http_request *request) {
    const struct council *council = request->sight.council;
    struct html piece = HTML_IN(request->a);
    piece.language = request->sight.language;
    if (council != NULL && !text_equal(council->pack->language, language_code(piece.language)))
        piece.foreign = council->pack->language;
    return piece;
}

/* ---- texts of the pack ---- */

struct markup page_pack(const struct http_request *request, const char *text) {
    struct html page = page_piece(request);
    return html_foreign_piece(&page, request->a, text);
}

void page_pack_link(struct html *out, const char *href, const char *text) {
    page_pack_link_as(out, "govuk-link", href, text);
}

void page_pack_link_as(struct html *out, const char *classes, const char *href, const char *text) {
    html_put(out, "<a");
    html_attribute(out, "class", classes);
    html_attribute(out, "href", href);
    html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</a>");
}

void page_pack_body(struct html *out, const char *text) {
    html_put(out, "<p class=\"govuk-body\"");
    html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</p>");
}

void page_pack_heading(struct html *out, unsigned level, const char *size, const char *text) {
    html_put(out, "<h");
    html_number(out, level);
    html_put(out, " class=\"govuk-heading-");
    html_text(out, size);
    html_put(out, "\"");
    html_optional(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</h");
    html_number(out, level);
    html_put(out, ">");
}

/* ---- around the page ---- */

static const char *service_name(const struct http_request *request) {
    return page_word(request, SAID("Member Contact Centre"));
}

static const char *title_of(struct http_request *request, const struct page *page) {
    const struct council *council = request->sight.council;
    return arena_join(request->a, page->problem ? page_say(request, "Error: ") : "", page->title, " – ",
                      service_name(request), council == NULL ? "" : " – ", council == NULL ? "" : council->name, NULL);
}

/* One for all forms of a page. */
static const char *form_token(struct http_request *request) {
    if (request->form_token == NULL)
        request->form_token = session_form_token(
            request->a, rng_branch(engine_rng(request->sight.engine), request->a, "form token"), request->session);
    return request->form_token;
}

/* Who is signed in, and the way out. */
static struct markup signed_in(struct http_request *request) {
    if (request->sight.viewer == NULL || request->session == NULL)
        return (struct markup){0};
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = HTML_IN(request->a);
    html_put(out, "<form class=\"comity-signed-in\" action=\"/sign-out\" method=\"post\"><input type=\"hidden\"");
    html_attribute(out, "name", SESSION_TOKEN_FIELD);
    html_attribute(out, "value", form_token(request));
    html_put(out, "><span class=\"comity-signed-in__name\">");
    bool guest = request->sight.viewer->kind == PERSON_GUEST;
    html_text(out, guest ? page_say(request, "Without an account") : request->sight.viewer->name);
    html_put(out, "</span> <button type=\"submit\" class=\"comity-link-button\">");
    html_text(out, guest ? page_say(request, "Leave") : page_say(request, "Sign out"));
    html_put(out, "</button></form>");
    return html_markup(out);
}

static const struct govuk_phase_banner *demo_banner(struct http_request *request) {
    if (!request->web->options.demo || request->sight.council == NULL)
        return NULL;
    struct html *say = ARENA_NEW(request->a, struct html);
    *say = page_piece(request);
    html_element(say, "strong", NULL, page_say(request, "This is a demonstration."));
    html_put(say, " ");
    html_text(say, page_say(request, "Its people are made up: put nothing real in it. Its clock says"));
    html_put(say, " ");
    page_time(say, &request->sight, request->sight.now);
    html_put(say, ".");
    struct govuk_phase_banner *banner = ARENA_NEW(request->a, struct govuk_phase_banner);
    banner->tag = (struct govuk_tag){.text = page_say(request, "Demo"), .classes = "govuk-tag--red"};
    banner->html = html_markup(say);
    banner->classes = "comity-demo";
    return banner;
}

/* A guest has one record and the way to it. */
static const struct govuk_service_navigation *navigation_of_guest(struct http_request *request,
                                                                  struct govuk_service_navigation *navigation) {
    struct govuk_service_navigation_item *item = ARENA_NEW(request->a, struct govuk_service_navigation_item);
    *item = (struct govuk_service_navigation_item){
        .text = page_say(request, "Your record"), .href = "/", .active = text_starts(request->path, "/records/")};
    navigation->navigation.at = item;
    navigation->navigation.count = 1;
    navigation->slots.end = signed_in(request);
    navigation->slots.end_is_inline = true;
    return navigation;
}

static const struct govuk_service_navigation *navigation(struct http_request *request, const struct page *page) {
    static const struct {
        const char *path, *text;
    } sections[] = {{"/", SAID("Home")},
                    {"/start", SAID("Start")},
                    {"/records", SAID("Records")},
                    {"/people", SAID("Who is who")},
                    {"/protocol", SAID("Protocol")}};
    struct govuk_service_navigation *navigation = ARENA_NEW(request->a, struct govuk_service_navigation);
    navigation->service_name = service_name(request);
    navigation->service_url = "/";
    navigation->aria_label = page_say(request, "Service information");
    navigation->menu_button_text = page_say(request, "Menu");
    if (request->sight.viewer == NULL)
        return navigation;
    if (request->sight.viewer->kind == PERSON_GUEST)
        return navigation_of_guest(request, navigation);
    struct govuk_service_navigation_item *items =
        ARENA_ARRAY(request->a, LENGTH_OF(sections), struct govuk_service_navigation_item);
    for (size_t i = 0; i < LENGTH_OF(sections); i++) {
        bool within = text_equal(page->section, sections[i].path);
        items[i] = (struct govuk_service_navigation_item){.text = page_say(request, sections[i].text),
                                                          .href = sections[i].path,
                                                          .current = text_equal(request->path, sections[i].path),
                                                          .active = within};
    }
    navigation->navigation.at = items;
    navigation->navigation.count = LENGTH_OF(sections);
    navigation->slots.end = signed_in(request);
    navigation->slots.end_is_inline = true;
    return navigation;
}

static const struct govuk_footer *footer(struct http_request *request) {
    const struct {
        const char *path, *text;
        bool shown;
    } pages[] = {{"/help", SAID("Help"), true},
                 {"/settings", SAID("Your settings"), http_account(request) != NULL},
                 {"/accessibility", SAID("Accessibility"), true},
                 {"/privacy", SAID("Privacy"), true},
                 {"/gallery", SAID("Components"), request->web->options.demo}};
    struct govuk_footer_link *links = ARENA_ARRAY(request->a, LENGTH_OF(pages), struct govuk_footer_link);
    size_t count = 0;
    for (size_t i = 0; i < LENGTH_OF(pages); i++)
        if (pages[i].shown)
            links[count++] =
                (struct govuk_footer_link){.text = page_say(request, pages[i].text), .href = pages[i].path};
    struct govuk_footer_meta *meta = ARENA_NEW(request->a, struct govuk_footer_meta);
    meta->items.at = links;
    meta->items.count = count;
    meta->visually_hidden_title = page_say(request, "Support links");
    struct govuk_footer *footer = ARENA_NEW(request->a, struct govuk_footer);
    footer->outside_govuk = true;
    footer->no_content_licence = true;
    footer->meta = meta;
    return footer;
}

struct html page_begin(struct http_request *request, const struct page *page) {
    struct html out = page_piece(request);
    const struct council *council = request->sight.council;
    struct govuk_generic_header header = {.logo.text = council == NULL ? "Comity" : council->name};
    struct govuk_back_link back = {.href = page->back, .text = page_say(request, "Back")};
    govuk_page_begin(&out, &(struct govuk_page){
                               .lang = language_code(request->sight.language),
                               .title = title_of(request, page),
                               .skip_link_text = page_say(request, "Skip to main content"),
                               .stylesheet = asset_address("comity.css"),
                               .second_stylesheet = page->styles == NULL ? NULL : asset_address(page->styles),
                               .script = asset_address("comity.js"),
                               .icon = asset_address("icon.svg"),
                               .header = &header,
                               .service_navigation = navigation(request, page),
                               .phase_banner = demo_banner(request),
                               .language_navigation = language_navigation(request),
                               .back_link = page->back == NULL ? NULL : &back,
                           });
    if (!page->wide) {
        govuk_grid_row_begin(&out);
        govuk_grid_column_begin(&out, "two-thirds");
    }
    if (!page->no_heading)
        page_heading(&out, page);
    return out;
}

void page_heading(struct html *out, const struct page *page) {
    if (page->caption != NULL) {
        html_put(out, "<span class=\"govuk-caption-l\"");
        html_optional(out, "lang", page->packs_caption ? out->foreign : NULL);
        html_put(out, ">");
        html_text(out, page->caption);
        html_put(out, "</span>");
    }
    if (page->packs_title)
        page_pack_heading(out, 1, "l", page->title);
    else
        govuk_heading(out, 1, "l", page->title);
}

void page_end(struct http_request *request, struct http_response *response, struct html *out, const struct page *page) {
    if (!page->wide) {
        govuk_grid_end(out);
        govuk_grid_end(out);
    }
    govuk_page_end(out, &(struct govuk_page){.footer = footer(request)});
    response->type = "text/html; charset=utf-8";
    response->body = out->buf;
}

/* ---- times and addresses ---- */

void page_day(struct html *out, struct arena *a, int32_t date) {
    page_day_as(out, a, date, DAY_FULL);
}

void page_day_as(struct html *out, struct arena *a, int32_t date, enum day_style style) {
    html_put(out, "<time");
    html_attribute(out, "datetime", day_format(a, date, DAY_ISO));
    html_put(out, ">");
    html_text(out, day_say(out->language, a, date, style));
    html_put(out, "</time>");
}

static void add_clock(struct buf *to, const struct sight *sight, instant at) {
    struct local local = zone_local(sight->council->zone, at);
    buf_add_number(to, local.second / 3600, 2);
    buf_addc(to, ':');
    buf_add_number(to, local.second / 60 % 60, 2);
}

void page_clock(struct html *out, const struct sight *sight, instant at) {
    add_clock(&out->buf, sight, at);
}

struct moj_time page_moj_time(const struct sight *sight, instant at) {
    struct local local = zone_local(sight->council->zone, at);
    struct buf text = {.arena = sight->a};
    buf_adds(&text, day_say(sight->language, sight->a, local.date, DAY_MEDIUM));
    buf_adds(&text, ", ");
    add_clock(&text, sight, at);
    return (struct moj_time){.datetime = instant_format(sight->a, at), .text = buf_text(&text)};
}

void page_put_time(struct html *out, const struct moj_time *time) {
    html_put(out, "<time");
    html_attribute(out, "datetime", time->datetime);
    html_put(out, ">");
    html_text(out, time->text);
    html_put(out, "</time>");
}

void page_time(struct html *out, const struct sight *sight, instant at) {
    struct moj_time time = page_moj_time(sight, at);
    page_put_time(out, &time);
}

const char *page_path_of(struct arena *a, const char *const *pieces) {
    struct buf path = {.arena = a};
    for (; *pieces != NULL; pieces++) {
        buf_addc(&path, '/');
        url_encode(&path, *pieces);
    }
    return buf_text(&path);
}

void page_text_with_link(struct html *out, const char *text, const char *href, const char *link) {
    static const char place[] = "{link}";
    const char *at = strstr(text, place);
    html_text_part(out, text, (size_t)(at - text));
    govuk_link(out, href, link);
    html_text(out, at + strlen(place));
}

void page_person(struct html *out, struct arena *a, const struct view_person *person) {
    if (person->id != NULL)
        govuk_link(out, page_path(a, "people", person->id), person->name);
    else if (person->by_pack)
        html_foreign(out, person->name);
    else
        html_text(out, person->name);
    if (person->title != NULL) {
        html_put(out, ", ");
        html_text(out, person->title);
    }
}

void page_success(struct html *out, const char *say) {
    govuk_notification_banner(out, &(struct govuk_notification_banner){
                                       .type = "success", .title.text = html_say(out, "Success"), .text = say});
}

/* ---- forms ---- */

void page_form_begin(struct html *out, struct http_request *request, const char *action) {
    page_form_begin_under(out, request, action, NULL);
}

void page_form_begin_under(struct html *out, struct http_request *request, const char *action, const char *key) {
    const char *session = request->session;
    if (session == NULL) {
        const struct govuk_attribute own[] = {{SESSION_KEY_FIELD, key}};
        govuk_form_begin(out, &(struct govuk_form){.action = action, .hidden = {own, !text_empty(key)}});
        return;
    }
    const struct govuk_attribute hidden[] = {
        {SESSION_TOKEN_FIELD, form_token(request)},
        {SESSION_KEY_FIELD,
         !text_empty(key) ? key : session_form_key(request->sight.db, session, request->sight.viewer->id, request->a)}};
    /* assets/draft.js keeps what is typed in the tab, for the same person only */
    const struct govuk_attribute draft[] = {
        {"data-draft", http_account(request)},
        {"data-offline",
         page_say(request, "You have no connection just now. What you wrote is kept here: try again when "
                           "you have one.")}};
    govuk_form_begin(out,
                     &(struct govuk_form){.action = action,
                                          .hidden = {hidden, LENGTH_OF(hidden)},
                                          .attributes = {draft, http_account(request) == NULL ? 0 : LENGTH_OF(draft)}});
}

struct govuk_error_message page_error(const struct language *in, const char *problem) {
    return (struct govuk_error_message){.text = problem, .visually_hidden_text = text_say(in, "Error")};
}

struct govuk_password_input page_password(const struct http_request *request, const char *label, const char *name) {
    return (struct govuk_password_input){
        .label.text = label,
        .name = name,
        .show_password_text = page_say(request, "Show"),
        .hide_password_text = page_say(request, "Hide"),
        .show_password_aria_label_text = page_say(request, "Show password"),
        .hide_password_aria_label_text = page_say(request, "Hide password"),
        .password_shown_announcement_text = page_say(request, "Your password is visible"),
        .password_hidden_announcement_text = page_say(request, "Your password is hidden"),
    };
}

void page_problem(struct html *out, const char *href, const char *problem) {
    govuk_error_summary(out, &(struct govuk_error_summary){.title.text = html_say(out, "There is a problem"),
                                                           .error_list = GOVUK_LIST(struct govuk_error_summary_item,
                                                                                    {.href = href, .text = problem})});
}
