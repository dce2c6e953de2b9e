/* Posts out of titles: "Leader of the Council and Cabinet Member for Regeneration" names two. */
#include "directory/moderngov.h"

#include <strings.h>

typedef LIST(const char *) titles;

/* Whether a title begins here: only before one does "and" part two titles. */
static bool begins_title(const char *text) {
    static const char *const begins[] = {
        "Chair", "Vice-Chair", "Vice Chair", "Leader", "Deputy", "Cabinet Member", "Portfolio Holder",
        "Mayor", "Lord Mayor", "Sheriff",    "Spokes", "Whip",   "Group Leader",   "Leader of the Opposition"};
    for (size_t i = 0; i < LENGTH_OF(begins); i++)
        if (strncasecmp(text, begins[i], strlen(begins[i])) == 0)
            return true;
    return false;
}

/* The length of " and ", " & ", ", " or "; " at text; 0 when there is none. */
static size_t joint(const char *text) {
    static const char *const joints[] = {" and ", " & ", ", ", "; "};
    for (size_t i = 0; i < LENGTH_OF(joints); i++)
        if (text_starts(text, joints[i]))
            return strlen(joints[i]);
    return 0;
}

static titles split_titles(struct arena *a, const char *text) {
    titles split = {0};
    const char *from = text;
    for (const char *p = text; *p != '\0'; p++) {
        size_t length = joint(p);
        if (length == 0 || !begins_title(p + length))
            continue;
        LIST_ADD(a, &split, text_clean(a, arena_strndup(a, from, (size_t)(p - from))));
        from = p + length;
        p = from - 1;
    }
    LIST_ADD(a, &split, text_clean(a, from));
    return split;
}

/* The name without case, "the" and "&", to compare. */
static const char *plain(struct arena *a, const char *name) {
    struct buf plain = {.arena = a};
    char **words = text_split(a, text_slug(a, name), '-');
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], "the") != 0 && strcmp(words[i], "and") != 0)
            buf_addf(&plain, "%s ", words[i]);
    return buf_text(&plain);
}

const struct organization *moderngov_body_named(const struct moderngov *mg, const char *name) {
    const struct draft *draft = mg->in.draft;
    const char *wanted = plain(mg->in.a, name);
    for (size_t i = 0; i < draft->organizations.count; i++) {
        const struct organization *organization = draft->organizations.entries[i].row;
        if (organization_kind_of(organization->classification) == ORGANIZATION_BODY &&
            strcmp(plain(mg->in.a, organization->name), wanted) == 0)
            return organization;
    }
    return NULL;
}

struct title {
    const char *label, *id, *role;
    const struct organization *organization; /* can be NULL */
};

/* "Chair" and "Planning Committee" of "Chair of the Planning Committee"; false when the title does not part so. */
static bool part_title(struct arena *a, const char *title, const char **head_r, const char **rest_r) {
    static const char *const middles[] = {" of the ", " of ", ", ", " for "};
    for (size_t i = 0; i < LENGTH_OF(middles); i++) {
        const char *middle = strstr(title, middles[i]);
        if (middle != NULL) {
            *head_r = arena_strndup(a, title, (size_t)(middle - title));
            *rest_r = middle + strlen(middles[i]);
            return true;
        }
    }
    return false;
}

static struct title read_title(struct moderngov *mg, const char *label, enum person_kind kind) {
    struct arena *a = mg->in.a;
    struct title title = {.label = label, .id = slug_of(a, label), .role = role_of_title(a, label)};
    const char *head, *rest;
    if (!part_title(a, label, &head, &rest))
        return title;
    if (strstr(label, " of the ") != NULL) /* not another post for being written with an article */
        title.id = slug_of(a, arena_printf(a, "%s of %s", head, rest));
    if (kind == PERSON_OFFICER) {
        if (strcmp(title.role, "head") == 0)
            title.organization = import_service(&mg->in, rest);
        return title;
    }
    if (text_ends(rest, " Group"))
        title.organization = moderngov_group_named(mg, rest);
    if (title.organization == NULL)
        title.organization = moderngov_body_named(mg, rest);
    if (strcmp(title.role, "cabinet-member") == 0) {
        title.organization = moderngov_body_named(mg, "Cabinet");
    } else if (title.organization != NULL) {
        title.role = strncasecmp(head, "Chair", strlen("Chair")) == 0 ? "chair" : slug_of(a, head);
    } else if (strcmp(title.role, "chair") == 0 || strcmp(title.role, "vice-chair") == 0) {
        import_say(&mg->in, FINDING_LEFT_OUT,
                   "No body is named \"%s\", so the post %s belongs to none. Import GetCommittees, then this again.",
                   rest, label);
    }
    return title;
}

static struct post *take_post(struct moderngov *mg, const struct title *title) {
    bool added;
    struct post *post = table_row(&mg->in.draft->posts, title->id, &added);
    edit_start(&mg->in);
    bool at_last = title->organization != NULL && post->organization_id == NULL;
    if (added) {
        post->extra = "{}";
        edit_text(&mg->in, "label", &post->label, title->label);
    }
    if (added || at_last)
        edit_text(&mg->in, "role", &post->role, title->role);
    if (at_last)
        edit_text(&mg->in, "organization", &post->organization_id, title->organization->id);
    edit_end(&mg->in, added, arena_printf(mg->in.a, "Post %s", title->label));
    return post;
}

