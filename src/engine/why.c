/* Whether a power may be used; and if not, the nearest condition that forbids it. */
#include "engine/engine_private.h"

static char *relations_in_words(const struct situation *situation, const struct relations *relations, struct arena *a) {
    struct buf buf = {.arena = a};
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->at[i];
        buf_adds(&buf, i == 0 ? "" : i + 1 == relations->count ? situation_say(situation, " or ") : ", ");
        if (relation->kind == RELATION_POST)
            buf_addf(&buf, situation_say(situation, "the %s"), relation_title(relation, situation->language, a));
        else if (relation->kind == RELATION_MEMBER)
            buf_addf(&buf, situation_say(situation, "a %s"),
                     pack_word_in(situation->pack, situation->language, "Member"));
        else if (relation->kind == RELATION_OFFICER)
            buf_addf(&buf, situation_say(situation, "an %s"),
                     pack_word_in(situation->pack, situation->language, "Officer"));
        else
            buf_adds(&buf, relation_title(relation, situation->language, a));
    }
    return arena_strdup(a, buf_text(&buf));
}

/* Under the clauses that hold today; when none does, under those that would have to. */
static void say_why(const struct situation *situation, struct cites cites, bool allowed, const char *say,
                    struct arena *a, struct why *why_r) {
    struct cites holding = cites_on(cites, situation->today, a);
    *why_r = (struct why){.allowed = allowed, .cites = holding.count > 0 ? holding : cites, .say = say};
}

/* The last time that what the power follows was done; NULL: not yet. */
static const struct past_event *window_begin(const struct situation *situation, const struct power *power) {
    for (size_t i = situation->record->events.count; i-- > 0;)
        for (size_t p = 0; p < power->within_of_count; p++)
            if (strcmp(situation->record->events.at[i].power, power->within_of[p]->name) == 0)
                return &situation->record->events.at[i];
    return NULL;
}

static const char *comes_after(const struct situation *situation, const struct power *power, struct arena *a) {
    struct buf names = {.arena = a};
    for (size_t i = 0; i < power->within_of_count; i++)
        buf_addf(&names, "%s“%s”", i == 0 ? "" : situation_say(situation, " or "), power->within_of[i]->label);
    return arena_printf(a, situation_say(situation, "This comes after %s."), buf_text(&names));
}

/* NULL: the window is open. */
static const char *outside_window(const struct situation *situation, const struct power *power, struct arena *a) {
    const struct past_event *begin = window_begin(situation, power);
    const struct calendar *calendar = council_calendar(situation->council, &situation->pack->calendars[0]);
    struct deadline deadline;
    const char *error;
    if (begin == NULL)
        return comes_after(situation, power, a);
    return deadline_compute(a, calendar, begin->at, power->within, &deadline, &error) && situation->now < deadline.ends
               ? NULL
               : arena_printf(a, situation_say(situation, "The time for this, %s, has passed."),
                              term_say(situation->language, a, power->within));
}

static bool in_state(const struct situation *situation, const struct power *power) {
    for (size_t i = 0; i < power->from_count; i++)
        if (power->from[i] == situation->record->state)
            return true;
    return false;
}

/* It is for this record, only not for whoever acts. */
static bool is_for_others(const struct situation *situation, const struct condition *when) {
    for (size_t i = 0; i < when->count; i++) {
        const struct condition one = {.at = &when->at[i], .count = 1};
        if (when->at[i].kind != TEST_ACTOR && !condition_holds(situation, &one, NULL))
            return false;
    }
    return true;
}

const char *power_not_now(const struct situation *situation, const struct power *power, struct arena *a) {
    if (!condition_holds(situation, &power->when, NULL))
        return is_for_others(situation, &power->when)
                   ? situation_say(situation, "Somebody else does this here.")
                   : situation_say(situation, "This does not belong to what was asked for here.");
    if (!cites_hold(&power->cites, situation->today))
        return situation_say(situation, "The clause for this does not hold today.");
    if (!in_state(situation, power))
        return arena_printf(a, situation_say(situation, "This cannot be done while the record is “%s”."),
                            situation->record->state->title);
    return power->within_of_count > 0 ? outside_window(situation, power, a) : NULL;
}

/* Whom the record is about, where it knows. */
static const struct relations *about_whom(const struct situation *situation) {
    static const struct relations nobody;
    const struct procedure *procedure = situation->procedure;
    for (size_t i = 0; i < procedure->about_count; i++) {
        if (condition_holds(situation, &procedure->about[i].when, NULL))
            return &procedure->about[i].named;
    }
    return &nobody;
}

/* A guest is read anew each time: it is the id that is the same. */
static bool is_opener(const struct situation *situation, const struct person *person) {
    const struct person *opener = situation->record->opener;
    return opener != NULL && strcmp(person->id, opener->id) == 0;
}

bool is_own_matter(const struct situation *situation, const struct person *person) {
    return person != NULL &&
           (is_opener(situation, person) || relations_include(situation, about_whom(situation), person, NULL));
}

/* They may use what is given to them as its opener, or as whom it is about, but decide nothing in another office. */
static bool decides_on_own_matter(const struct situation *situation, const struct power *power) {
    const struct person *actor = situation->actor;
    if (!power->decides || !is_own_matter(situation, actor))
        return false;
    bool as_opener = is_opener(situation, actor) && power_names_opener(power);
    return !as_opener && !power_names(power, about_whom(situation));
}

static void why_opening(const struct situation *situation, struct arena *a, struct why *why_r) {
    const struct procedure *procedure = situation->procedure;
    const char *say = NULL;
    if (!relations_include(situation, &procedure->open_by, situation->actor, NULL))
        say = arena_printf(a, situation_say(situation, "Only %s can open this."),
                           relations_in_words(situation, &procedure->open_by, a));
    else if (!cites_hold(&procedure->open_cites, situation->today))
        say = situation_say(situation, "The clause for this does not hold today.");
    say_why(situation, procedure->open_cites, say == NULL, say == NULL ? procedure->summary : say, a, why_r);
}

void why(const struct situation *situation, const struct power *power, struct arena *a, struct why *why_r) {
    if (power == NULL) {
        why_opening(situation, a, why_r);
        return;
    }
    const char *say;
    if (power->clock_only)
        say = situation_say(situation, "Nobody does this: it follows from something else, or when a time has run out.");
    else if (!relations_include(situation, &power->by, situation->actor, power))
        say = arena_printf(a, situation_say(situation, "Only %s can do this."),
                           relations_in_words(situation, &power->by, a));
    else if (decides_on_own_matter(situation, power))
        say = situation_say(situation, "Nobody decides on a matter of their own: somebody else does this here.");
    else
        say = power_not_now(situation, power, a);
    say_why(situation, power->cites, say == NULL,
            say != NULL           ? say
            : power->hint != NULL ? power->hint
                                  : situation_say(situation, "You can do this now."),
            a, why_r);
}

bool power_is_open(const struct situation *situation, const struct power *power, struct arena *a) {
    return !power->clock_only && relations_include(situation, &power->by, situation->actor, power) &&
           !decides_on_own_matter(situation, power) && power_not_now(situation, power, a) == NULL;
}

void why_named(const struct situation *situation, const char *name, struct arena *a, struct why *why_r) {
    const struct power *power = procedure_power(situation->procedure, name);
    if (power != NULL)
        why(situation, power, a, why_r);
    else
        say_why(situation, situation->procedure->cites, false,
                situation_say(situation, "The protocol gives nobody such a power here."), a, why_r);
}
