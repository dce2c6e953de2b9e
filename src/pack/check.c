#include "pack/check_private.h"

void check_found(struct check *check, const void *rule, const char *kind, const char *name, const char *format, ...) {
    struct pack_finding finding = {.place = pack_place(check->pack, rule)};
    finding.place.file = arena_strdup(check->a, finding.place.file);
    const char *of = check->procedure == NULL ? check->pack->name : check->procedure->name;
    finding.where =
        name == NULL ? arena_printf(check->a, "%s: %s", of, kind) : arena_printf(check->a, "%s: %s %s", of, kind, name);
    va_list args;
    va_start(args, format);
    finding.say = arena_vprintf(check->a, format, args);
    va_end(args);
    LIST_ADD(check->a, &check->findings->list, finding);
}

const char *pack_finding_say(const struct pack_finding *finding, struct arena *a) {
    const struct pack_place *place = &finding->place;
    return arena_printf(a, "%s:%zu:%zu: %s: %s", place->file, place->line, place->column, finding->where, finding->say);
}

static void check_report(struct check *check) {
    const struct pack *pack = check->pack;
    if (pack->report_to.count > 0 && pack->report_cites.count == 0)
        check_found(check, &pack->report_to, "report to", NULL,
                    "they read figures of what they may not see, and the pack has no \"report cites\" for it.");
}

void pack_check(const struct pack *pack, struct arena *a, struct pack_findings *findings) {
    struct check check = {.pack = pack, .a = a, .findings = findings};
    check_clauses(&check);
    check_nation(&check);
    check_report(&check);
    for (size_t i = 0; i < pack->procedure_count; i++) {
        check.procedure = &pack->procedures[i];
        check_people(&check);
        check_rules(&check);
        check_told(&check);
        check_about(&check);
        check_decides(&check);
        check_flow(&check);
    }
}
