/* What the viewer may name in a field: answers, services, people, records. */
#include "sight/sight_private.h"

#define SOURCES_MOST 50

static void add_choice(const struct gate *gate, struct view_field *view, size_t room, struct view_choice choice) {
    if (view->choices == NULL)
        view->choices = ARENA_ARRAY(gate->sight->a, room, struct view_choice);
    view->choices[view->choice_count++] = choice;
}

static int by_label(const void *left, const void *right) {
    const struct view_choice *a = left, *b = right;
    int order = strcmp(a->label, b->label);
    return order != 0 ? order : strcmp(a->value, b->value);
}

static void sort_choices(struct view_field *view) {
    if (view->choice_count > 1)
        qsort(view->choices, view->choice_count, sizeof(*view->choices), by_label);
}

/* ---- answers ---- */

static void show_answers(const struct gate *gate, const struct situation *situation, const struct power *power,
                         const struct field *field, struct view_field *view) {
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];
        if (choice->by.count == 0 || relations_include(situation, &choice->by, situation->actor, power))
            add_choice(gate, view, field->choice_count,
                       (struct view_choice){
                           .value = choice->value, .label = choice->label, .hint = choice->hint, .by_pack = true});
    }
}

/* ---- services, bodies, wards ---- */

const struct post *head_of_service(const struct gate *gate, const struct organization *service) {
    const struct sight *sight = gate->sight;
    const struct record_facts about = {.service = service};
    const struct situation situation = {
        .council = sight->council, .pack = sight->council->pack, .today = gate->today, .record = &about};
    const struct relation head = {.kind = RELATION_HEAD_OF_SERVICE};
    struct principals heads = {0};
    relation_principals(&situation, &head, NULL, sight->a, &heads);
    return heads.list.count == 0 ? NULL : directory_post(sight->council->directory, heads.list.at[0] + strlen("post:"));
}

static void show_bodies(const struct gate *gate, const struct field *field, struct view_field *view) {
    const struct directory *directory = gate->sight->council->directory;
    for (size_t i = 0; i < directory->organization_count; i++)
        if (field_admits_body(field, &directory->organizations[i]))
            add_choice(gate, view, directory->organization_count,
                       (struct view_choice){.value = directory->organizations[i].id,
                                            .label = directory->organizations[i].name});
    sort_choices(view);
}

static void show_wards(const struct gate *gate, struct view_field *view) {
    const struct directory *directory = gate->sight->council->directory;
    for (size_t i = 0; i < directory->area_count; i++)
        add_choice(gate, view, directory->area_count,
                   (struct view_choice){.value = directory->areas[i].id, .label = directory->areas[i].name});
    sort_choices(view);
}

/* Only those with somebody at their head can take anything. */
static void show_services(const struct gate *gate, struct view_field *view) {
    const struct directory *directory = gate->sight->council->directory;
    for (size_t i = 0; i < directory->organization_count; i++) {
        const struct organization *service = &directory->organizations[i];
        const struct post *head = service->kind == ORGANIZATION_SERVICE ? head_of_service(gate, service) : NULL;
        if (head != NULL && directory_holder(directory, head, gate->today) != NULL)
            add_choice(gate, view, directory->organization_count,
                       (struct view_choice){.value = service->id, .label = service->name});
    }
    sort_choices(view);
}

/* ---- posts ---- */

static void show_posts(const struct gate *gate, const struct situation *situation, const struct power *power,
                       const struct field *field, struct view_field *view) {
    const struct directory *directory = gate->sight->council->directory;
    struct principals posts = {0};
    field_posts(situation, field, power, gate->sight->a, &posts);
    for (size_t i = 0; i < posts.list.count; i++) {
        const struct post *post = directory_post(directory, posts.list.at[i] + strlen("post:"));
        const struct person *holder = post == NULL ? NULL : directory_holder(directory, post, gate->today);
        if (post != NULL)
            add_choice(gate, view, posts.list.count,
                       (struct view_choice){.value = post->id,
                                            .label = post->label,
                                            .hint = holder == NULL ? text_say(gate->sight->language, "vacant")
                                                                   : person_shown(gate, holder, gate->today).name});
    }
    sort_choices(view);
}

/* ---- people ---- */

/* Those among whom somebody is the principal. */
struct candidates {
    const struct membership **memberships; /* NULL: everybody */
    size_t count;
};

