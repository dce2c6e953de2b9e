#include "api/api_private.h"

/* ---- pieces */

void json_day(struct arena *a, struct json *json, const char *key, int32_t date) {
    json_pair(json, key, date == DAY_FIRST || date == DAY_LAST ? NULL : day_format(a, date, DAY_ISO));
}

void json_instant(struct arena *a, struct json *json, const char *key, instant at) {
    json_pair(json, key, at == INSTANT_NONE ? NULL : instant_format(a, at));
}

void json_view_cites(struct json *json, const struct view_cites *cites) {
    json_key(json, "cites");
    json_start_array(json);
    for (size_t i = 0; i < cites->count; i++) {
        json_start_object(json);
        json_pair(json, "id", cites->at[i].id);
        json_pair(json, "summary", cites->at[i].summary);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_cites(struct json *json, const struct cites *cites) {
    json_key(json, "cites");
    json_start_array(json);
    for (size_t i = 0; i < cites->count; i++) {
        json_start_object(json);
        json_pair(json, "id", cites->at[i]->id);
        json_pair(json, "summary", cites->at[i]->summary);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_view_person(struct json *json, const char *key, const struct view_person *person) {
    json_key(json, key);
    if (person->name == NULL) {
        json_none(json);
        return;
    }
    json_start_object(json);
    json_pair(json, "id", person->id);
    json_pair(json, "name", person->name);
    json_pair(json, "title", person->title);
    json_end_object(json);
}

static void write_texts(struct json *json, const char *key, const char *const *texts, size_t count) {
    json_key(json, key);
    json_start_array(json);
    for (size_t i = 0; i < count; i++)
        json_text(json, texts[i]);
    json_end_array(json);
}

/* ---- forms */

static void write_field(struct json *json, const struct view_field *field) {
    json_start_object(json);
    json_pair(json, "name", field->name);
    json_pair(json, "label", field->label);
    json_pair(json, "hint", field->hint);
    json_pair(json, "kind", field_kind_name(field->kind));
    json_pair_bool(json, "required", field->required);
    json_key(json, "choices");
    json_start_array(json);
    for (size_t i = 0; i < field->choice_count; i++) {
        json_start_object(json);
        json_pair(json, "value", field->choices[i].value);
        json_pair(json, "label", field->choices[i].label);
        json_pair(json, "hint", field->choices[i].hint);
        json_end_object(json);
    }
    json_end_array(json);
    if (field->kind == FIELD_RECORD)
        json_pair_bool(json, "more_choices", field->more_choices);
    json_key(json, "when");
    if (field->when_field == NULL)
        json_none(json);
    else {
        json_start_object(json);
        write_texts(json, field->when_field, field->when_values, field->when_count);
        json_end_object(json);
    }
    json_end_object(json);
}

void json_view_form(struct json *json, const char *key, const struct view_form *form) {
    json_key(json, key);
    json_start_array(json);
    for (size_t i = 0; i < form->count; i++)
        write_field(json, &form->at[i]);
    json_end_array(json);
}

void json_view_procedure(struct json *json, const struct view_procedure *procedure) {
    json_start_object(json);
    json_pair(json, "name", procedure->name);
    json_pair(json, "title", procedure->title);
    json_pair(json, "start", procedure->start);
    json_pair(json, "summary", procedure->summary);
    json_pair(json, "menu", procedure->menu);
    json_pair(json, "register", procedure->register_title);
    json_pair_bool(json, "allowed", procedure->allowed);
    json_pair(json, "clause", procedure->cites.count == 0 ? NULL : procedure->cites.at[0].id);
    json_pair(json, "say", procedure->say);
    json_view_form(json, "form", &procedure->form);
    json_view_cites(json, &procedure->cites);
    json_end_object(json);
}

/* ---- lists */

void json_view_row(struct arena *a, struct json *json, const struct view_row *row) {
    json_start_object(json);
    json_pair(json, "ref", row->ref);
    json_pair(json, "procedure", row->procedure);
    json_pair(json, "procedure_title", row->procedure_title);
    json_pair(json, "title", row->title);
    json_pair(json, "state", row->state);
    json_pair(json, "state_title", row->state_title);
    json_pair_bool(json, "open", row->open);
    json_instant(a, json, "opened_at", row->opened_at);
    json_pair(json, "due", row->has_due ? day_format(a, row->due, DAY_ISO) : NULL);
    json_end_object(json);
}

void json_view_duty(struct arena *a, struct json *json, const struct view_duty *duty) {
    json_start_object(json);
    json_pair(json, "name", duty->name);
    json_pair(json, "label", duty->label);
    json_pair(json, "ref", duty->ref);
    json_pair(json, "record_title", duty->record_title);
    json_pair(json, "bearer", duty->bearer);
    json_pair_bool(json, "mine", duty->mine);
    json_pair_bool(json, "missed", duty->missed);
    json_pair_bool(json, "paused", duty->paused);
    json_instant(a, json, "started_at", duty->started_at);
    json_pair(json, "due", duty->paused ? NULL : day_format(a, duty->due, DAY_ISO));
    json_instant(a, json, "due_at", duty->paused ? INSTANT_NONE : duty->due_at);
    if (duty->working != NULL) {
        size_t count = 0;
        while (duty->working[count] != NULL)
            count++;
        write_texts(json, "working", duty->working, count);
        json_pair(json, "sentence", duty->sentence);
    }
    if (duty->late != NULL)
        json_pair(json, "late", duty->late);
    json_view_cites(json, &duty->cites);
    json_end_object(json);
}

void json_view_notice(struct arena *a, struct json *json, const struct view_notice *notice) {
    json_start_object(json);
    json_pair(json, "ref", notice->ref);
    json_pair(json, "title", notice->title);
    json_pair(json, "say", notice->say);
    json_instant(a, json, "at", notice->at);
    json_pair(json, "record", notice->record_ref);
    json_view_cites(json, &notice->cites);
    json_end_object(json);
}
