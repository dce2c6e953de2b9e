#include "engine/test_council.h"

#include <unistd.h>

static const char people[] =
    "{\"persons\":["
    "{\"id\":\"alex\",\"name\":\"Alex Moss\",\"kind\":\"member\"},{\"id\":\"bo\",\"name\":\"Bo "
    "Lind\",\"kind\":\"member\"},"
    "{\"id\":\"cy\",\"name\":\"Cy Hart\",\"kind\":\"member\"},{\"id\":\"dee\",\"name\":\"Dee "
    "Vale\",\"kind\":\"member\"},"
    "{\"id\":\"gil\",\"name\":\"Gil Reed\",\"kind\":\"member\"},{\"id\":\"lee\",\"name\":\"Lee "
    "Park\",\"kind\":\"member\"},"
    "{\"id\":\"hana\",\"name\":\"Hana Ito\",\"kind\":\"officer\"},{\"id\":\"olu\",\"name\":\"Olu "
    "Ade\",\"kind\":\"officer\",\"manager\":\"pat\"},"
    "{\"id\":\"pat\",\"name\":\"Pat Kerr\",\"kind\":\"officer\"},{\"id\":\"ravi\",\"name\":\"Ravi "
    "Nair\",\"kind\":\"officer\"},"
    "{\"id\":\"ces\",\"name\":\"Ces Gray\",\"kind\":\"officer\"}],"
    "\"organizations\":["
    "{\"id\":\"green\",\"name\":\"Green Group\",\"classification\":\"group\"},{\"id\":\"red\",\"name\":\"Red Group\","
    "\"classification\":\"group\",\"administration\":true},{\"id\":\"blue\",\"name\":\"Blue "
    "Group\",\"classification\":\"group\"},"
    "{\"id\":\"planning\",\"name\":\"Planning Committee\",\"classification\":\"body\"},"
    "{\"id\":\"audit\",\"name\":\"Audit Committee\",\"classification\":\"body\"},"
    "{\"id\":\"housing\",\"name\":\"Housing\",\"classification\":\"service\"},{\"id\":\"roads\",\"name\":\"Roads\","
    "\"classification\":"
    "\"service\"}],"
    "\"areas\":[{\"id\":\"mill-lane\",\"name\":\"Mill Lane\"},{\"id\":\"docks\",\"name\":\"The Docks\"}],"
    "\"posts\":["
    "{\"id\":\"chair-planning\",\"label\":\"Chair of Planning "
    "Committee\",\"role\":\"chair\",\"organization_id\":\"planning\"},"
    "{\"id\":\"head-housing\",\"label\":\"Head of "
    "Housing\",\"role\":\"head\",\"tier\":\"senior\",\"organization_id\":\"housing\"},"
    "{\"id\":\"head-roads\",\"label\":\"Head of "
    "Roads\",\"role\":\"head\",\"tier\":\"senior\",\"organization_id\":\"roads\"},"
    "{\"id\":\"chief\",\"label\":\"Chief Executive\",\"role\":\"chief-executive\",\"tier\":\"senior\"},"
    "{\"id\":\"clerk\",\"label\":\"Town Clerk\",\"role\":\"town-clerk\",\"tier\":\"senior\"},"
    "{\"id\":\"lead-green\",\"label\":\"Leader of the Green Group\",\"role\":\"leader\",\"organization_id\":\"green\"},"
    "{\"id\":\"lead-red\",\"label\":\"Leader of the Red Group\",\"role\":\"leader\",\"organization_id\":\"red\"},"
    "{\"id\":\"lead-blue\",\"label\":\"Leader of the Blue Group\",\"role\":\"leader\",\"organization_id\":\"blue\"},"
    "{\"id\":\"cabinet-housing\",\"label\":\"Cabinet Member for "
    "Housing\",\"role\":\"cabinet-member\",\"organization_id\":\"housing\"}],"
    "\"memberships\":["
    "{\"id\":\"m1\",\"person_id\":\"alex\",\"organization_id\":\"green\"},{\"id\":\"m2\",\"person_id\":\"bo\","
    "\"organization_id\":\"green\"},"
    "{\"id\":\"m3\",\"person_id\":\"cy\",\"organization_id\":\"red\"},{\"id\":\"m4\",\"person_id\":\"gil\","
    "\"organization_id\":\"green\"},"
    "{\"id\":\"m5\",\"person_id\":\"lee\",\"organization_id\":\"blue\"},"
    "{\"id\":\"m6\",\"person_id\":\"hana\",\"organization_id\":\"housing\",\"post_id\":\"head-housing\"},"
    "{\"id\":\"m7\",\"person_id\":\"olu\",\"organization_id\":\"housing\"},{\"id\":\"m8\",\"person_id\":\"pat\","
    "\"organization_id\":\"housing\"},"
    "{\"id\":\"m9\",\"person_id\":\"ravi\",\"organization_id\":\"roads\",\"post_id\":\"head-roads\"},"
    "{\"id\":\"m10\",\"person_id\":\"ces\",\"post_id\":\"chief\"},{\"id\":\"m11\",\"person_id\":\"ces\",\"post_id\":"
    "\"clerk\"},"
    "{\"id\":\"m12\",\"person_id\":\"gil\",\"organization_id\":\"green\",\"post_id\":\"lead-green\"},"
    "{\"id\":\"m13\",\"person_id\":\"cy\",\"organization_id\":\"red\",\"post_id\":\"lead-red\"},"
    "{\"id\":\"m14\",\"person_id\":\"lee\",\"organization_id\":\"blue\",\"post_id\":\"lead-blue\"},"
    "{\"id\":\"m16\",\"person_id\":\"bo\",\"organization_id\":\"planning\",\"post_id\":\"chair-planning\"},"
    "{\"id\":\"m17\",\"person_id\":\"dee\",\"organization_id\":\"planning\"},"
    "{\"id\":\"m18\",\"person_id\":\"alex\",\"area_id\":\"mill-lane\"},"
    "{\"id\":\"m19\",\"person_id\":\"lee\",\"area_id\":\"docks\"},"
    "{\"id\":\"m15\",\"person_id\":\"cy\",\"organization_id\":\"housing\",\"post_id\":\"cabinet-housing\"}]}";

