/* What a rule says, point by point. One table has the words for each key that a pack can write; a new key of the
 * language has one row here, and without it is told as the pack has it. */
#include "pack/words_private.h"

struct telling {
    struct words w;
    const struct rule *rule;
    struct rule_points *points;
};

struct wording {
    const char *in, *key, *about;
    /* NULL: it is told elsewhere, or says nothing that a protocol is about */
    void (*say)(struct telling *t, const struct wording *row, const struct node *value);
    const char *fixed; /* what say_fixed says, what say_relations joins with, and what others put before the value */
};

static struct rule_point *add(struct telling *t, const char *key, const char *about, const char *say) {
    struct rule_point point = {.key = key, .about = pack_put_words(t->w.pack, t->w.a, about), .say = say};
    LIST_ADD(t->w.a, &t->points->list, point);
    return &t->points->list.at[t->points->list.count - 1];
}

/* ---- the ways to tell a value */

static void say_raw(struct telling *t, const struct wording *row, const struct node *value) {
    const char *before = row->fixed == NULL ? "" : row->fixed;
    add(t, row->key, row->about, arena_printf(t->w.a, "%s%s", before, words_raw(&t->w, value)));
}

static void say_quoted(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, arena_printf(t->w.a, "“%s”", words_raw(&t->w, value)));
}

static void say_detail(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, arena_printf(t->w.a, "“%s”", words_raw(&t->w, value)))->detail = true;
}

/* A truth value: told only where it is yes. */
static void say_fixed(struct telling *t, const struct wording *row, const struct node *value) {
    if (!text_equal(value->text, "no"))
        add(t, row->key, row->about, pack_put_words(t->w.pack, t->w.a, row->fixed));
}

static void say_mark(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, text_equal(value->text, "no") ? "not confidential" : "confidential");
}

static void say_relations(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, words_relations(&t->w, value, row->fixed));
}

static void say_first(struct telling *t, const struct wording *row, const struct node *value) {
    const char *who = words_relations(&t->w, value, "or");
    add(t, row->key, row->about, value->items.count > 1 ? arena_printf(t->w.a, "the first there is of: %s", who) : who);
}

static void say_when(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, words_when(&t->w, value));
}

static void say_states(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, words_each(&t->w, value, words_state, "or"));
}

static void say_powers(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, words_each(&t->w, value, words_power, "or"));
}

static void say_field(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, arena_printf(t->w.a, "%s%s", row->fixed, words_field(&t->w, value->text)));
}

static void say_part(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, arena_printf(t->w.a, "%s%s", row->fixed, words_part(&t->w, value->text)));
}

static void say_beginnings(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i];
        add(t, arena_printf(t->w.a, "%s %zu", row->key, i), row->about,
            arena_printf(t->w.a, "%s if %s", words_state(&t->w, node_get_text(one, "in")),
                         words_when(&t->w, node_get(one, "when"))));
    }
}

static void say_within_of(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about,
        arena_printf(t->w.a, "for %s after %s", node_get_text(t->rule->node, "within"),
                     words_each(&t->w, value, words_power, "or")));
}

/* ---- what is done to other records */

static const char *procedure_title(struct telling *t, const char *name) {
    const struct procedure *procedure = pack_procedure(t->w.pack, name);
    return procedure == NULL ? name : arena_printf(t->w.a, "“%s”", procedure->title);
}

static void say_does(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i], *when = node_get(one, "when");
        add(t, arena_printf(t->w.a, "%s %zu", row->key, i), row->about,
            arena_printf(t->w.a, "“%s” is done to the record named under %s%s%s", node_get_text(one, "use"),
                         words_field(&t->w, node_get_text(one, "on")), when == NULL ? "" : ", if ",
                         when == NULL ? "" : words_when(&t->w, when)));
    }
}

static const char *procedure_titles(struct telling *t, const struct node *names, const char *last) {
    LIST(const char *) titles = {0};
    for (size_t i = 0; i < names->items.count; i++) {
        if (pack_procedure(t->w.pack, names->items.at[i]->text) != NULL) /* a council need not have all of them */
            LIST_ADD(t->w.a, &titles, procedure_title(t, names->items.at[i]->text));
    }
    return words_join(&t->w, titles.at, titles.count, last);
}

static void say_procedures(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, procedure_titles(t, value, "and"));
}

static void say_language(struct telling *t, const struct wording *row, const struct node *value) {
    add(t, row->key, row->about, language_name(language_find(value->text)));
}

