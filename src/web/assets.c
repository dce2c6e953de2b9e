#include "web/assets.h"

#include "web/handlers.h"

static const struct asset *find(const char *name) {
    for (size_t i = 0; i < asset_count; i++)
        if (strcmp(assets[i].name, name) == 0)
            return &assets[i];
    return NULL;
}

const char *asset_address(const char *name) {
    const struct asset *asset = find(name);
    return asset == NULL ? NULL : asset->address;
}

/* Compressed once, when the program is built; pages are another matter (compress.h). */
void handle_asset(struct http_request *request, struct http_response *response) {
    const struct asset *asset = find(http_param(request, "name"));
    if (asset == NULL) {
        http_error(request, response, 404, NULL);
        return;
    }
    response->type = asset->type;
    response->fixed = request->gzip ? asset->packed : asset->plain;
    response->fixed_length = request->gzip ? asset->packed_length : asset->plain_length;
    response->cacheable = http_value(&request->query, asset->version) != NULL;
    http_header(request, response, "Vary", "Accept-Encoding");
    if (request->gzip)
        http_header(request, response, "Content-Encoding", "gzip");
}
