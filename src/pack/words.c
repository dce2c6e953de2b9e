#include "pack/words_private.h"

struct words words_of_rule(const struct pack *pack, const struct rule *rule, const struct language *in,
                           struct arena *a) {
    struct words w = {.pack = pack, .procedure = rule->procedure, .power = rule->power, .in = in, .a = a};
    if (rule->procedure != NULL)
        w.tree = node_get(pack->tree, "procedures")->items.at[rule->procedure - pack->procedures];
    return w;
}

/* ---- texts */

static void add_raw(struct buf *out, const struct node *node) {
    if (node->kind == NODE_TEXT)
        buf_adds(out, node->text);
    for (size_t i = 0; i < node->items.count; i++) {
        buf_adds(out, i == 0 ? "" : node->kind == NODE_LIST ? ", " : "; ");
        if (node->kind == NODE_MAP)
            buf_addf(out, "%s: ", node->keys.at[i]->text);
        add_raw(out, node->items.at[i]);
    }
}

const char *words_raw(const struct words *w, const struct node *node) {
    struct buf out = {.arena = w->a};
    add_raw(&out, node);
    return buf_text(&out);
}

const char *words_join(const struct words *w, const char *const *pieces, size_t count, const char *last) {
    struct buf before = {.arena = w->a};
    for (size_t i = 0; i + 1 < count; i++) {
        buf_adds(&before, i == 0 ? "" : ", ");
        buf_adds(&before, pieces[i]);
    }
    if (count < 2)
        return count == 0 ? "" : pieces[0];
    return arena_printf(w->a, text_say(w->in, last), buf_text(&before), pieces[count - 1]);
}

const char *words_quoted(const struct words *w, const char *text) {
    return arena_printf(w->a, "“%s”", text);
}

const char *words_put(const struct words *w, const char *text) {
    return pack_put_words(w->pack, w->a, text_say(w->in, text));
}

const char *words_term(const struct words *w, const char *text) {
    struct term term;
    const char *none;
    return term_parse(w->a, text, &term, &none) ? term_say(w->in, w->a, term) : text;
}

const char *words_day(const struct words *w, const char *text) {
    day date;
    return day_parse(text, &date) ? day_say(w->in, w->a, date, DAY_FULL) : text;
}

/* ---- names */

static const struct node *field_in(const struct node *form, const char *name) {
    for (size_t i = 0; form != NULL && i < form->items.count; i++) {
        if (text_equal(node_get_text(form->items.at[i], "name"), name))
            return form->items.at[i];
    }
    return NULL;
}

const struct node *words_field_node(const struct words *w, const char *name) {
    const struct node *field = field_in(node_get(w->power, "form"), name);
    if (field == NULL)
        field = field_in(node_get(node_get(w->tree, "open"), "form"), name);
    const struct node *powers = node_get(w->tree, "powers");
    for (size_t i = 0; field == NULL && powers != NULL && i < powers->items.count; i++)
        field = field_in(node_get(powers->items.at[i], "form"), name);
    return field;
}

const struct procedure *words_next_of(const struct words *w, const struct node *field, size_t *i) {
    const struct node *of = node_get(field, "of");
    while (of != NULL && *i < of->items.count) {
        const struct procedure *procedure = pack_procedure(w->pack, of->items.at[(*i)++]->text);
        if (procedure != NULL)
            return procedure;
    }
    return NULL;
}

/* The key of an entry of one of the procedure's mappings, in quotes. */
static const char *called(const struct words *w, const char *list, const char *name, const char *key) {
    const char *text = node_get_text(node_get(node_get(w->tree, list), name), key);
    return text == NULL ? name : words_quoted(w, text);
}

const char *words_field(const struct words *w, const char *name) {
    const char *label = node_get_text(words_field_node(w, name), "label");
    return label == NULL ? name : words_quoted(w, label);
}

const char *words_state(const struct words *w, const char *name) {
    return text_equal(name, "previous") ? text_say(w->in, "what it was before") : called(w, "states", name, "title");
}

const char *words_power(const struct words *w, const char *name) {
    return text_equal(name, "opening") ? text_say(w->in, "the beginning") : called(w, "powers", name, "label");
}

const char *words_part(const struct words *w, const char *name) {
    return called(w, "parts", name, "title");
}

const char *words_each(const struct words *w, const struct node *list, words_name *name, const char *last) {
    LIST(const char *) pieces = {0};
    if (list->kind == NODE_TEXT)
        return name(w, list->text);
    for (size_t i = 0; i < list->items.count; i++)
        LIST_ADD(w->a, &pieces,
                 list->items.at[i]->kind == NODE_TEXT ? name(w, list->items.at[i]->text)
                                                      : words_raw(w, list->items.at[i]));
    return words_join(w, pieces.at, pieces.count, last);
}

/* ---- conditions */

static const char *choice_label(const struct words *w, const struct node *field, const char *value) {
    const struct node *choices = node_get(field, "choices");
    for (size_t i = 0; choices != NULL && i < choices->items.count; i++) {
        if (text_equal(node_get_text(choices->items.at[i], "value"), value))
            return words_quoted(w, node_get_text(choices->items.at[i], "label"));
    }
    return value;
}

static const char *choice_labels(const struct words *w, const struct node *field, const struct node *values) {
    LIST(const char *) pieces = {0};
    if (values->kind == NODE_TEXT)
        return choice_label(w, field, values->text);
    for (size_t i = 0; i < values->items.count; i++)
        LIST_ADD(w->a, &pieces, choice_label(w, field, values->items.at[i]->text));
    return words_join(w, pieces.at, pieces.count, WORDS_OR);
}

