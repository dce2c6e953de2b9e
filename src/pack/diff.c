/* What differs between two packs, in words: rule by rule and point by point, and who could newly see something. */
#include "pack/check_private.h"
#include "pack/told.h"

enum section {
    SECTION_POWERS,
    SECTION_DUTIES,
    SECTION_AUDIENCES,
    SECTION_CLOCKS,
    SECTION_REFUSALS,
    SECTION_NOTICES,
    SECTION_OTHER,
    SECTION_COUNT
};

static const char *const section_titles[SECTION_COUNT] = {
    [SECTION_POWERS] = "Powers",
    [SECTION_DUTIES] = "Duties",
    [SECTION_AUDIENCES] = "Audiences",
    [SECTION_CLOCKS] = "Clocks",
    [SECTION_REFUSALS] = "Refusals",
    [SECTION_NOTICES] = "Notices",
    [SECTION_OTHER] = "States and the rest",
};

/* A rule with what it says. */
struct told_rule {
    const struct rule *rule;
    const char *key; /* the same in both packs */
    struct rule_points points;
};

struct side {
    const struct pack *pack;
    LIST(struct told_rule) rules;
};

struct difference {
    struct side was, is;
    struct arena *a;
    struct buf sections[SECTION_COUNT];
};

/* ---- both sides */

/* What has no name is known by what it says: else one more in front would shift all that come after it. */
static const char *key_of(const struct told_rule *told, struct arena *a) {
    const char *name = told->rule->name;
    if (!text_equal(told->rule->in, "a refusal") && !text_equal(told->rule->in, "a grant"))
        return name;
    struct buf key = {.arena = a};
    const char *number = strrchr(name, ' ');
    bool is_counted = number[1 + strspn(number + 1, "0123456789")] == '\0';
    buf_add(&key, name, is_counted ? (size_t)(number - name) : strlen(name));
    for (size_t i = 0; i < told->points.list.count; i++)
        buf_addf(&key, "; %s", told->points.list.at[i].say);
    return buf_text(&key);
}

static struct side side_of(const struct pack *pack, struct arena *a) {
    struct side side = {.pack = pack};
    struct rules *rules = ARENA_NEW(a, struct rules);
    pack_rules(pack, NULL, a, rules);
    for (size_t i = 0; i < rules->list.count; i++) {
        struct told_rule told = {.rule = &rules->list.at[i]};
        rule_points(pack, told.rule, NULL, a, &told.points);
        told.key = key_of(&told, a);
        LIST_ADD(a, &side.rules, told);
    }
    return side;
}

static const struct told_rule *find_rule(const struct side *side, const char *key) {
    for (size_t i = 0; i < side->rules.count; i++) {
        if (text_equal(side->rules.at[i].key, key))
            return &side->rules.at[i];
    }
    return NULL;
}

static const struct rule_point *find_point(const struct rule_points *points, const char *key) {
    for (size_t i = 0; i < points->list.count; i++) {
        if (text_equal(points->list.at[i].key, key))
            return &points->list.at[i];
    }
    return NULL;
}

/* ---- rules */

static bool is_clock(const char *key) {
    static const char *const clocks[] = {"within", "within of", "until", "calendar", "paused in"};
    for (size_t i = 0; i < LENGTH_OF(clocks); i++) {
        if (text_equal(clocks[i], key))
            return true;
    }
    return text_starts(key, "missed ");
}

static enum section section_of(const struct rule *rule, const char *key) {
    static const struct {
        const char *in;
        enum section section;
    } sections[] = {{"open", SECTION_POWERS},        {"a power", SECTION_POWERS},    {"a duty", SECTION_DUTIES},
                    {"a part", SECTION_AUDIENCES},   {"a grant", SECTION_AUDIENCES}, {"a calendar", SECTION_CLOCKS},
                    {"a refusal", SECTION_REFUSALS}, {"a notice", SECTION_NOTICES}};
    if (key != NULL && is_clock(key))
        return SECTION_CLOCKS;
    for (size_t i = 0; i < LENGTH_OF(sections); i++) {
        if (text_equal(sections[i].in, rule->in))
            return sections[i].section;
    }
    return SECTION_OTHER;
}

/* A procedure that one side lacks is told as a whole. */
static bool other_has_procedure(const struct rule *rule, const struct side *other) {
    return rule->procedure == NULL || pack_procedure(other->pack, rule->procedure->name) != NULL;
}

