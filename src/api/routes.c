#include "api/api_private.h"

#define V1 "/api/v1"
#define GET(path, who, handler, query, answers, help)                                                                  \
    { HTTP_GET, V1 path, ROUTE_##who, ROUTE_JSON, handler, help, query, NULL, answers }
#define POST(path, who, handler, query, body, answers, help)                                                           \
    { HTTP_POST, V1 path, ROUTE_##who, ROUTE_JSON, handler, help, query, body, answers }

/* clang-format off */
static const struct route table[] = {
    GET("/me", SIGNED_IN, api_me, NULL, "200:ContactPage",
        "The signed-in person, with group, service, ward, posts and tenures."),
    GET("/procedures", ANYONE, api_procedures, NULL, "200:Procedures",
        "Without a token: what the public may begin. With one: what the pack knows, each with its form, and whether this person may begin it and under which clause (or why not)."),
    POST("/records", ANYONE, api_record_open, "preview?:flag", "procedure:string fields?:{string|boolean|[string]}",
         "200:Preview 201:WholeRecord|PartRecord|HandedOn 422:Refused|Invalid",
         "Begins a record: `{\"procedure\", \"fields\"}`. 201 with the record. With `?preview=1`: 200 with who would answer, by when, who could see it, who else may be told `later`, and `earlier` records that may hold the answer already; changes nothing. Without a token: only what the public may begin; the record then comes with a `receipt`, the code with which they see and use it, and which is told this once."),
    GET("/records", GUESTS, api_record_list, "state?:open|closed|all procedure?:string q?:string mine?:flag limit?:1..100 after?:string", "200:Records",
        "The records that this person may see, newest first. `state` is open, closed or all (as without it); `procedure`; `q`, words; `mine=1`, opened by this person; `limit`, 1 to 100, else 25; `after`, the `next` of the page before. A search can end a page early: go on while there is a `next`."),
    GET("/records/{ref}", GUESTS, api_record, NULL, "200:WholeRecord|PartRecord",
        "One record: state, parts, timeline, powers, duties, audience, each with `cites`. Who sees parts only (`whole` is false) gets parts only."),
    GET("/records/{ref}/calendar.ics", GUESTS, api_record_event, NULL, "200:calendar",
        "The calendar entry (RFC 5545) of an open record that takes place at a time, or names one that does; 404 for others. It ends where the pack says how long that lasts. It says what kind of business it is and its reference, and nothing of what it is about."),
    GET("/records/{ref}/why", GUESTS, api_record_why, "power:string", "200:Why",
        "Whether `?power=` may be used, and the clause that allows it or the nearest condition that forbids it."),
    POST("/records/{ref}/{power}", GUESTS, api_record_act, NULL, "fields?:{string|boolean|[string]}",
         "200:WholeRecord|PartRecord|HandedOn 422:Refused|Invalid",
         "Uses a power: `{\"fields\"}`. 200 with the record as it is afterwards."),
    GET("/duties", GUESTS, api_duties, NULL, "200:Duties",
        "What this person owes, soonest first; at most 100."),
    GET("/notices", GUESTS, api_notices, NULL, "200:Notices",
        "What this person was told, newest first; at most 100."),
    GET("/people", SIGNED_IN, api_people, "kind?:member|officer|restricted q?:string", "200:People",
        "The people of the directory by name. `kind` is member, officer or restricted (who holds a politically restricted post); `q`, words of the name."),
    GET("/people/{id}", SIGNED_IN, api_person, NULL, "200:ContactPage",
        "One person, with the tenures."),
    GET("/groups", SIGNED_IN, api_groups, NULL, "200:Groups",
        "The political groups, with their leaders."),
    GET("/groups/{id}", SIGNED_IN, api_group, NULL, "200:UnitPage",
        "One group, with its Members."),
    GET("/services", SIGNED_IN, api_services, NULL, "200:Services",
        "The services, with their heads."),
    GET("/services/{id}", SIGNED_IN, api_service, NULL, "200:UnitPage",
        "One service, with its Officers."),
    GET("/wards", SIGNED_IN, api_wards, NULL, "200:Wards",
        "The wards."),
    GET("/wards/{id}", SIGNED_IN, api_ward, NULL, "200:UnitPage",
        "One ward, with its Members."),
    GET("/bodies", SIGNED_IN, api_bodies, NULL, "200:Bodies",
        "Committees, boards and the like, with their chairs."),
    GET("/bodies/{id}", SIGNED_IN, api_body, NULL, "200:UnitPage",
        "One body, with its Members."),
    GET("/protocol", SIGNED_IN, api_protocol, NULL, "200:Protocol",
        "The clauses of the protocol in force, each with the rules that stand under it."),
    {HTTP_GET, V1 "/openapi.json", ROUTE_STATIC, ROUTE_JSON, api_describe, "All of this as OpenAPI 3.1 (`docs/openapi.json`), without a token.", NULL, NULL, "200:{any}"},
    {HTTP_POST, V1 "/test/clock", ROUTE_TEST, ROUTE_JSON, api_test_clock, "Only with a test clock, and without a token: `{\"to\"}` moves the clock forward and runs what falls due.", NULL, "to:instant", "200:Clock"},
};
/* clang-format on */

const struct routes api_routes = {table, LENGTH_OF(table)};
