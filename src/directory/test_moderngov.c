#include "base/base.h"
#include "base/test.h"
#include "directory/test_directory.h"

static struct arena *a;
static struct directory *directory;
static int32_t today;

static int start(void **state) {
    (void)state;
    a = arena_new();
    directory = directory_new();
    today = date("2026-11-27");
    return 0;
}

static int stop(void **state) {
    (void)state;
    directory_free(&directory);
    arena_free(&a);
    return 0;
}

static struct import_report import_bytes(const char *xml, size_t length) {
    struct import_report report = {0};
    const char *error = NULL;
    if (!directory_import_moderngov(directory, xml, length, today, &report, a, &error))
        fail_msg("%s", error);
    return report;
}

static struct import_report import(const char *xml) {
    return import_bytes(xml, strlen(xml));
}

static void refused(const char *xml, const char *words) {
    struct import_report report = {0};
    const char *error = NULL;
    assert_false(directory_import_moderngov(directory, xml, strlen(xml), today, &report, a, &error));
    if (strstr(error, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", error, words);
}

/* A councillor with whatever the test is about. */
static const char *councillor(int number, const char *party, const char *more) {
    return arena_printf(a,
                        "<councillor>\n<councillorid>%d</councillorid><fullusername>Councillor Member %d</fullusername>"
                        "<politicalpartytitle>%s</politicalpartytitle><politicalgrouptitle>\n</politicalgrouptitle>%s"
                        "</councillor>",
                        number, number, party, more);
}

static const char *ward(const char *title, const char *councillors) {
    return arena_printf(a, "<ward><wardtitle>%s</wardtitle><councillors>%s</councillors></ward>", title, councillors);
}

static const char *council(const char *wards) {
    return arena_printf(a, "<?xml version=\"1.0\"?>\n<councillorsbyward><wards>%s</wards></councillorsbyward>", wards);
}

static const char *term(const char *from, const char *to) {
    return arena_printf(a,
                        "<termsofoffice><termofoffice><startdate>01/05/2000</startdate><enddate>05/05/2004</enddate>"
                        "</termofoffice><termofoffice><startdate>%s</startdate><enddate>%s</enddate></termofoffice>"
                        "</termsofoffice>",
                        from, to);
}

static const struct person *member(int number) {
    const struct person *person = directory_person(directory, arena_printf(a, "mg-%d", number));
    assert_non_null(person);
    return person;
}

static void a_member_has_a_ward_and_terms(void **state) {
    (void)state;
    import(council(ward("East &amp; Quay", councillor(7, "Red", term("06/05/2024", "07/05/2028")))));
    const struct person *person = member(7);
    assert_string_equal(person->name, "Member 7");
    assert_int_equal(person->kind, PERSON_MEMBER);
    assert_true(person->active);
    assert_string_equal(extra_get(a, person->extra, "honorific_prefix"), "Councillor");
    assert_string_equal(extra_get(a, person->extra, "party"), "Red");
    assert_string_equal(directory_ward_of(directory, person, today)->name, "East & Quay");
    assert_null(directory_ward_of(directory, person, date("2002-01-01")));
    assert_null(directory_ward_of(directory, person, date("2028-05-08")));
    assert_int_equal(person->memberships[0]->to, date("2004-05-05"));
}

static void a_sitting_member_with_an_ended_term_goes_on_sitting(void **state) {
    (void)state;
    const char *xml = council(ward("East", councillor(7, "Red", term("10/05/2021", "05/05/2024"))));
    struct import_report report = import(xml);
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "ended on Sunday 5 May 2024"));
    assert_non_null(directory_ward_of(directory, member(7), today));
    const struct membership *term_taken = member(7)->memberships[1];
    assert_string_equal(extra_get(a, term_taken->extra, "stated_end_date"), "2024-05-05");

    report = import(council(ward("East", councillor(7, "Red", term("10/05/2021", "07/05/2028")))));
    assert_int_equal(count_findings(&report, FINDING_CHANGED), 1);
    assert_int_equal(member(7)->memberships[1]->to, date("2028-05-07"));
    assert_null(extra_get(a, member(7)->memberships[1]->extra, "stated_end_date"));
}

