/* What may hold the answer already: offered before a request is sent, so that it need not be. */
#include "sight/sight_private.h"

#define ROWS_MOST 5

bool sight_earlier(const struct sight *sight, const struct request *request, struct view_earlier *view_r) {
    const struct procedure *procedure = pack_procedure(sight->council->pack, request->procedure);
    const char *subject = values_get(&request->fields, OFFER_FIELD);
    struct words words = {0};
    *view_r = (struct view_earlier){0};
    if (procedure == NULL || !procedure->offers_earlier || subject == NULL)
        return true;
    words_of(sight->a, subject, &words);
    if (words.hashes.count == 0) /* a list without words is of everything */
        return true;
    struct list_filter filter = {.state = LIST_ALL, .words = subject, .limit = ROWS_MOST};
    struct view_list list;
    if (!sight_list(sight, &filter, &list))
        return false;
    for (size_t i = 0; i < list.rows.count; i++)
        LIST_ADD(sight->a, &view_r->rows, list.rows.at[i]);
    view_r->cites = cites_shown(sight, procedure->offer_cites);
    return true;
}
