/* Who may act and read as which principal, and when: derived from the memberships. */
#include "directory/directory_private.h"

struct span {
    const char *person, *principal;
    int32_t from, to;
    instant sees_from;
};

struct spans {
    struct arena *arena;
    LIST(struct span) list;
};

static void add_seeing(struct spans *spans, const struct person *person, const char *kind, const char *id, int32_t from,
                       int32_t to, instant sees_from) {
    if (from > to)
        return;
    struct span span = {person->id, arena_printf(spans->arena, "%s:%s", kind, id), from, to, sees_from};
    LIST_ADD(spans->arena, &spans->list, span);
}

static void add(struct spans *spans, const struct person *person, const char *kind, const char *id, int32_t from,
                int32_t to) {
    add_seeing(spans, person, kind, id, from, to, INT64_MIN);
}

static void add_person(struct spans *spans, const struct person *person) {
    add(spans, person, "person", person->id, DAY_FIRST, DAY_LAST);
    add(spans, person, "all", "people", DAY_FIRST, DAY_LAST);
    if (person->kind == PERSON_MEMBER)
        add(spans, person, "all", "members", DAY_FIRST, DAY_LAST);
    if (person->kind == PERSON_OFFICER)
        add(spans, person, "all", "officers", DAY_FIRST, DAY_LAST);
    for (size_t i = 0; i < person->membership_count; i++) {
        const struct membership *membership = person->memberships[i];
        const struct organization *organization = membership->organization;
        if (directory_is_staff(membership))
            add(spans, person, "service", organization->id, membership->from, membership->to);
        if (organization != NULL && organization->kind == ORGANIZATION_BODY)
            add(spans, person, "body", organization->id, membership->from, membership->to);
        if (membership->area != NULL)
            add(spans, person, "ward", membership->area->id, membership->from, membership->to);
        if (membership->post != NULL)
            add(spans, person, "post", membership->post->id, membership->from, membership->to);
    }
    struct stint stint;
    size_t position = 0;
    while (stint_next(person, &position, &stint))
        add_seeing(spans, person, "group", stint.group->id, stint.from, stint.to, stint.sees_from);
}

/* The holders of the deputy act from one day to another, on which the post is vacant. */
static void add_acting(struct spans *spans, const struct post *post, int32_t from, int32_t to) {
    for (size_t i = 0; i < post->deputy->membership_count; i++) {
        const struct membership *tenure = post->deputy->memberships[i];
        if (tenure->person->active)
            add(spans, tenure->person, "post", post->id, tenure->from > from ? tenure->from : from,
                tenure->to < to ? tenure->to : to);
    }
}

static void add_vacancies(struct spans *spans, const struct post *post) {
    int32_t vacant_from = DAY_FIRST; /* unless a tenure that begins earlier goes on */
    for (size_t i = 0; i < post->membership_count; i++) {
        const struct membership *tenure = post->memberships[i];
        if (!tenure->person->active || tenure->to < tenure->from)
            continue;
        if (tenure->from > vacant_from)
            add_acting(spans, post, vacant_from, tenure->from - 1);
        if (tenure->to == DAY_LAST)
            return;
        if (tenure->to >= vacant_from)
            vacant_from = tenure->to + 1;
    }
    add_acting(spans, post, vacant_from, DAY_LAST);
}

static int by_principal_person_day(const void *a, const void *b) {
    const struct span *x = a, *y = b;
    int order = strcmp(x->principal, y->principal);
    if (order == 0)
        order = strcmp(x->person, y->person);
    return order != 0 ? order : (x->from > y->from) - (x->from < y->from);
}

/* Makes one of the spans of one person and principal that touch. The list is sorted. */
static void merge(struct spans *spans) {
    size_t kept = 0;
    for (size_t i = 0; i < spans->list.count; i++) {
        const struct span *next = &spans->list.at[i];
        struct span *last = kept == 0 ? NULL : &spans->list.at[kept - 1];
        if (last != NULL && strcmp(last->principal, next->principal) == 0 && strcmp(last->person, next->person) == 0 &&
            (last->to == DAY_LAST || next->from <= last->to + 1))
            last->to = next->to > last->to ? next->to : last->to;
        else
            spans->list.at[kept++] = *next;
    }
    spans->list.count = kept;
}

instant day_begins(int32_t from) {
    return from == DAY_FIRST ? INT64_MIN : zone_instant(ZONE_LONDON, from, 0);
}

static instant ends(int32_t to) {
    return to == DAY_LAST ? INT64_MAX : zone_instant(ZONE_LONDON, to, 86400);
}

static bool save_span(struct db *db, const struct span *span, int64_t principal) {
    struct query *q = query(db, Q_HOLDS_ADD);
    bind_text(q, span->person);
    bind_int(q, principal);
    bind_int(q, day_begins(span->from));
    bind_int(q, ends(span->to));
    bind_int(q, span->sees_from);
    return query_run(q);
}

bool holds_save(struct db *db, const struct directory *directory) {
    struct spans spans = {.arena = arena_new()};
    for (size_t i = 0; i < directory->person_count; i++)
        if (directory->people[i].active)
            add_person(&spans, &directory->people[i]);
    for (size_t i = 0; i < directory->post_count; i++)
        if (directory->posts[i].deputy != NULL)
            add_vacancies(&spans, &directory->posts[i]);
    if (spans.list.count > 0)
        qsort(spans.list.at, spans.list.count, sizeof(struct span), by_principal_person_day);
    merge(&spans);

    bool good = query_run(query(db, Q_HOLDS_CLEAR));
    const char *principal = "";
    int64_t principal_id = 0;
    for (size_t i = 0; good && i < spans.list.count; i++) {
        const struct span *span = &spans.list.at[i];
        if (strcmp(span->principal, principal) != 0) {
            struct query *q = query(db, Q_PRINCIPAL_ADD);
            bind_text(q, span->principal);
            principal_id = query_int(q, 0);
            principal = span->principal;
        }
        good = principal_id != 0 && save_span(db, span, principal_id);
    }
    arena_free(&spans.arena);
    return good;
}
