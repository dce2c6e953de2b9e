/* The options of all components but those of forms, as a table to be read against the package's macro-options.json. */
#include "govuk/fixture_options.h"

/* ---- content */

static const struct option govuk_tag_options[] = {CONTENT(govuk_tag), STYLE(govuk_tag), END};
SHAPE(govuk_tag);

static const struct option govuk_action_options[] = {CONTENT(govuk_action), STRING(govuk_action, href, "href"),
                                                     STRING(govuk_action, visually_hidden_text, "visuallyHiddenText"),
                                                     STYLE(govuk_action), END};
SHAPE(govuk_action);

static const struct option govuk_actions_options[] = {LIST_OF(govuk_actions, items, "items", govuk_action),
                                                      CLASSES(govuk_actions), END};
SHAPE(govuk_actions);

static const struct option govuk_summary_list_cell_options[] = {CONTENT(govuk_summary_list_cell),
                                                                CLASSES(govuk_summary_list_cell), END};
SHAPE(govuk_summary_list_cell);

static const struct option govuk_summary_list_row_options[] = {
    STRUCT(govuk_summary_list_row, key, "key", govuk_summary_list_cell),
    STRUCT(govuk_summary_list_row, value, "value", govuk_summary_list_cell),
    STRUCT(govuk_summary_list_row, actions, "actions", govuk_actions),
    CLASSES(govuk_summary_list_row),
    OMITTED(govuk_summary_list_row),
    END};
SHAPE(govuk_summary_list_row);

static const struct option govuk_summary_card_options[] = {
    STRUCT(govuk_summary_card, title, "title", govuk_summary_list_cell),
    NUMBER(govuk_summary_card, heading_level, "title.headingLevel"),
    STRUCT(govuk_summary_card, actions, "actions", govuk_actions), STYLE(govuk_summary_card), END};
SHAPE(govuk_summary_card);

static const struct option govuk_summary_list_options[] = {
    LIST_OF(govuk_summary_list, rows, "rows", govuk_summary_list_row),
    POINTER(govuk_summary_list, card, "card", govuk_summary_card), STYLE(govuk_summary_list), END};
SHAPE(govuk_summary_list);

static const struct option govuk_table_cell_options[] = {CONTENT(govuk_table_cell),
                                                         STRING(govuk_table_cell, format, "format"),
                                                         NUMBER(govuk_table_cell, colspan, "colspan"),
                                                         NUMBER(govuk_table_cell, rowspan, "rowspan"),
                                                         STYLE(govuk_table_cell),
                                                         END};
SHAPE(govuk_table_cell);

static const struct option govuk_table_row_options[] = {LIST_OF(govuk_table_row, cells, "", govuk_table_cell),
                                                        OMITTED(govuk_table_row), END};
SHAPE(govuk_table_row);

static const struct option govuk_table_options[] = {STRING(govuk_table, caption, "caption"),
                                                    STRING(govuk_table, caption_classes, "captionClasses"),
                                                    LIST_OF(govuk_table, head, "head", govuk_table_cell),
                                                    LIST_OF(govuk_table, rows, "rows", govuk_table_row),
                                                    BOOL(govuk_table, first_cell_is_header, "firstCellIsHeader"),
                                                    STYLE(govuk_table),
                                                    END};
SHAPE(govuk_table);

static const struct option govuk_notification_banner_options[] = {
    CONTENT(govuk_notification_banner),
    TEXT_AND_HTML(govuk_notification_banner, title, "title"),
    NUMBER(govuk_notification_banner, title_heading_level, "titleHeadingLevel"),
    STRING(govuk_notification_banner, type, "type"),
    STRING(govuk_notification_banner, role, "role"),
    STRING(govuk_notification_banner, title_id, "titleId"),
    CHOICE(govuk_notification_banner, disable_auto_focus, "disableAutoFocus"),
    STYLE(govuk_notification_banner),
    END};
SHAPE(govuk_notification_banner);

static const struct option govuk_panel_action_options[] = {
    STRING(govuk_panel_action, text, "text"), STRING(govuk_panel_action, href, "href"),
    STRING(govuk_panel_action, type, "type"), STYLE(govuk_panel_action), END};
