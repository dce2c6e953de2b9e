#include "pack/check_private.h"

void check_found(struct check *check, const char *kind, const char *name, const char *format, ...) {
    struct pack_finding finding;
    const char *of = check->procedure == NULL ? check->pack->name : check->procedure->name;
    finding.where =
        name == NULL ? arena_printf(check->a, "%s: %s", of, kind) : arena_printf(check->a, "%s: %s %s", of, kind, name);
    va_list args;
    va_start(args, format);
    finding.say = arena_vprintf(check->a, format, args);
    va_end(args);
    LIST_ADD(check->a, &check->findings->list, finding);
}

void pack_check(const struct pack *pack, struct arena *a, struct pack_findings *findings) {
    struct check check = {.pack = pack, .a = a, .findings = findings};
    check_clauses(&check);
    for (size_t i = 0; i < pack->procedure_count; i++) {
        check.procedure = &pack->procedures[i];
        check_people(&check);
        check_rules(&check);
        check_flow(&check);
    }
}
