/* The equality report: what each group and service has of requests, answers and delays, how many records have which
 * answer to a question that is counted, and nothing of one Member. */
#include "engine/engine_private.h"

#define NOBODY "" /* no person has this id */

/* False when it was counted before, or the db failed. */
static bool is_first(struct db *db, const char *key, int32_t date) {
    struct query *q = query(db, Q_REQUEST_GET);
    bind_text(q, NOBODY);
    bind_text(q, key);
    bool before = query_step(q);
    query_end(q);
    if (before)
        return false;
    q = query(db, Q_REQUEST_ADD);
    bind_text(q, NOBODY);
    bind_text(q, key);
    bind_text(q, "");
    bind_text(q, "spared");
    bind_int(q, zone_instant(ZONE_UTC, date, 0)); /* the very moment might tell who it was */
    return query_run(q);
}

bool engine_spared(struct db *db, int32_t date, const char *procedure, const char *service, const char *key) {
    if (key != NULL && !is_first(db, key, date))
        return false;
    struct query *q = query(db, Q_SPARED_ADD);
    bind_int(q, date);
    bind_text(q, procedure);
    bind_text(q, service == NULL ? "" : service);
    return query_run(q);
}

/* ---- counting */

struct tallies {
    LIST(struct tally) list;
};

struct tally {
    struct report_line line;
    LIST(const char *) people; /* who opened some: REPORT_LEAST of them at most, for more make no difference */
    LIST(int) days;            /* to the first answer or refusal, one for each request that has one */
    struct tallies procedures; /* of a group or service */
};

/* A question whose answers are counted, with a tally for each choice. */
struct question {
    const struct procedure *procedure;
    const struct field *field;
    struct tallies choices;
};

struct counting {
    const struct council *council;
    const struct language *language; /* of whoever reads it */
    const struct calendar *calendar;
    struct arena *a;
    struct tallies groups, services;
    LIST(struct question) questions;
};

/* One of several that a record can be, and that is all. */
static void tally_add_choice(struct counting *counting, struct tallies *tallies, const char *id, const char *name) {
    struct tally tally = {.line = {.id = id, .name = name}};
    LIST_ADD(counting->a, &tallies->list, tally);
}

static void tally_add(struct counting *counting, struct tallies *tallies, const char *id, const char *name) {
    const struct pack *pack = counting->council->pack;
    struct tally tally = {.line = {.id = id, .name = name}};
    for (size_t i = 0; i < pack->procedure_count; i++)
        tally_add_choice(counting, &tally.procedures, pack->procedures[i].name, pack->procedures[i].title);
    LIST_ADD(counting->a, &tallies->list, tally);
}

/* That of an organization, which may be gone from the directory; none: NULL. */
static struct tally *tally_of(struct counting *counting, struct tallies *tallies, const char *id) {
    for (size_t i = 0; i < tallies->list.count; i++)
        if (text_equal(tallies->list.at[i].line.id, id))
            return &tallies->list.at[i];
    tally_add(counting, tallies, id, id == NULL ? text_say(counting->language, "No service") : id);
    return &tallies->list.at[tallies->list.count - 1];
}

/* Those that are there are in the report, with or without requests. */
static void tally_organizations(struct counting *counting) {
    const struct directory *directory = counting->council->directory;
    for (size_t i = 0; i < directory->organization_count; i++) {
        const struct organization *organization = &directory->organizations[i];
        if (organization->kind == ORGANIZATION_GROUP)
            tally_add(counting, &counting->groups, organization->id, organization->name);
        else if (organization->kind == ORGANIZATION_SERVICE)
            tally_add(counting, &counting->services, organization->id, organization->name);
    }
    tally_add(counting, &counting->groups, NULL,
              arena_printf(counting->a, text_say(counting->language, "%s without a group"),
                           pack_word_in(counting->council->pack, counting->language, "Members")));
}

static void tally_question(struct counting *counting, const struct procedure *procedure, const struct field *field) {
    struct question question = {.procedure = procedure, .field = field};
    for (size_t i = 0; i < field->choice_count; i++)
        tally_add_choice(counting, &question.choices, field->choices[i].value, field->choices[i].label);
    LIST_ADD(counting->a, &counting->questions, question);
}

