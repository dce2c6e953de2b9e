#include "api/api_private.h"

static void write_reference(struct json *json, const char *key, const char *id, const char *name) {
    json_key(json, key);
    if (name == NULL) {
        json_none(json);
        return;
    }
    json_start_object(json);
    json_pair(json, "id", id);
    json_pair(json, "name", name);
    json_end_object(json);
}

static void write_tenures(struct arena *a, struct json *json, const struct view_contact *contact) {
    json_key(json, "tenures");
    json_start_array(json);
    for (size_t i = 0; i < contact->tenures.count; i++) {
        const struct view_tenure *tenure = &contact->tenures.at[i];
        json_start_object(json);
        json_pair(json, "post", tenure->post_id);
        json_pair(json, "title", tenure->title);
        json_pair(json, "role", tenure->role);
        write_reference(json, "organization", tenure->organization_id, tenure->organization);
        json_day(a, json, "from", tenure->from);
        json_day(a, json, "to", tenure->to);
        json_pair_bool(json, "now", tenure->now);
        json_pair_bool(json, "restricted", tenure->restricted);
        json_pair_bool(json, "outside", tenure->outside);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_view_contact(struct arena *a, struct json *json, const struct view_contact *contact, bool whole) {
    json_start_object(json);
    json_pair(json, "id", contact->person.id);
    json_pair(json, "name", contact->person.name);
    json_pair(json, "title", contact->person.title);
    json_pair(json, "kind", contact->kind);
    json_pair(json, "email", contact->email);
    write_reference(json, "group", contact->group_id, contact->group);
    write_reference(json, "service", contact->service_id, contact->service);
    write_reference(json, "ward", contact->ward_id, contact->ward);
    json_key(json, "posts");
    json_start_array(json);
    for (size_t i = 0; i < contact->posts.count; i++)
        json_text(json, contact->posts.at[i]);
    json_end_array(json);
    if (whole) {
        json_view_person(json, "manager", &contact->manager);
        write_tenures(a, json, contact);
    }
    json_end_object(json);
}

void json_view_unit(struct arena *a, struct json *json, const struct view_unit *unit, bool whole) {
    json_start_object(json);
    json_pair(json, "id", unit->id);
    json_pair(json, "name", unit->name);
    json_pair(json, "head_title", unit->head_title);
    json_view_person(json, "head", &unit->head);
    json_pair_bool(json, "informal", unit->informal);
    if (whole) {
        json_key(json, "people");
        json_start_array(json);
        for (size_t i = 0; i < unit->people.count; i++)
            json_view_contact(a, json, &unit->people.at[i], false);
        json_end_array(json);
    }
    json_end_object(json);
}

void json_view_protocol(struct arena *a, struct json *json, const struct view_protocol *protocol) {
    json_start_object(json);
    json_pair(json, "council", protocol->council);
    json_pair(json, "title", protocol->title);
    json_pair(json, "code", protocol->code);
    json_pair(json, "code_address", protocol->code_address);
    json_key(json, "clauses");
    json_start_array(json);
    for (size_t i = 0; i < protocol->clauses.count; i++) {
        const struct view_protocol_clause *clause = &protocol->clauses.at[i];
        json_start_object(json);
        json_pair(json, "id", clause->id);
        json_pair(json, "kind", clause->kind);
        json_pair(json, "summary", clause->summary);
        json_day(a, json, "from", clause->from);
        json_day(a, json, "to", clause->to);
        json_key(json, "rules");
        json_start_array(json);
        for (size_t k = 0; k < clause->rules.list.count; k++)
            json_text(json, clause->rules.list.at[k].name);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}
