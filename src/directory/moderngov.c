/* Members, wards, bodies and Officers from the web service of ModernGov. */
#include "directory/moderngov.h"

/* "&#39;" and the five names of XML, once more: ModernGov escapes some text twice. */
static const char *unescape(struct arena *a, const char *text) {
    static const struct {
        const char *name;
        char is;
    } names[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
    struct buf plain = {.arena = a};
    for (const char *p = text; *p != '\0';) {
        size_t length = 0;
        for (size_t i = 0; i < LENGTH_OF(names) && length == 0; i++) {
            if (text_starts(p, names[i].name)) {
                length = strlen(names[i].name);
                buf_addc(&plain, names[i].is);
            }
        }
        if (length == 0)
            buf_addc(&plain, *p);
        p += length == 0 ? 1 : length;
    }
    return buf_text(&plain);
}

const char *moderngov_said(struct moderngov *mg, const struct xml *node, const char *name) {
    const struct xml *child = xml_child(node, name);
    if (child == NULL || child->text[0] == '\0')
        return NULL;
    const char *plain = unescape(mg->in.a, child->text);
    if (strcmp(plain, child->text) != 0) {
        mg->in.line = child->line;
        import_say(&mg->in, FINDING_REPAIRED, "\"%s\" was escaped twice.", plain);
    }
    return plain;
}

const char *moderngov_id(struct moderngov *mg, const char *number, int line) {
    int64_t is;
    if (number != NULL && text_to_int(number, 0, INT64_MAX, &is))
        return arena_printf(mg->in.a, "mg-%lld", (long long)is);
    fail(mg->in.a, mg->in.error_r, "Line %d: something has no number of its own.", line);
    return NULL;
}

int32_t moderngov_date(struct moderngov *mg, const struct xml *node, const char *name, int32_t open) {
    const struct xml *child = xml_child(node, name);
    int32_t date;
    if (child == NULL || child->text[0] == '\0' || strcmp(child->text, "unspecified") == 0)
        return open;
    if (date_british(child->text, &date))
        return date;
    mg->in.line = child->line;
    import_say(&mg->in, FINDING_REPAIRED, "\"%s\" is no date and is taken as unspecified.", child->text);
    return open;
}

void moderngov_check_count(struct moderngov *mg, const struct xml *node, const char *counter, const char *counted) {
    const struct xml *child = xml_child(node, counter);
    int64_t says, has = 0;
    if (child == NULL || !text_to_int(child->text, 0, INT32_MAX, &says))
        return;
    for (const struct xml *item = node->first; item != NULL; item = item->next)
        has += strcmp(item->name, counted) == 0;
    mg->in.line = child->line;
    if (says != has)
        import_say(&mg->in, FINDING_REPAIRED, "The file counts %lld and lists %lld.", (long long)says, (long long)has);
}

const char *moderngov_name(struct moderngov *mg, struct person *person, const char *full) {
    static const char *const prefixes[] = {"Councillor ", "Cllr. ", "Cllr "};
    for (size_t i = 0; i < LENGTH_OF(prefixes); i++) {
        if (text_starts(full, prefixes[i])) {
            edit_extra(&mg->in, &person->extra, "honorific_prefix", "Councillor");
            return full + strlen(prefixes[i]);
        }
    }
    return full;
}

/* ---- documents */

static const struct {
    const char *root;
    bool (*read)(struct moderngov *mg, const struct xml *root);
} documents[] = {
    {"councillorsbyward", moderngov_read_all_wards}, {"councillorsbywardid", moderngov_read_wards},
    {"memberlist", moderngov_read_members},          {"committees", moderngov_read_committees},
    {"getmeetings", moderngov_read_meetings},        {"meeting", moderngov_read_meeting},
};

bool directory_import_moderngov(struct directory *directory, const char *xml, size_t length, int32_t today,
                                struct import_report *report, struct arena *a, const char **error_r) {
    struct xml *root;
    if (length > IMPORT_LIMIT)
        return fail(a, error_r, "The file is larger than 32 MiB.");
    if (!xml_read(a, xml, length, &root, error_r))
        return false;
    struct moderngov mg = {.in = import_start(directory, report, a, error_r), .today = today};
    for (size_t i = 0; i < LENGTH_OF(documents); i++) {
        if (strcmp(documents[i].root, root->name) != 0)
            continue;
        if (!documents[i].read(&mg, root))
            return false;
        draft_build(mg.in.draft, directory);
        return true;
    }
    return fail(a, error_r,
                "Line %d: <%s> is none of GetCouncillorsByWard, GetCouncillorsByWardId, GetMemberGroup, GetCommittees, "
                "GetMeetings and GetMeeting.",
                root->line, root->name);
}
