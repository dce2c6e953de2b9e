/* The page of one record, through the parts that the viewer may read. */
#include "sight/sight_private.h"

/* ---- what was written ---- */

struct piece {
    const char *part;
    struct view_entry entry;
};
struct writing {
    LIST(struct piece) list;
};

static const struct field *field_of_entry(const struct procedure *procedure, const char *power_name, const char *name) {
    const struct power *power = procedure_power(procedure, power_name);
    return form_field(power == NULL ? &procedure->open_form : &power->form, name);
}

/* What is asked, or what the pack calls the answer. */
static const char *field_title(const struct field *field) {
    return field->shown_as != NULL ? field->shown_as : field->label;
}

static const char *entry_text(const struct gate *gate, const struct field *field, const char *body, int32_t on) {
    const struct sight *sight = gate->sight;
    if (field == NULL)
        return body;
    switch (field->kind) {
    case FIELD_ATTEST:
        return text_say(sight->language, "Yes");
    case FIELD_DATE:
        return day_say_kept(sight->language, sight->a, body);
    case FIELD_TIME:
        return time_say_kept(sight->language, body, sight->a);
    case FIELD_PERSON:
    case FIELD_PEOPLE:
        return names_shown(gate, body, on);
    default:
        return body;
    }
}

static bool is_by_pack(const struct field *field) {
    return field != NULL && (field->kind == FIELD_CHOICE || field->kind == FIELD_CLAUSE);
}

static void read_writing(const struct gate *gate, const struct opened *opened, struct writing *writing_r) {
    const struct sight *sight = gate->sight;
    *writing_r = (struct writing){0};
    struct query *q = query(sight->db, Q_SIGHT_ENTRIES);
    bind_int(q, opened->id);
    while (query_step(q)) {
        const struct part *part = procedure_part(opened->procedure, column_text(q, 0));
        if (part == NULL || !parts_have(&opened->parts, part->name))
            continue;
        const struct field *field = field_of_entry(opened->procedure, column_text(q, 6), column_text(q, 1));
        struct piece piece = {.part = part->name};
        piece.entry = (struct view_entry){
            .field = column_copy(q, 1, sight->a),
            .label = field == NULL ? part->title : field_title(field), /* what was copied has the name of its part */
            .by_pack = is_by_pack(field),
            .version = (int)column_int(q, 2),
            .at = column_int(q, 4),
        };
        int32_t on = council_day(sight->council, piece.entry.at);
        const char *body = column_copy(q, 3, sight->a);
        piece.entry.text = entry_text(gate, field, body, on);
        const struct person *author =
            column_is_null(q, 5) ? NULL : council_person(sight->db, sight->council, column_text(q, 5), sight->a);
        piece.entry.by = veil_actor(gate, opened->procedure, column_text(q, 6), author, on);
        LIST_ADD(sight->a, &writing_r->list, piece);
    }
    query_end(q);
}

static void mark_latest(struct writing *writing) {
    for (size_t i = 0; i < writing->list.count; i++) {
        struct piece *one = &writing->list.at[i];
        for (size_t j = 0; j < writing->list.count; j++) {
            const struct piece *other = &writing->list.at[j];
            if (other->part == one->part && strcmp(other->entry.field, one->entry.field) == 0 &&
                other->entry.version > one->entry.latest)
                one->entry.latest = other->entry.version;
        }
    }
}

/* What everybody can read is not confidential, whatever its part's mark: the paper that its committee opened. */
static bool is_open_to_everybody(const struct gate *gate, int64_t record, const char *part) {
    bool open = false;
    struct query *q = query(gate->sight->db, Q_SIGHT_GRANTS);
    bind_int(q, record);
    while (!open && query_step(q))
        open = strcmp(column_text(q, 0), part) == 0 &&
               (strcmp(column_text(q, 1), "all:people") == 0 || strcmp(column_text(q, 1), "all:public") == 0);
    query_end(q);
    return open;
}

