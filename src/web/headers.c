/* The headers that every response carries. */
#include "web/web_private.h"

/* A page loads a stylesheet, a script and an icon of ours, and nothing else. */
static const char policy[] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                             "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
                             "base-uri 'none'; object-src 'none'";

/* Every feature that a browser of today would give a page. */
static const char permissions[] =
    "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), "
    "clipboard-write=(), cross-origin-isolated=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), "
    "screen-wake-lock=(), serial=(), storage-access=(), usb=(), window-management=(), "
    "xr-spatial-tracking=()";

void http_header(struct http_request *request, struct http_response *response, const char *name, const char *value) {
    struct http_pair header = {name, value};
    LIST_ADD(request->a, &response->headers.list, header);
}

void http_calendar(struct http_request *request, struct http_response *response, const char *name) {
    response->status = 200;
    response->type = "text/calendar; charset=utf-8";
    http_header(request, response, "Content-Disposition",
                arena_printf(request->a, "attachment; filename=\"%s.ics\"", name));
}

void http_event(struct http_request *request, struct http_response *response, const struct view_record *record) {
    struct ical_event event;
    sight_event(&request->sight, record, &event);
    http_calendar(request, response, record->ref);
    ical_event(&response->body, &event);
}

void headers_add(struct http_request *request, struct http_response *response) {
    http_header(request, response, "Content-Security-Policy", policy);
    http_header(request, response, "X-Content-Type-Options", "nosniff");
    http_header(request, response, "Referrer-Policy", "no-referrer");
    http_header(request, response, "Cross-Origin-Opener-Policy", "same-origin");
    http_header(request, response, "Cross-Origin-Resource-Policy", "same-origin");
    http_header(request, response, "Permissions-Policy", permissions);
    http_header(request, response, "Cache-Control",
                response->cacheable ? "public, max-age=31536000, immutable" : "no-store");
    if (request->web->secure)
        http_header(request, response, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

void headers_set_language(struct http_request *request, struct http_response *response, const char *code) {
    http_header(request, response, "Set-Cookie",
                arena_printf(request->a, LANGUAGE_COOKIE "=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000%s",
                             code, request->web->secure ? "; Secure" : ""));
}

/* For assets/shortcuts.js, which reads it. */
void headers_set_shortcuts(struct http_request *request, struct http_response *response, bool on) {
    http_header(request, response, "Set-Cookie",
                arena_printf(request->a, SHORTCUTS_COOKIE "=%s; Path=/; SameSite=Lax; Max-Age=%s%s", on ? "yes" : "",
                             on ? "31536000" : "0", request->web->secure ? "; Secure" : ""));
}

void headers_set_session(struct http_request *request, struct http_response *response, const char *token) {
    const struct web *web = request->web;
    const char *value =
        arena_printf(request->a, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", web->cookie_name,
                     token == NULL ? "" : token, web->secure ? "; Secure" : "", token == NULL ? "; Max-Age=0" : "");
    http_header(request, response, "Set-Cookie", value);
}