static void say_languages(struct telling *t, const struct wording *row, const struct node *value) {
    LIST(const char *) names = {0};
    for (size_t i = 0; i < value->items.count; i++)
        LIST_ADD(t->w.a, &names, language_name(language_find(value->items.at[i]->text)));
    add(t, row->key, row->about, words_join(&t->w, names.at, names.count, "and"));
}

/* What is handed on stands under the names that its form has for it. */
static void say_opens(struct telling *t, const struct wording *row, const struct node *value) {
    const char *name = node_get_text(value, "procedure");
    const struct node *with = node_get(value, "with");
    struct rule opened = {.procedure = pack_procedure(t->w.pack, name)};
    struct words there = words_of_rule(t->w.pack, &opened, t->w.a);
    struct buf out = {.arena = t->w.a};
    buf_addf(&out, "%s begins", procedure_title(t, name));
    for (size_t i = 0; with != NULL && i < with->keys.count; i++)
        buf_addf(&out, "%s %s out of %s", i == 0 ? ", with" : ",", words_field(&there, with->keys.at[i]->text),
                 words_field(&t->w, with->items.at[i]->text));
    add(t, row->key, row->about, buf_text(&out));
}

static void say_offered(struct telling *t, const struct wording *row, const struct node *value) {
    const struct node *of = node_get(value, "of");
    const char *records = of->kind == NODE_LIST ? procedure_titles(t, of, "or") : "every record";
    add(t, row->key, row->about,
        arena_printf(t->w.a, "%s, as %s", records, words_field(&t->w, node_get_text(value, "field"))));
}

/* ---- who can read */

/* Each relation becomes a reader of something, which the difference of two packs goes through. */
static void add_readers(struct telling *t, const char *key, const char *about, const struct node *relations,
                        const char *what, const char *what_key) {
    struct rule_point *point = add(t, key, about, words_relations(&t->w, relations, "and"));
    const struct node *when = node_get(t->rule->node, "when");
    struct readers readers = {0};
    words_readers(&t->w, relations, when == NULL ? NULL : words_when(&t->w, when), &readers);
    for (size_t i = 0; i < readers.list.count; i++) {
        readers.list.at[i].what = what;
        readers.list.at[i].what_key = what_key;
        LIST_ADD(t->w.a, &point->readers, readers.list.at[i]);
    }
}

/* Of a part, or of the part that a grant opens. */
static void say_part_readers(struct telling *t, const struct wording *row, const struct node *value) {
    const char *granted = node_get_text(t->rule->node, "part");
    const char *part = granted != NULL ? granted : strrchr(t->rule->name, ' ') + 1;
    add_readers(t, row->key, row->about, value,
                arena_printf(t->w.a, "%s of %s", words_part(&t->w, part), t->rule->procedure->title),
                arena_printf(t->w.a, "%s: part %s", t->rule->procedure->name, part));
}

static void say_told(struct telling *t, const struct wording *row, const struct node *value) {
    add_readers(
        t, row->key, row->about, value,
        arena_printf(t->w.a, "the notice “%s” of %s", node_get_text(t->rule->node, "title"), t->rule->procedure->title),
        t->rule->name);
}

static void say_steps(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *step = value->items.at[i], *tell = node_get(step, "tell"), *act = node_get(step, "act"),
                          *pass = node_get(step, "pass to");
        const char *after = node_get_text(step, "after");
        const char *about = after == NULL ? row->about : arena_printf(t->w.a, "%s after that", after);
        const char *key = arena_printf(t->w.a, "%s %zu", row->key, i);
        if (tell != NULL) {
            add_readers(t, arena_printf(t->w.a, "%s tell", key), arena_printf(t->w.a, "%s, who is told", about), tell,
                        arena_printf(t->w.a, "that “%s” of %s is late", node_get_text(t->rule->node, "label"),
                                     t->rule->procedure->title),
                        arena_printf(t->w.a, "%s late", t->rule->name));
            add(t, arena_printf(t->w.a, "%s say", key), arena_printf(t->w.a, "%s, what is said", about),
                arena_printf(t->w.a, "“%s”", node_get_text(step, "say")));
        }
        if (act != NULL)
            add(t, arena_printf(t->w.a, "%s act", key), about,
                arena_printf(t->w.a, "by itself: %s", words_power(&t->w, act->text)));
        if (pass != NULL)
            add(t, arena_printf(t->w.a, "%s pass", key), arena_printf(t->w.a, "%s, who owes it then", about),
                words_relations(&t->w, pass, "or"));
    }
}

