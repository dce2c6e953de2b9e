#include "api/api_private.h"

/* So that commands beside the server (comity holiday add) run on the same clock. */
static bool keep_clock(struct db *db, void *context) {
    struct query *put = query(db, Q_META_PUT);
    bind_text(put, "test_now");
    bind_text(put, context);
    return query_run(put);
}

/* When something must be looked at next. */
static instant next_due(struct engine *engine) {
    struct db *db = store_reader(engine_store(engine));
    if (db == NULL)
        return INSTANT_NONE;
    db_begin(db);
    instant at = engine_next_due(db);
    db_end(db);
    return at;
}

int api_run_clock(struct engine *engine, instant to, struct arena *a, const char **error_r) {
    struct clock *clock = engine_clock(engine);
    int all = 0;
    /* each duty is dealt with at the time at which it is due, as it would have been */
    for (instant at = next_due(engine); at != INSTANT_NONE && at <= to;) {
        if (at > clock_now(clock))
            clock_set(clock, at);
        int dealt = engine_tick(engine, a, error_r);
        if (dealt < 0)
            return -1;
        all += dealt;
        instant next = next_due(engine);
        if (dealt == 0 && next == at)
            break; /* nothing comes of it; else the ticker's thread was first, and what follows is due all the same */
        at = next;
    }
    return clock_set(clock, to) ? all : -1;
}

void api_test_clock(struct http_request *request, struct http_response *response) {
    static const char *const members[] = {"to", NULL};
    struct engine *engine = request->sight.engine;
    struct api_input body;
    const char *error = NULL;
    instant to;
    if (!api_input_read(request->body, request->body_length, members, request->a, &body, &error)) {
        http_error(request, response, 400, error);
        return;
    }
    if (body.to == NULL || !instant_parse(body.to, &to)) {
        http_error(request, response, 400, "\"to\" must be a time such as 2026-12-29T10:00:00Z.");
        return;
    }
    if (to < clock_now(engine_clock(engine))) {
        http_error(request, response, 400, "The clock does not go back.");
        return;
    }
    db_end(request->sight.db); /* the clock reads what each tick wrote */
    int dealt = api_run_clock(engine, to, request->a, &error);
    db_begin(request->sight.db);
    if (dealt < 0 || http_write(request, keep_clock, instant_format(request->a, to)) != WRITTEN) {
        api_unread(request, response);
        return;
    }
    struct json json = api_begin(response, 200);
    json_start_object(&json);
    json_instant(request->a, &json, "now", to);
    json_pair_number(&json, "duties", dealt);
    json_end_object(&json);
}
