/* Checks the fields of an act against the form that asks for them. */
#include "engine/engine_private.h"

#include <jansson.h>

#define TEXT_MOST 200
#define LONG_MOST 20000
#define MANY_MOST 100
#define DATE_MOST_AHEAD 366 /* days: nobody promises anything for later */

const char *values_get(const struct values *values, const char *name) {
    for (size_t i = 0; i < values->list.count; i++)
        if (strcmp(values->list.at[i].name, name) == 0)
            return values->list.at[i].text;
    return NULL;
}

void values_put(struct arena *a, struct values *values, const char *name, const char *text) {
    struct value value = {.name = arena_strdup(a, name), .text = arena_strdup(a, text)};
    for (size_t i = 0; i < values->list.count; i++)
        if (strcmp(values->list.at[i].name, name) == 0) {
            values->list.at[i] = value;
            return;
        }
    LIST_ADD(a, &values->list, value);
}

struct values values_copy(struct arena *a, const struct values *values) {
    struct values copy = {0};
    for (size_t i = 0; i < values->list.count; i++)
        values_put(a, &copy, values->list.at[i].name, values->list.at[i].text);
    return copy;
}

char *values_json(const struct values *values, struct arena *a) {
    struct buf buf = {.arena = a};
    struct json json = {.buf = &buf};
    json_start_object(&json);
    for (size_t i = 0; i < values->list.count; i++)
        json_pair(&json, values->list.at[i].name, values->list.at[i].text);
    json_end_object(&json);
    return buf.data;
}

void values_parse(struct arena *a, struct values *values, const char *text) {
    json_t *json = json_loads(text, 0, NULL), *value;
    const char *name;
    json_object_foreach(json, name, value) {
        if (json_is_string(value))
            values_put(a, values, name, json_string_value(value));
    }
    json_decref(json);
}

void outcome_error(struct outcome *outcome, struct arena *a, const char *field, const char *say) {
    outcome->kind = OUTCOME_INVALID;
    struct field_error error = {.field = arena_strdup(a, field), .say = say};
    LIST_ADD(a, &outcome->errors, error);
}

bool outcome_has_error(const struct outcome *outcome, const struct field *field) {
    for (size_t i = 0; i < outcome->errors.count; i++)
        if (strcmp(outcome->errors.at[i].field, field->name) == 0)
            return true;
    return false;
}

static size_t characters(const char *text) {
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

static const char *missing(const struct situation *situation, const struct field *field, struct arena *a) {
    switch (field->kind) {
    case FIELD_CHOICE:
        return arena_printf(a, situation_say(situation, "Choose an answer to “%s”"), field->label);
    case FIELD_ATTEST:
        return arena_printf(a, situation_say(situation, "Confirm “%s”"), field->label);
    case FIELD_DATE:
        return arena_printf(a, situation_say(situation, "Enter a date for “%s”"), field->label);
    case FIELD_TIME:
        return arena_printf(a, situation_say(situation, "Enter a date and a time for “%s”"), field->label);
    case FIELD_SERVICE:
        return situation_say(situation, "Choose a service");
    case FIELD_BODY:
        return situation_say(situation, "Choose a committee or other body");
    case FIELD_WARD:
    case FIELD_WARDS:
        return arena_printf(a, situation_say(situation, "Choose an area for “%s”"), field->label);
    case FIELD_POST:
        return situation_say(situation, "Choose a post");
    case FIELD_PERSON:
        return situation_say(situation, "Choose a person");
    case FIELD_PEOPLE:
        return situation_say(situation, "Choose at least one person");
    case FIELD_CLAUSE:
        return situation_say(situation, "Choose a clause");
    case FIELD_RECORD:
        return situation_say(situation, "Choose a record");
    case FIELD_PART:
        return arena_printf(a, situation_say(situation, "Choose a part for “%s”"), field->label);
    case FIELD_GUEST:
        return situation_say(situation, "Enter the name of whoever is invited");
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_KIND_COUNT:
        break;
    }
    return arena_printf(a, situation_say(situation, "Enter an answer to “%s”"), field->label);
}

static const struct choice *choice_of(const struct field *field, const char *value) {
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].value, value) == 0)
            return &field->choices[i];
    return NULL;
}

