#include "pack/build_private.h"

/* ---- names of the procedure's own things */

bool build_part(struct build *b, const struct node *value, void *into) {
    return build_name(b, value, TABLE(b->procedure->parts, b->procedure->part_count), "is not a part of this procedure",
                      into);
}

bool build_part_name(struct build *b, const struct node *value, void *into) {
    const struct part *part;
    if (!build_part(b, value, &part))
        return false;
    *(const char **)into = part->name;
    return true;
}

bool build_state_name(struct build *b, const struct node *value, void *into) {
    return build_name(b, value, TABLE(b->procedure->states, b->procedure->state_count),
                      "is not a state of this procedure", into);
}

bool build_states(struct build *b, const struct node *list, const struct state ***states_r, size_t *count_r) {
    void *array;
    if (!build_list(b, list, sizeof(**states_r), build_state_name, &array, count_r))
        return false;
    *states_r = array;
    return *count_r > 0 || BUILD_FAIL(b, list, "no state is named here; expected at least one.");
}

bool build_power_name(struct build *b, const struct node *value, void *into) {
    return build_name(b, value, TABLE(b->procedure->powers, b->procedure->power_count),
                      "is not a power of this procedure", into);
}

bool build_powers(struct build *b, const struct node *list, const struct power ***powers_r, size_t *count_r) {
    void *array;
    if (!build_list(b, list, sizeof(**powers_r), build_power_name, &array, count_r))
        return false;
    *powers_r = array;
    return *count_r > 0 || BUILD_FAIL(b, list, "no power is named here; expected at least one.");
}

bool build_starts(struct build *b, const struct node *list, bool *opening_r, const struct power ***powers_r,
                  size_t *count_r) {
    if (!build_is_list(b, list))
        return false;
    if (list->items.count == 0)
        return BUILD_FAIL(b, list, "nothing starts this; expected powers, or opening.");
    const struct power **powers = ARENA_ARRAY(b->arena, list->items.count, const struct power *);
    b->forms = ARENA_ARRAY(b->arena, list->items.count, const struct form *);
    b->form_count = *count_r = 0;
    for (size_t i = 0; i < list->items.count; i++) {
        const struct node *item = list->items.at[i];
        if (item->kind == NODE_TEXT && text_equal(item->text, "opening")) {
            *opening_r = true;
            b->forms[b->form_count++] = &b->procedure->open_form;
            continue;
        }
        if (!build_name(b, item, TABLE(b->procedure->powers, b->procedure->power_count),
                        "is neither a power of this procedure nor \"opening\"", (const void **)&powers[*count_r]))
            return false;
        b->forms[b->form_count++] = &powers[(*count_r)++]->form;
    }
    *powers_r = powers;
    return true;
}

/* ---- opening */

static bool build_open_form(struct build *b, const struct node *value, void *into) {
    return build_form(b, value, &((struct procedure *)into)->open_form);
}

static bool build_open_refuse(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    build_place(b, &procedure->refusals, value);
    return build_refusals(b, value, &procedure->refusals, &procedure->refusal_count);
}

/* Unlike `by`, the route is taken when the form is known: a set of relations may depend on it. */
static bool build_route(struct build *b, const struct node *value, void *into) {
    b->has_audiences = true;
    bool built = build_relations(b, value, into);
    b->has_audiences = false;
    return built;
}

static bool build_beginning(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct beginning, when), true},
        {"in", build_state_name, offsetof(struct beginning, in), true},
    };
    return BUILD_MAP(b, value, "a beginning", keys, into);
}

static bool build_beginnings(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    void *array;
    if (!build_list(b, value, sizeof(*procedure->beginnings), build_beginning, &array, &procedure->beginning_count))
        return false;
    procedure->beginnings = array;
    return true;
}

