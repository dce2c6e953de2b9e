#include "web/form_page.h"

/* Up to so many choices are shown at once; more go into a list that opens. */
#define RADIOS_MOST 7

struct drawing {
    struct arena *a;
    const struct html *page; /* that it is on */
    const struct view_form *form;
    const struct http_pairs *sent;
    const struct form_errors *errors;
};

static const char *error_of(const struct drawing *drawing, const char *field) {
    for (size_t i = 0; i < drawing->errors->count; i++)
        if (strcmp(drawing->errors->at[i].field, field) == 0)
            return drawing->errors->at[i].say;
    return NULL;
}

static struct govuk_error_message message_of(const struct drawing *drawing, const char *field) {
    struct govuk_error_message message = page_error(drawing->page->language, error_of(drawing, field));
    message.html = html_foreign_quotes_piece(drawing->page, drawing->a, message.text);
    return message;
}

/* ---- what hangs on what ---- */

static bool is_radios(const struct view_field *field) {
    return (field->kind == FIELD_CHOICE || field->kind == FIELD_CLAUSE) && field->choice_count <= RADIOS_MOST;
}

/* The field under whose answer this one stands; NULL for one that stands for itself. */
static const struct view_field *parent_of(const struct view_form *form, const struct view_field *field) {
    const struct view_field *parent =
        field->when_field == NULL || field->when_count != 1 ? NULL : form_field_named(form, field->when_field);
    return parent != NULL && is_radios(parent) ? parent : NULL;
}

static bool is_asked(const struct view_field *field, const struct values *values) {
    const char *given = field->when_field == NULL ? NULL : values_get(values, field->when_field);
    if (field->when_field == NULL)
        return true;
    for (size_t i = 0; i < field->when_count && given != NULL; i++)
        if (strcmp(field->when_values[i], given) == 0)
            return true;
    return false;
}

/* ---- drawing ---- */

static void draw_field(struct html *out, const struct drawing *drawing, const struct view_field *field);

/* A text of the pack. */
static struct markup text_of(const struct drawing *drawing, const char *text) {
    return html_foreign_piece(drawing->page, drawing->a, text);
}

static struct html piece_of(const struct drawing *drawing) {
    return (struct html){
        .buf.arena = drawing->a, .language = drawing->page->language, .foreign = drawing->page->foreign};
}

static struct markup label_of(const struct drawing *drawing, const struct view_field *field) {
    struct html label = piece_of(drawing);
    if (field->required)
        html_foreign(&label, field->label);
    else
        html_foreign_in(&label, html_say(&label, "%s (optional)"), field->label);
    return html_markup(&label);
}

/* Of a field of which something is to be chosen. */
static struct markup hint_of(const struct drawing *drawing, const struct view_field *field) {
    struct html hint = piece_of(drawing);
    if (field->choice_count > 0)
        return text_of(drawing, field->hint);
    html_text(&hint, html_say(&hint, "There is none that you could choose."));
    return html_markup(&hint);
}

static const char *value_of(const struct drawing *drawing, const struct view_field *field) {
    return http_value(drawing->sent, field->name);
}

static void draw_text(struct html *out, const struct drawing *drawing, const struct view_field *field,
                      struct markup hint) {
    govuk_input(out, &(struct govuk_input){
                         .label = {.html = label_of(drawing, field), .classes = "govuk-label--s"},
                         .hint.html = hint,
                         .error_message = message_of(drawing, field->name),
                         .name = field->name,
                         .value = value_of(drawing, field),
                     });
}

static void draw_long(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    govuk_textarea(out, &(struct govuk_textarea){
                            .label = {.html = label_of(drawing, field), .classes = "govuk-label--s"},
                            .hint.html = text_of(drawing, field->hint),
                            .error_message = message_of(drawing, field->name),
                            .name = field->name,
                            .value = value_of(drawing, field),
                            .rows = 7,
                        });
}

