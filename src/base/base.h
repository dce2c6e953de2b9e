/*
 * base: what every other folder stands on, and nothing that knows of councils.
 *
 *   struct arena   memory that is freed all at once, with callbacks for what is not memory
 *   struct buf     a byte string that grows; base for HTML, JSON and text output
 *   struct clock   the time in UTC seconds, real or set by a test
 *   struct rng     random references and tokens, real or seeded by a test
 *   struct json    a streaming JSON writer over a buf
 *   text_*         checks and conversions of strings
 *   struct language  texts in other languages than the code's
 *
 * Allocation failure ends the process (see arena_alloc): a server that has run out of memory can keep no promise, and
 * what was acknowledged is already on disk.
 */
#ifndef COMITY_BASE_H
#define COMITY_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/banned.h"

#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))
#define LENGTH_OF(array) (sizeof(array) / sizeof((array)[0]))

/* ---- arena
 * ------------------------------------------------------------------------------------------------------------ */

struct arena;

struct arena *arena_new(void);
/* Runs the callbacks, newest first, frees everything and clears the caller's pointer. NULL is allowed. */
void arena_free(struct arena **arena);
/* As arena_free, but the arena can be used again; keeps the newest block, so that soon no request costs a malloc. */
void arena_reset(struct arena *arena);
/* Zeroed, aligned for any type, never NULL: the process ends with a message when there is no memory. */
void *arena_alloc(struct arena *arena, size_t size);
/* As arena_alloc, but not zeroed: for what is written over at once. */
void *arena_bytes(struct arena *arena, size_t size);
/* As arena_alloc for count elements; a product that overflows ends the process. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Called with arg when the arena is reset or freed. */
void arena_on_reset(struct arena *arena, void (*run)(void *arg), void *arg);
/* A copy; NULL gives NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
char *arena_vprintf(struct arena *arena, const char *format, va_list args) PRINTF_LIKE(2, 0);
/* The texts one after the other, until a NULL: a fraction of the time that arena_printf takes with "%s%s". */
char *arena_join(struct arena *arena, ...) __attribute__((sentinel));

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))

/* Sets *error_r to a formatted sentence and returns false, so that a function can end with `return fail(…)`. */
bool fail(struct arena *arena, const char **error_r, const char *format, ...) PRINTF_LIKE(3, 4);

/* ---- list: an array that grows in an arena
 * ------------------------------------------------------------------------------- */

/* struct { LIST(const char *) names; } s = {0};  LIST_ADD(arena, &s.names, "x");  s.names.at[0], s.names.count */
#define LIST(...)                                                                                                      \
    struct {                                                                                                           \
        __VA_ARGS__ *at;                                                                                               \
        size_t count, room;                                                                                            \
    }
#define LIST_ADD(arena, list, value)                                                                                   \
    do {                                                                                                               \
        if ((list)->count == (list)->room)                                                                             \
            (list)->at = list_grow((arena), (list)->at, &(list)->room, sizeof(*(list)->at));                           \
        (list)->at[(list)->count++] = (value);                                                                         \
    } while (0)
void *list_grow(struct arena *arena, void *at, size_t *room, size_t size);

/* ---- buf
 * -------------------------------------------------------------------------------------------------------------- */

/* Starts as {0} (malloc) or {.arena = a}. data is always NUL-terminated once something was added. */
struct buf {
    char *data;
    size_t length, room;
    struct arena *arena;
};

void buf_add(struct buf *buf, const void *bytes, size_t length);
void buf_adds(struct buf *buf, const char *text);
void buf_addc(struct buf *buf, char c);
void buf_addf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);
/* Decimal, with zeros before it up to so many digits (at most 20). */
void buf_add_number(struct buf *buf, int64_t number, int digits);
/* The text so far; "" when empty. */
const char *buf_text(const struct buf *buf);
void buf_clear(struct buf *buf);
/* Frees what malloc gave (nothing with an arena). */
void buf_free(struct buf *buf);

/* ---- language: the code has its texts in English, texts/CODE.po has them in another language
 * ---------------------------------------------------------------------------------------------- */

struct language; /* where one is taken, NULL is English */

/* The text in that language; as it is when the catalogue has not got it. script/texts finds all that stand in calls of
 * this, so english is a literal, or a name for what stands in SAID. */
const char *text_say(const struct language *in, const char *english) __attribute__((format_arg(2)));
/* Marks a text of a table, which text_say is given later. */
#define SAID(english) english
/* Of what was made of format, in which only %s stands for something, and kept in English: what stands in the place of
 * each, ending with NULL; NULL when it was made otherwise. */
const char **text_kept(struct arena *arena, const char *format, const char *kept);
/* The same in that language, of a format that has one %s or none; what was made otherwise stays as it is. */
const char *text_say_kept(const struct language *in, struct arena *arena, const char *format, const char *kept);
/* NULL when there is none of that code, as for "en". */
const struct language *language_find(const char *code);
const char *language_code(const struct language *language); /* BCP 47 */
const char *language_name(const struct language *language); /* in itself */

/* ---- clock
 * ------------------------------------------------------------------------------------------------------------ */

/* UTC, whole seconds since 1970. Every time in the program is one of these; zones are the calendar's business. */
typedef int64_t instant;
#define INSTANT_NONE INT64_MIN

struct clock;

