/* Texts in other languages, from what msgfmt makes of texts/CODE.po: GNU gettext's .mo files, which have the English
 * texts in order and the others beside them. */
#include <string.h>

#include "base/base.h"
#include "base/language_private.h"

/* The .mo file's n-th word: msgfmt writes the least byte first. */
static uint32_t word(const struct language *language, size_t n) {
    const unsigned char *bytes = language->mo + 4 * n;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The n-th text of one of the two tables, which begins at that byte: pairs of a length and a place. */
static const char *text_at(const struct language *language, size_t table, size_t n) {
    return (const char *)language->mo + word(language, table / 4 + 2 * n + 1);
}

const char *text_say(const struct language *in, const char *english) {
    if (in == NULL || english == NULL)
        return english;
    for (size_t low = 0, high = word(in, 2); low < high;) {
        size_t middle = (low + high) / 2;
        int order = strcmp(english, text_at(in, word(in, 3), middle));
        if (order == 0)
            return text_at(in, word(in, 4), middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return english;
}

/* Where the piece ends that begins at kept, which the text up to the next %s comes after; NULL: nowhere. */
static const char *end_of_piece(struct arena *arena, const char *kept, const char *format) {
    const char *next = strstr(format, "%s");
    if (next != NULL)
        return strstr(kept, arena_strndup(arena, format, (size_t)(next - format)));
    return text_ends(kept, format) ? kept + strlen(kept) - strlen(format) : NULL;
}

const char **text_kept(struct arena *arena, const char *format, const char *kept) {
    LIST(const char *) pieces = {0};
    for (;;) {
        const char *gap = strstr(format, "%s"), *end;
        size_t length = gap == NULL ? strlen(format) : (size_t)(gap - format);
        if (strncmp(kept, format, length) != 0 || (gap == NULL && kept[length] != '\0'))
            return NULL;
        kept += length;
        format = gap == NULL ? format : gap + strlen("%s");
        end = gap == NULL ? kept : end_of_piece(arena, kept, format);
        if (end == NULL)
            return NULL;
        LIST_ADD(arena, &pieces, gap == NULL ? NULL : arena_strndup(arena, kept, (size_t)(end - kept)));
        if (gap == NULL)
            return pieces.at;
        kept = end;
    }
}

const char *text_say_kept(const struct language *in, struct arena *arena, const char *format, const char *kept) {
    const char **pieces = in == NULL ? NULL : text_kept(arena, format, kept);
    return pieces == NULL ? kept : arena_printf(arena, text_say(in, format), pieces[0]);
}

const struct language *language_find(const char *code) {
    for (size_t i = 0; i < language_count; i++)
        if (text_equal(languages[i].code, code))
            return &languages[i];
    return NULL;
}

const char *language_code(const struct language *language) {
    return language == NULL ? "en" : language->code;
}

const char *language_name(const struct language *language) {
    return language == NULL ? "English" : language->name;
}