static void dates_can_be_unspecified_or_wrong(void **state) {
    (void)state;
    struct import_report report = import(council(
        ward("East", arena_printf(a, "%s%s%s", councillor(1, "", term("06/05/2024", "unspecified")),
                                  councillor(2, "", term("31/02/2024", "07/05/2028")), councillor(3, "", "")))));
    assert_int_equal(member(1)->memberships[1]->to, DAY_LAST);
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "\"31/02/2024\" is no date"));
    assert_int_equal(member(2)->memberships[0]->from, DAY_FIRST);
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "Member 3 has no term of office"));
    assert_non_null(directory_ward_of(directory, member(3), today));
}

static void text_that_was_escaped_twice_is_mended(void **state) {
    (void)state;
    struct import_report report =
        import(council(ward("King&amp;#39;s &amp;amp; Queen", councillor(1, "", term("06/05/2024", "07/05/2028")))));
    assert_string_equal(directory_ward_of(directory, member(1), today)->name, "King's & Queen");
    assert_int_equal(find_finding(&report, FINDING_REPAIRED, "escaped twice")->line, 2);
}

static void the_email_can_stand_under_either_address_and_home_is_not_kept(void **state) {
    (void)state;
    struct import_report report = import(council(ward(
        "East", arena_printf(a, "%s%s",
                             councillor(1, "",
                                        "<workaddress><line1>Town Hall</line1><email>one@example.org</email>"
                                        "</workaddress><homeaddress><email>home@example.org</email></homeaddress>"),
                             councillor(2, "",
                                        "<workaddress></workaddress><homeaddress><line1>1 Secret Street</line1>"
                                        "<phone>01632 960000</phone><email>two@example.org</email></homeaddress>")))));
    assert_string_equal(member(1)->email, "one@example.org");
    assert_string_equal(member(2)->email, "two@example.org");
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "two@example.org stands under the home address"));
    assert_int_equal(count_findings(&report, FINDING_LEFT_OUT), 1);
    const char *all = exported(directory, a);
    assert_non_null(strstr(all, "Town Hall"));
    assert_null(strstr(all, "Secret Street"));
    assert_null(strstr(all, "01632"));
}

static void counts_have_a_space_and_are_checked(void **state) {
    (void)state;
    struct import_report report = import(
        council(ward("East", arena_printf(a, "<councillorcount> 2</councillorcount>%s", councillor(1, "", "")))));
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "counts 2 and lists 1"));
    report = import(
        council(ward("East", arena_printf(a, "<councillorcount> 1</councillorcount>%s", councillor(1, "", "")))));
    assert_null(find_finding(&report, FINDING_REPAIRED, "counts"));
}

static const char *parties(void) {
    const char *sits = term("06/05/2024", "07/05/2028");
    return council(
        ward("East", arena_printf(a, "%s%s%s%s%s%s", councillor(1, "Red or Red &amp; Co-Operative", sits),
                                  councillor(2, "Red and Co-Operative Party", sits),
                                  councillor(3, "Red and Co-Operative Party", sits), councillor(4, "Independent", sits),
                                  councillor(5, "Independent", sits), councillor(6, "Blue", sits))));
}

static void a_group_is_suggested_by_the_party_and_said_to_be_none(void **state) {
    (void)state;
    struct import_report report = import(parties());
    const struct organization *group = directory_group_of(directory, member(1), today);
    assert_string_equal(group->name, "Red and Co-Operative Group");
    assert_ptr_equal(directory_group_of(directory, member(2), today), group);
    assert_ptr_equal(directory_group_of(directory, member(3), date("2024-05-06")), group);
    assert_null(directory_group_of(directory, member(3), date("2024-05-05")));
    assert_int_equal(group->membership_count, 3);
    assert_non_null(find_finding(&report, FINDING_ADDED, "A group is not a party"));
    assert_non_null(find_finding(&report, FINDING_REPAIRED, "another spelling"));
    assert_null(directory_group_of(directory, member(4), today));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "Member 5 is an independent"));
    assert_null(directory_group_of(directory, member(6), today));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "the only one of the party \"Blue\""));
}