static void tally_questions(struct counting *counting) {
    const struct pack *pack = counting->council->pack;
    for (size_t i = 0; i < pack->procedure_count; i++) {
        const struct form *form = &pack->procedures[i].open_form;
        for (size_t k = 0; k < form->count; k++)
            if (form->at[k].counted)
                tally_question(counting, &pack->procedures[i], &form->at[k]);
    }
}

/* A record of the statement REPORT_RECORDS. */
struct opened {
    const char *procedure, *opener, *group, *service;
    const char *facts;             /* as the store keeps them */
    instant at, answered, refused; /* INSTANT_NONE: not */
    int64_t missed;
};

static void count_opener(struct counting *counting, struct tally *tally, const char *opener) {
    bool known = tally->people.count == REPORT_LEAST;
    for (size_t i = 0; i < tally->people.count && !known; i++)
        known = strcmp(tally->people.at[i], opener) == 0;
    if (!known)
        LIST_ADD(counting->a, &tally->people, opener);
    tally->line.opened++;
}

/* Under a procedure that the pack has no more, too. */
static void count_procedure(struct counting *counting, struct tally *tally, const struct opened *opened) {
    struct tallies *procedures = &tally->procedures;
    size_t i = 0;
    while (i < procedures->list.count && strcmp(procedures->list.at[i].line.id, opened->procedure) != 0)
        i++;
    if (i == procedures->list.count)
        tally_add_choice(counting, procedures, opened->procedure, opened->procedure);
    count_opener(counting, &procedures->list.at[i], opened->opener);
}

static void count(struct counting *counting, struct tally *tally, const struct opened *opened) {
    struct report_line *line = &tally->line;
    instant first = opened->answered;
    if (first == INSTANT_NONE || (opened->refused != INSTANT_NONE && opened->refused < first))
        first = opened->refused;
    count_opener(counting, tally, opened->opener);
    line->answered += opened->answered != INSTANT_NONE;
    line->refused += opened->refused != INSTANT_NONE;
    line->missed += opened->missed;
    count_procedure(counting, tally, opened);
    if (first != INSTANT_NONE) {
        enum zone zone = calendar_zone(counting->calendar);
        LIST_ADD(counting->a, &tally->days,
                 calendar_count(counting->calendar, zone_local(zone, opened->at).date, zone_local(zone, first).date));
    }
}

/* By the pack in force: a choice that an earlier version had, or that was not made, counts nowhere. */
static void count_answers(struct counting *counting, const struct opened *opened) {
    struct values facts = {0};
    for (size_t i = 0; i < counting->questions.count; i++) {
        struct question *question = &counting->questions.at[i];
        if (strcmp(question->procedure->name, opened->procedure) != 0)
            continue;
        if (facts.list.count == 0)
            values_parse(counting->a, &facts, opened->facts);
        const char *answer = values_get(&facts, question->field->name);
        for (size_t k = 0; k < question->choices.list.count; k++)
            if (text_equal(question->choices.list.at[k].line.id, answer))
                count_opener(counting, &question->choices.list.at[k], opened->opener);
    }
}

static void count_records(struct counting *counting, struct db *db, instant from, instant until, instant before) {
    struct query *q = query(db, Q_REPORT_RECORDS);
    bind_int(q, from);
    bind_int(q, until);
    bind_int(q, before);
    while (query_step(q)) {
        struct opened opened = {
            .procedure = column_copy(q, 0, counting->a),
            .opener = column_copy(q, 1, counting->a),
            .group = column_copy(q, 2, counting->a),
            .service = column_copy(q, 3, counting->a),
            .at = column_int(q, 4),
            .answered = column_is_null(q, 5) ? INSTANT_NONE : column_int(q, 5),
            .refused = column_is_null(q, 6) ? INSTANT_NONE : column_int(q, 6),
            .missed = column_int(q, 7),
            .facts = column_copy(q, 8, counting->a),
        };
        const struct person *opener = directory_person(counting->council->directory, opened.opener);
        bool left = opener == NULL && !text_starts(opened.opener, GUEST_PREFIX);
        if (left || (opener != NULL && opener->kind == PERSON_MEMBER))
            count(counting, tally_of(counting, &counting->groups, opened.group), &opened);
        count(counting, tally_of(counting, &counting->services, opened.service), &opened);
        count_answers(counting, &opened);
    }
    query_end(q);
}

