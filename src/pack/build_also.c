/* What an act does on records of other procedures. */
#include "pack/build_private.h"

void build_later(struct build *b, const struct node *node, const void *of,
                 bool (*resolve)(struct build *b, const struct later *later)) {
    LIST_ADD(b->a, &b->later, ((struct later){node, of, resolve}));
}

bool later_is_procedure(struct build *b, const struct later *later) {
    const void *found;
    return build_name(b, later->node, TABLE(b->pack->procedures, b->pack->procedure_count),
                      "is not a procedure of this pack", &found);
}

/* A field of the act's form, or else of the opening form. */
static bool build_here(struct build *b, const struct node *value, const struct field **field_r) {
    const struct form *opening = &b->procedure->open_form, *own = b->form_count == 0 ? opening : b->forms[0];
    const char *name = NULL;
    if (!build_text(b, value, &name))
        return false;
    *field_r = form_field(own, name);
    if (*field_r == NULL)
        *field_r = form_field(opening, name);
    return *field_r != NULL || build_unknown(b, value, TABLE(own->at, own->count),
                                             "is a field neither of this form nor of the opening one");
}

static bool is_of_opening(const struct build *b, const struct field *field) {
    return form_field(&b->procedure->open_form, field->name) == field;
}

/* What the act says is at hand, wherever it is written; of what was said before it, facts alone are. */
static bool is_at_hand(struct build *b, const struct node *value, const struct field *field) {
    bool opens = b->forms == NULL;
    return field->part == NULL || !is_of_opening(b, field) || opens ||
           BUILD_FAIL(b, value, "\"%s\" is not kept as a fact, because it is written to a part.", value->text);
}

/* ---- does */

static bool build_does_on(struct build *b, const struct node *value, void *into) {
    struct also_use *also = into;
    if (!build_here(b, value, &also->on))
        return false;
    if (!field_links(also->on) || also->on->of.count == 0)
        return BUILD_FAIL(b, value,
                          "\"%s\" names no record of a known procedure; expected a field of the kind record "
                          "with \"of\" and without \"copies\".",
                          value->text);
    return is_at_hand(b, value, also->on);
}

/* Each of the procedures must have the power: which of them it will be is not known before. */
static bool later_is_clock_power(struct build *b, const struct later *later) {
    const struct also_use *also = later->of;
    for (size_t i = 0; i < also->on->of.count; i++) {
        const struct procedure *procedure = pack_procedure(b->pack, also->on->of.at[i]);
        const void *found;
        if (!build_name(b, later->node, TABLE(procedure->powers, procedure->power_count),
                        arena_printf(b->a, "is not a power of the procedure \"%s\"", procedure->name), &found))
            return false;
        if (!((const struct power *)found)->clock_only)
            return BUILD_FAIL(b, later->node, "\"%s\" is somebody's; expected a power with \"clock only: yes\".",
                              later->node->text);
    }
    return true;
}

static bool build_does_use(struct build *b, const struct node *value, void *into) {
    struct also_use *also = into;
    build_later(b, value, also, later_is_clock_power);
    return build_text(b, value, &also->use);
}

static bool build_also_use(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"on", build_does_on, 0, true},
        {"use", build_does_use, 0, true},
        {"when", build_when, offsetof(struct also_use, when), false},
    };
    return BUILD_MAP(b, value, "what is done on another record", keys, into);
}

bool build_does(struct build *b, const struct node *value, void *into) {
    struct also_uses *uses = into;
    void *array;
    if (!build_list(b, value, sizeof(*uses->at), build_also_use, &array, &uses->count))
        return false;
    uses->at = array;
    return uses->count > 0 || BUILD_FAIL(b, value, "nothing is done here; expected at least one {on: …, use: …}.");
}

/* ---- opens */

struct given {
    const struct given_field *with;
    const struct also_opens *opens;
};

/* Whether what stands in the one field is always an answer to the other. */
static bool fits(const struct field *from, const struct field *to) {
    for (size_t i = 0; from->kind == FIELD_CHOICE && to->kind == FIELD_CHOICE && i < from->choice_count; i++)
        if (names_find(TABLE(to->choices, to->choice_count), from->choices[i].value) == NULL)
            return false;
    bool is_of_record = to->kind == FIELD_RECORD || to->kind == FIELD_PART;
    return !is_of_record && (from->kind == to->kind || (from->kind == FIELD_TEXT && to->kind == FIELD_LONG));
}

static bool later_is_given(struct build *b, const struct later *later) {
    const struct given *given = later->of;
    const struct procedure *procedure = pack_procedure(b->pack, given->opens->procedure);
    const void *found;
    if (!build_name(b, later->node, TABLE(procedure->open_form.at, procedure->open_form.count),
                    arena_printf(b->a, "is not a field of the opening form of \"%s\"", procedure->name), &found))
        return false;
    return fits(given->with->from, found) || BUILD_FAIL(b, later->node, "what stands in \"%s\" is no answer to \"%s\".",
                                                        given->with->from->name, later->node->text);
}

