#include "pack/pack.h"

#define RELATION_ROW(kind, name, meaning) [RELATION_##kind] = {name, meaning},
static const struct { const char *name, *meaning; } relations[] = {RELATIONS(RELATION_ROW)};

const char *relation_name(enum relation_kind kind) {
    return relations[kind].name;
}

const char *relation_meaning(enum relation_kind kind) {
    return relations[kind].meaning;
}
