/* What goes on in the town besides enquiries and advice. Nobody and nothing here is real. */
#include "cli/demo.h"

/* clang-format off */
const struct demo_affair demo_town_affairs[] = {
    /* Reports and registers */
    {"shelter", "paper", {{9, "Gordon Pike", NULL, "committee=b-scrutiny;meeting=+6;mark=confidential;subject=A new shelter in Priory Park;paper=Three offers, and where each would stand;recommended=The second, which needs no new path."},
        {7, "Olga Petrova", "add-view", "view=It should stand by the playground, where parents wait."}, {4, "Gordon Pike", "recommend", "new-recommendation=The third, which can stand by the playground.;why=It costs little more and is where people wait."}}},
    {NULL, "paper", {{5, "Stella Boyd", NULL, "committee=b-cabinet;meeting=+8;mark=open;subject=Stalls in the new year;paper=How many stalls there were each week, and what they paid;recommended=Leave the charge as it is."}}},
    {NULL, "paper", {{14, "Janet Roe", NULL, "committee=b-planning;meeting=+4;mark=confidential;subject=Land behind the hall;paper=What it is worth;recommended=Keep it."}, {8, "Mary Ives", "open-to-all", "resolved=-9"}}},
    {"bench", "decision", {{30, "Ursula Keane", NULL, "body=b-scrutiny;resolved=-31;subject=Four benches on the green;resolution=That four benches be bought and set up before the spring"}}},
    {NULL, "decision", {{26, "Ursula Keane", NULL, "body=b-council;resolved=-27;subject=Name of the new path;resolution=That it be called Weaver's Walk"}, {12, "Ursula Keane", "rescind", "why=The Council chose Priory Walk instead."}}},
    {NULL, "delegation", {{28, "Ursula Keane", NULL, "decider=Cemeteries Manager;body=b-scrutiny;resolved=-29;subject=Letting of allotments;scope=In the order of the waiting list, and to nobody who has one"}}},
    {NULL, "delegation", {{27, "Ursula Keane", NULL, "decider=Halls and Events Manager;body=b-cabinet;resolved=-29;subject=Hire of the hall;scope=At the charges that the Committee set"}, {9, "Ursula Keane", "end", "why=The Committee sees each hire itself until the roof is repaired."}}},
    {NULL, "instruction", {{10, "Kavita Shah", NULL, "service=s-parks;rests-on=register;authority=bench;subject=Benches first;instruction=Order the four benches this month."}, {5, "Gordon Pike", "done", "report=They are ordered and come in five weeks."}}},
    {NULL, "instruction", {{2, "Kavita Shah", NULL, "service=s-parks;rests-on=register;authority=bench;subject=Where the benches stand;instruction=Set two of them by the pond."}}},

    /* Groups and their meetings */
    {NULL, "group-meeting", {{3, "Nigel Sparrow", NULL, "arranged=one;meeting=+5 19:00;attending=Nigel Sparrow, Olga Petrova;subject=The precept;matter=What each pound more brings in"}}},
    {NULL, "group-meeting", {{15, "Iris Langley", NULL, "arranged=one;meeting=-6 18:30;attending=Iris Langley, Jack Wren;subject=The Christmas market;matter=What it cost and brought in last year"},
        {13, "Ursula Keane", "delegate", "officer=Stella Boyd"}, {5, "Stella Boyd", "record", "left=left;left-at=19:05"}}},

    /* In confidence */
    {NULL, "training", {{9, "Samuel Adeoye", NULL, "tone=courteously;roles=clerk;friends=declare;report=options;neutral=clerk"}}},
    {NULL, "training", {{6, "Kit Barlow", NULL, "tone=courteously;roles=clerk;friends=declare;report=options;neutral=clerk"}}},
    {NULL, "concern", {{5, "Rhian Jones", NULL, "about=employee;employee=Kit Barlow;what=conduct;subject=An answer at the counter;concern=A resident was sent away without being heard, and I stood beside them."}}},
    {NULL, "concern", {{16, "Percy Brook", NULL, "about=employee;employee=Ivan Kolar;what=conduct;subject=Gates locked early;concern=The gates were locked at four on three days, with people inside."}, {14, "Ursula Keane", "conciliate", "conciliator=A manager of the next town"},
        {8, "Ursula Keane", "resolve", "outcome=They have talked. The hours hang at the gate, and a bell is rung before it is locked."}}},
    {NULL, "confidential-report", {{9, "Lucy Amos", NULL, "what=wrongdoing;subject=Cash from the hall;report=The book and the bank differ each month by the same amount."}, {8, "Beatrix Holloway", "acknowledge", "acknowledgement=The auditor has the books. Please leave them as they are."}}},
    {NULL, "confidential-report", {{2, "Nell Sawyer", NULL, "what=wrongdoing;subject=Weed killer by the stream;report=It was used where the sign forbids it, and we were told to."}}},
    {NULL, "disagreement", {{9, "Samuel Adeoye", NULL, "with=Kit Barlow;subject=Minutes of the last meeting;matter=My objection is not in them.;wish=One sentence that says so"}, {8, "Kit Barlow", "answer", "other-view=Minutes have what was decided, and not what everybody said."},
        {7, "Ursula Keane", "propose", "proposal=The minutes say that there was an objection, and by whom."}, {5, "Ursula Keane", "settle", "settlement=Both agree to the sentence."}}},
    {NULL, "disagreement", {{2, "Janet Roe", NULL, "councillor=Percy Brook;subject=Plans taken home;matter=The only copy of the plans was at their house for a week."}}},
    {NULL, "leak", {{3, "Olga Petrova", NULL, "record=shelter;subject=The offers for the shelter;report=A neighbour knew all three prices before the meeting."}, {2, "Ursula Keane", "note", "finding=Eight people could read it. All of them are asked."}}},
    {NULL, "pressure", {{11, "Kit Barlow", NULL, "what=advice;report=I was asked to say that the committee had no objection."}, {8, "Ursula Keane", "deal", "step=I have talked with the Councillor. The advice stays as it was."}}},
    {NULL, "pressure", {{2, "Ivan Kolar", NULL, "what=delegated;report=A Councillor wants a plot for a friend before the others on the list."}}},
    {NULL, "declaration", {{17, "Dean Potter", NULL, "person=Mary Ives;about=They are my aunt."}, {15, "Ursula Keane", "note", "note=Bookings of their group are made by the manager."}}},
    {NULL, NULL, {{0}}}};
/* clang-format on */
