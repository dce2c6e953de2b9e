#include "directory/directory_private.h"

/* What the columns hold was written by directory_save, so a date that is none can only be an open end. */
static int32_t date_column(struct query *q, int column, int32_t open) {
    int32_t date;
    return day_parse(column_text(q, column), &date) ? date : open;
}

/* ---- load */

static void load_people(struct db *db, struct draft *draft) {
    struct query *q = query(db, Q_PERSON_ALL);
    while (query_step(q)) {
        struct person *person = table_add(&draft->people, column_text(q, 0));
        if (!person_kind_parse(column_text(q, 1), &person->kind))
            person->kind = PERSON_OTHER;
        person->name = column_copy(q, 2, draft->arena);
        person->email = column_copy(q, 3, draft->arena);
        person->active = column_int(q, 4) != 0;
        person->extra = column_copy(q, 5, draft->arena);
    }
    query_end(q);
}

static void load_organizations(struct db *db, struct draft *draft) {
    struct query *q = query(db, Q_ORGANIZATION_ALL);
    while (query_step(q)) {
        struct organization *organization = table_add(&draft->organizations, column_text(q, 0));
        organization->classification = column_copy(q, 1, draft->arena);
        organization->name = column_copy(q, 2, draft->arena);
        organization->parent_id = column_copy(q, 3, draft->arena);
        organization->extra = column_copy(q, 4, draft->arena);
    }
    query_end(q);
}

static void load_areas(struct db *db, struct draft *draft) {
    struct query *q = query(db, Q_AREA_ALL);
    while (query_step(q)) {
        struct area *area = table_add(&draft->areas, column_text(q, 0));
        area->classification = column_copy(q, 1, draft->arena);
        area->name = column_copy(q, 2, draft->arena);
        area->extra = column_copy(q, 3, draft->arena);
    }
    query_end(q);
}

static void load_posts(struct db *db, struct draft *draft) {
    struct query *q = query(db, Q_POST_ALL);
    while (query_step(q)) {
        struct post *post = table_add(&draft->posts, column_text(q, 0));
        post->label = column_copy(q, 1, draft->arena);
        post->role = column_copy(q, 2, draft->arena);
        post->organization_id = column_copy(q, 3, draft->arena);
        post->area_id = column_copy(q, 4, draft->arena);
        post->tier = column_copy(q, 5, draft->arena);
        post->deputy_id = column_copy(q, 6, draft->arena);
        post->extra = column_copy(q, 7, draft->arena);
    }
    query_end(q);
}

static void load_memberships(struct db *db, struct draft *draft) {
    struct query *q = query(db, Q_MEMBERSHIP_ALL);
    while (query_step(q)) {
        struct membership *membership = table_add(&draft->memberships, column_text(q, 0));
        membership->person_id = column_copy(q, 1, draft->arena);
        membership->organization_id = column_copy(q, 2, draft->arena);
        membership->post_id = column_copy(q, 3, draft->arena);
        membership->area_id = column_copy(q, 4, draft->arena);
        membership->role = column_copy(q, 5, draft->arena);
        membership->label = column_copy(q, 6, draft->arena);
        membership->from = date_column(q, 7, DAY_FIRST);
        membership->to = date_column(q, 8, DAY_LAST);
        membership->extra = column_copy(q, 9, draft->arena);
        membership->known_at = column_int(q, 10);
    }
    query_end(q);
}

int64_t directory_version(struct db *db) {
    struct arena *a = arena_new();
    struct query *q = query(db, Q_META_GET);
    bind_text(q, "directory");
    const char *stored = query_text(q, a);
    int64_t version = 0;
    if (stored != NULL)
        text_to_int(stored, 0, INT64_MAX, &version);
    arena_free(&a);
    return version;
}

struct directory *directory_load(struct db *db) {
    struct directory *directory = directory_new();
    struct draft *draft = draft_new(directory->arena);
    directory->version = directory_version(db);
    load_people(db, draft);
    load_organizations(db, draft);
    load_areas(db, draft);
    load_posts(db, draft);
    load_memberships(db, draft);
    if (db_failed(db) != NULL)
        directory_free(&directory);
    else
        draft_build(draft, directory);
    return directory;
}

/* ---- save */

static bool save_people(struct db *db, const struct directory *directory) {
    bool good = query_run(query(db, Q_PERSON_CLEAR));
    for (size_t i = 0; good && i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        struct query *q = query(db, Q_PERSON_ADD);
        bind_text(q, person->id);
        bind_text(q, person_kind_name(person->kind));
        bind_text(q, person->name);
        bind_text(q, person->email);
        bind_int(q, person->active);
        bind_text(q, person->extra);
        good = query_run(q);
    }
    return good;
}

