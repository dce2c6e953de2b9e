/* Two lives, told as lists of things and compared one by one. */
#include "ledger/ledger_private.h"

struct thing {
    const char *what, *value;
};

struct telling {
    struct arena *a;
    LIST(struct thing) things;
    const char *prefix; /* of what: "event 3 (answer): " */
};

static void tell(struct telling *telling, const char *what, const char *value) {
    struct thing thing = {arena_printf(telling->a, "%s%s", telling->prefix, what), value == NULL ? "" : value};
    LIST_ADD(telling->a, &telling->things, thing);
}

static void tell_number(struct telling *telling, const char *what, int64_t number) {
    tell(telling, what, arena_printf(telling->a, "%lld", (long long)number));
}

static void begin(struct telling *telling, const char *kind, size_t number, const char *name) {
    telling->prefix = arena_printf(telling->a, "%s %zu (%s): ", kind, number, name);
}

static void tell_record(struct telling *telling, const struct life *life) {
    telling->prefix = "the record: ";
    tell(telling, "procedure", life->procedure);
    tell(telling, "pack", life->pack);
    tell(telling, "state", life->state);
    tell_number(telling, "open", life->open);
    tell(telling, "opener", life->opener);
    tell(telling, "opener's group", life->group);
    tell(telling, "service", life->service);
    tell(telling, "handler", life->handler);
    tell_number(telling, "time of opening", life->opened_at);
    tell_number(telling, "time of closing", life->closed_at);
    for (size_t i = 0; i < life->fields.list.count; i++) {
        begin(telling, "fact", i + 1, life->fields.list.at[i].name);
        tell(telling, "value", life->fields.list.at[i].text);
    }
}

static void tell_events(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->events.count; i++) {
        const struct life_event *event = &life->events.at[i];
        begin(telling, "event", i + 1, event->power);
        tell_number(telling, "time", event->at);
        tell(telling, "actor", event->actor);
        tell(telling, "state before", event->from);
        tell(telling, "state after", event->to);
        tell(telling, "part", event->part);
        tell(telling, "text", event->say);
        tell(telling, "clauses", event->cites);
    }
}

static void tell_entries(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->entries.count; i++) {
        const struct life_entry *entry = &life->entries.at[i];
        begin(telling, "entry", i + 1, entry->field);
        tell_number(telling, "event", (int64_t)entry->event);
        tell(telling, "part", entry->part);
        tell_number(telling, "version", entry->version);
        tell(telling, "text", entry->body);
    }
}

static void tell_links(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->links.count; i++) {
        const struct life_link *link = &life->links.at[i];
        begin(telling, "link", i + 1, link->field);
        tell_number(telling, "event", (int64_t)link->event);
        tell_number(telling, "record", link->other);
        tell(telling, "part", link->part);
    }
}

static void tell_marks(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->marks.count; i++) {
        const struct life_mark *mark = &life->marks.at[i];
        begin(telling, "mark", i + 1, mark->part);
        tell_number(telling, "event", (int64_t)mark->event);
        tell_number(telling, "record", mark->other);
        tell(telling, "what it says", mark->mark);
    }
}

static int by_part_and_principal(const void *a, const void *b) {
    const struct life_grant *x = a, *y = b;
    int order = strcmp(x->part, y->part);
    return order != 0 ? order : strcmp(x->principal, y->principal);
}

static void tell_grants(struct telling *telling, struct life *life) {
    if (life->grants.count > 0)
        qsort(life->grants.at, life->grants.count, sizeof(life->grants.at[0]), by_part_and_principal);
    for (size_t i = 0; i < life->grants.count; i++) {
        const struct life_grant *grant = &life->grants.at[i];
        telling->prefix = arena_printf(telling->a, "grant of \"%s\" to %s: ", grant->part, grant->principal);
        tell_number(telling, "event", (int64_t)grant->event);
        tell_number(telling, "time", grant->since);
        tell(telling, "relation", grant->relation);
        tell(telling, "clauses", grant->cites);
    }
}

static void tell_duties(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->duties.count; i++) {
        const struct life_duty *duty = &life->duties.at[i];
        begin(telling, "duty", i + 1, duty->name);
        tell(telling, "bearer", duty->bearer);
        tell(telling, "state", duty->state);
        tell(telling, "part", duty->part);
        tell_number(telling, "start", duty->started_at);
        tell_number(telling, "start of its count", duty->counted_from);
        tell_number(telling, "term", duty->term.amount);
        tell_number(telling, "unit of its term", duty->term.unit);
        tell_number(telling, "deadline", duty->due_at);
        tell_number(telling, "time of being missed", duty->missed_at);
        tell_number(telling, "step", duty->step);
        tell_number(telling, "next step", duty->next_at);
        tell_number(telling, "quiet", duty->quiet);
        tell(telling, "clauses", duty->cites);
    }
}

static void tell_notices(struct telling *telling, const struct life *life) {
    for (size_t i = 0; i < life->notices.count; i++) {
        const struct life_notice *notice = &life->notices.at[i];
        begin(telling, "notice", i + 1, notice->name);
        tell_number(telling, "event", (int64_t)notice->event);
        tell(telling, "principal", notice->principal);
        tell_number(telling, "time", notice->at);
        tell(telling, "title", notice->title);
        tell(telling, "text", notice->body);
        tell(telling, "clauses", notice->cites);
    }
}

static struct telling tell_life(struct life *life, struct arena *a) {
    struct telling telling = {.a = a};
    tell_record(&telling, life);
    tell_events(&telling, life);
    tell_entries(&telling, life);
    tell_links(&telling, life);
    tell_marks(&telling, life);
    tell_grants(&telling, life);
    tell_duties(&telling, life);
    tell_notices(&telling, life);
    return telling;
}

static bool has(const struct telling *telling, const char *what) {
    for (size_t i = 0; i < telling->things.count; i++)
        if (strcmp(telling->things.at[i].what, what) == 0)
            return true;
    return false;
}

const char *life_difference(struct life *stored, struct life *decided, struct arena *a) {
    struct telling is = tell_life(stored, a), ought = tell_life(decided, a);
    for (size_t i = 0; i < is.things.count || i < ought.things.count; i++) {
        const struct thing *one = i < is.things.count ? &is.things.at[i] : NULL,
                           *other = i < ought.things.count ? &ought.things.at[i] : NULL;
        if (other != NULL && !has(&is, other->what))
            return arena_printf(a, "%s follows from what was decided, and is not stored.", other->what);
        if (one != NULL && !has(&ought, one->what))
            return arena_printf(a, "%s is stored, and does not follow from what was decided.", one->what);
        if (one == NULL || other == NULL || strcmp(one->what, other->what) != 0)
            return arena_printf(a, "%s is stored in another place.", one == NULL ? other->what : one->what);
        if (strcmp(one->value, other->value) != 0)
            return arena_printf(a, "%s is not what was decided.", one->what);
    }
    return NULL;
}
