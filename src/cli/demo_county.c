/* A county: the demo of the pack county. Nobody and nothing here is real. */
#include "cli/demo.h"

/* clang-format off */

static const struct demo_unit services[] = {
    {"s-chief", "Chief Executive's Office"}, {"s-highways", "Highways"}, {"s-adults", "Adult Social Care"}, {"s-children", "Children's Services"},
    {"s-libraries", "Libraries and Registration"}, {"s-trading", "Trading Standards"}, {"s-waste", "Waste and Climate"}, {NULL}};

static const struct demo_unit groups[] = {
    {"g-downland", "Downland Group", "administration"}, {"g-estuary", "Estuary Group"}, {"g-beacon", "Beacon Group"}, {NULL}};

static const struct demo_unit wards[] = {
    {"w-upper-vale", "Upper Vale"}, {"w-saltmarsh", "Saltmarsh"}, {"w-tollgate", "Tollgate"}, {"w-hatherby", "Hatherby"},
    {"w-long-barrow", "Long Barrow"}, {"w-quayside", "Quayside"}, {NULL}};

static const struct demo_unit bodies[] = {
    {"b-council", "Council"}, {"b-cabinet", "Cabinet"}, {"b-scrutiny", "Overview and Scrutiny Committee"},
    {"b-planning", "Planning and Regulation Committee"}, {NULL}};

static const struct demo_unit outside[] = {
    {"o-harbour", "Saltmarsh Harbour Trust"}, {"o-rail", "Vale Community Rail Partnership"}, {NULL}};

static const struct demo_person members[] = {
    {"Rosalind Ferrers", "g-downland", "w-upper-vale",
     {{"council-leader", "Leader of the Council", "b-cabinet"}, {"leader", "Leader of the Downland Group", "g-downland"}}, "b-cabinet"},
    {"Stephen Garland", "g-downland", "w-hatherby", {{"cabinet-member", "Cabinet Member for Highways", "s-highways"}}, "b-cabinet", .outside = "o-rail"},
    {"Tamsin Reeve", "g-downland", "w-tollgate", {{"cabinet-member", "Cabinet Member for Adult Social Care", "s-adults"}}, "b-cabinet"},
    {"Uma Krishnan", "g-downland", "w-quayside", {{"cabinet-member", "Cabinet Member for Children's Services", "s-children"}}, "b-cabinet"},
    {"Vincent Holt", "g-downland", "w-long-barrow", {{"cabinet-member", "Cabinet Member for Libraries", "s-libraries"}}, "b-cabinet"},
    {"Wanda Zielinska", "g-downland", "w-saltmarsh", {{"cabinet-member", "Cabinet Member for Trading Standards", "s-trading"}}, "b-cabinet"},
    {"Xavier Blunt", "g-downland", "w-upper-vale", {{"cabinet-member", "Cabinet Member for Waste and Climate", "s-waste"}}, "b-cabinet"},
    {"Yvonne Carter", "g-downland", "w-hatherby", {{"chair", "Chairman of the Council", "b-council"}}, NULL},
    {"Zahid Mirza", "g-downland", "w-tollgate", {{"chair", "Chair of the Planning and Regulation Committee", "b-planning"}}, "b-planning"},
    {"Ivor Maddox", "g-downland", "w-saltmarsh", {{NULL}}, "b-scrutiny"},
    {"Joanna Pell", "g-downland", "w-quayside", {{NULL}}, "b-planning"},
    {"Anna Thistle", "g-estuary", "w-saltmarsh", {{"leader", "Leader of the Estuary Group", "g-estuary"}}, "b-scrutiny", .outside = "o-harbour"},
    {"Ben Okoro", "g-estuary", "w-quayside", {{NULL}}, "b-planning"},
    {"Clare Dunmore", "g-estuary", "w-long-barrow", {{"chair", "Chair of the Overview and Scrutiny Committee", "b-scrutiny"}}, "b-scrutiny"},
    {"David Lacey", "g-estuary", "w-upper-vale", {{NULL}}, "b-planning"},
    {"Elif Yilmaz", "g-beacon", "w-tollgate", {{"leader", "Leader of the Beacon Group", "g-beacon"}}, "b-scrutiny"},
    {"Frank Ashdown", "g-beacon", "w-hatherby", {{NULL}}, "b-planning"},
    {"Grace Pemberton", "g-beacon", "w-quayside", {{NULL}}, "b-scrutiny"},
    {"Huw Bevan", NULL, "w-long-barrow", {{NULL}}, "b-scrutiny", "g-beacon"},
    {NULL}};

