/* Members, their wards, terms and addresses, from GetCouncillorsByWard, GetCouncillorsByWardId and GetMemberGroup. */
#include "directory/moderngov.h"

static void add_contact(json_t *details, const char *type, const char *value) {
    if (value != NULL)
        json_array_append_new(details, json_pack("{s:s, s:s, s:s}", "type", type, "label", "Work", "value", value));
}

static const char *address_said(struct moderngov *mg, const struct xml *address) {
    static const char *const lines[] = {"line1", "line2", "line3", "line4", "postcode"};
    struct buf whole = {.arena = mg->in.a};
    for (size_t i = 0; i < LENGTH_OF(lines); i++) {
        const char *line = moderngov_said(mg, address, lines[i]);
        if (line != NULL)
            buf_addf(&whole, "%s%s", whole.length == 0 ? "" : ", ", line);
    }
    return whole.length == 0 ? NULL : buf_text(&whole);
}

/* The address of work is kept; that of home is nobody's business here. */
static void take_contacts(struct moderngov *mg, struct person *person, const struct xml *node) {
    const struct xml *work = xml_child(node, "workaddress"), *home = xml_child(node, "homeaddress");
    const char *email = moderngov_said(mg, work, "email");
    if (email == NULL && (email = moderngov_said(mg, home, "email")) != NULL) {
        mg->in.line = xml_child(home, "email")->line;
        import_say(&mg->in, FINDING_REPAIRED, "The e-mail address %s stands under the home address.", email);
    }
    if (email != NULL)
        edit_text(&mg->in, "email", &person->email, email);
    json_t *details = json_array();
    add_contact(details, "address", address_said(mg, work));
    add_contact(details, "voice", moderngov_said(mg, work, "phone"));
    add_contact(details, "cell", moderngov_said(mg, work, "mobile"));
    if (json_array_size(details) > 0) {
        json_t *object = json_pack("{s:O}", "contact_details", details);
        edit_extra_merge(&mg->in, &person->extra, object);
        json_decref(object);
    }
    json_decref(details);
    if (xml_text(home, "line1") != NULL || xml_text(home, "phone") != NULL || xml_text(home, "mobile") != NULL) {
        mg->in.line = home->line;
        import_say(&mg->in, FINDING_LEFT_OUT, "The home address and telephone of %s are not kept.", person->name);
    }
}

static void take_properties(struct moderngov *mg, struct person *person, const struct xml *node) {
    static const struct {
        const char *element, *property;
    } kept[] = {
        {"photobigurl", "image"},
        {"districttitle", "district"},
        {"representing", "representing"},
        {"additionalcontactinfo", "additional_contact_info"},
    };
    for (size_t i = 0; i < LENGTH_OF(kept); i++) {
        const char *value = moderngov_said(mg, node, kept[i].element);
        if (value != NULL)
            edit_extra(&mg->in, &person->extra, kept[i].property, value);
    }
    const char *surgery = moderngov_said(mg, xml_child(node, "surgerydetails"), "line1");
    if (surgery != NULL)
        edit_extra(&mg->in, &person->extra, "surgery", surgery);
}

struct office_term {
    int line;
    int32_t from, to;
};

static void take_term(struct moderngov *mg, const struct person *person, struct office_term term, const char *ward_id,
                      bool last) {
    bool added, overdue = last && term.to < mg->today;
    const char *from = date_text(mg->in.a, term.from);
    struct membership *membership = table_row(
        &mg->in.draft->memberships, arena_printf(mg->in.a, "%s-%s", person->id, from == NULL ? "term" : from), &added);
    mg->in.line = term.line;
    edit_start(&mg->in);
    if (added) {
        membership->extra = "{}";
        membership->from = term.from;
        membership->to = DAY_LAST;
    }
    edit_text(&mg->in, "person", &membership->person_id, person->id);
    edit_text(&mg->in, "role", &membership->role, "member");
    if (ward_id != NULL)
        edit_text(&mg->in, "ward", &membership->area_id, ward_id);
    edit_day(&mg->in, "end", &membership->to, overdue ? DAY_LAST : term.to);
    edit_extra(&mg->in, &membership->extra, "stated_end_date", overdue ? date_text(mg->in.a, term.to) : NULL);
    edit_end(&mg->in, added,
             arena_printf(mg->in.a, "%s, term from %s", person->name, from == NULL ? "an unspecified day" : from));
    if (overdue)
        import_say(&mg->in, FINDING_REPAIRED,
                   "%s is listed as a Member, but the last term in the file ended on %s. It is taken as going on.",
                   person->name, day_format(mg->in.a, term.to, DAY_FULL));
}

/* Returns the first day of the last term. Only that one is of the ward in which the file lists the Member. */
static int32_t take_terms(struct moderngov *mg, const struct person *person, const struct xml *node,
                          const char *ward_id) {
    LIST(struct office_term) terms = {0};
    const struct xml *all = xml_child(node, "termsofoffice");
    size_t last = 0;
    for (const struct xml *item = all == NULL ? NULL : all->first; item != NULL; item = item->next) {
        struct office_term term = {.line = item->line,
                                   .from = moderngov_date(mg, item, "startdate", DAY_FIRST),
                                   .to = moderngov_date(mg, item, "enddate", DAY_LAST)};
        if (term.to < term.from) {
            mg->in.line = item->line;
            import_say(&mg->in, FINDING_LEFT_OUT, "A term of %s ends before it begins.", person->name);
            continue;
        }
        LIST_ADD(mg->in.a, &terms, term);
        if (term.from >= terms.at[last].from)
            last = terms.count - 1;
    }
    if (terms.count == 0) {
        struct office_term open = {.line = node->line, .from = DAY_FIRST, .to = DAY_LAST};
        mg->in.line = node->line;
        import_say(&mg->in, FINDING_REPAIRED, "%s has no term of office; one without dates is taken.", person->name);
        LIST_ADD(mg->in.a, &terms, open);
    }
    for (size_t i = 0; i < terms.count; i++)
        take_term(mg, person, terms.at[i], i == last ? ward_id : NULL, i == last);
    return terms.at[last].from == DAY_FIRST ? mg->today : terms.at[last].from;
}

