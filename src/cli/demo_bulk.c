/* An archive as large as asked for, for benchmarks: ordinary enquiries of the year before the demo's own story,
 * answered and closed; the last of them still open. Through the engine like everything else, many acts to a
 * transaction. */
#include "cli/demo.h"

#define BATCH ((size_t)1000)
#define SPAN_DAYS 300 /* the demo's people hold their posts since before that */
#define STILL_OPEN 300

struct archive {
    struct cli *cli;
    struct engine *engine;
    const struct demo_council *council;
    LIST(const char *) members;
    LIST(const struct demo_person *) heads;
    struct arena *a; /* a batch's */
    const char *refs[BATCH];
    size_t first, count; /* of the batch */
};

static const char *const subjects[] = {
    "Bins missed",    "Street light out", "Damp in a flat",     "Pothole",   "Parking permits", "A tree over the path",
    "Noise at night", "Planning notice",  "Council tax letter", "Play area", "Bus shelter",     "Fly-tipping"};
static const char *const places[] = {"Mill Lane",      "Castle Street",   "Northfield House", "Harbour Road",
                                     "Weavers' Court", "the High Street", "Orchard Close",    "Station Road",
                                     "the park",       "Church Walk",     "Bridge Street",    "Kings Road"};
static const char *const answers[] = {
    "The crew was sent on Tuesday and the work is done. It was the third report this month, so the round is looked at "
    "again.",
    "This is planned for the coming quarter. Two contractors have been asked, and the order follows when both have "
    "answered.",
    "The inspector saw it last week and found no danger. It is on the list for the ordinary programme of the year.",
};

static const char *person_of(const struct archive *archive, size_t i, bool head) {
    if (head)
        return demo_person_id(archive->a, archive->heads.at[i % archive->heads.count]->name);
    return archive->members.at[i * 7 % archive->members.count];
}

static void fill(const struct archive *archive, size_t i, struct request *request) {
    struct arena *a = archive->a;
    struct values *fields = &request->fields;
    request->person = person_of(archive, i, false);
    request->procedure = "enquiry";
    const char *subject = subjects[i % LENGTH_OF(subjects)],
               *place = places[i / LENGTH_OF(subjects) % LENGTH_OF(places)];
    values_put(a, fields, "service", archive->heads.at[i % archive->heads.count]->unit);
    values_put(a, fields, "for", "myself");
    values_put(a, fields, "purpose", "council");
    values_put(a, fields, "subject", arena_printf(a, "%s, %s", subject, place));
    values_put(
        a, fields, "question",
        arena_printf(
            a,
            "Residents of %s have told me about this for the %zuth time. What is being done, by whom, and until when?",
            place, i % 9 + 4));
    if (strcmp(archive->council->pack, "town") == 0)
        values_put(a, fields, "instruction", "not");
}

static bool run(struct archive *archive, const struct request *requests, size_t count, struct result *results,
                const char **error_r) {
    return engine_act_many(archive->engine, requests, count, archive->a, results, error_r);
}

static bool open_batch(struct archive *archive, const char **error_r) {
    struct request *requests = ARENA_ARRAY(archive->a, archive->count, struct request);
    struct result *results = ARENA_ARRAY(archive->a, archive->count, struct result);
    for (size_t i = 0; i < archive->count; i++)
        fill(archive, archive->first + i, &requests[i]);
    if (!run(archive, requests, archive->count, results, error_r))
        return false;
    for (size_t i = 0; i < archive->count; i++) {
        archive->refs[i] = results[i].ref;
        if (results[i].kind != RESULT_DONE)
            return fail(archive->cli->a, error_r, "An enquiry of the archive was not taken: %s",
                        results[i].say != NULL        ? results[i].say
                        : results[i].errors.count > 0 ? results[i].errors.at[0].say
                                                      : "no reason was given");
    }
    return true;
}

/* What the pack does not have is refused and changes nothing. */
static bool use_batch(struct archive *archive, const char *power, bool head, const char *const *fields,
                      const char **error_r) {
    struct request *requests = ARENA_ARRAY(archive->a, archive->count, struct request);
    struct result *results = ARENA_ARRAY(archive->a, archive->count, struct result);
    for (size_t i = 0; i < archive->count; i++) {
        size_t n = archive->first + i;
        requests[i] = (struct request){.person = person_of(archive, n, head), .ref = archive->refs[i], .power = power};
        for (size_t f = 0; fields != NULL && fields[f] != NULL; f += 2)
            values_put(archive->a, &requests[i].fields, fields[f], fields[f + 1]);
    }
    return run(archive, requests, archive->count, results, error_r);
}

static bool live_batch(struct archive *archive, bool closed, const char **error_r) {
    const char *answer = answers[archive->first / BATCH % LENGTH_OF(answers)];
    const char *plain[] = {"answer", answer, NULL},
               *county[] = {"answer", answer, "foi", "not", "meeting", "not", NULL};
    static const char *const routine[] = {"exception", "routine", NULL};
    if (!open_batch(archive, error_r) || !closed)
        return *error_r == NULL;
    return use_batch(archive, "answer", true, strcmp(archive->council->pack, "county") == 0 ? county : plain,
                     error_r) &&
           use_batch(archive, "keep-from-leadership", true, routine, error_r) &&
           use_batch(archive, "close", false, NULL, error_r);
}

bool demo_bulk(struct cli *cli, struct engine *engine, const struct demo_council *council, size_t records, instant now,
               const char **error_r) {
    struct archive archive = {.cli = cli, .engine = engine, .council = council, .a = arena_new()};
    for (const struct demo_person *person = council->members; person->name != NULL; person++)
        LIST_ADD(cli->a, &archive.members, demo_person_id(cli->a, person->name));
    for (const struct demo_person *person = council->officers; person->name != NULL; person++)
        if (text_equal(person->posts[0].role, "head"))
            LIST_ADD(cli->a, &archive.heads, person);
    size_t open = records < STILL_OPEN * 2 ? records / 2 : STILL_OPEN;
    instant start = clock_now(engine_clock(engine)), end = demo_beginning(now);
    *error_r = NULL;
    for (archive.first = 0; archive.first < records && *error_r == NULL; archive.first += archive.count) {
        bool closed = archive.first < records - open;
        size_t left = (closed ? records - open : records) - archive.first;
        archive.count = left < BATCH ? left : BATCH;
        if (closed)
            clock_set(engine_clock(engine),
                      start + (instant)((double)(end - start) * (double)archive.first / (double)records));
        arena_reset(archive.a);
        if (!live_batch(&archive, closed, error_r))
            break;
        cli_progress(arena_printf(archive.a, "%zu of %zu records", archive.first + archive.count, records));
    }
    cli_progress(NULL);
    arena_free(&archive.a);
    return *error_r == NULL;
}

instant demo_bulk_beginning(size_t records, instant now) {
    return demo_beginning(now) - (records == 0 ? 0 : (instant)SPAN_DAYS * 86400);
}