static const char *check_choice(const struct situation *situation, const struct field *field, const struct power *power,
                                const char *value, struct arena *a) {
    const struct choice *choice = choice_of(field, value);
    if (choice == NULL)
        return arena_printf(a, situation_say(situation, "Choose one of the answers to “%s”"), field->label);
    if (choice->by.count > 0 && !relations_include(situation, &choice->by, situation->actor, power))
        return arena_printf(a, situation_say(situation, "“%s” is not open to you"), choice->label);
    return NULL;
}

static const char *check_date(const struct situation *situation, const struct field *field, const char *value,
                              struct arena *a) {
    int32_t date;
    if (!day_parse(value, &date))
        return situation_say(situation, "Enter a real date");
    if (field->past)
        return date <= situation->today ? NULL : situation_say(situation, "The date must be today or before");
    if (date <= situation->today)
        return situation_say(situation, "The date must be after today");
    if (date > situation->today + DATE_MOST_AHEAD)
        return situation_say(situation, "The date must be within a year");
    const char *closed = calendar_closed(council_calendar(situation->council, &situation->pack->calendars[0]), date);
    if (closed != NULL)
        return arena_printf(a, situation_say(situation, "The office is closed on that day (%s): choose a working day"),
                            situation_say(situation, closed));
    return NULL;
}

/* "2026-12-29T14:00" of the council's zone. */
static bool time_parse(const char *value, enum zone zone, instant *at_r) {
    instant local;
    if (strlen(value) != strlen("2026-12-29T14:00") || !instant_parse(value, &local))
        return false;
    struct local clock = zone_local(ZONE_UTC, local);
    *at_r = zone_instant(zone, clock.date, clock.second);
    return true;
}

const struct field *takes_place(const struct procedure *procedure, enum zone zone, const struct values *facts,
                                instant *at_r) {
    for (size_t i = 0; i < procedure->open_form.count; i++) {
        const struct field *field = &procedure->open_form.at[i];
        const char *value = field->kind == FIELD_TIME && field->part == NULL ? values_get(facts, field->name) : NULL;
        if (value != NULL && time_parse(value, zone, at_r))
            return field;
    }
    return NULL;
}

static const char *check_time(const struct situation *situation, const char *value) {
    instant at;
    if (!time_parse(value, situation->council->zone, &at))
        return situation_say(situation, "Enter a real date, and a time such as 14:30");
    if (at <= situation->now)
        return situation_say(situation, "The time must be still to come");
    if (council_day(situation->council, at) > situation->today + DATE_MOST_AHEAD)
        return situation_say(situation, "The date must be within a year");
    return NULL;
}

static const char *check_body(const struct situation *situation, const struct field *field,
                              const struct organization *body) {
    if (body == NULL || body->kind != ORGANIZATION_BODY)
        return situation_say(situation, "Choose one of the bodies");
    return field_admits_body(field, body)
               ? NULL
               : situation_say(situation, "Choose another body: this one decides nothing for the council");
}

static const char *check_service(const struct situation *situation, const struct organization *service) {
    return service != NULL && service->kind == ORGANIZATION_SERVICE
               ? NULL
               : situation_say(situation, "Choose one of the services");
}

static void add_principals(const struct situation *situation, const struct relations *relations,
                           const struct power *power, struct arena *a, struct principals *to) {
    for (size_t i = 0; i < relations->count; i++)
        relation_principals(situation, &relations->at[i], power, a, to);
}

static bool has_principal(const struct principals *principals, const char *name) {
    for (size_t i = 0; i < principals->list.count; i++)
        if (strcmp(principals->list.at[i], name) == 0)
            return true;
    return false;
}

void field_posts(const struct situation *situation, const struct field *field, const struct power *power,
                 struct arena *a, struct principals *to) {
    struct principals among = {0}, not_among = {0};
    add_principals(situation, &field->among, power, a, &among);
    add_principals(situation, &field->not_among, power, a, &not_among);
    for (size_t i = 0; i < among.list.count; i++)
        if (!has_principal(&not_among, among.list.at[i]))
            LIST_ADD(a, &to->list, among.list.at[i]);
}

