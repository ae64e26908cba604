/*
 * tally.h -- the running state of an aggregate: what was counted, how often.
 *
 * A state is a value of the type news_tally, so that the nodes of a cluster and
 * parallel workers can send theirs; while it grows it is an expanded object of
 * the server (utils/expandeddatum.h), and nothing is copied.
 */
#ifndef NEWSTEXT_TALLY_H
#define NEWSTEXT_TALLY_H

#include "count/bytes_table.h"
#include "count/pairs.h"

#include "utils/expandeddatum.h"

typedef enum TallyKind
{
	TALLY_COUNTS = 1,
	TALLY_PAIRS = 2
} TallyKind;

typedef struct TallyItem
{
	NewsBytes	key;			/* hash key: must be first */
	int64		count;
	int64		more;
	int64		last_row;		/* counted once a row */
} TallyItem;

typedef struct Tally
{
	ExpandedObjectHeader header;
	TallyKind	kind;
	HTAB	   *table;			/* TALLY_COUNTS */
	Pairs		pairs;			/* TALLY_PAIRS */
	int64		row;
	int32		at_least;		/* of the result: counts, 0: all */
	int32		top;			/* rows, 0: all */
	Size		bytes;			/* of the keys and counts, flat */
	bool		told;			/* that it has more memory than work_mem */
} Tally;

/* tally_state returns the running tally, argument 0 of a transition or combine function. */
extern Tally *tally_state(FunctionCallInfo fcinfo, TallyKind kind);

/* tally_read returns argument 0 of a final function, NULL for none; anybody can write one, of whatever kind and keys. */
extern Tally *tally_read(FunctionCallInfo fcinfo, TallyKind kind);

pg_noreturn extern void tally_damaged(void);

#define PG_RETURN_TALLY(tally) PG_RETURN_DATUM(EOHPGetRWDatum(&(tally)->header))

extern TallyItem *tally_item(Tally *tally, const char *bytes, int len);

/* tally_row counts a key once a row, however often the row has it. */
extern void tally_row(Tally *tally, const char *bytes, int len);

/* tally_limits takes how much of the result is wanted from two arguments, either of which may be NULL. */
extern void tally_limits(Tally *tally, FunctionCallInfo fcinfo, int at_least, int top);

/* tally_watch says once when a tally has more memory than work_mem. */
extern void tally_watch(Tally *tally);

#endif
