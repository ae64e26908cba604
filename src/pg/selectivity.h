/*
 * selectivity.h -- what ANALYZE leaves for the planner about index keys.
 *
 * A slot of pg_statistic of kind STATISTIC_KIND_NEWS_KEYS holds
 *
 *     values     bytea: the most common keys (gin_query.h) in byte order, then
 *                one more, the sketch of the rarer ones
 *     numbers    the share of rows that hold each key, 0 for the sketch, then
 *                rows sampled, number of rarer keys, their mean share
 *
 * The sketch is a byte a bucket of the key's hash: the largest number of
 * sampled rows that hold a key of that bucket, so that a name in 5 articles of
 * 100,000 is not taken for one in 60.
 */
#ifndef NEWSTEXT_SELECTIVITY_H
#define NEWSTEXT_SELECTIVITY_H

#include "gin_query.h"

#include "common/hashfn.h"

/* From the range pg_statistic.h leaves to private use. */
#define STATISTIC_KIND_NEWS_KEYS 16983
#define KEYS_NUMBERS_MORE 3		/* after those of the values */

static inline uint32
sketch_bucket(const char *key, int len, uint32 buckets)
{
	return hash_bytes((const unsigned char *) key, len) & (buckets - 1);
}

static inline int
key_compare(const char *a, int a_len, const char *b, int b_len)
{
	int			cmp = memcmp(a, b, Min(a_len, b_len));

	return cmp != 0 ? cmp : a_len - b_len;
}

#endif
