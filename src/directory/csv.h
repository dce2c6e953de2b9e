/*
 * CSV as RFC 4180 has it, read strictly: a header line, then records of as many fields. A byte order mark and empty
 * lines are skipped, lines end with CRLF or LF, the text is UTF-8.
 */
#ifndef COMITY_CSV_H
#define COMITY_CSV_H

#include "base/base.h"

#define CSV_FIELDS_MOST 64

struct csv_record {
    int line;            /* on which it begins */
    const char **fields; /* as many as the table has columns */
};

struct csv_table {
    LIST(const char *) columns; /* distinct whatever their case, none empty */
    LIST(struct csv_record) records;
};

/* Errors name the line. The table lives in the arena. */
bool csv_read(struct arena *a, const char *csv, size_t length, struct csv_table *table_r, const char **error_r);
/* The field of the named column, whatever its case; NULL when there is no such column or the field is empty. */
const char *csv_field(const struct csv_table *table, const struct csv_record *record, const char *column);

#endif
