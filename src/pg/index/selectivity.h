/*
 * selectivity.h -- what ANALYZE leaves for the planner about index keys.
 *
 * Slots of pg_statistic, so that planning reads no more than it needs; the
 * first is small, and most look-ups end there:
 *
 *     STATISTIC_KIND_NEWS_KEYS
 *         values     bytea: the most common keys (gin_query.h) in byte order
 *         numbers    the share of rows that hold each; in how many quotes such
 *                    a row has it; then KEYS_NUMBERS_MORE, see below
 *     STATISTIC_KIND_NEWS_MORE
 *         the next most common words and their shares: prefixes and forms of
 *         words look here too
 *     STATISTIC_KIND_NEWS_RARE
 *         one bytea: rarer keys, two bytes each, a fingerprint and the
 *         logarithm of the rows, in sets of RARE_WAYS chosen by the key's
 *         hash; fuller sets forget their rarest.  As large as what it holds:
 *         a key of fewer than RARE_ROWS_MIN rows is as good as unknown, and one
 *         that carries a kind is taken for the same word without.  So a name
 *         in 5 articles of 100,000 is not taken for one in 60.
 *     STATISTIC_KIND_NEWS_DAYS
 *         of dates (date_stats.c)
 */
#ifndef NEWSTEXT_SELECTIVITY_H
#define NEWSTEXT_SELECTIVITY_H

#include "index/gin_query.h"

#include <math.h>

#include "commands/vacuum.h"
#include "common/hashfn.h"
#include "utils/selfuncs.h"

/* From the range pg_statistic.h leaves to private use; 16983 to 16985 were those of 0.1.0. */
#define STATISTIC_KIND_NEWS_KEYS 16986
#define STATISTIC_KIND_NEWS_MORE 16987
#define STATISTIC_KIND_NEWS_RARE 16988
#define STATISTIC_KIND_NEWS_DAYS 16989

/* Numbers after those of the keys. */
enum
{
	NUMBER_ROWS,				/* sampled */
	NUMBER_RARE,				/* keys that are not common */
	NUMBER_RARE_SHARE,			/* of rows, of a key nowhere remembered */
	NUMBER_RARE_QUOTES,			/* in how many quotes a row has one that is not common */
	NUMBER_COUNTS,				/* share of rows with so many quotes, a number for each of quote_counts */
	KEYS_NUMBERS_MORE = NUMBER_COUNTS + 8
};

/* Rows are parted by their number of quotes: up to so many, and so many in the mean. */
#define QUOTE_COUNTS 8
extern const struct QuoteCount
{
	int			up_to;
	double		mean;
}			quote_counts[QUOTE_COUNTS];

#define RARE_WAYS 8
#define RARE_ROWS_MIN 4			/* a key of fewer rows is within a factor of 3 of an unknown one */
#define RARE_MARK_BITS 11
#define RARE_STEPS 2.0			/* to an octave of rows */

/* 0: free; the mark of a key above, below the rows from RARE_ROWS_MIN on, counted from 1 */
typedef uint16 RareKey;

/*
 * rare_mask is xored to a way before it is stored, by its place: a value that
 * the server could compress would be expanded for every plan, which took half of
 * the time of planning.
 */
static inline RareKey
rare_mask(uint32 way)
{
	return (RareKey) murmurhash32(way);
}

/* rare_set returns the number of the set of a key, and its mark. */
static inline uint32
rare_set(const char *key, int len, uint32 sets, RareKey *mark)
{
	uint32		hash = hash_bytes((const unsigned char *) key, len);

	*mark = (RareKey) ((hash >> (32 - RARE_MARK_BITS)) << (16 - RARE_MARK_BITS));
	return hash & (sets - 1);
}

static inline bool
rare_is(RareKey key, RareKey mark)
{
	return (key ^ mark) >> (16 - RARE_MARK_BITS) == 0;
}

static inline RareKey
rare_code(int rows)
{
	int			code = 1 + (int) (RARE_STEPS * log2((double) rows / RARE_ROWS_MIN) + 0.5);

	return Min(code, (1 << (16 - RARE_MARK_BITS)) - 1);
}

static inline double
rare_rows(RareKey key)
{
	return RARE_ROWS_MIN * exp2(((key & ((1 << (16 - RARE_MARK_BITS)) - 1)) - 1) / RARE_STEPS);
}

static inline int
key_compare(const char *a, int a_len, const char *b, int b_len)
{
	int			cmp = memcmp(a, b, Min(a_len, b_len));

	return cmp != 0 ? cmp : a_len - b_len;
}

/* A key without its kinds, as it is remembered when rare: the lead byte and the rest. */
static inline int
key_plain_lead(uint8 lead, QueryTarget target)
{
	if (target == TARGET_ENTITIES)
		return lead & KEY_NAME ? lead : KEY_WORD;
	switch (lead & 0xF0)
	{
		case KEY_SPEAKER_KIND:
		case KEY_SPEAKER_QUOTED:
			return KEY_SPEAKER;
		default:
			return lead;
	}
}

#define STATISTICS_WIDTH_MAX 0x10000	/* wider arrays are left out, as the server does */

/* What typanalyze of a type of ours keeps beside the server's own. */
typedef struct StatisticsMaker
{
	AnalyzeAttrComputeStatsFunc compute;	/* the server's */
	void	   *extra;
	QueryTarget target;
} StatisticsMaker;

/* statistics_begin is typanalyze: the server's statistics of any type, and compute on top. */
extern bool statistics_begin(VacAttrStats *stats, AnalyzeAttrComputeStatsFunc compute, QueryTarget target);

/*
 * statistics_server_slots lets the server compute, drops what no plan needs of
 * it and returns the first of n free slots, -1 when there are not so many.
 */
extern int	statistics_server_slots(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch, int samplerows,
									double totalrows, int n);
extern void statistics_fill_slot(VacAttrStats *stats, int slot, int16 kind, Datum *values, int n_values,
								 float4 *numbers, int n_numbers);

/*
 * selectivity_constant finds the constant on the other side of the operator;
 * false when there is none, with the share to answer with.
 */
extern bool selectivity_constant(FunctionCallInfo fcinfo, VariableStatData *vardata, bool *var_left,
								 Const **constant, double otherwise, double *share);
extern double selectivity_null_share(const VariableStatData *vardata);

#endif