static bool build_open(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"by", build_relations, offsetof(struct procedure, open_by), true},
        {"cites", build_cites, offsetof(struct procedure, open_cites), false},
        {"form", build_open_form, 0, true},
        {"refuse", build_open_refuse, 0, false},
        {"route", build_route, offsetof(struct procedure, route), true},
        {"route cites", build_cites, offsetof(struct procedure, route_cites), false},
        {"begins", build_beginnings, 0, false},
        {"count open", build_truth, offsetof(struct procedure, counts_open), false},
        {"count cites", build_cites, offsetof(struct procedure, counts_cites), false},
        {"offer earlier", build_truth, offsetof(struct procedure, offers_earlier), false},
        {"offer cites", build_cites, offsetof(struct procedure, offer_cites), false},
        {"does", build_does, offsetof(struct procedure, does), false},
        {"keeps apart", build_apart, offsetof(struct procedure, keeps_apart), false},
        {"offered on", build_offered_on, 0, false},
    };
    struct procedure *procedure = into;
    procedure->open_cites = procedure->route_cites = procedure->cites;
    b->has_actor = true;
    b->has_audiences = false;
    if (!BUILD_MAP(b, value, "open", keys, procedure))
        return false;
    if (procedure->counts_open && procedure->counts_cites.count == 0)
        procedure->counts_cites = procedure->cites;
    if (procedure->offers_earlier && procedure->offer_cites.count == 0)
        procedure->offer_cites = procedure->cites;
    return !procedure->offers_earlier || form_field(&procedure->open_form, OFFER_FIELD) != NULL ||
           BUILD_FAIL(b, node_get(value, "offer earlier"),
                      "the form has no field \"" OFFER_FIELD "\", by whose words earlier records are found.");
}

/* ---- audiences, parts, states */

static bool build_audience_case(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct audience_case, when), false},
        {"is", build_relations, offsetof(struct audience_case, is), true},
    };
    return BUILD_MAP(b, value, "an audience", keys, into);
}

static bool build_audience(struct build *b, const struct node *value, void *into) {
    struct audience *audience = into;
    void *array;
    if (!build_list(b, value, sizeof(*audience->at), build_audience_case, &array, &audience->count))
        return false;
    audience->at = array;
    return audience->count > 0 || BUILD_FAIL(b, value, "nobody is in this audience; expected at least one {is: …}.");
}

static bool build_mark(struct build *b, const struct node *value, void *into) {
    bool confidential;
    if (!build_truth(b, value, &confidential))
        return false;
    *(enum part_mark *)into = confidential ? MARK_CONFIDENTIAL : MARK_OPEN;
    return true;
}

static bool build_part_body(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"title", build_text, offsetof(struct part, title), true},
        {"audience", build_relations, offsetof(struct part, audience), true},
        {"cites", build_cites, offsetof(struct part, cites), false},
        {"confidential", build_mark, offsetof(struct part, mark), false},
        {"else", build_text, offsetof(struct part, otherwise), false},
        {"readers of", build_readers_of, 0, false},
    };
    struct part *part = into;
    part->cites = b->procedure->cites;
    if (!BUILD_MAP(b, value, "a part", keys, part))
        return false;
    bool hides = text_equal(part->name, PART_OPENER);
    return hides == (part->otherwise != NULL) ||
           BUILD_FAIL(b, value,
                      hides ? "\"else\" is missing: who opened a record needs something to stand for them."
                            : "only the part \"" PART_OPENER "\" has \"else\".");
}

static bool build_state(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"title", build_text, offsetof(struct state, title), true},
        {"say", build_text, offsetof(struct state, say), false},
        {"final", build_truth, offsetof(struct state, final), false},
        {"ends in", build_ends_in, offsetof(struct state, ends_in), false},
        {"cites", build_cites, offsetof(struct state, cites), false},
    };
    return BUILD_MAP(b, value, "a state", keys, into);
}

/* ---- the procedure */

