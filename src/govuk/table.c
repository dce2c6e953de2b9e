#include "govuk/govuk_private.h"

static const struct govuk_attributes no_more;

static void span_attribute(struct html *out, struct markup start, unsigned count) {
    if (count == 0)
        return;
    html_raw(out, start);
    html_number(out, count);
    html_put(out, "\"");
}

/* The rest of a cell's tag after its first class, its content and its end. format_class comes before the format. */
static void cell_rest(struct html *out, const struct govuk_table_cell *cell, struct markup format_class,
                      const struct govuk_attributes *more, struct markup end) {
    if (govuk_given(cell->format) && format_class.length > 0) {
        html_raw(out, format_class);
        html_text(out, cell->format);
    }
    govuk_open_rest(out, cell->classes, &cell->attributes);
    govuk_attributes(out, more);
    span_attribute(out, MARKUP(" colspan=\""), cell->colspan);
    span_attribute(out, MARKUP(" rowspan=\""), cell->rowspan);
    html_put(out, ">");
    govuk_content(out, cell->text, cell->html);
    html_raw(out, end);
}

void govuk_table_head_cell(struct html *out, const struct govuk_table_cell *cell, const struct govuk_attributes *more) {
    html_put(out, "<th scope=\"col\" class=\"govuk-table__header");
    cell_rest(out, cell, MARKUP(" govuk-table__header--"), more, MARKUP("</th>"));
}

void govuk_table_body_cell(struct html *out, const struct govuk_table_cell *cell, bool is_header,
                           const struct govuk_attributes *more) {
    if (is_header) {
        html_put(out, "<th scope=\"row\" class=\"govuk-table__header");
        cell_rest(out, cell, (struct markup){0}, more, MARKUP("</th>"));
    } else {
        html_put(out, "<td class=\"govuk-table__cell");
        cell_rest(out, cell, MARKUP(" govuk-table__cell--"), more, MARKUP("</td>"));
    }
}

void govuk_table_open(struct html *out, const struct govuk_table *table, const struct govuk_attributes *more) {
    govuk_open(out, "<table class=\"govuk-table", table->classes, &table->attributes);
    govuk_attributes(out, more);
    html_put(out, ">");
    if (govuk_given(table->caption)) {
        html_put(out, "<caption class=\"govuk-table__caption");
        govuk_classes(out, table->caption_classes);
        html_put(out, "\">");
        html_text(out, table->caption);
        html_put(out, "</caption>");
    }
}

void govuk_table_begin(struct html *out, const struct govuk_table *table) {
    govuk_table_open(out, table, &no_more);
    if (table->head.count > 0) {
        html_put(out, "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        for (size_t i = 0; i < table->head.count; i++)
            govuk_table_head_cell(out, &table->head.at[i], &no_more);
        html_put(out, "</tr></thead>");
    }
    html_put(out, "<tbody class=\"govuk-table__body\">");
}

void govuk_table_row(struct html *out, const struct govuk_table *table, const struct govuk_table_row *row) {
    if (row->omit)
        return;
    html_put(out, "<tr class=\"govuk-table__row\">");
    for (size_t i = 0; i < row->cells.count; i++)
        govuk_table_body_cell(out, &row->cells.at[i], i == 0 && table->first_cell_is_header, &no_more);
    html_put(out, "</tr>");
}

void govuk_table_end(struct html *out) {
    html_put(out, "</tbody></table>");
}

void govuk_table(struct html *out, const struct govuk_table *table) {
    govuk_table_begin(out, table);
    for (size_t i = 0; i < table->rows.count; i++)
        govuk_table_row(out, table, &table->rows.at[i]);
    govuk_table_end(out);
}
