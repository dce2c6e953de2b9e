#include "pack/check_private.h"

/* ---- claims: some conditions hold and others do not */

struct claim {
    struct check *check;
    struct worlds *worlds;
    LIST(const struct condition *) holds;
    LIST(const struct condition *) fails;
};

/* form: what is filled in, NULL for no act. */
static struct claim claim_new(struct check *check, const struct form *form) {
    return (struct claim){.check = check, .worlds = worlds_new(check->a, check->procedure, form, true)};
}

static void claim_holds(struct claim *claim, const struct condition *condition) {
    worlds_add(claim->worlds, condition);
    LIST_ADD(claim->check->a, &claim->holds, condition);
}

static void claim_fails(struct claim *claim, const struct condition *condition) {
    worlds_add(claim->worlds, condition);
    LIST_ADD(claim->check->a, &claim->fails, condition);
}

/* The first `count` refusals do not apply. */
static void claim_allowed(struct claim *claim, const struct refusal *refusals, size_t count) {
    for (size_t i = 0; i < count; i++)
        claim_fails(claim, &refusals[i].when);
}

/* A use of a power on a record that was let in. */
static struct claim claim_use(struct check *check, const struct power *power) {
    struct claim claim = claim_new(check, &power->form);
    claim_allowed(&claim, check->procedure->refusals, check->procedure->refusal_count);
    claim_holds(&claim, &power->when);
    return claim;
}

/* In which world that is possible (see worlds_say); NULL in none. What is too much to go through counts as possible. */
static const char *claim_world(const struct claim *claim) {
    if (worlds_too_many(claim->worlds))
        return "";
    while (worlds_next(claim->worlds)) {
        bool so = true;
        for (size_t i = 0; i < claim->holds.count && so; i++)
            so = worlds_hold(claim->worlds, claim->holds.at[i]);
        for (size_t i = 0; i < claim->fails.count && so; i++)
            so = !worlds_hold(claim->worlds, claim->fails.at[i]);
        if (so)
            return worlds_say(claim->worlds, claim->check->a);
    }
    return NULL;
}

/* ---- opening and audiences */

