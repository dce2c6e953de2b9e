#include "directory/directory_private.h"

void import_say(struct import *in, enum finding_kind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    struct finding finding = {.kind = kind, .line = in->line, .say = arena_vprintf(in->a, format, args)};
    va_end(args);
    LIST_ADD(in->a, &in->report->findings, finding);
}

void edit_start(struct import *in) {
    buf_clear(&in->changes);
}

void edit_note(struct import *in, const char *what) {
    if (in->changes.length > 0)
        buf_adds(&in->changes, ", ");
    buf_adds(&in->changes, what);
}

void edit_text(struct import *in, const char *what, const char **field, const char *value) {
    if (text_equal(*field, value))
        return;
    *field = arena_strdup(in->draft->arena, value);
    edit_note(in, what);
}

void edit_day(struct import *in, const char *what, int32_t *field, int32_t value) {
    if (*field == value)
        return;
    *field = value;
    edit_note(in, what);
}

void edit_end(struct import *in, bool added, const char *thing) {
    if (added)
        import_say(in, FINDING_ADDED, "%s: added.", thing);
    else if (in->changes.length > 0)
        import_say(in, FINDING_CHANGED, "%s: changed %s.", thing, buf_text(&in->changes));
}

void import_end_membership(struct import *in, struct membership *membership, int32_t last) {
    if (membership->from > last)
        table_remove(&in->draft->memberships, membership->id);
    else
        membership->to = last;
}

struct import import_start(struct directory *directory, struct import_report *report, struct arena *a,
                           const char **error_r) {
    return (struct import){
        .draft = draft_of(directory), .report = report, .a = a, .error_r = error_r, .changes = {.arena = a}};
}
