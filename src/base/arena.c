#include "base/base.h"

#define BLOCK_SIZE ((size_t)16384) /* the first; each further one has twice the size of the one before */
#define KEPT_MOST ((size_t)262144) /* a larger block does not outlive a reset */
#define ALIGNMENT _Alignof(max_align_t)

struct block {
    struct block *next;
    size_t size, used;
    _Alignas(max_align_t) unsigned char data[];
};

struct callback {
    struct callback *next;
    void (*run)(void *arg);
    void *arg;
};

struct arena {
    struct block *blocks; /* the newest first */
    struct callback *callbacks;
};

static void no_memory(void) {
    fputs("comity: out of memory\n", stderr);
    abort();
}

static struct block *block_new(size_t size) {
    struct block *block = malloc(sizeof(*block) + size);
    if (block == NULL)
        no_memory();
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

struct arena *arena_new(void) {
    struct arena *arena = calloc(1, sizeof(*arena));
    if (arena == NULL)
        no_memory();
    arena->blocks = block_new(BLOCK_SIZE);
    return arena;
}

void arena_reset(struct arena *arena) {
    while (arena->callbacks != NULL) {
        struct callback *callback = arena->callbacks;
        arena->callbacks = callback->next;
        callback->run(callback->arg);
    }
    while (arena->blocks->next != NULL) {
        struct block *older = arena->blocks->next;
        if (arena->blocks->size > KEPT_MOST) {
            free(arena->blocks);
            arena->blocks = older;
        } else {
            arena->blocks->next = older->next;
            free(older);
        }
    }
    arena->blocks->used = 0;
}

void arena_free(struct arena **arena) {
    if (*arena == NULL)
        return;
    arena_reset(*arena);
    free((*arena)->blocks);
    free(*arena);
    *arena = NULL;
}

void *arena_bytes(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        no_memory();
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct block *block = arena->blocks;
    if (block->size - block->used < size) {
        size_t twice = block->size < KEPT_MOST ? block->size * 2 : KEPT_MOST;
        block = block_new(size > twice ? size : twice);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    void *memory = block->data + block->used;
    block->used += size;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(arena_bytes(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        no_memory();
    return arena_alloc(arena, count * size);
}

void arena_on_reset(struct arena *arena, void (*run)(void *arg), void *arg) {
    struct callback *callback = ARENA_NEW(arena, struct callback);
    *callback = (struct callback){.next = arena->callbacks, .run = run, .arg = arg};
    arena->callbacks = callback;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length) {
    char *copy = arena_bytes(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return arena_strdup(arena, "");
    char *text = arena_bytes(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

char *arena_join(struct arena *arena, ...) {
    va_list texts, again;
    va_start(texts, arena);
    va_copy(again, texts);
    size_t length = 0;
    for (const char *text; (text = va_arg(texts, const char *)) != NULL;)
        length += strlen(text);
    char *joined = arena_bytes(arena, length + 1), *at = joined;
    *at = '\0';
    for (const char *text; (text = va_arg(again, const char *)) != NULL;)
        at = stpcpy(at, text);
    va_end(again);
    va_end(texts);
    return joined;
}

bool fail(struct arena *arena, const char **error_r, const char *format, ...) {
    va_list args;
    va_start(args, format);
    *error_r = arena_vprintf(arena, format, args);
    va_end(args);
    return false;
}

void *list_grow(struct arena *arena, void *at, size_t *room, size_t size) {
    size_t wider = *room == 0 ? 8 : *room * 2;
    void *moved = arena_array(arena, wider, size);
    if (*room > 0)
        memcpy(moved, at, *room * size);
    *room = wider;
    return moved;
}