/* What somebody said of the part when they were asked; false: nobody did. */
static bool read_mark(const struct gate *gate, int64_t record, const char *part, bool *confidential_r,
                      struct view_mark *said_r) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_SIGHT_MARK);
    bind_int(q, record);
    bind_text(q, part);
    bool found = query_step(q);
    if (found) {
        *confidential_r = strcmp(column_text(q, 0), MARK_AS_CONFIDENTIAL) == 0;
        said_r->at = column_int(q, 1);
        said_r->by = person_shown(gate, council_person(sight->db, sight->council, column_text(q, 2), sight->a),
                                  council_day(sight->council, said_r->at));
    }
    query_end(q);
    return found;
}

static void show_mark(const struct gate *gate, const struct opened *opened, const struct part *part,
                      struct view_part *shown) {
    bool confidential = part_is_confidential(opened->pack, part);
    bool said = read_mark(gate, opened->id, part->name, &confidential, &shown->said);
    shown->confidential = confidential && !is_open_to_everybody(gate, opened->id, part->name);
    shown->marked = said || shown->confidential || opened->pack->unmarked_cites.count > 0;
    if (shown->confidential)
        shown->cites = cites_shown(gate->sight, opened->pack->confidential_cites);
}

static void show_parts(const struct gate *gate, const struct opened *opened, const struct writing *writing,
                       struct view_record *view) {
    for (size_t i = 0; i < opened->procedure->part_count; i++) {
        const struct part *part = &opened->procedure->parts[i];
        struct view_part shown = {.name = part->name, .title = part->title};
        for (size_t w = 0; w < writing->list.count; w++)
            if (writing->list.at[w].part == part->name)
                LIST_ADD(gate->sight->a, &shown.entries, writing->list.at[w].entry);
        if (part->readers_of != NULL && parts_have(&opened->parts, part->name))
            readers_of_shown(gate, opened->id, part, &shown);
        if (shown.entries.count == 0)
            continue;
        show_mark(gate, opened, part, &shown);
        LIST_ADD(gate->sight->a, &view->parts, shown);
    }
}

/* ---- what goes with the part 'record' ---- */

static const char *fact_text(const struct gate *gate, const struct situation *situation, const struct field *field,
                             const char *value) {
    return entry_text(gate, field, field_display(situation, field, value, gate->sight->a), gate->today);
}

static void show_facts(const struct gate *gate, const struct situation *situation, struct view_record *view) {
    for (size_t i = 0; i < situation->procedure->open_form.count; i++) {
        const struct field *field = &situation->procedure->open_form.at[i];
        bool is_fact = field->part == NULL && !field_links(field); /* a link is shown as one, to who sees both ends */
        const char *value = is_fact ? values_get(&situation->record->fields, field->name) : NULL;
        if (value == NULL)
            continue;
        struct view_entry fact = {.field = field->name,
                                  .label = field_title(field),
                                  .text = fact_text(gate, situation, field, value),
                                  .by_pack = is_by_pack(field),
                                  .version = 1,
                                  .latest = 1,
                                  .by = view->opener,
                                  .at = view->opened_at};
        LIST_ADD(gate->sight->a, &view->facts, fact);
    }
}

/* The last event whose form had the fact. */
static const struct past_event *event_of_fact(const struct situation *situation, const char *name,
                                              const struct field **field_r) {
    for (size_t i = situation->record->events.count; i-- > 0;) {
        const struct past_event *event = &situation->record->events.at[i];
        const struct power *power = procedure_power(situation->procedure, event->power);
        *field_r = power == NULL ? NULL : form_field(&power->form, name);
        if (*field_r != NULL && power_keeps(power, *field_r))
            return event;
    }
    return NULL;
}

/* What the forms of powers keep goes with their events. */
static void show_kept_facts(const struct gate *gate, const struct opened *opened, const struct situation *situation,
                            struct view_record *view) {
    const struct values *facts = &situation->record->fields;
    for (size_t i = 0; i < facts->list.count; i++) {
        const struct field *field;
        const struct past_event *event = event_of_fact(situation, facts->list.at[i].name, &field);
        if (event == NULL || field_links(field) || !parts_have(&opened->parts, event->part))
            continue;
        struct view_entry fact = {
            .field = field->name,
            .label = field_title(field),
            .text = fact_text(gate, situation, field, facts->list.at[i].text),
            .by_pack = is_by_pack(field),
            .version = 1,
            .latest = 1,
            .by = veil_actor(gate, opened->procedure, event->power, event->actor,
                             council_day(gate->sight->council, event->at)),
            .at = event->at,
        };
        LIST_ADD(gate->sight->a, &view->facts, fact);
    }
}

