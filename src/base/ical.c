#include "base/base.h"

#define LINE_OCTETS_MOST 75 /* RFC 5545, 3.1: without the line break */

/* A backslash, a semicolon and a comma mean something in a text, and a line break ends it (RFC 5545, 3.3.11). */
static void add_text(struct buf *line, const char *text) {
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '\n')
            buf_adds(line, "\\n");
        else if (c == '\\' || c == ';' || c == ',')
            buf_addf(line, "\\%c", c);
        else if (c >= ' ' && c != 0x7f)
            buf_addc(line, *text);
    }
}

/* Goes on in a line that begins with a space, never within a character. */
static void add_folded(struct buf *out, const char *line, size_t length) {
    size_t most = LINE_OCTETS_MOST;
    while (length > most) {
        size_t cut = most;
        while (cut > most - 4 && ((unsigned char)line[cut] & 0xc0) == 0x80)
            cut--;
        buf_add(out, line, cut);
        buf_adds(out, "\r\n ");
        line += cut;
        length -= cut;
        most = LINE_OCTETS_MOST - 1; /* the space counts */
    }
    buf_add(out, line, length);
    buf_adds(out, "\r\n");
}

static void add_line(struct buf *out, const char *name, const char *text) {
    struct buf line = {0};
    buf_addf(&line, "%s:", name);
    add_text(&line, text);
    add_folded(out, line.data, line.length);
    buf_free(&line);
}

/* "20261218T100000Z" */
static void add_time(struct buf *out, const char *name, instant at) {
    struct arena *a = arena_new();
    struct buf basic = {.arena = a};
    for (const char *c = instant_format(a, at); *c != '\0'; c++)
        if (*c != '-' && *c != ':')
            buf_addc(&basic, *c);
    add_line(out, name, buf_text(&basic));
    arena_free(&a);
}

/* "20261218" */
static void add_day(struct buf *out, const char *name, const char *day) {
    struct buf basic = {0};
    for (; *day != '\0'; day++)
        if (*day != '-')
            buf_addc(&basic, *day);
    add_line(out, name, buf_text(&basic));
    buf_free(&basic);
}

void ical_begin(struct buf *out) {
    buf_adds(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Comity//Member Contact Centre//EN\r\n");
}

void ical_add(struct buf *out, const struct ical_event *event) {
    buf_adds(out, "BEGIN:VEVENT\r\n");
    add_line(out, "UID", event->uid);
    add_time(out, "DTSTAMP", event->stamp);
    if (event->day != NULL) { /* without an end it is that day (RFC 5545, 3.6.1) */
        add_day(out, "DTSTART;VALUE=DATE", event->day);
        buf_adds(out, "TRANSP:TRANSPARENT\r\n"); /* something due takes no time */
    } else {
        add_time(out, "DTSTART", event->start);
        if (event->end != INSTANT_NONE)
            add_time(out, "DTEND", event->end);
    }
    add_line(out, "SUMMARY", event->summary);
    buf_adds(out, "END:VEVENT\r\n");
}

void ical_end(struct buf *out) {
    buf_adds(out, "END:VCALENDAR\r\n");
}

void ical_event(struct buf *out, const struct ical_event *event) {
    ical_begin(out);
    ical_add(out, event);
    ical_end(out);
}
