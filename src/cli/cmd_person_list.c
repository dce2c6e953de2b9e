#include "cli/cli.h"

struct listing {
    const struct directory *directory;
    int32_t today;
};

static bool now(const struct membership *membership, int32_t today) {
    return membership->post != NULL && membership->from <= today && today <= membership->to;
}

static void write_names(struct json *json, const char *key, const char *id, const char *name_key, const char *name) {
    json_pair(json, key, id);
    json_pair(json, name_key, name);
}

static void write_json(struct json *json, const struct listing *listing, const struct person *person) {
    const struct organization *group = directory_group_of(listing->directory, person, listing->today),
                              *service = directory_service_of(listing->directory, person, listing->today);
    const struct area *ward = directory_ward_of(listing->directory, person, listing->today);
    json_start_object(json);
    json_pair(json, "id", person->id);
    json_pair(json, "name", person->name);
    json_pair(json, "kind",
              person->kind == PERSON_MEMBER    ? "member"
              : person->kind == PERSON_OFFICER ? "officer"
                                               : "other");
    json_pair(json, "email", person->email);
    json_pair_bool(json, "active", person->active);
    write_names(json, "group", group == NULL ? NULL : group->id, "group_name", group == NULL ? NULL : group->name);
    json_pair_bool(json, "administration", group != NULL && group->administration);
    write_names(json, "service", service == NULL ? NULL : service->id, "service_name",
                service == NULL ? NULL : service->name);
    write_names(json, "ward", ward == NULL ? NULL : ward->id, "ward_name", ward == NULL ? NULL : ward->name);
    json_key(json, "posts");
    json_start_array(json);
    for (size_t i = 0; i < person->membership_count; i++)
        if (now(person->memberships[i], listing->today))
            json_text(json, person->memberships[i]->post->label);
    json_end_array(json);
    json_key(json, "roles");
    json_start_array(json);
    for (size_t i = 0; i < person->membership_count; i++)
        if (now(person->memberships[i], listing->today) && person->memberships[i]->post->role != NULL)
            json_text(json, person->memberships[i]->post->role);
    json_end_array(json);
    json_end_object(json);
}

static void write_text(struct buf *out, const struct listing *listing, const struct person *person) {
    const struct organization *unit = directory_group_of(listing->directory, person, listing->today);
    if (unit == NULL)
        unit = directory_service_of(listing->directory, person, listing->today);
    buf_addf(out, "%-24s %-24s %-8s %s%s", person->id, person->name,
             person->kind == PERSON_MEMBER    ? "member"
             : person->kind == PERSON_OFFICER ? "officer"
                                              : "other",
             unit == NULL ? "" : unit->name, person->active ? "" : " (may not sign in)");
    for (size_t i = 0; i < person->membership_count; i++)
        if (now(person->memberships[i], listing->today))
            buf_addf(out, "; %s", person->memberships[i]->post->label);
    buf_addc(out, '\n');
}

static bool wanted(const struct person *person, const char *kind) {
    return kind == NULL || (strcmp(kind, "member") == 0 ? PERSON_MEMBER : PERSON_OFFICER) == person->kind;
}

static int run(struct cli *cli) {
    const char *kind = cli_value(cli, "kind"), *error = NULL;
    struct engine *engine;
    const struct council *council;
    struct buf out = {.arena = cli->a};
    struct json json = {.buf = &out};
    bool as_json = cli_flag(cli, "json");
    if (kind != NULL && strcmp(kind, "member") != 0 && strcmp(kind, "officer") != 0)
        return cli_misused(cli, "--kind must be member or officer.");
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    struct listing listing = {council->directory, council_day(council, clock_now(engine_clock(engine)))};
    if (as_json)
        json_start_array(&json);
    for (size_t i = 0; i < listing.directory->person_count; i++) {
        const struct person *person = &listing.directory->people[i];
        if (wanted(person, kind) && as_json)
            write_json(&json, &listing, person);
        else if (wanted(person, kind))
            write_text(&out, &listing, person);
    }
    if (as_json) {
        json_end_array(&json);
        buf_addc(&out, '\n');
    }
    return cli_print(cli, &out);
}

const struct command command_person_list = {
    .name = "person list",
    .summary = "list the people, with group, service and posts of today",
    .council = true,
    .options = {CLI_STORE_OPTIONS, {"kind", "KIND", "member or officer only"}, CLI_JSON_OPTION},
    .run = run,
};
