/* Groups, services, wards and bodies: four kinds of the same pages. */
#include "web/directory_page.h"
#include "web/handlers.h"
#include "web/service_month.h"

struct kind {
    enum unit_kind unit;
    const char *piece;       /* of the path */
    const char *title, *one; /* "Groups", "Group" */
    const char *none;
};
static const struct kind kinds[] = {
    [UNIT_GROUP] = {UNIT_GROUP, "groups", SAID("Groups"), SAID("Group"), SAID("There are no political groups.")},
    [UNIT_SERVICE] = {UNIT_SERVICE, "services", SAID("Services"), SAID("Service"), SAID("There are no services.")},
    [UNIT_BODY] = {UNIT_BODY, "bodies", SAID("Committees and bodies"), SAID("Body"),
                   SAID("There are no committees or other bodies.")},
    [UNIT_WARD] = {UNIT_WARD, "wards", SAID("Wards"), SAID("Ward"), SAID("There are none.")},
};

static struct markup unit_link(struct http_request *request, const struct kind *kind, const struct view_unit *unit) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    govuk_link(out, page_path(request->a, kind->piece, unit->id), unit->name);
    return html_markup(out);
}

static struct markup head_of(struct http_request *request, const struct view_unit *unit) {
    struct html *out = ARENA_NEW(request->a, struct html);
    *out = page_piece(request);
    if (unit->head.name != NULL) {
        page_person(out, request->a, &(struct view_person){unit->head.id, unit->head.name, NULL});
        html_put(out, " ");
    }
    if (unit->head_title != NULL) {
        html_put(out, "<span class=\"comity-quiet\">");
        html_text(out, unit->head_title);
        html_text(out, unit->head.name == NULL ? page_say(request, ", vacant") : NULL);
        html_put(out, "</span>");
    }
    return html_markup(out);
}

static void handle_units(struct http_request *request, struct http_response *response, enum unit_kind unit) {
    const struct kind *kind = &kinds[unit];
    struct view_units units = {0};
    sight_units(&request->sight, unit, &units);
    struct page page = {.title = page_word(request, kind->title), .section = "/people"};
    struct html out = page_begin(request, &page);
    directory_sections(&out, request, page_path(request->a, kind->piece));
    if (units.list.count == 0)
        govuk_body(&out, html_say(&out, kind->none));
    struct govuk_summary_list_row *rows = ARENA_ARRAY(request->a, units.list.count, struct govuk_summary_list_row);
    for (size_t i = 0; i < units.list.count; i++) {
        rows[i].key.html = unit_link(request, kind, &units.list.at[i]);
        rows[i].value.html = head_of(request, &units.list.at[i]);
    }
    if (units.list.count > 0)
        govuk_summary_list(&out, &(struct govuk_summary_list){.rows = {rows, units.list.count}});
    page_end(request, response, &out, &page);
}

/* A service's page leads to the procedures that begin with choosing a service. */
static void draw_ask(struct html *out, struct http_request *request, const struct view_unit *unit) {
    struct view_procedures procedures = {0};
    sight_procedures(&request->sight, WITH_FORMS, &procedures);
    bool begun = false;
    for (size_t i = 0; i < procedures.list.count; i++) {
        const struct view_procedure *procedure = &procedures.list.at[i];
        for (size_t f = 0; procedure->allowed && f < procedure->form.count; f++) {
            if (procedure->form.at[f].kind != FIELD_SERVICE)
                continue;
            struct buf path = {.arena = request->a};
            buf_addf(&path, "%s?%s=", page_path(request->a, "start", procedure->name), procedure->form.at[f].name);
            url_encode(&path, unit->id);
            if (!begun) {
                govuk_heading(out, 2, "m", html_say(out, "What you can start"));
                html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
            }
            begun = true;
            html_put(out, "<li>");
            page_pack_link(out, buf_text(&path), procedure->start);
            html_put(out, "</li>");
            break;
        }
    }
    if (begun)
        html_put(out, "</ul>");
}

static void handle_unit(struct http_request *request, struct http_response *response, enum unit_kind kind) {
    struct view_unit unit = {0};
    struct view_service_month month = {0};
    if (!sight_unit(&request->sight, kind, http_param(request, "id"), &unit)) {
        http_error(request, response, 404, NULL);
        return;
    }
    if (kind == UNIT_SERVICE && !service_month_read(request, response, unit.id, &month))
        return;
    struct page page = {.title = unit.name,
                        .caption = page_word(request, kinds[kind].one),
                        .section = "/people",
                        .back = page_path(request->a, kinds[kind].piece),
                        .wide = true};
    struct html out = page_begin(request, &page);
    if (unit.head_title != NULL) {
        html_put(&out, "<p class=\"govuk-body\">");
        html_raw(&out, head_of(request, &unit));
        html_put(&out, "</p>");
    }
    if (unit.informal)
        govuk_body(&out, html_say(&out, "It decides nothing for the council."));
    if (kind == UNIT_SERVICE) {
        draw_ask(&out, request, &unit);
        govuk_heading(&out, 2, "m", html_say(&out, "People"));
    }
    if (unit.people.count > 0)
        directory_contacts(&out, request, unit.people.at, unit.people.count);
    else
        govuk_body(&out, html_say(&out, "Nobody is shown here."));
    if (kind == UNIT_SERVICE)
        service_month_draw(&out, request, unit.id, &month);
    page_end(request, response, &out, &page);
}

void handle_groups(struct http_request *request, struct http_response *response) {
    handle_units(request, response, UNIT_GROUP);
}

void handle_services(struct http_request *request, struct http_response *response) {
    handle_units(request, response, UNIT_SERVICE);
}

void handle_wards(struct http_request *request, struct http_response *response) {
    handle_units(request, response, UNIT_WARD);
}

void handle_bodies(struct http_request *request, struct http_response *response) {
    handle_units(request, response, UNIT_BODY);
}

void handle_group(struct http_request *request, struct http_response *response) {
    handle_unit(request, response, UNIT_GROUP);
}

void handle_service(struct http_request *request, struct http_response *response) {
    handle_unit(request, response, UNIT_SERVICE);
}

void handle_ward(struct http_request *request, struct http_response *response) {
    handle_unit(request, response, UNIT_WARD);
}

void handle_body(struct http_request *request, struct http_response *response) {
    handle_unit(request, response, UNIT_BODY);
}