static const char *test_words(const struct words *w, const char *key, const struct node *value) {
    static const struct {
        const char *key, *say;
    } days[] = {{"on or after", SAID("it is %s or later")}, {"before", SAID("it is before %s")}},
      people[] = {{"opener is", SAID("the opener is %s")},   {"opener is not", SAID("the opener is not %s")},
                  {"handler is", SAID("the handler is %s")}, {"handler is not", SAID("the handler is not %s")},
                  {"actor is", SAID("the actor is %s")},     {"actor is not", SAID("the actor is not %s")}};
    const struct node *field = words_field_node(w, key), *excluded = node_get(value, "not");
    if (field != NULL && excluded != NULL)
        return arena_printf(w->a, text_say(w->in, "%s is not %s"), words_field(w, key),
                            choice_labels(w, field, excluded));
    if (field != NULL && value->kind != NODE_MAP)
        return arena_printf(w->a, text_say(w->in, "%s is %s"), words_field(w, key), choice_labels(w, field, value));
    for (size_t i = 0; i < LENGTH_OF(people); i++)
        if (text_equal(people[i].key, key))
            return arena_printf(w->a, text_say(w->in, people[i].say), words_relations(w, value, WORDS_OR));
    for (size_t i = 0; i < LENGTH_OF(days); i++)
        if (text_equal(days[i].key, key))
            return arena_printf(w->a, text_say(w->in, days[i].say), words_day(w, value->text));
    return arena_printf(w->a, "%s %s", key, words_raw(w, value));
}

const char *words_when(const struct words *w, const struct node *when) {
    LIST(const char *) pieces = {0};
    for (size_t i = 0; i < when->keys.count; i++)
        LIST_ADD(w->a, &pieces, test_words(w, when->keys.at[i]->text, when->items.at[i]));
    return words_join(w, pieces.at, pieces.count, WORDS_AND);
}

/* ---- relations */

/* "leader of group": the fact "leader" of a record that the field "group" names. */
static const char *through_record(const struct words *w, const char *meaning, const char *path) {
    const char *of = strstr(path, " of ");
    if (of == NULL)
        return NULL;
    const struct node *record = words_field_node(w, of + strlen(" of "));
    const char *fact = arena_strndup(w->a, path, (size_t)(of - path));
    size_t i = 0;
    for (const struct procedure *procedure; (procedure = words_next_of(w, record, &i)) != NULL;) {
        const struct field *there = procedure_fact(procedure, fact);
        if (there != NULL)
            return arena_printf(w->a, text_say(w->in, "%s “%s” of “%s”"), meaning, there->label,
                                node_get_text(record, "label"));
    }
    return NULL;
}

/* Behind the name of a relation stands the field that it goes through; NULL: it is none of those. */
static const char *through_field(const struct words *w, const char *meaning, const char *path) {
    return words_field_node(w, path) != NULL ? arena_printf(w->a, "%s %s", meaning, words_field(w, path))
                                             : through_record(w, meaning, path);
}

/* A relation that is no audience. */
static struct rule_reader reader_of(const struct words *w, const char *name) {
    struct rule_reader reader = {.who = name, .kind = RELATION_COUNT};
    for (enum relation_kind kind = 0; kind < RELATION_COUNT; kind++) {
        const char *known = relation_name(kind), *rest = name + strlen(known);
        if (!text_starts(name, known) || (*rest != '\0' && *rest != ' '))
            continue;
        const char *meaning = words_put(w, relation_meaning(kind));
        const char *through = *rest == '\0' ? NULL : through_field(w, meaning, rest + 1);
        if (*rest == '\0')
            return (struct rule_reader){.who = meaning, .kind = kind};
        if (through != NULL)
            reader.who = through;
    }
    const struct pack_post *post = pack_post(w->pack, name);
    if (post != NULL)
        reader.who = arena_printf(w->a, text_say(w->in, "the %s"), post->title);
    return reader;
}

static const char *both(const struct words *w, const char *one, const char *other) {
    if (one == NULL || other == NULL)
        return one == NULL ? other : one;
    return arena_printf(w->a, text_say(w->in, WORDS_AND), one, other);
}

void words_readers(const struct words *w, const struct node *relations, const char *when, struct readers *readers) {
    static const char audience[] = "audience ";
    for (size_t i = 0; i < relations->items.count; i++) {
        const char *name = relations->items.at[i]->text;
        const struct node *cases =
            text_starts(name, audience) ? node_get(node_get(w->tree, "audiences"), name + strlen(audience)) : NULL;
        for (size_t k = 0; cases != NULL && k < cases->items.count; k++) {
            const struct node *own = node_get(cases->items.at[k], "when");
            const char *case_when = own != NULL ? words_when(w, own)
                                    : k > 0     ? text_say(w->in, "none of that holds")
                                                : NULL;
            words_readers(w, node_get(cases->items.at[k], "is"), both(w, when, case_when), readers);
        }
        if (cases != NULL)
            continue;
        struct rule_reader reader = reader_of(w, name);
        reader.when = when;
        LIST_ADD(w->a, &readers->list, reader);
    }
}

const char *words_relations(const struct words *w, const struct node *relations, const char *last) {
    struct readers readers = {0};
    LIST(const char *) pieces = {0};
    if (relations->kind != NODE_LIST)
        return words_raw(w, relations);
    words_readers(w, relations, NULL, &readers);
    for (size_t i = 0; i < readers.list.count; i++) {
        const struct rule_reader *reader = &readers.list.at[i];
        LIST_ADD(w->a, &pieces,
                 reader->when == NULL ? reader->who
                                      : arena_printf(w->a, text_say(w->in, "%s (if %s)"), reader->who, reader->when));
    }
    return words_join(w, pieces.at, pieces.count, last);
}
