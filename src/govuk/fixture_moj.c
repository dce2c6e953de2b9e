/* The options of the MOJ components. The macros format times themselves: test/govuk/moj.mjs puts what they come to, as
 * day, time and date, beside the options. */
#include "govuk/fixture_options.h"

static const struct option moj_time_options[] = {STRING(moj_time, datetime, "datetime"), STRING(moj_time, text, "text"),
                                                 END};
SHAPE(moj_time);

static const struct option moj_badge_options[] = {CONTENT(moj_badge), BOOL(moj_badge, label, "label"), STYLE(moj_badge),
                                                  END};
SHAPE(moj_badge);

static const struct option moj_button_menu_item_options[] = {CONTENT(moj_button_menu_item),
                                                             STRING(moj_button_menu_item, href, "href"),
                                                             STRING(moj_button_menu_item, type, "type"),
                                                             STRING(moj_button_menu_item, name, "name"),
                                                             STRING(moj_button_menu_item, value, "value"),
                                                             BOOL(moj_button_menu_item, disabled, "disabled"),
                                                             STYLE(moj_button_menu_item),
                                                             END};
SHAPE(moj_button_menu_item);

static const struct option moj_button_menu_options[] = {STRING(moj_button_menu, button_text, "button.text"),
                                                        STRING(moj_button_menu, button_classes, "button.classes"),
                                                        STRING(moj_button_menu, align_menu, "alignMenu"),
                                                        LIST_OF(moj_button_menu, items, "items", moj_button_menu_item),
                                                        STYLE(moj_button_menu),
                                                        END};
SHAPE(moj_button_menu);

static const struct option moj_identity_bar_options[] = {STRUCT(moj_identity_bar, title, "title", govuk_content),
                                                         LIST_OF(moj_identity_bar, menus, "menus", moj_button_menu),
                                                         STYLE(moj_identity_bar), END};
SHAPE(moj_identity_bar);

static const struct option moj_sub_navigation_item_options[] = {
    CONTENT(moj_sub_navigation_item), STRING(moj_sub_navigation_item, href, "href"),
    BOOL(moj_sub_navigation_item, active, "active"), STYLE(moj_sub_navigation_item), END};
SHAPE(moj_sub_navigation_item);

static const struct option moj_sub_navigation_options[] = {
    STRING(moj_sub_navigation, label, "label"), LIST_OF(moj_sub_navigation, items, "items", moj_sub_navigation_item),
    STYLE(moj_sub_navigation), END};
SHAPE(moj_sub_navigation);

static const struct option moj_timeline_item_options[] = {CONTENT(moj_timeline_item),
                                                          STRUCT(moj_timeline_item, label, "label", govuk_content),
                                                          STRUCT(moj_timeline_item, byline, "byline", govuk_content),
                                                          STRUCT(moj_timeline_item, time, "date", moj_time),
                                                          STYLE(moj_timeline_item),
                                                          END};
SHAPE(moj_timeline_item);

static const struct option moj_timeline_options[] = {NUMBER(moj_timeline, heading_level, "headingLevel"),
                                                     LIST_OF(moj_timeline, items, "items", moj_timeline_item),
                                                     STYLE(moj_timeline), END};
SHAPE(moj_timeline);

static const struct option moj_messages_item_options[] = {CONTENT(moj_messages_item),
                                                          STRING(moj_messages_item, id, "id"),
                                                          STRING(moj_messages_item, type, "type"),
                                                          STRING(moj_messages_item, sender, "sender"),
                                                          STRUCT(moj_messages_item, day, "day", moj_time),
                                                          STRUCT(moj_messages_item, time, "time", moj_time),
                                                          END};
SHAPE(moj_messages_item);

static const struct option moj_messages_options[] = {
    STRING(moj_messages, id, "id"), STRING(moj_messages, label, "label"),
    LIST_OF(moj_messages, items, "items", moj_messages_item), STYLE(moj_messages), END};
SHAPE(moj_messages);

static const struct option moj_filter_tag_options[] = {STRING(moj_filter_tag, text, "text"),
                                                       STRING(moj_filter_tag, href, "href"), END};
SHAPE(moj_filter_tag);

