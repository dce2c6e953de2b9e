#include "cli/cli.h"
#include "pack/told.h"

#include <sys/stat.h>

/* Findings; none when all is well. */
struct examination {
    struct cli *cli;
    LIST(const char *) findings;
};

static void find(struct examination *examination, const char *format, ...) PRINTF_LIKE(2, 3);
static void find(struct examination *examination, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *say = arena_vprintf(examination->cli->a, format, args);
    va_end(args);
    LIST_ADD(examination->cli->a, &examination->findings, say);
}

/* What the council wrote is for the program's own user. */
static void examine_permissions(struct examination *examination) {
    const char *folder = cli_value(examination->cli, "data");
    if (folder == NULL)
        return;
    const char *const paths[] = {folder, arena_printf(examination->cli->a, "%s/comity.db", folder)};
    for (size_t i = 0; i < LENGTH_OF(paths); i++) {
        struct stat status;
        if (stat(paths[i], &status) == 0 && (status.st_mode & (S_IROTH | S_IWOTH)) != 0)
            find(examination, "%s can be read or written by every user of this machine; chmod o-rwx it.", paths[i]);
    }
}

static void examine_store(struct examination *examination, struct store *store) {
    const char *error = NULL;
    if (!store_check(store, examination->cli->a, &error))
        find(examination, "The database: %s", error);
}

static void examine_pack(struct examination *examination, const struct pack *pack) {
    struct pack_findings findings = {0};
    pack_check(pack, examination->cli->a, &findings);
    for (size_t i = 0; i < findings.list.count; i++)
        find(examination, "The pack: %s", pack_finding_say(&findings.list.at[i], examination->cli->a));
}

static bool has_head(const struct directory *directory, const struct organization *service) {
    for (size_t i = 0; i < directory->post_count; i++) {
        const struct post *post = &directory->posts[i];
        if (post->organization == service && (text_equal(post->role, "head") || text_equal(post->tier, "senior")))
            return true;
    }
    return false;
}

/* A post of the pack that is there once and that nobody holds, and posts of the directory without a holder. */
static void examine_posts(struct examination *examination, const struct council *council, int32_t today) {
    for (size_t i = 0; i < council->pack->post_count; i++) {
        const struct pack_post *post = &council->pack->posts[i];
        if (post->per == POST_SINGLE && directory_post_by_role(council->directory, post->role, NULL) == NULL)
            find(examination, "The directory has no post of the role %s (%s), which the pack's rules name.", post->role,
                 post->title);
    }
    for (size_t i = 0; i < council->directory->post_count; i++) {
        const struct post *post = &council->directory->posts[i];
        if (post->role != NULL && directory_holder(council->directory, post, today) == NULL)
            find(examination, "Nobody holds the post %s (%s).", post->label, post->id);
    }
    for (size_t i = 0; i < council->directory->organization_count; i++) {
        const struct organization *service = &council->directory->organizations[i];
        if (service->kind == ORGANIZATION_SERVICE && !has_head(council->directory, service))
            find(examination,
                 "The service %s has no post of the role head and no senior one, so nobody gets what is asked of it.",
                 service->name);
    }
}

/* A post of one holder that two have is asked of the first of them. */
static void examine_holders(struct examination *examination, const struct council *council, int32_t today) {
    const struct directory *directory = council->directory;
    for (size_t i = 0; i < directory->post_count; i++) {
        const struct post *post = &directory->posts[i];
        const struct person *holder = directory_holder(directory, post, today);
        if (holder == NULL || !directory_is_single(post, &council->offices))
            continue;
        for (size_t j = 0; j < post->membership_count; j++) {
            const struct person *other = post->memberships[j]->person;
            if (other != holder && other->active && post->memberships[j]->from <= today &&
                today <= post->memberships[j]->to)
                find(examination,
                     "Both %s and %s hold the post %s, and the first of them gets what is asked of it; comity person "
                     "set %s --post \"%s\" leaves it to one.",
                     holder->name, other->name, post->label, holder->id, post->id);
        }
    }
}

/* Whose seats, groups, services and posts have all ended, but for whom nobody said that they are gone: a term that was
 * entered with its last day ends by itself, and the right to sign in does not. */
static void examine_people(struct examination *examination, const struct directory *directory, int32_t today) {
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        int32_t last = DAY_FIRST;
        for (size_t k = 0; k < person->membership_count; k++)
            if (person->memberships[k]->to > last)
                last = person->memberships[k]->to;
        if (person->active && last != DAY_FIRST && last < today)
            find(examination,
                 "%s (%s) may still sign in, though all that they held ended by %s. If they have left: comity person "
                 "deactivate %s.",
                 person->name, person->id, day_format(examination->cli->a, last, DAY_FULL), person->id);
    }
}

#define REFS_NAMED 5