/* ---- what is asked */

static const char *choices_words(struct telling *t, const struct node *choices) {
    LIST(const char *) pieces = {0};
    for (size_t i = 0; i < choices->items.count; i++) {
        const struct node *by = node_get(choices->items.at[i], "by");
        const char *label = arena_printf(t->w.a, "“%s”", node_get_text(choices->items.at[i], "label"));
        const char *hint = node_get_text(choices->items.at[i], "hint");
        if (hint != NULL)
            label = arena_printf(t->w.a, "%s (“%s”)", label, hint);
        LIST_ADD(t->w.a, &pieces,
                 by == NULL ? label : arena_printf(t->w.a, "%s (for %s)", label, words_relations(&t->w, by, "or")));
    }
    return words_join(&t->w, pieces.at, pieces.count, "or");
}

/* NULL: its choices say enough. */
static const char *kind_words(const char *name) {
    static const char *const words[] = {
        [FIELD_TEXT] = "one line",         [FIELD_LONG] = "a text",     [FIELD_CHOICE] = NULL,
        [FIELD_ATTEST] = "must be ticked", [FIELD_DATE] = "a day",      [FIELD_TIME] = "a time",
        [FIELD_SERVICE] = "a service",     [FIELD_BODY] = "a body",     [FIELD_WARD] = "a ward",
        [FIELD_WARDS] = "wards",           [FIELD_POST] = "a post",     [FIELD_PERSON] = "a person",
        [FIELD_PEOPLE] = "people",         [FIELD_CLAUSE] = "a clause", [FIELD_GUEST] = "somebody without an account",
        [FIELD_RECORD] = "a record"};
    enum field_kind kind = 0;
    while (kind < FIELD_KIND_COUNT && !text_equal(field_kind_name(kind), name))
        kind++;
    return kind < FIELD_KIND_COUNT ? words[kind] : name;
}

static const char *field_words(struct telling *t, const char *key, const struct node *value) {
    struct arena *a = t->w.a;
    if (text_equal(key, "choices"))
        return choices_words(t, value);
    if (text_equal(key, "required"))
        return text_equal(value->text, "no") ? "need not be answered" : NULL;
    if (text_equal(key, "part"))
        return arena_printf(a, "goes with %s", words_part(&t->w, value->text));
    if (text_equal(key, "when"))
        return arena_printf(a, "asked only if %s", words_when(&t->w, value));
    if (text_equal(key, "instead"))
        return arena_printf(a, "goes with %s instead if %s", words_part(&t->w, node_get_text(value, "part")),
                            words_when(&t->w, node_get(value, "when")));
    if (text_equal(key, "among"))
        return arena_printf(a, "among %s", words_relations(&t->w, value, "or"));
    if (text_equal(key, "not among"))
        return arena_printf(a, "but not %s", words_relations(&t->w, value, "or"));
    if (text_equal(key, "deciding"))
        return text_equal(value->text, "yes") ? "that decides for the council" : NULL;
    if (text_equal(key, "kind"))
        return kind_words(value->text);
    if (text_equal(key, "counted"))
        return text_equal(value->text, "yes") ? "the report counts the answers, and not whose they are" : NULL;
    if (text_equal(key, "lasts"))
        return strchr(value->text, ' ') != NULL
                   ? arena_printf(a, "lasts %s", value->text)
                   : arena_printf(a, "lasts as long as is said under %s", words_field(&t->w, value->text));
    if (text_equal(key, "no sooner than"))
        return arena_printf(a, "no sooner than %s from then", value->text);
    if (text_equal(key, "sooner cites") || text_equal(key, "sooner say"))
        return NULL;
    if (text_equal(key, "name") || text_equal(key, "label") || text_equal(key, "hint") || text_equal(key, "shown as"))
        return NULL;
    return arena_printf(a, "%s: %s", key, words_raw(&t->w, value));
}

/* How a field is worded beside its label. */
static void say_wording_of_field(struct telling *t, const struct node *field, const char *key, const char *about) {
    const char *text = node_get_text(field, key), *label = node_get_text(field, "label");
    if (text != NULL)
        add(t, arena_printf(t->w.a, "form %s %s", node_get_text(field, "name"), key),
            arena_printf(t->w.a, "%s “%s”", about, label), arena_printf(t->w.a, "“%s”", text))
            ->detail = true;
}