static const struct option moj_filter_category_options[] = {
    STRUCT(moj_filter_category, heading, "heading", govuk_content),
    LIST_OF(moj_filter_category, items, "items", moj_filter_tag), END};
SHAPE(moj_filter_category);

static const struct option moj_selected_filters_options[] = {
    STRUCT(moj_selected_filters, heading, "heading", govuk_content),
    STRING(moj_selected_filters, clear_text, "clearLink.text"),
    STRING(moj_selected_filters, clear_href, "clearLink.href"),
    LIST_OF(moj_selected_filters, categories, "categories", moj_filter_category), END};
SHAPE(moj_selected_filters);

static const struct option moj_filter_options[] = {
    STRUCT(moj_filter, heading, "heading", govuk_content),
    POINTER(moj_filter, selected, "selectedFilters", moj_selected_filters),
    STRING(moj_filter, submit_text, "submit.text"),
    PAIRS(moj_filter, submit_attributes, "submit.attributes"),
    HTML(moj_filter, options, "optionsHtml"),
    ATTRIBUTES(moj_filter),
    END};
SHAPE(moj_filter);

static const struct option moj_alert_options[] = {
    CONTENT(moj_alert),
    STRING(moj_alert, variant, "variant"),
    STRING(moj_alert, title, "title"),
    BOOL(moj_alert, show_title_as_heading, "showTitleAsHeading"),
    NUMBER(moj_alert, heading_level, "headingLevel"),
    BOOL(moj_alert, dismissible, "dismissible"),
    BOOL(moj_alert, disable_auto_focus, "disableAutoFocus"),
    STRING(moj_alert, focus_on_dismiss_selector, "focusOnDismissSelector"),
    STRING(moj_alert, dismiss_text, "dismissText"),
    STRING(moj_alert, role, "role"),
    STYLE(moj_alert),
    END};
SHAPE(moj_alert);

/* A sortable table has no macro of its own: it is a GOV.UK table with these attributes. */

static const struct option table_cell_options[] = {CONTENT(govuk_table_cell), CLASSES(govuk_table_cell),
                                                   STRING(govuk_table_cell, format, "format"), END};
static const struct shape table_cell_shape = {sizeof(struct govuk_table_cell), table_cell_options};

static const struct option moj_sortable_column_options[] = {
    STRUCT(moj_sortable_column, cell, "", table_cell),
    OPTION(SORT, moj_sortable_column, sort, "attributes.aria-sort", NULL), END};
SHAPE(moj_sortable_column);

static const struct option moj_sortable_cell_options[] = {
    STRUCT(moj_sortable_cell, cell, "", table_cell),
    STRING(moj_sortable_cell, sort_value, "attributes.data-sort-value"), END};
SHAPE(moj_sortable_cell);

static const struct option moj_sortable_row_options[] = {LIST_OF(moj_sortable_row, cells, "", moj_sortable_cell), END};
SHAPE(moj_sortable_row);

static const struct option moj_sortable_table_options[] = {
    STRING(moj_sortable_table, caption, "caption"),
    STRING(moj_sortable_table, caption_classes, "captionClasses"),
    LIST_OF(moj_sortable_table, head, "head", moj_sortable_column),
    LIST_OF(moj_sortable_table, rows, "rows", moj_sortable_row),
    BOOL(moj_sortable_table, first_cell_is_header, "firstCellIsHeader"),
    STYLE(moj_sortable_table),
    END};
SHAPE(moj_sortable_table);

#define COMPONENTS(X)                                                                                                  \
    X(moj_alert, "moj-alert")                                                                                          \
    X(moj_badge, "moj-badge")                                                                                          \
    X(moj_button_menu, "moj-button-menu")                                                                              \
    X(moj_filter, "moj-filter")                                                                                        \
    X(moj_identity_bar, "moj-identity-bar")                                                                            \
    X(moj_messages, "moj-messages")                                                                                    \
    X(moj_sortable_table, "moj-sortable-table")                                                                        \
    X(moj_sub_navigation, "moj-sub-navigation")                                                                        \
    X(moj_timeline, "moj-timeline")

COMPONENTS(RENDER_OF)

const struct fixture_component fixture_moj[] = {COMPONENTS(ROW_OF){0}};
