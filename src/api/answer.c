#include "api/api_private.h"

struct json api_begin(struct http_response *response, int status) {
    response->status = status;
    response->type = "application/json";
    return (struct json){.buf = &response->body};
}

void api_unread(struct http_request *request, struct http_response *response) {
    http_error(request, response, 503, "The council's data could not be read. Try again in a moment.");
}
