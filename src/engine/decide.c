/* What the protocol makes of an act: a pure function. */
#include "engine/engine_private.h"

void outcome_refuse(struct outcome *outcome, struct cites cites, const char *say) {
    outcome->kind = OUTCOME_REFUSED;
    outcome->cites = cites;
    outcome->say = say;
    outcome->errors.count = 0;
}

/* It asks who somebody is through a field that has to be mended first: whose they are is not known yet. */
static bool waits_for_field(const struct condition *when, const struct outcome *outcome) {
    for (size_t i = 0; i < when->count; i++)
        for (size_t r = 0; r < when->at[i].relations.count; r++) {
            const struct field *field = when->at[i].relations.at[r].field;
            if (field != NULL && outcome_has_error(outcome, field))
                return true;
        }
    return false;
}

/* A ban comes before what is wrong with the form: who may not ask need not mend it. The fields are those that were
 * cleaned, for a space must not open what is closed. */
static bool refused(const struct situation *situation, const struct refusal *refusals, size_t count,
                    const struct form *form, const struct values *fields, struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < count; i++)
        if (cites_hold(&refusals[i].cites, situation->today) && !waits_for_field(&refusals[i].when, outcome) &&
            condition_holds(situation, &refusals[i].when, fields)) {
            outcome_refuse(outcome, refusals[i].cites, refusals[i].say);
            outcome->see = refusals[i].see;
            outcome->begin = refusals[i].begin;
            outcome->by_pack = true;
            return true;
        }
    const struct field *soon = form_too_soon(situation, form, fields, a);
    if (soon != NULL)
        outcome_refuse(outcome, soon->sooner_cites, soon->sooner_say);
    return outcome->by_pack = soon != NULL;
}

static bool among_powers(const struct power **powers, size_t count, const struct power *power) {
    for (size_t i = 0; i < count; i++)
        if (powers[i] == power)
            return true;
    return false;
}

bool among_states(const struct state **states, size_t count, const struct state *state) {
    for (size_t i = 0; i < count; i++)
        if (states[i] == state)
            return true;
    return false;
}

static bool has_part(const struct record_facts *record, const char *name) {
    for (size_t i = 0; record != NULL && i < record->parts.count; i++)
        if (strcmp(record->parts.at[i], name) == 0)
            return true;
    return false;
}

/* The parts that show who opened the record that is named. */
static void grant_readers(const struct situation *after, const struct record_facts *before, const struct field *field,
                          struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < after->procedure->part_count; i++) {
        const struct part *part = &after->procedure->parts[i];
        if (text_equal(part->readers_of, field->name) && !has_part(before, part->name))
            effect_grant_part(after, part, NULL, a, outcome);
    }
}

static void write_entry(const struct situation *after, const struct field *field, const char *value, const char *part,
                        const struct power *power, struct arena *a, struct outcome *outcome) {
    struct effect *effect = effect_add(outcome, a, EFFECT_ENTRY);
    effect->part = part;
    effect->revises = power != NULL && text_equal(power->revises, part);
    if (field->copies == NULL) {
        effect->field = field->name;
        effect->text = field_display(after, field, value, a);
    } else { /* the text alone: where it came from stays with who released it */
        effect->field = part;
        effect->text = source_of(after, field)->body;
    }
}

/* Entries for the fields that have a part, and grants for the parts that are written for the first time. before: the
 * record as it was, NULL at its opening. */
static void write_parts(const struct situation *after, const struct record_facts *before, const struct form *form,
                        const struct power *power, const struct values *fields, struct arena *a,
                        struct outcome *outcome) {
    LIST(const char *) written = {0};
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        const char *value = values_get(fields, field->name);
        bool instead = field->instead_part != NULL && condition_holds(after, &field->instead_when, fields);
        const char *part = instead ? field->instead_part : field->part;
        if (value == NULL)
            continue;
        if (field_links(field)) {
            effect_link(after, field, part, a, outcome);
            grant_readers(after, before, field, a, outcome);
        }
        if (field->marks != NULL)
            effect_mark(after, field, value, fields, a, outcome);
        if (part == NULL)
            continue;
        if (!field_links(field))
            write_entry(after, field, value, part, power, a, outcome);
        bool seen = has_part(before, part);
        for (size_t w = 0; w < written.count && !seen; w++)
            seen = strcmp(written.at[w], part) == 0;
        if (seen)
            continue;
        LIST_ADD(a, &written, part);
        effect_grant_part(after, procedure_part(after->procedure, part), power, a, outcome);
    }
}

