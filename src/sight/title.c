/* What a record is about, and the rules that it began under. */
#include "sight/sight_private.h"

const struct procedure *procedure_of(const struct sight *sight, const char *pack_hash, const char *procedure,
                                     const struct pack **pack_r) {
    *pack_r = council_pack(sight->council, pack_hash);
    return *pack_r == NULL ? NULL : pack_procedure(*pack_r, procedure);
}

const char *title_seen(const struct gate *gate, int64_t record, const struct parts *parts,
                       const struct procedure *procedure) {
    const char *title = procedure->title;
    struct query *q = query(gate->sight->db, Q_TITLE_OF);
    bind_int(q, record);
    if (query_step(q) && parts_have(parts, column_text(q, 0)))
        title = column_copy(q, 1, gate->sight->a);
    query_end(q);
    return title;
}