/* Somebody's tenure of the post on the day: the person's, or, with other, anybody else's. */
static const struct membership *tenure_on(const struct moderngov *mg, const struct person *person, bool other,
                                          const struct post *post, int32_t on) {
    const struct table *memberships = &mg->in.draft->memberships;
    for (size_t i = 0; i < memberships->count; i++) {
        const struct membership *membership = memberships->entries[i].row;
        if (text_equal(membership->post_id, post->id) && text_equal(membership->person_id, person->id) != other &&
            membership->from <= on && on <= membership->to)
            return membership;
    }
    return NULL;
}

/* An old meeting shows who had the post then. It is no reason to think so now when somebody else has it; two who were
 * seen in one meeting have it both. */
static bool is_outdated(struct moderngov *mg, const struct person *person, const struct post *post, int32_t seen) {
    const struct membership *present = tenure_on(mg, person, true, post, mg->today);
    if (present == NULL || present->from == seen)
        return false;
    import_say(&mg->in, FINDING_LEFT_OUT, "%s was seen as %s on %s, but somebody else holds the post.", person->name,
               post->label, day_format(mg->in.a, seen, DAY_FULL));
    return true;
}

static void take_tenure(struct moderngov *mg, const struct person *person, const struct post *post, int32_t from) {
    if (tenure_on(mg, person, false, post, from) != NULL || tenure_on(mg, person, false, post, mg->today) != NULL)
        return;
    bool added;
    const char *id = arena_printf(mg->in.a, "%s-%s-%s", person->id, post->id, day_format(mg->in.a, from, DAY_ISO));
    struct membership *tenure = table_row(&mg->in.draft->memberships, id, &added);
    edit_start(&mg->in);
    tenure->extra = "{}";
    tenure->from = from;
    tenure->to = DAY_LAST;
    edit_text(&mg->in, "person", &tenure->person_id, person->id);
    edit_text(&mg->in, "post", &tenure->post_id, post->id);
    edit_end(&mg->in, true,
             arena_printf(mg->in.a, "%s as %s, from %s (the file does not say since when)", person->name, post->label,
                          day_format(mg->in.a, from, DAY_FULL)));
}

/* Ends what this importer gave the person before and the file does not name any more. */
static void end_other_tenures(struct moderngov *mg, const struct person *person, const titles *posts) {
    const struct table *memberships = &mg->in.draft->memberships;
    for (size_t i = memberships->count; i > 0; i--) {
        struct membership *membership = memberships->entries[i - 1].row;
        if (!text_equal(membership->person_id, person->id) || membership->post_id == NULL ||
            !text_starts(membership->id, person->id) || membership->to < mg->today)
            continue;
        bool still = false;
        for (size_t j = 0; j < posts->count; j++)
            still = still || strcmp(posts->at[j], membership->post_id) == 0;
        if (still)
            continue;
        const struct post *post = table_find(&mg->in.draft->posts, membership->post_id);
        import_say(&mg->in, FINDING_ENDED, "%s is not %s any more, as from today.", person->name,
                   post == NULL ? membership->post_id : post->label);
        import_end_membership(&mg->in, membership, mg->today - 1);
    }
}

/* Of the same organization; of none (a committee that was not imported yet) the titles tell: "Vice-Chair of Planning
 * Committee" stands in for nobody but the "Chair of Planning Committee". */
static bool are_of_one_place(const struct post *post, const struct post *deputy) {
    return text_equal(post->organization_id, deputy->organization_id) &&
           (post->organization_id != NULL || text_ends(deputy->label, post->label));
}

/* "deputy-mayor" stands in for "mayor", "vice-chair" for "chair". */
static void pair_deputies(struct moderngov *mg) {
    struct table *posts = &mg->in.draft->posts;
    for (size_t i = 0; i < posts->count; i++) {
        const struct post *deputy = posts->entries[i].row;
        const char *role = deputy->role == NULL                   ? NULL
                           : text_starts(deputy->role, "deputy-") ? deputy->role + strlen("deputy-")
                           : text_starts(deputy->role, "vice-")   ? deputy->role + strlen("vice-")
                                                                  : NULL;
        if (role == NULL)
            continue;
        for (size_t j = 0; j < posts->count; j++) {
            struct post *post = posts->entries[j].row;
            if (!text_equal(post->role, role) || !are_of_one_place(post, deputy) || post->deputy_id != NULL)
                continue;
            edit_start(&mg->in);
            edit_text(&mg->in, arena_printf(mg->in.a, "deputy to %s", deputy->label), &post->deputy_id, deputy->id);
            edit_end(&mg->in, false, arena_printf(mg->in.a, "Post %s", post->label));
        }
    }
}

void moderngov_posts(struct moderngov *mg, bool whole) {
    for (size_t i = 0; i < mg->listed.count; i++) {
        const struct listed *listed = &mg->listed.at[i];
        mg->in.line = listed->line;
        titles posts = {0};
        titles split = {0};
        if (listed->titles != NULL)
            split = split_titles(mg->in.a, listed->titles);
        for (size_t j = 0; j < split.count; j++) {
            struct title title = read_title(mg, split.at[j], listed->person->kind);
            const struct post *post = take_post(mg, &title);
            if (whole)
                take_tenure(mg, listed->person, post, mg->today);
            else if (!is_outdated(mg, listed->person, post, listed->since))
                take_tenure(mg, listed->person, post, listed->since);
            LIST_ADD(mg->in.a, &posts, post->id);
        }
        if (whole)
            end_other_tenures(mg, listed->person, &posts);
    }
    mg->in.line = 0;
    pair_deputies(mg);
}
