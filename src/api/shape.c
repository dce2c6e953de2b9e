#include "api/shape.h"

/* What view_json.c, record_json.c, directory_json.c and act.c write. test/scenario/openapi.test.mjs holds the two
 * together. */
static const struct schema {
    const char *name, *shape, *say;
} schemas[] = {
    {"Cite", "id:string summary:string", "A clause of the protocol."},
    {"Person", "id:string? name:string title:string?",
     "Somebody, as the viewer may be shown them; without an id there is no page of them."},
    {"Reference", "id:string name:string", "A group, a service, a ward or a body."},
    {"Choice", "value:string label:string hint:string?", "One answer of those that a field offers."},
    {"Field",
     "name:string label:string hint:string? "
     "kind:text|long|choice|attest|date|time|service|body|ward|wards|post|person|people|clause|guest|record|part "
     "required:boolean "
     "choices:[Choice] more_choices?:boolean when:{[string]}?",
     "A field of a form. `when`: it is asked only while that field has one of these values."},
    {"Procedure",
     "name:string title:string start:string summary:string menu:string? register:string? allowed:boolean "
     "clause:string? say:string? form:[Field] "
     "cites:[Cite]",
     "What can be begun, or why not."},
    {"Procedures", "procedures:[Procedure]", NULL},
    {"Row",
     "ref:string procedure:string procedure_title:string title:string state:string? state_title:string? open:boolean "
     "opened_at:instant due:day?",
     "A record in a list; its state is null where only parts of it may be read."},
    {"Records", "records:[Row] next:string?", "A page of a list; `next` is the next one's `after`."},
    {"Entry", "field:string label:string text:string version:integer latest:integer by:Person? at:instant",
     "What one field says, in one of its versions."},
    {"Part", "name:string title:string confidential:boolean marked:Mark? cites:[Cite] entries:[Entry]",
     "A part of a record; `cites` say what is to be heeded with what is confidential."},
    {"Mark", "by:Person? at:instant", "Who said, when they were asked, whether a part is confidential."},
    {"Event", "at:instant by:Person? power:string? say:string cites:[Cite]", "Something that happened."},
    {"Power", "name:string label:string hint:string? form:[Field] precedents:string? cites:[Cite]",
     "What this person may do now."},
    {"Offer", "procedure:string start:string field:string cites:[Cite]",
     "What can be begun from this record, which is then named in the field."},
    {"Duty",
     "name:string label:string ref:string record_title:string bearer:string mine:boolean missed:boolean "
     "paused:boolean started_at:instant due:day? due_at:instant? working?:[string] sentence?:string late?:string "
     "cites:[Cite]",
     "Something owed; `working` and what follows only in a record."},
    {"Duties", "duties:[Duty]", NULL},
    {"Audience", "part:string title:string who:string relation:string since:instant cites:[Cite]",
     "Who can read a part, and why they."},
    {"Told", "title:string who:string at:instant cites:[Cite]", "A notice that was given."},
    {"Link", "ref:string procedure:string title:string state:string?",
     "A record that this one names, or that names it."},
    {"Offer", "procedure:string start:string field:string cites:[Cite]",
     "What can be begun with this field naming the record."},
    {"WholeRecord",
     "ref:string procedure:string procedure_title:string title:string whole:true parts:[Part] linked:[Link] "
     "state:string "
     "state_title:string status:string? open:boolean opened_at:instant opener:Person? handler:string? service:string? "
     "facts:[Entry] timeline:[Event] powers:[Power] offers:[Offer] duties:[Duty] audience:[Audience] told:[Told] "
     "receipt?:string invitations?:[Invitation]",
     "A record, to who may see it; with the codes that the act gave, if any."},
    {"PartRecord",
     "ref:string procedure:string procedure_title:string title:string whole:false parts:[Part] linked:[Link]",
     "The parts of a record that one may read who may not see the record."},
    {"Invitation", "name:string code:string",
     "Whom the act invited, and the code of their link, which is told this once."},
    {"HandedOn", "ref:string whole:false invitations?:[Invitation]",
     "A record that the act has taken from who did it."},
    {"Why", "ref:string power:string label:string? allowed:boolean clause:string? say:string cites:[Cite]",
     "Whether a power may be used, and under which clause, or why not."},
    {"Preview", "preview:Prospect", NULL},
    {"Prospect",
     "handler:string? route:Route due:Due? audience:[Reader] later:[Later] open:OpenRequests? earlier:[Row]",
     "What would come of opening a record."},
    {"Route", "cites:[Cite]", "Why it goes to the handler."},
    {"Due", "due:day due_at:instant working:[string] cites:[Cite]", "By when, with each day that was counted."},
    {"Reader", "part:string who:string cites:[Cite]", "Who could read a part."},
    {"Later", "who:string what:string cites:[Cite]", "Who else may be told later."},
    {"OpenRequests", "count:integer cites:[Cite]", "How many open ones the service has from this person."},
    {"Notice", "ref:string title:string say:string at:instant record:string? cites:[Cite]",
     "What this person was told."},
    {"Notices", "notices:[Notice]", NULL},
    {"Tenure",
     "post:string? title:string role:string? organization:Reference? from:day? to:day? now:boolean "
     "restricted:boolean outside:boolean",
     "A post that somebody holds or held, or a place on a body; `outside`: of another organization than the council."},
    {"Contact",
     "id:string name:string title:string? kind:member|officer|other email:string? group:Reference? service:Reference? "
     "ward:Reference? posts:[string]",
     "A person of the directory."},
    {"ContactPage",
     "id:string name:string title:string? kind:member|officer|other email:string? group:Reference? service:Reference? "
     "ward:Reference? posts:[string] manager:Person? tenures:[Tenure]",
     "A person of the directory, with line manager and tenures."},
    {"People", "people:[Contact]", NULL},
    {"Unit", "id:string name:string head_title:string? head:Person? informal:boolean",
     "A group, a service, a ward or a body; one that is informal decides nothing for the council."},
    {"UnitPage", "id:string name:string head_title:string? head:Person? informal:boolean people:[Contact]",
     "The same, with its people."},
    {"Groups", "groups:[Unit]", NULL},
    {"Services", "services:[Unit]", NULL},
    {"Wards", "wards:[Unit]", NULL},
    {"Bodies", "bodies:[Unit]", NULL},
    {"Clause", "id:string kind:string summary:string from:day? to:day? rules:[string]",
     "A clause, and the rules that stand under it."},
    {"Protocol", "council:string title:string code:string? code_address:string? clauses:[Clause]",
     "`code` prevails where the two differ; it can be read at `code_address`."},
    {"Clock", "now:instant duties:integer", "Where the test clock stands, and how many duties fell due."},
    {"Refused", "refused:Refusal", NULL},
    {"Refusal", "clause:string? say:string cites:[Cite] see:string? begin:string?",
     "The protocol does not allow it; `see` is an address to read, `begin` a procedure to begin instead."},
    {"Invalid", "errors:[FieldError]", "Something is missing or wrong."},
    {"FieldError", "field:string say:string", NULL},
    {"Error", "error:Failure", NULL},
    {"Failure", "code:string say:string", "Everything else that fails."},
};