static void count_spared(struct counting *counting, struct db *db, int32_t from, int32_t to, struct report *report) {
    struct query *q = query(db, Q_REPORT_SPARED);
    bind_int(q, from);
    bind_int(q, to);
    while (query_step(q)) {
        const char *service = column_text(q, 0)[0] == '\0' ? NULL : column_copy(q, 0, counting->a);
        int64_t spared = column_int(q, 1);
        report->spared += spared;
        tally_of(counting, &counting->services, service)->line.spared += spared;
    }
    query_end(q);
}

/* ---- what is shown of it */

static int compare_days(const void *left, const void *right) {
    int a = *(const int *)left, b = *(const int *)right;
    return (a > b) - (a < b);
}

static int64_t doubled_median(int *days, size_t count) {
    if (count == 0)
        return -1;
    qsort(days, count, sizeof(*days), compare_days);
    return (int64_t)days[(count - 1) / 2] + days[count / 2];
}

static int64_t if_not_few(int64_t number) {
    return number < REPORT_LEAST ? -1 : number;
}

/* One of two people who read it would know of the other: their own share is no news to them. */
static bool is_from_few(const struct tally *tally) {
    return tally->people.count < REPORT_LEAST;
}

static void hide_lines(const struct counting *counting, struct tallies *tallies) {
    for (size_t i = 0; i < tallies->list.count; i++) {
        struct tally *tally = &tallies->list.at[i];
        if (tally->line.opened < REPORT_LEAST)
            tally->line.hidden = arena_printf(counting->a, text_say(counting->language, "fewer than %d"), REPORT_LEAST);
        else if (is_from_few(tally))
            tally->line.hidden =
                arena_printf(counting->a, text_say(counting->language, "from fewer than %d people"), REPORT_LEAST);
    }
}

/* Groups and services add up to about the same. The sum of a table that hides one line at the most is known to two. */
static bool is_sum_known(const struct tallies *tallies) {
    int hidden = 0;
    for (size_t i = 0; i < tallies->list.count; i++)
        hidden += tallies->list.at[i].line.hidden != NULL;
    return hidden < 2;
}

/* Where the sum is known, a line that is hidden alone is what the others leave of it. With it must go another one of
 * which a reader does not know how large it is; with one Member's, which is large, a line of "fewer than 3" will not
 * do. */
static bool is_enough_hidden(const struct tallies *tallies) {
    int few = 0, from_few = 0, large = 0;
    for (size_t i = 0; i < tallies->list.count; i++) {
        const struct tally *tally = &tallies->list.at[i];
        bool hidden = tally->line.hidden != NULL, is_large = tally->line.opened >= REPORT_LEAST;
        few += hidden && !is_large && tally->line.opened > 0;
        from_few += hidden && is_large && is_from_few(tally);
        large += hidden && is_large;
    }
    return large >= (from_few > 0 ? 2 : few > 0 ? 1 : 0);
}

static struct tally *smallest_shown(struct tallies *tallies) {
    struct tally *smallest = NULL;
    for (size_t i = 0; i < tallies->list.count; i++) {
        struct tally *tally = &tallies->list.at[i];
        if (tally->line.hidden == NULL && (smallest == NULL || tally->line.opened < smallest->line.opened))
            smallest = tally;
    }
    return smallest;
}

static void hide_more(const struct counting *counting, struct tallies *tallies) {
    struct tally *beside;
    while (!is_enough_hidden(tallies) && (beside = smallest_shown(tallies)) != NULL)
        beside->line.hidden = text_say(counting->language, "left out, as another line could be worked out from it");
}

static void hide_beside(const struct counting *counting, struct tallies *tallies, const struct tallies *other) {
    if (is_sum_known(other))
        hide_more(counting, tallies);
}