static void give_notices(const struct situation *after, const struct power *power, const struct values *fields,
                         struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < after->procedure->notice_count; i++) {
        const struct notice *notice = &after->procedure->notices[i];
        if (!(power == NULL ? notice->on_opening : among_powers(notice->on, notice->on_count, power)) ||
            !condition_holds(after, &notice->when, fields) || !cites_hold(&notice->cites, after->today))
            continue;
        effect_notice(after, &notice->to, notice->first, notice->name, fill_in(after, notice->title, power, fields, a),
                      fill_in(after, notice->say, power, fields, a), notice->cites, a, outcome);
    }
}

/* Whoever a field invites gets the access that the rules give to whom it names. */
static void invite(const struct form *form, const struct values *fields, struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < form->count; i++) {
        const char *value = form->at[i].kind == FIELD_GUEST ? values_get(fields, form->at[i].name) : NULL;
        if (value == NULL)
            continue;
        struct effect *effect = effect_add(outcome, a, EFFECT_GUEST);
        effect->name = guest_id(a, value);
        effect->text = guest_name(value);
    }
}

static const char *field_of_service(const struct procedure *procedure) {
    for (size_t i = 0; i < procedure->open_form.count; i++)
        if (procedure->open_form.at[i].kind == FIELD_SERVICE)
            return procedure->open_form.at[i].name;
    return NULL;
}

static const struct state *beginning(const struct situation *after, const struct values *fields) {
    const struct procedure *procedure = after->procedure;
    for (size_t i = 0; i < procedure->beginning_count; i++)
        if (condition_holds(after, &procedure->beginnings[i].when, fields))
            return procedure->beginnings[i].in;
    return &procedure->states[0];
}

static void decide_opening(const struct situation *situation, const struct act *act, struct arena *a,
                           struct outcome *outcome) {
    const struct procedure *procedure = situation->procedure;
    struct why allowed;
    why(situation, NULL, a, &allowed);
    if (!allowed.allowed) {
        outcome_refuse(outcome, allowed.cites, allowed.say);
        return;
    }
    struct values fields = {0};
    form_check(situation, &procedure->open_form, NULL, &act->fields, a, &fields, outcome);
    outcome->fields = fields;
    if (refused(situation, procedure->refusals, procedure->refusal_count, &procedure->open_form, &fields, a, outcome) ||
        outcome->kind == OUTCOME_INVALID)
        return;

    struct record_facts record = {
        .state = &procedure->states[0],
        .opener = situation->actor,
        .opener_group = directory_group_of(situation->council->directory, situation->actor, situation->today),
        .opened_at = situation->now};
    const char *service_field = field_of_service(procedure);
    if (service_field != NULL)
        record.service = directory_organization(situation->council->directory, values_get(&fields, service_field));
    struct values *facts = ARENA_NEW(a, struct values);
    for (size_t i = 0; i < procedure->open_form.count; i++) {
        const struct field *field = &procedure->open_form.at[i];
        const char *value = values_get(&fields, field->name);
        if (field->part == NULL && value != NULL)
            values_put(a, facts, field->name, value);
    }
    record.fields = *facts;
    struct situation after = *situation;
    after.record = &record;
    after.said = &fields;
    record.state = beginning(&after, &fields);
    bool another;
    record.handler = route(&after, a, &another);
    if (record.handler == NULL) {
        outcome->kind = OUTCOME_INVALID;
        struct field_error error = {.field = service_field == NULL ? procedure->open_form.at[0].name : service_field,
                                    .say =
                                        situation_say(situation, "Nobody holds the post that answers here at present")};
        LIST_ADD(a, &outcome->errors, error);
        return;
    }

    if (!decide_does(&after, &procedure->open_form, &procedure->does, procedure->open_cites, &fields, a, outcome))
        return;

    struct effect *open = effect_add(outcome, a, EFFECT_OPEN);
    open->principal = record.handler;
    open->text = record.service == NULL ? NULL : record.service->id;
    open->other = record.opener_group == NULL ? NULL : record.opener_group->id;
    open->state = record.state;
    open->facts = facts;
    effect_event(outcome, a, "open", NULL, record.state, NULL, situation->on_behalf ? KEPT_OPENED : NULL,
                 procedure->open_cites);
    if (!situation->on_behalf) /* else whom it names was invited to the record that opens this one */
        invite(&procedure->open_form, &fields, a, outcome);
    effect_grant_part(&after, procedure_part(procedure, "record"), NULL, a, outcome);
    if (procedure_part(procedure, PART_OPENER) != NULL)
        effect_grant_part(&after, procedure_part(procedure, PART_OPENER), NULL, a, outcome);
    write_parts(&after, NULL, &procedure->open_form, NULL, &fields, a, outcome);
    for (size_t i = 0; i < procedure->duty_count; i++)
        if (procedure->duties[i].from_opening)
            effect_duty_start(&after, &procedure->duties[i], &fields, a, outcome);
    give_notices(&after, NULL, &fields, a, outcome);
    if (another)
        effect_another(&after, record.state, a, outcome);
    effect_apart(&after, procedure->keeps_apart, &fields, a, outcome);
}

