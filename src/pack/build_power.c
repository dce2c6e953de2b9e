#include "pack/build_private.h"

static bool build_from(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    return build_states(b, value, &power->from, &power->from_count);
}

static bool build_to(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    if (value->kind == NODE_TEXT && text_equal(value->text, "previous")) {
        power->to_previous = true;
        return true;
    }
    const void *state;
    if (!build_name(b, value, TABLE(b->procedure->states, b->procedure->state_count),
                    "is neither a state of this procedure nor \"previous\"", &state))
        return false;
    power->to = state;
    return true;
}

/* From here on `when` sees the fields of the power's form. */
static bool build_power_form(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    b->forms[0] = &power->form;
    b->form_count = 1;
    if (!build_form(b, value, &power->form))
        return false;
    for (size_t i = 0; i < power->form.count; i++) {
        if (power->form.at[i].counted)
            return BUILD_FAIL(b, value->items.at[i], "only answers of the opening form are counted.");
        if (power->form.at[i].lasts > 0 || power->form.at[i].lasts_by != NULL)
            return BUILD_FAIL(b, value->items.at[i], "only the opening form says how long a record's business lasts.");
        /* One name would mean two things to `when` and to a notice's {placeholder}. */
        if (form_field(&b->procedure->open_form, power->form.at[i].name) != NULL)
            return BUILD_FAIL(b, value->items.at[i], "the opening form has a field \"%s\" too; expected another name.",
                              power->form.at[i].name);
    }
    return true;
}

static bool build_power_refuse(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    return build_refusals(b, value, &power->refusals, &power->refusal_count);
}

static bool build_within_of(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    return build_powers(b, value, &power->within_of, &power->within_of_count);
}

static bool build_handler(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    const void *field;
    if (!build_name(b, value, TABLE(power->form.at, power->form.count), "is not a field of this power's form", &field))
        return false;
    power->handler = field;
    return (power->handler->kind == FIELD_PERSON && power->handler->required) ||
           BUILD_FAIL(b, value, "\"%s\" cannot become the handler; expected a required field of the kind person.",
                      value->text);
}

static bool build_precedents(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    const struct form *form = &b->procedure->open_form;
    const void *field;
    if (!build_name(b, value, TABLE(form->at, form->count), "is not a field of the opening form", &field))
        return false;
    power->precedents = field;
    return power->precedents->kind == FIELD_TEXT ||
           BUILD_FAIL(b, value, "\"%s\" has no words to look for; expected a field of the kind text.", value->text);
}

static bool build_grant(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct part_grant, when), false},
        {"part", build_part, offsetof(struct part_grant, part), true},
        {"to", build_relations, offsetof(struct part_grant, to), true},
        {"cites", build_cites, offsetof(struct part_grant, cites), true},
    };
    return BUILD_MAP(b, value, "a grant", keys, into);
}

static bool build_grants(struct build *b, const struct node *value, void *into) {
    struct power *power = into;
    void *array;
    if (!build_list(b, value, sizeof(*power->grants), build_grant, &array, &power->grant_count))
        return false;
    power->grants = array;
    return true;
}

static bool check_power(struct build *b, const struct node *node, const struct power *power) {
    if (power->clock_only == (power->by.count > 0))
        return BUILD_FAIL(b, node, "a power has either \"by\" or \"clock only: yes\".");
    if (power->clock_only && power->form.count > 0)
        return BUILD_FAIL(b, node, "a clock fills in no form.");
    if (power->clock_only && (power->does.count > 0 || power->opens.procedure != NULL))
        return BUILD_FAIL(b, node,
                          "a clock cannot be told that something did not go; expected no \"does\" or \"opens\".");
    if ((power->within.amount > 0) != (power->within_of_count > 0))
        return BUILD_FAIL(b, node, "\"within\" and \"within of\" need one another.");
    return true;
}

/* What brings a record on, or to its end, is a decision, unless it hands the record to somebody else who decides. */
static bool decides_by_nature(const struct power *power) {
    return !power->clock_only && power->handler == NULL && (power->to != NULL || power->to_previous);
}

bool build_power(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"label", build_text, offsetof(struct power, label), true},
        {"hint", build_text, offsetof(struct power, hint), false},
        {"done", build_text, offsetof(struct power, done), true},
        {"by", build_relations, offsetof(struct power, by), false},
        {"from", build_from, 0, true},
        {"to", build_to, 0, false},
        /* Who may use it is asked before there is an act: its `when` sees the opening form alone. */
        {"when", build_when, offsetof(struct power, when), false},
        {"form", build_power_form, 0, false},
        {"refuse", build_power_refuse, 0, false},
        {"within", build_term, offsetof(struct power, within), false},
        {"within of", build_within_of, 0, false},
        {"handler", build_handler, 0, false},
        {"event part", build_part_name, offsetof(struct power, event_part), false},
        {"revises", build_part_name, offsetof(struct power, revises), false},
        {"precedents", build_precedents, 0, false},
        {"grants", build_grants, 0, false},
        {"clock only", build_truth, offsetof(struct power, clock_only), false},
        {"decides", build_truth, offsetof(struct power, decides), false},
        {"does", build_does, offsetof(struct power, does), false},
        {"opens", build_opens, offsetof(struct power, opens), false},
        {"keeps apart", build_apart, offsetof(struct power, keeps_apart), false},
        {"cites", build_cites, offsetof(struct power, cites), false},
    };
    struct power *power = into;
    power->event_part = "record";
    power->cites = b->procedure->cites;
    b->has_actor = true;
    b->forms = ARENA_ARRAY(b->arena, 1, const struct form *);
    if (!BUILD_MAP(b, value, "a power", keys, power) || !check_power(b, value, power))
        return false;
    if (node_get(value, "decides") == NULL)
        power->decides = decides_by_nature(power);
    return true;
}
