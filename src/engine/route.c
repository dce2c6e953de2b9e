/* To whom a record goes that nobody deals with yet. */
#include "engine/engine_private.h"

bool is_kept_apart(const struct situation *situation, const struct person *person) {
    for (size_t i = 0; person != NULL && i < situation->apart.count; i++)
        if (strcmp(situation->apart.at[i], person->id) == 0)
            return true;
    return false;
}

/* Nobody who is this principal may be kept apart: whoever of them there is would see the record. */
static bool may_be_chosen(const struct situation *situation, const char *principal) {
    const struct council *council = situation->council;
    for (size_t i = 0; i < situation->apart.count; i++) {
        const struct person *person = directory_person(council->directory, situation->apart.at[i]);
        if (principal_includes(council, principal, person, situation->today))
            return false;
    }
    return principal_is_held(council, principal, situation->today);
}

static const char *choose_post(const struct situation *situation, const struct post *post, struct arena *a) {
    const char *principal = post == NULL ? NULL : arena_printf(a, "post:%s", post->id);
    return principal != NULL && may_be_chosen(situation, principal) ? principal : NULL;
}

/* The deputy of who is kept apart, else the head of their service. */
static const char *stand_in(const struct situation *situation, const char *principal, struct arena *a) {
    const struct directory *directory = situation->council->directory;
    const struct post *post =
        text_starts(principal, "post:") ? directory_post(directory, principal + strlen("post:")) : NULL;
    const char *deputy = post == NULL ? NULL : choose_post(situation, post->deputy, a);
    if (deputy != NULL)
        return deputy;
    const struct post *head =
        post != NULL ? head_of(directory, post->organization)
                     : head_of_person(situation, principal_person(situation->council, principal, situation->today));
    return choose_post(situation, head, a);
}

const char *route(const struct situation *situation, struct arena *a, bool *another_r) {
    const struct council *council = situation->council;
    const char *own = NULL; /* a matter of their own: only if there is nobody later whose it is not */
    bool another = *another_r = false;
    for (size_t r = 0; r < situation->procedure->route.count; r++) {
        struct principals principals = {0};
        relation_principals(situation, &situation->procedure->route.at[r], NULL, a, &principals);
        for (size_t i = 0; i < principals.list.count; i++) {
            const char *principal = principals.list.at[i];
            if (!principal_is_held(council, principal, situation->today))
                continue;
            bool chosen = may_be_chosen(situation, principal);
            another = another || !chosen;
            if (!chosen)
                principal = stand_in(situation, principal, a);
            if (principal == NULL)
                continue;
            bool is_own = is_own_matter(situation, principal_person(council, principal, situation->today));
            if (!is_own || own == NULL)
                *another_r = another;
            if (!is_own)
                return principal;
            if (own == NULL)
                own = principal;
        }
    }
    return own;
}