static void say_form(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *field = value->items.at[i];
        struct buf out = {.arena = t->w.a};
        buf_addf(&out, "“%s”", node_get_text(field, "label"));
        for (size_t k = 0; k < field->keys.count; k++) {
            const char *say = field_words(t, field->keys.at[k]->text, field->items.at[k]);
            if (say != NULL)
                buf_addf(&out, "; %s", say);
        }
        add(t, arena_printf(t->w.a, "form %s", node_get_text(field, "name")), row->about, buf_text(&out));
        say_wording_of_field(t, field, "hint", "Hint of");
        say_wording_of_field(t, field, "shown as", "Beside the answer, instead of");
    }
}

/* ---- the pack as a whole */

static void say_terms(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->keys.count; i++) {
        const char *role = pack_word(t->w.pack, value->keys.at[i]->text);
        add(t, arena_printf(t->w.a, "%s %s", row->key, role), row->about,
            arena_printf(t->w.a, "“%s” in a draft, and not also: %s", role, words_raw(&t->w, value->items.at[i])));
    }
}

/* A point for each entry of a mapping of texts. */
static void say_entries(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->keys.count; i++)
        add(t, arena_printf(t->w.a, "%s %s", row->key, value->keys.at[i]->text), row->about,
            arena_printf(t->w.a, "“%s”%s%s", value->items.at[i]->text, row->fixed == NULL ? "" : row->fixed,
                         row->fixed == NULL ? "" : value->keys.at[i]->text));
}

static const char *about_whom(const char *kind) {
    return text_equal(kind, "member") ? "a Member" : "an Officer";
}

/* Of its own nation: the others mean nothing to it. */
static void say_ends(struct telling *t, const struct wording *row, const struct node *value) {
    const struct node *own = node_get(value, t->w.pack->nation);
    for (size_t i = 0; own != NULL && i < own->keys.count; i++) {
        const char *whom = own->keys.at[i]->text;
        add(t, arena_printf(t->w.a, "%s %s", row->key, whom),
            arena_printf(t->w.a, "%s%s may end", row->about, about_whom(whom)), words_raw(&t->w, own->items.at[i]));
    }
}

/* A point for each year: who reads it looks for one. */
static void say_holidays(struct telling *t, const struct wording *row, const struct node *value) {
    (void)row;
    for (size_t i = 0; i < value->items.count;) {
        const char *year = arena_strndup(t->w.a, node_get_text(value->items.at[i], "day"), strlen("2026"));
        struct buf out = {.arena = t->w.a};
        for (; i < value->items.count && text_starts(node_get_text(value->items.at[i], "day"), year); i++) {
            const struct node *holiday = value->items.at[i];
            const char *proclaimed = node_get_text(holiday, "proclaimed");
            buf_addf(&out, "%s%s %s", out.length == 0 ? "" : ", ", node_get_text(holiday, "day") + strlen("2026-"),
                     node_get_text(holiday, "name"));
            if (proclaimed != NULL)
                buf_addf(&out, " (known from %s)", proclaimed);
        }
        add(t, year, year, buf_text(&out));
    }
}

/* ---- a procedure as a whole */

static void say_menu(struct telling *t, const struct wording *row, const struct node *value) {
    const char *heading = node_get_text(node_get(t->w.pack->tree, "menus"), value->text);
    add(t, row->key, row->about, arena_printf(t->w.a, "“%s”", heading == NULL ? value->text : heading));
}

static void say_about(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i], *when = node_get(one, "when");
        const char *named = node_get_text(one, "named");
        struct buf out = {.arena = t->w.a};
        buf_adds(&out, about_whom(node_get_text(one, "is")));
        if (named != NULL)
            buf_addf(&out, ", named under %s", words_field(&t->w, named));
        if (when != NULL)
            buf_addf(&out, ", if %s", words_when(&t->w, when));
        add(t, arena_printf(t->w.a, "%s %zu", row->key, i), row->about,
            pack_put_words(t->w.pack, t->w.a, buf_text(&out)));
    }
}

static void say_earlier(struct telling *t, const struct wording *row, const struct node *value) {
    struct buf out = {.arena = t->w.a};
    buf_adds(&out, value->kind == NODE_TEXT ? "end under the version that they began under"
                                            : "go on under this version, in the state that they are in");
    for (size_t i = 0; i < value->keys.count; i++)
        buf_addf(&out, "; those in “%s” in %s", value->keys.at[i]->text, words_state(&t->w, value->items.at[i]->text));
    add(t, row->key, row->about, buf_text(&out));
}