/* A name that the actor is not shown would be confirmed by being taken. What another act hands on was named by who was
 * shown it. */
static bool is_unknown_to_actor(const struct situation *situation, const struct person *person) {
    return situation->pack->junior_names_hidden.count > 0 && !situation->on_behalf && situation->actor != NULL &&
           situation->actor->kind != PERSON_OFFICER && person->kind == PERSON_OFFICER &&
           !directory_is_senior(situation->council->directory, person, situation->today);
}

bool field_admits(const struct situation *situation, const struct field *field, const struct power *power,
                  const struct person *person) {
    if (person == NULL || is_unknown_to_actor(situation, person))
        return false;
    if (power != NULL && power->handler == field && is_kept_apart(situation, person))
        return false;
    return relations_include(situation, &field->among, person, power) &&
           !relations_include(situation, &field->not_among, person, power);
}

bool field_admits_body(const struct field *field, const struct organization *body) {
    return body->kind == ORGANIZATION_BODY && !(field->deciding && body->informal);
}

static const char *check_post(const struct situation *situation, const struct field *field, const struct power *power,
                              const char *id, struct arena *a) {
    struct principals posts = {0};
    field_posts(situation, field, power, a, &posts);
    return has_principal(&posts, arena_printf(a, "post:%s", id)) ? NULL
                                                                 : situation_say(situation, "Choose one of the posts");
}

static const char *check_clause(const struct situation *situation, const struct field *field, const char *id) {
    for (size_t i = 0; i < field->clauses.count; i++)
        if (strcmp(field->clauses.at[i]->id, id) == 0)
            return NULL;
    return situation_say(situation, "Choose one of the clauses");
}

