#include "store/test_faults.h"

#include "base/base.h"

#include <sqlite3.h>
#include <stdatomic.h>

struct faulty_file {
    sqlite3_file base;
    bool is_log;
    sqlite3_file *real; /* stands in memory after this struct */
};

static sqlite3_vfs *real_vfs;
static atomic_bool active, unsynced_log;
static atomic_int left, failed, failure;

static int pass_or_fail(void) {
    if (!active || left-- > 0)
        return SQLITE_OK;
    failed++;
    return failure;
}

static sqlite3_file *real(sqlite3_file *file) {
    return ((struct faulty_file *)file)->real;
}

#define PASS(name, parameters, ...)                                                                                    \
    static int faulty_##name parameters {                                                                              \
        return real(file)->pMethods->x##name(real(file), ##__VA_ARGS__);                                               \
    }

PASS(Close, (sqlite3_file * file))
PASS(Read, (sqlite3_file * file, void *to, int size, sqlite3_int64 at), to, size, at)
PASS(Truncate, (sqlite3_file * file, sqlite3_int64 size), size)
PASS(FileSize, (sqlite3_file * file, sqlite3_int64 *size_r), size_r)
PASS(Lock, (sqlite3_file * file, int level), level)
PASS(Unlock, (sqlite3_file * file, int level), level)
PASS(CheckReservedLock, (sqlite3_file * file, int *result_r), result_r)
PASS(FileControl, (sqlite3_file * file, int what, void *arg), what, arg)
PASS(SectorSize, (sqlite3_file * file))
PASS(DeviceCharacteristics, (sqlite3_file * file))
PASS(ShmMap, (sqlite3_file * file, int page, int size, int extend, void volatile **at_r), page, size, extend, at_r)
PASS(ShmLock, (sqlite3_file * file, int at, int count, int flags), at, count, flags)
PASS(ShmUnmap, (sqlite3_file * file, int remove_it), remove_it)

static void faulty_ShmBarrier(sqlite3_file *file) {
    real(file)->pMethods->xShmBarrier(real(file));
}

static int faulty_Write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at) {
    int result = pass_or_fail();
    if (result != SQLITE_OK)
        return result;
    if (((struct faulty_file *)file)->is_log)
        unsynced_log = true;
    return real(file)->pMethods->xWrite(real(file), from, size, at);
}

static int faulty_Sync(sqlite3_file *file, int flags) {
    if (pass_or_fail() != SQLITE_OK)
        return SQLITE_IOERR_FSYNC;
    if (((struct faulty_file *)file)->is_log)
        unsynced_log = false;
    return real(file)->pMethods->xSync(real(file), flags);
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2, /* without xFetch, which maps memory */
    .xClose = faulty_Close,
    .xRead = faulty_Read,
    .xWrite = faulty_Write,
    .xTruncate = faulty_Truncate,
    .xSync = faulty_Sync,
    .xFileSize = faulty_FileSize,
    .xLock = faulty_Lock,
    .xUnlock = faulty_Unlock,
    .xCheckReservedLock = faulty_CheckReservedLock,
    .xFileControl = faulty_FileControl,
    .xSectorSize = faulty_SectorSize,
    .xDeviceCharacteristics = faulty_DeviceCharacteristics,
    .xShmMap = faulty_ShmMap,
    .xShmLock = faulty_ShmLock,
    .xShmBarrier = faulty_ShmBarrier,
    .xShmUnmap = faulty_ShmUnmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_r) {
    (void)vfs;
    struct faulty_file *faulty = (struct faulty_file *)file;
    faulty->is_log = (flags & SQLITE_OPEN_WAL) != 0;
    faulty->real = (sqlite3_file *)(faulty + 1);
    int result = real_vfs->xOpen(real_vfs, name, faulty->real, flags, flags_r);
    file->pMethods = faulty->real->pMethods == NULL ? NULL : &faulty_methods;
    return result;
}

void faults_install(void) {
    static sqlite3_vfs vfs;
    if (real_vfs != NULL)
        return;
    real_vfs = sqlite3_vfs_find(NULL);
    vfs = *real_vfs;
    vfs.pNext = NULL;
    vfs.zName = "faulty";
    vfs.szOsFile = (int)sizeof(struct faulty_file) + real_vfs->szOsFile;
    vfs.xOpen = faulty_open;
    sqlite3_vfs_register(&vfs, 1);
}

void faults_begin(int pass, int result) {
    left = pass;
    failure = result;
    failed = 0;
    active = true;
}

int faults_end(void) {
    active = false;
    return failed;
}

bool faults_unsynced_log(void) {
    return unsynced_log;
}