SHAPE(govuk_panel_action);

static const struct option govuk_panel_actions_options[] = {
    LIST_OF(govuk_panel_actions, items, "items", govuk_panel_action), STYLE(govuk_panel_actions), END};
SHAPE(govuk_panel_actions);

static const struct option govuk_panel_options[] = {CONTENT(govuk_panel),
                                                    TEXT_AND_HTML(govuk_panel, title, "title"),
                                                    NUMBER(govuk_panel, heading_level, "headingLevel"),
                                                    POINTER(govuk_panel, actions, "actions", govuk_panel_actions),
                                                    STYLE(govuk_panel),
                                                    END};
SHAPE(govuk_panel);

static const struct option govuk_details_options[] = {CONTENT(govuk_details),
                                                      TEXT_AND_HTML(govuk_details, summary, "summary"),
                                                      STRING(govuk_details, id, "id"),
                                                      BOOL(govuk_details, open, "open"),
                                                      STYLE(govuk_details),
                                                      END};
SHAPE(govuk_details);

static const struct option govuk_inset_text_options[] = {CONTENT(govuk_inset_text), STRING(govuk_inset_text, id, "id"),
                                                         STYLE(govuk_inset_text), END};
SHAPE(govuk_inset_text);

static const struct option govuk_warning_text_options[] = {
    CONTENT(govuk_warning_text), STRING(govuk_warning_text, icon_fallback_text, "iconFallbackText"),
    STYLE(govuk_warning_text), END};
SHAPE(govuk_warning_text);

static const struct option govuk_task_list_item_options[] = {
    STRUCT(govuk_task_list_item, title, "title", govuk_summary_list_cell),
    STRUCT(govuk_task_list_item, hint, "hint", govuk_content),
    STRUCT(govuk_task_list_item, status, "status", govuk_summary_list_cell),
    STRUCT(govuk_task_list_item, status_tag, "status.tag", govuk_tag),
    STRING(govuk_task_list_item, href, "href"),
    CLASSES(govuk_task_list_item),
    OMITTED(govuk_task_list_item),
    END};
SHAPE(govuk_task_list_item);

static const struct option govuk_task_list_options[] = {LIST_OF(govuk_task_list, items, "items", govuk_task_list_item),
                                                        STRING(govuk_task_list, id_prefix, "idPrefix"),
                                                        STYLE(govuk_task_list), END};
SHAPE(govuk_task_list);

static const struct option govuk_tabs_item_options[] = {STRING(govuk_tabs_item, id, "id"),
                                                        STRING(govuk_tabs_item, label, "label"),
                                                        STRUCT(govuk_tabs_item, panel, "panel", govuk_content),
                                                        PAIRS(govuk_tabs_item, panel_attributes, "panel.attributes"),
                                                        ATTRIBUTES(govuk_tabs_item),
                                                        OMITTED(govuk_tabs_item),
                                                        END};
SHAPE(govuk_tabs_item);

static const struct option govuk_tabs_options[] = {STRING(govuk_tabs, id, "id"),
                                                   STRING(govuk_tabs, id_prefix, "idPrefix"),
                                                   STRING(govuk_tabs, title, "title"),
                                                   LIST_OF(govuk_tabs, items, "items", govuk_tabs_item),
                                                   STYLE(govuk_tabs),
                                                   END};
SHAPE(govuk_tabs);

static const struct option govuk_accordion_item_options[] = {
    STRUCT(govuk_accordion_item, heading, "heading", govuk_content),
    STRUCT(govuk_accordion_item, summary, "summary", govuk_content),
    STRUCT(govuk_accordion_item, content, "content", govuk_content),
    BOOL(govuk_accordion_item, expanded, "expanded"),
    OMITTED(govuk_accordion_item),
    END};
SHAPE(govuk_accordion_item);