char *reference_clean(struct arena *a, const char *text) {
    char *ref = text_clean(a, text);
    for (char *c = ref; *c != '\0'; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    return ref;
}

/* The same is said of a record that is hidden and of one that there is not. */
static const char *check_source(const struct situation *situation, const struct field *field, struct arena *a) {
    const struct source *source = source_of(situation, field);
    if (source == NULL || source->named == NULL)
        return field->copies != NULL
                   ? situation_say(situation, "Choose a record that you can read and that has this part")
                   : situation_say(situation, "Choose a record that you can see");
    if (!names_admit(&field->of, source->named->procedure->name))
        return situation_say(situation, "Choose a record of the kind that is asked for");
    if (!names_admit(&field->in, source->named->record->state->name))
        return arena_printf(a, situation_say(situation, "Choose another record: this one is “%s”"),
                            source->named->record->state->title);
    return NULL;
}

/* The same is said of a part that is hidden and of one that there is not. */
static const char *check_part(const struct situation *situation, const struct field *field) {
    const struct source *source = source_of(situation, field);
    return source != NULL && source->named != NULL && source->body != NULL
               ? NULL
               : situation_say(situation, "Choose a part of the record that you can read");
}

static const char *check_words(const struct situation *situation, const struct field *field, const char *value,
                               struct arena *a) {
    size_t most = field->kind == FIELD_LONG ? LONG_MOST : TEXT_MOST;
    if (field->kind != FIELD_LONG && strchr(value, '\n') != NULL)
        return arena_printf(a, situation_say(situation, "“%s” must be one line"), field->label);
    if (!text_is_utf8(value, strlen(value)))
        return arena_printf(a, situation_say(situation, "“%s” has characters that cannot be read"), field->label);
    if (characters(value) > most)
        return arena_printf(a, situation_say(situation, "“%s” must be %zu characters or fewer"), field->label, most);
    return NULL;
}

/* NULL, or what is wrong with one value that is there. */
static const char *check(const struct situation *situation, const struct field *field, const struct power *power,
                         const char *value, struct arena *a) {
    const struct directory *directory = situation->council->directory;
    switch (field->kind) {
    case FIELD_CHOICE:
        return check_choice(situation, field, power, value, a);
    case FIELD_ATTEST:
        return strcmp(value, "yes") == 0 ? NULL : missing(situation, field, a);
    case FIELD_DATE:
        return check_date(situation, field, value, a);
    case FIELD_TIME:
        return check_time(situation, value);
    case FIELD_SERVICE:
        return check_service(situation, directory_organization(directory, value));
    case FIELD_BODY:
        return check_body(situation, field, directory_organization(directory, value));
    case FIELD_WARD:
    case FIELD_WARDS:
        return directory_area(directory, value) != NULL ? NULL : situation_say(situation, "Choose out of the areas");
    case FIELD_POST:
        return check_post(situation, field, power, value, a);
    case FIELD_PERSON:
    case FIELD_PEOPLE:
        return field_admits(situation, field, power, directory_person(directory, value))
                   ? NULL
                   : situation_say(situation, "Choose out of the people");
    case FIELD_CLAUSE:
        return check_clause(situation, field, value);
    case FIELD_RECORD:
        return check_source(situation, field, a);
    case FIELD_PART:
        return check_part(situation, field);
    case FIELD_GUEST:
        return check_words(situation, field, guest_name(value), a);
    case FIELD_TEXT:
    case FIELD_LONG:
        return check_words(situation, field, value, a);
    case FIELD_KIND_COUNT:
        break;
    }
    return NULL;
}

static bool has_id(char **ids, size_t count, const char *id) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

/* Each of several ids once, with one space between them; checked one by one. */
static const char *check_many(const struct situation *situation, const struct field *field, const struct power *power,
                              const char **value, struct arena *a) {
    char **ids = text_split(a, *value, ' ');
    struct buf once = {.arena = a};
    size_t count = 0;
    for (size_t i = 0; ids[i] != NULL; i++) {
        if (ids[i][0] == '\0' || has_id(ids, i, ids[i]))
            continue;
        if (++count > MANY_MOST)
            return arena_printf(a, situation_say(situation, "Choose %d or fewer"), MANY_MOST);
        const char *wrong = check(situation, field, power, ids[i], a);
        if (wrong != NULL)
            return wrong;
        buf_addf(&once, "%s%s", once.length == 0 ? "" : " ", ids[i]);
    }
    *value = buf_text(&once);
    return NULL;
}

static bool is_too_soon(const struct situation *situation, const struct field *field, const char *value,
                        struct arena *a) {
    struct deadline least;
    const char *error;
    instant at = INSTANT_NONE;
    int32_t date;
    if (field->kind == FIELD_TIME && time_parse(value, situation->council->zone, &at))
        date = council_day(situation->council, at);
    else if (field->kind != FIELD_DATE || !day_parse(value, &date))
        return false;
    if (!deadline_compute(a, council_calendar(situation->council, &situation->pack->calendars[0]), situation->now,
                          field->sooner, &least, &error))
        return false; /* the checker refuses packs whose terms no calendar can hold */
    bool by_the_hour = field->sooner.unit == TERM_HOURS || field->sooner.unit == TERM_WORKING_HOURS;
    return by_the_hour && at != INSTANT_NONE ? at < least.ends : date < least.due;
}

const struct field *form_too_soon(const struct situation *situation, const struct form *form,
                                  const struct values *fields, struct arena *a) {
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        const char *value = field->sooner.amount == 0 ? NULL : values_get(fields, field->name);
        if (value != NULL && cites_hold(&field->sooner_cites, situation->today) &&
            is_too_soon(situation, field, value, a))
            return field;
    }
    return NULL;
}

void form_check(const struct situation *situation, const struct form *form, const struct power *power,
                const struct values *given, struct arena *a, struct values *clean_r, struct outcome *outcome) {
    for (size_t i = 0; i < given->list.count; i++)
        if (form_field(form, given->list.at[i].name) == NULL)
            outcome_error(outcome, a, given->list.at[i].name,
                          situation_say(situation, "The form has no field of this name"));
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        if (!condition_holds(situation, &field->when, clean_r))
            continue; /* not asked: what a browser sent for it anyway is left out */
        if (field->kind == FIELD_PART && outcome_has_error(outcome, field->part_of))
            continue; /* of which record is to be said first */
        const char *value = values_get(given, field->name);
        value = value == NULL ? "" : field->kind == FIELD_RECORD ? reference_clean(a, value) : text_clean(a, value);
        if (value[0] == '\0') {
            if (field->required)
                outcome_error(outcome, a, field->name, missing(situation, field, a));
            continue;
        }
        const char *wrong = field_kind_is_many(field->kind) ? check_many(situation, field, power, &value, a)
                                                            : check(situation, field, power, value, a);
        if (wrong != NULL)
            outcome_error(outcome, a, field->name, wrong);
        values_put(a, clean_r, field->name, value);
    }
}

