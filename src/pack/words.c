#include "pack/words_private.h"

struct words words_of_rule(const struct pack *pack, const struct rule *rule, struct arena *a) {
    struct words w = {.pack = pack, .procedure = rule->procedure, .power = rule->power, .a = a};
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
    struct buf out = {.arena = w->a};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_adds(&out, i + 1 < count ? ", " : arena_printf(w->a, " %s ", last));
        buf_adds(&out, pieces[i]);
    }
    return buf_text(&out);
}

/* ---- names */

static const char *quoted(const struct words *w, const char *text) {
    return arena_printf(w->a, "“%s”", text);
}

static const struct node *field_in(const struct node *form, const char *name) {
    for (size_t i = 0; form != NULL && i < form->items.count; i++) {
        if (text_equal(node_get_text(form->items.at[i], "name"), name))
            return form->items.at[i];
    }
    return NULL;
}

static const struct node *field_of(const struct words *w, const char *name) {
    const struct node *field = field_in(node_get(w->power, "form"), name);
    if (field == NULL)
        field = field_in(node_get(node_get(w->tree, "open"), "form"), name);
    const struct node *powers = node_get(w->tree, "powers");
    for (size_t i = 0; field == NULL && powers != NULL && i < powers->items.count; i++)
        field = field_in(node_get(powers->items.at[i], "form"), name);
    return field;
}

/* The key of an entry of one of the procedure's mappings, in quotes. */
static const char *called(const struct words *w, const char *list, const char *name, const char *key) {
    const char *text = node_get_text(node_get(node_get(w->tree, list), name), key);
    return text == NULL ? name : quoted(w, text);
}

const char *words_field(const struct words *w, const char *name) {
    const char *label = node_get_text(field_of(w, name), "label");
    return label == NULL ? name : quoted(w, label);
}

const char *words_state(const struct words *w, const char *name) {
    return text_equal(name, "previous") ? "what it was before" : called(w, "states", name, "title");
}

const char *words_power(const struct words *w, const char *name) {
    return text_equal(name, "opening") ? "the beginning" : called(w, "powers", name, "label");
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
            return quoted(w, node_get_text(choices->items.at[i], "label"));
    }
    return value;
}

static const char *choice_labels(const struct words *w, const struct node *field, const struct node *values) {
    LIST(const char *) pieces = {0};
    if (values->kind == NODE_TEXT)
        return choice_label(w, field, values->text);
    for (size_t i = 0; i < values->items.count; i++)
        LIST_ADD(w->a, &pieces, choice_label(w, field, values->items.at[i]->text));
    return words_join(w, pieces.at, pieces.count, "or");
}

/* "opener is not": who stands how to what. */
static bool is_test_of_person(const char *key) {
    return text_ends(key, " is") || text_ends(key, " is not");
}

static const char *test_words(const struct words *w, const char *key, const struct node *value) {
    const struct node *field = field_of(w, key), *excluded = node_get(value, "not");
    if (field != NULL && excluded != NULL)
        return arena_printf(w->a, "%s is not %s", words_field(w, key), choice_labels(w, field, excluded));
    if (field != NULL && value->kind != NODE_MAP)
        return arena_printf(w->a, "%s is %s", words_field(w, key), choice_labels(w, field, value));
    if (is_test_of_person(key))
        return arena_printf(w->a, "the %s %s", key, words_relations(w, value, "or"));
    return arena_printf(w->a, "%s %s", key, words_raw(w, value));
}

const char *words_when(const struct words *w, const struct node *when) {
    LIST(const char *) pieces = {0};
    for (size_t i = 0; i < when->keys.count; i++)
        LIST_ADD(w->a, &pieces, test_words(w, when->keys.at[i]->text, when->items.at[i]));
    return words_join(w, pieces.at, pieces.count, "and");
}

/* ---- relations */

/* A relation that is no audience. Some go through a field, which stands behind their name. */
static struct rule_reader reader_of(const struct words *w, const char *name) {
    struct rule_reader reader = {.who = name, .kind = RELATION_COUNT};
    for (enum relation_kind kind = 0; kind < RELATION_COUNT; kind++) {
        const char *known = relation_name(kind);
        if (text_equal(name, known)) {
            reader.who = pack_put_words(w->pack, w->a, relation_meaning(kind));
            reader.kind = kind;
            return reader;
        }
        if (text_starts(name, arena_printf(w->a, "%s ", known)) && field_of(w, name + strlen(known) + 1) != NULL)
            reader.who = arena_printf(w->a, "%s %s", pack_put_words(w->pack, w->a, relation_meaning(kind)),
                                      words_field(w, name + strlen(known) + 1));
    }
    const struct pack_post *post = pack_post(w->pack, name);
    if (post != NULL)
        reader.who = arena_printf(w->a, "the %s", post->title);
    return reader;
}

static const char *both(const struct words *w, const char *one, const char *other) {
    return one == NULL ? other : other == NULL ? one : arena_printf(w->a, "%s and %s", one, other);
}

void words_readers(const struct words *w, const struct node *relations, const char *when, struct readers *readers) {
    static const char audience[] = "audience ";
    for (size_t i = 0; i < relations->items.count; i++) {
        const char *name = relations->items.at[i]->text;
        const struct node *cases =
            text_starts(name, audience) ? node_get(node_get(w->tree, "audiences"), name + strlen(audience)) : NULL;
        for (size_t k = 0; cases != NULL && k < cases->items.count; k++) {
            const struct node *own = node_get(cases->items.at[k], "when");
            const char *case_when = own != NULL ? words_when(w, own) : k > 0 ? "none of that holds" : NULL;
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
                 reader->when == NULL ? reader->who : arena_printf(w->a, "%s (if %s)", reader->who, reader->when));
    }
    return words_join(w, pieces.at, pieces.count, last);
}
