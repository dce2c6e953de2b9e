/* A pack as a document: clause by clause, and then what the program does because of it. It is made of blocks, so that
 * Markdown and HTML say the same. */
#include "pack/told.h"

struct writing {
    const struct pack *pack;
    const struct rules *rules;
    const char **told_under; /* for each rule: the clause under which it was told in full; NULL: not yet */
    struct arena *a;
    struct pack_text *text;
};

static void put(struct writing *w, enum pack_text_kind kind, const char *strong, const char *text) {
    LIST_ADD(w->a, &w->text->list, ((struct pack_text_block){.kind = kind, .strong = strong, .text = text}));
}

static void put_anchored(struct writing *w, enum pack_text_kind kind, const char *anchor, const char *text) {
    put(w, kind, NULL, text);
    w->text->list.at[w->text->list.count - 1].anchor = anchor;
}

/* ---- what stands before the clauses */

static void put_preface(struct writing *w) {
    const struct pack *pack = w->pack;
    put(w, PACK_TEXT_TITLE, NULL, pack->title);
    put(w, PACK_TEXT_PARAGRAPH, NULL,
        "This says, clause by clause and in plain words, what the program does because of the protocol. It is made "
        "from the "
        "same rules that the program runs on: what does not stand here, it does not do.");
    if (pack->code != NULL)
        put(w, PACK_TEXT_PARAGRAPH, NULL, arena_printf(w->a, "Where the two differ, the %s prevails.", pack->code));
    if (pack->code_address != NULL)
        put(w, PACK_TEXT_POINT, pack->code, pack->code_address);
    put(w, PACK_TEXT_POINT, "Version", pack->hash);
}

/* ---- rules */

/* Those points of the rule that are details, or those that are none; with its title when there are any, or always. */
static void put_points(struct writing *w, const struct rule *rule, bool details) {
    struct rule_points points;
    bool titled = false;
    rule_points(w->pack, rule, NULL, w->a, &points);
    for (size_t i = 0; i < points.list.count; i++) {
        if (points.list.at[i].detail != details)
            continue;
        if (!titled)
            put(w, PACK_TEXT_RULE, rule_title(rule, w->a), NULL);
        titled = true;
        put(w, PACK_TEXT_POINT_OF_RULE, points.list.at[i].about, points.list.at[i].say);
    }
    if (!titled && !details)
        put(w, PACK_TEXT_RULE, rule_title(rule, w->a), NULL);
}

static void put_rule(struct writing *w, size_t i, const char *clause) {
    const struct rule *rule = &w->rules->list.at[i];
    if (w->told_under[i] != NULL) {
        put(w, PACK_TEXT_RULE, rule_title(rule, w->a), arena_printf(w->a, "see %s", w->told_under[i]));
        return;
    }
    w->told_under[i] = clause;
    put_points(w, rule, false);
}

/* The posts, or what the council says of itself: rules that stand before the clauses. */
static void put_those_in(struct writing *w, const char *in, const char *section) {
    put(w, PACK_TEXT_SECTION, NULL, section);
    for (size_t i = 0; i < w->rules->list.count; i++) {
        const struct rule *rule = &w->rules->list.at[i];
        if (text_equal(rule->in, in) && rule->only == NULL)
            put_rule(w, i, section);
    }
}

static bool cites_itself(const struct rule *rule, const struct clause *clause) {
    struct rules one = {{(struct rule *)rule, 1, 1}};
    return rules_cite(&one, clause);
}

static void put_clause(struct writing *w, const struct clause *clause) {
    put_anchored(w, clause->of == NULL ? PACK_TEXT_CLAUSE : PACK_TEXT_ITEM, clause->id,
                 arena_printf(w->a, "%s (%s)", clause->id, clause_kind_name(clause->kind)));
    put(w, PACK_TEXT_PARAGRAPH, NULL, clause->summary);
    if (clause->from > DAY_LEAST)
        put(w, PACK_TEXT_RULE, "Holds from", day_format(w->a, clause->from, DAY_FULL));
    if (clause->to < DAY_MOST)
        put(w, PACK_TEXT_RULE, "Holds until", day_format(w->a, clause->to, DAY_FULL));
    for (size_t i = 0; i < clause->shown_count; i++)
        put(w, PACK_TEXT_RULE, "Shown",
            arena_printf(w->a, "at %s", pack_place_name(w->pack, NULL, w->a, clause->shown[i])));
    if (clause->excuse != NULL)
        put(w, PACK_TEXT_RULE, "No rule", clause->excuse);
    if (clause->not_yet)
        put(w, PACK_TEXT_RULE, "Not yet", "The program does nothing for this clause so far.");
    for (size_t i = 0; i < w->rules->list.count; i++) {
        if (cites_itself(&w->rules->list.at[i], clause))
            put_rule(w, i, clause->id);
    }
}

