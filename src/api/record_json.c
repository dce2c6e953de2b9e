#include "api/api_private.h"

static void write_entry(struct arena *a, struct json *json, const struct view_entry *entry) {
    json_start_object(json);
    json_pair(json, "field", entry->field);
    json_pair(json, "label", entry->label);
    json_pair(json, "text", entry->text);
    json_pair_number(json, "version", entry->version);
    json_pair_number(json, "latest", entry->latest);
    json_view_person(json, "by", &entry->by);
    json_instant(a, json, "at", entry->at);
    json_end_object(json);
}

static void write_mark(struct arena *a, struct json *json, const struct view_mark *said) {
    json_key(json, "marked");
    if (said->by.name == NULL) {
        json_none(json);
        return;
    }
    json_start_object(json);
    json_view_person(json, "by", &said->by);
    json_instant(a, json, "at", said->at);
    json_end_object(json);
}

static void write_parts(struct arena *a, struct json *json, const struct view_record *record) {
    json_key(json, "parts");
    json_start_array(json);
    for (size_t i = 0; i < record->parts.count; i++) {
        const struct view_part *part = &record->parts.at[i];
        json_start_object(json);
        json_pair(json, "name", part->name);
        json_pair(json, "title", part->title);
        json_pair_bool(json, "confidential", part->confidential);
        write_mark(a, json, &part->said);
        json_view_cites(json, &part->cites);
        json_key(json, "entries");
        json_start_array(json);
        for (size_t k = 0; k < part->entries.count; k++)
            write_entry(a, json, &part->entries.at[k]);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_timeline(struct arena *a, struct json *json, const struct view_record *record) {
    json_key(json, "timeline");
    json_start_array(json);
    for (size_t i = 0; i < record->events.count; i++) {
        const struct view_event *event = &record->events.at[i];
        json_start_object(json);
        json_instant(a, json, "at", event->at);
        json_view_person(json, "by", &event->by);
        json_pair(json, "power", event->power);
        json_pair(json, "say", event->say);
        json_view_cites(json, &event->cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_powers(struct json *json, const struct view_record *record) {
    json_key(json, "powers");
    json_start_array(json);
    for (size_t i = 0; i < record->powers.count; i++) {
        const struct view_power *power = &record->powers.at[i];
        json_start_object(json);
        json_pair(json, "name", power->name);
        json_pair(json, "label", power->label);
        json_pair(json, "hint", power->hint);
        json_view_form(json, "form", &power->form);
        json_pair(json, "precedents", power->precedents);
        json_view_cites(json, &power->cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_offers(struct json *json, const struct view_record *record) {
    json_key(json, "offers");
    json_start_array(json);
    for (size_t i = 0; i < record->offers.count; i++) {
        json_start_object(json);
        json_pair(json, "procedure", record->offers.at[i].procedure);
        json_pair(json, "start", record->offers.at[i].start);
        json_pair(json, "field", record->offers.at[i].field);
        json_view_cites(json, &record->offers.at[i].cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_audience(struct arena *a, struct json *json, const struct view_record *record) {
    json_key(json, "audience");
    json_start_array(json);
    for (size_t i = 0; i < record->audience.list.count; i++) {
        const struct view_audience *audience = &record->audience.list.at[i];
        json_start_object(json);
        json_pair(json, "part", audience->part);
        json_pair(json, "title", audience->title);
        json_pair(json, "who", audience->who);
        json_pair(json, "relation", audience->relation);
        json_instant(a, json, "since", audience->since);
        json_view_cites(json, &audience->cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_told(struct arena *a, struct json *json, const struct view_record *record) {
    json_key(json, "told");
    json_start_array(json);
    for (size_t i = 0; i < record->told.count; i++) {
        json_start_object(json);
        json_pair(json, "title", record->told.at[i].title);
        json_pair(json, "who", record->told.at[i].who);
        json_instant(a, json, "at", record->told.at[i].at);
        json_view_cites(json, &record->told.at[i].cites);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_linked(struct json *json, const struct view_record *record) {
    json_key(json, "linked");
    json_start_array(json);
    for (size_t i = 0; i < record->linked.count; i++) {
        const struct view_link *link = &record->linked.at[i];
        json_start_object(json);
        json_pair(json, "ref", link->ref);
        json_pair(json, "procedure", link->procedure);
        json_pair(json, "title", link->title);
        json_pair(json, "state", link->state);
        json_end_object(json);
    }
    json_end_array(json);
}

/* What only who sees the record itself is shown. */
static void write_whole(struct arena *a, struct json *json, const struct view_record *record) {
    json_pair(json, "state", record->state);
    json_pair(json, "state_title", record->state_title);
    json_pair(json, "status", record->status);
    json_pair_bool(json, "open", record->open);
    json_instant(a, json, "opened_at", record->opened_at);
    json_view_person(json, "opener", &record->opener);
    json_pair(json, "handler", record->handler);
    json_pair(json, "service", record->service);
    json_key(json, "facts");
    json_start_array(json);
    for (size_t i = 0; i < record->facts.count; i++)
        write_entry(a, json, &record->facts.at[i]);
    json_end_array(json);
    write_timeline(a, json, record);
    write_powers(json, record);
    write_offers(json, record);
    json_key(json, "duties");
    json_start_array(json);
    for (size_t i = 0; i < record->duties.count; i++)
        json_view_duty(a, json, &record->duties.at[i]);
    json_end_array(json);
    write_audience(a, json, record);
    write_told(a, json, record);
}

void json_new_guests(struct json *json, const struct new_guests *guests) {
    size_t invited = 0;
    for (size_t i = 0; i < guests->list.count; i++)
        if (guests->list.at[i].is_opener)
            json_pair(json, "receipt", guests->list.at[i].code);
    for (size_t i = 0; i < guests->list.count; i++) {
        const struct new_guest *guest = &guests->list.at[i];
        if (guest->is_opener)
            continue;
        if (invited++ == 0) {
            json_key(json, "invitations");
            json_start_array(json);
        }
        json_start_object(json);
        json_pair(json, "name", guest->name);
        json_pair(json, "code", guest->code);
        json_end_object(json);
    }
    if (invited > 0)
        json_end_array(json);
}

void json_view_record(struct arena *a, struct json *json, const struct view_record *record,
                      const struct new_guests *guests) {
    json_start_object(json);
    json_pair(json, "ref", record->ref);
    json_pair(json, "procedure", record->procedure);
    json_pair(json, "procedure_title", record->procedure_title);
    json_pair(json, "title", record->title);
    json_pair_bool(json, "whole", record->whole);
    write_parts(a, json, record);
    write_linked(json, record);
    if (record->whole)
        write_whole(a, json, record);
    json_new_guests(json, guests);
    json_end_object(json);
}