/* Of the opening form's answers that were written to a part only the words are kept. */
static bool build_given(struct build *b, const struct node *value, struct given_field *with) {
    if (!build_here(b, value, &with->from))
        return false;
    bool words = with->from->kind == FIELD_TEXT || with->from->kind == FIELD_LONG;
    return words || with->from->part == NULL || !is_of_opening(b, with->from) ||
           BUILD_FAIL(b, value, "\"%s\" is written to a part; expected a fact, or a field of the kind text or long.",
                      value->text);
}

static bool build_opens_procedure(struct build *b, const struct node *value, void *into) {
    struct also_opens *opens = into;
    build_later(b, value, opens, later_is_procedure);
    return build_text(b, value, &opens->procedure);
}

static bool build_with(struct build *b, const struct node *value, void *into) {
    struct also_opens *opens = into;
    void *array;
    if (!build_names(b, value, sizeof(*opens->with), &array, &opens->with_count))
        return false;
    opens->with = array;
    for (size_t i = 0; i < opens->with_count; i++) {
        struct given *given = ARENA_NEW(b->arena, struct given);
        *given = (struct given){&opens->with[i], opens};
        if (!build_given(b, value->items.at[i], &opens->with[i]))
            return false;
        build_later(b, value->keys.at[i], given, later_is_given);
    }
    return true;
}

bool build_opens(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"procedure", build_opens_procedure, 0, true},
        {"with", build_with, 0, true},
    };
    return BUILD_MAP(b, value, "what is opened", keys, into);
}

/* ---- part of, marks */

bool build_part_of(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (!build_here(b, value, &field->part_of))
        return false;
    return (is_of_opening(b, field->part_of) && field->part_of->part == NULL && field_links(field->part_of)) ||
           BUILD_FAIL(b, value, "\"%s\" names no record; expected a fact of the opening form, of the kind record.",
                      value->text);
}

bool build_marks(struct build *b, const struct node *value, void *into) {
    struct field *field = into;
    if (!build_here(b, value, &field->marks) || !is_at_hand(b, value, field->marks))
        return false;
    if (field->marks->kind != FIELD_PART)
        return BUILD_FAIL(b, value, "\"%s\" names nothing to mark; expected a field of the kind part.", value->text);
    for (size_t i = 0; i < field->choice_count; i++)
        if (!text_equal(field->choices[i].value, MARK_AS_CONFIDENTIAL) &&
            !text_equal(field->choices[i].value, MARK_AS_OPEN))
            return BUILD_FAIL(b, value, "the choice \"%s\" is no mark; expected \"%s\" and \"%s\".",
                              field->choices[i].value, MARK_AS_CONFIDENTIAL, MARK_AS_OPEN);
    return true;
}

/* ---- keeps apart, readers of */

bool build_apart(struct build *b, const struct node *value, void *into) {
    const struct field **field = into;
    const struct form *form = b->forms == NULL ? &b->procedure->open_form : b->form_count == 0 ? NULL : b->forms[0];
    const char *name = NULL;
    if (!build_text(b, value, &name))
        return false;
    *field = form == NULL ? NULL : form_field(form, name);
    return (*field != NULL && (*field)->kind == FIELD_PERSON && (*field)->required) ||
           BUILD_FAIL(b, value,
                      "\"%s\" names nobody to keep apart; expected a required field of the kind person of this "
                      "form.",
                      name);
}

struct reading {
    const struct procedure *procedure;
    const char *field;
};

static bool later_is_link(struct build *b, const struct later *later) {
    const struct reading *reading = later->of;
    const struct procedure *procedure = reading->procedure;
    const struct field *field = form_field(&procedure->open_form, reading->field);
    for (size_t i = 0; i < procedure->power_count && field == NULL; i++)
        field = form_field(&procedure->powers[i].form, reading->field);
    return (field != NULL && field_links(field)) ||
           BUILD_FAIL(b, later->node, "\"%s\" names no record; expected a field of the kind record without \"copies\".",
                      reading->field);
}

bool build_readers_of(struct build *b, const struct node *value, void *into) {
    struct part *part = into;
    struct reading *reading = ARENA_NEW(b->arena, struct reading);
    if (!build_text(b, value, &part->readers_of))
        return false;
    *reading = (struct reading){b->procedure, part->readers_of};
    build_later(b, value, reading, later_is_link);
    return true;
}

/* ---- offered on */

static bool build_offered_field(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    if (!build_here(b, value, &procedure->offered_on.field))
        return false;
    return field_links(procedure->offered_on.field) ||
           BUILD_FAIL(b, value, "\"%s\" names no record; expected a field of the kind record without \"copies\".",
                      value->text);
}

static bool build_offered_of(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    if (value->kind == NODE_TEXT && text_equal(value->text, "all"))
        return true;
    if (!build_new_names(b, value, &procedure->offered_on.of))
        return false;
    for (size_t i = 0; i < value->items.count; i++) {
        if (!names_admit(&procedure->offered_on.field->of, procedure->offered_on.of.at[i]))
            return BUILD_FAIL(b, value->items.at[i], "the field \"%s\" takes no records of \"%s\".",
                              procedure->offered_on.field->name, procedure->offered_on.of.at[i]);
        build_later(b, value->items.at[i], procedure, later_is_procedure);
    }
    return true;
}

bool build_offered_on(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"field", build_offered_field, 0, true},
        {"of", build_offered_of, 0, true},
    };
    return BUILD_MAP(b, value, "where it is offered", keys, into);
}
