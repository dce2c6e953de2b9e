/* Officers, services and posts from a spreadsheet: a line for each tenure; without a name, a vacant post. */
#include "directory/csv.h"
#include "directory/directory_private.h"

#include <strings.h>

static const char *const known_columns[] = {"name", "kind",   "email",   "service", "post", "role",
                                            "tier", "deputy", "manager", "from",    "to"};

struct line {
    const struct csv_record *record;
    const char *name, *email, *service, *post, *role, *tier, *deputy, *manager;
    int32_t from, to;
    const char *service_id, *post_id, *person_id; /* once they are taken */
};

static bool read_date(struct import *in, const char *text, int32_t open, int32_t *day_r) {
    *day_r = open;
    if (text == NULL || day_parse(text, day_r) || date_british(text, day_r))
        return true;
    return fail(in->a, in->error_r, "Line %d: \"%s\" is not a date like 2026-05-31 or 31/05/2026.", in->line, text);
}

static bool read_line(struct import *in, const struct csv_table *table, const struct csv_record *record,
                      struct line *line_r) {
    in->line = record->line;
    *line_r = (struct line){
        .record = record,
        .name = csv_field(table, record, "name"),
        .email = csv_field(table, record, "email"),
        .service = csv_field(table, record, "service"),
        .post = csv_field(table, record, "post"),
        .role = csv_field(table, record, "role"),
        .tier = csv_field(table, record, "tier"),
        .deputy = csv_field(table, record, "deputy"),
        .manager = csv_field(table, record, "manager"),
    };
    if (line_r->tier != NULL && strcasecmp(line_r->tier, "junior") == 0)
        line_r->tier = NULL;
    if (line_r->tier != NULL && strcasecmp(line_r->tier, "senior") != 0)
        return fail(in->a, in->error_r, "Line %d: the tier is senior or junior, not \"%s\".", in->line, line_r->tier);
    if (line_r->name == NULL && line_r->post == NULL)
        return fail(in->a, in->error_r, "Line %d: neither a name nor a post.", in->line);
    if (!read_date(in, csv_field(table, record, "from"), DAY_FIRST, &line_r->from) ||
        !read_date(in, csv_field(table, record, "to"), DAY_LAST, &line_r->to))
        return false;
    if (line_r->from > line_r->to)
        return fail(in->a, in->error_r, "Line %d: ends before it begins.", in->line);
    if (line_r->email != NULL && (strchr(line_r->email, '@') == NULL || strpbrk(line_r->email, " ,;\n\t") != NULL)) {
        import_say(in, FINDING_LEFT_OUT, "\"%s\" is not an e-mail address and was left out.", line_r->email);
        line_r->email = NULL;
    }
    return true;
}

static struct post *take_post(struct import *in, const struct line *line) {
    bool added;
    struct post *post = table_row(&in->draft->posts, id_of_post(in, line->post, line->service_id), &added);
    edit_start(in);
    if (added) {
        post->extra = "{}";
        edit_text(in, "label", &post->label, line->post);
    }
    if (line->role != NULL)
        edit_text(in, "role", &post->role, line->role);
    else if (post->role == NULL)
        edit_text(in, "role", &post->role, role_of_title(in->a, line->post));
    if (line->tier != NULL)
        edit_text(in, "tier", &post->tier, "senior");
    if (line->service_id != NULL)
        edit_text(in, "service", &post->organization_id, line->service_id);
    edit_end(in, added, arena_printf(in->a, "Post %s", line->post));
    return post;
}

static struct person *person_by_email(const struct draft *draft, const char *email) {
    for (size_t i = 0; i < draft->people.count; i++) {
        struct person *person = draft->people.entries[i].row;
        if (person->email != NULL && strcasecmp(person->email, email) == 0)
            return person;
    }
    return NULL;
}