/* The state before the present one: where the last event that led to it came from. */
static const struct state *previous_state(const struct situation *situation) {
    for (size_t i = situation->record->events.count; i-- > 0;) {
        const struct past_event *event = &situation->record->events.at[i];
        if (text_equal(event->to_state, situation->record->state->name) && event->from_state != NULL &&
            strcmp(event->from_state, event->to_state) != 0)
            return procedure_state(situation->procedure, event->from_state);
    }
    return &situation->procedure->states[0];
}

/* The grants that come and go with the handler, and with whom a fact names. */
static void move_grants(const struct situation *before, const struct situation *after, struct arena *a,
                        struct outcome *outcome) {
    for (size_t i = 0; i < before->record->parts.count; i++) {
        const struct part *part = procedure_part(before->procedure, before->record->parts.at[i]);
        if (part == NULL)
            continue;
        struct principals was = {0}, is = {0};
        for (size_t r = 0; r < part->audience.count; r++) {
            relation_principals(before, &part->audience.at[r], NULL, a, &was);
            relation_principals(after, &part->audience.at[r], NULL, a, &is);
        }
        for (size_t w = 0; w < was.list.count; w++) {
            bool stays = false;
            for (size_t n = 0; n < is.list.count && !stays; n++)
                stays = strcmp(was.list.at[w], is.list.at[n]) == 0;
            if (stays)
                continue;
            struct effect *revoke = effect_add(outcome, a, EFFECT_REVOKE);
            revoke->part = part->name;
            revoke->principal = was.list.at[w];
        }
        effect_grant_part(after, part, NULL, a, outcome); /* those that are there already are kept as they are */
    }
}

static void end_duty(struct outcome *outcome, struct arena *a, const struct open_duty *duty, enum duty_state state) {
    struct effect *effect = effect_add(outcome, a, EFFECT_DUTY_END);
    effect->duty_id = duty->id;
    effect->duty_state = state;
}

void pause_duty(const struct situation *situation, const struct open_duty *duty, struct arena *a,
                struct outcome *outcome) {
    int32_t due = zone_local(situation->council->zone, duty->due_at - 1).date;
    struct effect *effect = effect_add(outcome, a, EFFECT_DUTY_PAUSE);
    effect->duty_id = duty->id;
    effect->term = (struct term){.amount = calendar_count(duty_calendar(situation, duty->duty), situation->today, due),
                                 .unit = TERM_WORKING_DAYS};
}

/* When a missed step is due, counted from now; never when there is no such step. */
static instant next_step_at(const struct situation *situation, const struct duty *duty, int step, struct arena *a) {
    struct deadline next;
    const char *error;
    bool there_is =
        step > 0 && (size_t)step < duty->missed_count &&
        deadline_compute(a, duty_calendar(situation, duty), situation->now, duty->missed[step].after, &next, &error);
    return there_is ? next.ends : INT64_MAX;
}

void resume_duty(const struct situation *situation, const struct open_duty *duty, struct arena *a,
                 struct outcome *outcome) {
    struct deadline deadline;
    const char *error;
    if (!deadline_resume(a, duty_calendar(situation, duty->duty), situation->today, duty->term.amount, &deadline,
                         &error))
        return;
    struct effect *effect = effect_add(outcome, a, EFFECT_DUTY_MOVE);
    effect->duty_id = duty->id;
    effect->term = duty->term;
    effect->counted_from = situation->now;
    effect->due = deadline.ends;
    effect->next_at =
        duty->missed_at == INSTANT_NONE ? deadline.ends : next_step_at(situation, duty->duty, duty->step, a);
}

