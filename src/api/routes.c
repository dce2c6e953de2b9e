#include "api/api_private.h"

#define V1 "/api/v1"
#define GET(path, handler, help)                                                                                       \
    { HTTP_GET, V1 path, ROUTE_SIGNED_IN, ROUTE_JSON, handler, help }
#define POST(path, handler, help)                                                                                      \
    { HTTP_POST, V1 path, ROUTE_SIGNED_IN, ROUTE_JSON, handler, help }

/* clang-format off */
static const struct route table[] = {
    GET("/me", api_me, "The signed-in person, with group, service, ward, posts and tenures."),
    GET("/procedures", api_procedures, "What the pack knows, each with its form, and whether this person may begin it and under which clause (or why not)."),
    POST("/records", api_record_open, "Begins a record: `{\"procedure\", \"fields\"}`. 201 with the record. With `?preview=1`: 200 with who would answer, by when, who could see it, who else may be told `later`, and `earlier` records that may hold the answer already; changes nothing."),
    GET("/records", api_record_list, "The records that this person may see, newest first. `state` is open, closed or all (as without it); `procedure`; `q`, words; `mine=1`, opened by this person; `limit`, 1 to 100, else 25; `after`, the `next` of the page before. A search can end a page early: go on while there is a `next`."),
    GET("/records/{ref}", api_record, "One record: state, parts, timeline, powers, duties, audience, each with `cites`. Who sees parts only (`whole` is false) gets parts only."),
    GET("/records/{ref}/why", api_record_why, "Whether `?power=` may be used, and the clause that allows it or the nearest condition that forbids it."),
    POST("/records/{ref}/{power}", api_record_act, "Uses a power: `{\"fields\"}`. 200 with the record as it is afterwards."),
    GET("/duties", api_duties, "What this person owes, soonest first; at most 100."),
    GET("/notices", api_notices, "What this person was told, newest first; at most 100."),
    GET("/people", api_people, "The people of the directory by name. `kind` is member or officer; `q`, words of the name."),
    GET("/people/{id}", api_person, "One person, with the tenures."),
    GET("/groups", api_groups, "The political groups, with their leaders."),
    GET("/groups/{id}", api_group, "One group, with its Members."),
    GET("/services", api_services, "The services, with their heads."),
    GET("/services/{id}", api_service, "One service, with its Officers."),
    GET("/wards", api_wards, "The wards."),
    GET("/wards/{id}", api_ward, "One ward, with its Members."),
    GET("/bodies", api_bodies, "Committees, boards and the like, with their chairs."),
    GET("/bodies/{id}", api_body, "One body, with its Members."),
    GET("/protocol", api_protocol, "The clauses of the protocol in force, each with the rules that stand under it."),
    {HTTP_POST, V1 "/test/clock", ROUTE_TEST, ROUTE_JSON, api_test_clock, "Only with a test clock, and without a token: `{\"to\"}` moves the clock forward and runs what falls due."},
};
/* clang-format on */

const struct routes api_routes = {table, LENGTH_OF(table)};
