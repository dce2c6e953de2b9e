/*
 * Functions that nobody here may call: they write past the end, hide an error, or keep state between threads. The
 * compiler refuses them by name. System headers that declare them come first.
 */
#ifndef COMITY_BANNED_H
#define COMITY_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok atoi atol atoll localtime gmtime asctime \
    ctime tmpnam

#endif