#define ACCORDION_TEXT(member, path) STRING(govuk_accordion, member, path)
static const struct option govuk_accordion_options[] = {
    STRING(govuk_accordion, id, "id"),
    NUMBER(govuk_accordion, heading_level, "headingLevel"),
    LIST_OF(govuk_accordion, items, "items", govuk_accordion_item),
    CHOICE(govuk_accordion, remember_expanded, "rememberExpanded"),
    ACCORDION_TEXT(hide_all_sections_text, "hideAllSectionsText"),
    ACCORDION_TEXT(hide_section_text, "hideSectionText"),
    ACCORDION_TEXT(hide_section_aria_label_text, "hideSectionAriaLabelText"),
    ACCORDION_TEXT(show_all_sections_text, "showAllSectionsText"),
    ACCORDION_TEXT(show_section_text, "showSectionText"),
    ACCORDION_TEXT(show_section_aria_label_text, "showSectionAriaLabelText"),
    STYLE(govuk_accordion),
    END};
SHAPE(govuk_accordion);

/* ---- navigation */

static const struct option govuk_skip_link_options[] = {CONTENT(govuk_skip_link), STRING(govuk_skip_link, href, "href"),
                                                        STYLE(govuk_skip_link), END};
SHAPE(govuk_skip_link);

static const struct option govuk_back_link_options[] = {CONTENT(govuk_back_link), STRING(govuk_back_link, href, "href"),
                                                        STYLE(govuk_back_link), END};
SHAPE(govuk_back_link);

static const struct option govuk_breadcrumbs_item_options[] = {CONTENT(govuk_breadcrumbs_item),
                                                               STRING(govuk_breadcrumbs_item, href, "href"),
                                                               ATTRIBUTES(govuk_breadcrumbs_item), END};
SHAPE(govuk_breadcrumbs_item);

static const struct option govuk_breadcrumbs_options[] = {
    LIST_OF(govuk_breadcrumbs, items, "items", govuk_breadcrumbs_item),
    BOOL(govuk_breadcrumbs, collapse_on_mobile, "collapseOnMobile"), STRING(govuk_breadcrumbs, label_text, "labelText"),
    STYLE(govuk_breadcrumbs), END};
SHAPE(govuk_breadcrumbs);

static const struct option govuk_pagination_item_options[] = {
    STRING(govuk_pagination_item, number, "number"),
    STRING(govuk_pagination_item, href, "href"),
    STRING(govuk_pagination_item, visually_hidden_text, "visuallyHiddenText"),
    BOOL(govuk_pagination_item, current, "current"),
    BOOL(govuk_pagination_item, ellipsis, "ellipsis"),
    ATTRIBUTES(govuk_pagination_item),
    OMITTED(govuk_pagination_item),
    END};
SHAPE(govuk_pagination_item);

static const struct option govuk_pagination_link_options[] = {
    CONTENT(govuk_pagination_link), STRING(govuk_pagination_link, href, "href"),
    STRING(govuk_pagination_link, label_text, "labelText"), ATTRIBUTES(govuk_pagination_link), END};
SHAPE(govuk_pagination_link);

static const struct option govuk_pagination_options[] = {
    LIST_OF(govuk_pagination, items, "items", govuk_pagination_item),
    STRUCT(govuk_pagination, previous, "previous", govuk_pagination_link),
    STRUCT(govuk_pagination, next, "next", govuk_pagination_link),
    STRING(govuk_pagination, landmark_label, "landmarkLabel"),
    STYLE(govuk_pagination),
    END};
SHAPE(govuk_pagination);

#define LANGUAGE(member, path) STRING(govuk_language_navigation_item, member, path)
static const struct option govuk_language_navigation_item_options[] = {
    CONTENT(govuk_language_navigation_item),
    LANGUAGE(href, "href"),
    LANGUAGE(lang, "lang"),
    LANGUAGE(href_lang, "hrefLang"),
    LANGUAGE(dir, "dir"),
    LANGUAGE(language_description_text, "languageDescriptionText"),
    BOOL(govuk_language_navigation_item, current, "current"),
    STYLE(govuk_language_navigation_item),
    END};
SHAPE(govuk_language_navigation_item);

static const struct option govuk_language_navigation_options[] = {
    LIST_OF(govuk_language_navigation, items, "items", govuk_language_navigation_item),
    STRING(govuk_language_navigation, aria_label, "ariaLabel"), STYLE(govuk_language_navigation), END};
SHAPE(govuk_language_navigation);

