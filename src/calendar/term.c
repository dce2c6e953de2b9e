#include "calendar/calendar.h"

static const struct {
    const char *one, *many;
    enum term_unit unit;
} units[] = {
    {"working day", "working days", TERM_WORKING_DAYS},
    {"clear working day", "clear working days", TERM_CLEAR_WORKING_DAYS},
    {"day", "days", TERM_DAYS},
    {"calendar day", "calendar days", TERM_DAYS},
    {"clear day", "clear days", TERM_CLEAR_DAYS},
    {"month", "months", TERM_MONTHS},
    {"working hour", "working hours", TERM_WORKING_HOURS},
    {"hour", "hours", TERM_HOURS},
};

bool term_parse(struct arena *arena, const char *text, struct term *term_r, const char **error_r) {
    const char *space = strchr(text, ' ');
    int64_t amount;
    /* A number with a leading zero is a slip, or octal to somebody. */
    if (space == NULL || text[0] == '0' ||
        !text_to_int(arena_strndup(arena, text, (size_t)(space - text)), 1, TERM_MOST, &amount))
        return fail(arena, error_r, "\"%s\" is not a term such as \"5 working days\", with a number from 1 to %d.",
                    text, TERM_MOST);
    for (size_t i = 0; i < LENGTH_OF(units); i++) {
        if (text_equal(space + 1, units[i].one) || text_equal(space + 1, units[i].many)) {
            *term_r = (struct term){.amount = (int)amount, .unit = units[i].unit};
            return true;
        }
    }
    return fail(arena, error_r,
                "\"%s\" does not end in working days, clear working days, days, clear days, months, working hours or "
                "hours.",
                text);
}

char *term_format(struct arena *arena, struct term term) {
    size_t i = 0;
    while (units[i].unit != term.unit)
        i++;
    return arena_printf(arena, "%d %s", term.amount, term.amount == 1 ? units[i].one : units[i].many);
}

/* Welsh has the same word for one and for many, and another beginning of it after two: a text for each. */
char *term_say(const struct language *in, struct arena *arena, struct term term) {
    static const struct {
        const char *one, *two, *many;
    } texts[] = {
        [TERM_WORKING_DAYS] = {SAID("1 working day"), SAID("2 working days"), SAID("%d working days")},
        [TERM_CLEAR_WORKING_DAYS] = {SAID("1 clear working day"), SAID("2 clear working days"),
                                     SAID("%d clear working days")},
        [TERM_DAYS] = {SAID("1 day"), SAID("2 days"), SAID("%d days")},
        [TERM_CLEAR_DAYS] = {SAID("1 clear day"), SAID("2 clear days"), SAID("%d clear days")},
        [TERM_MONTHS] = {SAID("1 month"), SAID("2 months"), SAID("%d months")},
        [TERM_WORKING_HOURS] = {SAID("1 working hour"), SAID("2 working hours"), SAID("%d working hours")},
        [TERM_HOURS] = {SAID("1 hour"), SAID("2 hours"), SAID("%d hours")},
    };
    if (term.amount <= 2)
        return arena_strdup(arena, text_say(in, term.amount == 1 ? texts[term.unit].one : texts[term.unit].two));
    return arena_printf(arena, text_say(in, texts[term.unit].many), term.amount);
}
