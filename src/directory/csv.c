#include "directory/csv.h"

#include <strings.h>

struct reader {
    struct arena *a;
    const char *at, *end;
    int line;
    const char **error_r;
};

typedef LIST(const char *) fields;

static bool at_line_end(const struct reader *reader) {
    const char *at = reader->at;
    return at == reader->end || *at == '\n' || (*at == '\r' && at + 1 < reader->end && at[1] == '\n');
}

static void skip_line_end(struct reader *reader) {
    if (reader->at < reader->end && *reader->at == '\r')
        reader->at++;
    if (reader->at < reader->end && *reader->at == '\n')
        reader->at++;
    reader->line++;
}

static bool read_quoted(struct reader *reader, struct buf *field) {
    int from = reader->line;
    reader->at++;
    for (;;) {
        if (reader->at == reader->end)
            return fail(reader->a, reader->error_r, "Line %d: a quoted field does not end.", from);
        char c = *reader->at++;
        if (c == '"') {
            if (reader->at == reader->end || *reader->at != '"')
                break;
            reader->at++;
        }
        reader->line += c == '\n';
        buf_addc(field, c);
    }
    if (!at_line_end(reader) && *reader->at != ',')
        return fail(reader->a, reader->error_r, "Line %d: only a comma may follow a quoted field.", reader->line);
    return true;
}

static bool read_plain(struct reader *reader, struct buf *field) {
    for (; reader->at < reader->end && *reader->at != ',' && !at_line_end(reader); reader->at++) {
        if (*reader->at == '"')
            return fail(reader->a, reader->error_r, "Line %d: a field with a quote in it must be quoted.",
                        reader->line);
        if (*reader->at == '\r')
            return fail(reader->a, reader->error_r, "Line %d: a carriage return without a line feed.", reader->line);
        buf_addc(field, *reader->at);
    }
    return true;
}

static bool read_field(struct reader *reader, const char **field_r) {
    struct buf field = {.arena = reader->a};
    int line = reader->line;
    bool quoted = reader->at < reader->end && *reader->at == '"';
    if (!(quoted ? read_quoted(reader, &field) : read_plain(reader, &field)))
        return false;
    const char *text = buf_text(&field);
    if (strlen(text) != field.length || !text_is_utf8(text, field.length))
        return fail(reader->a, reader->error_r, "Line %d: this is not UTF-8 text. Save the file as CSV UTF-8.", line);
    *field_r = text_clean(reader->a, text);
    return true;
}

static bool read_record(struct reader *reader, fields *fields_r) {
    *fields_r = (fields){0};
    for (;;) {
        const char *field = NULL;
        if (!read_field(reader, &field))
            return false;
        if (fields_r->count == CSV_FIELDS_MOST)
            return fail(reader->a, reader->error_r, "Line %d: more than %d fields.", reader->line, CSV_FIELDS_MOST);
        LIST_ADD(reader->a, fields_r, field);
        if (at_line_end(reader))
            break;
        reader->at++;
    }
    skip_line_end(reader);
    return true;
}

static void skip_empty_lines(struct reader *reader) {
    while (reader->at < reader->end && at_line_end(reader))
        skip_line_end(reader);
}

static bool read_columns(struct reader *reader, struct csv_table *table_r) {
    int line = reader->line;
    fields names;
    if (!read_record(reader, &names))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        if (names.at[i][0] == '\0')
            return fail(reader->a, reader->error_r, "Line %d: column %zu has no name.", line, i + 1);
        for (size_t j = 0; j < i; j++)
            if (strcasecmp(names.at[i], names.at[j]) == 0)
                return fail(reader->a, reader->error_r, "Line %d: two columns are named \"%s\".", line, names.at[i]);
        LIST_ADD(reader->a, &table_r->columns, names.at[i]);
    }
    return true;
}

bool csv_read(struct arena *a, const char *csv, size_t length, struct csv_table *table_r, const char **error_r) {
    struct reader reader = {.a = a, .at = csv, .end = csv + length, .line = 1, .error_r = error_r};
    *table_r = (struct csv_table){0};
    if (length >= 3 && memcmp(csv, "\xef\xbb\xbf", 3) == 0)
        reader.at += 3;
    skip_empty_lines(&reader);
    if (reader.at == reader.end)
        return fail(a, error_r, "Line 1: the file is empty. Its first line must name the columns.");
    if (!read_columns(&reader, table_r))
        return false;
    for (skip_empty_lines(&reader); reader.at < reader.end; skip_empty_lines(&reader)) {
        struct csv_record record = {.line = reader.line};
        fields found;
        if (!read_record(&reader, &found))
            return false;
        if (found.count != table_r->columns.count)
            return fail(a, error_r, "Line %d: %zu fields, but the header line names %zu columns.", record.line,
                        found.count, table_r->columns.count);
        record.fields = found.at;
        LIST_ADD(a, &table_r->records, record);
    }
    return true;
}

const char *csv_field(const struct csv_table *table, const struct csv_record *record, const char *column) {
    for (size_t i = 0; i < table->columns.count; i++)
        if (strcasecmp(table->columns.at[i], column) == 0)
            return record->fields[i][0] == '\0' ? NULL : record->fields[i];
    return NULL;
}
