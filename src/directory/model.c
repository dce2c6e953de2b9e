#include "directory/directory_private.h"

#define PARENTS_MOST 16

struct directory *directory_new(void) {
    struct arena *arena = arena_new();
    struct directory *directory = ARENA_NEW(arena, struct directory);
    directory->arena = arena;
    return directory;
}

void directory_free(struct directory **directory) {
    if (*directory == NULL)
        return;
    struct arena *arena = (*directory)->arena;
    arena_free(&arena);
    *directory = NULL;
}

static const char *const person_kinds[] = {
    [PERSON_MEMBER] = "member", [PERSON_OFFICER] = "officer", [PERSON_OTHER] = "other"};

const char *person_kind_name(enum person_kind kind) {
    return person_kinds[kind];
}

bool person_kind_parse(const char *name, enum person_kind *kind_r) {
    for (size_t i = 0; i < LENGTH_OF(person_kinds); i++) {
        if (strcmp(person_kinds[i], name) == 0) {
            *kind_r = (enum person_kind)i;
            return true;
        }
    }
    return false;
}

enum organization_kind organization_kind_of(const char *classification) {
    static const struct {
        const char *classification;
        enum organization_kind kind;
    } kinds[] = {
        {"group", ORGANIZATION_GROUP},          {"service", ORGANIZATION_SERVICE},
        {"department", ORGANIZATION_SERVICE},   {"body", ORGANIZATION_BODY},
        {"committee", ORGANIZATION_BODY},       {"board", ORGANIZATION_BODY},
        {"outside body", ORGANIZATION_OUTSIDE},
    };
    for (size_t i = 0; i < LENGTH_OF(kinds); i++)
        if (strcmp(kinds[i].classification, classification) == 0)
            return kinds[i].kind;
    return ORGANIZATION_OTHER;
}

/* ---- draft */

struct draft *draft_new(struct arena *arena) {
    struct draft *draft = ARENA_NEW(arena, struct draft);
    draft->arena = arena;
    table_init(&draft->people, arena, sizeof(struct person));
    table_init(&draft->organizations, arena, sizeof(struct organization));
    table_init(&draft->areas, arena, sizeof(struct area));
    table_init(&draft->posts, arena, sizeof(struct post));
    table_init(&draft->memberships, arena, sizeof(struct membership));
    return draft;
}

struct draft *draft_of(const struct directory *directory) {
    struct draft *draft = draft_new(directory->arena);
    const struct {
        struct table *table;
        const void *rows;
        size_t count;
    } parts[] = {
        {&draft->people, directory->people, directory->person_count},
        {&draft->organizations, directory->organizations, directory->organization_count},
        {&draft->areas, directory->areas, directory->area_count},
        {&draft->posts, directory->posts, directory->post_count},
        {&draft->memberships, directory->memberships, directory->membership_count},
        {&draft->memberships, directory->strays, directory->stray_count},
    };
    for (size_t i = 0; i < LENGTH_OF(parts); i++) {
        for (size_t j = 0; j < parts[i].count; j++) {
            const char *row = (const char *)parts[i].rows + j * parts[i].table->row_size;
            const char *id;
            memcpy(&id, row, sizeof(id));
            memcpy(table_add(parts[i].table, id), row, parts[i].table->row_size);
        }
    }
    return draft;
}

/* ---- build */

