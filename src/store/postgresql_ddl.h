#ifndef COMITY_POSTGRESQL_DDL_H
#define COMITY_POSTGRESQL_DDL_H

#include "base/base.h"

/* Appends a step of schema.h in PostgreSQL's words, as that file's comment says. */
void postgresql_ddl(const char *step, struct buf *sql);

#endif