/* ---- the words for each key */

/* clang-format off */
static const struct wording wordings[] = {
    {"open", "by", "Who may begin", say_relations, "or"},
    {"open", "form", "Asked", say_form, NULL},
    {"open", "refuse", NULL, NULL, NULL},
    {"open", "route", "Who gets it", say_first, NULL},
    {"open", "count open", "Before it is sent", say_fixed, "its author sees how many open ones the service already has from them"},
    {"open", "offer earlier", "Before it is sent", say_fixed, "its author is offered earlier records on the same subject that they may read, and need not send it"},
    {"open", "does", "With it", say_does, NULL},
    {"open", "offered on", "Offered on the pages of", say_offered, NULL},
    {"open", "begins", "It begins in another state", say_beginnings, NULL},
    {"a field", "no sooner than", "Refused if it is sooner than", say_raw, NULL},
    {"a field", "sooner say", "What is said", say_quoted, NULL},
    {"open", "keeps apart", "Kept apart from then on", say_field, "its opener and whoever is named under "},
    {"a power", "label", NULL, NULL, NULL},
    {"a power", "by", "Who may", say_relations, "or"},
    {"a power", "decides", "Somebody else than its opener, or whom it is about, must do it", say_raw, NULL},
    {"a power", "clock only", "Who may", say_fixed, "nobody: it follows by itself"},
    {"a power", "from", "While it is", say_states, NULL},
    {"a power", "when", "Only if", say_when, NULL},
    {"a power", "within", NULL, NULL, NULL},
    {"a power", "within of", "Only", say_within_of, NULL},
    {"a power", "form", "Asked", say_form, NULL},
    {"a power", "refuse", NULL, NULL, NULL},
    {"a power", "to", "Then it is", say_states, NULL},
    {"a power", "handler", "Then it is with", say_field, "whoever is named under "},
    {"a power", "event part", "Who sees that it was done", say_part, "who can read "},
    {"a power", "revises", "A new version of", say_part, ""},
    {"a power", "precedents", "Shown to its author", say_field, "earlier records that they may read with the words of "},
    {"a power", "grants", NULL, NULL, NULL},
    {"a power", "does", "With it", say_does, NULL},
    {"a power", "keeps apart", "Kept apart from then on", say_field, "the record's opener and whoever is named under "},
    {"a power", "opens", "With it, for the same opener", say_opens, NULL},
    {"a power", "hint", "Its hint", say_detail, NULL},
    {"a power", "done", "The timeline says that they", say_detail, NULL},
    {"a grant", "part", "What can be read", say_part, ""},
    {"a grant", "to", "Who can read it from then on", say_part_readers, NULL},
    {"a grant", "when", "Only if", say_when, NULL},
    {"a refusal", "when", "Refused if", say_when, NULL},
    {"a refusal", "say", "What is said", say_quoted, NULL},
    {"a refusal", "see", "Points to", say_raw, NULL},
    {"a refusal", "begin", "Points to the procedure", say_raw, NULL},
    {"a duty", "label", NULL, NULL, NULL},
    {"a duty", "bearer", "Who owes it", say_first, NULL},
    {"a duty", "from", "Begins with", say_powers, NULL},
    {"a duty", "when", "Only if", say_when, NULL},
    {"a duty", "within", "By when", say_raw, "within "},
    {"a duty", "until", "By when", say_field, "the day given under "},
    {"a duty", "calendar", "Counted in the calendar", say_raw, NULL},
    {"a duty", "met by", "Met by", say_powers, NULL},
    {"a duty", "paused in", "The clock stands still while it is", say_states, NULL},
    {"a duty", "missed", "When the time has run out", say_steps, NULL},
    {"a duty", "survives closing", "After the record is closed", say_fixed, "it stays owed"},
    {"a duty", "quiet", "Nobody is reminded", say_fixed, "it is a clock alone"},
    {"a duty", "part", "Who sees it", say_part, "who can read "},
    {"a notice", "title", NULL, NULL, NULL},
    {"a notice", "on", "When", say_powers, NULL},
    {"a notice", "when", "Only if", say_when, NULL},
    {"a notice", "to", "Who is told", say_told, NULL},
    {"a notice", "first", "Of these", say_fixed, "only the first there is"},
    {"a notice", "say", "What is said", say_quoted, NULL},
    {"a notice", "part", "Who sees that it was given", say_part, "who can read "},
    {"a part", "title", NULL, NULL, NULL},
    {"a part", "audience", "Who can read it", say_part_readers, NULL},
    {"a part", "else", "To others there stands", say_quoted, NULL},
    {"a part", "readers of", "What stands in it", say_field, "who has read which part, and when, of the record named under "},
    {"a part", "confidential", "Mark", say_mark, NULL},
    {"a state", "title", NULL, NULL, NULL},
    {"a state", "say", "The page says", say_quoted, NULL},
    {"a state", "final", "The record", say_fixed, "is closed then"},
    {"a state", "ends in", "A matter about somebody is then in", say_raw, NULL},
    {"a procedure", "procedure", NULL, NULL, NULL},
    {"a procedure", "title", "Its title", say_quoted, NULL},
    {"a procedure", "prefix", "References begin with", say_raw, NULL},
    {"a procedure", "start", "Offered as", say_quoted, NULL},
    {"a procedure", "summary", "In short", say_quoted, NULL},
    {"a procedure", "menu", "Under the heading", say_menu, NULL},
    {"a procedure", "register", "Its records can be looked through as", say_quoted, NULL},
    {"a procedure", "empty", "Who can see none reads", say_quoted, NULL},
    {"a procedure", "about", "Whom it is about", say_about, NULL},
    {"a procedure", "earlier records", "Open records of earlier versions", say_earlier, NULL},
    {"a procedure", "open", NULL, NULL, NULL},
    {"a procedure", "audiences", NULL, NULL, NULL},
    {"a procedure", "parts", NULL, NULL, NULL},
    {"a procedure", "states", NULL, NULL, NULL},
    {"a procedure", "powers", NULL, NULL, NULL},
    {"a procedure", "duties", NULL, NULL, NULL},
    {"a procedure", "notices", NULL, NULL, NULL},
    {"a post", "title", NULL, NULL, NULL},
    {"a post", "per", "Who holds it", say_raw, "another person for each "},
    {"a post", "tier", "Tier", say_raw, NULL},
    {"a post", "restricted", "Mark", say_fixed, "politically restricted"},
    {"a pack", "pack", NULL, NULL, NULL},
    {"a pack", "title", "Its title", say_quoted, NULL},
    {"a pack", "code", "What prevails where the two differ", say_quoted, NULL},
    {"a pack", "code address", "Where that can be read", say_raw, NULL},
    {"a pack", "nation", "Its nation", say_raw, NULL},
    {"a pack", "nations", "Where a matter about ", say_ends, NULL},
    {"a pack", "about somebody", "Must say whom they are about", say_procedures, NULL},
    {"a pack", "words", "Called here", say_entries, ", which is elsewhere: "},
    {"a pack", "menus", "A heading, under which procedures are offered", say_entries, NULL},
    {"a pack", "usual", "Offered first", say_procedures, NULL},
    {"a pack", "language", "Its own texts are in", say_language, NULL},
    {"a pack", "languages", "Can be read in English and in", say_languages, NULL},
    {"a pack", "group sees past", "Who joins a group", say_fixed, "reads what it was told before"},
    {"a pack", "clauses", NULL, NULL, NULL},
    {"a pack", "shown", NULL, NULL, NULL},
    {"a pack", "excused", NULL, NULL, NULL},
    {"a pack", "not yet", NULL, NULL, NULL},
    {"a pack", "posts", NULL, NULL, NULL},
    {"a pack", "calendars", NULL, NULL, NULL},
    {"a pack", "holidays", NULL, NULL, NULL},
    {"a pack", "procedures", NULL, NULL, NULL},
    {"a pack", "terms", "One name", say_terms, NULL},
    {"a pack", "junior names hidden", "Hidden", say_fixed, "Members are not shown the names of junior Officers"},
    {"a pack", "report to", "Who reads it", say_relations, "and"},
    {"a pack", "report every", "A report is of each", say_raw, NULL},
    {"a pack", "unmarked confidential", "Marks", say_fixed, "each part shows whether it is confidential; one without a mark is"},
    {"a pack", "confidential cites", "Beside each confidential part", say_fixed, "these clauses stand"},
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

void rule_points(const struct pack *pack, const struct rule *rule, struct arena *a, struct rule_points *points_r) {
    *points_r = (struct rule_points){0};
    struct telling t = {.w = words_of_rule(pack, rule, a), .rule = rule, .points = points_r};
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
