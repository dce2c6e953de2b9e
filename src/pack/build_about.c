#include "pack/build_private.h"

/* ---- pack.yaml: where a matter about somebody can end, nation by nation */

struct ends {
    struct names of[ABOUT_COUNT];
};

static bool build_ends(struct build *b, const struct node *value, struct ends *ends) {
    static const struct key keys[] = {
        {"member", build_new_names, offsetof(struct ends, of[ABOUT_MEMBER]), true},
        {"officer", build_new_names, offsetof(struct ends, of[ABOUT_OFFICER]), true},
    };
    return BUILD_MAP(b, value, "a nation", keys, ends);
}

/* The pack keeps what its own nation says, and all names, which `ends in` can say wherever the pack is used. */
bool build_nations(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    LIST(const char *) names = {0};
    if (!build_is_map(b, value))
        return false;
    for (size_t i = 0; i < value->keys.count; i++) {
        struct ends ends = {0};
        if (!build_ends(b, value->items.at[i], &ends))
            return false;
        for (size_t about = 0; about < ABOUT_COUNT; about++) {
            if (text_equal(value->keys.at[i]->text, pack->nation))
                pack->ends[about] = ends.of[about];
            for (size_t k = 0; k < ends.of[about].count; k++)
                LIST_ADD(b->arena, &names, ends.of[about].at[k]);
        }
    }
    pack->end_names = (struct names){names.at, names.count};
    return true;
}

bool build_ends_in(struct build *b, const struct node *value, void *into) {
    const struct names *names = &b->pack->end_names;
    const void *found;
    if (!build_name(b, value, TABLE(names->at, names->count), "is no end that \"nations\" in pack.yaml names", &found))
        return false;
    *(const char **)into = value->text;
    return true;
}

/* ---- a procedure: whom its records are about */

static bool build_about_kind(struct build *b, const struct node *value, void *into) {
    static const struct {
        const char *name;
    } kinds[ABOUT_COUNT] = {[ABOUT_MEMBER] = {"member"}, [ABOUT_OFFICER] = {"officer"}};
    const void *found;
    if (!build_name(b, value, TABLE(kinds, ABOUT_COUNT), "is nobody whom a matter can be about", &found))
        return false;
    *(enum about *)into = text_equal(value->text, kinds[ABOUT_MEMBER].name) ? ABOUT_MEMBER : ABOUT_OFFICER;
    return true;
}

static bool build_named(struct build *b, const struct node *value, void *into) {
    const struct form *form = &b->procedure->open_form;
    const void *found;
    if (!build_name(b, value, TABLE(form->at, form->count), "is not a field of the opening form", &found))
        return false;
    const struct field *field = found;
    bool names = field->kind == FIELD_PERSON || field->kind == FIELD_PEOPLE || field->kind == FIELD_POST;
    if (!names || field->part != NULL)
        return BUILD_FAIL(b, value, "\"%s\" names nobody; expected a fact of the kind person, people or post.",
                          field->name);
    struct relations *named = into;
    named->at = ARENA_NEW(b->arena, struct relation);
    named->at[0] = (struct relation){
        .kind = RELATION_NAMED, .field = field, .name = arena_printf(b->arena, "named %s", field->name)};
    named->count = 1;
    return true;
}

static bool build_case(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"when", build_when, offsetof(struct about_case, when), false},
        {"is", build_about_kind, offsetof(struct about_case, is), true},
        {"named", build_named, offsetof(struct about_case, named), false},
    };
    return BUILD_MAP(b, value, "whom it is about", keys, into);
}

bool build_about(struct build *b, const struct node *value, void *into) {
    struct procedure *procedure = into;
    void *array;
    b->has_actor = false;
    if (!build_list(b, value, sizeof(*procedure->about), build_case, &array, &procedure->about_count))
        return false;
    procedure->about = array;
    return procedure->about_count > 0 ||
           BUILD_FAIL(b, value, "it is about nobody; expected at least one {is: …}, or no such key.");
}
