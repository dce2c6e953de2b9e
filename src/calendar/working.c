#include "calendar/calendar.h"

/* What became of the day, with a space before it; "" where nothing is said. */
static const char *outcome(const struct language *in, struct arena *arena, const struct step *step) {
    switch (step->kind) {
    case STEP_LATE:
        return step->why == NULL
                   ? text_say(in, " came after closing")
                   : arena_join(arena, text_say(in, " came when closed: "), text_say(in, step->why), NULL);
    case STEP_RECEIVED:
        return text_say(in, " received");
    case STEP_EVENT:
        return text_say(in, " event");
    case STEP_RESUMED:
        return text_say(in, " resumed");
    case STEP_CLOSED:
        return arena_join(arena, text_say(in, " closed: "), step->why, NULL);
    case STEP_DUE:
        return step->why == NULL ? text_say(in, " due") : arena_join(arena, text_say(in, " due by "), step->why, NULL);
    case STEP_COUNTED:
    case STEP_WEEKEND:
        break;
    }
    return "";
}

static int month_of(day date) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    return month;
}

const char **deadline_working(const struct language *in, struct arena *arena, const struct deadline *deadline) {
    const char **pieces = ARENA_ARRAY(arena, deadline->steps.count + 1, const char *);
    size_t count = 0;
    int month = 0;
    for (size_t i = 0; i < deadline->steps.count; i++) {
        const struct step *step = &deadline->steps.at[i];
        if (step->kind == STEP_WEEKEND)
            continue;
        enum day_style style = month_of(step->date) == month ? DAY_SHORT : DAY_MONTH;
        month = month_of(step->date);
        pieces[count++] = arena_join(arena, day_say(in, arena, step->date, style), outcome(in, arena, step), NULL);
    }
    return pieces;
}

char *deadline_sentence(const struct language *in, struct arena *arena, const struct deadline *deadline) {
    struct buf buf = {.arena = arena};
    for (const char **piece = deadline_working(in, arena, deadline); *piece != NULL; piece++) {
        buf_adds(&buf, buf.length == 0 ? "" : ", ");
        buf_adds(&buf, *piece);
    }
    return buf.data;
}

void deadline_json(struct arena *arena, struct json *json, const struct deadline *deadline) {
    json_start_array(json);
    for (const char **piece = deadline_working(NULL, arena, deadline); *piece != NULL; piece++)
        json_text(json, *piece);
    json_end_array(json);
}
