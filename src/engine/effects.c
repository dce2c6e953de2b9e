/* The pieces that several decisions have in common. */
#include "engine/engine_private.h"

struct effect *effect_add(struct outcome *outcome, struct arena *a, enum effect_kind kind) {
    struct effect effect = {.kind = kind};
    LIST_ADD(a, &outcome->effects, effect);
    return &outcome->effects.at[outcome->effects.count - 1];
}

void effect_event(struct outcome *outcome, struct arena *a, const char *power, const struct state *from,
                  const struct state *to, const char *part, const char *say, struct cites cites) {
    struct effect *effect = effect_add(outcome, a, EFFECT_EVENT);
    effect->name = power;
    effect->from = from == NULL ? NULL : from->name;
    effect->to = to == NULL ? NULL : to->name;
    effect->part = part == NULL ? "record" : part;
    effect->text = say;
    effect->cites = cites;
}

void effect_grant(struct outcome *outcome, struct arena *a, const char *part, const char *principal,
                  const char *relation, struct cites cites) {
    struct effect *effect = effect_add(outcome, a, EFFECT_GRANT);
    effect->part = part;
    effect->principal = principal;
    effect->relation = relation;
    effect->cites = cites;
}

void effect_link(const struct situation *situation, const struct field *field, const char *part, struct arena *a,
                 struct outcome *outcome) {
    struct effect *effect = effect_add(outcome, a, EFFECT_LINK);
    effect->field = field->name;
    effect->part = part == NULL ? "record" : part;
    effect->record = source_of(situation, field)->named->record->id;
}

void effect_mark(const struct situation *after, const struct field *field, const char *value,
                 const struct values *fields, struct arena *a, struct outcome *outcome) {
    const char *part = values_get(fields, field->marks->name);
    const struct source *record = source_of(after, field->marks->part_of);
    if (part == NULL)
        part = values_get(&after->record->fields, field->marks->name);
    if (part == NULL || record == NULL || record->named == NULL)
        return;
    struct effect *effect = effect_add(outcome, a, EFFECT_MARK);
    effect->record = record->named->record->id;
    effect->part = part;
    effect->text = value;
}

/* That two people are kept apart, and which, is not for those who see this record. */
void effect_another(const struct situation *situation, const struct state *state, struct arena *a,
                    struct outcome *outcome) {
    const struct pack *pack = situation->council->pack;
    effect_event(outcome, a, "apart", state, state, NULL, arena_printf(a, KEPT_ANOTHER, pack_word(pack, "Officer")),
                 pack->apart_cites);
    outcome->effects.at[outcome->effects.count - 1].by_nobody = true;
}

void effect_apart(const struct situation *after, const struct field *field, const struct values *fields,
                  struct arena *a, struct outcome *outcome) {
    const char *person = field == NULL ? NULL : values_get(fields, field->name);
    if (person == NULL || after->record->opener == NULL)
        return;
    struct effect *effect = effect_add(outcome, a, EFFECT_APART);
    effect->principal = person;
    effect->other = after->record->opener->id;
}

static void grant_relations(const struct situation *situation, const struct part *part,
                            const struct relations *relations, const struct power *power, struct arena *a,
                            struct outcome *outcome) {
    for (size_t r = 0; r < relations->count; r++) {
        const struct relation *relation = &relations->at[r];
        if (relation->kind == RELATION_AUDIENCE) { /* so that a grant tells the relation behind the set's name */
            const struct relations *is = audience_now(situation, relation->audience);
            if (is != NULL)
                grant_relations(situation, part, is, power, a, outcome);
            continue;
        }
        struct principals principals = {0};
        relation_principals(situation, relation, power, a, &principals);
        for (size_t i = 0; i < principals.list.count; i++)
            effect_grant(outcome, a, part->name, principals.list.at[i], relation->name, part->cites);
    }
}

void effect_grant_part(const struct situation *situation, const struct part *part, const struct power *power,
                       struct arena *a, struct outcome *outcome) {
    if (cites_hold(&part->cites, situation->today))
        grant_relations(situation, part, &part->audience, power, a, outcome);
}

const struct calendar *duty_calendar(const struct situation *situation, const struct duty *duty) {
    return council_calendar(situation->council, duty->calendar);
}

bool duty_recount(const struct council *council, const struct open_duty *duty, struct arena *a,
                  struct deadline *deadline_r) {
    const char *error;
    const struct calendar *calendar = council_calendar(council, duty->duty->calendar);
    if (duty->duty->until_field != NULL && duty->counted_from == duty->started_at)
        return false;
    if (duty->counted_from == duty->started_at)
        return deadline_compute(a, calendar, duty->counted_from, duty->term, deadline_r, &error);
    return deadline_resume(a, calendar, council_day(council, duty->counted_from), duty->term.amount, deadline_r,
                           &error);
}

/* The first of the relations that somebody stands in; when all are vacant, the first that there is: a duty of a vacant
 * post waits for its next holder, and is missed like any other. */
static const char *first_held(const struct situation *situation, const struct relations *relations, struct arena *a) {
    const char *vacant = NULL;
    for (size_t r = 0; r < relations->count; r++) {
        struct principals principals = {0};
        relation_principals(situation, &relations->at[r], NULL, a, &principals);
        for (size_t i = 0; i < principals.list.count; i++) {
            if (principal_is_held(situation->council, principals.list.at[i], situation->today))
                return principals.list.at[i];
            if (vacant == NULL)
                vacant = principals.list.at[i];
        }
    }
    return vacant;
}