static void find_unhandled(struct examination *examination, const struct directory *directory, const char *handler,
                           size_t count, const struct buf *refs) {
    struct arena *a = examination->cli->a;
    const char *id = strchr(handler, ':') + 1;
    const struct person *person = text_starts(handler, "person:") ? directory_person(directory, id) : NULL;
    const struct post *post = text_starts(handler, "post:") ? directory_post(directory, id) : NULL;
    const char *records = arena_printf(a, "%zu open record%s: %s%s", count, count == 1 ? "" : "s", buf_text(refs),
                                       count > REFS_NAMED ? arena_printf(a, " and %zu more", count - REFS_NAMED) : "");
    if (post == NULL)
        find(examination, "%s (%s) may not sign in and handles %s. The head of their service can hand them on.",
             person == NULL ? "Somebody who is not there" : person->name, id, records);
    else
        find(examination,
             "Nobody holds the post %s (%s), which handles %s. Give it to somebody: comity person set ID "
             "--post %s.",
             post->label, id, records, id);
}

/* Open records that wait for somebody who is not there. */
static void examine_handlers(struct examination *examination, const struct directory *directory, struct db *db,
                             instant now) {
    struct buf refs = {.arena = examination->cli->a};
    const char *handler = NULL;
    size_t count = 0;
    struct query *q = query(db, Q_RECORD_UNHANDLED);
    bind_int(q, now);
    while (query_step(q)) {
        if (handler != NULL && strcmp(handler, column_text(q, 0)) != 0) {
            find_unhandled(examination, directory, handler, count, &refs);
            buf_clear(&refs);
            count = 0;
        }
        if (count == 0)
            handler = column_copy(q, 0, examination->cli->a);
        if (count++ < REFS_NAMED)
            buf_addf(&refs, "%s%s", count > 1 ? ", " : "", column_text(q, 1));
    }
    query_end(q);
    if (handler != NULL)
        find_unhandled(examination, directory, handler, count, &refs);
}

#define HORIZON_DAYS 60

/* The pack knows holidays up to the end of some year; later ones would be counted as working days. */
static void examine_holidays(struct examination *examination, const struct council *council, struct db *db,
                             int32_t today) {
    instant due_at = query_int(query(db, Q_DUTY_LAST_DUE), 0);
    int32_t due = council_day(council, due_at), reach = due > today ? due : today;
    for (size_t i = 0; i < council->pack->calendar_count; i++) {
        const struct pack_calendar *calendar = &council->pack->calendars[i];
        int32_t last, end;
        int year, month, dom;
        if (!calendar_last_closed(calendar->calendar, &last))
            continue;
        day_to_civil(last, &year, &month, &dom);
        if (day_from_civil(year, 12, 31, &end) && reach > end - HORIZON_DAYS)
            find(examination,
                 "The calendar \"%s\" knows no holidays after %d, and %s reach%s %s; adopt a pack that knows later "
                 "ones.",
                 calendar->name, year, due > today ? "open deadlines" : "the time", due > today ? "" : "es",
                 day_format(examination->cli->a, reach, DAY_FULL));
    }
}

#define YEAR_2020 INT64_C(1577836800)

static void examine_clock(struct examination *examination, const struct clock *clock) {
    if (clock_is_test(clock))
        find(examination,
             "The council runs on a test's clock, which stands at %s; serving it without --test ends that.",
             instant_format(examination->cli->a, clock_now(clock)));
    else if (clock_now(clock) < YEAR_2020)
        find(examination, "This machine's clock says %s.", instant_format(examination->cli->a, clock_now(clock)));
}

static void write_findings(const struct examination *examination, bool as_json, struct buf *out) {
    struct json json = {.buf = out};
    if (as_json) {
        json_start_array(&json);
        for (size_t i = 0; i < examination->findings.count; i++)
            json_text(&json, examination->findings.at[i]);
        json_end_array(&json);
        buf_addc(out, '\n');
        return;
    }
    for (size_t i = 0; i < examination->findings.count; i++)
        buf_addf(out, "%s\n", examination->findings.at[i]);
    if (examination->findings.count == 0)
        buf_adds(out, "All is well.\n");
}

static int run(struct cli *cli) {
    const char *error = NULL;
    struct examination examination = {.cli = cli};
    struct engine *engine;
    const struct council *council;
    struct buf out = {.arena = cli->a};
    if (!cli_engine(cli, &engine, &error) || !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    struct db *db;
    struct clock *clock = engine_clock(engine);
    int32_t today = council_day(council, clock_now(clock));
    examine_permissions(&examination);
    examine_store(&examination, engine_store(engine));
    if (!cli_reader(cli, engine_store(engine), &db, &error))
        return cli_failed(cli, error);
    examine_pack(&examination, council->pack);
    examine_posts(&examination, council, today);
    examine_holders(&examination, council, today);
    examine_people(&examination, council->directory, today);
    examine_handlers(&examination, council->directory, db, clock_now(clock));
    examine_holidays(&examination, council, db, today);
    examine_clock(&examination, clock);
    write_findings(&examination, cli_flag(cli, "json"), &out);
    int code = cli_print(cli, &out);
    if (code == CLI_DONE && examination.findings.count > 0)
        return cli_failed(cli, arena_printf(cli->a, "%zu finding%s.", examination.findings.count,
                                            examination.findings.count == 1 ? "" : "s"));
    return code;
}

const struct command command_doctor = {
    .name = "doctor",
    .summary =
        "look for what is wrong with a council: database, pack, posts, people, handlers, holidays, clock, permissions",
    .council = true,
    .options = {CLI_STORE_OPTIONS, CLI_JSON_OPTION},
    .run = run,
};
