/*
 * number_table.h -- a table from 64-bit keys to numbers, which grows with keys
 * that differ.
 */
#ifndef NEWSTEXT_NUMBER_TABLE_H
#define NEWSTEXT_NUMBER_TABLE_H

#include "base/context.h"

typedef struct NtNumberTable
{
	NtContext  *cx;
	uint64_t   *keys;
	uint32_t   *values;			/* 0: free */
	uint32_t	mask;
	uint32_t	n;				/* keys put in */
} NtNumberTable;

/* number_table_open makes a table for about so many keys. */
extern void number_table_open(NtContext *cx, NtNumberTable *index, uint32_t keys);

/* number_table_close gives its room back. */
extern void number_table_close(NtNumberTable *index);

/* number_table_find returns the value of a key, 0: none. */
extern uint32_t number_table_find(const NtNumberTable *index, uint64_t key);

/* number_table_at returns where the value of a key is kept, until the next call; 0 when the key is new. */
extern uint32_t *number_table_at(NtNumberTable *index, uint64_t key);

#endif