/* Rows without ids in common are sorted by id; all of them begin with it. */
static void *find(void *rows, size_t count, size_t size, const char *id) {
    size_t low = 0, high = id == NULL ? 0 : count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        char *row = (char *)rows + middle * size;
        const char *there;
        memcpy(&there, row, sizeof(there));
        int order = strcmp(id, there);
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static struct person *find_person(const struct directory *directory, const char *id) {
    return find(directory->people, directory->person_count, sizeof(struct person), id);
}

static struct organization *find_organization(const struct directory *directory, const char *id) {
    return find(directory->organizations, directory->organization_count, sizeof(struct organization), id);
}

static struct area *find_area(const struct directory *directory, const char *id) {
    return find(directory->areas, directory->area_count, sizeof(struct area), id);
}

static struct post *find_post(const struct directory *directory, const char *id) {
    return find(directory->posts, directory->post_count, sizeof(struct post), id);
}

const struct person *directory_person(const struct directory *directory, const char *id) {
    return find_person(directory, id);
}

const struct organization *directory_organization(const struct directory *directory, const char *id) {
    return find_organization(directory, id);
}

const struct area *directory_area(const struct directory *directory, const char *id) {
    return find_area(directory, id);
}

const struct post *directory_post(const struct directory *directory, const char *id) {
    return find_post(directory, id);
}

/* So that a walk up the parents ends: a circle, or what is nested too deeply, is cut. */
static void cut_parents(struct organization *organization) {
    int depth = 0;
    for (const struct organization *up = organization->parent; up != NULL && depth <= PARENTS_MOST; up = up->parent)
        depth++;
    if (depth > PARENTS_MOST)
        organization->parent = NULL;
}

static void resolve_people(struct directory *directory) {
    for (size_t i = 0; i < directory->person_count; i++) {
        struct person *person = &directory->people[i];
        person->manager = find_person(directory, extra_get(directory->arena, person->extra, "manager"));
        if (person->manager == person)
            person->manager = NULL;
        person->memberships = NULL;
        person->membership_count = 0;
    }
}

static void resolve_organizations(struct directory *directory) {
    for (size_t i = 0; i < directory->organization_count; i++) {
        struct organization *organization = &directory->organizations[i];
        organization->kind = organization_kind_of(organization->classification);
        organization->parent = find_organization(directory, organization->parent_id);
        organization->administration =
            organization->kind == ORGANIZATION_GROUP && extra_is_true(organization->extra, "administration");
        organization->informal =
            organization->kind == ORGANIZATION_BODY && extra_is_true(organization->extra, "informal");
        organization->memberships = NULL;
        organization->membership_count = 0;
    }
    for (size_t i = 0; i < directory->organization_count; i++)
        cut_parents(&directory->organizations[i]);
}

static void resolve_posts(struct directory *directory) {
    for (size_t i = 0; i < directory->post_count; i++) {
        struct post *post = &directory->posts[i];
        post->organization = find_organization(directory, post->organization_id);
        post->area = find_area(directory, post->area_id);
        post->deputy = find_post(directory, post->deputy_id);
        if (post->deputy == post)
            post->deputy = NULL;
        post->memberships = NULL;
        post->membership_count = 0;
    }
}

static int by_role(const void *a, const void *b) {
    const struct post *x = *(const struct post *const *)a, *y = *(const struct post *const *)b;
    int order = strcmp(x->role, y->role);
    return order != 0 ? order : strcmp(x->id, y->id);
}

static void sort_roles(struct directory *directory) {
    const struct post **posts = ARENA_ARRAY(directory->arena, directory->post_count, const struct post *);
    directory->role_count = 0;
    for (size_t i = 0; i < directory->post_count; i++)
        if (directory->posts[i].role != NULL)
            posts[directory->role_count++] = &directory->posts[i];
    qsort(posts, directory->role_count, sizeof(const struct post *), by_role);
    directory->posts_by_role = posts;
}

static int by_start(const void *a, const void *b) {
    const struct membership *x = *(struct membership *const *)a, *y = *(struct membership *const *)b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* The room doubles whenever the count is a power of two. */
static void attach(struct arena *arena, const struct membership ***list, size_t *count,
                   const struct membership *membership) {
    if ((*count & (*count - 1)) == 0) {
        const struct membership **wider = ARENA_ARRAY(arena, *count == 0 ? 1 : *count * 2, const struct membership *);
        if (*count > 0)
            memcpy(wider, *list, *count * sizeof(*wider));
        *list = wider;
    }
    (*list)[(*count)++] = membership;
}

static void resolve_membership(const struct directory *directory, struct membership *membership) {
    struct arena *arena = directory->arena;
    struct person *person = find_person(directory, membership->person_id);
    struct post *post = find_post(directory, membership->post_id);
    const char *organization_id = membership->organization_id, *area_id = membership->area_id;
    if (organization_id == NULL && post != NULL)
        organization_id = post->organization_id;
    if (area_id == NULL && post != NULL)
        area_id = post->area_id;
    struct organization *organization = find_organization(directory, organization_id);
    struct area *area = find_area(directory, area_id);
    membership->person = person;
    membership->post = post;
    membership->organization = organization;
    membership->area = area;
    attach(arena, &person->memberships, &person->membership_count, membership);
    if (post != NULL)
        attach(arena, &post->memberships, &post->membership_count, membership);
    if (organization != NULL)
        attach(arena, &organization->memberships, &organization->membership_count, membership);
    if (area != NULL)
        attach(arena, &area->memberships, &area->membership_count, membership);
}

static void resolve_memberships(struct directory *directory) {
    struct membership **sorted = ARENA_ARRAY(directory->arena, directory->membership_count, struct membership *);
    for (size_t i = 0; i < directory->membership_count; i++)
        sorted[i] = &directory->memberships[i];
    qsort(sorted, directory->membership_count, sizeof(struct membership *), by_start);
    for (size_t i = 0; i < directory->membership_count; i++)
        resolve_membership(directory, sorted[i]);
}

/* Keeps those of people in memberships and puts the others aside. Both stay sorted. */
static void part_strays(struct directory *directory, size_t count) {
    struct membership *all = directory->memberships;
    directory->strays = ARENA_ARRAY(directory->arena, count, struct membership);
    directory->membership_count = directory->stray_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (find_person(directory, all[i].person_id) != NULL)
            all[directory->membership_count++] = all[i];
        else
            directory->strays[directory->stray_count++] = all[i];
    }
}

void draft_build(const struct draft *draft, struct directory *directory) {
    directory->people = table_rows(&draft->people);
    directory->person_count = draft->people.count;
    directory->organizations = table_rows(&draft->organizations);
    directory->organization_count = draft->organizations.count;
    directory->areas = table_rows(&draft->areas);
    directory->area_count = draft->areas.count;
    directory->posts = table_rows(&draft->posts);
    directory->post_count = draft->posts.count;
    directory->memberships = table_rows(&draft->memberships);
    for (size_t i = 0; i < directory->area_count; i++) {
        directory->areas[i].memberships = NULL;
        directory->areas[i].membership_count = 0;
    }
    resolve_people(directory);
    resolve_organizations(directory);
    resolve_posts(directory);
    sort_roles(directory);
    part_strays(directory, draft->memberships.count);
    resolve_memberships(directory);
}
