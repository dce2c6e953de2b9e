#include "api/api.h"

static const char introduction[] =
    "# The API\n"
    "\n"
    "JSON for scripts, over the same engine and the same gate for reading as the pages. This page is written by "
    "`comity docs api` from the\n"
    "table of routes.\n"
    "\n"
    "- **Who**: `Authorization: Bearer TOKEN`; `comity token --data DIR PERSON` prints one. Without a good one: 401.\n"
    "  Whoever has no account may do what the protocol opens to the public: `GET /procedures` and `POST /records` "
    "without "
    "a token. The answer has a `receipt`: a code\n"
    "  that is the token of whoever sent it, for this one record. It is told once; sent again under the same "
    "`Idempotency-Key`, the same record has one code more.\n"
    "- **Bodies** are JSON objects (`Content-Type: application/json`), at most 1 MiB and 8 levels deep. Unknown "
    "members, duplicate keys and wrong\n"
    "  types are refused with 400. `fields` holds texts by the names of the form; a choice is its `value`, a day "
    "`\"2026-12-29\"`, and a\n"
    "  statement to be ticked is `true`.\n"
    "- **Times** are UTC (`\"2026-12-29T17:00:00Z\"`), days `\"2026-12-29\"`.\n"
    "- **Once only**: every POST takes an `Idempotency-Key` of at most 200 printable characters. The same request "
    "under the same key is done once and\n"
    "  answered the same; another request under it is 409.\n"
    "- **Refused** by the protocol: 422 `{\"refused\": {\"clause\", \"say\", \"cites\": [{\"id\", \"summary\"}]}}`. A "
    "field that is missing or wrong: 422\n"
    "  `{\"errors\": [{\"field\", \"say\"}]}`.\n"
    "- **Everything else that fails**: `{\"error\": {\"code\", \"say\"}}`. What is hidden and what does not exist are "
    "the same 404. The code\n"
    "  `outcome-unknown` (503): the store failed in the midst of saving, and it may have been saved; send it again "
    "under the same key.\n"
    "\n"
    "A form is `[{\"name\", \"label\", \"hint\", \"kind\", \"required\", \"choices\": [{\"value\", \"label\", "
    "\"hint\"}], \"when\": {FIELD: [VALUE, …]}}]`; a field\n"
    "with `when` is asked only while that field has one of those values. Kinds: `text`, `long`, `choice`, `attest`, "
    "`date`, `service`, `person`, `record` (a\n"
    "reference; with `more_choices` only the newest are among the choices).\n"
    "\n"
    "| | |\n"
    "|---|---|\n";

static const char example[] =
    "\n"
    "## A record\n"
    "\n"
    "`ref`, `procedure`, `procedure_title`, `title`, `whole`; `parts`: `[{\"name\", \"title\", \"confidential\", "
    "\"entries\": [{\"field\",\n"
    "\"label\", \"text\", \"version\", \"latest\", \"by\", \"at\"}]}]`, those that this person may read; `linked` "
    "`[{\"ref\", \"procedure\", \"title\", \"state\"}]`, records\n"
    "that name this one or are named by it, if this person sees them. Only if "
    "`whole` is true also: `state`,\n"
    "`state_title`, `status`, `open`, `opened_at`, `opener`, `handler`, `service`, `facts` (fields that belong to no "
    "part), `timeline`\n"
    "`[{\"at\", \"by\", \"power\", \"say\", \"cites\"}]`, `powers` `[{\"name\", \"label\", \"hint\", \"form\", "
    "\"cites\"}]`, `duties`\n"
    "`[{\"name\", \"label\", \"bearer\", \"mine\", \"missed\", \"paused\", \"started_at\", \"due\", \"due_at\", "
    "\"working\", \"late\", \"cites\"}]`, `audience`\n"
    "`[{\"part\", \"title\", \"who\", \"relation\", \"since\", \"cites\"}]` and `told` (notices that were given).\n"
    "\n"
    "## An example\n"
    "\n"
    "```sh\n"
    "token=$(build/comity token --data DIR p-alex-moss)\n"
    "curl -H \"Authorization: Bearer $token\" -H \"Content-Type: application/json\" -H \"Idempotency-Key: bins-1\" \\\n"
    "  -d '{\"procedure\": \"enquiry\", \"fields\": {\"service\": \"s-housing\", \"for\": \"myself\", \"subject\": "
    "\"Damp in Mill Court\",\n"
    "       \"question\": \"When will the survey be done?\", \"purpose\": \"council\"}}' "
    "http://127.0.0.1:8080/api/v1/records\n"
    "```\n";

void api_docs(struct buf *out) {
    buf_adds(out, introduction);
    for (size_t i = 0; i < api_routes.count; i++) {
        const struct route *route = &api_routes.at[i];
        buf_addf(out, "| `%s %s` | %s |\n", route->method == HTTP_GET ? "GET" : "POST", route->path, route->help);
    }
    buf_adds(out, example);
}