struct clock *clock_new_real(void);
/* A clock that stands at start until clock_set moves it. */
struct clock *clock_new_test(instant start);
void clock_free(struct clock **clock);
instant clock_now(const struct clock *clock);
bool clock_is_test(const struct clock *clock);
/* Test clocks only; never backwards. Returns false and changes nothing otherwise. Safe from any thread. */
bool clock_set(struct clock *clock, instant to);

/* "2026-12-18T10:00:00Z" <-> instant. Reading takes "2026-12-18T10:00", with or without seconds (a fraction of
 * them is dropped), "Z" or an offset; without either it is UTC. False on anything else, dates that do not exist among
 * them. */
bool instant_parse(const char *text, instant *instant_r);
char *instant_format(struct arena *arena, instant at);

/* ---- rng
 * -------------------------------------------------------------------------------------------------------------- */

struct rng;

struct rng *rng_new_real(void);
/* The same bytes for the same seed: only for tests and demos, never for a secret of a real council. */
struct rng *rng_new_seeded(uint64_t seed);
void rng_free(struct rng **rng);
/* The source for one request. The real one is itself; a seeded one gives a stream of its own for each label, so that
 * what happens elsewhere changes nothing here: two histories that differ in one record have the same references on all
 * the others. Lives as long as the arena. */
struct rng *rng_branch(struct rng *rng, struct arena *arena, const char *label);
/* Safe from any thread. */
void rng_bytes(struct rng *rng, void *to, size_t length);
/* "PREFIX-7QK4-2M9D": eight symbols of Crockford's base 32, 40 bits. The caller checks that it is unused. */
char *rng_reference(struct rng *rng, struct arena *arena, const char *prefix);
/* "7QK4-2M9D-X3TA-90VE": a secret to write down, to type and to read aloud; sixteen of those symbols, 80 bits. */
char *rng_code(struct rng *rng, struct arena *arena);
/* length random bytes as unpadded URL-safe base 64. */
char *rng_token(struct rng *rng, struct arena *arena, size_t length);

/* ---- json
 * ------------------------------------------------------------------------------------------------------------- */

/* Writes compact JSON. Commas are put by the writer; nesting up to 62. Strings that are not UTF-8 have their bad bytes
 * replaced by U+FFFD. */
struct json {
    struct buf *buf;
    uint64_t has_member; /* a bit for each depth */
    unsigned depth;
    bool after_key;
};

void json_start_object(struct json *json);
void json_end_object(struct json *json);
void json_start_array(struct json *json);
void json_end_array(struct json *json);
void json_key(struct json *json, const char *key);
/* NULL writes null. (json_string and json_null are Jansson's names, and linking both would call the wrong one.) */
void json_text(struct json *json, const char *text);
void json_number(struct json *json, int64_t number);
void json_bool(struct json *json, bool value);
void json_none(struct json *json);
/* Bytes that are JSON already. */
void json_raw(struct json *json, const char *text);
/* key and value at once. */
void json_pair(struct json *json, const char *key, const char *text);
void json_pair_number(struct json *json, const char *key, int64_t number);
void json_pair_bool(struct json *json, const char *key, bool value);

/* ---- icalendar
 * -------------------------------------------------------------------------------------------------------------- */

struct ical_event {
    const char *uid, *summary;
    instant stamp, start, end; /* stamp: since when this holds; end: INSTANT_NONE where nobody knows */
    const char *day;           /* "2026-12-18": it is all of that day, and start and end say nothing; NULL: they do */
};
/* A calendar (RFC 5545), event by event: times in UTC, texts escaped, long lines folded. */
void ical_begin(struct buf *out);
void ical_add(struct buf *out, const struct ical_event *event);
void ical_end(struct buf *out);
/* A calendar with that one event. */
void ical_event(struct buf *out, const struct ical_event *event);

/* ---- text
 * ------------------------------------------------------------------------------------------------------------- */

/* NULL-safe equality: two NULLs are equal. */
bool text_equal(const char *a, const char *b);
bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *suffix);
/* NULL or "". */
bool text_empty(const char *text);
bool text_is_utf8(const char *text, size_t length);
/* A copy without white space at the ends, CRLF as LF, no other control characters but tab and LF. */
char *text_clean(struct arena *arena, const char *text);
/* Decimal, the whole string, within the limits. */
bool text_to_int(const char *text, int64_t least, int64_t most, int64_t *number_r);
/* Splits at each separator; empty pieces are kept. Returns an array that ends with NULL. */
char **text_split(struct arena *arena, const char *text, char separator);
/* "head-of-housing" for "Head of Housing": a to z, 0 to 9 and single hyphens. */
char *text_slug(struct arena *arena, const char *text);
/* Lower-case hex. */
char *text_hex(struct arena *arena, const uint8_t *bytes, size_t length);
/* SHA-256 of the bytes in hex. */
char *text_sha256(struct arena *arena, const void *bytes, size_t length);
/* BLAKE2b-256 of the bytes in hex: as good, and several times quicker, for what nobody but us looks at. */
char *text_digest(struct arena *arena, const void *bytes, size_t length);

/* Compressed (zlib) and written as base 64, for what is kept long and read seldom. */
char *text_squeeze(struct arena *arena, const char *text);
/* The text again; NULL when it was not made by text_squeeze, or is larger than limit bytes. */
char *text_unsqueeze(struct arena *arena, const char *squeezed, size_t limit);

/* A whole file of at most limit bytes, with a NUL after it. */
bool file_read(struct arena *arena, const char *path, size_t limit, char **data_r, size_t *length_r,
               const char **error_r);

#endif
