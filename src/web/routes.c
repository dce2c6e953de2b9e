/* Every address that answers with a page. */
#include "web/handlers.h"

static const struct route routes[] = {
    {HTTP_GET, "/assets/{name}", ROUTE_STATIC, ROUTE_BYTES, handle_asset, "The stylesheet and the scripts."},
    {HTTP_GET, "/.well-known/security.txt", ROUTE_STATIC, ROUTE_BYTES, handle_security_txt,
     "Whom to tell of a weakness (RFC 9116)."},
    {HTTP_GET, "/help", ROUTE_ANYONE, ROUTE_HTML, handle_help, "How it works, in short."},
    {HTTP_GET, "/accessibility", ROUTE_ANYONE, ROUTE_HTML, handle_accessibility, "The accessibility statement."},
    {HTTP_GET, "/privacy", ROUTE_ANYONE, ROUTE_HTML, handle_privacy, "What is kept about a person, and the cookie."},
    {HTTP_GET, "/sign-in", ROUTE_ANYONE, ROUTE_HTML, handle_sign_in, "Asks for e-mail address and password."},
    {HTTP_POST, "/sign-in", ROUTE_ANYONE, ROUTE_HTML, handle_sign_in_sent, "Begins a session."},
    {HTTP_POST, "/sign-out", ROUTE_ANYONE, ROUTE_HTML, handle_sign_out, "Ends the session."},
    {HTTP_GET, "/invitation/{token}", ROUTE_ANYONE, ROUTE_HTML, handle_invitation, "Asks for a new password."},
    {HTTP_POST, "/invitation/{token}", ROUTE_ANYONE, ROUTE_HTML, handle_invitation_sent, "Sets it, once."},

    {HTTP_GET, "/", ROUTE_SIGNED_IN, ROUTE_HTML, handle_home, "What the person owes, waits for and was told."},
    {HTTP_GET, "/duties", ROUTE_SIGNED_IN, ROUTE_HTML, handle_duties, "What the person owes."},
    {HTTP_GET, "/notices", ROUTE_SIGNED_IN, ROUTE_HTML, handle_notices, "What the person was told."},
    {HTTP_GET, "/start", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start, "What the person can begin, and what not and why."},
    {HTTP_GET, "/start/{procedure}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start_form, "The form of a procedure."},
    {HTTP_POST, "/start/{procedure}/change", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start_change,
     "The form again, with what was written."},
    {HTTP_POST, "/start/{procedure}/check", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start_check,
     "The answers, who will answer by when, and who will see it."},
    {HTTP_POST, "/start/{procedure}/found", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start_found,
     "Sends nothing: an earlier answer was enough. Counts that, and not for whom."},
    {HTTP_POST, "/start/{procedure}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_start_sent, "Opens the record."},

    {HTTP_GET, "/records", ROUTE_SIGNED_IN, ROUTE_HTML, handle_records, "Records that the person may see."},
    {HTTP_GET, "/records/{ref}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_record, "A record."},
    {HTTP_GET, "/records/{ref}/why", ROUTE_SIGNED_IN, ROUTE_HTML, handle_why,
     "The clause that allows a power, or the nearest condition that forbids it."},
    {HTTP_GET, "/records/{ref}/{power}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_power, "The form of a power."},
    {HTTP_POST, "/records/{ref}/{power}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_power_sent, "Uses the power."},
    {HTTP_POST, "/records/{ref}/{power}/change", ROUTE_SIGNED_IN, ROUTE_HTML, handle_power_change,
     "The form again, with what was written."},

    {HTTP_GET, "/people", ROUTE_SIGNED_IN, ROUTE_HTML, handle_people, "Members and Officers."},
    {HTTP_GET, "/people/{id}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_person, "A person, their posts and terms."},
    {HTTP_GET, "/groups", ROUTE_SIGNED_IN, ROUTE_HTML, handle_groups, "Political groups."},
    {HTTP_GET, "/groups/{id}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_group, "A group, its leader and Members."},
    {HTTP_GET, "/services", ROUTE_SIGNED_IN, ROUTE_HTML, handle_services, "Services."},
    {HTTP_GET, "/services/{id}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_service, "A service, its head and Officers."},
    {HTTP_GET, "/wards", ROUTE_SIGNED_IN, ROUTE_HTML, handle_wards, "Wards."},
    {HTTP_GET, "/wards/{id}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_ward, "A ward and its Members."},
    {HTTP_GET, "/bodies", ROUTE_SIGNED_IN, ROUTE_HTML, handle_bodies, "Committees and other bodies."},
    {HTTP_GET, "/bodies/{id}", ROUTE_SIGNED_IN, ROUTE_HTML, handle_body, "A body, its chair and Members."},
    {HTTP_GET, "/protocol", ROUTE_SIGNED_IN, ROUTE_HTML, handle_protocol,
     "The protocol clause by clause, and what stands under each."},
};

const struct routes web_routes = {routes, LENGTH_OF(routes)};
