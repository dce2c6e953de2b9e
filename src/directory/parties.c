/*
 * Political groups out of a file that names only parties. A group exists by notice and a party is none, so a group is
 * only suggested, to Members who never had one, and the findings say so.
 */
#include "directory/moderngov.h"

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool says_nothing(const char *word) {
    static const char *const words[] = {"", "and", "or", "the", "of", "party", "group"};
    for (size_t i = 0; i < LENGTH_OF(words); i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* The words that tell one party from another, sorted, each once: "co labour operative" for both "Labour or Labour &
 * Co-operative" and "Labour and Co-operative Party". */
static const char *key_of(struct arena *a, const char *name) {
    char **words = text_split(a, text_slug(a, name), '-');
    size_t count = 0;
    for (size_t i = 0; words[i] != NULL; i++) {
        size_t length = strlen(words[i]);
        if (length > 3 && words[i][length - 1] == 's')
            words[i][length - 1] = '\0';
        if (!says_nothing(words[i]))
            words[count++] = words[i];
    }
    qsort(words, count, sizeof(*words), by_text);
    struct buf key = {.arena = a};
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(words[i], words[i - 1]) != 0)
            buf_addf(&key, "%s%s", i == 0 ? "" : " ", words[i]);
    return buf_text(&key);
}

static bool is_group(const struct draft *draft, const char *organization_id) {
    const struct organization *organization = table_find(&draft->organizations, organization_id);
    return organization != NULL && organization_kind_of(organization->classification) == ORGANIZATION_GROUP;
}

/* Each word of the shorter key is in the longer one. Both are sorted words. */
static bool key_within(struct arena *a, const char *shorter, const char *longer) {
    const char *hay = arena_printf(a, " %s ", longer);
    char **words = text_split(a, shorter, ' ');
    for (size_t i = 0; words[i] != NULL; i++)
        if (strstr(hay, arena_printf(a, " %s ", words[i])) == NULL)
            return false;
    return shorter[0] != '\0';
}

/* The same words; else, when only one group has them all among others, that one: "Labour Group" is Labour and
 * Co-operative. */
const struct organization *moderngov_group_named(const struct moderngov *mg, const char *name) {
    const struct draft *draft = mg->in.draft;
    const char *key = key_of(mg->in.a, name);
    const struct organization *near = NULL;
    size_t near_count = 0;
    for (size_t i = 0; i < draft->organizations.count; i++) {
        const struct organization *organization = draft->organizations.entries[i].row;
        if (!is_group(draft, organization->id))
            continue;
        const char *other = key_of(mg->in.a, organization->name);
        if (strcmp(key, other) == 0)
            return organization;
        if (key_within(mg->in.a, key, other)) {
            near = organization;
            near_count++;
        }
    }
    return near_count == 1 ? near : NULL;
}

static const struct organization *group_of_key(const struct moderngov *mg, const char *key) {
    const struct organization *group = moderngov_group_named(mg, key);
    return group != NULL && strcmp(key_of(mg->in.a, group->name), key) == 0 ? group : NULL;
}

/* "Labour and Co-operative Group" for the party's name; a name that ends so already stays. */
static const char *group_name(struct arena *a, const char *party) {
    size_t length = strlen(party);
    if (text_ends(party, " Group"))
        return party;
    if (text_ends(party, " Party"))
        length -= strlen(" Party");
    return arena_printf(a, "%.*s Group", (int)length, party);
}

static struct organization *add_group(struct moderngov *mg, const char *name) {
    struct organization *group = table_new(&mg->in.draft->organizations, id_of_organization(&mg->in, name, "group"));
    group->name = arena_strdup(mg->in.draft->arena, name);
    group->classification = "group";
    group->extra = "{}";
    return group;
}

static struct membership *membership_of(const struct moderngov *mg, const struct person *person, int32_t on,
                                        bool *ever_r) {
    const struct draft *draft = mg->in.draft;
    struct membership *found = NULL;
    *ever_r = false;
    for (size_t i = 0; i < draft->memberships.count; i++) {
        struct membership *membership = draft->memberships.entries[i].row;
        if (!text_equal(membership->person_id, person->id) || !is_group(draft, membership->organization_id) ||
            membership->post_id != NULL)
            continue;
        *ever_r = true;
        if (membership->from <= on && on <= membership->to)
            found = membership;
    }
    return found;
}

static void join(struct moderngov *mg, const struct listed *listed, const struct organization *group, int32_t from) {
    bool added;
    const char *id =
        arena_printf(mg->in.a, "%s-%s-%s", listed->person->id, group->id, day_format(mg->in.a, from, DAY_ISO));
    struct membership *membership = table_row(&mg->in.draft->memberships, id, &added);
    edit_start(&mg->in);
    edit_text(&mg->in, "person", &membership->person_id, listed->person->id);
    edit_text(&mg->in, "group", &membership->organization_id, group->id);
    membership->from = from;
    membership->to = DAY_LAST;
    membership->extra = "{}";
    edit_end(&mg->in, true, arena_printf(mg->in.a, "%s in the %s", listed->person->name, group->name));
}

/* The file names the group: it is believed, and who was in another one has left it. */
static void take_named_group(struct moderngov *mg, const struct listed *listed) {
    const char *key = key_of(mg->in.a, listed->group);
    const struct organization *group = group_of_key(mg, key);
    if (group == NULL) {
        group = add_group(mg, listed->group);
        import_say(&mg->in, FINDING_ADDED, "Group %s: added.", group->name);
    }
    bool ever;
    struct membership *present = membership_of(mg, listed->person, mg->today, &ever);
    if (present != NULL && strcmp(present->organization_id, group->id) == 0)
        return;
    if (present != NULL) {
        import_say(&mg->in, FINDING_ENDED,
                   "%s is in the %s now, taken as from today. The notice has the day on which it was joined.",
                   listed->person->name, group->name);
        import_end_membership(&mg->in, present, mg->today - 1);
    }
    join(mg, listed, group, ever ? mg->today : listed->since);
}

/* The spelling of a party that most of the listed use; how many, and the line of another spelling. */
static const char *usual_spelling(const struct moderngov *mg, const char *key, size_t *members_r) {
    const char *usual = NULL;
    size_t most = 0;
    *members_r = 0;
    for (size_t i = 0; i < mg->listed.count; i++) {
        const char *party = mg->listed.at[i].party;
        if (party == NULL || strcmp(key_of(mg->in.a, party), key) != 0)
            continue;
        (*members_r)++;
        size_t count = 0;
        for (size_t j = 0; j < mg->listed.count; j++)
            count += text_equal(mg->listed.at[j].party, party);
        if (count > most) {
            most = count;
            usual = party;
        }
    }
    return usual;
}

static void suggest_group(struct moderngov *mg, struct listed *listed) {
    const char *key = key_of(mg->in.a, listed->party);
    size_t members;
    const char *usual = usual_spelling(mg, key, &members);
    if (strcmp(usual, listed->party) != 0)
        import_say(&mg->in, FINDING_REPAIRED, "The party \"%s\" is taken as \"%s\", another spelling of it.",
                   listed->party, usual);
    bool ever;
    membership_of(mg, listed->person, mg->today, &ever);
    if (ever)
        return;
    if (strcmp(key, "independent") == 0) {
        import_say(&mg->in, FINDING_LEFT_OUT,
                   "%s is an independent. No group is suggested: independents have one only by notice.",
                   listed->person->name);
        return;
    }
    const struct organization *group = group_of_key(mg, key);
    if (group == NULL && members < 2) {
        import_say(&mg->in, FINDING_LEFT_OUT, "No group is suggested for %s, the only one of the party \"%s\".",
                   listed->person->name, usual);
        return;
    }
    if (group == NULL) {
        group = add_group(mg, group_name(mg->in.a, usual));
        import_say(&mg->in, FINDING_ADDED,
                   "The file names no group for Members of the party \"%s\", so the %s is suggested. A group is not a "
                   "party: check it against the notices.",
                   usual, group->name);
    }
    join(mg, listed, group, listed->since);
}

void moderngov_groups(struct moderngov *mg) {
    for (size_t i = 0; i < mg->listed.count; i++) {
        struct listed *listed = &mg->listed.at[i];
        mg->in.line = listed->line;
        if (listed->group != NULL)
            take_named_group(mg, listed);
        else if (listed->party != NULL && key_of(mg->in.a, listed->party)[0] != '\0')
            suggest_group(mg, listed);
    }
}