/* The column is not needed, as all are Officers; a list of other people has it, and they are none. */
static bool is_officer(struct import *in, const struct csv_table *table, const struct line *line) {
    const char *kind = csv_field(table, line->record, "kind");
    if (kind == NULL || strcasecmp(kind, "officer") == 0)
        return true;
    import_say(in, FINDING_LEFT_OUT, "%s is no Officer but \"%s\", and was left out: a CSV brings Officers alone.",
               line->name, kind);
    return false;
}

/* NULL when the address is a Member's: one cannot be both. */
static struct person *take_person(struct import *in, const struct csv_table *table, struct line *line) {
    bool added;
    const struct person *owner = line->email == NULL ? NULL : person_by_email(in->draft, line->email);
    if (owner != NULL && table_taken(&in->draft->people, owner->id) && strcasecmp(owner->name, line->name) != 0) {
        import_say(in, FINDING_LEFT_OUT, "The address %s is %s's already; %s has none now.", line->email, owner->name,
                   line->name);
        line->email = NULL;
    }
    const char *id = owner != NULL && line->email != NULL ? owner->id : id_of_person(in, line->name, line->email);
    struct person *person = table_row(&in->draft->people, id, &added);
    if (!added && person->kind == PERSON_MEMBER) {
        import_say(in, FINDING_LEFT_OUT, "%s has the address of a Member, %s, and was left out.", line->name,
                   person->name);
        return NULL;
    }
    edit_start(in);
    if (added) {
        person->extra = "{}";
        person->active = true;
    } else if (person->kind != PERSON_OFFICER) {
        edit_note(in, "kind");
    }
    person->kind = PERSON_OFFICER;
    edit_text(in, "name", &person->name, line->name);
    if (line->email != NULL)
        edit_text(in, "email", &person->email, line->email);
    for (size_t i = 0; i < table->columns.count; i++) {
        bool known = false;
        for (size_t j = 0; j < LENGTH_OF(known_columns); j++)
            known = known || strcasecmp(known_columns[j], table->columns.at[i]) == 0;
        if (!known && line->record->fields[i][0] != '\0')
            edit_extra(in, &person->extra, table->columns.at[i], line->record->fields[i]);
    }
    edit_end(in, added, arena_printf(in->a, "Officer %s", line->name));
    return person;
}

static void take_membership(struct import *in, const struct line *line, const struct person *person) {
    bool added;
    const char *where = line->post_id != NULL ? line->post_id : line->service_id;
    const char *from = date_text(in->a, line->from);
    const char *id = arena_printf(in->a, from == NULL ? "%s-%s" : "%s-%s-%s", person->id, where, from);
    struct membership *membership = table_row(&in->draft->memberships, id, &added);
    edit_start(in);
    if (added) {
        membership->extra = "{}";
        membership->person_id = person->id;
        membership->from = line->from;
        membership->to = DAY_LAST;
    }
    edit_text(in, "service", &membership->organization_id, line->service_id);
    edit_text(in, "post", &membership->post_id, line->post_id);
    edit_day(in, "end", &membership->to, line->to);
    edit_end(in, added, arena_printf(in->a, "%s, %s", person->name, line->post != NULL ? line->post : line->service));
}

/* The deputy is named by its label, in the same service or in any. */
static void take_deputy(struct import *in, const struct line *line) {
    struct post *post = table_find(&in->draft->posts, line->post_id);
    const struct post *deputy = NULL;
    for (size_t i = 0; i < in->draft->posts.count; i++) {
        const struct post *other = in->draft->posts.entries[i].row;
        if (strcasecmp(other->label, line->deputy) == 0 &&
            (deputy == NULL || text_equal(other->organization_id, line->service_id)))
            deputy = other;
    }
    if (deputy == NULL) {
        import_say(in, FINDING_LEFT_OUT, "There is no post \"%s\" to be the deputy of %s.", line->deputy, post->label);
        return;
    }
    edit_start(in);
    edit_text(in, "deputy", &post->deputy_id, deputy->id);
    edit_end(in, false, arena_printf(in->a, "Post %s", post->label));
}