static void who_left_a_group_is_not_put_back_by_a_party(void **state) {
    (void)state;
    import(parties());
    struct draft *draft = draft_of(directory);
    for (size_t i = 0; i < member(1)->membership_count; i++) {
        const struct membership *membership = member(1)->memberships[i];
        if (membership->organization != NULL && membership->organization->kind == ORGANIZATION_GROUP)
            ((struct membership *)table_find(&draft->memberships, membership->id))->to = today - 10;
    }
    draft_build(draft, directory);
    import(parties());
    assert_null(directory_group_of(directory, member(1), today));
}

static void a_group_that_is_named_is_believed_and_can_be_left(void **state) {
    (void)state;
    static const char named[] = "<councillorsbyward><wards><ward><wardtitle>East</wardtitle><councillors><councillor>"
                                "<councillorid>1</councillorid><fullusername>Cllr Ann Bell</fullusername>"
                                "<politicalpartytitle>Red</politicalpartytitle><politicalgrouptitle>%s"
                                "</politicalgrouptitle></councillor></councillors></ward></wards></councillorsbyward>";
    import("<committees/>");
    struct buf xml = {.arena = a};
    buf_addf(&xml, named, "Purple Alliance");
    import(buf_text(&xml));
    assert_string_equal(directory_group_of(directory, member(1), today)->name, "Purple Alliance");
    assert_string_equal(member(1)->name, "Ann Bell");
    buf_clear(&xml);
    buf_addf(&xml, named, "Orange Group");
    today += 30;
    struct import_report report = import(buf_text(&xml));
    assert_non_null(find_finding(&report, FINDING_ENDED, "in the Orange Group now"));
    assert_string_equal(directory_group_of(directory, member(1), today - 1)->name, "Purple Alliance");
    assert_string_equal(directory_group_of(directory, member(1), today)->name, "Orange Group");
}

static const char bodies[] =
    "<committees><committeescount> 3</committeescount>"
    "<committee><committeeid>10</committeeid><committeetitle>Planning &amp;amp; Licensing Committee</committeetitle>"
    "<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>"
    "<committeecategory>Regulatory</committeecategory></committee>"
    "<committee><committeeid>11</committeeid><committeetitle>Old Panel</committeetitle>"
    "<committeeexpired>True</committeeexpired></committee>"
    "<committee><committeeid>12</committeeid><committeetitle>Cabinet</committeetitle></committee></committees>";

static const char *titles(const char *first, const char *second) {
    const char *sits = term("06/05/2024", "07/05/2028");
    return council(ward(
        "East", arena_printf(a, "%s%s", councillor(1, "Red", arena_printf(a, "%s<keyposts>%s</keyposts>", sits, first)),
                             councillor(2, "Red", arena_printf(a, "%s<keyposts>%s</keyposts>", sits, second)))));
}

static void bodies_that_have_ended_are_left_out(void **state) {
    (void)state;
    struct import_report report = import(bodies);
    assert_int_equal(directory->organization_count, 2);
    assert_string_equal(directory_organization(directory, "mg-10")->name, "Planning & Licensing Committee");
    assert_int_equal(directory_organization(directory, "mg-10")->kind, ORGANIZATION_BODY);
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "1 bodies that have ended"));
}

static void a_body_that_ends_ends_its_memberships(void **state) {
    (void)state;
    import(council(ward("East", councillor(1, "", ""))));
    import("<committees><committee><committeeid>11</committeeid><committeetitle>Old Panel</committeetitle></committee>"
           "</committees>");
    import("<meeting><meetingdate>21/11/2025</meetingdate><agendaitems><agendaitem><refertocommittee>the old panel"
           "</refertocommittee></agendaitem></agendaitems><attendees><attendee membertype=\"U\" memberid=\"1\" "
           "name=\"Ann\" roledescription=\"Committee Member\"/></attendees></meeting>");
    const struct organization *panel = directory_organization(directory, "mg-11");
    assert_true(directory_in_organization(directory, member(1), panel, today));
    struct import_report report = import(bodies);
    assert_non_null(find_finding(&report, FINDING_ENDED, "Old Panel has ended"));
    panel = directory_organization(directory, "mg-11");
    assert_true(directory_in_organization(directory, member(1), panel, today - 1));
    assert_false(directory_in_organization(directory, member(1), panel, today));
    today += 30;
    report = import(bodies);
    assert_int_equal(count_findings(&report, FINDING_ENDED), 0);
}

