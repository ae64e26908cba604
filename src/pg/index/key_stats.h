/*
 * key_stats.h -- how many rows, and quotes of them, have an index key (key_stats.c).
 */
#ifndef NEWSTEXT_KEY_STATS_H
#define NEWSTEXT_KEY_STATS_H

#include "index/selectivity.h"

#include "utils/lsyscache.h"

#define DEFAULT_KEY_SEL 0.005	/* without statistics, as for tsvector and arrays */

typedef struct KeyStats
{
	QueryTarget target;
	HeapTuple	tuple;
	AttStatsSlot slot;
	AttStatsSlot more;
	AttStatsSlot rare_slot;
	int			n;				/* common keys; -1: no statistics */
	const float4 *numbers;		/* by NUMBER_... */
	double		rows;			/* sampled */
	double		quotes;			/* of a row, in the mean */
	const RareKey *rare;
	uint32		rare_sets;
	bool		rare_read;
	bool		more_read;
} KeyStats;

/* What is estimated of a key or a part of a query. */
typedef struct Share
{
	double		rows;			/* share of rows */
	double		per;			/* quotes of such a row that answer */
	double		quotes;			/* share of quotes */
} Share;

/* stats_open begins to read the statistics of a column, which may have none. */
extern void stats_open(KeyStats *stats, HeapTuple tuple, QueryTarget target);
extern void stats_close(KeyStats *stats);

/* rows_share returns the share of rows in which one quote or more answers, as a share of quotes does. */
extern Share rows_share(const KeyStats *stats, double quotes);

/* key_share estimates one key, of lead bytes and a word. */
extern Share key_share(KeyStats *stats, const char *key, int len);

/*
 * prefix_share returns the share of rows that hold a key that begins so: known
 * keys, and of the unknown as large a part, but at least one; when none is
 * known, the prefix may be a whole word.
 */
extern Share prefix_share(KeyStats *stats, const GinEntry *entry);

#endif