static void must(bool good, const char *error) {
    if (good)
        return;
    fprintf(stderr, "test council: %s\n", error);
    exit(1);
}

struct founding {
    struct directory *directory;
    const struct pack *pack;
};

static bool found(struct db *db, void *context) {
    const struct founding *founding = context;
    return directory_save(db, founding->directory, 0) && engine_adopt(db, "Testham", founding->pack, 0);
}

static struct pack *pack_of(const char *folder, const char *text, struct arena *a) {
    struct pack *pack = NULL;
    const char *error = NULL;
    bool good = folder != NULL ? pack_load("packs", folder, a, &pack, &error)
                               : pack_parse(text, strlen(text), a, &pack, &error);
    must(good, error);
    return pack;
}

/* One of both is NULL. */
static struct test_council *found_council(const char *pack_folder, const char *pack_text) {
    struct test_council *council = calloc(1, sizeof(*council));
    const char *error = "out of memory";
    must(council != NULL, error);
    council->a = arena_new();
    snprintf(council->folder, sizeof(council->folder), "/tmp/comity-test-XXXXXX");
    must(mkdtemp(council->folder) != NULL, "no temporary folder");
    must(store_open(council->folder, STORE_CREATE, council->a, &council->store, &error), error);
    struct pack *pack = pack_of(pack_folder, pack_text, council->a);
    struct directory *directory = directory_new();
    struct import_report report = {0};
    must(directory_import_popolo(directory, people, sizeof(people) - 1, &report, council->a, &error), error);
    struct founding founding = {directory, pack};
    must(store_write(council->store, found, &founding, council->a, &error) == WRITTEN, error);
    directory_free(&directory);
    pack_free(&pack);
    instant start;
    must(instant_parse("2026-12-18T10:00", &start), "no start");
    council->clock = clock_new_test(start);
    council->rng = rng_new_seeded(1);
    must(engine_new(council->store, council->clock, council->rng, council->a, &council->engine, &error), error);
    return council;
}

struct test_council *test_council_new(const char *pack) {
    return found_council(pack, NULL);
}

struct test_council *test_council_under(const char *pack_text) {
    return found_council(NULL, pack_text);
}

void test_council_free(struct test_council **council) {
    struct test_council *gone = *council;
    engine_free(&gone->engine);
    store_close(&gone->store);
    clock_free(&gone->clock);
    rng_free(&gone->rng);
    static const char *const files[] = {"comity.db", "comity.db-wal", "comity.db-shm"};
    for (size_t i = 0; i < LENGTH_OF(files); i++)
        unlink(arena_printf(gone->a, "%s/%s", gone->folder, files[i]));
    rmdir(gone->folder);
    arena_free(&gone->a);
    free(gone);
    *council = NULL;
}

static void read_fields(struct arena *a, struct values *fields, va_list args) {
    for (const char *name = va_arg(args, const char *); name != NULL; name = va_arg(args, const char *))
        values_put(a, fields, name, va_arg(args, const char *));
}

struct result test_open(struct test_council *council, const char *person, const char *procedure, const char *key, ...) {
    struct request request = {.person = person, .procedure = procedure, .key = key};
    struct result result;
    va_list args;
    va_start(args, key);
    read_fields(council->a, &request.fields, args);
    va_end(args);
    engine_act(council->engine, &request, council->a, &result);
    return result;
}

struct result test_use(struct test_council *council, const char *person, const char *ref, const char *power, ...) {
    struct request request = {.person = person, .ref = ref, .power = power};
    struct result result;
    va_list args;
    va_start(args, power);
    read_fields(council->a, &request.fields, args);
    va_end(args);
    engine_act(council->engine, &request, council->a, &result);
    return result;
}

int test_clock_to(struct test_council *council, const char *time) {
    instant to;
    const char *error = "the clock goes back";
    must(instant_parse(time, &to) && clock_set(council->clock, to), error);
    int dealt = engine_tick(council->engine, council->a, &error);
    must(dealt >= 0, error);
    return dealt;
}
