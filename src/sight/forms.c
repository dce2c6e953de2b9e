/* The forms that the viewer may fill in, and what they can begin. */
#include "sight/sight_private.h"

static bool is_of_form(const struct form *form, const struct field *field) {
    for (size_t i = 0; i < form->count; i++)
        if (&form->at[i] == field)
            return true;
    return false;
}

static bool has_value(const struct test *test, const char *value) {
    for (size_t i = 0; i < test->value_count; i++)
        if (strcmp(test->values[i], value) == 0)
            return true;
    return false;
}

/* A test on a choice of the same form is left to the page, as the values with which the field is asked. */
static void show_when(struct arena *a, const struct test *test, struct view_field *view) {
    const struct field *on = test->field;
    view->when_field = on->name;
    view->when_values = ARENA_ARRAY(a, on->choice_count, const char *);
    for (size_t i = 0; i < on->choice_count; i++)
        if (has_value(test, on->choices[i].value) != test->negated)
            view->when_values[view->when_count++] = on->choices[i].value;
}

/* Whether the field can be asked here at all; with the condition that the page must watch. */
static bool may_be_asked(const struct gate *gate, const struct situation *situation, const struct form *form,
                         const struct field *field, struct view_field *view) {
    for (size_t i = 0; i < field->when.count; i++) {
        struct test *test = &field->when.at[i];
        const struct condition one = {.at = test, .count = 1};
        if (test->kind == TEST_FIELD && is_of_form(form, test->field)) {
            if (view->when_field == NULL)
                show_when(gate->sight->a, test, view);
        } else if (!condition_holds(situation, &one, NULL)) {
            return false;
        }
    }
    return true;
}

void form_shown(const struct gate *gate, const struct situation *situation, const struct power *power,
                struct view_form *view_r) {
    const struct form *form = power == NULL ? &situation->procedure->open_form : &power->form;
    *view_r = (struct view_form){.at = ARENA_ARRAY(gate->sight->a, form->count, struct view_field)};
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        struct view_field view = {.name = field->name,
                                  .label = field->label,
                                  .hint = field->hint,
                                  .kind = field->kind,
                                  .required = field->required};
        if (!may_be_asked(gate, situation, form, field, &view))
            continue;
        choices_shown(gate, situation, power, field, &view);
        view_r->at[view_r->count++] = view;
    }
}

static bool is_usual(const struct pack *pack, const struct procedure *procedure) {
    return pack->usual.count > 0 && names_admit(&pack->usual, procedure->name);
}

/* Of what is named the reference is enough: its parts are read as the viewer's. */
static void read_no_more(void *context, const struct situation *situation, struct source *source, struct arena *a) {
    (void)context, (void)situation, (void)source, (void)a;
}

static void show_procedure(const struct gate *gate, const struct procedure *procedure, enum view_forms forms,
                           const struct values *given, struct view_procedure *view_r) {
    const struct sight *sight = gate->sight;
    struct situation situation;
    struct why allowed;
    situation_of_opening(sight->council, procedure, sight->viewer, sight->now, &situation);
    situation.language = sight->language;
    if (given != NULL)
        situation_name_fields(&situation, &procedure->open_form, given, read_no_more, NULL, sight->a);
    why(&situation, NULL, sight->a, &allowed);
    *view_r = (struct view_procedure){
        .name = procedure->name,
        .title = procedure->title,
        .start = procedure->start,
        .summary = procedure->summary,
        .menu = procedure->menu == NULL ? NULL : procedure->menu->name,
        .menu_title = procedure->menu == NULL ? NULL : procedure->menu->title,
        .usual = is_usual(sight->council->pack, procedure),
        .register_title = procedure->register_title,
        .empty = procedure->empty,
        .allowed = allowed.allowed,
        .say = allowed.say,
        .cites = cites_shown(sight, allowed.cites),
    };
    if (forms == WITH_FORMS)
        form_shown(gate, &situation, NULL, &view_r->form);
}

static void add_procedure(const struct gate *gate, const struct procedure *procedure, enum view_forms forms,
                          struct view_procedures *view) {
    struct view_procedure shown;
    show_procedure(gate, procedure, forms, NULL, &shown);
    LIST_ADD(gate->sight->a, &view->list, shown);
}

/* menu NULL: those that stand under none. */
static void add_menu(const struct gate *gate, const struct pack_menu *menu, enum view_forms forms,
                     struct view_procedures *view) {
    const struct pack *pack = gate->sight->council->pack;
    for (size_t i = 0; i < pack->usual.count; i++) {
        const struct procedure *procedure = pack_procedure(pack, pack->usual.at[i]);
        if (procedure != NULL && procedure->menu == menu)
            add_procedure(gate, procedure, forms, view);
    }
    for (size_t i = 0; i < pack->procedure_count; i++) {
        const struct procedure *procedure = &pack->procedures[i];
        if (procedure->menu == menu && !is_usual(pack, procedure))
            add_procedure(gate, procedure, forms, view);
    }
}

void sight_procedures(const struct sight *sight, enum view_forms forms, struct view_procedures *view_r) {
    const struct pack *pack = sight->council->pack;
    struct gate gate;
    gate_open(sight, &gate);
    *view_r = (struct view_procedures){0};
    for (size_t i = 0; i < pack->menu_count; i++)
        add_menu(&gate, &pack->menus[i], forms, view_r);
    add_menu(&gate, NULL, forms, view_r);
}

const struct view_procedure *sight_procedure(const struct sight *sight, const char *name, const struct values *given) {
    const struct procedure *procedure = pack_procedure(sight->council->pack, name);
    if (procedure == NULL)
        return NULL;
    struct gate gate;
    gate_open(sight, &gate);
    struct view_procedure *view = ARENA_NEW(sight->a, struct view_procedure);
    show_procedure(&gate, procedure, WITH_FORMS, given, view);
    return view;
}

void sight_preview(const struct sight *sight, const struct request *request, struct preview *preview_r) {
    struct gate gate;
    gate_begin(sight, &gate);
    engine_preview(sight->engine, sight->db, sight->council, request, sight->a, preview_r);
    if (preview_r->handler != NULL)
        preview_r->answers = principal_shown(&gate, preview_r->handler, gate.today);
    for (size_t i = 0; i < preview_r->audience.count; i++)
        preview_r->audience.at[i].who = principal_shown(&gate, preview_r->audience.at[i].principal, gate.today);
}
