#include "web/codes.h"

#include "web/web_private.h"

#define SYMBOLS 16      /* of a code, as rng_code makes it */
#define GROUP_SYMBOLS 4 /* by which wrong ones are counted */

/* What people put between the groups of a code. */
static bool is_gap(char c) {
    return c == ' ' || c == '\t' || c == '-';
}

static const char *first_group(struct arena *a, const char *code) {
    struct buf group = {.arena = a};
    for (; *code != '\0' && group.length < GROUP_SYMBOLS; code++)
        if (!is_gap(*code))
            buf_addc(&group, *code);
    return buf_text(&group);
}

bool code_is_like(const char *text) {
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += !is_gap(*text);
    return count == SYMBOLS;
}

/* Wrong codes are counted by how they begin: who guesses cannot shut out everybody else. */
const char *code_guest(struct http_request *request, const char *code, bool *too_often_r) {
    struct limit *wrong = &request->web->codes;
    const char *group = first_group(request->a, code);
    instant now = clock_now(request->web->real);
    *too_often_r = !limit_has_room(wrong, group, PASSWORD_TRIES, PASSWORD_TRIES_TIME, now);
    if (*too_often_r)
        return NULL;
    const char *guest = guest_by_code(request->sight.db, code, request->a);
    if (guest == NULL)
        limit_take(wrong, group, PASSWORD_TRIES, PASSWORD_TRIES_TIME, now);
    else
        limit_forget(wrong, group);
    return guest;
}
