#include "base/base.h"

static void before_value(struct json *json) {
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    uint64_t bit = UINT64_C(1) << json->depth;
    if (json->has_member & bit)
        buf_addc(json->buf, ',');
    json->has_member |= bit;
}

static void start(struct json *json, char bracket) {
    before_value(json);
    buf_addc(json->buf, bracket);
    if (json->depth >= 62)
        abort();
    json->depth++;
    json->has_member &= ~(UINT64_C(1) << json->depth);
}

static void end(struct json *json, char bracket) {
    json->depth--;
    buf_addc(json->buf, bracket);
}

void json_start_object(struct json *json) {
    start(json, '{');
}

void json_end_object(struct json *json) {
    end(json, '}');
}

void json_start_array(struct json *json) {
    start(json, '[');
}

void json_end_array(struct json *json) {
    end(json, ']');
}

/* The length of the UTF-8 sequence at p, 0 when it is malformed (RFC 3629). */
static size_t sequence(const unsigned char *p, size_t left) {
    if (p[0] < 0x80)
        return 1;
    size_t length = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || left < length)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf0 && p[1] < 0x90) ||
        (p[0] == 0xf4 && p[1] > 0x8f))
        return 0;
    return length;
}

bool text_is_utf8(const char *text, size_t length) {
    const unsigned char *p = (const unsigned char *)text, *stop = p + length;
    while (p < stop) {
        size_t step = sequence(p, (size_t)(stop - p));
        if (step == 0)
            return false;
        p += step;
    }
    return true;
}

static void quoted(struct buf *buf, const char *text) {
    const unsigned char *p = (const unsigned char *)text, *stop = p + strlen(text), *from = p;
    buf_addc(buf, '"');
    while (p < stop) {
        size_t step = sequence(p, (size_t)(stop - p));
        if (step == 1 && *p >= 0x20 && *p != '"' && *p != '\\') {
            p++;
            continue;
        }
        if (step > 1) {
            p += step;
            continue;
        }
        buf_add(buf, from, (size_t)(p - from));
        switch (step == 0 ? 0 : *p) {
        case '"':
            buf_adds(buf, "\\\"");
            break;
        case '\\':
            buf_adds(buf, "\\\\");
            break;
        case '\n':
            buf_adds(buf, "\\n");
            break;
        default:
            buf_addf(buf, "\\u%04x", step == 0 ? 0xfffdU : (unsigned)*p);
        }
        from = ++p;
    }
    buf_add(buf, from, (size_t)(p - from));
    buf_addc(buf, '"');
}

void json_key(struct json *json, const char *key) {
    before_value(json);
    quoted(json->buf, key);
    buf_addc(json->buf, ':');
    json->after_key = true;
}

void json_text(struct json *json, const char *text) {
    if (text == NULL) {
        json_none(json);
        return;
    }
    before_value(json);
    quoted(json->buf, text);
}

void json_number(struct json *json, int64_t number) {
    before_value(json);
    buf_addf(json->buf, "%lld", (long long)number);
}

void json_bool(struct json *json, bool value) {
    json_raw(json, value ? "true" : "false");
}

void json_none(struct json *json) {
    json_raw(json, "null");
}

void json_raw(struct json *json, const char *text) {
    before_value(json);
    buf_adds(json->buf, text);
}

void json_pair(struct json *json, const char *key, const char *text) {
    json_key(json, key);
    json_text(json, text);
}

void json_pair_number(struct json *json, const char *key, int64_t number) {
    json_key(json, key);
    json_number(json, number);
}

void json_pair_bool(struct json *json, const char *key, bool value) {
    json_key(json, key);
    json_bool(json, value);
}
