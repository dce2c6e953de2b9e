/* The second half of govuk.h, which includes it: navigation, and what stands around a page. */
#ifndef COMITY_GOVUK_PAGE_H
#define COMITY_GOVUK_PAGE_H

/* ---- navigation */

struct govuk_skip_link {
    const char *text;
    struct markup html;
    const char *href; /* NULL: "#content" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_skip_link(struct html *out, const struct govuk_skip_link *link);

struct govuk_back_link {
    const char *text; /* NULL: "Back" */
    struct markup html;
    const char *href; /* NULL: "#" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_back_link(struct html *out, const struct govuk_back_link *link);

struct govuk_breadcrumbs_item {
    const char *text;
    struct markup html;
    const char *href; /* NULL: the page itself */
    struct govuk_attributes attributes;
};

struct govuk_breadcrumbs {
    GOVUK_SLICE(struct govuk_breadcrumbs_item) items;
    bool collapse_on_mobile;
    const char *label_text; /* NULL: "Breadcrumb" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_breadcrumbs(struct html *out, const struct govuk_breadcrumbs *breadcrumbs);

struct govuk_pagination_item {
    const char *number, *href;
    const char *visually_hidden_text; /* NULL: "Page N" */
    bool current, ellipsis, omit;
    struct govuk_attributes attributes;
};

struct govuk_pagination_link {
    const char *href; /* NULL: no link */
    const char *text; /* NULL: "Previous page", "Next page" */
    struct markup html;
    const char *label_text;
    struct govuk_attributes attributes;
};

/* Without items it is the block of previous and next. */
struct govuk_pagination {
    GOVUK_SLICE(struct govuk_pagination_item) items;
    struct govuk_pagination_link previous, next;
    const char *landmark_label; /* NULL: "Pagination" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_pagination(struct html *out, const struct govuk_pagination *pagination);

struct govuk_language_navigation_item {
    const char *text;
    struct markup html;
    const char *href; /* NULL: the current language */
    const char *lang, *href_lang, *dir, *language_description_text, *classes;
    bool current;
    struct govuk_attributes attributes;
};

struct govuk_language_navigation {
    GOVUK_SLICE(struct govuk_language_navigation_item) items;
    const char *aria_label; /* NULL: "Language" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_language_navigation(struct html *out, const struct govuk_language_navigation *navigation);

struct govuk_service_navigation_item {
    const char *text;
    struct markup html;
    const char *href;
    bool current; /* this very page */
    bool active;  /* the section that this page is in */
    bool omit;
    struct govuk_attributes attributes;
};

struct govuk_service_navigation {
    const char *service_name, *service_url;
    GOVUK_SLICE(struct govuk_service_navigation_item) navigation;
    enum govuk_choice collapse_navigation_on_mobile; /* unset: when there is more than one item */
    struct {
        struct markup start, end, navigation_start, navigation_end;
        bool end_is_inline;
    } slots;
    const char *aria_label;       /* NULL: "Service information" */
    const char *menu_button_text; /* NULL: "Menu" */
    const char *menu_button_label, *navigation_label;
    const char *navigation_id; /* NULL: "navigation" */
    const char *navigation_classes, *classes;
    struct govuk_attributes attributes;
};
void govuk_service_navigation(struct html *out, const struct govuk_service_navigation *navigation);

/* ---- around the page */