const char *time_say(const struct language *in, const char *value, struct arena *a) {
    instant at;
    if (!time_parse(value, ZONE_UTC, &at)) /* as it was written, whatever the zone */
        return value;
    struct local clock = zone_local(ZONE_UTC, at);
    const char *clocks = arena_printf(a, "%02d:%02d", clock.second / 3600, clock.second / 60 % 60);
    return arena_printf(a, text_say(in, "%s at %s"), day_say(in, a, clock.date, DAY_FULL), clocks);
}

const char *time_say_kept(const struct language *in, const char *kept, struct arena *a) {
    const char *at = strstr(kept, " at ");
    if (in == NULL || at == NULL)
        return kept;
    const char *date = arena_strndup(a, kept, (size_t)(at - kept));
    return arena_printf(a, text_say(in, "%s at %s"), day_say_kept(in, a, date), at + strlen(" at "));
}

static const char *clause_display(const struct field *field, const char *id, struct arena *a) {
    for (size_t i = 0; i < field->clauses.count; i++)
        if (strcmp(field->clauses.at[i]->id, id) == 0)
            return arena_printf(a, "%s: %s", id, field->clauses.at[i]->summary);
    return id;
}

/* As the record calls it. */
static const char *part_display(const struct situation *situation, const struct field *field, const char *name) {
    const struct source *record = source_of(situation, field->part_of);
    const struct part *part =
        record == NULL || record->named == NULL ? NULL : procedure_part(record->named->procedure, name);
    return part == NULL ? name : part->title;
}

static const char *display(const struct situation *situation, const struct field *field, const char *value,
                           struct arena *a) {
    const struct directory *directory = situation->council->directory;
    const struct choice *choice;
    const struct organization *organization;
    const struct area *area;
    const struct post *post;
    const struct person *person;
    int32_t date;
    switch (field->kind) {
    case FIELD_CHOICE:
        choice = choice_of(field, value);
        return choice == NULL ? value : choice->label;
    case FIELD_DATE:
        return day_parse(value, &date) ? day_format(a, date, DAY_FULL) : value;
    case FIELD_TIME:
        return time_say(NULL, value, a);
    case FIELD_SERVICE:
    case FIELD_BODY:
        organization = directory_organization(directory, value);
        return organization == NULL ? value : organization->name;
    case FIELD_WARD:
    case FIELD_WARDS:
        area = directory_area(directory, value);
        return area == NULL ? value : area->name;
    case FIELD_POST:
        post = directory_post(directory, value);
        return post == NULL ? value : post->label;
    case FIELD_PERSON:
    case FIELD_PEOPLE:
        person = directory_person(directory, value);
        return person == NULL ? value : person->name;
    case FIELD_CLAUSE:
        return clause_display(field, value, a);
    case FIELD_PART:
        return part_display(situation, field, value);
    case FIELD_GUEST:
        return guest_name(value);
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_ATTEST:
    case FIELD_RECORD:
    case FIELD_KIND_COUNT:
        break;
    }
    return value;
}

const char *field_display(const struct situation *situation, const struct field *field, const char *value,
                          struct arena *a) {
    if (!field_kind_is_many(field->kind))
        return display(situation, field, value, a);
    char **ids = text_split(a, value, ' ');
    struct buf lines = {.arena = a};
    for (size_t i = 0; ids[i] != NULL; i++)
        buf_addf(&lines, "%s%s", i == 0 ? "" : "\n", display(situation, field, ids[i], a));
    return arena_strdup(a, buf_text(&lines));
}
