#include "pack/build_private.h"

#include <strings.h>

/* A value out of a few, each with its word. */
struct option {
    const char *name;
    int value;
};

static bool build_option(struct build *b, const struct node *value, const struct option *options, size_t count,
                         const char *is, int *value_r) {
    const void *found;
    if (!build_name(b, value, TABLE(options, count), is, &found))
        return false;
    *value_r = ((const struct option *)found)->value;
    return true;
}

/* ---- clauses */

static bool build_clause_kind(struct build *b, const struct node *value, void *into) {
    const char *names[CLAUSE_KIND_COUNT];
    const void *found;
    for (enum clause_kind kind = 0; kind < CLAUSE_KIND_COUNT; kind++)
        names[kind] = clause_kind_name(kind);
    if (!build_name(b, value, TABLE(names, LENGTH_OF(names)), "is not a kind of clause", &found))
        return false;
    *(enum clause_kind *)into = (enum clause_kind)((const char *const *)found - names);
    return true;
}

static bool build_clause(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"id", build_text, offsetof(struct clause, id), true},
        {"kind", build_clause_kind, offsetof(struct clause, kind), true},
        {"summary", build_text, offsetof(struct clause, summary), true},
        {"of", build_text, offsetof(struct clause, of), false},
        {"from", build_day, offsetof(struct clause, from), false},
        {"to", build_day, offsetof(struct clause, to), false},
    };
    struct clause *clause = into;
    clause->from = DAY_LEAST;
    clause->to = DAY_MOST;
    if (!BUILD_MAP(b, value, "a clause", keys, clause))
        return false;
    return clause->from <= clause->to || BUILD_FAIL(b, value, "the clause \"%s\" ends before it begins.", clause->id);
}

/* The clause whose item this is must be there, and be no item itself. */
static bool check_item(struct build *b, const struct node *value, const struct clause *item) {
    if (item->of == NULL)
        return true;
    const struct clause *whole = pack_clause(b->pack, item->of);
    if (whole == NULL)
        return build_unknown(b, node_get(value, "of"), TABLE(b->pack->clauses, b->pack->clause_count),
                             "is not a clause of this pack");
    return whole->of == NULL ||
           BUILD_FAIL(b, node_get(value, "of"), "\"%s\" is an item of another clause itself.", whole->id);
}

static int by_id(const void *left, const void *right) {
    const struct clause *const *a = left, *const *b = right;
    return strcmp((*a)->id, (*b)->id);
}

static bool build_clauses(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    void *array;
    if (!build_list(b, value, sizeof(*pack->clauses), build_clause, &array, &pack->clause_count))
        return false;
    pack->clauses = array;
    for (size_t i = 0; i < pack->clause_count; i++) {
        if (names_find(TABLE(pack->clauses, i), pack->clauses[i].id) != NULL)
            return BUILD_FAIL(b, value->items.at[i], "the clause \"%s\" is here twice.", pack->clauses[i].id);
    }
    pack->clauses_by_id = ARENA_ARRAY(b->a, pack->clause_count, const struct clause *);
    for (size_t i = 0; i < pack->clause_count; i++)
        pack->clauses_by_id[i] = &pack->clauses[i];
    qsort(pack->clauses_by_id, pack->clause_count, sizeof(*pack->clauses_by_id), by_id);
    for (size_t i = 0; i < pack->clause_count; i++) {
        if (!check_item(b, value->items.at[i], &pack->clauses[i]))
            return false;
    }
    return true;
}

/* The clause that a node names, to say more of it. */
static bool build_clause_name(struct build *b, const struct node *value, struct clause **clause_r) {
    const void *found;
    if (!build_name(b, value, TABLE(b->pack->clauses, b->pack->clause_count), "is not a clause of this pack", &found))
        return false;
    *clause_r = &b->pack->clauses[(const struct clause *)found - b->pack->clauses];
    return true;
}

static bool build_excused(struct build *b, const struct node *value, void *into) {
    (void)into;
    if (!build_is_map(b, value))
        return false;
    for (size_t i = 0; i < value->keys.count; i++) {
        struct clause *excused;
        if (!build_clause_name(b, value->keys.at[i], &excused) || !build_text(b, value->items.at[i], &excused->excuse))
            return false;
        build_place(b, &excused->excuse, value->keys.at[i]);
    }
    return true;
}

static bool build_not_yet(struct build *b, const struct node *value, void *into) {
    (void)into;
    if (!build_is_list(b, value))
        return false;
    for (size_t i = 0; i < value->items.count; i++) {
        struct clause *clause;
        if (!build_clause_name(b, value->items.at[i], &clause))
            return false;
        clause->not_yet = true;
        build_place(b, &clause->not_yet, value->items.at[i]);
    }
    return true;
}

static bool build_shown_at(struct build *b, const struct node *value, void *into) {
    LIST(const char *) places = {0};
#define ADD_PLACE(name, called) LIST_ADD(b->a, &places, name);
    PLACES(ADD_PLACE)
#undef ADD_PLACE
    for (size_t i = 0; i < b->pack->procedure_count; i++)
        LIST_ADD(b->a, &places, b->pack->procedures[i].name);
    const void *found;
    if (!build_name(b, value, TABLE(places.at, places.count), "is no place where a clause can be shown", &found))
        return false;
    *(const char **)into = value->text;
    return true;
}