static void draw_attest(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    struct govuk_checkboxes_item item = {.html = text_of(drawing, field->label),
                                         .value = "yes",
                                         .hint.html = text_of(drawing, field->hint),
                                         .checked = text_equal(value_of(drawing, field), "yes")};
    govuk_checkboxes(out, &(struct govuk_checkboxes){
                              .name = field->name,
                              .error_message = message_of(drawing, field->name),
                              .items = {&item, 1},
                              .classes = "govuk-checkboxes--small",
                          });
}

/* Of a date, and of a time, which has one input more. */
static void draw_date(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    const char *error = error_of(drawing, field->name);
    static const struct {
        const char *name, *label;
    } inputs[] = {{"day", SAID("Day")}, {"month", SAID("Month")}, {"year", SAID("Year")}};
    struct govuk_date_item items[LENGTH_OF(inputs) + 1];
    for (size_t i = 0; i < LENGTH_OF(inputs); i++)
        items[i] = (struct govuk_date_item){.name = inputs[i].name,
                                            .label = html_say(drawing->page, inputs[i].label),
                                            .value = form_piece(drawing->a, drawing->sent, field->name, inputs[i].name),
                                            .error = error != NULL};
    items[LENGTH_OF(inputs)] = (struct govuk_date_item){
        .name = "time",
        .label = html_say(drawing->page, "Time, such as 14:30"),
        .value = form_piece(drawing->a, drawing->sent, field->name, "time"),
        .inputmode = "text",
        .classes = "govuk-input--width-5",
        .error = error != NULL,
    };
    govuk_date_input(out,
                     &(struct govuk_date_input){
                         .fieldset.legend = {.html = label_of(drawing, field), .classes = "govuk-fieldset__legend--s"},
                         .hint.html = text_of(drawing, field->hint),
                         .error_message = message_of(drawing, field->name),
                         .id = field->name,
                         .name_prefix = field->name,
                         .items = {items, LENGTH_OF(inputs) + (field->kind == FIELD_TIME)},
                     });
}

/* The fields that stand under an answer, as markup. */
static struct markup draw_children(const struct drawing *drawing, const struct view_field *parent, const char *value) {
    struct html *out = ARENA_NEW(drawing->a, struct html);
    *out = piece_of(drawing);
    for (size_t i = 0; i < drawing->form->count; i++) {
        const struct view_field *field = &drawing->form->at[i];
        if (parent_of(drawing->form, field) == parent && strcmp(field->when_values[0], value) == 0)
            draw_field(out, drawing, field);
    }
    return html_markup(out);
}

/* Where an answer is owed and there is only one, it is given. */
static const char *radio_of(const struct drawing *drawing, const struct view_field *field) {
    const char *value = value_of(drawing, field);
    return text_empty(value) && field->required && field->choice_count == 1 ? field->choices[0].value : value;
}

static void draw_radios(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    struct govuk_radios_item *items = ARENA_ARRAY(drawing->a, field->choice_count, struct govuk_radios_item);
    for (size_t i = 0; i < field->choice_count; i++)
        items[i] = (struct govuk_radios_item){.html = text_of(drawing, field->choices[i].label),
                                              .value = field->choices[i].value,
                                              .hint.html = text_of(drawing, field->choices[i].hint),
                                              .conditional = draw_children(drawing, field, field->choices[i].value)};
    govuk_radios(out, &(struct govuk_radios){
                          .fieldset.legend = {.html = label_of(drawing, field), .classes = "govuk-fieldset__legend--s"},
                          .hint.html = text_of(drawing, field->hint),
                          .error_message = message_of(drawing, field->name),
                          .name = field->name,
                          .value = radio_of(drawing, field),
                          .items = {items, field->choice_count},
                      });
}

/* Two records may be about the same. */
static const char *choice_text(struct arena *a, const struct view_field *field, const struct view_choice *choice) {
    return field->kind == FIELD_RECORD ? arena_printf(a, "%s (%s)", choice->label, choice->value) : choice->label;
}

