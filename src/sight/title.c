/* What a record is about, and the rules that it began under. */
#include "sight/sight_private.h"

const struct procedure *procedure_of(const struct sight *sight, const char *pack_hash, const char *procedure,
                                     const struct pack **pack_r) {
    *pack_r = council_pack(sight->council, pack_hash);
    return *pack_r == NULL ? NULL : pack_procedure(*pack_r, procedure);
}

/* "Thu 24 December 2026, 10:00"; NULL where the record is at no time. */
static const char *time_of(const struct gate *gate, const struct procedure *procedure,
                           const struct situation *situation) {
    const struct sight *sight = gate->sight;
    instant at;
    if (takes_place(procedure, sight->council->zone, &situation->record->fields, &at) == NULL)
        return NULL;
    struct local local = zone_local(sight->council->zone, at);
    return arena_printf(sight->a, "%s, %02d:%02d", day_say(sight->language, sight->a, local.date, DAY_MEDIUM),
                        (int)local.second / 3600, (int)local.second / 60 % 60);
}

static bool has_time(const struct procedure *procedure) {
    for (size_t i = 0; i < procedure->open_form.count; i++)
        if (procedure->open_form.at[i].kind == FIELD_TIME && procedure->open_form.at[i].part == NULL)
            return true;
    return false;
}

const char *title_by_time(const struct gate *gate, int64_t record, const struct procedure *procedure,
                          const char **handler_r) {
    const struct sight *sight = gate->sight;
    struct situation situation;
    bool found = false;
    if (!has_time(procedure) ||
        !situation_of_id(sight->db, sight->council, sight->viewer, record, sight->now, sight->a, &situation, &found) ||
        !found)
        return NULL;
    const char *handler = situation.record->handler;
    if (handler_r != NULL)
        *handler_r = handler == NULL ? NULL : principal_shown(gate, handler, gate->today);
    return time_of(gate, procedure, &situation);
}

const char *title_seen(const struct gate *gate, int64_t record, const struct parts *parts,
                       const struct procedure *procedure) {
    const char *title = NULL;
    struct query *q = query(gate->sight->db, Q_TITLE_OF);
    bind_int(q, record);
    if (query_step(q) && parts_have(parts, column_text(q, 0)))
        title = column_copy(q, 1, gate->sight->a);
    query_end(q);
    if (title == NULL && parts_have(parts, "record"))
        title = title_by_time(gate, record, procedure, NULL);
    return title == NULL ? procedure->title : title;
}
