/* A town: the demo of the pack town, with its Town Clerk and small services. Nobody and nothing here is real. */
#include "cli/demo.h"

/* clang-format off */

static const struct demo_unit services[] = {
    {"s-parks", "Parks and Open Spaces"}, {"s-cemeteries", "Allotments and Cemeteries"}, {"s-halls", "Halls and Events"},
    {"s-market", "Market and Town Centre"}, {"s-finance", "Finance and Administration"}, {"s-planning", "Planning Consultations"}, {NULL}};

static const struct demo_unit groups[] = {
    {"g-bridge", "Bridge Group", "administration"}, {"g-meadow", "Meadow Group"}, {"g-clocktower", "Clocktower Group"}, {NULL}};

static const struct demo_unit wards[] = {{"w-north", "North"}, {"w-south", "South"}, {"w-priory", "Priory"}, {NULL}};

static const struct demo_unit bodies[] = {
    {"b-council", "Council"}, {"b-cabinet", "Policy and Resources Committee"}, {"b-scrutiny", "Amenities Committee"},
    {"b-planning", "Planning Committee"}, {NULL}};

static const struct demo_unit outside[] = {{"o-almshouses", "Examplewick Almshouse Charity"}, {NULL}};

static const struct demo_person members[] = {
    {"Iris Langley", "g-bridge", "w-north",
     {{"leader", "Leader of the Bridge Group", "g-bridge"}, {"chair", "Chair of the Policy and Resources Committee", "b-cabinet"}}, "b-cabinet"},
    {"Jack Wren", "g-bridge", "w-south", {{"chair", "Town Mayor", "b-council"}, {"council-chair", "Chair of the Council", NULL}}, NULL},
    {"Kavita Shah", "g-bridge", "w-priory", {{"chair", "Chair of the Amenities Committee", "b-scrutiny"}}, "b-scrutiny"},
    {"Leonard Frith", "g-bridge", "w-north", {{NULL}}, "b-cabinet"},
    {"Roger Dunne", "g-bridge", "w-priory", {{NULL}}, "b-planning"},
    {"Mary Ives", "g-bridge", "w-south", {{"chair", "Chair of the Planning Committee", "b-planning"}}, "b-planning"},
    {"Nigel Sparrow", "g-meadow", "w-priory", {{"leader", "Leader of the Meadow Group", "g-meadow"}}, "b-cabinet"},
    {"Olga Petrova", "g-meadow", "w-north", {{NULL}}, "b-scrutiny"},
    {"Percy Brook", "g-meadow", "w-south", {{NULL}}, "b-planning"},
    {"Rhian Jones", "g-clocktower", "w-priory", {{"leader", "Leader of the Clocktower Group", "g-clocktower"}}, "b-scrutiny"},
    {"Samuel Adeoye", "g-clocktower", "w-south", {{NULL}}, "b-planning"},
    {"Gita Banerjee", "g-clocktower", "w-north", {{NULL}}, "b-cabinet", .outside = "o-almshouses"},
    {"Thea Winslow", NULL, "w-north", {{NULL}}, "b-scrutiny", "g-clocktower"},
    {NULL}};

static const struct demo_person officers[] = {
    {"Ursula Keane", NULL, NULL, {{"town-clerk", "Town Clerk", NULL}}},
    {"Beatrix Holloway", NULL, NULL, {{"monitoring-officer", "Monitoring Officer of the principal council", NULL}}},
    {"Gordon Pike", "s-parks", NULL, {{"head", "Parks Manager", "s-parks", "Gardener"}}},
    {"Nell Sawyer", "s-parks", NULL, {{NULL, "Gardener", "s-parks"}}},
    {"Hazel Dyer", "s-cemeteries", NULL, {{"head", "Cemeteries Manager", "s-cemeteries"}}},
    {"Ivan Kolar", "s-cemeteries", NULL, {{NULL, "Allotments Officer", "s-cemeteries"}}},
    {"Moira Flint", "s-halls", NULL, {{"head", "Halls and Events Manager", "s-halls"}}},
    {"Dean Potter", "s-halls", NULL, {{NULL, "Caretaker", "s-halls"}}},
    {"Stella Boyd", "s-market", NULL, {{"head", "Town Centre Manager", "s-market"}}},
    {"Arun Das", "s-market", NULL, {{NULL, "Market Supervisor", "s-market"}}},
    {"Philip Crane", "s-finance", NULL, {{"head", "Finance Manager", "s-finance"}}},
    {"Lucy Amos", "s-finance", NULL, {{NULL, "Administrator", "s-finance"}}},
    {"Janet Roe", "s-planning", NULL, {{"head", "Planning Manager", "s-planning"}}},
    {"Kit Barlow", "s-planning", NULL, {{NULL, "Committee Clerk", "s-planning"}}},
    {NULL}};

