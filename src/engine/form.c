/* Checks the fields of an act against the form that asks for them. */
#include "engine/engine_private.h"

#define TEXT_MOST 200
#define LONG_MOST 20000
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

static void error_add(struct outcome *outcome, struct arena *a, const char *field, const char *say) {
    outcome->kind = OUTCOME_INVALID;
    struct field_error error = {.field = arena_strdup(a, field), .say = say};
    LIST_ADD(a, &outcome->errors, error);
}

static size_t characters(const char *text) {
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

static const char *missing(const struct field *field, struct arena *a) {
    switch (field->kind) {
    case FIELD_CHOICE:
        return arena_printf(a, "Choose an answer to “%s”", field->label);
    case FIELD_ATTEST:
        return arena_printf(a, "Confirm “%s”", field->label);
    case FIELD_DATE:
        return arena_printf(a, "Enter a date for “%s”", field->label);
    case FIELD_SERVICE:
        return "Choose a service";
    case FIELD_PERSON:
        return "Choose a person";
    case FIELD_RECORD:
        return "Choose a record";
    default:
        return arena_printf(a, "Enter an answer to “%s”", field->label);
    }
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
        return arena_printf(a, "Choose one of the answers to “%s”", field->label);
    if (choice->by.count > 0 && !relations_include(situation, &choice->by, situation->actor, power))
        return arena_printf(a, "“%s” is not open to you", choice->label);
    return NULL;
}

static const char *check_date(const struct situation *situation, const char *value, struct arena *a) {
    int32_t date;
    if (!day_parse(value, &date))
        return "Enter a real date";
    if (date <= situation->today)
        return "The date must be after today";
    if (date > situation->today + DATE_MOST_AHEAD)
        return "The date must be within a year";
    const char *closed = calendar_closed(council_calendar(situation->council, &situation->pack->calendars[0]), date);
    if (closed != NULL)
        return arena_printf(a, "The office is closed on that day (%s): choose a working day", closed);
    return NULL;
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
        return field->copies != NULL ? "Choose a record that you can read and that has this part"
                                     : "Choose a record that you can see";
    if (!names_admit(&field->of, source->named->procedure->name))
        return "Choose a record of the kind that is asked for";
    if (!names_admit(&field->in, source->named->record->state->name))
        return arena_printf(a, "Choose another record: this one is “%s”", source->named->record->state->title);
    return NULL;
}

/* NULL, or what is wrong with a value that is there. */
static const char *check(const struct situation *situation, const struct field *field, const struct power *power,
                         const char *value, struct arena *a) {
    const struct directory *directory = situation->council->directory;
    const struct organization *organization;
    size_t most = field->kind == FIELD_LONG ? LONG_MOST : TEXT_MOST;
    switch (field->kind) {
    case FIELD_CHOICE:
        return check_choice(situation, field, power, value, a);
    case FIELD_ATTEST:
        return strcmp(value, "yes") == 0 ? NULL : missing(field, a);
    case FIELD_DATE:
        return check_date(situation, value, a);
    case FIELD_SERVICE:
        organization = directory_organization(directory, value);
        return organization != NULL && organization->kind == ORGANIZATION_SERVICE ? NULL : "Choose one of the services";
    case FIELD_PERSON:
        return relations_include(situation, &field->among, directory_person(directory, value), power)
                   ? NULL
                   : "Choose one of the people";
    case FIELD_RECORD:
        return check_source(situation, field, a);
    case FIELD_TEXT:
        if (strchr(value, '\n') != NULL)
            return arena_printf(a, "“%s” must be one line", field->label);
        break;
    case FIELD_LONG:
        break;
    }
    if (!text_is_utf8(value, strlen(value)))
        return arena_printf(a, "“%s” has characters that cannot be read", field->label);
    if (characters(value) > most)
        return arena_printf(a, "“%s” must be %zu characters or fewer", field->label, most);
    return NULL;
}

void form_check(const struct situation *situation, const struct form *form, const struct power *power,
                const struct values *given, struct arena *a, struct values *clean_r, struct outcome *outcome) {
    for (size_t i = 0; i < given->list.count; i++)
        if (form_field(form, given->list.at[i].name) == NULL)
            error_add(outcome, a, given->list.at[i].name, "The form has no field of this name");
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        if (!condition_holds(situation, &field->when, clean_r))
            continue; /* not asked: what a browser sent for it anyway is left out */
        const char *value = values_get(given, field->name);
        value = value == NULL ? "" : field->kind == FIELD_RECORD ? reference_clean(a, value) : text_clean(a, value);
        if (value[0] == '\0') {
            if (field->required)
                error_add(outcome, a, field->name, missing(field, a));
            continue;
        }
        const char *wrong = check(situation, field, power, value, a);
        if (wrong != NULL)
            error_add(outcome, a, field->name, wrong);
        values_put(a, clean_r, field->name, value);
    }
}

const char *field_display(const struct situation *situation, const struct field *field, const char *value,
                          struct arena *a) {
    const struct directory *directory = situation->council->directory;
    const struct choice *choice;
    const struct organization *organization;
    const struct person *person;
    int32_t date;
    switch (field->kind) {
    case FIELD_CHOICE:
        choice = choice_of(field, value);
        return choice == NULL ? value : choice->label;
    case FIELD_DATE:
        return day_parse(value, &date) ? day_format(a, date, DAY_FULL) : value;
    case FIELD_SERVICE:
        organization = directory_organization(directory, value);
        return organization == NULL ? value : organization->name;
    case FIELD_PERSON:
        person = directory_person(directory, value);
        return person == NULL ? value : person->name;
    default:
        return value;
    }
}
