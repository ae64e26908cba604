/*
 * number_table.c -- a table from 64-bit keys to numbers: open addressing, at most half
 * full.  The keys are hashes already, but perhaps of a weak kind, so that they
 * are mixed once more.
 */
#include "base/number_table.h"

#include "know/vocab.h"

void
number_table_open(NtContext *cx, NtNumberTable *index, uint32_t keys)
{
	uint32_t	size = 16;

	while (size < keys * (uint64_t) 2)
		size *= 2;
	index->mask = size - 1;
	index->keys = nt_alloc0(cx, (size_t) size * sizeof(uint64_t));
	index->values = nt_alloc0(cx, (size_t) size * sizeof(uint32_t));
}

void
number_table_close(NtContext *cx, NtNumberTable *index)
{
	size_t		size = (size_t) index->mask + 1;

	nt_release(cx, index->keys, size * sizeof(uint64_t));
	nt_release(cx, index->values, size * sizeof(uint32_t));
}

uint32_t *
number_table_at(NtNumberTable *index, uint64_t key)
{
	uint32_t	slot = (uint32_t) (vocab_hash_mix(key) >> 20) & index->mask;

	while (index->values[slot] != 0 && index->keys[slot] != key)
		slot = (slot + 1) & index->mask;
	index->keys[slot] = key;
	return &index->values[slot];
}