static void meetings_are_not_kept_but_their_body_is(void **state) {
    (void)state;
    struct import_report report =
        import("<getmeetings><committeescount> 1</committeescount><committee><committeeid>12</committeeid>"
               "<committeetitle>Cabinet</committeetitle><committeemeetings><meeting/></committeemeetings></committee>"
               "</getmeetings>");
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "keeps no meetings"));
    assert_string_equal(directory_organization(directory, "mg-12")->name, "Cabinet");
}

static void titles_become_posts_of_bodies_and_groups(void **state) {
    (void)state;
    import(bodies);
    import(titles("Chair of the Planning and Licensing Committee and Cabinet Member for Parks and Waste",
                  "Deputy Mayor, Vice-Chair of Planning and Licensing Committee &amp; Leader of the Red Group"));
    const struct organization *planning = directory_organization(directory, "mg-10");
    const struct post *chair = directory_post_by_role(directory, "chair", planning);
    assert_ptr_equal(directory_holder(directory, chair, today), member(1));
    assert_ptr_equal(chair->deputy, directory_post_by_role(directory, "vice-chair", planning));
    assert_true(directory_in_organization(directory, member(1), planning, today));
    const struct post *parks = directory_post_by_role(directory, "cabinet-member", NULL);
    assert_string_equal(parks->label, "Cabinet Member for Parks and Waste");
    assert_string_equal(parks->organization->name, "Cabinet");
    const struct organization *red = directory_group_of(directory, member(2), today);
    assert_ptr_equal(directory_holder(directory, directory_post_by_role(directory, "leader", red), today), member(2));
    assert_true(directory_holds_post(directory, member(2), directory_post(directory, "deputy-mayor"), today));
}

static void a_vice_chair_stands_in_for_the_chair_of_the_same_committee_alone(void **state) {
    (void)state;
    import(titles("Chair of Planning Committee", "Vice-Chair of Planning Committee, Chair of Scrutiny Committee"));
    const struct post *planning = directory_post(directory, "chair-of-planning-committee");
    const struct post *scrutiny = directory_post(directory, "chair-of-scrutiny-committee");
    assert_string_equal(planning->deputy->label, "Vice-Chair of Planning Committee"); /* no body is known yet */
    assert_null(scrutiny->deputy);
}

static void a_title_that_is_gone_ends_the_tenure(void **state) {
    (void)state;
    import(bodies);
    import(titles("Chair of Planning and Licensing Committee", ""));
    today += 30;
    struct import_report report = import(titles("", "Chair of Planning and Licensing Committee"));
    const struct post *chair = directory_post(directory, "chair-of-planning-and-licensing-committee");
    assert_non_null(find_finding(&report, FINDING_ENDED, "Member 1 is not Chair"));
    assert_ptr_equal(directory_holder(directory, chair, today - 1), member(1));
    assert_ptr_equal(directory_holder(directory, chair, today), member(2));
}

static void a_post_finds_its_body_when_that_comes_later(void **state) {
    (void)state;
    struct import_report report = import(titles("Chair of Planning and Licensing Committee", ""));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "No body is named"));
    import(bodies);
    report = import(titles("Chair of Planning and Licensing Committee", ""));
    assert_non_null(find_finding(&report, FINDING_CHANGED, "organization"));
    assert_string_equal(directory_post(directory, "chair-of-planning-and-licensing-committee")->organization->id,
                        "mg-10");
    assert_int_equal(directory->post_count, 1);
}