static struct candidates candidates_of(const struct directory *directory, const char *principal) {
    const char *id = strchr(principal, ':') + 1;
    const struct post *post = text_starts(principal, "post:") ? directory_post(directory, id) : NULL;
    if (post != NULL && post->deputy == NULL)
        return (struct candidates){.memberships = post->memberships, .count = post->membership_count};
    const struct organization *service =
        text_starts(principal, "service:") ? directory_organization(directory, id) : NULL;
    if (service != NULL)
        return (struct candidates){.memberships = service->memberships, .count = service->membership_count};
    return (struct candidates){.count = directory->person_count};
}

static bool is_chosen(const struct view_field *view, const struct person *person) {
    for (size_t i = 0; i < view->choice_count; i++)
        if (view->choices[i].value == person->id)
            return true;
    return false;
}

/* The directory is not for guests. */
static const char *unit_of(const struct gate *gate, const struct person *person) {
    const struct directory *directory = gate->sight->council->directory;
    if (gate->sight->viewer->kind == PERSON_GUEST)
        return NULL;
    const struct organization *unit = person->kind == PERSON_MEMBER
                                          ? directory_group_of(directory, person, gate->today)
                                          : directory_service_of(directory, person, gate->today);
    return unit == NULL ? NULL : unit->name;
}

static void add_person(const struct gate *gate, const char *principal, const struct person *person,
                       struct view_field *view) {
    const struct council *council = gate->sight->council;
    if (person == NULL || is_chosen(view, person) || name_is_hidden(gate, person, gate->today) ||
        !principal_includes(council, principal, person, gate->today))
        return;
    struct view_person shown = person_shown(gate, person, gate->today);
    add_choice(gate, view, council->directory->person_count,
               (struct view_choice){
                   .value = person->id, .label = person->name, .hint = shown.title, .unit = unit_of(gate, person)});
}

static void leave_out_who_is_not_admitted(const struct situation *situation, const struct power *power,
                                          const struct field *field, struct view_field *view) {
    const struct directory *directory = situation->council->directory;
    size_t kept = 0;
    for (size_t i = 0; i < view->choice_count; i++)
        if (field_admits(situation, field, power, directory_person(directory, view->choices[i].value)))
            view->choices[kept++] = view->choices[i];
    view->choice_count = kept;
}

static void show_people(const struct gate *gate, const struct situation *situation, const struct power *power,
                        const struct field *field, struct view_field *view) {
    const struct directory *directory = gate->sight->council->directory;
    struct principals principals = {0};
    for (size_t i = 0; i < field->among.count; i++)
        relation_principals(situation, &field->among.at[i], power, gate->sight->a, &principals);
    for (size_t p = 0; p < principals.list.count; p++) {
        struct candidates candidates = candidates_of(directory, principals.list.at[p]);
        for (size_t i = 0; i < candidates.count; i++)
            add_person(gate, principals.list.at[p],
                       candidates.memberships == NULL ? &directory->people[i] : candidates.memberships[i]->person,
                       view);
    }
    if (field->not_among.count > 0 || (power != NULL && power->handler == field))
        leave_out_who_is_not_admitted(situation, power, field, view);
    sort_choices(view);
}

/* ---- clauses ---- */

static void show_clauses(const struct gate *gate, const struct field *field, struct view_field *view) {
    for (size_t i = 0; i < field->clauses.count; i++) {
        const struct clause *clause = field->clauses.at[i];
        add_choice(gate, view, field->clauses.count,
                   (struct view_choice){.value = clause->id,
                                        .label = arena_printf(gate->sight->a, "%s: %s", clause->id, clause->summary),
                                        .by_pack = true});
    }
}

/* ---- records ---- */

/* Those of one procedure of which the viewer can read the part that is copied. */
static void read_sources(const struct gate *gate, const char *procedure, const char *part, struct rows *rows) {
    for (size_t h = 0; h < gate->holds.count; h++)
        for (int open = 0; open <= 1; open++) {
            struct query *q = query(gate->sight->db, Q_LIST_SOURCES);
            bind_int(q, gate->holds.at[h].principal);
            bind_text(q, procedure);
            bind_int(q, open);
            bind_int(q, gate->holds.at[h].sees_from);
            bind_text(q, part);
            bind_int(q, (int64_t)rows->room);
            rows_read(gate, q, open == 1, rows);
        }
}

/* Those of one procedure that the viewer can see, in a state; NULL: in any. */
static void read_in_state(const struct gate *gate, const struct procedure *procedure, const struct state *state,
                          struct rows *rows) {
    for (size_t h = 0; h < gate->holds.count; h++)
        for (int open = 0; open <= 1; open++) {
            if (state != NULL && state->final == (open == 1))
                continue;
            struct query *q = query(gate->sight->db, Q_LIST_IN_STATE);
            bind_int(q, gate->holds.at[h].principal);
            bind_text(q, procedure->name);
            bind_int(q, open);
            bind_int(q, gate->holds.at[h].sees_from);
            bind_text(q, state == NULL ? NULL : state->name);
            bind_int(q, (int64_t)rows->room);
            rows_read(gate, q, open == 1, rows);
        }
}

