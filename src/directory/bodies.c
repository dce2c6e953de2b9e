/* Bodies from GetCommittees and GetMeetings, and who sits in them and which Officers attend from GetMeeting. */
#include "directory/moderngov.h"

static void body_ended(struct moderngov *mg, struct organization *body) {
    struct table *memberships = &mg->in.draft->memberships;
    if (extra_get(mg->in.a, body->extra, "dissolution_date") != NULL)
        return;
    edit_extra(&mg->in, &body->extra, "dissolution_date", day_format(mg->in.a, mg->today, DAY_ISO));
    for (size_t i = memberships->count; i > 0; i--) {
        struct membership *membership = memberships->entries[i - 1].row;
        if (text_equal(membership->organization_id, body->id) && membership->to >= mg->today)
            import_end_membership(&mg->in, membership, mg->today - 1);
    }
    import_say(&mg->in, FINDING_ENDED, "%s has ended, as from today.", body->name);
}

/* Left out are bodies that have ended and never were in the directory. */
static bool take_body(struct moderngov *mg, const struct xml *node, size_t *left_out) {
    const char *id = moderngov_id(mg, xml_text(node, "committeeid"), node->line);
    const char *title = moderngov_said(mg, node, "committeetitle"), *category;
    if (id == NULL)
        return false;
    if (title == NULL)
        return fail(mg->in.a, mg->in.error_r, "Line %d: a body without a title.", node->line);
    bool added, ended = text_equal(xml_text(node, "committeeexpired"), "True") ||
                        text_equal(xml_text(node, "committeedeleted"), "True");
    mg->in.line = node->line;
    if (ended && table_find(&mg->in.draft->organizations, id) == NULL) {
        (*left_out)++;
        return true;
    }
    struct organization *body = table_row(&mg->in.draft->organizations, id, &added);
    edit_start(&mg->in);
    if (added) {
        body->extra = "{}";
        edit_text(&mg->in, "classification", &body->classification, "body");
    }
    edit_text(&mg->in, "name", &body->name, title);
    if ((category = moderngov_said(mg, node, "committeecategory")) != NULL)
        edit_extra(&mg->in, &body->extra, "category", category);
    edit_end(&mg->in, added, arena_printf(mg->in.a, "Body %s", title));
    if (ended)
        body_ended(mg, body);
    return true;
}

static bool read_bodies(struct moderngov *mg, const struct xml *root) {
    size_t left_out = 0;
    for (const struct xml *node = root->first; node != NULL; node = node->next)
        if (strcmp(node->name, "committee") == 0 && !take_body(mg, node, &left_out))
            return false;
    mg->in.line = 0;
    if (left_out > 0)
        import_say(&mg->in, FINDING_LEFT_OUT, "%zu bodies that have ended were left out.", left_out);
    return true;
}

bool moderngov_read_committees(struct moderngov *mg, const struct xml *root) {
    moderngov_check_count(mg, root, "committeescount", "committee");
    return read_bodies(mg, root);
}

bool moderngov_read_meetings(struct moderngov *mg, const struct xml *root) {
    moderngov_check_count(mg, root, "committeescount", "committee");
    for (const struct xml *node = root->first; node != NULL; node = node->next) {
        const struct xml *meetings = xml_child(node, "committeemeetings");
        if (meetings == NULL)
            continue;
        mg->in.line = meetings->line;
        import_say(&mg->in, FINDING_LEFT_OUT, "The directory keeps no meetings; only the body was taken.");
    }
    return read_bodies(mg, root);
}

/* ---- a meeting */

/* A meeting does not name its body; its agenda does. */
static const struct organization *body_of(struct moderngov *mg, const struct xml *meeting) {
    const struct xml *items = xml_child(meeting, "agendaitems");
    for (const struct xml *item = items == NULL ? NULL : items->first; item != NULL; item = item->next) {
        const char *title = moderngov_said(mg, item, "refertocommittee");
        if (title == NULL)
            continue;
        const struct organization *body = moderngov_body_named(mg, title);
        if (body == NULL) {
            mg->in.line = item->line;
            import_say(&mg->in, FINDING_LEFT_OUT,
                       "No body is named \"%s\", so its Members were left out. Import GetCommittees, then this again.",
                       title);
        }
        return body;
    }
    return NULL;
}