static bool take_member(struct moderngov *mg, const struct xml *node, const char *number, const char *ward_id) {
    const char *id = moderngov_id(mg, number, node->line), *full = moderngov_said(mg, node, "fullusername");
    if (id == NULL)
        return false;
    if (full == NULL)
        return fail(mg->in.a, mg->in.error_r, "Line %d: a Member without a name.", node->line);
    bool added;
    struct person *person = table_row(&mg->in.draft->people, id, &added);
    edit_start(&mg->in);
    if (added) {
        person->extra = "{}";
        person->active = true;
    }
    person->kind = PERSON_MEMBER;
    if (extra_get(mg->in.a, person->extra, "left") != NULL) {
        edit_extra(&mg->in, &person->extra, "left", NULL);
        person->active = true;
    }
    edit_text(&mg->in, "name", &person->name, moderngov_name(mg, person, full));
    struct listed listed = {.line = node->line,
                            .person = person,
                            .party = moderngov_said(mg, node, "politicalpartytitle"),
                            .group = moderngov_said(mg, node, "politicalgrouptitle"),
                            .titles = moderngov_said(mg, node, "keyposts")};
    edit_extra(&mg->in, &person->extra, "party", listed.party);
    take_properties(mg, person, node);
    take_contacts(mg, person, node);
    mg->in.line = node->line;
    edit_end(&mg->in, added, arena_printf(mg->in.a, "Member %s", person->name));
    listed.since = take_terms(mg, person, node, ward_id);
    LIST_ADD(mg->in.a, &mg->listed, listed);
    return true;
}

static const char *take_ward(struct moderngov *mg, const struct xml *node) {
    const char *title = moderngov_said(mg, node, "wardtitle");
    if (title == NULL)
        return NULL;
    bool added;
    struct area *ward = table_row(&mg->in.draft->areas, slug_of(mg->in.a, title), &added);
    mg->in.line = node->line;
    edit_start(&mg->in);
    if (added) {
        ward->extra = "{}";
        edit_text(&mg->in, "name", &ward->name, title);
        edit_text(&mg->in, "classification", &ward->classification, "ward");
    }
    edit_end(&mg->in, added, arena_printf(mg->in.a, "Ward %s", title));
    return ward->id;
}

static void member_left(struct moderngov *mg, struct person *person) {
    struct table *memberships = &mg->in.draft->memberships;
    person->active = false;
    edit_extra(&mg->in, &person->extra, "left", day_format(mg->in.a, mg->today, DAY_ISO));
    for (size_t i = memberships->count; i > 0; i--) {
        struct membership *membership = memberships->entries[i - 1].row;
        if (text_equal(membership->person_id, person->id) && membership->to >= mg->today)
            import_end_membership(&mg->in, membership, mg->today - 1);
    }
    import_say(&mg->in, FINDING_ENDED, "%s is not listed any more and has left, as from today.", person->name);
}

/* Who came from ModernGov and is not in the list of all Members has left. A list that lacks more Members than it has
 * is another council's, or cut short. */
static bool end_absent(struct moderngov *mg) {
    LIST(struct person *) absent = {0};
    const struct table *people = &mg->in.draft->people;
    for (size_t i = 0; i < people->count; i++) {
        struct person *person = people->entries[i].row;
        if (person->kind == PERSON_MEMBER && text_starts(person->id, "mg-") && !people->entries[i].taken &&
            extra_get(mg->in.a, person->extra, "left") == NULL)
            LIST_ADD(mg->in.a, &absent, person);
    }
    if (absent.count > mg->listed.count)
        return fail(
            mg->in.a, mg->in.error_r,
            "The file lists %zu Members and lacks %zu who are in the directory. Is it whole, and this council's?",
            mg->listed.count, absent.count);
    mg->in.line = 0;
    for (size_t i = 0; i < absent.count; i++)
        member_left(mg, absent.at[i]);
    return true;
}

bool moderngov_read_wards(struct moderngov *mg, const struct xml *root) {
    const struct xml *wards = xml_child(root, "wards");
    for (const struct xml *ward = wards == NULL ? NULL : wards->first; ward != NULL; ward = ward->next) {
        const char *ward_id = take_ward(mg, ward);
        const struct xml *all = xml_child(ward, "councillors");
        if (all != NULL)
            moderngov_check_count(mg, all, "councillorcount", "councillor");
        for (const struct xml *node = all == NULL ? NULL : all->first; node != NULL; node = node->next)
            if (strcmp(node->name, "councillor") == 0 &&
                !take_member(mg, node, xml_text(node, "councillorid"), ward_id))
                return false;
    }
    moderngov_groups(mg);
    moderngov_posts(mg, true);
    return true;
}

bool moderngov_read_all_wards(struct moderngov *mg, const struct xml *root) {
    return moderngov_read_wards(mg, root) && end_absent(mg);
}

bool moderngov_read_members(struct moderngov *mg, const struct xml *root) {
    const struct xml *all = xml_child(root, "members");
    if (all != NULL)
        moderngov_check_count(mg, all, "membercount", "member");
    for (const struct xml *node = all == NULL ? NULL : all->first; node != NULL; node = node->next)
        if (strcmp(node->name, "member") == 0 && !take_member(mg, node, xml_text(node, "memberid"), NULL))
            return false;
    moderngov_groups(mg);
    moderngov_posts(mg, true);
    return true;
}
