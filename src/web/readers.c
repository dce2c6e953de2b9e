#include "web/readers.h"

/* Parts that the same people can see. */
struct line {
    struct buf parts;
    const char *who;
    struct view_cites cites;
};
struct lines {
    LIST(struct line) list;
};

static bool begins_part(const struct readers *readers, size_t i) {
    return i == 0 || strcmp(readers->list.at[i].part, readers->list.at[i - 1].part) != 0;
}

/* The readers of the part that begins at first, each once: a post and its holder can come to the same. */
static const char *who_reads(struct arena *a, const struct readers *readers, size_t first) {
    struct buf who = {.arena = a};
    for (size_t i = first; i < readers->list.count && (i == first || !begins_part(readers, i)); i++) {
        bool named = false;
        for (size_t j = first; j < i; j++)
            named = named || strcmp(readers->list.at[j].who, readers->list.at[i].who) == 0;
        if (!named)
            buf_addf(&who, "%s%s", who.length > 0 ? "; " : "", readers->list.at[i].who);
    }
    return buf_text(&who);
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
            LIST_ADD(a, &lines->list, ((struct line){{.arena = a}, who, readers->list.at[i].cites}));
        struct buf *parts = &lines->list.at[at].parts;
        buf_addf(parts, "%s%s", parts->length > 0 ? ", " : "", readers->list.at[i].part);
    }
}

void readers_draw(struct html *out, struct arena *a, struct clauses *clauses, const struct readers *readers) {
    struct lines lines = {0};
    gather(a, readers, &lines);
    html_put(out, "<ul class=\"govuk-list govuk-list--spaced\">");
    for (size_t i = 0; i < lines.list.count; i++) {
        html_put(out, "<li><strong>");
        html_text(out, buf_text(&lines.list.at[i].parts));
        html_put(out, "</strong>: ");
        html_text(out, lines.list.at[i].who);
        clauses_add(out, clauses, &lines.list.at[i].cites);
        html_put(out, "</li>");
    }
    html_put(out, "</ul>");
}
