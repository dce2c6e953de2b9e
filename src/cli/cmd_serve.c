#include "api/api.h"
#include "cli/serve.h"
#include "web/web.h"

#include <signal.h>

static void ending_signals(sigset_t *set) {
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
}

void serve_hold_signals(void) {
    sigset_t set;
    ending_signals(&set);
    sigprocmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN); /* a client that went away is no reason to end */
}

int serve_until_told(struct cli *cli, struct engine *engine, const struct serving *serving) {
    const struct routes routes[] = {api_routes};
    const struct web_options options = {.listen = serving->listen,
                                        .public_url = serving->public_url,
                                        .demo = serving->demo,
                                        .quiet = serving->quiet,
                                        .routes = routes,
                                        .route_tables = LENGTH_OF(routes)};
    struct web *web;
    const char *error = NULL;
    if (!web_start(&options, engine, cli->a, &web, &error))
        return cli_failed(cli, error);
    printf("%s is at %s\n", serving->greeting, web_address(web));
    fflush(stdout);
    sigset_t set;
    int signal_number;
    ending_signals(&set);
    sigwait(&set, &signal_number);
    web_stop(&web);
    return CLI_DONE;
}

bool serve_clock(struct cli *cli, struct store *store, bool test, instant now, struct clock **clock_r,
                 const char **error_r) {
    *clock_r = test ? cli_clock(cli, store) : cli_real_clock(cli);
    if (test && clock_is_test(*clock_r))
        clock_set(*clock_r, now);
    else if (test)
        *clock_r = cli_test_clock(cli, now);
    const char *stands = test ? instant_format(cli->a, clock_now(*clock_r)) : NULL;
    return cli_put_meta(cli, store, CLI_META_TEST_NOW, stands, error_r);
}

static int run(struct cli *cli) {
    const char *error = NULL, *now_text = cli_value(cli, "now"), *listen = cli_value(cli, "listen"), *url;
    bool test = cli_flag(cli, "test");
    instant now = time(NULL);
    struct store *store;
    struct engine *engine;
    struct clock *clock;
    const struct council *council;
    if (now_text != NULL && !test)
        return cli_misused(cli, "--now goes with --test only.");
    if (now_text != NULL && !instant_parse(now_text, &now))
        return cli_misused(cli, "--now must be a time such as 2026-12-18T10:00:00Z.");
    if (cli_value(cli, "seed") != NULL && !test)
        return cli_misused(cli, "--seed goes with --test only.");
    int64_t seed = 0;
    if (!cli_public_url(cli, &url, &error) || !cli_seed(cli, &seed, &error))
        return cli_misused(cli, error);
    serve_hold_signals();
    if (!cli_store(cli, &store, &error) || !serve_clock(cli, store, test, now, &clock, &error) ||
        !cli_engine_with(cli, store, clock, cli_seeded_rng(cli, store), &engine, &error) ||
        !cli_council(cli, engine, &council, &error))
        return cli_failed(cli, error);
    struct serving serving = {.listen = listen == NULL ? "127.0.0.1:8080" : listen,
                              .public_url = url,
                              .quiet = cli_flag(cli, "quiet"),
                              .greeting = council->name};
    return serve_until_told(cli, engine, &serving);
}

const struct command command_serve = {
    .name = "serve",
    .summary = "serve a council to browsers and scripts",
    .council = true,
    .options = {CLI_STORE_OPTIONS,
                {"listen", "ADDR:PORT", "where to listen; else 127.0.0.1:8080"},
                {CLI_PUBLIC_URL, "URL", "what browsers call it: https://comity.example.gov.uk"},
                {"quiet", NULL, "no line for each request"},
                {"test", NULL, "with a clock that only the API moves (POST /api/v1/test/clock)"},
                {"now", "TIME", "with --test: where that clock begins"},
                {"seed", "N", "with --test: references and tokens are the same for the same seed"}},
    .details = "TLS is the business of a proxy in front. It ends, with every answer given, on SIGINT or SIGTERM.",
    .run = run,
};
