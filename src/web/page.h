/*
 * page: what stands around every page, and the small pieces that many pages share. Private to web.
 *
 *     struct html out = page_begin(request, &(struct page){.title = "Records", .section = "/records"});
 *     …
 *     page_end(request, response, &out);
 */
#ifndef COMITY_WEB_PAGE_H
#define COMITY_WEB_PAGE_H

#include "govuk/govuk.h"
#include "govuk/moj.h"
#include "web/web_private.h"

struct page {
    const char *title;               /* also its <h1> */
    const char *caption;             /* above the heading; NULL */
    const char *section;             /* the item of the navigation that it belongs to, by its path; NULL */
    const char *back;                /* where "Back" leads; NULL: no such link */
    const char *styles;              /* a stylesheet besides that of all pages, by its name; NULL: none */
    bool problem;                    /* a form with errors: the title says so first */
    bool packs_title, packs_caption; /* they are texts of the pack, in its language */
    bool no_heading;                 /* the page calls page_heading itself: an error summary stands above it */
    bool wide;                       /* the whole width and not two thirds */
};

struct html page_begin(struct http_request *request, const struct page *page);
void page_heading(struct html *out, const struct page *page);
void page_end(struct http_request *request, struct http_response *response, struct html *out, const struct page *page);

/* ---- words and times ---- */

/* A text in the reader's language. */
const char *page_say(const struct http_request *request, const char *english) __attribute__((format_arg(2)));
/* The same where there is the page and not the request. */
#define html_say(out, english) text_say((out)->language, (english))
/* A buffer for a piece of a page, in the reader's language. */
struct html page_piece(const struct http_request *request);

/* A text of the pack as a piece for a component: where the page is in another language, it is marked with its own. */
struct markup page_pack(const struct http_request *request, const char *text);
/* A link, a paragraph and a heading that have a text of the pack. */
void page_pack_link(struct html *out, const char *href, const char *text);
void page_pack_link_as(struct html *out, const char *classes, const char *href, const char *text);
void page_pack_body(struct html *out, const char *text);
void page_pack_heading(struct html *out, unsigned level, const char *size, const char *text);
/* The council's word for one of ours. */
const char *page_word(const struct http_request *request, const char *word);
/* "Tuesday 29 December 2026", in a <time>. */
void page_day(struct html *out, struct arena *a, int32_t date);
/* The same in another style: "Tue 29 December 2026", as lists have it. */
void page_day_as(struct html *out, struct arena *a, int32_t date, enum day_style style);
/* "Tue 29 December 2026, 10:05" on the council's clocks. */
void page_time(struct html *out, const struct sight *sight, instant at);
/* The same as a component takes it. */
struct moj_time page_moj_time(const struct sight *sight, instant at);
void page_put_time(struct html *out, const struct moj_time *time);
/* "14:30" in the council's zone. */
void page_clock(struct html *out, const struct sight *sight, instant at);
/* "/records/ENQ-7QK4-2M9D/answer": pieces are encoded; ends with NULL. */
#define page_path(a, ...) page_path_of((a), (const char *const[]){__VA_ARGS__, NULL})
const char *page_path_of(struct arena *a, const char *const *pieces);
/* A text with a link where it says {link}. */
void page_text_with_link(struct html *out, const char *text, const char *href, const char *link);
/* The person, as a link to their page where there is one, with their post or group. */
void page_person(struct html *out, struct arena *a, const struct view_person *person);

/* What was done, set off above the rest. */
void page_success(struct html *out, const char *say);

/* ---- forms ---- */

/* A form that posts to action, with the hidden token and key of the session. */
void page_form_begin(struct html *out, struct http_request *request, const char *action);
/* The same under the key of an earlier form, so that what was sent with that one is not done twice; NULL or "": a new
 * one. */
void page_form_begin_under(struct html *out, struct http_request *request, const char *action, const char *key);

/* What is wrong with a field, for its component; problem NULL: nothing. */
struct govuk_error_message page_error(const struct language *in, const char *problem);
/* A field for a password, with what its script says in the reader's language. */
struct govuk_password_input page_password(const struct http_request *request, const char *label, const char *name);
/* "There is a problem", with a link to its field; href NULL: with no link. */
void page_problem(struct html *out, const char *href, const char *problem);
/* All but the token and the key, as hidden inputs. */
void page_hidden_fields(struct html *out, const struct http_pairs *pairs);

/* ---- clauses ---- */

/* The clauses that were named on a page so far, each once. */
struct clauses {
    struct arena *a;
    LIST(struct view_clause) list;
};
/* " (1.7.2, 3.1)": links to the protocol's page, and a note of them. */
void clauses_add(struct html *out, struct clauses *clauses, const struct view_cites *cites);
/* What those clauses say, folded away until asked for; begins the list anew. */
void clauses_explain(struct html *out, struct clauses *clauses);
/* Each clause with its words, not folded away: for a refusal. */
void clauses_list(struct html *out, struct arena *a, const struct view_cites *cites);
/* The clauses that the pack wants shown at a place, set off from the rest and with their words, and folded away where
 * they would push the page off a phone; nothing when there are none. say: what they are. */
void clauses_shown(struct html *out, struct http_request *request, const char *place, const char *say);
/* What the engine cites, as views have it. */
struct view_cites clauses_of(struct arena *a, const struct cites *cites);

#endif