static void draw_select(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    struct govuk_select_item *items = ARENA_ARRAY(drawing->a, field->choice_count + 1, struct govuk_select_item);
    const struct govuk_attribute lang[] = {{"lang", drawing->page->foreign}};
    items[0] = (struct govuk_select_item){.text = html_say(drawing->page, "Choose one"), .value = ""};
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct view_choice *choice = &field->choices[i];
        bool is_foreign = choice->by_pack && drawing->page->foreign != NULL;
        items[i + 1] = (struct govuk_select_item){.text = choice_text(drawing->a, field, choice),
                                                  .value = choice->value,
                                                  .attributes = {lang, is_foreign ? LENGTH_OF(lang) : 0}};
    }
    govuk_select(out, &(struct govuk_select){
                          .label = {.html = label_of(drawing, field), .classes = "govuk-label--s"},
                          .hint.html = hint_of(drawing, field),
                          .error_message = message_of(drawing, field->name),
                          .name = field->name,
                          .value = value_of(drawing, field),
                          .items = {items, field->choice_count + 1},
                      });
}

/* A list can hold the newest only: for the others there is the reference. */
static void draw_record(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    struct html how = piece_of(drawing);
    if (!field->more_choices) {
        draw_select(out, drawing, field);
        return;
    }
    html_text(&how, arena_printf(drawing->a,
                                 html_say(&how, "Write its reference, such as %s, which is the newest. The others "
                                                "stand under “Records”."),
                                 field->choices[0].value));
    draw_text(out, drawing, field, field->hint == NULL ? html_markup(&how) : text_of(drawing, field->hint));
}

static bool is_ticked(const struct drawing *drawing, const struct view_field *field, const char *id) {
    for (size_t i = 0; i < drawing->sent->list.count; i++)
        if (form_is_box_of(drawing->sent->list.at[i].name, field->name) &&
            strcmp(drawing->sent->list.at[i].value, id) == 0)
            return true;
    return false;
}

/* A name for each box, because a form that names something twice is refused. */
static struct govuk_checkboxes_item box_of(const struct drawing *drawing, const struct view_field *field, size_t i) {
    return (struct govuk_checkboxes_item){
        .text = field->choices[i].label,
        .value = field->choices[i].value,
        .name = form_box_name(drawing->a, field->name, i),
        .hint.text = field->choices[i].hint,
        .checked = is_ticked(drawing, field, field->choices[i].value),
    };
}

/* ---- very many people: a phone shows their groups and services, each to be unfolded ---- */

#define BOXES_UNFOLDED_MOST 12

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Those who are in none come last, under "". */
static struct names units_of(const struct drawing *drawing, const struct view_field *field) {
    struct names units = {ARENA_ARRAY(drawing->a, field->choice_count + 1, const char *), 0};
    bool alone = false;
    for (size_t i = 0; i < field->choice_count; i++) {
        const char *unit = field->choices[i].unit;
        size_t at = 0;
        while (unit != NULL && at < units.count && strcmp(units.at[at], unit) != 0)
            at++;
        if (unit == NULL)
            alone = true;
        else if (at == units.count)
            units.at[units.count++] = unit;
    }
    if (units.count > 1)
        qsort(units.at, units.count, sizeof(*units.at), by_name);
    if (alone)
        units.at[units.count++] = "";
    return units;
}

