#include "cli/demo.h"

#define ENQUIRY "enquiry"
#define ADVICE "advice"
#define COMPLAINT "complaint"
#define REPORT "group-report"
#define PLOT(procedure, ...)                                                                                           \
    { procedure, {__VA_ARGS__}, sizeof((struct demo_step[]){__VA_ARGS__}) / sizeof(struct demo_step) }

/* clang-format off */
const struct demo_plot demo_plots[STORY_COUNT] = {
    [STORY_FRESH] = PLOT(ENQUIRY, {1, WHO_OPENER}),
    [STORY_HANDED_ON] = PLOT(ENQUIRY, {3, WHO_OPENER}, {2, WHO_HEAD, "reassign"}),
    [STORY_OVERDUE] = PLOT(ENQUIRY, {13, WHO_OPENER}),
    [STORY_ACKNOWLEDGED] = PLOT(ENQUIRY, {6, WHO_OPENER}, {3, WHO_HEAD, "acknowledge"}),
    [STORY_PROMISE_BROKEN] = PLOT(ENQUIRY, {22, WHO_OPENER}, {21, WHO_HEAD, "reassign"}, {19, WHO_JUNIOR, "acknowledge"}),
    [STORY_ASKED_BACK] = PLOT(ENQUIRY, {6, WHO_OPENER}, {4, WHO_HEAD, "ask-back"}),
    [STORY_REPLIED] = PLOT(ENQUIRY, {7, WHO_OPENER}, {6, WHO_HEAD, "reassign"}, {5, WHO_JUNIOR, "ask-back"}, {2, WHO_OPENER, "reply"}),
    [STORY_PROPOSED] = PLOT(ENQUIRY, {5, WHO_OPENER}, {2, WHO_HEAD, "narrow"}),
    [STORY_PROPOSAL_ACCEPTED] = PLOT(ENQUIRY, {12, WHO_OPENER}, {10, WHO_HEAD, "narrow"}, {9, WHO_OPENER, "accept"}, {7, WHO_HEAD, "answer"}),
    [STORY_PROPOSAL_DECLINED] = PLOT(ENQUIRY, {6, WHO_OPENER}, {4, WHO_HEAD, "narrow"}, {3, WHO_OPENER, "decline"}),
    [STORY_ANSWERED] = PLOT(ENQUIRY, {6, WHO_OPENER}, {3, WHO_HEAD, "answer"}),
    [STORY_ANSWERED_AND_TOLD] = PLOT(ENQUIRY, {9, WHO_OPENER}, {6, WHO_HEAD, "answer", "foi=releasable;meeting=likely"}, {4, WHO_HEAD, "tell-leadership"}),
    [STORY_CLOSED] = PLOT(ENQUIRY, {16, WHO_OPENER}, {13, WHO_HEAD, "answer"}, {12, WHO_HEAD, "keep-from-leadership"}, {11, WHO_OPENER, "close"}),
    [STORY_LAPSED] = PLOT(ENQUIRY, {28, WHO_OPENER}, {27, WHO_HEAD, "reassign"}, {24, WHO_JUNIOR, "answer"}, {23, WHO_JUNIOR, "tell-leadership"}),
    [STORY_FOLLOWED_UP] = PLOT(ENQUIRY, {10, WHO_OPENER}, {6, WHO_HEAD, "answer"}, {2, WHO_OPENER, "follow-up"}),
    [STORY_FOLLOWED_UP_AND_ANSWERED] = PLOT(ENQUIRY, {18, WHO_OPENER}, {15, WHO_HEAD, "answer"}, {12, WHO_OPENER, "follow-up"}, {9, WHO_HEAD, "answer"}, {8, WHO_OPENER, "close"}),
    [STORY_REFUSED_WITH_ALTERNATIVE] = PLOT(ENQUIRY, {8, WHO_OPENER}, {5, WHO_HEAD, "refuse", "other-way=some"}),
    [STORY_REFUSED] = PLOT(ENQUIRY, {26, WHO_OPENER}, {23, WHO_HEAD, "refuse", "other-way=none"}),
    [STORY_WITHDRAWN] = PLOT(ENQUIRY, {9, WHO_OPENER}, {8, WHO_OPENER, "withdraw"}),
    [STORY_CONSTITUENT_FRESH] = PLOT(ENQUIRY, {2, WHO_OPENER, NULL, "for=constituent"}),
    [STORY_CONSTITUENT_ANSWERED] = PLOT(ENQUIRY, {11, WHO_OPENER, NULL, "for=constituent"}, {10, WHO_HEAD, "reassign"}, {8, WHO_JUNIOR, "acknowledge"}, {4, WHO_JUNIOR, "answer"}),
    [STORY_ADVICE_FRESH] = PLOT(ADVICE, {2, WHO_OPENER}),
    [STORY_ADVICE_TO_MEMBER] = PLOT(ADVICE, {14, WHO_OPENER}, {10, WHO_HEAD, "answer"}, {7, WHO_HEAD, "keep-from-leadership"}),
    [STORY_ADVICE_TO_GROUP] = PLOT(ADVICE, {17, WHO_OPENER, NULL, "for=my group"}, {14, WHO_HEAD, "acknowledge"}, {9, WHO_HEAD, "answer"}, {8, WHO_HEAD, "tell-leadership"}),
    [STORY_ADVICE_REVISED] = PLOT(ADVICE, {15, WHO_OPENER}, {12, WHO_HEAD, "answer"}, {8, WHO_HEAD, "tell-leadership"}, {5, WHO_HEAD, "revise"}),
    [STORY_FACTS_RELEASED] = PLOT(ADVICE, {8, WHO_OPENER, NULL, "for=my group;seeks=facts"}, {4, WHO_HEAD, "release"}),
    [STORY_FACTS_WRITTEN] = PLOT(ADVICE, {7, WHO_OPENER, NULL, "seeks=facts"}, {5, WHO_HEAD, "give-facts"}),
    [STORY_FACTS_WAITING] = PLOT(ADVICE, {3, WHO_OPENER, NULL, "seeks=facts"}),
    [STORY_REPORT_TO_GROUP] = PLOT(REPORT, {17, WHO_OPENER}, {14, WHO_HEAD, "acknowledge"}, {9, WHO_HEAD, "report"}),
    [STORY_FACTS_TO_GROUP] = PLOT(REPORT, {8, WHO_OPENER, NULL, "seeks=facts"}, {4, WHO_HEAD, "release"}),
    [STORY_COMPLAINT_FRESH] = PLOT(COMPLAINT, {2, WHO_OPENER}),
    [STORY_COMPLAINT_BEFORE_THE_VIEW] = PLOT(COMPLAINT, {26, WHO_OPENER}, {24, WHO_MONITORING, "acknowledge"}, {21, WHO_MONITORING, "investigate"}, {6, WHO_MONITORING, "seek-view"}),
    [STORY_COMPLAINT_RESOLVED] = PLOT(COMPLAINT, {15, WHO_OPENER}, {13, WHO_MONITORING, "acknowledge"}, {7, WHO_MONITORING, "resolve"}),
};

