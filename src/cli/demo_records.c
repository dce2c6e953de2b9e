#include "api/api.h"
#include "cli/demo.h"

#define WEEKS 8

instant demo_beginning(instant now) {
    return now - WEEKS * 7 * INT64_C(86400);
}

/* A step of a record's story, at its time. */
struct moment {
    instant at;
    size_t record, step; /* the affairs count on after the records */
};

struct life {
    struct cli *cli;
    struct engine *engine;
    const struct demo_council *council;
    const struct demo_affair *affairs;
    const struct calendar *calendar;
    const struct directory *directory;
    const struct pack *pack;
    instant now;
    int32_t today;
    size_t record_count;
    const char **refs; /* by record, then by affair; NULL: not opened yet */
    LIST(struct moment) moments;
};

/* ---- when */

/* Between nine and half past four, another time for each record; steps of one day one after the other. */
static instant time_of(const struct life *life, size_t record, size_t step, int ago) {
    int minute = 9 * 60 + (int)(record * 37 % 380) + (int)step * 10;
    instant at =
        zone_instant(calendar_zone(life->calendar), demo_working_day(life->calendar, life->today, -ago), minute * 60);
    return at < life->now ? at : life->now - 1;
}

static int by_time(const void *a, const void *b) {
    const struct moment *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->record != y->record)
        return x->record < y->record ? -1 : 1;
    return x->step < y->step ? -1 : x->step > y->step;
}

static void plan_step(struct life *life, size_t record, size_t step, int ago) {
    struct moment moment = {time_of(life, record, step, ago), record, step};
    LIST_ADD(life->cli->a, &life->moments, moment);
}

static void plan(struct life *life) {
    for (size_t i = 0; i < life->record_count; i++) {
        const struct demo_plot *plot = &demo_plots[life->council->records[i].story];
        for (size_t step = 0; step < plot->count; step++)
            plan_step(life, i, step, plot->steps[step].days_ago);
    }
    for (size_t i = 0; life->affairs[i].procedure != NULL; i++) {
        const struct demo_deed *deeds = life->affairs[i].deeds;
        for (size_t step = 0; step < DEMO_STEPS_MOST && deeds[step].person != NULL; step++)
            plan_step(life, life->record_count + i, step, deeds[step].days_ago);
    }
    if (life->moments.count > 0)
        qsort(life->moments.at, life->moments.count, sizeof(struct moment), by_time);
}

/* ---- who */

static const struct demo_person *officer_of(const struct life *life, const char *service, bool head) {
    const struct demo_person *person = life->council->officers;
    for (; person->name != NULL; person++)
        if (text_equal(person->unit, service) && text_equal(person->posts[0].role, "head") == head)
            break;
    return person->name == NULL ? NULL : person;
}

static const char *actor_of(const struct life *life, const struct demo_record *record, enum demo_who who) {
    if (who == WHO_OPENER)
        return record->opener[0] == '\0' ? NULL : demo_person_id(life->cli->a, record->opener);
    if (who == WHO_MONITORING) {
        const struct post *post = directory_post_by_role(life->directory, "monitoring-officer", NULL);
        return post == NULL ? NULL : directory_holder(life->directory, post, life->today)->id;
    }
    const struct demo_person *officer = officer_of(life, record->service, who == WHO_HEAD);
    return officer == NULL ? NULL : demo_person_id(life->cli->a, officer->name);
}

/* ---- what */

static const char *record_text(const struct demo_record *record, const char *field) {
    if (strcmp(field, "subject") == 0)
        return record->subject;
    if (strcmp(field, "question") == 0 || strcmp(field, "complaint") == 0)
        return record->question;
    if (strcmp(field, "advice") == 0)
        return record->advice == NULL ? record->answer : record->advice;
    if (strcmp(field, "answer") == 0 || strcmp(field, "facts") == 0)
        return record->answer;
    return NULL;
}

static const char *value_of(const struct life *life, size_t index, const struct field *field, const char *choices) {
    struct arena *a = life->cli->a;
    const struct demo_record *record = &life->council->records[index];
    const char *text = demo_given(a, choices, field->name);
    if (text != NULL)
        return text;
    switch (field->kind) {
    case FIELD_ATTEST:
        return "yes";
    case FIELD_CHOICE:
        return demo_usual_choice(field);
    case FIELD_SERVICE:
        return record->service;
    case FIELD_PERSON:
        return record->service == NULL ? demo_person_id(a, record->answer) : actor_of(life, record, WHO_JUNIOR);
    case FIELD_TIME:
    case FIELD_BODY:
    case FIELD_WARD:
    case FIELD_WARDS:
    case FIELD_POST:
    case FIELD_PEOPLE:
    case FIELD_CLAUSE:
    case FIELD_PART: /* a plot says what */
    case FIELD_KIND_COUNT:
        return NULL;
    case FIELD_RECORD: /* the facts of the record before it */
        return index == 0 ? NULL : life->refs[index - 1];
    case FIELD_DATE: {
        struct local today = zone_local(calendar_zone(life->calendar), clock_now(engine_clock(life->engine)));
        return day_format(a, today.date + 14, DAY_ISO);
    }
    case FIELD_GUEST:
    case FIELD_TEXT:
    case FIELD_LONG:
        text = record_text(record, field->name);
        return text != NULL ? text : demo_text(field->name, (unsigned)index);
    }
    return NULL;
}

static void fill(const struct life *life, size_t index, const struct form *form, const char *choices,
                 struct values *values) {
    for (size_t i = 0; i < form->count; i++) {
        const char *value = value_of(life, index, &form->at[i], choices);
        if (value != NULL && values_get(values, form->at[i].name) == NULL)
            values_put(life->cli->a, values, form->at[i].name, value);
    }
}

