/* What a form asks. */
#include "pack/points_private.h"

struct asked;
typedef const char *asked_say(const struct words *w, const struct asked *row, const struct node *field,
                              const struct node *value);

struct asked {
    const char *key;
    asked_say *say;     /* NULL: it is told elsewhere, or is a name that rules have for it. It says NULL for nothing */
    const char *format; /* what the value is put in; of asked_if_yes and its like: all that is said */
};

static const char *put(const struct words *w, const struct asked *row, const char *value) {
    return arena_printf(w->a, text_say(w->in, row->format), value);
}

static const char *asked_if(const struct words *w, const struct asked *row, bool is) {
    return is ? text_say(w->in, row->format) : NULL;
}

static const char *asked_if_yes(const struct words *w, const struct asked *row, const struct node *field,
                                const struct node *value) {
    (void)field;
    return asked_if(w, row, text_equal(value->text, "yes"));
}

static const char *asked_if_no(const struct words *w, const struct asked *row, const struct node *field,
                               const struct node *value) {
    (void)field;
    return asked_if(w, row, text_equal(value->text, "no"));
}

static const char *choice_words(const struct words *w, const struct node *choice) {
    const struct node *by = node_get(choice, "by");
    const char *label = words_quoted(w, node_get_text(choice, "label")), *hint = node_get_text(choice, "hint");
    if (hint != NULL)
        label = arena_printf(w->a, "%s (%s)", label, words_quoted(w, hint));
    if (by == NULL)
        return label;
    return arena_printf(w->a, text_say(w->in, "%s (for %s)"), label, words_relations(w, by, WORDS_OR));
}

static const char *asked_choices(const struct words *w, const struct asked *row, const struct node *field,
                                 const struct node *value) {
    (void)row, (void)field;
    LIST(const char *) pieces = {0};
    for (size_t i = 0; i < value->items.count; i++)
        LIST_ADD(w->a, &pieces, choice_words(w, value->items.at[i]));
    return words_join(w, pieces.at, pieces.count, WORDS_OR);
}

/* NULL: another key says enough. */
static const char *asked_kind(const struct words *w, const struct asked *row, const struct node *field,
                              const struct node *value) {
    (void)row, (void)field;
    static const char *const words[] = {[FIELD_TEXT] = SAID("one line"),
                                        [FIELD_LONG] = SAID("a text"),
                                        [FIELD_CHOICE] = NULL,
                                        [FIELD_ATTEST] = SAID("must be ticked"),
                                        [FIELD_DATE] = SAID("a day"),
                                        [FIELD_TIME] = SAID("a time"),
                                        [FIELD_SERVICE] = SAID("a service"),
                                        [FIELD_BODY] = SAID("a body"),
                                        [FIELD_WARD] = SAID("a ward"),
                                        [FIELD_WARDS] = SAID("wards"),
                                        [FIELD_POST] = SAID("a post"),
                                        [FIELD_PERSON] = SAID("a person"),
                                        [FIELD_PEOPLE] = SAID("people"),
                                        [FIELD_CLAUSE] = SAID("a clause"),
                                        [FIELD_RECORD] = SAID("a record"),
                                        [FIELD_PART] = NULL,
                                        [FIELD_GUEST] = SAID("somebody without an account")};
    enum field_kind kind = 0;
    while (kind < FIELD_KIND_COUNT && !text_equal(field_kind_name(kind), value->text))
        kind++;
    return kind < FIELD_KIND_COUNT ? text_say(w->in, words[kind]) : value->text;
}

static const char *asked_part(const struct words *w, const struct asked *row, const struct node *field,
                              const struct node *value) {
    (void)field;
    return put(w, row, words_part(w, value->text));
}

static const char *asked_field(const struct words *w, const struct asked *row, const struct node *field,
                               const struct node *value) {
    (void)field;
    return put(w, row, words_field(w, value->text));
}

static const char *asked_when(const struct words *w, const struct asked *row, const struct node *field,
                              const struct node *value) {
    (void)field;
    return put(w, row, words_when(w, value));
}

static const char *asked_instead(const struct words *w, const struct asked *row, const struct node *field,
                                 const struct node *value) {
    (void)field;
    return arena_printf(w->a, text_say(w->in, row->format), words_part(w, node_get_text(value, "part")),
                        words_when(w, node_get(value, "when")));
}

static const char *asked_relations(const struct words *w, const struct asked *row, const struct node *field,
                                   const struct node *value) {
    (void)field;
    return put(w, row, words_relations(w, value, WORDS_OR));
}

static const char *asked_term(const struct words *w, const struct asked *row, const struct node *field,
                              const struct node *value) {
    (void)field;
    return put(w, row, words_term(w, value->text));
}