static void tell_lonely(struct difference *d, const struct told_rule *told, const char *what) {
    struct buf *out = &d->sections[section_of(told->rule, NULL)];
    buf_addf(out, "- %s: %s\n", what, rule_title(told->rule, d->a));
    for (size_t i = 0; i < told->points.list.count; i++)
        buf_addf(out, "  - %s: %s\n", told->points.list.at[i].about, told->points.list.at[i].say);
}

static void tell_point(struct difference *d, const struct told_rule *told, const struct rule_point *was,
                       const struct rule_point *is) {
    const struct rule_point *either = is != NULL ? is : was;
    const char *title = rule_title(told->rule, d->a);
    struct buf *out = &d->sections[section_of(told->rule, either->key)];
    if (was != NULL && is != NULL && !text_equal(was->about, is->about))
        buf_addf(out, "- %s. Was %s: %s. Is %s: %s\n", title, was->about, was->say, is->about, is->say);
    else if (was == NULL || is == NULL || !text_equal(was->say, is->say))
        buf_addf(out, "- %s. %s: was %s; is %s\n", title, either->about, was == NULL ? "not said" : was->say,
                 is == NULL ? "not said any more" : is->say);
}

static const char *ids_of(const struct cites *cites, struct arena *a) {
    struct buf ids = {.arena = a};
    for (size_t i = 0; i < cites->count; i++)
        buf_addf(&ids, "%s%s", i == 0 ? "" : ", ", cites->at[i]->id);
    return cites->count == 0 ? "none" : buf_text(&ids);
}

/* What has a title of its own, by which the other rules call it. */
static void compare_titles(struct difference *d, const struct rule *was, const struct rule *is) {
    static const char *const titled[] = {"a part", "a state", "a power", "a duty", "a notice", "a post"};
    size_t before_was = was->procedure == NULL ? 0 : strlen(was->procedure->title);
    size_t before_is = is->procedure == NULL ? 0 : strlen(is->procedure->title);
    for (size_t i = 0; i < LENGTH_OF(titled); i++) {
        if (text_equal(titled[i], is->in) && !text_equal(was->title + before_was, is->title + before_is))
            buf_addf(&d->sections[section_of(is, NULL)], "- %s is called: %s\n", was->title, is->title);
    }
}

static void compare_rule(struct difference *d, const struct told_rule *was, const struct told_rule *is) {
    compare_titles(d, was->rule, is->rule);
    for (size_t i = 0; i < was->points.list.count; i++) {
        const struct rule_point *point = &was->points.list.at[i];
        tell_point(d, is, point, find_point(&is->points, point->key));
    }
    for (size_t i = 0; i < is->points.list.count; i++) {
        const struct rule_point *point = &is->points.list.at[i];
        if (find_point(&was->points, point->key) == NULL)
            tell_point(d, is, NULL, point);
    }
    struct rule_point cited = {.key = "cites", .about = "Under", .say = ids_of(&was->rule->cites, d->a)};
    struct rule_point cites = {.key = "cites", .about = "Under", .say = ids_of(&is->rule->cites, d->a)};
    tell_point(d, is, &cited, &cites);
}

static void compare_rules(struct difference *d) {
    for (size_t i = 0; i < d->was.rules.count; i++) {
        const struct told_rule *was = &d->was.rules.at[i], *is = find_rule(&d->is, was->key);
        if (is != NULL)
            compare_rule(d, was, is);
        else if (other_has_procedure(was->rule, &d->is))
            tell_lonely(d, was, "Gone");
    }
    for (size_t i = 0; i < d->is.rules.count; i++) {
        const struct told_rule *is = &d->is.rules.at[i];
        if (find_rule(&d->was, is->key) == NULL && other_has_procedure(is->rule, &d->was))
            tell_lonely(d, is, "New");
    }
}

/* ---- clauses and procedures */

static void tell_procedures(const struct pack *in, const struct pack *not_in, const char *what, struct buf *out) {
    for (size_t i = 0; i < in->procedure_count; i++) {
        const struct procedure *procedure = &in->procedures[i];
        if (pack_procedure(not_in, procedure->name) == NULL)
            buf_addf(out, "- %s: %s. %s\n", what, procedure->title, procedure->summary);
    }
}

