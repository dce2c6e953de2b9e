/* Whether a draft calls each role by one name. */
#include "pack/told.h"

#include <strings.h>

/* A phrase to look for: a role's name; or one that holds such a name and means something else (role NULL). */
struct phrase {
    const char *text;
    size_t role, name; /* indexes; role: SIZE_MAX for none */
};

struct looking {
    struct arena *a;
    LIST(struct phrase) phrases;
    struct pack_terms *terms;
};

static bool is_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The length of the phrase at this place of the draft; 0: it is not there. It may be in the plural, in capitals, and
 * broken over lines. */
static size_t length_here(const char *phrase, const char *draft) {
    const char *at = draft;
    while (*phrase != '\0') {
        size_t length = strcspn(phrase, " "); /* of the next word */
        if (strncasecmp(phrase, at, length) != 0)
            return 0;
        phrase += length;
        at += length;
        if ((*at == 's' || *at == 'S') && !is_in_word(at[1]))
            at++;
        if (is_in_word(*at))
            return 0;
        if (*phrase == '\0')
            break;
        if (!is_space(*at))
            return 0;
        phrase += strspn(phrase, " ");
        while (is_space(*at))
            at++;
    }
    return (size_t)(at - draft);
}

/* The longest: a Monitoring Officer is no Officer, and a member of staff no Member. */
static const struct phrase *phrase_here(const struct looking *looking, const char *draft, size_t *length_r) {
    const struct phrase *longest = NULL;
    *length_r = 0;
    for (size_t i = 0; i < looking->phrases.count; i++) {
        size_t length = length_here(looking->phrases.at[i].text, draft);
        if (length > *length_r) {
            longest = &looking->phrases.at[i];
            *length_r = length;
        }
    }
    return longest;
}

static void add_name(struct looking *looking, struct pack_term *term, const char *name) {
    size_t role = looking->terms->list.count;
    LIST_ADD(looking->a, &looking->phrases, ((struct phrase){name, role, term->names.count}));
    LIST_ADD(looking->a, &term->names, ((struct pack_term_name){.name = name}));
}

static void add_terms(struct looking *looking, const struct pack *pack) {
    if (pack->code != NULL)
        LIST_ADD(looking->a, &looking->phrases, ((struct phrase){pack->code, SIZE_MAX, 0}));
    for (size_t i = 0; i < pack->term_count; i++) {
        struct pack_term term = {.role = pack_word(pack, pack->terms[i].role)};
        add_name(looking, &term, term.role);
        for (size_t k = 0; k < pack->terms[i].others.count; k++)
            add_name(looking, &term, pack->terms[i].others.at[k]);
        LIST_ADD(looking->a, &looking->terms->list, term);
    }
}

static void note(const struct looking *looking, const struct phrase *phrase, size_t line) {
    if (phrase->role == SIZE_MAX)
        return;
    struct pack_term *term = &looking->terms->list.at[phrase->role];
    struct pack_term_name *name = &term->names.at[phrase->name];
    term->used += name->times == 0;
    name->times++;
    if (name->lines.count == 0 || name->lines.at[name->lines.count - 1] != line)
        LIST_ADD(looking->a, &name->lines, line);
}

void pack_terms(const struct pack *pack, const char *draft, struct arena *a, struct pack_terms *terms_r) {
    struct looking looking = {.a = a, .terms = terms_r};
    size_t line = 1;
    bool in_word = false;
    *terms_r = (struct pack_terms){0};
    add_terms(&looking, pack);
    while (*draft != '\0') {
        size_t length = 0;
        const struct phrase *phrase = in_word ? NULL : phrase_here(&looking, draft, &length);
        if (phrase != NULL)
            note(&looking, phrase, line);
        for (size_t end = length > 0 ? length : 1; end > 0; end--) {
            line += *draft == '\n';
            in_word = is_in_word(*draft++);
        }
    }
}