static bool event_is_by_pack(const struct opened *opened, const struct past_event *event) {
    return event->say == NULL ? procedure_power(opened->procedure, event->power) != NULL
                              : text_equal(event->power, "missed");
}

/* The engine's own words in the viewer's language; a pack's as they were. */
static const char *event_said(const struct gate *gate, const struct opened *opened, const struct past_event *event) {
    const struct sight *sight = gate->sight;
    const struct power *power = procedure_power(opened->procedure, event->power);
    if (event->say == NULL)
        return power != NULL ? power->done : text_say(sight->language, "opened it");
    if (text_equal(event->power, "apart") && sight->language != NULL)
        return arena_printf(sight->a, text_say(sight->language, KEPT_ANOTHER),
                            pack_word_in(opened->pack, sight->language, "Officer"));
    const char **holiday = sight->language == NULL ? NULL : text_kept(sight->a, KEPT_HOLIDAY, event->say);
    if (holiday != NULL)
        return arena_printf(sight->a, text_say(sight->language, KEPT_HOLIDAY),
                            day_say_kept(sight->language, sight->a, holiday[0]), holiday[1], holiday[2],
                            day_say_kept(sight->language, sight->a, holiday[3]),
                            day_say_kept(sight->language, sight->a, holiday[4]));
    return text_say_kept(sight->language, sight->a, KEPT_VERSION,
                         text_say_kept(sight->language, sight->a, KEPT_OPENED, event->say));
}

static void show_events(const struct gate *gate, const struct opened *opened, const struct situation *situation,
                        struct view_record *view) {
    const struct sight *sight = gate->sight;
    for (size_t i = 0; i < situation->record->events.count; i++) {
        const struct past_event *event = &situation->record->events.at[i];
        if (!parts_have(&opened->parts, event->part))
            continue;
        struct view_event shown = {
            .at = event->at,
            .by =
                veil_actor(gate, opened->procedure, event->power, event->actor, council_day(sight->council, event->at)),
            .power = event->power,
            .say = event_said(gate, opened, event),
            .by_pack = event_is_by_pack(opened, event),
            .cites = cites_read(sight, opened->pack, event->cites),
        };
        LIST_ADD(sight->a, &view->events, shown);
    }
}

static const char *words_of_field(const struct writing *writing, const struct field *field) {
    for (size_t i = 0; i < writing->list.count; i++)
        if (text_equal(field->part, writing->list.at[i].part) &&
            strcmp(writing->list.at[i].entry.field, field->name) == 0)
            return writing->list.at[i].entry.text;
    return NULL;
}

static void show_powers(const struct gate *gate, const struct situation *situation, const struct writing *writing,
                        enum view_forms forms, struct view_record *view) {
    const struct sight *sight = gate->sight;
    for (size_t i = 0; i < situation->procedure->power_count; i++) {
        const struct power *power = &situation->procedure->powers[i];
        if (!power_is_open(situation, power, sight->a))
            continue;
        struct view_power shown = {
            .name = power->name, .label = power->label, .hint = power->hint, .cites = cites_shown(sight, power->cites)};
        if (power->precedents != NULL)
            shown.precedents = words_of_field(writing, power->precedents);
        if (forms == WITH_FORMS)
            form_shown(gate, situation, power, &shown.form);
        LIST_ADD(sight->a, &view->powers, shown);
    }
}

/* Its form must have a part of the record. */
static bool asks_for_part(const struct procedure *procedure) {
    for (size_t i = 0; i < procedure->open_form.count; i++)
        if (procedure->open_form.at[i].kind == FIELD_PART && procedure->open_form.at[i].required)
            return true;
    return false;
}