static const char *clause_words(const struct pack *pack, const struct clause *clause, struct arena *a) {
    struct buf out = {.arena = a};
    buf_addf(&out, "%s (%s) %s", clause->id, clause_kind_name(clause->kind), clause->summary);
    if (clause->of != NULL)
        buf_addf(&out, " An item of %s.", clause->of);
    if (clause->from > DAY_LEAST)
        buf_addf(&out, " From %s.", day_format(a, clause->from, DAY_FULL));
    if (clause->to < DAY_MOST)
        buf_addf(&out, " Until %s.", day_format(a, clause->to, DAY_FULL));
    for (size_t i = 0; i < clause->shown_count; i++)
        buf_addf(&out, " Shown at %s.", pack_place_name(pack, NULL, a, clause->shown[i]));
    if (clause->excuse != NULL)
        buf_addf(&out, " Excused: %s", clause->excuse);
    if (clause->not_yet)
        buf_adds(&out, " Nothing is done for it so far.");
    return buf_text(&out);
}

static void tell_clauses(const struct pack *in, const struct pack *not_in, const char *what, struct arena *a,
                         struct buf *out) {
    for (size_t i = 0; i < in->clause_count; i++) {
        const struct clause *other = pack_clause(not_in, in->clauses[i].id);
        const char *words = clause_words(in, &in->clauses[i], a);
        if (other == NULL || !text_equal(words, clause_words(not_in, other, a)))
            buf_addf(out, "- %s: %s\n", what, words);
    }
}

/* ---- who could newly see something */

static bool sees_already(const struct difference *d, const struct rule_reader *reader) {
    for (size_t i = 0; i < d->was.rules.count; i++) {
        const struct rule_points *points = &d->was.rules.at[i].points;
        for (size_t k = 0; k < points->list.count; k++) {
            for (size_t n = 0; n < points->list.at[k].readers.count; n++) {
                const struct rule_reader *had = &points->list.at[k].readers.at[n];
                bool same_who = text_equal(had->who, reader->who) ||
                                (had->kind != RELATION_COUNT && reader->kind != RELATION_COUNT &&
                                 relation_implies(reader->kind, had->kind));
                if (same_who && text_equal(had->what_key, reader->what_key) &&
                    (had->when == NULL || text_equal(had->when, reader->when)))
                    return true;
            }
        }
    }
    return false;
}

static void tell_new_readers(const struct difference *d, struct buf *out) {
    for (size_t i = 0; i < d->is.rules.count; i++) {
        const struct rule_points *points = &d->is.rules.at[i].points;
        for (size_t k = 0; k < points->list.count; k++) {
            for (size_t n = 0; n < points->list.at[k].readers.count; n++) {
                const struct rule_reader *reader = &points->list.at[k].readers.at[n];
                if (!sees_already(d, reader))
                    buf_addf(out, "- %s: %s%s%s\n", reader->what, reader->who, reader->when == NULL ? "" : ", if ",
                             reader->when == NULL ? "" : reader->when);
            }
        }
    }
}

/* ---- the whole */

static void put_section(struct buf *out, const char *title, const struct buf *lines) {
    buf_addf(out, "\n## %s\n\n%s", title, lines->length == 0 ? "Nothing differs.\n" : buf_text(lines));
}

void pack_diff(const struct pack *was, const struct pack *is, struct arena *a, struct buf *out) {
    struct difference d = {.was = side_of(was, a), .is = side_of(is, a), .a = a};
    struct buf procedures = {.arena = a}, clauses = {.arena = a}, readers = {.arena = a};
    for (size_t i = 0; i < SECTION_COUNT; i++)
        d.sections[i].arena = a;
    compare_rules(&d);
    tell_procedures(was, is, "Gone", &procedures);
    tell_procedures(is, was, "New", &procedures);
    tell_clauses(was, is, "Was", a, &clauses);
    tell_clauses(is, was, "Is", a, &clauses);
    tell_new_readers(&d, &readers);
    buf_addf(out, "# From %s (%.12s) to %s (%.12s)\n", was->title, was->hash, is->title, is->hash);
    put_section(out, "Who could newly see something", &readers);
    put_section(out, "Procedures", &procedures);
    for (size_t i = 0; i < SECTION_COUNT; i++)
        put_section(out, section_titles[i], &d.sections[i]);
    put_section(out, "Clauses", &clauses);
}
