#include "store/store_private.h"

#define BOTH(name, text) {#name, text, text},
#define EACH(name, sqlite, postgresql) {#name, sqlite, postgresql},

const struct statement_text statement_texts[STATEMENT_COUNT] = {STATEMENTS(BOTH, EACH)};