static void take_seat(struct moderngov *mg, const struct person *person, const struct organization *body,
                      const char *role, int32_t on) {
    bool added;
    struct membership *seat =
        table_row(&mg->in.draft->memberships, arena_printf(mg->in.a, "%s-%s", person->id, body->id), &added);
    edit_start(&mg->in);
    if (added) {
        seat->extra = "{}";
        seat->from = on;
        seat->to = DAY_LAST;
    }
    edit_text(&mg->in, "person", &seat->person_id, person->id);
    edit_text(&mg->in, "body", &seat->organization_id, body->id);
    edit_text(&mg->in, "role", &seat->role, role);
    if (on < seat->from)
        edit_day(&mg->in, "start", &seat->from, on);
    edit_end(
        &mg->in, added,
        arena_printf(mg->in.a, "%s in %s, seen on %s", person->name, body->name, day_format(mg->in.a, on, DAY_FULL)));
}

static bool sits(const char *role) {
    return text_equal(role, "Chair") || text_equal(role, "Vice-Chair") || text_equal(role, "Committee Member");
}

static struct person *take_officer(struct moderngov *mg, const char *id, const char *name) {
    bool added;
    struct person *person = table_row(&mg->in.draft->people, id, &added);
    if (!added)
        return person;
    edit_start(&mg->in);
    person->extra = "{}";
    person->active = true;
    person->kind = PERSON_OFFICER;
    edit_text(&mg->in, "name", &person->name, moderngov_name(mg, person, name));
    edit_end(&mg->in, true, arena_printf(mg->in.a, "Officer %s", person->name));
    return person;
}

/* Members are those of the list of Members: who sat in a meeting may have left since, or be co-opted and no Member. */
static bool read_attendee(struct moderngov *mg, const struct xml *node, const struct organization *body, int32_t on) {
    const char *role = xml_attribute(node, "roledescription"), *name = xml_attribute(node, "name");
    const char *titles = xml_attribute(node, "keyposts");
    bool officer = text_equal(role, "Officer");
    mg->in.line = node->line;
    if (name == NULL || (!officer && !sits(role)) || !text_equal(xml_attribute(node, "membertype"), "U")) {
        import_say(&mg->in, FINDING_LEFT_OUT, "An attendee who is neither of the body nor an Officer was left out.");
        return true;
    }
    const char *id = moderngov_id(mg, xml_attribute(node, "memberid"), node->line);
    if (id == NULL)
        return false;
    if (!officer && table_find(&mg->in.draft->people, id) == NULL) {
        import_say(&mg->in, FINDING_LEFT_OUT,
                   "%s is not in the directory and was left out. Members come from "
                   "GetCouncillorsByWard.",
                   name);
        return true;
    }
    struct person *person = officer ? take_officer(mg, id, name) : table_find(&mg->in.draft->people, id);
    if (body != NULL && !officer)
        take_seat(mg, person, body, role, on);
    if (titles == NULL && officer)
        titles = xml_attribute(node, "representing");
    struct listed listed = {.line = node->line, .person = person, .titles = titles, .since = on};
    LIST_ADD(mg->in.a, &mg->listed, listed);
    return true;
}

bool moderngov_read_meeting(struct moderngov *mg, const struct xml *root) {
    int32_t on = moderngov_date(mg, root, "meetingdate", DAY_LAST);
    if (on == DAY_LAST)
        return fail(mg->in.a, mg->in.error_r, "Line %d: the meeting has no date.", root->line);
    const struct organization *body = body_of(mg, root);
    const struct xml *attendees = xml_child(root, "attendees");
    for (const struct xml *node = attendees == NULL ? NULL : attendees->first; node != NULL; node = node->next)
        if (strcmp(node->name, "attendee") == 0 && !read_attendee(mg, node, body, on))
            return false;
    moderngov_posts(mg, false);
    return true;
}
