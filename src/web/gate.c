#include "web/gate.h"

#include <strings.h>

static int refuse(int status, const char *say, const char **say_r) {
    *say_r = say;
    return status;
}

/* ---- the first line ---- */

static enum http_method method_of(const char *name) {
    if (strcmp(name, "GET") == 0)
        return HTTP_GET;
    if (strcmp(name, "HEAD") == 0)
        return HTTP_HEAD;
    if (strcmp(name, "POST") == 0)
        return HTTP_POST;
    return HTTP_OTHER;
}

static int check_target(const struct gate_head *head, struct arena *a, struct gate_pass *pass, const char **say_r) {
    if (head->target == NULL || head->target[0] != '/' || text_starts(head->target, "//"))
        return refuse(400, SAID("The address must begin with one slash."), say_r);
    size_t length = strlen(head->target);
    if (length > GATE_TARGET_MOST)
        return refuse(414, SAID("The address is too long."), say_r);
    if (!url_is_plain(head->target))
        return refuse(400, SAID("The address has a character that must be escaped."), say_r);
    size_t path_length = strcspn(head->target, "?");
    pass->path = arena_strndup(a, head->target, path_length);
    if (!url_path(a, head->target, path_length, &pass->pieces))
        return refuse(400, SAID("The address has an empty or broken piece."), say_r);
    if (path_length == length)
        return 0;
    const char *query = head->target + path_length + 1;
    if (!url_pairs(a, query, strlen(query), false, &pass->query, say_r))
        return 400;
    return 0;
}

/* ---- headers ---- */

static bool is_token(const char *name) {
    if (name[0] == '\0')
        return false;
    for (const char *p = name; *p != '\0'; p++) {
        bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9');
        if (!letter && strchr("!#$%&'*+-.^_`|~", *p) == NULL)
            return false;
    }
    return true;
}

static bool is_clean(const char *value) {
    for (const char *p = value; *p != '\0'; p++)
        if (((unsigned char)*p < 0x20 && *p != '\t') || *p == 0x7f)
            return false;
    return text_is_utf8(value, strlen(value));
}

static bool is_host(const char *host) {
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]";
    return host[0] != '\0' && strlen(host) <= 255 && host[strspn(host, allowed)] == '\0';
}

/* Each header that anything here reads: it must not come twice. */
struct known_header {
    const char *name;
    size_t slot; /* where gate_pass keeps it; SIZE_MAX: seen only here */
};
#define SEEN_ONLY SIZE_MAX
static const struct known_header known_headers[] = {
    {"Host", offsetof(struct gate_pass, host)},
    {"Content-Type", offsetof(struct gate_pass, content_type)},
    {"Authorization", offsetof(struct gate_pass, authorization)},
    {"Cookie", offsetof(struct gate_pass, cookie)},
    {"Idempotency-Key", offsetof(struct gate_pass, idempotency_key)},
    {"Origin", offsetof(struct gate_pass, origin)},
    {"Sec-Fetch-Site", offsetof(struct gate_pass, fetch_site)},
    {"Accept-Encoding", offsetof(struct gate_pass, accept_encoding)},
    {"Content-Length", SEEN_ONLY},
    {"Transfer-Encoding", SEEN_ONLY},
    {"Content-Encoding", SEEN_ONLY},
    {"Expect", SEEN_ONLY},
};
enum { CONTENT_LENGTH = 8, TRANSFER_ENCODING, CONTENT_ENCODING, EXPECT };

static int read_headers(const struct gate_head *head, struct gate_pass *pass,
                        const char *values[static LENGTH_OF(known_headers)], const char **say_r) {
    if (head->headers.count > GATE_HEADERS_MOST)
        return refuse(431, SAID("The request has too many headers."), say_r);
    for (size_t i = 0; i < head->headers.count; i++) {
        const struct http_pair *header = &head->headers.at[i];
        if (!is_token(header->name) || !is_clean(header->value))
            return refuse(400, SAID("A header of the request is broken."), say_r);
        for (size_t k = 0; k < LENGTH_OF(known_headers); k++) {
            if (strcasecmp(header->name, known_headers[k].name) != 0)
                continue;
            if (values[k] != NULL)
                return refuse(400, SAID("A header of the request comes twice."), say_r);
            values[k] = header->value;
        }
    }
    for (size_t k = 0; k < LENGTH_OF(known_headers); k++)
        if (known_headers[k].slot != SEEN_ONLY)
            memcpy((char *)pass + known_headers[k].slot, &values[k], sizeof(values[k]));
    return 0;
}

static int check_body(struct gate_pass *pass, const char *const values[static LENGTH_OF(known_headers)],
                      const char **say_r) {
    if (values[TRANSFER_ENCODING] != NULL)
        return refuse(values[CONTENT_LENGTH] != NULL ? 400 : 411,
                      SAID("The request's body must come whole, with its length."), say_r);
    if (values[CONTENT_ENCODING] != NULL)
        return refuse(415, SAID("The request's body must not be compressed."), say_r);
    if (values[EXPECT] != NULL && strcasecmp(values[EXPECT], "100-continue") != 0)
        return refuse(417, SAID("The request expects something that this server does not do."), say_r);
    if (values[CONTENT_LENGTH] == NULL)
        return pass->method == HTTP_POST ? refuse(411, SAID("The request does not say how long its body is."), say_r)
                                         : 0;
    const char *digits = values[CONTENT_LENGTH];
    if (digits[0] == '\0' || digits[strspn(digits, "0123456789")] != '\0')
        return refuse(400, SAID("The length of the request's body is no number."), say_r);
    int64_t length;
    if (!text_to_int(digits, 0, GATE_BODY_READ, &length))
        return refuse(413, SAID("What you sent is larger than 1 MB."), say_r);
    if (length > 0 && (pass->method == HTTP_GET || pass->method == HTTP_HEAD))
        return refuse(400, SAID("A request of this kind has no body."), say_r);
    bool too_long = length > (int64_t)HTTP_BODY_MOST;
    if (!too_long || values[EXPECT] == NULL) /* who asks first whether to send does not send then */
        pass->body_length = (size_t)length;
    return too_long ? refuse(413, SAID("What you sent is larger than 1 MB."), say_r) : 0;
}

int gate_check(const struct gate_head *head, struct arena *a, struct gate_pass *pass_r, const char **say_r) {
    *pass_r = (struct gate_pass){.method = method_of(head->method)};
    if (strcmp(head->version, "HTTP/1.1") != 0 && strcmp(head->version, "HTTP/1.0") != 0)
        return refuse(505, SAID("This version of HTTP is not spoken here."), say_r);
    if (head->broken)
        return refuse(400, SAID("A header of the request is broken."), say_r);
    int status = check_target(head, a, pass_r, say_r);
    const char *values[LENGTH_OF(known_headers)] = {0};
    if (status == 0)
        status = read_headers(head, pass_r, values, say_r);
    if (status == 0 && (pass_r->host == NULL || !is_host(pass_r->host)))
        status = refuse(400, SAID("The request does not name the host that it is for."), say_r);
    if (status == 0)
        status = check_body(pass_r, values, say_r);
    return status;
}

bool gate_is_type(const char *content_type, const char *type) {
    if (content_type == NULL)
        return false;
    size_t length = strcspn(content_type, "; \t");
    if (length != strlen(type) || strncasecmp(content_type, type, length) != 0)
        return false;
    const char *rest = content_type + length + strspn(content_type + length, "; \t");
    return *rest == '\0' || strcasecmp(rest, "charset=utf-8") == 0 || strcasecmp(rest, "charset=\"utf-8\"") == 0;
}