/* Texts by field, three of each that is written often, so that no two records read alike. */
static const struct {
    const char *field, *texts[3];
} texts[] = {
    {"explanation", {"The contractor has been asked for a date. You get the full answer when it has come.",
                     "Two teams have to look at this together; they meet next week. We write again after that.",
                     "The figures for the last quarter are being checked. They are ready in about a week."}},
    {"asked", {"Which addresses does this concern, and since when?",
               "Do you mean the whole ward, or the streets around the school only?",
               "Is there a photograph, or a reference from an earlier report?"}},
    {"reply", {"Numbers 4 to 18, since the beginning of last month.",
               "The streets around the school are enough for now.",
               "No photograph, but two residents reported it by telephone."}},
    {"proposal", {"We can give the figures of this year at once. Those of the five years before would take a week of somebody's time.",
                  "We can answer for your own ward now, and for the others in the yearly report.",
                  "A list of the streets is ready; the costs of each would have to be put together by hand."}},
    {"more", {"Thank you. The dates are there, but not who pays for it.",
              "That helps. What was the reason for the change last spring?",
              "Could you also say what residents are told?"}},
    {"reason", {"This names the affairs of one family, and you do not need it for your work as a Member.",
                "It is the subject of a claim that is before the court, and cannot be discussed until it is decided.",
                "Nobody records this, and finding it out would take more than a hundred hours."}},
    {"alternative", {"The yearly report gives the totals, without names. We can go through it with you.",
                     "The tenant can ask for their own file, and can name you as the person to send it to.",
                     "We can give you the figures that the regulator publishes."}},
    {"note", {"Could you take this one? You know the place.", "Please look at the case notes first.",
              "For you; I have told the Member that it is in good hands."}},
    {"told", {"The dates and the costs, as they stand in the published programme.",
              "The number of cases in the last year, and what the service does about them.",
              "What the policy says, and when it is next reviewed."}},
    {"why", {"The government's guidance changed on the first of the month.", NULL, NULL}},
    {"acknowledgement", {"Thank you. It is here, and you hear within four weeks what is done about it.", NULL, NULL}},
    {"scope", {"What was said at the meeting and to whom, by an investigator from another council.", NULL, NULL}},
    {"findings", {"It was said as the complaint has it, before six people. The Member regrets it.", NULL, NULL}},
    {"independent", {"Robin Ashdown", NULL, NULL}},
    {"resolution", {"They have met. The Member has said sorry, and that was accepted.", NULL, NULL}},
    {"topic", {"The matter named in the published forward plan", NULL, NULL}},
    {"options", {"1. Go on as now: costs nothing more, but the waiting time stays. 2. Do more each year: shorter waiting, higher cost. "
                 "3. Ask residents first: later, and better known what they want.", NULL, NULL}},
    {"constituent-name", {"Mrs P. Lindqvist", "Mr A. Oyelaran", "Miss T. Harcourt"}},
    {"constituent-contact", {"01632 960 017, best in the evening", "a.oyelaran@mail.example", "Through her neighbour at number 12"}},
};
/* clang-format on */

const char *demo_text(const char *field, unsigned variant) {
    for (size_t i = 0; i < LENGTH_OF(texts); i++) {
        if (strcmp(texts[i].field, field) != 0)
            continue;
        const char *text = texts[i].texts[variant % LENGTH_OF(texts[i].texts)];
        return text == NULL ? texts[i].texts[0] : text;
    }
    return NULL;
}