static void who_is_not_listed_any_more_has_left(void **state) {
    (void)state;
    import(parties());
    struct import_report report =
        import(council(ward("East", arena_printf(a, "%s%s%s%s", councillor(1, "Red", ""), councillor(2, "Red", ""),
                                                 councillor(3, "Red", ""), councillor(6, "Blue", "")))));
    assert_int_equal(count_findings(&report, FINDING_ENDED), 2);
    assert_false(member(4)->active);
    assert_null(directory_ward_of(directory, member(4), today));
    assert_non_null(directory_ward_of(directory, member(4), today - 1));
    refused(council(ward("East", councillor(1, "Red", ""))), "Is it whole");
    assert_true(member(2)->active);
    import(parties());
    assert_true(member(4)->active);
}

static void a_meeting_shows_who_sits_and_which_officers_there_are(void **state) {
    (void)state;
    static const char meeting[] =
        "<meeting><meetingdate>21/11/2025</meetingdate><agendaitems><agendaitem><refertocommittee>Cabinet"
        "</refertocommittee></agendaitem></agendaitems><attendees>"
        "<attendee membertype=\"U\" memberid=\"1\" name=\"Councillor Member 1\" roledescription=\"Chair\"/>"
        "<attendee membertype=\"U\" memberid=\"90\" name=\"Dana Okafor\" roledescription=\"Officer\" "
        "representing=\"Interim Manager\" keyposts=\"Head of Place\"/>"
        "<attendee membertype=\"U\" memberid=\"91\" name=\"Sam Lee\" roledescription=\"Officer\" "
        "representing=\"Monitoring Officer\"/>"
        "<attendee membertype=\"U\" memberid=\"93\" name=\"Councillor Long Gone\" "
        "roledescription=\"Committee Member\"/>"
        "<attendee membertype=\"U\" memberid=\"92\" name=\"A Visitor\" roledescription=\"Guest\"/>"
        "</attendees></meeting>";
    import(bodies);
    import(council(ward("East", councillor(1, "", ""))));
    struct import_report report = import(meeting);
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "attendee"));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "Long Gone is not in the directory"));
    assert_null(directory_person(directory, "mg-93"));
    assert_null(directory_person(directory, "mg-92"));
    int32_t on = date("2025-11-21");
    assert_true(directory_in_organization(directory, member(1), directory_organization(directory, "mg-12"), on));
    assert_string_equal(directory_service_of(directory, member(90), on)->name, "Place");
    const struct post *monitoring = directory_post_by_role(directory, "monitoring-officer", NULL);
    assert_ptr_equal(directory_holder(directory, monitoring, on), member(91));
    assert_int_equal(member(91)->kind, PERSON_OFFICER);
    report = import(meeting);
    assert_int_equal(count_findings(&report, FINDING_ADDED) + count_findings(&report, FINDING_CHANGED), 0);
}

static void an_older_meeting_does_not_bring_a_former_officer_back(void **state) {
    (void)state;
    static const char meeting[] = "<meeting><meetingdate>%s</meetingdate><attendees><attendee membertype=\"U\" "
                                  "memberid=\"%d\" name=\"Officer %d\" roledescription=\"Officer\" "
                                  "keyposts=\"Monitoring Officer\"/></attendees></meeting>";
    import(arena_printf(a, meeting, "21/11/2025", 2, 2));
    struct import_report report = import(arena_printf(a, meeting, "21/11/2019", 1, 1));
    assert_non_null(find_finding(&report, FINDING_LEFT_OUT, "somebody else holds the post"));
    const struct post *monitoring = directory_post(directory, "monitoring-officer");
    assert_ptr_equal(directory_holder(directory, monitoring, today), member(2));
    assert_int_equal(member(1)->membership_count, 0);
}

static void what_is_no_answer_of_moderngov_is_refused_and_nothing_changes(void **state) {
    (void)state;
    refused("<attachment/>", "Line 1: <attachment> is none of");
    refused("<councillorsbyward>", "Line 1: no element found");
    refused(council(ward("East", "<councillor><fullusername>A</fullusername></councillor>")), "no number of its own");
    refused(council(ward("East", "<councillor><councillorid>1</councillorid></councillor>")), "without a name");
    refused("<meeting/>", "has no date");
    refused("<!DOCTYPE a [<!ENTITY e \"x\">]><committees/>", "document type");
    assert_int_equal(directory->person_count + directory->area_count, 0);
}

