#include "cli/demo.h"

/* ---- days ---- */

int32_t demo_working_day(const struct calendar *calendar, int32_t today, int count) {
    int32_t date = today;
    while (calendar_closed(calendar, date) != NULL)
        date--;
    for (; count != 0; count += count < 0 ? 1 : -1)
        do
            date += count < 0 ? -1 : 1;
        while (calendar_closed(calendar, date) != NULL);
    return date;
}

/* "+5" or "-6 18:00": so many working days from now, and perhaps a time: "2026-12-29" or "2026-12-29T18:00". */
static const char *day_of(const struct demo_filling *filling, const char *text) {
    char **pieces = text_split(filling->a, text, ' ');
    const char *number = pieces[0][0] == '+' ? pieces[0] + 1 : pieces[0];
    int64_t count;
    if (!text_to_int(number, -200, 200, &count))
        return text;
    int32_t date = demo_working_day(filling->calendar, filling->today, (int)count);
    const char *written = day_format(filling->a, date, DAY_ISO);
    return pieces[1] == NULL ? written : arena_printf(filling->a, "%sT%s", written, pieces[1]);
}

/* ---- what is filled in ---- */

const char *demo_given(struct arena *a, const char *fields, const char *name) {
    if (fields == NULL)
        return NULL;
    for (char **pair = text_split(a, fields, ';'); *pair != NULL; pair++) {
        size_t length = strlen(name);
        if (strncmp(*pair, name, length) == 0 && (*pair)[length] == '=')
            return *pair + length + 1;
    }
    return NULL;
}

const char *demo_usual_choice(const struct field *field) {
    static const char *const usual[] = {"council", "not", "advice", "me", "myself", "routine"};
    for (size_t i = 0; i < LENGTH_OF(usual); i++)
        for (size_t k = 0; k < field->choice_count; k++)
            if (strcmp(field->choices[k].value, usual[i]) == 0)
                return usual[i];
    return field->choice_count == 0 ? NULL : field->choices[0].value;
}

/* "Tom Ridley, Jo Fairley": their ids, with a space between. */
static const char *people_of(const char *names, struct arena *a) {
    struct buf ids = {.arena = a};
    for (char **name = text_split(a, names, ','); *name != NULL; name++)
        buf_addf(&ids, "%s%s", ids.length == 0 ? "" : " ", demo_person_id(a, text_clean(a, *name)));
    return buf_text(&ids);
}

/* The reference of the affair that is called so; NULL. */
static const char *record_of(const struct demo_filling *filling, const char *name) {
    for (size_t i = 0; filling->affairs[i].procedure != NULL; i++)
        if (text_equal(filling->affairs[i].name, name))
            return filling->refs[i];
    return NULL;
}

static const char *unsaid(const struct field *field) {
    if (field->kind == FIELD_ATTEST)
        return "yes";
    return field->kind == FIELD_CHOICE && field->required ? demo_usual_choice(field) : NULL;
}

static const char *value_of(const struct demo_filling *filling, const struct field *field, const char *fields) {
    const char *text = demo_given(filling->a, fields, field->name);
    if (text == NULL)
        return unsaid(field);
    if (field->kind == FIELD_PERSON || field->kind == FIELD_PEOPLE)
        return people_of(text, filling->a);
    if (field->kind == FIELD_POST)
        return text_slug(filling->a, text);
    if (field->kind == FIELD_RECORD)
        return record_of(filling, text);
    if (field->kind == FIELD_DATE || field->kind == FIELD_TIME)
        return day_of(filling, text);
    return text;
}

void demo_fill(const struct demo_filling *filling, const struct form *form, const char *fields,
               struct values *values_r) {
    for (size_t i = 0; i < form->count; i++) {
        const char *value = value_of(filling, &form->at[i], fields);
        if (value != NULL)
            values_put(filling->a, values_r, form->at[i].name, value);
    }
}