static const struct option govuk_service_navigation_item_options[] = {
    CONTENT(govuk_service_navigation_item),
    STRING(govuk_service_navigation_item, href, "href"),
    BOOL(govuk_service_navigation_item, current, "current"),
    BOOL(govuk_service_navigation_item, active, "active"),
    ATTRIBUTES(govuk_service_navigation_item),
    OMITTED(govuk_service_navigation_item),
    END};
SHAPE(govuk_service_navigation_item);

#define NAVIGATION(kind, member, path) OPTION(kind, govuk_service_navigation, member, path, NULL)
static const struct option govuk_service_navigation_options[] = {
    LIST_OF(govuk_service_navigation, navigation, "navigation", govuk_service_navigation_item),
    NAVIGATION(STRING, service_name, "serviceName"),
    NAVIGATION(STRING, service_url, "serviceUrl"),
    NAVIGATION(CHOICE, collapse_navigation_on_mobile, "collapseNavigationOnMobile"),
    NAVIGATION(HTML, slots.start, "slots.start"),
    NAVIGATION(HTML, slots.end, "slots.end"),
    NAVIGATION(HTML, slots.end, "slots.end.html"),
    NAVIGATION(IS_INLINE, slots.end_is_inline, "slots.end.align"),
    NAVIGATION(HTML, slots.navigation_start, "slots.navigationStart"),
    NAVIGATION(HTML, slots.navigation_end, "slots.navigationEnd"),
    NAVIGATION(STRING, aria_label, "ariaLabel"),
    NAVIGATION(STRING, menu_button_text, "menuButtonText"),
    NAVIGATION(STRING, menu_button_label, "menuButtonLabel"),
    NAVIGATION(STRING, navigation_label, "navigationLabel"),
    NAVIGATION(STRING, navigation_id, "navigationId"),
    NAVIGATION(STRING, navigation_classes, "navigationClasses"),
    STYLE(govuk_service_navigation),
    END};
SHAPE(govuk_service_navigation);

/* ---- around the page */

static const struct option govuk_generic_header_options[] = {
    TEXT_AND_HTML(govuk_generic_header, logo, "logo"), STRING(govuk_generic_header, url, "url"),
    STRING(govuk_generic_header, container_classes, "containerClasses"), STYLE(govuk_generic_header), END};
SHAPE(govuk_generic_header);

static const struct option govuk_header_options[] = {
    STRING(govuk_header, homepage_url, "homepageUrl"), STRING(govuk_header, product_name, "productName"),
    STRING(govuk_header, container_classes, "containerClasses"), STYLE(govuk_header), END};
SHAPE(govuk_header);

static const struct option govuk_phase_banner_options[] = {
    CONTENT(govuk_phase_banner), STRUCT(govuk_phase_banner, tag, "tag", govuk_tag), STYLE(govuk_phase_banner), END};
SHAPE(govuk_phase_banner);

static const struct option govuk_footer_link_options[] = {STRING(govuk_footer_link, text, "text"),
                                                          STRING(govuk_footer_link, href, "href"),
                                                          ATTRIBUTES(govuk_footer_link), END};
SHAPE(govuk_footer_link);

static const struct option govuk_footer_section_options[] = {
    STRING(govuk_footer_section, title, "title"), LIST_OF(govuk_footer_section, items, "items", govuk_footer_link),
    NUMBER(govuk_footer_section, columns, "columns"), STRING(govuk_footer_section, width, "width"), END};
SHAPE(govuk_footer_section);

static const struct option govuk_footer_meta_options[] = {
    CONTENT(govuk_footer_meta), STRING(govuk_footer_meta, visually_hidden_title, "visuallyHiddenTitle"),
    LIST_OF(govuk_footer_meta, items, "items", govuk_footer_link), END};
SHAPE(govuk_footer_meta);

static const struct option govuk_footer_options[] = {
    POINTER(govuk_footer, meta, "meta", govuk_footer_meta),
    LIST_OF(govuk_footer, navigation, "navigation", govuk_footer_section),
    STRUCT(govuk_footer, content_licence, "contentLicence", govuk_content),
    OPTION(IS_NULL, govuk_footer, no_content_licence, "contentLicence", NULL),
    STRUCT(govuk_footer, copyright, "copyright", govuk_content),
    STRING(govuk_footer, container_classes, "containerClasses"),
    STYLE(govuk_footer),
    END};
