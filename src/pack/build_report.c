/* Who reads the equality report, and of which time it is. */
#include "pack/build_private.h"

/* Relations that say who somebody is without a record. */
static const enum relation_kind known[] = {
    RELATION_EVERYONE,       RELATION_MEMBER,         RELATION_OFFICER,       RELATION_GROUP_MEMBER,
    RELATION_SENIOR_OFFICER, RELATION_ADMINISTRATION, RELATION_GROUP_LEADERS, RELATION_ADMINISTRATION_LEADERS,
};

static bool check_reader(struct build *b, const struct node *value) {
    LIST(const char *) names = {0};
    for (size_t i = 0; i < LENGTH_OF(known); i++)
        LIST_ADD(b->a, &names, relation_name(known[i]));
    for (size_t i = 0; i < b->pack->post_count; i++)
        LIST_ADD(b->a, &names, b->pack->posts[i].role);
    const void *found;
    return build_name(b, value, TABLE(names.at, names.count), "is nobody who is known without a record", &found);
}

bool build_report_to(struct build *b, const struct node *value, void *into) {
    for (size_t i = 0; i < value->items.count; i++)
        if (!check_reader(b, value->items.at[i]))
            return false;
    return build_relations(b, value, into);
}

bool build_report_every(struct build *b, const struct node *value, void *into) {
    static const struct span {
        const char *name;
        int months;
    } times[] = {{"month", 1}, {"quarter", 3}, {"year", 12}};
    const void *found;
    if (!build_name(b, value, TABLE(times, LENGTH_OF(times)), "is no time that a report can be of", &found))
        return false;
    *(int *)into = ((const struct span *)found)->months;
    return true;
}
