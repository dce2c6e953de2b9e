/* What goes on in the borough besides enquiries and advice. Nobody and nothing here is real. */
#include "cli/demo.h"

/* clang-format off */
const struct demo_affair demo_borough_affairs[] = {
    /* Times that Officers offer, and who comes */
    {"free", "offered-time", {{2, "Dana Okafor", NULL, "at=+6 10:00;minutes=30;place=Guildhall, room 12"}}},
    {"also-free", "offered-time", {{3, "Helen Marsh", NULL, "at=+7 15:30;minutes=15;place=By telephone, extension 2210"}}},
    {"taken", "offered-time", {{5, "Dana Okafor", NULL, "at=+4 14:30;minutes=30;place=Guildhall, room 12"}}},
    {"over", "offered-time", {{14, "Helen Marsh", NULL, "at=-5 09:30;minutes=15;place=Guildhall, room 7"}}},
    {"called-off", "offered-time", {{9, "Martin Croft", NULL, "at=+3 11:00;minutes=60;place=The depot in Mill Lane"}}},
    {NULL, "offered-time", {{6, "Martin Croft", NULL, "at=+8 16:00;minutes=30;place=The depot in Mill Lane"}, {4, "Martin Croft", "withdraw"}}},
    {NULL, "appointment", {{3, "Lena Brandt", NULL, "time=taken;subject=The flats in Weavers' Court;matter=What was found in the eleven flats, and in which order they are to be treated"}}},
    {NULL, "appointment", {{12, "Owen Pryce", NULL, "time=over;subject=Building at Northfield Farm;matter=What may still be built there without asking"}, {4, "Helen Marsh", "answer", "outcome=A map with what is permitted goes to all Members for the ward"}}},
    {NULL, "appointment", {{7, "Kofi Mensah", NULL, "time=called-off;subject=Waste behind the garages;matter=Where a camera could stand"}, {5, "Martin Croft", "refuse", "reason=The depot is closed that day for a safety inspection. Another time is offered in the week after."}}},

    /* Groups and their meetings */
    {"regular", "group-meeting", {{22, "Jo Fairley", NULL, "arranged=regular;attending=Jo Fairley, Kofi Mensah, Lena Brandt;subject=The budget, month by month;matter=Where spending differs from the budget, and why"},
        {20, "Margaret Thorne", "agree-regular", "officer=Carol Dean;until=+60"}}},
    {NULL, "group-meeting", {{3, "Alex Moss", NULL, "arranged=one;meeting=+6 18:30;attending=Alex Moss, Bronwen Tate, Chidi Eze;subject=Single garages;matter=What a sale of the empty sites would bring, and what binds it"}}},
    {NULL, "group-meeting", {{15, "Alex Moss", NULL, "arranged=one;meeting=-6 18:00;attending=Alex Moss, Farah Aziz, Edmund Hale;subject=Licensing policy;matter=What the law leaves to the Council"},
        {13, "Margaret Thorne", "delegate", "officer=Rashid Khan"}, {5, "Rashid Khan", "record", "left=left;left-at=18:40"}}},
    {NULL, "group-meeting", {{9, "Gwen Archer", NULL, "arranged=one;meeting=+2 19:00;attending=Gwen Archer, Ines Duarte;subject=The museum's roof;matter=What has been spent so far"},
        {7, "Margaret Thorne", "refuse", "reason=The audit reports on it that week. Ask again once it has."}}},

    /* The press */
    {NULL, "media", {{4, "Kofi Mensah", NULL, "service=s-leisure;subject=The Echo, about the museum's roof;question=What it cost, and who pays for what came on top;by-when=Thursday noon"},
        {4, "Priya Nair", "ask-direction", "draft=The roof is finished and dry. The audit reports on its cost this month."},
        {3, "Gwen Archer", "direct", "direction=Say that the whole report will be public."},
        {3, "Priya Nair", "release", "statement=The museum's roof is finished. What it cost is in a report that everybody can read this month."}}},
    {NULL, "media", {{1, "Rashid Khan", NULL, "service=s-safety;subject=Radio Harbour, about taxis in the bus bay;question=How often drivers were fined this year;by-when=This afternoon"}}},
    {NULL, "media", {{8, "Bronwen Tate", NULL, "service=s-housing;subject=A magazine, about a family in Northfield House;question=Why they were moved;by-when=Next week"},
        {7, "Priya Nair", "refuse", "reason=It is about one family, and nothing of it can be said."}}},

    /* Equipment and rooms */
    {NULL, "support", {{9, "Petra Novak", NULL, "service=s-chief;what=printing;subject=200 copies of a residents' survey;need=For my ward work, by the end of the month"}, {7, "Margaret Thorne", "answer", "use=200 copies, printed on Tuesday"}}},
    {NULL, "support", {{2, "Yasmin Corey", NULL, "service=s-leisure;what=room;subject=A room in the library for a surgery;need=The first Saturday of each month, ten to noon"}}},
    {NULL, "support", {{11, "Marcus Quill", NULL, "service=s-chief;what=transport;subject=A minibus to the depot;need=To see how recycling is sorted"}, {8, "Margaret Thorne", "refuse", "reason=There is no minibus that week. A visit can be joined on the 20th."}}},

    /* Fairness to minority groups, and what the protocol means */
    {NULL, "attention", {{9, "Margaret Thorne", NULL, "group=The Lantern Group;due=information;subject=Briefing on the housing strategy;why=Its Members first read of the draft in the press."}, {6, "Alex Moss", "reply", "will=given;reply=The same briefing is held for them on Monday."}}},
    {NULL, "attention", {{2, "Margaret Thorne", NULL, "group=All groups outside the Administration;due=representation;subject=The panel on the market square;why=It has no Member of theirs, and the traders are in their wards."}}},
    {NULL, "guidance", {{8, "Desmond Rowe", NULL, "whom=whip;topic=protocol;subject=Calling an Officer at home;question=An Officer lives next door. May I ask them about a case over the fence?"}, {6, "Harish Patel", "answer", "guidance=Better not. Send it to the service, where it gets an answer by a date."}}},
    {NULL, "guidance", {{2, "Aisha Begum", NULL, "whom=head;topic=protocol;subject=A Member whom I know from school;question=Do I have to say so, and to whom?"}}},
    {NULL, "procedural-advice", {{9, "Petra Novak", NULL, "seeks=procedure;subject=Moving an amendment without a seconder;question=What happens to it, and may I speak to it?"}, {6, "Margaret Thorne", "answer", "answer=It falls unless somebody seconds it. You may speak in the debate all the same."}}},
    {NULL, "procedural-advice", {{4, "Nadia Rahman", NULL, "seeks=procedure;subject=An urgent decision out of the plan;question=Who must agree before it is taken, and by when?"},
        {3, "Margaret Thorne", "seek-instructions", "consulted=Leader of the Council;doubt=Is the decision on the depot to be taken as an urgent one?"}}},
    {NULL, "other", {{12, "Owen Pryce", NULL, "whom=whip;matter=other;subject=Who sits where;question=Two of us were moved to the public's seats. Who decides that?;wish=A plan of the chamber"}, {9, "Kofi Mensah", "answer", "answer=The Mayor does. There is a plan now, and you are on it."}}},
    {NULL, "other", {{3, "Petra Novak", NULL, "whom=monitoring-officer;matter=other;subject=Letters that arrive open;question=Three letters to me were opened before I had them.;wish=To know by whom, and that it ends"}}},

    /* Concerns, in private */
    {NULL, "concern", {{5, "Wei Ling Cho", NULL, "about=employee;service=s-planning;raised=raised;neutrality=else;ground=none;subject=Tone of a reply;concern=I was told not to waste the team's time. We have talked, and it happened again."}}},
    {NULL, "concern", {{14, "Gwen Archer", NULL, "about=head;service=s-revenues;to=chief-executive;neutrality=else;ground=none;subject=Papers that came late;concern=Three times the papers came on the day of the meeting."}, {9, "Margaret Thorne", "resolve", "outcome=Papers go out five days before from now on, and somebody stands in for holidays."}}},
    {NULL, "pressure", {{12, "Amy Lund", NULL, "what=else;report=A Member rang four times in one day about one case."}, {9, "Helen Marsh", "deal", "step=I have talked with the Member, who had not known of the other calls."}}},
    {NULL, "pressure", {{2, "Victor Osei", NULL, "what=change advice;report=I was asked to leave the traffic figures out of my advice on the brewery."}}},
    {NULL, "representation", {{7, "Harish Patel", NULL, "service=s-environment;stage=no procedure;employee=A loader of the early crew;subject=Shifts and a child's school;representation=They cannot start at five while the school opens at eight. Could they change with the late crew?"}, {4, "Martin Croft", "answer", "answer=They start on the late crew from the first of the month."}}},
    {NULL, "representation", {{2, "Lena Brandt", NULL, "service=s-leisure;stage=no procedure;employee=An attendant of the museum;subject=A chair at the desk;representation=They may not stand for long, and have a letter from their doctor."}}},
    {NULL, "declaration", {{15, "Amy Lund", NULL, "person=Owen Pryce;about=We are engaged to be married."}, {13, "Julian Peake", "note", "note=Cases of the ward go to a colleague."}}},

    /* Registers */
    {"garages", "decision", {{32, "Julian Peake", NULL, "body=b-cabinet;resolved=-33;subject=Repair of the council's garages;resolution=That the garages of which more than half are let be repaired, up to 240,000 pounds in this year"}}},
    {NULL, "decision", {{24, "Julian Peake", NULL, "body=b-council;resolved=-25;subject=Budget for the parks;resolution=That 85,000 pounds be spent on the changing rooms of Kingsheath Park"}}},
    {NULL, "decision", {{33, "Julian Peake", NULL, "body=b-cabinet;resolved=-34;subject=Charges for garden waste;resolution=That the yearly charge be 48 pounds"}, {10, "Julian Peake", "rescind", "why=The Council set the charge at 44 pounds instead."}}},
    {"hoardings", "delegation", {{31, "Julian Peake", NULL, "decider=Head of Planning;body=b-planning;resolved=-32;subject=Notices on unsafe hoardings;scope=To serve and withdraw notices, but not to go to court"}}},
    {NULL, "delegation", {{30, "Margaret Thorne", NULL, "decider=Head of Leisure and Culture;body=b-cabinet;resolved=-32;subject=Opening hours of the museum;scope=Within the hours that the budget pays for"}, {12, "Julian Peake", "end", "why=The Cabinet decides them itself while the roof is repaired."}}},
    {NULL, "instruction", {{12, "Bronwen Tate", NULL, "service=s-housing;rests-on=register;authority=garages;subject=Begin with Harbour Road;instruction=Repair the garages in Harbour Road first, where most are let."}, {4, "Dana Okafor", "done", "report=The work was ordered and begins on the 7th."}}},
    {NULL, "instruction", {{3, "Dorota Lis", NULL, "service=s-planning;rests-on=register;authority=hoardings;subject=The old brewery;instruction=Serve the notice on the owner of the old brewery this week."}}},

    /* Scrutiny */
    {"hearing", "evidence", {{12, "Nadia Rahman", NULL, "committee=b-scrutiny;called=Dana Okafor;hearing=+9;explains=else;subject=Damp in council homes;call=How many homes are damp, and what has been done about it since 2022"}}},
    {NULL, "evidence", {{25, "Nadia Rahman", NULL, "committee=b-scrutiny;called=Simon Ash;hearing=-7;explains=else;subject=The museum's roof;call=Why the roof cost more than the budget"}, {6, "Nadia Rahman", "heard", "outcome=The Committee asks the Cabinet for a yearly report on large repairs."}}},
    {NULL, "question", {{8, "Lena Brandt", NULL, "call=hearing;asks=fact;private=open;subject=Homes with children;question=In how many of the damp homes do children live?"}, {7, "Nadia Rahman", "accept"}, {3, "Dana Okafor", "answer", "answer=In 112 of the 260 that were surveyed."}}},
    {NULL, "question", {{4, "Desmond Rowe", NULL, "call=hearing;asks=opinion;private=open;subject=Paint or pipes;question=Why was repainting chosen before the pipes were looked at?"}}},
    {NULL, "question", {{6, "Tobias Wick", NULL, "call=hearing;asks=fact;private=open;subject=Who is to blame;question=Which surveyor could not be bothered to look?"}, {5, "Nadia Rahman", "strike", "ground=tone;reason=Ask what was surveyed, and by when. Nobody is blamed here."}}},

    /* The protocol itself */
    {"group", "working-group", {{33, "Julian Peake", NULL, "cabinet=Bronwen Tate, Gwen Archer;backbench=Lena Brandt, Petra Novak;coopted=Mx Rowan Field;senior=Dana Okafor;junior=Victor Osei, Mei Tan;subject=Working group on the protocol;terms=To go through the audit and the draft, and to report before the summer"},
        {26, "Julian Peake", "meet", "day=The day on which the audit was read;minutes=Timescales and appointments were discussed. Officers asked for two days' notice."}, {20, "Victor Osei", "speak", "point=What a head of service may hand on, and how"}}},
    {"third", "draft", {{18, "Julian Peake", NULL, "readers=Bronwen Tate, Lena Brandt, Petra Novak, Dana Okafor, Victor Osei;until=+4;subject=Third draft;draft=Section 3.15 is new. The text lies in the Members' room."}}},
    {NULL, "draft", {{33, "Julian Peake", NULL, "readers=Jo Fairley, Dana Okafor;until=-26;subject=Second draft;draft=The section on group meetings is new."}, {24, "Julian Peake", "drop", "reason=The working group asked for a new draft."}}},
    {NULL, "comment", {{14, "Lena Brandt", NULL, "draft=third;as=myself;clause=3.15;subject=Facts for everybody;comment=Say how a group learns that there are facts to ask for."}, {8, "Julian Peake", "answer", "taken=partly;answer=The facts can be asked for, but nobody is told that there are any."}}},
    {NULL, "comment", {{5, "Dana Okafor", NULL, "draft=third;as=myself;clause=3.7;subject=Who may answer;comment=Name the deputy of a head of service as well."}}},
    {NULL, "recommendation", {{30, "Julian Peake", NULL, "source=The internal audit of the year before;owner=Priya Nair;due=+15;subject=Timescales for requests;recommendation=Say by when each request is answered, and show what is late."}, {9, "Priya Nair", "report-progress", "progress=Two of the seven services keep to it, the others from next month."}}},
    {NULL, "recommendation", {{33, "Julian Peake", NULL, "source=The Standards Committee;owner=Dana Okafor;due=-10;subject=Appointments and not ambush;recommendation=Offer times at which Members can come."}, {12, "Dana Okafor", "finish", "result=Four services offer times each week."}}},
    {NULL, "training-call", {{20, "Julian Peake", NULL, "people=Petra Novak, Amy Lund, Dana Okafor, Lena Brandt;until=+10;subject=As adopted on 20 July 2020"}}},
    {NULL, "training", {{16, "Petra Novak", NULL, "advice=ask;facts=facts;whom=head;party=never;group=decided;conduct=private;breach=code"}}},
    {NULL, "training", {{11, "Amy Lund", NULL, "advice=ask;facts=facts;whom=head;party=never;group=decided;conduct=private;breach=code"}}},
    {NULL, "survey", {{6, "Jo Fairley", NULL, "role=member;roles=mostly;respect=always;advice=mostly;answers=seldom;whom=known"}}},
    {NULL, "survey", {{5, "Wei Ling Cho", NULL, "role=member;roles=mostly;respect=mostly;advice=always;answers=mostly;whom=unsure"}}},
    {NULL, "survey", {{4, "Amy Lund", NULL, "role=officer;roles=seldom;respect=mostly;advice=mostly;answers=mostly;whom=known"}}},
    {NULL, NULL, {{0}}}};
/* clang-format on */