SHAPE(govuk_footer);

static const struct option govuk_feedback_options[] = {
    CONTENT(govuk_feedback), TEXT_AND_HTML(govuk_feedback, title, "title"),
    NUMBER(govuk_feedback, heading_level, "headingLevel"), STYLE(govuk_feedback), END};
SHAPE(govuk_feedback);

#define EXIT(member, path) STRING(govuk_exit_this_page, member, path)
static const struct option govuk_exit_this_page_options[] = {CONTENT(govuk_exit_this_page),
                                                             EXIT(redirect_url, "redirectUrl"),
                                                             EXIT(activated_text, "activatedText"),
                                                             EXIT(timed_out_text, "timedOutText"),
                                                             EXIT(press_two_more_times_text, "pressTwoMoreTimesText"),
                                                             EXIT(press_one_more_time_text, "pressOneMoreTimeText"),
                                                             EXIT(id, "id"),
                                                             STYLE(govuk_exit_this_page),
                                                             END};
SHAPE(govuk_exit_this_page);

static const struct option govuk_cookie_action_options[] = {STRING(govuk_cookie_action, text, "text"),
                                                            STRING(govuk_cookie_action, href, "href"),
                                                            STRING(govuk_cookie_action, type, "type"),
                                                            STRING(govuk_cookie_action, name, "name"),
                                                            STRING(govuk_cookie_action, value, "value"),
                                                            STYLE(govuk_cookie_action),
                                                            END};
SHAPE(govuk_cookie_action);

static const struct option govuk_cookie_message_options[] = {
    CONTENT(govuk_cookie_message),
    TEXT_AND_HTML(govuk_cookie_message, heading, "heading"),
    LIST_OF(govuk_cookie_message, actions, "actions", govuk_cookie_action),
    BOOL(govuk_cookie_message, hidden, "hidden"),
    STRING(govuk_cookie_message, role, "role"),
    STYLE(govuk_cookie_message),
    END};
SHAPE(govuk_cookie_message);

static const struct option govuk_cookie_banner_options[] = {
    STRING(govuk_cookie_banner, aria_label, "ariaLabel"),
    LIST_OF(govuk_cookie_banner, messages, "messages", govuk_cookie_message),
    BOOL(govuk_cookie_banner, hidden, "hidden"), STYLE(govuk_cookie_banner), END};
SHAPE(govuk_cookie_banner);

/* ---- the components by name */

#define COMPONENTS(X)                                                                                                  \
    X(govuk_accordion, "accordion")                                                                                    \
    X(govuk_back_link, "back-link")                                                                                    \
    X(govuk_breadcrumbs, "breadcrumbs")                                                                                \
    X(govuk_cookie_banner, "cookie-banner")                                                                            \
    X(govuk_details, "details")                                                                                        \
    X(govuk_exit_this_page, "exit-this-page")                                                                          \
    X(govuk_feedback, "feedback")                                                                                      \
    X(govuk_footer, "footer")                                                                                          \
    X(govuk_generic_header, "generic-header")                                                                          \
    X(govuk_header, "header")                                                                                          \
    X(govuk_inset_text, "inset-text")                                                                                  \
    X(govuk_language_navigation, "language-navigation")                                                                \
    X(govuk_notification_banner, "notification-banner")                                                                \
    X(govuk_pagination, "pagination")                                                                                  \
    X(govuk_panel, "panel")                                                                                            \
    X(govuk_phase_banner, "phase-banner")                                                                              \
    X(govuk_service_navigation, "service-navigation")                                                                  \
    X(govuk_skip_link, "skip-link")                                                                                    \
    X(govuk_summary_list, "summary-list")                                                                              \
    X(govuk_table, "table")                                                                                            \
    X(govuk_tabs, "tabs")                                                                                              \
    X(govuk_tag, "tag")                                                                                                \
    X(govuk_task_list, "task-list")                                                                                    \
    X(govuk_warning_text, "warning-text")

COMPONENTS(RENDER_OF)

const struct fixture_component fixture_pages[] = {COMPONENTS(ROW_OF){0}};
