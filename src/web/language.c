/* In which language a person reads: what they chose is in a cookie, and their council offers it. */
#include "web/handlers.h"

#include "web/language.h"

static const struct names *offered(const struct http_request *request) {
    static const struct names none;
    return request->sight.council == NULL ? &none : &request->sight.council->pack->languages;
}

/* NULL for English, and for what the council does not offer. */
static const struct language *offered_as(const struct http_request *request, const char *code) {
    const struct names *codes = offered(request);
    for (size_t i = 0; i < codes->count; i++)
        if (text_equal(codes->at[i], code))
            return language_find(code);
    return NULL;
}

const struct language *language_chosen(const struct http_request *request, const char *cookies) {
    return offered_as(request, session_cookie(request->a, cookies, LANGUAGE_COOKIE));
}

static struct govuk_language_navigation_item item(struct http_request *request, const struct language *language) {
    bool current = request->sight.language == language;
    struct buf href = {.arena = request->a};
    buf_addf(&href, "/language/%s?next=", language_code(language));
    /* what was sent cannot be asked for again */
    url_encode(&href, request->method == HTTP_GET ? request->target : "/");
    return (struct govuk_language_navigation_item){
        .text = language_name(language),
        .lang = language_code(language),
        .href_lang = language_code(language),
        .href = current ? NULL : buf_text(&href),
        .current = current,
    };
}

const struct govuk_language_navigation *language_navigation(struct http_request *request) {
    const struct names *codes = offered(request);
    if (codes->count == 0)
        return NULL;
    struct govuk_language_navigation_item *items =
        ARENA_ARRAY(request->a, codes->count + 1, struct govuk_language_navigation_item);
    items[0] = item(request, NULL);
    for (size_t i = 0; i < codes->count; i++)
        items[i + 1] = item(request, language_find(codes->at[i]));
    struct govuk_language_navigation *navigation = ARENA_NEW(request->a, struct govuk_language_navigation);
    navigation->items.at = items;
    navigation->items.count = codes->count + 1;
    navigation->aria_label = page_say(request, "Language");
    return navigation;
}

void handle_language(struct http_request *request, struct http_response *response) {
    const struct language *language = offered_as(request, http_param(request, "code"));
    headers_set_language(request, response, language_code(language));
    http_see_other(request, response, http_next(request, http_query(request, "next")));
}
