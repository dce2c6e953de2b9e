/* What a browser sends of a form, as the engine takes it, and back. */
#include "web/form_values.h"

#include "web/page.h"

/* ---- dates: a field "expected" is the inputs "expected-day", "expected-month", "expected-year"; a time is
 * "expected-time" too ---- */

static const char *const date_pieces[] = {"day", "month", "year"};

const char *form_piece(struct arena *a, const struct http_pairs *sent, const char *field, const char *piece) {
    const char *text = http_value(sent, arena_printf(a, "%s-%s", field, piece));
    return text == NULL ? "" : text_clean(a, text);
}

/* "2026-12-29"; NULL when all three are empty; what the engine will call no date otherwise. */
static const char *date_value(struct arena *a, const struct http_pairs *sent, const char *field) {
    static const int64_t least[] = {1, 1, 1000}, most[] = {31, 12, 9999};
    int64_t numbers[3];
    size_t given = 0, right = 0;
    for (size_t i = 0; i < LENGTH_OF(date_pieces); i++) {
        const char *text = form_piece(a, sent, field, date_pieces[i]);
        given += text[0] != '\0';
        right += text_to_int(text, least[i], most[i], &numbers[i]);
    }
    if (given == 0)
        return NULL;
    if (right < LENGTH_OF(date_pieces))
        return "no date";
    return arena_printf(a, "%04d-%02d-%02d", (int)numbers[2], (int)numbers[1], (int)numbers[0]);
}

/* "14:30" for that, "9:05" and "9.05"; the text itself when it is no time. */
static const char *clock_text(struct arena *a, const char *text) {
    size_t length = strcspn(text, ":.");
    int64_t hour, minute;
    if (text[length] == '\0' || strlen(text + length + 1) != 2 ||
        !text_to_int(arena_strndup(a, text, length), 0, 23, &hour) || !text_to_int(text + length + 1, 0, 59, &minute))
        return text;
    return arena_printf(a, "%02d:%02d", (int)hour, (int)minute);
}

/* "2026-12-29T14:30"; NULL when all four are empty; what the engine will call no time otherwise. */
static const char *time_value(struct arena *a, const struct http_pairs *sent, const char *field) {
    const char *date = date_value(a, sent, field), *clock = form_piece(a, sent, field, "time");
    if (date == NULL && clock[0] == '\0')
        return NULL;
    return arena_printf(a, "%sT%s", date == NULL ? "" : date, clock_text(a, clock));
}

static bool has_piece(struct arena *a, const struct http_pairs *sent, const char *field, const char *piece) {
    return http_value(sent, arena_printf(a, "%s-%s", field, piece)) != NULL;
}

/* ---- several things: a field "who" is the boxes "who.1", "who.2" and so on, each with an id ---- */

#define BOX_SEPARATOR '.' /* in the name of no field */

const char *form_box_name(struct arena *a, const char *field, size_t i) {
    return arena_printf(a, "%s%c%zu", field, BOX_SEPARATOR, i + 1);
}

bool form_is_box_of(const char *name, const char *field) {
    return text_starts(name, field) && name[strlen(field)] == BOX_SEPARATOR;
}

static const char *boxes_value(struct arena *a, const struct http_pairs *sent, const char *field) {
    struct buf ids = {.arena = a};
    for (size_t i = 0; i < sent->list.count; i++)
        if (form_is_box_of(sent->list.at[i].name, field))
            buf_addf(&ids, "%s%s", ids.length == 0 ? "" : " ", sent->list.at[i].value);
    return buf_text(&ids);
}

/* ---- reading ---- */

static bool is_piece(struct arena *a, const struct http_pairs *sent, const char *name, const char **field_r) {
    const char *hyphen = strrchr(name, '-');
    if (hyphen == NULL || (strcmp(hyphen, "-day") != 0 && strcmp(hyphen, "-month") != 0 &&
                           strcmp(hyphen, "-year") != 0 && strcmp(hyphen, "-time") != 0))
        return false;
    const char *field = arena_strndup(a, name, (size_t)(hyphen - name));
    for (size_t i = 0; i < LENGTH_OF(date_pieces); i++)
        if (!has_piece(a, sent, field, date_pieces[i]))
            return false;
    *field_r = field;
    return true;
}

void form_values(struct arena *a, const struct http_pairs *sent, struct values *values_r) {
    *values_r = (struct values){0};
    for (size_t i = 0; i < sent->list.count; i++) {
        const char *name = sent->list.at[i].name, *text = sent->list.at[i].value;
        if (strcmp(name, SESSION_TOKEN_FIELD) == 0 || strcmp(name, SESSION_KEY_FIELD) == 0)
            continue;
        const char *separator = strchr(name, BOX_SEPARATOR);
        if (separator != NULL) {
            name = arena_strndup(a, name, (size_t)(separator - name));
            text = boxes_value(a, sent, name);
        } else if (is_piece(a, sent, name, &name)) {
            text = has_piece(a, sent, name, "time") ? time_value(a, sent, name) : date_value(a, sent, name);
        }
        if (!text_empty(text))
            values_put(a, values_r, name, text);
    }
}

static void add_pair(struct arena *a, struct http_pairs *pairs, const char *name, const char *value) {
    LIST_ADD(a, &pairs->list, ((struct http_pair){name, value}));
}

/* "2026-12-29", and "T14:30" of a time, in its pieces; what is neither has none. */
static void add_date_pairs(struct arena *a, const char *field, const char *text, struct http_pairs *pairs) {
    int32_t date;
    const char *clock = strchr(text, 'T');
    const char *date_text = clock == NULL ? text : arena_strndup(a, text, (size_t)(clock - text));
    if (clock != NULL)
        add_pair(a, pairs, arena_printf(a, "%s-time", field), clock + 1);
    if (!day_parse(date_text, &date))
        return;
    char **pieces = text_split(a, date_text, '-');
    for (size_t i = 0; i < LENGTH_OF(date_pieces); i++)
        add_pair(a, pairs, arena_printf(a, "%s-%s", field, date_pieces[i]), pieces[LENGTH_OF(date_pieces) - 1 - i]);
}

static void add_box_pairs(struct arena *a, const char *field, const char *text, struct http_pairs *pairs) {
    char **ids = text_split(a, text, ' ');
    for (size_t i = 0; ids[i] != NULL; i++)
        add_pair(a, pairs, form_box_name(a, field, i), ids[i]);
}

const struct view_field *form_field_named(const struct view_form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->at[i].name, name) == 0)
            return &form->at[i];
    return NULL;
}

void form_pairs(struct arena *a, const struct view_form *form, const struct values *values,
                struct http_pairs *pairs_r) {
    *pairs_r = (struct http_pairs){0};
    for (size_t i = 0; i < values->list.count; i++) {
        const struct value *value = &values->list.at[i];
        const struct view_field *field = form_field_named(form, value->name);
        if (field != NULL && (field->kind == FIELD_DATE || field->kind == FIELD_TIME))
            add_date_pairs(a, value->name, value->text, pairs_r);
        else if (field != NULL && field_kind_is_many(field->kind))
            add_box_pairs(a, value->name, value->text, pairs_r);
        else
            add_pair(a, pairs_r, value->name, value->text);
    }
}
