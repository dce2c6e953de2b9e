/* A record's state in one sentence. */
#include "sight/sight_private.h"

static const char *replacement(const char *name, size_t length, const char *handler, const char *opener,
                               const char *due) {
    const struct { const char *name, *text; } known[] = {{"handler", handler}, {"opener", opener}, {"due", due}};
    for (size_t i = 0; i < LENGTH_OF(known); i++)
        if (strlen(known[i].name) == length && strncmp(known[i].name, name, length) == 0)
            return known[i].text;
    return NULL;
}

/* Adds the clause; false, adding nothing, when it names what there is not. */
static bool add_clause(struct buf *buf, const char *clause, size_t length, const char *handler, const char *opener,
                       const char *due) {
    const char *end = clause + length;
    size_t before = buf->length;
    while (clause < end) {
        const char *open = memchr(clause, '{', (size_t)(end - clause));
        const char *close = open == NULL ? NULL : memchr(open, '}', (size_t)(end - open));
        if (close == NULL) {
            buf_add(buf, clause, (size_t)(end - clause));
            break;
        }
        const char *text = replacement(open + 1, (size_t)(close - open - 1), handler, opener, due);
        if (text == NULL) {
            buf->length = before;
            return false;
        }
        buf_add(buf, clause, (size_t)(open - clause));
        buf_adds(buf, text);
        clause = close + 1;
    }
    return true;
}

const char *status_sentence(struct arena *a, const char *say, const char *handler, const char *opener,
                            const char *due) {
    if (say == NULL)
        return NULL;
    size_t whole = strlen(say);
    while (whole > 0 && say[whole - 1] == '.')
        whole--;
    struct buf buf = {.arena = a};
    for (size_t start = 0; start < whole;) {
        size_t length = strcspn(say + start, ",;");
        if (start + length > whole)
            length = whole - start;
        size_t mark = buf.length > 0 ? start - 1 : start; /* with the comma before it, unless nothing stands there */
        const char *clause = buf.length > 0 ? say + mark : say + start + strspn(say + start, " ");
        add_clause(&buf, clause, (size_t)(say + start + length - clause), handler, opener, due);
        start += length + 1;
    }
    if (buf.length == 0)
        return NULL;
    buf_addc(&buf, '.');
    char *sentence = arena_strndup(a, buf.data, buf.length);
    if (sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = (char)(sentence[0] - 'a' + 'A');
    return sentence;
}