/* opens: although nobody in it is ticked. */
static void draw_unit(struct html *out, const struct drawing *drawing, const struct view_field *field, const char *unit,
                      const char *id, bool opens) {
    struct govuk_checkboxes_item *items = ARENA_ARRAY(drawing->a, field->choice_count, struct govuk_checkboxes_item);
    size_t count = 0;
    for (size_t i = 0; i < field->choice_count; i++) {
        const char *of = field->choices[i].unit == NULL ? "" : field->choices[i].unit;
        if (strcmp(of, unit) != 0)
            continue;
        items[count] = box_of(drawing, field, i);
        opens = opens || items[count].checked;
        count++;
    }
    govuk_details_begin(
        out, &(struct govuk_details){
                 .summary.text = arena_printf(drawing->a, "%s (%zu)",
                                              unit[0] == '\0' ? html_say(drawing->page, "Others") : unit, count),
                 .open = opens});
    govuk_checkboxes(
        out, &(struct govuk_checkboxes){
                 .name = field->name, .id_prefix = id, .items = {items, count}, .classes = "govuk-checkboxes--small"});
    govuk_details_end(out);
}

static void draw_units(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    struct names units = units_of(drawing, field);
    const char *error = error_of(drawing, field->name);
    html_put(out, "<div");
    html_attribute(out, "class", error == NULL ? "govuk-form-group" : "govuk-form-group govuk-form-group--error");
    html_put(out, ">");
    govuk_fieldset_begin(out,
                         &(struct govuk_fieldset){
                             .legend = {.html = label_of(drawing, field), .classes = "govuk-fieldset__legend--s"},
                             .described_by = error == NULL ? NULL : arena_printf(drawing->a, "%s-error", field->name)});
    if (field->hint != NULL)
        govuk_hint(out, &(struct govuk_hint){.html = text_of(drawing, field->hint)});
    struct govuk_error_message message = message_of(drawing, field->name);
    message.id = arena_printf(drawing->a, "%s-error", field->name);
    if (error != NULL)
        govuk_error_message(out, &message);
    for (size_t i = 0; i < units.count; i++) /* the link of an error leads to the first box */
        draw_unit(out, drawing, field, units.at[i],
                  i == 0 ? field->name : arena_printf(drawing->a, "%s-in-%zu", field->name, i + 1),
                  i == 0 && error != NULL);
    govuk_fieldset_end(out);
    html_put(out, "</div>");
}

static void draw_boxes(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    if (field->kind == FIELD_PEOPLE && field->choice_count > BOXES_UNFOLDED_MOST) {
        draw_units(out, drawing, field);
        return;
    }
    struct govuk_checkboxes_item *items = ARENA_ARRAY(drawing->a, field->choice_count, struct govuk_checkboxes_item);
    for (size_t i = 0; i < field->choice_count; i++)
        items[i] = box_of(drawing, field, i);
    govuk_checkboxes(out,
                     &(struct govuk_checkboxes){
                         .fieldset.legend = {.html = label_of(drawing, field), .classes = "govuk-fieldset__legend--s"},
                         .hint.html = hint_of(drawing, field),
                         .error_message = message_of(drawing, field->name),
                         .name = field->name,
                         .items = {items, field->choice_count},
                         .classes = "govuk-checkboxes--small",
                     });
}

static void draw_field(struct html *out, const struct drawing *drawing, const struct view_field *field) {
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_GUEST:
        draw_text(out, drawing, field, text_of(drawing, field->hint));
        break;
    case FIELD_LONG:
        draw_long(out, drawing, field);
        break;
    case FIELD_ATTEST:
        draw_attest(out, drawing, field);
        break;
    case FIELD_DATE:
    case FIELD_TIME:
        draw_date(out, drawing, field);
        break;
    case FIELD_WARDS:
    case FIELD_PEOPLE:
        draw_boxes(out, drawing, field);
        break;
    case FIELD_CHOICE:
    case FIELD_SERVICE:
    case FIELD_BODY:
    case FIELD_WARD:
    case FIELD_POST:
    case FIELD_PERSON:
    case FIELD_CLAUSE:
        if (is_radios(field))
            draw_radios(out, drawing, field);
        else
            draw_select(out, drawing, field);
        break;
    case FIELD_RECORD:
        draw_record(out, drawing, field);
        break;
    case FIELD_PART: /* there are none before the record is named */
        if (field->choice_count > 0)
            draw_radios(out, drawing, field);
        break;
    case FIELD_KIND_COUNT:
        break;
    }
}

