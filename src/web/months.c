#include "web/months.h"

static int32_t first_of(int32_t date) {
    int year, month, day_of_month;
    day_to_civil(date, &year, &month, &day_of_month);
    return date - day_of_month + 1;
}

static int32_t this_month(const struct http_request *request) {
    return first_of(council_day(request->sight.council, request->sight.now));
}

static bool is_near(const struct http_request *request, int32_t first, int before, int after) {
    int32_t present = this_month(request);
    return first >= day_add_months(present, -before) && first <= day_add_months(present, after);
}

bool months_asked(const struct http_request *request, int before, int after, int32_t *first_r) {
    const char *asked = http_query(request, "month");
    *first_r = this_month(request);
    if (asked[0] == '\0')
        return true;
    return day_parse(arena_join(request->a, asked, "-01", NULL), first_r) && is_near(request, *first_r, before, after);
}

const char *months_title(const struct http_request *request, int32_t first) {
    return month_say(request->sight.language, request->a, first);
}

/* NULL: that month is too far away. */
static const char *address_of(const struct http_request *request, const char *path, int32_t first, int before,
                              int after) {
    const char *date = day_format(request->a, first, DAY_ISO);
    if (!is_near(request, first, before, after))
        return NULL;
    return arena_printf(request->a, "%s?month=%.*s", path, (int)strlen("2027-01"), date);
}

void months_links(struct html *out, struct http_request *request, const char *path, int32_t first, int before,
                  int after) {
    int32_t previous = day_add_months(first, -1), next = day_add_months(first, 1);
    govuk_pagination(out, &(struct govuk_pagination){
                              .previous = {.href = address_of(request, path, previous, before, after),
                                           .text = page_say(request, "Previous month"),
                                           .label_text = months_title(request, previous)},
                              .next = {.href = address_of(request, path, next, before, after),
                                       .text = page_say(request, "Next month"),
                                       .label_text = months_title(request, next)},
                              .landmark_label = page_say(request, "Months"),
                          });
}