void effect_duty_start(const struct situation *situation, const struct duty *duty, const struct values *act_fields,
                       struct arena *a, struct outcome *outcome) {
    if (!condition_holds(situation, &duty->when, act_fields) || !cites_hold(&duty->cites, situation->today))
        return;
    const char *bearer = first_held(situation, &duty->bearer, a), *error;
    if (bearer == NULL)
        return;
    struct deadline deadline = {0};
    const char *until = duty->until_field == NULL ? NULL : values_get(act_fields, duty->until_field->name);
    if (duty->until_field != NULL) {
        int32_t on; /* a time begins with its day */
        if (until == NULL || !day_parse(arena_strndup(a, until, strlen("2026-12-29")), &on))
            return;
        if (duty->before.amount == 0)
            deadline = (struct deadline){.due = on, .ends = zone_instant(situation->council->zone, on, 86400)};
        else if (!deadline_before(a, duty_calendar(situation, duty), on, duty->before, &deadline, &error))
            return;
    } else if (!deadline_compute(a, duty_calendar(situation, duty), situation->now, duty->within, &deadline, &error)) {
        return; /* the checker refuses packs whose terms no calendar can hold */
    }
    struct effect *effect = effect_add(outcome, a, EFFECT_DUTY_START);
    effect->duty = duty;
    effect->principal = bearer;
    effect->term = duty->within;
    effect->due = effect->next_at = deadline.ends;
    effect->counted_from = situation->now;
    effect->cites = duty->cites;
}

char *fill_in(const struct situation *situation, const char *text, const struct power *power,
              const struct values *act_fields, struct arena *a) {
    struct buf buf = {.arena = a};
    while (*text != '\0') {
        const char *open = strchr(text, '{'), *close = open == NULL ? NULL : strchr(open, '}');
        if (close == NULL) {
            buf_adds(&buf, text);
            break;
        }
        buf_add(&buf, text, (size_t)(open - text));
        const char *name = arena_strndup(a, open + 1, (size_t)(close - open - 1));
        const char *value = act_fields == NULL ? NULL : values_get(act_fields, name);
        const struct field *field = power == NULL ? NULL : form_field(&power->form, name);
        if (field == NULL)
            field = form_field(&situation->procedure->open_form, name);
        if (value == NULL && situation->record != NULL)
            value = values_get(&situation->record->fields, name);
        if (value != NULL)
            buf_adds(&buf, field == NULL ? value : field_display(situation, field, value, a));
        else if (strcmp(name, PART_OPENER) == 0)
            buf_adds(&buf, OPENER_MARK); /* it depends on the reader */
        text = close + 1;
    }
    return arena_strdup(a, buf_text(&buf));
}

static bool knows_opener(const struct situation *situation, const struct part *part, const char *principal) {
    const struct person *person = principal_person(situation->council, principal, situation->today);
    struct arena *a = arena_new();
    struct principals knowing = {0};
    bool knows = false;
    for (size_t r = 0; r < part->audience.count; r++)
        relation_principals(situation, &part->audience.at[r], NULL, a, &knowing);
    for (size_t i = 0; i < knowing.list.count && !knows; i++)
        knows = strcmp(knowing.list.at[i], principal) == 0 ||
                principal_includes(situation->council, knowing.list.at[i], person, situation->today);
    arena_free(&a);
    return knows;
}

static const char *opener_for(const struct situation *situation, const char *principal) {
    const struct council *council = situation->council;
    const struct part *part = procedure_part(situation->procedure, PART_OPENER);
    const struct person *opener = situation->record->opener;
    if (part != NULL && (principal == NULL || !knows_opener(situation, part, principal)))
        return part->otherwise;
    if (opener == NULL)
        return "somebody who left";
    bool is_junior =
        opener->kind == PERSON_OFFICER && !directory_is_senior(council->directory, opener, situation->today);
    return is_junior && situation->pack->junior_names_hidden.count > 0 ? pack_word(situation->pack, "Officer")
                                                                       : opener->name;
}

char *fill_opener(const struct situation *situation, const char *text, const char *principal, struct arena *a) {
    struct buf buf = {.arena = a};
    for (const char *mark; (mark = strstr(text, OPENER_MARK)) != NULL; text = mark + strlen(OPENER_MARK)) {
        buf_add(&buf, text, (size_t)(mark - text));
        buf_adds(&buf, opener_for(situation, principal));
    }
    buf_adds(&buf, text);
    return arena_strdup(a, buf_text(&buf));
}

void effect_notice(const struct situation *situation, const struct relations *to, bool first, const char *name,
                   const char *title, const char *say, struct cites cites, struct arena *a, struct outcome *outcome) {
    struct principals principals = {0};
    if (first) {
        const char *held = first_held(situation, to, a);
        if (held != NULL)
            LIST_ADD(a, &principals.list, held);
    } else {
        for (size_t r = 0; r < to->count; r++)
            relation_principals(situation, &to->at[r], NULL, a, &principals);
    }
    for (size_t i = 0; i < principals.list.count; i++) {
        if (situation->actor != NULL && !situation->on_behalf &&
            principal_includes(situation->council, principals.list.at[i], situation->actor, situation->today) &&
            text_starts(principals.list.at[i], "person:"))
            continue; /* nobody needs to be told of what they did themselves */
        struct effect *effect = effect_add(outcome, a, EFFECT_NOTICE);
        effect->principal = principals.list.at[i];
        effect->name = name;
        effect->other = fill_opener(situation, title, effect->principal, a);
        effect->text = fill_opener(situation, say, effect->principal, a);
        effect->cites = cites;
    }
}
