/* Who can read or is told something, and what happens when something is late. */
#include "pack/points_private.h"

/* Each relation becomes a reader of something, which the difference of two packs goes through: so what is English. */
static void add_readers(struct telling *t, const char *key, const char *about, const struct node *relations,
                        const char *what, const char *what_key) {
    struct rule_point *point = point_add(t, key, about, words_relations(&t->w, relations, WORDS_AND));
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
void say_part_readers(struct telling *t, const struct wording *row, const struct node *value) {
    const char *granted = node_get_text(t->rule->node, "part");
    const char *part = granted != NULL ? granted : strrchr(t->rule->name, ' ') + 1;
    add_readers(t, row->key, words_put(&t->w, row->about), value,
                arena_printf(t->w.a, "%s of %s", words_part(&t->w, part), t->rule->procedure->title),
                arena_printf(t->w.a, "%s: part %s", t->rule->procedure->name, part));
}

void say_told(struct telling *t, const struct wording *row, const struct node *value) {
    add_readers(
        t, row->key, words_put(&t->w, row->about), value,
        arena_printf(t->w.a, "the notice “%s” of %s", node_get_text(t->rule->node, "title"), t->rule->procedure->title),
        t->rule->name);
}

/* A step of what happens when a duty is late; about: when that is. */
struct late_step {
    const struct node *node;
    const char *key, *about;
};

static void say_told_late(struct telling *t, const struct late_step *step, const struct node *tell) {
    const char *who = arena_printf(t->w.a, text_say(t->w.in, "%s, who is told"), step->about);
    const char *what = arena_printf(t->w.a, text_say(t->w.in, "%s, what is said"), step->about);
    add_readers(t, arena_printf(t->w.a, "%s tell", step->key), who, tell,
                arena_printf(t->w.a, "that “%s” of %s is late", node_get_text(t->rule->node, "label"),
                             t->rule->procedure->title),
                arena_printf(t->w.a, "%s late", t->rule->name));
    point_add(t, arena_printf(t->w.a, "%s say", step->key), what,
              words_quoted(&t->w, node_get_text(step->node, "say")));
}

static void say_step(struct telling *t, const struct late_step *step) {
    const struct node *tell = node_get(step->node, "tell"), *act = node_get(step->node, "act"),
                      *pass = node_get(step->node, "pass to");
    if (tell != NULL)
        say_told_late(t, step, tell);
    if (act != NULL)
        point_add(t, arena_printf(t->w.a, "%s act", step->key), step->about,
                  arena_printf(t->w.a, text_say(t->w.in, "by itself: %s"), words_power(&t->w, act->text)));
    if (pass != NULL)
        point_add(t, arena_printf(t->w.a, "%s pass", step->key),
                  arena_printf(t->w.a, text_say(t->w.in, "%s, who owes it then"), step->about),
                  words_relations(&t->w, pass, WORDS_OR));
}

void say_steps(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const char *after = node_get_text(value->items.at[i], "after");
        const struct late_step step = {.node = value->items.at[i],
                                       .key = arena_printf(t->w.a, "%s %zu", row->key, i),
                                       .about = after == NULL ? words_put(&t->w, row->about)
                                                              : arena_printf(t->w.a, text_say(t->w.in, "%s after that"),
                                                                             words_term(&t->w, after))};
        say_step(t, &step);
    }
}
