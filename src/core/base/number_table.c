/*
 * number_table.c -- a table from 64-bit keys to numbers: open addressing, at most half
 * full.  The keys are hashes already, but perhaps of a weak kind, so that they
 * are mixed once more.
 */
#include "base/number_table.h"

#include "know/vocab.h"

#define FIRST_SLOTS 4096		/* at most, to begin with: hostile keys may all be the same */

static void
make_slots(NtNumberTable *index, uint32_t slots)
{
	index->n = 0;
	index->mask = slots - 1;
	index->keys = nt_alloc0(index->cx, (size_t) slots * sizeof(uint64_t));
	index->values = nt_alloc0(index->cx, (size_t) slots * sizeof(uint32_t));
}

void
number_table_open(NtContext *cx, NtNumberTable *index, uint32_t keys)
{
	uint32_t	size = 16;

	while (size < keys * (uint64_t) 2 && size < FIRST_SLOTS)
		size *= 2;
	index->cx = cx;
	make_slots(index, size);
}

void
number_table_close(NtNumberTable *index)
{
	size_t		size = (size_t) index->mask + 1;

	nt_release(index->cx, index->keys, size * sizeof(uint64_t));
	nt_release(index->cx, index->values, size * sizeof(uint32_t));
}

static uint32_t
find_slot(const NtNumberTable *index, uint64_t key)
{
	uint32_t	slot = (uint32_t) (vocab_hash_mix(key) >> 20) & index->mask;

	while (index->values[slot] != 0 && index->keys[slot] != key)
		slot = (slot + 1) & index->mask;
	return slot;
}

static void
double_slots(NtNumberTable *index)
{
	NtNumberTable old = *index;

	make_slots(index, (old.mask + 1) * 2);
	for (uint32_t i = 0; i <= old.mask; i++)
		if (old.values[i] != 0)
		{
			uint32_t	slot = find_slot(index, old.keys[i]);

			nt_tick(index->cx);
			index->keys[slot] = old.keys[i];
			index->values[slot] = old.values[i];
			index->n++;
		}
	number_table_close(&old);
}

uint32_t
number_table_find(const NtNumberTable *index, uint64_t key)
{
	return index->values[find_slot(index, key)];
}

uint32_t *
number_table_at(NtNumberTable *index, uint64_t key)
{
	uint32_t	slot = find_slot(index, key);

	if (index->values[slot] == 0)
	{
		if (++index->n > index->mask / 2)
		{
			double_slots(index);
			slot = find_slot(index, key);
			index->n++;
		}
		index->keys[slot] = key;
	}
	return &index->values[slot];
}
