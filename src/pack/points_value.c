/* One value of a rule, told. */
#include "pack/points_private.h"

static bool is_yes(const struct node *value) {
    return !text_equal(value->text, "no");
}

void say_raw(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, point_put(t, row, words_raw(&t->w, value)));
}

void say_quoted(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_quoted(&t->w, words_raw(&t->w, value)));
}

void say_all_quoted(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_each(&t->w, value, words_quoted, WORDS_AND));
}

void say_detail(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_quoted(&t->w, words_raw(&t->w, value)))->detail = true;
}

/* A truth value: told only where it is yes. */
void say_fixed(struct telling *t, const struct wording *row, const struct node *value) {
    if (is_yes(value))
        point_add_of(t, row, words_put(&t->w, row->format));
}

/* Truth values of which both are told. */
static void say_either(struct telling *t, const struct wording *row, const struct node *value, const char *yes,
                       const char *no) {
    point_add_of(t, row, text_say(t->w.in, is_yes(value) ? yes : no));
}

void say_mark(struct telling *t, const struct wording *row, const struct node *value) {
    say_either(t, row, value, SAID("confidential"), SAID("not confidential"));
}

void say_decides(struct telling *t, const struct wording *row, const struct node *value) {
    say_either(t, row, value, SAID("may not do it"), SAID("may do it too"));
}

void say_late(struct telling *t, const struct wording *row, const struct node *value) {
    say_either(t, row, value, SAID("counts as received on the next working day"),
               SAID("counts as received on that day"));
}

void say_term(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, point_put(t, row, words_term(&t->w, value->text)));
}

void say_relations(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_relations(&t->w, value, row->format));
}

void say_first(struct telling *t, const struct wording *row, const struct node *value) {
    const char *who = words_relations(&t->w, value, WORDS_OR);
    point_add_of(t, row, value->items.count > 1 ? point_put(t, row, who) : who);
}

void say_when(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_when(&t->w, value));
}

void say_states(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_each(&t->w, value, words_state, WORDS_OR));
}

void say_powers(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, words_each(&t->w, value, words_power, WORDS_OR));
}

void say_field(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, point_put(t, row, words_field(&t->w, value->text)));
}

void say_part(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, point_put(t, row, words_part(&t->w, value->text)));
}

void say_procedure(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, procedure_title(&t->w, value->text));
}

void say_procedures(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, procedure_titles(&t->w, value, WORDS_AND));
}

void say_beginnings(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i];
        point_add_nth(t, row, i,
                      arena_printf(t->w.a, text_say(t->w.in, row->format), words_state(&t->w, node_get_text(one, "in")),
                                   words_when(&t->w, node_get(one, "when"))));
    }
}

void say_within_of(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row,
                 arena_printf(t->w.a, text_say(t->w.in, row->format),
                              words_term(&t->w, node_get_text(t->rule->node, "within")),
                              words_each(&t->w, value, words_power, WORDS_OR)));
}

void say_per(struct telling *t, const struct wording *row, const struct node *value) {
    static const struct {
        const char *per, *say;
    } each[] = {{"service", SAID("another person for each service")},
                {"group", SAID("another person for each group")},
                {"body", SAID("another person for each body")}};
    for (size_t i = 0; i < LENGTH_OF(each); i++)
        if (text_equal(each[i].per, value->text))
            point_add_of(t, row, text_say(t->w.in, each[i].say));
}
