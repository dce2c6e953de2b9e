#include "govuk/svg.h"

void svg_number(struct html *out, const char *name, int number) {
    html_text(out, name);
    html_put(out, "=\"");
    html_number(out, number);
    html_put(out, "\" ");
}

/* A name of its own for a piece of the picture: "ID-title". */
static void put_id(struct html *out, const struct svg *svg, const char *piece) {
    html_text(out, svg->id);
    html_text(out, piece);
}

void svg_begin(struct html *out, const struct svg *svg) {
    html_put(out, "<svg role=\"img\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"14\" viewBox=\"0 0 ");
    html_number(out, svg->width);
    html_put(out, " ");
    html_number(out, svg->height);
    html_put(out, "\" ");
    svg_number(out, "width", svg->width);
    svg_number(out, "height", svg->height);
    if (svg->alone) /* within a page it is understood */
        html_put(out, "xmlns=\"http://www.w3.org/2000/svg\" ");
    html_optional(out, "class", svg->classes);
    html_put(out, " aria-labelledby=\"");
    put_id(out, svg, "-title");
    html_put(out, " ");
    put_id(out, svg, "-text");
    html_put(out, "\"><title id=\"");
    put_id(out, svg, "-title");
    html_put(out, "\">");
    html_text(out, svg->title);
    html_put(out, "</title><desc id=\"");
    put_id(out, svg, "-text");
    html_put(out, "\">");
    html_text(out, svg->description);
    html_put(out, "</desc>");
    if (svg->alone)
        html_put(out, "<style>svg{color-scheme:light dark;color:CanvasText;background:Canvas}</style>");
}

void svg_end(struct html *out) {
    html_put(out, "</svg>\n");
}

size_t svg_line(const char *text, size_t letters) {
    size_t length = strlen(text), end = length;
    if (length > letters) {
        for (end = letters; end > 0 && text[end] != ' '; end--)
            ;
        end = end > 0 ? end : strcspn(text, " ");
    }
    return end;
}

void svg_text(struct html *out, int x, int y, const char *anchor, const char *text) {
    html_put(out, "<text fill=\"currentColor\" ");
    html_put(out, "text-anchor=\"");
    html_text(out, anchor);
    html_put(out, "\" ");
    svg_number(out, "x", x);
    svg_number(out, "y", y);
    html_put(out, ">");
    html_text(out, text);
    html_put(out, "</text>");
}
