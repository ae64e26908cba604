/*
 * bytes_table.c -- a hash table whose keys are strings of bytes.
 */
#include "count/bytes_table.h"

#include "common/hashfn.h"

static uint32
bytes_hash(const void *key, Size size)
{
	const NewsBytes *k = key;

	return hash_bytes((const unsigned char *) k->at, k->len);
}

static int
bytes_match(const void *a, const void *b, Size size)
{
	const NewsBytes *x = a;
	const NewsBytes *y = b;

	return x->len != y->len || memcmp(x->at, y->at, x->len) != 0;
}

HTAB *
bytes_table_create(const char *name, long n, Size entry_size, MemoryContext memory)
{
	HASHCTL		ctl = {0};

	ctl.keysize = sizeof(NewsBytes);
	ctl.entrysize = entry_size;
	ctl.hash = bytes_hash;
	ctl.match = bytes_match;
	ctl.hcxt = memory;
	return hash_create(name, n, &ctl, HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
}