/* "60 minutes", or the field whose choices are minutes. */
static const char *asked_lasts(const struct words *w, const struct asked *row, const struct node *field,
                               const struct node *value) {
    (void)row, (void)field;
    const char *end = strchr(value->text, ' ');
    if (end == NULL)
        return arena_printf(w->a, text_say(w->in, "lasts as long as is said under %s"), words_field(w, value->text));
    return arena_printf(w->a, text_say(w->in, "lasts %s minutes"),
                        arena_strndup(w->a, value->text, (size_t)(end - value->text)));
}

/* ---- a record of another procedure */

static const char *asked_procedures(const struct words *w, const struct asked *row, const struct node *field,
                                    const struct node *value) {
    (void)field;
    return put(w, row, procedure_titles(w, value, WORDS_OR));
}

static const char *state_there(const struct words *w, const struct node *field, const char *name) {
    size_t i = 0;
    for (const struct procedure *procedure; (procedure = words_next_of(w, field, &i)) != NULL;)
        if (procedure_state(procedure, name) != NULL)
            return words_quoted(w, procedure_state(procedure, name)->title);
    return words_quoted(w, name);
}

static const char *asked_states(const struct words *w, const struct asked *row, const struct node *field,
                                const struct node *value) {
    LIST(const char *) titles = {0};
    for (size_t i = 0; i < value->items.count; i++)
        LIST_ADD(w->a, &titles, state_there(w, field, value->items.at[i]->text));
    return put(w, row, words_join(w, titles.at, titles.count, WORDS_OR));
}

static const char *asked_copied(const struct words *w, const struct asked *row, const struct node *field,
                                const struct node *value) {
    size_t i = 0;
    for (const struct procedure *procedure; (procedure = words_next_of(w, field, &i)) != NULL;)
        if (procedure_part(procedure, value->text) != NULL)
            return put(w, row, words_quoted(w, procedure_part(procedure, value->text)->title));
    return put(w, row, words_quoted(w, value->text));
}

/* ---- the words for each key of a field */

/* clang-format off */
static const struct asked asked[] = {
    {"name", NULL, NULL},
    {"label", NULL, NULL},
    {"hint", NULL, NULL},
    {"shown as", NULL, NULL},
    {"sooner cites", NULL, NULL},
    {"sooner say", NULL, NULL},
    {"kind", asked_kind, NULL},
    {"choices", asked_choices, NULL},
    {"required", asked_if_no, SAID("need not be answered")},
    {"part", asked_part, SAID("goes with %s")},
    {"instead", asked_instead, SAID("goes with %s instead if %s")},
    {"when", asked_when, SAID("asked only if %s")},
    {"among", asked_relations, SAID("among %s")},
    {"not among", asked_relations, SAID("but not %s")},
    {"deciding", asked_if_yes, SAID("that decides for the council")},
    {"counted", asked_if_yes, SAID("the report counts the answers, and not whose they are")},
    {"past", asked_if_yes, SAID("not after today")},
    {"lasts", asked_lasts, NULL},
    {"no sooner than", asked_term, SAID("no sooner than %s from then")},
    {"of", asked_procedures, SAID("one of %s")},
    {"in", asked_states, SAID("while that is %s")},
    {"copies", asked_copied, SAID("its part %s is copied")},
    {"part of", asked_field, SAID("a part of the record named under %s")},
    {"marks", asked_field, SAID("from then on it is the mark of the part named under %s")},
};
/* clang-format on */

static const char *field_words(const struct words *w, const struct node *field, size_t k) {
    const char *key = field->keys.at[k]->text;
    for (size_t i = 0; i < LENGTH_OF(asked); i++)
        if (text_equal(asked[i].key, key))
            return asked[i].say == NULL ? NULL : asked[i].say(w, &asked[i], field, field->items.at[k]);
    return arena_printf(w->a, "%s: %s", key, words_raw(w, field->items.at[k]));
}

/* How a field is worded beside its label. */
static void say_wording_of_field(struct telling *t, const struct node *field, const char *key, const char *about) {
    const char *text = node_get_text(field, key);
    if (text != NULL)
        point_add(t, arena_printf(t->w.a, "form %s %s", node_get_text(field, "name"), key),
                  arena_printf(t->w.a, text_say(t->w.in, about), words_quoted(&t->w, node_get_text(field, "label"))),
                  words_quoted(&t->w, text))
            ->detail = true;
}

void say_form(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *field = value->items.at[i];
        struct buf out = {.arena = t->w.a};
        buf_adds(&out, words_quoted(&t->w, node_get_text(field, "label")));
        for (size_t k = 0; k < field->keys.count; k++) {
            const char *say = field_words(&t->w, field, k);
            if (say != NULL)
                buf_addf(&out, "; %s", say);
        }
        point_add(t, arena_printf(t->w.a, "form %s", node_get_text(field, "name")), words_put(&t->w, row->about),
                  buf_text(&out));
        say_wording_of_field(t, field, "hint", SAID("Hint of %s"));
        say_wording_of_field(t, field, "shown as", SAID("Beside the answer, instead of %s"));
    }
}
