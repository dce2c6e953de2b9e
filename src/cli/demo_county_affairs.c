/* What goes on in the county besides enquiries and advice. Nobody and nothing here is real. */
#include "cli/demo.h"

/* clang-format off */
const struct demo_affair demo_county_affairs[] = {
    /* Documents, and what anybody may ask for */
    {"quarry", "document", {{8, "Ben Okoro", NULL, "right=committee;body=b-planning;service=s-waste;extent=named;subject=Plan of the quarry road"}, {6, "Diane Foster", "answer", "meeting=not;document=It lies in room 3 of County Hall until the end of the month."}}},
    {NULL, "document", {{3, "Huw Bevan", NULL, "right=need;service=s-adults;extent=named;duty=division;subject=Contract for home care in Long Barrow;need=Two families of my division are about to lose their carer, and I am to speak for them on the 20th."}}},
    {NULL, "document", {{13, "Grace Pemberton", NULL, "right=need;service=s-children;extent=named;duty=constituent;subject=Assessment of a pupil's transport;need=The parents ask me to check how the distance was measured."},
        {10, "Ruth Ellery", "refuse", "reason=It names other children.;other-way=some;alternative=The parents can have their own child's part, and can name you."}, {7, "Grace Pemberton", "ask-review", "grounds=I need the way of measuring only, and no names."}}},
    {NULL, "confidentiality", {{5, "Ben Okoro", NULL, "record=quarry;subject=The plan of the quarry road;question=To show it to the parish council."}, {4, "Diane Foster", "answer", "mark=open;why=It was published with the application."}}},
    {NULL, "confidentiality", {{1, "Ben Okoro", NULL, "record=quarry;subject=The names beside the plan;question=To talk with those who live there."}}},
    {NULL, "foi", {{6, "Frank Ashdown", NULL, "service=s-highways;subject=Claims for broken wheels;question=How many were made last year, and how many were paid?"}, {3, "Louise Brant", "answer", "answer=412 were made and 57 were paid."}}},
    {NULL, "foi", {{2, "Elif Yilmaz", NULL, "service=s-trading;subject=Calls about doorstep crime;question=How many came from each district since January?"}}},
    {NULL, "foi", {{12, "David Lacey", NULL, "service=s-adults;subject=Prices of care homes;question=What does each home charge the Council?"}, {8, "Oliver Strand", "refuse", "exemption=Section 43: the homes gave their prices in confidence while the contract is let.;other-way=some;alternative=The average of each district is on the Council's website."}}},

    /* What Members are told, and what goes out */
    {NULL, "proposal", {{9, "Louise Brant", NULL, "what=proposal;divisions=w-saltmarsh w-quayside;service=s-highways;subject=Closing the bridge for two weeks;proposal=The bridge is closed for repairs from the 4th. Buses go round by Tollgate."},
        {7, "Anna Thistle", "comment", "view=Not in the week in which the fair is held."}, {5, "Louise Brant", "publish"}}},
    {NULL, "proposal", {{3, "Una McBride", NULL, "what=event;divisions=w-hatherby;service=s-libraries;subject=Reopening of Hatherby Library;proposal=On the 12th at eleven. The Member for the division is asked to speak."}}},
    {NULL, "letter", {{6, "Mike Tolley", NULL, "service=s-highways;signed=employee;does=informs;subject=To a parish council, about salt bins;letter=The four bins are filled in the first week of the month."}, {4, "Louise Brant", "issue", "employee=Louise Brant"}}},
    {NULL, "letter", {{2, "Tamsin Reeve", NULL, "service=s-adults;signed=member;does=replies;subject=To a daughter who wrote to me about her father;letter=Thank you for your letter. His new carer begins on Monday."}}},
    {NULL, "media", {{5, "Wanda Zielinska", NULL, "service=s-trading;wanted=both;subject=The Courier, about scales at the market;question=What was found, and what does the Council think of it?;by-when=Friday"},
        {5, "Adam Beech", "give-facts", "facts=26 of 28 scales were right. Two were put right the same day."}, {4, "Wanda Zielinska", "give-comment", "comment=Most traders are honest, and we check so that it stays so."},
        {4, "Oona Vance", "release", "statement=26 of 28 scales were right, and two were put right the same day."}}},
    {NULL, "media", {{1, "Sanjay Rao", NULL, "service=s-children;wanted=facts;subject=Vale Radio, about the 08:10 bus;question=How many seats has it?;by-when=Tomorrow at eight"}}},

    /* Committees */
    {NULL, "paper", {{4, "Fiona Grey", NULL, "committee=b-planning;meeting=+9;mark=confidential;subject=Flood wall at the quay;paper=Two designs are compared, with what each owner was offered for their land."}}},
    {NULL, "paper", {{6, "Eamon Kelly", NULL, "committee=b-scrutiny;meeting=+7;mark=open;subject=Opening hours of recycling centres;paper=What each hour costs, and how many come in it."}}},
    {NULL, "paper", {{12, "Nkechi Obi", NULL, "committee=b-planning;meeting=+5;mark=confidential;subject=Salt for the winter;paper=Three suppliers and their prices."}, {8, "Zahid Mirza", "open-to-all", "resolved=-9"}}},

    /* Groups and their meetings */
    {NULL, "group-meeting", {{3, "Anna Thistle", NULL, "arranged=one;meeting=+5 18:00;attending=Anna Thistle, Ben Okoro;subject=Home care;matter=Who provides it in each district, and until when"}}},
    {NULL, "group-meeting", {{16, "Rosalind Ferrers", NULL, "arranged=one;meeting=-6 17:30;attending=Rosalind Ferrers, Stephen Garland;subject=Bridges;matter=Which of them need repairs in the next five years"},
        {14, "Judith Cavell", "agree", "terms=Facts only, as the tender is out."}, {5, "Judith Cavell", "record", "left=left;left-at=18:15"}}},
    {NULL, "support", {{8, "Huw Bevan", NULL, "service=s-chief;what=printing;subject=300 cards with surgery times;need=For my division, before the holidays"}, {5, "Judith Cavell", "answer", "use=300 cards, sent by post"}}},
    {NULL, "support", {{2, "Joanna Pell", NULL, "service=s-libraries;what=room;subject=A room in Quayside Library;need=For a meeting of residents on the 15th"}}},

    /* In confidence */
    {NULL, "training", {{9, "Grace Pemberton", NULL, "friends=declare;whole=council;public=private;employer=may;party=decline;unsure=treat"}}},
    {NULL, "training", {{6, "Mike Tolley", NULL, "friends=declare;whole=council;public=private;employer=may;party=decline;unsure=treat"}}},
    {NULL, "concern", {{5, "Grace Pemberton", NULL, "about=employee;employee=Tess Harding;what=courtesy;subject=A telephone call cut short;concern=I was told that I had no business to ask, and then the line was dead."}}},
    {NULL, "concern", {{15, "Ivor Maddox", NULL, "about=employee;employee=Carl Neame;what=breach;to=chief-officer;subject=A party's badge at work;concern=They wore it while they called on residents."}, {10, "Adam Beech", "resolve", "outcome=They did not know the rule, know it now and have put the badge away."}}},
    {NULL, "confidential-report", {{10, "Quentin Marlow", NULL, "what=wrongdoing;subject=Invoices for visits that nobody made;report=Since May one provider bills for visits on days on which its office was closed.;contact=After six at home"},
        {9, "Karim Haddad", "acknowledge", "acknowledgement=The auditors look at all bills of that provider. You need do nothing more."}}},
    {NULL, "confidential-report", {{2, "Bola Adeyemi", NULL, "what=wrongdoing;subject=A warning before an inspection;report=A shop knew two days before that we would come."}}},
    {NULL, "disclosure", {{9, "Ben Okoro", NULL, "ground=public;subject=The survey of the bridge;to=The residents of Quayside;why=They drive over it every day and are told nothing."}, {6, "Karim Haddad", "answer", "view=partly;answer=The findings may be told, but not what the contractors bid."},
        {4, "Ben Okoro", "disclose", "done=The findings, at the meeting of residents"}}},
    {NULL, "disclosure", {{2, "Elif Yilmaz", NULL, "ground=consent;consented=The parents, in writing, on the first of the month;subject=A pupil's place on the bus;to=The bus company;why=So that the place is kept for them"}}},
    {NULL, "declaration", {{16, "Will Penrose", NULL, "what=relationship;person=Yvonne Carter;about=We are married."}, {14, "Karim Haddad", "note", "note=The mobile library's stops in Hatherby are planned by a colleague."}}},
    {NULL, "declaration", {{3, "Adam Beech", NULL, "what=activity;activity=canvassing;about=For my sister, who stands for another council."}}},
    {NULL, NULL, {{0}}}};
/* clang-format on */