static bool is_offered(const struct procedure *procedure, const struct situation *on, const struct view_record *view) {
    const struct field *field = procedure->offered_on.field;
    if (asks_for_part(procedure) && view->parts.count == 0)
        return false;
    return field != NULL && names_admit(&procedure->offered_on.of, on->procedure->name) &&
           names_admit(&field->of, on->procedure->name) && names_admit(&field->in, on->record->state->name);
}

static void show_offers(const struct gate *gate, const struct situation *situation, struct view_record *view) {
    const struct sight *sight = gate->sight;
    const struct pack *pack = sight->council->pack;
    for (size_t i = 0; i < pack->procedure_count; i++) {
        const struct procedure *procedure = &pack->procedures[i];
        struct situation opening;
        struct why allowed = {0};
        situation_of_opening(sight->council, procedure, sight->viewer, sight->now, &opening);
        opening.language = sight->language;
        if (is_offered(procedure, situation, view))
            why(&opening, NULL, sight->a, &allowed);
        if (!allowed.allowed)
            continue;
        struct view_offer offer = {procedure->name, procedure->start, procedure->offered_on.field->name,
                                   cites_shown(sight, allowed.cites)};
        LIST_ADD(sight->a, &view->offers, offer);
    }
}

static void show_status(const struct gate *gate, const struct situation *situation, struct view_record *view) {
    const struct record_facts *record = situation->record;
    const char *due = NULL;
    for (size_t i = 0; i < view->duties.count && due == NULL; i++)
        if (!view->duties.at[i].paused)
            due = day_say(language_find(situation->pack->language), gate->sight->a, view->duties.at[i].due, DAY_FULL);
    view->status = status_sentence(gate->sight->a, record->state->say, view->handler, view->opener.name, due);
}

/* ---- who was told ---- */

/* The part that shows that a notice was given: the pack's notice says it; a missed duty's goes with its event. */
static const char *part_of_notice(const struct procedure *procedure, const char *name, const char *event_part) {
    for (size_t i = 0; i < procedure->notice_count; i++)
        if (strcmp(procedure->notices[i].name, name) == 0)
            return part_of_rule(procedure->notices[i].part);
    return event_part;
}

/* Whom the notice is for. A missed duty's can be for anybody whom the duty names. */
static const struct relations *told_by(const struct procedure *procedure, const char *name) {
    static struct relation opener = {.kind = RELATION_OPENER};
    static const struct relations missed = {&opener, 1};
    for (size_t i = 0; i < procedure->notice_count; i++)
        if (strcmp(procedure->notices[i].name, name) == 0)
            return &procedure->notices[i].to;
    return &missed;
}

static void show_told(const struct gate *gate, const struct opened *opened, struct view_record *view) {
    const struct sight *sight = gate->sight;
    struct query *q = query(sight->db, Q_SIGHT_TOLD);
    bind_int(q, opened->id);
    while (query_step(q)) {
        if (!parts_have(&opened->parts, part_of_notice(opened->procedure, column_text(q, 0), column_text(q, 5))))
            continue;
        struct view_told told = {
            .title = column_copy(q, 1, sight->a),
            .at = column_int(q, 2),
            .cites = cites_read(sight, opened->pack, column_text(q, 3)),
        };
        told.overdue = overdue_of(sight, told.title);
        told.who = veil_principal(gate, told_by(opened->procedure, column_text(q, 0)), column_text(q, 4),
                                  council_day(sight->council, told.at));
        LIST_ADD(sight->a, &view->told, told);
    }
    query_end(q);
}

/* ---- all of it ---- */