/* ---- the real thing */

static void import_sample(const char *name, struct import_report *report_r) {
    size_t length;
    const char *xml = read_sample(a, arena_printf(a, "moderngov/%s", name), &length);
    *report_r = import_bytes(xml, length);
}

static void a_real_council_imports_whole_and_again_without_a_change(void **state) {
    (void)state;
    static const char *const files[] = {
        "gloucester_GetCommittees.xml",  "gloucester_GetCouncillorsByWard.xml",
        "gloucester_GetMemberGroup.xml", "gloucester_GetCouncillorsByWardId_285_Kingsholm.xml",
        "gloucester_GetMeetings.xml",    "gloucester_GetMeeting_7837.xml",
    };
    struct import_report report;
    for (size_t i = 0; i < LENGTH_OF(files); i++)
        import_sample(files[i], &report);
    size_t members = 0, groups = 0, sitting = 0, grouped = 0, reachable = 0;
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct person *person = &directory->people[i];
        members += person->kind == PERSON_MEMBER;
        sitting += directory_ward_of(directory, person, today) != NULL;
        grouped += directory_group_of(directory, person, today) != NULL;
        reachable += person->kind == PERSON_MEMBER && person->email != NULL;
    }
    for (size_t i = 0; i < directory->organization_count; i++)
        groups += directory->organizations[i].kind == ORGANIZATION_GROUP;
    assert_int_equal(members, 39);
    assert_int_equal(sitting, 39);
    assert_int_equal(grouped, 39);
    assert_int_equal(reachable, 38);
    assert_int_equal(groups, 4);
    assert_int_equal(directory->area_count, 18);
    assert_int_equal(directory->person_count, 45);

    const char *before = exported(directory, a);
    for (size_t i = 0; i < LENGTH_OF(files); i++) {
        import_sample(files[i], &report);
        assert_int_equal(count_findings(&report, FINDING_ADDED), 0);
        assert_int_equal(count_findings(&report, FINDING_CHANGED), 0);
        assert_int_equal(count_findings(&report, FINDING_ENDED), 0);
    }
    assert_string_equal(exported(directory, a), before);

    struct directory *copy = directory_new();
    const char *error = NULL;
    assert_true(directory_import_popolo(copy, before, strlen(before), &report, a, &error));
    assert_string_equal(exported(copy, a), before);
    directory_free(&copy);
}

#define FRESH(function) cmocka_unit_test_setup_teardown(function, start, stop)
RUN_TESTS(FRESH(a_member_has_a_ward_and_terms), FRESH(a_sitting_member_with_an_ended_term_goes_on_sitting),
          FRESH(dates_can_be_unspecified_or_wrong), FRESH(text_that_was_escaped_twice_is_mended),
          FRESH(the_email_can_stand_under_either_address_and_home_is_not_kept),
          FRESH(counts_have_a_space_and_are_checked), FRESH(a_group_is_suggested_by_the_party_and_said_to_be_none),
          FRESH(who_left_a_group_is_not_put_back_by_a_party), FRESH(a_group_that_is_named_is_believed_and_can_be_left),
          FRESH(bodies_that_have_ended_are_left_out), FRESH(a_body_that_ends_ends_its_memberships),
          FRESH(meetings_are_not_kept_but_their_body_is), FRESH(titles_become_posts_of_bodies_and_groups),
          FRESH(a_vice_chair_stands_in_for_the_chair_of_the_same_committee_alone),
          FRESH(a_title_that_is_gone_ends_the_tenure), FRESH(a_post_finds_its_body_when_that_comes_later),
          FRESH(who_is_not_listed_any_more_has_left), FRESH(a_meeting_shows_who_sits_and_which_officers_there_are),
          FRESH(an_older_meeting_does_not_bring_a_former_officer_back),
          FRESH(what_is_no_answer_of_moderngov_is_refused_and_nothing_changes),
          FRESH(a_real_council_imports_whole_and_again_without_a_change))
