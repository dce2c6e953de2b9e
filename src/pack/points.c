/* What a rule says, point by point. One table has the words for each key that a pack can write; a new key of the
 * language has one row here, and without it is told as the pack has it. */
#include "pack/points_private.h"

struct rule_point *point_add(struct telling *t, const char *key, const char *about, const char *say) {
    struct rule_point point = {.key = key, .about = about, .say = say};
    LIST_ADD(t->w.a, &t->points->list, point);
    return &t->points->list.at[t->points->list.count - 1];
}

struct rule_point *point_add_of(struct telling *t, const struct wording *row, const char *say) {
    return point_add(t, row->key, words_put(&t->w, row->about), say);
}

void point_add_nth(struct telling *t, const struct wording *row, size_t i, const char *say) {
    point_add(t, arena_printf(t->w.a, "%s %zu", row->key, i), words_put(&t->w, row->about), say);
}

const char *point_put(struct telling *t, const struct wording *row, const char *value) {
    return row->format == NULL ? value : arena_printf(t->w.a, text_say(t->w.in, row->format), value);
}

/* ---- the words for each key */

/* clang-format off */
static const struct wording wordings[] = {
    {"open", "by", SAID("Who may begin"), say_relations, WORDS_OR},
    {"open", "form", SAID("Asked"), say_form, NULL},
    {"open", "refuse", NULL, NULL, NULL},
    {"open", "route", SAID("Who gets it"), say_first, SAID("the first there is of: %s")},
    {"open", "count open", SAID("Before it is sent"), say_fixed, SAID("its author sees how many open ones the service already has from them")},
    {"open", "offer earlier", SAID("Before it is sent"), say_fixed, SAID("its author is offered earlier records on the same subject that they may read, and need not send it")},
    {"open", "does", SAID("With it"), say_does, NULL},
    {"open", "offered on", SAID("Offered on the pages of"), say_offered, SAID("%s, as %s")},
    {"open", "begins", SAID("It begins in another state"), say_beginnings, SAID("%s if %s")},
    {"a field", "no sooner than", SAID("Refused if it is sooner than"), say_term, NULL},
    {"a field", "sooner say", SAID("What is said"), say_quoted, NULL},
    {"open", "keeps apart", SAID("Kept apart from then on"), say_field, SAID("its opener and whoever is named under %s")},
    {"a power", "label", NULL, NULL, NULL},
    {"a power", "by", SAID("Who may"), say_relations, WORDS_OR},
    {"a power", "decides", SAID("Its opener and whom it is about"), say_decides, NULL},
    {"a power", "clock only", SAID("Who may"), say_fixed, SAID("nobody: it follows by itself")},
    {"a power", "from", SAID("While it is"), say_states, NULL},
    {"a power", "when", SAID("Only if"), say_when, NULL},
    {"a power", "within", NULL, NULL, NULL},
    {"a power", "within of", SAID("Only"), say_within_of, SAID("for %s after %s")},
    {"a power", "form", SAID("Asked"), say_form, NULL},
    {"a power", "refuse", NULL, NULL, NULL},
    {"a power", "to", SAID("Then it is"), say_states, NULL},
    {"a power", "handler", SAID("Then it is with"), say_field, SAID("whoever is named under %s")},
    {"a power", "event part", SAID("Who sees that it was done"), say_part, SAID("who can read %s")},
    {"a power", "revises", SAID("A new version of"), say_part, NULL},
    {"a power", "precedents", SAID("Shown to its author"), say_field, SAID("earlier records that they may read with the words of %s")},
    {"a power", "grants", NULL, NULL, NULL},
    {"a power", "does", SAID("With it"), say_does, NULL},
    {"a power", "keeps apart", SAID("Kept apart from then on"), say_field, SAID("the record's opener and whoever is named under %s")},
    {"a power", "opens", SAID("With it, for the same opener"), say_opens, NULL},
    {"a power", "hint", SAID("Its hint"), say_detail, NULL},
    {"a power", "done", SAID("The timeline says that they"), say_detail, NULL},
    {"a grant", "part", SAID("What can be read"), say_part, NULL},
    {"a grant", "to", SAID("Who can read it from then on"), say_part_readers, NULL},
    {"a grant", "when", SAID("Only if"), say_when, NULL},
    {"a refusal", "when", SAID("Refused if"), say_when, NULL},
    {"a refusal", "say", SAID("What is said"), say_quoted, NULL},
    {"a refusal", "see", SAID("Points to"), say_raw, NULL},
    {"a refusal", "begin", SAID("Points to the procedure"), say_procedure, NULL},
    {"a duty", "label", NULL, NULL, NULL},
    {"a duty", "bearer", SAID("Who owes it"), say_first, SAID("the first there is of: %s")},
    {"a duty", "from", SAID("Begins with"), say_powers, NULL},
    {"a duty", "when", SAID("Only if"), say_when, NULL},
    {"a duty", "within", SAID("By when"), say_term, SAID("within %s")},
    {"a duty", "until", SAID("By when"), say_field, SAID("the day given under %s")},
    {"a duty", "before", SAID("So long before that day"), say_term, NULL},
    {"a duty", "calendar", SAID("Counted in the calendar"), say_quoted, NULL},
    {"a duty", "met by", SAID("Met by"), say_powers, NULL},
    {"a duty", "paused in", SAID("The clock stands still while it is"), say_states, NULL},
    {"a duty", "missed", SAID("When the time has run out"), say_steps, NULL},
    {"a duty", "survives closing", SAID("After the record is closed"), say_fixed, SAID("it stays owed")},
    {"a duty", "quiet", SAID("Nobody is reminded"), say_fixed, SAID("it is a clock alone")},
    {"a duty", "part", SAID("Who sees it"), say_part, SAID("who can read %s")},
    {"a notice", "title", NULL, NULL, NULL},
    {"a notice", "on", SAID("When"), say_powers, NULL},
    {"a notice", "when", SAID("Only if"), say_when, NULL},
    {"a notice", "to", SAID("Who is told"), say_told, NULL},
    {"a notice", "first", SAID("Of these"), say_fixed, SAID("only the first there is")},
    {"a notice", "say", SAID("What is said"), say_quoted, NULL},
    {"a notice", "part", SAID("Who sees that it was given"), say_part, SAID("who can read %s")},
    {"a part", "title", NULL, NULL, NULL},
    {"a part", "audience", SAID("Who can read it"), say_part_readers, NULL},
    {"a part", "else", SAID("To others there stands"), say_quoted, NULL},
    {"a part", "readers of", SAID("What stands in it"), say_field, SAID("who has read which part, and when, of the record named under %s")},
    {"a part", "confidential", SAID("Mark"), say_mark, NULL},
    {"a state", "title", NULL, NULL, NULL},
    {"a state", "say", SAID("The page says"), say_quoted, NULL},
    {"a state", "final", SAID("The record"), say_fixed, SAID("is closed then")},
    {"a state", "ends in", SAID("A matter about somebody is then in"), say_quoted, NULL},
    {"a procedure", "procedure", NULL, NULL, NULL},
    {"a procedure", "title", SAID("Its title"), say_quoted, NULL},
    {"a procedure", "prefix", SAID("References begin with"), say_raw, NULL},
    {"a procedure", "start", SAID("Offered as"), say_quoted, NULL},
    {"a procedure", "summary", SAID("In short"), say_quoted, NULL},
    {"a procedure", "menu", SAID("Under the heading"), say_menu, NULL},
    {"a procedure", "register", SAID("Its records can be looked through as"), say_quoted, NULL},
    {"a procedure", "empty", SAID("Who can see none reads"), say_quoted, NULL},
    {"a procedure", "about", SAID("Whom it is about"), say_about, NULL},
    {"a procedure", "earlier records", SAID("Open records of earlier versions"), say_earlier, NULL},
    {"a procedure", "open", NULL, NULL, NULL},
    {"a procedure", "audiences", NULL, NULL, NULL},
    {"a procedure", "parts", NULL, NULL, NULL},
    {"a procedure", "states", NULL, NULL, NULL},
    {"a procedure", "powers", NULL, NULL, NULL},
    {"a procedure", "duties", NULL, NULL, NULL},
    {"a procedure", "notices", NULL, NULL, NULL},
    {"a calendar", "zone", SAID("Its time zone"), say_quoted, NULL},
    {"a calendar", "holidays", SAID("Closed on the holidays of"), say_all_quoted, NULL},
    {"a calendar", "hours", SAID("Open"), say_raw, NULL},
    {"a calendar", "late", SAID("What comes when it is closed"), say_late, NULL},
    {"a calendar", "closures", SAID("Closed besides on"), say_closures, NULL},
    {"a post", "title", NULL, NULL, NULL},
    {"a post", "per", SAID("Who holds it"), say_per, NULL},
    {"a post", "tier", SAID("Tier"), say_fixed, SAID("senior")},
    {"a post", "restricted", SAID("Mark"), say_fixed, SAID("politically restricted")},
    {"a pack", "pack", NULL, NULL, NULL},
    {"a pack", "title", SAID("Its title"), say_quoted, NULL},
    {"a pack", "code", SAID("What prevails where the two differ"), say_quoted, NULL},
    {"a pack", "code address", SAID("Where that can be read"), say_raw, NULL},
    {"a pack", "nation", SAID("Its nation"), say_quoted, NULL},
    {"a pack", "nations", SAID("Where a matter about %s may end"), say_ends, NULL},
    {"a pack", "about somebody", SAID("Must say whom they are about"), say_procedures, NULL},
    {"a pack", "words", SAID("Called here"), say_vocabulary, SAID("%s, which is elsewhere: %s")},
    {"a pack", "menus", SAID("A heading, under which procedures are offered"), say_entries, NULL},
    {"a pack", "usual", SAID("Offered first"), say_procedures, NULL},
    {"a pack", "language", SAID("Its own texts are in"), say_language, NULL},
    {"a pack", "languages", SAID("Can be read in English and in"), say_languages, NULL},
    {"a pack", "group sees past", SAID("Who joins a group"), say_fixed, SAID("reads what it was told before")},
    {"a pack", "clauses", NULL, NULL, NULL},
    {"a pack", "shown", NULL, NULL, NULL},
    {"a pack", "excused", NULL, NULL, NULL},
    {"a pack", "not yet", NULL, NULL, NULL},
    {"a pack", "posts", NULL, NULL, NULL},
    {"a pack", "calendars", NULL, NULL, NULL},
    {"a pack", "holidays", NULL, NULL, NULL},
    {"a pack", "procedures", NULL, NULL, NULL},
    {"a pack", "terms", SAID("One name"), say_terms, SAID("%s in a draft, and not also: %s")},
    {"a pack", "junior names hidden", SAID("Hidden"), say_fixed, SAID("Members are not shown the names of junior Officers")},
    {"a pack", "report to", SAID("Who reads it"), say_relations, WORDS_AND},
    {"a pack", "report every", SAID("A report is of each"), say_every, NULL},
    {"a pack", "apart cites", SAID("For who is kept apart"), say_fixed, SAID("another Officer is chosen, and the record says no more than that")},
    {"a pack", "unmarked confidential", SAID("Marks"), say_fixed, SAID("each part shows whether it is confidential; one without a mark is")},
    {"a pack", "confidential cites", SAID("Beside each confidential part"), say_fixed, SAID("these clauses stand")},
};
/* clang-format on */

