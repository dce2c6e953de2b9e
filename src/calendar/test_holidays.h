/* The bank holidays of packs/common/holidays.yaml for this folder's tests, which cannot ask the pack's reader. */
#ifndef COMITY_TEST_HOLIDAYS_H
#define COMITY_TEST_HOLIDAYS_H

#include "calendar/calendar.h"

/* Closes a division's bank holidays ("scotland"); returns how many there are. */
int close_holidays(struct calendar *calendar, const char *division);
/* A London calendar in the arena with the bank holidays of divisions that are separated by spaces. */
struct calendar *calendar_of(struct arena *arena, const char *divisions);
/* The date; the test fails when it is none. */
day date_of(const char *text);
/* As instant_parse; the test fails when it is none. */
instant instant_of(const char *text);

#endif
