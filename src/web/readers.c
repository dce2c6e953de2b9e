#include "web/readers.h"

/* Parts that the same people can see. */
struct line {
    struct buf parts;
    const char *who;
    size_t first; /* of the readers of the first of them */
    struct view_cites cites;
};
struct lines {
    LIST(struct line) list;
};

static bool begins_part(const struct readers *readers, size_t i) {
    return i == 0 || strcmp(readers->list.at[i].part, readers->list.at[i - 1].part) != 0;
}

/* A post and its holder can come to the same. */
static bool was_named(const struct readers *readers, size_t first, size_t i) {
    for (size_t j = first; j < i; j++)
        if (strcmp(readers->list.at[j].who, readers->list.at[i].who) == 0)
            return true;
    return false;
}

/* The end of the part that begins at first. */
static size_t end_of_part(const struct readers *readers, size_t first) {
    size_t i = first + 1;
    while (i < readers->list.count && !begins_part(readers, i))
        i++;
    return i;
}

/* The readers of the part that begins at first, each once: what tells whether two parts have the same. */
static const char *who_reads(struct arena *a, const struct readers *readers, size_t first) {
    struct buf who = {.arena = a};
    for (size_t i = first; i < end_of_part(readers, first); i++)
        if (!was_named(readers, first, i)) {
            buf_adds(&who, readers->list.at[i].who);
            buf_addc(&who, '\n');
        }
    return buf_text(&who);
}

/* "The question, the facts": a title within a sentence. What begins with two capitals is a name. */
static void add_part(struct arena *a, struct buf *parts, const char *title) {
    char *within = arena_strdup(a, title);
    if (parts->length > 0 && within[0] >= 'A' && within[0] <= 'Z' && !(within[1] >= 'A' && within[1] <= 'Z'))
        within[0] = (char)(within[0] - 'A' + 'a');
    buf_adds(parts, parts->length > 0 ? ", " : "");
    buf_adds(parts, within);
}

static void gather(struct arena *a, const struct readers *readers, struct lines *lines) {
    for (size_t i = 0; i < readers->list.count; i++) {
        if (!begins_part(readers, i))
            continue;
        const char *who = who_reads(a, readers, i);
        size_t at = 0;
        while (at < lines->list.count && strcmp(lines->list.at[at].who, who) != 0)
            at++;
        if (at == lines->list.count)
            LIST_ADD(a, &lines->list, ((struct line){{.arena = a}, who, i, readers->list.at[i].cites}));
        add_part(a, &lines->list.at[at].parts, readers->list.at[i].part);
    }
}

static void draw_who(struct html *out, const char *who) {
    html_put(out, "<li>");
    html_foreign_quotes(out, who);
    html_put(out, "</li>");
}

void readers_draw(struct html *out, struct arena *a, struct clauses *clauses, const struct readers *readers) {
    struct lines lines = {0};
    gather(a, readers, &lines);
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < lines.list.count; i++) {
        const struct line *line = &lines.list.at[i];
        html_put(out, "<li><strong");
        html_optional(out, "lang", out->foreign);
        html_put(out, ">");
        html_text(out, buf_text(&line->parts));
        html_put(out, "</strong>");
        clauses_add(out, clauses, &line->cites);
        html_put(out, "<ul class=\"govuk-list govuk-list--bullet\">");
        for (size_t k = line->first; k < end_of_part(readers, line->first); k++)
            if (!was_named(readers, line->first, k))
                draw_who(out, readers->list.at[k].who);
        html_put(out, "</ul></li>");
    }
    html_put(out, "</ul>");
}

/* Those whose members are named by it already: "all Members, member". */
static bool says_itself(const struct pack *pack, const char *relation) {
    static const char *const all[] = {"public", "everyone", "member", "officer"};
    for (size_t i = 0; i < LENGTH_OF(all); i++)
        if (strcmp(relation, all[i]) == 0)
            return true;
    return pack_post(pack, relation) != NULL;
}

/* Why they can see it, as a reader says it; NULL where that is clear, or only the pack has a word for it. */
static const char *relation_shown(const struct http_request *request, const struct procedure *procedure,
                                  const char *relation) {
    if (says_itself(request->sight.council->pack, relation) || text_starts(relation, "audience "))
        return NULL;
    if (strcmp(relation, "opener") == 0)
        return page_say(request, "who opened it");
    if (strcmp(relation, "opener's group") == 0)
        return page_say(request, "the group of whoever opened it");
    if (strcmp(relation, "handler") == 0)
        return page_say(request, "who deals with it");
    if (text_starts(relation, "named "))
        return page_say(request, "named in it");
    return relation_name_say(request->sight.language, request->a, procedure, relation);
}

void readers_of(struct html *out, struct http_request *request, struct clauses *clauses,
                const struct procedure *procedure, const struct view_audiences *audiences) {
    struct readers readers = {0};
    for (size_t i = 0; i < audiences->list.count; i++) {
        const struct view_audience *row = &audiences->list.at[i];
        const char *relation = relation_shown(request, procedure, row->relation);
        const char *who = relation == NULL ? row->who : arena_join(request->a, row->who, ", ", relation, NULL);
        LIST_ADD(request->a, &readers.list, ((struct reader){row->title, who, row->cites}));
    }
    readers_draw(out, request->a, clauses, &readers);
}