static const struct demo_person officers[] = {
    {"Judith Cavell", "s-chief", NULL, {{"chief-executive", "Chief Executive", "s-chief"}}},
    {"Piers Langley", "s-chief", NULL, {{NULL, "Executive Assistant", "s-chief"}}},
    {"Oona Vance", "s-chief", NULL, {{"communications", "Media Manager", "s-chief"}}},
    {"Karim Haddad", NULL, NULL, {{"monitoring-officer", "Monitoring Officer", NULL}}},
    {"Louise Brant", "s-highways", NULL, {{"head", "Head of Highways", "s-highways", "Area Engineer"}}},
    {"Mike Tolley", "s-highways", NULL, {{NULL, "Area Engineer", "s-highways"}}},
    {"Nkechi Obi", "s-highways", NULL, {{NULL, "Winter Service Planner", "s-highways"}}},
    {"Oliver Strand", "s-adults", NULL, {{"head", "Head of Adult Social Care", "s-adults"}}},
    {"Priya Nair", "s-adults", NULL, {{NULL, "Team Manager, Hospital Discharge", "s-adults"}}},
    {"Quentin Marlow", "s-adults", NULL, {{NULL, "Commissioning Officer", "s-adults"}}},
    {"Ruth Ellery", "s-children", NULL, {{"head", "Head of Children's Services", "s-children"}}},
    {"Sanjay Rao", "s-children", NULL, {{NULL, "School Transport Manager", "s-children"}}},
    {"Tess Harding", "s-children", NULL, {{NULL, "Admissions Officer", "s-children"}}},
    {"Una McBride", "s-libraries", NULL, {{"head", "Head of Libraries and Registration", "s-libraries"}}},
    {"Will Penrose", "s-libraries", NULL, {{NULL, "Mobile Libraries Manager", "s-libraries"}}},
    {"Zoe Lindsay", "s-libraries", NULL, {{NULL, "Registration Officer", "s-libraries"}}},
    {"Adam Beech", "s-trading", NULL, {{"head", "Head of Trading Standards", "s-trading"}}},
    {"Bola Adeyemi", "s-trading", NULL, {{NULL, "Food Standards Officer", "s-trading"}}},
    {"Carl Neame", "s-trading", NULL, {{NULL, "Doorstep Crime Officer", "s-trading"}}},
    {"Diane Foster", "s-waste", NULL, {{"head", "Head of Waste and Climate", "s-waste"}}},
    {"Eamon Kelly", "s-waste", NULL, {{NULL, "Recycling Centres Manager", "s-waste"}}},
    {"Fiona Grey", "s-waste", NULL, {{NULL, "Flood Risk Officer", "s-waste"}}},
    {NULL}};