/* The same for what was spared, of which the sum is told. */
static void hide_spared(struct tallies *services) {
    struct tally *smallest = NULL;
    bool alone = false;
    for (size_t i = 0; i < services->list.count; i++) {
        struct tally *tally = &services->list.at[i];
        bool few = tally->line.spared < REPORT_LEAST;
        alone = alone || (few && tally->line.spared > 0);
        if (!few && (smallest == NULL || tally->line.spared < smallest->line.spared))
            smallest = tally;
        tally->line.spared = if_not_few(tally->line.spared);
    }
    if (alone && smallest != NULL)
        smallest->line.spared = -1;
}

static int64_t records_shown(const struct tally *tally) {
    return tally->line.hidden == NULL ? tally->line.opened : -1;
}

/* What must not be shown is gone before anybody can print it. The line says how many records there are of all
 * procedures. */
static struct report_line line_shown(const struct counting *counting, struct tally *tally) {
    struct report_line *line = &tally->line;
    line->half_days = doubled_median(tally->days.at, tally->days.count);
    if (line->hidden != NULL)
        return (struct report_line){
            .id = line->id, .name = line->name, .hidden = line->hidden, .half_days = -1, .spared = line->spared};
    hide_lines(counting, &tally->procedures);
    hide_more(counting, &tally->procedures);
    for (size_t i = 0; i < tally->procedures.list.count; i++) {
        const struct tally *procedure = &tally->procedures.list.at[i];
        LIST_ADD(counting->a, &line->procedures,
                 ((struct report_count){procedure->line.id, procedure->line.name, records_shown(procedure)}));
    }
    return *line;
}

/* The sum of the answers is taken as known: lines of groups and services say how many records there are. */
static struct report_question question_shown(const struct counting *counting, struct question *question) {
    struct report_question shown = {.procedure = question->procedure, .field = question->field};
    hide_lines(counting, &question->choices);
    hide_more(counting, &question->choices);
    for (size_t i = 0; i < question->choices.list.count; i++) {
        const struct tally *tally = &question->choices.list.at[i];
        struct report_choice choice = {tally->line.id, tally->line.name, records_shown(tally)};
        LIST_ADD(counting->a, &shown.choices, choice);
    }
    return shown;
}

/* By name, and those without an organization last. */
static int compare_tallies(const void *left, const void *right) {
    const struct report_line *a = &((const struct tally *)left)->line, *b = &((const struct tally *)right)->line;
    if ((a->id == NULL) != (b->id == NULL))
        return a->id == NULL ? 1 : -1;
    int order = strcmp(a->name, b->name);
    return order != 0 || a->id == NULL ? order : strcmp(a->id, b->id);
}

static void sort(struct tallies *tallies) {
    if (tallies->list.count > 0)
        qsort(tallies->list.at, tallies->list.count, sizeof(*tallies->list.at), compare_tallies);
}

bool engine_report(struct db *db, const struct council *council, const struct language *in, int32_t from, int32_t to,
                   instant before, struct arena *a, struct report *report_r) {
    struct counting counting = {.council = council,
                                .language = in,
                                .calendar = council_calendar(council, &council->pack->calendars[0]),
                                .a = a};
    *report_r = (struct report){0};
    tally_organizations(&counting);
    tally_questions(&counting);
    count_records(&counting, db, zone_instant(council->zone, from, 0), zone_instant(council->zone, to, 86400), before);
    count_spared(&counting, db, from, to, report_r);
    report_r->spared = if_not_few(report_r->spared);
    sort(&counting.groups);
    sort(&counting.services);
    hide_spared(&counting.services);
    hide_lines(&counting, &counting.groups);
    hide_lines(&counting, &counting.services);
    hide_beside(&counting, &counting.groups, &counting.services);
    hide_beside(&counting, &counting.services, &counting.groups);
    for (size_t i = 0; i < counting.groups.list.count; i++)
        LIST_ADD(a, &report_r->groups, line_shown(&counting, &counting.groups.list.at[i]));
    for (size_t i = 0; i < counting.services.list.count; i++)
        LIST_ADD(a, &report_r->services, line_shown(&counting, &counting.services.list.at[i]));
    for (size_t i = 0; i < counting.questions.count; i++)
        LIST_ADD(a, &report_r->questions, question_shown(&counting, &counting.questions.at[i]));
    return db_failed(db) == NULL;
}
