/* What an act does to other records, and where others offer it. */
#include "pack/points_private.h"

const char *procedure_title(const struct words *w, const char *name) {
    const struct procedure *procedure = pack_procedure(w->pack, name);
    return procedure == NULL ? name : words_quoted(w, procedure->title);
}

const char *procedure_titles(const struct words *w, const struct node *names, const char *last) {
    LIST(const char *) titles = {0};
    for (size_t i = 0; i < names->items.count; i++)
        if (pack_procedure(w->pack, names->items.at[i]->text) != NULL)
            LIST_ADD(w->a, &titles, procedure_title(w, names->items.at[i]->text));
    return words_join(w, titles.at, titles.count, last);
}

/* What the other procedure calls its power. */
static const char *done_there(const struct words *w, const char *field, const char *power) {
    size_t i = 0;
    for (const struct procedure *there; (there = words_next_of(w, words_field_node(w, field), &i)) != NULL;)
        if (procedure_power(there, power) != NULL)
            return words_quoted(w, procedure_power(there, power)->label);
    return words_quoted(w, power);
}

void say_does(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i], *when = node_get(one, "when");
        const char *on = node_get_text(one, "on");
        const char *done = arena_printf(t->w.a, text_say(t->w.in, "%s is done to the record named under %s"),
                                        done_there(&t->w, on, node_get_text(one, "use")), words_field(&t->w, on));
        point_add_nth(
            t, row, i,
            when == NULL ? done : arena_printf(t->w.a, text_say(t->w.in, "%s, if %s"), done, words_when(&t->w, when)));
    }
}

/* What is handed on stands under the names that its form has for it. */
void say_opens(struct telling *t, const struct wording *row, const struct node *value) {
    const char *name = node_get_text(value, "procedure");
    const struct node *with = node_get(value, "with");
    struct rule opened = {.procedure = pack_procedure(t->w.pack, name)};
    struct words there = words_of_rule(t->w.pack, &opened, t->w.in, t->w.a);
    LIST(const char *) handed = {0};
    for (size_t i = 0; with != NULL && i < with->keys.count; i++)
        LIST_ADD(t->w.a, &handed,
                 arena_printf(t->w.a, text_say(t->w.in, "%s out of %s"), words_field(&there, with->keys.at[i]->text),
                              words_field(&t->w, with->items.at[i]->text)));
    const char *title = procedure_title(&t->w, name);
    point_add_of(t, row,
                 handed.count == 0 ? arena_printf(t->w.a, text_say(t->w.in, "%s begins"), title)
                                   : arena_printf(t->w.a, text_say(t->w.in, "%s begins, with %s"), title,
                                                  words_join(&t->w, handed.at, handed.count, WORDS_AND)));
}

void say_offered(struct telling *t, const struct wording *row, const struct node *value) {
    const struct node *of = node_get(value, "of");
    const char *records =
        of->kind == NODE_LIST ? procedure_titles(&t->w, of, WORDS_OR) : text_say(t->w.in, "every record");
    point_add_of(t, row,
                 arena_printf(t->w.a, text_say(t->w.in, row->format), records,
                              words_field(&t->w, node_get_text(value, "field"))));
}