void form_fields(struct html *out, struct arena *a, const struct view_form *form, const struct http_pairs *sent,
                 const struct form_errors *errors) {
    struct drawing drawing = {a, out, form, sent, errors};
    for (size_t i = 0; i < form->count; i++)
        if (parent_of(form, &form->at[i]) == NULL)
            draw_field(out, &drawing, &form->at[i]);
}

void form_error_summary(struct html *out, struct arena *a, const struct view_form *form,
                        const struct form_errors *errors) {
    if (errors->count == 0)
        return;
    struct govuk_error_summary_item *items = ARENA_ARRAY(a, errors->count, struct govuk_error_summary_item);
    for (size_t i = 0; i < errors->count; i++) {
        const struct view_field *field = form_field_named(form, errors->at[i].field);
        bool is_date = field != NULL && (field->kind == FIELD_DATE || field->kind == FIELD_TIME);
        const char *end = is_date ? "-day" : "";
        items[i].text = errors->at[i].say;
        items[i].html = html_foreign_quotes_piece(out, a, items[i].text);
        items[i].href = field == NULL ? NULL : arena_printf(a, "#%s%s", field->name, end);
    }
    govuk_error_summary(out, &(struct govuk_error_summary){.title.text = html_say(out, "There is a problem"),
                                                           .error_list = {items, errors->count}});
}

static const char *answer_text(const struct html *out, struct arena *a, const struct view_field *field,
                               const char *value);

/* Each of several things on a line. */
static const char *answers_text(const struct html *out, struct arena *a, const struct view_field *field,
                                const char *value) {
    struct view_field one = *field;
    one.kind = FIELD_CHOICE;
    char **ids = text_split(a, value, ' ');
    struct buf lines = {.arena = a};
    for (size_t i = 0; ids[i] != NULL; i++)
        buf_addf(&lines, "%s%s", i == 0 ? "" : "\n", answer_text(out, a, &one, ids[i]));
    return arena_strdup(a, buf_text(&lines));
}

static const char *answer_text(const struct html *out, struct arena *a, const struct view_field *field,
                               const char *value) {
    int32_t date;
    if (field_kind_is_many(field->kind))
        return answers_text(out, a, field, value);
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].value, value) == 0)
            return field->choices[i].label;
    if (field->kind == FIELD_ATTEST)
        return strcmp(value, "yes") == 0 ? html_say(out, "Yes") : value;
    if (field->kind == FIELD_DATE && day_parse(value, &date))
        return day_say(out->language, a, date, DAY_FULL);
    if (field->kind == FIELD_TIME)
        return time_say(out->language, value, a);
    return value;
}

static bool is_packs_answer(const struct view_field *field, const char *answer) {
    for (size_t i = 0; i < field->choice_count; i++)
        if (field->choices[i].by_pack && text_equal(field->choices[i].label, answer))
            return true;
    return false;
}

void form_summary(struct html *out, struct arena *a, const struct view_form *form, const struct values *values) {
    struct govuk_summary_list_row *rows = ARENA_ARRAY(a, form->count, struct govuk_summary_list_row);
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++) {
        const struct view_field *field = &form->at[i];
        const char *value = values_get(values, field->name);
        if (value == NULL || !is_asked(field, values))
            continue;
        const char *answer = answer_text(out, a, field, text_clean(a, value));
        rows[count++] = (struct govuk_summary_list_row){
            .key.html = html_foreign_piece(out, a, field->label),
            .value = {.text = answer,
                      .html = is_packs_answer(field, answer) ? html_foreign_piece(out, a, answer) : (struct markup){0},
                      .classes = "comity-written"}};
    }
    govuk_summary_list(out, &(struct govuk_summary_list){.rows = {rows, count}});
}
