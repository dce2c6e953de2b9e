#include "pack/pack.h"

/* Each returns the element of an array whose name is the one wanted. */
#define FIND(array, count, member, wanted)                                                                             \
    for (size_t i = 0; i < (count); i++) {                                                                             \
        if (text_equal((array)[i].member, (wanted)))                                                                   \
            return &(array)[i];                                                                                        \
    }                                                                                                                  \
    return NULL

const struct procedure *pack_procedure(const struct pack *pack, const char *name) {
    FIND(pack->procedures, pack->procedure_count, name, name);
}

const struct clause *pack_clause(const struct pack *pack, const char *id) {
    for (size_t low = 0, high = id == NULL ? 0 : pack->clause_count; low < high;) {
        size_t middle = (low + high) / 2;
        int order = strcmp(id, pack->clauses_by_id[middle]->id);
        if (order == 0)
            return pack->clauses_by_id[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool clause_holds(const struct clause *clause, day on) {
    return clause->from <= on && on <= clause->to;
}

bool cites_hold(const struct cites *cites, day on) {
    for (size_t i = 0; i < cites->count; i++)
        if (clause_holds(cites->at[i], on))
            return true;
    return cites->count == 0;
}

struct cites cites_on(struct cites cites, day on, struct arena *a) {
    struct cites holding = {.at = ARENA_ARRAY(a, cites.count, const struct clause *)};
    for (size_t i = 0; i < cites.count; i++)
        if (clause_holds(cites.at[i], on))
            holding.at[holding.count++] = cites.at[i];
    return holding;
}

const struct pack_calendar *pack_calendar(const struct pack *pack, const char *name) {
    FIND(pack->calendars, pack->calendar_count, name, name);
}

const struct pack_post *pack_post(const struct pack *pack, const char *role) {
    FIND(pack->posts, pack->post_count, role, role);
}

const struct power *procedure_power(const struct procedure *procedure, const char *name) {
    FIND(procedure->powers, procedure->power_count, name, name);
}

const struct state *procedure_state(const struct procedure *procedure, const char *name) {
    FIND(procedure->states, procedure->state_count, name, name);
}

bool part_is_confidential(const struct pack *pack, const struct part *part) {
    return part->mark == MARK_NONE ? pack->unmarked_cites.count > 0 : part->mark == MARK_CONFIDENTIAL;
}

const struct part *procedure_part(const struct procedure *procedure, const char *name) {
    FIND(procedure->parts, procedure->part_count, name, name);
}

const struct duty *procedure_duty(const struct procedure *procedure, const char *name) {
    FIND(procedure->duties, procedure->duty_count, name, name);
}

const struct field *form_field(const struct form *form, const char *name) {
    FIND(form->at, form->count, name, name);
}

bool names_admit(const struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++)
        if (text_equal(names->at[i], name))
            return true;
    return names->count == 0;
}

bool field_links(const struct field *field) {
    return field->kind == FIELD_RECORD && field->copies == NULL;
}

const struct field *procedure_fact(const struct procedure *procedure, const char *name) {
    const struct field *field = form_field(&procedure->open_form, name);
    if (field != NULL)
        return field->part == NULL ? field : NULL;
    for (size_t i = 0; i < procedure->power_count; i++) {
        field = form_field(&procedure->powers[i].form, name);
        if (field != NULL && power_keeps(&procedure->powers[i], field))
            return field;
    }
    return NULL;
}

bool power_keeps(const struct power *power, const struct field *field) {
    bool says = field->kind == FIELD_TEXT || field->kind == FIELD_LONG || field->kind == FIELD_CHOICE ||
                field->kind == FIELD_ATTEST || field->kind == FIELD_DATE;
    return field->part == NULL && !says && field != power->handler;
}

static bool names_opener(const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->at[i];
        if (relation->kind == RELATION_OPENER || relation->kind == RELATION_OPENER_GROUP)
            return true;
        for (size_t k = 0; relation->kind == RELATION_AUDIENCE && k < relation->audience->count; k++) {
            if (names_opener(&relation->audience->at[k].is))
                return true;
        }
    }
    return false;
}

bool power_names_opener(const struct power *power) {
    return names_opener(&power->by);
}

bool power_names(const struct power *power, const struct relations *named) {
    for (size_t i = 0; i < power->by.count; i++) {
        for (size_t k = 0; k < named->count; k++) {
            if (relation_same(&power->by.at[i], &named->at[k]))
                return true;
        }
    }
    return false;
}

const char *pack_word(const struct pack *pack, const char *word) {
    for (size_t i = 0; i < pack->word_count; i++) {
        if (text_equal(pack->words[i].from, word))
            return pack->words[i].to;
    }
    return word;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const char *pack_word_in(const struct pack *pack, const struct language *in, const char *word) {
    const char *own = pack_word(pack, word);
    return own == word ? text_say(in, word) : own;
}

const char *pack_put_words(const struct pack *pack, struct arena *a, const char *text) {
    struct buf out = {.arena = a};
    if (pack->word_count == 0)
        return text;
    while (*text != '\0') {
        size_t length = 0;
        while (is_letter(text[length]))
            length++;
        buf_adds(&out, pack_word(pack, arena_strndup(a, text, length)));
        text += length;
        if (*text != '\0')
            buf_addc(&out, *text++);
    }
    return buf_text(&out);
}

bool relation_is_by_opener(const struct relation *relation) {
    switch (relation->kind) {
    case RELATION_OPENER:
    case RELATION_OPENER_GROUP:
    case RELATION_OPENER_GROUP_LEADER:
    case RELATION_OPENER_GROUP_WHIP:
    case RELATION_OPENER_HEAD:
    case RELATION_OPENER_MANAGER:
    case RELATION_OTHER_GROUP_LEADERS:
        return true;
    case RELATION_AUDIENCE:
        for (size_t i = 0; i < relation->audience->count; i++)
            if (relations_are_by_opener(&relation->audience->at[i].is))
                return true;
        return false;
    default:
        return false;
    }
}

bool relations_are_by_opener(const struct relations *relations) {
    for (size_t i = 0; i < relations->count; i++)
        if (relation_is_by_opener(&relations->at[i]))
            return true;
    return false;
}

bool procedure_keeps_apart(const struct procedure *procedure) {
    bool keeps = procedure->keeps_apart != NULL;
    for (size_t i = 0; i < procedure->power_count && !keeps; i++)
        keeps = procedure->powers[i].keeps_apart != NULL;
    return keeps;
}

bool form_writes(const struct form *form, const char *part) {
    for (size_t i = 0; part != NULL && i < form->count; i++)
        if (text_equal(form->at[i].part, part) || text_equal(form->at[i].instead_part, part))
            return true;
    return false;
}

const struct state *procedure_moves_to(const struct procedure *procedure, const char *state) {
    for (size_t i = 0; i < procedure->move_count; i++)
        if (strcmp(procedure->moves[i].from, state) == 0)
            return procedure->moves[i].to;
    return procedure->moves_earlier ? procedure_state(procedure, state) : NULL;
}