/* What becomes of the duties that are open, and which begin. */
static void move_duties(const struct situation *situation, const struct situation *after, const struct power *power,
                        const struct values *fields, struct arena *a, struct outcome *outcome) {
    const struct state *from = situation->record->state, *to = after->record->state;
    for (size_t i = 0; i < situation->record->duties.count; i++) {
        const struct open_duty *open = &situation->record->duties.at[i];
        const struct duty *duty = open->duty;
        bool was_paused = among_states(duty->paused_in, duty->paused_count, from);
        bool is_paused = among_states(duty->paused_in, duty->paused_count, to);
        if (among_powers(duty->met_by, duty->met_count, power))
            end_duty(outcome, a, open, DUTY_MET);
        else if (among_powers(duty->from, duty->from_count, power) || (to->final && !duty->survives))
            end_duty(outcome, a, open, DUTY_CANCELLED);
        else if (!was_paused && is_paused && open->state == DUTY_OPEN)
            pause_duty(situation, open, a, outcome);
        else if (was_paused && !is_paused && open->state == DUTY_PAUSED)
            resume_duty(situation, open, a, outcome);
    }
    for (size_t i = 0; i < situation->procedure->duty_count; i++) {
        const struct duty *duty = &situation->procedure->duties[i];
        if (among_powers(duty->from, duty->from_count, power))
            effect_duty_start(after, duty, fields, a, outcome);
    }
}

/* A record whose handler has gone goes the way that a new one would; NULL: there is a handler. */
static const char *successor(const struct situation *situation, struct arena *a, bool *another_r) {
    const char *present = situation->record->handler;
    bool gone = present != NULL && !principal_is_held(situation->council, present, situation->today);
    *another_r = false;
    const char *next = gone ? route(situation, a, another_r) : NULL;
    return text_equal(next, present) ? NULL : next;
}

/* The record goes to another handler, and with it what the one before could see and owed. */
static void hand_over(const struct situation *situation, const struct situation *after, struct arena *a,
                      struct outcome *outcome) {
    effect_add(outcome, a, EFFECT_HANDLER)->principal = after->record->handler;
    move_grants(situation, after, a, outcome);
    for (size_t i = 0; i < situation->record->duties.count; i++) {
        const struct open_duty *duty = &situation->record->duties.at[i];
        if (!text_equal(duty->bearer, situation->record->handler))
            continue;
        struct effect *effect = effect_add(outcome, a, EFFECT_DUTY_BEARER);
        effect->duty_id = duty->id;
        effect->principal = after->record->handler;
    }
}

/* The latest act whose form has a fact says what it is, or that it is nothing. False when the form has none. */
static bool keep_facts(const struct power *power, const struct values *fields, struct arena *a,
                       struct record_facts *record, struct outcome *outcome) {
    struct values *facts = ARENA_NEW(a, struct values);
    bool kept = false;
    for (size_t i = 0; i < record->fields.list.count; i++) {
        const struct value *fact = &record->fields.list.at[i];
        const struct field *field = form_field(&power->form, fact->name);
        if (field == NULL || !power_keeps(power, field))
            values_put(a, facts, fact->name, fact->text);
    }
    for (size_t i = 0; i < power->form.count; i++) {
        const struct field *field = &power->form.at[i];
        const char *value = values_get(fields, field->name);
        if (!power_keeps(power, field))
            continue;
        kept = true;
        if (value != NULL)
            values_put(a, facts, field->name, value);
    }
    if (!kept)
        return false;
    record->fields = *facts;
    effect_add(outcome, a, EFFECT_FACTS)->facts = facts;
    return true;
}

/* Who is let read a part before anything is written in it does not keep its own audience from it later: a part's
 * audience has it from the first time that it is written or granted. */