static const struct demo_record records[] = {
    {STORY_FRESH, "Anna Thistle", "s-highways", "Potholes on the Saltmarsh road",
     "The road from Saltmarsh to the bridge has eleven potholes that were marked in September. When are they filled?", NULL, NULL},
    {STORY_FRESH, "Yvonne Carter", "s-libraries", "Mobile library in Hatherby",
     "The mobile library has missed two of its last four stops in Hatherby. Is it to go on?", NULL, NULL},
    {STORY_HANDED_ON, "Elif Yilmaz", "s-children", "Bus to Tollgate School",
     "The 08:10 bus leaves children standing. How many seats has it, and how many passes were given out?", NULL, NULL},
    {STORY_HANDED_ON, "Zahid Mirza", "s-waste", "Flood gate at the mill",
     "Who opens the flood gate at the mill at night, and when was it last tested?", NULL, NULL},
    {STORY_OVERDUE, "David Lacey", "s-adults", "Day centre in Upper Vale",
     "The day centre opens on three days in place of five. Who decided that, and were families asked?", NULL, NULL},
    {STORY_ACKNOWLEDGED, "Ben Okoro", "s-trading", "Rogue traders at Quayside",
     "How many reports of rogue traders came from Quayside this year, and what became of them?", NULL, NULL},
    {STORY_ACKNOWLEDGED, "Tamsin Reeve", "s-highways", "Crossing at the surgery",
     "Residents ask for a crossing at the new surgery. What does a crossing need to be considered?", NULL, NULL},
    {STORY_PROMISE_BROKEN, "Clare Dunmore", "s-waste", "Queue at the recycling centre",
     "Cars queue on to the main road on Saturdays. What did the trial of booking slots show?", NULL, NULL},
    {STORY_ASKED_BACK, "Frank Ashdown", "s-highways", "Overgrown footpaths",
     "Footpaths in my division cannot be passed. When are they cut?", NULL, NULL},
    {STORY_REPLIED, "Grace Pemberton", "s-children", "Places in year seven",
     "How many children in Quayside have no place at a school within three miles?", NULL, NULL},
    {STORY_PROPOSED, "Huw Bevan", "s-highways", "Every claim for damage",
     "What was claimed and paid for damage by potholes, by road, in the last ten years?", NULL, NULL},
    {STORY_PROPOSAL_ACCEPTED, "David Lacey", "s-libraries", "Loans by branch",
     "How many books were lent by each branch each week since 2018?",
     "For the branches of your division: 38,400 loans last year, a tenth more than before the opening hours changed.", NULL},
    {STORY_PROPOSAL_DECLINED, "Anna Thistle", "s-waste", "Costs of the closed tip",
     "What has the closed tip cost in each year since it was closed?", NULL, NULL},
    {STORY_ANSWERED, "Elif Yilmaz", "s-trading", "Scales at the market",
     "When were the scales at the market last checked?", "In March: 26 of 28 were right, two were put right the same day.", NULL},
    {STORY_ANSWERED_AND_TOLD, "Ben Okoro", "s-highways", "Winter gritting routes",
     "Which roads at Quayside are gritted, and on what grounds were the others left out?",
     "The bus routes and the way to the hospital. Others have been left out since 2014 where fewer than 500 cars a day pass.", NULL},
    {STORY_ANSWERED_AND_TOLD, "Clare Dunmore", "s-adults", "Waiting for an assessment",
     "How many people wait for an assessment of their needs, and how long?", "At the end of the quarter 412, for 31 days in the middle of them.", NULL},
    {STORY_CLOSED, "Huw Bevan", "s-libraries", "Registering a birth",
     "How long do parents wait for an appointment?", "Four working days at the county town, seven at Long Barrow. A second registrar begins there next month.", NULL},
    {STORY_LAPSED, "Frank Ashdown", "s-children", "Crossing patrol at Hatherby",
     "Is there to be a new crossing patrol at Hatherby Primary?", "Yes. Somebody was found and begins after half-term.", NULL},
    {STORY_FOLLOWED_UP, "David Lacey", "s-highways", "Closed bridge",
     "When does the bridge open again?", "In the second week of next month, for one lane.", NULL},
    {STORY_FOLLOWED_UP_AND_ANSWERED, "Grace Pemberton", "s-waste", "Garden waste at the centre",
     "Why is garden waste charged for at the centre?", "It is not: a trader's card was asked for by mistake. The staff were told, and the sign was changed.", NULL},
    {STORY_REFUSED_WITH_ALTERNATIVE, "Frank Ashdown", "s-children", "Why a placement ended",
     "Why did the placement of the boy at the farm end?", NULL, NULL},
    {STORY_REFUSED, "Anna Thistle", "s-trading", "An investigation that goes on",
     "Which firm is being investigated over the boilers?", NULL, NULL},
    {STORY_WITHDRAWN, "Vincent Holt", "s-highways", "Sign at the junction", "The sign points the wrong way. Who turns it?", NULL, NULL},
    {STORY_CONSTITUENT_FRESH, "Ben Okoro", "s-adults", "A ramp for a constituent",
     "My constituent comes home from hospital on Friday and has three steps at the door. Can a ramp be lent?", NULL, NULL},
    {STORY_CONSTITUENT_ANSWERED, "Huw Bevan", "s-children", "School transport for a constituent",
     "My constituent's daughter uses a wheelchair, and the taxi came late nine times. What is being done?",
     "The contract went to another firm from Monday. The driver and the assistant introduce themselves beforehand.", NULL},
    {STORY_ADVICE_FRESH, "Grace Pemberton", "s-highways", "Asking for a speed limit",
     "How does a division ask for a limit of 20, and who decides it?", NULL, NULL},
    {STORY_ADVICE_TO_MEMBER, "Elif Yilmaz", "s-waste", "Interest in a solar farm",
     "My brother rents land beside the solar farm. May I speak when the policy is discussed?",
     "The policy sets no sites. The register has your brother's tenancy.",
     "You may speak on the policy. If a site is named that touches his land, say so and leave the room."},
    {STORY_ADVICE_TO_GROUP, "Anna Thistle", "s-adults", "Charges for day care",
     "What should the group know before it discusses the charges for day care?",
     "The charge is 14.20 pounds a day since April; 611 people pay it, 1,380 do not. It brings 0.9 million pounds a year.",
     "A change needs a consultation of six weeks and a look at what it means for people with a disability, before the budget meeting."},
    {STORY_FACTS_RELEASED, "Elif Yilmaz", "s-adults", "Charges for day care: the facts",
     "What is charged for day care, who pays it, and what does it bring?", NULL, NULL},
    {STORY_ADVICE_REVISED, "Clare Dunmore", "s-children", "Papers for the scrutiny of transport",
     "May the committee see the contracts for school transport?",
     "There are 212 contracts; 31 hold prices that the firms gave in confidence.",
     "Yes, without the prices that were given in confidence. The committee can see those in a closed part of the meeting."},
    {STORY_FACTS_WRITTEN, "David Lacey", "s-libraries", "Weddings by place", "How many weddings were held at each place last year?", "Town hall 214, old mill 96, elsewhere 402.", NULL},
    {STORY_FACTS_WAITING, "Rosalind Ferrers", "s-waste", "Trees planted", "How many trees were planted under the climate plan, and how many live?", NULL, NULL},
    {STORY_COMPLAINT_FRESH, "", NULL, "A letter to our parish",
     "They wrote to the whole parish that the clerk was lying. The clerk was not.", "Tamsin Reeve", NULL},
    {STORY_COMPLAINT_RESOLVED, "", NULL, "Shouting after the meeting",
     "After the meeting they shouted at two residents in the car park.", "Stephen Garland", NULL},
    {STORY_COMPLAINT_BEFORE_THE_VIEW, "", NULL, "A gift from a contractor",
     "They were given tickets by a contractor of the council, and it is not in the register.", "Stephen Garland", NULL},
    {STORY_COUNT, NULL, NULL, NULL, NULL, NULL, NULL}};

const struct demo_council demo_county = {
    "county", "Exampleshire County Council (demo)", "exampleshire.example", services, groups, wards, bodies, outside, members, officers, records};
