#include "directory/directory_private.h"

void table_init(struct table *table, struct arena *arena, size_t row_size) {
    *table = (struct table){.arena = arena, .row_size = row_size};
}

static size_t hash(const char *id) {
    uint64_t h = UINT64_C(14695981039346656037); /* FNV-1a */
    for (const char *p = id; *p != '\0'; p++)
        h = (h ^ (unsigned char)*p) * UINT64_C(1099511628211);
    return (size_t)(h ^ (h >> 32));
}

/* The slot that has the id, or the empty one where it belongs. */
static size_t *slot_of(const struct table *table, const char *id) {
    size_t i = hash(id) % table->slot_count;
    while (table->slots[i] != 0 && strcmp(table->entries[table->slots[i] - 1].id, id) != 0)
        i = (i + 1) % table->slot_count;
    return &table->slots[i];
}

static void fill_slots(struct table *table) {
    for (size_t i = 0; i < table->count; i++)
        *slot_of(table, table->entries[i].id) = i + 1;
}

static struct entry *entry_of(const struct table *table, const char *id) {
    if (table->slot_count == 0)
        return NULL;
    size_t position = *slot_of(table, id);
    return position == 0 ? NULL : &table->entries[position - 1];
}

void *table_find(const struct table *table, const char *id) {
    struct entry *entry = id == NULL ? NULL : entry_of(table, id);
    return entry == NULL ? NULL : entry->row;
}

void *table_add(struct table *table, const char *id) {
    if (table->count == table->room)
        table->entries = list_grow(table->arena, table->entries, &table->room, sizeof(*table->entries));
    void *row = arena_alloc(table->arena, table->row_size);
    const char *copy = arena_strdup(table->arena, id);
    memcpy(row, &copy, sizeof(copy));
    table->entries[table->count++] = (struct entry){.id = copy, .row = row};
    if (table->count * 2 > table->slot_count) {
        table->slot_count = table->slot_count == 0 ? 64 : table->slot_count * 2;
        table->slots = ARENA_ARRAY(table->arena, table->slot_count, size_t);
        fill_slots(table);
    } else {
        *slot_of(table, copy) = table->count;
    }
    return row;
}

void table_remove(struct table *table, const char *id) {
    struct entry *entry = entry_of(table, id);
    if (entry == NULL)
        return;
    *entry = table->entries[--table->count];
    memset(table->slots, 0, table->slot_count * sizeof(*table->slots));
    fill_slots(table);
}

void *table_row(struct table *table, const char *id, bool *added_r) {
    *added_r = entry_of(table, id) == NULL;
    if (*added_r)
        table_add(table, id);
    struct entry *entry = entry_of(table, id);
    entry->taken = true;
    return entry->row;
}

void *table_new(struct table *table, const char *id) {
    const char *candidate = id;
    for (unsigned n = 2; table_find(table, candidate) != NULL; n++)
        candidate = arena_printf(table->arena, "%s-%u", id, n);
    return table_add(table, candidate);
}

bool table_taken(const struct table *table, const char *id) {
    const struct entry *entry = entry_of(table, id);
    return entry != NULL && entry->taken;
}

static int by_id(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->id, ((const struct entry *)b)->id);
}

void *table_rows(const struct table *table) {
    struct entry *sorted = ARENA_ARRAY(table->arena, table->count, struct entry);
    if (table->count > 0)
        memcpy(sorted, table->entries, table->count * sizeof(*sorted));
    qsort(sorted, table->count, sizeof(*sorted), by_id);
    unsigned char *rows = arena_array(table->arena, table->count, table->row_size);
    for (size_t i = 0; i < table->count; i++)
        memcpy(rows + i * table->row_size, sorted[i].row, table->row_size);
    return rows;
}