/* ---- living through it */

/* A choice that was made when the record was opened decides which of a pack's powers there are. */
static bool there_is(const struct life *life, const struct power *power, const struct demo_plot *plot) {
    for (size_t i = 0; power != NULL && i < power->when.count; i++) {
        const struct test *test = &power->when.at[i];
        if (test->kind != TEST_FIELD)
            continue;
        const char *value = demo_given(life->cli->a, plot->steps[0].choices, test->field->name);
        if (value == NULL)
            value = demo_usual_choice(test->field);
        bool among = false;
        for (size_t k = 0; k < test->value_count; k++)
            among = among || strcmp(test->values[k], value) == 0;
        if (among == test->negated)
            return false;
    }
    return power != NULL;
}

/* conditional: what the protocol refuses here (telling the Administration of its own question) is no part of the
 * story. */
static bool act(struct life *life, size_t record, const char *called, const struct request *request, bool conditional,
                const char **error_r) {
    struct result result = {0};
    engine_act(life->engine, request, life->cli->a, &result);
    if (result.kind == RESULT_REFUSED && conditional)
        return true;
    if (result.kind != RESULT_DONE)
        return fail(life->cli->a, error_r, "The demo's \"%s\" could not be %s: %s %s", called,
                    request->power == NULL ? "opened" : request->power,
                    result.errors.count > 0 ? result.errors.at[0].field : "",
                    result.errors.count > 0 ? result.errors.at[0].say
                    : result.say == NULL    ? ""
                                            : result.say);
    if (request->power == NULL)
        life->refs[record] = result.ref;
    return true;
}

static bool act_in_record(struct life *life, const struct moment *moment, const char **error_r) {
    const struct demo_record *record = &life->council->records[moment->record];
    const struct demo_plot *plot = &demo_plots[record->story];
    const struct demo_step *step = &plot->steps[moment->step];
    const struct procedure *procedure = pack_procedure(life->pack, plot->procedure);
    struct request request = {.person = actor_of(life, record, step->who)};
    bool conditional = false;
    if (step->power == NULL) {
        request.procedure = plot->procedure;
        fill(life, moment->record, &procedure->open_form, step->choices, &request.fields);
    } else {
        const struct power *power = procedure_power(procedure, step->power);
        if (!there_is(life, power, plot))
            return true;
        request.ref = life->refs[moment->record];
        request.power = step->power;
        conditional = power->when.count > 0;
        fill(life, moment->record, &power->form, step->choices, &request.fields);
    }
    return act(life, moment->record, record->subject, &request, conditional, error_r);
}

static bool act_in_affair(struct life *life, const struct moment *moment, const char **error_r) {
    const struct demo_affair *affair = &life->affairs[moment->record - life->record_count];
    const struct demo_deed *deed = &affair->deeds[moment->step];
    const struct procedure *procedure = pack_procedure(life->pack, affair->procedure);
    const struct power *power = procedure == NULL ? NULL : procedure_power(procedure, deed->power);
    const struct demo_filling filling = {.affairs = life->affairs,
                                         .refs = life->refs + life->record_count,
                                         .calendar = life->calendar,
                                         .today = life->today,
                                         .a = life->cli->a};
    struct request request = {.person = demo_person_id(life->cli->a, deed->person)};
    if (procedure == NULL || (deed->power != NULL && power == NULL))
        return fail(life->cli->a, error_r, "The pack has no \"%s\" of the demo's \"%s\".", deed->power,
                    affair->procedure);
    if (deed->power == NULL) {
        request.procedure = affair->procedure;
    } else {
        request.ref = life->refs[moment->record];
        request.power = deed->power;
    }
    demo_fill(&filling, power == NULL ? &procedure->open_form : &power->form, deed->fields, &request.fields);
    return act(life, moment->record, arena_printf(life->cli->a, "%s of %s", affair->procedure, affair->deeds[0].person),
               &request, false, error_r);
}

static bool live(struct life *life, const char **error_r) {
    plan(life);
    for (size_t i = 0; i < life->moments.count; i++) {
        cli_progress(
            arena_printf(life->cli->a, "Living through the demo's past: %zu of %zu", i + 1, life->moments.count));
        const struct moment *moment = &life->moments.at[i];
        if (api_run_clock(life->engine, moment->at, life->cli->a, error_r) < 0 ||
            !(moment->record < life->record_count ? act_in_record : act_in_affair)(life, moment, error_r))
            return false;
    }
    cli_progress(NULL);
    return api_run_clock(life->engine, life->now, life->cli->a, error_r) >= 0;
}

bool demo_records(struct cli *cli, struct engine *engine, const struct demo_council *council,
                  const struct demo_affair *affairs, instant now, const char **error_r) {
    const struct council *snapshot;
    if (!cli_council(cli, engine, &snapshot, error_r))
        return false;
    struct life life = {.cli = cli,
                        .engine = engine,
                        .council = council,
                        .affairs = affairs,
                        .calendar = council_calendar(snapshot, &snapshot->pack->calendars[0]),
                        .directory = snapshot->directory,
                        .pack = snapshot->pack,
                        .now = now,
                        .today = council_day(snapshot, now)};
    size_t affair_count = 0;
    while (council->records[life.record_count].opener != NULL)
        life.record_count++;
    while (affairs[affair_count].procedure != NULL)
        affair_count++;
    life.refs = ARENA_ARRAY(cli->a, life.record_count + affair_count, const char *);
    return live(&life, error_r);
}
