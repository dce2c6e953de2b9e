#include "govuk/gallery.h"

static const struct {
    const char *id, *title;
    const struct specimen *specimens;
} groups[] = {
    {"fields", "Fields of forms", gallery_fields},
    {"content", "Content", gallery_content},
    {"lists", "Lists, tables and sections", gallery_lists},
    {"around", "Around the page", gallery_around},
    {"moj", "From MOJ Frontend", gallery_moj},
};

static void contents(struct html *out) {
    html_put(out, "<nav aria-label=\"Contents\"><ul class=\"govuk-list\">");
    for (size_t i = 0; i < LENGTH_OF(groups); i++) {
        html_put(out, "<li><a class=\"govuk-link\" href=\"#");
        html_text(out, groups[i].id);
        html_put(out, "\">");
        html_text(out, groups[i].title);
        html_put(out, "</a></li>");
    }
    html_put(out, "</ul></nav>");
}

static void specimen_of(struct html *out, const struct specimen *specimen) {
    html_put(out, "<section class=\"comity-specimen\"><h3 class=\"govuk-heading-m\">");
    html_text(out, specimen->title);
    html_put(out, "</h3><p class=\"govuk-body-s\"><code>");
    html_text(out, specimen->function);
    html_put(out, "</code></p>");
    specimen->draw(out);
    html_put(out, "</section>");
}

void gallery_draw(struct html *out) {
    contents(out);
    for (size_t i = 0; i < LENGTH_OF(groups); i++) {
        html_put(out, "<h2 class=\"govuk-heading-l\"");
        html_attribute(out, "id", groups[i].id);
        html_put(out, ">");
        html_text(out, groups[i].title);
        html_put(out, "</h2>");
        for (const struct specimen *specimen = groups[i].specimens; specimen->title != NULL; specimen++)
            specimen_of(out, specimen);
    }
}