static void put_clauses(struct writing *w) {
    put(w, PACK_TEXT_SECTION, NULL, "Clause by clause");
    for (size_t i = 0; i < w->pack->clause_count; i++) {
        const struct clause *clause = &w->pack->clauses[i];
        if (clause->of != NULL)
            continue;
        put_clause(w, clause);
        for (size_t k = 0; k < w->pack->clause_count; k++) {
            if (text_equal(w->pack->clauses[k].of, clause->id))
                put_clause(w, &w->pack->clauses[k]);
        }
    }
}

/* What cites nothing, such as most states, so that the document is whole. */
static void put_rest(struct writing *w) {
    bool begun = false;
    for (size_t i = 0; i < w->rules->list.count; i++) {
        if (w->told_under[i] != NULL)
            continue;
        if (!begun)
            put(w, PACK_TEXT_SECTION, NULL, "What stands under no clause of its own");
        begun = true;
        put_rule(w, i, "below");
    }
}

/* Hints and the like, apart: who has to judge the rules reads them without. */
static void put_wording(struct writing *w) {
    put(w, PACK_TEXT_SECTION, NULL, "Words on the pages");
    put(w, PACK_TEXT_PARAGRAPH, NULL,
        "Hints, what the timeline says, and what stands beside an answer. Nobody gets a right or a duty by them.");
    for (size_t i = 0; i < w->rules->list.count; i++)
        put_points(w, &w->rules->list.at[i], true);
}

static void put_signature(struct writing *w) {
    put(w, PACK_TEXT_SECTION, NULL, "Signature");
    put(w, PACK_TEXT_PARAGRAPH, NULL,
        arena_printf(w->a, "I have read what the program does for the version %.12s of this protocol, and it is right.",
                     w->pack->hash));
    put(w, PACK_TEXT_POINT, "Name and post", "");
    put(w, PACK_TEXT_POINT, "Signature", "");
    put(w, PACK_TEXT_POINT, "Date", "");
}

void pack_explain(const struct pack *pack, struct arena *a, struct pack_text *text_r) {
    struct rules rules;
    *text_r = (struct pack_text){0};
    pack_rules(pack, NULL, a, &rules);
    struct writing w = {.pack = pack,
                        .rules = &rules,
                        .told_under = ARENA_ARRAY(a, rules.list.count, const char *),
                        .a = a,
                        .text = text_r};
    put_preface(&w);
    put_those_in(&w, "a pack", "What holds throughout");
    put_those_in(&w, "a post", "Posts that the rules name, each held by one person at a time");
    put_clauses(&w);
    put_rest(&w);
    put_wording(&w);
    put_signature(&w);
}

/* ---- Markdown */

/* Text of ours and of packs as plain text: what Markdown would take for a sign is escaped. */
static void add_plain(struct buf *out, const char *text) {
    for (; *text != '\0'; text++) {
        if (strchr("\\`*_{}[]<>#|", *text) != NULL)
            buf_addc(out, '\\');
        buf_addc(out, *text == '\n' ? ' ' : *text);
    }
}

void pack_text_markdown(const struct pack_text *text, struct buf *out) {
    static const char *const before[] = {
        [PACK_TEXT_TITLE] = "# ",   [PACK_TEXT_SECTION] = "## ",        [PACK_TEXT_CLAUSE] = "### ",
        [PACK_TEXT_ITEM] = "#### ", [PACK_TEXT_PARAGRAPH] = "",         [PACK_TEXT_POINT] = "- ",
        [PACK_TEXT_RULE] = "- ",    [PACK_TEXT_POINT_OF_RULE] = "  - ",
    };
    for (size_t i = 0; i < text->list.count; i++) {
        const struct pack_text_block *block = &text->list.at[i];
        bool in_list = block->kind >= PACK_TEXT_POINT;
        bool goes_on = i > 0 && in_list && text->list.at[i - 1].kind >= PACK_TEXT_POINT;
        buf_adds(out, i == 0 || goes_on ? "" : "\n");
        buf_adds(out, before[block->kind]);
        if (block->strong != NULL) {
            buf_adds(out, block->kind == PACK_TEXT_POINT_OF_RULE ? "" : "**");
            add_plain(out, block->strong);
            buf_adds(out, block->kind == PACK_TEXT_POINT_OF_RULE ? "" : "**");
            buf_adds(out, block->text == NULL ? "" : ": ");
        }
        if (block->text != NULL)
            add_plain(out, block->text);
        buf_addc(out, '\n');
    }
}