/* ---- reading a shape */

static char *without_mark(struct arena *a, const char *text, size_t length, bool *marked_r) {
    *marked_r = length > 0 && text[length - 1] == '?';
    return arena_strndup(a, text, length - *marked_r);
}

bool shape_next(const char **at, struct arena *a, struct shape_member *member_r) {
    *at += strspn(*at, " ");
    if (**at == '\0')
        return false;
    size_t name_length = strcspn(*at, ":");
    member_r->name = without_mark(a, *at, name_length, &member_r->optional);
    *at += name_length + 1;
    size_t type_length = strcspn(*at, " ");
    member_r->type = without_mark(a, *at, type_length, &member_r->nullable);
    *at += type_length;
    return true;
}

/* ---- writing a schema */

static const struct scalar {
    const char *name, *type, *format;
} scalars[] = {
    {"string", "string", NULL}, {"boolean", "boolean", NULL},       {"integer", "integer", NULL},
    {"day", "string", "date"},  {"instant", "string", "date-time"}, {"null", "null", NULL},
    {"any", NULL, NULL},        {SHAPE_CALENDAR, "string", NULL},
};

static const struct scalar *scalar_of(const char *type) {
    for (size_t i = 0; i < LENGTH_OF(scalars); i++)
        if (strcmp(scalars[i].name, type) == 0)
            return &scalars[i];
    return NULL;
}

static void write_type(struct json *json, struct arena *a, const char *type);

