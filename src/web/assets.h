/* assets: the stylesheet and the scripts, which are in the program itself. Private to web. */
#ifndef COMITY_WEB_ASSETS_H
#define COMITY_WEB_ASSETS_H

#include <stddef.h>

/* One file as assets/build.mjs made it; embed.mjs writes the table of them. */
struct asset {
    const char *name, *type;
    const char
        *address; /* "/assets/comity.css?0123456789abcdef": with a hash of the bytes, so that it can be kept forever */
    const char *version;                 /* what stands after the "?" */
    const unsigned char *plain, *packed; /* packed: gzip */
    size_t plain_length, packed_length;
};
extern const struct asset assets[];
extern const size_t asset_count;

/* NULL for a name that there is not. */
const char *asset_address(const char *name);

#endif