struct govuk_generic_header {
    struct govuk_content logo;     /* an organisation's name or picture */
    const char *url;               /* NULL: "/" */
    const char *container_classes; /* NULL: "govuk-width-container" */
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_generic_header(struct html *out, const struct govuk_generic_header *header);

/* With the crown: for GOV.UK alone. */
struct govuk_header {
    const char *homepage_url; /* NULL: "//gov.uk" */
    const char *product_name;
    const char *container_classes, *classes;
    struct govuk_attributes attributes;
};
void govuk_header(struct html *out, const struct govuk_header *header);

struct govuk_phase_banner {
    struct govuk_tag tag;
    const char *text;
    struct markup html;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_phase_banner(struct html *out, const struct govuk_phase_banner *banner);

struct govuk_footer_link {
    const char *text, *href;
    struct govuk_attributes attributes;
};

struct govuk_footer_section {
    const char *title;
    GOVUK_SLICE(struct govuk_footer_link) items;
    unsigned columns;
    const char *width; /* NULL: "full" */
};

struct govuk_footer_meta {
    const char *visually_hidden_title; /* NULL: "Support links" */
    const char *text;
    struct markup html;
    GOVUK_SLICE(struct govuk_footer_link) items;
};

struct govuk_footer {
    const struct govuk_footer_meta *meta; /* NULL: none */
    GOVUK_SLICE(struct govuk_footer_section) navigation;
    struct govuk_content content_licence; /* unset: the Open Government Licence */
    bool no_content_licence;
    struct govuk_content copyright; /* unset: Crown copyright */
    bool outside_govuk;             /* ours: no crown, and no copyright but the one given */
    const char *container_classes, *classes;
    struct govuk_attributes attributes;
};
void govuk_footer(struct html *out, const struct govuk_footer *footer);

struct govuk_feedback {
    struct govuk_content title;
    unsigned heading_level; /* 0: 2 */
    const char *text;
    struct markup html;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_feedback(struct html *out, const struct govuk_feedback *feedback);

struct govuk_exit_this_page {
    const char *text; /* NULL: "Exit this page" */
    struct markup html;
    const char *redirect_url; /* NULL: a weather forecast */
    const char *activated_text, *timed_out_text, *press_two_more_times_text, *press_one_more_time_text;
    const char *id, *classes;
    struct govuk_attributes attributes;
};
void govuk_exit_this_page(struct html *out, const struct govuk_exit_this_page *exit);

struct govuk_cookie_action {
    const char *text, *href;
    const char *type; /* "button": a button even with href */
    const char *name, *value, *classes;
    struct govuk_attributes attributes;
};

struct govuk_cookie_message {
    struct govuk_content heading;
    const char *text;
    struct markup html;
    GOVUK_SLICE(struct govuk_cookie_action) actions;
    bool hidden;
    const char *role, *classes;
    struct govuk_attributes attributes;
};

struct govuk_cookie_banner {
    const char *aria_label; /* NULL: "Cookie banner" */
    GOVUK_SLICE(struct govuk_cookie_message) messages;
    bool hidden;
    const char *classes;
    struct govuk_attributes attributes;
};
void govuk_cookie_banner(struct html *out, const struct govuk_cookie_banner *banner);

/*
 * The page template. govuk_page_begin writes all up to the inside of <main>, govuk_page_end the rest:
 *
 *     govuk_page_begin(&out, &page);
 *     …
 *     govuk_page_end(&out, &page);
 *
 * The template of the package marks the body as js-enabled in an inline script; here the script at `script` does that,
 * so that a content security policy can forbid inline scripts.
 */
struct govuk_page {
    const char *lang;                          /* NULL: "en" */
    const char *title;                         /* put the page first, then the service */
    const char *title_lang;                    /* when it is not lang */
    const char *theme_color;                   /* NULL: GOV.UK's blue */
    const char *stylesheet;                    /* addresses; NULL: none */
    const char *script;                        /* loaded as a module, before anything is drawn */
    const char *icon;                          /* NULL: an empty one, so that browsers ask for none */
    const char *second_stylesheet;             /* for what few pages have */
    struct markup head;                        /* the rest of <head> */
    struct markup body_start;                  /* before the skip link, such as a cookie banner */
    const char *skip_link_text;                /* NULL: "Skip to main content" */
    const struct govuk_generic_header *header; /* each NULL: none */
    const struct govuk_service_navigation *service_navigation;
    const struct govuk_phase_banner *phase_banner;
    const struct govuk_language_navigation *language_navigation;
    const struct govuk_breadcrumbs *breadcrumbs;
    const struct govuk_back_link *back_link;
    struct markup before_content; /* between these and <main> */
    const char *main_classes;     /* such as "govuk-main-wrapper--l" */
    const char *main_lang;        /* when it is not lang */
    const char *html_classes, *body_classes, *container_classes;
    const struct govuk_footer *footer;
};
void govuk_page_begin(struct html *out, const struct govuk_page *page);
void govuk_page_end(struct html *out, const struct govuk_page *page);

/* ---- prose and forms: not components, but the styles that pages are made of */

/* level 1 to 6; size "xl", "l", "m" or "s". */
void govuk_heading(struct html *out, unsigned level, const char *size, const char *text);
/* A paragraph. */
void govuk_body(struct html *out, const char *text);
void govuk_link(struct html *out, const char *href, const char *text);
void govuk_grid_row_begin(struct html *out);
/* width such as "two-thirds", "one-third", "one-half", "full". */
void govuk_grid_column_begin(struct html *out, const char *width);
/* Ends a row or a column. */
void govuk_grid_end(struct html *out);

struct govuk_form {
    const char *action;
    const char *method;                         /* NULL: "post" */
    bool multipart;                             /* for files */
    GOVUK_SLICE(struct govuk_attribute) hidden; /* inputs: names and values */
    const char *classes;
    struct govuk_attributes attributes;
};
/* The form is checked by the server alone (novalidate), as the Design System asks. */
void govuk_form_begin(struct html *out, const struct govuk_form *form);
void govuk_form_end(struct html *out);

#endif