static void write_scalar(struct json *json, const struct scalar *scalar) {
    if (scalar->type != NULL)
        json_pair(json, "type", scalar->type);
    if (scalar->format != NULL)
        json_pair(json, "format", scalar->format);
}

/* An array or a map of what stands between the brackets. */
static void write_inside(struct json *json, struct arena *a, const char *type) {
    bool array = type[0] == '[';
    json_pair(json, "type", array ? "array" : "object");
    json_key(json, array ? "items" : "additionalProperties");
    write_type(json, a, arena_strndup(a, type + 1, strlen(type) - 2));
}

static void write_range(struct json *json, struct arena *a, const char *type) {
    int64_t least = 0, most = 0;
    char **ends = text_split(a, type, '.'); /* "1..100": with an empty piece between */
    text_to_int(ends[0], 0, INT32_MAX, &least);
    text_to_int(ends[2], 0, INT32_MAX, &most);
    json_pair(json, "type", "integer");
    json_pair_number(json, "minimum", least);
    json_pair_number(json, "maximum", most);
}

static void write_either(struct json *json, struct arena *a, char **types) {
    json_key(json, "oneOf");
    json_start_array(json);
    for (; *types != NULL; types++)
        write_type(json, a, *types);
    json_end_array(json);
}

static void write_texts(struct json *json, char **texts) {
    json_pair(json, "type", "string");
    json_key(json, "enum");
    json_start_array(json);
    for (; *texts != NULL; texts++)
        json_text(json, *texts);
    json_end_array(json);
}

static bool is_name(const char *type) {
    return type[0] >= 'A' && type[0] <= 'Z';
}

static void write_word(struct json *json, struct arena *a, const char *type) {
    char **either = text_split(a, type, '|');
    bool many = either[1] != NULL;
    if (scalar_of(type) != NULL) {
        write_scalar(json, scalar_of(type));
    } else if (strcmp(type, "true") == 0 || strcmp(type, "false") == 0) {
        json_key(json, "const");
        json_bool(json, type[0] == 't');
    } else if (strcmp(type, "flag") == 0) {
        write_texts(json, (char *[]){"0", "1", NULL});
    } else if (many && (is_name(either[0]) || scalar_of(either[0]) != NULL)) {
        write_either(json, a, either);
    } else if (is_name(type)) {
        json_pair(json, "$ref", arena_printf(a, "#/components/schemas/%s", type));
    } else {
        write_texts(json, either);
    }
}

static void write_type(struct json *json, struct arena *a, const char *type) {
    json_start_object(json);
    if (type[0] == '[' || type[0] == '{')
        write_inside(json, a, type);
    else if (type[0] >= '0' && type[0] <= '9')
        write_range(json, a, type);
    else
        write_word(json, a, type);
    json_end_object(json);
}

void json_shape_of(struct json *json, struct arena *a, const struct shape_member *member) {
    if (!member->nullable) {
        write_type(json, a, member->type);
        return;
    }
    json_start_object(json);
    write_either(json, a, (char *[]){(char *)(uintptr_t)member->type, "null", NULL});
    json_end_object(json);
}

static void write_object(struct json *json, struct arena *a, const char *shape) {
    struct shape_member member;
    json_pair(json, "type", "object");
    json_key(json, "properties");
    json_start_object(json);
    for (const char *at = shape; shape_next(&at, a, &member);) {
        json_key(json, member.name);
        json_shape_of(json, a, &member);
    }
    json_end_object(json);
    json_key(json, "required");
    json_start_array(json);
    for (const char *at = shape; shape_next(&at, a, &member);)
        if (!member.optional)
            json_text(json, member.name);
    json_end_array(json);
    json_pair_bool(json, "additionalProperties", false);
}

void json_shape(struct json *json, struct arena *a, const char *shape) {
    json_start_object(json);
    write_object(json, a, shape);
    json_end_object(json);
}

void json_shapes(struct json *json, struct arena *a) {
    json_key(json, "schemas");
    json_start_object(json);
    for (size_t i = 0; i < LENGTH_OF(schemas); i++) {
        json_key(json, schemas[i].name);
        json_start_object(json);
        if (schemas[i].say != NULL)
            json_pair(json, "description", schemas[i].say);
        write_object(json, a, schemas[i].shape);
        json_end_object(json);
    }
    json_end_object(json);
}
