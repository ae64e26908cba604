/*
 * index.h -- a table from 64-bit keys to numbers, made for a known number of
 * keys.
 */
#ifndef NEWSTEXT_INDEX_H
#define NEWSTEXT_INDEX_H

#include "context.h"

typedef struct NtIndex
{
	uint64_t   *keys;
	uint32_t   *values;			/* 0: free */
	uint32_t	mask;
} NtIndex;

/* index_open makes room for so many keys. */
extern void index_open(NtContext *cx, NtIndex *index, uint32_t keys);

/* index_at returns where the value of a key is kept; 0 when the key is new. */
extern uint32_t *index_at(NtIndex *index, uint64_t key);

#endif