static bool save_organizations(struct db *db, const struct directory *directory) {
    bool good = query_run(query(db, Q_ORGANIZATION_CLEAR));
    for (size_t i = 0; good && i < directory->organization_count; i++) {
        const struct organization *organization = &directory->organizations[i];
        struct query *q = query(db, Q_ORGANIZATION_ADD);
        bind_text(q, organization->id);
        bind_text(q, organization->classification);
        bind_text(q, organization->name);
        bind_text(q, organization->parent_id);
        bind_text(q, organization->extra);
        good = query_run(q);
    }
    return good;
}

static bool save_areas(struct db *db, const struct directory *directory) {
    bool good = query_run(query(db, Q_AREA_CLEAR));
    for (size_t i = 0; good && i < directory->area_count; i++) {
        const struct area *area = &directory->areas[i];
        struct query *q = query(db, Q_AREA_ADD);
        bind_text(q, area->id);
        bind_text(q, area->classification);
        bind_text(q, area->name);
        bind_text(q, area->extra);
        good = query_run(q);
    }
    return good;
}

static bool save_posts(struct db *db, const struct directory *directory) {
    bool good = query_run(query(db, Q_POST_CLEAR));
    for (size_t i = 0; good && i < directory->post_count; i++) {
        const struct post *post = &directory->posts[i];
        struct query *q = query(db, Q_POST_ADD);
        bind_text(q, post->id);
        bind_text(q, post->label);
        bind_text(q, post->role);
        bind_text(q, post->organization_id);
        bind_text(q, post->area_id);
        bind_text(q, post->tier);
        bind_text(q, post->deputy_id);
        bind_text(q, post->extra);
        good = query_run(q);
    }
    return good;
}

static bool save_membership(struct db *db, const struct membership *membership, struct arena *a) {
    struct query *q = query(db, Q_MEMBERSHIP_ADD);
    bind_text(q, membership->id);
    bind_text(q, membership->person_id == NULL ? "" : membership->person_id);
    bind_text(q, membership->organization_id);
    bind_text(q, membership->post_id);
    bind_text(q, membership->area_id);
    bind_text(q, membership->role);
    bind_text(q, membership->label);
    bind_text(q, date_text(a, membership->from));
    bind_text(q, date_text(a, membership->to));
    bind_text(q, membership->extra);
    bind_int(q, membership->known_at);
    return query_run(q);
}

/* While there are no records nobody was told anything, and what is saved counts as known ever since. */
static void stamp_memberships(struct db *db, struct directory *directory, instant now) {
    instant known_at = query_int(query(db, Q_RECORD_ANY), 0) == 0 ? INT64_MIN : now;
    for (size_t i = 0; i < directory->membership_count; i++)
        if (directory->memberships[i].known_at == 0)
            directory->memberships[i].known_at = known_at;
}

static bool save_memberships(struct db *db, const struct directory *directory) {
    struct arena *a = arena_new();
    bool good = query_run(query(db, Q_MEMBERSHIP_CLEAR));
    for (size_t i = 0; good && i < directory->membership_count; i++)
        good = save_membership(db, &directory->memberships[i], a);
    for (size_t i = 0; good && i < directory->stray_count; i++)
        good = save_membership(db, &directory->strays[i], a);
    arena_free(&a);
    return good;
}

static bool save_version(struct db *db) {
    char version[24];
    snprintf(version, sizeof(version), "%lld", (long long)directory_version(db) + 1);
    struct query *q = query(db, Q_META_PUT);
    bind_text(q, "directory");
    bind_text(q, version);
    return query_run(q);
}

/* Nothing of what let somebody in may do so again when they are let in later. */
static bool end_access(struct db *db, instant now) {
    struct query *tokens = query(db, Q_ACCESS_END_TOKENS);
    bind_int(tokens, now);
    if (!query_run(tokens))
        return false;
    struct query *invitations = query(db, Q_ACCESS_END_INVITATIONS);
    bind_int(invitations, now);
    return query_run(invitations) && query_run(query(db, Q_ACCESS_END_SESSIONS));
}

bool directory_save(struct db *db, struct directory *directory, instant now) {
    stamp_memberships(db, directory, now);
    return save_people(db, directory) && save_organizations(db, directory) && save_areas(db, directory) &&
           save_posts(db, directory) && save_memberships(db, directory) && holds_save(db, directory) &&
           end_access(db, now) && save_version(db);
}
