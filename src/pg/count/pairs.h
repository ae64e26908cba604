/*
 * pairs.h -- how often two things come together, for millions of pairs.
 */
#ifndef NEWSTEXT_PAIRS_H
#define NEWSTEXT_PAIRS_H

#include "count/bytes_table.h"

#include "lib/stringinfo.h"

/* Sorted pairs, each once; two arrays, so that a pair takes twelve bytes. */
typedef struct PairRun
{
	uint64	   *pairs;
	uint32	   *counts;
	int64		n;
} PairRun;

#define PAIR_RUNS 40

typedef struct Pairs
{
	MemoryContext memory;
	HTAB	   *ids;			/* of names */
	NewsBytes  *names;			/* by id */
	uint32		n_names;
	uint32		cap_names;
	Size		name_bytes;
	uint64	   *buffer;			/* pairs that came last, in no order */
	int			n_buffer;
	PairRun		runs[PAIR_RUNS];	/* each at least twice the next */
	int			n_runs;
} Pairs;

extern void pairs_init(Pairs *p, MemoryContext memory);

/* pairs_id returns the number of a name, a new one for one not met yet. */
extern uint32 pairs_id(Pairs *p, const char *bytes, int len);

/* pairs_add counts two names, that whose bytes are less first. */
extern void pairs_add(Pairs *p, uint32 a, uint32 b);

/* pairs_settle puts all pairs into one run, and returns it. */
extern const PairRun *pairs_settle(Pairs *p);

/* pairs_merge counts all of another, which is settled. */
extern void pairs_merge(Pairs *p, const Pairs *other);

static inline uint32
pair_a(uint64 pair)
{
	return pair >> 32;
}

static inline uint32
pair_b(uint64 pair)
{
	return (uint32) pair;
}

#endif
