#include "cli/cli.h"
#include "govuk/html.h"
#include "pack/told.h"

/* ---- as HTML, for print: a document that stands alone */

static const struct {
    const char *tag, *classes;
} elements[] = {
    [PACK_TEXT_TITLE] = {"h1", NULL}, [PACK_TEXT_SECTION] = {"h2", NULL},       [PACK_TEXT_CLAUSE] = {"h3", NULL},
    [PACK_TEXT_ITEM] = {"h4", NULL},  [PACK_TEXT_PARAGRAPH] = {"p", NULL},      [PACK_TEXT_POINT] = {"p", NULL},
    [PACK_TEXT_RULE] = {"p", "rule"}, [PACK_TEXT_POINT_OF_RULE] = {"dd", NULL},
};

static void draw_block(struct html *out, const struct pack_text_block *block) {
    if (block->kind == PACK_TEXT_POINT_OF_RULE) {
        html_element(out, "dt", NULL, block->strong);
        html_element(out, "dd", NULL, block->text);
        return;
    }
    html_begin(out, elements[block->kind].tag, elements[block->kind].classes);
    if (block->strong != NULL)
        html_element(out, "strong", NULL, block->strong);
    if (block->strong != NULL && block->text != NULL)
        html_put(out, ": ");
    html_text(out, block->text);
    html_end(out, elements[block->kind].tag);
}

static void draw(struct html *out, const struct pack *pack, const struct pack_text *text) {
    bool listing = false;
    html_put(out, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html_element(out, "title", NULL, pack->title);
    html_put(out,
             "<style>body{font:1rem/1.5 Arial,Helvetica,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
             "h3,h4,.rule{break-after:avoid}.rule{margin:1rem 0 0}dl{margin:0 0 0 1.5rem}dt{font-style:italic}"
             "dd{margin:0 0 .25rem 1.5rem}@media print{body{font-size:10pt;margin:0;max-width:none}}</style>"
             "</head><body><main>");
    for (size_t i = 0; i < text->list.count; i++) {
        bool listed = text->list.at[i].kind == PACK_TEXT_POINT_OF_RULE;
        if (listed && !listing)
            html_put(out, "<dl>");
        if (!listed && listing)
            html_put(out, "</dl>");
        listing = listed;
        draw_block(out, &text->list.at[i]);
    }
    if (listing)
        html_put(out, "</dl>");
    html_put(out, "</main></body></html>\n");
}

static int run_explain(struct cli *cli) {
    const struct pack *pack;
    const char *error = NULL;
    struct pack_text text;
    if (!cli_pack(cli, cli->operands[0], &pack, &error))
        return cli_failed(cli, error);
    pack_explain(pack, cli->a, &text);
    if (cli_flag(cli, "html")) {
        struct html out = HTML_IN(cli->a);
        draw(&out, pack, &text);
        return cli_print(cli, &out.buf);
    }
    struct buf out = {.arena = cli->a};
    pack_text_markdown(&text, &out);
    return cli_print(cli, &out);
}

const struct command command_pack_explain = {
    .name = "pack explain",
    .summary = "write a pack as a document to read and sign",
    .operands = "PACK",
    .operands_least = 1,
    .operands_most = 1,
    .options = {{"html", NULL, "a page to print, instead of Markdown"}, CLI_PACKS_OPTION},
    .details =
        "By clause, and under each what the program does because of it: who may do what, when and by what date, who\n"
        "is told, and who can read what. The words of its pages follow, and last a place for the signature of whoever\n"
        "answers for the protocol.\n"
        "PACK is a pack's name, or the path of its folder.",
    .run = run_explain,
};
