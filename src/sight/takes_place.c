/* When what a record is about takes place. */
#include "sight/sight_private.h"

/* INSTANT_NONE where the pack does not say how long it lasts. */
static instant end_of(const struct situation *situation, const struct field *field, instant at) {
    int64_t minutes = field->lasts;
    const char *chosen = field->lasts_by == NULL ? NULL : values_get(&situation->record->fields, field->lasts_by);
    if (chosen != NULL && !text_to_int(chosen, 1, LASTS_MOST, &minutes))
        minutes = 0;
    return minutes == 0 ? INSTANT_NONE : at + minutes * 60;
}

static bool own_time(const struct situation *situation, struct view_record *view) {
    const struct field *field =
        takes_place(situation->procedure, situation->council->zone, &situation->record->fields, &view->takes_place_at);
    if (field != NULL)
        view->takes_place_until = end_of(situation, field, view->takes_place_at);
    return field != NULL;
}

/* Of a record that is named, such as an offered time; only where the viewer sees it whole. */
static bool time_of_named(const struct gate *gate, int64_t record, struct view_record *view) {
    const struct sight *sight = gate->sight;
    struct situation situation;
    struct parts parts;
    bool found;
    gate_parts(gate, record, &parts);
    return parts_have(&parts, "record") &&
           situation_of_id(sight->db, sight->council, sight->viewer, record, sight->now, sight->a, &situation,
                           &found) &&
           found && own_time(&situation, view);
}

void takes_place_shown(const struct gate *gate, int64_t record, const struct situation *situation,
                       struct view_record *view) {
    view->takes_place = view->open && own_time(situation, view);
    const struct form *form = &situation->procedure->open_form;
    for (size_t i = 0; view->open && !view->takes_place && i < form->count; i++)
        if (field_links(&form->at[i]))
            view->takes_place = time_of_named(gate, link_of(gate, record, form->at[i].name), view);
}

void sight_event(const struct sight *sight, const struct view_record *view, struct ical_event *event_r) {
    *event_r = (struct ical_event){
        .uid = arena_printf(sight->a, "%s@%s", view->ref, text_slug(sight->a, sight->council->name)),
        .summary = arena_printf(sight->a, "%s %s", view->procedure_title, view->ref),
        .stamp = view->opened_at,
        .start = view->takes_place_at,
        .end = view->takes_place_until,
    };
}