/* By address, by id, or by a name that only one person has. */
static const struct person *find_manager(const struct import *in, const char *wanted) {
    const struct person *found = person_by_email(in->draft, wanted);
    if (found == NULL)
        found = table_find(&in->draft->people, wanted);
    size_t count = 0;
    for (size_t i = 0; found == NULL && i < in->draft->people.count; i++)
        count += strcasecmp(((const struct person *)in->draft->people.entries[i].row)->name, wanted) == 0;
    for (size_t i = 0; count == 1 && found == NULL && i < in->draft->people.count; i++) {
        const struct person *person = in->draft->people.entries[i].row;
        if (strcasecmp(person->name, wanted) == 0)
            found = person;
    }
    return found;
}

static void take_manager(struct import *in, const struct line *line) {
    struct person *person = table_find(&in->draft->people, line->person_id);
    const struct person *manager = find_manager(in, line->manager);
    if (manager == NULL || manager == person) {
        import_say(in, FINDING_LEFT_OUT, "\"%s\" is nobody who could be the line manager of %s.", line->manager,
                   person->name);
        return;
    }
    edit_start(in);
    edit_extra(in, &person->extra, "manager", manager->id);
    edit_end(in, false, arena_printf(in->a, "Officer %s", person->name));
}

static void take_line(struct import *in, const struct csv_table *table, struct line *line) {
    if (line->service != NULL)
        line->service_id = import_service(in, line->service)->id;
    if (line->post != NULL)
        line->post_id = take_post(in, line)->id;
    const struct person *person =
        line->name == NULL || !is_officer(in, table, line) ? NULL : take_person(in, table, line);
    if (person == NULL)
        return;
    line->person_id = person->id;
    if (line->post != NULL || line->service != NULL)
        take_membership(in, line, person);
}

/* What the line puts an end to. A line about the past ends nothing. */
static void end_others(struct import *in, const struct line *line, int32_t today, const struct offices *offices) {
    int32_t from = line->from == DAY_FIRST ? today : line->from;
    if (line->person_id == NULL || line->to < today)
        return;
    if (line->service_id != NULL)
        import_leave(in, &(struct leaving){.what = LEAVING_SERVICES,
                                           .from = from,
                                           .person = line->person_id,
                                           .but_organization = line->service_id});
    if (line->post_id != NULL && directory_is_single(table_find(&in->draft->posts, line->post_id), offices))
        import_leave(in,
                     &(struct leaving){
                         .what = LEAVING_POSTS, .from = from, .post = line->post_id, .but_person = line->person_id});
}

/* Without one of these two no line says anything: it is another file. */
static bool names_somebody(const struct csv_table *table) {
    for (size_t i = 0; i < table->columns.count; i++)
        if (strcasecmp(table->columns.at[i], "name") == 0 || strcasecmp(table->columns.at[i], "post") == 0)
            return true;
    return false;
}

bool directory_import_csv(struct directory *directory, const char *csv, size_t length, int32_t today,
                          const struct offices *offices, struct import_report *report, struct arena *a,
                          const char **error_r) {
    if (length > IMPORT_LIMIT)
        return fail(a, error_r, "The file is larger than 32 MiB.");
    struct csv_table table;
    if (!csv_read(a, csv, length, &table, error_r))
        return false;
    if (!names_somebody(&table))
        return fail(a, error_r, "Line 1: there is no column \"name\" and none \"post\".");
    struct import in = import_start(directory, report, a, error_r);
    struct line *lines = ARENA_ARRAY(a, table.records.count, struct line);
    for (size_t i = 0; i < table.records.count; i++) {
        if (!read_line(&in, &table, &table.records.at[i], &lines[i]))
            return false;
        take_line(&in, &table, &lines[i]);
    }
    for (size_t i = 0; i < table.records.count; i++) { /* now that all posts and memberships are known */
        in.line = lines[i].record->line;
        if (lines[i].post != NULL && lines[i].deputy != NULL)
            take_deputy(&in, &lines[i]);
        if (lines[i].person_id != NULL && lines[i].manager != NULL)
            take_manager(&in, &lines[i]);
        end_others(&in, &lines[i], today, offices);
    }
    draft_build(in.draft, directory);
    return true;
}
