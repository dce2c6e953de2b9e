#include "cli/demo.h"
#include "cli/serve.h"

#include <unistd.h>

#define META_DEMO "demo"
#define HISTORY_SEED 1
#define RECORDS_MOST 2000000

static const struct demo_council *const councils[] = {&demo_borough, &demo_county, &demo_town};

static const struct demo_council *find_council(const char *pack) {
    for (size_t i = 0; i < LENGTH_OF(councils); i++)
        if (strcmp(councils[i]->pack, pack) == 0)
            return councils[i];
    return NULL;
}

/* ---- where */

/* What a demo leaves in its temporary folder. */
static void remove_folder(void *folder) {
    static const char *const files[] = {"comity.db", "comity.db-wal", "comity.db-shm"};
    struct arena *a = arena_new();
    for (size_t i = 0; i < LENGTH_OF(files); i++)
        unlink(arena_printf(a, "%s/%s", (const char *)folder, files[i]));
    rmdir(folder);
    arena_free(&a);
}

/* --data, --store, or a temporary folder that goes with the demo. */
static bool place(struct cli *cli, const char **location_r, const char **error_r) {
    if (cli_value(cli, "data") != NULL || cli_value(cli, "store") != NULL)
        return cli_location(cli, location_r, error_r);
    const char *temporary = getenv("TMPDIR");
    char *folder = arena_printf(cli->a, "%s/comity-demo-XXXXXX", text_empty(temporary) ? "/tmp" : temporary);
    if (mkdtemp(folder) == NULL)
        return fail(cli->a, error_r, "No temporary folder can be made.");
    arena_on_reset(cli->a, remove_folder, folder);
    *location_r = folder;
    return true;
}

/* ---- the demo's past */

static bool build(struct cli *cli, struct store *store, const struct demo_council *council, const struct pack *pack,
                  instant now, uint64_t seed, const char **error_r) {
    int64_t records = 0;
    const char *asked = cli_value(cli, "records");
    if (asked != NULL && !text_to_int(asked, 0, RECORDS_MOST, &records))
        return fail(cli->a, error_r, "--records must be a number up to %d.", RECORDS_MOST);
    struct clock *clock = cli_test_clock(cli, demo_bulk_beginning((size_t)records, now));
    struct rng *rng = rng_new_seeded(seed);
    struct engine *engine = NULL;
    int32_t today = zone_local(calendar_zone(pack->calendars[0].calendar), now).date;
    const struct demo_affair *affairs;
    bool built = demo_affairs_read(cli->a, cli_packs_root(cli), council->pack, &affairs, error_r) &&
                 demo_people(cli, store, council, pack, today, error_r) &&
                 engine_new(store, clock, rng, cli->a, &engine, error_r) &&
                 demo_bulk(cli, engine, council, (size_t)records, now, error_r) &&
                 demo_records(cli, engine, council, affairs, now, error_r) &&
                 cli_put_meta(cli, store, META_DEMO, council->pack, error_r);
    engine_free(&engine);
    rng_free(&rng);
    return built;
}

/* A store that holds this demo already is served as it is. */
static bool reopen(struct cli *cli, const char *location, const struct demo_council *council, struct store **store_r,
                   const char **error_r) {
    if (!cli_store_at(cli, location, store_r, error_r))
        return false;
    const char *held = cli_meta(cli, *store_r, META_DEMO);
    if (!text_equal(held, council->pack))
        return fail(cli->a, error_r, "%s holds %s already, and not the demo of %s.", cli_place(location),
                    held == NULL ? "a council" : arena_printf(cli->a, "the demo of %s", held), council->pack);
    return true;
}

/* The store of the demo, made when the place is empty. */
static bool open_demo(struct cli *cli, const char *location, const struct demo_council *council, instant now,
                      uint64_t seed, struct store **store_r, const char **error_r) {
    const struct pack *pack;
    const char *not_empty = NULL;
    if (!cli_pack(cli, council->pack, &pack, error_r))
        return false;
    if (!cli_found(cli, location, council->name, pack, demo_beginning(now), store_r, &not_empty))
        return reopen(cli, location, council, store_r, error_r);
    return build(cli, *store_r, council, pack, now, seed, error_r);
}

/* ---- demo */

static int run(struct cli *cli) {
    const char *pack = cli_value(cli, "pack"), *now_text = cli_value(cli, "now"), *listen = cli_value(cli, "listen"),
               *location = NULL, *url, *error = NULL;
    const struct demo_council *council = find_council(pack == NULL ? "northampton" : pack);
    bool test = now_text != NULL;
    instant now = time(NULL);
    struct store *store;
    struct engine *engine;
    struct clock *clock;
    int64_t seed = HISTORY_SEED;
    if (council == NULL)
        return cli_failed(cli, arena_printf(cli->a,
                                            "There is no demo for the pack \"%s\"; there is one each for "
                                            "northampton, county and town.",
                                            pack));
    if (test && !instant_parse(now_text, &now))
        return cli_misused(cli, "--now must be a time such as 2026-12-18T10:00:00Z.");
    if (!cli_public_url(cli, &url, &error) || !cli_seed(cli, &seed, &error))
        return cli_misused(cli, error);
    serve_hold_signals();
    if (!place(cli, &location, &error) || !open_demo(cli, location, council, now, (uint64_t)seed, &store, &error))
        return cli_failed(cli, error);
    if (!serve_clock(cli, store, test, now, &clock, &error) ||
        !cli_engine_with(cli, store, clock, cli_seeded_rng(cli, store), &engine, &error))
        return cli_failed(cli, error);
    struct serving serving = {.listen = listen == NULL ? "127.0.0.1:8080" : listen,
                              .public_url = url,
                              .demo = true,
                              .quiet = !cli_flag(cli, "verbose"),
                              .greeting = council->name};
    return serve_until_told(cli, engine, &serving);
}

const struct command command_demo = {
    .name = "demo",
    .summary = "serve an invented council with people and records, to try it",
    .options = {{"pack", "PACK", "northampton (as without it), county or town"},
                {"listen", "ADDR:PORT", "where to listen; else 127.0.0.1:8080"},
                CLI_STORE_OPTIONS,
                {"now", "TIME", "stand still at that time; the API moves the clock (POST /api/v1/test/clock)"},
                {"seed", "N", "references and tokens are the same for the same seed"},
                {"records", "N", "an archive of N more records, for benchmarks"},
                {CLI_PUBLIC_URL, "URL", "what browsers call it"},
                {"verbose", NULL, "a line for each request"},
                CLI_PACKS_OPTION},
    .details = "Without --data or --store the demo is gone when it ends; a place that holds the same demo is served as "
               "it is.\n"
               "Anyone who reaches it can sign in as anybody: it is for trying only.",
    .run = run,
};
