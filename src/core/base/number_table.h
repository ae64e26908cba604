/*
 * number_table.h -- a table from 64-bit keys to numbers, made for a known number of
 * keys.
 */
#ifndef NEWSTEXT_NUMBER_TABLE_H
#define NEWSTEXT_NUMBER_TABLE_H

#include "base/context.h"

typedef struct NtNumberTable
{
	uint64_t   *keys;
	uint32_t   *values;			/* 0: free */
	uint32_t	mask;
} NtNumberTable;

/* number_table_open makes room for so many keys. */
extern void number_table_open(NtContext *cx, NtNumberTable *index, uint32_t keys);

/* number_table_close gives its room back. */
extern void number_table_close(NtContext *cx, NtNumberTable *index);

/* number_table_at returns where the value of a key is kept; 0 when the key is new. */
extern uint32_t *number_table_at(NtNumberTable *index, uint64_t key);

#endif
