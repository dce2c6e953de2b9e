/*
 * A file system that fails when it is told to: an SQLite VFS which passes everything on to the real one. Installed
 * once, before the first store is opened, it serves every SQLite store of the process.
 */
#ifndef COMITY_TEST_FAULTS_H
#define COMITY_TEST_FAULTS_H

#include <stdbool.h>

void faults_install(void);
/* From now on, lets so many writes and syncs pass and fails the others: writes with result (SQLITE_FULL or
 * SQLITE_IOERR_WRITE), syncs as SQLite's own file system does. */
void faults_begin(int pass, int result);
/* Returns how many failed. */
int faults_end(void);
/* Whether something was written to a write-ahead log and not synced after. */
bool faults_unsynced_log(void);

#endif
