#include "pack/build_private.h"

/* ---- duties */

static bool build_duty_from(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    return build_starts(b, value, &duty->from_opening, &duty->from, &duty->from_count);
}

/* Every power that starts the duty must ask for the date; the first one's field stands for all. */
static bool build_until(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    const char *name;
    if (!build_text(b, value, &name))
        return false;
    for (size_t i = 0; i < b->form_count; i++) {
        const struct field *field = form_field(b->forms[i], name);
        if (field == NULL)
            return build_unknown(b, value, TABLE(b->forms[i]->at, b->forms[i]->count),
                                 "is not a field of each form that starts this duty");
        if ((field->kind != FIELD_DATE && field->kind != FIELD_TIME) || field->past || !field->required)
            return BUILD_FAIL(b, value, "\"%s\" may give no day; expected a required field of the kind date or time.",
                              name);
    }
    duty->until_field = form_field(b->forms[0], name);
    return true;
}

static bool build_duty_calendar(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    const void *calendar;
    if (!build_name(b, value, TABLE(b->pack->calendars, b->pack->calendar_count), "is not a calendar of this pack",
                    &calendar))
        return false;
    duty->calendar = calendar;
    return true;
}

static bool build_met_by(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    return build_powers(b, value, &duty->met_by, &duty->met_count);
}

static bool build_paused_in(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    return build_states(b, value, &duty->paused_in, &duty->paused_count);
}

static bool build_step_act(struct build *b, const struct node *value, void *into) {
    struct missed_step *step = into;
    if (!build_power_name(b, value, &step->act))
        return false;
    if (step->act->does.count > 0 || step->act->opens.procedure != NULL)
        return BUILD_FAIL(b, value,
                          "a clock acts on no other record; expected a power without \"does\" and \"opens\".");
    return step->act->form.count == 0 ||
           BUILD_FAIL(b, value, "a clock fills in no form; expected a power without fields.");
}

static bool build_step(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"after", build_term, offsetof(struct missed_step, after), false},
        {"tell", build_relations, offsetof(struct missed_step, tell), false},
        {"say", build_text, offsetof(struct missed_step, say), false},
        {"act", build_step_act, 0, false},
        {"pass to", build_relations, offsetof(struct missed_step, pass_to), false},
    };
    struct missed_step *step = into;
    b->facts_only = true; /* nobody acts when it is missed */
    bool built = BUILD_MAP(b, value, "a step", keys, step);
    b->facts_only = false;
    if (!built)
        return false;
    if ((step->tell.count > 0) != (step->say != NULL))
        return BUILD_FAIL(b, value, "\"tell\" and \"say\" need one another.");
    return step->tell.count > 0 || step->act != NULL || step->pass_to.count > 0 ||
           BUILD_FAIL(b, value, "this step does nothing; expected \"tell\", \"act\" or \"pass to\".");
}

static bool build_missed(struct build *b, const struct node *value, void *into) {
    struct duty *duty = into;
    void *array;
    if (!build_list(b, value, sizeof(*duty->missed), build_step, &array, &duty->missed_count))
        return false;
    duty->missed = array;
    for (size_t i = 0; i < duty->missed_count; i++) {
        if (i == 0 && duty->missed[i].after.amount > 0)
            return BUILD_FAIL(b, value->items.at[i],
                              "the first step comes when the duty is due; expected no \"after\".");
        if (i > 0 && duty->missed[i].after.amount == 0)
            return BUILD_FAIL(b, value->items.at[i], "\"after\" is missing in a step that is not the first.");
    }
    return true;
}

bool build_duty(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"label", build_text, offsetof(struct duty, label), true},
        {"from", build_duty_from, 0, true},
        {"bearer", build_relations, offsetof(struct duty, bearer), true},
        {"when", build_when, offsetof(struct duty, when), false},
        {"within", build_term, offsetof(struct duty, within), false},
        {"until", build_until, 0, false},
        {"before", build_term, offsetof(struct duty, before), false},
        {"calendar", build_duty_calendar, 0, false},
        {"met by", build_met_by, 0, true},
        {"paused in", build_paused_in, 0, false},
        {"missed", build_missed, 0, false},
        {"survives closing", build_truth, offsetof(struct duty, survives), false},
        {"quiet", build_truth, offsetof(struct duty, quiet), false},
        {"part", build_part_name, offsetof(struct duty, part), false},
        {"cites", build_cites, offsetof(struct duty, cites), true},
    };
    struct duty *duty = into;
    duty->part = "record";
    duty->calendar = b->pack->calendars;
    b->has_actor = true;
    if (!BUILD_MAP(b, value, "a duty", keys, duty))
        return false;
    if (duty->before.amount > 0 && duty->until_field == NULL)
        return BUILD_FAIL(b, node_get(value, "before"), "\"before\" needs \"until\", the day before which it is due.");
    return (duty->within.amount > 0) != (duty->until_field != NULL) ||
           BUILD_FAIL(b, value, "a duty has either \"within\" or \"until\".");
}

/* ---- notices */

static bool build_on(struct build *b, const struct node *value, void *into) {
    struct notice *notice = into;
    return build_starts(b, value, &notice->on_opening, &notice->on, &notice->on_count);
}

bool build_notice(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"title", build_text, offsetof(struct notice, title), true},
        {"say", build_text, offsetof(struct notice, say), true},
        {"on", build_on, 0, true},
        {"when", build_when, offsetof(struct notice, when), false},
        {"to", build_relations, offsetof(struct notice, to), true},
        {"first", build_truth, offsetof(struct notice, first), false},
        {"part", build_part_name, offsetof(struct notice, part), false},
        {"cites", build_cites, offsetof(struct notice, cites), true},
    };
    struct notice *notice = into;
    notice->part = "record";
    b->has_actor = true;
    return BUILD_MAP(b, value, "a notice", keys, notice);
}
