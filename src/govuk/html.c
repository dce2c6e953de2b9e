#include "govuk/html.h"

struct markup html_markup(const struct html *html) {
    return (struct markup){buf_text(&html->buf), html->buf.length};
}

void html_free(struct html *html) {
    buf_free(&html->buf);
}

/* Where a byte needs an entity, its number in entities; the quotes are among them so that one table serves attributes
 * as well. */
static const unsigned char entity_of[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5};
static const struct markup entities[] = {{"", 0}, {"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6}, {"&#39;", 5}};

void html_text_part(struct html *out, const char *text, size_t length) {
    const unsigned char *p = (const unsigned char *)text, *stop = p + length;
    while (true) {
        const unsigned char *from = p;
        while (p < stop && entity_of[*p] == 0)
            p++;
        html_put_bytes(out, (const char *)from, (size_t)(p - from));
        if (p == stop)
            return;
        html_raw(out, entities[entity_of[*p++]]);
    }
}

void html_text(struct html *out, const char *text) {
    if (text != NULL)
        html_text_part(out, text, strlen(text));
}

void html_foreign(struct html *out, const char *text) {
    if (out->foreign == NULL) {
        html_text(out, text);
        return;
    }
    html_put(out, "<span");
    html_attribute(out, "lang", out->foreign);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</span>");
}

void html_foreign_in(struct html *out, const char *format, const char *text) {
    const char *gap = strstr(format, "%s");
    html_text_part(out, format, (size_t)(gap - format));
    html_foreign(out, text);
    html_text(out, gap + strlen("%s"));
}

/* Where the ” is of the “ that text comes after; a quote may have others in it. The end of the text when there is none.
 */
static const char *quote_end(const char *text) {
    for (int depth = 1; *text != '\0'; text++) {
        depth += text_starts(text, "“") - text_starts(text, "”");
        if (depth == 0)
            break;
    }
    return text;
}

void html_foreign_quotes(struct html *out, const char *text) {
    const char *quote;
    while (out->foreign != NULL && (quote = strstr(text, "“")) != NULL) {
        const char *inside = quote + strlen("“"), *end = quote_end(inside);
        html_text_part(out, text, (size_t)(inside - text));
        html_put(out, "<span");
        html_attribute(out, "lang", out->foreign);
        html_put(out, ">");
        html_text_part(out, inside, (size_t)(end - inside));
        html_put(out, "</span>");
        text = end;
    }
    html_text(out, text);
}

struct markup html_foreign_quotes_piece(const struct html *page, struct arena *arena, const char *text) {
    struct html piece = {.buf.arena = arena, .foreign = page->foreign};
    if (page->foreign == NULL || text == NULL || strstr(text, "“") == NULL)
        return (struct markup){0};
    html_foreign_quotes(&piece, text);
    return html_markup(&piece);
}

struct markup html_foreign_piece(const struct html *page, struct arena *arena, const char *text) {
    struct html piece = {.buf.arena = arena, .foreign = page->foreign};
    if (text == NULL)
        return (struct markup){0};
    html_foreign(&piece, text);
    return html_markup(&piece);
}

void html_number(struct html *out, int64_t number) {
    buf_add_number(&out->buf, number, 1);
}

void html_raw(struct html *out, struct markup markup) {
    if (markup.length > 0)
        html_put_bytes(out, markup.raw, markup.length);
}

void html_attribute_start(struct html *out, const char *start, size_t length, const char *value) {
    html_put_bytes(out, start, length);
    html_text(out, value);
    html_put(out, "\"");
}

void html_begin(struct html *out, const char *tag, const char *classes) {
    buf_addc(&out->buf, '<');
    buf_adds(&out->buf, tag);
    html_optional(out, "class", classes);
    buf_addc(&out->buf, '>');
}

void html_end(struct html *out, const char *tag) {
    html_put(out, "</");
    buf_adds(&out->buf, tag);
    buf_addc(&out->buf, '>');
}

void html_element(struct html *out, const char *tag, const char *classes, const char *text) {
    html_begin(out, tag, classes);
    html_text(out, text);
    html_end(out, tag);
}

void html_link(struct html *out, const char *classes, const char *href, const char *text) {
    html_put(out, "<a");
    html_optional(out, "class", classes);
    html_attribute(out, "href", href);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</a>");
}