static bool build_prefix(struct build *b, const struct node *value, void *into) {
    if (!build_text(b, value, into))
        return false;
    size_t length = strspn(value->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (value->text[length] == '\0' && length >= 2 && length <= 4) ||
           BUILD_FAIL(b, value, "\"%s\" cannot begin references; expected two to four capitals.", value->text);
}

static bool build_menu(struct build *b, const struct node *value, void *into) {
    return build_name(b, value, TABLE(b->pack->menus, b->pack->menu_count), "is not a menu of this pack", into);
}

/* The things that a procedure names. Their arrays are made first, with names only, so that any rule can name what comes
 * later in the file; then each is built. */
static const struct kind {
    const char *key;
    size_t array, count; /* their offsets in struct procedure */
    size_t size;
    build_value *body;
} kinds[] = {
    {"audiences", offsetof(struct procedure, audiences), offsetof(struct procedure, audience_count),
     sizeof(struct audience), build_audience},
    {"parts", offsetof(struct procedure, parts), offsetof(struct procedure, part_count), sizeof(struct part),
     build_part_body},
    {"states", offsetof(struct procedure, states), offsetof(struct procedure, state_count), sizeof(struct state),
     build_state},
    {"powers", offsetof(struct procedure, powers), offsetof(struct procedure, power_count), sizeof(struct power),
     build_power},
    {"duties", offsetof(struct procedure, duties), offsetof(struct procedure, duty_count), sizeof(struct duty),
     build_duty},
    {"notices", offsetof(struct procedure, notices), offsetof(struct procedure, notice_count), sizeof(struct notice),
     build_notice},
};

static bool build_kind_names(struct build *b, const struct node *tree) {
    struct procedure *p = b->procedure;
    for (size_t i = 0; i < LENGTH_OF(kinds); i++) {
        const struct node *map = node_get(tree, kinds[i].key);
        void **array = (void **)((char *)p + kinds[i].array);
        size_t *count = (size_t *)((char *)p + kinds[i].count);
        if (map != NULL && !build_names(b, map, kinds[i].size, array, count))
            return false;
    }
    if (p->part_count > 0 && procedure_part(p, "record") == NULL)
        return BUILD_FAIL(b, node_get(tree, "parts"), "the part \"record\" is missing, which every record has.");
    static const char *const beginnings[] = {"opening", "open"}; /* as rules and events call it */
    for (size_t i = 0; i < LENGTH_OF(beginnings); i++)
        if (procedure_power(p, beginnings[i]) != NULL)
            return BUILD_FAIL(b, node_get(tree, "powers"), "no power can be called \"%s\"; it means the beginning.",
                              beginnings[i]);
    if (procedure_state(p, "previous") != NULL)
        return BUILD_FAIL(b, node_get(tree, "states"), "no state can be called \"previous\"; it means the one before.");
    return true;
}

static bool build_kind_bodies(struct build *b, const struct node *tree) {
    for (size_t i = 0; i < LENGTH_OF(kinds); i++) {
        const struct node *map = node_get(tree, kinds[i].key);
        char *array = *(char **)((char *)b->procedure + kinds[i].array);
        b->has_audiences = kinds[i].body != build_audience;
        for (size_t k = 0; map != NULL && k < map->items.count; k++) {
            b->forms = NULL;
            b->form_count = 0;
            b->has_actor = false;
            if (!kinds[i].body(b, map->items.at[k], array + k * kinds[i].size))
                return false;
        }
    }
    return true;
}

/* For the keys of kinds, which build_procedure sees to itself. */
static bool build_afterwards(struct build *b, const struct node *value, void *into) {
    (void)into;
    return build_is_map(b, value);
}

bool build_procedure(struct build *b, const struct node *tree, void *into) {
    static const struct key keys[] = {
        {"procedure", build_new_name, offsetof(struct procedure, name), true},
        {"title", build_text, offsetof(struct procedure, title), true},
        {"prefix", build_prefix, offsetof(struct procedure, prefix), true},
        {"start", build_text, offsetof(struct procedure, start), true},
        {"summary", build_text, offsetof(struct procedure, summary), true},
        {"menu", build_menu, offsetof(struct procedure, menu), false},
        {"register", build_text, offsetof(struct procedure, register_title), false},
        {"empty", build_text, offsetof(struct procedure, empty), false},
        {"cites", build_cites, offsetof(struct procedure, cites), true},
        {"open", build_open, 0, true},
        {"about", build_about, 0, false},
        {"audiences", build_afterwards, 0, false},
        {"parts", build_afterwards, 0, true},
        {"states", build_afterwards, 0, true},
        {"powers", build_afterwards, 0, true},
        {"duties", build_afterwards, 0, false},
        {"notices", build_afterwards, 0, false},
        {"earlier records", build_earlier, 0, false},
    };
    b->procedure = into;
    b->forms = NULL;
    b->form_count = 0;
    if (!build_is_map(b, tree) || !build_kind_names(b, tree) || !BUILD_MAP(b, tree, "a procedure", keys, into) ||
        !build_kind_bodies(b, tree) || !build_through_all(b))
        return false;
    return b->procedure->state_count > 0 ||
           BUILD_FAIL(b, node_get(tree, "states"), "there is no state; expected at least one to begin in.");
}
