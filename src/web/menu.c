#include "web/menu.h"

static bool any_allowed(const struct view_procedures *procedures) {
    for (size_t i = 0; i < procedures->list.count; i++)
        if (procedures->list.at[i].allowed)
            return true;
    return false;
}

/* ---- the usual ones ---- */

bool menu_usual(struct html *out, struct http_request *request, const struct view_procedures *procedures) {
    size_t usual = 0;
    if (!any_allowed(procedures))
        return false;
    html_put(out, "<div class=\"govuk-button-group\">");
    for (size_t i = 0; i < procedures->list.count; i++) {
        const struct view_procedure *procedure = &procedures->list.at[i];
        if (procedure->allowed && procedure->usual)
            govuk_button(out, &(struct govuk_button){.html = page_pack(request, procedure->start),
                                                     .href = page_path(request->a, "start", procedure->name),
                                                     .classes = usual++ == 0 ? NULL : "govuk-button--secondary"});
    }
    govuk_link(out, "#start", usual == 0 ? html_say(out, "What you can start") : html_say(out, "Start something else"));
    html_put(out, "</div>");
    return true;
}

/* ---- by heading ---- */

/* Whether the one at i stands under another heading than all that can be begun before it. */
static bool is_first(const struct view_procedures *procedures, size_t i) {
    for (size_t k = i; k > 0; k--)
        if (procedures->list.at[k - 1].allowed)
            return !text_equal(procedures->list.at[k - 1].menu, procedures->list.at[i].menu);
    return true;
}

static void draw_title(struct html *out, unsigned level, const char *size, const struct view_procedure *procedure) {
    if (procedure->menu_title == NULL)
        govuk_heading(out, level, size, html_say(out, "Something else"));
    else
        page_pack_heading(out, level, size, procedure->menu_title);
}

void menu_links(struct html *out, struct http_request *request, const struct view_procedures *procedures) {
    bool begun = false;
    for (size_t i = 0; i < procedures->list.count; i++) {
        const struct view_procedure *procedure = &procedures->list.at[i];
        if (!procedure->allowed)
            continue;
        if (is_first(procedures, i)) {
            if (begun)
                html_put(out, "</ul></section><section>");
            else
                html_put(out, "<div class=\"comity-menu\"><section>");
            draw_title(out, 3, "s", procedure);
            html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
            begun = true;
        }
        html_put(out, "<li>");
        page_pack_link(out, page_path(request->a, "start", procedure->name), procedure->start);
        html_put(out, "</li>");
    }
    if (begun)
        html_put(out, "</ul></section></div>");
}

bool menu_summaries(struct html *out, struct http_request *request, const struct view_procedures *procedures) {
    bool begun = false;
    for (size_t i = 0; i < procedures->list.count; i++) {
        const struct view_procedure *procedure = &procedures->list.at[i];
        if (!procedure->allowed)
            continue;
        begun = true;
        if (is_first(procedures, i))
            draw_title(out, 2, "m", procedure);
        html_put(out, "<h3 class=\"govuk-heading-s comity-start\">");
        page_pack_link(out, page_path(request->a, "start", procedure->name), procedure->start);
        html_put(out, "</h3><p class=\"govuk-body\">");
        html_foreign(out, procedure->summary);
        html_put(out, "</p>");
    }
    return begun;
}

/* ---- registers ---- */

const char *menu_register_path(struct arena *a, const char *procedure) {
    return arena_printf(a, "/records?procedure=%s&state=all", procedure);
}

void menu_registers(struct html *out, struct http_request *request, const struct view_procedures *procedures) {
    bool begun = false;
    for (size_t i = 0; i < procedures->list.count; i++) {
        const struct view_procedure *procedure = &procedures->list.at[i];
        if (procedure->register_title == NULL)
            continue;
        if (!begun) {
            govuk_heading(out, 2, "m", html_say(out, "Look through a register"));
            html_put(out, "<ul class=\"govuk-list govuk-list--spaced comity-columns\">");
        }
        begun = true;
        html_put(out, "<li>");
        page_pack_link(out, menu_register_path(request->a, procedure->name), procedure->register_title);
        html_put(out, "</li>");
    }
    if (begun)
        html_put(out, "</ul>");
}
