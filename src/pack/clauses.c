#include "pack/pack.h"

const char *clause_kind_name(enum clause_kind kind) {
    static const char *const names[CLAUSE_KIND_COUNT] = {
        [CLAUSE_POWER] = SAID("power"), [CLAUSE_DUTY] = SAID("duty"),   [CLAUSE_AUDIENCE] = SAID("audience"),
        [CLAUSE_BAN] = SAID("ban"),     [CLAUSE_ROUTE] = SAID("route"), [CLAUSE_RECORD] = SAID("record"),
        [CLAUSE_GUIDE] = SAID("guide"),
    };
    return names[kind];
}

bool clause_shown_at(const struct clause *clause, const char *place) {
    for (size_t i = 0; i < clause->shown_count; i++) {
        if (text_equal(clause->shown[i], place))
            return true;
    }
    return false;
}

const char *pack_place_name(const struct pack *pack, const struct language *in, struct arena *a, const char *place) {
#define PLACE_ROW(name, called) {name, called},
    static const struct { const char *name, *called; } places[] = {PLACES(PLACE_ROW)};
#undef PLACE_ROW
    for (size_t i = 0; i < LENGTH_OF(places); i++) {
        if (text_equal(places[i].name, place))
            return pack_put_words(pack, a, text_say(in, places[i].called));
    }
    const struct procedure *procedure = pack_procedure(pack, place);
    return procedure == NULL ? place : arena_printf(a, text_say(in, "the start page of %s"), procedure->title);
}
