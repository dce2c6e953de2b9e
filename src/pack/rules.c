#include "pack/node_private.h"
#include "pack/told.h"

/* Where the rules are put while they are gathered. */
struct gathering {
    struct arena *a;
    const struct language *in;
    const struct procedure *procedure;
    const struct node *tree; /* of the procedure */
    struct rules *rules;
};

/* A title out of what the pack calls something. */
static const char *about(struct gathering *g, const char *format, const char *called) {
    return arena_printf(g->a, text_say(g->in, format), arena_printf(g->a, "“%s”", called));
}

/* name: "power answer"; title: what people call it. */
static struct rule *add(struct gathering *g, struct cites cites, const char *name, const char *title) {
    const struct procedure *of = g->procedure;
    struct rule rule = {.procedure = of,
                        .name = of == NULL ? name : arena_printf(g->a, "%s: %s", of->name, name),
                        .title = title,
                        .cites = cites};
    LIST_ADD(g->a, &g->rules->list, rule);
    return &g->rules->list.at[g->rules->list.count - 1];
}

/* ---- things that have names: `in` is what the pack's errors call the mapping */

static struct rule *add_named(struct gathering *g, struct cites cites, const char *kind, const char *name,
                              const char *title) {
    static const struct {
        const char *kind, *list, *in;
    } kinds[] = {{"part", "parts", "a part"},
                 {"state", "states", "a state"},
                 {"power", "powers", "a power"},
                 {"duty", "duties", "a duty"},
                 {"notice", "notices", "a notice"}};
    struct rule *rule = add(g, cites, arena_printf(g->a, "%s %s", kind, name), title);
    for (size_t i = 0; i < LENGTH_OF(kinds); i++) {
        if (!text_equal(kinds[i].kind, kind))
            continue;
        rule->in = kinds[i].in;
        rule->node = node_get(node_get(g->tree, kinds[i].list), name);
    }
    return rule;
}

/* ---- things that have none are told by where they stand, and counted where there are several */

static const struct node *item(const struct node *list, size_t i) {
    return list != NULL && i < list->items.count ? list->items.at[i] : NULL;
}

static const char *counted(struct gathering *g, const char *name, size_t i, size_t count) {
    return count == 1 ? name : arena_printf(g->a, "%s %zu", name, i + 1);
}

static void add_refusals(struct gathering *g, const struct refusal *refusals, size_t count, const struct node *in,
                         const struct node *power, const char *name, const char *title) {
    for (size_t i = 0; i < count; i++) {
        struct rule *rule = add(g, refusals[i].cites, counted(g, name, i, count), title);
        rule->in = "a refusal";
        rule->node = item(node_get(in, "refuse"), i);
        rule->power = power;
    }
}

/* What a field refuses. */
static void add_fields(struct gathering *g, const struct form *form, const struct node *list, const struct node *power,
                       const char *of) {
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->at[i];
        if (field->sooner.amount == 0)
            continue;
        struct rule *rule = add(g, field->sooner_cites, arena_printf(g->a, "field %s of %s", field->name, of),
                                about(g, SAID("%s, and what comes too soon"), field->label));
        rule->in = "a field";
        rule->node = item(list, i);
        rule->power = power;
    }
}

static void add_power(struct gathering *g, const struct power *power) {
    struct rule *rule = add_named(g, power->cites, "power", power->name, about(g, "%s", power->label));
    const struct node *node = rule->node;
    rule->power = node;
    add_refusals(g, power->refusals, power->refusal_count, node, node,
                 arena_printf(g->a, "refusal of power %s", power->name),
                 about(g, SAID("%s, and what is refused"), power->label));
    add_fields(g, &power->form, node_get(node, "form"), node, arena_printf(g->a, "power %s", power->name));
    for (size_t i = 0; i < power->grant_count; i++) {
        const char *name = arena_printf(g->a, "grant by power %s", power->name);
        rule = add(g, power->grants[i].cites, counted(g, name, i, power->grant_count),
                   about(g, SAID("%s, and who can read more from then on"), power->label));
        rule->in = "a grant";
        rule->node = item(node_get(node, "grants"), i);
        rule->power = node;
    }
}

static void add_of_open(struct gathering *g, struct cites cites, const char *name, const char *title,
                        const char *only) {
    struct rule *rule = add(g, cites, name, title);
    rule->in = "open";
    rule->node = node_get(g->tree, "open");
    rule->only = only;
}

static void add_opening(struct gathering *g, const struct procedure *procedure) {
    add_of_open(g, procedure->open_cites, "opening", text_say(g->in, "how it begins"), NULL);
    add_refusals(g, procedure->refusals, procedure->refusal_count, node_get(g->tree, "open"), NULL,
                 "refusal of opening", text_say(g->in, "what is refused at the beginning"));
    add_fields(g, &procedure->open_form, node_get(node_get(g->tree, "open"), "form"), NULL, "opening");
    add_of_open(g, procedure->route_cites, "route", text_say(g->in, "who gets it"), "route");
    if (procedure->counts_open)
        add_of_open(g, procedure->counts_cites, "count of open records", text_say(g->in, "open requests are counted"),
                    "count open");
    if (procedure->offers_earlier)
        add_of_open(g, procedure->offer_cites, "offer of earlier records",
                    text_say(g->in, "earlier answers are offered"), "offer earlier");
}

/* What a procedure says of itself, and no rule of its own does: it cites nothing, so that no clause counts as carried
 * by it. */