/* After the procedures, whose start pages are places too. */
static bool build_shown(struct build *b, const struct node *value, void *into) {
    (void)into;
    if (!build_is_map(b, value))
        return false;
    for (size_t i = 0; i < value->keys.count; i++) {
        struct clause *clause;
        void *places;
        if (!build_clause_name(b, value->keys.at[i], &clause) ||
            !build_list(b, value->items.at[i], sizeof(*clause->shown), build_shown_at, &places, &clause->shown_count))
            return false;
        clause->shown = places;
        if (clause->shown_count == 0)
            return BUILD_FAIL(b, value->items.at[i], "no place is named here; expected at least one.");
    }
    return true;
}

/* ---- words, menus, posts, calendars, procedures */

static bool build_words(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    if (!build_is_map(b, value))
        return false;
    pack->words = ARENA_ARRAY(b->arena, value->keys.count, struct word);
    pack->word_count = value->keys.count;
    for (size_t i = 0; i < value->keys.count; i++) {
        if (!build_text(b, value->keys.at[i], &pack->words[i].from) ||
            !build_text(b, value->items.at[i], &pack->words[i].to))
            return false;
    }
    return true;
}

static bool build_menus(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    void *array;
    if (!build_names(b, value, sizeof(*pack->menus), &array, &pack->menu_count))
        return false;
    pack->menus = array;
    for (size_t i = 0; i < pack->menu_count; i++) {
        if (!build_text(b, value->items.at[i], &pack->menus[i].title))
            return false;
    }
    return true;
}

static bool build_others(struct build *b, const struct node *value, void *into) {
    struct other_names *names = into;
    void *array;
    if (!build_list(b, value, sizeof(*names->others.at), build_text, &array, &names->others.count))
        return false;
    names->others.at = array;
    return names->others.count > 0 || BUILD_FAIL(b, value, "no other name is here; expected at least one.");
}

/* Two roles of one name could not be told from one another. */
static bool check_term(struct build *b, const struct node *value, size_t role, const char *name) {
    size_t times = 0;
    for (size_t i = 0; i <= role; i++) {
        const struct other_names *names = &b->pack->terms[i];
        times += strcasecmp(pack_word(b->pack, names->role), name) == 0;
        for (size_t k = 0; k < names->others.count; k++)
            times += strcasecmp(names->others.at[k], name) == 0;
    }
    return times < 2 || BUILD_FAIL(b, value, "\"%s\" is here twice; expected each name once.", name);
}

static bool build_terms(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    if (!build_is_map(b, value))
        return false;
    pack->terms = ARENA_ARRAY(b->arena, value->keys.count, struct other_names);
    pack->term_count = value->keys.count;
    for (size_t i = 0; i < value->keys.count; i++) {
        struct other_names *names = &pack->terms[i];
        const struct node *others = value->items.at[i];
        if (!build_text(b, value->keys.at[i], &names->role) || !build_others(b, others, names) ||
            !check_term(b, value->keys.at[i], i, pack_word(pack, names->role)))
            return false;
        for (size_t k = 0; k < names->others.count; k++)
            if (!check_term(b, others->items.at[k], i, names->others.at[k]))
                return false;
    }
    return true;
}

static bool build_tier(struct build *b, const struct node *value, void *into) {
    static const struct option tiers[] = {{"senior", 0}};
    int tier;
    if (!build_option(b, value, tiers, LENGTH_OF(tiers), "is not a tier", &tier))
        return false;
    *(const char **)into = tiers[tier].name;
    return true;
}

static bool build_per(struct build *b, const struct node *value, void *into) {
    static const struct option pers[] = {
        {"service", POST_PER_SERVICE}, {"group", POST_PER_GROUP}, {"body", POST_PER_BODY}};
    int per;
    if (!build_option(b, value, pers, LENGTH_OF(pers), "is nothing that a post can be held for", &per))
        return false;
    ((struct pack_post *)into)->per = (unsigned)per;
    return true;
}

static bool build_post(struct build *b, const struct node *value, void *into) {
    static const struct key keys[] = {
        {"title", build_text, offsetof(struct pack_post, title), true},
        {"tier", build_tier, offsetof(struct pack_post, tier), false},
        {"restricted", build_truth, offsetof(struct pack_post, restricted), false},
        {"per", build_per, 0, false},
    };
    return BUILD_MAP(b, value, "a post", keys, into);
}

static bool build_posts(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    void *array;
    if (!build_names(b, value, sizeof(*pack->posts), &array, &pack->post_count))
        return false;
    pack->posts = array;
    for (size_t i = 0; i < pack->post_count; i++) {
        for (enum relation_kind kind = 0; kind < RELATION_COUNT; kind++) {
            if (text_equal(pack->posts[i].role, relation_name(kind)))
                return BUILD_FAIL(b, value->keys.at[i], "no post can be called \"%s\"; it is a relation.",
                                  pack->posts[i].role);
        }
        if (!build_post(b, value->items.at[i], &pack->posts[i]))
            return false;
    }
    return true;
}

