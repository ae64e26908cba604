/*
 * selectivity.h -- what ANALYZE leaves for the planner about index keys.
 *
 * Three slots of pg_statistic, so that planning reads no more than it needs;
 * the first is small, and most look-ups end there:
 *
 *     STATISTIC_KIND_NEWS_KEYS
 *         values     bytea: the most common keys (gin_query.h) in byte order
 *         numbers    the share of rows that hold each, then rows sampled,
 *                    number of rarer keys, share of one nowhere remembered
 *     STATISTIC_KIND_NEWS_MORE
 *         the next most common words, likewise: prefixes look here too
 *     STATISTIC_KIND_NEWS_RARE
 *         one bytea: all rarer keys there is room for, three bytes each, a
 *         fingerprint and the logarithm of the rows, in sets of RARE_WAYS
 *         chosen by the key's hash; fuller sets forget their rarest.  So a
 *         name in 5 articles of 100,000 is not taken for one in 60.
 *
 * The keys are those of the index, without KEY_OTHER_WORD.  A word without a
 * kind is asked for under KEY_WORD, and looked up under every kind.
 */
#ifndef NEWSTEXT_SELECTIVITY_H
#define NEWSTEXT_SELECTIVITY_H

#include "index/gin_query.h"

#include <math.h>

#include "common/hashfn.h"

/* From the range pg_statistic.h leaves to private use. */
#define STATISTIC_KIND_NEWS_KEYS 16983
#define STATISTIC_KIND_NEWS_MORE 16984
#define STATISTIC_KIND_NEWS_RARE 16985

#define KEYS_NUMBERS_MORE 3		/* after those of the values */

#define KEY_WORD 0x00			/* kind 0: any */

#define RARE_WAYS 8

typedef struct RareKey
{
	uint8		fingerprint[2];
	uint8		rows;			/* rare_byte() of them, 0: free */
} RareKey;

/* rare_set returns the number of the set of a key, and its fingerprint. */
static inline uint32
rare_set(const char *key, int len, uint32 sets, uint8 *fingerprint)
{
	uint32		hash = hash_bytes((const unsigned char *) key, len);

	fingerprint[0] = hash >> 24;
	fingerprint[1] = hash >> 16;
	return hash & (sets - 1);
}

static inline bool
rare_is(const RareKey *key, const uint8 *fingerprint)
{
	return key->fingerprint[0] == fingerprint[0] && key->fingerprint[1] == fingerprint[1];
}

/* A number of rows in a byte: steps of a sixteenth of an octave from 1. */
static inline uint8
rare_byte(int rows)
{
	double		byte = 1.5 + 16.0 * log2(rows);

	return byte < 255 ? (uint8) byte : 255;
}

static inline double
rare_rows(uint8 byte)
{
	return exp2((byte - 1) / 16.0);
}

static inline int
key_compare(const char *a, int a_len, const char *b, int b_len)
{
	int			cmp = memcmp(a, b, Min(a_len, b_len));

	return cmp != 0 ? cmp : a_len - b_len;
}

#endif
