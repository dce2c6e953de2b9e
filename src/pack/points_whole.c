/* A pack, its calendars and a procedure, each as a whole. */
#include "pack/points_private.h"

/* A point of a key of a mapping. */
static void add_named(struct telling *t, const struct wording *row, const char *name, const char *say) {
    point_add(t, arena_printf(t->w.a, "%s %s", row->key, name), words_put(&t->w, row->about), say);
}

void say_language(struct telling *t, const struct wording *row, const struct node *value) {
    point_add_of(t, row, language_name(language_find(value->text)));
}

void say_languages(struct telling *t, const struct wording *row, const struct node *value) {
    LIST(const char *) names = {0};
    for (size_t i = 0; i < value->items.count; i++)
        LIST_ADD(t->w.a, &names, language_name(language_find(value->items.at[i]->text)));
    point_add_of(t, row, words_join(&t->w, names.at, names.count, WORDS_AND));
}

void say_terms(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->keys.count; i++) {
        const char *role = pack_word(t->w.pack, value->keys.at[i]->text);
        add_named(t, row, role,
                  arena_printf(t->w.a, text_say(t->w.in, row->format), words_quoted(&t->w, role),
                               words_raw(&t->w, value->items.at[i])));
    }
}

/* A point for each entry of a mapping of texts. */
void say_entries(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->keys.count; i++)
        add_named(t, row, value->keys.at[i]->text, words_quoted(&t->w, value->items.at[i]->text));
}

/* The council's word for each of ours. */
void say_vocabulary(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->keys.count; i++)
        add_named(t, row, value->keys.at[i]->text,
                  arena_printf(t->w.a, text_say(t->w.in, row->format), words_quoted(&t->w, value->items.at[i]->text),
                               text_say(t->w.in, value->keys.at[i]->text)));
}

static const char *about_whom(struct telling *t, const char *kind) {
    return words_put(&t->w, text_equal(kind, "member") ? SAID("a Member") : SAID("an Officer"));
}

/* Of its own nation: the others mean nothing to it. */
void say_ends(struct telling *t, const struct wording *row, const struct node *value) {
    const struct node *own = node_get(value, t->w.pack->nation);
    for (size_t i = 0; own != NULL && i < own->keys.count; i++) {
        const char *whom = own->keys.at[i]->text;
        point_add(t, arena_printf(t->w.a, "%s %s", row->key, whom),
                  arena_printf(t->w.a, text_say(t->w.in, row->about), about_whom(t, whom)),
                  words_each(&t->w, own->items.at[i], words_quoted, WORDS_OR));
    }
}

void say_every(struct telling *t, const struct wording *row, const struct node *value) {
    static const struct {
        const char *time, *say;
    } times[] = {{"month", SAID("month")}, {"quarter", SAID("quarter")}, {"year", SAID("year")}};
    for (size_t i = 0; i < LENGTH_OF(times); i++)
        if (text_equal(times[i].time, value->text))
            point_add_of(t, row, text_say(t->w.in, times[i].say));
}

/* ---- calendars */

/* A point for each year: who reads it looks for one. */
void say_holidays(struct telling *t, const struct wording *row, const struct node *value) {
    (void)row;
    for (size_t i = 0; i < value->items.count;) {
        const char *year = arena_strndup(t->w.a, node_get_text(value->items.at[i], "day"), strlen("2026"));
        struct buf out = {.arena = t->w.a};
        for (; i < value->items.count && text_starts(node_get_text(value->items.at[i], "day"), year); i++) {
            const struct node *holiday = value->items.at[i];
            const char *proclaimed = node_get_text(holiday, "proclaimed");
            buf_addf(&out, "%s%s %s", out.length == 0 ? "" : ", ", node_get_text(holiday, "day") + strlen("2026-"),
                     words_quoted(&t->w, node_get_text(holiday, "name")));
            if (proclaimed != NULL)
                buf_addf(&out, text_say(t->w.in, " (known from %s)"), words_day(&t->w, proclaimed));
        }
        point_add(t, year, year, buf_text(&out));
    }
}

void say_closures(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *closure = value->items.at[i];
        point_add_nth(t, row, i,
                      arena_printf(t->w.a, "%s, %s", words_day(&t->w, node_get_text(closure, "day")),
                                   words_quoted(&t->w, node_get_text(closure, "name"))));
    }
}

/* ---- a procedure as a whole */

void say_menu(struct telling *t, const struct wording *row, const struct node *value) {
    const char *heading = node_get_text(node_get(t->w.pack->tree, "menus"), value->text);
    point_add_of(t, row, words_quoted(&t->w, heading == NULL ? value->text : heading));
}

void say_about(struct telling *t, const struct wording *row, const struct node *value) {
    for (size_t i = 0; i < value->items.count; i++) {
        const struct node *one = value->items.at[i], *when = node_get(one, "when");
        const char *whom = about_whom(t, node_get_text(one, "is")), *named = node_get_text(one, "named");
        if (named != NULL)
            whom = arena_printf(t->w.a, text_say(t->w.in, "%s, named under %s"), whom, words_field(&t->w, named));
        if (when != NULL)
            whom = arena_printf(t->w.a, text_say(t->w.in, "%s, if %s"), whom, words_when(&t->w, when));
        point_add_nth(t, row, i, whom);
    }
}

void say_earlier(struct telling *t, const struct wording *row, const struct node *value) {
    struct buf out = {.arena = t->w.a};
    buf_adds(&out, text_say(t->w.in, value->kind == NODE_TEXT
                                         ? SAID("end under the version that they began under")
                                         : SAID("go on under this version, in the state that they are in")));
    for (size_t i = 0; i < value->keys.count; i++) {
        buf_adds(&out, "; ");
        buf_addf(&out, text_say(t->w.in, "those in %s in %s"), words_quoted(&t->w, value->keys.at[i]->text),
                 words_state(&t->w, value->items.at[i]->text));
    }
    point_add_of(t, row, buf_text(&out));
}
