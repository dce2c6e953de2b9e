#include "directory/test_directory.h"
#include "base/base.h"
#include "base/test.h"

int32_t date(const char *text) {
    int32_t date = 0;
    assert_true(day_parse(text, &date));
    return date;
}

struct person *put_person(struct draft *draft, const char *id, enum person_kind kind) {
    struct person *person = table_add(&draft->people, id);
    person->name = person->id;
    person->kind = kind;
    person->active = true;
    person->extra = "{}";
    return person;
}

struct organization *put_organization(struct draft *draft, const char *id, const char *classification) {
    struct organization *organization = table_add(&draft->organizations, id);
    organization->name = organization->id;
    organization->classification = classification;
    organization->extra = "{}";
    return organization;
}

struct area *put_area(struct draft *draft, const char *id) {
    struct area *area = table_add(&draft->areas, id);
    area->name = area->id;
    area->extra = "{}";
    return area;
}

struct post *put_post(struct draft *draft, const char *id, const char *role, const char *organization_id) {
    struct post *post = table_add(&draft->posts, id);
    post->label = post->id;
    post->role = role;
    post->organization_id = organization_id;
    post->extra = "{}";
    return post;
}

struct membership *put_membership(struct draft *draft, const char *person_id, const char *organization_id,
                                  const char *post_id, const char *area_id, const char *from, const char *to) {
    char id[24];
    snprintf(id, sizeof(id), "m%zu", draft->memberships.count);
    struct membership *membership = table_add(&draft->memberships, id);
    membership->person_id = person_id;
    membership->organization_id = organization_id;
    membership->post_id = post_id;
    membership->area_id = area_id;
    membership->from = from == NULL ? DAY_FIRST : date(from);
    membership->to = to == NULL ? DAY_LAST : date(to);
    membership->extra = "{}";
    return membership;
}

size_t count_findings(const struct import_report *report, enum finding_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < report->findings.count; i++)
        count += report->findings.at[i].kind == kind;
    return count;
}

const struct finding *find_finding(const struct import_report *report, enum finding_kind kind, const char *words) {
    for (size_t i = 0; i < report->findings.count; i++)
        if (report->findings.at[i].kind == kind && strstr(report->findings.at[i].say, words) != NULL)
            return &report->findings.at[i];
    return NULL;
}

const char *exported(const struct directory *directory, struct arena *a) {
    struct buf out = {.arena = a};
    directory_export_popolo(directory, &out);
    return buf_text(&out);
}

char *read_sample(struct arena *a, const char *name, size_t *length_r) {
    const char *path = arena_printf(a, "../shared/samples/%s", name), *error;
    char *data;
    if (!file_read(a, path, IMPORT_LIMIT, &data, length_r, &error)) {
        print_message("%s is not there: skipped\n", path);
        skip();
    }
    return data;
}