static void widen(const struct record_facts *before, const struct situation *after, const struct power *power,
                  const struct values *fields, struct arena *a, struct outcome *outcome) {
    for (size_t i = 0; i < power->grant_count; i++) {
        const struct part_grant *grant = &power->grants[i];
        if (!cites_hold(&grant->cites, after->today) || !condition_holds(after, &grant->when, fields))
            continue;
        if (!has_part(before, grant->part->name))
            effect_grant_part(after, grant->part, power, a, outcome);
        for (size_t r = 0; r < grant->to.count; r++) {
            struct principals principals = {0};
            relation_principals(after, &grant->to.at[r], power, a, &principals);
            for (size_t p = 0; p < principals.list.count; p++)
                effect_grant(outcome, a, grant->part->name, principals.list.at[p], grant->to.at[r].name, grant->cites);
        }
    }
}

void decide_use(const struct situation *situation, const struct power *power, const struct values *fields,
                struct arena *a, struct outcome *outcome) {
    struct record_facts record = *situation->record;
    struct situation after = *situation;
    after.record = &record;
    after.said = fields;
    if (power->to_previous)
        record.state = previous_state(situation);
    else if (power->to != NULL)
        record.state = power->to;

    effect_event(outcome, a, power->name, situation->record->state, record.state, power->event_part, NULL,
                 power->cites);
    if (record.state != situation->record->state)
        effect_add(outcome, a, EFFECT_STATE)->state = record.state;
    bool renamed = keep_facts(power, fields, a, &record, outcome);
    bool another = false;
    const char *handler = power->handler == NULL
                              ? successor(situation, a, &another)
                              : arena_printf(a, "person:%s", values_get(fields, power->handler->name));
    if (handler != NULL) {
        record.handler = handler;
        hand_over(situation, &after, a, outcome);
    } else if (renamed) {
        move_grants(situation, &after, a, outcome);
    }
    invite(&power->form, fields, a, outcome);
    write_parts(&after, situation->record, &power->form, power, fields, a, outcome);
    /* Whoever may read an event's part sees the event, also when nothing was written in it. */
    if (power->event_part != NULL && !has_part(situation->record, power->event_part))
        effect_grant_part(&after, procedure_part(after.procedure, power->event_part), power, a, outcome);
    widen(situation->record, &after, power, fields, a, outcome);
    move_duties(situation, &after, power, fields, a, outcome);
    give_notices(&after, power, fields, a, outcome);
    if (handler != NULL && another)
        effect_another(&after, record.state, a, outcome);
    effect_apart(&after, power->keeps_apart, fields, a, outcome);
}

static void decide_power(const struct situation *situation, const struct act *act, struct arena *a,
                         struct outcome *outcome) {
    const struct power *power = act->power;
    struct why allowed;
    why(situation, power, a, &allowed);
    if (!allowed.allowed) {
        outcome_refuse(outcome, allowed.cites, allowed.say);
        return;
    }
    struct values fields = {0};
    form_check(situation, &power->form, power, &act->fields, a, &fields, outcome);
    outcome->fields = fields;
    if (!refused(situation, power->refusals, power->refusal_count, &power->form, &fields, a, outcome) &&
        outcome->kind != OUTCOME_INVALID &&
        decide_does(situation, &power->form, &power->does, power->cites, &fields, a, outcome) &&
        decide_opens(situation, power, &fields, a, outcome))
        decide_use(situation, power, &fields, a, outcome);
}

/* What is decided stands under the clauses that hold on the day. */
static void cite_what_holds(const struct situation *situation, struct arena *a, struct outcome *outcome) {
    outcome->cites = cites_on(outcome->cites, situation->today, a);
    for (size_t i = 0; i < outcome->effects.count; i++)
        outcome->effects.at[i].cites = cites_on(outcome->effects.at[i].cites, situation->today, a);
}

void decide(const struct situation *situation, const struct act *act, struct arena *a, struct outcome *outcome_r) {
    memset(outcome_r, 0, sizeof(*outcome_r));
    if (act->power == NULL)
        decide_opening(situation, act, a, outcome_r);
    else
        decide_power(situation, act, a, outcome_r);
    cite_what_holds(situation, a, outcome_r);
}