static const struct demo_record records[] = {
    {STORY_FRESH, "Nigel Sparrow", "s-parks", "Lights in Priory Park",
     "Two lamps on the path to the station are out. When are they mended?", NULL, NULL},
    {STORY_FRESH, "Kavita Shah", "s-market", "Stalls before Christmas", "How many stalls are booked for the Christmas market?", NULL, NULL},
    {STORY_HANDED_ON, "Rhian Jones", "s-cemeteries", "Waiting list for allotments",
     "How many wait for an allotment at South Field, and since when does the first of them wait?", NULL, NULL},
    {STORY_OVERDUE, "Olga Petrova", "s-finance", "Cost of the new website",
     "What did the new website cost, and who checked that it can be used by everybody?", NULL, NULL},
    {STORY_ACKNOWLEDGED, "Percy Brook", "s-halls", "Heating in the small hall", "The small hall is cold in the mornings. What does mending the boiler cost?", NULL, NULL},
    {STORY_PROMISE_BROKEN, "Thea Winslow", "s-parks", "Playground in North ward", "When is the swing replaced that was taken away in the spring?", NULL, NULL},
    {STORY_ASKED_BACK, "Samuel Adeoye", "s-parks", "Litter at the river", "There is litter at the river every Monday. Who clears it?", NULL, NULL},
    {STORY_REPLIED, "Nigel Sparrow", "s-market", "Parking on market days", "How many spaces are lost on market days?", NULL, NULL},
    {STORY_PROPOSED, "Percy Brook", "s-finance", "Every invoice of ten years", "Which invoices over 100 pounds were paid in the last ten years?", NULL, NULL},
    {STORY_PROPOSAL_ACCEPTED, "Olga Petrova", "s-halls", "Bookings of the hall", "Who booked the hall on each day since 2015?",
     "For this year: 214 bookings by 61 groups, of which 40 are from the town.", NULL},
    {STORY_PROPOSAL_DECLINED, "Rhian Jones", "s-cemeteries", "Unsafe headstones", "Which headstones were laid flat, and were the families told?", NULL, NULL},
    {STORY_ANSWERED, "Mary Ives", "s-planning", "Deadline for comments on the mill", "Until when can the Council comment on the plans for the mill?",
     "Until the 21st. The Planning Committee meets on the 14th.", NULL},
    {STORY_ANSWERED, "Thea Winslow", "s-market", "Fees for a stall", "What does a stall cost for a beginner?", "Twelve pounds for the first six weeks, then twenty-four.", NULL},
    {STORY_CLOSED, "Samuel Adeoye", "s-cemeteries", "Gate of the old cemetery", "Why is the gate locked on Sundays?", "It is not meant to be. The rota has been put right.", NULL},
    {STORY_LAPSED, "Percy Brook", "s-parks", "Trees for the green", "Which trees are planted on the green?", "Three field maples and a lime, in the second week of next month.", NULL},
    {STORY_FOLLOWED_UP, "Nigel Sparrow", "s-halls", "Bar licence of the hall", "Can a club sell drinks in the hall?", "Yes, with a temporary notice ten working days before.", NULL},
    {STORY_FOLLOWED_UP_AND_ANSWERED, "Rhian Jones", "s-finance", "Grants to clubs", "Which clubs had a grant this year?", "Nine, for 6,400 pounds together; the list is in the minutes of May, and the next round opens in January.", NULL},
    {STORY_REFUSED_WITH_ALTERNATIVE, "Olga Petrova", "s-cemeteries", "Who has not paid", "Which plot holders have not paid their rent?", NULL, NULL},
    {STORY_REFUSED, "Percy Brook", "s-finance", "A claim over the wall", "What did the insurer say about the wall?", NULL, NULL},
    {STORY_WITHDRAWN, "Leonard Frith", "s-parks", "Bin at the bus stop", "Can a bin be put at the bus stop?", NULL, NULL},
    {STORY_CONSTITUENT_FRESH, "Thea Winslow", "s-cemeteries", "A grave that sank", "My constituent's mother's grave has sunk. Can it be put right before the anniversary?", NULL, NULL},
    {STORY_CONSTITUENT_ANSWERED, "Samuel Adeoye", "s-halls", "Refund for a constituent", "My constituent's party was cancelled because of the boiler. Does she get her deposit back?",
     "Yes, and the hire too. It was sent on Tuesday.", NULL},
    {STORY_ADVICE_FRESH, "Thea Winslow", "s-planning", "Speaking for residents", "May I speak for residents at the district's planning meeting?", NULL, NULL},
    {STORY_ADVICE_TO_MEMBER, "Rhian Jones", "s-finance", "Interest in a grant", "I am treasurer of the bowls club. May I vote on grants?",
     "The club has asked for 800 pounds.", "Not on the club's. Declare it, and leave while it is decided; you may vote on the others."},
    {STORY_REPORT_TO_GROUP, "Nigel Sparrow", "s-parks", "Taking over the riverside",
     "What should the group know before it discusses taking over the riverside from the district?",
     "The riverside is 2.1 hectares. The district spends 18,000 pounds a year on it and owns the two bridges.", NULL},
    {STORY_FACTS_TO_GROUP, "Rhian Jones", "s-parks", "The riverside: the facts", "How large is the riverside, what does it cost, and who owns the bridges?", NULL, NULL},
    {STORY_ADVICE_REVISED, "Olga Petrova", "s-market", "Moving the market", "Can the market move to the square for one summer?",
     "The charter names the street, not the square.", "Yes, for one summer, with the consent of the highway authority."},
    {STORY_FACTS_WRITTEN, "Iris Langley", "s-halls", "Use of the hall", "How many hours a week is the hall used?", "Thirty-one in term time, nineteen in the holidays.", NULL},
    {STORY_FACTS_WAITING, "Samuel Adeoye", "s-planning", "Homes permitted", "How many homes were permitted in the town since 2020?", NULL, NULL},
    {STORY_COMPLAINT_FRESH, "", NULL, "Remarks on the market",
     "They called a stallholder names in front of customers on market day.", "Jack Wren", NULL},
    {STORY_COMPLAINT_RESOLVED, "", NULL, "Messages late at night",
     "They sent eleven messages in one night and asked for answers at once.", "Kavita Shah", NULL},
    {STORY_COMPLAINT_BEFORE_THE_VIEW, "", NULL, "What was said in private session",
     "They told neighbours what had been said while the public was out of the room.", "Leonard Frith", NULL},
    {STORY_COUNT, NULL, NULL, NULL, NULL, NULL, NULL}};

const struct demo_council demo_town = {
    "town", "Examplewick Town Council (demo)", "examplewick.example", services, groups, wards, bodies, outside, members, officers, records};
