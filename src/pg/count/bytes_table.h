/*
 * bytes_table.h -- a hash table whose keys are strings of bytes.
 */
#ifndef NEWSTEXT_BYTES_TABLE_H
#define NEWSTEXT_BYTES_TABLE_H

#include "type/types.h"

#include "utils/hsearch.h"

/*
 * bytes_table_create makes a table of entries that begin with their key, a
 * NewsBytes.  Whoever enters one copies the bytes.
 */
extern HTAB *bytes_table_create(const char *name, long n, Size entry_size, MemoryContext memory);

#endif
