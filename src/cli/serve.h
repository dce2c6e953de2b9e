/* What serve and demo share. */
#ifndef COMITY_CLI_SERVE_H
#define COMITY_CLI_SERVE_H

#include "cli/cli.h"

struct serving {
    const char *listen, *public_url;
    bool demo, quiet;
    const char *greeting; /* "Exampleton Borough Council"; printed with the address */
};

/* Signals that end the program are waited for by serve_until_told, so no thread may take them: call it before any
 * other thread begins. */
void serve_hold_signals(void);
/* The real clock, or (test) one that stands at now, or where the test before left it if that is later: what was done is
 * not undone. The store keeps it for the commands beside the server. */
bool serve_clock(struct cli *cli, struct store *store, bool test, instant now, struct clock **clock_r,
                 const char **error_r);
/* Serves until SIGINT or SIGTERM; prints the address on standard output when it answers. Returns an exit code. */
int serve_until_told(struct cli *cli, struct engine *engine, const struct serving *serving);

#endif