void decide_missed(const struct situation *situation, const struct open_duty *open, struct arena *a,
                   struct outcome *outcome_r) {
    memset(outcome_r, 0, sizeof(*outcome_r));
    const struct duty *duty = open->duty;
    const struct missed_step *step = (size_t)open->step < duty->missed_count ? &duty->missed[open->step] : NULL;
    struct effect *missed = effect_add(outcome_r, a, EFFECT_DUTY_MISSED);
    missed->duty_id = open->id;
    missed->step = open->step + 1;
    missed->due = open->missed_at == INSTANT_NONE ? situation->now : open->missed_at;
    missed->next_at = INT64_MAX;
    if (step == NULL)
        return;
    missed->next_at = next_step_at(situation, duty, open->step + 1, a);
    if (step->pass_to.count > 0) {
        struct principals principals = {0};
        for (size_t r = 0; r < step->pass_to.count && principals.list.count == 0; r++)
            relation_principals(situation, &step->pass_to.at[r], NULL, a, &principals);
        if (principals.list.count > 0) {
            struct effect *pass = effect_add(outcome_r, a, EFFECT_DUTY_BEARER);
            pass->duty_id = open->id;
            pass->principal = principals.list.at[0];
        }
    }
    const char *say = step->say == NULL ? NULL : fill_in(situation, step->say, NULL, NULL, a);
    if (say != NULL)
        effect_event(outcome_r, a, "missed", situation->record->state, situation->record->state, duty->part,
                     fill_opener(situation, say, NULL, a), duty->cites);
    effect_notice(situation, &step->tell, false, "missed", arena_printf(a, KEPT_OVERDUE, duty->label),
                  say == NULL ? "" : say, duty->cites, a, outcome_r);
    struct record_facts record = *situation->record;
    struct situation after = *situation;
    after.record = &record;
    bool another;
    record.handler = successor(situation, a, &another);
    if (record.handler != NULL)
        hand_over(situation, &after, a, outcome_r);
    if (record.handler != NULL && another)
        effect_another(&after, record.state, a, outcome_r);
    if (step->act != NULL && cites_hold(&step->act->cites, situation->today) &&
        among_states(step->act->from, step->act->from_count, situation->record->state)) {
        struct values none = {0};
        decide_use(situation, step->act, &none, a, outcome_r);
    }
}

void decide_holiday(const struct situation *situation, const struct open_duty *open, int32_t date, const char *name,
                    struct arena *a, struct outcome *outcome_r) {
    memset(outcome_r, 0, sizeof(*outcome_r));
    const struct duty *duty = open->duty;
    struct deadline due;
    if (!duty_recount(situation->council, open, a, &due) || due.ends == open->due_at) {
        outcome_refuse(outcome_r, duty->cites, "The day does not move this duty.");
        return;
    }
    int32_t was_due = zone_local(situation->council->zone, open->due_at - 1).date;
    effect_event(outcome_r, a, "holiday", situation->record->state, situation->record->state, duty->part,
                 arena_printf(a, KEPT_HOLIDAY, day_format(a, date, DAY_FULL), name, duty->label,
                              day_format(a, due.due, DAY_FULL), day_format(a, was_due, DAY_FULL)),
                 duty->cites);
    struct effect *move = effect_add(outcome_r, a, EFFECT_DUTY_MOVE);
    move->duty_id = open->id;
    move->term = open->term;
    move->counted_from = open->counted_from;
    move->due = due.ends;
    move->next_at = open->missed_at == INSTANT_NONE ? due.ends : open->next_at;
}

void decide_any(const struct situation *situation, const struct decision *decision, struct arena *a,
                struct outcome *outcome_r) {
    struct act act = {.power = decision->power, .fields = decision->fields};
    struct situation on_behalf = *situation;
    const struct values none = {0};
    int32_t date = 0;
    switch (decision->kind) {
    case DECISION_ACT:
        decide(situation, &act, a, outcome_r);
        break;
    case DECISION_MISSED:
        decide_missed(situation, decision->duty, a, outcome_r);
        break;
    case DECISION_HOLIDAY:
        day_parse(values_get(&decision->fields, "day"), &date);
        decide_holiday(situation, decision->duty, date, values_get(&decision->fields, "name"), a, outcome_r);
        break;
    case DECISION_USED:
        memset(outcome_r, 0, sizeof(*outcome_r));
        decide_use(situation, decision->power, &none, a, outcome_r);
        break;
    case DECISION_VERSION:
        decide_version(situation, decision->pack, a, outcome_r);
        break;
    case DECISION_OPENED:
        on_behalf.on_behalf = true;
        decide(&on_behalf, &act, a, outcome_r);
        break;
    }
    cite_what_holds(situation, a, outcome_r);
}