static void check_fields(struct check *check, const struct power *power, const struct form *form) {
    for (size_t i = 0; i < form->count; i++) {
        struct claim claim = power == NULL ? claim_new(check, NULL) : claim_use(check, power);
        claim_holds(&claim, &form->at[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &form->at[i], power == NULL ? "open" : "power", power == NULL ? NULL : power->name,
                        "the field \"%s\" is never asked.", form->at[i].name);
    }
}

static void check_open(struct check *check) {
    const struct procedure *procedure = check->procedure;
    check_fields(check, NULL, &procedure->open_form);
    for (size_t i = 0; i < procedure->refusal_count; i++) {
        struct claim claim = claim_new(check, NULL);
        claim_allowed(&claim, procedure->refusals, i);
        claim_holds(&claim, &procedure->refusals[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &procedure->refusals[i], "open", NULL, "no choice leads to the refusal \"%s\"",
                        procedure->refusals[i].say);
    }
    for (size_t i = 0; i < procedure->does.count; i++) {
        struct claim claim = claim_new(check, NULL);
        claim_allowed(&claim, procedure->refusals, procedure->refusal_count);
        claim_holds(&claim, &procedure->does.at[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &procedure->does.at[i], "open", NULL, "it never does \"%s\".",
                        procedure->does.at[i].use);
    }
    struct claim claim = claim_new(check, NULL);
    claim_allowed(&claim, procedure->refusals, procedure->refusal_count);
    if (claim_world(&claim) == NULL)
        check_found(check, &procedure->refusals, "open", NULL, "every choice is refused.");
}

static void check_audience(struct check *check, const struct audience *audience) {
    const struct procedure *procedure = check->procedure;
    for (size_t i = 0; i <= audience->count; i++) {
        struct claim claim = claim_new(check, NULL);
        claim_allowed(&claim, procedure->refusals, procedure->refusal_count);
        for (size_t k = 0; k < i; k++)
            claim_fails(&claim, &audience->at[k].when);
        if (i < audience->count)
            claim_holds(&claim, &audience->at[i].when);
        const char *world = claim_world(&claim);
        if (i < audience->count && world == NULL)
            check_found(check, &audience->at[i], "audience", audience->name, "its case number %zu never comes.", i + 1);
        if (i == audience->count && world != NULL)
            check_found(check, audience, "audience", audience->name, "nobody is in it%s.", world);
    }
}

/* ---- powers and parts */

static bool is_part_of_any(const struct pack *pack, const char *part) {
    for (size_t i = 0; i < pack->procedure_count; i++) {
        if (procedure_part(&pack->procedures[i], part) != NULL)
            return true;
    }
    return false;
}

static void check_power(struct check *check, const struct power *power) {
    check_fields(check, power, &power->form);
    for (size_t i = 0; i < power->refusal_count; i++) {
        struct claim claim = claim_use(check, power);
        claim_allowed(&claim, power->refusals, i);
        claim_holds(&claim, &power->refusals[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &power->refusals[i], "power", power->name, "no choice leads to the refusal \"%s\"",
                        power->refusals[i].say);
    }
    struct claim allowed = claim_use(check, power);
    claim_allowed(&allowed, power->refusals, power->refusal_count);
    if (power->refusal_count > 0 && claim_world(&allowed) == NULL)
        check_found(check, power, "power", power->name, "every choice is refused.");
    for (size_t i = 0; i < power->grant_count; i++) {
        struct claim claim = claim_use(check, power);
        claim_holds(&claim, &power->grants[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &power->grants[i], "power", power->name, "the part \"%s\" is never granted.",
                        power->grants[i].part->name);
    }
    for (size_t i = 0; i < power->form.count; i++) {
        const struct field *field = &power->form.at[i];
        if (field->copies != NULL && !is_part_of_any(check->pack, field->copies))
            check_found(check, &field->copies, "power", power->name,
                        "the field \"%s\" copies the part \"%s\", which no record has.", field->name, field->copies);
    }
    for (size_t i = 0; i < power->does.count; i++) {
        struct claim claim = claim_use(check, power);
        claim_holds(&claim, &power->does.at[i].when);
        if (claim_world(&claim) == NULL)
            check_found(check, &power->does.at[i], "power", power->name, "it never does \"%s\".",
                        power->does.at[i].use);
    }
    check_opens(check, power);
    if (power->revises != NULL && !form_writes(&power->form, power->revises))
        check_found(check, &power->revises, "power", power->name,
                    "it revises the part \"%s\" but no field of it is written there.", power->revises);
}

/* Whether anything is ever told to the part's audience. */
static bool is_used(const struct procedure *procedure, const char *part) {
    bool used = text_equal(part, "record") || text_equal(part, PART_OPENER) || text_equal(part, PART_NAMES);
    used = used || form_writes(&procedure->open_form, part) || procedure_part(procedure, part)->readers_of != NULL;
    for (size_t i = 0; i < procedure->power_count && !used; i++)
        used = form_writes(&procedure->powers[i].form, part) || text_equal(procedure->powers[i].event_part, part);
    for (size_t i = 0; i < procedure->duty_count && !used; i++)
        used = text_equal(procedure->duties[i].part, part);
    for (size_t i = 0; i < procedure->notice_count && !used; i++)
        used = text_equal(procedure->notices[i].part, part);
    return used;
}

/* ---- what is said */

/* The next {placeholder} from *at on, which moves past it; NULL when there is none. */
static const char *next_placeholder(struct arena *a, const char **at) {
    const char *open = strchr(*at, '{');
    const char *close = open == NULL ? NULL : strchr(open, '}');
    if (close == NULL)
        return NULL;
    *at = close + 1;
    return arena_strndup(a, open + 1, (size_t)(close - open) - 1);
}

static void check_state_words(struct check *check, const struct state *state) {
    const char *at = state->say == NULL ? "" : state->say;
    for (const char *name; (name = next_placeholder(check->a, &at)) != NULL;) {
        if (!text_equal(name, "handler") && !text_equal(name, "due") && !text_equal(name, "opener"))
            check_found(check, &state->say, "state", state->name,
                        "{%s} is not known; expected {handler}, {due} or {opener}.", name);
    }
}

/* The notice is given on a power; NULL: on opening. */
static struct claim claim_given(struct check *check, const struct notice *notice, const struct power *power) {
    struct claim claim = power == NULL ? claim_new(check, NULL) : claim_use(check, power);
    if (power == NULL)
        claim_allowed(&claim, check->procedure->refusals, check->procedure->refusal_count);
    claim_holds(&claim, &notice->when);
    return claim;
}

/* A notice may say what the act itself says, or facts. What was written to another part has its own audience. */
static void check_placeholder(struct check *check, const struct notice *notice, const struct power *power,
                              const char *name) {
    const struct field *fact = form_field(&check->procedure->open_form, name);
    const struct field *field = power == NULL ? NULL : form_field(&power->form, name);
    const char *act = power == NULL ? "opening" : power->name;
    if (field == NULL && fact != NULL && fact->part != NULL) {
        check_found(check, &notice->say, "notice", notice->name,
                    "{%s} would tell what is in the part \"%s\" to people who may not see it.", name, fact->part);
        return;
    }
    if (field == NULL)
        field = fact;
    if (field == NULL && strcmp(name, PART_OPENER) == 0)
        return; /* as far as whoever is told may know */
    if (field == NULL) {
        check_found(check, &notice->say, "notice", notice->name, "{%s} is neither a field of \"%s\" nor a fact.", name,
                    act);
        return;
    }
    if (field->kind == FIELD_RECORD) {
        check_found(check, &notice->say, "notice", notice->name,
                    "{%s} would tell of a record to people who may not see it.", name);
        return;
    }
    struct claim empty = claim_given(check, notice, power);
    claim_fails(&empty, &field->when);
    if (!field->required || claim_world(&empty) != NULL)
        check_found(check, &notice->say, "notice", notice->name, "{%s} can be empty after \"%s\".", name, act);
}

/* False when it is never given on this power. */
static bool check_given(struct check *check, const struct notice *notice, const struct power *power) {
    struct claim given = claim_given(check, notice, power);
    if (claim_world(&given) == NULL)
        return false;
    const char *at = notice->say;
    for (const char *name; (name = next_placeholder(check->a, &at)) != NULL;)
        check_placeholder(check, notice, power, name);
    return true;
}

static void check_notice(struct check *check, const struct notice *notice) {
    bool given = notice->on_opening && check_given(check, notice, NULL);
    for (size_t i = 0; i < notice->on_count; i++)
        given = check_given(check, notice, notice->on[i]) || given;
    if (!given)
        check_found(check, notice, "notice", notice->name, "it is never given.");
}

void check_rules(struct check *check) {
    const struct procedure *procedure = check->procedure;
    if (procedure_keeps_apart(procedure) && check->pack->apart_cites.count == 0)
        check_found(check, procedure, "open", NULL,
                    "it keeps people apart, and the pack has no \"apart cites\" for choosing another.");
    check_open(check);
    for (size_t i = 0; i < procedure->audience_count; i++)
        check_audience(check, &procedure->audiences[i]);
    for (size_t i = 0; i < procedure->part_count; i++) {
        if (!is_used(procedure, procedure->parts[i].name))
            check_found(check, &procedure->parts[i], "part", procedure->parts[i].name,
                        "nothing is ever written to it.");
    }
    for (size_t i = 0; i < procedure->state_count; i++)
        check_state_words(check, &procedure->states[i]);
    for (size_t i = 0; i < procedure->power_count; i++)
        check_power(check, &procedure->powers[i]);
    for (size_t i = 0; i < procedure->notice_count; i++)
        check_notice(check, &procedure->notices[i]);
}
