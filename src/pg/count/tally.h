/*
 * tally.h -- the running state of an aggregate: what was counted, how often.
 */
#ifndef NEWSTEXT_TALLY_H
#define NEWSTEXT_TALLY_H

#include "count/bytes_table.h"

typedef struct TallyItem
{
	NewsBytes	key;			/* hash key: must be first */
	int64		count;
	int64		more;
	int64		last_row;		/* counted once a row */
} TallyItem;

typedef struct Tally
{
	HTAB	   *table;
	MemoryContext memory;
	int64		row;
} Tally;

extern Tally *tally_state(FunctionCallInfo fcinfo);
extern TallyItem *tally_item(Tally *tally, const char *bytes, int len);

/* tally_row counts a key once a row, however often the row has it. */
extern void tally_row(Tally *tally, const char *bytes, int len);

#endif