static bool show_whole(const struct gate *gate, const struct opened *opened, const struct writing *writing,
                       enum view_forms forms, struct view_record *view) {
    const struct sight *sight = gate->sight;
    struct situation situation;
    bool found;
    bool read =
        situation_of_id(sight->db, sight->council, sight->viewer, opened->id, sight->now, sight->a, &situation, &found);
    if (!read || !found)
        return read;
    situation.language = sight->language;
    const struct record_facts *record = situation.record;
    view->whole = true;
    view->state = record->state->name;
    view->state_title = record->state->title;
    view->open = !record->state->final;
    view->opened_at = opened->opened_at;
    view->opener =
        veil_actor(gate, opened->procedure, "open", record->opener, council_day(sight->council, opened->opened_at));
    view->handler = record->handler == NULL ? NULL : principal_shown(gate, record->handler, gate->today);
    view->service = record->service == NULL ? NULL : record->service->name;
    show_facts(gate, &situation, view);
    takes_place_shown(gate, opened->id, &situation, view);
    show_kept_facts(gate, opened, &situation, view);
    show_events(gate, opened, &situation, view);
    show_powers(gate, &situation, writing, forms, view);
    show_offers(gate, &situation, view);
    duties_shown(gate, &situation, &opened->parts, view);
    duties_met_shown(gate, &situation, &opened->parts, view);
    show_status(gate, &situation, view);
    audience_shown(gate, opened, &view->audience);
    show_told(gate, opened, view);
    return true;
}

static bool note_what_is_shown(const struct gate *gate, const struct opened *opened, const struct view_record *view) {
    struct parts shown = {0};
    if (view->whole)
        LIST_ADD(gate->sight->a, &shown.names, "record");
    if (procedure_part(opened->procedure, PART_OPENER) != NULL && parts_have(&opened->parts, PART_OPENER))
        LIST_ADD(gate->sight->a, &shown.names, PART_OPENER);
    for (size_t i = 0; i < view->parts.count; i++)
        if (!parts_have(&shown, view->parts.at[i].name))
            LIST_ADD(gate->sight->a, &shown.names, view->parts.at[i].name);
    return reading_note(gate, opened->id, &shown);
}

bool sight_record(const struct sight *sight, const char *ref, enum view_forms forms, struct view_record *view_r,
                  bool *found_r) {
    struct gate gate;
    struct opened opened;
    struct writing writing;
    *view_r = (struct view_record){0};
    gate_open(sight, &gate);
    *found_r = record_opened(&gate, ref, &opened);
    if (!*found_r)
        return db_failed(sight->db) == NULL;
    veil_begin(&gate, opened.procedure, opened.opener, &opened.parts);
    view_r->ref = arena_strdup(sight->a, ref);
    view_r->procedure = opened.procedure->name;
    view_r->procedure_title = opened.procedure->title;
    view_r->title = title_seen(&gate, opened.id, &opened.parts, opened.procedure);
    read_writing(&gate, &opened, &writing);
    mark_latest(&writing);
    show_parts(&gate, &opened, &writing, view_r);
    links_shown(&gate, opened.id, &opened.parts, view_r);
    if (parts_have(&opened.parts, "record") && !show_whole(&gate, &opened, &writing, forms, view_r))
        return false;
    return db_failed(sight->db) == NULL && note_what_is_shown(&gate, &opened, view_r);
}

bool sight_why(const struct sight *sight, const char *ref, const char *power, struct view_why *view_r, bool *found_r) {
    struct gate gate;
    struct opened opened;
    struct situation situation;
    *view_r = (struct view_why){0};
    gate_open(sight, &gate);
    if (!record_opened(&gate, ref, &opened) || !parts_have(&opened.parts, "record")) {
        *found_r = false;
        return db_failed(sight->db) == NULL;
    }
    bool read =
        situation_of_record(sight->db, sight->council, sight->viewer, ref, sight->now, sight->a, &situation, found_r);
    if (!read || !*found_r)
        return read;
    situation.language = sight->language;
    const struct power *known = procedure_power(situation.procedure, power);
    struct why answer;
    why_named(&situation, power, sight->a, &answer);
    *view_r = (struct view_why){
        .ref = arena_strdup(sight->a, ref),
        .power = arena_strdup(sight->a, power),
        .label = known == NULL ? arena_strdup(sight->a, power) : known->label,
        .allowed = answer.allowed,
        .say = answer.say,
        .by_pack = known != NULL && answer.say == known->hint,
        .cites = cites_shown(sight, answer.cites),
    };
    return db_failed(sight->db) == NULL;
}