static bool build_calendars(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    void *array;
    if (!build_names(b, value, sizeof(*pack->calendars), &array, &pack->calendar_count))
        return false;
    pack->calendars = array;
    if (pack->calendar_count == 0 || !text_equal(pack->calendars[0].name, "working"))
        return BUILD_FAIL(b, value, "the calendar \"working\" is missing; expected it as the first.");
    for (size_t i = 0; i < pack->calendar_count; i++) {
        if (!build_calendar(b, value->items.at[i], &pack->calendars[i]))
            return false;
    }
    return true;
}

static bool build_holidays(struct build *b, const struct node *value, void *into) {
    (void)into;
    b->holidays = value;
    return build_is_map(b, value);
}

static bool build_procedures(struct build *b, const struct node *value, void *into) {
    struct pack *pack = into;
    void *array;
    if (!build_list(b, value, sizeof(*pack->procedures), build_procedure, &array, &pack->procedure_count))
        return false;
    pack->procedures = array;
    for (size_t i = 0; i < b->later.count; i++)
        if (!b->later.at[i].resolve(b, &b->later.at[i]))
            return false;
    for (size_t i = 0; i < pack->procedure_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (text_equal(pack->procedures[i].name, pack->procedures[k].name))
                return BUILD_FAIL(b, value->items.at[i], "the procedure \"%s\" is here twice.",
                                  pack->procedures[i].name);
            if (text_equal(pack->procedures[i].prefix, pack->procedures[k].prefix))
                return BUILD_FAIL(b, node_get(value->items.at[i], "prefix"),
                                  "the procedure \"%s\" has the prefix %s already.", pack->procedures[k].name,
                                  pack->procedures[i].prefix);
        }
    }
    return true;
}

static bool build_language(struct build *b, const struct node *value, void *into) {
    const char **code = into;
    if (!build_new_name(b, value, into))
        return false;
    return text_equal(*code, language_code(NULL)) || language_find(*code) != NULL ||
           BUILD_FAIL(b, value, "\"%s\" is not a language that there are texts in.", *code);
}

static bool build_languages(struct build *b, const struct node *value, void *into) {
    const struct names *codes = into;
    if (!build_new_names(b, value, into))
        return false;
    for (size_t i = 0; i < codes->count; i++)
        if (language_find(codes->at[i]) == NULL)
            return BUILD_FAIL(b, value->items.at[i], "\"%s\" is not a language that there are texts in.", codes->at[i]);
    return true;
}

bool build_pack(struct build *b, const struct node *tree) {
    static const struct key keys[] = {
        {"pack", build_new_name, offsetof(struct pack, name), true},
        {"title", build_text, offsetof(struct pack, title), true},
        {"nation", build_new_name, offsetof(struct pack, nation), false},
        {"code", build_text, offsetof(struct pack, code), false},
        {"code address", build_address, offsetof(struct pack, code_address), false},
        {"words", build_words, 0, false},
        {"clauses", build_clauses, 0, true},
        {"excused", build_excused, 0, false},
        {"not yet", build_not_yet, 0, false},
        {"posts", build_posts, 0, true},
        {"nations", build_nations, 0, false},
        {"about somebody", build_new_names, offsetof(struct pack, about_somebody), false},
        {"holidays", build_holidays, 0, false},
        {"calendars", build_calendars, 0, true},
        {"junior names hidden", build_cites, offsetof(struct pack, junior_names_hidden), false},
        {"apart cites", build_cites, offsetof(struct pack, apart_cites), false},
        {"unmarked confidential", build_cites, offsetof(struct pack, unmarked_cites), false},
        {"confidential cites", build_cites, offsetof(struct pack, confidential_cites), false},
        {"terms", build_terms, 0, false},
        {"terms cites", build_cites, offsetof(struct pack, terms_cites), false},
        {"report to", build_report_to, offsetof(struct pack, report_to), false},
        {"report every", build_report_every, offsetof(struct pack, report_months), false},
        {"report cites", build_cites, offsetof(struct pack, report_cites), false},
        {"group sees past", build_truth, offsetof(struct pack, group_sees_past), false},
        {"menus", build_menus, 0, false},
        {"usual", build_new_names, offsetof(struct pack, usual), false},
        {"language", build_language, offsetof(struct pack, language), false},
        {"languages", build_languages, offsetof(struct pack, languages), false},
        {"procedures", build_procedures, 0, true},
        {"shown", build_shown, 0, false},
    };
    b->pack->report_months = 3;
    b->pack->language = language_code(NULL);
    return BUILD_MAP(b, tree, "a pack", keys, b->pack) &&
           (b->pack->code != NULL || b->pack->code_address == NULL ||
            BUILD_FAIL(b, node_get(tree, "code address"), "this is where the \"code\" can be read; expected one."));
}