static void read_named(const struct gate *gate, const struct procedure *procedure, const struct field *field,
                       struct rows *rows) {
    if (field->in.count == 0)
        read_in_state(gate, procedure, NULL, rows);
    for (size_t i = 0; i < field->in.count; i++) {
        const struct state *state = procedure_state(procedure, field->in.at[i]);
        if (state != NULL)
            read_in_state(gate, procedure, state, rows);
    }
}

/* Of records that are at a time and about nothing else somebody chooses by who is there, too. */
static const char *label_of(const struct gate *gate, const struct row *row) {
    const struct procedure *procedure =
        row->titled ? NULL : pack_procedure(gate->sight->council->pack, row->view.procedure);
    const char *handler = NULL;
    const char *time = procedure == NULL ? NULL : title_by_time(gate, row->place.record, procedure, &handler);
    return time == NULL || handler == NULL ? row->view.title : arena_join(gate->sight->a, time, ", ", handler, NULL);
}

/* The newest records that the viewer may name; one more is read, to know that there are more. */
static void show_records(const struct gate *gate, const struct situation *situation, const struct field *field,
                         struct view_field *view) {
    struct rows rows = rows_new(gate->sight->a, SOURCES_MOST + 1);
    for (size_t i = 0; i < situation->pack->procedure_count; i++) {
        const struct procedure *procedure = &situation->pack->procedures[i];
        if (!names_admit(&field->of, procedure->name))
            continue;
        if (field->copies == NULL)
            read_named(gate, procedure, field, &rows);
        else if (procedure_part(procedure, field->copies) != NULL)
            read_sources(gate, procedure->name, field->copies, &rows);
    }
    view->more_choices = rows.count > SOURCES_MOST;
    for (size_t i = 0; i < rows.count && i < SOURCES_MOST; i++)
        add_choice(gate, view, rows.count,
                   (struct view_choice){.value = rows.at[i].view.ref,
                                        .label = label_of(gate, &rows.at[i]),
                                        .hint = rows.at[i].view.ref,
                                        .by_pack = text_equal(rows.at[i].view.title, rows.at[i].view.procedure_title)});
}

/* ---- parts ---- */

static bool is_written(const struct gate *gate, int64_t record, const char *part) {
    struct query *q = query(gate->sight->db, Q_ENTRY_BODIES);
    bind_int(q, record);
    bind_text(q, part);
    bool written = query_step(q);
    query_end(q);
    return written;
}

/* None before it is said of which record. */
static void show_parts(const struct gate *gate, const struct situation *situation, const struct field *field,
                       struct view_field *view) {
    const struct source *record = source_of(situation, field->part_of);
    struct opened opened;
    if (record == NULL || !record_opened(gate, record->ref, &opened))
        return;
    for (size_t i = 0; i < opened.procedure->part_count; i++) {
        const struct part *part = &opened.procedure->parts[i];
        if (parts_have(&opened.parts, part->name) && is_written(gate, opened.id, part->name))
            add_choice(gate, view, opened.procedure->part_count,
                       (struct view_choice){.value = part->name, .label = part->title, .by_pack = true});
    }
}

void choices_shown(const struct gate *gate, const struct situation *situation, const struct power *power,
                   const struct field *field, struct view_field *view) {
    switch (field->kind) {
    case FIELD_CHOICE:
        show_answers(gate, situation, power, field, view);
        break;
    case FIELD_SERVICE:
        show_services(gate, view);
        break;
    case FIELD_BODY:
        show_bodies(gate, field, view);
        break;
    case FIELD_WARD:
    case FIELD_WARDS:
        show_wards(gate, view);
        break;
    case FIELD_POST:
        show_posts(gate, situation, power, field, view);
        break;
    case FIELD_PERSON:
    case FIELD_PEOPLE:
        show_people(gate, situation, power, field, view);
        break;
    case FIELD_CLAUSE:
        show_clauses(gate, field, view);
        break;
    case FIELD_RECORD:
        show_records(gate, situation, field, view);
        break;
    case FIELD_PART:
        show_parts(gate, situation, field, view);
        break;
    case FIELD_GUEST:
    case FIELD_TEXT:
    case FIELD_LONG:
    case FIELD_ATTEST:
    case FIELD_DATE:
    case FIELD_TIME:
    case FIELD_KIND_COUNT:
        break;
    }
}