static void add_procedure(struct gathering *g, const struct procedure *p) {
    struct rule *rule = add(g, (struct cites){0}, "procedure", text_say(g->in, "what it is"));
    rule->in = "a procedure";
    rule->node = g->tree;
    add_opening(g, p);
    for (size_t i = 0; i < p->part_count; i++)
        add_named(g, p->parts[i].cites, "part", p->parts[i].name, about(g, SAID("who can read %s"), p->parts[i].title));
    for (size_t i = 0; i < p->state_count; i++)
        add_named(g, p->states[i].cites, "state", p->states[i].name,
                  about(g, SAID("the state %s"), p->states[i].title));
    for (size_t i = 0; i < p->power_count; i++)
        add_power(g, &p->powers[i]);
    for (size_t i = 0; i < p->duty_count; i++)
        add_named(g, p->duties[i].cites, "duty", p->duties[i].name, about(g, SAID("the duty %s"), p->duties[i].label));
    for (size_t i = 0; i < p->notice_count; i++)
        add_named(g, p->notices[i].cites, "notice", p->notices[i].name,
                  about(g, SAID("the notice %s"), p->notices[i].title));
}

/* ---- the pack as a whole */

static void add_of_pack(struct gathering *g, const struct pack *pack, struct cites cites, const char *name,
                        const char *title, const char *only) {
    struct rule *rule = add(g, cites, name, title);
    rule->in = "a pack";
    rule->node = pack->tree;
    rule->only = only;
}

static void add_posts(struct gathering *g, const struct pack *pack) {
    for (size_t i = 0; i < pack->post_count; i++) {
        const struct pack_post *post = &pack->posts[i];
        struct rule *rule =
            add(g, (struct cites){0}, arena_printf(g->a, "post %s", post->role), arena_strdup(g->a, post->title));
        rule->in = "a post";
        rule->node = node_get(node_get(pack->tree, "posts"), post->role);
    }
}

static void add_calendars(struct gathering *g, const struct pack *pack) {
    for (size_t i = 0; i < pack->calendar_count; i++) {
        const char *name = pack->calendars[i].name;
        struct rule *rule = add(g, pack->calendars[i].cites, arena_printf(g->a, "calendar %s", name),
                                about(g, SAID("The calendar %s"), name));
        rule->in = "a calendar";
        rule->node = node_get(node_get(pack->tree, "calendars"), name);
    }
}

static bool is_counted_in(const struct pack *pack, const char *division) {
    const struct node *calendars = node_get(pack->tree, "calendars");
    for (size_t i = 0; i < calendars->items.count; i++) {
        const struct node *divisions = node_get(calendars->items.at[i], "holidays");
        for (size_t k = 0; divisions != NULL && k < divisions->items.count; k++) {
            if (text_equal(divisions->items.at[k]->text, division))
                return true;
        }
    }
    return false;
}

/* Those of the divisions that its calendars have. */
static void add_holidays(struct gathering *g, const struct pack *pack) {
    const struct node *divisions = node_get(pack->tree, "holidays");
    for (size_t i = 0; divisions != NULL && i < divisions->keys.count; i++) {
        const char *division = divisions->keys.at[i]->text;
        if (!is_counted_in(pack, division))
            continue;
        struct rule *rule = add(g, (struct cites){0}, arena_printf(g->a, "holidays %s", division),
                                about(g, SAID("The holidays %s"), division));
        rule->in = "holidays";
        rule->node = divisions;
        rule->only = division;
    }
}

void pack_rules(const struct pack *pack, const struct language *in, struct arena *a, struct rules *rules_r) {
    *rules_r = (struct rules){0};
    struct gathering g = {.a = a, .in = in, .rules = rules_r};
    add_of_pack(&g, pack, (struct cites){0}, "pack", text_say(in, "The council as a whole"), NULL);
    add_posts(&g, pack);
    add_calendars(&g, pack);
    add_holidays(&g, pack);
    if (pack->junior_names_hidden.count > 0)
        add_of_pack(&g, pack, pack->junior_names_hidden, "junior names hidden",
                    text_say(in, "Names of junior Officers"), "junior names hidden");
    if (pack->apart_cites.count > 0)
        add_of_pack(&g, pack, pack->apart_cites, "keeping apart", text_say(in, "Another Officer for who is kept apart"),
                    "apart cites");
    if (pack->unmarked_cites.count > 0)
        add_of_pack(&g, pack, pack->unmarked_cites, "marks", text_say(in, "The mark of each part"),
                    "unmarked confidential");
    if (pack->confidential_cites.count > 0)
        add_of_pack(&g, pack, pack->confidential_cites, "confidential parts", text_say(in, "What is confidential"),
                    "confidential cites");
    if (pack->report_to.count > 0)
        add_of_pack(&g, pack, pack->report_cites, "report", text_say(in, "The equality report"), "report to");
    if (pack->terms_cites.count > 0)
        add_of_pack(&g, pack, pack->terms_cites, "terms", text_say(in, "One name for each role"), "terms");
    const struct node *procedures = node_get(pack->tree, "procedures");
    for (size_t i = 0; i < pack->procedure_count; i++) {
        g.procedure = &pack->procedures[i];
        g.tree = item(procedures, i);
        add_procedure(&g, g.procedure);
    }
}

const char *rule_title(const struct rule *rule, struct arena *a) {
    return rule->procedure == NULL ? rule->title : arena_printf(a, "%s: %s", rule->procedure->title, rule->title);
}

static bool cites(const struct rule *rule, const struct clause *clause, bool items) {
    for (size_t i = 0; i < rule->cites.count; i++) {
        if (rule->cites.at[i] == clause || (items && text_equal(rule->cites.at[i]->of, clause->id)))
            return true;
    }
    return false;
}

bool rule_carries(const struct rule *rule, const struct clause *clause) {
    return cites(rule, clause, true);
}

bool rules_cite(const struct rules *rules, const struct clause *clause) {
    for (size_t i = 0; i < rules->list.count; i++) {
        if (cites(&rules->list.at[i], clause, false))
            return true;
    }
    return false;
}
