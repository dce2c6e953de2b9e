/* Clause by clause: what carries it, and what shows that it does. */
#include "pack/told.h"

const char *coverage_status_name(enum coverage_status status) {
    static const char *const names[] = {[COVERAGE_ENFORCED] = "enforced",
                                        [COVERAGE_SHOWN] = "shown",
                                        [COVERAGE_EXCUSED] = "excused",
                                        [COVERAGE_NOT_YET] = "not yet"};
    return names[status];
}

struct covering {
    const struct pack *pack;
    const struct rules *rules;
    char **scenarios; /* the lines */
    struct arena *a;
};

/* ---- scenarios */

static bool line_names(const struct covering *c, const char *clauses, const struct clause *clause) {
    char **ids = text_split(c->a, clauses, ',');
    for (size_t i = 0; ids[i] != NULL; i++) {
        const struct clause *named = pack_clause(c->pack, text_clean(c->a, ids[i]));
        if (named != NULL && (named == clause || text_equal(named->of, clause->id)))
            return true;
    }
    return false;
}

static void cover_scenarios(const struct covering *c, struct coverage *coverage) {
    for (size_t i = 0; c->scenarios[i] != NULL; i++) {
        const char *line = c->scenarios[i], *colon = strstr(line, ": ");
        if (colon != NULL && line_names(c, arena_strndup(c->a, line, (size_t)(colon - line)), coverage->clause))
            LIST_ADD(c->a, &coverage->scenarios, (const char *)arena_printf(c->a, "%s %s", c->pack->name, line));
    }
}

/* ---- a clause */

/* Notes where it is shown or why it is excused. */
static void cover_places(const struct covering *c, const struct clause *clause, struct coverage *coverage) {
    for (size_t i = 0; i < clause->shown_count; i++)
        LIST_ADD(c->a, &coverage->places, pack_place_name(c->pack, NULL, c->a, clause->shown[i]));
    if (clause->excuse != NULL)
        LIST_ADD(c->a, &coverage->excuses, clause->excuse);
}

static bool is_there(const struct covering *c, const struct clause *clause) {
    return rules_cite(c->rules, clause) || clause->shown_count > 0 || clause->excuse != NULL;
}

/* A clause with items stands by them, and what holds of it as a whole holds of each. */
static struct coverage cover(const struct covering *c, const struct clause *whole) {
    struct coverage coverage = {.clause = whole};
    bool has_items = false;
    for (size_t i = 0; i < c->rules->list.count; i++) {
        if (rule_carries(&c->rules->list.at[i], whole))
            LIST_ADD(c->a, &coverage.rules, c->rules->list.at[i].name);
    }
    cover_places(c, whole, &coverage);
    bool whole_is_there = whole->shown_count > 0 || whole->excuse != NULL || rules_cite(c->rules, whole);
    for (size_t i = 0; i < c->pack->clause_count; i++) {
        const struct clause *item = &c->pack->clauses[i];
        if (!text_equal(item->of, whole->id))
            continue;
        has_items = true;
        cover_places(c, item, &coverage);
        if (item->not_yet || (!whole_is_there && !is_there(c, item)))
            LIST_ADD(c->a, &coverage.missing, item->id);
    }
    if (whole->not_yet || (!has_items && !whole_is_there))
        LIST_ADD(c->a, &coverage.missing, whole->id);
    cover_scenarios(c, &coverage);
    coverage.status = coverage.missing.count > 0  ? COVERAGE_NOT_YET
                      : coverage.rules.count > 0  ? COVERAGE_ENFORCED
                      : coverage.places.count > 0 ? COVERAGE_SHOWN
                                                  : COVERAGE_EXCUSED;
    return coverage;
}

void pack_coverage(const struct pack *pack, const char *scenarios, struct arena *a, struct coverages *coverages_r) {
    struct rules rules;
    pack_rules(pack, NULL, a, &rules);
    struct covering c = {.pack = pack, .rules = &rules, .scenarios = text_split(a, scenarios, '\n'), .a = a};
    *coverages_r = (struct coverages){0};
    for (size_t i = 0; i < pack->clause_count; i++) {
        if (pack->clauses[i].of == NULL)
            LIST_ADD(a, &coverages_r->list, cover(&c, &pack->clauses[i]));
    }
}