static bool is_worded(const char *in, const char *key) {
    for (size_t i = 0; i < LENGTH_OF(wordings); i++) {
        if (text_equal(wordings[i].in, in) && text_equal(wordings[i].key, key))
            return true;
    }
    return false;
}

/* These keys are rules of their own (see rules.c). */
static bool has_own_rule(const struct rule *rule, const char *key) {
    static const struct {
        const char *in, *key;
    } own[] = {{"open", "route"},
               {"open", "count open"},
               {"open", "offer earlier"},
               {"a pack", "terms"},
               {"a pack", "junior names hidden"},
               {"a pack", "report to"},
               {"a pack", "unmarked confidential"}};
    for (size_t i = 0; i < LENGTH_OF(own); i++) {
        if (text_equal(own[i].in, rule->in) && text_equal(own[i].key, key))
            return true;
    }
    return false;
}

static bool is_told(const struct rule *rule, const char *key) {
    if (rule->only != NULL)
        return text_equal(rule->only, key);
    if (text_equal(rule->in, "a field")) /* the rest is told with its form */
        return is_worded(rule->in, key);
    return !text_ends(key, "cites") && !has_own_rule(rule, key);
}

static void tell(struct telling *t, const struct wording *row) {
    const struct node *value = node_get(t->rule->node, row->key);
    if (value != NULL && row->say != NULL && is_told(t->rule, row->key))
        row->say(t, row, value);
}

void rule_points(const struct pack *pack, const struct rule *rule, const struct language *in, struct arena *a,
                 struct rule_points *points_r) {
    *points_r = (struct rule_points){0};
    struct telling t = {.w = words_of_rule(pack, rule, in, a), .rule = rule, .points = points_r};
    bool is_holidays = text_equal(rule->in, "holidays"); /* each key is a division */
    for (size_t i = 0; i < LENGTH_OF(wordings); i++) {
        if (text_equal(wordings[i].in, rule->in))
            tell(&t, &wordings[i]);
    }
    for (size_t i = 0; rule->node != NULL && i < rule->node->keys.count; i++) {
        const char *key = rule->node->keys.at[i]->text;
        if (!is_worded(rule->in, key))
            tell(&t, &(struct wording){rule->in, key, key, is_holidays ? say_holidays : say_raw, NULL});
    }
}
