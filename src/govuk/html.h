/*
 * html: writes HTML into a buffer, and keeps text and markup apart by their types.
 *
 *   struct html     a buffer that holds nothing but finished HTML; components write into it
 *   struct markup   a piece of finished HTML: a literal (MARKUP) or what a struct html holds (html_markup)
 *   const char *    text, always: whatever function takes it escapes it
 *
 * There is no way from a char pointer to markup but a string literal in the source, so a forgotten escape does not
 * compile. What is not checked is the scheme of an address: a caller that shows links from outside looks at that first.
 */
#ifndef COMITY_HTML_H
#define COMITY_HTML_H

#include "base/base.h"

/* Starts as {0}, and then html_free ends it, or as HTML_IN(arena). Only functions of this header write to buf. */
struct html {
    struct buf buf;
    const struct language *language; /* that whoever writes is to use; NULL: English */
    const char *foreign; /* the code of the language that html_foreign's texts are in; NULL: they are in the page's */
};
#define HTML_IN(memory) ((struct html){.buf = {.arena = (memory)}})

struct markup {
    const char *raw;
    size_t length;
};
#define MARKUP(literal) ((struct markup){"" literal, sizeof(literal) - 1})

/* All that html holds, without a copy: valid until html is written to again or freed. */
struct markup html_markup(const struct html *html);
void html_free(struct html *html);

/* ---- content */

/* A literal: html_put(out, "<hr>"). */
#define html_put(out, literal) html_put_bytes((out), "" literal, sizeof(literal) - 1)
/* What html_put expands to. Inline, because a length that the compiler knows makes the copy a few instructions. */
static inline void html_put_bytes(struct html *out, const char *bytes, size_t length) {
    struct buf *buf = &out->buf;
    if (buf->room - buf->length <= length) {
        buf_add(buf, bytes, length);
        return;
    }
    memcpy(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = '\0';
}
/* Text, escaped so that it can stand in an element and in a quoted attribute. NULL writes nothing. */
void html_text(struct html *out, const char *text);
/* The first length bytes of a text. */
void html_text_part(struct html *out, const char *text, size_t length);
/* A text that is in another language than the page, marked as such (WCAG 2.2, 3.1.2); else as html_text. */
void html_foreign(struct html *out, const char *text);
/* The same in the place of the one %s of a text that is in the page's. */
void html_foreign_in(struct html *out, const char *format, const char *text);
/* A text in the page's language, in which what stands in “…” is in the other. */
void html_foreign_quotes(struct html *out, const char *text);
/* The same as a piece for a component that has the text too; none where nothing is to be marked. */
struct markup html_foreign_quotes_piece(const struct html *page, struct arena *arena, const char *text);
/* html_foreign as a piece for a component; none for NULL. It lives in the arena. */
struct markup html_foreign_piece(const struct html *page, struct arena *arena, const char *text);
void html_number(struct html *out, int64_t number);
void html_raw(struct html *out, struct markup markup);

/* ---- attributes: written after a tag was begun with html_put(out, "<a"); name is a literal */

/* ` name="value"`; NULL is "". */
#define html_attribute(out, name, value)                                                                               \
    html_attribute_start((out), " " name "=\"", sizeof(" " name "=\"") - 1, (value))
/* As html_attribute, and nothing when the value is NULL or "". */
#define html_optional(out, name, value)                                                                                \
    do {                                                                                                               \
        const char *optional_ = (value);                                                                               \
        if (optional_ != NULL && *optional_ != '\0')                                                                   \
            html_attribute((out), name, optional_);                                                                    \
    } while (0)
/* What html_attribute expands to: the bytes up to the value, the value, the closing quote. */
void html_attribute_start(struct html *out, const char *start, size_t length, const char *value);

/* ---- elements: for the prose between components; tag is a name such as "p", classes may be NULL */

void html_begin(struct html *out, const char *tag, const char *classes);
void html_end(struct html *out, const char *tag);
/* Begin, text, end. */
void html_element(struct html *out, const char *tag, const char *classes, const char *text);
void html_link(struct html *out, const char *classes, const char *href, const char *text);

#endif
